/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-name.h"
#include "ks-sheet-parts.h"

/* Thẻ để bàn: two tents on an A4 in landscape, cut in the middle and folded across. Both faces say
 * the same; the upper one stands on its head. */

#define FACE_WIDTH 148.5
#define FACE_HEIGHT 105.0
#define LEFT 10.0
#define RIGHT 138.5
#define CODE_TOP 23.5
#define TEXT_LEFT 78.5
#define TEXT_WIDTH (RIGHT - TEXT_LEFT)
#define KIND_BASELINE 27.1
#define MARK 0.15
#define TOKEN_ROOM 56.0  /* that the token and the words before it need */

static const KsCodePlace code_place = { KS_SYMBOL_LEVEL_Q, 60, 4.6, 1, .flush = TRUE };

static const double one_line[] = { 30, 28, 26, 24, 22, 21, 20, 0 };
static const double two_lines[] = { 20, 19, 18, 17, 16, 0 };

static void
add_head (const KsSheetSet *set, KsFolio *page)
{
  static const KsRect rule = { LEFT, 17.6, RIGHT - LEFT, 1.1 };
  const KsCampaignInfo *info = set->info;
  g_autofree char *when = ks_sheet_shorten_when (info);
  KsLine day = { .size = 8.5, .bold = TRUE, .align = KS_ALIGN_RIGHT, .x = RIGHT, .y = 15,
                 .width = 60 };
  KsLine body = { .size = 7.5, .x = LEFT, .y = 11.4, .width = RIGHT - LEFT,
                  .track = KS_TRACK_HEAD };
  double used = ks_line_add (page, &day, when);

  ks_line_add (page, &body, info->superior_body != NULL ? info->superior_body : "");
  body.bold = TRUE;
  body.y = 15;
  body.width = RIGHT - LEFT - used - 4;
  ks_line_add (page, &body, info->issuing_body != NULL ? info->issuing_body : "");
  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
}

/* Returns the baseline for the district, clear of what hangs from the name. */
static double
add_name (KsFolio *page, const char *text, const char *district)
{
  static const KsNameRoom room = { TEXT_WIDTH, one_line, two_lines, 1.16, 0 };
  g_autoptr (KsName) name = ks_name_new (text, &room);
  KsLine kind = { .size = 14, .bold = TRUE, .align = KS_ALIGN_AXIS, .x = TEXT_LEFT,
                  .y = KIND_BASELINE };
  KsLine line = { .size = name->size, .bold = TRUE, .align = KS_ALIGN_AXIS, .x = TEXT_LEFT,
                  .ink = KS_INK_ACCENT };
  KsStyle below = KS_SANS (10);
  double cap = ks_type_get_cap_height (KS_FAMILY_SANS) * KS_MM_PER_POINT;

  /* Without a kind above it, the name's capitals stand on the height of the code's edge. */
  line.y = CODE_TOP + cap * name->size;
  if (name->kind != NULL)
    {
      ks_line_add (page, &kind, name->kind);
      line.y = KIND_BASELINE + ks_name_get_rise (name, 0.86) + 2.2;
    }
  for (guint i = 0; i < name->n_lines; i++)
    {
      line.y += i * ks_name_get_pitch (name, &room);
      ks_line_add (page, &line, name->lines[i]);
    }
  return line.y + MAX (5.6, ks_name_get_clearance (name, &below, district, 0.4));
}

static void
add_steps (const KsSheetSet *set, KsFolio *page)
{
  KsLine call = { .size = 17.5, .bold = TRUE, .align = KS_ALIGN_AXIS, .x = TEXT_LEFT, .y = 58.2,
                  .width = TEXT_WIDTH };

  ks_line_add_wrapped (page, &call, 7.4, 2, ks_sheet_set_get_text (set, KS_TEXT_CALL));
  for (guint i = 0; i < 3; i++)
    {
      double y = 72.5 + 5.5 * i;
      KsLine number = { .size = 7.8, .bold = TRUE, .align = KS_ALIGN_CENTRE, .x = 80.6,
                        .y = y - 0.45, .ink = KS_INK_WHITE };
      KsLine step = { .size = 11, .x = 84.7, .y = y, .width = RIGHT - 84.7 };
      char digit[] = { (char) ('1' + i), '\0' };

      ks_folio_add_disc (page, KS_INK_ACCENT, 80.6, y - 1.45, 2.1);
      ks_line_add (page, &number, digit);
      ks_line_add (page, &step,
                   ks_sheet_set_get_text (set, (KsSheetText) (KS_TEXT_CARD_STEP_1 + i)));
    }
}

static void
add_foot (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet)
{
  g_autofree char *audience
      = g_strdelimit (g_strdup (ks_sheet_set_get_text (set, KS_TEXT_AUDIENCE)), "\n", ' ');
  g_autofree char *stamp = ks_sheet_dup_stamp (sheet, &set->context);
  KsLine label = { .size = 8, .x = LEFT, .y = 91.5 };
  KsLine token = { .size = 13, .bold = TRUE, .align = KS_ALIGN_RIGHT,
                   .x = LEFT + MAX (ks_sheet_get_code_side (sheet, &code_place), TOKEN_ROOM),
                   .y = 91.5, .track = KS_TRACK_TOKEN };
  KsLine assurance = { .size = 11, .bold = TRUE, .x = 85.3, .y = 91.5, .width = RIGHT - 85.3 };
  KsLine small = { .size = 7, .x = LEFT, .y = 96.6, .width = RIGHT - LEFT };

  ks_line_add (page, &label, "Mã khảo sát");
  ks_line_add (page, &token, sheet->token);
  if (set->info->no_identity)
    {
      ks_folio_add_picture (page, KS_PICTURE_SHIELD, TEXT_LEFT, 87.2, 5.2, 2);
      ks_line_add (page, &assurance, ks_sheet_set_get_text (set, KS_TEXT_ASSURANCE));
    }
  ks_line_add (page, &small, audience);
  small.size = 6;
  small.y = 100;
  small.width = 0;
  ks_line_add (page, &small, stamp);
  ks_sheet_add_number (set, page, sheet, RIGHT, 100, 6, 0);
}

static void
add_face (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet, const KsFrame *frame)
{
  static const KsRect cell = { 0, 0, FACE_WIDTH, FACE_HEIGHT };
  const char *district = ks_unit_get_district_name (sheet->unit);
  double y;

  district = district != NULL ? district : "";
  ks_folio_set_frame (page, frame);
  add_head (set, page);
  ks_sheet_add_code (sheet, page, &code_place, LEFT, CODE_TOP, &cell);
  y = add_name (page, ks_unit_get_name (sheet->unit), district);
  if (*district != '\0')
    ks_sheet_add_district (page, &(KsLine){ .size = 10, .align = KS_ALIGN_AXIS, .x = TEXT_LEFT,
                                            .y = y, .width = TEXT_WIDTH }, 8.5, district);
  add_steps (set, page);
  add_foot (set, page, sheet);
  ks_folio_set_frame (page, NULL);
}

/* Dashes at both edges show where to fold. */
static void
add_fold (KsFolio *page, double left)
{
  for (guint i = 0; i < 3; i++)
    {
      double from = left + 1 + 2 * i;
      double to = left + FACE_WIDTH - 1 - 2 * i;

      ks_folio_add_rect (page, KS_INK_BLACK,
                         &(KsRect){ from, FACE_HEIGHT - MARK / 2, 1, MARK });
      ks_folio_add_rect (page, KS_INK_BLACK,
                         &(KsRect){ to - 1, FACE_HEIGHT - MARK / 2, 1, MARK });
    }
}

static KsFolio *
lay_out_cards (gconstpointer layout, guint index)
{
  const KsSheetSet *set = layout;
  KsFolio *page = ks_folio_new ();

  for (guint i = 0; i < 2 && 2 * index + i < set->sheets->len; i++)
    {
      const KsSheet *sheet = ks_sheet_set_get (set, 2 * index + i);
      double left = i * FACE_WIDTH;

      add_face (set, page, sheet, &(KsFrame){ left, FACE_HEIGHT, 1, FALSE });
      add_face (set, page, sheet, &(KsFrame){ left + FACE_WIDTH, FACE_HEIGHT, 1, TRUE });
      add_fold (page, left);
    }
  ks_sheet_add_cut_marks (page);
  return page;
}

/**
 * ks_cards_lay_out:
 * @set: (transfer full): the sheets
 *
 * Returns: (transfer full): table cards, two units on a page; every unit's code stands there twice
 */
KsPages *
ks_cards_lay_out (KsSheetSet *set)
{
  static const KsPagesKind kind = { lay_out_cards, ks_sheet_set_free };
  KsSheetFacts facts = {
    .title = "Thẻ để bàn mã QR",
    .place = code_place,
    .n_pages = (set->sheets->len + 1) / 2,
    .width_mm = KS_A4_HEIGHT,
    .height_mm = KS_A4_WIDTH,
  };
  KsPages *pages = ks_sheet_set_make_pages (set, &kind, &facts);

  ks_sheet_set_add_bookmarks (set, pages, 0, 2);
  return pages;
}
