/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-edit-unit.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-payload.h"
#include "ks-unit-change.h"
#include "ks-unit-draft.h"

static const KsDistrict *
find_district_by_name (KsRegistry *registry, const char *name)
{
  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    if (g_str_equal (ks_registry_get_district (registry, i)->name, name))
      return ks_registry_get_district (registry, i);
  return NULL;
}

/* Whoever names a district of the list means that one, by code or by name. */
static void
settle_district (KsRegistry *registry, KsUnitDraft *draft, gboolean by_code)
{
  g_autofree char *code = ks_unit_draft_dup_text (draft, KS_UNIT_DISTRICT_CODE);
  g_autofree char *name = ks_unit_draft_dup_text (draft, KS_UNIT_DISTRICT_NAME);
  const KsDistrict *district = by_code ? ks_registry_lookup_district (registry, code)
                                       : find_district_by_name (registry, name);

  if (by_code && district != NULL)
    ks_unit_draft_restore (draft, KS_UNIT_DISTRICT_NAME, district->name);
  else if (!by_code)
    ks_unit_draft_restore (draft, KS_UNIT_DISTRICT_CODE, district != NULL ? district->code : "");
}

static gboolean
check_link (const char *text, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));
  gboolean unsafe;

  if (*clean == '\0' || ks_link_check (clean, &unsafe, &local))
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, "%s: %s",
               ks_unit_field_get_label (KS_UNIT_LINK), local->message);
  return FALSE;
}

/* Nobody has counted on a day to come: it is a slip of the fingers, mostly in the year. */
static gboolean
check_staff_day (const char *text, KsDay last, GError **error)
{
  g_autofree char *shown = NULL;
  KsDay day;

  if (text == NULL || last == KS_DAY_NONE || !ks_day_read (text, &day) || day <= last)
    return TRUE;
  shown = ks_day_format (day);
  return ks_field_refuse (ks_unit_field_get_label (KS_UNIT_STAFF_DAY), error,
                          _ ("%s has not come yet. Write the day on which the staff was counted."),
                          shown);
}

/**
 * ks_staff_get_last_day:
 * @campaign: a campaign
 *
 * Returns: the last day of which staff can be told: today, or that of the survey while it is ahead
 */
KsDay
ks_staff_get_last_day (KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  return MAX (info->day, ks_moment_get_day (ks_campaign_now (campaign)));
}

/**
 * ks_unit_edit_check:
 * @edit: what a field shall hold
 * @last_day: the last day of which staff can be told; %KS_DAY_NONE: any
 * @error: return location for an error
 *
 * Judges what the field alone cannot: whether a link is safe, whether a day has come.
 *
 * Returns: %FALSE with @error set to a sentence that names the field
 */
gboolean
ks_unit_edit_check (const KsUnitEdit *edit, KsDay last_day, GError **error)
{
  if (edit->field == KS_UNIT_LINK)
    return check_link (edit->text, error);
  return edit->field != KS_UNIT_STAFF_DAY || check_staff_day (edit->text, last_day, error);
}

static gboolean
apply_edit (KsRegistry *registry,
            KsUnitDraft *draft,
            const KsUnitEdit *edit,
            gboolean has_district_code,
            GError **error)
{
  if (!ks_unit_draft_set (draft, edit->field, edit->text, error))
    return FALSE;
  if (edit->field == KS_UNIT_DISTRICT_CODE
      || (edit->field == KS_UNIT_DISTRICT_NAME && !has_district_code))
    settle_district (registry, draft, edit->field == KS_UNIT_DISTRICT_CODE);
  return TRUE;
}

/**
 * ks_unit_apply_edits:
 * @registry: the registry
 * @last_day: the last day of which staff can be told; %KS_DAY_NONE: any
 * @unit: (nullable): a unit of it; %NULL: a new one
 * @code: the code of the unit
 * @edits: (array length=n_edits): what its fields shall hold
 * @n_edits: how many
 * @error: return location for an error
 *
 * A district that the registry has is named by its code or by its name alone. Fails with a sentence
 * that names the field.
 *
 * Returns: (transfer full): the unit with its new fields, or %NULL with @error set
 */
KsUnit *
ks_unit_apply_edits (KsRegistry *registry,
                     KsDay last_day,
                     KsUnit *unit,
                     const char *code,
                     const KsUnitEdit *edits,
                     guint n_edits,
                     GError **error)
{
  g_autoptr (KsUnitDraft) draft
      = unit != NULL ? ks_unit_draft_new_from (unit) : ks_unit_draft_new (code);
  gboolean has_code = FALSE;

  for (guint i = 0; i < n_edits; i++)
    has_code = has_code || edits[i].field == KS_UNIT_DISTRICT_CODE;
  for (guint i = 0; i < n_edits; i++)
    if (!ks_unit_edit_check (&edits[i], last_day, error)
        || !apply_edit (registry, draft, &edits[i], has_code, error))
      return NULL;
  if (!ks_unit_draft_check (draft, error))
    return NULL;
  return ks_unit_draft_end (g_steal_pointer (&draft));
}

/* Names and numbers of people stay out of the log. */
static gboolean
is_personal (KsUnitField field)
{
  return field >= KS_UNIT_HEAD && field <= KS_UNIT_ZALO;
}

/* The log tells which fields changed from what to what. */
static char *
describe_change (KsUnit *before, KsUnit *after, const char *reason, GPtrArray *fields)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    {
      g_autofree char *was = ks_unit_dup_text (before, (KsUnitField) i);
      g_autofree char *is = ks_unit_dup_text (after, (KsUnitField) i);

      if (g_str_equal (was, is))
        continue;
      g_ptr_array_add (fields, (char *) ks_unit_field_get_id ((KsUnitField) i));
      g_ptr_array_add (old, g_strdup (is_personal ((KsUnitField) i) ? "" : was));
      g_ptr_array_add (new, g_strdup (is_personal ((KsUnitField) i) ? "" : is));
    }
  g_ptr_array_add (fields, NULL);
  g_ptr_array_add (old, NULL);
  g_ptr_array_add (new, NULL);
  ks_payload_add_text (payload, "unit", ks_unit_get_code (after));
  ks_payload_add_texts (payload, "fields", (const char *const *) fields->pdata);
  ks_payload_add_texts (payload, "before", (const char *const *) old->pdata);
  ks_payload_add_texts (payload, "after", (const char *const *) new->pdata);
  if (reason != NULL && *reason != '\0')
    ks_payload_add_text (payload, "reason", reason);
  return ks_payload_to_json (payload);
}

static char *
say_change (KsUnit *unit, GPtrArray *fields)
{
  guint n_fields = fields->len - 1;
  KsUnitField field = KS_UNIT_NAME;

  ks_unit_field_find (fields->pdata[0], &field);
  if (n_fields == 1)
    return g_strdup_printf (_ ("%s: %s changed"), ks_unit_get_name (unit),
                            ks_unit_field_get_label (field));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: %u field changed", "%s: %u fields changed", n_fields),
      ks_unit_get_name (unit), n_fields);
}

static KsUnit *
find_unit (KsRegistry *registry, const char *code, GError **error)
{
  KsUnit *unit = ks_registry_lookup (registry, code);

  if (unit == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("No unit of the registry has the code %s."), code);
  return unit;
}

/**
 * ks_edit_unit:
 * @campaign: a campaign
 * @code: code of a unit
 * @edits: (array length=n_edits): what its fields shall hold
 * @n_edits: how many
 * @reason: (nullable): why its staff changes; needed once answers have come in
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if all was so already
 * @error: return location for an error
 *
 * Changes fields of a unit together. Fails with a sentence that names the field.
 *
 * Returns: %FALSE with @error set; the unit is then as it was
 */
gboolean
ks_edit_unit (KsCampaign *campaign,
              const char *code,
              const KsUnitEdit *edits,
              guint n_edits,
              const char *reason,
              KsOutcome **outcome,
              GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsUnit *before = find_unit (registry, code, error);
  KsDay last_day = ks_staff_get_last_day (campaign);
  g_autoptr (KsUnit) after = before != NULL ? ks_unit_apply_edits (registry, last_day, before, code,
                                                                   edits, n_edits, error)
                                            : NULL;
  g_autoptr (GPtrArray) changes = ks_unit_changes_new ();
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (KsTransaction) tx = NULL;
  g_autofree char *json = NULL;

  if (outcome != NULL)
    *outcome = NULL;
  if (after == NULL)
    return FALSE;
  if (ks_unit_equal (before, after))
    return TRUE;
  ks_unit_changes_add (changes, before, after);
  json = describe_change (before, after, reason, fields);
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  if (tx == NULL || !ks_unit_changes_save (changes, campaign, tx, reason, error)
      || !ks_campaign_commit (campaign, tx, "edit-unit", json, KS_CHANGE_REGISTRY, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (say_change (after, fields));
      ks_unit_changes_offer_undo (changes, *outcome);
    }
  return TRUE;
}
