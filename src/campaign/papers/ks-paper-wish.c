/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-make-paper.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"

/**
 * ks_paper_wish_check:
 * @wish: which paper
 * @error: return location for an error
 *
 * Returns: %FALSE with %KS_CAMPAIGN_ERROR_REFUSED if what is asked does not fit the paper
 */
gboolean
ks_paper_wish_check (const KsPaperWish *wish, GError **error)
{
  const KsCampaignError code = KS_CAMPAIGN_ERROR_REFUSED;
  const char *name = ks_paper_kind_get_title (wish->kind);
  gboolean made = wish->kind < KS_N_MADE_PAPERS;

  if (ks_paper_kind_has (wish->kind, KS_PAPER_OF_A_UNIT) && wish->unit == NULL)
    return ks_campaign_refuse (error, code, _ ("“%s” is about one unit: tell its code."), name);
  if (ks_paper_kind_has (wish->kind, KS_PAPER_OF_A_DISTRICT) && wish->district == NULL)
    return ks_campaign_refuse (error, code, _ ("“%s” is about one district: tell its code."), name);
  if (!ks_paper_kind_has (wish->kind, KS_PAPER_OF_A_UNIT) && wish->unit != NULL)
    return ks_campaign_refuse (error, code,
                               _ ("“%s” is not about one unit: leave the unit out, or take the "
                                  "account of a unit."),
                               name);
  if (!ks_paper_kind_takes_district (wish->kind) && wish->district != NULL)
    return ks_campaign_refuse (error, code,
                               _ ("“%s” is not about one district: leave the district out, or take "
                                  "the annex."),
                               name);
  if (!ks_paper_kind_has (wish->kind, KS_PAPER_OF_A_MOMENT) && wish->at != KS_MOMENT_NONE)
    return ks_campaign_refuse (error, code,
                               _ ("“%s” tells the figures of now: leave the moment out, or take the "
                                  "quick report."),
                               name);
  if (wish->kind != KS_PAPER_REPORT && wish->previous != NULL)
    return ks_campaign_refuse (error, code,
                               _ ("“%s” compares nothing with an earlier survey: leave that out, or "
                                  "take the report."),
                               name);
  if (!made && (wish->draft > 0 || wish->internal))
    return ks_campaign_refuse (error, code,
                               _ ("“%s” is never a draft, nor for internal circulation: leave both "
                                  "out."),
                               name);
  return TRUE;
}
