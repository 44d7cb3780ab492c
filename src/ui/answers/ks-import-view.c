/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-view.h"

#include "ks-column.h"
#include "ks-fact-row.h"
#include "ks-i18n.h"
#include "ks-import-column-item.h"
#include "ks-number.h"
#include "ks-row-item.h"
#include "ks-wrap-layout.h"

struct _KsImportView
{
  AdwBin parent_instance;

  GtkWidget *side_box;
  GtkWidget *facts;
  GtkWidget *changes;
  GtkWidget *known_note;
  GtkWidget *columns_title;
  GtkWidget *date_note;
  GtkWidget *table;
  GtkColumnViewColumn *number_column;
  GtkColumnViewColumn *header_column;
  GtkColumnViewColumn *role_column;
  GtkColumnViewColumn *sample_column;
  GtkColumnViewColumn *grounds_column;
};

G_DEFINE_FINAL_TYPE (KsImportView, ks_import_view, ADW_TYPE_BIN)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/answers/ks-import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsImportView, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, facts);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, changes);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, known_note);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, columns_title);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, date_note);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, table);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, number_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, header_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, role_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, sample_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, grounds_column);
}

static void
ks_import_view_class_init (KsImportViewClass *klass)
{
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static gint64
get_number (gpointer item, gpointer data)
{
  return ks_import_column_item_get_number (item);
}

static char *
dup_header (gpointer item, gpointer data)
{
  return g_strdup (ks_import_column_item_get_header (item));
}

static char *
dup_role (gpointer item, gpointer data)
{
  return g_strdup (ks_import_column_item_get_role (item));
}

static char *
dup_sample (gpointer item, gpointer data)
{
  return g_strdup (ks_import_column_item_get_sample (item));
}

static char *
dup_grounds (gpointer item, gpointer data)
{
  return g_strdup (ks_import_column_item_get_grounds (item));
}

static void
ks_import_view_init (KsImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_column_set_number (self->number_column, KS_CELL_SECONDARY, get_number, NULL);
  ks_column_set_text (self->header_column, KS_CELL_PLAIN, dup_header, NULL);
  ks_column_set_text (self->role_column, KS_CELL_STRONG, dup_role, NULL);
  ks_column_set_text (self->sample_column, KS_CELL_SECONDARY, dup_sample, NULL);
  ks_column_set_text (self->grounds_column, KS_CELL_SECONDARY, dup_grounds, NULL);
  ks_column_view_align_titles (GTK_COLUMN_VIEW (self->table));
}

static void
append_fact (KsImportView *self, const char *title, const char *value)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *caption = gtk_label_new (title);
  GtkWidget *label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (fact), caption);
  gtk_box_append (GTK_BOX (fact), label);
  gtk_widget_set_hexpand (fact, TRUE);
  gtk_widget_add_css_class (fact, "import-fact");
  gtk_box_append (GTK_BOX (self->facts), fact);
}

static void
show_facts (KsImportView *self, const KsImportPlan *plan)
{
  g_autofree char *rows = ks_format_count (plan->n_rows);
  g_autofree char *size = g_strdup_printf (_ ("%s rows × %u columns"), rows, plan->n_columns);
  g_autofree char *separator = NULL;
  GtkWidget *fact;

  while ((fact = gtk_widget_get_first_child (self->facts)) != NULL)
    gtk_box_remove (GTK_BOX (self->facts), fact);
  append_fact (self, _ ("Source"), ks_import_plan_get_source_label (plan));
  append_fact (self, _ ("Size"), size);
  append_fact (self, _ ("Dates"), ks_import_plan_name_date_order (plan));
  if (*plan->multi_separator == '\0')
    return;
  separator = g_strdup_printf (_ ("parted by “%s”"), plan->multi_separator);
  append_fact (self, _ ("Several choices"), separator);
}

static void
append_change (KsImportView *self, const char *label, const char *css_class, const char *figure)
{
  KsFactRow *row = g_object_new (KS_TYPE_FACT_ROW, "title", label, NULL);

  ks_fact_row_set_figure (row, figure);
  gtk_widget_add_css_class (GTK_WIDGET (row), css_class);
  gtk_list_box_append (GTK_LIST_BOX (self->changes), GTK_WIDGET (row));
}

static void
append_count (KsImportView *self, const char *label, const char *css_class, gint64 count)
{
  g_autofree char *figure = ks_format_count (count);

  append_change (self, label, css_class, figure);
}

static void
show_changes (KsImportView *self, const KsImportResult *result, KsCampaign *campaign)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autofree char *units
      = g_strdup_printf ("%u/%u", result->units, ks_registry_get_n_units (registry));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->changes)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->changes), row);
  append_count (self, _ ("Valid sheets added"), "whole", result->counted);
  append_count (self, _ ("Sheets waiting, not counted"), "whole", result->waiting);
  for (guint i = KS_REASON_NONE + 1; i < KS_N_REASONS; i++)
    if (result->reasons[i] > 0)
      append_count (self, ks_row_item_name_reason (i), "part", result->reasons[i]);
  append_count (self, _ ("Known from earlier imports"), "whole", result->known);
  if (result->unread > 0)
    append_count (self, _ ("Cells not read, left blank"), "whole", result->unread);
  append_change (self, _ ("Units with sheets"), "whole", units);
  gtk_widget_set_visible (self->known_note, result->added == 0);
}

static const char *
find_time_sample (const KsImportPlan *plan)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const KsImportColumn *column = g_ptr_array_index (plan->columns, i);

      if (column->role == KS_COLUMN_TIME)
        return column->sample;
    }
  return NULL;
}

static void
show_columns (KsImportView *self, const KsImportPlan *plan, KsCampaign *campaign)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (GtkSelectionModel) selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (ks_import_columns_new (plan, form)));
  guint n_used = 0;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  const char *time = find_time_sample (plan);

  for (guint i = 0; i < plan->columns->len; i++)
    n_used += ((const KsImportColumn *)g_ptr_array_index (plan->columns, i))->role
              != KS_COLUMN_IGNORED;
  title = g_strdup_printf (_ ("Which column is what: %u of %u known"), n_used, plan->columns->len);
  gtk_label_set_text (GTK_LABEL (self->columns_title), title);
  if (time != NULL)
    note = ks_import_plan_dup_doubt (plan, time);
  gtk_label_set_text (GTK_LABEL (self->date_note), note != NULL ? note : "");
  gtk_widget_set_visible (self->date_note, note != NULL);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), selection);
}

/**
 * ks_import_view_show:
 * @self: a view
 * @plan: what the file is
 * @result: what the import would do
 * @campaign: where it would go
 *
 * Shows a file.
 */
void
ks_import_view_show (KsImportView *self,
                     const KsImportPlan *plan,
                     const KsImportResult *result,
                     KsCampaign *campaign)
{
  g_return_if_fail (KS_IS_IMPORT_VIEW (self));

  show_facts (self, plan);
  show_changes (self, result, campaign);
  show_columns (self, plan, campaign);
}

/**
 * ks_import_view_get_side_box:
 * @self: a view
 *
 * Returns: (transfer none): the box whose halves take turns in a narrow window
 */
KsSideBox *
ks_import_view_get_side_box (KsImportView *self)
{
  g_return_val_if_fail (KS_IS_IMPORT_VIEW (self), NULL);

  return KS_SIDE_BOX (self->side_box);
}
