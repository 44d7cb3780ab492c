/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-findings.h"
#include "ks-give-out.h"
#include "ks-import-responses.h"
#include "ks-number.h"
#include "ks-publish.h"
#include "ks-result-chart.h"
#include "ks-results.h"
#include "ks-share.h"
#include "ks-test-day.h"
#include "ks-withdraw-batch.h"
#include "ks-write-paper.h"

#define UNIT_A "07201" /* Phường Thọ Xương, in district 213 */
#define UNIT_B "07204"
#define DISTRICT "213"

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
static const KsScope district = { KS_SCOPE_DISTRICT, DISTRICT, "" };
static const KsScope unit_a = { KS_SCOPE_UNIT, UNIT_A, "" };
static const KsScope unit_b = { KS_SCOPE_UNIT, UNIT_B, "" };

/* How many answers of a unit a file takes, from the first on, after @skip others. */
typedef struct {
  const char *code;
  guint       skip;
  guint       n;
  gboolean    same;   /* the first one, over and over */
} Part;

static void
add_part (GString *text, char **lines, const Part *part)
{
  g_autofree char *mark = g_strdup_printf (",%s-", part->code);
  const char *first = NULL;
  guint n_seen = 0;
  guint n_added = 0;

  for (guint i = 1; lines[i] != NULL && n_added < part->n; i++)
    if (strstr (lines[i], mark) != NULL && g_str_has_prefix (lines[i], "01/04/2024")
        && ++n_seen > part->skip)
      {
        first = first == NULL ? lines[i] : first;
        g_string_append_printf (text, "%s\r\n", part->same ? first : lines[i]);
        n_added++;
      }
  g_assert_cmpuint (n_added, ==, part->n);
}

static void
import_parts (KsTestDay *self, const Part *parts)
{
  g_autofree char *source = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *whole = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (source, &whole, NULL, NULL));
  lines = g_strsplit (whole, "\r\n", -1);
  g_string_append_printf (text, "%s\r\n", lines[0]);
  for (guint i = 0; parts[i].code != NULL; i++)
    add_part (text, lines, &parts[i]);
  path = ks_test_day_write (self, "part.csv", text->str, -1);
  result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static KsQuestionResult *
load_question (KsTestDay *self, const KsScope *scope, const char *id)
{
  g_autoptr (KsResults) results = ks_results_load (self->campaign, NULL);

  /* The question belongs to the campaign's form, which outlives the snapshot. */
  return ks_results_dup_question (results, scope,
                                  ks_form_lookup (ks_results_get_form (results), id));
}

static void
test_small_unit_is_left_out (KsTestDay *self, gconstpointer data)
{
  const Part parts[] = { { UNIT_A, 0, 4 }, { UNIT_B, 0, 9 }, { NULL } };
  g_autoptr (KsQuestionResult) small = NULL;
  g_autoptr (KsQuestionResult) large = NULL;
  g_autoptr (KsQuestionResult) parent = NULL;
  g_autoptr (KsQuestionResult) whole = NULL;
  g_autoptr (KsResults) results = NULL;
  KsParticipation participation;

  import_parts (self, parts);
  small = load_question (self, &unit_a, "A1");
  g_assert_false (small->shown);
  g_assert_cmpint (small->answered, ==, 4);
  for (guint i = 0; i < small->question->n_options; i++)
    g_assert_cmpint (small->counts[i], ==, 0);
  large = load_question (self, &unit_b, "A1");
  g_assert_true (large->shown);
  parent = load_question (self, &district, "A1");
  whole = load_question (self, &province, "A1");
  g_assert_cmpint (parent->answered, ==, 9);
  g_assert_cmpint (parent->left_out, ==, 4);
  g_assert_cmpint (whole->answered, ==, 9);
  for (guint i = 0; i < parent->question->n_options; i++)
    g_assert_cmpint (parent->counts[i], ==, large->counts[i]);

  results = ks_results_load (self->campaign, NULL);
  ks_results_get_participation (results, &district, &participation);
  g_assert_cmpint (participation.answers, ==, 13);
}

static void
test_five_are_shown (KsTestDay *self, gconstpointer data)
{
  const Part parts[] = { { UNIT_A, 0, 5 }, { NULL } };
  g_autoptr (KsQuestionResult) result = NULL;
  g_autoptr (KsQuestionResult) profile = NULL;
  gint64 sum = 0;

  import_parts (self, parts);
  result = load_question (self, &unit_a, "A2");
  g_assert_true (result->shown);
  g_assert_cmpint (result->answered + result->blank, ==, 5);
  if (result->levels_shown)
    {
      for (guint i = 0; i < result->question->n_options; i++)
        sum += result->counts[i];
      g_assert_cmpint (sum, ==, result->answered);
    }
  profile = load_question (self, &unit_a, "P1");
  g_assert_false (profile->shown);
}

static void
test_unanimous (KsTestDay *self, gconstpointer data)
{
  const Part parts[] = { { UNIT_A, 0, 6, TRUE }, { NULL } };
  g_autoptr (KsQuestionResult) result = NULL;

  import_parts (self, parts);
  result = load_question (self, &unit_a, "A1");
  g_assert_true (result->shown);
  g_assert_false (result->levels_shown);
  g_assert_cmpint (result->answered, ==, 6);
  for (guint i = 0; i < result->question->n_options; i++)
    g_assert_cmpint (result->counts[i], ==, 0);
}

static gboolean
write_summary (KsTestDay *self, const char *path, GError **error)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_SUMMARY);

  return ks_write_paper (self->campaign, &wish, path, NULL, NULL, error);
}

static void
test_open_survey (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = g_build_filename (self->folder, "tổng hợp.pdf", NULL);
  KsParticipation participation;
  KsForm *form;

  ks_test_day_import_day (self);
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T23:59:59"));
  results = ks_results_load (self->campaign, NULL);
  form = ks_results_get_form (results);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      g_autoptr (KsQuestionResult) result
          = ks_results_dup_question (results, &province, ks_form_get_question (form, i));

      g_assert_false (result->shown);
      g_assert_cmpint (result->good + result->poor + result->dont_know + result->blank, ==, 0);
    }
  ks_results_get_participation (results, &province, &participation);
  g_assert_cmpint (participation.answers, ==, 4466);
  g_assert_cmpint (participation.staff, ==, 4990);
  g_assert_false (write_summary (self, output, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));

  ks_clock_set (self->clock, ks_test_moment ("2024-04-02T00:00"));
  g_clear_error (&error);
  g_assert_true (write_summary (self, output, &error));
  g_assert_no_error (error);
}

/* In the impatient order: a summary before any answer has come in is a summary all the same. */
static void
test_summary_without_answers (KsTestDay *self, gconstpointer data)
{
  g_autofree char *output = g_build_filename (self->folder, "trống.pdf", NULL);
  g_autoptr (GError) error = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-04-02T00:00"));
  g_assert_true (write_summary (self, output, &error));
  g_assert_no_error (error);
}

static gint64
give_out (KsTestDay *self, const KsScope *scope, gboolean *earlier)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsResults) given = ks_give_out (self->campaign, scope, "summary", NULL, &error);
  g_autoptr (KsQuestionResult) first = NULL;
  KsForm *form;
  KsGivenState state;

  g_assert_no_error (error);
  form = ks_results_get_form (given);
  ks_results_get_given (given, scope, &state);
  g_assert_true (state.leaving);
  *earlier = state.n_earlier_units > 0;
  g_assert_cmpint (*earlier, ==, state.given_at != KS_MOMENT_NONE);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autoptr (KsQuestionResult) result = ks_results_dup_question (given, scope, question);

      if (question->sensitive || question->profile)
        g_assert_false (result->shown);
    }
  first = ks_results_dup_question (given, scope, ks_form_lookup (form, "A1"));
  return first->answered;
}

static gint64
give_out_answered (KsTestDay *self, gboolean *earlier)
{
  return give_out (self, &province, earlier);
}

/* Two tables in a row never differ by one to four people. */
static void
test_given_out (KsTestDay *self, gconstpointer data)
{
  const Part first[] = { { UNIT_A, 0, 9 }, { NULL } };
  const Part four_more[] = { { UNIT_A, 9, 4 }, { NULL } };
  const Part fifth[] = { { UNIT_A, 13, 1 }, { NULL } };
  gboolean earlier;

  import_parts (self, first);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 9);
  g_assert_false (earlier);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 9);
  g_assert_false (earlier);
  import_parts (self, four_more);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 9);
  g_assert_true (earlier);
  import_parts (self, fifth);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 14);
  g_assert_false (earlier);
}

/* The province given out, then four more sheets: a table of the district is as it was then. */
static void
test_given_out_across_scopes (KsTestDay *self, gconstpointer data)
{
  const Part first[] = { { UNIT_A, 0, 9 }, { NULL } };
  const Part four_more[] = { { UNIT_A, 9, 4 }, { NULL } };
  const Part fifth[] = { { UNIT_A, 13, 1 }, { NULL } };
  gboolean earlier;

  import_parts (self, first);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 9);
  import_parts (self, four_more);
  g_assert_cmpint (give_out (self, &district, &earlier), ==, 9);
  g_assert_true (earlier);
  import_parts (self, fifth);
  g_assert_cmpint (give_out (self, &district, &earlier), ==, 14);
  g_assert_false (earlier);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 14);
}

static void
test_units_are_not_given_out (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ks_test_day_import_day (self);
  g_assert_null (ks_give_out (self->campaign, &unit_a, "summary", NULL, &error));
  g_assert_nonnull (error);
}

/* What a unit says leaves once figures are settled; what is sensitive never does. */
static void
test_shares_that_leave (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) live = NULL;
  g_autoptr (KsResults) before = NULL;
  g_autoptr (KsResults) after = NULL;
  KsResults *results[3];
  const KsShareState states[3][3] = {
    { KS_SHARE_SHOWN, KS_SHARE_SHOWN, KS_SHARE_SHOWN },
    { KS_SHARE_SHOWN, KS_SHARE_UNSETTLED, KS_SHARE_SENSITIVE },
    { KS_SHARE_SHOWN, KS_SHARE_SHOWN, KS_SHARE_SENSITIVE },
  };

  ks_test_day_import_day (self);
  results[0] = live = ks_results_load (self->campaign, NULL);
  results[1] = before = ks_give_out (self->campaign, &province, "x", NULL, NULL);
  g_assert_true (ks_publish (self->campaign, "", NULL, NULL));
  results[2] = after = ks_give_out (self->campaign, &province, "x", NULL, NULL);
  for (guint i = 0; i < 3; i++)
    {
      KsForm *form = ks_results_get_form (results[i]);
      KsShare share;

      ks_results_get_share (results[i], &province, ks_form_lookup (form, "A1"), &share);
      g_assert_cmpint (share.state, ==, states[i][0]);
      ks_results_get_share (results[i], &unit_a, ks_form_lookup (form, "A1"), &share);
      g_assert_cmpint (share.state, ==, states[i][1]);
      ks_results_get_share (results[i], &unit_a, ks_form_lookup (form, "D1"), &share);
      g_assert_cmpint (share.state, ==, states[i][2]);
      g_assert_cmpint (share.shown, ==, states[i][2] == KS_SHARE_SHOWN);
    }
}

/* Beside a district its table has the province: all of it, not what was given out so far. */
static void
test_province_beside_district (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) given = NULL;
  g_autoptr (KsQuestionResult) whole = NULL;

  ks_test_day_import_day (self);
  given = ks_give_out (self->campaign, &district, "x", NULL, NULL);
  whole = ks_results_dup_question (given, &province,
                                   ks_form_lookup (ks_results_get_form (given), "A1"));
  g_assert_cmpint (whole->answered, ==, 4466);
}

static void
assert_unnamed (KsTestDay *self, KsResults *results)
{
  g_autoptr (GHashTable) open = ks_findings_load_open_units (self->campaign, NULL);
  g_autoptr (GArray) parts = ks_results_dup_parts (results, &province, KS_SCOPE_UNIT);

  g_assert_cmpuint (g_hash_table_size (open), >, 20);
  g_assert_cmpuint (parts->len + g_hash_table_size (open), ==,
                    ks_registry_get_n_units (ks_results_get_registry (results)));
  g_assert_cmpuint (ks_results_count_unnamed (results, &province), ==, g_hash_table_size (open));
  for (guint i = 0; i < parts->len; i++)
    g_assert_false (g_hash_table_contains (open, g_array_index (parts, KsScope, i).code));
}

/* What is told of many units at once is told of each under its own name. */
static void
assert_shares_of_their_units (KsResults *results)
{
  const KsQuestion *question = ks_form_lookup (ks_results_get_form (results), "A1");
  g_autoptr (GArray) parts = ks_results_dup_parts (results, &province, KS_SCOPE_UNIT);
  g_autoptr (GArray) shares
      = ks_results_dup_shares (results, &province, KS_SCOPE_UNIT, question);
  g_autoptr (GArray) hundredths
      = ks_results_dup_hundredths (results, &province, KS_SCOPE_UNIT, question);

  g_assert_cmpuint (shares->len, ==, parts->len);
  g_assert_cmpuint (hundredths->len, ==, parts->len);
  for (guint i = 0; i < parts->len; i++)
    {
      const KsShare *share = &g_array_index (shares, KsShare, i);
      KsShare own;

      ks_results_get_share (results, &g_array_index (parts, KsScope, i), question, &own);
      g_assert_cmpint (share->x, ==, own.x);
      g_assert_cmpint (share->n, ==, own.n);
      g_assert_cmpint (share->population, ==, own.population);
      g_assert_cmpint (g_array_index (hundredths, gint64, i), ==,
                       own.shown ? ks_count_hundredths (own.x, own.n) : -1);
    }
}

/* Whose figures are being reconciled is no part of what leaves; the desk sees all. */
static void
test_unnamed (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) live = NULL;
  g_autoptr (KsResults) sendable = NULL;
  g_autoptr (KsResults) given = NULL;
  g_autoptr (GArray) all = NULL;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  sendable = ks_results_load_sendable (self->campaign, NULL, NULL);
  assert_unnamed (self, sendable);
  g_assert_true (ks_publish (self->campaign, "", NULL, NULL));
  given = ks_give_out (self->campaign, &province, "x", NULL, NULL);
  assert_unnamed (self, given);
  assert_shares_of_their_units (given);
  live = ks_results_load (self->campaign, NULL);
  all = ks_results_dup_parts (live, &province, KS_SCOPE_UNIT);
  g_assert_cmpuint (all->len, ==, 209);
  g_assert_cmpuint (ks_results_count_unnamed (live, &province), ==, 0);
}

/* Papers and workbooks call every kind of chart by a name of its own. */
static void
test_kinds_have_names (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < KS_N_CHART_KINDS; kind++)
    {
      KsChartKind found;

      g_assert_nonnull (ks_chart_kind_get_noun (kind));
      g_assert_nonnull (ks_chart_kind_get_short_noun (kind));
      g_assert_true (g_hash_table_add (seen, (gpointer) ks_chart_kind_get_short_noun (kind)));
      g_assert_true (ks_chart_kind_find (ks_chart_kind_get_name (kind), &found));
      g_assert_cmpuint (found, ==, kind);
    }
}

static void
assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (error);
}

static void
assert_plan (KsTestDay *self, guint n_changed, guint n_held, gint64 n_held_sheets)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  KsPublicationPlan plan;

  g_assert_true (ks_plan_publication (self->campaign, &plan, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plan.n_changed_units, ==, n_changed);
  g_assert_cmpuint (plan.n_held_units, ==, n_held);
  g_assert_cmpint (plan.n_held_sheets, ==, n_held_sheets);
  warning = ks_publication_plan_dup_warning (&plan);
  g_assert_cmpint (warning != NULL, ==, n_held > 0);
}

/* Settled figures stay what they are; anew where that tells nobody, corrected with a reason. */
static void
test_publish (KsTestDay *self, gconstpointer data)
{
  const Part first[] = { { UNIT_A, 0, 9 }, { UNIT_B, 0, 8 }, { NULL } };
  const Part more[] = { { UNIT_A, 9, 4 }, { UNIT_B, 8, 5 }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_auto (KsPublication) publication = { 0 };
  gboolean earlier;

  import_parts (self, first);
  assert_refused (ks_correct_publication (self->campaign, "vì", "ai", NULL, &error), &error);
  assert_plan (self, 2, 0, 0);
  g_assert_true (ks_publish (self->campaign, "lần một", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (give_out (self, &unit_a, &earlier), ==, 9);
  assert_refused (ks_publish (self->campaign, "", NULL, &error), &error);

  import_parts (self, more);
  g_assert_cmpint (give_out (self, &province, &earlier), ==, 17);
  g_assert_true (earlier);
  assert_plan (self, 1, 1, 4);
  g_assert_true (ks_publish (self->campaign, "", NULL, &error));
  g_assert_cmpint (give_out (self, &unit_a, &earlier), ==, 9);
  g_assert_true (earlier);
  g_assert_cmpint (give_out (self, &unit_b, &earlier), ==, 13);
  g_assert_false (earlier);
  g_assert_cmpint (give_out (self, &district, &earlier), ==, 22);
  assert_refused (ks_publish (self->campaign, "", NULL, &error), &error);

  assert_refused (ks_correct_publication (self->campaign, "", "Trưởng ban", NULL, &error), &error);
  assert_refused (ks_correct_publication (self->campaign, "Nhập muộn", " ", NULL, &error), &error);
  g_assert_true (
      ks_correct_publication (self->campaign, "Nhập muộn", "Trưởng ban", NULL, &error));
  g_assert_cmpint (give_out (self, &unit_a, &earlier), ==, 13);
  g_assert_false (earlier);
  g_assert_true (ks_publication_load (self->campaign, &publication, &error));
  g_assert_cmpuint (publication.n_corrections, ==, 1);
  g_assert_cmpuint (publication.n_changed_units, ==, 0);
  g_assert_cmpstr (publication.note, ==, "Nhập muộn");
}

/* An import that is withdrawn and read again without one sheet has other numbers for the same
 * sheets: what it says is what counts. */
static void
test_read_again_without_one (KsTestDay *self, gconstpointer data)
{
  const Part first[] = { { UNIT_A, 0, 9 }, { NULL } };
  const Part again[] = { { UNIT_A, 1, 8 }, { NULL } };
  g_autoptr (GError) error = NULL;
  gboolean earlier;

  import_parts (self, first);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 9);
  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, &error));
  g_assert_no_error (error);
  import_parts (self, again);
  g_assert_cmpint (give_out_answered (self, &earlier), ==, 9);
  g_assert_true (earlier);
}

static void
test_open_survey_is_not_settled (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KsPublicationPlan plan;

  ks_test_day_import_day (self);
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T23:59:59"));
  assert_refused (ks_publish (self->campaign, "", NULL, &error), &error);
  assert_refused (ks_plan_publication (self->campaign, &plan, &error), &error);
}

static gboolean
account_says (GPtrArray *account, const char *text)
{
  for (guint i = 0; i < account->len; i++)
    if (strstr (g_ptr_array_index (account, i), text) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_account (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GPtrArray) account = NULL;
  g_autoptr (GPtrArray) rate = NULL;
  KsForm *form;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  form = ks_results_get_form (results);
  account = ks_results_dup_account (results, &province, ks_form_lookup (form, "A1"));
  g_assert_true (account_says (account, "4.487"));
  g_assert_true (account_says (account, "12"));
  g_assert_true (account_says (account, "3.953 / 4.466 = 88,51%"));
  g_assert_true (account_says (account, "weighted by its officials: 88,53%"));
  g_assert_true (account_says (account, "88,20% – 88,87%"));
  g_assert_true (account_says (account, "72,85% – 90,28%"));
  g_assert_true (account_says (account, "Mean level (from 1 to 5): 4,"));
  g_assert_true (account_says (account, "google-native.csv"));
  rate = ks_results_dup_account (results, &province, NULL);
  g_assert_true (account_says (rate, "4.466 / 4.990 = 89,50%"));
}

#define ADD(path, func)                                                                           \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/results/small-unit-is-left-out", test_small_unit_is_left_out);
  ADD ("/results/five-are-shown", test_five_are_shown);
  ADD ("/results/unanimous", test_unanimous);
  ADD ("/results/open-survey", test_open_survey);
  ADD ("/results/summary-without-answers", test_summary_without_answers);
  ADD ("/results/given-out", test_given_out);
  ADD ("/results/given-out-across-scopes", test_given_out_across_scopes);
  ADD ("/results/shares-that-leave", test_shares_that_leave);
  ADD ("/results/province-beside-district", test_province_beside_district);
  ADD ("/results/unnamed", test_unnamed);
  ADD ("/results/kinds-have-names", test_kinds_have_names);
  ADD ("/results/publish", test_publish);
  ADD ("/results/read-again-without-one", test_read_again_without_one);
  ADD ("/results/open-survey-is-not-settled", test_open_survey_is_not_settled);
  ADD ("/results/units-are-not-given-out", test_units_are_not_given_out);
  ADD ("/results/account", test_account);

  return g_test_run ();
}
