/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-workbook-private.h"

/* Cells of sheets that look as on paper. */

#define FONT "Times New Roman"
#define FONT_SIZE 11
#define LETTERS 1.05 /* in the width of a digit */

static void
set_code (lxw_format *format, guint dress)
{
  g_autofree char *zeros = NULL;
  g_autofree char *code = NULL;

  if (dress == KS_DRESS_SHARE)
    format_set_num_format (format, "0.00%");
  if (dress < KS_DRESS_NUMBER)
    return;
  zeros = g_strnfill (dress - KS_DRESS_NUMBER, '0');
  code = g_strdup_printf (dress > KS_DRESS_NUMBER ? "#,##0.%s" : "#,##0%s", zeros);
  format_set_num_format (format, code);
}

/**
 * ks_workbook_create_dress:
 * @workbook: a workbook
 * @dress: what the cell is
 * @align: where its text stands
 * @bold: whether it is bold, whatever it is
 *
 * Returns: (transfer none): the format of a cell that looks as on paper
 */
lxw_format *
ks_workbook_create_dress (lxw_workbook *workbook, guint dress, KsSheetAlign align, gboolean bold)
{
  static const guint8 aligns[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (workbook);
  gboolean cell = dress != KS_DRESS_TITLE && dress != KS_DRESS_NOTE;

  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align (format, aligns[align]);
  if (dress == KS_DRESS_TEXT)
    format_set_num_format_index (format, 49);
  set_code (format, dress);
  if (cell)
    format_set_border (format, LXW_BORDER_THIN);
  if (dress != KS_DRESS_TITLE)
    format_set_text_wrap (format);
  if (bold || dress == KS_DRESS_HEADER || dress == KS_DRESS_TITLE)
    format_set_bold (format);
  if (dress == KS_DRESS_NOTE)
    format_set_italic (format);
  return format;
}

/**
 * ks_workbook_count_lines:
 * @text: of a cell
 * @width: of its column, in digits
 *
 * Not every spreadsheet makes a row as high as its text when it opens a file.
 *
 * Returns: about how many lines the text takes
 */
guint
ks_workbook_count_lines (const char *text, double width)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double room = MAX (1, width * LETTERS);
  double used = 0;
  guint n_lines = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double length = (double) g_utf8_strlen (words[i], -1);

      if (used > 0 && used + 1 + length > room)
        {
          n_lines++;
          used = 0;
        }
      used += length + (used > 0 ? 1 : 0);
      n_lines += (guint) (used / room);
      used -= (double) (guint) (used / room) * room;
    }
  return n_lines;
}
