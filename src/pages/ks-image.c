/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-poster-name.h"
#include "ks-sheet-parts.h"

/* The picture for Zalo, 1240 × 1600 pixels. Zalo drops names of files and compresses anew, so unit,
 * district, day and token are drawn in, and a module is a whole number of pixels. Positions in
 * pixels, sizes in points of a page of 210 mm. */

#define LEFT 70
#define WIDTH 1100
#define CODE_TOP 520
#define CODE_SIZE 684
#define CODE_MARGIN 49
#define COLUMN 810
#define TEXT_ASIDE 15.0
#define PX(px) KS_IMAGE_MM (px)

static KsLine
make_line (double x, double y, double size, gboolean bold)
{
  return (KsLine){ .size = size, .bold = bold, .x = PX (x), .y = PX (y),
                   .width = PX (LEFT + WIDTH - x) };
}

static KsRect
make_rect (double x, double y, double width, double height)
{
  return (KsRect){ PX (x), PX (y), PX (width), PX (height) };
}

static void
add_head (const KsSheetSet *set, KsFolio *page)
{
  const KsCampaignInfo *info = set->info;
  KsLine superior = make_line (LEFT, 82, 11.5, FALSE);
  KsLine issuing = make_line (LEFT, 118, 11.5, TRUE);
  KsRect rule = make_rect (LEFT, 146, WIDTH, 10);

  if (set->logo != NULL)
    {
      KsRect room = make_rect (LEFT + WIDTH - 190, 40, 190, 88);

      ks_logo_add (set->logo, page, &room);
      superior.width = issuing.width = PX (WIDTH - 190 - 20);
    }
  superior.track = issuing.track = KS_TRACK_HEAD;
  ks_line_add (page, &superior, info->superior_body != NULL ? info->superior_body : "");
  ks_line_add (page, &issuing, info->issuing_body != NULL ? info->issuing_body : "");
  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
}

static void
add_name (KsFolio *page, KsUnit *unit)
{
  const char *district = ks_unit_get_district_name (unit);
  gboolean has_district = district != NULL && *district != '\0';
  g_autoptr (KsPosterName) name = ks_image_name_new (ks_unit_get_name (unit), district);
  KsLine line = make_line (LEFT, 0, name->kind_size, TRUE);

  line.align = KS_ALIGN_AXIS;
  line.y = name->kind_y;
  if (name->kind != NULL)
    ks_line_add (page, &line, name->kind);
  line.size = name->size;
  line.ink = KS_INK_ACCENT;
  for (guint i = 0; i < name->n_lines; i++)
    {
      line.y = name->y[i];
      ks_line_add (page, &line, name->lines[i]);
    }
  line = make_line (LEFT, 0, 17, FALSE);
  line.align = KS_ALIGN_AXIS;
  line.y = name->district_y;
  if (has_district)
    ks_line_add (page, &line, district);
}

/* As many whole pixels a module as leave four of them free around the code. */
static void
add_code (KsFolio *page, const KsSheet *sheet)
{
  KsRect cell = make_rect (20, 470, 1200, 790);
  guint n = ks_symbol_count_modules (strlen (sheet->link), KS_SYMBOL_LEVEL_Q);
  guint module = CODE_SIZE / n;
  KsCodePlace place = { .level = KS_SYMBOL_LEVEL_Q, .sheet = make_rect (0, 0, 1240, 1600) };
  KsRect symbol;
  double inset;

  while (module > 1
         && KS_QUIET_MODULES * module > CODE_MARGIN + (CODE_SIZE - module * n) / 2)
    module--;
  inset = (CODE_SIZE - module * n) / 2;
  symbol = make_rect (LEFT + inset, CODE_TOP + inset, module * n, module * n);
  ks_sheet_place_code (sheet, page, &place, &symbol, &cell);
}

/* The first two words large, the rest under them. */
static void
add_call (const KsSheetSet *set, KsFolio *page)
{
  const char *call = ks_sheet_set_get_text (set, KS_TEXT_CALL);
  const char *first = strchr (call, ' ');
  const char *second = first != NULL ? strchr (first + 1, ' ') : NULL;
  g_autofree char *head
      = second != NULL ? g_strndup (call, (gsize) (second - call)) : g_strdup (call);
  KsLine large = make_line (COLUMN, 572, 26, TRUE);
  KsLine line = make_line (COLUMN, 636, 18, TRUE);

  large.align = line.align = KS_ALIGN_AXIS;
  ks_line_add (page, &large, head);
  if (second != NULL)
    ks_line_add_wrapped (page, &line, PX (48), 2, second + 1);
}

static void
add_aside (KsFolio *page, KsPicture picture, double top)
{
  ks_folio_add_picture (page, picture, PX (COLUMN), PX (top), 11, 2);
}

static KsLine
make_aside (double y, double size, gboolean bold)
{
  KsLine line = make_line (COLUMN, y, size, bold);

  line.x += TEXT_ASIDE;
  line.width -= TEXT_ASIDE;
  return line;
}

static void
add_notes (const KsSheetSet *set, KsFolio *page)
{
  g_autofree char *day = ks_day_format (set->info->day);
  g_autofree char *hours = ks_sheet_format_hours (set->info);
  KsLine when = make_aside (780, 20, TRUE);
  KsLine hour = make_aside (820, 12, FALSE);
  KsLine assurance = make_aside (894, 14, TRUE);
  /* Half-way up where nothing is assured above it. */
  double lower = set->info->no_identity ? 0 : -55;
  KsLine once = make_aside (1004 + lower, 14, TRUE);

  add_aside (page, KS_PICTURE_CLOCK, 752);
  ks_line_add (page, &when, day);
  ks_line_add_wrapped (page, &hour, PX (32), 2, hours);
  if (set->info->no_identity)
    {
      add_aside (page, KS_PICTURE_SHIELD, 866);
      ks_line_add_wrapped (page, &assurance, PX (36), 2,
                           ks_sheet_set_get_text (set, KS_TEXT_ASSURANCE));
    }
  add_aside (page, KS_PICTURE_FORM, 976 + lower);
  ks_line_add_wrapped (page, &once, PX (36), 2, ks_sheet_set_get_text (set, KS_TEXT_IMAGE_ONCE));
}

static void
add_token (KsFolio *page, const KsSheet *sheet)
{
  KsLine label = make_line (COLUMN, 1148, 13, FALSE);
  KsLine token = make_line (COLUMN, 1204, 21, TRUE);

  label.align = token.align = KS_ALIGN_AXIS;
  ks_line_add (page, &label, "Mã khảo sát");
  ks_line_add (page, &token, sheet->token);
}

static void
add_foot (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet)
{
  g_autofree char *stamp = ks_sheet_dup_stamp (sheet, &set->context);
  KsRect rule = make_rect (LEFT, 1270, WIDTH, 4);
  KsLine audience = make_line (LEFT, 1332, 15, FALSE);
  KsLine note = make_line (LEFT, 1450, 12.5, TRUE);
  KsLine small = make_line (LEFT, 1556, 9, FALSE);
  KsStyle bold = KS_SANS_BOLD (9);

  audience.align = note.align = KS_ALIGN_AXIS;
  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
  ks_line_add_wrapped (page, &audience, PX (46), 2, ks_sheet_set_get_text (set, KS_TEXT_AUDIENCE));
  ks_line_add_wrapped (page, &note, PX (40), 2, ks_sheet_set_get_text (set, KS_TEXT_IMAGE_NOTE));
  ks_line_add (page, &small, stamp);
  if (set->info->simulated)
    ks_folio_add_tag (page, &bold, PX (LEFT + WIDTH), PX (1556), 5.6, KS_SIMULATED);
}

static KsFolio *
lay_out_image (gconstpointer layout, guint index)
{
  const KsSheetSet *set = layout;
  const KsSheet *sheet = ks_sheet_set_get (set, index);
  KsFolio *page = ks_folio_new ();

  add_head (set, page);
  add_name (page, sheet->unit);
  add_code (page, sheet);
  add_call (set, page);
  add_notes (set, page);
  add_token (page, sheet);
  add_foot (set, page, sheet);
  return page;
}

/**
 * ks_image_lay_out:
 * @set: (transfer full): the sheets
 *
 * Returns: (transfer full): the picture of every unit, a page each
 */
KsPages *
ks_image_lay_out (KsSheetSet *set)
{
  static const KsPagesKind kind = { lay_out_image, ks_sheet_set_free };
  KsSheetFacts facts = {
    .title = "Ảnh mã QR",
    .place = { KS_SYMBOL_LEVEL_Q, PX (CODE_SIZE), PX (CODE_MARGIN), 1 },
    .n_pages = set->sheets->len,
    .width_mm = PX (KS_IMAGE_WIDTH_PX),
    .height_mm = PX (KS_IMAGE_HEIGHT_PX),
  };
  KsPages *pages = ks_sheet_set_make_pages (set, &kind, &facts);

  ks_sheet_set_add_bookmarks (set, pages, 0, 1);
  return pages;
}
