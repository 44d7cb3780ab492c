/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-i18n.h"
#include "ks-platform.h"

typedef struct {
  const char   *name;
  KsCommandFunc run;
} Command;

/* In the order of the work. */
static const Command commands[] = {
  { "new", ks_cli_new },
  { "sample", ks_cli_sample },
  { "units", ks_cli_units },
  { "unit", ks_cli_unit },
  { "events", ks_cli_events },
  { "lineage", ks_cli_lineage },
  { "contacts", ks_cli_contacts },
  { "population", ks_cli_population },
  { "form", ks_cli_form },
  { "links", ks_cli_links },
  { "print", ks_cli_print },
  { "prove", ks_cli_prove },
  { "import", ks_cli_import },
  { "batches", ks_cli_batches },
  { "rows", ks_cli_rows },
  { "reports", ks_cli_reports },
  { "posts", ks_cli_posts },
  { "participation", ks_cli_participation },
  { "tally", ks_cli_tally },
  { "shortlist", ks_cli_shortlist },
  { "choose", ks_cli_choose },
  { "report", ks_cli_report },
  { "log", ks_cli_log },
  { "check", ks_cli_check },
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
    g_print ("  %s\n", commands[i].name);
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
