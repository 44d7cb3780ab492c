/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-compare-shares.h"

#include "ks-compare-rounds.h"
#include "ks-results-private.h"

struct _KsShareComparison {
  KsResults *now;
  KsResults *earlier;
  GPtrArray *rounds;  /* of KsRound */
  GArray    *pairs;   /* of KsSharePair */
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

/* The question of the earlier form that asks the same: of the same id, with the same levels of which
 * the same are good. */
static const KsQuestion *
find_same (KsShareComparison *self, const KsQuestion *question)
{
  const KsQuestion *other = ks_form_lookup (ks_results_get_form (self->earlier), question->id);

  return other != NULL && other->ordinal
                 && ks_options_equal (question->options, question->n_options, other->options,
                                      other->n_options)
             ? other
             : NULL;
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
          gboolean comparable, const KsQuestion *question)
{
  const KsQuestion *same = comparable ? find_same (self, question) : NULL;
  KsSharePair pair = {
    .scope = g_strdup (scope),
    .question = question,
    .comparable = same != NULL && earlier->len > 0,
  };

  ks_results_get_units_share (self->now, now, question, &pair.now);
  if (pair.comparable)
    ks_results_get_units_share (self->earlier, earlier, same, &pair.earlier);
  g_array_append_val (self->pairs, pair);
}

static void
add_place (KsShareComparison *self, const char *scope, GArray *now, GArray *earlier,
           gboolean comparable, const char *only)
{
  KsForm *form = ks_results_get_form (self->now);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question->ordinal && (only == NULL || g_str_equal (question->id, only)))
        add_pair (self, scope, now, earlier, comparable, question);
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

  add_place (self, "", now, earlier, TRUE, only);
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
  gboolean comparable = TRUE;

  for (guint i = 0; i < self->rounds->len; i++)
    {
      const KsRound *round = self->rounds->pdata[i];
      guint n_within = count_within (round, district);
      g_autoptr (GArray) origins = NULL;

      if (n_within == 0)
        continue;
      comparable &= n_within == round->now->len || round->earlier->len == 0;
      origins = list_indices (round->earlier);
      g_array_append_vals (earlier, origins->data, origins->len);
    }
  add_place (self, district->code, now, earlier, comparable, only);
}

static void
add_round (KsShareComparison *self, const KsRound *round, const char *only)
{
  g_autofree char *codes = ks_round_join_codes (round->now);
  g_autoptr (GArray) now = list_indices (round->now);
  g_autoptr (GArray) earlier = list_indices (round->earlier);

  if (now->len > 0)
    add_place (self, codes, now, earlier, TRUE, only);
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
  g_autoptr (KsShareComparison) self = g_new0 (KsShareComparison, 1);

  self->rounds = ks_compare_rounds (now, earlier, error);
  self->now = self->rounds != NULL ? ks_results_load (now, error) : NULL;
  self->earlier = self->now != NULL ? ks_results_load (earlier, error) : NULL;
  if (self->earlier == NULL)
    return NULL;
  self->pairs = g_array_new (FALSE, FALSE, sizeof (KsSharePair));
  g_array_set_clear_func (self->pairs, clear_pair);
  add_all (self, kind, question);
  return g_steal_pointer (&self);
}
