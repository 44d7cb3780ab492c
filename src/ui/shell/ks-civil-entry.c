/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-civil-entry.h"

#include <stdlib.h>
#include <string.h>

#define MINUTES_PER_DAY (24 * 60)

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
 * ks_civil_entry_read_day:
 * @text: "01/4/2024", with slashes, points or hyphens between, or "2024-04-01"
 * @day: (out): the day
 *
 * Returns: %FALSE if @text is no day between 2000 and 2999
 */
gboolean
ks_civil_entry_read_day (const char *text, KsDay *day)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = g_strsplit_set (trimmed, "/.-", -1);
  int numbers[3];

  if (g_strv_length (parts) != 3)
    return FALSE;
  if (strlen (parts[0]) == 4)
    return ks_day_parse (trimmed, day);
  if (!read_number (parts[0], 1, 31, &numbers[0]) || !read_number (parts[1], 1, 12, &numbers[1])
      || !read_number (parts[2], 2000, 2999, &numbers[2])
      || !g_date_valid_dmy ((GDateDay) numbers[0], (GDateMonth) numbers[1],
                            (GDateYear) numbers[2]))
    return FALSE;
  *day = ks_moment_get_day (ks_moment_from_civil (numbers[2], numbers[1], numbers[0], 0, 0, 0));
  return TRUE;
}

/**
 * ks_civil_entry_read_hour:
 * @text: "7:30", "7h30", "7 giờ 30", "7 giờ" or "24:00"
 * @minutes: (out): since midnight, up to 1440
 *
 * Returns: %FALSE if @text is no hour
 */
gboolean
ks_civil_entry_read_hour (const char *text, int *minutes)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("^\\s*(\\d{1,2})\\s*(?:(?::|h|g|giờ)\\s*(\\d{2})?\\s*(?:phút)?)?\\s*$",
                     G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *minute = NULL;
  int value;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  hour = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  value = atoi (hour) * 60 + (minute != NULL ? atoi (minute) : 0);
  if (value > MINUTES_PER_DAY || (minute != NULL && atoi (minute) > 59))
    return FALSE;
  *minutes = value;
  return TRUE;
}
