/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-call.h"
#include "ks-day-districts.h"
#include "ks-day-page.h"
#include "ks-day-reconcile.h"
#include "ks-day-units.h"
#include "ks-decide.h"
#include "ks-findings.h"
#include "ks-import-responses.h"
#include "ks-paper-window.h"
#include "ks-preview.h"
#include "ks-reconcile-units.h"
#include "ks-remind-window.h"
#include "ks-test-day.h"
#include "ks-test-shell.h"
#include "ks-ui-harness.h"

#include <stdio.h>
#include <string.h>

#define NOT_YET \
  "The newest answers were not looked through yet for what needs checking, so no unit can be " \
  "named. This takes a moment; open a file that can only be read where it can be written."

/* The page, on the real 209 units, while the exports of the day grow. */
typedef struct
{
  KsTestDay day;
  GtkWidget *page;
  KsTestShell *shell;
} Fixture;

static KsDayUnits *
get_units (Fixture *self)
{
  return KS_DAY_UNITS (ks_ui_find (self->page, KS_TYPE_DAY_UNITS, NULL, NULL));
}

static char *
dup_state (Fixture *self)
{
  return ks_page_dup_state (KS_PAGE (self->page));
}

static gboolean
shows (Fixture *self, const char *text)
{
  return ks_ui_find_label (self->page, text) != NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  ks_test_day_set_up (&self->day, NULL);
  ks_clock_set (self->day.clock, ks_test_moment ("2024-04-01T08:00"));
  self->page = ks_day_page_new ();
  self->shell = ks_test_shell_new (self->day.campaign, self->page, 1094, 768);
  ks_ui_wait_until (ks_day_units_get_unit (get_units (self)) != NULL, 10000);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (ks_test_shell_get_error (self->shell), ==, NULL);
  ks_test_shell_close (self->shell);
  ks_test_day_tear_down (&self->day, NULL);
}

/* "2024/04/01 8:05:12 AM GMT+7" */
static KsMoment
read_time (const char *line)
{
  int year, month, day, hour, minute, second;
  char half;

  g_assert_cmpint (sscanf (line, "\"%d/%d/%d %d:%d:%d %c", &year, &month, &day, &hour, &minute,
                           &second, &half), ==, 7);
  return ks_moment_from_civil (year, month, day, hour % 12 + (half == 'P' ? 12 : 0), minute, second);
}

/* What the form service gives out at a moment: the export of the whole day, cut there. */
static char *
cut_export (Fixture *self, const char *until)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *name = g_strdup_printf ("answers-%s.csv", until);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) cut = g_string_new (NULL);
  gboolean wanted = TRUE;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  /* A row goes on over lines where somebody wrote more than one. */
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "\"2024/"))
        wanted = read_time (lines[i]) <= ks_test_moment (until);
      if (wanted && (*lines[i] != '\0' || lines[i + 1] != NULL))
        g_string_append_printf (cut, "%s\n", lines[i]);
    }
  for (char *p = name; *p != '\0'; p++)
    if (*p == ':')
      *p = '-';
  return ks_test_day_write (&self->day, name, cut->str, (gssize)cut->len);
}

static void
import_until (Fixture *self, const char *until)
{
  g_autofree char *path = cut_export (self, until);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result = NULL;

  ks_clock_set (self->day.clock, ks_test_moment (until) + 240);
  result = ks_import_responses (self->day.campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->counted, >, 0);
}

static const KsDayDistrict *
get_province (Fixture *self)
{
  ks_day_units_select (get_units (self), "");
  return ks_day_units_get_district (get_units (self), NULL);
}

static gint64
count_answers (Fixture *self)
{
  return get_province (self)->answers;
}

static void
test_nothing_in (Fixture *self, gconstpointer data)
{
  g_autofree char *state = dup_state (self);

  g_assert_cmpstr (state, ==, "–");
  g_assert_true (shows (self, "No answers yet"));
  g_assert_cmpint (count_answers (self), ==, 0);
  /* The last of the units that need something is needed as the first. */
  g_assert_cmpuint (g_list_model_get_n_items (ks_day_units_get_rows (get_units (self))), ==, 209);
}

static void
test_grown (Fixture *self, gconstpointer data)
{
  g_autofree char *noon = NULL, *later = NULL;
  gint64 at_noon;
  const KsDayUnit *unit;

  import_until (self, "2024-04-01T12:00");
  ks_ui_wait_until (shows (self, "Figures as of 12 giờ 00 ngày 01/4/2024")
                        || shows (self, "Figures as of 11 giờ 59 ngày 01/4/2024"), 10000);
  noon = dup_state (self);
  g_assert_cmpstr (noon, ==, "74,59%");
  at_noon = count_answers (self);
  g_assert_cmpint (at_noon, ==, 3722);
  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (count_answers (self) == 4243, 10000);
  later = dup_state (self);
  g_assert_cmpstr (later, ==, "85,03%");
  g_assert_true (shows (self, "Participation alone until the survey has ended"));
  g_assert_cmpint (get_province (self)->answers_before, ==, at_noon);
  unit = ks_day_units_get_unit (get_units (self));
  g_assert_cmpint (unit->answers, >=, unit->answers_before);
}

/* What is new is marked, and only that. */
static void
test_news (Fixture *self, gconstpointer data)
{
  GListModel *rows = ks_day_units_get_rows (get_units (self));
  guint n_news = 0, n_changed = 0;

  import_until (self, "2024-04-01T12:00");
  ks_ui_wait_until (count_answers (self) == 3722, 10000);
  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (count_answers (self) == 4243, 10000);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (KsDayItem) item = g_list_model_get_item (rows, i);
      const KsDayUnit *unit = ks_day_item_get_figures (item);

      n_news += (ks_day_item_get_news (item) & KS_NEWS_ANSWERS) != 0;
      n_changed += unit->answers != unit->answers_before;
    }
  g_assert_cmpuint (n_news, >, 0);
  g_assert_cmpuint (n_news, ==, n_changed);
}

static void
test_earlier_moment (Fixture *self, gconstpointer data)
{
  GtkWidget *moments;

  import_until (self, "2024-04-01T12:00");
  ks_ui_wait_until (count_answers (self) == 3722, 10000);
  import_until (self, "2024-04-01T15:00");
  import_until (self, "2024-04-01T17:30");
  ks_ui_wait_until (count_answers (self) == 4400, 10000);
  moments = ks_ui_find (self->page, g_type_from_name ("KsDayMoments"), NULL, NULL);
  g_signal_emit_by_name (moments, "moment-chosen", (gint64)ks_test_moment ("2024-04-01T12:00"));
  ks_ui_wait_until (count_answers (self) == 3722, 10000);
  g_assert_true (shows (self, "Figures as of 12 giờ 00 ngày 01/4/2024"));
  gtk_widget_activate_action (self->page, "page.newest", NULL);
  ks_ui_wait_until (count_answers (self) == 4400, 10000);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  GListModel *rows = ks_day_units_get_rows (get_units (self));
  double last = -1;

  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (count_answers (self) == 4243, 10000);
  ks_day_units_turn (get_units (self), 1);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 16);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (KsDayItem) item = g_list_model_get_item (rows, i);
      const KsDayUnit *unit = ks_day_item_get_figures (item);
      double rate = (double)unit->answers / (double)unit->staff;

      g_assert_cmpfloat (rate, >=, last);
      last = rate;
    }
  ks_day_units_turn (get_units (self), -1);
  ks_day_units_turn (get_units (self), -1);
  g_assert_cmpstr (ks_day_units_get_district (get_units (self), NULL)->name, ==, "Huyện Hiệp Hòa");
}

static void
read_text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
read_clipboard (Fixture *self)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->page), NULL, read_text_cb, &text);
  ks_ui_wait_until (text != NULL, 5000);
  return text;
}

/* As the window does after each change. */
static void
renew_findings (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  ks_findings_renew (self->day.campaign, NULL, &error);
  g_assert_no_error (error);
  ks_ui_wait_until (!shows (self, NOT_YET), 10000);
}

/* Until the new answers were looked through nothing that names units is handed out. */
static void
test_not_yet (Fixture *self, gconstpointer data)
{
  static const char *const actions[] = { "page.copy", "page.copy-text", "page.edit-text" };

  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (count_answers (self) == 4243, 10000);
  g_assert_true (shows (self, NOT_YET));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *error = NULL;

      gtk_widget_activate_action (self->page, actions[i], NULL);
      error = ks_test_shell_take_error (self->shell);
      g_assert_cmpstr (error, ==, NOT_YET);
      g_assert_cmpstr (ks_test_shell_get_message (self->shell), ==, NULL);
      g_assert_null (ks_ui_find_toplevel (KS_TYPE_REMIND_WINDOW));
    }
  renew_findings (self);
  gtk_widget_activate_action (self->page, "page.copy-text", NULL);
  g_assert_nonnull (ks_test_shell_get_message (self->shell));
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *table = NULL, *message = NULL, *districts = NULL;

  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (count_answers (self) == 4243, 10000);
  renew_findings (self);
  ks_day_units_turn (get_units (self), 1);
  gtk_widget_activate_action (self->page, "page.copy", NULL);
  table = read_clipboard (self);
  g_assert_nonnull (strstr (table, "Số liệu tính đến 15 giờ 00 ngày 01/4/2024"));
  g_assert_nonnull (strstr (table, "Phường Ngô Quyền\tThành phố Bắc Giang\t19\t11\t57,89"));
  /* Phường Đa Mai has more answers than staff: counted, not named. */
  g_assert_null (strstr (table, "Đa Mai"));
  g_assert_nonnull (strstr (table, "còn 1 đơn vị đang đối chiếu số liệu"));
  gtk_widget_activate_action (self->page, "page.edit-text", NULL);
  gtk_window_close (ks_ui_find_toplevel (KS_TYPE_REMIND_WINDOW));
  gtk_widget_activate_action (self->page, "page.copy-text", NULL);
  message = read_clipboard (self);
  g_assert_true (g_str_has_prefix (message, "Tính đến 15 giờ 00 ngày 01/4/2024, thành phố Bắc Giang"));
  g_assert_null (strstr (message, "Đa Mai"));
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (ks_ui_find (self->page, ADW_TYPE_VIEW_STACK, NULL, NULL)), "districts");
  gtk_widget_activate_action (self->page, "page.copy", NULL);
  districts = read_clipboard (self);
  g_assert_nonnull (strstr (districts, "Toàn tỉnh\t209\t4990\t4243\t85,03"));
}

static gboolean
has_calls (Fixture *self, const char *code, guint n)
{
  g_autoptr (GPtrArray) calls = ks_calls_load (self->day.campaign, code, NULL);

  return calls->len == n;
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

/* A call is noted, the next unit comes up, and it can be taken back. */
static void
test_call (Fixture *self, gconstpointer data)
{
  const KsDayUnit *unit;
  g_autofree char *code = NULL;

  ks_day_units_turn (get_units (self), 1);
  unit = ks_day_units_get_unit (get_units (self));
  code = g_strdup (ks_unit_get_code (unit->unit));
  gtk_widget_activate_action (self->page, "page.log-call", "i", KS_CALL_UNREACHABLE);
  g_assert_true (has_calls (self, code, 1));
  unit = ks_day_units_get_unit (get_units (self));
  g_assert_cmpstr (ks_unit_get_code (unit->unit), !=, code);
  gtk_widget_activate_action (self->page, "page.previous-unit", NULL);
  ks_ui_wait_until (ks_ui_find (self->page, GTK_TYPE_BUTTON, has_tooltip,
                                "Take back the call of 08 giờ 00 ngày 01/4/2024") != NULL,
                    5000);
  ks_test_shell_undo (self->shell);
  g_assert_true (has_calls (self, code, 0));
}

static GtkWindow *
find_window (const char *title)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  g_error ("no window “%s”", title);
}

static gboolean
ends_with (GtkWidget *label, gconstpointer text)
{
  return g_str_has_suffix (gtk_label_get_text (GTK_LABEL (label)), text);
}

static gboolean
has_value (GtkWidget *spin, gconstpointer value)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)) == GPOINTER_TO_INT (value);
}

/* The limit that is in force at 15:00 is set to another, and taken back. */
static void
test_rules (Fixture *self, gconstpointer data)
{
  GtkWidget *window, *limit;

  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (ks_ui_find (self->page, GTK_TYPE_LABEL, ends_with, "70 units under 80%") != NULL,
                    10000);
  gtk_widget_activate_action (self->page, "page.rules", NULL);
  window = GTK_WIDGET (find_window ("Levels of Attention"));
  limit = ks_ui_find (window, GTK_TYPE_SPIN_BUTTON, has_value, GINT_TO_POINTER (80));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (limit), 60);
  g_signal_emit_by_name (ks_ui_find_labelled (window, GTK_TYPE_BUTTON, "Save"), "clicked");
  ks_ui_wait_until (ks_ui_find (self->page, GTK_TYPE_LABEL, ends_with, "under 60%") != NULL, 10000);
  ks_test_shell_undo (self->shell);
  ks_ui_wait_until (ks_ui_find (self->page, GTK_TYPE_LABEL, ends_with, "70 units under 80%") != NULL,
                    10000);
}

/* Not only those that have come into the table so far. */
static GListModel *
get_all_rows (GtkWidget *view)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  GListModel *front = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection));

  return gtk_slice_list_model_get_model (GTK_SLICE_LIST_MODEL (front));
}

static void
test_three_counts (Fixture *self, gconstpointer data)
{
  GtkWidget *views = ks_ui_find (self->page, ADW_TYPE_VIEW_STACK, NULL, NULL);
  GtkWidget *view = ks_ui_find (self->page, KS_TYPE_DAY_RECONCILE, NULL, NULL);
  g_autoptr (KsDayItem) first = NULL;
  GListModel *rows;

  ks_clock_set (self->day.clock, ks_test_moment ("2024-04-02T08:05"));
  ks_test_day_import_day (&self->day);
  ks_test_day_import_work (&self->day);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "reconcile");
  ks_ui_wait_until (shows (self, "Staff, reports and sheets of 31 units do not agree"), 10000);
  rows = get_all_rows (ks_ui_find (view, GTK_TYPE_COLUMN_VIEW, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 209);
  first = g_list_model_get_item (rows, 0);
  g_assert_cmpint (ks_day_item_get_figures (first)->counts, ==, KS_COUNTS_OVER_STAFF);
  /* It opens its unit. */
  g_signal_emit_by_name (view, "unit-activated", "07201");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (views)), ==, "units");
  g_assert_cmpstr (ks_unit_get_code (ks_day_units_get_unit (get_units (self))->unit), ==, "07201");
}

/* More sheets than staff, and a report that differs: each is decided by itself. */
static void
decide (Fixture *self, const char *unit)
{
  g_autoptr (GPtrArray) findings = ks_findings_load (self->day.campaign, FALSE, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const KsDecideRequest request
      = { .decision = KS_DECISION_COUNT, .reason = "Đã đối chiếu", .findings = ids };

  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = findings->pdata[i];

      if ((finding->kind == KS_FINDING_OVER_STAFF || finding->kind == KS_FINDING_RECONCILE)
          && g_strcmp0 (finding->unit, unit) == 0)
        g_array_append_val (ids, finding->id);
    }
  g_assert_cmpuint (ids->len, >, 0);
  g_assert_true (ks_decide_finding (self->day.campaign, &request, NULL, NULL));
}

static gboolean
is_decided (GListModel *rows, guint position, const char *code)
{
  g_autoptr (KsDayItem) item = g_list_model_get_item (rows, position);
  const KsDayUnit *unit = ks_day_item_get_figures (item);

  return ks_day_unit_get_reconciled (unit) == KS_RECONCILED_DECIDED
         && g_str_equal (ks_unit_get_code (unit->unit), code);
}

/* What an officer decided gives way to what is open, as on the command line. */
static void
test_decided (Fixture *self, gconstpointer data)
{
  GtkWidget *views = ks_ui_find (self->page, ADW_TYPE_VIEW_STACK, NULL, NULL);
  GtkWidget *view = ks_ui_find (self->page, KS_TYPE_DAY_RECONCILE, NULL, NULL);
  g_autofree char *code = NULL;
  GListModel *rows;

  ks_clock_set (self->day.clock, ks_test_moment ("2024-04-02T08:05"));
  ks_test_day_import_day (&self->day);
  ks_test_day_import_work (&self->day);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "reconcile");
  ks_ui_wait_until (shows (self, "Staff, reports and sheets of 31 units do not agree"), 10000);
  rows = get_all_rows (ks_ui_find (view, GTK_TYPE_COLUMN_VIEW, NULL, NULL));
  {
    g_autoptr (KsDayItem) first = g_list_model_get_item (rows, 0);

    code = g_strdup (ks_unit_get_code (ks_day_item_get_figures (first)->unit));
  }
  g_assert_true (ks_findings_renew (self->day.campaign, NULL, NULL));
  decide (self, code);
  ks_ui_wait_until (is_decided (rows, 30, code), 10000);
}

/* One click shows the quick report of the figures that are shown. */
static void
test_brief (Fixture *self, gconstpointer data)
{
  GtkWindow *window;

  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (count_answers (self) > 4000, 10000);
  gtk_widget_activate_action (self->page, "page.brief", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_PAPER_WINDOW) != NULL, 10000);
  window = ks_ui_find_toplevel (KS_TYPE_PAPER_WINDOW);
  g_assert_cmpstr (gtk_window_get_title (window), ==,
                   "Báo cáo nhanh 15 giờ 00 ngày 01/4/2024");
  g_assert_nonnull (ks_ui_find (GTK_WIDGET (window), KS_TYPE_PREVIEW, NULL, NULL));
  ks_ui_assert_freed (window);
}

/* The table of a district asks for one to be shown. */
static void
test_district_paper (Fixture *self, gconstpointer data)
{
  GtkWindow *window;

  import_until (self, "2024-04-01T15:00");
  ks_ui_wait_until (count_answers (self) > 4000, 10000);
  g_assert_false (gtk_widget_activate_action (self->page, "page.district-paper", NULL)
                  && ks_ui_find_toplevel (KS_TYPE_PAPER_WINDOW) != NULL);
  ks_day_units_select (get_units (self), "213");
  gtk_widget_activate_action (self->page, "page.district-paper", NULL);
  ks_ui_wait_until (ks_ui_find_toplevel (KS_TYPE_PAPER_WINDOW) != NULL, 10000);
  window = ks_ui_find_toplevel (KS_TYPE_PAPER_WINDOW);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (window), "Thành phố Bắc Giang"));
  ks_ui_assert_freed (window);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) \
  g_test_add ("/day/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing-in", test_nothing_in);
  ADD ("grown", test_grown);
  ADD ("news", test_news);
  ADD ("earlier-moment", test_earlier_moment);
  ADD ("order", test_order);
  ADD ("not-yet", test_not_yet);
  ADD ("copy", test_copy);
  ADD ("call", test_call);
  ADD ("rules", test_rules);
  ADD ("three-counts", test_three_counts);
  ADD ("decided", test_decided);
  ADD ("brief", test_brief);
  ADD ("district-paper", test_district_paper);
  return g_test_run ();
}
