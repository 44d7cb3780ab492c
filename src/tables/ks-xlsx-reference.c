/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-xlsx-reference.h"

/**
 * ks_xlsx_read_number:
 * @text: (nullable): digits
 * @max: the largest number that makes sense, below %G_MAXUINT64 / 10
 *
 * Returns: the number; %G_MAXUINT64 if it is none
 */
guint64
ks_xlsx_read_number (const char *text, guint64 max)
{
  guint64 number = 0;

  if (text == NULL || *text == '\0')
    return G_MAXUINT64;
  /* A sheet has millions of them: no function that heeds signs and locales. */
  for (; g_ascii_isdigit (*text) && number <= max; text++)
    number = number * 10 + (guint64) (*text - '0');
  return *text == '\0' && number <= max ? number : G_MAXUINT64;
}

/**
 * ks_xlsx_read_column:
 * @reference: where a cell stands: "XFD1048576"
 * @rest: (out): what is behind the letters
 *
 * Returns: the column, from 0; %G_MAXUINT beyond the end of a sheet
 */
guint
ks_xlsx_read_column (const char *reference, const char **rest)
{
  guint column = 0;

  for (; g_ascii_isalpha (*reference) && column <= KS_XLSX_MAX_COLUMN; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
  *rest = reference;
  return column >= 1 && column <= KS_XLSX_MAX_COLUMN ? column - 1 : G_MAXUINT;
}

/**
 * ks_xlsx_read_merge:
 * @reference: where merged cells stand: "A1:C3"
 * @merge: (out): the same
 *
 * Returns: whether there is such a place
 */
gboolean
ks_xlsx_read_merge (const char *reference, KsMerge *merge)
{
  const char *rest;
  char *end;

  merge->first_column = ks_xlsx_read_column (reference, &rest);
  merge->first_row = g_ascii_strtoull (rest, &end, 10);
  if (*end != ':')
    return FALSE;
  merge->last_column = ks_xlsx_read_column (end + 1, &rest);
  merge->last_row = g_ascii_strtoull (rest, &end, 10);
  return *end == '\0' && merge->first_row >= 1 && merge->last_row <= KS_XLSX_MAX_ROW
         && merge->first_row <= merge->last_row && merge->first_column <= merge->last_column
         && merge->last_column < KS_XLSX_MAX_COLUMN;
}
