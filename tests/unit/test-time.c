/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-time.h"

static void
check_text (char *text, const char *wanted)
{
  g_assert_cmpstr (text, ==, wanted);
  g_free (text);
}

static KsDay
read_day (const char *text)
{
  KsDay day = KS_DAY_NONE;

  g_assert_true (ks_day_parse (text, &day));
  return day;
}

static KsMoment
read_moment (const char *text)
{
  KsMoment moment = KS_MOMENT_NONE;

  g_assert_true (ks_moment_parse (text, &moment));
  return moment;
}

static void
test_known_moments (void)
{
  KsMoment noon = ks_moment_from_civil (2024, 4, 1, 12, 0, 0);

  g_assert_cmpint (noon, ==, 1711947600);
  check_text (ks_moment_to_iso (noon), "2024-04-01T12:00:00");
  check_text (ks_moment_to_utc (noon), "2024-04-01T05:00:00Z");
  g_assert_cmpint (ks_moment_from_civil (1970, 1, 1, 7, 0, 0), ==, 0);
  check_text (ks_moment_to_iso (0), "1970-01-01T07:00:00");
  check_text (ks_moment_to_iso (KS_MOMENT_NONE), "");
  check_text (ks_moment_to_utc (KS_MOMENT_NONE), "");
}

/* Every day of 800 years against GLib's calendar. */
static void
test_calendar (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1600);
  KsDay day = read_day ("1600-01-01");

  for (; g_date_get_year (date) < 2400; day++, g_date_add_days (date, 1))
    {
      int y, m, d, hour, minute, second;
      KsMoment start = ks_day_get_start (day);

      ks_moment_to_civil (start, &y, &m, &d, &hour, &minute, &second);
      g_assert_cmpint (y, ==, g_date_get_year (date));
      g_assert_cmpint (m, ==, g_date_get_month (date));
      g_assert_cmpint (d, ==, g_date_get_day (date));
      g_assert_cmpint (hour + minute + second, ==, 0);
      ks_moment_to_civil (start, NULL, &m, NULL, NULL, NULL, NULL);
      g_assert_cmpint (m, ==, g_date_get_month (date));
      g_assert_cmpint (ks_moment_from_civil (y, m, d, 0, 0, 0), ==, start);
      g_assert_cmpint (ks_moment_get_day (start), ==, day);
      g_assert_cmpint (ks_moment_get_day (start + KS_SECONDS_PER_DAY - 1), ==, day);
    }
}

static void
test_parse (void)
{
  check_text (ks_day_to_iso (read_day ("2024-02-29")), "2024-02-29");
  check_text (ks_moment_to_iso (read_moment ("2024-04-01T12:00")), "2024-04-01T12:00:00");
  check_text (ks_moment_to_iso (read_moment ("2024-04-01 08:05:59")), "2024-04-01T08:05:59");
  check_text (ks_moment_to_iso (read_moment ("2024-04-01T24:00")), "2024-04-02T00:00:00");
}

static void
test_parse_refuses (void)
{
  static const char *const days[]
      = { "", "2024-4-1", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01",
          "2024-04-01 ", " 2024-04-01", "2024/04/01", "2024-04-0x", "20240401", "+024-04-01" };
  static const char *const moments[]
      = { "", "2024-04-01", "2024-04-01T", "2024-04-01T1:00", "2024-04-01T12:60",
          "2024-04-01T24:01", "2024-04-01T25:00", "2024-04-01T12:00:60", "2024-04-01T12:00:",
          "2024-04-01T12:00Z", "2024-04-01_12:00", "2024-02-30T12:00", "2024-04-01T12:00:00.5" };
  KsDay day = 77;
  KsMoment moment = 77;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_false (ks_day_parse (days[i], &day));
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    g_assert_false (ks_moment_parse (moments[i], &moment));
  g_assert_cmpint (day, ==, 77);
  g_assert_cmpint (moment, ==, 77);
}

static void
test_format (void)
{
  check_text (ks_day_format (read_day ("2024-04-01")), "01/4/2024");
  check_text (ks_day_format (read_day ("2024-02-10")), "10/02/2024");
  check_text (ks_day_format (read_day ("2024-03-09")), "09/3/2024");
  check_text (ks_day_format (read_day ("2024-12-31")), "31/12/2024");
  check_text (ks_day_format (KS_DAY_NONE), "");
  check_text (ks_day_format_long (read_day ("2024-04-01")), "Thứ Hai, ngày 01/4/2024");
  check_text (ks_day_format_long (read_day ("2024-04-07")), "Chủ nhật, ngày 07/4/2024");
  check_text (ks_day_format_long (read_day ("1969-12-31")), "Thứ Tư, ngày 31/12/1969");
  check_text (ks_day_format_long (KS_DAY_NONE), "");
  check_text (ks_moment_format (read_moment ("2024-04-01T15:00")), "15 giờ 00 ngày 01/4/2024");
  check_text (ks_moment_format (read_moment ("2024-04-01T08:05")), "08 giờ 05 ngày 01/4/2024");
  check_text (ks_moment_format (KS_MOMENT_NONE), "");
  check_text (ks_moment_format_end (read_moment ("2024-04-02T00:00")), "hết ngày 01/4/2024");
  check_text (ks_moment_format_end (read_moment ("2024-04-02T12:00")), "12 giờ 00 ngày 02/4/2024");
  check_text (ks_moment_format_end (KS_MOMENT_NONE), "");
}

static void
test_clock (void)
{
  g_autoptr (KsClock) system = ks_clock_new_system ();
  g_autoptr (KsClock) fixed = ks_clock_new_fixed (1000);
  g_autoptr (KsClock) same = ks_clock_ref (fixed);
  KsMoment now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (ABS (ks_clock_now (system) - now), <=, 2);
  g_assert_cmpint (ks_clock_now (fixed), ==, 1000);
  ks_clock_set (fixed, 2000);
  g_assert_cmpint (ks_clock_now (same), ==, 2000);
  ks_clock_set (system, 3000);
  g_assert_cmpint (ks_clock_now (system), ==, 3000);
  ks_clock_set (system, KS_MOMENT_NONE);
  g_assert_cmpint (ks_clock_now (system), >=, now);
}

int
main (int argc, char **argv)
{
  /* A zone with summer time, to prove that none of it shows. */
  g_setenv ("TZ", "America/New_York", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/known-moments", test_known_moments);
  g_test_add_func ("/time/calendar", test_calendar);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/parse-refuses", test_parse_refuses);
  g_test_add_func ("/time/format", test_format);
  g_test_add_func ("/time/clock", test_clock);
  return g_test_run ();
}
