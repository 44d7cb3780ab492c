/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-units-private.h"

#include "ks-column.h"
#include "ks-day-cells.h"
#include "ks-rate-bar.h"

#define UNIT_CHARS 16
#define DISTRICT_CHARS 13
#define CALL_CHARS 13

static KsRate
get_rate (gpointer item)
{
  const KsDayUnit *unit = ks_day_item_get_figures (item);

  return (KsRate){ unit->answers, unit->staff,
                   ks_day_figures_get_limit (ks_day_item_get_day (item)) };
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
  ks_rate_bar_fill_column (self->bar_column, get_rate);
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

/**
 * ks_day_units_choose_columns:
 * @self: a table
 *
 * Shows the columns that there is room for.
 */
void
ks_day_units_choose_columns (KsDayUnits *self)
{
  gboolean narrow = self->room == KS_DAY_NARROW;
  gboolean changed
      = self->day != NULL && ks_day_figures_get_previous (self->day) != KS_MOMENT_NONE;
  const KsColumnChoice choice[] = {
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

  ks_column_view_choose (GTK_COLUMN_VIEW (self->view), choice, G_N_ELEMENTS (choice));
}
