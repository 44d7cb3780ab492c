/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper.h"

#include <string.h>

#include "ks-number.h"

#define LEFT_HEAD 68.8
#define RIGHT_HEAD 148.8
#define HEAD_WIDTH 77.0
#define TAG_BASELINE 12.0
#define TAG_HEIGHT 5.0
#define LINE_HEIGHT 1.18
#define CELL_HEIGHT 0.66
#define SIMULATED "SỐ LIỆU MÔ PHỎNG"

/* The long forms that offices abbreviate before they take a smaller size. */
static const char *const short_forms[][2] = {
  { "BAN CHỈ ĐẠO", "BCĐ" },
  { "QUY CHẾ DÂN CHỦ", "QCDC" },
};

static double
get_em (const KsStyle *style)
{
  return style->size * KS_MM_PER_POINT;
}

static char *
shorten_organ (const char *organ)
{
  g_autoptr (GString) text = g_string_new (organ);

  for (guint i = 0; i < G_N_ELEMENTS (short_forms); i++)
    g_string_replace (text, short_forms[i][0], short_forms[i][1], 0);
  return g_strdup (text->str);
}

/* Returns how much lower everything under the issuing body stands. */
static double
add_organ (KsFolio *page, const char *superior, const char *organ)
{
  KsStyle plain = KS_SERIF (14);
  KsStyle bold = KS_SERIF_BOLD (14);
  g_autofree char *shorter = NULL;
  g_auto (GStrv) lines = NULL;
  double y = 31.2;

  if (ks_type_get_width (ks_type_get (), &bold, organ) > HEAD_WIDTH)
    organ = shorter = shorten_organ (organ);
  if (ks_type_get_width (ks_type_get (), &bold, organ) > HEAD_WIDTH)
    plain.size = bold.size = 11.5;
  lines = ks_paper_wrap (&bold, organ, 0, HEAD_WIDTH);
  ks_folio_add_text (page, &plain, KS_INK_BLACK, KS_ALIGN_CENTRE, LEFT_HEAD, 25, superior);
  for (guint i = 0; lines[i] != NULL; i++, y += 5.4)
    ks_folio_add_text (page, &bold, KS_INK_BLACK, KS_ALIGN_CENTRE, LEFT_HEAD, y, lines[i]);
  return y - 5.4 - 31.2;
}

/**
 * ks_paper_add_head:
 * @page: the first page of a paper
 * @superior: TỈNH ỦY …
 * @organ: the issuing body
 * @number: (nullable): "Số …-BC/BDVTU", for reports
 * @place_date: (nullable): place and date, for reports
 *
 * Adds the head of a Party document (Hướng dẫn 36-HD/VPTW, 2018): no national motto.
 */
void
ks_paper_add_head (KsFolio *page, const char *superior, const char *organ, const char *number,
                   const char *place_date)
{
  static const char party[] = "ĐẢNG CỘNG SẢN VIỆT NAM";
  KsStyle plain = KS_SERIF (14);
  KsStyle bold = KS_SERIF_BOLD (15);
  KsStyle italic = KS_SERIF_ITALIC (14);
  double half = ks_type_get_width (ks_type_get (), &bold, party) / 2;
  double lower = add_organ (page, superior, organ);

  ks_folio_add_text (page, &plain, KS_INK_BLACK, KS_ALIGN_CENTRE, LEFT_HEAD, 37.6 + lower, "*");
  if (number != NULL)
    ks_folio_add_text (page, &plain, KS_INK_BLACK, KS_ALIGN_CENTRE, LEFT_HEAD, 43.2 + lower,
                      number);
  ks_folio_add_text (page, &bold, KS_INK_BLACK, KS_ALIGN_CENTRE, RIGHT_HEAD, 25, party);
  ks_folio_add_line (page, RIGHT_HEAD - half, 27.1, RIGHT_HEAD + half, 27.1, 0.25);
  if (place_date != NULL)
    ks_folio_add_text (page, &italic, KS_INK_BLACK, KS_ALIGN_CENTRE, RIGHT_HEAD, 37.6, place_date);
}

/* "TỈNH ỦY BÀ RỊA - VŨNG TÀU" sits in Bà Rịa - Vũng Tàu: what follows the last of these words. */
static const char *
skip_to_place (const char *superior)
{
  static const char *const words[] = { "TỈNH ỦY ", "THÀNH ỦY ", "TỈNH ", "THÀNH PHỐ " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *found = g_strrstr (superior, words[i]);

      if (found != NULL)
        return found + strlen (words[i]);
    }
  return NULL;
}

static char *
dup_place (const char *superior)
{
  g_autofree char *capitals = g_utf8_strup (superior != NULL ? superior : "", -1);
  const char *place = skip_to_place (capitals);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean first = TRUE;

  if (place == NULL)
    return g_strdup ("……………");
  for (const char *p = place; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, first ? c : g_unichar_tolower (c));
      first = !g_unichar_isalpha (c);
    }
  return g_strdup (text->str);
}

/**
 * ks_paper_dup_place_date:
 * @superior: TỈNH ỦY …
 * @day: any moment of the day
 *
 * Returns: (transfer full): "Bắc Giang, ngày 02 tháng 4 năm 2024"; a place that @superior does not
 *   tell is left to be written by hand
 */
char *
ks_paper_dup_place_date (const char *superior, KsMoment day)
{
  int year, month, date, hour, minute, second;
  g_autofree char *place = dup_place (superior);

  ks_moment_to_civil (day, &year, &month, &date, &hour, &minute, &second);
  return g_strdup_printf ("%s, ngày %02d tháng %s%d năm %d", place, date, month <= 2 ? "0" : "",
                          month, year);
}

/**
 * ks_paper_format_rate:
 * @answers: counted answers
 * @staff: the people asked
 * @reconciling: whether the figures are being reconciled
 *
 * A scope with more answers than staff shows no rate until its figures are reconciled.
 *
 * Returns: (transfer full): what stands for the rate
 */
char *
ks_paper_format_rate (gint64 answers, gint64 staff, gboolean reconciling)
{
  if (reconciling || answers > staff)
    return g_strdup ("đang đối chiếu");
  return staff > 0 ? ks_format_percent (answers, staff) : g_strdup ("–");
}

/**
 * ks_paper_add_number:
 * @page: a page
 * @number: its number; the first page shows none
 */
void
ks_paper_add_number (KsFolio *page, guint number)
{
  KsStyle style = KS_SERIF (14);
  g_autofree char *text = g_strdup_printf ("%u", number);

  if (number > 1)
    ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_CENTRE, KS_PAPER_CENTRE, 14, text);
}

/**
 * ks_paper_add_simulated:
 * @page: an empty page of a simulated campaign
 * @watermark: whether the words also stand behind the text: never behind codes
 */
void
ks_paper_add_simulated (KsFolio *page, gboolean watermark)
{
  KsStyle style = KS_SERIF_BOLD (9);

  if (watermark)
    ks_folio_add_watermark (page, KS_A4_WIDTH / 2, KS_A4_HEIGHT / 2, SIMULATED);
  ks_folio_add_tag (page, &style, KS_PAPER_RIGHT, TAG_BASELINE, TAG_HEIGHT, SIMULATED);
}

/**
 * ks_paper_add_centred:
 * @page: a page
 * @style: how it is set
 * @y: baseline
 * @text: one line, centred between the margins
 */
void
ks_paper_add_centred (KsFolio *page, const KsStyle *style, double y, const char *text)
{
  ks_folio_add_text (page, style, KS_INK_BLACK, KS_ALIGN_CENTRE, KS_PAPER_CENTRE, y, text);
}

/**
 * ks_paper_wrap:
 * @style: how the text is set
 * @text: words with single blanks between; a line feed ends a line
 * @indent: how much less room the first line has, in mm
 * @width: of a line, in mm
 *
 * Breaks a text into lines at blanks. A word wider than @width has a line of its own.
 *
 * Returns: (transfer full): the lines
 */
char **
ks_paper_wrap (const KsStyle *style, const char *text, double indent, double width)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) given = g_strsplit (text, "\n", -1);
  KsType *type = ks_type_get ();
  double blank = ks_type_get_width (type, style, " ");
  double room = width - indent;

  /* Most texts are names that fit; to shape their words would double the work. */
  if (strchr (text, '\n') == NULL && ks_type_get_width (type, style, text) <= room)
    return g_steal_pointer (&given);
  for (guint i = 0; given[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (given[i], " ", -1);
      g_autoptr (GString) line = g_string_new (NULL);
      double used = 0;

      for (guint k = 0; words[k] != NULL; k++)
        {
          double wide = ks_type_get_width (type, style, words[k]);

          if (line->len > 0 && used + blank + wide > room)
            {
              g_ptr_array_add (lines, g_strdup (line->str));
              g_string_truncate (line, 0);
              used = 0;
              room = width;
            }
          used += wide + (line->len > 0 ? blank : 0);
          g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[k]);
        }
      g_ptr_array_add (lines, g_strdup (line->str));
      room = width;
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}

/**
 * ks_paper_add_paragraph:
 * @page: a page
 * @style: how the text is set
 * @y: baseline of the first line
 * @pitch: from line to line, in mm
 * @indent: of the first line, in mm
 * @text: words with single blanks between
 *
 * Adds a justified paragraph between the margins.
 *
 * Returns: baseline of the line that would follow
 */
double
ks_paper_add_paragraph (KsFolio *page, const KsStyle *style, double y, double pitch, double indent,
                        const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (style, text, indent, KS_PAPER_WIDTH);

  for (guint i = 0; lines[i] != NULL; i++, y += pitch)
    {
      double x = KS_PAPER_LEFT + (i == 0 ? indent : 0);

      if (lines[i + 1] == NULL)
        ks_folio_add_text (page, style, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, lines[i]);
      else
        ks_folio_add_stretched (page, style, x, y, KS_PAPER_RIGHT - x, lines[i]);
    }
  return y;
}

/**
 * ks_paper_measure_cell:
 * @style: how the text is set
 * @width: of the cell, in mm
 * @padding: left and right, in mm
 * @text: what it says
 *
 * Returns: the height of the text from the top of the first line's capitals to the last baseline
 */
double
ks_paper_measure_cell (const KsStyle *style, double width, double padding, const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (style, text, 0, width - 2 * padding);

  /* An empty text has no line at all, but is as high as one. */
  return (CELL_HEIGHT + (MAX (1, g_strv_length (lines)) - 1) * LINE_HEIGHT) * get_em (style);
}

/**
 * ks_paper_add_cell:
 * @page: a page
 * @style: how the text is set
 * @align: left, centre or right
 * @cell: the cell between its lines
 * @padding: left and right, in mm
 * @text: what it says; broken into lines where it does not fit
 *
 * Adds a text in the middle of the height of a cell.
 */
void
ks_paper_add_cell (KsFolio *page, const KsStyle *style, KsAlign align, const KsRect *cell,
                   double padding, const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (style, text, 0, cell->width - 2 * padding);
  double pitch = LINE_HEIGHT * get_em (style);
  double height = CELL_HEIGHT * get_em (style) + (g_strv_length (lines) - 1) * pitch;
  double y = cell->y + (cell->height - height) / 2 + CELL_HEIGHT * get_em (style);
  double x = cell->x + padding;

  if (align == KS_ALIGN_CENTRE)
    x = cell->x + cell->width / 2;
  else if (align == KS_ALIGN_RIGHT)
    x = cell->x + cell->width - padding;
  for (guint i = 0; lines[i] != NULL; i++, y += pitch)
    ks_folio_add_text (page, style, KS_INK_BLACK, align, x, y, lines[i]);
}
