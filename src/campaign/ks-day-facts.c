/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-day-papers-private.h"

#define ORGAN "BAN DÂN VẬN"
/* Units of a registry whose other units have districts. */
#define NO_DISTRICT "Đơn vị trực thuộc tỉnh"

/**
 * ks_day_facts_set_row:
 * @row: (out): what a paper says of a district
 * @district: its figures
 * @limit: in force, in percent; 0: none yet
 */
void
ks_day_facts_set_row (KsPaperDistrict *row, const KsDayDistrict *district, int limit)
{
  *row = (KsPaperDistrict){
    .name = *district->name != '\0' ? district->name : NO_DISTRICT,
    .n_units = district->n_units,
    .staff = district->staff,
    .answers = district->answers,
    .n_marked = limit > 0 ? district->n_below : district->n_no_answer,
    .reconciling = district->answers > district->staff,
  };
}

/**
 * ks_day_facts_fill:
 * @facts: (out): what papers say of a scope
 * @info: the campaign's
 * @figures: the day's figures
 * @scope: one of their districts, or the province
 * @place: its name in running text
 * @now: the moment by which it is told whether the survey has ended
 *
 * Everything in @facts is borrowed from the other arguments.
 */
void
ks_day_facts_fill (KsParticipationFacts *facts, const KsCampaignInfo *info, KsDayFigures *figures,
                   const KsDayDistrict *scope, const char *place, KsMoment now)
{
  KsMoment end = ks_campaign_info_get_end (info);

  *facts = (KsParticipationFacts){
    .info = info,
    .organ = ORGAN,
    .place = place,
    .as_of = ks_day_figures_get_as_of (figures),
    .ended = end != KS_MOMENT_NONE && now >= end,
    .limit = (guint) ks_day_figures_get_limit (figures),
    .n_unanswered = scope->n_no_answer,
    .n_checking = scope->n_checking,
  };
  ks_day_facts_set_row (&facts->total, scope, ks_day_figures_get_limit (figures));
}

/**
 * ks_day_facts_get_name:
 * @figures: the day's figures
 * @district: one of their districts, or the province
 *
 * Returns: (transfer none) (nullable): what the papers call it; %NULL for the province, and for
 *   all of its units where there are no districts
 */
const char *
ks_day_facts_get_name (KsDayFigures *figures, const KsDayDistrict *district)
{
  guint n_all = ks_day_figures_get_n_units (figures);

  if (*district->code == '\0' && district->n_units == n_all)
    return NULL;
  return *district->name != '\0' ? district->name : NO_DISTRICT;
}

/**
 * ks_day_facts_collect_units:
 * @figures: the day's figures
 * @district: one of their districts, or the province
 *
 * Returns: (transfer full) (element-type KsDistrictUnit): its units in the office's order, without
 *   those whose figures are being reconciled
 */
GArray *
ks_day_facts_collect_units (KsDayFigures *figures, const KsDayDistrict *district)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (KsDistrictUnit));

  for (guint i = district->first; i < district->first + district->n_units; i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (figures, i);
      KsDistrictUnit row = {
        .name = ks_unit_get_name (unit->unit),
        .staff = unit->staff,
        .answers = unit->answers,
        .reported = unit->work.reported,
        .n_publicity = unit->work.n_publicity,
        .n_post_days = unit->work.n_post_days,
      };

      if (!unit->checking)
        g_array_append_val (units, row);
    }
  return units;
}
