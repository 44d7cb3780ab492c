/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file whose first rows leave no doubt is read once; what its later rows say must count all the
 * same. */

#include <string.h>

#include "ks-answer-time.h"
#include "ks-import-responses.h"
#include "ks-test-day.h"

#define N_COUNTED 4466
#define N_OUTSIDE 12

/* Behind the rows that are glanced at. */
#define FIRST_OTHER 1000

#define ZONE " GMT+7"

static void
rewrite_line (GString *out, const char *line, const char *end, char *(*rewrite) (const char *time))
{
  g_autofree char *time = g_strndup (line + 1, (gsize) (end - line - 1));
  g_autofree char *other = rewrite (time);

  g_string_append_printf (out, "\"%s%s\n", other, end);
}

/* The times of the rows from FIRST_OTHER on, written otherwise; @rewrite takes "2024/04/01 8:05:12 AM
 * GMT+7". */
static char *
write_day (KsTestDay *self, char *(*rewrite) (const char *time))
{
  g_autofree char *given = ks_test_day_path ("google-native.csv");
  g_autofree char *path = g_build_filename (self->folder, "answers.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (g_file_get_contents (given, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *end = strstr (lines[i], ZONE);

      /* Texts have lines too. */
      if (end == NULL || lines[i][0] != '"')
        {
          g_string_append_printf (out, "%s\n", lines[i]);
          continue;
        }
      rewrite_line (out, lines[i], end + strlen (ZONE), i > FIRST_OTHER ? rewrite : g_strdup);
    }
  g_assert_true (g_file_set_contents (path, out->str, (gssize) out->len, NULL));
  return g_steal_pointer (&path);
}

/* As a spreadsheet of the United States writes it. */
static char *
put_month_first (const char *time)
{
  return g_strdup_printf ("%.2s/%.2s/2024 %s", time + 5, time + 8,
                          strchr (time, ' ') + 1);
}

/* The same moment as a clock in Greenwich shows it. */
static char *
put_in_greenwich (const char *time)
{
  KsTimeReading reading;
  KsMoment moment;
  g_autofree char *iso = NULL;

  ks_time_reading_init (&reading);
  g_assert_true (ks_answer_time_parse (time, strlen (time), &reading, &moment));
  iso = ks_moment_to_iso (moment - KS_VIETNAM_OFFSET);
  return g_strconcat (iso, "Z", NULL);
}

static KsImportResult *
import (KsTestDay *self, const char *path, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  KsImportResult *result
      = ks_import_responses (self->campaign, path, dry_run, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_whole (const KsImportResult *result)
{
  g_assert_cmpuint (result->added, ==, 4487);
  g_assert_cmpuint (result->counted, ==, N_COUNTED);
  g_assert_cmpuint (result->reasons[KS_REASON_OUTSIDE_WINDOW], ==, N_OUTSIDE);
  g_assert_cmpuint (result->unread, ==, 0);
}

static void
take_in (KsTestDay *self, char *(*rewrite) (const char *time), const char *note)
{
  g_autofree char *path = write_day (self, rewrite);
  gboolean said = FALSE;

  for (gboolean dry_run = TRUE; dry_run >= FALSE; dry_run--)
    {
      g_autoptr (KsImportResult) result = import (self, path, dry_run);

      assert_whole (result);
      for (guint i = 0; i < G_N_ELEMENTS (result->notes) && result->notes[i] != NULL; i++)
        said |= strstr (result->notes[i], note) != NULL;
    }
  g_assert_true (said);
}

/* Read by the first rows alone, 4/1 would be the fourth of January, and wait. */
static void
test_later_month_first (KsTestDay *self, gconstpointer data)
{
  take_in (self, put_month_first, "month");
}

/* Another zone than Vietnam's is said, also where it begins late. */
static void
test_later_zone (KsTestDay *self, gconstpointer data)
{
  take_in (self, put_in_greenwich, "UTC");
}

static void
add (KsDateEvidence *self, const char *time)
{
  KsMoment from = ks_moment_from_civil (2024, 4, 1, 0, 0, 0);

  ks_date_evidence_add (self, time, strlen (time), KS_VIETNAM_OFFSET, from,
                        from + KS_SECONDS_PER_DAY);
}

static void
test_plain (void)
{
  static const char *const others[]
      = { "01/04/2024 8:05:12", "2024-04-01T01:05:12Z", "2024/04/01 8:05:12 AM CST",
          "1980-01-01 00:00:00", "13/04/2024 8:05:12" };
  KsDateEvidence evidence = { 0 };

  g_assert_false (ks_date_evidence_is_plain (&evidence));
  add (&evidence, "2024/04/01 8:05 AM GMT+7");
  g_assert_false (ks_date_evidence_is_plain (&evidence));
  add (&evidence, "2023/04/01 8:05:12 AM GMT+7");
  g_assert_true (ks_date_evidence_is_plain (&evidence));
  add (&evidence, "no time at all");
  g_assert_true (ks_date_evidence_is_plain (&evidence));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      KsDateEvidence with = evidence;

      add (&with, others[i]);
      g_assert_false (ks_date_evidence_is_plain (&with));
    }
}

#define TEST(name, func)                                                                          \
  g_test_add ("/glance/" name, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TEST ("later-month-first", test_later_month_first);
  TEST ("later-zone", test_later_zone);
  g_test_add_func ("/glance/plain", test_plain);

  return g_test_run ();
}
