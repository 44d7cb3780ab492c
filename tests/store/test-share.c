/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "ks-import-responses.h"
#include "ks-interval.h"
#include "ks-mean.h"
#include "ks-share.h"
#include "ks-test-day.h"

#define UNIT_A "07201" /* 31 officials, in district 213 */
#define UNIT_B "07204" /* 21 officials, in the same */
#define NEAR 1e-9

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
static const KsScope district = { KS_SCOPE_DISTRICT, "213", "" };
static const KsScope unit_a = { KS_SCOPE_UNIT, UNIT_A, "" };
static const KsScope unit_b = { KS_SCOPE_UNIT, UNIT_B, "" };

/* So many valid answers of the day of two units, after @skip others. */
static void
import_some (KsTestDay *self, guint n_a, guint n_b, guint skip)
{
  g_autofree char *source = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *whole = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_left[] = { n_a, n_b };
  guint n_skipped[] = { 0, 0 };

  g_assert_true (g_file_get_contents (source, &whole, NULL, NULL));
  lines = g_strsplit (whole, "\r\n", -1);
  g_string_append_printf (text, "%s\r\n", lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      guint of = strstr (lines[i], "," UNIT_A "-") != NULL ? 0 : 1;

      if ((of == 1 && strstr (lines[i], "," UNIT_B "-") == NULL) || n_left[of] == 0
          || !g_str_has_prefix (lines[i], "01/04/2024") || n_skipped[of]++ < skip)
        continue;
      g_string_append_printf (text, "%s\r\n", lines[i]);
      n_left[of]--;
    }
  g_assert_cmpuint (n_left[0] + n_left[1], ==, 0);
  path = ks_test_day_write (self, "some.csv", text->str, -1);
  result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static const KsQuestion *
find (KsResults *results, const char *id)
{
  return ks_form_lookup (ks_results_get_form (results), id);
}

/* Every unit and question of the day: the share stands on the counts that the table tells, with the
 * interval and the bounds of their numbers. */
static void
test_units (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GArray) scopes = NULL;
  guint n_over = 0;
  guint n_complete = 0;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  scopes = ks_results_dup_scopes (results, KS_SCOPE_UNIT);
  for (guint i = 0; i < scopes->len; i++)
    for (guint k = 0; k < ks_form_get_n_questions (ks_results_get_form (results)); k++)
      {
        const KsScope *scope = &g_array_index (scopes, KsScope, i);
        const KsQuestion *question = ks_form_get_question (ks_results_get_form (results), k);
        g_autoptr (KsQuestionResult) result = ks_results_dup_question (results, scope, question);
        double low = 0, high = 0;
        KsShare share;

        ks_results_get_share (results, scope, question, &share);
        g_assert_cmpint (share.n, ==, result->answered);
        g_assert_cmpint (share.shown, ==, result->shown && question->ordinal);
        if (!share.shown)
          continue;
        g_assert_cmpint (share.x, ==, result->good);
        g_assert_cmpint (share.population, ==, result->staff);
        g_assert_cmpfloat_with_epsilon (share.share, (double) share.x / share.n, NEAR);
        g_assert_cmpint (share.over, ==, share.n > share.population);
        g_assert_cmpint (share.has_interval, ==,
                         ks_share_interval (share.x, share.n, share.population, &low, &high));
        g_assert_cmpfloat (share.low, ==, low);
        g_assert_cmpfloat (share.high, ==, high);
        g_assert_cmpint (share.has_bounds, ==, !share.over);
        if (share.has_bounds)
          g_assert_cmpfloat_with_epsilon (
              share.bound_high, (double) (share.x + share.population - share.n) / share.population,
              NEAR);
        n_over += share.over;
        n_complete += share.complete;
        g_assert_true (!share.complete || (share.low == share.share && share.high == share.share));
      }
  g_assert_cmpuint (n_over, >, 0);
  g_assert_cmpuint (n_complete, >, 0);
}

/* The total by hand, from what is told of the units: none of them is too small. */
static void
assert_total (KsResults *results, const KsScope *scope, const KsQuestion *question)
{
  g_autoptr (GArray) units = ks_results_dup_shares (results, scope, KS_SCOPE_UNIT, question);
  double staff = 0, weighted = 0, variance = 0, low = 0, high = 0;
  gint64 x = 0, n = 0;
  KsShare total;

  for (guint i = 0; i < units->len; i++)
    {
      const KsShare *unit = &g_array_index (units, KsShare, i);
      double size = (double) unit->population;

      g_assert_true (unit->shown);
      x += unit->x;
      n += unit->n;
      staff += size;
      weighted += size * unit->share;
      variance += unit->over ? 0
                             : size * size * (1 - unit->n / size) * unit->share * (1 - unit->share)
                                   / (double) (unit->n - 1);
      low += unit->over ? 0 : (double) unit->x;
      high += unit->over ? size : (double) (unit->x + unit->population - unit->n);
    }
  ks_results_get_share (results, scope, question, &total);
  g_assert_true (total.shown && total.has_interval && total.has_bounds);
  g_assert_cmpint (total.x, ==, x);
  g_assert_cmpint (total.n, ==, n);
  g_assert_cmpfloat_with_epsilon (total.share, (double) x / n, NEAR);
  g_assert_cmpfloat_with_epsilon (total.weighted, weighted / staff, NEAR);
  g_assert_cmpfloat_with_epsilon (total.error, sqrt (variance) / staff, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_low, low / staff, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_high, high / staff, NEAR);
  g_assert_cmpfloat_with_epsilon (
      total.low, MAX (low / staff, total.weighted - 1.959964 * total.error), NEAR);
  g_assert_cmpfloat_with_epsilon (
      total.high, MIN (high / staff, total.weighted + 1.959964 * total.error), NEAR);
}

static void
test_totals (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GArray) districts = NULL;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  assert_total (results, &province, find (results, "D4"));
  districts = ks_results_dup_scopes (results, KS_SCOPE_DISTRICT);
  for (guint i = 0; i < districts->len; i++)
    assert_total (results, &g_array_index (districts, KsScope, i), find (results, "A1"));
}

/* Four sheets of a unit show nowhere: the district is the other unit's, and which four they are
 * makes no difference to any figure. */
static void
test_small_unit (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  KsShare small, large, parent, whole;

  import_some (self, 4, 9, GPOINTER_TO_UINT (data));
  results = ks_results_load (self->campaign, NULL);
  ks_results_get_share (results, &unit_a, find (results, "D4"), &small);
  ks_results_get_share (results, &unit_b, find (results, "D4"), &large);
  ks_results_get_share (results, &district, find (results, "D4"), &parent);
  ks_results_get_share (results, &province, find (results, "D4"), &whole);
  g_assert_cmpint (small.state, ==, KS_SHARE_TOO_FEW);
  g_assert_cmpint (small.x, ==, 0);
  g_assert_cmpint (small.left_out, ==, 0);
  g_assert_false (small.has_interval || small.has_bounds);
  g_assert_cmpfloat (small.order, <, 0);
  g_assert_cmpint (parent.left_out, ==, 4);
  g_assert_cmpint (parent.n, ==, large.n);
  g_assert_cmpint (parent.x, ==, large.x);
  g_assert_cmpfloat_with_epsilon (parent.weighted, large.share, NEAR);
  g_assert_cmpfloat_with_epsilon (whole.weighted, large.share, NEAR);
  g_assert_cmpfloat_with_epsilon (parent.bound_low, (double) large.x / parent.population, NEAR);
  g_assert_cmpfloat_with_epsilon (
      parent.bound_high, (double) (large.x + parent.population - large.n) / parent.population, NEAR);
  /* All units of the province but one take a mean. */
  g_assert_cmpuint (whole.n_empty, ==, 208);
}

static void
test_open_and_empty (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) empty = ks_results_load (self->campaign, NULL);
  g_autoptr (KsResults) open = NULL;
  KsShare share;

  ks_results_get_share (empty, &province, find (empty, "D4"), &share);
  g_assert_cmpint (share.state, ==, KS_SHARE_EMPTY);
  g_assert_false (share.shown);
  ks_test_day_import_day (self);
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T23:59:59"));
  open = ks_results_load (self->campaign, NULL);
  ks_results_get_share (open, &province, find (open, "D4"), &share);
  g_assert_cmpint (share.state, ==, KS_SHARE_OPEN);
  g_assert_true (share.x == 0 && !share.shown && !share.has_interval && !share.has_bounds);
  ks_results_get_section_share (open, &province, "A", &share);
  g_assert_cmpint (share.state, ==, KS_SHARE_OPEN);
  ks_clock_set (self->clock, ks_test_moment ("2024-04-02T00:00"));
  g_clear_object (&open);
  open = ks_results_load (self->campaign, NULL);
  ks_results_get_share (open, &province, find (open, "A6"), &share);
  g_assert_cmpint (share.state, ==, KS_SHARE_EMPTY); /* no scale */
}

/* The order draws few answers towards the mean and many hardly; it never is the figure. */
static void
test_order (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GArray) whole = NULL;
  g_autoptr (GArray) parts = NULL;
  guint first = 0;
  guint n_drawn = 0;
  KsShare mean;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  whole = ks_results_dup_shares (results, &province, KS_SCOPE_UNIT, find (results, "D4"));
  parts = ks_results_dup_shares (results, &district, KS_SCOPE_UNIT, find (results, "D4"));
  ks_results_get_share (results, &province, find (results, "D4"), &mean);
  for (guint i = 0; i < whole->len; i++)
    {
      const KsShare *share = &g_array_index (whole, KsShare, i);
      KsShare alone;

      ks_results_get_share (results,
                            &(KsScope){ KS_SCOPE_UNIT,
                                        ks_unit_get_code (ks_registry_get_unit (
                                            ks_results_get_registry (results), i)),
                                        "" },
                            find (results, "D4"), &alone);
      g_assert_cmpfloat (alone.share, ==, share->share);
      g_assert_true (share->complete || share->over || share->order != share->share
                     || share->share == mean.share);
      n_drawn += fabs (share->order - mean.share) < fabs (share->share - mean.share);
      if (share->complete || share->over)
        g_assert_cmpfloat_with_epsilon (share->order, share->share, NEAR);
    }
  g_assert_cmpuint (n_drawn, >, 100);
  first = ks_registry_lookup_district (ks_results_get_registry (results), "213")->first;
  for (guint i = 0; i < parts->len; i++)
    g_assert_cmpfloat (g_array_index (parts, KsShare, i).order, ==,
                       g_array_index (whole, KsShare, first + i).order);
}

static void
test_section (KsTestDay *self, gconstpointer data)
{
  static const char *const ids[] = { "A1", "A2", "A3", "A4", "A5" };
  g_autoptr (KsResults) results = NULL;
  KsShare section;
  double sum = 0;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      KsShare share;

      ks_results_get_share (results, &unit_a, find (results, ids[i]), &share);
      sum += share.share;
    }
  ks_results_get_section_share (results, &unit_a, "A", &section);
  g_assert_true (section.shown);
  g_assert_cmpfloat_with_epsilon (section.share, sum / 5, NEAR);
  g_assert_false (section.has_interval || section.has_bounds);
  ks_results_get_section_share (results, &unit_a, "E", &section);
  g_assert_false (section.shown);
}

/* The unit answered by 15 of 21: t with 14 degrees of freedom is 2.144787. */
static void
test_mean (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (KsQuestionResult) unit = NULL;
  g_autoptr (KsQuestionResult) whole = NULL;
  g_autoptr (KsQuestionResult) choice = NULL;
  double sum = 0, squares = 0, half;
  KsMean mean;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  unit = ks_results_dup_question (results, &unit_b, find (results, "D4"));
  g_assert_cmpint (unit->answered, ==, 15);
  g_assert_cmpint (unit->staff, ==, 21);
  for (guint i = 0; i < 5; i++)
    {
      sum += (5.0 - i) * unit->counts[i];
      squares += (5.0 - i) * (5.0 - i) * unit->counts[i];
    }
  half = 2.144787 * sqrt ((squares - sum * sum / 15) / 14) * sqrt ((1 - 15.0 / 21) / 15);
  ks_mean_fill (&mean, &unit_b, unit);
  g_assert_true (mean.shown && mean.has_interval);
  g_assert_cmpint (mean.least, ==, 1);
  g_assert_cmpint (mean.most, ==, 5);
  g_assert_cmpfloat_with_epsilon (mean.mean, sum / 15, NEAR);
  g_assert_cmpfloat_with_epsilon (mean.low, sum / 15 - half, 1e-5);
  g_assert_cmpfloat_with_epsilon (mean.high, sum / 15 + half, 1e-5);

  /* "Don't know" is no level; a district and the province have no interval. */
  whole = ks_results_dup_question (results, &province, find (results, "A1"));
  ks_mean_fill (&mean, &province, whole);
  g_assert_cmpint (mean.n, ==, whole->answered - whole->dont_know);
  g_assert_cmpint (whole->dont_know, >, 0);
  g_assert_false (mean.has_interval);
  choice = ks_results_dup_question (results, &province, find (results, "A6"));
  ks_mean_fill (&mean, &province, choice);
  g_assert_false (mean.shown);
}

static void
test_hundredths (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;

  import_some (self, 4, 9, 0);
  results = ks_results_load (self->campaign, NULL);
  for (KsScopeKind kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_UNIT; kind++)
    {
      g_autoptr (GArray) shares
          = ks_results_dup_shares (results, &province, kind, find (results, "D4"));
      g_autoptr (GArray) hundredths
          = ks_results_dup_hundredths (results, &province, kind, find (results, "D4"));

      g_assert_cmpuint (shares->len, ==, hundredths->len);
      for (guint i = 0; i < shares->len; i++)
        {
          const KsShare *share = &g_array_index (shares, KsShare, i);

          g_assert_cmpint (g_array_index (hundredths, gint64, i), ==,
                           share->shown ? (gint64) floor (10000 * share->share + 0.5) : -1);
        }
    }
}

#define ADD(path, data, func)                                                                     \
  g_test_add (path, KsTestDay, data, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/share/units", NULL, test_units);
  ADD ("/share/totals", NULL, test_totals);
  ADD ("/share/small-unit", NULL, test_small_unit);
  ADD ("/share/small-unit/others", GUINT_TO_POINTER (4), test_small_unit);
  ADD ("/share/open-and-empty", NULL, test_open_and_empty);
  ADD ("/share/order", NULL, test_order);
  ADD ("/share/section", NULL, test_section);
  ADD ("/share/mean", NULL, test_mean);
  ADD ("/share/hundredths", NULL, test_hundredths);

  return g_test_run ();
}
