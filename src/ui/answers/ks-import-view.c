/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-view-private.h"

#include "ks-column.h"
#include "ks-fact-row.h"
#include "ks-i18n.h"
#include "ks-import-column-item.h"
#include "ks-import-group.h"
#include "ks-number.h"
#include "ks-row-item.h"
#include "ks-wrap-layout.h"

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  gtk_widget_class_bind_template_child (widget_class, KsImportView, files_group);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, files);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, notes);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, sheet_drop_down);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, columns_title);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, date_note);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, table);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, number_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, header_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, role_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, sample_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, grounds_column);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, questions_box);
  gtk_widget_class_bind_template_child (widget_class, KsImportView, questions_list);
}

static void
ks_import_view_dispose (GObject *object)
{
  KsImportView *self = KS_IMPORT_VIEW (object);

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (ks_import_view_parent_class)->dispose (object);
}

static void sheet_chosen_cb (KsImportView *self);
static void file_activated_cb (KsImportView *self, GtkListBoxRow *row);

static void
ks_import_view_class_init (KsImportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_import_view_dispose;
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), file_activated_cb);
  signals[ANSWERED] = g_signal_new ("answered", KS_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
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
  ks_import_view_offer_roles (self);
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

static guint
get_n_files (KsImportView *self)
{
  guint n_files = 1;

  for (guint i = 1; i < self->plans->len; i++)
    n_files += ((const KsImportPlan *)self->plans->pdata[i])->file_index
               != ((const KsImportPlan *)self->plans->pdata[i - 1])->file_index;
  return n_files;
}

static void
append_total (KsImportView *self)
{
  g_autofree char *rows = NULL;
  g_autofree char *size = NULL;
  gint64 n_rows = 0;
  guint n_files = get_n_files (self);

  if (self->plans->len < 2)
    return;
  for (guint i = 0; i < self->plans->len; i++)
    n_rows += ((const KsImportPlan *)self->plans->pdata[i])->n_rows;
  rows = ks_format_count (n_rows);
  size = n_files > 1 ? g_strdup_printf (_ ("%u files, with %s rows"), n_files, rows)
                     : g_strdup_printf (_ ("%u, with %s rows"), self->plans->len, rows);
  append_fact (self, n_files > 1 ? _ ("Together") : _ ("Sheets of the file"), size);
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
  append_total (self);
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

static const char *
describe_known (const KsImportResult *result)
{
  if (!result->recorded)
    return _ ("This file was imported before; there is nothing new in it.");
  return result->vanished > 0
             ? _ ("No sheet in this file is new, but sheets of an earlier import are missing from "
                  "it. They are kept; that they are missing becomes a finding to decide.")
             : _ ("No sheet in this file is new, but sheets that an earlier file lacked are there "
                  "again.");
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
  if (result->n_trials > 0)
    append_count (self, _ ("Trial answers, never counted"), "whole", result->n_trials);
  append_count (self, _ ("Known from earlier imports"), "whole", result->known);
  if (result->vanished > 0)
    append_count (self, _ ("Missing since an earlier import, kept"), "whole", result->vanished);
  if (result->unread > 0)
    append_count (self, _ ("Cells not read, left blank"), "whole", result->unread);
  append_change (self, _ ("Units with sheets"), "whole", units);
  gtk_label_set_text (GTK_LABEL (self->known_note), describe_known (result));
  gtk_widget_set_visible (self->known_note, result->added == 0);
}

static void
append_file (KsImportView *self, guint table, KsImportResult *const *results, guint n_results)
{
  const KsImportPlan *plan = self->plans->pdata[table];
  g_autoptr (KsImportResult) sum = ks_import_results_sum (results, n_results);
  g_autofree char *counted = ks_format_count (sum->counted);
  g_autofree char *waiting = ks_format_count (sum->waiting);
  g_autofree char *known = ks_format_count (sum->known);
  g_autofree char *counts
      = g_strdup_printf (_ ("%s valid · %s wait · %s known"), counted, waiting, known);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 self->names->pdata[plan->file_index]);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), counts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "ks-table", GUINT_TO_POINTER (table));
  gtk_list_box_append (GTK_LIST_BOX (self->files), row);
}

/* What each of several files would bring. */
static void
show_files (KsImportView *self, GPtrArray *results)
{
  guint n_files = get_n_files (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->files)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->files), row);
  gtk_widget_set_visible (self->files_group, n_files > 1);
  for (guint first = 0, next; n_files > 1 && first < self->plans->len; first = next)
    {
      guint file = ((const KsImportPlan *)self->plans->pdata[first])->file_index;

      for (next = first + 1; next < self->plans->len; next++)
        if (((const KsImportPlan *)self->plans->pdata[next])->file_index != file)
          break;
      append_file (self, first, (KsImportResult *const *)results->pdata + first, next - first);
    }
}

/* A file shows its columns. In a narrow window they take the place of the list. */
static void
file_activated_cb (KsImportView *self, GtkListBoxRow *row)
{
  guint table = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ks-table"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sheet_drop_down), table);
  if (ks_side_box_get_folded (KS_SIDE_BOX (self->side_box)))
    ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}

static const char *
find_passed_over (KsImportView *self, guint file)
{
  for (guint i = 0; i < self->plans->len; i++)
    if (((const KsImportPlan *)self->plans->pdata[i])->file_index == file)
      return ((const KsImportPlan *)self->plans->pdata[i])->passed_over;
  return NULL;
}

static void
show_notes (KsImportView *self, const KsImportPlan *plan)
{
  char *notes[] = { g_strdup (self->refusal), ks_import_plan_dup_changes (plan),
                    g_strdup (find_passed_over (self, plan->file_index)),
                    ks_import_plan_dup_named (plan), ks_import_plan_dup_zone (plan),
                    ks_import_plan_dup_no_time (plan) };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      if (notes[i] != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", notes[i]);
      g_free (notes[i]);
    }
  gtk_label_set_text (GTK_LABEL (self->notes), text->str);
  gtk_widget_set_visible (self->notes, text->len > 0);
}

static void
show_columns (KsImportView *self, const KsImportPlan *plan)
{
  g_autoptr (GtkSelectionModel) selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (ks_import_columns_new (plan, self->form)));
  guint n_used = 0;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  const char *time = ks_import_plan_get_time_sample (plan);

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

/* Sheets of a file have headers of their own. */
static void
show_sheet (KsImportView *self, guint sheet)
{
  const KsImportPlan *plan = self->plans->pdata[sheet];

  show_facts (self, plan);
  show_notes (self, plan);
  show_columns (self, plan);
}

static void
sheet_chosen_cb (KsImportView *self)
{
  guint sheet = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet_drop_down));

  if (self->plans != NULL && sheet < self->plans->len)
    show_sheet (self, sheet);
}

static const char *
get_table_name (KsImportView *self, const KsImportPlan *plan)
{
  return get_n_files (self) > 1 ? plan->file : plan->sheet;
}

static void
offer_sheets (KsImportView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet_drop_down));

  for (guint i = 0; i < self->plans->len; i++)
    gtk_string_list_append (names, get_table_name (self, self->plans->pdata[i]));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->sheet_drop_down), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sheet_drop_down),
                              selected < self->plans->len ? selected : 0);
  gtk_widget_set_visible (self->sheet_drop_down, self->plans->len > 1);
}

static GPtrArray *
list_names (const KsImportTask *task)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ks_import_task_get_n_files (task); i++)
    {
      g_autofree char *name = g_path_get_basename (task->paths->pdata[i]);

      g_ptr_array_add (names, g_filename_display_name (name));
    }
  return names;
}

/**
 * ks_import_view_show:
 * @self: a view
 * @task: what was found out of files; nobody works on it now
 *
 * Shows files. Signal "answered": an officer said something of it, which the recipes of the task
 * hold now.
 */
void
ks_import_view_show (KsImportView *self, const KsImportTask *task)
{
  g_return_if_fail (KS_IS_IMPORT_VIEW (self));

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_object (&self->form);
  g_free (self->refusal);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->plans = g_ptr_array_ref (task->plans);
  self->names = list_names (task);
  self->groups = ks_import_groups_new (task);
  self->recipes = g_ptr_array_ref (task->recipes);
  self->form = ks_campaign_dup_form (task->campaign);
  self->refusal = g_strdup (task->refusal);
  offer_sheets (self);
  show_changes (self, task->result, task->campaign);
  show_files (self, task->results);
  show_sheet (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet_drop_down)));
  ks_import_view_ask (self, task->campaign);
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
