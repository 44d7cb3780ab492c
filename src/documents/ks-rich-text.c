/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-rich-text.h"

#include <string.h>

typedef enum
{
  PIECE_TEXT,   /* up to the next mark */
  PIECE_QUOTED, /* {=…} */
  PIECE_BRACE,  /* {{ */
  PIECE_FIGURE, /* {…} */
  PIECE_OPEN,
} PieceKind;

typedef struct
{
  PieceKind kind;
  const char *text;
  gsize length;
} Piece;

/* Takes the next piece of a marked text. */
static gboolean
read_piece (const char **at, Piece *piece)
{
  const char *end;

  if (**at == '\0')
    return FALSE;
  if (**at != '{')
    {
      *piece = (Piece){ PIECE_TEXT, *at, strcspn (*at, "{") };
      *at += piece->length;
      return TRUE;
    }
  if ((*at)[1] == '{')
    {
      *piece = (Piece){ PIECE_BRACE, *at, 1 };
      *at += 2;
      return TRUE;
    }
  end = strchr (*at, '}');
  if (end == NULL)
    {
      *piece = (Piece){ PIECE_OPEN, *at, strlen (*at) };
      *at += piece->length;
      return TRUE;
    }
  if ((*at)[1] == '=')
    *piece = (Piece){ PIECE_QUOTED, *at + 2, (gsize)(end - *at) - 2 };
  else
    *piece = (Piece){ PIECE_FIGURE, *at + 1, (gsize)(end - *at) - 1 };
  *at = end + 1;
  return TRUE;
}

static const KsFigure *
find_figure (const Piece *piece, KsFigureBook *book)
{
  g_autofree char *id = g_strndup (piece->text, piece->length);

  return ks_figure_book_lookup (book, id);
}

/* A control character has no place in XML, nor a glyph on paper; of those a text has, a tab is a
 * blank, and a line feed stays. Marks that turn the direction of what follows would turn figures
 * round too. */
static gboolean
is_dropped (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0)
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028
         || c == 0x2029 || c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static gboolean
is_clean (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || (guchar)*p >= 0x7F)
      return FALSE;
  return TRUE;
}

/**
 * ks_text_dup_printable:
 * @text: anything that somebody typed or that came in a file
 *
 * Returns: (transfer full): valid UTF-8 without control characters: what XML can hold and paper
 *   can show
 */
char *
ks_text_dup_printable (const char *text)
{
  g_autofree char *valid = NULL;
  GString *printable;

  if (is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  printable = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (printable, ' ');
      else if (!is_dropped (c))
        g_string_append_unichar (printable, c);
    }
  return g_string_free (printable, FALSE);
}

static void
append_printable (GString *text, const char *piece, gsize length)
{
  g_autofree char *given = g_strndup (piece, length);
  g_autofree char *printable = ks_text_dup_printable (given);

  g_string_append (text, printable);
}

static void
append_figure (GString *text, GArray *spans, const KsFigure *figure)
{
  KsSpan span = { figure, text->len, text->len + strlen (figure->text) };

  g_string_append (text, figure->text);
  g_array_append_val (spans, span);
}

/**
 * ks_rich_text_new:
 * @marked: a text as papers write it
 * @book: where its figures are
 *
 * Returns: (transfer full): the text with its figures; what cannot be read stands as it was given
 */
KsRichText *
ks_rich_text_new (const char *marked, KsFigureBook *book)
{
  KsRichText *self = g_new0 (KsRichText, 1);
  GString *text = g_string_new (NULL);
  const char *at = marked;
  Piece piece;

  self->spans = g_array_new (FALSE, FALSE, sizeof (KsSpan));
  while (read_piece (&at, &piece))
    {
      const KsFigure *figure = piece.kind == PIECE_FIGURE ? find_figure (&piece, book) : NULL;

      if (figure != NULL)
        append_figure (text, self->spans, figure);
      else
        append_printable (text, piece.text, piece.length);
    }
  self->text = g_string_free (text, FALSE);
  return self;
}

/**
 * ks_rich_text_new_plain:
 * @text: what an officer wrote
 *
 * Returns: (transfer full): the text without figures; no mark is read in it
 */
KsRichText *
ks_rich_text_new_plain (const char *text)
{
  KsRichText *self = g_new0 (KsRichText, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (KsSpan));
  self->text = ks_text_dup_printable (text);
  return self;
}

/**
 * ks_rich_text_free:
 * @self: (transfer full): a text
 */
void
ks_rich_text_free (KsRichText *self)
{
  g_array_unref (self->spans);
  g_free (self->text);
  g_free (self);
}

/* The word around a digit, for the eye of whoever has to find it. */
static char *
find_digit (const Piece *piece)
{
  g_autofree char *text = g_strndup (piece->text, piece->length);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *word = valid;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ' ' || *p == '\n')
      word = p + 1;
    else if (g_unichar_isdigit (g_utf8_get_char (p)))
      return g_strndup (word, strcspn (word, " \n"));
  return NULL;
}

static KsMarkFault
judge_piece (const Piece *piece, KsFigureBook *book, char **word)
{
  switch (piece->kind)
    {
    case PIECE_TEXT:
      *word = find_digit (piece);
      return *word != NULL ? KS_MARK_DIGIT : KS_MARK_FINE;
    case PIECE_FIGURE:
      if (find_figure (piece, book) != NULL)
        return KS_MARK_FINE;
      *word = g_strndup (piece->text, piece->length);
      return KS_MARK_UNKNOWN;
    case PIECE_OPEN:
      *word = g_strndup (piece->text, piece->length);
      return KS_MARK_OPEN;
    case PIECE_QUOTED:
    case PIECE_BRACE:
    default:
      return KS_MARK_FINE;
    }
}

/**
 * ks_rich_text_judge:
 * @marked: a text as papers write it
 * @book: where its figures are
 * @word: (out): what is wrong in it
 *
 * Returns: whether every number of the text has an account
 */
KsMarkFault
ks_rich_text_judge (const char *marked, KsFigureBook *book, char **word)
{
  KsMarkFault fault = KS_MARK_FINE;
  const char *at = marked;
  Piece piece;

  *word = NULL;
  while (fault == KS_MARK_FINE && read_piece (&at, &piece))
    fault = judge_piece (&piece, book, word);
  return fault;
}
