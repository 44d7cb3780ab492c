/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-csv-private.h"

#include <string.h>

#include "ks-i18n.h"

#define SAMPLE_ROWS 20
#define UNFIT 0

typedef struct {
  const char *text;
  gsize length;
  char delimiter;
  gsize position;
} Sample;

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Goes behind the cell at the position. Fails if its quotes do not suit the delimiter. */
static gboolean
skip_cell (Sample *sample)
{
  const char *text = sample->text;
  gsize i = sample->position;

  if (i < sample->length && text[i] == '"')
    {
      for (i++; i < sample->length; i++)
        if (text[i] == '"')
          {
            if (i + 1 >= sample->length || text[i + 1] != '"')
              break;
            i++;
          }
      i = MIN (i + 1, sample->length);
      if (i < sample->length && text[i] != sample->delimiter && !is_line_end (text[i]))
        return FALSE;
    }
  while (i < sample->length && text[i] != sample->delimiter && !is_line_end (text[i]))
    i++;
  sample->position = i;
  return TRUE;
}

/* Goes behind the row at the position and its line end. Returns its number of cells. */
static guint
skip_row (Sample *sample)
{
  guint n_cells = 1;

  while (skip_cell (sample))
    {
      if (sample->position >= sample->length)
        return n_cells;
      if (is_line_end (sample->text[sample->position]))
        {
          while (sample->position < sample->length && is_line_end (sample->text[sample->position]))
            sample->position++;
          return n_cells;
        }
      n_cells++;
      sample->position++;
    }
  return UNFIT;
}

/* How well a delimiter fits: the share of rows as wide as the first, then the width. */
static guint
score_delimiter (const char *text, gsize length, gboolean whole, char delimiter)
{
  Sample sample = { text, length, delimiter, 0 };
  guint first = UNFIT, n_rows = 0, n_alike = 0;

  while (sample.position < length && n_rows < SAMPLE_ROWS)
    {
      guint n_cells = skip_row (&sample);
      gboolean cut_off = !whole && sample.position >= length;

      if (n_cells == UNFIT)
        return UNFIT;
      if (cut_off && n_rows > 0)
        break;
      if (n_rows == 0)
        first = n_cells;
      n_alike += n_cells == first;
      n_rows++;
    }
  if (first < 2 || n_alike * 2 < n_rows)
    return UNFIT;
  return n_alike * 1000 / n_rows * 1000 + MIN (first, 999);
}

/**
 * ks_csv_sniff_delimiter:
 * @text: (array length=length): the beginning of a table
 * @length: number of bytes
 * @whole: whether the file ends where @text does
 *
 * Guesses what parts the cells, from the first rows: the share of rows as wide as the first, then
 * the width.
 *
 * Returns: comma, semicolon, tab, or one of the signs that people choose because no text holds them:
 *   |, ^ or ~; a comma if nothing tells
 */
char
ks_csv_sniff_delimiter (const char *text, gsize length, gboolean whole)
{
  static const char candidates[] = { ',', ';', '\t', '|', '^', '~' };
  char best = candidates[0];
  guint best_score = UNFIT;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint score = score_delimiter (text, length, whole, candidates[i]);

      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }
  return best;
}

static gboolean
is_web_page (const guint8 *data, gsize length)
{
  gsize start = 0;

  while (start < length && g_ascii_isspace (data[start]))
    start++;
  return length - start >= 14
         && (g_ascii_strncasecmp ((const char *) data + start, "<!doctype html", 14) == 0
             || g_ascii_strncasecmp ((const char *) data + start, "<html", 5) == 0);
}

/**
 * ks_csv_describe_foreign:
 * @data: (array length=length): the beginning of a file
 * @length: number of bytes
 *
 * Says for people what a file is if its first bytes show that it is no text we can read.
 *
 * Returns: (transfer full) (nullable): the kind of file, or %NULL if it may be text
 */
char *
ks_csv_describe_foreign (const guint8 *data, gsize length)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *description;
  } kinds[] = {
    { "\x89PNG\r\n", 6, N_("a picture (PNG)") },
    { "\xff\xd8\xff", 3, N_("a picture (JPEG)") },
    { "GIF8", 4, N_("a picture (GIF)") },
    { "%PDF-", 5, N_("a PDF document") },
    { "PK\x03\x04", 4, N_("an Excel workbook (XLSX) or another ZIP archive") },
    { "\xd0\xcf\x11\xe0", 4, N_("an old Excel or Word file (XLS, DOC), or one with a password") },
    { "SQLite format 3", 15, N_("a survey campaign or another database") },
    { "\x1f\x8b", 2, N_("a compressed file (GZIP)") },
    { "Rar!", 4, N_("a compressed file (RAR)") },
    { "7z\xbc\xaf", 4, N_("a compressed file (7z)") },
    { "MZ", 2, N_("a program") },
    { "\x7f" "ELF", 4, N_("a program") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (data, kinds[i].bytes, kinds[i].length) == 0
        && (kinds[i].bytes[0] != 'M' || memchr (data, 0, length) != NULL))
      return g_strdup (_(kinds[i].description));
  if (is_web_page (data, length))
    return g_strdup (_("a web page"));
  return NULL;
}
