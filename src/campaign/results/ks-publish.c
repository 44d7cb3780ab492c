/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-publish.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-field-text.h"
#include "ks-findings.h"
#include "ks-given-ledger.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"

#define MAX_WORDS 500

/* Settled figures are those of all units of one moment, and no table after it may be of others. They
 * are settled anew where that tells nobody's answers; who must have the others too, corrects them, with
 * a reason and somebody who agrees, after the program has said what could be told from both. */

/**
 * ks_publication_clear:
 * @self: what was settled
 *
 * Frees what it holds.
 */
void
ks_publication_clear (KsPublication *self)
{
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->note, g_free);
}

/* The last words win: of a correction its reason. */
static void
take_out (KsPublication *self, const KsGivenOut *out)
{
  if (out->kind != KS_GIVEN_PUBLISHED && out->kind != KS_GIVEN_CORRECTED)
    return;
  ks_publication_clear (self);
  self->settled_at = out->given_at;
  self->actor = g_strdup (out->actor);
  self->note = g_strdup (out->kind == KS_GIVEN_CORRECTED ? out->reason : out->note);
  self->n_corrections += out->kind == KS_GIVEN_CORRECTED;
}

static guint
count_changed_units (KsGivenLedger *ledger)
{
  gsize size = ledger->units->n_columns * sizeof (gint32);
  guint n_changed = 0;

  for (guint i = 0; i < ledger->units->n_units; i++)
    {
      const gint32 *last = ks_given_units_get_last (ledger->units, i, NULL);
      const gint32 *now = ks_tally_get_row (ledger->live->tally, i);

      n_changed += last != NULL ? memcmp (last, now, size) != 0 : now[0] > 0;
    }
  return n_changed;
}

/**
 * ks_publication_load:
 * @campaign: a campaign
 * @publication: (out caller-allocates): whether and when its figures were settled
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_publication_load (KsCampaign *campaign, KsPublication *publication, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsGivenLedger) ledger = tx != NULL ? ks_given_ledger_load (campaign, tx, FALSE, error) : NULL;

  *publication = (KsPublication){ .settled_at = KS_MOMENT_NONE };
  if (ledger == NULL)
    return FALSE;
  for (guint i = 0; i < ledger->outs->len; i++)
    take_out (publication, g_ptr_array_index (ledger->outs, i));
  if (publication->settled_at != KS_MOMENT_NONE)
    publication->n_changed_units = count_changed_units (ledger);
  return TRUE;
}

static gboolean
check_closed (KsCampaign *campaign, GError **error)
{
  if (ks_campaign_is_window_open (campaign))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The survey is still open: figures are settled after it has "
                                  "ended."));
  return TRUE;
}

static gint64
count_apart (KsGivenLedger *ledger, guint unit)
{
  GArray *versions = ledger->units->versions[unit];
  KsTableVersion last = { NULL, 0, 0 };
  KsTableVersion now;

  ks_given_ledger_get_now (ledger, unit, &now);
  if (versions->len > 0)
    last = g_array_index (versions, KsTableVersion, versions->len - 1);
  return ks_table_count_apart (&last, &now);
}

static void
describe (KsGivenLedger *ledger, const gboolean *fresh, KsPublicationPlan *plan)
{
  *plan = (KsPublicationPlan){ .settled = ledger->published != KS_TABLE_NEVER };
  for (guint i = 0; i < ledger->units->n_units; i++)
    {
      const gint32 *counts = ks_tally_get_row (ledger->live->tally, i);
      gboolean changed;
      KsTableVersion now;

      ks_given_ledger_get_now (ledger, i, &now);
      changed = !ks_given_units_is_last (ledger->units, i, &now, counts);
      plan->n_sheets += counts[0];
      plan->n_units += counts[0] > 0;
      plan->n_changed_units += fresh[i] && changed;
      plan->n_held_units += !fresh[i] && changed;
      plan->n_held_sheets += !fresh[i] && changed ? count_apart (ledger, i) : 0;
    }
}

/* What may enter the tables now, unit by unit. */
static gboolean *
choose (KsGivenLedger *ledger, KsTransaction *tx, KsPublicationPlan *plan, GError **error)
{
  guint n_units = ledger->units->n_units;
  gboolean *fresh;

  if (!ks_given_ledger_collect (ledger, tx, error))
    return NULL;
  fresh = g_new0 (gboolean, MAX (n_units, 1));
  ks_given_ledger_choose (ledger,
                          ledger->published != KS_TABLE_NEVER ? ledger->published
                                                              : ks_given_ledger_next (ledger),
                          fresh);
  describe (ledger, fresh, plan);
  return fresh;
}

/**
 * ks_plan_publication:
 * @campaign: a campaign whose survey has ended
 * @plan: (out caller-allocates): what would happen
 * @error: return location for an error
 *
 * Tells what settling or correcting the figures would do now.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_plan_publication (KsCampaign *campaign, KsPublicationPlan *plan, GError **error)
{
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsGivenLedger) ledger = NULL;
  g_autofree gboolean *fresh = NULL;
  KsFindingCounts findings;

  if (!check_closed (campaign, error) || !ks_findings_count (campaign, &findings, error))
    return FALSE;
  tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  ledger = tx != NULL ? ks_given_ledger_load (campaign, tx, TRUE, error) : NULL;
  fresh = ledger != NULL ? choose (ledger, tx, plan, error) : NULL;
  if (fresh == NULL)
    return FALSE;
  plan->n_units_to_check = findings.n_units;
  return TRUE;
}

/**
 * ks_publication_plan_dup_warning:
 * @plan: what would happen
 *
 * Returns: (transfer full) (nullable): what could be told from the figures given out before and from
 *   corrected ones; %NULL: nothing
 */
char *
ks_publication_plan_dup_warning (const KsPublicationPlan *plan)
{
  g_autofree char *units = ks_format_count (plan->n_held_units);
  g_autofree char *sheets = ks_format_count (plan->n_held_sheets);

  if (plan->n_held_units == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("In %s unit the figures differ from those given out before by few sheets: whoever "
                "has both tables could tell the answers of up to %s people.",
                "In %s units the figures differ from those given out before by few sheets: whoever "
                "has both tables could tell the answers of up to %s people.",
                plan->n_held_units),
      units, sheets);
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, const KsGivenOut *out,
        const KsPublicationPlan *plan, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;
  gboolean correction = out->kind == KS_GIVEN_CORRECTED;

  if (correction)
    ks_payload_add_text (payload, "agreed", out->agreed);
  ks_payload_add_text (payload, correction ? "reason" : "note",
                       correction ? out->reason : out->note);
  ks_payload_add_number (payload, "sheets", plan->n_sheets);
  ks_payload_add_number (payload, "units", plan->n_changed_units);
  if (plan->n_held_units > 0)
    ks_payload_add_number (payload, correction ? "told_units" : "held_units", plan->n_held_units);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, correction ? "correct" : "publish", json,
                             KS_CHANGE_PUBLICATION, error);
}

static gboolean
check_publish (const KsPublicationPlan *plan, GError **error)
{
  if (plan->n_sheets == 0)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("No answers count yet: there are no figures to settle."));
  if (!plan->settled || plan->n_changed_units > 0)
    return TRUE;
  if (plan->n_held_units == 0)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The figures are those that were settled; nothing was changed."));
  return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                             _ ("Since the figures were settled one to four sheets have changed in a "
                                "unit: they cannot be settled anew, they can be corrected with a "
                                "reason."));
}

static gboolean
check_correct (const KsPublicationPlan *plan, GError **error)
{
  if (!plan->settled)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The figures were not settled yet: settle them, there is "
                                  "nothing to correct."));
  if (plan->n_changed_units + plan->n_held_units == 0)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The figures are those that were settled; nothing was changed."));
  return TRUE;
}

/* Takes @out over. */
static gboolean
settle (KsCampaign *campaign, KsGivenOut *out, KsPublicationPlan *plan, GError **error)
{
  g_autoptr (KsGivenOut) owned = out;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsGivenLedger) ledger = tx != NULL ? ks_given_ledger_load (campaign, tx, TRUE, error) : NULL;
  g_autofree gboolean *fresh = ledger != NULL ? choose (ledger, tx, plan, error) : NULL;
  gboolean correction = out->kind == KS_GIVEN_CORRECTED;

  if (fresh == NULL || !(correction ? check_correct : check_publish) (plan, error))
    return FALSE;
  for (guint i = 0; correction && i < ledger->units->n_units; i++)
    fresh[i] = TRUE;
  return ks_given_ledger_record (ledger, campaign, tx, g_steal_pointer (&owned), fresh, error)
         && commit (campaign, tx, out, plan, error);
}

static KsOutcome *
say_settled (const KsPublicationPlan *plan)
{
  g_autofree char *sheets = ks_format_count (plan->n_sheets);
  g_autofree char *held = ks_format_count (plan->n_held_units);

  if (plan->n_held_units == 0)
    return ks_outcome_new (g_strdup_printf (_ ("Figures of %s sheets were settled"), sheets));
  return ks_outcome_new (g_strdup_printf (
      ngettext ("Figures of %s sheets were settled; %s unit stays as it was given out before",
                "Figures of %s sheets were settled; %s units stay as they were given out before",
                plan->n_held_units),
      sheets, held));
}

/**
 * ks_publish:
 * @campaign: a campaign whose survey has ended
 * @note: what is to be remembered with it; may be empty
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Settles the figures (chốt số liệu): from now on papers by unit may be made, and all tables are of
 * these figures. Where a district was given out before, or units were, and one to four sheets have
 * changed since, they stay as they were given out. It cannot be undone: what is out is out.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_publish (KsCampaign *campaign, const char *note, KsOutcome **outcome, GError **error)
{
  g_autofree char *words = ks_field_clean (_ ("Note"), note, MAX_WORDS, error);
  KsPublicationPlan plan;
  KsGivenOut *out;

  if (words == NULL || !check_closed (campaign, error))
    return FALSE;
  out = ks_given_out_new (KS_GIVEN_PUBLISHED, "", "");
  g_free (out->note);
  out->note = g_steal_pointer (&words);
  if (!settle (campaign, out, &plan, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = say_settled (&plan);
  return TRUE;
}

/**
 * ks_correct_publication:
 * @campaign: a campaign whose figures were settled
 * @reason: why they are corrected
 * @agreed: who agreed
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Corrects settled figures (đính chính) by all sheets that count now, also where few have changed:
 * whoever asks for it is told before what could be told from both (see
 * ks_publication_plan_dup_warning()).
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_correct_publication (KsCampaign *campaign, const char *reason, const char *agreed,
                        KsOutcome **outcome, GError **error)
{
  g_autofree char *why = ks_field_clean (_ ("Reason"), reason, MAX_WORDS, error);
  g_autofree char *who = why != NULL ? ks_field_clean (_ ("Agreed by"), agreed, MAX_WORDS, error)
                                     : NULL;
  KsPublicationPlan plan;
  KsGivenOut *out;

  if (who == NULL || !check_closed (campaign, error))
    return FALSE;
  if (*why == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("Write why the figures are corrected; it is kept in the log."));
  if (*who == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("Write who agreed to the correction; it is kept in the log."));
  out = ks_given_out_new (KS_GIVEN_CORRECTED, "", "");
  g_free (out->reason);
  g_free (out->agreed);
  out->reason = g_steal_pointer (&why);
  out->agreed = g_steal_pointer (&who);
  if (!settle (campaign, out, &plan, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = ks_outcome_new (g_strdup (_ ("The settled figures were corrected")));
  return TRUE;
}
