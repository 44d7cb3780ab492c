/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-civil-entry.h"

#include <stdlib.h>
#include <string.h>

#define MINUTES_PER_DAY (24 * 60)

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
