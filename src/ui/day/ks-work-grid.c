/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-work-grid-private.h"

#include "ks-evidence-window.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-scope-button.h"
#include "ks-shell.h"
#include "ks-wrap-layout.h"

G_DEFINE_FINAL_TYPE (KsWorkGrid, ks_work_grid, GTK_TYPE_BOX)

static void
show_summary (KsWorkGrid *self)
{
  g_autofree char *units = ks_format_count (ks_work_cells_get_n_rows (KS_WORK_CELLS (self->cells)));
  g_autofree char *reports = ks_format_count (self->sheet->n_reports);
  g_autofree char *all = ks_format_count (self->sheet->n_rows);
  g_autofree char *posts = ks_format_count (self->sheet->n_posts);
  g_autofree char *text
      = g_strdup_printf (_ ("%s units · %s/%s reports of the province · %s posts and pictures"),
                         units, reports, all, posts);

  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

static void
append_mark (GString *list, const char *label)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", label);
}

/* The marks of a unit that are among @marks, in words. */
static char *
list_marks (KsWorkGrid *self, guint marks)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (marks & 1u)
    append_mark (list, _ ("report"));
  for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
    if (marks & 1u << ks_work_mark_index ((KsWorkField)field, 0))
      append_mark (list, ks_work_field_get_label ((KsWorkField)field));
  for (guint day = 0; day < KS_POST_DAYS; day++)
    if (marks & 1u << ks_work_mark_index (KS_WORK_POSTS, day))
      {
        int month, number;
        g_autofree char *text = NULL;

        ks_moment_to_civil (ks_day_get_start (ks_work_sheet_get_day (self->sheet, day)), NULL, &month,
                            &number, NULL, NULL, NULL);
        text = g_strdup_printf ("%d/%d", number, month);
        append_mark (list, text);
      }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
append_part (GString *text, const char *title, const char *marks)
{
  if (*marks != '\0')
    g_string_append_printf (text, "%s%s: %s.", text->len > 0 ? " " : "", title, marks);
}

/**
 * ks_work_grid_show_unit:
 * @self: a grid
 *
 * Tells under the grid what the marks of the current unit rest on, and what may be a mistake.
 */
void
ks_work_grid_show_unit (KsWorkGrid *self)
{
  guint column;
  const KsWorkRow *row = ks_work_cells_get_current (KS_WORK_CELLS (self->cells), &column);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *reported = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *evident = NULL;
  g_autofree char *doubts = NULL;

  if (row == NULL)
    return;
  title = g_strdup_printf (_ ("%s: evidence"), ks_unit_get_name (row->unit));
  reported = list_marks (self, row->claimed & ~row->verified);
  checked = list_marks (self, row->claimed & row->verified);
  evident = list_marks (self, row->evident);
  append_part (text, _ ("Reported by the unit"), reported);
  append_part (text, _ ("Checked"), checked);
  append_part (text, _ ("With evidence"), evident);
  gtk_label_set_text (GTK_LABEL (self->evidence_title), title);
  gtk_label_set_text (GTK_LABEL (self->evidence_text),
                      text->len > 0 ? text->str : _ ("Nothing is told yet."));
  doubts = ks_work_doubts_dup_sentence (ks_report_find_doubts (
      row->report, ks_unit_get_staff_in_scope (row->unit), self->sheet->info));
  gtk_widget_set_visible (self->doubts, doubts != NULL);
  if (doubts != NULL)
    {
      g_autofree char *sentence
          = g_strdup_printf ("%s: %s", ks_unit_get_name (row->unit), doubts);

      gtk_label_set_text (GTK_LABEL (self->doubts), sentence);
    }
}

/**
 * ks_work_grid_note:
 * @self: a grid
 * @sentence: what was typed last
 */
void
ks_work_grid_note (KsWorkGrid *self, const char *sentence)
{
  g_autofree char *text = g_strdup_printf (_ ("%s · Ctrl+Z takes it back"), sentence);

  gtk_label_set_text (GTK_LABEL (self->last), text);
}

static guint
count_districts (KsWorkGrid *self)
{
  return ks_registry_get_n_districts (self->sheet->registry);
}

static int
find_district (KsWorkGrid *self)
{
  for (guint i = 0; i < count_districts (self); i++)
    if (g_str_equal (ks_registry_get_district (self->sheet->registry, i)->code, self->district))
      return (int)i;
  return -1;
}

/**
 * ks_work_grid_show_district:
 * @self: a grid with a sheet
 * @district: code of a district; empty: all units
 *
 * Shows its units.
 */
void
ks_work_grid_show_district (KsWorkGrid *self, const char *district)
{
  int index;

  if (district != self->district)
    {
      g_free (self->district);
      self->district = g_strdup (district);
    }
  index = find_district (self);
  gtk_widget_set_sensitive (self->previous, index > 0);
  gtk_widget_set_sensitive (self->next, index + 1 < (int)count_districts (self));
  ks_scope_button_select (KS_SCOPE_BUTTON (self->scope), self->district);
  ks_work_cells_show (KS_WORK_CELLS (self->cells), self->sheet, self->district);
  show_summary (self);
  ks_work_grid_show_unit (self);
}

static void
turn (KsWorkGrid *self, int step)
{
  int index = self->sheet != NULL ? find_district (self) + step : -1;

  if (index >= 0 && index < (int)count_districts (self))
    ks_work_grid_show_district (self,
                                ks_registry_get_district (self->sheet->registry, (guint)index)->code);
}

static void
previous_cb (KsWorkGrid *self)
{
  turn (self, -1);
}

static void
next_cb (KsWorkGrid *self)
{
  turn (self, 1);
}

static void
turn_cb (KsWorkGrid *self, int step)
{
  turn (self, step);
}

static void
go_to_wanted (KsWorkGrid *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  KsUnit *unit = wanted != NULL ? ks_registry_lookup (self->sheet->registry, wanted) : NULL;

  if (unit != NULL)
    {
      ks_work_grid_show_district (self, ks_unit_get_district_code (unit));
      ks_work_cells_select (KS_WORK_CELLS (self->cells), wanted, 0);
    }
  else if (wanted != NULL)
    ks_work_grid_show_district (self, wanted);
}

static void
scope_changed_cb (KsWorkGrid *self)
{
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->scope), &scope);
  g_free (self->wanted);
  self->wanted = g_strdup (scope.code);
  go_to_wanted (self);
  gtk_widget_grab_focus (self->cells);
}

/* The first district; where there are none, all units. */
static void
choose_district (KsWorkGrid *self)
{
  if (self->district == NULL || (*self->district != '\0' && find_district (self) < 0))
    {
      g_free (self->district);
      self->district = g_strdup (count_districts (self) > 0
                                     ? ks_registry_get_district (self->sheet->registry, 0)->code
                                     : "");
    }
}

static void
show_sheet (KsWorkGrid *self, KsWorkSheet *sheet)
{
  gboolean other = self->sheet == NULL || self->sheet->registry != sheet->registry;

  g_clear_pointer (&self->sheet, ks_work_sheet_unref);
  self->sheet = sheet;
  if (other)
    ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope), sheet->registry);
  choose_district (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), sheet->n_rows > 0 ? "grid" : "empty");
  ks_work_grid_show_district (self, self->district);
  go_to_wanted (self);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  KsWorkSheet *sheet = ks_work_sheet_load (data, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify)ks_work_sheet_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KsWorkGrid *self = KS_WORK_GRID (source);
  g_autoptr (GError) error = NULL;
  KsWorkSheet *sheet = g_task_propagate_pointer (G_TASK (result), &error);
  KsShell *shell;

  if (g_task_get_cancellable (G_TASK (result)) != self->loading)
    {
      g_clear_pointer (&sheet, ks_work_sheet_unref);
      return;
    }
  g_clear_object (&self->loading);
  shell = ks_shell_from_widget (GTK_WIDGET (self));
  if (sheet != NULL)
    show_sheet (self, sheet);
  else if (shell != NULL)
    ks_shell_show_error (shell, error);
}

static void
stop_loading (KsWorkGrid *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/**
 * ks_work_grid_load:
 * @grid: a grid with a campaign
 *
 * Reads all of it beside the window.
 */
void
ks_work_grid_load (gpointer grid)
{
  KsWorkGrid *self = grid;
  g_autoptr (GTask) task = NULL;

  stop_loading (self);
  if (self->campaign == NULL)
    return;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (self->campaign), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

static void
evidence_cb (KsWorkGrid *self)
{
  guint column;
  const KsWorkRow *row = ks_work_cells_get_current (KS_WORK_CELLS (self->cells), &column);

  if (row == NULL || self->campaign == NULL)
    return;
  ks_evidence_window_present (GTK_WIDGET (self), self->campaign, row, self->sheet, column);
}

static void
ks_work_grid_dispose (GObject *object)
{
  KsWorkGrid *self = KS_WORK_GRID (object);

  stop_loading (self);
  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->sheet, ks_work_sheet_unref);
  g_clear_pointer (&self->district, g_free);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (ks_work_grid_parent_class)->dispose (object);
}

static void
ks_work_grid_class_init (KsWorkGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_work_grid_dispose;
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  g_type_ensure (KS_TYPE_WORK_CELLS);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-work-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, stack);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, scope);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, previous);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, next);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, summary);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, cells);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, doubts);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, last);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, evidence_title);
  gtk_widget_class_bind_template_child (widget_class, KsWorkGrid, evidence_text);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, ks_work_grid_show_unit);
  gtk_widget_class_bind_template_callback (widget_class, ks_work_grid_typed);
  gtk_widget_class_bind_template_callback (widget_class, ks_work_grid_toggled);
  gtk_widget_class_bind_template_callback (widget_class, ks_work_grid_paste);
  gtk_widget_class_bind_template_callback (widget_class, ks_work_grid_copy);
}

static void
ks_work_grid_init (KsWorkGrid *self)
{
  GtkScrolledWindow *scroller;

  gtk_widget_init_template (GTK_WIDGET (self));
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  ks_scope_button_set_words (KS_SCOPE_BUTTON (self->scope), _ ("District"), _ ("All units"));
  ks_work_cells_set_adjustments (KS_WORK_CELLS (self->cells),
                                 gtk_scrolled_window_get_hadjustment (scroller),
                                 gtk_scrolled_window_get_vadjustment (scroller));
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), ks_work_grid_load, NULL);
}

/**
 * ks_work_grid_new:
 *
 * Returns: (transfer floating): a grid without a campaign
 */
GtkWidget *
ks_work_grid_new (void)
{
  return g_object_new (KS_TYPE_WORK_GRID, NULL);
}

/**
 * ks_work_grid_set_campaign:
 * @self: a grid
 * @campaign: (nullable): the campaign; %NULL: it is closed
 *
 * Shows the campaign as soon as somebody looks.
 */
void
ks_work_grid_set_campaign (KsWorkGrid *self, KsCampaign *campaign)
{
  g_return_if_fail (KS_IS_WORK_GRID (self));

  ks_lazy_load_cancel (self->lazy_load);
  stop_loading (self);
  ks_work_cells_show (KS_WORK_CELLS (self->cells), NULL, "");
  g_clear_pointer (&self->sheet, ks_work_sheet_unref);
  g_clear_pointer (&self->district, g_free);
  gtk_label_set_text (GTK_LABEL (self->last), "");
  g_set_object (&self->campaign, campaign);
  if (campaign == NULL)
    return;
  ks_work_cells_set_editable (KS_WORK_CELLS (self->cells),
                              !ks_store_is_read_only (ks_campaign_get_store (campaign)));
  ks_lazy_load_request (self->lazy_load);
}

/**
 * ks_work_grid_refresh:
 * @self: a grid
 * @change: what has changed in the campaign
 */
void
ks_work_grid_refresh (KsWorkGrid *self, KsChange change)
{
  g_return_if_fail (KS_IS_WORK_GRID (self));

  if (self->campaign != NULL
      && (change & (KS_CHANGE_REPORTS | KS_CHANGE_REGISTRY | KS_CHANGE_INFO)) != 0)
    ks_lazy_load_request (self->lazy_load);
}

/**
 * ks_work_grid_select:
 * @self: a grid
 * @code: of a district or a unit
 *
 * Goes there, at once or as soon as the campaign is read.
 *
 * Returns: %FALSE if it is not read yet
 */
gboolean
ks_work_grid_select (KsWorkGrid *self, const char *code)
{
  g_return_val_if_fail (KS_IS_WORK_GRID (self), FALSE);

  g_free (self->wanted);
  self->wanted = g_strdup (code);
  if (self->sheet == NULL)
    return FALSE;
  go_to_wanted (self);
  return TRUE;
}
