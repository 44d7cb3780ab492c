/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-answers-page-private.h"

#include "ks-column.h"
#include "ks-number.h"
#include "ks-scope-button.h"

static gboolean
is_shown (GtkColumnView *table, GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (shown == column)
        return TRUE;
    }
  return FALSE;
}

/* A column that would say the same in every row gives its room to the others. Columns are taken
 * out, not hidden: GTK 4.8 keeps the room of hidden ones. */
static void
choose_columns (KsAnswersPage *self, const char *state)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (self->table);
  const struct
  {
    GtkColumnViewColumn *column;
    gboolean wanted;
  } choice[] = {
    { self->time_column, TRUE },
    { self->unit_column, TRUE },
    { self->state_column, state == NULL },
    { self->reason_column, g_strcmp0 (state, "counted") != 0 },
    { self->file_column, self->n_batches > 1 },
    { self->row_column, TRUE },
  };
  guint position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (choice); i++)
    {
      gboolean shown = is_shown (table, choice[i].column);

      if (shown && !choice[i].wanted)
        gtk_column_view_remove_column (table, choice[i].column);
      else if (!shown && choice[i].wanted)
        gtk_column_view_insert_column (table, position, choice[i].column);
      position += choice[i].wanted;
    }
  gtk_column_view_column_set_expand (self->unit_column, g_strcmp0 (state, "counted") == 0);
  ks_column_view_align_titles (table);
}

/* Until the rows are found the sentence stands without its figure, and those before are dimmed. */
static void
show_loading (KsAnswersPage *self)
{
  const char *sentence = ks_state_list_get_sentence (ks_answers_pane_get_states (self->pane));
  g_autofree char *title = g_strdup_printf ("%s: …", sentence);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_add_css_class (self->table_stack, "loading");
  gtk_selection_model_unselect_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (self->table)));
}

static void
rows_loaded_cb (KsAnswersPage *self)
{
  KsStateList *states = ks_answers_pane_get_states (self->pane);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *count = ks_format_count (n_rows);
  g_autofree char *title
      = g_strdup_printf ("%s: %s", ks_state_list_get_sentence (states), count);

  choose_columns (self, ks_state_list_get_selected (states));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_remove_css_class (self->table_stack, "loading");
  gtk_stack_set_visible_child_name (GTK_STACK (self->table_stack), n_rows > 0 ? "table" : "none");
}

/* The rows of the state and the unit that are chosen. */
void
ks_answers_page_load_rows (KsAnswersPage *self)
{
  KsStateList *states = ks_answers_pane_get_states (self->pane);
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->scope), &scope);
  ks_row_model_load (self->rows, self->campaign, ks_state_list_get_selected (states),
                     scope.kind == KS_SCOPE_UNIT ? scope.code : NULL);
  if (ks_row_model_is_loading (self->rows))
    show_loading (self);
}

static void
rows_failed_cb (KsAnswersPage *self, const GError *error)
{
  ks_answers_page_show_error (self, error);
}

static char *
dup_file (gpointer item, gpointer data)
{
  const KsResponseRow *row = ks_row_item_get_row (item);

  return g_strdup (row != NULL ? row->file : "–");
}

static gint64
get_row (gpointer item, gpointer data)
{
  const KsResponseRow *row = ks_row_item_get_row (item);

  return row != NULL ? row->row : 0;
}

static char *
dup_time (gpointer item, gpointer data)
{
  return ks_row_item_dup_time (item);
}

static char *
dup_unit (gpointer item, gpointer data)
{
  KsAnswersPage *self = data;
  const KsResponseRow *row = ks_row_item_get_row (item);
  KsUnit *unit = row != NULL && *row->unit != '\0' && self->registry != NULL
                     ? ks_registry_lookup (self->registry, row->unit)
                     : NULL;

  if (unit != NULL)
    return g_strdup_printf ("%s, %s", ks_unit_get_name (unit), ks_unit_get_district_name (unit));
  return g_strdup (row != NULL && *row->unit != '\0' ? row->unit : "–");
}

static char *
dup_state (gpointer item, gpointer data)
{
  return g_strdup (ks_row_item_get_state (item));
}

static char *
dup_reason (gpointer item, gpointer data)
{
  const KsResponseRow *row = ks_row_item_get_row (item);

  return g_strdup (row != NULL ? row->sentence : "");
}

/* The columns of the table, and how it hears of its rows. */
void
ks_answers_page_set_up_table (KsAnswersPage *self)
{
  g_autoptr (GtkMultiSelection) selection
      = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));

  g_signal_connect_object (self->rows, "failed", G_CALLBACK (rows_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "loaded", G_CALLBACK (rows_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  ks_column_set_text (self->file_column, KS_CELL_SECONDARY, dup_file, NULL);
  ks_column_set_number (self->row_column, KS_CELL_SECONDARY, get_row, NULL);
  ks_column_set_text (self->time_column, KS_CELL_PLAIN, dup_time, NULL);
  ks_column_set_text (self->unit_column, KS_CELL_PLAIN, dup_unit, self);
  ks_column_set_text (self->state_column, KS_CELL_PLAIN, dup_state, NULL);
  ks_column_set_text (self->reason_column, KS_CELL_SECONDARY, dup_reason, NULL);
  ks_column_view_align_titles (GTK_COLUMN_VIEW (self->table));
  g_signal_connect_object (selection, "selection-changed",
                           G_CALLBACK (ks_answers_page_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed",
                           G_CALLBACK (ks_answers_page_selection_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), GTK_SELECTION_MODEL (selection));
}
