/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-platform.h"

typedef struct {
  const char   *name;
  KsCommandFunc run;
  const char   *summary; /* for --help */
} Command;

/* In the order of the work. */
static const Command commands[] = {
  { "new", ks_cli_new, N_ ("Make a campaign file") },
  { "sample", ks_cli_sample, N_ ("Make the sample campaign, with simulated figures") },
  { "units", ks_cli_units, N_ ("List the units; load and save lists") },
  { "unit", ks_cli_unit, N_ ("Show, edit, add, retire or restore a unit") },
  { "events", ks_cli_events, N_ ("Merges, splits and renames, with their day") },
  { "lineage", ks_cli_lineage, N_ ("What a unit came from, and what became of it") },
  { "contacts", ks_cli_contacts, N_ ("Whom to call in each district") },
  { "population", ks_cli_population, N_ ("Who is in the scope of the survey") },
  { "form", ks_cli_form, N_ ("Show, load, save and print the form") },
  { "links", ks_cli_links, N_ ("The link of each unit; set the template") },
  { "texts", ks_cli_texts, N_ ("The words of the sheets; change them and take changes back") },
  { "print", ks_cli_print, N_ ("Print sheets with QR codes as PDF") },
  { "prints", ks_cli_prints, N_ ("What was printed, and which sheets no longer hold") },
  { "images", ks_cli_images, N_ ("A picture for phones of every unit") },
  { "pack", ks_cli_pack, N_ ("What each district hands on, as ZIP") },
  { "steps", ks_cli_steps, N_ ("What is done before the day: packs sent, codes received") },
  { "prove", ks_cli_prove, N_ ("Read every code of a PDF back") },
  { "import", ks_cli_import, N_ ("Take in the answers of a form service") },
  { "watch", ks_cli_watch, N_ ("Take in the exports that come into a folder") },
  { "recipe", ks_cli_recipe, N_ ("How files of answers are read: save and load it") },
  { "batches", ks_cli_batches, N_ ("What was imported") },
  { "withdraw", ks_cli_withdraw, N_ ("Take an import out again, or put it back") },
  { "findings", ks_cli_findings, N_ ("What the figures give reason to check") },
  { "decide", ks_cli_decide, N_ ("Count sheets, leave them out, or move them, with a reason") },
  { "rows", ks_cli_rows, N_ ("Rows of the imports, without answers") },
  { "reports", ks_cli_reports, N_ ("Reports of the working groups") },
  { "posts", ks_cli_posts, N_ ("Posts in the Zalo group") },
  { "calls", ks_cli_calls, N_ ("Who was called, and what came of it") },
  { "remind", ks_cli_remind, N_ ("Texts and pictures for the groups of the districts") },
  { "status", ks_cli_status, N_ ("Where the campaign stands: the next step, who took part") },
  { "attention", ks_cli_attention, N_ ("Which units ask for a call on the day; change it") },
  { "reconcile", ks_cli_reconcile, N_ ("Staff, reports and answers of the units, contradictions first") },
  { "extend", ks_cli_extend, N_ ("Move the end of the survey, with a reason") },
  { "close", ks_cli_close, N_ ("End the survey, or open it again") },
  { "participation", ks_cli_participation, N_ ("Answers against staff") },
  { "tally", ks_cli_tally, N_ ("Answers of each question, counted") },
  { "results", ks_cli_results, N_ ("Shares of good opinions, with interval and bounds") },
  { "comments", ks_cli_comments, N_ ("What was written to the open questions") },
  { "themes", ks_cli_themes, N_ ("What comments speak of; how many do") },
  { "tag", ks_cli_tag, N_ ("Give comments a theme") },
  { "black-out", ks_cli_black_out, N_ ("Black out names and numbers in a comment") },
  { "quote", ks_cli_quote, N_ ("What papers say of comments") },
  { "chart", ks_cli_chart, N_ ("Write a chart as PDF, SVG or PNG") },
  { "export", ks_cli_export, N_ ("Write all results of a scope as XLSX, CSV or PDF") },
  { "publish", ks_cli_publish, N_ ("Settle the figures, or correct settled ones") },
  { "given", ks_cli_given, N_ ("Every time that answers left the program") },
  { "seal", ks_cli_seal, N_ ("Seal settled figures, and write their archive") },
  { "verify", ks_cli_verify, N_ ("Check a seal, and make its figures anew from the archive") },
  { "weights", ks_cli_weights, N_ ("The scale of the commendation: points, own criteria, lock") },
  { "bar", ks_cli_bar, N_ ("Leave a unit out of the ranking, with a reason") },
  { "shortlist", ks_cli_shortlist, N_ ("Units ranked by how they organised the survey") },
  { "choose", ks_cli_choose, N_ ("Choose collectives and people for commendation") },
  { "papers", ks_cli_papers, N_ ("What papers say beside figures; templates") },
  { "figures", ks_cli_figures, N_ ("Every number of a paper, and how it came about") },
  { "report", ks_cli_report, N_ ("Write a paper") },
  { "log", ks_cli_log, N_ ("Everything that was done") },
  { "check", ks_cli_check, N_ ("Check the campaign file") },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static int
print_help (void)
{
  g_print ("%s\n", _ ("usage: khaosat-cli COMMAND FILE [OPTION…]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-14s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("%s\n", _ ("“khaosat-cli COMMAND --help” tells the options of a command."));
  return KS_EXIT_DONE;
}

static int
refuse_command (const char *name)
{
  g_printerr ("khaosat-cli: ");
  if (name == NULL)
    g_printerr ("%s", _ ("usage: khaosat-cli COMMAND FILE [OPTION…]"));
  else
    g_printerr (_ ("there is no command %s"), name);
  g_printerr ("; %s\n", _ ("“khaosat-cli --help” lists the commands"));
  return KS_EXIT_USAGE;
}

static int
run (const Command *command, char **arguments)
{
  KsCli cli = { .command = command->name, .arguments = g_strdupv (arguments) };
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  gboolean ok;

  cli.clock = clock;
  ok = command->run (&cli, &error);
  g_strfreev (cli.arguments);
  g_free (cli.format);
  g_free (cli.table_locale);
  g_free (cli.actor);
  if (ok)
    return KS_EXIT_DONE;
  g_printerr ("khaosat-cli %s: %s\n", command->name, error->message);
  return g_error_matches (error, KS_CLI_ERROR, KS_CLI_ERROR_USAGE) ? KS_EXIT_USAGE
                                                                   : KS_EXIT_REFUSED;
}

int
main (int argc, char **argv)
{
  const Command *command = NULL;

  ks_platform_init ();
  ks_locale_init (NULL);
  g_set_prgname ("khaosat-cli");
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("khaosat-cli %s\n", KS_VERSION);
      return KS_EXIT_DONE;
    }
  if (argc == 2 && g_str_equal (argv[1], "--help"))
    return print_help ();
  if (argc >= 2)
    command = find_command (argv[1]);
  return command != NULL ? run (command, argv + 1) : refuse_command (argv[1]);
}
