/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <string.h>

#include "ks-decide.h"
#include "ks-give-out.h"
#include "ks-import-responses.h"
#include "ks-share.h"
#include "ks-tally-table.h"
#include "ks-test-day.h"

#define UNIT_B "07204" /* in the same; 15 sheets on the day */
#define UNIT_A "07201" /* in district 213; the staff of its bodies: 6, 16, 3, 6 */

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

/* What was answered, whatever may be told of it. */
typedef struct {
  KsRegistry   *registry;
  KsForm       *form;
  KsTally      *all;
  KsGroupTally *groups;
} Truth;

static Truth
load_truth (KsTestDay *self)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  Truth truth = { ks_campaign_dup_registry (self->campaign), ks_campaign_dup_form (self->campaign) };

  truth.all = ks_tally_table_load (tx, truth.registry, truth.form, NULL);
  truth.groups = ks_tally_load_groups (tx, truth.registry, truth.form, NULL);
  return truth;
}

static void
clear_truth (Truth *truth)
{
  ks_tally_free (truth->all);
  ks_group_tally_free (truth->groups);
  g_object_unref (truth->registry);
  g_object_unref (truth->form);
}

/* The count in a column of the people of a group in those units of a slice that count. */
static gint64
sum (const Truth *truth, const KsScope *scope, guint first, guint n_units, guint any, guint column)
{
  gint64 total = 0;

  for (guint unit = first; unit < first + n_units; unit++)
    {
      const gint32 *row = ks_group_tally_get_row (truth->groups, unit, scope->group, scope->choice);

      if (ks_tally_get_row (truth->all, unit)[any] >= 5 && row != NULL)
        total += row[column];
    }
  return total;
}

static gint64
sum_all (const Truth *truth, guint first, guint n_units, guint any)
{
  gint64 total = 0;

  for (guint unit = first; unit < first + n_units; unit++)
    if (ks_tally_get_row (truth->all, unit)[any] >= 5)
      total += ks_tally_get_row (truth->all, unit)[any];
  return total;
}

static void
get_slice (const Truth *truth, const KsScope *scope, guint *first, guint *n_units)
{
  const KsDistrict *district = ks_registry_lookup_district (truth->registry, scope->code);

  *first = scope->kind == KS_SCOPE_PROVINCE   ? 0
           : scope->kind == KS_SCOPE_DISTRICT ? district->first
                                              : ks_unit_get_index (ks_registry_lookup (truth->registry, scope->code));
  *n_units = scope->kind == KS_SCOPE_PROVINCE   ? ks_registry_get_n_units (truth->registry)
             : scope->kind == KS_SCOPE_DISTRICT ? district->n_units
                                                : 1;
}

static KsScope
make_group (KsResults *results, KsScopeKind kind, const char *code, const char *id, guint choice)
{
  return (KsScope){ kind, code, "", ks_form_lookup (ks_results_get_form (results), id), choice };
}

/* Holds the groups of one scope against what was answered. Returns how many are shown. */
static guint
assert_scope (KsResults *results, const Truth *truth, const KsScope *scope, const KsQuestion *group,
              const KsQuestion *question)
{
  g_autoptr (GArray) groups = ks_results_dup_groups (results, scope, group);
  guint any = 1 + question->slot;
  gint64 rest;
  guint first, n_units;
  guint n_shown = 0;

  get_slice (truth, scope, &first, &n_units);
  rest = sum_all (truth, first, n_units, any);
  for (guint i = 0; i < groups->len; i++)
    {
      const KsScope *part = &g_array_index (groups, KsScope, i);
      g_autoptr (KsQuestionResult) result = ks_results_dup_question (results, part, question);
      gint64 n = sum (truth, part, first, n_units, any, any);
      gint64 good = 0;
      KsShare share;

      for (guint k = 0; k < question->n_options; k++)
        good += question->options[k].good ? sum (truth, part, first, n_units, any, any + 1 + k) : 0;
      ks_results_get_share (results, part, question, &share);
      g_assert_cmpint (share.shown, ==, result->shown);
      g_assert_cmpint (share.n, ==, share.shown ? n : 0);
      g_assert_cmpint (share.x, ==, share.shown ? good : 0);
      g_assert_cmpint (result->answered, ==, share.n);
      g_assert_cmpint (result->good, ==, share.x);
      g_assert_true (!share.shown || n >= 5);
      g_assert_cmpint (share.state, ==, share.shown ? KS_SHARE_SHOWN
                                        : n < 5     ? KS_SHARE_TOO_FEW
                                                    : KS_SHARE_SUPPRESSED);
      g_assert_true (scope->kind == KS_SCOPE_UNIT || !(share.has_interval || share.weighted > 0));
      rest -= share.n;
      n_shown += share.shown;
    }
  /* Who is not shown, be it for telling no group, holds nobody or five. */
  g_assert_true (rest == 0 || rest >= 5 || n_shown == 0);
  return n_shown;
}

static void
test_day (KsTestDay *self, gconstpointer data)
{
  const KsQuestion *groups[KS_MAX_GROUP_QUESTIONS];
  g_autoptr (KsResults) results = NULL;
  Truth truth;
  guint n_shown[2][3] = { 0 };

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  truth = load_truth (self);
  g_assert_cmpuint (ks_group_list_questions (ks_results_get_form (results), groups), ==, 2);
  for (guint g = 0; g < 2; g++)
    for (KsScopeKind kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_UNIT; kind++)
      {
        g_autoptr (GArray) scopes = ks_results_dup_scopes (results, kind);

        for (guint i = 0; i < scopes->len; i++)
          n_shown[g][kind]
              += assert_scope (results, &truth, &g_array_index (scopes, KsScope, i), groups[g],
                               ks_form_lookup (ks_results_get_form (results), "D4"));
      }
  g_assert_cmpuint (n_shown[0][KS_SCOPE_PROVINCE] + n_shown[1][KS_SCOPE_PROVINCE], ==, 9);
  g_assert_cmpuint (n_shown[0][KS_SCOPE_DISTRICT] + n_shown[1][KS_SCOPE_DISTRICT], >, 80);
  g_assert_cmpuint (n_shown[0][KS_SCOPE_UNIT], >, 250);
  /* The government without its civil servants are the leaders of a unit. */
  g_assert_cmpuint (n_shown[1][KS_SCOPE_UNIT], ==, 0);
  clear_truth (&truth);
}

/* Of a group over the units of a district or of the province, too, those not shown hold nobody or
 * five. */
static void
test_units_of_a_group (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GArray) districts = NULL;
  g_autoptr (GArray) groups = NULL;
  const KsQuestion *question;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  question = ks_form_lookup (ks_results_get_form (results), "A1");
  groups = ks_results_dup_groups (results, &province,
                                  ks_form_lookup (ks_results_get_form (results), "P1"));
  for (guint i = 0; i < groups->len; i++)
    {
      const KsScope *group = &g_array_index (groups, KsScope, i);

      districts = ks_results_dup_parts (results, group, KS_SCOPE_DISTRICT);
      for (guint k = 0; k < districts->len; k++)
        {
          const KsScope *district = &g_array_index (districts, KsScope, k);
          g_autoptr (GArray) units
              = ks_results_dup_shares (results, district, KS_SCOPE_UNIT, question);
          KsShare whole;

          ks_results_get_share (results, district, question, &whole);
          for (guint u = 0; u < units->len; u++)
            whole.n -= g_array_index (units, KsShare, u).n;
          g_assert_true (!whole.shown || whole.n == 0 || whole.n >= 5);
        }
      g_clear_pointer (&districts, g_array_unref);
    }
}

static void
test_staff (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  KsParticipation participation;
  KsScope party, others, kind;
  KsShare share;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  party = make_group (results, KS_SCOPE_UNIT, UNIT_A, "P1", 1);
  others = make_group (results, KS_SCOPE_UNIT, UNIT_A, "P1", 5);
  kind = make_group (results, KS_SCOPE_DISTRICT, "213", "P2", 1);
  ks_results_get_share (results, &party, ks_form_lookup (ks_results_get_form (results), "D4"), &share);
  g_assert_cmpint (share.population, ==, 6);
  ks_results_get_share (results, &others, ks_form_lookup (ks_results_get_form (results), "D4"), &share);
  g_assert_cmpint (share.population, ==, 0);
  /* Nobody knows how many officials are cadres. */
  ks_results_get_share (results, &kind, ks_form_lookup (ks_results_get_form (results), "D4"), &share);
  g_assert_true (share.shown && share.population == 0 && !share.has_bounds);
  ks_results_get_participation (results, &party, &participation);
  g_assert_false (participation.hidden);
  g_assert_cmpint (participation.staff, ==, 6);
  g_assert_cmpint (participation.answers, >=, 5);
  ks_results_get_participation (results, &others, &participation);
  g_assert_true (participation.hidden);
  g_assert_cmpint (participation.answers, ==, 0);
}

/* Whether all of a group in a unit chose one level. */
static gboolean
is_unanimous (const Truth *truth, const KsScope *group, guint unit, const KsQuestion *question)
{
  gint64 n = sum (truth, group, unit, 1, 1 + question->slot, 1 + question->slot);

  for (guint i = 0; i < question->n_options; i++)
    if (n > 0 && sum (truth, group, unit, 1, 1 + question->slot, 2 + question->slot + i) == n)
      return TRUE;
  return FALSE;
}

static gboolean
tells_levels (KsResults *results, const KsScope *scope, const KsQuestion *question)
{
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (results, scope, question);

  return result->levels_shown;
}

/* How many units of a district have people of a group whose levels are not told. */
static guint
count_silent (KsResults *results, const Truth *truth, const KsScope *group, const KsDistrict *district,
              const KsQuestion *question)
{
  const KsScope parent
      = { KS_SCOPE_DISTRICT, district->code, district->name, group->group, group->choice };
  g_autoptr (GArray) units = ks_results_dup_parts (results, &parent, KS_SCOPE_UNIT);
  guint any = 1 + question->slot;
  guint n_silent = 0;

  for (guint i = 0; i < units->len; i++)
    n_silent += sum (truth, group, district->first + i, 1, any, any) > 0
                && !tells_levels (results, &g_array_index (units, KsScope, i), question);
  return n_silent;
}

/* Where all of a group said the same, no level of any group of the unit is told, and the other units of
 * the group do not give it away by subtraction. */
static void
test_unanimous (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GArray) groups = NULL;
  const KsQuestion *question;
  Truth truth;
  guint n_unanimous = 0;
  guint n_told = 0;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  truth = load_truth (self);
  question = ks_form_lookup (truth.form, "D4");
  groups = ks_results_dup_groups (results, &province, ks_form_lookup (truth.form, "P1"));
  for (guint g = 0; g < groups->len; g++)
    {
      const KsScope *group = &g_array_index (groups, KsScope, g);
      g_autoptr (GArray) units = ks_results_dup_parts (results, group, KS_SCOPE_UNIT);

      for (guint d = 0; d < ks_registry_get_n_districts (truth.registry); d++)
        {
          const KsDistrict *district = ks_registry_get_district (truth.registry, d);
          KsScope parent
              = { KS_SCOPE_DISTRICT, district->code, "", group->group, group->choice };

          for (guint unit = district->first; unit < district->first + district->n_units; unit++)
            {
              const KsScope *scope = &g_array_index (units, KsScope, unit);
              g_autoptr (GArray) others = ks_results_dup_groups (results, scope, group->group);
              KsShare share;

              n_told += tells_levels (results, scope, question);
              ks_results_get_share (results, scope, question, &share);
              if (!share.shown || !is_unanimous (&truth, group, unit, question))
                continue;
              n_unanimous++;
              for (guint i = 0; i < others->len; i++)
                g_assert_false (tells_levels (results, &g_array_index (others, KsScope, i), question));
              g_assert_true (!tells_levels (results, &parent, question)
                             || count_silent (results, &truth, group, district, question) > 1);
            }
        }
    }
  g_assert_cmpuint (n_unanimous, >, 10);
  g_assert_cmpuint (n_told, >, 150);
  clear_truth (&truth);
}

/* Whether those of a unit who belong to no group that is told chose one level. */
static gboolean
is_rest_unanimous (KsResults *results, const Truth *truth, GArray *groups, guint unit,
                   const KsQuestion *question)
{
  const gint32 *slots = ks_tally_get_row (truth->all, unit) + 1 + question->slot;
  guint n_chosen = 0;

  for (guint i = 1; i <= question->n_options; i++)
    {
      gint64 rest = slots[i];

      for (guint g = 0; g < groups->len; g++)
        {
          const KsScope *group = &g_array_index (groups, KsScope, g);
          KsShare share;

          ks_results_get_share (results, group, question, &share);
          rest -= share.shown ? sum (truth, group, unit, 1, 1 + question->slot, 1 + question->slot + i)
                              : 0;
        }
      n_chosen += rest != 0;
    }
  return n_chosen == 1;
}

/* The others of a unit are a group as well; and where the levels of all are not told, none are. */
static void
test_rest (KsTestDay *self, gconstpointer data)
{
  static const char *const ids[] = { "A1", "A2", "B1", "D2", "D4" };
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GArray) units = NULL;
  Truth truth;
  guint n_rests = 0;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  truth = load_truth (self);
  units = ks_results_dup_scopes (results, KS_SCOPE_UNIT);
  for (guint q = 0; q < G_N_ELEMENTS (ids); q++)
    for (guint unit = 0; unit < units->len; unit++)
      {
        const KsQuestion *question = ks_form_lookup (truth.form, ids[q]);
        const KsScope *scope = &g_array_index (units, KsScope, unit);
        g_autoptr (GArray) groups
            = ks_results_dup_groups (results, scope, ks_form_lookup (truth.form, "P1"));
        gboolean rest = is_rest_unanimous (results, &truth, groups, unit, question);

        n_rests += rest;
        for (guint g = 0; (rest || !tells_levels (results, scope, question)) && g < groups->len; g++)
          g_assert_false (tells_levels (results, &g_array_index (groups, KsScope, g), question));
      }
  g_assert_cmpuint (n_rests, >, 0);
  clear_truth (&truth);
}

/* All of a unit said the same: the other unit of its district keeps its levels to itself, and so do its
 * groups, which would add up to them. */
static void
test_cover (KsTestDay *self, gconstpointer data)
{
  g_autofree char *source = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *whole = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KsImportResult) imported = NULL;
  g_autoptr (KsResults) results = NULL;
  guint n_silent = 0;
  guint n_same = 0;

  g_assert_true (g_file_get_contents (source, &whole, NULL, NULL));
  lines = g_strsplit (whole, "\r\n", -1);
  g_string_append_printf (text, "%s\r\n", lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "01/04/2024") && strstr (lines[i], "," UNIT_B "-") != NULL)
      g_string_append_printf (text, "%s\r\n", lines[i]);
    else if (g_str_has_prefix (lines[i], "01/04/2024") && strstr (lines[i], "," UNIT_A "-") != NULL
             && n_same == 0)
      while (n_same++ < 6)
        g_string_append_printf (text, "%s\r\n", lines[i]);
  path = ks_test_day_write (self, "hai.csv", text->str, -1);
  imported = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, NULL);
  g_assert_cmpuint (imported->counted, ==, 6 + 15);
  results = ks_results_load (self->campaign, NULL);
  for (guint i = 0; i < ks_form_get_n_questions (ks_results_get_form (results)); i++)
    {
      const KsQuestion *question = ks_form_get_question (ks_results_get_form (results), i);
      KsScope unit = { KS_SCOPE_UNIT, UNIT_B, "" };
      KsScope group = make_group (results, KS_SCOPE_UNIT, UNIT_B, "P1", 2);
      KsShare share;

      ks_results_get_share (results, &group, question, &share);
      if (!share.shown || tells_levels (results, &unit, question))
        continue;
      n_silent++;
      g_assert_false (tells_levels (results, &group, question));
    }
  g_assert_cmpuint (n_silent, >, 0);
}

/* What people say of themselves is never told of those who say something else of themselves. */
static void
test_never_together (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  static const char *const ids[] = { "P1", "P2", "E1" };

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint choice = 1; choice <= 4; choice++)
      {
        KsScope group = make_group (results, KS_SCOPE_PROVINCE, "", "P1", choice);
        g_autoptr (KsQuestionResult) result = ks_results_dup_question (
            results, &group, ks_form_lookup (ks_results_get_form (results), ids[i]));

        g_assert_false (result->shown);
        g_assert_cmpint (result->answered, ==, 0);
        for (guint k = 0; k < result->question->n_options; k++)
          g_assert_cmpint (result->counts[k], ==, 0);
      }
}

static void
assert_silent (KsResults *results)
{
  KsScope group = make_group (results, KS_SCOPE_PROVINCE, "", "P1", 2);
  const KsQuestion *question = ks_form_lookup (ks_results_get_form (results), "D4");
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (results, &group, question);
  KsParticipation participation;
  KsShare share;

  ks_results_get_share (results, &group, question, &share);
  g_assert_false (share.shown || result->shown);
  g_assert_cmpint (share.n + share.x + result->answered + result->good, ==, 0);
  ks_results_get_participation (results, &group, &participation);
  g_assert_true (participation.hidden);
}

static void
exclude_one (KsTestDay *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideRequest request = { .decision = KS_DECISION_EXCLUDE, .reason = "Thử", .rows = rows };
  g_autoptr (GError) error = NULL;
  gint64 id = 100;

  g_array_append_val (rows, id);
  g_assert_true (ks_decide_finding (self->campaign, &request, NULL, &error));
  g_assert_no_error (error);
}

static void
test_silent (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) old = NULL;
  g_autoptr (KsResults) leaving = NULL;
  g_autoptr (KsResults) given = NULL;
  g_autoptr (GError) error = NULL;
  KsScope group;
  KsShare share;

  ks_test_day_import_day (self);
  /* Figures that leave the program have no groups. */
  leaving = ks_results_load_sendable (self->campaign, NULL, &error);
  g_assert_no_error (error);
  assert_silent (leaving);
  given = ks_give_out (self->campaign, &province, "summary", NULL, &error);
  g_assert_no_error (error);
  assert_silent (given);
  /* Counts of another moment than the snapshot are none of it. */
  old = ks_results_load (self->campaign, NULL);
  exclude_one (self);
  assert_silent (old);
  /* While the survey runs, its answers are told of nobody. */
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T23:59:59"));
  g_clear_object (&old);
  old = ks_results_load (self->campaign, NULL);
  group = make_group (old, KS_SCOPE_PROVINCE, "", "P1", 2);
  ks_results_get_share (old, &group, ks_form_lookup (ks_results_get_form (old), "D4"), &share);
  g_assert_cmpint (share.state, ==, KS_SHARE_OPEN);
  g_assert_cmpint (share.n, ==, 0);
}

static gboolean
says (GPtrArray *account, const char *words)
{
  for (guint i = 0; i < account->len; i++)
    if (strstr (account->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

/* The account of a group says which it is and nothing of those who are not told. */
static void
test_account (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (GPtrArray) rate = NULL;
  KsScope large, small;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  large = make_group (results, KS_SCOPE_UNIT, UNIT_A, "P1", 2);
  small = make_group (results, KS_SCOPE_UNIT, UNIT_A, "P1", 5);
  shown = ks_results_dup_account (results, &large, ks_form_lookup (ks_results_get_form (results), "D4"));
  g_assert_true (says (shown, "Ủy ban nhân dân"));
  g_assert_true (says (shown, "x / n = 10 / 14"));
  hidden = ks_results_dup_account (results, &small, ks_form_lookup (ks_results_get_form (results), "D4"));
  g_assert_true (says (hidden, "Khác"));
  g_assert_true (says (hidden, "subtraction"));
  g_assert_false (says (hidden, "x / n"));
  rate = ks_results_dup_account (results, &small, NULL);
  g_assert_true (says (rate, "subtraction"));
  g_assert_false (says (rate, "n / N"));
}

static void
run_sql (KsTestDay *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

/* Counts that are none, of units and of groups, give figures that are none: no warning, no end. */
static void
test_hostile (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;

  ks_test_day_import_day (self);
  run_sql (self, "UPDATE tally SET counts = randomblob (length (counts)) WHERE unit LIKE '%1';"
                 "UPDATE group_tally SET counts = (SELECT counts FROM group_tally WHERE unit = '07201')"
                 " WHERE unit LIKE '%4';"
                 "UPDATE group_tally SET counts = randomblob (length (counts)) WHERE unit LIKE '%0';");
  results = ks_results_load (self->campaign, NULL);
  for (KsScopeKind kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_UNIT; kind++)
    {
      KsScope group = make_group (results, KS_SCOPE_PROVINCE, "", "P1", 1);
      const KsQuestion *question = ks_form_lookup (ks_results_get_form (results), "D4");
      g_autoptr (GArray) all = ks_results_dup_shares (results, &province, kind, question);
      g_autoptr (GArray) some = ks_results_dup_shares (results, &group, kind, question);

      g_assert_cmpuint (all->len, ==, some->len);
      for (guint i = 0; i < all->len; i++)
        {
          const KsShare *share = &g_array_index (all, KsShare, i);

          g_assert_true (share->x >= 0 && share->x <= share->n);
        }
    }
}

#define ADD(path, func)                                                                           \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/group-results/day", test_day);
  ADD ("/group-results/units-of-a-group", test_units_of_a_group);
  ADD ("/group-results/staff", test_staff);
  ADD ("/group-results/unanimous", test_unanimous);
  ADD ("/group-results/cover", test_cover);
  ADD ("/group-results/rest", test_rest);
  ADD ("/group-results/never-together", test_never_together);
  ADD ("/group-results/silent", test_silent);
  ADD ("/group-results/account", test_account);
  ADD ("/group-results/hostile", test_hostile);

  return g_test_run ();
}
