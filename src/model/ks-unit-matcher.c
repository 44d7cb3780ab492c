/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-matcher-private.h"

#include <string.h>

#include "ks-code.h"

struct _KsUnitMatcher
{
  GObject parent_instance;

  KsUnitNames *names;
};

G_DEFINE_FINAL_TYPE (KsUnitMatcher, ks_unit_matcher, G_TYPE_OBJECT)

static void
ks_unit_matcher_finalize (GObject *object)
{
  KsUnitMatcher *self = KS_UNIT_MATCHER (object);

  g_clear_pointer (&self->names, ks_unit_names_free);
  G_OBJECT_CLASS (ks_unit_matcher_parent_class)->finalize (object);
}

static void
ks_unit_matcher_class_init (KsUnitMatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_unit_matcher_finalize;
}

static void
ks_unit_matcher_init (KsUnitMatcher *self)
{
}

/**
 * ks_unit_matcher_new:
 * @registry: the units
 *
 * Returns: (transfer full): a matcher that knows the names that they bear and bore
 */
KsUnitMatcher *
ks_unit_matcher_new (KsRegistry *registry)
{
  KsUnitMatcher *self;

  g_return_val_if_fail (KS_IS_REGISTRY (registry), NULL);

  self = g_object_new (KS_TYPE_UNIT_MATCHER, NULL);
  self->names = ks_unit_names_new (registry);
  return self;
}

/**
 * ks_unit_matcher_add_alias:
 * @self: a matcher that nobody asks yet
 * @unit: a unit of its registry
 * @name: another name of it, in full: "Xã Quảng Minh"
 *
 * Lets a unit be found by one more name, beside those that it bears and bore.
 */
void
ks_unit_matcher_add_alias (KsUnitMatcher *self, KsUnit *unit, const char *name)
{
  g_return_if_fail (KS_IS_UNIT_MATCHER (self) && KS_IS_UNIT (unit) && name != NULL);
  g_return_if_fail (ks_registry_lookup (self->names->registry, ks_unit_get_code (unit)) == unit);

  ks_unit_names_add (self->names, unit, name, NULL);
}

static void
add_guess (KsMatch *match, KsUnit *unit)
{
  for (guint i = 0; i < match->n_guesses; i++)
    if (match->guesses[i] == unit)
      return;
  if (match->n_guesses < KS_MATCH_MAX_GUESSES)
    match->guesses[match->n_guesses++] = unit;
}

/* A row of a list may be that of a whole district. */
static gboolean
is_district (KsUnitMatcher *self, const KsSpelling *name)
{
  guint length;
  KsKind kind = ks_kind_find (name, 0, &length);
  KsNameHits places;

  if (kind == KS_KIND_NONE || ks_kind_get_level (kind) != KS_LEVEL_DISTRICT)
    return FALSE;
  ks_unit_names_find_places (self->names, name, &places);
  return places.n_hits > 0;
}

/* Units of that very name first; what looks like it only if there are none. */
static void
add_guesses (KsUnitMatcher *self, const KsUnitQuestion *question, KsMatch *match)
{
  const KsNameHits *hits = question->units.n_hits > 0 ? &question->units : &question->named;
  guint items[KS_MATCH_MAX_GUESSES];
  guint n_items = 0;

  if (hits->n_hits > 0)
    n_items = ks_unit_guess_rank (self->names, question, hits, items, KS_MATCH_MAX_GUESSES);
  else if (!is_district (self, &question->cell.name))
    n_items = ks_unit_guess_look (self->names, question, items, KS_MATCH_MAX_GUESSES);

  /* The unit that the code means is always among them. */
  if (question->by_code != NULL)
    n_items = MIN (n_items, KS_MATCH_MAX_GUESSES - 1);
  for (guint i = 0; i < n_items; i++)
    add_guess (match, ks_registry_get_unit (self->names->registry, items[i]));
  if (question->by_code != NULL)
    add_guess (match, question->by_code);
}

static KsMatchHow
tell_how (const KsNameHit *hit)
{
  if (hit->entry->alias)
    return KS_MATCH_ALIAS;
  return hit->fit == KS_FIT_SAME ? KS_MATCH_NAME : KS_MATCH_FOLDED;
}

static void
decide (KsUnitMatcher *self, const KsUnitQuestion *question, KsMatch *match)
{
  *match = (KsMatch){ .how = KS_MATCH_NONE };
  match->doubt = ks_unit_question_judge (question, self->names);
  if (match->doubt != KS_DOUBT_NONE)
    return;
  if (question->has_code)
    {
      match->how = KS_MATCH_CODE;
      match->unit = question->by_code;
      return;
    }
  match->how = tell_how (&question->units.hits[0]);
  match->unit = ks_registry_get_unit (self->names->registry, question->units.hits[0].entry->item);
}

/**
 * ks_unit_matcher_match:
 * @self: a matcher
 * @code: (nullable): what a row says in the column of codes, zeros in front lost or not
 * @name: (nullable): what it says in the column of names, perhaps with the district in the same
 *   cell; four or five figures alone are taken for the code that is missing
 * @district: (nullable): what it says in the column of districts: a name or a code
 * @match: (out caller-allocates): the unit, or the guesses
 *
 * Finds the unit that a row means. It is sure only if everything that the row says agrees and
 * means one unit alone; a name must be right letter by letter, or have lost all its marks. A type
 * word may be missing, abbreviated or wrong.
 */
void
ks_unit_matcher_match (KsUnitMatcher *self, const char *code, const char *name,
                       const char *district, KsMatch *match)
{
  KsUnitQuestion question;

  g_return_if_fail (KS_IS_UNIT_MATCHER (self) && match != NULL);

  ks_unit_question_read (&question, self->names, code, name, district);
  decide (self, &question, match);
  if (match->unit != NULL)
    return;
  add_guesses (self, &question, match);
  if (match->n_guesses > 0)
    match->how = KS_MATCH_ASK;
  else
    match->doubt = KS_DOUBT_NONE;
}

static gboolean
is_code (const char *text)
{
  g_autofree char *code = strpbrk (text, "0123456789") != NULL ? ks_code_read (text) : NULL;

  return code != NULL;
}

/**
 * ks_unit_matcher_find:
 * @self: a matcher
 * @text: a code or a name
 *
 * As ks_unit_matcher_match(), for who cannot ask: it makes no guesses, which takes time.
 *
 * Returns: (transfer none) (nullable): the unit that @text means for certain
 */
KsUnit *
ks_unit_matcher_find (KsUnitMatcher *self, const char *text)
{
  KsUnitQuestion question;
  KsMatch match;
  gboolean coded;

  g_return_val_if_fail (KS_IS_UNIT_MATCHER (self) && text != NULL, NULL);

  coded = is_code (text);
  ks_unit_question_read (&question, self->names, coded ? text : NULL, coded ? NULL : text, NULL);
  decide (self, &question, &match);
  return match.unit;
}

/**
 * ks_match_how_to_string:
 * @how: how a unit was found
 *
 * Returns: (transfer none): the word for it in tables: code, name, alias, folded, ask, none
 */
const char *
ks_match_how_to_string (KsMatchHow how)
{
  static const char *const words[] = { "code", "name", "alias", "folded", "ask", "none" };

  return words[how];
}
