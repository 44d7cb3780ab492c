/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-remind.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-remind-values.h"

#define SIMULATED_HEAD "SỐ LIỆU MÔ PHỎNG\n"

static KsRemindTo
get_addressee (const char *district)
{
  return *district != '\0' ? KS_REMIND_TO_DISTRICT : KS_REMIND_TO_PROVINCE;
}

/**
 * ks_remind_dup_parts:
 * @words: what texts say beside figures
 * @figures: the figures
 * @district: code of a district; empty for the province
 * @template: (nullable): what it shall say; %NULL: as the campaign's template says
 * @error: return location for an error
 *
 * Makes the text for a group: participation alone; units whose figures are being checked are
 * counted and never named.
 *
 * Returns: (transfer full) (array zero-terminated=1): the text in parts of at most 1,500
 *   characters, or %NULL with @error set
 */
char **
ks_remind_dup_parts (const KsRemindWords *words, KsDayFigures *figures, const char *district,
                     const char *template, GError **error)
{
  const KsDayDistrict *scope = ks_day_figures_lookup_district (figures, district);
  g_autoptr (KsRemindValues) values = NULL;
  g_autofree char *text = NULL;

  if (!ks_day_figures_check_sendable (figures, error))
    return NULL;
  if (scope == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No district of the registry has the code %s."), district);
      return NULL;
    }
  if (template == NULL)
    template = ks_remind_words_get (words, get_addressee (district));
  values = ks_remind_values_new (words, figures, scope);
  text = ks_remind_template_fill (template, (const char *const *) values->texts, error);
  return text != NULL ? ks_remind_split (text, words->simulated ? SIMULATED_HEAD : NULL,
                                         KS_ZALO_CHARACTERS)
                      : NULL;
}
