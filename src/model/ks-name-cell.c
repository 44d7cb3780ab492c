/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-matcher-private.h"

#include <string.h>

static gboolean
is_separator (gunichar c)
{
  switch (c)
    {
    case ',':
    case ';':
    case '/':
    case '|':
    case '(':
    case ')':
    case '[':
    case ']':
      return TRUE;
    default:
      return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
    }
}

static const char *
find_separator (const char *text)
{
  while (*text != '\0' && !is_separator (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static void
add_part (KsNameCell *self, const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  KsSpelling *place = &self->places[self->n_places];

  if (self->n_places == KS_CELL_MAX_PLACES)
    {
      self->crowded = TRUE;
      return;
    }
  self->crowded |= !ks_spelling_read (place, part);
  if (place->length > 0)
    self->n_places++;
}

/* Where the type word of a district begins inside a name, in full or with two letters. */
static guint
find_inner_place (const KsSpelling *name)
{
  for (guint i = 1; i < name->length; i++)
    {
      guint length;

      if (name->base[i - 1] == ' ' && i + 2 < name->length)
        {
          KsKind kind = ks_kind_find (name, i, &length);

          if (kind != KS_KIND_NONE && ks_kind_get_level (kind) == KS_LEVEL_DISTRICT && length > 1)
            return i;
        }
    }
  return 0;
}


/**
 * ks_name_cell_read:
 * @self: room for a cell
 * @text: (nullable): what stands in it
 *
 * Parts the name of a unit from the places that it is said to lie in: "Phúc Sơn (Tân Yên)",
 * "Xã Phúc Sơn - H. Tân Yên".
 */
void
ks_name_cell_read (KsNameCell *self, const char *text)
{
  const char *start = text != NULL ? text : "";
  const char *end = find_separator (start);
  g_autofree char *name = g_strndup (start, (gsize) (end - start));

  self->n_places = 0;
  self->crowded = !ks_spelling_read (&self->name, name);
  while (*end != '\0')
    {
      start = g_utf8_next_char (end);
      end = find_separator (start);
      add_part (self, start, (gsize) (end - start));
    }
}

/**
 * ks_name_cell_split:
 * @self: a cell whose name is none of a registry
 *
 * Parts "xã Phúc Sơn huyện Tân Yên", too, before the type word of the district. Only who knows
 * that the whole is no name may do so: Xã Quan Sơn is one.
 *
 * Returns: whether there was a place inside
 */
gboolean
ks_name_cell_split (KsNameCell *self)
{
  guint inner = find_inner_place (&self->name);

  if (inner == 0 || self->n_places == KS_CELL_MAX_PLACES)
    return FALSE;
  ks_spelling_skip (&self->places[self->n_places++], &self->name, inner);
  self->name.length = inner - 1;
  self->name.base[inner - 1] = '\0';
  return TRUE;
}

/**
 * ks_name_cell_add_place:
 * @self: a cell
 * @text: (nullable): the district that a column of its own tells
 */
void
ks_name_cell_add_place (KsNameCell *self, const char *text)
{
  if (text != NULL)
    add_part (self, text, strlen (text));
}
