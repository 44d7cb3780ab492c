/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-units-private.h"

#include "ks-column.h"
#include "ks-day-cells.h"
#include "ks-rate-bar.h"

#define UNIT_CHARS 15
#define DISTRICT_CHARS 13
#define CALL_CHARS 14

static void
set_up_bar_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ks_rate_bar_new ());
}

static void
bind_bar_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  KsDayItem *row = gtk_list_item_get_item (item);
  const KsDayUnit *unit = ks_day_item_get_figures (row);

  ks_rate_bar_set (KS_RATE_BAR (gtk_list_item_get_child (item)), unit->answers, unit->staff,
                   ks_day_figures_get_limit (ks_day_item_get_day (row)) / 100.0);
}

static void
set_up_bar (GtkColumnViewColumn *column)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_bar_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_bar_cb), NULL);
  gtk_column_view_column_set_factory (column, factory);
}

static void
mark (GtkColumnViewColumn *column, KsNews news)
{
  ks_column_set_mark (column, ks_day_cell_mark, GINT_TO_POINTER ((int)news));
}

static void
set_up_text_columns (KsDayUnits *self)
{
  ks_column_set_text (self->unit_column, KS_CELL_PLAIN, ks_day_cell_dup_unit, NULL);
  ks_column_set_chars (self->unit_column, UNIT_CHARS);
  ks_column_set_text (self->district_column, KS_CELL_SECONDARY, ks_day_cell_dup_district, NULL);
  ks_column_set_chars (self->district_column, DISTRICT_CHARS);
  ks_column_set_text (self->call_column, KS_CELL_SECONDARY, ks_day_cell_dup_call, &self->calls);
  ks_column_set_chars (self->call_column, CALL_CHARS);
}

/**
 * ks_day_units_set_up_columns:
 * @self: a table
 *
 * Tells the columns what their cells say.
 */
void
ks_day_units_set_up_columns (KsDayUnits *self)
{
  set_up_text_columns (self);
  ks_column_set_number (self->staff_column, KS_CELL_PLAIN, ks_day_cell_get_staff, NULL);
  ks_column_set_number (self->answers_column, KS_CELL_PLAIN, ks_day_cell_get_answers, NULL);
  ks_column_set_text (self->change_column, KS_CELL_SECONDARY | KS_CELL_FIGURE,
                      ks_day_cell_dup_change, NULL);
  ks_column_set_text (self->rate_column, KS_CELL_STRONG | KS_CELL_FIGURE, ks_day_cell_dup_rate,
                      NULL);
  set_up_bar (self->bar_column);
  ks_column_set_text (self->last_column, KS_CELL_SECONDARY | KS_CELL_FIGURE, ks_day_cell_dup_last,
                      NULL);
  ks_column_set_text (self->report_column, KS_CELL_SECONDARY | KS_CELL_FIGURE,
                      ks_day_cell_dup_report, NULL);
  ks_column_set_text (self->publicity_column, KS_CELL_FIGURE, ks_day_cell_dup_publicity, NULL);
  ks_column_set_text (self->posts_column, KS_CELL_FIGURE, ks_day_cell_dup_posts, NULL);
  mark (self->answers_column, KS_NEWS_ANSWERS);
  mark (self->rate_column, KS_NEWS_ANSWERS);
  mark (self->report_column, KS_NEWS_REPORT);
  mark (self->publicity_column, KS_NEWS_PUBLICITY);
  mark (self->posts_column, KS_NEWS_POSTS);
}

static gboolean
is_shown (GListModel *columns, GtkColumnViewColumn *column)
{
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (shown == column)
        return TRUE;
    }
  return FALSE;
}

/**
 * ks_day_units_choose_columns:
 * @self: a table
 *
 * Shows the columns that there is room for. They are taken out, not hidden: GTK 4.8 keeps the room
 * of hidden ones.
 */
void
ks_day_units_choose_columns (KsDayUnits *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (self->view);
  gboolean narrow = self->room == KS_DAY_NARROW;
  gboolean changed
      = self->day != NULL && ks_day_figures_get_previous (self->day) != KS_MOMENT_NONE;
  const struct
  {
    GtkColumnViewColumn *column;
    gboolean wanted;
  } choice[] = {
    { self->unit_column, TRUE },
    { self->district_column, self->look.district == KS_DAY_EVERYWHERE && !narrow },
    { self->staff_column, TRUE },
    { self->answers_column, TRUE },
    { self->change_column, changed && !narrow },
    { self->rate_column, TRUE },
    { self->bar_column, !narrow },
    { self->last_column, self->room >= KS_DAY_ROOMY },
    { self->report_column, !narrow },
    { self->publicity_column, self->room >= KS_DAY_USUAL },
    { self->posts_column, self->room >= KS_DAY_USUAL },
    { self->call_column, !narrow },
  };
  guint position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (choice); i++)
    {
      gboolean shown = is_shown (gtk_column_view_get_columns (view), choice[i].column);

      if (shown && !choice[i].wanted)
        gtk_column_view_remove_column (view, choice[i].column);
      else if (!shown && choice[i].wanted)
        gtk_column_view_insert_column (view, position, choice[i].column);
      position += choice[i].wanted;
    }
  ks_column_view_align_titles (view);
}
