/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-reports.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"

static gboolean
finish (KsWorkPlan *plan, KsCampaign *campaign, const char *action, KsOutcome **outcome,
        GError **error)
{
  ks_work_plan_judge (plan);
  return ks_work_plan_apply (plan, campaign, action, outcome, error);
}

static gboolean
import (KsCampaign *campaign, const char *path, KsWorkKind kind, const char *action,
        KsOutcome **outcome, GError **error)
{
  g_autoptr (KsWorkPlan) plan = ks_work_plan_new (campaign, error);

  return plan != NULL && ks_work_plan_add_file (plan, path, KS_ENCODING_AUTO, kind, error)
         && finish (plan, campaign, action, outcome, error);
}

/**
 * ks_import_reports:
 * @campaign: a campaign
 * @path: a table of reports of the working groups
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Brings reports in, all or none. A unit's newer report stands in place of its earlier one; the
 * same file twice changes nothing. See #KsWorkPlan for tables of which not every row is certain.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_import_reports (KsCampaign *campaign, const char *path, KsJob *job, KsOutcome **outcome,
                   GError **error)
{
  return import (campaign, path, KS_WORK_OF_REPORTS, "reports", outcome, error);
}

/**
 * ks_import_posts:
 * @campaign: a campaign
 * @path: a table of posts in the group, or of how many there are of each day
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Brings posts in, all or none. The same file twice changes nothing.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_import_posts (KsCampaign *campaign, const char *path, KsJob *job, KsOutcome **outcome,
                 GError **error)
{
  return import (campaign, path, KS_WORK_OF_POSTS, "posts", outcome, error);
}

/* "07201=2024-04-01 17:30,31" is a row of such a table: one reader reads both. */
static gboolean
set (KsCampaign *campaign, const char *header, const char *assignment, const char *action,
     KsOutcome **outcome, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autoptr (KsWorkPlan) plan = NULL;
  g_autofree char *row = NULL;

  if (equals == NULL || strpbrk (assignment, "\n\t") != NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("%s: write the code of the unit, =, and its figures: %s"), assignment,
                   header);
      return FALSE;
    }
  plan = ks_work_plan_new (campaign, error);
  row = g_strdup_printf ("%.*s,%s", (int) (equals - assignment), assignment, equals + 1);
  return plan != NULL && ks_work_plan_add_row (plan, header, row, error)
         && finish (plan, campaign, action, outcome, error);
}

/**
 * ks_set_report:
 * @campaign: a campaign
 * @assignment: "CODE=TIME,PRESENT,GUIDED,ANSWERED,POSTED,WEBSITE,ZALO,FACEBOOK,MEETINGS"
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Sets the report of one unit; what is empty stays as it is.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_report (KsCampaign *campaign, const char *assignment, KsOutcome **outcome, GError **error)
{
  return set (
      campaign,
      "code,reported_at,staff_present,guided,answered,posted,website,zalo,facebook,meetings",
      assignment, "reports", outcome, error);
}

/* "07201=2024-03-28,2": as many posts of a day as somebody counted. */
static gboolean
is_count (const char *assignment, char **day)
{
  const char *equals = strchr (assignment, '=');
  const char *comma = equals != NULL ? strchr (equals, ',') : NULL;
  KsDay ignored;

  if (comma == NULL)
    return FALSE;
  *day = g_strndup (equals + 1, (gsize) (comma - equals - 1));
  return ks_day_read (*day, &ignored);
}

/**
 * ks_set_post:
 * @campaign: a campaign
 * @assignment: "CODE=TIME,KIND", or "CODE=DAY,COUNT"
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Adds a post of one unit, or sets how many there are of a day.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_post (KsCampaign *campaign, const char *assignment, KsOutcome **outcome, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *header = NULL;
  g_autofree char *counted = NULL;

  if (!is_count (assignment, &day))
    return set (campaign, "code,posted_at,kind", assignment, "posts", outcome, error);
  header = g_strdup_printf ("code,%s", day);
  counted = g_strdup_printf ("%.*s%s", (int) (strchr (assignment, '=') - assignment) + 1,
                             assignment, strchr (strchr (assignment, '='), ',') + 1);
  return set (campaign, header, counted, "posts", outcome, error);
}
