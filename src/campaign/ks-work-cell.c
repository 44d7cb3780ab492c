/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-cell.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-list-words.h"
#include "ks-text.h"
#include "ks-work-hour.h"

#define MAX_PEOPLE 100000
#define MAX_POSTS 1000
#define MAX_MEETINGS 1000
#define MAX_DAYS_AWAY 366

static const struct {
  const char *id;
  const char *label;
} fields[KS_N_WORK_FIELDS] = {
  [KS_WORK_REPORTED] = { "reported_at", N_ ("Reported At") },
  [KS_WORK_PRESENT] = { "staff_present", N_ ("Present") },
  [KS_WORK_GUIDED] = { "guided", N_ ("Guided") },
  [KS_WORK_ANSWERED] = { "answered", N_ ("Answered") },
  [KS_WORK_POSTED] = { "posted", N_ ("Put Up") },
  [KS_WORK_WEBSITE] = { "website", N_ ("Website") },
  [KS_WORK_ZALO] = { "zalo", N_ ("Zalo") },
  [KS_WORK_FACEBOOK] = { "facebook", N_ ("Facebook") },
  [KS_WORK_MEETINGS] = { "meetings", N_ ("Meetings") },
  [KS_WORK_POSTS] = { "posts", N_ ("Posts and Pictures") },
};

/**
 * ks_work_field_get_id:
 * @field: a field
 *
 * Returns: what it is called in tables and commands
 */
const char *
ks_work_field_get_id (KsWorkField field)
{
  return fields[field].id;
}

/**
 * ks_work_field_get_label:
 * @field: a field
 *
 * Returns: what it is called for people
 */
const char *
ks_work_field_get_label (KsWorkField field)
{
  return _ (fields[field].label);
}

/**
 * ks_work_field_is_mark:
 * @field: a field
 *
 * Returns: whether it is one of the five kinds of publicity
 */
gboolean
ks_work_field_is_mark (KsWorkField field)
{
  return field >= KS_WORK_POSTED && field <= KS_WORK_MEETINGS;
}

/**
 * ks_work_dup_mark:
 * @field: a field
 * @day: the day, of posts
 *
 * Returns: (transfer full): the mark that evidence of it is kept under
 */
char *
ks_work_dup_mark (KsWorkField field, KsDay day)
{
  if (field == KS_WORK_POSTS)
    return ks_day_to_iso (day);
  return g_strdup (ks_work_field_is_mark (field) ? fields[field].id : "report");
}

/* What people put into a box to say yes or no. */
static gboolean
read_mark (const char *text, gint64 *value)
{
  static const char *const yes[]
      = { "x", "co", "da", "roi", "yes", "y", "true", "v", "✓", "✔", "☑", "dat", "ok", NULL };
  static const char *const no[] = { "khong", "chua", "no", "n", "false", "☐", "k", "ko", NULL };
  g_autofree char *folded = ks_text_fold (text);

  g_strstrip (folded);
  *value = g_strv_contains (yes, folded);
  return *value == 1 || g_strv_contains (no, folded);
}

/* "chưa" in place of an hour or of a figure. */
static gboolean
says_nothing (const char *text)
{
  static const char *const words[]
      = { "chua", "chua co", "chua bao cao", "khong", "khong co", "chua nhap", NULL };
  g_autofree char *key = ks_text_key (text);

  return g_strv_contains (words, key);
}

/**
 * ks_work_check_value:
 * @field: a field
 * @value: what shall stand there
 * @info: the survey
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if nobody can mean that
 */
gboolean
ks_work_check_value (KsWorkField field, gint64 value, const KsCampaignInfo *info, GError **error)
{
  gint64 most = field == KS_WORK_POSTS      ? MAX_POSTS
                : field == KS_WORK_MEETINGS ? MAX_MEETINGS
                                            : MAX_PEOPLE;

  if (value == KS_WORK_NOTHING)
    return TRUE;
  if (field == KS_WORK_REPORTED)
    return ABS (ks_moment_get_day (value) - info->day) <= MAX_DAYS_AWAY
           || ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                                  _ ("the time lies more than a year from the day of the survey"));
  return (value >= 0 && value <= most)
         || ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("the figure is too large"));
}

/**
 * ks_work_read_cell:
 * @field: a field
 * @text: what somebody typed; empty: nothing shall stand there
 * @info: the survey
 * @value: (out): what it means
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if it means nothing
 */
gboolean
ks_work_read_cell (KsWorkField field, const char *text, const KsCampaignInfo *info, gint64 *value,
                   GError **error)
{
  const char *fault = ks_list_find_fault (text);

  if (ks_list_is_blank (text) || (!ks_work_field_is_mark (field) && says_nothing (text)))
    *value = KS_WORK_NOTHING;
  else if (fault != NULL)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, "%s", fault);
  else if (field == KS_WORK_REPORTED)
    {
      if (!ks_work_hour_read (text, info, value))
        return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                                   _ ("type the hour like 2233, 22:33 or 0:26 2/4"));
    }
  else if (!ks_list_read_count (text, value)
           && !(ks_work_field_is_mark (field) && read_mark (text, value)))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID,
                               "%s", ks_work_field_is_mark (field)
                                   ? _ ("type x or 1 for yes; nothing or 0 for no")
                                   : _ ("type a whole number"));
  return ks_work_check_value (field, *value, info, error);
}

static char *
format_hour (KsMoment moment, const KsCampaignInfo *info)
{
  int month, day, hour, minute;

  ks_moment_to_civil (moment, NULL, &month, &day, &hour, &minute, NULL);
  if (ks_moment_get_day (moment) == info->day)
    return g_strdup_printf (_ ("%d:%02d"), hour, minute);
  return g_strdup_printf (_ ("%d:%02d (%02d/%d)"), hour, minute, day, month);
}

/**
 * ks_work_dup_cell:
 * @field: a field
 * @value: what stands there
 * @info: the survey
 *
 * Returns: (transfer full): how it is shown, and may be typed; empty if nothing is
 */
char *
ks_work_dup_cell (KsWorkField field, gint64 value, const KsCampaignInfo *info)
{
  if (value == KS_WORK_NOTHING)
    return g_strdup ("");
  if (field == KS_WORK_REPORTED)
    return format_hour (value, info);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static int *
find_count (KsReport *self, KsWorkField field)
{
  switch (field)
    {
    case KS_WORK_PRESENT:
      return &self->staff_present;
    case KS_WORK_GUIDED:
      return &self->guided;
    case KS_WORK_ANSWERED:
      return &self->answered;
    case KS_WORK_POSTED:
      return &self->posted;
    case KS_WORK_WEBSITE:
      return &self->website;
    case KS_WORK_ZALO:
      return &self->zalo;
    case KS_WORK_FACEBOOK:
      return &self->facebook;
    case KS_WORK_MEETINGS:
      return &self->meetings;
    case KS_WORK_REPORTED:
    case KS_WORK_POSTS:
    default:
      return NULL;
    }
}

/**
 * ks_report_get_value:
 * @self: a report
 * @field: a field but %KS_WORK_POSTS
 *
 * Returns: what it says there
 */
gint64
ks_report_get_value (const KsReport *self, KsWorkField field)
{
  const int *count = find_count ((KsReport *) self, field);

  if (count == NULL)
    return field == KS_WORK_REPORTED && self->reported != KS_MOMENT_NONE ? self->reported
                                                                        : KS_WORK_NOTHING;
  return *count >= 0 && (*count > 0 || !ks_work_field_is_mark (field)) ? *count : KS_WORK_NOTHING;
}

/**
 * ks_report_set_value:
 * @self: a report
 * @field: a field but %KS_WORK_POSTS
 * @value: what it shall say there
 *
 * Changes the report.
 */
void
ks_report_set_value (KsReport *self, KsWorkField field, gint64 value)
{
  int *count = find_count (self, field);
  gint64 none = ks_work_field_is_mark (field) ? 0 : KS_COUNT_NONE;

  if (count == NULL)
    self->reported = value == KS_WORK_NOTHING ? KS_MOMENT_NONE : value;
  else if (field == KS_WORK_MEETINGS || !ks_work_field_is_mark (field))
    *count = (int) (value == KS_WORK_NOTHING ? none : value);
  else
    *count = value != KS_WORK_NOTHING && value > 0;
}

/**
 * ks_report_find_doubts:
 * @self: a report
 * @staff: how many people are in scope; 0: nobody knows
 * @info: the survey
 *
 * Returns: what may be a mistake in it
 */
KsWorkDoubts
ks_report_find_doubts (const KsReport *self, int staff, const KsCampaignInfo *info)
{
  KsWorkDoubts doubts = 0;

  if (self->staff_present >= 0 && self->answered > self->staff_present)
    doubts |= KS_WORK_MORE_ANSWERED;
  if (self->staff_present >= 0 && self->guided > self->staff_present)
    doubts |= KS_WORK_MORE_GUIDED;
  if (staff > 0 && MAX (self->answered, self->staff_present) > staff)
    doubts |= KS_WORK_OVER_STAFF;
  if (self->reported == KS_MOMENT_NONE && ks_report_is_made (self))
    doubts |= KS_WORK_NO_HOUR;
  if (self->reported != KS_MOMENT_NONE
      && self->reported < MAX (info->from, ks_day_get_start (info->day)))
    doubts |= KS_WORK_EARLY;
  return doubts;
}

/**
 * ks_work_doubts_dup_sentence:
 * @doubts: what may be a mistake
 *
 * Returns: (transfer full) (nullable): it in words; %NULL if nothing is
 */
char *
ks_work_doubts_dup_sentence (KsWorkDoubts doubts)
{
  const char *words[] = {
    _ ("more people answered than were present"),
    _ ("more people were guided than were present"),
    _ ("more people are told than the unit has staff"),
    _ ("the hour of the report is missing"),
    _ ("the report is older than the survey"),
  };
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (doubts & (1u << i))
      g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? "; " : "", words[i]);
  return sentence->len > 0 ? g_string_free (g_steal_pointer (&sentence), FALSE) : NULL;
}
