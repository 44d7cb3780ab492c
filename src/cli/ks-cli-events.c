/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-import-events.h"
#include "ks-units-as-of.h"

typedef struct
{
  char *add;
  char *day;
  char *from;
  char **to;
  char *district;
  char *note;
  gint64 take_back;
  char *import;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->add);
  g_free (self->day);
  g_free (self->from);
  g_strfreev (self->to);
  g_free (self->district);
  g_free (self->note);
  g_free (self->import);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static char *
join_units (GPtrArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? "; " : "", ks_unit_get_code (units->pdata[i]),
                            ks_unit_get_name (units->pdata[i]));
  return g_string_free (text, FALSE);
}

static char *
dup_district (KsUnit *unit)
{
  return g_strdup_printf ("%s=%s", ks_unit_get_district_code (unit),
                          ks_unit_get_district_name (unit));
}

static gboolean
print_events (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) events = ks_events_load (campaign, error);
  g_autoptr (KsCliTable) table = NULL;

  if (events == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "id,day,kind,before,after,district,note");
  for (guint i = 0; i < events->len; i++)
    {
      const KsEvent *event = events->pdata[i];
      g_autofree char *day = ks_day_to_iso (event->day);
      g_autofree char *before = join_units (event->before);
      g_autofree char *after = join_units (event->after);
      g_autofree char *district = dup_district (event->after->pdata[0]);

      ks_cli_table_add_count (table, event->id);
      ks_cli_table_add_text (table, day);
      ks_cli_table_add_text (table, ks_event_kind_get_id (event->kind));
      ks_cli_table_add_text (table, before);
      ks_cli_table_add_text (table, after);
      ks_cli_table_add_text (table, district);
      ks_cli_table_add_text (table, event->note);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
record_event (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (ks_event_row_free);
  KsEventRow *row = g_new0 (KsEventRow, 1);
  const KsEventRow *failed;
  KsOutcome *outcome = NULL;

  g_ptr_array_add (rows, row);
  row->before = g_strsplit (options->from != NULL ? options->from : "", ",", -1);
  row->after = options->to != NULL ? g_strdupv (options->to) : g_new0 (char *, 1);
  row->district = g_strdup (options->district);
  row->note = g_strdup (options->note);
  if (!ks_event_kind_find (options->add, &row->kind))
    return ks_cli_refuse_usage (error, _ ("--add takes new, merge, split, rename or move"));
  if (options->day == NULL || !ks_day_parse (options->day, &row->day))
    return ks_cli_refuse_usage (error, _ ("--day takes a day like 2024-04-01"));
  return ks_record_event_rows (campaign, rows, &failed, &outcome, error)
         && ks_cli_note_outcome (cli, outcome);
}

static gboolean
import_events (KsCli *cli, KsCampaign *campaign, const char *path, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Recording events"));
  KsOutcome *outcome = NULL;

  return ks_import_events (campaign, path, &outcome, job, error)
         && ks_cli_note_outcome (cli, outcome);
}

static gboolean
take_back_event (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  KsOutcome *outcome = NULL;

  return ks_undo_event (campaign, options->take_back, &outcome, error)
         && ks_cli_note_outcome (cli, outcome);
}

/**
 * ks_cli_events:
 * @cli: the command line
 * @error: return location for an error
 *
 * `events FILE [--add KIND --day DAY --from CODE,… --to CODE=NAME…] [--import F] [--take-back ID]`:
 * what happened to units. What it prints can be imported.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_events (KsCli *cli, GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_STRING, &options.add, "new, merge, split, rename, move", "KIND" },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.day, N_ ("first day on which it holds"), "DAY" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("units of the day before"), "CODE,…" },
    { "to", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.to,
      N_ ("a unit since that day"), "CODE=NAME" },
    { "district", 0, 0, G_OPTION_ARG_STRING, &options.district, N_ ("its district"), "CODE=NAME" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("what it rests on"), "T" },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &options.import, N_ ("a table of events"), "F" },
    { "take-back", 0, 0, G_OPTION_ARG_INT64, &options.take_back, N_ ("an event"), "ID" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--add KIND … | --import F | --take-back ID]", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  if (options.add != NULL)
    return record_event (cli, campaign, &options, error);
  if (options.import != NULL)
    return import_events (cli, campaign, options.import, error);
  if (options.take_back != 0)
    return take_back_event (cli, campaign, &options, error);
  return print_events (cli, campaign, error);
}

/**
 * ks_cli_lineage:
 * @cli: the command line
 * @error: return location for an error
 *
 * `lineage FILE CODE --from DAY --to DAY`: what became of a unit, or what it came from.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_lineage (KsCli *cli, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("day on which the unit has this code"), "DAY" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("another day"), "DAY" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (KsCliTable) table = NULL;
  KsDay start, end;

  if (!ks_cli_parse (cli, entries, "FILE CODE --from DAY --to DAY", 2, 2, error))
    return FALSE;
  if (from == NULL || to == NULL || !ks_day_parse (from, &start) || !ks_day_parse (to, &end))
    return ks_cli_refuse_usage (error, _ ("--from and --to take days like 2024-04-01"));
  campaign = ks_cli_open (cli, error);
  units = campaign != NULL ? ks_lineage (campaign, cli->arguments[1], start, end, error) : NULL;
  if (units == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "code,name,district_name");
  for (guint i = 0; i < units->len; i++)
    {
      ks_cli_table_add_text (table, ks_unit_get_code (units->pdata[i]));
      ks_cli_table_add_text (table, ks_unit_get_name (units->pdata[i]));
      ks_cli_table_add_text (table, ks_unit_get_district_name (units->pdata[i]));
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}
