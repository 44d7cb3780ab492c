/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-campaign-error.h"
#include "ks-cli-paper.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"

static void
print_figure (KsCliTable *table, const KsFigure *figure, const char *where)
{
  ks_cli_table_add_text (table, figure->id);
  ks_cli_table_add_text (table, figure->text);
  ks_cli_table_add_text (table, where);
  ks_cli_table_add_text (table, figure->account);
  ks_cli_table_end_row (table);
}

static gboolean
print_one (KsCliTable *table, KsFigureBook *book, const char *id, GError **error)
{
  const KsFigure *figure = ks_figure_book_lookup (book, id);

  if (figure == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("The paper has no figure %s; “figures” without --figure lists those that it "
                      "has."),
                   id);
      return FALSE;
    }
  print_figure (table, figure, "");
  return TRUE;
}

/* Each figure where it stands first. */
static void
print_all (KsCliTable *table, KsDocument *document, KsFigureBook *book)
{
  g_autoptr (GPtrArray) places = ks_document_dup_figures (document);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < places->len; i++)
    {
      const KsFigurePlace *place = places->pdata[i];

      if (g_hash_table_add (told, place->id))
        print_figure (table, ks_figure_book_lookup (book, place->id), place->where);
    }
}

/**
 * ks_cli_figures:
 * @cli: the command line
 * @error: return location for an error
 *
 * `figures FILE --document PAPER [--figure ID] [--district CODE] [--unit CODE] [--at TIME]`: every
 * number that a paper prints, and how it came about. Nothing leaves the program.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_figures (KsCli *cli, GError **error)
{
  g_auto (KsCliPaper) paper = { 0 };
  g_autofree char *figure = NULL;
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_STRING, &paper.document, N_ ("the paper that prints them"),
      "DOCUMENT" },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &figure, N_ ("only this figure"), "ID" },
    { "district", 0, 0, G_OPTION_ARG_STRING, &paper.district, N_ ("only this district"), "CODE" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &paper.unit, N_ ("the unit that it is about"), "CODE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &paper.at, N_ ("figures as of this moment"), "TIME" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (!ks_cli_parse (cli, entries,
                     "FILE --document PAPER [--figure ID] [--district CODE] [--unit CODE] "
                     "[--at TIME]",
                     1, 1, error)
      || !ks_cli_paper_read (&paper, error))
    return FALSE;
  if (paper.wish.kind >= KS_N_MADE_PAPERS)
    return ks_cli_refuse_usage (error, _ ("no accounts are kept for --document %s"),
                                paper.document);
  campaign = ks_cli_open (cli, error);
  document = campaign != NULL ? ks_make_paper (campaign, &paper.wish, NULL, error) : NULL;
  if (document == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "id,text,where,account");
  if (figure == NULL)
    print_all (table, document, ks_document_get_book (document));
  else if (!print_one (table, ks_document_get_book (document), figure, error))
    return FALSE;
  ks_cli_table_print (table);
  return TRUE;
}
