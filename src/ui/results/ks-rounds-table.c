/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-rounds-table.h"

#include "ks-column.h"
#include "ks-compare-rounds.h"
#include "ks-i18n.h"
#include "ks-number.h"

#define ROUND "ks-round"
#define NAME_CHARS 18

/* The rows of the table are plain objects that carry their group: NULL for the sum of all. */
static const KsRound *
get_round (gpointer item)
{
  return g_object_get_data (item, ROUND);
}

static char *
dup_now (gpointer item, gpointer data)
{
  const KsRound *round = get_round (item);

  if (round->now->len == 0 && round->earlier->len == 0)
    return g_strdup (_ ("All units together"));
  return round->now->len > 0 ? ks_units_join_names (round->now) : g_strdup ("–");
}

static char *
dup_earlier (gpointer item, gpointer data)
{
  const KsRound *round = get_round (item);

  if (round->now->len == 0 && round->earlier->len == 0)
    return g_strdup ("");
  return round->earlier->len > 0 ? ks_units_join_names (round->earlier) : g_strdup ("–");
}

static char *
format_rate (gint64 answers, gint64 staff)
{
  g_autofree char *n = ks_format_count (answers);
  g_autofree char *total = ks_format_count (staff);
  g_autofree char *rate = NULL;

  if (staff <= 0)
    return g_strdup_printf ("%s/–", n);
  rate = ks_format_percent (answers, staff);
  return g_strdup_printf ("%s (%s/%s)", rate, n, total);
}

static char *
dup_rate_now (gpointer item, gpointer data)
{
  return format_rate (get_round (item)->answers_now, get_round (item)->staff_now);
}

static char *
dup_rate_earlier (gpointer item, gpointer data)
{
  return format_rate (get_round (item)->answers_earlier, get_round (item)->staff_earlier);
}

static void
free_round (gpointer round)
{
  ks_round_free (round);
}

static void
add_item (GListStore *store, KsRound *round)
{
  g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (item, ROUND, round, free_round);
  g_list_store_append (store, item);
}

static KsRound *
round_copy (const KsRound *round)
{
  KsRound *copy = g_memdup2 (round, sizeof *round);

  copy->now = g_ptr_array_ref (round->now);
  copy->earlier = g_ptr_array_ref (round->earlier);
  return copy;
}

static KsRound *
sum_up (GPtrArray *rounds)
{
  KsRound *sum = g_new0 (KsRound, 1);

  sum->now = g_ptr_array_new ();
  sum->earlier = g_ptr_array_new ();
  for (guint i = 0; i < rounds->len; i++)
    {
      const KsRound *round = rounds->pdata[i];

      sum->staff_now += round->staff_now;
      sum->answers_now += round->answers_now;
      sum->staff_earlier += round->staff_earlier;
      sum->answers_earlier += round->answers_earlier;
    }
  return sum;
}

static void
add_column (GtkColumnView *view, const char *title, KsTextFunc func, KsCellStyle style)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, NULL);

  ks_column_set_text (column, style, func, NULL);
  ks_column_set_chars (column, NAME_CHARS);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/**
 * ks_rounds_table_new:
 * @rounds: (element-type KsRound): what both surveys have in common
 *
 * Returns: (transfer floating): a column view with the sum of all units, then group by group
 */
GtkWidget *
ks_rounds_table_new (GPtrArray *rounds)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  GtkMultiSelection *selection = gtk_multi_selection_new (G_LIST_MODEL (store));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));

  add_item (store, sum_up (rounds));
  for (guint i = 0; i < rounds->len; i++)
    add_item (store, round_copy (rounds->pdata[i]));
  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Participation in both surveys"), -1);
  add_column (GTK_COLUMN_VIEW (view), _ ("Unit now"), dup_now, KS_CELL_PLAIN);
  add_column (GTK_COLUMN_VIEW (view), _ ("This survey"), dup_rate_now, KS_CELL_STRONG);
  add_column (GTK_COLUMN_VIEW (view), _ ("Unit then"), dup_earlier, KS_CELL_SECONDARY);
  add_column (GTK_COLUMN_VIEW (view), _ ("Earlier survey"), dup_rate_earlier, KS_CELL_PLAIN);
  return view;
}
