/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ks-paper.h"
#include "ks-poster-name.h"
#include "ks-sheet-parts.h"

/* Tờ niêm yết mã QR: one code, the unit's name, three steps. It is laid out in the measures of A4
 * (mm and points); A3 and A5 are the same, larger or smaller, with floors for small type. */

#define CODE_SIZE 96.0
#define CODE_TOP 134.4
#define CODE_MARGIN 6.9
#define STEP_PITCH 34.05
#define STEP_LEFT 126.0
#define STEP_WIDTH (KS_POSTER_RIGHT - STEP_LEFT)
#define LEAST_NOTE 10.5
#define DISC_X 131.0
#define FOOT_LEFT 34.0
#define FOOT_WIDTH 80.0
#define NOTE_LEFT 141.0
#define NOTE_WIDTH (KS_POSTER_RIGHT - NOTE_LEFT)
#define FOOT_BASELINE 288.0
#define FOOT_STROKE 1.9
#define PICTURE_STROKE 1.75
#define NO_ASSURANCE_LOWER 7.8

static const KsPicture step_pictures[3][2] = {
  { KS_PICTURE_CHAT, KS_PICTURE_CAMERA },
  { KS_PICTURE_PHONE, KS_PICTURE_SCAN },
  { KS_PICTURE_FORM, KS_PICTURE_SEND },
};

static double
get_scale (KsPosterPaper paper)
{
  static const double scales[KS_N_PAPER_SIZES]
      = { [KS_PAPER_A4] = 1, [KS_PAPER_A3] = G_SQRT2, [KS_PAPER_2A5] = 0.7071 };

  return scales[paper];
}

static void
add_title (const KsSheetSet *set, KsFolio *page)
{
  const char *first = ks_sheet_set_get_text (set, KS_TEXT_TITLE);
  const char *second = ks_sheet_set_get_text (set, KS_TEXT_SUBTITLE);
  KsLine line = { .size = 15, .align = KS_ALIGN_AXIS, .x = KS_POSTER_LEFT, .y = 38.6,
                  .width = KS_POSTER_WIDTH, .bold = TRUE, .least = 8 };
  KsLine plain = line;

  plain.y = 45.4;
  plain.bold = FALSE;
  /* Both in one size: 15, else 13, else what the longer one lets through. */
  line.size = MIN (ks_line_fit (page, &line, first), ks_line_fit (page, &plain, second));
  line.size = plain.size = line.size < 15 ? MIN (line.size, 13) : line.size;
  ks_line_add (page, &line, first);
  ks_line_add (page, &plain, second);
}

static void
add_name (KsFolio *page, KsUnit *unit)
{
  const char *district = ks_unit_get_district_name (unit);
  gboolean has_district = district != NULL && *district != '\0';
  g_autoptr (KsPosterName) name
      = ks_poster_name_new (ks_unit_get_name (unit), district);
  KsLine line = { .align = KS_ALIGN_AXIS, .x = KS_POSTER_LEFT, .bold = TRUE };

  line.size = name->kind_size;
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
  line = (KsLine){ .size = 15, .align = KS_ALIGN_AXIS, .x = KS_POSTER_LEFT, .y = name->district_y,
                   .width = KS_POSTER_WIDTH, .least = 8 };
  if (has_district)
    ks_line_add (page, &line, district);
}

/* Two lines as they are given; else three smaller ones. */
static void
add_audience (const KsSheetSet *set, KsFolio *page)
{
  const char *text = ks_sheet_set_get_text (set, KS_TEXT_AUDIENCE);
  KsLine line = { .size = 12.5, .align = KS_ALIGN_AXIS, .x = KS_POSTER_LEFT, .y = 103.6,
                  .width = KS_POSTER_WIDTH, .least = 9 };
  double size = ks_folio_get_size (page, line.size, line.least);
  KsStyle style = KS_SANS (size);
  g_auto (GStrv) lines = ks_paper_wrap (&style, text, 0, line.width);

  if (g_strv_length (lines) <= 2)
    {
      ks_line_add_wrapped (page, &line, 5.8, 2, text);
      return;
    }
  line.size = 10.5;
  line.y = 102.4;
  ks_line_add_wrapped (page, &line, 4.8, 3, text);
}

static void
add_call (const KsSheetSet *set, KsFolio *page)
{
  KsLine line = { .size = 29, .bold = TRUE, .align = KS_ALIGN_AXIS, .x = KS_POSTER_LEFT, .y = 125,
                  .width = KS_POSTER_WIDTH };

  ks_line_add (page, &line, ks_sheet_set_get_text (set, KS_TEXT_CALL));
}

static KsCodePlace
get_place (KsPosterPaper paper)
{
  return (KsCodePlace){ KS_SYMBOL_LEVEL_Q, CODE_SIZE, CODE_MARGIN, get_scale (paper),
                        .flush = TRUE,
                        .sheet = { 0, 0, KS_A4_WIDTH, KS_A4_HEIGHT } };
}

static void
add_code (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet)
{
  /* Reaches the token under the code, not the steps beside it. */
  static const KsRect cell = { 10, 127, 113, 118 };
  KsCodePlace place = get_place (set->options.paper);
  KsLine label = { .size = 11, .x = KS_POSTER_LEFT, .y = 242.4, .least = 8.5 };
  KsLine token = { .size = 20, .bold = TRUE, .align = KS_ALIGN_RIGHT,
                   .x = KS_POSTER_LEFT + ks_sheet_get_code_side (sheet, &place), .y = 242.4,
                   .track = KS_TRACK_TOKEN };

  ks_sheet_add_code (sheet, page, &place, KS_POSTER_LEFT, CODE_TOP, &cell);
  ks_line_add (page, &label, "Mã khảo sát");
  ks_line_add (page, &token, sheet->token);
}

/* One line, else two smaller ones that end above the next pictures. */
static void
add_note (KsFolio *page, double y, const char *text)
{
  KsLine note = { .size = 12, .align = KS_ALIGN_AXIS, .x = STEP_LEFT, .y = y, .width = STEP_WIDTH,
                  .least = 8.5 };

  if (ks_line_fit (page, &note, text) >= LEAST_NOTE)
    {
      ks_line_add (page, &note, text);
      return;
    }
  note.size = LEAST_NOTE;
  note.least = 0;
  note.y -= 0.6;
  ks_line_add_wrapped (page, &note, 4.4, 2, text);
}

static void
add_step (const KsSheetSet *set, KsFolio *page, guint index)
{
  KsSheetText text = (KsSheetText) (KS_TEXT_STEP_1 + 2 * index);
  double lower = STEP_PITCH * index;
  KsLine number = { .size = 18, .bold = TRUE, .align = KS_ALIGN_CENTRE, .x = DISC_X,
                    .y = 143.65 + lower, .ink = KS_INK_WHITE };
  KsLine act = { .size = 20, .bold = TRUE, .align = KS_ALIGN_AXIS, .x = STEP_LEFT,
                 .y = 156.8 + lower, .width = STEP_WIDTH };
  char digit[] = { (char) ('1' + index), '\0' };

  ks_folio_add_disc (page, KS_INK_ACCENT, DISC_X, 141.4 + lower, 5);
  ks_line_add (page, &number, digit);
  ks_folio_add_picture (page, step_pictures[index][0], 142, CODE_TOP + lower, 14, PICTURE_STROKE);
  ks_folio_add_picture (page, step_pictures[index][1], 164, CODE_TOP + lower, 14, PICTURE_STROKE);
  ks_line_add (page, &act, ks_sheet_set_get_text (set, text));
  add_note (page, 162.3 + lower, ks_sheet_set_get_text (set, text + 1));
}

static void
add_foot_pair (KsFolio *page, double y, const char *first, const char *second)
{
  KsLine bold = { .size = 17, .bold = TRUE, .x = FOOT_LEFT, .y = y, .width = FOOT_WIDTH };
  KsLine plain = { .size = 12, .x = FOOT_LEFT, .y = y + 6, .width = FOOT_WIDTH, .least = 8.5 };

  ks_line_add (page, &bold, first);
  ks_line_add (page, &plain, second);
}

/* Who helps, where the registry knows; else what becomes of the answers. */
static char *
dup_second_assurance (const KsSheetSet *set, KsUnit *unit)
{
  g_autofree char *contact = ks_sheet_dup_contact (ks_unit_get_text (unit, KS_UNIT_HEAD),
                                                   ks_unit_get_text (unit, KS_UNIT_PHONE));

  return contact != NULL ? g_strdup_printf ("Hỗ trợ: %s", contact)
                         : g_strdup (ks_sheet_set_get_text (set, KS_TEXT_ASSURANCE_NOTE));
}

static void
add_when (const KsSheetSet *set, KsFolio *page, KsUnit *unit)
{
  g_autofree char *day = ks_day_format_long (set->info->day);
  g_autofree char *hours = ks_sheet_shorten_hours (set->info);
  g_autofree char *second = dup_second_assurance (set, unit);
  double lower = set->info->no_identity ? 0 : NO_ASSURANCE_LOWER;

  ks_folio_add_picture (page, KS_PICTURE_CLOCK, 18, 254.2 + lower, 11, FOOT_STROKE);
  add_foot_pair (page, 258.6 + lower, day, hours);
  if (!set->info->no_identity)
    return;
  ks_folio_add_picture (page, KS_PICTURE_SHIELD, 18, 269.8, 11, FOOT_STROKE);
  add_foot_pair (page, 274.2, ks_sheet_set_get_text (set, KS_TEXT_ASSURANCE), second);
}

static void
add_foot (const KsSheetSet *set, KsFolio *page, KsUnit *unit)
{
  static const KsRect rule = { KS_POSTER_LEFT, 249.4, KS_POSTER_WIDTH, 0.6 };
  KsLine note = { .size = 11, .x = NOTE_LEFT, .y = 258.2, .width = NOTE_WIDTH, .least = 8 };

  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
  add_when (set, page, unit);
  ks_folio_add_picture (page, KS_PICTURE_SHEET, 126, 254.2, 11, FOOT_STROKE);
  ks_folio_add_picture (page, KS_PICTURE_GLOBE, 126, 269.8, 11, FOOT_STROKE);
  ks_line_add_wrapped (page, &note, 5.2, 2, ks_sheet_set_get_text (set, KS_TEXT_WHERE));
  note.y = 271;
  ks_line_add_wrapped (page, &note, 5.2, 3, ks_sheet_set_get_text (set, KS_TEXT_NOT_WHERE));
}

static void
add_stamp (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet)
{
  g_autofree char *stamp = ks_sheet_dup_stamp (sheet, &set->context);
  KsLine line = { .size = 7.5, .x = KS_POSTER_LEFT, .y = FOOT_BASELINE, .least = 6 };

  ks_line_add (page, &line, stamp);
  ks_sheet_add_number (set, page, sheet, KS_POSTER_RIGHT, FOOT_BASELINE, 7.5, 4.6);
}

static void
add_poster (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet, const KsFrame *frame)
{
  ks_folio_set_frame (page, frame);
  ks_sheet_add_head (set, page);
  add_title (set, page);
  add_name (page, sheet->unit);
  add_audience (set, page);
  add_call (set, page);
  add_code (set, page, sheet);
  for (guint i = 0; i < G_N_ELEMENTS (step_pictures); i++)
    add_step (set, page, i);
  add_foot (set, page, sheet->unit);
  add_stamp (set, page, sheet);
  ks_folio_set_frame (page, NULL);
}

static KsFolio *
lay_out_poster (gconstpointer layout, guint index)
{
  const KsSheetSet *set = layout;
  guint per_page = set->options.paper == KS_PAPER_2A5 ? 2 : 1;
  KsFolio *page = ks_folio_new ();

  for (guint i = 0; i < per_page && index * per_page + i < set->sheets->len; i++)
    {
      KsFrame frame = { i * KS_A4_HEIGHT / 2, 0, get_scale (set->options.paper), FALSE };

      add_poster (set, page, ks_sheet_set_get (set, index * per_page + i), &frame);
    }
  if (per_page > 1)
    ks_sheet_add_cut_marks (page);
  return page;
}

/**
 * ks_poster_lay_out:
 * @set: (transfer full): the sheets
 *
 * Returns: (transfer full): a poster of every unit, on A4, on A3, or two of A5 on a page
 */
KsPages *
ks_poster_lay_out (KsSheetSet *set)
{
  static const KsPagesKind kind = { lay_out_poster, ks_sheet_set_free };
  static const double sizes[KS_N_PAPER_SIZES][2] = { [KS_PAPER_A4] = { KS_A4_WIDTH, KS_A4_HEIGHT },
                                                [KS_PAPER_A3] = { KS_A4_HEIGHT, 420 },
                                                [KS_PAPER_2A5] = { KS_A4_HEIGHT, KS_A4_WIDTH } };
  KsPosterPaper paper = set->options.paper;
  guint per_page = paper == KS_PAPER_2A5 ? 2 : 1;
  KsSheetFacts facts = {
    .title = "Tờ niêm yết mã QR",
    .place = get_place (paper),
    .n_pages = (set->sheets->len + per_page - 1) / per_page,
    .width_mm = sizes[paper][0],
    .height_mm = sizes[paper][1],
  };
  KsPages *pages = ks_sheet_set_make_pages (set, &kind, &facts);

  ks_sheet_set_add_bookmarks (set, pages, 0, per_page);
  return pages;
}
