/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-matcher-private.h"

#include <string.h>

/* What makes a guess less like, in the order of weight: letters, the district, marks, the type. */
#define COST_LETTER 1000
#define COST_DISTRICT 400
#define COST_MARK 20
#define COST_KIND 10
#define COST_PART 1500 /* the name is there whole, amid other words */

#define WORD_LENGTH 64

/* A name as bits, for Myers' algorithm: "A fast bit-vector algorithm for approximate string
 * matching", J. ACM 46 (1999), with the last row followed as by Hyyrö (2003). */
typedef struct {
  const KsSpelling *spelling;
  KsKind            kind;
  guint64           bits[128]; /* where each character stands */
} Pattern;

typedef struct {
  guint item;
  guint cost;
} Guess;

typedef struct {
  Guess guesses[KS_MATCH_MAX_GUESSES];
  guint n_guesses;
  guint room;
} Best;

typedef struct {
  const KsUnitNames    *names;
  const KsUnitQuestion *question;
  KsSpelling            bare;
  Pattern               patterns[2];
  guint                 n_patterns;
  Best                  best;
} Search;

static void
set_pattern (Pattern *pattern, const KsSpelling *spelling, KsKind kind)
{
  memset (pattern->bits, 0, sizeof pattern->bits);
  pattern->spelling = spelling;
  pattern->kind = kind;
  for (guint i = 0; i < MIN (spelling->length, WORD_LENGTH); i++)
    pattern->bits[(guint8) spelling->base[i] & 127] |= G_GUINT64_CONSTANT (1) << i;
}

/* The number of letters to change, insert or leave out; the pattern has 1 to 64 letters. */
static guint
measure_distance (const Pattern *pattern, const char *text, guint length)
{
  const guint64 last = G_GUINT64_CONSTANT (1) << (pattern->spelling->length - 1);
  guint64 more = ~G_GUINT64_CONSTANT (0), less = 0;
  guint distance = pattern->spelling->length;

  for (guint i = 0; i < length; i++)
    {
      guint64 equal = pattern->bits[(guint8) text[i] & 127];
      guint64 vertical = equal | less;
      guint64 diagonal = (((equal & more) + more) ^ more) | equal;
      guint64 up = less | ~(diagonal | more);
      guint64 down = more & diagonal;

      distance += (up & last) != 0;
      distance -= (down & last) != 0;
      up = up << 1 | 1;
      down <<= 1;
      more = down | ~(vertical | up);
      less = up & vertical;
    }
  return distance;
}

/* More may differ in a longer name; in the shortest, nothing but one letter. */
static guint
get_tolerance (guint length)
{
  return length < 5 ? 1 : length < 10 ? 2 : 3;
}

/* Both have that many letters. */
static guint
count_marks (const KsGlyph *given, const KsGlyph *own, guint length)
{
  guint n_marks = 0;

  for (guint i = 0; i < length; i++)
    n_marks += given[i].letter != own[i].letter || given[i].tone != own[i].tone;
  return n_marks;
}

/* Where a name stands amid other words. One of a single syllable hides in others by chance. */
static const char *
find_inside (const KsSpelling *given, const KsNameEntry *entry)
{
  const char *found = given->base;

  if (strchr (entry->base, ' ') == NULL)
    return NULL;
  while ((found = strstr (found, entry->base)) != NULL)
    {
      char next = found[entry->length];

      if ((found == given->base || found[-1] == ' ') && (next == ' ' || next == '\0'))
        return found;
      found++;
    }
  return NULL;
}

static guint
measure_inside (const Pattern *pattern, const KsNameEntry *entry)
{
  const KsSpelling *given = pattern->spelling;
  const char *found = find_inside (given, entry);

  if (found == NULL)
    return G_MAXUINT;
  return COST_PART
         + count_marks (given->glyphs + (found - given->base), entry->glyphs, entry->length)
               * COST_MARK;
}

static guint
measure_name (const Pattern *pattern, const KsNameEntry *entry)
{
  const KsSpelling *given = pattern->spelling;
  guint tolerance = get_tolerance (MIN (given->length, entry->length));
  guint gap = MAX (given->length, entry->length) - MIN (given->length, entry->length);
  guint distance = gap <= tolerance ? measure_distance (pattern, entry->base, entry->length)
                                    : G_MAXUINT;

  if (distance > tolerance)
    return measure_inside (pattern, entry);
  return distance * COST_LETTER
         + (gap == 0 ? count_marks (given->glyphs, entry->glyphs, entry->length) * COST_MARK : 0)
         + (pattern->kind != entry->kind ? COST_KIND : 0);
}

static gboolean
lies_in (const Search *self, guint item)
{
  const KsNameHits *places = &self->question->places;

  for (guint i = 0; i < places->n_hits; i++)
    if (places->hits[i].entry->item == self->names->unit_districts[item])
      return TRUE;
  return places->n_hits == 0;
}

/* The likest first, then as in the registry. */
static gboolean
comes_before (const Guess *guess, guint item, guint cost)
{
  return guess->cost < cost || (guess->cost == cost && guess->item <= item);
}

/* Keeps the guesses in order; an item stands there once. */
static void
add_guess (Best *best, guint item, guint cost)
{
  guint at = 0, old;

  for (; at < best->n_guesses && comes_before (&best->guesses[at], item, cost); at++)
    if (best->guesses[at].item == item)
      return;
  if (at == best->room)
    return;
  for (old = at; old < best->n_guesses && best->guesses[old].item != item; old++)
    ;
  if (old == best->n_guesses)
    {
      best->n_guesses = MIN (best->n_guesses + 1, best->room);
      old = best->n_guesses - 1;
    }
  memmove (best->guesses + at + 1, best->guesses + at, (old - at) * sizeof (Guess));
  best->guesses[at] = (Guess){ item, cost };
}

static void
try_entry (Search *self, const KsNameEntry *entry)
{
  guint cost = G_MAXUINT;

  for (guint i = 0; i < self->n_patterns; i++)
    cost = MIN (cost, measure_name (&self->patterns[i], entry));
  if (cost != G_MAXUINT)
    add_guess (&self->best, entry->item,
               cost + (lies_in (self, entry->item) ? 0 : COST_DISTRICT));
}

/* With and without what may be its type word. */
static void
begin_search (Search *self, const KsUnitNames *names, const KsUnitQuestion *question, guint room)
{
  const KsSpelling *given = &question->cell.name;
  guint length;
  KsKind kind = ks_kind_find (given, 0, &length);

  self->names = names;
  self->question = question;
  self->n_patterns = 0;
  self->best.n_guesses = 0;
  self->best.room = MIN (room, G_N_ELEMENTS (self->best.guesses));
  if (given->length == 0 || given->length > WORD_LENGTH)
    return;
  set_pattern (&self->patterns[self->n_patterns++], given, KS_KIND_NONE);
  if (kind != KS_KIND_NONE && ks_spelling_skip (&self->bare, given, length))
    set_pattern (&self->patterns[self->n_patterns++], &self->bare, kind);
}

static guint
end_search (const Search *self, guint *items)
{
  for (guint i = 0; i < self->best.n_guesses; i++)
    items[i] = self->best.guesses[i].item;
  return self->best.n_guesses;
}

/**
 * ks_unit_guess_look:
 * @names: where to look
 * @question: a name that is none of them
 * @items: (array length=room): takes the units that are like it, the likest first
 * @room: how many are wanted, at most %KS_MATCH_MAX_GUESSES
 *
 * Finds names with few other letters, and names that stand amid other words.
 *
 * Returns: how many there are
 */
guint
ks_unit_guess_look (const KsUnitNames *names, const KsUnitQuestion *question, guint *items,
                    guint room)
{
  Search search;

  begin_search (&search, names, question, room);
  for (guint i = 0; i < names->units->entries->len; i++)
    try_entry (&search, &g_array_index (names->units->entries, KsNameEntry, i));
  return end_search (&search, items);
}

/**
 * ks_unit_guess_rank:
 * @names: where they are
 * @question: a name
 * @among: what it may mean
 * @items: (array length=room): takes the units among these, the likest first
 * @room: how many are wanted, at most %KS_MATCH_MAX_GUESSES
 *
 * Returns: how many there are
 */
guint
ks_unit_guess_rank (const KsUnitNames *names, const KsUnitQuestion *question,
                    const KsNameHits *among, guint *items, guint room)
{
  Search search;

  begin_search (&search, names, question, room);
  for (guint i = 0; i < among->n_hits; i++)
    try_entry (&search, among->hits[i].entry);
  return end_search (&search, items);
}
