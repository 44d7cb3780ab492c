/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-answer-time.h"

#include <string.h>

#define VIETNAM_OFFSET (7 * 3600)

/* A reading position in a cell. */
typedef struct {
  const char *at;
  const char *end;
} Cursor;

static void
skip_blanks (Cursor *cursor)
{
  while (cursor->at < cursor->end && (*cursor->at == ' ' || *cursor->at == '\t'))
    cursor->at++;
}

static gboolean
read_number (Cursor *cursor, guint max_digits, int *number)
{
  guint n_digits = 0;

  *number = 0;
  while (cursor->at < cursor->end && g_ascii_isdigit (*cursor->at) && n_digits < max_digits)
    {
      *number = 10 * *number + (*cursor->at++ - '0');
      n_digits++;
    }
  return n_digits > 0;
}

static gboolean
read_sign (Cursor *cursor, const char *signs, char *sign)
{
  if (cursor->at >= cursor->end || strchr (signs, *cursor->at) == NULL)
    return FALSE;
  *sign = *cursor->at++;
  return TRUE;
}

static gboolean
read_word (Cursor *cursor, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (cursor->end - cursor->at) < length
      || g_ascii_strncasecmp (cursor->at, word, length) != 0)
    return FALSE;
  cursor->at += length;
  return TRUE;
}

/* Three numbers between slashes or dashes; which is which follows later. */
static gboolean
read_date (Cursor *cursor, int *numbers, gboolean *year_first)
{
  const char *start = cursor->at;
  char sign;
  char other;

  if (!read_number (cursor, 4, &numbers[0]))
    return FALSE;
  *year_first = cursor->at - start == 4;
  return read_sign (cursor, "/-.", &sign) && read_number (cursor, 2, &numbers[1])
         && read_sign (cursor, "/-.", &other) && sign == other
         && read_number (cursor, *year_first ? 2 : 4, &numbers[2]);
}

/* Morning and afternoon in English and Vietnamese; noon is 12 CH, midnight 12 SA. */
static gboolean
read_half_day (Cursor *cursor, int *hour)
{
  gboolean afternoon = FALSE;

  skip_blanks (cursor);
  if (read_word (cursor, "PM") || read_word (cursor, "CH"))
    afternoon = TRUE;
  else if (!read_word (cursor, "AM") && !read_word (cursor, "SA"))
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (afternoon ? 12 : 0);
  return TRUE;
}

static gboolean
read_clock (Cursor *cursor, int *hour, int *minute, int *second)
{
  char sign;
  int fraction;

  *second = 0;
  if (!read_number (cursor, 2, hour) || !read_sign (cursor, ":", &sign)
      || !read_number (cursor, 2, minute))
    return FALSE;
  if (read_sign (cursor, ":", &sign)
      && (!read_number (cursor, 2, second)
          || (read_sign (cursor, ".,", &sign) && !read_number (cursor, 9, &fraction))))
    return FALSE;
  return read_half_day (cursor, hour) && *hour < 24 && *minute < 60 && *second < 60;
}

/* "GMT+7", "GMT+5:30", "Z", "+07:00"; nothing means Vietnam. */
static gboolean
read_zone (Cursor *cursor, int *offset)
{
  char sign;
  int hours;
  int minutes = 0;

  *offset = VIETNAM_OFFSET;
  skip_blanks (cursor);
  if (cursor->at == cursor->end)
    return TRUE;
  if (read_word (cursor, "Z"))
    *offset = 0;
  else
    {
      if (read_word (cursor, "GMT") || read_word (cursor, "UTC"))
        *offset = 0;
      if (!read_sign (cursor, "+-", &sign))
        return cursor->at == cursor->end && *offset == 0;
      if (!read_number (cursor, 2, &hours))
        return FALSE;
      read_sign (cursor, ":", &(char){ 0 });
      read_number (cursor, 2, &minutes);
      *offset = (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    }
  skip_blanks (cursor);
  return cursor->at == cursor->end;
}

static gboolean
is_date (int year, int month, int day)
{
  return year >= 1970 && year <= 2200 && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

typedef struct {
  int      numbers[3];
  gboolean year_first;
  int      seconds;  /* of the day */
  int      offset;
} Parts;

static gboolean
read_parts (const char *text, gsize length, Parts *parts)
{
  Cursor cursor = { text, text + length };
  int hour;
  int minute;
  int second;

  skip_blanks (&cursor);
  if (!read_date (&cursor, parts->numbers, &parts->year_first))
    return FALSE;
  if (!read_word (&cursor, "T"))
    skip_blanks (&cursor);
  if (!read_clock (&cursor, &hour, &minute, &second) || !read_zone (&cursor, &parts->offset))
    return FALSE;
  parts->seconds = hour * 3600 + minute * 60 + second;
  return TRUE;
}

static gboolean
combine (const Parts *parts, KsDateOrder order, KsMoment *moment)
{
  const int *n = parts->numbers;
  int year = parts->year_first ? n[0] : n[2];
  int month = parts->year_first || order == KS_DATE_DAY_FIRST ? n[1] : n[0];
  int day = parts->year_first ? n[2] : order == KS_DATE_DAY_FIRST ? n[0] : n[1];

  if (year < 100)
    year += 2000;
  if (!is_date (year, month, day))
    return FALSE;
  *moment = ks_moment_from_civil (year, month, day, 0, 0, 0) + VIETNAM_OFFSET - parts->offset
            + parts->seconds;
  return TRUE;
}

/**
 * ks_answer_time_parse:
 * @text: a cell
 * @length: its bytes
 * @order: how dates with slashes are to be read
 * @moment: (out): the moment
 *
 * Reads "2024/04/01 8:05:12 AM GMT+7", "01/04/2024 8:05:12", "2024-04-01T08:05:12.000+07:00" and
 * their like. Without a zone it is Vietnam's time.
 *
 * Returns: whether @text is such a time
 */
gboolean
ks_answer_time_parse (const char *text, gsize length, KsDateOrder order, KsMoment *moment)
{
  Parts parts;

  return read_parts (text, length, &parts) && combine (&parts, order, moment);
}

static gboolean
is_inside (const Parts *parts, KsDateOrder order, KsMoment from, KsMoment to)
{
  KsMoment moment;

  return combine (parts, order, &moment) && moment >= from && moment < to;
}

/**
 * ks_date_evidence_add:
 * @self: evidence
 * @text: a cell of the time column
 * @length: its bytes
 * @from: first second of the survey
 * @to: first second after it
 *
 * Adds what a cell says about the order of day and month.
 */
void
ks_date_evidence_add (KsDateEvidence *self, const char *text, gsize length, KsMoment from,
                      KsMoment to)
{
  Parts parts;

  if (!read_parts (text, length, &parts))
    return;
  self->n_times++;
  self->n_exact += parts.seconds % 60 != 0;
  if (parts.year_first)
    return;
  self->n_slashed++;
  self->n_day_first += parts.numbers[0] > 12;
  self->n_month_first += parts.numbers[1] > 12;
  self->n_inside_day_first += is_inside (&parts, KS_DATE_DAY_FIRST, from, to);
  self->n_inside_month_first += is_inside (&parts, KS_DATE_MONTH_FIRST, from, to);
}

/**
 * ks_date_evidence_decide:
 * @self: the evidence of a whole file
 * @ambiguous: (out): whether the survey's time had to decide
 *
 * Decides for the whole file: a number above twelve settles it; else the order by which more
 * answers fall into the survey; else day first, as it is written in Vietnam. (On 01/04 every row
 * reads both ways.)
 *
 * Returns: the order
 */
KsDateOrder
ks_date_evidence_decide (const KsDateEvidence *self, gboolean *ambiguous)
{
  *ambiguous = FALSE;
  if (self->n_slashed == 0)
    return KS_DATE_NO_DOUBT;
  if (self->n_day_first != self->n_month_first
      && (self->n_day_first == 0 || self->n_month_first == 0))
    return self->n_day_first > 0 ? KS_DATE_DAY_FIRST : KS_DATE_MONTH_FIRST;

  *ambiguous = TRUE;
  return self->n_inside_month_first > self->n_inside_day_first ? KS_DATE_MONTH_FIRST
                                                               : KS_DATE_DAY_FIRST;
}
