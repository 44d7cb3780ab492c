/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include <string.h>

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-sheet-words.h"

static gboolean
find_text (const char *id, KsSheetText *text, GError **error)
{
  return (ks_sheet_text_find (id, text) && *text != KS_TEXT_LOGO)
         || ks_cli_refuse_usage (error, _ ("the sheets have no text %s; “texts FILE” lists them"),
                                 id);
}

static gboolean
read_changes (char **set, char **reset, KsSheetTexts *changes, GError **error)
{
  for (guint i = 0; set != NULL && set[i] != NULL; i++)
    {
      const char *words = strchr (set[i], '=');
      g_autofree char *id = NULL;
      KsSheetText text;

      if (words == NULL)
        return ks_cli_refuse_usage (error, _ ("--set takes NAME=TEXT, not %s"), set[i]);
      id = g_strndup (set[i], (gsize) (words - set[i]));
      if (!find_text (id, &text, error))
        return FALSE;
      g_free (changes->texts[text]);
      changes->texts[text] = g_strdup (words + 1);
    }
  for (guint i = 0; reset != NULL && reset[i] != NULL; i++)
    {
      KsSheetText text;

      if (!find_text (reset[i], &text, error))
        return FALSE;
      g_free (changes->texts[text]);
      changes->texts[text] = g_strdup (ks_sheet_text_get_default (text));
    }
  return TRUE;
}

static gboolean
print_texts (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsSheetTexts) texts = ks_sheet_words_load (campaign, error);
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "name,text,changed");

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < KS_TEXT_LOGO; i++)
    {
      ks_cli_table_add_text (table, ks_sheet_text_get_id ((KsSheetText) i));
      ks_cli_table_add_text (table, ks_sheet_texts_get (texts, (KsSheetText) i));
      ks_cli_table_add_count (table, texts->texts[i] != NULL);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_texts:
 * @cli: the command line
 * @error: return location for an error
 *
 * `texts FILE [--set NAME=TEXT]… [--reset NAME]… [--logo F|--no-logo]`: words sheets otherwise,
 * then shows the texts. A line feed in TEXT ends a line.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_texts (KsCli *cli, GError **error)
{
  g_auto (GStrv) set = NULL;
  g_auto (GStrv) reset = NULL;
  g_autofree char *logo = NULL;
  gboolean no_logo = FALSE;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &set, N_ ("what a text shall say"), "NAME=TEXT" },
    { "reset", 0, 0, G_OPTION_ARG_STRING_ARRAY, &reset, N_ ("the usual words again"), "NAME" },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &logo, N_ ("emblem for posters"), "PNG|SVG" },
    { "no-logo", 0, 0, G_OPTION_ARG_NONE, &no_logo, N_ ("no emblem any more"), NULL },
    { NULL },
  };
  g_autoptr (KsSheetTexts) changes = ks_sheet_texts_new ();
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--set NAME=TEXT]… [--reset NAME]… [--logo F]", 1, 1,
                     error)
      || !read_changes (set, reset, changes, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && ks_set_sheet_words (campaign, changes, NULL, error)
         && ((logo == NULL && !no_logo) || ks_set_logo (campaign, logo, NULL, error))
         && print_texts (cli, campaign, error);
}
