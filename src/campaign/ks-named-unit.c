/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-named-unit.h"

#include <string.h>

#include "ks-code.h"
#include "ks-kind.h"
#include "ks-text.h"

/* Parts of a name that are looked at. */
#define MAX_PARTS 12

/* What the parts of a name say together. */
typedef struct {
  KsUnitMatcher *matcher;
  KsTokenTable  *tokens;
  guint          unit;
  gboolean       found;
  gboolean       doubtful;
  gboolean       unknown;  /* a part is called a unit, which nobody knows */
  KsUnit        *asked[KS_MATCH_MAX_GUESSES]; /* what a part may mean that is not certain */
  guint          n_asked;
} Search;

static void
add_found (Search *self, guint unit)
{
  self->doubtful |= self->found && self->unit != unit;
  self->found = TRUE;
  self->unit = unit;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* A code of which the zero in front was lost may be a year, and few figures count anything. */
static gboolean
is_code (const char *text)
{
  gsize length = strspn (text, "0123456789");

  if (text[length] != '\0')
    return FALSE;
  return length == KS_CODE_LENGTH
         || (length == KS_CODE_LENGTH - 1 && !g_str_has_prefix (text, "19")
             && !g_str_has_prefix (text, "20"));
}

static void
look_at_token (Search *self, const char *text)
{
  guint unit;
  KsTokenVerdict verdict = ks_token_table_read (self->tokens, text, &unit);

  if (verdict == KS_TOKEN_OK)
    add_found (self, unit);
  self->doubtful |= verdict == KS_TOKEN_MISMATCH;
}

static gboolean
begins_with_kind (const char *text)
{
  KsSpelling spelling;
  guint length;
  KsKind kind;

  if (!ks_spelling_read (&spelling, text))
    return FALSE;
  kind = ks_kind_find (&spelling, 0, &length);
  return kind != KS_KIND_NONE && ks_kind_get_level (kind) == KS_LEVEL_UNIT
         && length < spelling.length;
}

static gboolean
begins_with_full_kind (const char *text)
{
  KsSpelling spelling;
  guint length;

  return ks_spelling_read (&spelling, text)
         && ks_kind_find_full (&spelling, &length) != KS_KIND_NONE && length < spelling.length;
}

/* A name that several units bear is asked for, and whatever stands behind a type word; any other
 * word may be like some name. */
static void
look_at_name (Search *self, const char *text)
{
  KsMatch match;

  ks_unit_matcher_match (self->matcher, NULL, text, NULL, &match);
  if (match.unit != NULL)
    add_found (self, ks_unit_get_index (match.unit));
  else if (match.how == KS_MATCH_ASK && match.doubt != KS_DOUBT_MISSPELT)
    for (guint i = 0; i < match.n_guesses && self->n_asked < G_N_ELEMENTS (self->asked); i++)
      self->asked[self->n_asked++] = match.guesses[i];
  else
    self->unknown |= match.how == KS_MATCH_ASK ? begins_with_kind (text)
                                               : begins_with_full_kind (text);
}

/* "Phiếu khảo sát xã Tân Yên 01-04-2024": the name, and what follows a type word, up to a figure. */
static void
look_inside (Search *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char *figure = strpbrk (copy, "0123456789");

  if (figure != NULL)
    *figure = '\0';
  g_strchomp (copy);
  if (*copy != '\0')
    look_at_name (self, copy);
  for (const char *word = strchr (copy, ' '); word != NULL; word = strchr (word + 1, ' '))
    if (begins_with_kind (word + 1))
      look_at_name (self, word + 1);
}

static void
look_at_part (Search *self, const char *text)
{
  KsUnit *unit;

  if (is_code (text))
    {
      unit = ks_unit_matcher_find (self->matcher, text);
      if (unit != NULL)
        add_found (self, ks_unit_get_index (unit));
      return;
    }
  if (!has_letter (text))
    return;
  look_at_token (self, text);
  unit = ks_unit_matcher_find (self->matcher, text);
  if (unit != NULL)
    add_found (self, ks_unit_get_index (unit));
  else
    look_inside (self, text);
}

/* The name without what tells of the kind of its file. */
static char *
dup_bare_name (const char *name)
{
  static const char *const endings[]
      = { ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".zip" };
  char *bare = ks_text_clean (name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize length = strlen (bare), ending = strlen (endings[i]);

      if (length <= ending || g_ascii_strcasecmp (bare + length - ending, endings[i]) != 0)
        continue;
      bare[length - ending] = '\0';
      i = G_MAXUINT; /* "Xã Tân Yên.csv.zip" */
    }
  return bare;
}

static char *
dup_parted (const char *bare)
{
  g_autoptr (GString) text = g_string_new (bare);

  g_string_replace (text, " - ", "(", 0);
  g_string_replace (text, " – ", "(", 0);
  g_string_replace (text, " — ", "(", 0);
  g_string_replace (text, " › ", "(", 0);
  if (strchr (bare, ' ') != NULL)
    g_string_replace (text, "_", "(", 0);
  else
    g_string_replace (text, "_", " ", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A code that stands before a name is a part of its own: "07210 Xã Tân Yên". */
static void
add_part (GPtrArray *parts, const char *text)
{
  char *clean = ks_text_clean (text);
  gsize figures = strspn (clean, "0123456789");

  if (*clean == '\0' || parts->len >= MAX_PARTS)
    {
      g_free (clean);
      return;
    }
  if (figures == KS_CODE_LENGTH && strchr (" .", clean[figures]) != NULL && clean[figures] != '\0')
    {
      g_ptr_array_add (parts, g_strndup (clean, figures));
      add_part (parts, clean + figures + 1);
      g_free (clean);
      return;
    }
  g_ptr_array_add (parts, clean);
}

static GPtrArray *
dup_parts (const char *bare)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *parted = dup_parted (bare);
  g_auto (GStrv) texts = g_strsplit_set (parted, "()[]", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    add_part (parts, texts[i]);
  return parts;
}

/* A unit and its district in either order settle what neither does alone. */
static gboolean
look_at_pairs (Search *self, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    for (guint k = 0; k < parts->len; k++)
      {
        KsMatch match;

        if (i == k || !has_letter (parts->pdata[i]) || !has_letter (parts->pdata[k]))
          continue;
        ks_unit_matcher_match (self->matcher, NULL, parts->pdata[i], parts->pdata[k], &match);
        if (match.unit != NULL)
          add_found (self, ks_unit_get_index (match.unit));
      }
  return self->found && !self->doubtful;
}

/* What is asked for does not contradict what was found if it may mean the same. */
static KsNamed
conclude (const Search *self)
{
  gboolean may_be_same = self->n_asked == 0 && !self->unknown;

  for (guint i = 0; i < self->n_asked; i++)
    may_be_same |= ks_unit_get_index (self->asked[i]) == self->unit;
  if (self->found)
    return may_be_same && !self->doubtful ? KS_NAMED_UNIT : KS_NAMED_DOUBT;
  return self->doubtful || self->unknown || self->n_asked > 0 ? KS_NAMED_DOUBT : KS_NAMED_NOBODY;
}

/**
 * ks_named_unit_find:
 * @matcher: knows the names of the units
 * @tokens: knows their survey codes
 * @name: what a file or a sheet is called
 * @index: (out): the unit, where one is meant for certain
 *
 * Reads a name as a survey code, a code, or the name of a unit, as a whole and in its parts.
 *
 * Returns: what the name tells
 */
KsNamed
ks_named_unit_find (KsUnitMatcher *matcher, KsTokenTable *tokens, const char *name, guint *index)
{
  Search search = { .matcher = matcher, .tokens = tokens };
  g_autofree char *bare = dup_bare_name (name);
  g_autoptr (GPtrArray) parts = dup_parts (bare);
  /* A code before a name is one more word to agree with. */
  KsUnit *whole = has_letter (bare) && !g_ascii_isdigit (*bare)
                      ? ks_unit_matcher_find (matcher, bare)
                      : NULL;
  KsNamed named = KS_NAMED_UNIT;

  if (whole != NULL)
    add_found (&search, ks_unit_get_index (whole));
  else if (!look_at_pairs (&search, parts))
    {
      search = (Search){ .matcher = matcher, .tokens = tokens };
      for (guint i = 0; i < parts->len; i++)
        look_at_part (&search, parts->pdata[i]);
      named = conclude (&search);
    }
  *index = search.unit;
  return named;
}
