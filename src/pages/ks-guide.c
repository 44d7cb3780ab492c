/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-paper.h"
#include "ks-poster-name.h"
#include "ks-sheet-parts.h"

/* Phiếu hướng dẫn tổ công tác, one A4: what a working group does, whom it calls, what it reports;
 * and the code of its Zalo group, which stands on no other sheet. The unit's code is not on this
 * one. Positions in mm, sizes in points. */

#define LEFT_END 123.0
#define RIGHT 131.0
#define ROWS_LOWER 7.7
#define PITCH 6.9
#define LEAST_SUBJECT 9.5
#define DOT_DASH 0.3
#define DOT_GAP 1.0
#define CODE_SIZE 34.0
#define CODE_MARGIN 5.1

static void
add_heading (KsFolio *page, double x, double end, double y, const char *text)
{
  KsLine line = { .size = 13.5, .bold = TRUE, .x = x, .y = y, .width = end - x };

  ks_line_add (page, &line, text);
  ks_folio_add_rect (page, KS_INK_BLACK, &(KsRect){ x, y + 2 - 0.15, end - x, 0.3 });
}

/* A line to write on. Dots begin at whole steps from the right, so that all lines end alike. */
static void
add_dots (KsFolio *page, double x, double end, double y)
{
  for (double at = end - DOT_DASH; at >= x; at -= DOT_DASH + DOT_GAP)
    ks_folio_add_rect (page, KS_INK_BLACK, &(KsRect){ at, y - DOT_DASH / 2, DOT_DASH, DOT_DASH });
}

/* {day} and {deadline} in the words of a step. */
static char *
fill_in (const KsCampaignInfo *info, const char *words)
{
  g_autoptr (GString) text = g_string_new (words);
  g_autofree char *day = ks_day_format (info->day);
  g_autofree char *deadline = ks_sheet_format_deadline (info);

  g_string_replace (text, "{day}", day, 0);
  g_string_replace (text, "{deadline}", deadline, 0);
  return g_strdup (text->str);
}

/* Returns where the next one begins. */
static double
add_task (const KsSheetSet *set, KsFolio *page, guint index, const char *when, double y)
{
  KsLine number = { .size = 12, .bold = TRUE, .align = KS_ALIGN_CENTRE, .x = 21.4, .y = y,
                    .ink = KS_INK_WHITE };
  KsLine label = { .size = 11.5, .bold = TRUE, .x = 29, .y = y, .width = 48 };
  KsLine what = { .size = 11, .x = 79, .y = y, .width = 113 };
  g_autofree char *when_text = fill_in (set->info, when);
  g_autofree char *text
      = fill_in (set->info, ks_sheet_set_get_text (set, (KsSheetText) (KS_TEXT_GUIDE_1 + index)));
  char digit[] = { (char) ('1' + index), '\0' };

  ks_folio_add_disc (page, KS_INK_ACCENT, 21.4, y - 1.5, 3.4);
  ks_line_add (page, &number, digit);
  ks_line_add (page, &label, when_text);
  return y + 5.2 * ks_line_add_wrapped (page, &what, 5.2, 3, text) + 3.2;
}

static double
add_tasks (const KsSheetSet *set, KsFolio *page)
{
  static const char *const when[4]
      = { "Trước ngày khảo sát", "Sáng {day}", "Trong ngày {day}", "Cuối ngày" };
  double y = 70 + 8.6;

  add_heading (page, KS_POSTER_LEFT, KS_POSTER_RIGHT, 70, "Việc cần làm");
  for (guint i = 0; i < G_N_ELEMENTS (when); i++)
    y = add_task (set, page, i, when[i], y);
  return y;
}

static double
add_publicity (KsFolio *page, double y)
{
  static const char *const ways[] = { "Bảng tin của cơ quan", "Trang thông tin điện tử",
                                      "Nhóm Zalo của cơ quan", "Facebook",
                                      "Hội nghị, cuộc họp (số cuộc: ………)" };
  KsLine way = { .size = 11.5, .x = 26 };
  KsLine day = { .size = 11, .align = KS_ALIGN_RIGHT, .x = LEFT_END };
  KsLine warning = { .size = 10.5, .bold = TRUE, .x = KS_POSTER_LEFT,
                     .width = LEFT_END - KS_POSTER_LEFT };

  add_heading (page, KS_POSTER_LEFT, LEFT_END, y, "Công khai, tuyên truyền kế hoạch");
  y += ROWS_LOWER;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++, y += PITCH)
    {
      KsRect box = { KS_POSTER_LEFT + 0.175, y - 3.6, 4.2, 4.2 };

      ks_folio_add_frame (page, &box, 0.35);
      way.y = day.y = y;
      ks_line_add (page, &way, ways[i]);
      ks_line_add (page, &day, "Ngày ……/……");
    }
  warning.y = y + 0.5;
  return warning.y
         + 4.9 * ks_line_add_wrapped (page, &warning, 4.9, 2,
                                      "Chỉ đăng kế hoạch và tin, ảnh. Không đăng mã QR của đơn vị "
                                      "lên mạng xã hội, trang thông tin điện tử.");
}

static void
add_report (KsFolio *page, double y)
{
  static const char *const figures[]
      = { "Số cán bộ, công chức thuộc diện khảo sát", "Số người vắng có lý do",
          "Số người được hướng dẫn", "Số người đã trả lời", "Khó khăn, vướng mắc; kiến nghị" };
  KsLine line = { .size = 11.5, .x = KS_POSTER_LEFT };

  add_heading (page, KS_POSTER_LEFT, LEFT_END, y, "Nội dung báo cáo");
  line.y = y + ROWS_LOWER;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++, line.y += PITCH)
    {
      double end = KS_POSTER_LEFT + ks_line_add (page, &line, figures[i]);

      add_dots (page, end + 2, LEFT_END, line.y);
    }
}

/* What the registry does not know is written by hand. */
static double
add_contacts (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet, double y)
{
  static const char *const labels[] = { "Tổ trưởng tổ công tác", "Công đoàn cấp huyện",
                                        "Ban Chỉ đạo tỉnh" };
  g_autofree char *head = ks_sheet_dup_contact (ks_unit_get_text (sheet->unit, KS_UNIT_HEAD),
                                                ks_unit_get_text (sheet->unit, KS_UNIT_PHONE));
  const char *board = ks_sheet_set_get_text (set, KS_TEXT_BOARD_CONTACT);
  const char *contacts[] = { head, sheet->union_contact, *board != '\0' ? board : NULL };
  KsLine label = { .size = 11.5, .x = RIGHT };
  KsLine contact = { .size = 11.5, .bold = TRUE, .x = RIGHT, .width = KS_POSTER_RIGHT - RIGHT };

  add_heading (page, RIGHT, KS_POSTER_RIGHT, y, "Đầu mối liên hệ");
  y += ROWS_LOWER;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++, y += 15)
    {
      label.y = y;
      contact.y = y + 7;
      ks_line_add (page, &label, labels[i]);
      if (contacts[i] != NULL)
        ks_line_add (page, &contact, contacts[i]);
      else
        add_dots (page, RIGHT, KS_POSTER_RIGHT, y + 8);
    }
  return y;
}

static void
add_group_code (KsFolio *page, const char *link, double y)
{
  guint n = ks_symbol_count_modules (strlen (link), KS_SYMBOL_LEVEL_M);
  double side = ks_symbol_fit (n, CODE_SIZE, CODE_SIZE + 2 * CODE_MARGIN);
  double quiet = side / n * KS_QUIET_MODULES;
  double inset = (CODE_SIZE - side) / 2;
  KsRect symbol = { RIGHT + inset, y + inset, side, side };
  KsCodeCell cell = {
    .code = { symbol.x - quiet, symbol.y - quiet, side + 2 * quiet, side + 2 * quiet },
    .quiet = quiet,
    .cell = { RIGHT - CODE_MARGIN, y - CODE_MARGIN, KS_POSTER_RIGHT - RIGHT + CODE_MARGIN,
              CODE_SIZE + 2 * CODE_MARGIN },
    .unit_code = (char *) "",
    .token = NULL,
    .link = (char *) link,
    .level = KS_SYMBOL_LEVEL_M,
  };

  ks_folio_add_code (page, &cell, &symbol);
}

/* The group is called like the campaign where nobody says otherwise. */
static char *
dup_group_name (const KsSheetSet *set)
{
  const char *given = ks_sheet_set_get_text (set, KS_TEXT_GROUP_NAME);

  return *given != '\0' ? g_strdup (given) : g_strdelimit (g_strdup (set->info->id), "-", '_');
}

static void
add_group (const KsSheetSet *set, KsFolio *page, double y)
{
  const char *link = ks_sheet_set_get_text (set, KS_TEXT_GROUP_LINK);
  g_autofree char *name = dup_group_name (set);
  g_autofree char *heading = g_strdup_printf ("Nhóm Zalo %s", name);
  KsLine line = { .size = 10.5, .x = 170.5, .width = KS_POSTER_RIGHT - 170.5 };
  double top = y + 7.4;

  if (*link == '\0')
    return;
  add_heading (page, RIGHT, KS_POSTER_RIGHT, y, heading);
  add_group_code (page, link, top);
  line.y = top + 3.3;
  ks_line_add_wrapped (page, &line, 5, 4, "Dành cho\nban chỉ đạo,\ncông đoàn,\ntổ công tác.");
  line.x = RIGHT;
  line.width = KS_POSTER_RIGHT - RIGHT;
  line.y = top + CODE_SIZE + 8.2;
  ks_line_add (page, &line, "Đăng tin, ảnh hằng ngày.");
  line.bold = TRUE;
  line.y = top + CODE_SIZE + 13.2;
  ks_line_add (page, &line, "Không niêm yết mã này.");
}

static void
add_title (const KsSheetSet *set, KsFolio *page)
{
  g_autofree char *when = ks_sheet_format_when (set->info);
  g_autofree char *subject
      = g_strjoin (" ", ks_sheet_set_get_text (set, KS_TEXT_TITLE),
                   ks_sheet_set_get_text (set, KS_TEXT_SUBTITLE), NULL);
  KsLine line = { .size = 27, .bold = TRUE, .align = KS_ALIGN_AXIS, .x = KS_POSTER_LEFT, .y = 42.5,
                  .width = KS_POSTER_WIDTH, .ink = KS_INK_ACCENT };
  gboolean two;

  ks_line_add (page, &line, "Phiếu hướng dẫn tổ công tác");
  line.ink = KS_INK_BLACK;
  line.bold = FALSE;
  line.size = 11;
  line.y = 50.6;
  two = ks_line_fit (page, &line, subject) < LEAST_SUBJECT;
  if (two)
    {
      line.size = LEAST_SUBJECT;
      line.y = 49.4;
    }
  ks_line_add_wrapped (page, &line, 4.2, two ? 2 : 1, subject);
  line.bold = TRUE;
  line.size = 12.5;
  line.y = two ? 59 : 56.6;
  ks_line_add (page, &line, when);
}

static void
add_foot (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet, gboolean own)
{
  static const KsRect rule = { KS_POSTER_LEFT, 277, KS_POSTER_WIDTH, 0.6 };
  const char *note = ks_sheet_set_get_text (set, KS_TEXT_GUIDE_NOTE);
  const char *assurance = ks_sheet_set_get_text (set, KS_TEXT_ASSURANCE);
  g_autofree char *text = set->info->no_identity ? g_strdup_printf ("%s. %s", assurance, note)
                                                 : g_strdup (note);
  g_autofree char *version = ks_sheet_dup_version (&set->context, NULL);
  KsLine line = { .size = 10, .x = KS_POSTER_LEFT, .y = 282.6, .width = KS_POSTER_WIDTH };
  KsLine stamp = { .size = 7.5, .x = KS_POSTER_LEFT, .y = 288 };
  KsLine unit = { .size = 7.5, .align = KS_ALIGN_RIGHT, .x = KS_POSTER_RIGHT, .y = 288 };
  KsStyle tag = KS_SANS_BOLD (7.5);

  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
  ks_line_add (page, &line, text);
  ks_line_add (page, &stamp, version);
  if (set->info->simulated)
    ks_folio_add_tag (page, &tag, KS_POSTER_RIGHT, 288, 4.6, KS_SIMULATED);
  else if (own)
    ks_line_add (page, &unit, ks_unit_get_name (sheet->unit));
}

static gboolean
has_contact (const KsSheet *sheet)
{
  const char *head = ks_unit_get_text (sheet->unit, KS_UNIT_HEAD);
  const char *phone = ks_unit_get_text (sheet->unit, KS_UNIT_PHONE);

  return sheet->union_contact != NULL || (head != NULL && *head != '\0')
         || (phone != NULL && *phone != '\0');
}

/* One sheet is enough for all, until the registry knows whom a unit calls. */
static gboolean
is_one_for_all (const KsSheetSet *set)
{
  for (guint i = 0; i < set->sheets->len; i++)
    if (has_contact (ks_sheet_set_get (set, i)))
      return FALSE;
  return TRUE;
}

static KsFolio *
lay_out_guide (gconstpointer layout, guint index)
{
  const KsSheetSet *set = layout;
  const KsSheet *sheet = ks_sheet_set_get (set, index);
  KsFolio *page = ks_folio_new ();
  double y;

  ks_sheet_add_head (set, page);
  add_title (set, page);
  y = add_tasks (set, page) + 6.5;
  add_report (page, add_publicity (page, y) + 9);
  add_group (set, page, add_contacts (set, page, sheet, y) + 3);
  add_foot (set, page, sheet, !is_one_for_all (set));
  return page;
}

/**
 * ks_guide_lay_out:
 * @set: (transfer full): the sheets
 *
 * Returns: (transfer full): the working groups' guide: one page, or one for every unit where the
 *   registry knows whom it calls
 */
KsPages *
ks_guide_lay_out (KsSheetSet *set)
{
  static const KsPagesKind kind = { lay_out_guide, ks_sheet_set_free };
  gboolean one = is_one_for_all (set);
  KsSheetFacts facts = {
    .title = "Phiếu hướng dẫn tổ công tác",
    .n_pages = one ? 1 : set->sheets->len,
  };
  KsPages *pages = ks_sheet_set_make_pages (set, &kind, &facts);

  if (!one)
    ks_sheet_set_add_bookmarks (set, pages, 0, 1);
  return pages;
}
