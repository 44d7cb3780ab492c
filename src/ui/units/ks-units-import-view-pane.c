/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-import-view-private.h"

#include "ks-fact-row.h"
#include "ks-i18n.h"
#include "ks-number.h"

static void
add_fact (GString *facts, const char *text)
{
  g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", text);
}

static void
add_counted (GString *facts, const char *words, guint count)
{
  g_autofree char *figure = ks_format_count (count);
  g_autofree char *text = g_strdup_printf ("%s %s", figure, words);

  if (count > 0)
    add_fact (facts, text);
}

/* "header in row 3 · 209 rows · 10 headings of districts · 11 sums checked" */
static char *
describe_sheet (const KsListSheet *sheet)
{
  GString *facts = g_string_new (NULL);

  if (sheet->first == sheet->header)
    add_fact (facts, _ ("no header row"));
  else
    {
      const KsListRow *header = sheet->grid->pdata[sheet->header];
      g_autofree char *number = ks_format_count ((gint64)header->number);
      g_autofree char *text = g_strdup_printf (_ ("header in row %s"), number);

      add_fact (facts, text);
    }
  add_counted (facts, ngettext ("row of a unit", "rows of units", sheet->rows->len),
               sheet->rows->len);
  add_counted (facts, ngettext ("heading", "headings", sheet->n_sections), sheet->n_sections);
  add_counted (facts, ngettext ("sum checked and left out", "sums checked and left out",
                                sheet->n_totals),
               sheet->n_totals);
  return g_string_free (facts, FALSE);
}

/**
 * ks_units_import_view_show_sheets:
 * @self: a view with a plan
 *
 * Lists the sheets with what was found in them.
 */
void
ks_units_import_view_show_sheets (KsUnitsImportView *self)
{
  GPtrArray *sheets = ks_units_plan_get_sheets (self->plan);
  guint selected = self->sheet < sheets->len ? self->sheet : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_list_box_remove (self->sheets, row);
  for (guint i = 0; i < sheets->len; i++)
    {
      const KsListSheet *sheet = sheets->pdata[i];
      g_autofree char *name = *sheet->name != '\0'
                                  ? g_strdup_printf ("%s – %s", sheet->file, sheet->name)
                                  : g_strdup (sheet->file);
      g_autofree char *facts = describe_sheet (sheet);

      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      gtk_list_box_append (self->sheets, row);
    }
  gtk_list_box_select_row (self->sheets,
                           gtk_list_box_get_row_at_index (self->sheets, (int)selected));
}

static void
append_count (KsUnitsImportView *self, const char *label, const char *css_class, guint count)
{
  KsFactRow *row = g_object_new (KS_TYPE_FACT_ROW, "title", label, NULL);
  g_autofree char *figure = ks_format_count (count);

  ks_fact_row_set_figure (row, figure);
  gtk_widget_add_css_class (GTK_WIDGET (row), css_class);
  gtk_list_box_append (self->counts, GTK_WIDGET (row));
}

static void
show_todo (KsUnitsImportView *self, const KsPlanCounts *counts)
{
  guint n_open = counts->asked + counts->faults;
  g_autofree char *count = ks_format_count (n_open);
  g_autofree char *text = NULL;

  if (n_open > 0)
    text = g_strdup_printf (ngettext ("%s row to look at: decide it, skip it, or correct it in the "
                                      "file.",
                                      "%s rows to look at: decide them, skip them, or correct them "
                                      "in the file.",
                                      n_open),
                            count);
  else if (counts->rows == 0)
    text = g_strdup (_ ("Say which column holds the code or the name of the units."));
  else if (counts->changed + counts->added + counts->restored == 0)
    text = g_strdup (_ ("The list holds nothing new."));
  gtk_label_set_text (self->todo, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->todo), text != NULL);
  gtk_widget_set_visible (self->skip_button, counts->asked > 1);
}

/**
 * ks_units_import_title_page:
 * @page: a part of the plan
 * @words: what it is called
 * @count: how much is in it; a part without anything is hidden
 */
void
ks_units_import_title_page (GtkStackPage *page, const char *words, guint count)
{
  g_autofree char *figure = ks_format_count (count);
  g_autofree char *title = g_strdup_printf ("%s · %s", words, figure);

  gtk_stack_page_set_title (page, title);
  gtk_stack_page_set_visible (page, count > 0);
}

/**
 * ks_units_import_view_show_counts:
 * @self: a view with a plan
 *
 * Tells how much would change and what is still open.
 */
void
ks_units_import_view_show_counts (KsUnitsImportView *self)
{
  GtkWidget *row;
  KsPlanCounts counts;

  ks_units_plan_count (self->plan, &counts);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_list_box_remove (self->counts, row);
  append_count (self, _ ("Units changed"), "whole", counts.changed);
  if (counts.jumps > 0)
    append_count (self, _ ("Staff changed by more than half"), "part", counts.jumps);
  append_count (self, _ ("New units"), "whole", counts.added);
  if (counts.restored > 0)
    append_count (self, _ ("Units in use again"), "whole", counts.restored);
  append_count (self, _ ("Units as before"), "whole", counts.same);
  append_count (self, _ ("Not in the list, left as they are"), "whole", counts.absent);
  append_count (self, _ ("Rows to look at"), "whole", counts.asked + counts.faults);
  if (counts.skipped > 0)
    append_count (self, _ ("Rows skipped"), "whole", counts.skipped);
  show_todo (self, &counts);
  ks_units_import_title_page (self->changes_page, _ ("Changes"),
                              counts.changed + counts.added + counts.restored);
  gtk_stack_page_set_visible (self->changes_page, TRUE);
  ks_units_import_title_page (self->absent_page, _ ("Not in the list"), counts.absent);
}
