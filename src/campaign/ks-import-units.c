/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-units.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-csv-writer.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-platform.h"
#include "ks-response-table.h"
#include "ks-tally-table.h"
#include "ks-unit-table.h"
#include "ks-units-file.h"

typedef struct {
  KsRegistry *registry;
  char       *missing;
} Presence;

static gboolean
find_missing (const KsResponse *response, gpointer data, GError **error)
{
  Presence *presence = data;

  if (presence->missing == NULL && response->unit[0] != '\0'
      && ks_registry_lookup (presence->registry, response->unit) == NULL)
    presence->missing = g_strdup (response->unit);
  return TRUE;
}

/* A unit that has answers may not vanish from the list: its answers would belong to nobody. */
static gboolean
check_answers (KsTransaction *tx, KsRegistry *registry, const char *file, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  Presence presence = { registry, NULL };
  g_autofree char *missing = NULL;

  if (!ks_response_table_foreach (tx, &filter, find_missing, &presence, error))
    return FALSE;
  missing = presence.missing;
  if (missing != NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("%s leaves out the unit %s, which has answers already. Add it to the list and "
                    "load the list again."),
                 file != NULL ? file : _ ("The earlier list"), missing);
  return missing == NULL;
}

static gboolean
save_registry (KsCampaign *campaign, KsRegistry *registry, const char *file, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsTally) tally
      = tx != NULL && check_answers (tx, registry, file, error)
            ? ks_tally_recompute (tx, registry, form, error)
            : NULL;
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "file", file);
  ks_payload_add_number (payload, "units", ks_registry_get_n_units (registry));
  json = ks_payload_to_json (payload);
  return tally != NULL && ks_unit_table_replace (tx, registry, error)
         && ks_tally_table_save (tx, registry, tally, error)
         && ks_campaign_commit (campaign, tx, "units", json,
                                KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS, error);
}

static gboolean
undo_units (KsCampaign *campaign, gpointer data, GError **error)
{
  return save_registry (campaign, data, NULL, error);
}

/**
 * ks_import_units_full:
 * @campaign: a campaign
 * @path: a list of units
 * @encoding: what its text is in; %KS_ENCODING_AUTO: recognise it, or fail with
 *   %KS_TABLES_ERROR_ENCODING if somebody must choose
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Puts a list in place of the registry.
 *
 * Returns: %FALSE with @error set; the registry is then as it was
 */
gboolean
ks_import_units_full (KsCampaign *campaign, const char *path, KsEncoding encoding, KsJob *job,
                      KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) before = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) given = ks_read_units_file (path, encoding, error);
  g_autoptr (GPtrArray) units = given != NULL ? ks_units_carry_over (given, before) : NULL;
  g_autoptr (KsRegistry) after = units != NULL ? ks_registry_new (units, error) : NULL;
  g_autofree char *file = g_path_get_basename (path);

  if (after == NULL || !save_registry (campaign, after, file, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "The registry holds %u unit now",
                       "The registry holds %u units now", ks_registry_get_n_units (after)),
          ks_registry_get_n_units (after)));
      ks_outcome_set_undo (*outcome, undo_units, g_object_ref (before), g_object_unref);
    }
  return TRUE;
}

/**
 * ks_import_units:
 * @campaign: a campaign
 * @path: a list of units
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * As ks_import_units_full(), with the encoding recognised.
 *
 * Returns: %FALSE with @error set; the registry is then as it was
 */
gboolean
ks_import_units (KsCampaign *campaign, const char *path, KsJob *job, KsOutcome **outcome,
                 GError **error)
{
  return ks_import_units_full (campaign, path, KS_ENCODING_AUTO, job, outcome, error);
}

static void
write_unit (KsCsvWriter *writer, KsUnit *unit)
{
  const KsStaff *staff = ks_unit_get_staff (unit);

  ks_csv_writer_add_text (writer, ks_unit_get_code (unit));
  ks_csv_writer_add_text (writer, ks_unit_get_name (unit));
  ks_csv_writer_add_text (writer, ks_unit_get_kind (unit));
  ks_csv_writer_add_text (writer, ks_unit_get_district_code (unit));
  ks_csv_writer_add_text (writer, ks_unit_get_district_name (unit));
  for (guint body = 0; body < KS_N_BODIES; body++)
    ks_csv_writer_add_count (writer, staff->total[body]);
  for (guint body = 0; body < KS_N_BODIES; body++)
    ks_csv_writer_add_count (writer, staff->excused[body]);
  ks_csv_writer_add_text (writer, ks_unit_get_link (unit) != NULL ? ks_unit_get_link (unit) : "");
}

/**
 * ks_export_units:
 * @campaign: a campaign
 * @path: the table to write
 * @error: return location for an error
 *
 * Writes the registry as a table that ks_import_units() reads back.
 *
 * Returns: %FALSE with @error set; what was at @path is then as it was
 */
gboolean
ks_export_units (KsCampaign *campaign, const char *path, GError **error)
{
  static const char *const header[]
      = { "code",           "name",             "type",          "district_code", "district_name",
          "staff_party",    "staff_government", "staff_front",   "staff_unions",  "excused_party",
          "excused_government", "excused_front", "excused_unions", "link" };
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_GUARD);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    ks_csv_writer_add_text (writer, header[i]);
  ks_csv_writer_end_row (writer, NULL);
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      write_unit (writer, ks_registry_get_unit (registry, i));
      ks_csv_writer_end_row (writer, NULL);
    }
  text = ks_csv_writer_steal_text (writer);
  return ks_file_write (path, text, strlen (text), error);
}
