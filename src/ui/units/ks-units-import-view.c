/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-import-view-private.h"

#include "ks-column.h"
#include "ks-growing-list.h"
#include "ks-i18n.h"
#include "ks-units-import-lists.h"
#include "ks-wrap-layout.h"

enum
{
  SET_COLUMN,
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsUnitsImportView, ks_units_import_view, ADW_TYPE_BIN)

static char *
dup_letter (gpointer item, gpointer data)
{
  return ks_sheet_column_name (ks_units_import_item_get_column (item)->column);
}

static char *
dup_header (gpointer item, gpointer data)
{
  return g_strdup (ks_units_import_item_get_column (item)->title);
}

static char *
dup_sample (gpointer item, gpointer data)
{
  const char *sample = ks_units_import_item_get_column (item)->sample;

  return g_strdup (sample != NULL ? sample : "–");
}

/* Columns of the sheet that hold something. */
static void
show_columns (KsUnitsImportView *self)
{
  KsListSheet *sheet = ks_units_plan_get_sheets (self->plan)->pdata[self->sheet];
  GListStore *items = g_list_store_new (KS_TYPE_UNITS_IMPORT_ITEM);
  g_autoptr (GtkSelectionModel) model = NULL;
  g_autofree char *title = NULL;
  guint n_used = 0, n_shown = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const KsListColumn *column = sheet->columns->pdata[i];
      g_autoptr (KsUnitsImportItem) item = NULL;

      if (*column->title == '\0' && column->n_filled == 0 && sheet->first > sheet->header)
        continue;
      item = ks_units_import_item_new (self->plan, self->sheet, i);
      g_list_store_append (items, item);
      n_shown++;
      n_used += column->meaning.role != KS_LIST_IGNORED;
    }
  model = ks_growing_list_new (G_LIST_MODEL (items), GTK_SCROLLABLE (self->columns));
  gtk_column_view_set_model (self->columns, model);
  title = g_strdup_printf (_ ("Which column is what: %u of %u known"), n_used, n_shown);
  gtk_label_set_text (self->columns_title, title);
}

static void
sheet_selected_cb (KsUnitsImportView *self, GtkListBoxRow *row)
{
  if (row == NULL || self->plan == NULL)
    return;
  self->sheet = (guint)gtk_list_box_row_get_index (row);
  show_columns (self);
}

static gboolean
is_change (const KsPlanRow *row)
{
  return row->after != NULL
         && (row->changes->len > 0 || row->before == NULL || row->state == KS_PLAN_BACK);
}

/* First what somebody should look at, then new units, then the others, as the lists have them. */
static void
fill_changes (KsUnitsImportView *self)
{
  GPtrArray *rows = ks_units_plan_get_rows (self->plan);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (KS_TYPE_UNITS_IMPORT_ITEM);
  g_autoptr (GtkSelectionModel) model = NULL;

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < rows->len; i++)
      {
        const KsPlanRow *row = rows->pdata[i];
        guint own = row->jumps ? 0 : row->before == NULL || row->state == KS_PLAN_BACK ? 1 : 2;

        if (own == pass && is_change (row))
          g_ptr_array_add (items, ks_units_import_item_new (self->plan, 0, i));
      }
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  model = ks_growing_list_new (G_LIST_MODEL (store), GTK_SCROLLABLE (self->changes));
  gtk_column_view_set_model (self->changes, model);
  self->stale = FALSE;
}

static void
show_part_cb (KsUnitsImportView *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (self->stale && self->plan != NULL && g_strcmp0 (name, "changes") == 0)
    fill_changes (self);
}

static gboolean
is_doubtful (const KsPlanRow *row)
{
  return row->doubt != NULL || row->fault != NULL || row->state == KS_PLAN_SKIPPED;
}

/* A decision on one row may make another one faulty; rows that were shown stay. */
static void
update_doubts (KsUnitsImportView *self)
{
  GPtrArray *rows = ks_units_plan_get_rows (self->plan);
  GListModel *model = G_LIST_MODEL (self->doubtful);
  guint at = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (KsUnitsImportItem) shown = g_list_model_get_item (model, at);

      if (shown != NULL && ks_units_import_item_get_index (shown) == i)
        {
          ks_units_import_item_emit_changed (shown);
          at++;
        }
      else if (is_doubtful (rows->pdata[i]))
        {
          g_autoptr (KsUnitsImportItem) item = ks_units_import_item_new (self->plan, 0, i);

          g_list_store_insert (self->doubtful, at++, item);
        }
    }
  ks_units_import_title_page (self->doubts_page, _ ("To look at"), at);
}

static void
fill_doubts (KsUnitsImportView *self)
{
  GPtrArray *rows = ks_units_plan_get_rows (self->plan);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkSelectionModel) model = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (is_doubtful (rows->pdata[i]))
      g_ptr_array_add (items, ks_units_import_item_new (self->plan, 0, i));
  g_clear_object (&self->doubtful);
  self->doubtful = g_list_store_new (KS_TYPE_UNITS_IMPORT_ITEM);
  g_list_store_splice (self->doubtful, 0, 0, items->pdata, items->len);
  model = ks_growing_list_new (G_LIST_MODEL (g_object_ref (self->doubtful)),
                               GTK_SCROLLABLE (self->doubts));
  gtk_list_view_set_model (self->doubts, model);
  ks_units_import_title_page (self->doubts_page, _ ("To look at"), items->len);
}

static void
fill_sentences (GtkListView *view, GPtrArray *sentences)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  for (guint i = 0; i < sentences->len; i++)
    gtk_string_list_append (list, sentences->pdata[i]);
  model = ks_growing_list_new (G_LIST_MODEL (list), GTK_SCROLLABLE (view));
  gtk_list_view_set_model (view, model);
}

static void
fill_absent (KsUnitsImportView *self)
{
  g_autoptr (GPtrArray) units = ks_units_plan_dup_absent (self->plan);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (names, g_strdup_printf ("%s · %s · %s", ks_unit_get_code (units->pdata[i]),
                                             ks_unit_get_name (units->pdata[i]),
                                             ks_unit_get_district_name (units->pdata[i])));
  fill_sentences (self->absent, names);
}

static void
meaning_picked (KsUnitsImportItem *item, guint index, gpointer data)
{
  g_signal_emit (data, signals[SET_COLUMN], 0, ks_units_import_item_get_sheet (item),
                 ks_units_import_item_get_column (item)->column, index);
}

/* A choice between one part is none. */
static void
update_switcher (KsUnitsImportView *self)
{
  gtk_widget_set_visible (self->switcher, gtk_stack_page_get_visible (self->doubts_page)
                                              || gtk_stack_page_get_visible (self->notes_page)
                                              || gtk_stack_page_get_visible (self->absent_page));
}

static void
update_all (KsUnitsImportView *self)
{
  self->stale = TRUE;
  update_doubts (self);
  ks_units_import_view_show_counts (self);
  show_part_cb (self);
  fill_absent (self);
  update_switcher (self);
  g_signal_emit (self, signals[DECIDED], 0);
}

static void
answer_given (KsUnitsImportItem *item, guint index, gpointer data)
{
  ks_units_import_item_decide (item, index);
  update_all (data);
}

static void
skip_doubtful_cb (KsUnitsImportView *self)
{
  ks_units_plan_skip_doubtful (self->plan);
  update_all (self);
}

/**
 * ks_units_import_view_show:
 * @self: a view
 * @plan: what lists would change; nobody else may use it meanwhile
 *
 * Shows a plan.
 */
void
ks_units_import_view_show (KsUnitsImportView *self, KsUnitsPlan *plan)
{
  g_autoptr (GPtrArray) notes = ks_units_plan_dup_notes (plan);
  KsPlanCounts counts;

  g_return_if_fail (KS_IS_UNITS_IMPORT_VIEW (self));

  ks_units_plan_ref (plan);
  g_clear_pointer (&self->plan, ks_units_plan_unref);
  self->plan = plan;
  ks_units_import_view_show_sheets (self);
  ks_units_import_view_show_counts (self);
  fill_doubts (self);
  fill_sentences (self->notes, notes);
  ks_units_import_title_page (self->notes_page, _ ("Notes"), notes->len);
  fill_absent (self);
  self->stale = TRUE;
  ks_units_plan_count (plan, &counts);
  gtk_stack_set_visible_child_name (self->stack,
                                    counts.asked + counts.faults > 0 ? "doubts" : "changes");
  update_switcher (self);
  show_part_cb (self);
}

static void
ks_units_import_view_dispose (GObject *object)
{
  KsUnitsImportView *self = KS_UNITS_IMPORT_VIEW (object);

  g_clear_object (&self->doubtful);
  g_clear_pointer (&self->plan, ks_units_plan_unref);
  G_OBJECT_CLASS (ks_units_import_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/units/ks-units-import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, todo);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, skip_button);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, switcher);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, sheets);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, counts);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, columns_title);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, columns);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, letter_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, header_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, meaning_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, sample_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, stack);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, doubts_page);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, changes_page);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, notes_page);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, absent_page);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, doubts);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, changes);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, unit_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, change_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, staff_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, mark_column);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, notes);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportView, absent);
  gtk_widget_class_bind_template_callback (widget_class, sheet_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_doubtful_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_part_cb);
}

static void
ks_units_import_view_class_init (KsUnitsImportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_units_import_view_dispose;
  signals[SET_COLUMN]
      = g_signal_new ("set-column", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ks_units_import_view_init (KsUnitsImportView *self)
{
  g_autoptr (GtkListItemFactory) meanings = ks_units_import_meanings_new (meaning_picked, self);
  g_autoptr (GtkListItemFactory) doubts = ks_units_import_doubts_new (answer_given, self);
  g_autoptr (GtkListItemFactory) sentences = ks_units_import_sentences_new ();
  g_autoptr (GtkListItemFactory) names = ks_units_import_sentences_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ks_column_set_text (self->letter_column, KS_CELL_SECONDARY, dup_letter, NULL);
  ks_column_set_text (self->header_column, KS_CELL_PLAIN, dup_header, NULL);
  gtk_column_view_column_set_factory (self->meaning_column, meanings);
  ks_column_set_text (self->sample_column, KS_CELL_SECONDARY, dup_sample, NULL);
  ks_column_set_text (self->unit_column, KS_CELL_PLAIN, ks_units_import_item_dup_unit, NULL);
  ks_column_set_text (self->change_column, KS_CELL_PLAIN, ks_units_import_item_dup_changes, NULL);
  ks_column_set_text (self->staff_column, KS_CELL_STRONG, ks_units_import_item_dup_staff, NULL);
  ks_column_set_text (self->mark_column, KS_CELL_SECONDARY, ks_units_import_item_dup_mark, NULL);
  gtk_list_view_set_factory (self->doubts, doubts);
  gtk_list_view_set_factory (self->notes, sentences);
  gtk_list_view_set_factory (self->absent, names);
}

/**
 * ks_units_import_view_get_side_box:
 * @self: a view
 *
 * Returns: (transfer none): the box whose halves take turns in a narrow window
 */
KsSideBox *
ks_units_import_view_get_side_box (KsUnitsImportView *self)
{
  g_return_val_if_fail (KS_IS_UNITS_IMPORT_VIEW (self), NULL);

  return KS_SIDE_BOX (self->side_box);
}
