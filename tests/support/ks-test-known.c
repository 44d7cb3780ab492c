/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-share.h"
#include "ks-test-knowledge.h"
#include "ks-test-survey.h"

#define FEW 5
#define MAX_SHEETS 600
#define MAX_OPTIONS 8

struct _KsTestKnown {
  KsTestSurvey *survey;
  GPtrArray    *questions; /* of KsTestKnowledge, one more of the sheets themselves */
  GPtrArray    *levels;    /* the same of figures whose levels are told */
  GPtrArray    *agreed;    /* of Agreed */
};

/* A unit in which all chose one level, which x does not tell. */
typedef struct {
  guint  question;
  guint8 of[MAX_SHEETS];
} Agreed;

/* A figure, counted sheet by sheet. */
typedef struct {
  guint8 of[MAX_SHEETS];
  gint64 n;
  gint64 good;
  gint64 left_out;
  gint64 counts[MAX_OPTIONS];
} Count;

KsTestKnown *
ks_test_known_new (KsTestSurvey *survey)
{
  KsTestKnown *self = g_new0 (KsTestKnown, 1);

  self->survey = survey;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_test_knowledge_free);
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_test_knowledge_free);
  self->agreed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i <= ks_form_get_n_questions (survey->form); i++)
    g_ptr_array_add (self->questions, ks_test_knowledge_new (MAX_SHEETS));
  ks_test_known_forget_levels (self);
  return self;
}

void
ks_test_known_free (KsTestKnown *self)
{
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->agreed);
  g_free (self);
}

static guint
find_index (KsTestKnown *self, const KsQuestion *question)
{
  return question != NULL ? (guint) (question - ks_form_get_question (self->survey->form, 0))
                          : ks_form_get_n_questions (self->survey->form);
}

static void
learn (KsTestKnown *self, const KsQuestion *question, const Count *count)
{
  ks_test_knowledge_learn (g_ptr_array_index (self->questions, find_index (self, question)),
                           count->of);
}

/* Whether all chose one level, and another one lies on the same side of x. */
static gboolean
is_agreed (const KsQuestion *question, const Count *count)
{
  guint level = question->n_options;
  guint n_side = 0;

  for (guint i = 0; i < question->n_options; i++)
    if (count->n > 0 && count->counts[i] == count->n)
      level = i;
  for (guint i = 0; level < question->n_options && i < question->n_options; i++)
    n_side += question->options[i].good == question->options[level].good;
  return n_side > 1;
}

static void
learn_levels (KsTestKnown *self, const KsScope *scope, const KsQuestionResult *result,
              const Count *count)
{
  guint index = find_index (self, result->question);
  Agreed *agreed;

  if (result->levels_shown)
    ks_test_knowledge_learn (g_ptr_array_index (self->levels, index), count->of);
  if (scope->kind != KS_SCOPE_UNIT || scope->group != NULL || !is_agreed (result->question, count))
    return;
  agreed = g_new0 (Agreed, 1);
  agreed->question = index;
  memcpy (agreed->of, count->of, sizeof agreed->of);
  g_ptr_array_add (self->agreed, agreed);
}

void
ks_test_known_forget_levels (KsTestKnown *self)
{
  g_ptr_array_set_size (self->levels, 0);
  g_ptr_array_set_size (self->agreed, 0);
  for (guint i = 0; i <= ks_form_get_n_questions (self->survey->form); i++)
    g_ptr_array_add (self->levels, ks_test_knowledge_new (MAX_SHEETS));
}

gboolean
ks_test_known_tells_level (KsTestKnown *self)
{
  for (guint i = 0; i < self->agreed->len; i++)
    {
      const Agreed *agreed = g_ptr_array_index (self->agreed, i);

      if (ks_test_knowledge_knows (g_ptr_array_index (self->levels, agreed->question), agreed->of))
        return TRUE;
    }
  return FALSE;
}

char *
ks_test_known_isolate (KsTestKnown *self, gboolean differences)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      g_autofree char *found = ks_test_knowledge_isolate (
          g_ptr_array_index (self->questions, i), differences);
      const char *id = i < ks_form_get_n_questions (self->survey->form)
                           ? ks_form_get_question (self->survey->form, i)->id
                           : "sheets";

      if (found != NULL)
        return g_strdup_printf ("%s: %s", id, found);
    }
  return NULL;
}

static gboolean
is_answered (KsTestKnown *self, const KsQuestion *question, guint sheet)
{
  return question == NULL
         || ks_question_has_answer (question, ks_test_survey_get_answers (self->survey, sheet));
}

static gboolean
is_of_group (KsTestKnown *self, const KsScope *scope, guint sheet)
{
  return scope->group == NULL
         || ks_question_has_choice (scope->group, ks_test_survey_get_answers (self->survey, sheet),
                                    scope->choice);
}

static void
count_sheet (KsTestKnown *self, const KsQuestion *question, guint sheet, Count *count)
{
  const char *answers = ks_test_survey_get_answers (self->survey, sheet);

  g_assert_cmpuint (sheet, <, MAX_SHEETS);
  count->of[sheet] = 1;
  count->n++;
  for (guint i = 0; question != NULL && i < question->n_options; i++)
    if (ks_question_has_choice (question, answers, i + 1))
      {
        count->counts[i]++;
        count->good += question->options[i].good;
      }
}

/* A unit with fewer than five who answered enters nothing. */
static void
count_unit (KsTestKnown *self, const KsScope *scope, const KsQuestion *question, GArray *sheets,
            Count *count)
{
  guint n = 0;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    n += is_answered (self, question, g_array_index (sheets, guint, i));
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      guint sheet = g_array_index (sheets, guint, i);

      if (!is_answered (self, question, sheet) || !is_of_group (self, scope, sheet))
        continue;
      if (n >= FEW)
        count_sheet (self, question, sheet, count);
      else
        count->left_out++;
    }
}

static gboolean
is_within (KsTestKnown *self, const KsScope *scope, guint unit)
{
  KsUnit *of = ks_registry_get_unit (self->survey->registry, unit);

  return scope->kind == KS_SCOPE_PROVINCE
         || g_str_equal (scope->code, scope->kind == KS_SCOPE_UNIT ? ks_unit_get_code (of)
                                                                   : ks_unit_get_district_code (of));
}

static void
count_scope (KsTestKnown *self, const KsScope *scope, const KsQuestion *question,
             GArray *const *versions, Count *count)
{
  memset (count, 0, sizeof *count);
  for (guint unit = 0; unit < KS_TEST_N_UNITS; unit++)
    if (is_within (self, scope, unit))
      count_unit (self, scope, question, versions[unit], count);
}

/* What is told is what was counted; of what is not shown nothing but how many. */
static void
compare (const KsQuestionResult *result, const KsShare *share, const Count *count)
{
  const KsQuestion *question = result->question;

  g_assert_cmpint (share->shown, ==, result->shown && question->ordinal);
  g_assert_cmpint (share->x, ==, share->shown ? count->good : 0);
  if (result->shown)
    g_assert_cmpint (result->answered, ==, count->n);
  for (guint i = 0; i < question->n_options; i++)
    g_assert_cmpint (result->counts[i], ==, result->levels_shown ? count->counts[i] : 0);
  g_assert_true (result->shown || (result->good == 0 && result->blank == 0));
  if (question->type == KS_QUESTION_SINGLE && result->shown)
    g_assert_cmpint (result->good, ==, count->good);
}

gboolean
ks_test_known_read (KsTestKnown *self, KsResults *results, const KsScope *scope,
                    const KsQuestion *question, GArray *const *versions, gboolean may_leave)
{
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (results, scope, question);
  KsShare share;
  Count count;

  if (question->type == KS_QUESTION_TEXT)
    return FALSE;
  count_scope (self, scope, question, versions, &count);
  ks_results_get_share (results, scope, question, &share);
  compare (result, &share, &count);
  g_assert_true (may_leave || !result->shown);
  g_assert_true (!result->shown || ks_results_tells (results, question));
  if (result->shown)
    learn (self, question, &count);
  if (question->type == KS_QUESTION_SINGLE && !question->profile)
    learn_levels (self, scope, result, &count);
  return result->shown;
}

/* How many of a group sent a sheet. */
static void
read_sheets (KsTestKnown *self, KsResults *results, const KsScope *scope, GArray *const *versions)
{
  KsParticipation participation;
  Count count;

  count_scope (self, scope, NULL, versions, &count);
  ks_results_get_participation (results, scope, &participation);
  if (participation.hidden)
    return;
  if (scope->group != NULL)
    g_assert_cmpint (participation.answers, ==, count.n);
  learn (self, NULL, &count);
}

static guint
read_scope (KsTestKnown *self, KsResults *results, const KsScope *scope, GArray *const *versions)
{
  guint n_shown = 0;

  for (guint i = 0; i < ks_form_get_n_questions (self->survey->form); i++)
    {
      const KsQuestion *question = ks_form_get_question (self->survey->form, i);

      if (!question->profile)
        n_shown += ks_test_known_read (self, results, scope, question, versions, TRUE);
    }
  read_sheets (self, results, scope, versions);
  return n_shown;
}

guint
ks_test_known_read_groups (KsTestKnown *self, KsResults *results, const KsQuestion *group)
{
  guint now = ks_test_survey_get_n_moments (self->survey) - 1;
  GArray *versions[KS_TEST_N_UNITS];
  guint n_shown = 0;

  for (guint unit = 0; unit < KS_TEST_N_UNITS; unit++)
    versions[unit] = ks_test_survey_get_sheets (self->survey, now, unit);
  for (KsScopeKind kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_UNIT; kind++)
    {
      g_autoptr (GArray) scopes = ks_test_survey_dup_scopes (self->survey, kind);

      for (guint i = 0; i < scopes->len; i++)
        {
          const KsScope *scope = &g_array_index (scopes, KsScope, i);
          g_autoptr (GArray) groups = ks_results_dup_groups (results, scope, group);

          read_scope (self, results, scope, versions);
          for (guint g = 0; g < groups->len; g++)
            n_shown += read_scope (self, results, &g_array_index (groups, KsScope, g), versions);
        }
    }
  return n_shown;
}
