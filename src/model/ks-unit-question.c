/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-matcher-private.h"

#include <string.h>

#include "ks-code.h"

static gboolean
holds_item (const KsNameHits *hits, guint item)
{
  for (guint i = 0; i < hits->n_hits; i++)
    if (hits->hits[i].entry->item == item)
      return TRUE;
  return FALSE;
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
apply_place (const KsUnitNames *names, const KsSpelling *given, KsUnitQuestion *question)
{
  guint n_kept = 0;
  KsNameHits places;

  ks_unit_names_find_places (names, given, &places);
  for (guint i = 0; i < question->units.n_hits; i++)
    if (ks_unit_names_lies_in (names, question->units.hits[i].entry->item, given, &places))
      question->units.hits[n_kept++] = question->units.hits[i];
  question->units.n_hits = n_kept;
  if (places.n_hits > 0)
    question->places = places;
  return places.n_hits > 0 || n_kept > 0;
}

/* A province is nothing to go by, but nothing against a unit whose district is named, either. */
static void
apply_places (const KsUnitNames *names, KsUnitQuestion *question)
{
  const KsNameCell *cell = &question->cell;
  gboolean in_district = FALSE, in_province = FALSE;

  question->lost = cell->crowded;
  for (guint i = 0; i < cell->n_places; i++)
    if (is_province (&cell->places[i]))
      in_province = TRUE;
    else if (apply_place (names, &cell->places[i], question))
      in_district = TRUE;
    else
      question->lost = TRUE;
  question->lost |= in_province && !in_district;
}

static void
find_units (const KsUnitNames *names, KsUnitQuestion *question)
{
  KsNameCell *cell = &question->cell;

  ks_name_index_find (names->units, &cell->name, &question->named);
  if (question->named.n_hits == 0 && ks_name_cell_split (cell))
    ks_name_index_find (names->units, &cell->name, &question->named);
  question->units = question->named;
  apply_places (names, question);
  ks_name_hits_settle (&question->units, &cell->name, names->unit_districts);
}

static void
find_code (const KsUnitNames *names, const char *given, KsUnitQuestion *question)
{
  g_autofree char *code = ks_code_read (given);

  question->by_code = ks_registry_lookup (names->registry, code != NULL ? code : given);
}

static gboolean
has_content (const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if ((guint8) *text >= 0x80 || g_ascii_isalnum (*text))
      return TRUE;
  return FALSE;
}

/* Few figures in a column of names may be what is left of Phường 3. */
static gboolean
has_figures_of_code (const char *name)
{
  g_autofree char *copy = g_strstrip (g_strdup (name));

  return strlen (copy) >= KS_CODE_LENGTH - 1 && strspn (copy, "0123456789") == strlen (copy);
}

/* A code without a name, in the district that the row tells, if it tells one. */
static gboolean
lies_there (const KsUnitNames *names, const KsUnitQuestion *question)
{
  const KsNameCell *cell = &question->cell;
  guint unit = ks_unit_get_index (question->by_code);

  for (guint i = 0; i < cell->n_places; i++)
    {
      const KsSpelling *given = &cell->places[i];
      KsNameHits places;

      ks_unit_names_find_places (names, given, &places);
      if (!ks_unit_names_lies_in (names, unit, given, &places))
        return FALSE;
    }
  return TRUE;
}

/* The doubt that keeps a code from being believed. */
static KsDoubt
judge_code (const KsUnitNames *names, const KsUnitQuestion *question)
{
  if (question->by_code == NULL)
    return KS_DOUBT_UNKNOWN_CODE;
  if (question->cell.name.length == 0 && !question->cell.crowded)
    return lies_there (names, question) ? KS_DOUBT_NONE : KS_DOUBT_DISTRICT;
  if (!holds_item (&question->units, ks_unit_get_index (question->by_code)))
    return KS_DOUBT_CODE;
  return question->lost ? KS_DOUBT_DISTRICT : KS_DOUBT_NONE;
}

static KsDoubt
judge_name (const KsUnitNames *names, const KsUnitQuestion *question)
{
  KsNameHits named = question->named;

  if (question->units.n_hits > 1 || question->units.crowded)
    return KS_DOUBT_SEVERAL;
  if (question->units.n_hits == 1 && !question->lost)
    return KS_DOUBT_NONE;
  ks_name_hits_settle (&named, &question->cell.name, names->unit_districts);
  return named.n_hits > 0 ? KS_DOUBT_DISTRICT : KS_DOUBT_MISSPELT;
}

/**
 * ks_unit_question_read:
 * @self: room for a question
 * @names: the names that are known
 * @code: (nullable): what a row says in the column of codes
 * @name: (nullable): what it says in the column of names
 * @district: (nullable): what it says in the column of districts
 *
 * Finds what each part of a row may mean.
 */
void
ks_unit_question_read (KsUnitQuestion *self, const KsUnitNames *names, const char *code,
                       const char *name, const char *district)
{
  self->by_code = NULL;
  self->places.n_hits = 0;
  if (!has_content (code))
    code = NULL;
  if (code == NULL && name != NULL && has_figures_of_code (name))
    code = g_steal_pointer (&name);
  self->has_code = code != NULL;
  if (code != NULL)
    find_code (names, code, self);
  ks_name_cell_read (&self->cell, name);
  ks_name_cell_add_place (&self->cell, district);
  find_units (names, self);
}

/**
 * ks_unit_question_judge:
 * @self: a question
 * @names: the names that are known
 *
 * Returns: %KS_DOUBT_NONE if all that the row says agrees and means one unit: that of the code, or
 *   the only one of units
 */
KsDoubt
ks_unit_question_judge (const KsUnitQuestion *self, const KsUnitNames *names)
{
  return self->has_code ? judge_code (names, self) : judge_name (names, self);
}
