/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-list-letters.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"

#define N_PREVIEW 3

/* A column whose letters tell something. */
typedef struct {
  guint           column;
  GPtrArray      *cells; /* of char **: where each stands in the grid */
  KsEncodingGuess guess;
} Letters;

static void
free_letters (gpointer data)
{
  Letters *letters = data;

  g_ptr_array_unref (letters->cells);
  g_free (letters);
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((*text & 0x80) != 0)
      return FALSE;
  return TRUE;
}

/**
 * ks_list_letters_read:
 * @sheet: a sheet that is being read
 * @font: (nullable): in which a cell is set
 * @text: (array length=length): what it holds
 * @length: number of bytes
 *
 * A font is proof: see ks_encoding_find_by_font().
 *
 * Returns: (transfer full): what a person sees there, as far as the font tells
 */
char *
ks_list_letters_read (KsListSheet *sheet, const char *font, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  gboolean capitals = FALSE;
  KsEncoding encoding
      = font != NULL ? ks_encoding_find_by_font (font, &capitals) : KS_ENCODING_AUTO;
  char *converted;

  if (encoding == KS_ENCODING_AUTO || (is_ascii (copy) && !capitals) || ks_encoding_is_unicode (copy))
    return g_steal_pointer (&copy);
  converted = ks_encoding_convert_text (encoding, copy, capitals);
  sheet->n_converted[encoding]++;
  g_hash_table_add (sheet->settled, converted);
  return converted;
}

/* Titles that are understood as they stand were typed anew over an old list. */
static gboolean
is_title (const KsListSheet *sheet, guint at, const char *text)
{
  return at < KS_LIST_HEADER_WITHIN && ks_list_read_title (NULL, text).role != KS_LIST_IGNORED;
}

static void
judge (Letters *letters)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_sized_new (letters->cells->len);

  for (guint i = 0; i < letters->cells->len; i++)
    g_ptr_array_add (texts, *(char **) letters->cells->pdata[i]);
  ks_encoding_guess_texts ((const char *const *) texts->pdata, texts->len, &letters->guess);
}

/* The cells of a column of which nothing is certain yet; %NULL if there are none. */
static Letters *
collect (KsListSheet *sheet, guint column)
{
  Letters *letters = g_new0 (Letters, 1);

  letters->column = column;
  letters->cells = g_ptr_array_new ();
  for (guint i = 0; i < sheet->grid->len; i++)
    {
      KsListRow *row = sheet->grid->pdata[i];

      if (column < row->n_cells && !is_ascii (row->cells[column])
          && !g_hash_table_contains (sheet->settled, row->cells[column])
          && !ks_encoding_is_unicode (row->cells[column]) && !is_title (sheet, i, row->cells[column]))
        g_ptr_array_add (letters->cells, &row->cells[column]);
    }
  if (letters->cells->len > 0)
    {
      judge (letters);
      return letters;
    }
  free_letters (letters);
  return NULL;
}

static void
convert (KsListSheet *sheet, Letters *letters, KsEncoding encoding)
{
  for (guint i = 0; i < letters->cells->len; i++)
    {
      char **cell = letters->cells->pdata[i];
      g_autofree char *raw = *cell;

      *cell = ks_encoding_convert_text (encoding, raw, FALSE);
    }
  if (encoding >= KS_ENCODING_WINDOWS_1258)
    sheet->n_converted[encoding] += letters->cells->len;
}

static gboolean
is_candidate (const Letters *letters, KsEncoding encoding)
{
  for (guint i = 0; i < letters->guess.n_candidates; i++)
    if (letters->guess.candidates[i].encoding == encoding)
      return TRUE;
  return FALSE;
}

/* An office types a list with one font: what is certain of a column tells of the others. */
static gboolean
settle_by_others (KsListSheet *sheet, Letters *letters)
{
  KsEncoding found = KS_ENCODING_AUTO;

  for (guint i = KS_ENCODING_WINDOWS_1258; i < KS_N_ENCODINGS; i++)
    if (sheet->n_converted[i] > 0)
      {
        if (found != KS_ENCODING_AUTO)
          return FALSE;
        found = (KsEncoding) i;
      }
  if (found == KS_ENCODING_AUTO || !is_candidate (letters, found))
    return FALSE;
  convert (sheet, letters, found);
  return TRUE;
}

static char *
preview (const Letters *letters, KsEncoding encoding)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (letters->cells->len, N_PREVIEW); i++)
    {
      g_autofree char *converted
          = ks_encoding_convert_text (encoding, *(char **) letters->cells->pdata[i], FALSE);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", converted);
    }
  return g_string_free (text, FALSE);
}

static KsEncodingQuestion *
ask (KsListSheet *sheet, const Letters *letters)
{
  g_autofree char *place = ks_list_sheet_dup_place (sheet, 0, (int) letters->column);
  KsEncodingQuestion *question = ks_encoding_question_new (place);

  for (guint i = 0; i < letters->guess.n_candidates; i++)
    {
      const KsEncodingCandidate *candidate = &letters->guess.candidates[i];

      ks_encoding_question_add (question, candidate, preview (letters, candidate->encoding));
    }
  return question;
}

static guint
find_width (const KsListSheet *sheet)
{
  guint width = 0;

  for (guint i = 0; i < sheet->grid->len; i++)
    width = MAX (width, ((const KsListRow *) sheet->grid->pdata[i])->n_cells);
  return width;
}

/* Says what was done: nobody shall wonder about names that stand otherwise in the file. */
static char *
describe (KsEncoding encoding, guint n_cells)
{
  g_autofree char *count = ks_format_count (n_cells);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s cell was typed with an old font and read as %s",
                                       "%s cells were typed with an old font and read as %s",
                                       n_cells),
                          count, ks_encoding_get_label (encoding));
}

/**
 * ks_list_letters_settle:
 * @sheet: a sheet of a workbook, read but not understood yet
 * @chosen: what a person says that doubtful columns are in; %KS_ENCODING_AUTO: nobody was asked
 *
 * Judges column by column and converts what was typed with an old font, noting how many cells.
 *
 * Returns: (transfer full) (nullable): what somebody must be asked first
 */
KsEncodingQuestion *
ks_list_letters_settle (KsListSheet *sheet, KsEncoding chosen)
{
  g_autoptr (GPtrArray) doubtful = g_ptr_array_new_with_free_func (free_letters);
  guint width = find_width (sheet);

  for (guint column = 0; column < width; column++)
    {
      Letters *letters = collect (sheet, column);

      if (letters != NULL && letters->guess.sure)
        convert (sheet, letters, letters->guess.candidates[0].encoding);
      if (letters != NULL && !letters->guess.sure && letters->guess.n_candidates > 0)
        g_ptr_array_add (doubtful, letters);
      else if (letters != NULL)
        free_letters (letters);
    }
  for (guint i = 0; i < doubtful->len; i++)
    if (chosen != KS_ENCODING_AUTO)
      convert (sheet, doubtful->pdata[i], chosen);
    else if (!settle_by_others (sheet, doubtful->pdata[i]))
      return ask (sheet, doubtful->pdata[i]);
  for (guint i = KS_ENCODING_WINDOWS_1258; i < KS_N_ENCODINGS; i++)
    if (sheet->n_converted[i] > 0)
      g_ptr_array_add (sheet->remarks, describe ((KsEncoding) i, sheet->n_converted[i]));
  g_hash_table_remove_all (sheet->settled);
  return NULL;
}
