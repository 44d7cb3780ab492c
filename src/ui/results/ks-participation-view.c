/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-view.h"

#include "ks-figure-card.h"
#include "ks-i18n.h"
#include "ks-number.h"

struct _KsParticipationView
{
  GtkBox parent_instance;
  KsResults *results; /* the figures borrow its strings */
  KsParticipationFigures *figures;
  KsChart *chart;
  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (KsParticipationView, ks_participation_view, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_ACCOUNT,
} KsParticipationViewSignal;

static guint signals[SIGNAL_ACCOUNT + 1];

static void
open_account_cb (KsParticipationView *self, guint part)
{
  KsScope *scope = part < self->figures->parts->len
                       ? &g_array_index (self->figures->parts, KsParticipation, part).scope
                       : &self->figures->whole.scope;

  g_signal_emit (self, signals[SIGNAL_ACCOUNT], 0, scope);
}

static void
open_mark_cb (KsParticipationView *self, guint mark)
{
  open_account_cb (self, ks_chart_get_mark_row (self->chart, mark));
}

static void
ks_participation_view_dispose (GObject *object)
{
  KsParticipationView *self = KS_PARTICIPATION_VIEW (object);

  g_clear_pointer (&self->figures, ks_participation_figures_free);
  g_clear_object (&self->chart);
  g_clear_object (&self->results);
  G_OBJECT_CLASS (ks_participation_view_parent_class)->dispose (object);
}

static void
ks_participation_view_class_init (KsParticipationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_participation_view_dispose;
  g_type_ensure (KS_TYPE_FIGURE_CARD);
  signals[SIGNAL_ACCOUNT] = g_signal_new ("account", KS_TYPE_PARTICIPATION_VIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/results/ks-participation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsParticipationView, card);
}

static void
ks_participation_view_init (KsParticipationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (ks_figure_card_get_chart (KS_FIGURE_CARD (self->card)), "mark-activated",
                           G_CALLBACK (open_mark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ks_figure_card_get_table (KS_FIGURE_CARD (self->card)),
                           "figure-activated", G_CALLBACK (open_account_cb), self,
                           G_CONNECT_SWAPPED);
}

static char *
dup_subtitle (const KsParticipation *whole, gboolean as_table)
{
  g_autofree char *answers = ks_format_count (whole->answers);
  g_autofree char *staff = ks_format_count (whole->staff);
  const char *name
      = whole->scope.kind == KS_SCOPE_PROVINCE ? _ ("Whole province") : whole->scope.name;

  return g_strdup_printf (
      as_table ? _ ("%s · valid answers against officials in scope · n = %s; N = %s")
               : _ ("%s · valid answers (bar) against officials in scope (ground, mark) · n = %s; "
                    "N = %s"),
      name, answers, staff);
}

/* The chart of units says by itself which of them have more answers than officials. */
static char *
dup_foot (KsParticipationView *self, gboolean as_table)
{
  const KsParticipation *whole = &self->figures->whole;
  KsMoment newest = ks_results_get_as_of (self->results);
  GString *foot = g_string_new (NULL);

  if (newest != KS_MOMENT_NONE)
    {
      g_autofree char *moment = ks_moment_format (newest);

      g_string_append_printf (foot, _ ("Figures as of %s"), moment);
      g_string_append (foot, ". ");
    }
  if (whole->n_units_over > 0 && (as_table || whole->scope.kind == KS_SCOPE_PROVINCE))
    g_string_append_printf (foot,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%u unit has more answers than officials in scope; its "
                                         "figures are being compared.",
                                         "%u units have more answers than officials in scope; "
                                         "their figures are being compared.",
                                         whole->n_units_over),
                            whole->n_units_over);
  return g_string_free (foot, FALSE);
}

static void
show_texts (KsParticipationView *self, gboolean as_table)
{
  const KsParticipation *whole = &self->figures->whole;
  g_autofree char *title = ks_participation_figures_dup_title (self->figures);
  g_autofree char *subtitle = dup_subtitle (whole, as_table);
  g_autofree char *foot = dup_foot (self, as_table);

  ks_figure_card_set_texts (KS_FIGURE_CARD (self->card), title, subtitle, foot);
}

/**
 * ks_participation_view_show:
 * @self: a view
 * @results: a snapshot of the tallies
 * @scope: the province or a district
 * @as_table: the table instead of the chart
 *
 * Shows who took part.
 */
void
ks_participation_view_show (KsParticipationView *self,
                            KsResults *results,
                            const KsScope *scope,
                            gboolean as_table)
{
  KsFigureCard *card;
  g_autoptr (KsFigures) table = NULL;

  g_return_if_fail (KS_IS_PARTICIPATION_VIEW (self));

  card = KS_FIGURE_CARD (self->card);
  g_clear_pointer (&self->figures, ks_participation_figures_free);
  g_clear_object (&self->chart);
  g_set_object (&self->results, results);
  self->figures = ks_participation_figures_load (results, scope);
  self->chart = KS_CHART (ks_participation_figures_create_chart (self->figures));
  table = ks_participation_figures_create_table (self->figures, FALSE);
  ks_chart_area_set_chart (ks_figure_card_get_chart (card), self->chart);
  ks_figure_table_set_figures (ks_figure_card_get_table (card), table);
  ks_figure_card_set_as_table (card, as_table);
  show_texts (self, as_table);
}
