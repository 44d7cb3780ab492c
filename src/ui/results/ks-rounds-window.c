/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-rounds-window.h"

#include <adwaita.h>

#include "ks-column.h"
#include "ks-compare-rounds.h"
#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-shell.h"

#define ROUND "ks-round"
#define NAME_CHARS 18

/* The rows of the table are plain objects that carry their group: NULL for the sum of all. */
static const KsRound *
get_round (gpointer item)
{
  return g_object_get_data (item, ROUND);
}

static char *
join_names (GPtrArray *units)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ks_unit_get_name (units->pdata[i]));
  return g_string_free (names, FALSE);
}

static char *
dup_now (gpointer item, gpointer data)
{
  const KsRound *round = get_round (item);

  if (round->now->len == 0 && round->earlier->len == 0)
    return g_strdup (_ ("All units together"));
  return round->now->len > 0 ? join_names (round->now) : g_strdup ("–");
}

static char *
dup_earlier (gpointer item, gpointer data)
{
  const KsRound *round = get_round (item);

  if (round->now->len == 0 && round->earlier->len == 0)
    return g_strdup ("");
  return round->earlier->len > 0 ? join_names (round->earlier) : g_strdup ("–");
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

static GtkWidget *
make_table (GPtrArray *rounds)
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

static gboolean
copy_cb (GtkWidget *view, GVariant *arguments, gpointer data)
{
  return ks_column_view_copy_selection (GTK_COLUMN_VIEW (view)) > 0;
}

static void
add_copy_key (GtkWidget *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                        gtk_callback_action_new (copy_cb, NULL, NULL)));
  gtk_widget_add_controller (view, keys);
}

/**
 * ks_rounds_window_present:
 * @widget: a widget of the window that it belongs to
 * @earlier: title of the earlier survey
 * @rounds: (element-type KsRound): what both surveys have in common
 *
 * Shows the sum of all units, then group by group. Ctrl+C copies the selected rows.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
ks_rounds_window_present (GtkWidget *widget, const char *earlier, GPtrArray *rounds)
{
  GtkWidget *view = make_table (rounds);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *window
      = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (widget),
                      "title", _ ("Beside the Earlier Survey"), "default-width", 860,
                      "default-height", 600, NULL);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Beside the Earlier Survey"), earlier));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (window, 340, 294);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  add_copy_key (view);
  ks_escape_closes (window);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}

typedef struct
{
  GtkWidget *widget;
  KsCampaign *campaign;
  char *path;
  char *title;       /* of the earlier survey */
  GPtrArray *rounds; /* of KsRound */
} Comparison;

static void
free_comparison (gpointer data)
{
  Comparison *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->campaign);
  g_free (self->path);
  g_free (self->title);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_free (self);
}

static gboolean
compare_func (KsJob *job, gpointer data, GError **error)
{
  Comparison *self = data;
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (KsCampaign) earlier = ks_campaign_open (self->path, clock, NULL, error);
  g_autoptr (KsCampaignInfo) info = NULL;

  if (earlier == NULL)
    return FALSE;
  info = ks_campaign_dup_info (earlier);
  self->title = g_strdup (info->title);
  self->rounds = ks_compare_rounds (self->campaign, earlier, error);
  return self->rounds != NULL && ks_campaign_close (earlier, error);
}

static void
compared_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Comparison *self = user_data;

  if (ok && gtk_widget_get_root (self->widget) != NULL)
    ks_rounds_window_present (self->widget, self->title, self->rounds);
}

/**
 * ks_rounds_window_compare:
 * @widget: a widget of the window
 * @campaign: the campaign that is open
 * @file: the campaign of the earlier survey
 *
 * Compares both in a job, then shows them.
 */
void
ks_rounds_window_compare (GtkWidget *widget, KsCampaign *campaign, GFile *file)
{
  KsShell *shell = ks_shell_from_widget (widget);
  g_autoptr (KsJob) job = ks_job_new (_ ("Comparing both surveys"));
  Comparison *self;

  if (shell == NULL || g_file_peek_path (file) == NULL)
    return;
  self = g_new0 (Comparison, 1);
  self->widget = g_object_ref (widget);
  self->campaign = g_object_ref (campaign);
  self->path = g_file_get_path (file);
  ks_shell_run_job (shell, job, compare_func, self, free_comparison, compared_cb, self);
}
