/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ks-answer-time.h"
#include "ks-fuzz.h"

/* A column of times, one a line: what reads as a time in the order of its column lies in the years
 * that a survey can have, reads alike again, and what is blank is told apart. */

#define FIRST_YEAR 1969
#define LAST_YEAR 2201

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
check_time (const char *text, gsize length, const KsTimeReading *reading)
{
  KsMoment moment, again;
  int year;

  if (!ks_answer_time_parse (text, length, reading, &moment))
    return;
  g_assert_true (ks_answer_time_is_time (text, length, &again));
  ks_moment_to_civil (moment, &year, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpint (year, >=, FIRST_YEAR);
  g_assert_cmpint (year, <=, LAST_YEAR);
  g_assert_true (ks_answer_time_parse (text, length, reading, &again));
  g_assert_cmpint (again, ==, moment);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 200);
  KsMoment from = ks_moment_from_civil (2024, 4, 1, 0, 0, 0);
  KsDateEvidence evidence = { 0 };
  KsTimeReading reading;

  ks_time_reading_init (&reading);
  for (guint i = 0; lines[i] != NULL; i++)
    ks_date_evidence_add (&evidence, lines[i], strlen (lines[i]), reading.zone, from,
                          from + KS_SECONDS_PER_DAY);
  ks_date_evidence_decide (&evidence, &reading);
  g_assert_cmpuint (evidence.n_exact, <=, evidence.n_times);
  g_assert_cmpuint (evidence.n_slashed + evidence.n_year_first, ==, evidence.n_times);
  for (guint i = 0; lines[i] != NULL; i++)
    check_time (lines[i], strlen (lines[i]), &reading);
  return 0;
}
