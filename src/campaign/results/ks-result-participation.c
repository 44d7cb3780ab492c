/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-participation-figures.h"

static void
say_over (KsResultChart *self, guint n_over)
{
  g_autofree char *sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u unit has more answers than officials in scope; its "
                                      "figures are being compared.",
                                      "%u units have more answers than officials in scope; "
                                      "their figures are being compared.",
                                      n_over),
                         n_over);

  if (n_over > 0)
    ks_result_chart_say (self, sentence);
}

static void
load (KsResultChart *self)
{
  KsParticipationFigures *figures;
  g_autofree char *answers = NULL;
  g_autofree char *staff = NULL;

  self->choice.scope = ks_result_chart_find_parent (self);
  figures = ks_participation_figures_load (self->results, &self->choice.scope);
  ks_result_chart_keep (self, figures, (GDestroyNotify) ks_participation_figures_free);
  answers = ks_format_count (figures->whole.answers);
  staff = ks_format_count (figures->whole.staff);
  self->title = ks_participation_figures_dup_title (figures);
  self->subtitle = g_strdup_printf (
      _("%s · valid answers (bar) against officials in scope (ground, mark) · n = %s; N = %s"),
      ks_result_chart_get_place (self), answers, staff);
  ks_result_chart_say_as_of (self);
  say_over (self, figures->whole.n_units_over);
}

static KsChart *
create_chart (KsResultChart *self)
{
  return KS_CHART (ks_participation_figures_create_chart (self->figures));
}

static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  return ks_participation_figures_create_table (self->figures, leaves);
}

static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  const KsParticipationFigures *figures = self->figures;

  if (row < figures->parts->len)
    *scope = g_array_index (figures->parts, KsParticipation, row).scope;
  return row <= figures->parts->len;
}

const KsChartClassOfKind ks_chart_of_participation = {
  .name = "participation",
  .label = N_("Against staff"),
  .noun = "Tỷ lệ tham gia khảo sát",
  .short_noun = "Tham gia",
  .participation_alone = TRUE,
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
