/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-answers-pane.h"

#include "ks-batch-row.h"

struct _KsAnswersPane
{
  GtkBox parent_instance;

  GtkWidget *kinds_title;
  KsFindingKinds *kinds;
  KsStateList *states;
  GtkListBox *batches;
  KsWatchCard *watch_card;
};

enum
{
  KIND_SELECTED,
  STATE_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsAnswersPane, ks_answers_pane, GTK_TYPE_BOX)

static void
kind_selected_cb (KsAnswersPane *self)
{
  ks_state_list_unselect (self->states);
  g_signal_emit (self, signals[KIND_SELECTED], 0);
}

static void
state_selected_cb (KsAnswersPane *self)
{
  ks_finding_kinds_unselect (self->kinds);
  g_signal_emit (self, signals[STATE_SELECTED], 0);
}

static void
ks_answers_pane_class_init (KsAnswersPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[KIND_SELECTED] = g_signal_new ("kind-selected", KS_TYPE_ANSWERS_PANE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STATE_SELECTED] = g_signal_new ("state-selected", KS_TYPE_ANSWERS_PANE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_FINDING_KINDS);
  g_type_ensure (KS_TYPE_STATE_LIST);
  g_type_ensure (KS_TYPE_WATCH_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/answers/ks-answers-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPane, kinds_title);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPane, kinds);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPane, states);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPane, batches);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPane, watch_card);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_selected_cb);
}

static void
ks_answers_pane_init (KsAnswersPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_answers_pane_get_states:
 * @self: a pane
 *
 * Returns: (transfer none): the list of the states of sheets
 */
KsStateList *
ks_answers_pane_get_states (KsAnswersPane *self)
{
  return self->states;
}

/**
 * ks_answers_pane_get_kinds:
 * @self: a pane
 *
 * Returns: (transfer none): the list of the kinds of findings
 */
KsFindingKinds *
ks_answers_pane_get_kinds (KsAnswersPane *self)
{
  return self->kinds;
}

/**
 * ks_answers_pane_set_findings:
 * @self: a pane
 * @findings: (element-type KsFinding): all findings; their list is hidden while there are none
 */
void
ks_answers_pane_set_findings (KsAnswersPane *self, GPtrArray *findings)
{
  ks_finding_kinds_set_findings (self->kinds, findings);
  gtk_widget_set_visible (self->kinds_title, findings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), findings->len > 0);
}

/**
 * ks_answers_pane_set_batches:
 * @self: a pane
 * @batches: (element-type KsBatch): the imports, the oldest first
 */
void
ks_answers_pane_set_batches (KsAnswersPane *self, GPtrArray *batches)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->batches))) != NULL)
    gtk_list_box_remove (self->batches, row);
  for (guint i = 0; i < batches->len; i++)
    gtk_list_box_prepend (self->batches, ks_batch_row_new (batches->pdata[i]));
}

/**
 * ks_answers_pane_get_watch_card:
 * @self: a pane
 *
 * Returns: (transfer none): what shows the watched folder
 */
KsWatchCard *
ks_answers_pane_get_watch_card (KsAnswersPane *self)
{
  return self->watch_card;
}
