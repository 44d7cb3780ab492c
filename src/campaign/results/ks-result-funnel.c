/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-funnel-chart.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-participation-figures.h"

typedef struct {
  KsParticipationFigures *figures; /* of all units */
  GArray *rows;                    /* of KsFunnelRow, as many */
  double  share;                   /* that chance would spread around: of the whole province */
} Funnel;

static void
free_funnel (Funnel *self)
{
  ks_participation_figures_free (self->figures);
  g_array_unref (self->rows);
  g_free (self);
}

static Funnel *
load_funnel (KsResults *results, const KsScope *parent)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  Funnel *self = g_new0 (Funnel, 1);
  KsParticipation all;

  self->figures = ks_participation_figures_load_parts (results, parent, KS_SCOPE_UNIT);
  self->rows = g_array_new (FALSE, FALSE, sizeof (KsFunnelRow));
  ks_results_get_participation (results, &province, &all);
  self->share = all.staff > 0 ? (double) all.answers / (double) all.staff : 0;
  for (guint i = 0; i < self->figures->parts->len; i++)
    {
      const KsParticipation *part = &g_array_index (self->figures->parts, KsParticipation, i);
      KsFunnelRow row = { part->scope.code, part->scope.name, part->answers, part->staff };

      g_array_append_val (self->rows, row);
    }
  return self;
}

static void
load (KsResultChart *self)
{
  Funnel *funnel;
  g_autofree char *answers = NULL;
  g_autofree char *staff = NULL;

  self->choice.scope = ks_result_chart_find_parent (self);
  funnel = load_funnel (self->results, &self->choice.scope);
  ks_result_chart_keep (self, funnel, (GDestroyNotify) free_funnel);
  answers = ks_format_count (funnel->figures->whole.answers);
  staff = ks_format_count (funnel->figures->whole.staff);
  self->title = ks_funnel_dup_title ((const KsFunnelRow *) funnel->rows->data, funnel->rows->len,
                                     funnel->share);
  self->subtitle = g_strdup_printf (_("%s · participation of each unit against its staff · n = %s; "
                                      "N = %s"),
                                    ks_result_chart_get_place (self), answers, staff);
  ks_result_chart_say (self, _("Inside the funnel chance alone explains the difference of a unit; "
                               "outside of it the figure says nothing of why."));
  ks_result_chart_say_as_of (self);
}

static KsChart *
create_chart (KsResultChart *self)
{
  const Funnel *funnel = self->figures;

  return KS_CHART (ks_funnel_chart_new ((const KsFunnelRow *) funnel->rows->data,
                                        funnel->rows->len, funnel->share,
                                        _("whole province")));
}

static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  const Funnel *funnel = self->figures;

  return ks_participation_figures_create_table (funnel->figures, leaves);
}

static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  const GArray *parts = ((const Funnel *) self->figures)->figures->parts;

  if (row < parts->len)
    *scope = g_array_index (parts, KsParticipation, row).scope;
  return row <= parts->len;
}

const KsChartClassOfKind ks_chart_of_funnel = {
  .name = "funnel",
  .label = N_("Units and chance"),
  .noun = "Tỷ lệ tham gia của các đơn vị so với mức chung",
  .short_noun = "So với mức chung",
  .participation_alone = TRUE,
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
