/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-findings-view.h"

#include <string.h>

#include "ks-decide-bar.h"
#include "ks-decide-dialog.h"
#include "ks-finding-line.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-shell.h"

/* A line costs something; more are added when somebody asks for them. */
#define STEP 50

/* So long a line folds and unfolds, and so much room is left above the one that is looked at. */
#define FOLDING (400 * G_TIME_SPAN_MILLISECOND)
#define TOP_MARGIN 8

struct _KsFindingsView
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  KsRegistry *registry;
  GPtrArray *findings; /* of KsFinding: those of the kind */
  guint kind;
  guint n_shown;
  int current; /* line that was reached by key; -1: none */

  GtkLabel *title;
  GtkLabel *check;
  GtkListBox *list;
  GtkWidget *more;
  GtkWidget *legend; /* of the sheets of a finding */
  GtkWidget *foot;
  GtkWidget *all;
  KsDecideBar *bar;
};

G_DEFINE_FINAL_TYPE (KsFindingsView, ks_findings_view, GTK_TYPE_BOX)

static KsFindingLine *
get_line (KsFindingsView *self, guint index)
{
  return KS_FINDING_LINE (gtk_list_box_get_row_at_index (self->list, (int)index));
}

static guint
count_chosen (KsFindingsView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_shown; i++)
    n += ks_finding_line_get_checked (get_line (self, i));
  return n;
}

static void
checked_cb (KsFindingsView *self)
{
  guint n = count_chosen (self);

  ks_decide_bar_set_chosen (self->bar, n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "findings.count", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "findings.exclude", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "findings.move", n > 0);
}

static void
add_to_question (KsFindingLine *line, KsDecideQuestion *question)
{
  const KsFinding *finding = ks_finding_line_get_finding (line);

  g_array_append_val (question->findings, finding->id);
  ks_finding_line_collect_left_out (line, question->left_out);
  question->n_sheets += finding->n_rows;
}

static void
decide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsFindingsView *self = KS_FINDINGS_VIEW (widget);
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) left_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideQuestion question = { .findings = findings, .left_out = left_out };

  ks_decision_from_id (strchr (name, '.') + 1, &question.decision);
  for (guint i = 0; i < self->n_shown; i++)
    if (ks_finding_line_get_checked (get_line (self, i)))
      add_to_question (get_line (self, i), &question);
  question.n_sheets -= left_out->len;
  ks_decide_dialog_ask (widget, &question);
}

static void
toggle_all_cb (KsFindingsView *self)
{
  gboolean all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));

  for (guint i = 0; i < self->n_shown; i++)
    ks_finding_line_set_checked (get_line (self, i), all);
}

static void
show_more_cb (KsFindingsView *self)
{
  guint end = MIN (self->findings->len, self->n_shown + STEP);
  g_autofree char *left = NULL;
  g_autofree char *words = NULL;

  for (; self->n_shown < end; self->n_shown++)
    {
      GtkWidget *line = ks_finding_line_new (self->campaign, self->registry,
                                             self->findings->pdata[self->n_shown]);

      g_signal_connect_object (line, "notify::checked", G_CALLBACK (checked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, line);
    }
  left = ks_format_count (self->findings->len - end);
  words = g_strdup_printf (_ ("Show More (%s)"), left);
  gtk_button_set_label (GTK_BUTTON (self->more), words);
  gtk_widget_set_visible (self->more, end < self->findings->len);
}

/* While lines fold and unfold the one that is looked at keeps its place at the top; another that is
 * reached meanwhile folds it. */
static gboolean
follow_cb (GtkWidget *line, GdkFrameClock *clock, gpointer data)
{
  gint64 *end = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (line, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double y = 0;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (line)))
    return G_SOURCE_REMOVE;
  gtk_widget_translate_coordinates (line, scrolled, 0, 0, NULL, &y);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - TOP_MARGIN);
  if (*end == 0)
    *end = gdk_frame_clock_get_frame_time (clock) + FOLDING;
  return gdk_frame_clock_get_frame_time (clock) < *end;
}

/* Looks at one finding after the other: one is open at a time. */
static void
go_to (KsFindingsView *self, int index)
{
  if (self->current >= 0 && (guint)self->current < self->n_shown)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_line (self, (guint)self->current)),
                                   FALSE);
  self->current = index;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_line (self, (guint)index)), TRUE);
  ks_finding_line_focus (get_line (self, (guint)index));
  gtk_widget_add_tick_callback (GTK_WIDGET (get_line (self, (guint)index)), follow_cb,
                                g_new0 (gint64, 1), g_free);
}

/**
 * ks_findings_view_step:
 * @self: a view
 * @step: 1 to the next finding, -1 to the one before
 *
 * Opens the finding and lets the keyboard be there; at the end nothing happens.
 */
void
ks_findings_view_step (KsFindingsView *self, int step)
{
  int index = self->current + step;

  if (index >= (int)self->n_shown)
    show_more_cb (self);
  if (index >= 0 && index < (int)self->n_shown)
    go_to (self, index);
}

/**
 * ks_findings_view_decide:
 * @self: a view
 * @decision: what is decided
 *
 * As the buttons at the foot; where no finding is chosen the one that was reached by key is.
 */
void
ks_findings_view_decide (KsFindingsView *self, KsDecision decision)
{
  g_autofree char *action = g_strdup_printf ("findings.%s", ks_decision_to_id (decision));

  if (self->kind == KS_N_FINDING_KINDS
      || (decision != KS_DECISION_COUNT && !ks_finding_kind_has_rows (self->kind)))
    return;
  if (count_chosen (self) == 0 && self->current >= 0 && (guint)self->current < self->n_shown)
    ks_finding_line_set_checked (get_line (self, (guint)self->current), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
ks_findings_view_dispose (GObject *object)
{
  KsFindingsView *self = KS_FINDINGS_VIEW (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_findings_view_parent_class)->dispose (object);
}

static void
ks_findings_view_class_init (KsFindingsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ks_findings_view_dispose;
  gtk_widget_class_install_action (widget_class, "findings.count", NULL, decide);
  gtk_widget_class_install_action (widget_class, "findings.exclude", NULL, decide);
  gtk_widget_class_install_action (widget_class, "findings.move", NULL, decide);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/answers/ks-findings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, title);
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, check);
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, list);
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, more);
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, legend);
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, foot);
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, all);
  gtk_widget_class_bind_template_child (widget_class, KsFindingsView, bar);
  gtk_widget_class_bind_template_callback (widget_class, show_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_all_cb);
  g_type_ensure (KS_TYPE_DECIDE_BAR);
}

static void
ks_findings_view_init (KsFindingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->current = -1;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_finding_free);
}

static gboolean
is_wanted (const KsFinding *finding, guint kind)
{
  return ks_finding_is_open (finding) ? finding->kind == kind : kind == KS_N_FINDING_KINDS;
}

static void
clear_list (KsFindingsView *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_shown = 0;
  g_ptr_array_set_size (self->findings, 0);
}

static void
show_head (KsFindingsView *self)
{
  gboolean decided = self->kind == KS_N_FINDING_KINDS;
  gboolean with_sheets = decided || ks_finding_kind_has_rows (self->kind);
  g_autofree char *count = ks_format_count (self->findings->len);
  g_autofree char *title = g_strdup_printf (
      "%s: %s", decided ? _ ("Decided") : ks_finding_kind_get_title (self->kind), count);
  g_autofree char *check
      = decided ? g_strdup (_ ("What was decided stays on record, with its reason."))
                : g_strdup_printf (_ ("How to check: %s"), ks_finding_kind_get_check (self->kind));

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->check, check);
  gtk_widget_set_visible (self->foot, !decided && self->findings->len > 0);
  gtk_widget_set_visible (self->legend, with_sheets);
  ks_decide_bar_set_with_sheets (self->bar, with_sheets);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all), FALSE);
}

static gboolean
holds (GPtrArray *findings, gint64 id)
{
  for (guint i = 0; i < findings->len; i++)
    if (((const KsFinding *)findings->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* The line that was reached by key, or where it is gone the one before: so the next one is next. */
static int
find_current (KsFindingsView *self, GPtrArray *wanted)
{
  int n_left = 0;

  for (int i = 0; i <= self->current && i < (int)self->findings->len; i++)
    n_left += holds (wanted, ((const KsFinding *)self->findings->pdata[i])->id);
  return n_left - 1;
}

/**
 * ks_findings_view_show:
 * @self: a view
 * @campaign: a campaign
 * @findings: (element-type KsFinding): all findings
 * @kind: a #KsFindingKind: its open ones; %KS_N_FINDING_KINDS: those that were decided
 *
 * Shows findings; what was chosen before is forgotten.
 */
void
ks_findings_view_show (KsFindingsView *self, KsCampaign *campaign, GPtrArray *findings, guint kind)
{
  g_autoptr (GPtrArray) wanted
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_finding_free);

  g_set_object (&self->campaign, campaign);
  g_clear_object (&self->registry);
  self->registry = ks_campaign_dup_registry (campaign);
  for (guint i = 0; i < findings->len; i++)
    if (is_wanted (findings->pdata[i], kind))
      g_ptr_array_add (wanted, ks_finding_copy (findings->pdata[i]));
  self->current = self->kind == kind ? find_current (self, wanted) : -1;
  self->kind = kind;
  clear_list (self);
  g_ptr_array_extend_and_steal (self->findings, g_steal_pointer (&wanted));
  show_head (self);
  show_more_cb (self);
  checked_cb (self);
}
