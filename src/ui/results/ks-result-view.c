/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-view.h"

#include <adwaita.h>

#include "ks-figure-card.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-option-card.h"

struct _KsResultView
{
  GtkBox parent_instance;
  KsResultChart *chart;
  gboolean as_table;
  guint mark; /* of the chart: where the person is */

  GtkWidget *stack;
  GtkWidget *status;
  GtkWidget *card;
  GtkWidget *options;
  GtkWidget *comments;
  GtkWidget *comment_list;
};

G_DEFINE_FINAL_TYPE (KsResultView, ks_result_view, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_ACCOUNT,
  SIGNAL_PICKED,
  SIGNAL_TOGGLED,
} KsResultViewSignal;

static guint signals[SIGNAL_TOGGLED + 1];

static KsChartArea *
get_area (KsResultView *self)
{
  return ks_figure_card_get_chart (KS_FIGURE_CARD (self->card));
}

static KsFigureTable *
get_table (KsResultView *self)
{
  return ks_figure_card_get_table (KS_FIGURE_CARD (self->card));
}

static void
tell (KsResultView *self, KsResultViewSignal signal, guint row, guint column)
{
  const KsQuestion *question;
  KsScope scope;

  if (self->chart != NULL && ks_result_chart_find (self->chart, row, column, &scope, &question))
    g_signal_emit (self, signals[signal], 0, &scope, question);
}

static void
tell_mark (KsResultView *self, KsResultViewSignal signal, guint mark)
{
  KsChart *chart = ks_result_chart_get_chart (self->chart);

  tell (self, signal, ks_chart_get_mark_row (chart, mark), ks_chart_get_mark_column (chart, mark));
}

/* Whether the mark is the name of a scope whose parts can be seen below it. */
static gboolean
can_open (KsResultView *self, guint mark, gboolean *is_open)
{
  KsChart *chart = self->chart != NULL ? ks_result_chart_get_chart (self->chart) : NULL;

  return chart != NULL && mark < ks_chart_get_n_marks (chart)
         && ks_chart_get_mark_column (chart, mark) == 0
         && ks_result_chart_can_open (self->chart, ks_chart_get_mark_row (chart, mark), is_open);
}

static void
open_mark_cb (KsResultView *self, guint mark)
{
  gboolean is_open;

  tell_mark (self, can_open (self, mark, &is_open) ? SIGNAL_TOGGLED : SIGNAL_ACCOUNT, mark);
}

static void
pick_mark_cb (KsResultView *self, guint mark)
{
  self->mark = mark;
  tell_mark (self, SIGNAL_PICKED, mark);
}

/* Left and Right on a district shut and open it. */
static gboolean
key_cb (KsResultView *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_open;

  if ((key != GDK_KEY_Left && key != GDK_KEY_Right)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || !can_open (self, self->mark, &is_open) || is_open == (key == GDK_KEY_Right))
    return FALSE;
  tell_mark (self, SIGNAL_TOGGLED, self->mark);
  return TRUE;
}

static void
open_row_cb (KsResultView *self, guint key)
{
  tell (self, SIGNAL_ACCOUNT, key, KS_RESULT_WHOLE_ROW);
}

static void
pick_row_cb (KsResultView *self, guint key)
{
  tell (self, SIGNAL_PICKED, key, KS_RESULT_WHOLE_ROW);
}

/* A figure that is not shown has an account too. */
static void
open_account_cb (KsResultView *self)
{
  const KsQuestion *question;
  KsScope scope;

  ks_result_chart_get_subject (self->chart, &scope, &question);
  g_signal_emit (self, signals[SIGNAL_ACCOUNT], 0, &scope, question);
}

/* Nothing of another scope may linger behind the reason why this one is not shown. */
static void
forget (KsResultView *self)
{
  g_autoptr (KsFigures) nothing = ks_figures_new ();
  GtkWidget *child;

  ks_figure_table_set_figures (get_table (self), nothing);
  ks_figure_card_set_texts (KS_FIGURE_CARD (self->card), "", "", "");
  ks_figure_card_set_notice (KS_FIGURE_CARD (self->card), NULL);
  while ((child = gtk_widget_get_first_child (self->options)) != NULL)
    gtk_box_remove (GTK_BOX (self->options), child);
  while ((child = gtk_widget_get_first_child (self->comment_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->comment_list), child);
  gtk_widget_set_visible (self->comments, FALSE);
  g_clear_pointer (&self->chart, ks_result_chart_free);
}

static void
ks_result_view_dispose (GObject *object)
{
  g_clear_pointer (&KS_RESULT_VIEW (object)->chart, ks_result_chart_free);
  G_OBJECT_CLASS (ks_result_view_parent_class)->dispose (object);
}

static void
ks_result_view_class_init (KsResultViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_result_view_dispose;
  g_type_ensure (KS_TYPE_FIGURE_CARD);
  signals[SIGNAL_ACCOUNT]
      = g_signal_new ("account", KS_TYPE_RESULT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[SIGNAL_PICKED]
      = g_signal_new ("picked", KS_TYPE_RESULT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[SIGNAL_TOGGLED]
      = g_signal_new ("toggled", KS_TYPE_RESULT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-result-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsResultView, stack);
  gtk_widget_class_bind_template_child (widget_class, KsResultView, status);
  gtk_widget_class_bind_template_child (widget_class, KsResultView, card);
  gtk_widget_class_bind_template_child (widget_class, KsResultView, options);
  gtk_widget_class_bind_template_child (widget_class, KsResultView, comments);
  gtk_widget_class_bind_template_child (widget_class, KsResultView, comment_list);
  gtk_widget_class_bind_template_callback (widget_class, open_account_cb);
}

static void
ks_result_view_init (KsResultView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (get_area (self)), keys);
  g_signal_connect_object (get_area (self), "mark-activated", G_CALLBACK (open_mark_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_area (self), "mark-focused", G_CALLBACK (pick_mark_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_table (self), "figure-activated", G_CALLBACK (open_row_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_table (self), "figure-selected", G_CALLBACK (pick_row_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_refusal (KsResultView *self, KsRefusal refusal)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (self->status);

  ks_chart_area_set_chart (get_area (self), NULL);
  adw_status_page_set_icon_name (page, refusal == KS_REFUSAL_OPEN ? "document-open-recent-symbolic"
                                       : refusal == KS_REFUSAL_TOO_FEW ? "security-high-symbolic"
                                                                       : "view-grid-symbolic");
  adw_status_page_set_title (page, ks_refusal_get_title (refusal));
  adw_status_page_set_description (page, ks_refusal_get_reason (refusal));
  gtk_widget_set_visible (adw_status_page_get_child (page),
                          refusal == KS_REFUSAL_OPEN || refusal == KS_REFUSAL_TOO_FEW);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "status");
}

static void
add_comment_count (KsResultView *self, const KsQuestionResult *result)
{
  g_autofree char *count = ks_format_count (result->answered);
  g_autofree char *title
      = g_strdup_printf ("%s. %s", result->question->id, result->question->short_text);
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s sheet with a comment",
                                      "%s sheets with a comment", (gulong)result->answered),
                         count);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "secondary");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (self->comment_list), row);
  gtk_widget_set_visible (self->comments, TRUE);
}

/* What no scale has: closed questions with a bar per option, open ones with a number. */
static void
show_others (KsResultView *self, KsQuestionSet *set)
{
  GPtrArray *choices = ks_question_set_get_choices (set);
  GPtrArray *texts = ks_question_set_get_texts (set);

  for (guint i = 0; i < choices->len; i++)
    {
      const KsQuestionResult *result = g_ptr_array_index (choices, i);

      if (result->shown && (result->levels_shown || result->question->type == KS_QUESTION_MULTI))
        gtk_box_append (GTK_BOX (self->options), ks_option_card_new (result));
    }
  for (guint i = 0; i < texts->len; i++)
    {
      const KsQuestionResult *result = g_ptr_array_index (texts, i);

      if (result->shown)
        add_comment_count (self, result);
    }
}

/* Only what is looked at is made. */
static void
show_card (KsResultView *self)
{
  KsFigureCard *card = KS_FIGURE_CARD (self->card);
  g_autofree char *notice = ks_result_chart_dup_notice (self->chart);

  ks_figure_card_set_notice (card, notice);
  if (self->as_table)
    {
      g_autoptr (KsFigures) figures = ks_result_chart_create_figures (self->chart, FALSE);

      ks_chart_area_set_chart (get_area (self), NULL);
      ks_figure_table_set_figures (get_table (self), figures);
    }
  else
    ks_chart_area_set_chart (get_area (self), ks_result_chart_get_chart (self->chart));
  ks_figure_card_set_as_table (card, self->as_table);
  ks_figure_card_set_texts (card, ks_result_chart_get_title (self->chart),
                            ks_result_chart_get_subtitle (self->chart),
                            ks_result_chart_get_foot (self->chart));
}

/**
 * ks_result_view_show:
 * @self: a view
 * @chart: (transfer full): what it shall show
 * @as_table: the table instead of the chart
 *
 * Shows figures, or says why they cannot be shown.
 */
void
ks_result_view_show (KsResultView *self, KsResultChart *chart, gboolean as_table)
{
  KsRefusal refusal;
  KsQuestionSet *set;

  g_return_if_fail (KS_IS_RESULT_VIEW (self));

  forget (self);
  self->chart = chart;
  self->as_table = as_table;
  refusal = ks_result_chart_get_refusal (chart);
  if (refusal != KS_REFUSAL_NONE)
    {
      show_refusal (self, refusal);
      return;
    }
  show_card (self);
  set = ks_result_chart_get_questions (chart);
  if (set != NULL)
    show_others (self, set);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "figures");
}

/**
 * ks_result_view_has_figures:
 * @self: a view
 *
 * Returns: whether figures are on it, not the reason why there are none
 */
gboolean
ks_result_view_has_figures (KsResultView *self)
{
  g_return_val_if_fail (KS_IS_RESULT_VIEW (self), FALSE);

  return self->chart != NULL && ks_result_chart_get_refusal (self->chart) == KS_REFUSAL_NONE;
}

static int
find_mark (KsResultView *self, guint row, guint column)
{
  KsChart *chart = ks_result_chart_get_chart (self->chart);

  for (guint i = 0; i < ks_chart_get_n_marks (chart); i++)
    if (ks_chart_get_mark_row (chart, i) == row
        && (column == KS_RESULT_WHOLE_ROW || ks_chart_get_mark_column (chart, i) == column))
      return (int)i;
  return -1;
}

/**
 * ks_result_view_pick:
 * @self: a view
 * @scope: (nullable): whose figure is looked at beside it; %NULL: none is
 * @question: (nullable): of which question
 *
 * Marks the figure in the chart or in the table.
 */
void
ks_result_view_pick (KsResultView *self, const KsScope *scope, const KsQuestion *question)
{
  guint row, column;
  gboolean found;

  g_return_if_fail (KS_IS_RESULT_VIEW (self));

  if (!ks_result_view_has_figures (self))
    return;
  found = scope != NULL
          && ks_result_chart_locate (self->chart, scope, question, &row, &column);
  if (!self->as_table)
    ks_chart_area_pick (get_area (self), found ? find_mark (self, row, column) : -1);
  else if (found)
    ks_figure_table_select (get_table (self), row);
}
