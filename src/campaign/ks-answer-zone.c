/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-answer-zone.h"

#include <string.h>

#define HOUR 3600
#define MAX_HOURS 14

/* Letters that form services write for one zone alone; CST is that of Chicago and of China. */
static const struct {
  const char *name;
  int         hours;
} zones[] = {
  { "Z", 0 },    { "UTC", 0 },  { "GMT", 0 },  { "ICT", 7 },  { "JST", 9 },  { "KST", 9 },
  { "SGT", 8 },  { "CET", 1 },  { "CEST", 2 }, { "EET", 2 },  { "EEST", 3 }, { "MSK", 3 },
  { "EST", -5 }, { "EDT", -4 }, { "CDT", -5 }, { "MST", -7 }, { "MDT", -6 }, { "PST", -8 },
  { "PDT", -7 }, { "AEST", 10 }, { "AEDT", 11 },
};

static gboolean
read_letters (const char *text, gsize length, KsZone *zone, int *offset)
{
  *zone = KS_ZONE_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (strlen (zones[i].name) == length && g_ascii_strncasecmp (text, zones[i].name, length) == 0)
      {
        *zone = KS_ZONE_TOLD;
        *offset = zones[i].hours * HOUR;
      }
  return length <= KS_ZONE_MAX_LETTERS;
}

/* "+7", "-03:30", "+0700". */
static gboolean
read_difference (const char *text, gsize length, int *offset)
{
  int digits[4] = { 0 };
  guint n_digits = 0, hour_digits = 0;
  int hours, minutes;

  for (gsize i = 1; i < length; i++)
    if (text[i] == ':' && hour_digits == 0 && n_digits > 0)
      hour_digits = n_digits;
    else if (g_ascii_isdigit (text[i]) && n_digits < G_N_ELEMENTS (digits))
      digits[n_digits++] = text[i] - '0';
    else
      return FALSE;
  if (hour_digits == 0)
    hour_digits = n_digits <= 2 ? n_digits : n_digits - 2;
  if (hour_digits == 0 || hour_digits > 2 || (n_digits != hour_digits && n_digits != hour_digits + 2))
    return FALSE;
  hours = hour_digits == 2 ? 10 * digits[0] + digits[1] : digits[0];
  minutes = n_digits > hour_digits ? 10 * digits[hour_digits] + digits[hour_digits + 1] : 0;
  *offset = (text[0] == '-' ? -1 : 1) * (hours * HOUR + minutes * 60);
  return hours <= MAX_HOURS && minutes < 60;
}

/**
 * ks_answer_zone_read:
 * @text: (array length=length): what stands behind a time, without blanks around it
 * @length: its bytes
 * @zone: (out): whether a zone is told
 * @offset: (out): seconds east of Greenwich, where one is
 *
 * Reads "GMT+7", "GMT+5:30", "Z", "+07:00", "+0700", "ICT" and their like.
 *
 * Returns: whether @text may stand behind a time
 */
gboolean
ks_answer_zone_read (const char *text, gsize length, KsZone *zone, int *offset)
{
  gsize letters = 0;

  *zone = KS_ZONE_NONE;
  if (length == 0)
    return TRUE;
  while (letters < length && g_ascii_isalpha (text[letters]))
    letters++;
  if (letters == length)
    return read_letters (text, length, zone, offset);
  *zone = KS_ZONE_TOLD;
  if (letters > 0
      && (letters != 3
          || (g_ascii_strncasecmp (text, "GMT", 3) != 0 && g_ascii_strncasecmp (text, "UTC", 3) != 0)))
    return FALSE;
  return (text[letters] == '+' || text[letters] == '-')
         && read_difference (text + letters, length - letters, offset);
}

/**
 * ks_answer_zone_dup_name:
 * @offset: seconds east of Greenwich
 *
 * Returns: (transfer full): what the zone is called: "UTC", "GMT+7", "GMT-3:30"
 */
char *
ks_answer_zone_dup_name (int offset)
{
  int minutes = ABS (offset) / 60;

  if (offset == 0)
    return g_strdup ("UTC");
  if (minutes % 60 != 0)
    return g_strdup_printf ("GMT%c%d:%02d", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
  return g_strdup_printf ("GMT%c%d", offset < 0 ? '-' : '+', minutes / 60);
}
