/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-criteria.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "ks-i18n.h"
#include "ks-json.h"
#include "ks-sha256.h"

#define DEFAULT_DRAWS 10000
#define DEFAULT_SEED 20240401
#define SCALE_VERSION 1
/* What the draws come from: see stats/ks-generator.h. */
#define GENERATOR "xoshiro256**"

/* Points are kept to a hundredth, anchors to a millionth. */
#define POINT_UNIT 100.0
#define ANCHOR_UNIT 1e6

/**
 * ks_criteria_lock_free:
 * @self: (nullable): a lock
 *
 * Frees the lock.
 */
void
ks_criteria_lock_free (KsCriteriaLock *self)
{
  if (self == NULL)
    return;
  g_free (self->actor);
  g_free (self->hash);
  g_free (self->scale);
  g_free (self);
}

static KsCriteria *
new_empty (void)
{
  KsCriteria *self = g_new0 (KsCriteria, 1);

  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_criterion_free);
  self->locks = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_criteria_lock_free);
  return self;
}

/**
 * ks_criteria_new_default:
 *
 * Returns: (transfer full): the usual scale, never locked: participation 40, the report, publicity
 *   and posts 20 each, what the answers say 0
 */
KsCriteria *
ks_criteria_new_default (void)
{
  KsCriteria *self = new_empty ();

  for (guint i = 0; i < KS_N_CRITERION_KINDS; i++)
    if (i != KS_CRITERION_OWN)
      g_ptr_array_add (self->criteria, ks_criterion_new ((KsCriterionKind)i));
  self->n_draws = DEFAULT_DRAWS;
  self->seed = DEFAULT_SEED;
  ks_criteria_seal (self);
  return self;
}

/**
 * ks_criteria_free:
 * @self: (nullable): a scale
 *
 * Frees the scale.
 */
void
ks_criteria_free (KsCriteria *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->locks);
  g_free (self->hash);
  g_free (self);
}

static gpointer
copy_criterion_cb (gconstpointer criterion, gpointer data)
{
  return ks_criterion_copy (criterion);
}

static gpointer
copy_lock_cb (gconstpointer source, gpointer data)
{
  const KsCriteriaLock *lock = source;
  KsCriteriaLock *copy = g_memdup2 (lock, sizeof *lock);

  copy->actor = g_strdup (lock->actor);
  copy->hash = g_strdup (lock->hash);
  copy->scale = g_strdup (lock->scale);
  return copy;
}

/**
 * ks_criteria_copy:
 * @self: a scale
 *
 * Returns: (transfer full): the same, to be changed and given to ks_set_criteria()
 */
KsCriteria *
ks_criteria_copy (const KsCriteria *self)
{
  KsCriteria *copy = g_memdup2 (self, sizeof *self);

  copy->criteria = g_ptr_array_copy (self->criteria, (GCopyFunc)copy_criterion_cb, NULL);
  copy->locks = g_ptr_array_copy (self->locks, (GCopyFunc)copy_lock_cb, NULL);
  g_ptr_array_set_free_func (copy->criteria, (GDestroyNotify)ks_criterion_free);
  g_ptr_array_set_free_func (copy->locks, (GDestroyNotify)ks_criteria_lock_free);
  copy->lock = copy->locks->len > 0 ? copy->locks->pdata[copy->locks->len - 1] : NULL;
  copy->hash = g_strdup (self->hash);
  return copy;
}

/**
 * ks_criteria_equal:
 * @self: a scale
 * @other: another
 *
 * Returns: whether they say the same, whatever their locks
 */
gboolean
ks_criteria_equal (const KsCriteria *self, const KsCriteria *other)
{
  g_autofree char *scale = ks_criteria_dup_json (self);
  g_autofree char *other_scale = ks_criteria_dup_json (other);

  return g_str_equal (scale, other_scale);
}

/**
 * ks_criteria_seal:
 * @self: a scale whose criteria or locks changed
 *
 * Rounds points and anchors to what is kept, and computes the hash anew and how it stands to the
 * last lock.
 */
void
ks_criteria_seal (KsCriteria *self)
{
  g_autofree char *scale = NULL;
  KsSha256 sum;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      KsCriterion *criterion = self->criteria->pdata[i];

      criterion->points = round (criterion->points * POINT_UNIT) / POINT_UNIT;
      criterion->zero = round (criterion->zero * ANCHOR_UNIT) / ANCHOR_UNIT;
      criterion->full = round (criterion->full * ANCHOR_UNIT) / ANCHOR_UNIT;
    }
  scale = ks_criteria_dup_json (self);
  ks_sha256_init (&sum);
  ks_sha256_add (&sum, scale, strlen (scale));
  g_free (self->hash);
  self->hash = ks_sha256_finish (&sum);
  self->lock = self->locks->len > 0 ? self->locks->pdata[self->locks->len - 1] : NULL;
  self->blind = self->lock == NULL;
  self->changed_after_lock = self->lock != NULL && !g_str_equal (self->lock->hash, self->hash);
}

/**
 * ks_criteria_lookup:
 * @self: a scale
 * @id: of a criterion
 *
 * Returns: (transfer none) (nullable): the criterion
 */
KsCriterion *
ks_criteria_lookup (const KsCriteria *self, const char *id)
{
  for (guint i = 0; i < self->criteria->len; i++)
    if (g_str_equal (((KsCriterion *)self->criteria->pdata[i])->id, id))
      return self->criteria->pdata[i];
  return NULL;
}

/**
 * ks_criteria_add_own:
 * @self: a scale
 * @name: what the office calls it
 *
 * Adds a criterion of the office's own, with 0 points, before what the answers say.
 *
 * Returns: (transfer none): the criterion
 */
KsCriterion *
ks_criteria_add_own (KsCriteria *self, const char *name)
{
  KsCriterion *criterion = ks_criterion_new (KS_CRITERION_OWN);
  int place = (int)self->criteria->len;

  g_free (criterion->name);
  criterion->name = g_strdup (name);
  for (guint i = 1; ks_criteria_lookup (self, criterion->id) != NULL || i == 1; i++)
    {
      g_free (criterion->id);
      criterion->id = g_strdup_printf ("own%u", i);
    }
  if (place > 0 && ((KsCriterion *)self->criteria->pdata[place - 1])->kind == KS_CRITERION_ANSWERS)
    place--;
  g_ptr_array_insert (self->criteria, place, criterion);
  return criterion;
}

/**
 * ks_criteria_remove_own:
 * @self: a scale
 * @id: of a criterion of the office's own
 *
 * Returns: %FALSE if there is none
 */
gboolean
ks_criteria_remove_own (KsCriteria *self, const char *id)
{
  KsCriterion *criterion = ks_criteria_lookup (self, id);

  return criterion != NULL && criterion->kind == KS_CRITERION_OWN
         && g_ptr_array_remove (self->criteria, criterion);
}

/**
 * ks_criteria_get_sum:
 * @self: a scale
 *
 * Returns: the points of all criteria: of a scale that can be kept, 100
 */
double
ks_criteria_get_sum (const KsCriteria *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->criteria->len; i++)
    sum += llround (((KsCriterion *)self->criteria->pdata[i])->points * POINT_UNIT);
  return (double)sum / POINT_UNIT;
}

/* Gives @rest to all but one, as they stand to each other; the last of them takes what rounding
 * leaves. */
static void
share_out (KsCriteria *self, const KsCriterion *but, double rest)
{
  double others = ks_criteria_get_sum (self) - but->points;
  KsCriterion *last = NULL;
  double given = 0;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      KsCriterion *criterion = self->criteria->pdata[i];

      if (criterion == but || criterion->points <= 0)
        continue;
      criterion->points = round (criterion->points * rest / others * POINT_UNIT) / POINT_UNIT;
      given += criterion->points;
      last = criterion;
    }
  if (last != NULL)
    last->points = round ((last->points + rest - given) * POINT_UNIT) / POINT_UNIT;
}

/**
 * ks_criteria_balance:
 * @self: a scale
 * @id: of one of its criteria
 * @points: the most points that it gives from now on
 *
 * Sets the points of one criterion; those of the others keep their proportions, and all add up to
 * 100. Where no other has points, it keeps 100. Points are rounded to a hundredth: while a slider is
 * held, begin each time with a copy of the scale as it was when it was taken hold of.
 */
void
ks_criteria_balance (KsCriteria *self, const char *id, double points)
{
  KsCriterion *criterion = ks_criteria_lookup (self, id);

  g_return_if_fail (criterion != NULL);

  points = round (CLAMP (points, 0, KS_FULL_POINTS) * POINT_UNIT) / POINT_UNIT;
  if (ks_criteria_get_sum (self) - criterion->points <= 0)
    points = KS_FULL_POINTS;
  else
    share_out (self, criterion, KS_FULL_POINTS - points);
  criterion->points = points;
  ks_criteria_seal (self);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_criterion (JsonBuilder *builder, const KsCriterion *criterion)
{
  json_builder_begin_object (builder);
  add_integer (builder, "checked_only", criterion->checked_only ? 1 : 0);
  add_integer (builder, "full_millionths", llround (criterion->full * ANCHOR_UNIT));
  add_string (builder, "id", criterion->id);
  add_string (builder, "kind", ks_criterion_kind_to_id (criterion->kind));
  /* What the program calls its own criteria depends on the language of the window. */
  add_string (builder, "name", criterion->kind == KS_CRITERION_OWN ? criterion->name : "");
  add_integer (builder, "points_hundredths", llround (criterion->points * POINT_UNIT));
  add_integer (builder, "zero_millionths", llround (criterion->zero * ANCHOR_UNIT));
  json_builder_end_object (builder);
}

/**
 * ks_criteria_dup_json:
 * @self: a scale
 *
 * Returns: (transfer full): what is locked, as canonical JSON: names in the order of the alphabet,
 *   whole numbers, no blanks; the same scale gives the same bytes in every language
 */
char *
ks_criteria_dup_json (const KsCriteria *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->criteria->len; i++)
    add_criterion (builder, self->criteria->pdata[i]);
  json_builder_end_array (builder);
  add_integer (builder, "draws", self->n_draws);
  add_string (builder, "generator", GENERATOR);
  add_string (builder, "seed", seed);
  add_integer (builder, "version", SCALE_VERSION);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return ks_json_dup_canonical (root, FALSE);
}

/**
 * ks_criteria_dup_lock_words:
 * @self: a scale
 *
 * Returns: (transfer full): for people: whether and when it was locked, the first digits of its
 *   hash, and whether it was changed since
 */
char *
ks_criteria_dup_lock_words (const KsCriteria *self)
{
  g_autofree char *at = NULL;
  g_autofree char *first = NULL;

  if (self->lock == NULL)
    return g_strdup (_ ("The scale is not locked yet"));
  at = ks_moment_format (self->lock->at);
  first = g_strndup (self->lock->hash, 8);
  if (self->changed_after_lock)
    return g_strdup_printf (_ ("The scale was changed after it was locked at %s (%s)"), at, first);
  if (self->locks->len > 1)
    return g_strdup_printf (_ ("The scale was locked again at %s (%s), lock number %u"), at, first,
                            self->locks->len);
  return g_strdup_printf (_ ("The scale was locked at %s (%s)"), at, first);
}
