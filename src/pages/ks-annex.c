/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-annex-plan.h"
#include "ks-name.h"
#include "ks-number.h"
#include "ks-paper.h"
#include "ks-sheet-private.h"

/* Danh sách mã QR code, the annex of the plan: grouped by district, in one or two columns of
 * units. Positions in mm, sizes in points. Its texts are Vietnamese data. */

#define CODE_LOWER 2.4
#define NAME_PADDING 2.4
#define FOOT_BASELINE 286.0
#define HEADING_BASELINE 6.0
#define CLOSING_LOWER 9.0
#define DEFAULT_ORGAN "BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ TỈNH"
#define DEFAULT_ORGAN_IN_TEXT "Ban Chỉ đạo thực hiện Quy chế dân chủ tỉnh"

typedef struct {
  KsSheetSet      set;
  KsAnnexMeasures measures;
  GPtrArray      *plan;
} Annex;

/* Free around a code: its distance from the lines of the table, less half their width. */
static const KsCodePlace place = { KS_SYMBOL_LEVEL_M, 28, 2.3, 1, .grouped = TRUE };

static const KsAnnexMeasures measures_of[] = {
  [1] = { 90, 20, 10, 8.6, 32.8, KS_PAPER_BOTTOM, 4, 1, 3, FALSE },
  [2] = { 90, 20, 9, 8.6, 32.8, KS_PAPER_BOTTOM, 4, 2, 2, FALSE },
};

/* Vertical lines of the table. */
static const double edges_one[] = { 30, 43, 109, 152, 190 };
static const double edges_two[] = { 30, 40.5, 77, 110, 120.5, 157, 190 };
static const char *const headers_one[] = { "STT", "Tên đơn vị", "Mã khảo sát", "Mã QR code" };
static const char *const headers_two[]
    = { "STT", "Đơn vị, mã khảo sát", "Mã QR code", "STT", "Đơn vị, mã khảo sát", "Mã QR code" };

static guint
count_edges (const Annex *annex)
{
  return annex->measures.n_columns == 1 ? G_N_ELEMENTS (edges_one) : G_N_ELEMENTS (edges_two);
}

static const double *
get_edges (const Annex *annex)
{
  return annex->measures.n_columns == 1 ? edges_one : edges_two;
}

static void
add_vertical (KsFolio *page, double x, double y, double height)
{
  ks_folio_add_line (page, x, y, x, y + height, KS_TABLE_LINE);
}

static void
add_horizontal (KsFolio *page, double y)
{
  ks_folio_add_line (page, KS_PAPER_LEFT, y, KS_PAPER_RIGHT, y, KS_TABLE_LINE);
}

static double
get_top (const Annex *annex, guint page)
{
  return page == 0 ? annex->measures.first_top : annex->measures.later_top;
}

static void
add_header (const Annex *annex, KsFolio *page, double top)
{
  const double *edges = get_edges (annex);
  gboolean one = annex->measures.n_columns == 1;
  KsStyle style = KS_SERIF_BOLD (one ? 14 : 11);

  for (guint i = 0; i + 1 < count_edges (annex); i++)
    {
      KsRect cell = { edges[i], top, edges[i + 1] - edges[i], annex->measures.header };

      ks_paper_add_cell (page, &style, KS_ALIGN_CENTRE, &cell, 0.4,
                         (one ? headers_one : headers_two)[i]);
    }
}

/* Whether a row of units has the line; an odd end leaves its right half as one empty cell. */
static gboolean
has_inner_line (const Annex *annex, const KsAnnexRow *row, guint edge)
{
  guint last = annex->measures.n_columns == 1 ? count_edges (annex) - 2 : 3 * row->n_units;

  return !row->heading && edge <= last;
}

/* A line between cells, from the header down, in as many pieces as headings make of it. */
static void
add_inner_line (const Annex *annex, KsFolio *page, const GArray *rows, double top, guint edge)
{
  double x = get_edges (annex)[edge];
  double from = top;
  double to = top + annex->measures.header;

  for (guint i = 0; i < rows->len; i++)
    {
      const KsAnnexRow *row = &g_array_index (rows, KsAnnexRow, i);

      if (!has_inner_line (annex, row, edge))
        continue;
      if (row->y > to + 1e-6)
        {
          add_vertical (page, x, from, to - from);
          from = row->y;
        }
      to = row->y + row->height;
    }
  add_vertical (page, x, from, to - from);
}

/* All lines of the table at once: they become one path. */
static void
add_grid (const Annex *annex, KsFolio *page, const GArray *rows, double top)
{
  const double *edges = get_edges (annex);
  guint last = count_edges (annex) - 1;
  double bottom = top + annex->measures.header;

  add_horizontal (page, top);
  for (guint i = 0; i < rows->len; i++)
    {
      const KsAnnexRow *row = &g_array_index (rows, KsAnnexRow, i);

      add_horizontal (page, row->y);
      bottom = row->y + row->height;
    }
  add_horizontal (page, bottom);
  for (guint i = 2; i < last; i++)
    add_inner_line (annex, page, rows, top, i);
  add_vertical (page, edges[0], top, bottom - top);
  add_vertical (page, edges[1], top, bottom - top);
  add_vertical (page, edges[last], top, bottom - top);
}

static void
add_heading (const Annex *annex, KsFolio *page, const KsAnnexRow *row)
{
  const double *edges = get_edges (annex);
  KsStyle bold = KS_SERIF_BOLD (14);
  KsStyle side = row->continued ? KS_SERIF_ITALIC (14) : KS_SERIF (14);
  g_autofree char *number = ks_format_roman (row->district_number);
  g_autofree char *count = g_strdup_printf ("%u đơn vị", row->n_in_district);
  KsStyle narrow = bold;
  double wide = ks_type_get_width (ks_type_get (), &bold, number);
  double y = row->y + HEADING_BASELINE;

  /* A list of the whole country counts to DCCV. */
  narrow.size *= MIN (1, (edges[1] - edges[0] - 1) / wide);
  ks_folio_add_text (page, &narrow, KS_INK_BLACK, KS_ALIGN_CENTRE, (edges[0] + edges[1]) / 2, y,
                    number);
  ks_folio_add_text (page, &bold, KS_INK_BLACK, KS_ALIGN_LEFT,
                    edges[1] + (annex->measures.n_columns == 1 ? NAME_PADDING : 2), y,
                    row->district);
  ks_folio_add_text (page, &side, KS_INK_BLACK, KS_ALIGN_RIGHT, KS_PAPER_RIGHT - NAME_PADDING, y,
                    row->continued ? "(tiếp theo)" : count);
}

static void
add_number (KsFolio *page, const KsStyle *style, const KsRect *cell, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  ks_paper_add_cell (page, style, KS_ALIGN_CENTRE, cell, 0, text);
}

static void
add_unit_row (KsFolio *page, const KsAnnexRow *row, const KsSheet *sheet)
{
  const KsRect whole = { KS_PAPER_LEFT, row->y, KS_PAPER_WIDTH, row->height };
  KsStyle style = KS_SERIF (14);
  KsRect cells[3];

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = (KsRect){ edges_one[i], row->y, edges_one[i + 1] - edges_one[i], row->height };
  add_number (page, &style, &cells[0], row->number);
  ks_paper_add_cell (page, &style, KS_ALIGN_LEFT, &cells[1], NAME_PADDING,
                     ks_unit_get_name (sheet->unit));
  ks_paper_add_cell (page, &style, KS_ALIGN_CENTRE, &cells[2], 0, sheet->token);
  ks_sheet_add_code (sheet, page, &place, 157, row->y + CODE_LOWER, &whole);
}

/* Kind, name and token under each other, the block in the middle of the row. */
static void
add_narrow_name (KsFolio *page, double x, double centre, const KsSheet *sheet)
{
  static const double sizes[] = { 13, 12.5, 12 };
  const double width = 33.5;
  g_autofree char *kind = NULL;
  const char *name = ks_name_split (ks_unit_get_name (sheet->unit), &kind);
  KsStyle style = KS_SERIF (13);
  KsStyle small = KS_SERIF (11);
  double size = ks_type_fit (ks_type_get (), &style, name, width, sizes, G_N_ELEMENTS (sizes));
  double shift = size > 0 ? 0 : 2.7;
  g_auto (GStrv) lines = NULL;
  double y = centre + 1.8 - shift;

  if (kind != NULL)
    ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_LEFT, x, centre - 3.8 - shift, kind);
  style.size = size > 0 ? size : sizes[0];
  lines = ks_paper_wrap (&style, name, 0, width);
  for (guint i = 0; lines[i] != NULL; i++, y += 5.4)
    ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, lines[i]);
  ks_folio_add_text (page, &small, KS_INK_BLACK, KS_ALIGN_LEFT, x, centre + 8 + shift,
                    sheet->token);
}

static void
add_unit_pair (const Annex *annex, KsFolio *page, const KsAnnexRow *row)
{
  KsStyle style = KS_SERIF (13);

  for (guint i = 0; i < row->n_units; i++)
    {
      const KsSheet *sheet = g_ptr_array_index (annex->set.sheets, row->first + i);
      const double *edges = edges_two + 3 * i;
      KsRect half = { edges[0], row->y, edges[3] - edges[0], row->height };
      KsRect number = { edges[0], row->y, edges[1] - edges[0], row->height };

      add_number (page, &style, &number, row->number + i);
      add_narrow_name (page, edges[1] + 2, row->y + row->height / 2, sheet);
      ks_sheet_add_code (sheet, page, &place, edges[2] + 2.5, row->y + CODE_LOWER, &half);
    }
}

/* "xã, phường, thị trấn": the kinds that the list holds. */
static char *
list_kinds (GPtrArray *sheets)
{
  static const char *const known[] = { "Xã", "Phường", "Thị trấn", "Đặc khu" };
  static const char *const written[] = { "xã", "phường", "thị trấn", "đặc khu" };
  GString *list = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (known); k++)
    for (guint i = 0; i < sheets->len; i++)
      {
        const KsSheet *sheet = g_ptr_array_index (sheets, i);

        if (g_strcmp0 (ks_unit_get_kind (sheet->unit), known[k]) != 0)
          continue;
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", written[k]);
        break;
      }
  if (list->len == 0)
    g_string_assign (list, "đơn vị");
  return g_string_free (list, FALSE);
}

/* The plan's month is that of the version; its number and day are filled in by hand. */
static char *
format_reference (const KsSheetContext *context)
{
  KsDay day = context->version_day != KS_DAY_NONE ? context->version_day : context->info->day;
  g_autofree char *date = ks_day_format (day);
  const char *month = strchr (date, '/');

  return g_strdup_printf ("(Kèm theo Kế hoạch số " KS_BLANK_NUMBER "-KH/BCĐ ngày " KS_BLANK_DAY "%s",
                          month != NULL ? month : "");
}

static void
add_title (const Annex *annex, KsFolio *page)
{
  const char *organ = annex->set.info->issuing_body != NULL ? annex->set.info->issuing_body : "";
  const char *superior
      = annex->set.info->superior_body != NULL ? annex->set.info->superior_body : "";
  KsStyle title = KS_SERIF_BOLD (16);
  KsStyle subject = KS_SERIF_BOLD (14);
  KsStyle reference = KS_SERIF_ITALIC (14);
  KsStyle plain = KS_SERIF (14);
  g_autofree char *kinds = list_kinds (annex->set.sheets);
  g_autofree char *count = ks_format_count (annex->set.sheets->len);
  g_autofree char *what = g_strjoin (" ", count, kinds, NULL);
  g_autofree char *first = format_reference (&annex->set.context);
  g_autofree char *second = g_strdup_printf (
      "của %s)", g_str_equal (organ, DEFAULT_ORGAN) ? DEFAULT_ORGAN_IN_TEXT : organ);

  ks_paper_add_head (page, superior, organ, NULL, NULL);
  ks_paper_add_centred (page, &title, 53, "DANH SÁCH MÃ QR CODE");
  ks_paper_add_centred (page, &subject, 60.2, what);
  ks_paper_add_centred (page, &reference, 68, first);
  ks_paper_add_centred (page, &reference, 74.2, second);
  ks_paper_add_centred (page, &plain, 80.2, "-----");
}

static void
add_foot (const Annex *annex, KsFolio *page)
{
  KsStyle style = KS_SERIF (9);
  g_autofree char *version = ks_sheet_dup_version (&annex->set.context, NULL);
  g_autofree char *count = ks_format_count (annex->set.sheets->len);
  g_autofree char *units = g_strdup_printf ("%s đơn vị", count);

  ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_LEFT, KS_PAPER_LEFT, FOOT_BASELINE,
                    version);
  ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_RIGHT, KS_PAPER_RIGHT, FOOT_BASELINE,
                    units);
}

static void
add_closing (const Annex *annex, KsFolio *page, double y)
{
  KsStyle style = KS_SERIF (14);
  g_autofree char *count = ks_format_count (annex->set.sheets->len);
  g_autofree char *text = g_strdup_printf ("Danh sách gồm %s đơn vị./.", count);

  ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_LEFT, KS_PAPER_LEFT + KS_PAPER_INDENT,
                    y + CLOSING_LOWER, text);
}

static void
add_row (const Annex *annex, KsFolio *page, const KsAnnexRow *row)
{
  if (row->heading)
    add_heading (annex, page, row);
  else if (annex->measures.n_columns == 1)
    add_unit_row (page, row, g_ptr_array_index (annex->set.sheets, row->first));
  else
    add_unit_pair (annex, page, row);
}

static KsFolio *
lay_out_annex (gconstpointer layout, guint index)
{
  const Annex *annex = layout;
  const GArray *rows = g_ptr_array_index (annex->plan, index);
  const KsAnnexRow *last = &g_array_index (rows, KsAnnexRow, rows->len - 1);
  double top = get_top (annex, index);
  KsFolio *page = ks_folio_new ();

  if (annex->set.info->simulated)
    ks_paper_add_simulated (page, NULL, FALSE);
  if (index == 0)
    add_title (annex, page);
  ks_paper_add_number (page, NULL, index + 1);
  add_grid (annex, page, rows, top);
  add_header (annex, page, top);
  for (guint i = 0; i < rows->len; i++)
    add_row (annex, page, &g_array_index (rows, KsAnnexRow, i));
  if (index + 1 == annex->plan->len)
    add_closing (annex, page, last->y + last->height);
  add_foot (annex, page);
  return page;
}

static void
free_annex (gpointer layout)
{
  Annex *annex = layout;

  g_ptr_array_unref (annex->plan);
  ks_sheet_set_clear (&annex->set);
  g_free (annex);
}

static void
add_bookmarks (KsPages *pages, GPtrArray *plan)
{
  for (guint i = 0; i < plan->len; i++)
    {
      const GArray *rows = g_ptr_array_index (plan, i);

      for (guint k = 0; k < rows->len; k++)
        {
          const KsAnnexRow *row = &g_array_index (rows, KsAnnexRow, k);

          if (row->heading && !row->continued)
            ks_pages_add_bookmark (pages, row->district, i);
        }
    }
}

/**
 * ks_annex_lay_out:
 * @set: (transfer full): the sheets
 *
 * Returns: (transfer full): the list of codes that goes with the plan, grouped by district
 */
KsPages *
ks_annex_lay_out (KsSheetSet *set)
{
  static const KsPagesKind kind = { lay_out_annex, free_annex };
  Annex *annex = g_new0 (Annex, 1);
  KsPages *pages;

  annex->set = *set;
  g_free (set);
  annex->measures = measures_of[annex->set.options.columns];
  annex->measures.district_pages = annex->set.options.district_pages;
  annex->plan = ks_annex_plan (annex->set.sheets, &annex->measures);
  pages = ks_sheet_set_make_pages (&annex->set, &kind, &(KsSheetFacts){
    .title = "Danh sách mã QR code",
    .place = place,
    .n_pages = annex->plan->len,
  });
  add_bookmarks (pages, annex->plan);
  return pages;
}
