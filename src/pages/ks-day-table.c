/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-table.h"

#include "ks-number.h"
#include "ks-paper.h"
#include "ks-sheet-parts.h"

/* The table of the day as a picture, 1240 pixels wide and as high as its rows ask for; read on a
 * phone. Positions in pixels, sizes in points of a page of 210 mm. */

#define PX(px) KS_IMAGE_MM (px)
#define LEFT 70
#define WIDTH 1100
#define HEAD 392          /* down to the table */
#define NAME_PITCH 66
#define HEADER_ROW 104
#define LEAST_ROW 58
#define ROW_AIR 26        /* above and below the letters of a row, together */
#define FOOT 150
#define CELL_PADDING 12
#define MOST_ROWS 60      /* of a picture: messengers make longer ones unreadable */
#define N_COLUMNS 5

static const double edges[N_COLUMNS + 1] = { 70, 142, 586, 762, 914, 1170 };
static const KsAlign aligns[N_COLUMNS] = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT, KS_ALIGN_CENTRE,
                                           KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };

/* A row as it is set: what its cells say and how high it is. */
typedef struct {
  char  *cells[N_COLUMNS];
  double height;
} Row;

typedef struct {
  KsCampaignInfo *info;
  char           *place;
  char           *as_of;
  char           *extended;
  char           *note;
  gboolean        by_district;
  GArray         *rows;      /* of Row; the total is the last */
  guint           n_pages;
  double          height;    /* of the highest page */
} Layout;

static void
clear_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->cells[i]);
}

static void
layout_free (gpointer data)
{
  Layout *self = data;

  ks_campaign_info_free (self->info);
  g_free (self->place);
  g_free (self->as_of);
  g_free (self->extended);
  g_free (self->note);
  g_array_unref (self->rows);
  g_free (self);
}

static KsStyle
get_style (gboolean bold)
{
  return bold ? KS_SANS_BOLD (15) : KS_SANS (15);
}

/* @number: 0: none */
static void
add_row (Layout *self, const KsDayTableRow *given, guint number)
{
  KsStyle style = get_style (FALSE);
  Row row = { .height = PX (LEAST_ROW) };

  row.cells[0] = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
  row.cells[1] = g_strdup (given->name);
  row.cells[2] = given->staff > 0 ? ks_format_count (given->staff) : g_strdup ("–");
  row.cells[3] = ks_format_count (given->answers);
  row.cells[4] = ks_paper_format_rate (given->answers, given->staff, given->checking);
  for (guint i = 0; i < N_COLUMNS; i++)
    row.height = MAX (row.height,
                      ks_paper_measure_cell (&style, PX (edges[i + 1] - edges[i]),
                                             PX (CELL_PADDING), row.cells[i])
                          + PX (ROW_AIR));
  g_array_append_val (self->rows, row);
}

/* The rows of a page: as many on each as the others have. */
static guint
get_first (const Layout *self, guint page)
{
  return (guint) ((guint64) self->rows->len * page / self->n_pages);
}

static double
get_head (const Layout *self)
{
  KsStyle style = KS_SANS_BOLD (30);
  gboolean wrapped = ks_type_get_width (ks_type_get (), &style, self->place) > PX (WIDTH);

  return PX (HEAD + (wrapped ? NAME_PITCH : 0) + (self->extended != NULL ? 44 : 0));
}

static void
measure_pages (Layout *self)
{
  self->n_pages = (self->rows->len + MOST_ROWS - 1) / MOST_ROWS;
  for (guint page = 0; page < self->n_pages; page++)
    {
      double height = get_head (self) + PX (HEADER_ROW + FOOT);

      for (guint i = get_first (self, page); i < get_first (self, page + 1); i++)
        height += g_array_index (self->rows, Row, i).height;
      self->height = MAX (self->height, height);
    }
}

static KsLine
make_line (double y, double size, gboolean bold)
{
  return (KsLine){ .size = size, .bold = bold, .align = KS_ALIGN_AXIS, .x = PX (LEFT),
                   .y = PX (y), .width = PX (WIDTH) };
}

static void
add_head (const Layout *self, KsFolio *page, guint index)
{
  KsLine superior = make_line (82, 11.5, FALSE);
  KsLine issuing = make_line (118, 11.5, TRUE);
  KsLine title = make_line (218, 17, FALSE);
  KsLine name = make_line (290, 30, TRUE);
  KsLine as_of = make_line (350, 15, TRUE);
  KsRect rule = { PX (LEFT), PX (146), PX (WIDTH), PX (10) };
  g_autofree char *number = self->n_pages > 1
                                ? g_strdup_printf (" (%u/%u)", index + 1, self->n_pages)
                                : NULL;
  g_autofree char *words
      = g_strconcat ("Kết quả tham gia khảo sát", number, NULL);
  guint n_lines;

  superior.track = issuing.track = KS_TRACK_HEAD;
  ks_line_add (page, &superior, self->info->superior_body != NULL ? self->info->superior_body : "");
  ks_line_add (page, &issuing, self->info->issuing_body != NULL ? self->info->issuing_body : "");
  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
  ks_line_add (page, &title, words);
  name.ink = KS_INK_ACCENT;
  n_lines = ks_line_add_wrapped (page, &name, PX (NAME_PITCH), 2, self->place);
  as_of.y += PX (NAME_PITCH) * (n_lines - 1);
  ks_line_add (page, &as_of, self->as_of);
  as_of.y += PX (44);
  as_of.bold = FALSE;
  if (self->extended != NULL)
    ks_line_add (page, &as_of, self->extended);
}

/* Returns: where the next row begins */
static double
add_cells (KsFolio *page, const KsStyle *style, double y, double height, const char *const *cells,
           gboolean header)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      KsRect cell = { PX (edges[i]), y, PX (edges[i + 1] - edges[i]), height };

      ks_paper_add_cell (page, style, header ? KS_ALIGN_CENTRE : aligns[i], &cell,
                         PX (CELL_PADDING), cells[i]);
    }
  ks_folio_add_line (page, PX (edges[0]), y + height, PX (edges[N_COLUMNS]), y + height,
                     KS_TABLE_LINE);
  return y + height;
}

static double
add_table (const Layout *self, KsFolio *page, guint index)
{
  const char *header[N_COLUMNS]
      = { "STT", self->by_district ? "Huyện, thị xã,\nthành phố" : "Đơn vị",
          "Số cán bộ,\ncông chức", "Số phiếu\nhợp lệ", "Tỷ lệ\ntham gia" };
  KsStyle head = KS_SANS_BOLD (13);
  double top = get_head (self), y;

  ks_folio_add_line (page, PX (edges[0]), top, PX (edges[N_COLUMNS]), top, KS_TABLE_LINE);
  y = add_cells (page, &head, top, PX (HEADER_ROW), header, TRUE);
  for (guint i = get_first (self, index); i < get_first (self, index + 1); i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      KsStyle style = get_style (i + 1 == self->rows->len);

      y = add_cells (page, &style, y, row->height, (const char *const *) row->cells, FALSE);
    }
  for (guint i = 0; i <= N_COLUMNS; i++)
    ks_folio_add_line (page, PX (edges[i]), top, PX (edges[i]), y, KS_TABLE_LINE);
  return y;
}

static void
add_foot (const Layout *self, KsFolio *page, double y)
{
  KsLine note = make_line (0, 13, FALSE);
  KsLine small = make_line (0, 9, FALSE);
  KsStyle bold = KS_SANS_BOLD (9);

  note.y = y + PX (54);
  small.y = y + PX (104);
  ks_line_add (page, &note, self->note);
  ks_line_add (page, &small, self->info->id);
  if (self->info->simulated)
    ks_folio_add_tag (page, &bold, PX (LEFT + WIDTH), small.y, 5.6, KS_SIMULATED);
}

static KsFolio *
lay_out (gconstpointer layout, guint index)
{
  const Layout *self = layout;
  KsFolio *page = ks_folio_new ();

  if (self->info->simulated)
    ks_folio_add_watermark (page, KS_A4_WIDTH / 2, self->height / 2, KS_WATERMARK_UPRIGHT,
                            KS_SIMULATED);
  add_head (self, page, index);
  add_foot (self, page, add_table (self, page, index));
  return page;
}

/**
 * ks_day_table_pages_new:
 * @table: what it says
 * @error: return location for an error
 *
 * Lays out the picture of the table that goes to groups on the day: 1240 pixels wide, see
 * ks_pages_dup_picture(); more than 60 lines stand on several pictures.
 *
 * Returns: (transfer full): the pictures, a page each, or %NULL with @error set
 */
KsPages *
ks_day_table_pages_new (const KsDayTable *table, GError **error)
{
  static const KsPagesKind kind = { lay_out, layout_free };
  KsPagesFacts facts = { .title = table->place, .width_mm = PX (KS_IMAGE_WIDTH_PX) };
  Layout *layout;

  if (!ks_type_check_family (KS_FAMILY_SANS, error))
    return NULL;
  layout = g_new0 (Layout, 1);
  layout->info = ks_campaign_info_copy (table->info);
  layout->place = g_strdup (table->place);
  layout->as_of = g_strdup (table->as_of);
  layout->extended = g_strdup (table->extended);
  layout->by_district = table->by_district;
  layout->note = table->n_checking > 0
                     ? g_strdup_printf ("Còn %u đơn vị đang đối chiếu số liệu.", table->n_checking)
                     : g_strdup ("");
  layout->rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), table->n_rows + 1);
  g_array_set_clear_func (layout->rows, clear_row);
  for (guint i = 0; i < table->n_rows; i++)
    add_row (layout, &table->rows[i], i + 1);
  if (table->rest.name != NULL)
    add_row (layout, &table->rest, 0);
  add_row (layout, &table->total, 0);
  measure_pages (layout);
  facts.author = layout->info->issuing_body;
  facts.n_pages = layout->n_pages;
  facts.height_mm = layout->height;
  return ks_pages_new (&kind, layout, &facts);
}
