/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "ks-bar-unit.h"
#include "ks-check.h"
#include "ks-choose.h"
#include "ks-create-campaign.h"
#include "ks-decide.h"
#include "ks-edit-unit.h"
#include "ks-findings.h"
#include "ks-import-responses.h"
#include "ks-log-table.h"
#include "ks-set-criteria.h"
#include "ks-set-work.h"
#include "ks-shortlist-stability.h"
#include "ks-shortlist-words.h"
#include "ks-test-day.h"
#include "ks-verify-work.h"

#define BEST "07291" /* first by the usual scale */

static void
prepare (KsTestDay *self)
{
  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
}

static KsShortlist *
load (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;
  KsShortlist *list;

  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  list = ks_shortlist_load (self->campaign, &error);
  g_assert_no_error (error);
  return list;
}

static guint
get_rank (KsTestDay *self, const char *code)
{
  g_autoptr (KsShortlist) list = load (self);

  return ks_shortlist_find (list, code)->rank;
}

/* The id of the open finding of a unit; 0: there is none. */
static gint64
find_open (KsTestDay *self, const char *code)
{
  g_autoptr (GPtrArray) findings = ks_findings_load (self->campaign, TRUE, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = findings->pdata[i];

      if (ks_finding_is_open (finding) && g_str_equal (finding->unit, code))
        return finding->id;
    }
  return 0;
}

/* What an entry of the log holds, with the last of that action. */
static void
assert_logged (KsTestDay *self, const char *action, const char *payload)
{
  g_autoptr (GPtrArray) log = ks_log_load (self->campaign, NULL);
  const KsLogEntry *found = NULL;

  for (guint i = 0; i < log->len; i++)
    if (g_str_equal (((KsLogEntry *) log->pdata[i])->action, action))
      found = log->pdata[i];
  g_assert_nonnull (found);
  if (strstr (found->payload, payload) == NULL)
    g_error ("%s does not say “%s”: %s", action, payload, found->payload);
}

/* The best unit whose working group told of more answers than there are people is not listed until
 * an officer says why that is so. */
static void
test_cleared (KsTestDay *self, gconstpointer data)
{
  KsWorkEdit edit = { BEST, KS_WORK_ANSWERED, 0, 99 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  KsDecideRequest request = { .decision = KS_DECISION_COUNT, .findings = ids };
  gint64 id;

  prepare (self);
  g_assert_cmpuint (get_rank (self, BEST), ==, 1);
  g_assert_true (ks_set_work (self->campaign, &edit, 1, NULL, NULL));
  g_assert_cmpuint (get_rank (self, BEST), ==, 0);
  id = find_open (self, BEST);
  g_assert_cmpint (id, !=, 0);
  g_array_append_val (ids, id);
  g_assert_false (ks_decide_finding (self->campaign, &request, NULL, &error));
  request.reason = "gõ nhầm số trong báo cáo";
  g_assert_true (ks_decide_finding (self->campaign, &request, NULL, NULL));
  g_assert_cmpuint (get_rank (self, BEST), ==, 1);
  assert_logged (self, "work", BEST);
  assert_logged (self, "decide", request.reason);
}

/* Rows of the best unit with @instead in the place of @what: none of them counts. */
static void
plant (KsTestDay *self, const char *header, const char *rows, const char *what, const char *instead)
{
  g_autoptr (GString) planted = g_string_new (rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpuint (g_string_replace (planted, what, instead, 0), >, 10);
  text = g_strdup_printf ("%s\n%s", header, planted->str);
  path = ks_test_day_write (self, "planted.csv", text, -1);
  result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->added, >, 10);
  g_assert_cmpuint (result->counted, ==, 0);
}

/* Anybody who photographed a code can send these; they bar nobody and change no score. */
static void
test_stray (KsTestDay *self, gconstpointer data)
{
  g_autofree char *source = ks_test_day_path ("google-native.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KsShortlist) before = NULL;
  g_autoptr (KsShortlist) after = NULL;

  prepare (self);
  before = load (self);
  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (strstr (lines[i], BEST "-") != NULL && g_str_has_suffix (lines[i], "\"")
        && lines[i + 1] != NULL && g_str_has_prefix (lines[i + 1], "\"2024"))
      g_string_append_printf (rows, "%s\n", lines[i]);
  plant (self, lines[0], rows->str, "2024/04/01", "2024/04/06"); /* too late */
  plant (self, lines[0], rows->str, "\"" BEST "-", "\"" BEST "-0"); /* another tag */
  plant (self, lines[0], rows->str, "\"" BEST "-", "\"99999-");   /* no unit at all */
  after = load (self);
  g_assert_true (ks_shortlist_find (after, BEST)->eligible);
  g_assert_cmpuint (ks_shortlist_find (after, BEST)->rank, ==, 1);
  g_assert_cmpuint (after->n_eligible, ==, before->n_eligible);
  for (guint i = 0; i < before->candidates->len; i++)
    {
      const KsCandidate *was = before->candidates->pdata[i];
      const KsCandidate *is = ks_shortlist_find (after, ks_unit_get_code (was->unit));

      g_assert_cmpfloat (was->score, ==, is->score);
      g_assert_cmpuint (was->rank, ==, is->rank);
    }
}

/* Points of one never depend on the others: without one of them nobody changes places. */
static void
test_no_reversal (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsShortlist) before = NULL;
  g_autoptr (KsShortlist) after = NULL;

  prepare (self);
  before = load (self);
  g_assert_true (ks_bar_unit (self->campaign, BEST, "đã được khen", NULL, NULL));
  after = load (self);
  for (guint i = 0; i < before->candidates->len; i++)
    {
      const KsCandidate *was = before->candidates->pdata[i];
      const KsCandidate *is = ks_shortlist_find (after, ks_unit_get_code (was->unit));

      g_assert_cmpfloat (was->score, ==, is->score);
      if (was->rank > 1)
        g_assert_cmpuint (is->rank, ==, was->rank - 1);
    }
}

static char *
turn_around (KsTestDay *self)
{
  g_autofree char *source = ks_test_day_path ("units.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) turned = g_string_new (NULL);

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_string_append_printf (turned, "%s\n", lines[0]);
  for (guint i = g_strv_length (lines) - 1; i > 0; i--)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 3);

      /* Another name for each, of the same kind. */
      g_string_append_printf (turned, "%s,Xã Z%s,%s\n", cells[0], cells[0], cells[2]);
    }
  return ks_test_day_write (self, "turned.csv", turned->str, -1);
}

/* Neither the order of the list nor names decide anything. */
static void
test_permuted (KsTestDay *self, gconstpointer data)
{
  g_autofree char *units = turn_around (self);
  g_autofree char *path = g_build_filename (self->folder, "turned.khaosat", NULL);
  KsNewCampaign what = { .title = "PKS 01",
                         .id = "PKS01-2024",
                         .key_hex = KS_TEST_KEY,
                         .units_path = units,
                         .template = KS_TEST_TEMPLATE };
  KsTestDay other = { self->folder, path, self->clock, NULL };
  g_autoptr (KsShortlist) one = NULL;
  g_autoptr (KsShortlist) two = NULL;
  g_autoptr (KsStability) firm_one = NULL;
  g_autoptr (KsStability) firm_two = NULL;

  g_assert_true (ks_day_parse ("2024-04-01", &what.day));
  what.from = what.to = KS_MOMENT_NONE;
  g_assert_true (ks_create_campaign (path, &what, self->clock, "Nguyễn Văn A", NULL, NULL));
  other.campaign = ks_campaign_open (path, self->clock, "Nguyễn Văn A", NULL);
  prepare (self);
  prepare (&other);
  one = load (self);
  two = load (&other);
  firm_one = ks_shortlist_measure_stability (one, 1000, 3, NULL, NULL);
  firm_two = ks_shortlist_measure_stability (two, 1000, 3, NULL, NULL);
  g_assert_cmpuint (one->cut, ==, two->cut);
  for (guint i = 0; i < one->candidates->len; i++)
    {
      const KsCandidate *a = one->candidates->pdata[i];
      const KsCandidate *b = ks_shortlist_find (two, ks_unit_get_code (a->unit));
      guint place = 0;

      g_assert_cmpuint (a->rank, ==, b->rank);
      g_assert_cmpfloat (a->score, ==, b->score);
      g_assert_cmpuint (a->blind_rank, ==, b->blind_rank);
      g_assert_true (g_ptr_array_find (two->candidates, b, &place));
      for (guint family = 0; family < KS_N_WEIGHT_FAMILIES; family++)
        for (guint top = 3; top <= 5; top++)
          g_assert_cmpfloat (ks_stability_get (firm_one, i, family, top), ==,
                             ks_stability_get (firm_two, place, family, top));
    }
  g_assert_true (ks_campaign_close (other.campaign, NULL));
  g_object_unref (other.campaign);
}

/* With the setting, what nobody checked earns nothing. */
static void
test_checked (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (self->campaign, NULL);
  g_autoptr (KsShortlist) before = NULL;
  g_autoptr (KsShortlist) after = NULL;

  prepare (self);
  ks_criteria_lookup (criteria, "report")->checked_only = TRUE;
  ks_criteria_lookup (criteria, "publicity")->checked_only = TRUE;
  ks_criteria_lookup (criteria, "posts")->checked_only = TRUE;
  g_assert_true (ks_set_criteria (self->campaign, criteria, NULL, NULL));
  before = load (self);
  g_assert_cmpfloat_with_epsilon (ks_shortlist_find (before, BEST)->score, 40, 1e-9);
  g_assert_true (ks_verify_work (self->campaign, BEST, NULL, TRUE, NULL, NULL));
  after = load (self);
  g_assert_cmpfloat_with_epsilon (ks_shortlist_find (after, BEST)->score, 97.142857, 1e-5);
  g_assert_cmpuint (ks_shortlist_find (after, BEST)->rank, ==, 1);
  ks_criteria_lookup (criteria, "order")->checked_only = TRUE;
  g_assert_false (ks_set_criteria (self->campaign, criteria, NULL, NULL));
}

/* Points change in memory as they would in the file. */
static void
test_apply (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (self->campaign, NULL);
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (KsShortlist) saved = NULL;

  prepare (self);
  list = load (self);
  ks_criteria_balance (criteria, "posts", 60);
  g_assert_true (ks_shortlist_apply (list, criteria));
  g_assert_true (ks_set_criteria (self->campaign, criteria, NULL, NULL));
  saved = load (self);
  for (guint i = 0; i < saved->candidates->len; i++)
    {
      const KsCandidate *kept = saved->candidates->pdata[i];
      const KsCandidate *tried = list->candidates->pdata[i];

      g_assert_cmpstr (ks_unit_get_code (kept->unit), ==, ks_unit_get_code (tried->unit));
      g_assert_cmpfloat (kept->score, ==, tried->score);
      g_assert_cmpuint (kept->rank, ==, tried->rank);
    }
  ks_criteria_add_own (criteria, "Sáng kiến");
  g_assert_false (ks_shortlist_apply (list, criteria));
}

/* Points for opinions: where people did not answer, what they think is drawn as well. */
static void
test_answers (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (self->campaign, NULL);
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (KsStability) one = NULL;
  g_autoptr (KsStability) two = NULL;
  guint n_known = 0;

  prepare (self);
  ks_criteria_balance (criteria, "answers", 50);
  g_assert_true (ks_set_criteria (self->campaign, criteria, NULL, NULL));
  list = load (self);
  for (guint i = 0; i < list->candidates->len; i++)
    n_known += ((const KsCandidate *) list->candidates->pdata[i])->answered >= 5;
  g_assert_cmpuint (n_known, >, 150);
  g_assert_cmpfloat (list->beta_a, >, list->beta_b);
  one = ks_shortlist_measure_stability (list, 500, 1, NULL, NULL);
  two = ks_shortlist_measure_stability (list, 500, 1, NULL, NULL);
  g_assert_cmpmem (one->counts, one->n_candidates * KS_STABILITY_RANKS * sizeof *one->counts,
                   two->counts, two->n_candidates * KS_STABILITY_RANKS * sizeof *two->counts);
}

/* Each number of a draft is a fact with an account; none stands in the text by itself. */
static void
test_merits (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (GString) filled = NULL;

  prepare (self);
  list = load (self);
  facts = ks_candidate_dup_facts (ks_shortlist_find (list, BEST));
  marked = ks_candidate_dup_merits (ks_shortlist_find (list, BEST), TRUE);
  plain = ks_candidate_dup_merits (ks_shortlist_find (list, BEST), FALSE);
  filled = g_string_new (marked);
  for (guint i = 0; i < facts->len; i++)
    {
      const KsMeritFact *fact = facts->pdata[i];
      g_autofree char *mark = g_strdup_printf ("{%s}", fact->id);

      g_assert_cmpuint (strlen (fact->account), >, 20);
      g_assert_cmpuint (g_string_replace (filled, mark, "", 0), ==, 1);
    }
  g_assert_null (strpbrk (filled->str, "0123456789{}"));
  g_assert_nonnull (strstr (plain, "cán bộ, công chức tham gia (100,00%)"));
}

/* Those whom the registry names are offered once each. */
static void
test_offer (KsTestDay *self, gconstpointer data)
{
  const KsUnitEdit edits[] = { { KS_UNIT_HEAD, "Trần Thị B" },
                               { KS_UNIT_MEMBERS, "Lê Văn C; trần thị b, Vũ D" } };
  g_autoptr (GPtrArray) people = NULL;
  const KsNominee *head;

  g_assert_true (ks_edit_unit (self->campaign, BEST, edits, G_N_ELEMENTS (edits), NULL, NULL, NULL));
  people = ks_offer_people (self->campaign, BEST);
  g_assert_cmpuint (people->len, ==, 3);
  head = people->pdata[0];
  g_assert_cmpstr (head->name, ==, "Trần Thị B");
  g_assert_cmpstr (head->post, ==, "Tổ trưởng tổ công tác");
  g_assert_cmpstr (head->unit, ==, BEST);
}

/* A choice of before version 16 becomes a list of proposals: its reasons said both why and what for. */
static void
test_older_file (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) nominees = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 KS_TEST_DROP_NEWER
                                 "PRAGMA user_version = 11; INSERT INTO choice VALUES "
                                 "('07438', 1, 'làm tốt', 7), ('07291', 0, 'sớm nhất', 7);",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
  nominees = ks_nominees_load (self->campaign, NULL);
  g_assert_cmpuint (nominees->len, ==, 2);
  g_assert_cmpstr (((KsNominee *) nominees->pdata[0])->unit, ==, BEST);
  g_assert_cmpstr (((KsNominee *) nominees->pdata[0])->merits, ==, "sớm nhất");
  g_assert_cmpstr (((KsNominee *) nominees->pdata[1])->reason, ==, "làm tốt");
}

#define ADD(path, func)                                                                           \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/merit/cleared", test_cleared);
  ADD ("/merit/stray", test_stray);
  ADD ("/merit/no-reversal", test_no_reversal);
  ADD ("/merit/permuted", test_permuted);
  ADD ("/merit/checked", test_checked);
  ADD ("/merit/apply", test_apply);
  ADD ("/merit/answers", test_answers);
  ADD ("/merit/merits", test_merits);
  ADD ("/merit/offer", test_offer);
  ADD ("/merit/older-file", test_older_file);

  return g_test_run ();
}
