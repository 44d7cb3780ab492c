/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-hours-figures.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-results-private.h"
#include "ks-survey-hours.h"

#define HOUR 3600
#define BARS_HEIGHT 300

typedef struct {
  KsHours  hours;  /* owns its counts */
  gint64   apart;  /* sheets of no hour */
  KsParticipation whole;
} Arrivals;

static void
free_arrivals (Arrivals *self)
{
  g_free ((gpointer) self->hours.counts);
  g_free (self);
}

static Arrivals *
load_arrivals (KsResults *results, const KsScope *scope)
{
  Arrivals *self = g_new0 (Arrivals, 1);
  KsSurveyHours survey = { results->arrivals, results->day, results->from, results->to };
  KsHours *hours = &self->hours;
  guint first, n_units;

  ks_results_get_slice (results, scope, &first, &n_units);
  ks_results_get_participation (results, scope, &self->whole);
  hours->counts
      = ks_survey_hours_dup_counts (&survey, first, n_units, scope->kind != KS_SCOPE_UNIT,
                                    &hours->first, &hours->n_hours, &self->apart);
  hours->staff = self->whole.staff;
  hours->as_of = results->closed ? hours->first + (KsMoment) hours->n_hours * HOUR - 1
                                 : results->newest_answer;
  return self;
}

/* The hour with the most sheets; of several the first. */
static char *
dup_title (const KsHours *hours)
{
  guint most = 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *count = NULL;

  for (guint i = 1; i < hours->n_hours; i++)
    if (hours->counts[i] > hours->counts[most])
      most = i;
  if (hours->n_hours == 0 || hours->counts[most] <= 0)
    return g_strdup (_("No hour has sheets to be told"));
  from = ks_hour_dup_label (hours->first + (KsMoment) most * HOUR);
  to = ks_hour_dup_label (hours->first + (KsMoment) (most + 1) * HOUR);
  count = ks_format_count (hours->counts[most]);
  return g_strdup_printf (_("Most sheets came from %s to %s: %s"), from, to, count);
}

static void
say_untold (KsResultChart *self, const KsHours *hours)
{
  for (guint i = 0; i < hours->n_hours; i++)
    if (hours->counts[i] == KS_HOUR_NOT_TOLD)
      {
        ks_result_chart_say (self, _("An hour with fewer than 5 sheets is not told, nor what would "
                                     "give it away."));
        return;
      }
}

static void
say_apart (KsResultChart *self, gint64 apart)
{
  g_autofree char *count = ks_format_count (apart);
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%s sheet counts whose time is not known or lies outside the survey.",
                "%s sheets count whose time is not known or lies outside the survey.",
                (gulong) apart),
      count);

  if (apart > 0)
    ks_result_chart_say (self, sentence);
}

static void
load (KsResultChart *self)
{
  Arrivals *arrivals;
  g_autofree char *answers = NULL;
  g_autofree char *staff = NULL;

  /* Results that were given out keep no hours. */
  if (self->results->arrivals == NULL)
    {
      self->refusal = KS_REFUSAL_EMPTY;
      return;
    }
  arrivals = load_arrivals (self->results, &self->choice.scope);
  answers = ks_format_count (arrivals->whole.answers);
  staff = ks_format_count (arrivals->whole.staff);
  ks_result_chart_keep (self, arrivals, (GDestroyNotify) free_arrivals);
  self->title = dup_title (&arrivals->hours);
  self->subtitle = g_strdup_printf (_("%s · sheets received in each hour · n = %s; N = %s"),
                                    ks_result_chart_get_place (self), answers, staff);
  ks_result_chart_say_as_of (self);
  say_untold (self, &arrivals->hours);
  say_apart (self, arrivals->apart);
}

static KsChart *
create_chart (KsResultChart *self)
{
  const Arrivals *arrivals = self->figures;

  return KS_CHART (ks_hours_chart_new (&arrivals->hours, BARS_HEIGHT));
}

static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  const Arrivals *arrivals = self->figures;

  return ks_hours_create_figures (&arrivals->hours);
}

static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  return row == 0;
}

const KsChartClassOfKind ks_chart_of_arrivals = {
  .name = "arrivals",
  .label = N_("By the hour"),
  .noun = "Số phiếu gửi theo giờ",
  .short_noun = "Theo giờ",
  .participation_alone = TRUE,
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
