/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-cli-plan.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-import-units.h"
#include "ks-units-as-of.h"

/**
 * ks_cli_print_units:
 * @cli: the command line
 * @registry: units
 *
 * Writes them as a table to standard output.
 */
void
ks_cli_print_units (KsCli *cli, KsRegistry *registry)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (
      cli, "code,name,type,district_code,district_name,staff_party,staff_government,staff_front,"
           "staff_unions,excused,staff");

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const KsStaff *staff = ks_unit_get_staff (unit);
      int excused = 0;

      ks_cli_table_add_text (table, ks_unit_get_code (unit));
      ks_cli_table_add_text (table, ks_unit_get_name (unit));
      ks_cli_table_add_text (table, ks_unit_get_kind (unit));
      ks_cli_table_add_text (table, ks_unit_get_district_code (unit));
      ks_cli_table_add_text (table, ks_unit_get_district_name (unit));
      for (guint body = 0; body < KS_N_BODIES; body++)
        {
          ks_cli_table_add_count (table, staff->total[body]);
          excused += staff->excused[body];
        }
      ks_cli_table_add_count (table, excused);
      ks_cli_table_add_count (table, ks_unit_get_staff_in_scope (unit));
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

static gboolean
print_units (KsCli *cli, KsCampaign *campaign, KsDay day, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_units_as_of (campaign, day, error);

  if (registry == NULL)
    return FALSE;
  ks_cli_print_units (cli, registry);
  return TRUE;
}

static void
note_faults (KsCli *cli, KsUnitsPlan *plan)
{
  GPtrArray *rows = ks_units_plan_get_rows (plan);

  for (guint i = 0; i < rows->len; i++)
    if (((const KsPlanRow *) rows->pdata[i])->fault != NULL)
      ks_cli_note (cli, ((const KsPlanRow *) rows->pdata[i])->fault);
}

/* What the lists hold that somebody should know, and what would come of them. */
static void
note_plan (KsCli *cli, KsUnitsPlan *plan, gboolean dry_run)
{
  g_autoptr (GPtrArray) notes = ks_units_plan_dup_notes (plan);
  g_autofree char *summary = NULL;
  KsPlanCounts counts;

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = g_strdup_printf (_ ("note: %s"), (const char *) notes->pdata[i]);

      ks_cli_note (cli, note);
    }
  ks_units_plan_count (plan, &counts);
  summary = g_strdup_printf (_ ("note: rows %u; units changed %u, new %u, as before %u; doubtful %u, "
                                "faulty %u; staff changed by more than half %u; units that no row "
                                "means, which stay as they are, %u"),
                             counts.rows, counts.changed + counts.restored, counts.added,
                             counts.same, counts.asked,
                             counts.faults, counts.jumps, counts.absent);
  if (dry_run || counts.jumps > 0)
    ks_cli_note (cli, summary);
  if (dry_run)
    note_faults (cli, plan);
}

typedef struct {
  char   **files;
  gboolean dry_run;
  char    *reason;
  KsEncoding encoding;
  const KsCliDecisions *decisions;
} Import;

static gboolean
import_units (KsCli *cli, KsCampaign *campaign, const Import *import, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Importing units"));
  g_autoptr (KsUnitsPlan) plan
      = ks_plan_units (campaign, (const char *const *) import->files, import->encoding, job,
                       error);
  g_autoptr (KsOutcome) outcome = NULL;

  if (plan == NULL || !ks_cli_decide_rows (import->decisions, plan, error))
    return FALSE;
  if (import->dry_run)
    {
      note_plan (cli, plan, TRUE);
      ks_cli_print_matches (cli, plan);
      return TRUE;
    }
  if (!ks_units_plan_apply (plan, campaign, import->reason, job, &outcome, error))
    return FALSE;
  note_plan (cli, plan, FALSE);
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}

/* A list is loaded for the survey's own day; of other days it can only be told. */
static gboolean
read_day (const char *as_of, gboolean importing, KsDay *day, GError **error)
{
  *day = KS_DAY_NONE;
  if (as_of == NULL)
    return TRUE;
  if (importing)
    return ks_cli_refuse_usage (error, _ ("--as-of goes with looking and --export, not with --import"));
  return ks_day_parse (as_of, day)
         || ks_cli_refuse_usage (error, _ ("--as-of takes a day like 2024-04-01"));
}

/**
 * ks_cli_units:
 * @cli: the command line
 * @error: return location for an error
 *
 * `units FILE [--import F]… [--encoding E] [--dry-run] [--unit ROW=CODE]… [--new ROW]…
 * [--restore ROW]… [--skip-doubtful] [--reason T] [--export F] [--as-of DAY]`: shows, loads or saves the registry.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_units (KsCli *cli, GError **error)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *export = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *encoding_id = NULL;
  g_auto (KsCliDecisions) decisions = { NULL };
  Import import = { .decisions = &decisions };
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, N_ ("list to load"), "CSV|XLSX" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding_id, N_ ("what the list is written in"),
      "ENCODING" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &import.dry_run, N_ ("look only"), NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &decisions.units, N_ ("the unit that a row means"),
      "ROW=CODE" },
    { "new", 0, 0, G_OPTION_ARG_STRING_ARRAY, &decisions.new,
      N_ ("a row that is a new unit"), "ROW" },
    { "restore", 0, 0, G_OPTION_ARG_STRING_ARRAY, &decisions.back,
      N_ ("a row whose unit comes back into use"), "ROW" },
    { "skip-doubtful", 0, 0, G_OPTION_ARG_NONE, &decisions.skip_doubtful,
      N_ ("leave out rows that are not certain"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why staff changes"), "T" },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &export, N_ ("list to write"), "CSV|XLSX" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("the list of another day"), "DAY" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  KsDay day;

  if (!ks_cli_parse (cli, entries,
                     "FILE [--import F]… [--encoding E] [--dry-run] [--unit ROW=CODE]… "
                     "[--new ROW]… [--restore ROW]… [--skip-doubtful] [--reason T] [--export F] "
                     "[--as-of DAY]",
                     1, 1, error)
      || !ks_cli_read_encoding (encoding_id, &import.encoding, error)
      || !read_day (as_of, files != NULL, &day, error))
    return FALSE;
  import.files = files;
  import.reason = reason;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL || (files != NULL && !import_units (cli, campaign, &import, error))
      || (export != NULL && !ks_export_units (campaign, day, export, error)))
    return FALSE;
  return files != NULL || export != NULL || print_units (cli, campaign, day, error);
}
