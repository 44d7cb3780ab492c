/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-compare-shares.h"

#include "ks-campaign-error.h"
#include "ks-compare-rounds.h"
#include "ks-give-out.h"
#include "ks-i18n.h"
#include "ks-results-private.h"

struct _KsShareComparison {
  KsResults *now;
  KsResults *earlier;
  GPtrArray *rounds;  /* of KsRound */
  GArray    *pairs;   /* of KsSharePair */
  KsScope    scope;   /* the place, if it is one alone */
};

static void
clear_pair (gpointer data)
{
  g_free (((KsSharePair *) data)->scope);
}

/**
 * ks_share_comparison_free:
 * @self: (nullable): a comparison
 *
 * Frees it.
 */
void
ks_share_comparison_free (KsShareComparison *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->now);
  g_clear_object (&self->earlier);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_free (self);
}

/**
 * ks_share_comparison_get_n_pairs:
 * @self: a comparison
 *
 * Returns: how many pairs of shares it has
 */
guint
ks_share_comparison_get_n_pairs (KsShareComparison *self)
{
  return self->pairs->len;
}

/**
 * ks_share_comparison_get_pair:
 * @self: a comparison
 * @index: place by place in the office's order, question by question in that of the form
 *
 * Returns: (transfer none): a pair
 */
const KsSharePair *
ks_share_comparison_get_pair (KsShareComparison *self, guint index)
{
  return &g_array_index (self->pairs, KsSharePair, index);
}

/**
 * ks_share_comparison_get_now:
 * @self: a comparison
 *
 * Returns: (transfer none): the results of the later survey
 */
KsResults *
ks_share_comparison_get_now (KsShareComparison *self)
{
  return self->now;
}

/**
 * ks_share_comparison_get_earlier:
 * @self: a comparison
 *
 * Returns: (transfer none): the results of the earlier survey
 */
KsResults *
ks_share_comparison_get_earlier (KsShareComparison *self)
{
  return self->earlier;
}

/**
 * ks_share_comparison_get_rounds:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type KsRound): what became of which units
 */
GPtrArray *
ks_share_comparison_get_rounds (KsShareComparison *self)
{
  return self->rounds;
}

/**
 * ks_share_comparison_get_scope:
 * @self: a comparison of one place
 *
 * Returns: (transfer none): the place
 */
const KsScope *
ks_share_comparison_get_scope (KsShareComparison *self)
{
  return &self->scope;
}

/* The question of the earlier form that asks the same: of the same id, with the same levels of which
 * the same are good. */
static const KsQuestion *
find_same (KsShareComparison *self, const KsQuestion *question, KsPairState *state)
{
  const KsQuestion *other = ks_form_lookup (ks_results_get_form (self->earlier), question->id);

  if (other == NULL || !other->ordinal)
    *state = KS_PAIR_NOT_ASKED;
  else if (!ks_options_equal (question->options, question->n_options, other->options,
                              other->n_options))
    *state = KS_PAIR_OTHER_LEVELS;
  else
    return other;
  return NULL;
}

static GArray *
list_indices (GPtrArray *units)
{
  GArray *indices = g_array_sized_new (FALSE, FALSE, sizeof (guint), units->len);

  for (guint i = 0; i < units->len; i++)
    {
      guint index = ks_unit_get_index (units->pdata[i]);

      g_array_append_val (indices, index);
    }
  return indices;
}

static void
add_pair (KsShareComparison *self, const char *scope, GArray *now, GArray *earlier,
          KsPairState state, const KsQuestion *question)
{
  KsSharePair pair = { .scope = g_strdup (scope), .question = question, .state = state };
  const KsQuestion *same
      = state == KS_PAIR_COMPARED ? find_same (self, question, &pair.state) : NULL;

  ks_results_get_units_share (self->now, now, question, &pair.now);
  if (same != NULL)
    {
      pair.reworded = g_strcmp0 (question->text, same->text) != 0;
      ks_results_get_units_share (self->earlier, earlier, same, &pair.earlier);
    }
  g_array_append_val (self->pairs, pair);
}

static void
add_place (KsShareComparison *self, const char *scope, GArray *now, GArray *earlier,
           gboolean divided, const char *only)
{
  KsForm *form = ks_results_get_form (self->now);
  KsPairState state = divided             ? KS_PAIR_DIVIDED
                      : earlier->len == 0 ? KS_PAIR_NEW_PLACE
                                          : KS_PAIR_COMPARED;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question->ordinal && (only == NULL || g_str_equal (question->id, only)))
        add_pair (self, scope, now, earlier, state, question);
    }
}

static GArray *
list_slice (guint first, guint n_units)
{
  GArray *indices = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_units);

  for (guint i = first; i < first + n_units; i++)
    g_array_append_val (indices, i);
  return indices;
}

static void
add_province (KsShareComparison *self, const char *only)
{
  g_autoptr (GArray) now
      = list_slice (0, ks_registry_get_n_units (ks_results_get_registry (self->now)));
  g_autoptr (GArray) earlier
      = list_slice (0, ks_registry_get_n_units (ks_results_get_registry (self->earlier)));

  add_place (self, "", now, earlier, FALSE, only);
}

/* How many units of a group of now lie in a district. */
static guint
count_within (const KsRound *round, const KsDistrict *district)
{
  guint n = 0;

  for (guint i = 0; i < round->now->len; i++)
    {
      guint index = ks_unit_get_index (round->now->pdata[i]);

      n += index >= district->first && index < district->first + district->n_units;
    }
  return n;
}

/* A district is compared with the units that became its own, wherever they were; not at all where
 * some of them became units of another one, too. */
static void
add_district (KsShareComparison *self, const KsDistrict *district, const char *only)
{
  g_autoptr (GArray) now = list_slice (district->first, district->n_units);
  g_autoptr (GArray) earlier = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean divided = FALSE;

  for (guint i = 0; i < self->rounds->len; i++)
    {
      const KsRound *round = self->rounds->pdata[i];
      guint n_within = count_within (round, district);
      g_autoptr (GArray) origins = NULL;

      if (n_within == 0)
        continue;
      divided |= n_within < round->now->len && round->earlier->len > 0;
      origins = list_indices (round->earlier);
      g_array_append_vals (earlier, origins->data, origins->len);
    }
  add_place (self, district->code, now, earlier, divided, only);
}

static void
add_round (KsShareComparison *self, const KsRound *round, const char *only)
{
  g_autofree char *codes = ks_round_join_codes (round->now);
  g_autoptr (GArray) now = list_indices (round->now);
  g_autoptr (GArray) earlier = list_indices (round->earlier);

  if (now->len > 0)
    add_place (self, codes, now, earlier, FALSE, only);
}

static void
add_all (KsShareComparison *self, KsScopeKind kind, const char *only)
{
  KsRegistry *registry = ks_results_get_registry (self->now);

  if (kind == KS_SCOPE_PROVINCE)
    add_province (self, only);
  for (guint i = 0; kind == KS_SCOPE_DISTRICT && i < ks_registry_get_n_districts (registry); i++)
    add_district (self, ks_registry_get_district (registry, i), only);
  for (guint i = 0; kind == KS_SCOPE_UNIT && i < self->rounds->len; i++)
    add_round (self, self->rounds->pdata[i], only);
}

static KsShareComparison *
comparison_new (GPtrArray *rounds)
{
  KsShareComparison *self = g_new0 (KsShareComparison, 1);

  self->rounds = rounds;
  self->pairs = g_array_new (FALSE, FALSE, sizeof (KsSharePair));
  g_array_set_clear_func (self->pairs, clear_pair);
  return self;
}

/* The desk's own figures of both. */
static KsShareComparison *
load (KsCampaign *now, KsCampaign *earlier, GError **error)
{
  GPtrArray *rounds = ks_compare_rounds (now, earlier, error);
  g_autoptr (KsShareComparison) self = rounds != NULL ? comparison_new (rounds) : NULL;

  if (self == NULL)
    return NULL;
  self->now = ks_results_load (now, error);
  self->earlier = self->now != NULL ? ks_results_load (earlier, error) : NULL;
  return self->earlier != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_compare_shares:
 * @now: the later survey, whose registry knows the events between the two
 * @earlier: the earlier survey
 * @kind: of the places
 * @question: (nullable): id of a question of the later form; %NULL: all with a scale
 * @error: return location for an error
 *
 * Holds shares of two surveys against each other, over merges, splits and renames, by the rules of
 * anonymity of each: units that became one, or that one became, are one place. What is compared is a
 * question that both forms have with the same levels.
 *
 * Returns: (transfer full): the shares, or %NULL with @error set
 */
KsShareComparison *
ks_compare_shares (KsCampaign *now, KsCampaign *earlier, KsScopeKind kind, const char *question,
                   GError **error)
{
  KsShareComparison *self = load (now, earlier, error);

  if (self != NULL)
    add_all (self, kind, question);
  return self;
}

static const KsRound *
find_round (KsShareComparison *self, const char *code)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const KsRound *round = self->rounds->pdata[i];

      for (guint k = 0; k < round->now->len; k++)
        if (g_str_equal (ks_unit_get_code (round->now->pdata[k]), code))
          return round;
    }
  return NULL;
}

static void
add_scope (KsShareComparison *self)
{
  KsRegistry *registry = ks_results_get_registry (self->now);

  if (self->scope.kind == KS_SCOPE_PROVINCE)
    add_province (self, NULL);
  else if (self->scope.kind == KS_SCOPE_DISTRICT)
    add_district (self, ks_registry_lookup_district (registry, self->scope.code), NULL);
  else
    add_round (self, find_round (self, self->scope.code), NULL);
}

static gboolean
find_scope (KsResults *results, const char *code, KsScope *scope, GError **error)
{
  if (ks_results_find_scope (results, code, scope))
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("No unit and no district of the registry has the code %s."), code);
  return FALSE;
}

/**
 * ks_compare_shares_of:
 * @now: the later survey, whose registry knows the events between the two
 * @earlier: the earlier survey
 * @code: of a district or a unit of the later one; empty for the province
 * @error: return location for an error
 *
 * As ks_compare_shares(), of one place alone. Of a unit that others became, too, or that several
 * became, the place is all of them.
 *
 * Returns: (transfer full): the shares, or %NULL with @error set
 */
KsShareComparison *
ks_compare_shares_of (KsCampaign *now, KsCampaign *earlier, const char *code, GError **error)
{
  g_autoptr (KsShareComparison) self = load (now, earlier, error);

  if (self == NULL || !find_scope (self->now, code, &self->scope, error))
    return NULL;
  add_scope (self);
  return g_steal_pointer (&self);
}

/* What was settled of the earlier survey may stand in any table. */
static KsShareComparison *
load_settled (KsCampaign *now, KsCampaign *earlier, GError **error)
{
  GPtrArray *rounds = ks_compare_rounds (now, earlier, error);
  g_autoptr (KsShareComparison) self = rounds != NULL ? comparison_new (rounds) : NULL;

  if (self == NULL)
    return NULL;
  self->earlier = ks_results_load_settled (earlier, error);
  return self->earlier != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
compare_given (KsShareComparison *self, KsResults *given, const char *code, GError **error)
{
  if (!find_scope (given, code, &self->scope, error))
    return FALSE;
  g_set_object (&self->now, given);
  add_scope (self);
  return TRUE;
}

/**
 * ks_compare_given_shares:
 * @now: the later survey, whose registry knows the events between the two
 * @given: what it gives out, of the province
 * @earlier: the earlier survey, whose figures were settled
 * @error: return location for an error
 *
 * As ks_compare_shares_of() of the province, for a paper that tells @given.
 *
 * Returns: (transfer full): the shares, or %NULL with @error set
 */
KsShareComparison *
ks_compare_given_shares (KsCampaign *now, KsResults *given, KsCampaign *earlier, GError **error)
{
  g_autoptr (KsShareComparison) self = load_settled (now, earlier, error);

  return self != NULL && compare_given (self, given, "", error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_give_out_comparison:
 * @now: the later survey
 * @earlier: the earlier survey, whose figures were settled; nothing is written into it
 * @code: of a district, or, once figures are settled, a unit of the later one; empty for the province
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * As ks_compare_shares_of(), for what leaves the program. Of the later survey it takes what may be
 * given out and records that it was (ks_give_out()); of the earlier one what was settled.
 *
 * Returns: (transfer full): the shares, or %NULL with @error set
 */
KsShareComparison *
ks_give_out_comparison (KsCampaign *now, KsCampaign *earlier, const char *code, KsJob *job,
                        GError **error)
{
  g_autoptr (KsShareComparison) self = load_settled (now, earlier, error);
  g_autoptr (KsResults) live = self != NULL ? ks_results_load (now, error) : NULL;
  g_autoptr (KsResults) given = NULL;
  KsScope scope;

  if (live != NULL && find_scope (live, code, &scope, error))
    given = ks_give_out (now, &scope, "comparison", job, error);
  return given != NULL && compare_given (self, given, code, error) ? g_steal_pointer (&self)
                                                                   : NULL;
}
