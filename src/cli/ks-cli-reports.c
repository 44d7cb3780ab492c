/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-plan.h"

#include <string.h>

#include "ks-cli-table.h"
#include "ks-export-work.h"
#include "ks-i18n.h"
#include "ks-import-reports.h"
#include "ks-verify-work.h"
#include "ks-work-sheet.h"

#define USAGE                                                                                     \
  "FILE [--import F [--dry-run] [--unit ROW=CODE]… [--skip-doubtful] [--encoding E]] | "          \
  "[--set CODE=…]… | [--verify CODE[=MARK] [--no]] | "                                             \
  "[--evidence CODE=MARK [--link URL] [--note T] [--picture F]] | "                               \
  "[--export CSV|XLSX [--columns C,C…]]"

/* What somebody asked for. */
typedef struct {
  char          *path;
  char          *verify;
  char          *evidence;
  char          *link;
  char          *note;
  char          *picture;
  char          *export;
  char          *columns;
  char          *encoding_id;
  char         **assignments;
  KsEncoding     encoding;
  gboolean       no;
  gboolean       dry_run;
  KsCliDecisions decisions;
} Words;

static void
clear_words (Words *self)
{
  char **all[] = { &self->path, &self->verify,  &self->evidence, &self->link,       &self->note,
                   &self->picture, &self->export, &self->columns,  &self->encoding_id };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
  g_clear_pointer (&self->assignments, g_strfreev);
  ks_cli_decisions_clear (&self->decisions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse (KsCli *cli, Words *words, GError **error)
{
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &words->path, N_ ("table to bring in"), "CSV|XLSX" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &words->dry_run, N_ ("look only"), NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->decisions.units,
      N_ ("the unit that a row means"), "ROW=CODE" },
    { "skip-doubtful", 0, 0, G_OPTION_ARG_NONE, &words->decisions.skip_doubtful,
      N_ ("leave out rows that are not certain"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &words->encoding_id,
      N_ ("what the list is written in"), "ENCODING" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->assignments, N_ ("one unit's figures"),
      "CODE=…" },
    { "verify", 0, 0, G_OPTION_ARG_STRING, &words->verify, N_ ("a mark that was checked, or all of a unit"),
      "CODE[=MARK]" },
    { "no", 0, 0, G_OPTION_ARG_NONE, &words->no, N_ ("with --verify: it is not checked"), NULL },
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &words->evidence, N_ ("the mark that evidence is kept of"),
      "CODE=MARK" },
    { "link", 0, 0, G_OPTION_ARG_STRING, &words->link, N_ ("the evidence: a link"), "URL" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &words->note, N_ ("the evidence: a note"), "T" },
    { "picture", 0, 0, G_OPTION_ARG_FILENAME, &words->picture, N_ ("the evidence: a picture"), "F" },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &words->export, N_ ("table to write"), "CSV|XLSX" },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &words->columns,
      N_ ("its columns, remembered from then on"), "C,C…" },
    { NULL },
  };

  return ks_cli_parse (cli, entries, USAGE, 1, 1, error)
         && ks_cli_read_encoding (words->encoding_id, &words->encoding, error);
}

static gboolean
check (const Words *words, GError **error)
{
  guint n_acts = (words->path != NULL) + (words->assignments != NULL) + (words->verify != NULL)
                 + (words->evidence != NULL);

  if (n_acts > 1)
    return ks_cli_refuse_usage (error, _ ("give one of --import, --set, --verify and --evidence"));
  if (words->path == NULL
      && (words->dry_run || words->decisions.units != NULL || words->decisions.skip_doubtful))
    return ks_cli_refuse_usage (error, _ ("--dry-run, --unit and --skip-doubtful go with --import"));
  if (words->evidence == NULL
      && (words->link != NULL || words->note != NULL || words->picture != NULL))
    return ks_cli_refuse_usage (error, _ ("--link, --note and --picture go with --evidence"));
  if (words->evidence != NULL && strchr (words->evidence, '=') == NULL)
    return ks_cli_refuse_usage (error, _ ("--evidence takes a unit and a mark, like 07201=posted"));
  if (words->evidence != NULL && words->link == NULL && words->note == NULL
      && words->picture == NULL)
    return ks_cli_refuse_usage (error, _ ("--evidence goes with --link, --note or --picture"));
  return TRUE;
}

static void
note_plan (KsCli *cli, KsWorkPlan *plan)
{
  g_autoptr (GPtrArray) notes = ks_work_plan_dup_notes (plan, TRUE);
  g_autofree char *summary = NULL;
  KsPlanCounts counts;

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = g_strdup_printf (_ ("note: %s"), (const char *) notes->pdata[i]);

      ks_cli_note (cli, note);
    }
  for (guint i = 0; i < ks_work_plan_get_faults (plan)->len; i++)
    ks_cli_note (cli, ks_work_plan_get_faults (plan)->pdata[i]);
  ks_units_plan_count (ks_work_plan_get_units (plan), &counts);
  summary = g_strdup_printf (_ ("note: rows %u; cells that would change %u, posts %u; doubtful %u, "
                                "faulty cells %u"),
                             counts.rows, ks_work_plan_get_differences (plan)->len,
                             ks_work_plan_get_n_posts (plan), counts.asked,
                             ks_work_plan_get_faults (plan)->len);
  ks_cli_note (cli, summary);
}

static gboolean
import_table (KsCli *cli, KsCampaign *campaign, const Words *words, KsWorkKind kind,
              const char *action, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsWorkPlan) plan = ks_work_plan_new (campaign, error);

  if (plan == NULL || !ks_work_plan_add_file (plan, words->path, words->encoding, kind, error))
    return FALSE;
  ks_work_plan_judge (plan);
  if (!ks_cli_decide_rows (&words->decisions, ks_work_plan_get_units (plan), error))
    return FALSE;
  ks_work_plan_judge (plan);
  if (words->dry_run)
    {
      note_plan (cli, plan);
      ks_cli_print_matches (cli, ks_work_plan_get_units (plan));
      return TRUE;
    }
  return ks_work_plan_apply (plan, campaign, action, outcome, error);
}

static gboolean
set_given (KsCampaign *campaign, const Words *words, gboolean posts, KsOutcome **outcome,
           GError **error)
{
  const char *const *given = (const char *const *) words->assignments;

  return posts ? ks_set_posts (campaign, given, outcome, error)
               : ks_set_reports (campaign, given, outcome, error);
}

static gboolean
keep_evidence (KsCampaign *campaign, const Words *words, KsOutcome **outcome, GError **error)
{
  const char *equals = strchr (words->evidence, '=');
  g_autofree char *code = g_strndup (words->evidence, (gsize) (equals - words->evidence));
  KsEvidenceEdit edit = { words->link, words->note, words->picture };

  return ks_set_evidence (campaign, code, equals + 1, &edit, outcome, error);
}

static gboolean
verify (KsCampaign *campaign, const Words *words, KsOutcome **outcome, GError **error)
{
  const char *equals = strchr (words->verify, '=');
  g_autofree char *code = equals != NULL ? g_strndup (words->verify, (gsize) (equals - words->verify))
                                         : g_strdup (words->verify);

  return ks_verify_work (campaign, code, equals != NULL ? equals + 1 : NULL, !words->no, outcome,
                         error);
}

static void
print_value (KsCliTable *table, KsWorkField field, gint64 value)
{
  g_autofree char *moment = NULL;

  if (ks_work_field_is_mark (field))
    ks_cli_table_add_count (table, MAX (value, 0));
  else if (value == KS_WORK_NOTHING)
    ks_cli_table_add_empty (table);
  else if (field == KS_WORK_REPORTED)
    {
      moment = ks_moment_to_iso (value);
      ks_cli_table_add_text (table, moment);
    }
  else
    ks_cli_table_add_count (table, value);
}

/* verified: 1 if all that the unit tells of was checked. */
static gboolean
print_reports (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsWorkSheet) sheet = ks_work_sheet_load (campaign, error);
  g_autoptr (KsCliTable) table = NULL;

  if (sheet == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "code,name,reported_at,staff_present,guided,answered,posted,website,"
                                 "zalo,facebook,meetings,post_days,verified");
  for (guint i = 0; i < sheet->n_rows; i++)
    {
      const KsWorkRow *row = &sheet->rows[i];

      ks_cli_table_add_text (table, ks_unit_get_code (row->unit));
      ks_cli_table_add_text (table, ks_unit_get_name (row->unit));
      for (int field = 0; field < KS_WORK_POSTS; field++)
        print_value (table, (KsWorkField) field,
                     ks_report_get_value (row->report, (KsWorkField) field));
      ks_cli_table_add_count (table, row->n_days);
      ks_cli_table_add_count (table, row->claimed != 0 && (row->claimed & ~row->verified) == 0);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
print_posts (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) days = tx != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (days == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "code,day,posts,imported,typed");
  for (guint i = 0; i < days->len; i++)
    {
      const KsPostDay *day = days->pdata[i];
      g_autofree char *text = ks_day_to_iso (day->day);

      ks_cli_table_add_text (table, day->unit);
      ks_cli_table_add_text (table, text);
      ks_cli_table_add_count (table, day->posts);
      ks_cli_table_add_count (table, day->imported);
      if (day->counted >= 0)
        ks_cli_table_add_count (table, day->counted);
      else
        ks_cli_table_add_empty (table);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
act (KsCli *cli, KsCampaign *campaign, const Words *words, KsWorkKind kind, GError **error)
{
  gboolean posts = kind == KS_WORK_OF_POSTS;
  g_autoptr (KsOutcome) outcome = NULL;
  gboolean ok;

  if (words->path != NULL)
    ok = import_table (cli, campaign, words, kind, posts ? "posts" : "reports", &outcome, error);
  else if (words->assignments != NULL)
    ok = set_given (campaign, words, posts, &outcome, error);
  else if (words->verify != NULL)
    ok = verify (campaign, words, &outcome, error);
  else if (words->evidence != NULL)
    ok = keep_evidence (campaign, words, &outcome, error);
  else if (words->export == NULL && words->columns == NULL)
    return posts ? print_posts (cli, campaign, error) : print_reports (cli, campaign, error);
  else
    ok = TRUE;
  if (ok && outcome != NULL)
    ks_cli_note (cli, ks_outcome_get_message (outcome));
  return ok && (words->columns == NULL || ks_export_work_set_columns (campaign, words->columns, error))
         && (words->export == NULL || ks_export_work (campaign, words->export, error));
}

static gboolean
run (KsCli *cli, KsWorkKind kind, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!parse (cli, &words, error) || !check (&words, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && act (cli, campaign, &words, kind, error);
}

/**
 * ks_cli_reports:
 * @cli: the command line
 * @error: return location for an error
 *
 * `reports FILE`: shows the reports of the working groups; `--import F`, `--set CODE=…` bring them
 * in, `--verify`, `--evidence` tell what they rest on, `--export F` writes them as a table.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_reports (KsCli *cli, GError **error)
{
  return run (cli, KS_WORK_OF_REPORTS, error);
}

/**
 * ks_cli_posts:
 * @cli: the command line
 * @error: return location for an error
 *
 * `posts FILE`: shows how many posts of the Zalo group count, by unit and day; the options are those
 * of `reports`.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_posts (KsCli *cli, GError **error)
{
  return run (cli, KS_WORK_OF_POSTS, error);
}
