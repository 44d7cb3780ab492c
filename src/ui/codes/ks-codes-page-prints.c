/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-choice-window.h"
#include "ks-i18n.h"
#include "ks-print-runs.h"
#include "ks-sheet-settings.h"

/* What left the program so far, the newest first. */

static const char *
get_way (const char *way)
{
  static const struct
  {
    const char *id;
    const char *label;
  } ways[] = {
    { "pdf", N_ ("PDF") },
    { "printer", N_ ("printer") },
    { "images", N_ ("pictures") },
    { "pack", N_ ("pack of a district") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].id, way))
      return _ (ways[i].label);
  return way;
}

/* "poster A3": the layout's own words, and the paper as it is called everywhere. */
static char *
dup_layout (const char *layout)
{
  g_auto (GStrv) words = g_strsplit (layout, " ", 2);
  KsLayout known;

  if (words[0] == NULL || !ks_layout_from_id (words[0], &known))
    return g_strdup (layout);
  return g_strjoin (" ", ks_layout_get_title (known), words[1], NULL);
}

static KsChoiceRow *
make_row (const KsPrintRun *run)
{
  KsChoiceRow *row = g_new0 (KsChoiceRow, 1);
  g_autofree char *layout = dup_layout (run->layout);
  g_autofree char *when = ks_moment_format (run->printed);
  guint n = (guint)run->n_sheets;
  g_autofree char *count = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);

  row->title = g_strdup_printf ("%s · %s", layout, count);
  row->subtitle = g_strdup_printf ("%s · %s · %s", when, get_way (run->way),
                                   run->actor != NULL ? run->actor : "");
  return row;
}

/*
 * ks_codes_page_prints_cb:
 * @widget: the page
 * @action: its name
 * @parameter: none
 *
 * Lists what was printed and exported, when and by whom.
 */
void
ks_codes_page_prints_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);
  const KsChoiceQuestion question
      = { .title = _ ("Printed So Far"), .none = _ ("Nothing Was Printed Yet") };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = ks_print_runs_load (self->campaign, &error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_choice_row_free);

  if (runs == NULL)
    {
      ks_shell_show_error (ks_shell_from_widget (widget), error);
      return;
    }
  for (guint i = runs->len; i > 0; i--)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (runs, i - 1)));
  ks_choice_window_present (widget, &question, rows, NULL, NULL, NULL);
}
