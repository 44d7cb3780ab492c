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

static const char *
find_value (const char *assignment, const char *header, GError **error)
{
  const char *equals = strchr (assignment, '=');

  if (equals != NULL && equals > assignment && strpbrk (assignment, "\n\t") == NULL)
    return equals + 1;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("%s: write the code of the unit, =, and its figures: %s"), assignment, header);
  return NULL;
}

/* "07201=2024-04-01 17:30,31" is a row of such a table: one reader reads both. */
static gboolean
add_assignment (KsWorkPlan *plan, const char *header, const char *assignment, GError **error)
{
  const char *value = find_value (assignment, header, error);
  g_autofree char *unit = value != NULL ? g_strndup (assignment, (gsize) (value - 1 - assignment))
                                        : NULL;
  g_autofree char *row = g_strdup_printf ("%s,%s", unit, value);

  return value != NULL && ks_work_plan_add_row (plan, unit, header, row, error);
}

/* What is typed is typed again: nobody is asked which unit was meant. */
static gboolean
check_units (KsWorkPlan *plan, GError **error)
{
  GPtrArray *rows = ks_units_plan_get_rows (ks_work_plan_get_units (plan));

  for (guint i = 0; i < rows->len; i++)
    {
      const KsPlanRow *row = rows->pdata[i];

      if (row->state != KS_PLAN_ASK)
        continue;
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No unit in use has the code %s."), row->given);
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_assignments (KsWorkPlan *plan, KsCampaign *campaign, const char *action,
                   KsOutcome **outcome, GError **error)
{
  ks_work_plan_judge (plan);
  return check_units (plan, error)
         && ks_work_plan_apply (plan, campaign, action, outcome, error);
}

/**
 * ks_set_reports:
 * @campaign: a campaign
 * @assignments: (array zero-terminated=1): each as
 *   "CODE=TIME,PRESENT,GUIDED,ANSWERED,POSTED,WEBSITE,ZALO,FACEBOOK,MEETINGS"
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Sets the reports of units, all or none; what is empty stays as it is.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_reports (KsCampaign *campaign, const char *const *assignments, KsOutcome **outcome,
                GError **error)
{
  static const char *const header
      = "code,reported_at,staff_present,guided,answered,posted,website,zalo,facebook,meetings";
  g_autoptr (KsWorkPlan) plan = ks_work_plan_new (campaign, error);

  for (guint i = 0; plan != NULL && assignments[i] != NULL; i++)
    if (!add_assignment (plan, header, assignments[i], error))
      return FALSE;
  return plan != NULL && apply_assignments (plan, campaign, "reports", outcome, error);
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

static gboolean
add_post (KsWorkPlan *plan, const char *assignment, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *header = NULL;
  g_autofree char *counted = NULL;

  if (!is_count (assignment, &day))
    return add_assignment (plan, "code,posted_at,kind", assignment, error);
  header = g_strdup_printf ("code,%s", day);
  counted = g_strdup_printf ("%.*s%s", (int) (strchr (assignment, '=') - assignment) + 1,
                             assignment, strchr (strchr (assignment, '='), ',') + 1);
  return add_assignment (plan, header, counted, error);
}

/**
 * ks_set_posts:
 * @campaign: a campaign
 * @assignments: (array zero-terminated=1): each as "CODE=TIME,KIND", or "CODE=DAY,COUNT"
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Adds posts of units, or sets how many there are of a day; all or none.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_posts (KsCampaign *campaign, const char *const *assignments, KsOutcome **outcome,
              GError **error)
{
  g_autoptr (KsWorkPlan) plan = ks_work_plan_new (campaign, error);

  for (guint i = 0; plan != NULL && assignments[i] != NULL; i++)
    if (!add_post (plan, assignments[i], error))
      return FALSE;
  return plan != NULL && apply_assignments (plan, campaign, "posts", outcome, error);
}
