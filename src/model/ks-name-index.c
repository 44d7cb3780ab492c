/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-name-index.h"

#include <string.h>

static void
clear_entry (gpointer data)
{
  KsNameEntry *entry = data;

  g_free (entry->glyphs);
  g_free (entry->base);
}

/**
 * ks_name_index_new:
 * @level: what its items are
 *
 * Returns: (transfer full): an index without names
 */
KsNameIndex *
ks_name_index_new (KsLevel level)
{
  KsNameIndex *self = g_new0 (KsNameIndex, 1);

  self->level = level;
  self->entries = g_array_new (FALSE, FALSE, sizeof (KsNameEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->first = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * ks_name_index_free:
 * @self: (transfer full): an index
 */
void
ks_name_index_free (KsNameIndex *self)
{
  g_hash_table_unref (self->first);
  g_array_unref (self->entries);
  g_free (self);
}

/* A name may have no type word, and begin like one: Xa Lý is a name, with or without its xã. */
static KsKind
read_kind (const KsSpelling *whole, const char *kind, KsSpelling *bare)
{
  KsSpelling word;
  guint length;
  KsKind found = ks_kind_find_full (whole, &length);

  if (found != KS_KIND_NONE && ks_spelling_skip (bare, whole, length))
    return found;
  *bare = *whole;
  if (kind == NULL)
    return KS_KIND_NONE;
  ks_spelling_read (&word, kind);
  return ks_kind_find (&word, 0, &length);
}

/**
 * ks_name_index_add:
 * @self: an index
 * @name: a full name, with its type word in full or without
 * @kind: (nullable): its type word, if it is kept apart
 * @item: number of what bears the name
 * @alias: whether it bore the name only once
 *
 * Adds a name. One without a letter, or longer than any, is left out.
 */
void
ks_name_index_add (KsNameIndex *self, const char *name, const char *kind, guint item,
                   gboolean alias)
{
  KsNameEntry entry = { .item = item, .alias = alias };
  KsSpelling whole, bare;
  guint first;

  ks_spelling_read (&whole, name);
  entry.kind = read_kind (&whole, kind, &bare);
  if (bare.length == 0)
    return;
  entry.glyphs = g_memdup2 (bare.glyphs, bare.length * sizeof (KsGlyph));
  entry.base = g_strdup (bare.base);
  entry.length = bare.length;
  first = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, entry.base));
  entry.next = first > 0 ? first - 1 : KS_NAME_NONE;
  g_array_append_val (self->entries, entry);
  g_hash_table_replace (self->first, entry.base, GUINT_TO_POINTER (self->entries->len));
}

static gboolean
is_better (const KsNameHit *hit, const KsNameHit *than)
{
  if (hit->fit != than->fit)
    return hit->fit < than->fit;
  if (hit->same_kind != than->same_kind)
    return hit->same_kind;
  return than->entry->alias && !hit->entry->alias;
}

static void
add_hit (KsNameHits *self, const KsNameHit *hit)
{
  for (guint i = 0; i < self->n_hits; i++)
    if (self->hits[i].entry->item == hit->entry->item)
      {
        if (is_better (hit, &self->hits[i]))
          self->hits[i] = *hit;
        return;
      }
  if (self->n_hits < KS_NAME_MAX_HITS)
    self->hits[self->n_hits++] = *hit;
  else
    self->crowded = TRUE;
}

static void
find_bare (const KsNameIndex *self, const KsSpelling *bare, KsKind kind, KsNameHits *hits)
{
  guint next = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, bare->base));

  if (bare->length == 0 || next == 0)
    return;
  for (next--; next != KS_NAME_NONE;)
    {
      const KsNameEntry *entry = &g_array_index (self->entries, KsNameEntry, next);
      KsNameHit hit = { entry, ks_spelling_compare (bare->glyphs, entry->glyphs, bare->length),
                        kind != KS_KIND_NONE && kind == entry->kind };

      /* A number is a name only behind its type word. */
      if (hit.same_kind || !ks_spelling_is_numeral (bare))
        add_hit (hits, &hit);
      next = entry->next;
    }
}

/**
 * ks_name_index_find:
 * @self: an index
 * @given: what somebody wrote
 * @hits: (out): what it may mean
 *
 * Looks a name up, with what may be its type word taken off and left on. A type word of another
 * level is not taken off: "Huyện Yên Sơn" is no xã.
 */
void
ks_name_index_find (const KsNameIndex *self, const KsSpelling *given, KsNameHits *hits)
{
  KsSpelling bare;
  guint length;
  KsKind kind = ks_kind_find (given, 0, &length);

  hits->n_hits = 0;
  hits->crowded = FALSE;
  find_bare (self, given, KS_KIND_NONE, hits);
  if (kind != KS_KIND_NONE && ks_kind_get_level (kind) == self->level
      && ks_spelling_skip (&bare, given, length))
    find_bare (self, &bare, kind, hits);
}

typedef gboolean (*KeepFunc) (const KsNameHit *hit);

static gboolean
fits (const KsNameHit *hit)
{
  return hit->fit == KS_FIT_SAME;
}

static gboolean
may_fit (const KsNameHit *hit)
{
  return hit->fit != KS_FIT_OTHER;
}

static gboolean
has_kind (const KsNameHit *hit)
{
  return hit->same_kind;
}

static guint
keep (KsNameHits *self, KeepFunc func)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->n_hits; i++)
    if (func (&self->hits[i]))
      self->hits[n_kept++] = self->hits[i];
  self->n_hits = n_kept;
  return n_kept;
}

/* Whether the type word alone can tell them apart. */
static gboolean
are_namesakes (const KsNameHits *self, const guint *places)
{
  const KsNameEntry *first = self->hits[0].entry;

  for (guint i = 1; i < self->n_hits; i++)
    {
      const KsNameEntry *other = self->hits[i].entry;

      if (places != NULL && places[other->item] != places[first->item])
        return FALSE;
      if (other->length != first->length
          || ks_spelling_compare (other->glyphs, first->glyphs, first->length) != KS_FIT_SAME)
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_name_hits_settle:
 * @self: hits; afterwards what the text means, one if it is certain
 * @given: what somebody wrote
 * @places: (nullable): of each item: where it lies
 *
 * Leaves out what the text cannot mean. Marks that are there count: only a text without any may
 * have lost them, and then every name that it may come from stays. The type word, which people
 * mistake, decides nothing but between items of the very same name and place.
 */
void
ks_name_hits_settle (KsNameHits *self, const KsSpelling *given, const guint *places)
{
  KsNameHits of_kind;

  if (keep (self, ks_spelling_is_marked (given) ? fits : may_fit) < 2
      || !are_namesakes (self, places))
    return;
  of_kind = *self;
  if (keep (&of_kind, has_kind) > 0)
    *self = of_kind;
}
