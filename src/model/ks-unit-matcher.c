/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-matcher-private.h"

#include <string.h>

#include "ks-code.h"

struct _KsUnitMatcher
{
  GObject parent_instance;

  KsRegistry  *registry;
  KsNameIndex *units;
  KsNameIndex *districts;
  guint       *unit_districts; /* of each unit: number of its district */
};

G_DEFINE_FINAL_TYPE (KsUnitMatcher, ks_unit_matcher, G_TYPE_OBJECT)

/* What a row says, and what that means so far. */
typedef struct {
  KsUnit    *by_code;
  gboolean   has_code;
  KsNameCell cell;
  KsNameHits named;  /* all units that the name may mean, wherever they lie */
  KsNameHits units;  /* those that lie where the row says */
  KsNameHits places; /* the districts that the row names */
  gboolean   lost;   /* the row names a place that nobody knows */
} Question;

static void
ks_unit_matcher_finalize (GObject *object)
{
  KsUnitMatcher *self = KS_UNIT_MATCHER (object);

  g_clear_object (&self->registry);
  g_clear_pointer (&self->units, ks_name_index_free);
  g_clear_pointer (&self->districts, ks_name_index_free);
  g_free (self->unit_districts);
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
  self->units = ks_name_index_new (KS_LEVEL_UNIT);
  self->districts = ks_name_index_new (KS_LEVEL_DISTRICT);
}

static void
add_district (KsUnitMatcher *self, guint number)
{
  const KsDistrict *district = ks_registry_get_district (self->registry, number);

  ks_name_index_add (self->districts, district->name, NULL, number, FALSE);
  for (guint i = district->first; i < district->first + district->n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);

      self->unit_districts[i] = number;
      ks_name_index_add (self->units, ks_unit_get_name (unit), ks_unit_get_kind (unit), i, FALSE);
    }
}

/**
 * ks_unit_matcher_new:
 * @registry: the units
 *
 * Returns: (transfer full): a matcher that knows their names of today
 */
KsUnitMatcher *
ks_unit_matcher_new (KsRegistry *registry)
{
  KsUnitMatcher *self;

  g_return_val_if_fail (KS_IS_REGISTRY (registry), NULL);

  self = g_object_new (KS_TYPE_UNIT_MATCHER, NULL);
  self->registry = g_object_ref (registry);
  self->unit_districts = g_new0 (guint, ks_registry_get_n_units (registry) + 1);
  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    add_district (self, i);
  return self;
}

/**
 * ks_unit_matcher_add_alias:
 * @self: a matcher that nobody asks yet
 * @unit: a unit of its registry
 * @name: a name that it bore, in full: "Xã Quảng Minh"
 *
 * Lets a unit be found by a former name, too.
 */
void
ks_unit_matcher_add_alias (KsUnitMatcher *self, KsUnit *unit, const char *name)
{
  g_return_if_fail (KS_IS_UNIT_MATCHER (self) && KS_IS_UNIT (unit) && name != NULL);
  g_return_if_fail (ks_registry_lookup (self->registry, ks_unit_get_code (unit)) == unit);

  ks_name_index_add (self->units, name, NULL, ks_unit_get_index (unit), TRUE);
}

static gboolean
holds_item (const KsNameHits *hits, guint item)
{
  for (guint i = 0; i < hits->n_hits; i++)
    if (hits->hits[i].entry->item == item)
      return TRUE;
  return FALSE;
}

/* "Tân Yên", "H. Tan Yen", or its code as a column may have it. */
static void
find_places (KsUnitMatcher *self, const KsSpelling *given, KsNameHits *places)
{
  ks_name_index_find (self->districts, given, places);
  ks_name_hits_settle (places, given);
}

static gboolean
is_district_code (KsUnitMatcher *self, const KsSpelling *given, guint item)
{
  const char *code = ks_registry_get_district (self->registry, item)->code;

  while (*code == '0')
    code++;
  return *code != '\0' && g_str_equal (code, given->base);
}

static gboolean
is_province (const KsSpelling *given)
{
  guint length;
  KsKind kind = ks_kind_find (given, 0, &length);

  return kind == KS_KIND_PROVINCE && length > 1;
}

/* Leaves the units that lie in a place; %FALSE if nobody knows that place. */
static gboolean
apply_place (KsUnitMatcher *self, const KsSpelling *given, Question *question)
{
  guint n_kept = 0;
  KsNameHits places;

  find_places (self, given, &places);
  for (guint i = 0; i < question->units.n_hits; i++)
    {
      guint district = self->unit_districts[question->units.hits[i].entry->item];

      if (holds_item (&places, district) || is_district_code (self, given, district))
        question->units.hits[n_kept++] = question->units.hits[i];
    }
  question->units.n_hits = n_kept;
  if (places.n_hits > 0)
    question->places = places;
  return places.n_hits > 0 || n_kept > 0;
}

/* A province is nothing to go by, but nothing against a unit whose district is named, either. */
static void
apply_places (KsUnitMatcher *self, Question *question)
{
  const KsNameCell *cell = &question->cell;
  gboolean in_district = FALSE, in_province = FALSE;

  question->lost = cell->crowded;
  for (guint i = 0; i < cell->n_places; i++)
    if (is_province (&cell->places[i]))
      in_province = TRUE;
    else if (apply_place (self, &cell->places[i], question))
      in_district = TRUE;
    else
      question->lost = TRUE;
  question->lost |= in_province && !in_district;
}

static void
find_units (KsUnitMatcher *self, Question *question)
{
  KsNameCell *cell = &question->cell;

  ks_name_index_find (self->units, &cell->name, &question->named);
  if (question->named.n_hits == 0 && ks_name_cell_split (cell))
    ks_name_index_find (self->units, &cell->name, &question->named);
  question->units = question->named;
  apply_places (self, question);
  ks_name_hits_settle (&question->units, &cell->name);
}

static void
find_code (KsUnitMatcher *self, const char *given, Question *question)
{
  g_autofree char *code = ks_code_read (given);

  question->by_code = ks_registry_lookup (self->registry, code != NULL ? code : given);
}

static gboolean
has_content (const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if ((guint8) *text >= 0x80 || g_ascii_isalnum (*text))
      return TRUE;
  return FALSE;
}

/* Only of a text that is nothing but figures can nobody think that it is a name. */
static gboolean
is_code (const char *name)
{
  g_autofree char *copy = g_strstrip (g_strdup (name));

  return *copy != '\0' && strspn (copy, "0123456789") == strlen (copy);
}

static void
read_question (KsUnitMatcher *self, const char *code, const char *name, const char *district,
               Question *question)
{
  question->by_code = NULL;
  question->places.n_hits = 0;
  if (!has_content (code))
    code = NULL;
  if (code == NULL && name != NULL && is_code (name))
    {
      code = name;
      name = NULL;
    }
  question->has_code = code != NULL;
  if (code != NULL)
    find_code (self, code, question);
  ks_name_cell_read (&question->cell, name);
  ks_name_cell_add_place (&question->cell, district);
  find_units (self, question);
}

static KsMatchHow
tell_how (const KsNameHit *hit)
{
  if (hit->entry->alias)
    return KS_MATCH_ALIAS;
  return hit->fit == KS_FIT_SAME ? KS_MATCH_NAME : KS_MATCH_FOLDED;
}

/* A code without a name, in the district that the row tells, if it tells one. */
static gboolean
lies_there (KsUnitMatcher *self, const Question *question)
{
  const KsNameCell *cell = &question->cell;
  guint district = self->unit_districts[ks_unit_get_index (question->by_code)];

  for (guint i = 0; i < cell->n_places; i++)
    {
      KsNameHits places;

      find_places (self, &cell->places[i], &places);
      if (!holds_item (&places, district) && !is_district_code (self, &cell->places[i], district))
        return FALSE;
    }
  return TRUE;
}

/* The doubt that keeps a code from being believed. */
static KsDoubt
judge_code (KsUnitMatcher *self, const Question *question)
{
  if (question->by_code == NULL)
    return KS_DOUBT_UNKNOWN_CODE;
  if (question->cell.name.length == 0)
    return lies_there (self, question) ? KS_DOUBT_NONE : KS_DOUBT_DISTRICT;
  if (!holds_item (&question->units, ks_unit_get_index (question->by_code)))
    return KS_DOUBT_CODE;
  return question->lost ? KS_DOUBT_DISTRICT : KS_DOUBT_NONE;
}

static KsDoubt
judge_name (KsUnitMatcher *self, const Question *question)
{
  KsNameHits named = question->named;

  if (question->units.n_hits > 1 || question->units.crowded)
    return KS_DOUBT_SEVERAL;
  if (question->units.n_hits == 1 && !question->lost)
    return KS_DOUBT_NONE;
  ks_name_hits_settle (&named, &question->cell.name);
  return named.n_hits > 0 ? KS_DOUBT_DISTRICT : KS_DOUBT_MISSPELT;
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
  find_places (self, name, &places);
  return places.n_hits > 0;
}

/* Units of that very name first; what looks like it only if there are none. */
static void
add_guesses (KsUnitMatcher *self, const Question *question, KsMatch *match)
{
  const KsSpelling *name = &question->cell.name;
  const KsNameHits *hits = question->units.n_hits > 0 ? &question->units : &question->named;
  const KsGuesser guesser = { self->units, self->unit_districts, &question->places };
  guint items[KS_MATCH_MAX_GUESSES];
  guint n_items = 0;

  if (hits->n_hits > 0)
    n_items = ks_guesser_rank (&guesser, name, hits, items, KS_MATCH_MAX_GUESSES);
  else if (!is_district (self, name))
    n_items = ks_guesser_look (&guesser, name, items, KS_MATCH_MAX_GUESSES);

  /* The unit that the code means is always among them. */
  if (question->by_code != NULL)
    n_items = MIN (n_items, KS_MATCH_MAX_GUESSES - 1);
  for (guint i = 0; i < n_items; i++)
    add_guess (match, ks_registry_get_unit (self->registry, items[i]));
  if (question->by_code != NULL)
    add_guess (match, question->by_code);
}

static void
decide (KsUnitMatcher *self, const Question *question, KsMatch *match)
{
  *match = (KsMatch){ .how = KS_MATCH_NONE };
  match->doubt = question->has_code ? judge_code (self, question) : judge_name (self, question);
  if (match->doubt != KS_DOUBT_NONE)
    return;
  if (question->has_code)
    {
      match->how = KS_MATCH_CODE;
      match->unit = question->by_code;
      return;
    }
  match->how = tell_how (&question->units.hits[0]);
  match->unit = ks_registry_get_unit (self->registry, question->units.hits[0].entry->item);
}

/**
 * ks_unit_matcher_match:
 * @self: a matcher
 * @code: (nullable): what a row says in the column of codes, zeros in front lost or not
 * @name: (nullable): what it says in the column of names, perhaps with the district in the same
 *   cell; a text of figures alone is taken for the code that is missing
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
  Question question;

  g_return_if_fail (KS_IS_UNIT_MATCHER (self) && match != NULL);

  read_question (self, code, name, district, &question);
  decide (self, &question, match);
  if (match->unit != NULL)
    return;
  add_guesses (self, &question, match);
  if (match->n_guesses > 0)
    match->how = KS_MATCH_ASK;
  else
    match->doubt = KS_DOUBT_NONE;
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
  Question question;
  KsMatch match;

  g_return_val_if_fail (KS_IS_UNIT_MATCHER (self) && text != NULL, NULL);

  read_question (self, NULL, text, NULL, &question);
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
