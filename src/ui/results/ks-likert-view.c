/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-view.h"

#include <adwaita.h>

#include "ks-figure-card.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-option-card.h"

struct _KsLikertView
{
  GtkBox parent_instance;
  KsResults *results; /* the set borrows its questions */
  KsQuestionSet *set;
  KsChart *chart;
  gboolean has_figures;

  GtkWidget *stack;
  GtkWidget *status;
  GtkWidget *card;
  GtkWidget *options;
  GtkWidget *comments;
  GtkWidget *comment_list;
};

G_DEFINE_FINAL_TYPE (KsLikertView, ks_likert_view, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_ACCOUNT,
} KsLikertViewSignal;

static guint signals[SIGNAL_ACCOUNT + 1];

static void
open_account_cb (KsLikertView *self, guint row)
{
  g_signal_emit (self, signals[SIGNAL_ACCOUNT], 0,
                 ks_question_set_get_row (self->set, row)->question);
}

static void
open_mark_cb (KsLikertView *self, guint mark)
{
  open_account_cb (self, ks_chart_get_mark_row (self->chart, mark));
}

/* Nothing of another scope may linger behind the reason why this one is not shown. */
static void
forget (KsLikertView *self)
{
  KsFigureCard *card = KS_FIGURE_CARD (self->card);
  g_autoptr (KsFigures) nothing = ks_figures_new ();
  GtkWidget *child;

  ks_chart_area_set_chart (ks_figure_card_get_chart (card), NULL);
  ks_figure_table_set_figures (ks_figure_card_get_table (card), nothing);
  ks_figure_card_set_texts (card, "", "", "");
  while ((child = gtk_widget_get_first_child (self->options)) != NULL)
    gtk_box_remove (GTK_BOX (self->options), child);
  while ((child = gtk_widget_get_first_child (self->comment_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->comment_list), child);
  g_clear_pointer (&self->set, ks_question_set_free);
  g_clear_object (&self->chart);
  self->has_figures = FALSE;
}

static void
ks_likert_view_dispose (GObject *object)
{
  KsLikertView *self = KS_LIKERT_VIEW (object);

  g_clear_pointer (&self->set, ks_question_set_free);
  g_clear_object (&self->chart);
  g_clear_object (&self->results);
  G_OBJECT_CLASS (ks_likert_view_parent_class)->dispose (object);
}

static void
ks_likert_view_class_init (KsLikertViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_likert_view_dispose;
  g_type_ensure (KS_TYPE_FIGURE_CARD);
  signals[SIGNAL_ACCOUNT] = g_signal_new ("account", KS_TYPE_LIKERT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-likert-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsLikertView, stack);
  gtk_widget_class_bind_template_child (widget_class, KsLikertView, status);
  gtk_widget_class_bind_template_child (widget_class, KsLikertView, card);
  gtk_widget_class_bind_template_child (widget_class, KsLikertView, options);
  gtk_widget_class_bind_template_child (widget_class, KsLikertView, comments);
  gtk_widget_class_bind_template_child (widget_class, KsLikertView, comment_list);
}

static void
ks_likert_view_init (KsLikertView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (ks_figure_card_get_chart (KS_FIGURE_CARD (self->card)), "mark-activated",
                           G_CALLBACK (open_mark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ks_figure_card_get_table (KS_FIGURE_CARD (self->card)),
                           "figure-activated", G_CALLBACK (open_account_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_status (KsLikertView *self, const char *icon, const char *title, const char *description)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "status");
}

/* n of the questions: one number where it is the same for all. */
static char *
dup_span (KsQuestionSet *set)
{
  gint64 low = G_MAXINT64;
  gint64 high = 0;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  for (guint i = 0; i < ks_question_set_get_n_rows (set); i++)
    if (ks_question_set_get_row (set, i)->shown)
      {
        low = MIN (low, ks_question_set_get_row (set, i)->answered);
        high = MAX (high, ks_question_set_get_row (set, i)->answered);
      }
  lowest = ks_format_count (low);
  highest = ks_format_count (high);
  return low == high ? g_steal_pointer (&lowest) : g_strdup_printf ("%s–%s", lowest, highest);
}

static char *
dup_subtitle (KsLikertView *self, const KsScope *scope, const KsLikertLook *look)
{
  g_autofree char *n = dup_span (self->set);
  g_autofree char *staff = ks_format_count (ks_question_set_get_row (self->set, 0)->staff);
  const char *name = scope->kind == KS_SCOPE_PROVINCE ? _ ("Whole province") : scope->name;

  if (look->as_table && look->counts)
    return g_strdup_printf (_ ("%s · answer sheets · n = %s; N = %s"), name, n, staff);
  return g_strdup_printf (
      _ ("%s · per cent of the sheets that answer the question, “don’t know” included; each row "
         "adds up to 100 · n = %s; N = %s"),
      name, n, staff);
}

/* Questions whose levels are called otherwise than in the titles of the columns. */
static char *
dup_other_scales (KsQuestionSet *set)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const KsQuestion *first = ks_question_set_get_row (set, 0)->question;

  for (guint i = 1; i < ks_question_set_get_n_rows (set); i++)
    {
      const KsQuestion *question = ks_question_set_get_row (set, i)->question;

      if (g_strcmp0 (question->options[0].label, first->options[0].label) != 0)
        g_ptr_array_add (ids, question->id);
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (", ", (char **)ids->pdata);
}

static char *
dup_foot (KsLikertView *self)
{
  g_autofree char *labels = ks_question_set_dup_good_labels (self->set);
  g_autofree char *others = dup_other_scales (self->set);
  gint64 left_out = ks_question_set_get_left_out (self->set);
  GString *foot = g_string_new (NULL);

  g_string_append_printf (foot, _ ("Favourable: %s."), labels);
  if (*others != '\0')
    {
      g_string_append_c (foot, ' ');
      g_string_append_printf (
          foot, _ ("The levels of %s have names of their own in the same order."), others);
    }
  if (left_out > 0)
    {
      g_autofree char *count = ks_format_count (left_out);

      g_string_append_c (foot, ' ');
      g_string_append_printf (foot, _ ("Without %s sheets of units with fewer than 5 sheets."),
                              count);
    }
  if (ks_question_set_hides_levels (self->set))
    {
      g_string_append_c (foot, ' ');
      g_string_append (foot, _ ("Where all sheets give the same answer its level is not told."));
    }
  if (ks_results_get_as_of (self->results) != KS_MOMENT_NONE)
    {
      g_autofree char *moment = ks_moment_format (ks_results_get_as_of (self->results));

      g_string_append_c (foot, ' ');
      g_string_append_printf (foot, _ ("Figures as of %s"), moment);
      g_string_append_c (foot, '.');
    }
  return g_string_free (foot, FALSE);
}

/* Only what is looked at is made: a table of twenty questions is some two hundred labels. */
static void
show_chart_or_table (KsLikertView *self, KsFigureCard *card, const KsLikertLook *look)
{
  if (look->as_table)
    {
      g_autoptr (KsFigures) figures
          = ks_question_set_create_figures (self->set, look->order, look->counts);

      ks_figure_table_set_figures (ks_figure_card_get_table (card), figures);
    }
  else
    {
      self->chart = KS_CHART (ks_question_set_create_chart (self->set, look->order));
      ks_chart_area_set_chart (ks_figure_card_get_chart (card), self->chart);
    }
  ks_figure_card_set_as_table (card, look->as_table);
}

static void
show_card (KsLikertView *self, const KsScope *scope, const KsLikertLook *look)
{
  KsFigureCard *card = KS_FIGURE_CARD (self->card);
  g_autofree char *title = ks_question_set_dup_title (self->set);
  g_autofree char *subtitle = dup_subtitle (self, scope, look);
  g_autofree char *foot = dup_foot (self);

  show_chart_or_table (self, card, look);
  ks_figure_card_set_texts (card, title, subtitle, foot);
}

static void
add_comment_count (KsLikertView *self, const KsQuestionResult *result)
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
}

static void
show_others (KsLikertView *self)
{
  GPtrArray *choices = ks_question_set_get_choices (self->set);
  GPtrArray *texts = ks_question_set_get_texts (self->set);
  guint n_comments = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const KsQuestionResult *result = g_ptr_array_index (choices, i);

      if (result->shown && (result->levels_shown || result->question->type == KS_QUESTION_MULTI))
        gtk_box_append (GTK_BOX (self->options), ks_option_card_new (result));
    }
  for (guint i = 0; i < texts->len; i++)
    {
      const KsQuestionResult *result = g_ptr_array_index (texts, i);

      if (!result->shown)
        continue;
      add_comment_count (self, result);
      n_comments++;
    }
  gtk_widget_set_visible (self->comments, n_comments > 0);
}

/**
 * ks_likert_view_show:
 * @self: a view
 * @results: a snapshot of the tallies
 * @scope: the province, a district or a unit
 * @is_open: whether the survey still runs: then nothing but participation may be seen
 * @look: chart or table, and in which order
 *
 * Shows what was answered, or says why it cannot be shown.
 */
void
ks_likert_view_show (KsLikertView *self,
                     KsResults *results,
                     const KsScope *scope,
                     gboolean is_open,
                     const KsLikertLook *look)
{
  g_return_if_fail (KS_IS_LIKERT_VIEW (self));

  forget (self);
  g_set_object (&self->results, results);
  if (is_open)
    {
      show_status (self, "document-open-recent-symbolic", _ ("The Survey Is Still Open"),
                   _ ("Until its end participation alone is shown: nobody shall be led by what "
                      "others have answered."));
      return;
    }
  self->set = ks_question_set_load (results, scope);
  if (!ks_question_set_is_shown (self->set))
    {
      show_status (self, "security-high-symbolic", _ ("Too Few Answers to Show Results"),
                   _ ("Results are shown from 5 answer sheets on, so that nobody can be made out. "
                      "Participation is shown in full."));
      return;
    }
  self->has_figures = TRUE;
  show_card (self, scope, look);
  show_others (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "figures");
}

/**
 * ks_likert_view_has_figures:
 * @self: a view
 *
 * Returns: whether figures are on it, not the reason why there are none
 */
gboolean
ks_likert_view_has_figures (KsLikertView *self)
{
  g_return_val_if_fail (KS_IS_LIKERT_VIEW (self), FALSE);

  return self->has_figures;
}
