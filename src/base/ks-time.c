/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-time.h"

#include <string.h>

#define ZONE_SECONDS (7 * 3600)
#define FIRST_YEAR 1
#define LAST_YEAR 9999

/* Days since 1970-01-01 in the proleptic Gregorian calendar; years begin in March, so that the
 * leap day is the last of them (after H. Hinnant, chrono-compatible low-level date algorithms). */
static gint64
count_days (int year, int month, int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static void
split_days (gint64 days, int *year, int *month, int *day)
{
  gint64 z = days + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 day_of_era = z - era * 146097;
  gint64 year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 m = (5 * day_of_year + 2) / 153;

  *day = (int) (day_of_year - (153 * m + 2) / 5 + 1);
  *month = (int) (m < 10 ? m + 3 : m - 9);
  *year = (int) (year_of_era + era * 400 + (*month <= 2 ? 1 : 0));
}

static gint64
divide_down (gint64 value, gint64 by)
{
  return value / by - (value % by < 0 ? 1 : 0);
}

/**
 * ks_moment_from_civil:
 * @year: year
 * @month: 1…12
 * @day: 1…31
 * @hour: 0…24
 * @minute: 0…59
 * @second: 0…60
 *
 * Returns: the moment at which clocks in Việt Nam show this
 */
KsMoment
ks_moment_from_civil (int year, int month, int day, int hour, int minute, int second)
{
  g_return_val_if_fail (month >= 1 && month <= 12, KS_MOMENT_NONE);

  return count_days (year, month, day) * KS_SECONDS_PER_DAY + hour * 3600 + minute * 60 + second
         - ZONE_SECONDS;
}

/**
 * ks_moment_to_civil:
 * @moment: a moment
 * @year: (out) (optional): year
 * @month: (out) (optional): 1…12
 * @day: (out) (optional): 1…31
 * @hour: (out) (optional): 0…23
 * @minute: (out) (optional): 0…59
 * @second: (out) (optional): 0…59
 *
 * Tells what clocks in Việt Nam show at a moment.
 */
void
ks_moment_to_civil (KsMoment moment, int *year, int *month, int *day, int *hour, int *minute,
                    int *second)
{
  int parts[6];
  int *wanted[] = { year, month, day, hour, minute, second };
  gint64 days, rest;

  g_return_if_fail (moment != KS_MOMENT_NONE);

  days = divide_down (moment + ZONE_SECONDS, KS_SECONDS_PER_DAY);
  rest = moment + ZONE_SECONDS - days * KS_SECONDS_PER_DAY;
  split_days (days, &parts[0], &parts[1], &parts[2]);
  parts[3] = (int) (rest / 3600);
  parts[4] = (int) (rest / 60 % 60);
  parts[5] = (int) (rest % 60);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (wanted[i] != NULL)
      *wanted[i] = parts[i];
}

/**
 * ks_moment_get_day:
 * @moment: a moment
 *
 * Returns: the Vietnamese day it lies in
 */
KsDay
ks_moment_get_day (KsMoment moment)
{
  g_return_val_if_fail (moment != KS_MOMENT_NONE, KS_DAY_NONE);

  return (KsDay) divide_down (moment + ZONE_SECONDS, KS_SECONDS_PER_DAY);
}

/**
 * ks_day_get_start:
 * @day: a day
 *
 * Returns: its first second in Việt Nam
 */
KsMoment
ks_day_get_start (KsDay day)
{
  g_return_val_if_fail (day != KS_DAY_NONE, KS_MOMENT_NONE);

  return (KsMoment) day * KS_SECONDS_PER_DAY - ZONE_SECONDS;
}

static gboolean
read_digits (const char **text, guint n_digits, int *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + (**text - '0');
    }
  return TRUE;
}

static gboolean
read_character (const char **text, const char *allowed)
{
  if (**text == '\0' || strchr (allowed, **text) == NULL)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
read_day (const char **text, KsDay *day)
{
  int year, month, day_of_month;

  if (!read_digits (text, 4, &year) || !read_character (text, "-")
      || !read_digits (text, 2, &month) || !read_character (text, "-")
      || !read_digits (text, 2, &day_of_month))
    return FALSE;
  if (year < FIRST_YEAR || year > LAST_YEAR
      || !g_date_valid_dmy (day_of_month, month, (GDateYear) year))
    return FALSE;
  *day = (KsDay) count_days (year, month, day_of_month);
  return TRUE;
}

/**
 * ks_day_parse:
 * @text: 2024-04-01
 * @day: (out): the day
 *
 * Returns: %FALSE, with @day untouched, if @text is not exactly a day of the calendar
 */
gboolean
ks_day_parse (const char *text, KsDay *day)
{
  KsDay result;

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  if (!read_day (&text, &result) || *text != '\0')
    return FALSE;
  *day = result;
  return TRUE;
}

static gboolean
read_number (char *text, guint64 min, guint64 max, int *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (g_strstrip (text), 10, min, max, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

/**
 * ks_day_read:
 * @text: a day as people write it: "01/4/2024", with slashes, points or hyphens between, or
 *   "2024-04-01"
 * @day: (out): the day
 *
 * Returns: %FALSE, with @day untouched, if @text is no day between 1900 and 2999
 */
gboolean
ks_day_read (const char *text, KsDay *day)
{
  g_autofree char *trimmed = NULL;
  g_auto (GStrv) parts = NULL;
  int numbers[3];

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  parts = g_strsplit_set (trimmed, "/.-", 4);
  if (g_strv_length (parts) != 3)
    return FALSE;
  if (strlen (parts[0]) == 4)
    return ks_day_parse (trimmed, day);
  if (!read_number (parts[0], 1, 31, &numbers[0]) || !read_number (parts[1], 1, 12, &numbers[1])
      || !read_number (parts[2], 1900, 2999, &numbers[2])
      || !g_date_valid_dmy ((GDateDay) numbers[0], (GDateMonth) numbers[1],
                            (GDateYear) numbers[2]))
    return FALSE;
  *day = (KsDay) count_days (numbers[2], numbers[1], numbers[0]);
  return TRUE;
}

/**
 * ks_moment_parse:
 * @text: 2024-04-01T12:00 or 2024-04-01T12:00:30, with T or a blank; time of Việt Nam
 * @moment: (out): the moment
 *
 * 24:00 is the end of the day.
 *
 * Returns: %FALSE, with @moment untouched, if @text is not exactly a time
 */
gboolean
ks_moment_parse (const char *text, KsMoment *moment)
{
  KsDay day;
  int hour, minute, second = 0;

  g_return_val_if_fail (text != NULL && moment != NULL, FALSE);

  if (!read_day (&text, &day) || !read_character (&text, "T ") || !read_digits (&text, 2, &hour)
      || !read_character (&text, ":") || !read_digits (&text, 2, &minute))
    return FALSE;
  if (read_character (&text, ":") && !read_digits (&text, 2, &second))
    return FALSE;
  if (*text != '\0' || hour > 24 || minute > 59 || second > 59
      || (hour == 24 && minute + second > 0))
    return FALSE;
  *moment = ks_day_get_start (day) + hour * 3600 + minute * 60 + second;
  return TRUE;
}

/**
 * ks_day_to_iso:
 * @day: a day
 *
 * Returns: (transfer full): 2024-04-01, or nothing for %KS_DAY_NONE
 */
char *
ks_day_to_iso (KsDay day)
{
  int year, month, day_of_month;

  if (day == KS_DAY_NONE)
    return g_strdup ("");
  split_days (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * ks_moment_to_iso:
 * @moment: a moment
 *
 * Returns: (transfer full): 2024-04-01T12:00:00 in Việt Nam, or nothing for %KS_MOMENT_NONE
 */
char *
ks_moment_to_iso (KsMoment moment)
{
  int year, month, day, hour, minute, second;

  if (moment == KS_MOMENT_NONE)
    return g_strdup ("");
  ks_moment_to_civil (moment, &year, &month, &day, &hour, &minute, &second);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, second);
}

/**
 * ks_moment_to_utc:
 * @moment: a moment
 *
 * Returns: (transfer full): 2024-04-01T05:00:00Z, or nothing for %KS_MOMENT_NONE
 */
char *
ks_moment_to_utc (KsMoment moment)
{
  g_autofree char *iso = NULL;

  if (moment == KS_MOMENT_NONE)
    return g_strdup ("");
  iso = ks_moment_to_iso (moment - ZONE_SECONDS);
  return g_strconcat (iso, "Z", NULL);
}

/**
 * ks_day_format:
 * @day: a day
 *
 * Writes a day as offices do, with a leading 0 for days under 10 and for the months 1 and 2 only
 * (so that nobody can add a digit).
 *
 * Returns: (transfer full): 01/4/2024, or nothing for %KS_DAY_NONE
 */
char *
ks_day_format (KsDay day)
{
  int year, month, day_of_month;

  if (day == KS_DAY_NONE)
    return g_strdup ("");
  split_days (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%02d/%s%d/%d", day_of_month, month <= 2 ? "0" : "", month, year);
}

/**
 * ks_day_format_long:
 * @day: a day
 *
 * Returns: (transfer full): Thứ Hai, ngày 01/4/2024, or nothing for %KS_DAY_NONE
 */
char *
ks_day_format_long (KsDay day)
{
  static const char *const weekdays[]
      = { "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư" };
  g_autofree char *date = ks_day_format (day);

  if (day == KS_DAY_NONE)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s, ngày %s", weekdays[day - divide_down (day, 7) * 7], date);
}

/**
 * ks_moment_format:
 * @moment: a moment
 *
 * Returns: (transfer full): 15 giờ 00 ngày 01/4/2024, or nothing for %KS_MOMENT_NONE
 */
char *
ks_moment_format (KsMoment moment)
{
  int year, month, day, hour, minute, second;
  g_autofree char *date = NULL;

  if (moment == KS_MOMENT_NONE)
    return g_strdup ("");
  ks_moment_to_civil (moment, &year, &month, &day, &hour, &minute, &second);
  date = ks_day_format (ks_moment_get_day (moment));
  return g_strdup_printf ("%02d giờ %02d ngày %s", hour, minute, date);
}

/**
 * ks_moment_format_end:
 * @end: the first moment after something
 *
 * Returns: (transfer full): until when it lasts, after "đến": "hết ngày 01/4/2024" where it ends
 *   with a day, else "12 giờ 00 ngày 02/4/2024"; nothing for %KS_MOMENT_NONE
 */
char *
ks_moment_format_end (KsMoment end)
{
  KsDay last;
  g_autofree char *date = NULL;

  if (end == KS_MOMENT_NONE)
    return g_strdup ("");
  last = ks_moment_get_day (end - 1);
  if (ks_day_get_start (last + 1) != end)
    return ks_moment_format (end);
  date = ks_day_format (last);
  return g_strconcat ("hết ngày ", date, NULL);
}
