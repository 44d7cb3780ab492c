/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-share.h"

#include "ks-disclosure.h"
#include "ks-estimate.h"
#include "ks-interval.h"
#include "ks-number.h"
#include "ks-results-private.h"

#define NOT_ORDERED (-1.0)

static gint64
count_good (const KsQuestion *question, const gint32 *slots)
{
  gint64 good = 0;

  for (guint i = 0; i < question->n_options; i++)
    good += question->options[i].good ? slots[1 + i] : 0;
  return good;
}

/* Adds the answers of a unit, or of a group in it; one that may not be shown has none here. */
static void
add_answers (KsResults *self, const KsScope *scope, const KsQuestion *question, guint unit,
             KsStratum *sum, gint64 *left_out)
{
  KsUnitCell cell;

  ks_results_get_cell (self, scope, question, unit, &cell);
  if (!cell.counts)
    {
      *left_out += MAX (cell.slots[0], 0);
      return;
    }
  /* A file may say anything. */
  sum->n += MAX (cell.slots[0], 0);
  sum->x += CLAMP (count_good (question, cell.slots), 0, MAX (cell.slots[0], 0));
}

/* A unit, or a group in it, as one stratum. */
static KsStratum
read_stratum (KsResults *self, const KsScope *scope, const KsQuestion *question, guint unit,
              gint64 *left_out)
{
  KsStratum stratum = { .population = MAX (ks_results_get_unit_staff (self, scope, unit), 0) };

  add_answers (self, scope, question, unit, &stratum, left_out);
  return stratum;
}

/* Why the share of a scope, whose first unit is @first, is not told. */
static KsShareState
judge (KsResults *self, const KsScope *scope, const KsQuestion *question, guint first, gint64 n,
       gint64 left_out)
{
  if (!self->closed)
    return KS_SHARE_OPEN;
  if (!ks_results_tells (self, question))
    return KS_SHARE_SENSITIVE;
  if (!ks_results_may_tell (self, scope->kind, first, question))
    return self->settled == KS_MOMENT_NONE ? KS_SHARE_UNSETTLED : KS_SHARE_SUPPRESSED;
  if (!question->ordinal || (scope->group == NULL && n + left_out == 0))
    return KS_SHARE_EMPTY;
  if (!ks_is_shown (n))
    return KS_SHARE_TOO_FEW;
  return scope->group == NULL || ks_results_shows_group (self, scope, question)
             ? KS_SHARE_SHOWN
             : KS_SHARE_SUPPRESSED;
}

/* What every share has, of a unit or of many. How many of a small group answered would tell whether
 * a colleague did. */
static void
fill_share (KsResults *self, const KsScope *scope, const KsQuestion *question, guint first,
            const KsStratum *sum, gint64 left_out, KsShare *share)
{
  KsShareState state = judge (self, scope, question, first, sum->n, left_out);
  gboolean told = scope->group == NULL || state == KS_SHARE_SHOWN;

  *share = (KsShare){
    .n = told ? sum->n : 0,
    .population = sum->population,
    .left_out = scope->group == NULL ? left_out : 0,
    .state = state,
    .shown = state == KS_SHARE_SHOWN,
    .order = NOT_ORDERED,
  };
  share->complete = share->n > 0 && share->n == share->population;
  share->over = share->population > 0 && share->n > share->population;
  if (!share->shown)
    return;
  share->x = sum->x;
  share->share = (double) sum->x / (double) sum->n;
  share->order = share->share;
}

/* Of a unit that is not shown, its own answers are no answers left out. */
static void
fill_bare_unit (KsResults *self, const KsScope *scope, const KsQuestion *question, guint unit,
                KsShare *share)
{
  gint64 left_out = 0;
  KsStratum stratum = read_stratum (self, scope, question, unit, &left_out);

  stratum.n += left_out;
  fill_share (self, scope, question, unit, &stratum, 0, share);
}

static void
fill_unit (KsResults *self, const KsScope *scope, const KsQuestion *question, guint unit,
           KsShare *share)
{
  fill_bare_unit (self, scope, question, unit, share);
  if (!share->shown)
    return;
  share->has_interval = ks_share_interval (share->x, share->n, share->population, &share->low,
                                           &share->high);
  share->has_bounds = ks_share_bounds (share->x, share->n, share->population, &share->bound_low,
                                       &share->bound_high);
}

/* Units of a district mostly follow one another. */
static gboolean
is_within (KsResults *self, guint district, guint unit)
{
  const KsDistrict *of = ks_registry_get_district (self->registry, district);

  return unit >= of->first && unit - of->first < of->n_units;
}

/* Units as the strata of a total, those with known staff first. */
static KsStratum *
read_strata (KsResults *self, const KsScope *scope, const KsQuestion *question, GArray *units,
             guint *n_known, gint64 *left_out)
{
  guint n_units = units->len;
  KsStratum *strata = g_new (KsStratum, n_units);
  guint n_unknown = 0;
  guint district = 0;

  *n_known = 0;
  for (guint i = 0; i < n_units; i++)
    {
      guint unit = g_array_index (units, guint, i);
      KsStratum stratum = read_stratum (self, scope, question, unit, left_out);

      if (!is_within (self, district, unit))
        district = ks_results_find_district (self, unit);
      stratum.group = district;
      if (stratum.population > 0)
        strata[(*n_known)++] = stratum;
      else
        strata[n_units - ++n_unknown] = stratum;
    }
  return strata;
}

static KsStratum
sum_strata (const KsStratum *strata, guint n_strata)
{
  KsStratum sum = { 0 };

  for (guint i = 0; i < n_strata; i++)
    {
      sum.x += strata[i].x;
      sum.n += strata[i].n;
      sum.population += strata[i].population;
    }
  return sum;
}

/* Where the staff of a unit that answered is not known, the whole has none either. */
static void
fill_total (const KsStratum *strata, guint n_known, gint64 n_unknown, KsShare *share)
{
  KsTotal total;

  if (!ks_stratified_total (strata, n_known, &total))
    return;
  share->weighted = total.estimate;
  share->error = total.error;
  share->n_empty = total.n_empty;
  share->n_over = total.n_over;
  share->has_interval = share->has_bounds = !share->over && n_unknown == 0;
  if (!share->has_bounds)
    return;
  share->low = total.low;
  share->high = total.high;
  share->bound_low = total.bound_low;
  share->bound_high = total.bound_high;
}

/* A scope as one stratum, without looking at its parts: those of a district and the province are added
 * up already. */
static KsStratum
read_whole (KsResults *self, const KsScope *scope, const KsQuestion *question, guint first,
            gint64 *left_out)
{
  KsResultSums *sums;
  KsQuestionSum sum;
  guint row;
  gint64 n;
  gint64 good = 0;

  *left_out = 0;
  if (scope->kind == KS_SCOPE_UNIT)
    return read_stratum (self, scope, question, first, left_out);
  sums = ks_results_get_sums (self, scope, &row);
  ks_result_sums_get (sums, row, question, &sum);
  for (guint i = 0; i < question->n_options; i++)
    good += question->options[i].good ? sum.counts[i] : 0;
  *left_out = MAX (sum.left_out, 0);
  n = MAX (sum.answered, 0);
  return (KsStratum){ .x = CLAMP (good, 0, n),
                      .n = n,
                      .population = MAX (ks_result_sums_get_participation (sums, row)->staff, 0) };
}

/* Of a group: a weighted total would be one more sum by which hidden units could be told apart. */
static void
fill_pool (const KsStratum *strata, guint n_units, KsShare *share)
{
  for (guint i = 0; i < n_units; i++)
    if (strata[i].n > strata[i].population)
      return;
  share->has_bounds = ks_share_bounds (share->x, share->n, share->population, &share->bound_low,
                                       &share->bound_high);
}

static void
fill_parent (KsResults *self, const KsScope *scope, const KsQuestion *question, GArray *units,
             KsShare *share)
{
  gint64 left_out = 0;
  guint n_units = units->len;
  guint n_known;
  g_autofree KsStratum *strata = read_strata (self, scope, question, units, &n_known, &left_out);
  KsStratum sum = sum_strata (strata, n_units);

  fill_share (self, scope, question, 0, &sum, left_out, share);
  if (share->shown && scope->group != NULL)
    fill_pool (strata, n_units, share);
  else if (share->shown)
    fill_total (strata, n_known, sum_strata (strata + n_known, n_units - n_known).n, share);
}

static void
fill (KsResults *self, const KsScope *scope, const KsQuestion *question, guint first, guint n_units,
      KsShare *share)
{
  g_autoptr (GArray) units = NULL;

  if (scope->kind == KS_SCOPE_UNIT)
    {
      fill_unit (self, scope, question, first, share);
      return;
    }
  units = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_units);
  for (guint i = first; i < first + n_units; i++)
    g_array_append_val (units, i);
  fill_parent (self, scope, question, units, share);
}

/**
 * ks_results_get_share:
 * @self: results
 * @scope: a scope of theirs
 * @question: a question of their form
 * @share: (out caller-allocates): the share
 *
 * The share of good opinions x/n by the rules of anonymity. Of a unit with the exact interval and
 * the bounds [x/N, (x + N − n)/N]; of a district and the province with those of the total that
 * weights each unit by its staff (ks_stratified_total()), where units that are left out take the
 * mean of their district, so that nothing of them enters. Of a group of people in a district and the
 * province there are bounds alone. Its order is the share itself.
 */
void
ks_results_get_share (KsResults *self, const KsScope *scope, const KsQuestion *question,
                      KsShare *share)
{
  guint first;
  guint n_units;

  ks_results_get_slice (self, scope, &first, &n_units);
  fill (self, scope, question, first, n_units, share);
}

/* The share of units that are none of the scopes: of a single one as it is, of more as of a district.
 * They are told one by one, so their sum may be. */
void
ks_results_get_units_share (KsResults *self, GArray *units, const KsQuestion *question,
                            KsShare *share)
{
  const KsScope single = { KS_SCOPE_UNIT, "", "" };
  const KsScope several = { KS_SCOPE_DISTRICT, "", "" };

  if (units->len == 1)
    fill_unit (self, &single, question, g_array_index (units, guint, 0), share);
  else
    fill_parent (self, &several, question, units, share);
}

/* The scopes of a kind within another one, each with its slice: units follow one another, so that none
 * is looked up unless some of them are not named. */
typedef struct {
  GArray *scopes;
  guint   first;  /* unit of the parent */
} Parts;

static Parts
list_parts (KsResults *self, const KsScope *parent, KsScopeKind kind)
{
  Parts parts = { .scopes = ks_results_dup_parts (self, parent, kind) };
  guint n_units;

  ks_results_get_slice (self, parent, &parts.first, &n_units);
  return parts;
}

static const KsScope *
get_part (KsResults *self, const Parts *parts, guint index, guint *first, guint *n_units)
{
  const KsScope *scope = &g_array_index (parts->scopes, KsScope, index);

  if (scope->kind != KS_SCOPE_UNIT || self->checking != NULL)
    ks_results_get_slice (self, scope, first, n_units);
  else
    {
      *first = parts->first + index;
      *n_units = 1;
    }
  return scope;
}

/* How much scopes of a kind differ is judged over the whole province, so that a unit has its place
 * in its district as in the province. */
static gboolean
fit (KsResults *self, const KsScope *parent, KsScopeKind kind, const KsQuestion *question,
     KsBetaBinomial *moments)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "", parent->group, parent->choice };
  Parts parts = list_parts (self, &province, kind);
  g_autoptr (GArray) scopes = parts.scopes;
  g_autofree KsStratum *strata = g_new (KsStratum, scopes->len);

  for (guint i = 0; i < scopes->len; i++)
    {
      guint first, n_units;
      const KsScope *scope = get_part (self, &parts, i, &first, &n_units);
      gint64 left_out;

      strata[i] = read_whole (self, scope, question, first, &left_out);
      if (judge (self, scope, question, first, strata[i].n, left_out) != KS_SHARE_SHOWN)
        strata[i] = (KsStratum){ 0 };
    }
  return ks_beta_binomial_fit (strata, scopes->len, moments);
}

/**
 * ks_results_dup_shares:
 * @self: results
 * @parent: a scope of theirs
 * @kind: of the scopes within it
 * @question: a question of their form
 *
 * As ks_results_get_share(), of all scopes of a kind within another one, in the order of
 * ks_results_dup_parts(). To order them, shares of few answers are drawn towards the common mean
 * (ks_beta_binomial_shrink()): that value is never shown.
 *
 * Returns: (transfer full) (element-type KsShare): the shares
 */
GArray *
ks_results_dup_shares (KsResults *self, const KsScope *parent, KsScopeKind kind,
                       const KsQuestion *question)
{
  Parts parts = list_parts (self, parent, kind);
  g_autoptr (GArray) scopes = parts.scopes;
  GArray *shares = g_array_sized_new (FALSE, FALSE, sizeof (KsShare), scopes->len);
  KsBetaBinomial moments;
  gboolean fits = fit (self, parent, kind, question, &moments);

  g_array_set_size (shares, scopes->len);
  for (guint i = 0; i < scopes->len; i++)
    {
      KsShare *share = &g_array_index (shares, KsShare, i);
      guint first, n_units;
      const KsScope *scope = get_part (self, &parts, i, &first, &n_units);

      fill (self, scope, question, first, n_units, share);
      if (share->shown && fits)
        share->order = ks_beta_binomial_shrink (&moments, share->x, share->n, share->population);
    }
  return shares;
}

/**
 * ks_results_dup_hundredths:
 * @self: results
 * @parent: a scope of theirs
 * @kind: of the scopes within it
 * @question: a question of their form
 *
 * The shares alone, without what is known of their error: a table of all units and questions asks
 * for many of them.
 *
 * Returns: (transfer full) (element-type gint64): hundredths of a per cent, rounded half up, in the
 *   order of ks_results_dup_parts(); −1: not shown
 */
GArray *
ks_results_dup_hundredths (KsResults *self, const KsScope *parent, KsScopeKind kind,
                           const KsQuestion *question)
{
  Parts parts = list_parts (self, parent, kind);
  g_autoptr (GArray) scopes = parts.scopes;
  GArray *hundredths = g_array_sized_new (FALSE, FALSE, sizeof (gint64), scopes->len);

  for (guint i = 0; i < scopes->len; i++)
    {
      guint first, n_units;
      const KsScope *scope = get_part (self, &parts, i, &first, &n_units);
      gint64 left_out;
      KsStratum sum = read_whole (self, scope, question, first, &left_out);
      gint64 value = -1;

      if (judge (self, scope, question, first, sum.n, left_out) == KS_SHARE_SHOWN)
        value = ks_count_hundredths (sum.x, sum.n);
      g_array_append_val (hundredths, value);
    }
  return hundredths;
}

/* The share of a question alone, without what is known of its error, which takes its time to find. */
static void
get_bare_share (KsResults *self, const KsScope *scope, const KsQuestion *question, KsShare *share)
{
  guint first, n_units;
  gint64 left_out;
  KsStratum sum;

  ks_results_get_slice (self, scope, &first, &n_units);
  if (scope->kind == KS_SCOPE_UNIT)
    {
      fill_bare_unit (self, scope, question, first, share);
      return;
    }
  sum = read_whole (self, scope, question, first, &left_out);
  fill_share (self, scope, question, first, &sum, left_out, share);
}

/**
 * ks_results_get_section_share:
 * @self: results
 * @scope: a scope of theirs
 * @section: id of a section of their form
 * @share: (out caller-allocates): its share; n is the smallest of its questions', x is 0
 *
 * A section is the mean of the shares of its questions that are shown, without interval and bounds.
 */
void
ks_results_get_section_share (KsResults *self, const KsScope *scope, const char *section,
                              KsShare *share)
{
  double sum = 0;
  guint n_shown = 0;

  *share = (KsShare){ .state = self->closed ? KS_SHARE_EMPTY : KS_SHARE_OPEN,
                      .order = NOT_ORDERED };
  for (guint i = 0; i < ks_form_get_n_questions (self->form); i++)
    {
      const KsQuestion *question = ks_form_get_question (self->form, i);
      KsShare part;

      if (!question->ordinal || g_strcmp0 (question->section_id, section) != 0)
        continue;
      get_bare_share (self, scope, question, &part);
      if (n_shown == 0 || (part.shown && part.n < share->n))
        *share = (KsShare){ .n = part.n, .population = part.population, .state = part.state,
                            .left_out = part.left_out, .order = NOT_ORDERED };
      if (!part.shown)
        continue;
      sum += part.share;
      n_shown++;
    }
  share->shown = n_shown > 0;
  if (!share->shown)
    return;
  share->share = share->order = sum / n_shown;
  share->over = share->population > 0 && share->n > share->population;
  share->complete = share->n == share->population;
}
