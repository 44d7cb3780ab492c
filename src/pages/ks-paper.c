/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-look.h"

#include <string.h>

#include "ks-number.h"

#define TAG_BASELINE 12.0
#define TAG_HEIGHT 5.0
#define ORGAN_PITCH 5.4
#define PARTY_RULE 2.1
#define LINE_HEIGHT 1.18
#define CELL_HEIGHT 0.66

const KsPaperPlace ks_paper_upright
    = { KS_A4_WIDTH, KS_A4_HEIGHT, KS_PAPER_LEFT, 20, KS_PAPER_RIGHT, KS_PAPER_BOTTOM };
const KsPaperPlace ks_paper_flat = { KS_A4_HEIGHT, KS_A4_WIDTH, 20, 17, 277, 193 };

static const KsPaperHead upright = { 14, 15, 5, 6.2, 12.6, 18.2, 12.6, 38.8, 41.2, 77, 11.5 };
static const KsPaperHead flat = { 13, 14, 3, 5.6, 11, 16.2, 7.6, 45, 53.5, 90, 11.5 };

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

/**
 * ks_paper_is_upright:
 * @place: a page
 *
 * Returns: whether it is higher than wide
 */
gboolean
ks_paper_is_upright (const KsPaperPlace *place)
{
  return place->width < place->height;
}

/**
 * ks_paper_get_head:
 * @place: a page
 *
 * Returns: (transfer none): the measures of a head on it
 */
const KsPaperHead *
ks_paper_get_head (const KsPaperPlace *place)
{
  return ks_paper_is_upright (place) ? &upright : &flat;
}

/**
 * ks_paper_fit_organ:
 * @head: measures of a head
 * @organ: the issuing body
 * @size: (out): the size in which it and its superior body are set
 *
 * Abbreviates a name that is too wide as offices do before they take a smaller size.
 *
 * Returns: (transfer full): what the head says
 */
char *
ks_paper_fit_organ (const KsPaperHead *head, const char *organ, double *size)
{
  const KsStyle bold = KS_SERIF_BOLD (head->size);
  g_autofree char *fitted = NULL;

  fitted = ks_type_get_width (ks_type_get (), &bold, organ) > head->width ? shorten_organ (organ)
                                                                          : g_strdup (organ);
  *size
      = ks_type_get_width (ks_type_get (), &bold, fitted) > head->width ? head->narrow : head->size;
  return g_steal_pointer (&fitted);
}

/* Returns how much lower everything under the issuing body stands. */
static double
add_organ (KsFolio *page,
           const KsPaperPlace *place,
           const KsPaperHead *head,
           const char *superior,
           const char *organ)
{
  double size;
  g_autofree char *fitted = ks_paper_fit_organ (head, organ, &size);
  KsStyle plain = KS_SERIF (size);
  KsStyle bold = KS_SERIF_BOLD (size);
  double x = place->left + head->left;
  double y = place->top + head->first;
  g_auto (GStrv) lines = ks_paper_wrap (&bold, fitted, 0, head->width);
  guint n = g_strv_length (lines);

  ks_folio_add_text (page, &plain, KS_INK_BLACK, KS_ALIGN_CENTRE, x, y, superior);
  for (guint i = 0; i < n; i++)
    ks_folio_add_text (page, &bold, KS_INK_BLACK, KS_ALIGN_CENTRE, x,
                       y + head->organ + i * ORGAN_PITCH, lines[i]);
  return (MAX (n, 1) - 1) * ORGAN_PITCH;
}

/**
 * ks_paper_add_head_at:
 * @page: the first page of a paper
 * @place: its edges
 * @superior: TỈNH ỦY …
 * @organ: the issuing body
 * @number: (nullable): "Số …-BC/BDVTU", for reports
 * @place_date: (nullable): place and date, for reports
 *
 * Adds the head of a Party document (Hướng dẫn 36-HD/VPTW, 2018): no national motto.
 *
 * Returns: how much lower than usual its last line stands, since the issuing body has a long name
 */
double
ks_paper_add_head_at (KsFolio *page, const KsPaperPlace *place, const char *superior,
                      const char *organ, const char *number, const char *place_date)
{
  static const char party[] = KS_PAPER_PARTY;
  const KsPaperHead *head = ks_paper_get_head (place);
  KsStyle plain = KS_SERIF (head->size);
  KsStyle bold = KS_SERIF_BOLD (head->party);
  KsStyle italic = KS_SERIF_ITALIC (head->size);
  double half = ks_type_get_width (ks_type_get (), &bold, party) / 2;
  double left = place->left + head->left;
  double right = place->right - head->right;
  double y = place->top + head->first;
  double lower = add_organ (page, place, head, superior, organ);

  ks_folio_add_text (page, &plain, KS_INK_BLACK, KS_ALIGN_CENTRE, left, y + head->star + lower,
                     "*");
  if (number != NULL)
    ks_folio_add_text (page, &plain, KS_INK_BLACK, KS_ALIGN_CENTRE, left,
                       y + head->number + lower, number);
  ks_folio_add_text (page, &bold, KS_INK_BLACK, KS_ALIGN_CENTRE, right, y, party);
  ks_folio_add_line (page, right - half, y + PARTY_RULE, right + half, y + PARTY_RULE, 0.25);
  if (place_date != NULL)
    ks_folio_add_text (page, &italic, KS_INK_BLACK, KS_ALIGN_CENTRE, right, y + head->date,
                       place_date);
  return lower;
}

/**
 * ks_paper_add_head:
 * @page: the first page of a paper
 * @superior: TỈNH ỦY …
 * @organ: the issuing body
 * @number: (nullable): "Số …-BC/BDVTU", for reports
 * @place_date: (nullable): place and date, for reports
 *
 * Adds the head of a Party document to an upright page with the usual margins.
 */
void
ks_paper_add_head (KsFolio *page, const char *superior, const char *organ, const char *number,
                   const char *place_date)
{
  ks_paper_add_head_at (page, &ks_paper_upright, superior, organ, number, place_date);
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
 * ks_paper_dup_open_date:
 * @day: any moment of the month
 *
 * Returns: (transfer full): "ngày      tháng 4 năm 2024": the day is left to be written by hand
 */
char *
ks_paper_dup_open_date (KsMoment day)
{
  int year, month, date, hour, minute, second;

  ks_moment_to_civil (day, &year, &month, &date, &hour, &minute, &second);
  return g_strdup_printf ("ngày" KS_BLANK_DAY " tháng %s%d năm %d", month <= 2 ? "0" : "", month,
                          year);
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
 * @place: (nullable): its edges; %NULL: an upright page with the usual margins
 * @number: its number; the first page shows none
 */
void
ks_paper_add_number (KsFolio *page, const KsPaperPlace *place, guint number)
{
  KsStyle style = KS_SERIF (14);
  g_autofree char *text = g_strdup_printf ("%u", number);

  if (place == NULL)
    place = &ks_paper_upright;
  if (number > 1)
    ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_CENTRE,
                       (place->left + place->right) / 2, place->top * KS_PAPER_NUMBER_SHARE, text);
}

/**
 * ks_paper_add_simulated:
 * @page: an empty page of a simulated campaign
 * @place: (nullable): its edges; %NULL: an upright page with the usual margins
 * @watermark: whether the words also stand behind the text: never behind codes
 */
void
ks_paper_add_simulated (KsFolio *page, const KsPaperPlace *place, gboolean watermark)
{
  KsStyle style = KS_SERIF_BOLD (KS_PAPER_MARK_SIZE);

  if (place == NULL)
    place = &ks_paper_upright;
  if (watermark)
    ks_folio_add_watermark (page, place->width / 2, place->height / 2,
                            ks_paper_is_upright (place) ? KS_WATERMARK_UPRIGHT : KS_WATERMARK_FLAT,
                            KS_SIMULATED);
  ks_folio_add_tag (page, &style, place->right, TAG_BASELINE, TAG_HEIGHT, KS_SIMULATED);
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
