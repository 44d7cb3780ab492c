/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-sheets.h"

#include "ks-fonts.h"
#include "ks-i18n.h"
#include "ks-print-runs.h"

#define MOST_COUNT 10000
#define USAGE \
  "FILE --layout poster|annex|guide|labels|cards [--paper A4|A3|2A5] [--columns 1|2] " \
  "[--outdated] --output X.pdf"

typedef struct {
  char    *layout;
  char    *paper;
  char    *grid;
  char    *output;
  char    *order;
  char    *from;
  char   **districts;
  char   **codes;
  int      columns;
  int      copies;
  int      skip;
  gboolean district_pages;
  gboolean save_ink;
  gboolean outdated;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->layout);
  g_free (words->paper);
  g_free (words->grid);
  g_free (words->output);
  g_free (words->order);
  g_free (words->from);
  g_strfreev (words->districts);
  g_strfreev (words->codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse (KsCli *cli, Words *words, GError **error)
{
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &words->layout, "poster, annex, guide, labels, cards",
      "LAYOUT" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &words->paper, N_ ("of posters: A4, A3, 2A5"), "PAPER" },
    { "columns", 0, 0, G_OPTION_ARG_INT, &words->columns, N_ ("columns of the annex"), "1|2" },
    { "district-pages", 0, 0, G_OPTION_ARG_NONE, &words->district_pages,
      N_ ("in the annex a page begins with every district"), NULL },
    { "copies", 0, 0, G_OPTION_ARG_INT, &words->copies,
      N_ ("of every poster, label or card"), "N" },
    { "skip", 0, 0, G_OPTION_ARG_INT, &words->skip,
      N_ ("labels of the first sheet that are used"), "N" },
    { "grid", 0, 0, G_OPTION_ARG_STRING, &words->grid,
      N_ ("sheet of labels: 70x37, … or eleven numbers"),
      "GRID" },
    { "save-ink", 0, 0, G_OPTION_ARG_NONE, &words->save_ink, N_ ("black only"), NULL },
    { "outdated", 0, 0, G_OPTION_ARG_NONE, &words->outdated,
      N_ ("only sheets that no longer hold since they were printed"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output, N_ ("PDF to write"), "PDF" },
    { "district", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->districts,
      N_ ("only this district"), "CODE" },
    { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->codes, N_ ("only this unit"), "CODE" },
    { "order", 0, 0, G_OPTION_ARG_STRING, &words->order,
      N_ ("of posters, labels and cards: office, name, code"), "ORDER" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words->from,
      N_ ("go on from this unit: those before it in that order are printed already"), "CODE" },
    { NULL },
  };

  if (!ks_cli_parse (cli, entries, USAGE, 1, 1, error))
    return FALSE;
  return words->output != NULL || ks_cli_refuse_usage (error, _ ("--output is missing"));
}

static gboolean
is_count (int number)
{
  return number >= 0 && number <= MOST_COUNT;
}

static gboolean
read_options (const Words *words, KsSheetOptions *options, GError **error)
{
  if (words->layout == NULL || !ks_layout_from_id (words->layout, &options->layout)
      || options->layout == KS_LAYOUT_IMAGE)
    return ks_cli_refuse_usage (error, _ ("--layout takes poster, annex, guide, labels or cards"));
  if (words->paper != NULL && !ks_poster_paper_from_id (words->paper, &options->paper))
    return ks_cli_refuse_usage (error, _ ("--paper takes A4, A3 or 2A5"));
  if (options->paper != KS_PAPER_A4 && options->layout != KS_LAYOUT_POSTER)
    return ks_cli_refuse_usage (error, _ ("only posters are printed on A3 or 2A5"));
  if (words->columns < 1 || words->columns > 2)
    return ks_cli_refuse_usage (error, _ ("--columns takes 1 or 2"));
  if (!is_count (words->copies) || !is_count (words->skip))
    return ks_cli_refuse_usage (error, _ ("--copies and --skip take a number"));
  if (words->grid != NULL && !ks_label_grid_parse (words->grid, &options->grid, error))
    return FALSE;
  if (words->order != NULL && !ks_sheet_order_from_id (words->order, &options->order))
    return ks_cli_refuse_usage (error, _ ("--order takes office, name or code"));
  options->columns = (guint) words->columns;
  options->copies = (guint) words->copies;
  options->skip = (guint) words->skip;
  options->district_pages = words->district_pages;
  return TRUE;
}

/* Leaves of the units chosen (NULL: all) those whose sheets no longer hold. */
static gboolean
choose_outdated (KsCampaign *campaign, const KsSheetOptions *options, GPtrArray **units,
                 GError **error)
{
  g_autoptr (GPtrArray) reprints = ks_reprints_load (campaign, error);
  g_autoptr (GPtrArray) chosen = *units;
  const KsReprint *reprint;

  *units = NULL;
  if (reprints == NULL)
    return FALSE;
  *units = g_ptr_array_new_with_free_func (g_object_unref);
  reprint = ks_reprints_find (reprints, options);
  for (guint i = 0; reprint != NULL && i < reprint->units->len; i++)
    {
      KsUnit *unit = g_ptr_array_index (reprint->units, i);

      if (chosen == NULL || g_ptr_array_find (chosen, unit, NULL))
        g_ptr_array_add (*units, g_object_ref (unit));
    }
  return TRUE;
}

static gboolean
print_sheets (KsCli *cli, KsCampaign *campaign, KsSheetChoice *choice, const Words *words,
              GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Writing sheets"));
  g_autofree char *warning = NULL;

  if (!ks_cli_select_units (campaign, words->districts, words->codes, &units, error))
    return FALSE;
  if (words->outdated && !choose_outdated (campaign, &choice->options, &units, error))
    return FALSE;
  if (words->outdated && units->len == 0)
    {
      ks_cli_note (cli, _ ("note: no sheet has to be printed again; nothing was written"));
      return TRUE;
    }
  choice->units = units;
  choice->from = words->from;
  choice->save_ink = words->save_ink;
  if (!ks_print_sheets (campaign, choice, words->output, job, &warning, error))
    return FALSE;
  ks_cli_note_sheets (cli, campaign, warning);
  return TRUE;
}

/**
 * ks_cli_print:
 * @cli: the command line
 * @error: return location for an error
 *
 * `print FILE --layout L [--paper P] [--columns 1|2] [--district-pages] [--copies N] [--skip N]
 * [--grid G] [--order O] [--from C] [--save-ink] [--outdated] --output X.pdf [--district C]… [--unit C]…`.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_print (KsCli *cli, GError **error)
{
  g_auto (Words) words = { .columns = 1, .copies = 1 };
  KsSheetChoice choice = { 0 };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!parse (cli, &words, error) || !read_options (&words, &choice.options, error))
    return FALSE;
  ks_fonts_prepare ();
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && print_sheets (cli, campaign, &choice, &words, error);
}
