/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-work-window.h"

#include "ks-i18n.h"
#include "ks-number.h"

#define MAX_LINES 200 /* of a list; how many there are is told above it */

struct _KsWorkWindow
{
  AdwWindow parent_instance;
  KsShell *shell; /* a weak pointer */
  KsWorkPlan *plan;
  char *action;
  GPtrArray *lines; /* of GtkWidget: those of the lists that are made anew */

  GtkWidget *summary;
  GtkWidget *doubts;
  GtkWidget *faults;
  GtkWidget *changes;
  GtkWidget *notes;
  GtkWidget *take;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsWorkWindow, ks_work_window, ADW_TYPE_WINDOW)

static void
add_line (KsWorkWindow *self, GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                                 subtitle != NULL ? subtitle : "", "title-lines", 0, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_set_data (G_OBJECT (row), "ks-group", group);
  g_ptr_array_add (self->lines, row);
}

static void
clear_lines (KsWorkWindow *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *row = self->lines->pdata[i];

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "ks-group"), row);
    }
  g_ptr_array_set_size (self->lines, 0);
}

static char *
dup_change (KsWorkWindow *self, const KsWorkDifference *difference)
{
  KsCampaignInfo *info = ks_work_plan_get_info (self->plan);
  g_autofree char *before = ks_work_dup_cell (difference->field, difference->before, info);
  g_autofree char *after = ks_work_dup_cell (difference->field, difference->after, info);
  g_autofree char *day
      = difference->field == KS_WORK_POSTS ? ks_day_format (difference->day) : g_strdup ("");

  return g_strdup_printf ("%s%s%s: %s → %s", ks_work_field_get_label (difference->field),
                          *day != '\0' ? " " : "", day, *before != '\0' ? before : "–",
                          *after != '\0' ? after : "–");
}

static void
show_changes (KsWorkWindow *self)
{
  GPtrArray *differences = ks_work_plan_get_differences (self->plan);

  for (guint i = 0; i < MIN (differences->len, MAX_LINES); i++)
    {
      const KsWorkDifference *difference = differences->pdata[i];
      g_autofree char *change = dup_change (self, difference);

      add_line (self, self->changes, ks_unit_get_name (difference->unit), change);
    }
  gtk_widget_set_visible (self->changes, differences->len > 0);
}

static void
show_sentences (KsWorkWindow *self, GtkWidget *group, GPtrArray *sentences)
{
  for (guint i = 0; i < MIN (sentences->len, MAX_LINES); i++)
    add_line (self, group, sentences->pdata[i], NULL);
  gtk_widget_set_visible (group, sentences->len > 0);
}

/* All but the rows that somebody decides, which stay where they are. */
static void
show_plan (KsWorkWindow *self)
{
  g_autoptr (GPtrArray) notes = ks_work_plan_dup_notes (self->plan, TRUE);
  guint n_changes = ks_work_plan_get_differences (self->plan)->len;
  guint n_posts = ks_work_plan_get_n_posts (self->plan);
  g_autofree char *rows = NULL;
  g_autofree char *changes = ks_format_count (n_changes);
  g_autofree char *posts = ks_format_count (n_posts);
  g_autofree char *asked = NULL;
  g_autofree char *text = NULL;
  KsPlanCounts counts;

  ks_units_plan_count (ks_work_plan_get_units (self->plan), &counts);
  rows = ks_format_count (counts.rows);
  asked = ks_format_count (counts.asked);
  text = g_strdup_printf (_ ("%s rows: %s figures change, %s posts; %s rows whose unit is not certain."),
                          rows, changes, posts, asked);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
  clear_lines (self);
  show_sentences (self, self->faults, ks_work_plan_get_faults (self->plan));
  show_changes (self);
  show_sentences (self, self->notes, notes);
  gtk_widget_set_sensitive (self->take, counts.asked == 0
                                            && ks_work_plan_get_faults (self->plan)->len == 0
                                            && n_changes + n_posts > 0);
}

/* The first choice is none yet; then the row is left out; then the guesses. */
static void
decided_cb (KsWorkWindow *self, GParamSpec *pspec, AdwComboRow *row)
{
  KsUnitsPlan *units = ks_work_plan_get_units (self->plan);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ks-row"));
  const KsPlanRow *plan_row = ks_units_plan_get_rows (units)->pdata[index];
  guint chosen = adw_combo_row_get_selected (row);

  if (chosen == 0)
    ks_units_plan_ask (units, index);
  else if (chosen == 1)
    ks_units_plan_skip (units, index);
  else
    ks_units_plan_choose (units, index, plan_row->match.guesses[chosen - 2]);
  ks_work_plan_judge (self->plan);
  show_plan (self);
}

static void
add_doubt (KsWorkWindow *self, guint index, const KsPlanRow *row)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  KsListSheet *sheet
      = ks_units_plan_get_sheets (ks_work_plan_get_units (self->plan))->pdata[row->sheet];
  g_autofree char *place = ks_list_sheet_dup_place (sheet, row->number, -1);
  g_autofree char *subtitle = g_strdup_printf ("%s: %s", place, row->doubt);
  GtkWidget *line;

  gtk_string_list_append (choices, _ ("Choose…"));
  gtk_string_list_append (choices, _ ("Leave Out"));
  for (guint i = 0; i < row->match.n_guesses; i++)
    gtk_string_list_take (choices,
                          g_strdup_printf ("%s (%s)", ks_unit_get_name (row->match.guesses[i]),
                                           ks_unit_get_district_name (row->match.guesses[i])));
  line = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", row->given, "subtitle",
                       subtitle, "model", choices, NULL);
  g_object_set_data (G_OBJECT (line), "ks-row", GUINT_TO_POINTER (index));
  g_signal_connect_object (line, "notify::selected", G_CALLBACK (decided_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->doubts), line);
}

static void
show_doubts (KsWorkWindow *self)
{
  GPtrArray *rows = ks_units_plan_get_rows (ks_work_plan_get_units (self->plan));
  guint n_shown = 0;

  for (guint i = 0; i < rows->len && n_shown < MAX_LINES; i++)
    {
      const KsPlanRow *row = rows->pdata[i];

      if (row->state != KS_PLAN_ASK)
        continue;
      add_doubt (self, i, row);
      n_shown++;
    }
  gtk_widget_set_visible (self->doubts, n_shown > 0);
}

static void
skip_cb (KsWorkWindow *self)
{
  ks_units_plan_skip_doubtful (ks_work_plan_get_units (self->plan));
  ks_work_plan_judge (self->plan);
  gtk_widget_set_visible (self->doubts, FALSE);
  show_plan (self);
}

/* The plan on its way into the campaign; shared with the thread. */
typedef struct
{
  KsWorkWindow *window; /* of the main thread */
  KsCampaign *campaign;
  KsWorkPlan *plan;
  char *action;
  KsOutcome *outcome;
} Taking;

static void
clear_taking (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->campaign);
  ks_work_plan_unref (taking->plan);
  g_free (taking->action);
  g_clear_pointer (&taking->outcome, ks_outcome_free);
}

static void
unref_taking (gpointer taking)
{
  g_atomic_rc_box_release_full (taking, clear_taking);
}

static gboolean
take_func (KsJob *job, gpointer data, GError **error)
{
  Taking *taking = data;

  return ks_work_plan_apply (taking->plan, taking->campaign, taking->action, &taking->outcome,
                             error);
}

static void
taken_cb (gpointer data, gboolean ok, const GError *error)
{
  Taking *taking = data;
  KsWorkWindow *self = taking->window;

  if (ok && taking->outcome != NULL && self->shell != NULL)
    ks_shell_show_outcome (self->shell, g_steal_pointer (&taking->outcome));
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
  unref_taking (taking);
}

/* Nothing of the plan can be decided any more while it is taken over. */
static void
apply (gpointer data)
{
  KsWorkWindow *self = data;
  KsCampaign *campaign = self->shell != NULL ? ks_shell_get_campaign (self->shell) : NULL;
  g_autoptr (KsJob) job = NULL;
  Taking *taking;

  if (campaign == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self)))
    return;
  taking = g_atomic_rc_box_new0 (Taking);
  *taking = (Taking){ g_object_ref (self), g_object_ref (campaign), ks_work_plan_ref (self->plan),
                      g_strdup (self->action), NULL };
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  job = ks_job_new (_ ("Keeping reports and posts"));
  ks_shell_run_job (self->shell, job, take_func, g_atomic_rc_box_acquire (taking), unref_taking,
                    taken_cb, taking);
}

static void
take_cb (KsWorkWindow *self)
{
  if (self->shell != NULL)
    ks_shell_with_officer (self->shell, apply, g_object_ref (self), g_object_unref);
}

static gboolean
ks_work_window_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[FINISHED], 0);
  return GTK_WINDOW_CLASS (ks_work_window_parent_class)->close_request (window);
}

static void
ks_work_window_dispose (GObject *object)
{
  KsWorkWindow *self = KS_WORK_WINDOW (object);

  g_clear_weak_pointer (&self->shell);
  g_clear_pointer (&self->plan, ks_work_plan_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->action, g_free);
  G_OBJECT_CLASS (ks_work_window_parent_class)->dispose (object);
}

static void
ks_work_window_class_init (KsWorkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_work_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ks_work_window_close_request;
  signals[FINISHED] = g_signal_new ("finished", KS_TYPE_WORK_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-work-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsWorkWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, KsWorkWindow, doubts);
  gtk_widget_class_bind_template_child (widget_class, KsWorkWindow, faults);
  gtk_widget_class_bind_template_child (widget_class, KsWorkWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, KsWorkWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, KsWorkWindow, take);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ks_work_window_init (KsWorkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_ptr_array_new ();
}

/**
 * ks_work_window_present:
 * @shell: the window with the campaign
 * @plan: a plan that was judged
 * @action: the verb, for the log
 *
 * Returns: (transfer none): the window that shows it
 */
KsWorkWindow *
ks_work_window_present (KsShell *shell, KsWorkPlan *plan, const char *action)
{
  KsWorkWindow *self = g_object_new (KS_TYPE_WORK_WINDOW, NULL);

  g_set_weak_pointer (&self->shell, shell);
  self->plan = ks_work_plan_ref (plan);
  self->action = g_strdup (action);
  show_doubts (self);
  show_plan (self);
  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (shell))));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
