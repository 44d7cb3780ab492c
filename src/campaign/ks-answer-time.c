/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-answer-time.h"

#include <string.h>

/* A day of a spreadsheet: so many since the end of 1899. */
#define SERIAL_FIRST 20000
#define SERIAL_LAST 80000
#define SERIAL_OF_1970 25569

/* What LimeSurvey writes for "sent, but nobody shall know when". */
#define BLANK_YEAR 1980
#define BLANK_START (3652 * KS_SECONDS_PER_DAY - KS_VIETNAM_OFFSET)

/* Years of two figures lie from 1930 to 2029. */
#define FIRST_SHORT_YEAR 30

/* Every month has so many. */
#define MIN_DAYS 28

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
  if (cursor->at >= cursor->end)
    return FALSE;
  for (; *signs != '\0'; signs++)
    if (*cursor->at == *signs)
      {
        *sign = *cursor->at++;
        return TRUE;
      }
  return FALSE;
}

/* @word is of capital letters; only letters differ from them in the bit of their case alone. */
static gboolean
read_word (Cursor *cursor, const char *word)
{
  const char *at = cursor->at;

  for (; *word != '\0'; word++, at++)
    if (at == cursor->end || (*at & ~0x20) != *word)
      return FALSE;
  cursor->at = at;
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

static gboolean
is_date (int year, int month, int day)
{
  return year >= 1970 && year <= 2200 && month >= 1 && month <= 12 && day >= 1
         && (day <= MIN_DAYS
             || day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

typedef struct {
  int      numbers[3];
  gboolean year_first;
  int      seconds;  /* of the day */
  int      offset;
  KsZone   zone;
  Cursor   zone_text;
  KsMoment moments[2]; /* as the date is read, and with day and month exchanged; or none */
} Parts;

/* What stands behind the clock; nothing: as @zone says. */
static gboolean
read_zone (Cursor *cursor, int zone, Parts *parts)
{
  parts->offset = zone;
  parts->zone = KS_ZONE_NONE;
  skip_blanks (cursor);
  if (cursor->at == cursor->end)
    return TRUE;
  while (cursor->end[-1] == ' ' || cursor->end[-1] == '\t')
    cursor->end--;
  parts->zone_text = *cursor;
  return ks_answer_zone_read (cursor->at, (gsize) (cursor->end - cursor->at), &parts->zone,
                              &parts->offset);
}

/* "45383.336944" or "45383,336944": a date that lost its format. */
static gboolean
read_serial (Cursor *cursor, Parts *parts)
{
  double day = 0, factor = 1;
  KsMoment moment;

  for (; cursor->at < cursor->end && g_ascii_isdigit (*cursor->at) && day < SERIAL_LAST; cursor->at++)
    day = 10 * day + (*cursor->at - '0');
  if (cursor->at == cursor->end || (*cursor->at != '.' && *cursor->at != ',')
      || day < SERIAL_FIRST || day > SERIAL_LAST)
    return FALSE;
  while (++cursor->at < cursor->end && g_ascii_isdigit (*cursor->at))
    day += (factor /= 10) * (*cursor->at - '0');
  if (cursor->at < cursor->end)
    return FALSE;
  moment = (KsMoment) ((day - SERIAL_OF_1970) * KS_SECONDS_PER_DAY + 0.5) - KS_VIETNAM_OFFSET;
  ks_moment_to_civil (moment, &parts->numbers[0], &parts->numbers[1], &parts->numbers[2],
                      NULL, NULL, NULL);
  parts->seconds = (int) ((moment + KS_VIETNAM_OFFSET) % KS_SECONDS_PER_DAY);
  parts->year_first = TRUE;
  return TRUE;
}

static gboolean
split_time (const char *text, gsize length, int zone, Parts *parts)
{
  Cursor cursor = { text, text + length };
  int hour;
  int minute;
  int second;

  skip_blanks (&cursor);
  parts->offset = zone;
  parts->zone = KS_ZONE_NONE;
  if (read_serial (&cursor, parts))
    return TRUE;
  cursor.at = text;
  skip_blanks (&cursor);
  if (!read_date (&cursor, parts->numbers, &parts->year_first))
    return FALSE;
  if (!read_word (&cursor, "T"))
    skip_blanks (&cursor);
  if (!read_clock (&cursor, &hour, &minute, &second) || !read_zone (&cursor, zone, parts))
    return FALSE;
  parts->seconds = hour * 3600 + minute * 60 + second;
  return TRUE;
}

static KsMoment
combine (const Parts *parts, gboolean month_first)
{
  const int *n = parts->numbers;
  int year = parts->year_first ? n[0] : n[2];
  int month = parts->year_first ? n[1] : month_first ? n[0] : n[1];
  int day = parts->year_first ? n[2] : month_first ? n[1] : n[0];

  if (parts->year_first && month_first)
    {
      month = n[2];
      day = n[1];
    }
  /* As spreadsheets read two figures. */
  if (year < 100)
    year += year < FIRST_SHORT_YEAR ? 2000 : 1900;
  if (!is_date (year, month, day))
    return KS_MOMENT_NONE;
  return ks_moment_from_civil (year, month, day, 0, 0, 0) + KS_VIETNAM_OFFSET - parts->offset
         + parts->seconds;
}

static gboolean
read_parts (const char *text, gsize length, int zone, Parts *parts)
{
  if (!split_time (text, length, zone, parts))
    return FALSE;
  parts->moments[FALSE] = combine (parts, FALSE);
  parts->moments[TRUE] = combine (parts, TRUE);
  return TRUE;
}

/**
 * ks_time_reading_init:
 * @self: a way to read times
 *
 * Begins with what nobody has to say: Vietnam's time.
 */
void
ks_time_reading_init (KsTimeReading *self)
{
  *self = (KsTimeReading){ .zone = KS_VIETNAM_OFFSET };
}

static gboolean
settle (const Parts *parts, const KsTimeReading *reading, KsMoment *moment)
{
  gboolean exchange
      = parts->year_first ? reading->swapped : reading->order == KS_DATE_MONTH_FIRST;

  *moment = parts->moments[exchange] != KS_MOMENT_NONE ? parts->moments[exchange]
                                                       : parts->moments[!exchange];
  return *moment != KS_MOMENT_NONE;
}

/**
 * ks_answer_time_parse:
 * @text: a cell
 * @length: its bytes
 * @reading: how the times of its file are read
 * @moment: (out): the moment
 *
 * Reads "2024/04/01 8:05:12 AM GMT+7", "01/04/2024 8:05:12", "2024-04-01T08:05:12.000+07:00",
 * "45383.336944" and their like. A date that is none in the order of the file is read in the other.
 *
 * Returns: whether @text is such a time
 */
gboolean
ks_answer_time_parse (const char *text, gsize length, const KsTimeReading *reading,
                      KsMoment *moment)
{
  Parts parts;

  return read_parts (text, length, reading->zone, &parts) && settle (&parts, reading, moment);
}

/**
 * ks_answer_time_is_time:
 * @text: a cell
 * @length: its bytes
 * @moment: (out): a moment that it may be
 *
 * Returns: whether @text is a time in any order of day and month
 */
gboolean
ks_answer_time_is_time (const char *text, gsize length, KsMoment *moment)
{
  KsTimeReading reading;

  ks_time_reading_init (&reading);
  return ks_answer_time_parse (text, length, &reading, moment);
}

/**
 * ks_answer_time_is_blank:
 * @moment: a moment
 *
 * Returns: whether it stands for a time that is not told: the first day of 1980
 */
gboolean
ks_answer_time_is_blank (KsMoment moment)
{
  return moment >= BLANK_START - KS_SECONDS_PER_DAY && moment < BLANK_START + 2 * KS_SECONDS_PER_DAY;
}

static gboolean
is_inside (const Parts *parts, gboolean month_first, KsMoment from, KsMoment to)
{
  KsMoment moment = parts->moments[month_first];

  return moment != KS_MOMENT_NONE && moment >= from && moment < to;
}

static void
add_year_first (KsDateEvidence *self, const Parts *parts, KsMoment from, KsMoment to)
{
  self->n_year_first++;
  self->n_inside_year_first += is_inside (parts, FALSE, from, to);
  self->n_inside_swapped += is_inside (parts, TRUE, from, to);
  self->n_not_swapped += parts->numbers[2] > 12;
}

static void
add_zone (KsDateEvidence *self, const Parts *parts)
{
  if (parts->zone == KS_ZONE_UNKNOWN && *self->unknown_zone == '\0')
    memcpy (self->unknown_zone, parts->zone_text.at,
            (gsize) (parts->zone_text.end - parts->zone_text.at));
  if (parts->zone != KS_ZONE_TOLD || parts->offset == KS_VIETNAM_OFFSET)
    return;
  if (self->n_foreign++ == 0)
    self->foreign_offset = parts->offset;
}

/* By far most dates are of another year. */
static gboolean
is_blank_date (const Parts *parts)
{
  int year = parts->numbers[parts->year_first ? 0 : 2];
  KsMoment moment = parts->moments[parts->moments[FALSE] == KS_MOMENT_NONE];

  return (year == BLANK_YEAR || year == BLANK_YEAR - 1) && moment != KS_MOMENT_NONE
         && ks_answer_time_is_blank (moment);
}

static void
add_parts (KsDateEvidence *self, const Parts *parts, KsMoment from, KsMoment to)
{
  if (is_blank_date (parts))
    {
      self->n_blank++;
      return;
    }
  self->n_times++;
  self->n_exact += parts->seconds % 60 != 0;
  add_zone (self, parts);
  if (parts->year_first)
    {
      add_year_first (self, parts, from, to);
      return;
    }
  self->n_slashed++;
  self->n_day_first += parts->numbers[0] > 12;
  self->n_month_first += parts->numbers[1] > 12;
  self->n_inside_day_first += is_inside (parts, FALSE, from, to);
  self->n_inside_month_first += is_inside (parts, TRUE, from, to);
}

/**
 * ks_date_evidence_add:
 * @self: evidence
 * @text: a cell of the time column
 * @length: its bytes
 * @zone: seconds east of Greenwich where it names no zone
 * @from: first second of the survey
 * @to: first second after it
 *
 * Adds what a cell says about the order of day and month.
 */
void
ks_date_evidence_add (KsDateEvidence *self, const char *text, gsize length, int zone,
                      KsMoment from, KsMoment to)
{
  Parts parts;

  if (read_parts (text, length, zone, &parts))
    add_parts (self, &parts, from, to);
}

/**
 * ks_date_evidence_parse:
 * @self: evidence
 * @text: a cell of the time column
 * @length: its bytes
 * @reading: how the times of its file are read
 * @from: first second of the survey
 * @to: first second after it
 * @moment: (out): the moment
 *
 * As ks_date_evidence_add() and ks_answer_time_parse() in one.
 *
 * Returns: whether @text is a time
 */
gboolean
ks_date_evidence_parse (KsDateEvidence *self, const char *text, gsize length,
                        const KsTimeReading *reading, KsMoment from, KsMoment to, KsMoment *moment)
{
  Parts parts;

  if (!read_parts (text, length, reading->zone, &parts))
    return FALSE;
  add_parts (self, &parts, from, to);
  return settle (&parts, reading, moment);
}

static void
decide_order (const KsDateEvidence *self, KsTimeReading *reading)
{
  gint64 by_number = (gint64) self->n_day_first - (gint64) self->n_month_first;
  gint64 by_window = (gint64) self->n_inside_day_first - (gint64) self->n_inside_month_first;

  reading->mixed = self->n_day_first > 0 && self->n_month_first > 0;
  if (by_number != 0 && !reading->mixed)
    {
      reading->order = by_number > 0 ? KS_DATE_DAY_FIRST : KS_DATE_MONTH_FIRST;
      reading->grounds = KS_DATE_BY_NUMBER;
      return;
    }
  reading->order = by_window < 0 ? KS_DATE_MONTH_FIRST : KS_DATE_DAY_FIRST;
  reading->grounds = by_window == 0 ? KS_DATE_BY_CUSTOM : KS_DATE_BY_WINDOW;
}

/**
 * ks_date_evidence_decide:
 * @self: the evidence of a whole file
 * @reading: (inout): how its times are read
 *
 * Decides for the whole file: a number above twelve settles it; else the order by which more
 * answers fall into the survey; else day first, as it is written in Vietnam. (On 01/04 every row
 * reads both ways.) A spreadsheet of another country reads 01/04 as the fourth of January and saves
 * that with the year first: when no such date lies in the survey, and most do with day and month
 * exchanged, they are exchanged back.
 */
void
ks_date_evidence_decide (const KsDateEvidence *self, KsTimeReading *reading)
{
  reading->order = KS_DATE_NO_DOUBT;
  reading->grounds = KS_DATE_BY_YEAR;
  reading->foreign = self->n_foreign > 0 || (self->n_times > 0 && reading->zone != KS_VIETNAM_OFFSET);
  reading->foreign_offset = self->n_foreign > 0 ? self->foreign_offset : reading->zone;
  reading->swapped = self->n_not_swapped == 0 && self->n_inside_year_first == 0
                     && 2 * self->n_inside_swapped > self->n_year_first;
  if (self->n_slashed > 0)
    decide_order (self, reading);
  else if (reading->swapped)
    reading->grounds = KS_DATE_BY_WINDOW;
}

/**
 * ks_date_evidence_is_plain:
 * @self: evidence
 *
 * Tells whether there is nothing to decide: every time names its year first and lies in Vietnam's
 * zone, one of them at least has seconds and falls into the survey as it stands. Whatever is added,
 * ks_date_evidence_decide() says the same as long as this holds.
 *
 * Returns: whether that is so
 */
gboolean
ks_date_evidence_is_plain (const KsDateEvidence *self)
{
  return self->n_times > 0 && self->n_times == self->n_year_first && self->n_blank == 0
         && self->n_foreign == 0 && *self->unknown_zone == '\0' && self->n_exact > 0
         && self->n_inside_year_first > 0;
}
