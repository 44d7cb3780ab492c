/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-plan-private.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-unit-change.h"

/* Lists that tell something else of units make none and bring none back. */
static void
refuse_doubtful (KsUnitsPlan *self, const KsPlanRow *row, guint n, GError **error)
{
  g_autofree char *place
      = ks_list_sheet_dup_place (self->sheets->pdata[row->sheet], row->number, -1);
  g_autofree char *count = ks_format_count (n);

  g_set_error (
      error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
      self->read_title != NULL
          ? g_dngettext (GETTEXT_PACKAGE,
                         "%s: “%s”: %s. %s row is doubtful: say which unit it means (--unit), or "
                         "skip it (--skip-doubtful).",
                         "%s: “%s”: %s. %s rows are doubtful: say which units they mean (--unit), "
                         "or skip them (--skip-doubtful).",
                         n)
          : g_dngettext (GETTEXT_PACKAGE,
                         "%s: “%s”: %s. %s row is doubtful: say which unit it means (--unit, "
                         "--new, --restore), or skip it (--skip-doubtful).",
                         "%s: “%s”: %s. %s rows are doubtful: say which units they mean "
                         "(--unit, --new, --restore), or skip them (--skip-doubtful).",
                         n),
      place, row->given, row->doubt, count);
}

/**
 * ks_units_plan_check_decided:
 * @self: a plan that was matched
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if a row is faulty or doubtful
 */
gboolean
ks_units_plan_check_decided (KsUnitsPlan *self, GError **error)
{
  const char *fault = ks_units_plan_get_first_fault (self);
  KsPlanCounts counts;

  if (fault != NULL)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, fault);
      return FALSE;
    }
  ks_units_plan_count (self, &counts);
  if (counts.asked == 0)
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsPlanRow *row = self->rows->pdata[i];

      if (row->state != KS_PLAN_ASK)
        continue;
      refuse_doubtful (self, row, counts.asked, error);
      return FALSE;
    }
  return TRUE;
}

static KsUnit *
find_retired (KsRegistry *registry, const char *code)
{
  GPtrArray *retired = ks_registry_get_retired (registry);

  for (guint i = 0; i < retired->len; i++)
    if (g_str_equal (ks_unit_get_code (retired->pdata[i]), code))
      return retired->pdata[i];
  return NULL;
}

/* A plan is made for the registry as it was; who changed it meanwhile must look again. */
static gboolean
check_unchanged (KsPlanRow *row, KsRegistry *registry, GError **error)
{
  KsUnit *now = row->state == KS_PLAN_BACK ? find_retired (registry, row->code)
                                           : ks_registry_lookup (registry, row->code);

  if (row->before == NULL ? now == NULL : now != NULL && ks_unit_equal (now, row->before))
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("The registry has changed since the list was looked at (code %s). Look at the "
                  "list again."),
               row->code);
  return FALSE;
}

static GPtrArray *
collect_changes (KsUnitsPlan *self, KsRegistry *registry, GError **error)
{
  g_autoptr (GPtrArray) changes = ks_unit_changes_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      KsPlanRow *row = self->rows->pdata[i];

      /* Rows of several lists share the unit that they make together. */
      if (row->after == NULL || !g_hash_table_add (seen, row->after))
        continue;
      if (row->before != NULL && ks_unit_equal (row->before, row->after))
        continue;
      if (!check_unchanged (row, registry, error))
        return NULL;
      ks_unit_changes_add (changes, row->before, row->after);
    }
  return g_steal_pointer (&changes);
}

static GPtrArray *
list_files (KsUnitsPlan *self)
{
  GPtrArray *files = g_ptr_array_new ();

  for (guint i = 0; i < self->sheets->len; i++)
    {
      KsListSheet *sheet = self->sheets->pdata[i];

      if (!g_ptr_array_find_with_equal_func (files, sheet->file, g_str_equal, NULL))
        g_ptr_array_add (files, sheet->file);
    }
  g_ptr_array_add (files, NULL);
  return files;
}

static char *
describe (KsUnitsPlan *self, const KsPlanCounts *counts, const char *reason)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autoptr (GPtrArray) files = list_files (self);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsPlanRow *row = self->rows->pdata[i];

      if (row->after != NULL && (row->changes->len > 0 || row->state == KS_PLAN_BACK))
        g_ptr_array_add (codes, row->code);
    }
  g_ptr_array_add (codes, NULL);
  ks_payload_add_texts (payload, "files", (const char *const *) files->pdata);
  ks_payload_add_number (payload, "rows", counts->rows);
  ks_payload_add_number (payload, "changed", counts->changed);
  ks_payload_add_number (payload, "added", counts->added);
  if (counts->restored > 0)
    ks_payload_add_number (payload, "restored", counts->restored);
  ks_payload_add_number (payload, "skipped", counts->skipped);
  ks_payload_add_texts (payload, "units", (const char *const *) codes->pdata);
  if (reason != NULL && *reason != '\0')
    ks_payload_add_text (payload, "reason", reason);
  return ks_payload_to_json (payload);
}

static KsOutcome *
make_outcome (const KsPlanCounts *counts, guint n_changes)
{
  g_autofree char *changed = ks_format_count (n_changes - counts->added);
  g_autofree char *added = ks_format_count (counts->added);

  if (n_changes == 0)
    return ks_outcome_new (g_strdup (_ ("The list holds nothing new; nothing was changed")));
  if (counts->added == 0)
    return ks_outcome_new (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit changed",
                                                         "%s units changed",
                                                         n_changes - counts->added),
                                            changed));
  return ks_outcome_new (g_strdup_printf (_ ("Units changed: %s, added: %s"), changed, added));
}

/* What the registry would hold; new units must fit its history. */
static gboolean
check_history (KsUnitsPlan *self, KsCampaign *campaign, KsTransaction *tx, KsRegistry *registry,
               GError **error)
{
  g_autoptr (GPtrArray) units = ks_registry_list_all (registry);
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsPlanRow *row = self->rows->pdata[i];

      if (row->after == NULL || row->before != NULL
          || g_ptr_array_find (units, row->after, NULL))
        continue;
      g_ptr_array_add (units, g_object_ref (row->after));
      any = TRUE;
    }
  return !any || ks_unit_changes_check_history (tx, campaign, units, error);
}

static gboolean
save (KsUnitsPlan *self, KsCampaign *campaign, GPtrArray *changes, const KsPlanCounts *counts,
      const char *reason, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autofree char *json = describe (self, counts, reason);

  return tx != NULL && check_history (self, campaign, tx, registry, error)
         && ks_unit_changes_save (changes, campaign, tx, reason, error)
         && ks_campaign_commit (campaign, tx, "units", json, KS_CHANGE_REGISTRY, error);
}

/**
 * ks_units_plan_apply:
 * @self: a plan that was matched
 * @campaign: the campaign whose registry it was made for
 * @reason: (nullable): why the staff changes; needed once answers have come in
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Writes all that the plan would change, in one transaction. Units that the lists do not name stay
 * as they are. Fails with %KS_CAMPAIGN_ERROR_INVALID where a row is faulty, and with
 * %KS_CAMPAIGN_ERROR_REFUSED where one is doubtful, where the registry has changed meanwhile and
 * where a reason is missing.
 *
 * Returns: %FALSE with @error set; the registry is then as it was
 */
gboolean
ks_units_plan_apply (KsUnitsPlan *self, KsCampaign *campaign, const char *reason, KsJob *job,
                     KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) changes = NULL;
  KsPlanCounts counts;

  ks_units_plan_count (self, &counts);
  if (!ks_units_plan_check_decided (self, error)
      || (job != NULL && !ks_job_report (job, 0, counts.rows, error)))
    return FALSE;
  changes = collect_changes (self, registry, error);
  if (changes == NULL
      || (changes->len > 0 && !save (self, campaign, changes, &counts, reason, error)))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = make_outcome (&counts, changes->len);
      if (changes->len > 0)
        ks_unit_changes_offer_undo (changes, *outcome);
    }
  return TRUE;
}
