/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "ks-proof-private.h"

/* What stands in the text layer of a page, and where. */

/* Poppler runs the cells of a table together, and puts blanks between letters that stand apart. */
#define TOKEN_PATTERN "[0-9](?: ?[0-9]){4} ?- ?[0-9A-HJKMNP-TV-Z](?: ?[0-9A-HJKMNP-TV-Z]){5}"
#define MM_PER_POINT (25.4 / 72)

/**
 * ks_page_measure:
 * @page: a page
 *
 * Returns: the whole of it, in mm
 */
KsRect
ks_page_measure (GObject *page)
{
  KsRect whole = { 0 };

  ks_reader_get (NULL)->measure_page (page, &whole.width, &whole.height);
  whole.width *= MM_PER_POINT;
  whole.height *= MM_PER_POINT;
  return whole;
}

/**
 * ks_page_text_new:
 * @page: a page
 *
 * Returns: (transfer full): its text layer
 */
KsPageText *
ks_page_text_new (GObject *page)
{
  KsPageText *self = g_new0 (KsPageText, 1);

  self->text = ks_reader_get (NULL)->dup_text (page, &self->places, &self->n_places);
  for (guint i = 0; i < self->n_places; i++)
    {
      KsRect *place = &self->places[i];

      *place = (KsRect){ place->x * MM_PER_POINT, place->y * MM_PER_POINT,
                         place->width * MM_PER_POINT, place->height * MM_PER_POINT };
    }
  return self;
}

/**
 * ks_page_text_free:
 * @self: (transfer full): the text layer of a page
 */
void
ks_page_text_free (KsPageText *self)
{
  g_free (self->text);
  g_free (self->places);
  g_free (self);
}

/**
 * ks_rect_holds_middle:
 * @self: a rectangle
 * @other: another
 *
 * Returns: whether the middle of @other lies in @self
 */
gboolean
ks_rect_holds_middle (const KsRect *self, const KsRect *other)
{
  double x = other->x + other->width / 2;
  double y = other->y + other->height / 2;

  return x >= self->x && x <= self->x + self->width && y >= self->y && y <= self->y + self->height;
}

/* Lines break where there is room, and a kind stands apart from its name in other letters. */
static char *
squeeze (const char *text)
{
  GString *letters = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  folded = g_utf8_casefold (letters->str, -1);
  g_string_free (letters, TRUE);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

typedef struct {
  gunichar letter;
  double   x;
  double   y;     /* of its middle */
  double   size;
} Letter;

static GArray *
find_letters (const KsPageText *self, const KsRect *area)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  guint i = 0;

  for (const char *p = self->text; *p != '\0' && i < self->n_places; p = g_utf8_next_char (p), i++)
    {
      const KsRect *place = &self->places[i];
      Letter letter = { g_utf8_get_char (p), place->x, place->y + place->height / 2, place->height };

      if (ks_rect_holds_middle (area, place))
        g_array_append_val (letters, letter);
    }
  return letters;
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const Letter *one = a;
  const Letter *other = b;

  return (one->y > other->y) - (one->y < other->y);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const Letter *one = a;
  const Letter *other = b;

  return (one->x > other->x) - (one->x < other->x);
}

/* Line by line from above, each from the left. */
static void
sort_letters (GArray *letters)
{
  Letter *all = (Letter *) (gpointer) letters->data;
  guint first = 0;

  g_array_sort (letters, compare_y);
  for (guint i = 1; i <= letters->len; i++)
    if (i == letters->len || all[i].y - all[first].y > all[first].size / 4)
      {
        qsort (all + first, i - first, sizeof (Letter), compare_x);
        first = i;
      }
}

static gboolean
hold_words (GArray *letters, gboolean backwards, const char *wanted)
{
  GString *text = g_string_new (NULL);
  g_autofree char *squeezed = NULL;

  for (guint i = 0; i < letters->len; i++)
    {
      guint at = backwards ? letters->len - 1 - i : i;

      g_string_append_unichar (text, g_array_index (letters, Letter, at).letter);
    }
  squeezed = squeeze (text->str);
  g_string_free (text, TRUE);
  return squeezed != NULL && wanted != NULL && strstr (squeezed, wanted) != NULL;
}

/**
 * ks_page_text_holds:
 * @self: the text layer of a page
 * @area: a part of it, in mm
 * @words: what should stand there
 *
 * Poppler keeps a cell of a table together but mixes what stands beside each other on a sheet; line
 * by line it is the other way round. A sheet that is turned by 180° is read from its end.
 *
 * Returns: whether @words stand in @area, one after the other, over as many lines as they need
 */
gboolean
ks_page_text_holds (const KsPageText *self, const KsRect *area, const char *words)
{
  g_autofree char *wanted = squeeze (words);
  g_autoptr (GArray) letters = NULL;

  if (self->text == NULL)
    return FALSE;
  letters = find_letters (self, area);
  if (hold_words (letters, FALSE, wanted))
    return TRUE;
  sort_letters (letters);
  return hold_words (letters, FALSE, wanted) || hold_words (letters, TRUE, wanted);
}

static void
free_caption (gpointer data)
{
  KsCaption *caption = data;

  g_free (caption->token);
  g_free (caption);
}

static void
grow_rect (KsRect *rect, const KsRect *with)
{
  double right = MAX (rect->x + rect->width, with->x + with->width);
  double bottom = MAX (rect->y + rect->height, with->y + with->height);

  rect->x = MIN (rect->x, with->x);
  rect->y = MIN (rect->y, with->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static KsCaption *
take_caption (const KsPageText *text, const GMatchInfo *match)
{
  KsCaption *caption = g_new0 (KsCaption, 1);
  g_autofree char *found = g_match_info_fetch (match, 0);
  g_auto (GStrv) parts = g_strsplit (found, " ", -1);
  int start;
  int end;
  guint first;

  g_match_info_fetch_pos (match, 0, &start, &end);
  caption->token = g_strjoinv ("", parts);
  first = (guint) g_utf8_strlen (text->text, start);
  caption->place = (KsRect){ G_MAXDOUBLE / 4, G_MAXDOUBLE / 4, -G_MAXDOUBLE / 2, -G_MAXDOUBLE / 2 };
  for (guint i = first; i < first + (guint) (end - start) && i < text->n_places; i++)
    grow_rect (&caption->place, &text->places[i]);
  return caption;
}

/**
 * ks_captions_read:
 * @text: the text layer of a page
 *
 * Returns: (transfer full) (element-type KsCaption): the tokens in it
 */
GPtrArray *
ks_captions_read (const KsPageText *text)
{
  g_autoptr (GRegex) regex = g_regex_new (TOKEN_PATTERN, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *captions = g_ptr_array_new_with_free_func (free_caption);

  if (text->text == NULL)
    return captions;
  for (g_regex_match (regex, text->text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (captions, take_caption (text, match));
  return captions;
}
