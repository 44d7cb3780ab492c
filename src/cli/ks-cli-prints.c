/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-print-runs.h"

static void
print_runs (KsCli *cli, GPtrArray *runs)
{
  g_autoptr (KsCliTable) table
      = ks_cli_table_new (cli, "run,time,actor,way,layout,options,sheets,complete");

  for (guint i = 0; i < runs->len; i++)
    {
      const KsPrintRun *run = g_ptr_array_index (runs, i);
      g_autofree char *time = ks_moment_to_iso (run->printed);

      ks_cli_table_add_count (table, run->id);
      ks_cli_table_add_text (table, time);
      ks_cli_table_add_text (table, run->actor);
      ks_cli_table_add_text (table, run->way);
      ks_cli_table_add_text (table, run->layout);
      ks_cli_table_add_text (table, run->options);
      ks_cli_table_add_count (table, run->n_sheets);
      ks_cli_table_add_count (table, run->complete);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

static void
add_unit (KsCliTable *table, const KsReprint *reprint, const char *code, const char *name,
          const char *state)
{
  const KsSheetOptions *options = &reprint->options;

  ks_cli_table_add_text (table, ks_layout_get_id (options->layout));
  ks_cli_table_add_text (table, options->layout == KS_LAYOUT_POSTER
                                    ? ks_poster_paper_get_id (options->paper)
                                    : "");
  ks_cli_table_add_text (table, code);
  ks_cli_table_add_text (table, name);
  ks_cli_table_add_text (table, state);
  ks_cli_table_end_row (table);
}

static void
print_outdated (KsCli *cli, GPtrArray *reprints)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "layout,paper,code,name,state");

  for (guint i = 0; i < reprints->len; i++)
    {
      const KsReprint *reprint = g_ptr_array_index (reprints, i);

      for (guint k = 0; k < reprint->units->len; k++)
        {
          KsUnit *unit = g_ptr_array_index (reprint->units, k);

          add_unit (table, reprint, ks_unit_get_code (unit), ks_unit_get_name (unit), "print");
        }
      for (guint k = 0; k < reprint->take_down->len; k++)
        add_unit (table, reprint, g_ptr_array_index (reprint->take_down, k), "", "take_down");
    }
  ks_cli_table_print (table);
}

/**
 * ks_cli_prints:
 * @cli: the command line
 * @error: return location for an error
 *
 * `prints FILE`: what was printed, the oldest first; `prints FILE --outdated`: the sheets that no
 * longer hold: `print` again, or `take_down` where the unit is no more.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_prints (KsCli *cli, GError **error)
{
  gboolean outdated = FALSE;
  const GOptionEntry entries[] = {
    { "outdated", 0, 0, G_OPTION_ARG_NONE, &outdated, N_ ("the sheets that no longer hold"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--outdated]", 1, 1, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  rows = outdated ? ks_reprints_load (campaign, error) : ks_print_runs_load (campaign, error);
  if (rows == NULL)
    return FALSE;
  if (outdated)
    print_outdated (cli, rows);
  else
    print_runs (cli, rows);
  return TRUE;
}
