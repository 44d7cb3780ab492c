/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-check-criteria.h"

#include <math.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"

#define MAX_CRITERIA 20
#define MAX_NAME 200

static gboolean
check_name (const KsCriteria *criteria, const KsCriterion *criterion, GError **error)
{
  if (criterion->name[0] == '\0' || strlen (criterion->name) > MAX_NAME
      || !g_utf8_validate (criterion->name, -1, NULL))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("Give the criterion a name of at most %d letters."), MAX_NAME);
  for (guint i = 0; i < criteria->criteria->len; i++)
    {
      const KsCriterion *other = criteria->criteria->pdata[i];

      if (other != criterion && g_str_equal (other->name, criterion->name))
        return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                                   _ ("Two criteria are called “%s”. Name one of them otherwise."),
                                   criterion->name);
    }
  return TRUE;
}

static gboolean
check_anchors (const KsCriterion *criterion, GError **error)
{
  double low;
  double high;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  ks_criterion_kind_get_range (criterion->kind, &low, &high, NULL);
  if (!isfinite (criterion->zero) || !isfinite (criterion->full)
      || fabs (criterion->zero - criterion->full) < 1e-6)
    return ks_campaign_refuse (
        error, KS_CAMPAIGN_ERROR_INVALID,
        _ ("%s: 0 points and all points stand at the same value. Set them apart."),
        criterion->name);
  if (criterion->zero >= low && criterion->zero <= high && criterion->full >= low
      && criterion->full <= high)
    return TRUE;
  least = ks_criterion_dup_value_words (criterion, low);
  most = ks_criterion_dup_value_words (criterion, high);
  return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                             _ ("%s: values lie between %s and %s."), criterion->name, least, most);
}

static gboolean
check_criterion (const KsCriteria *criteria, const KsCriterion *criterion, GError **error)
{
  if (!isfinite (criterion->points) || criterion->points < 0 || criterion->points > KS_FULL_POINTS)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("%s: points lie between 0 and 100."), criterion->name);
  if (criterion->checked_only && !ks_criterion_kind_has_marks (criterion->kind))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("%s rests on no marks that an officer checks."), criterion->name);
  return check_name (criteria, criterion, error) && check_anchors (criterion, error);
}

/**
 * ks_check_criteria:
 * @criteria: a scale
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if it cannot be used: what is wrong, and with which criterion
 */
gboolean
ks_check_criteria (const KsCriteria *criteria, GError **error)
{
  double sum = ks_criteria_get_sum (criteria);
  g_autofree char *text = ks_format_short (sum, 2);

  if (criteria->criteria->len > MAX_CRITERIA)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("A scale has at most %d criteria."), MAX_CRITERIA);
  for (guint i = 0; i < criteria->criteria->len; i++)
    if (!check_criterion (criteria, criteria->criteria->pdata[i], error))
      return FALSE;
  if (sum != KS_FULL_POINTS)
    return ks_campaign_refuse (
        error, KS_CAMPAIGN_ERROR_INVALID,
        _ ("The points of all criteria add up to %s; they must add up to 100."), text);
  return TRUE;
}
