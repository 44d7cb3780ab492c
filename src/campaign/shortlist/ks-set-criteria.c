/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-set-criteria.h"

#include "ks-campaign-error.h"
#include "ks-check-criteria.h"
#include "ks-criteria-table.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-text.h"

/**
 * ks_criteria_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full): the scale of the commendation with all its locks
 */
KsCriteria *
ks_criteria_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_criteria_table_load (tx, error) : NULL;
}

static char *
make_payload (const KsCriteria *before, const KsCriteria *after)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *scale = ks_criteria_dup_json (after);

  ks_payload_add_text (payload, "hash", after->hash);
  ks_payload_add_text (payload, "hash_before", before->hash);
  ks_payload_add_text (payload, "scale", scale);
  ks_payload_add_text (payload, "locked", before->lock != NULL ? before->lock->hash : "");
  return ks_payload_to_json (payload);
}

/* @before: (out) (optional): the scale until then; nothing is written where it says the same. */
static gboolean
save (KsCampaign *campaign, const KsCriteria *criteria, KsCriteria **before, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsCriteria) until = tx != NULL ? ks_criteria_table_load (tx, error) : NULL;
  g_autofree char *json = NULL;

  if (until == NULL)
    return FALSE;
  if (!ks_criteria_equal (until, criteria))
    {
      json = make_payload (until, criteria);
      if (!ks_criteria_table_save (tx, criteria, error)
          || !ks_campaign_commit (campaign, tx, "set-criteria", json, KS_CHANGE_CRITERIA, error))
        return FALSE;
    }
  if (before != NULL)
    *before = g_steal_pointer (&until);
  return TRUE;
}

static gboolean
undo_criteria (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, data, NULL, error);
}

/* What an officer typed, as it is kept. */
static KsCriteria *
clean (const KsCriteria *criteria)
{
  KsCriteria *copy = ks_criteria_copy (criteria);

  for (guint i = 0; i < copy->criteria->len; i++)
    {
      KsCriterion *criterion = copy->criteria->pdata[i];
      char *name = ks_text_clean (criterion->name);

      g_free (criterion->name);
      criterion->name = name;
    }
  ks_criteria_seal (copy);
  return copy;
}

/* The first criterion with points that is to be warned of. */
static const char *
find_warning (const KsCriteria *criteria)
{
  for (guint i = 0; i < criteria->criteria->len; i++)
    {
      const KsCriterion *criterion = criteria->criteria->pdata[i];

      if (criterion->points > 0 && ks_criterion_get_warning (criterion) != NULL)
        return ks_criterion_get_warning (criterion);
    }
  return NULL;
}

static KsOutcome *
describe (const KsCriteria *after, KsCriteria *before)
{
  const char *warning = find_warning (after);
  const char *what = before->lock != NULL ? _ ("The scale was changed after it was locked")
                                          : _ ("The scale was changed");
  KsOutcome *outcome = ks_outcome_new (warning != NULL ? g_strdup_printf ("%s. %s", what, warning)
                                                       : g_strdup (what));

  ks_outcome_set_undo (outcome, undo_criteria, before, (GDestroyNotify)ks_criteria_free);
  return outcome;
}

/**
 * ks_set_criteria:
 * @campaign: a campaign
 * @criteria: the scale from now on; its locks are not looked at
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Sets the scale of the commendation: the points must add up to 100. After a lock the change is
 * logged as one, and lists and papers tell it until the scale is locked again.
 *
 * Returns: %FALSE with @error set; the scale is then as it was
 */
gboolean
ks_set_criteria (KsCampaign *campaign,
                 const KsCriteria *criteria,
                 KsOutcome **outcome,
                 GError **error)
{
  g_autoptr (KsCriteria) after = clean (criteria);
  g_autoptr (KsCriteria) before = NULL;

  if (outcome != NULL)
    *outcome = NULL;
  if (!ks_check_criteria (after, error) || !save (campaign, after, &before, error))
    return FALSE;
  if (outcome != NULL && !ks_criteria_equal (before, after))
    *outcome = describe (after, g_steal_pointer (&before));
  return TRUE;
}

static gboolean
check_lock (const KsCriteria *criteria, GError **error)
{
  if (criteria->lock == NULL || criteria->changed_after_lock)
    return ks_check_criteria (criteria, error);
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("The scale is locked already and was not changed since (%.8s)."),
               criteria->lock->hash);
  return FALSE;
}

/**
 * ks_lock_criteria:
 * @campaign: a campaign
 * @outcome: (out) (optional) (transfer full): what was done; it cannot be undone
 * @error: return location for an error
 *
 * Keeps the scale with its hash, SHA-256 over its canonical JSON, the seed and the generator of the
 * draws among it. All locks are kept. From the first on the window shows names.
 *
 * Returns: %FALSE with @error set; nothing is locked then
 */
gboolean
ks_lock_criteria (KsCampaign *campaign, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsCriteria) criteria = tx != NULL ? ks_criteria_table_load (tx, error) : NULL;
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *scale = NULL;
  g_autofree char *json = NULL;
  KsCriteriaLock lock;

  if (criteria == NULL || !check_lock (criteria, error))
    return FALSE;
  scale = ks_criteria_dup_json (criteria);
  lock = (KsCriteriaLock){ .at = ks_campaign_now (campaign),
                           .actor = (char *)ks_campaign_get_actor (campaign),
                           .hash = criteria->hash,
                           .scale = scale };
  ks_payload_add_text (payload, "hash", criteria->hash);
  ks_payload_add_text (payload, "scale", scale);
  json = ks_payload_to_json (payload);
  /* The usual scale is kept too: a later program may have another one. */
  if (!ks_criteria_table_save (tx, criteria, error)
      || !ks_criteria_table_add_lock (tx, &lock, error)
      || !ks_campaign_commit (campaign, tx, "lock-criteria", json, KS_CHANGE_CRITERIA, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = ks_outcome_new (
        g_strdup_printf (_ ("The scale is locked (%.8s); names are shown"), criteria->hash));
  return TRUE;
}
