/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-own-values.h"

#include <math.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-criteria-table.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-text.h"

#define MAX_NOTE 1000

/**
 * ks_own_values_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsOwnValue): what the office gave units by its own
 * criteria
 */
GPtrArray *
ks_own_values_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_own_value_table_load (tx, error) : NULL;
}

static gboolean
check_value (KsRegistry *registry,
             const KsCriteria *criteria,
             const KsOwnValue *value,
             GError **error)
{
  const KsCriterion *criterion = ks_criteria_lookup (criteria, value->criterion);
  KsUnit *unit = ks_registry_lookup (registry, value->unit);

  if (criterion == NULL || criterion->kind != KS_CRITERION_OWN)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("The office has no criterion of its own “%s”."),
                               value->criterion);
  if (unit == NULL)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("No unit in use has the code %s."), value->unit);
  if (value->value != KS_OWN_VALUE_NONE && !(value->value >= 0 && value->value <= KS_OWN_VALUE_MAX))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("%s, %s: give a mark from 0 to 10."), ks_unit_get_name (unit),
                               criterion->name);
  if (strlen (value->note) > MAX_NOTE || !g_utf8_validate (value->note, -1, NULL))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("%s, %s: the note is too long."), ks_unit_get_name (unit),
                               criterion->name);
  return TRUE;
}

static const KsOwnValue *
find_value (GPtrArray *values, const KsOwnValue *like)
{
  for (guint i = 0; i < values->len; i++)
    {
      const KsOwnValue *value = values->pdata[i];

      if (g_str_equal (value->criterion, like->criterion) && g_str_equal (value->unit, like->unit))
        return value;
    }
  return NULL;
}

static KsOwnValue *
copy_value (const KsOwnValue *value, const char *actor)
{
  KsOwnValue *copy = ks_own_value_new (
      value->criterion, value->unit,
      value->value < 0 ? KS_OWN_VALUE_NONE : round (value->value * 100) / 100, NULL);

  g_free (copy->note);
  copy->note = ks_text_clean (value->note);
  g_free (copy->actor);
  copy->actor = g_strdup (actor);
  return copy;
}

/* What differs from what is kept, and how that was before. */
static void
compare_values (
    GPtrArray *kept, GPtrArray *given, const char *actor, GPtrArray *changes, GPtrArray *before)
{
  for (guint i = 0; i < given->len; i++)
    {
      g_autoptr (KsOwnValue) value = copy_value (given->pdata[i], actor);
      const KsOwnValue *old = find_value (kept, value);

      if (old == NULL && value->value < 0)
        continue;
      if (old != NULL && old->value == value->value && g_str_equal (old->note, value->note))
        continue;
      g_ptr_array_add (before, old != NULL ? copy_value (old, old->actor)
                                           : ks_own_value_new (value->criterion, value->unit,
                                                               KS_OWN_VALUE_NONE, NULL));
      g_ptr_array_add (changes, g_steal_pointer (&value));
    }
}

static char *
make_payload (GPtrArray *changes)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const KsOwnValue *value = changes->pdata[i];
      char mark[G_ASCII_DTOSTR_BUF_SIZE] = "";

      if (value->value >= 0)
        g_ascii_formatd (mark, sizeof mark, "%.2f", value->value);
      g_ptr_array_add (
          lines, g_strdup_printf ("%s %s=%s %s", value->criterion, value->unit, mark, value->note));
    }
  g_ptr_array_add (lines, NULL);
  ks_payload_add_texts (payload, "values", (const char *const *)lines->pdata);
  return ks_payload_to_json (payload);
}

static gboolean
write_values (KsCampaign *campaign, KsTransaction *tx, GPtrArray *changes, GError **error)
{
  g_autofree char *json = make_payload (changes);

  for (guint i = 0; i < changes->len; i++)
    if (!ks_own_value_table_save (tx, changes->pdata[i], error))
      return FALSE;
  return ks_campaign_commit (campaign, tx, "set-own-values", json, KS_CHANGE_CRITERIA, error);
}

static gboolean
undo_values (KsCampaign *campaign, gpointer data, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && write_values (campaign, tx, data, error);
}

static GPtrArray *
new_values (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ks_own_value_free);
}

static gboolean
check_values (KsCampaign *campaign, KsTransaction *tx, GPtrArray *values, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCriteria) criteria = ks_criteria_table_load (tx, error);

  for (guint i = 0; criteria != NULL && i < values->len; i++)
    if (!check_value (registry, criteria, values->pdata[i], error))
      return FALSE;
  return criteria != NULL;
}

/**
 * ks_set_own_values:
 * @campaign: a campaign
 * @values: (element-type KsOwnValue): what the office gives; %KS_OWN_VALUE_NONE takes a mark away
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Sets marks from 0 to 10 of units by the office's own criteria, each with a note.
 *
 * Returns: %FALSE with @error set; all marks are then as they were
 */
gboolean
ks_set_own_values (KsCampaign *campaign, GPtrArray *values, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) changes = new_values ();
  g_autoptr (GPtrArray) before = new_values ();
  g_autoptr (GPtrArray) kept = NULL;
  guint n_changes;

  if (outcome != NULL)
    *outcome = NULL;
  if (tx == NULL || !check_values (campaign, tx, values, error))
    return FALSE;
  kept = ks_own_value_table_load (tx, error);
  if (kept == NULL)
    return FALSE;
  compare_values (kept, values, ks_campaign_get_actor (campaign), changes, before);
  n_changes = changes->len;
  if (n_changes == 0)
    return TRUE;
  if (!write_values (campaign, tx, changes, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mark of the office was kept",
                                        "%u marks of the office were kept", n_changes),
                           n_changes));
      ks_outcome_set_undo (*outcome, undo_values, g_steal_pointer (&before),
                           (GDestroyNotify)g_ptr_array_unref);
    }
  return TRUE;
}
