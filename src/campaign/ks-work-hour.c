/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-hour.h"

#include <string.h>

#include "ks-text.h"

#define MAX_BYTES 64

/* Hours as people type them and as tables hold them. */

/* An hour before this is of the night after the survey: nobody reports before it began. */
#define NIGHT_ENDS 5

/* 2233, 22:33, 22h33, 22 giờ 33, 0:26 (02/4), 0026 2, 026+: the hour, the minutes, then the day. */
#define HOUR                                                                                      \
  "^(\\d{1,2})\\s*(?:[:h.,g]|gio)?\\s*(\\d{2})?\\s*(?:'|p|phut)?(?::\\d{2})?"                     \
  "(?:\\s*(\\+)|[\\s,(]+(?:ngay\\s*)?(\\d{1,2})(?:[/.-](\\d{1,2}))?(?:[/.-](\\d{4}))?\\s*\\)?)?$"

/* 01/04/2024 22:33[:10], and 2024-04-01T22:33 */
#define DAY_FIRST "^(\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4})[\\st,]+(\\d{1,2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?$"

static GRegex *
get_regex (const char *pattern)
{
  static GMutex mutex;
  static GHashTable *compiled;
  GRegex *regex;

  g_mutex_lock (&mutex);
  if (compiled == NULL)
    compiled = g_hash_table_new (g_str_hash, g_str_equal);
  regex = g_hash_table_lookup (compiled, pattern);
  if (regex == NULL)
    g_hash_table_insert (compiled, (char *) pattern,
                         regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  g_mutex_unlock (&mutex);
  return regex;
}

static int
fetch_number (GMatchInfo *match, int group, int fallback)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  guint64 number;

  if (text == NULL || *text == '\0'
      || !g_ascii_string_to_unsigned (text, 10, 0, 9999, &number, NULL))
    return fallback;
  return (int) number;
}

/* The day that somebody names by its number, with or without month and year: the next such day
 * from the survey's own on, or of its year. */
static gboolean
find_day (GMatchInfo *match, const KsCampaignInfo *info, KsDay *day)
{
  int year, month, ignored, number = fetch_number (match, 4, 0);
  g_autofree char *text = NULL;

  if (number == 0)
    return TRUE;
  for (KsDay next = info->day; fetch_number (match, 5, 0) == 0 && next < info->day + 31; next++)
    {
      ks_moment_to_civil (ks_day_get_start (next), &year, &month, &ignored, NULL, NULL, NULL);
      if (ignored == number)
        {
          *day = next;
          return TRUE;
        }
    }
  ks_moment_to_civil (ks_day_get_start (info->day), &year, &month, &ignored, NULL, NULL, NULL);
  text = g_strdup_printf ("%d/%d/%d", number, fetch_number (match, 5, 0),
                          fetch_number (match, 6, year));
  return ks_day_read (text, day);
}

static KsDay
guess_day (const KsCampaignInfo *info, int seconds)
{
  KsMoment began = MAX (info->from, ks_day_get_start (info->day) + NIGHT_ENDS * 3600);

  if (ks_moment_get_day (began) != info->day)
    began = ks_day_get_start (info->day) + NIGHT_ENDS * 3600;
  return ks_day_get_start (info->day) + seconds < began ? info->day + 1 : info->day;
}

static gboolean
read_hour (const char *folded, const KsCampaignInfo *info, KsMoment *moment)
{
  g_autoptr (GMatchInfo) match = NULL;
  int hour, minute, seconds;
  KsDay day;

  if (!g_regex_match (get_regex (HOUR), folded, 0, &match))
    return FALSE;
  hour = fetch_number (match, 1, 0);
  minute = fetch_number (match, 2, 0);
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
    return FALSE;
  seconds = hour * 3600 + minute * 60;
  if (fetch_number (match, 4, 0) > 0)
    {
      if (!find_day (match, info, &day))
        return FALSE;
    }
  else
    {
      g_autofree char *plus = g_match_info_fetch (match, 3);

      day = plus != NULL && *plus != '\0' ? info->day + 1 : guess_day (info, seconds);
    }
  *moment = ks_day_get_start (day) + seconds;
  return TRUE;
}

static gboolean
read_whole (const char *folded, KsMoment *moment)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day_text = NULL;
  g_autofree char *hour_text = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *whole = NULL;
  KsDay day;

  if (!g_regex_match (get_regex (DAY_FIRST), folded, 0, &match))
    return FALSE;
  day_text = g_match_info_fetch (match, 1);
  hour_text = g_match_info_fetch (match, 2);
  if (!ks_day_read (day_text, &day))
    return FALSE;
  iso = ks_day_to_iso (day);
  whole = g_strdup_printf ("%sT%s%s", iso, hour_text[1] == ':' ? "0" : "", hour_text);
  return ks_moment_parse (whole, moment);
}

/**
 * ks_work_hour_read:
 * @text: an hour as somebody types it: 2233, 22:33, 22 giờ 33, 0:26 (02/4), 0026 2, or a whole time
 * @info: the survey
 * @moment: (out): the moment
 *
 * An hour without a day is of the survey's own; one of the night, or before the survey began, is of
 * the day after.
 *
 * Returns: %FALSE, with @moment untouched, if it is no hour
 */
gboolean
ks_work_hour_read (const char *text, const KsCampaignInfo *info, KsMoment *moment)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > MAX_BYTES)
    return FALSE;
  folded = ks_text_fold (text);
  g_strstrip (folded);
  return ks_moment_parse (text, moment) || read_whole (folded, moment)
         || read_hour (folded, info, moment);
}
