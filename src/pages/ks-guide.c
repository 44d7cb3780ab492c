/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-guide-words.h"
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

/* Returns where the next one begins. */
static double
add_task (const KsGuideWords *words, KsFolio *page, guint index, double y)
{
  KsLine number = { .size = 12, .bold = TRUE, .align = KS_ALIGN_CENTRE, .x = 21.4, .y = y,
                    .ink = KS_INK_WHITE };
  KsLine label = { .size = 11.5, .bold = TRUE, .x = 29, .y = y, .width = 48 };
  KsLine what = { .size = 11, .x = 79, .y = y, .width = 113 };
  char digit[] = { (char) ('1' + index), '\0' };

  ks_folio_add_disc (page, KS_INK_ACCENT, 21.4, y - 1.5, 3.4);
  ks_line_add (page, &number, digit);
  ks_line_add (page, &label, words->moments[index]);
  return y + 5.2 * ks_line_add_wrapped (page, &what, 5.2, 3, words->tasks[index]) + 3.2;
}

static double
add_tasks (const KsGuideWords *words, KsFolio *page)
{
  double y = 70 + 8.6;

  add_heading (page, KS_POSTER_LEFT, KS_POSTER_RIGHT, 70, KS_GUIDE_TASKS);
  for (guint i = 0; i < KS_GUIDE_N_TASKS; i++)
    y = add_task (words, page, i, y);
  return y;
}

static double
add_publicity (KsFolio *page, double y)
{
  KsLine way = { .size = 11.5, .x = 26 };
  KsLine day = { .size = 11, .align = KS_ALIGN_RIGHT, .x = LEFT_END };
  KsLine warning = { .size = 10.5, .bold = TRUE, .x = KS_POSTER_LEFT,
                     .width = LEFT_END - KS_POSTER_LEFT };

  add_heading (page, KS_POSTER_LEFT, LEFT_END, y, KS_GUIDE_PUBLICITY);
  y += ROWS_LOWER;
  for (guint i = 0; i < KS_GUIDE_N_WAYS; i++, y += PITCH)
    {
      KsRect box = { KS_POSTER_LEFT + 0.175, y - 3.6, 4.2, 4.2 };

      ks_folio_add_frame (page, &box, 0.35);
      way.y = day.y = y;
      ks_line_add (page, &way, ks_guide_ways[i]);
      ks_line_add (page, &day, KS_GUIDE_PUBLICITY_DAY);
    }
  warning.y = y + 0.5;
  return warning.y
         + 4.9 * ks_line_add_wrapped (page, &warning, 4.9, 2, KS_GUIDE_PUBLICITY_NOTE);
}

static void
add_report (KsFolio *page, double y)
{
  KsLine line = { .size = 11.5, .x = KS_POSTER_LEFT };

  add_heading (page, KS_POSTER_LEFT, LEFT_END, y, KS_GUIDE_REPORT);
  line.y = y + ROWS_LOWER;
  for (guint i = 0; i < KS_GUIDE_N_FIGURES; i++, line.y += PITCH)
    {
      double end = KS_POSTER_LEFT + ks_line_add (page, &line, ks_guide_figures[i]);

      add_dots (page, end + 2, LEFT_END, line.y);
    }
}

/* What the registry does not know is written by hand. */
static double
add_contacts (const KsGuideWords *words, KsFolio *page, const KsSheet *sheet, double y)
{
  g_auto (GStrv) contacts = ks_guide_words_dup_contacts (words, sheet);
  KsLine label = { .size = 11.5, .x = RIGHT };
  KsLine contact = { .size = 11.5, .bold = TRUE, .x = RIGHT, .width = KS_POSTER_RIGHT - RIGHT };

  add_heading (page, RIGHT, KS_POSTER_RIGHT, y, KS_GUIDE_CONTACTS);
  y += ROWS_LOWER;
  for (guint i = 0; i < KS_GUIDE_N_CONTACTS; i++, y += 15)
    {
      label.y = y;
      contact.y = y + 7;
      ks_line_add (page, &label, ks_guide_contacts[i]);
      if (*contacts[i] != '\0')
        ks_line_add (page, &contact, contacts[i]);
      else
        add_dots (page, RIGHT, KS_POSTER_RIGHT, y + 8);
    }
  return y;
}

/* Its left edge stands at x: the quiet zone reaches beyond. */
static void
add_group_code (KsFolio *page, const char *link, double x, double y)
{
  guint n = ks_symbol_count_modules (strlen (link), KS_SYMBOL_LEVEL_M);
  double side = ks_symbol_fit (n, CODE_SIZE, CODE_SIZE + 2 * CODE_MARGIN);
  double quiet = side / n * KS_QUIET_MODULES;
  double inset = (CODE_SIZE - side) / 2;
  KsRect symbol = { x + inset, y + inset, side, side };
  KsCodeCell cell = {
    .code = { symbol.x - quiet, symbol.y - quiet, side + 2 * quiet, side + 2 * quiet },
    .quiet = quiet,
    .cell = { x - CODE_MARGIN, y - CODE_MARGIN, KS_POSTER_RIGHT - RIGHT + CODE_MARGIN,
              CODE_SIZE + 2 * CODE_MARGIN },
    .unit_code = (char *) "",
    .token = NULL,
    .link = (char *) link,
    .level = KS_SYMBOL_LEVEL_M,
  };

  ks_folio_add_code (page, &cell, &symbol);
}

/**
 * ks_guide_code_new:
 * @link: of the group
 *
 * Returns: (transfer full): its code, for ks_guide_code_paint()
 */
KsFolio *
ks_guide_code_new (const char *link)
{
  KsFolio *code = ks_folio_new ();

  add_group_code (code, link, CODE_MARGIN, CODE_MARGIN);
  return code;
}

/**
 * ks_guide_code_paint:
 * @cr: (nullable): where to paint; %NULL: only measure
 * @width: in points
 * @height: in points, with what stays free around the code
 * @code: (type KsFolio): what ks_guide_code_new() made
 *
 * Paints a code in the middle.
 *
 * Returns: how high it is on the sheet, in points
 */
double
ks_guide_code_paint (cairo_t *cr, double width, double height, gpointer code)
{
  const double side = (CODE_SIZE + 2 * CODE_MARGIN) * KS_POINTS_PER_MM;

  if (cr == NULL)
    return side;
  cairo_save (cr);
  cairo_translate (cr, (width - height) / 2, 0);
  cairo_scale (cr, height / side, height / side);
  ks_folio_paint (code, cr, FALSE);
  cairo_restore (cr);
  return side;
}

static void
add_group (const KsGuideWords *words, KsFolio *page, double y)
{
  KsLine line = { .size = 10.5, .x = 170.5, .width = KS_POSTER_RIGHT - 170.5 };
  double top = y + 7.4;

  if (*words->group_link == '\0')
    return;
  add_heading (page, RIGHT, KS_POSTER_RIGHT, y, words->group);
  add_group_code (page, words->group_link, RIGHT, top);
  line.y = top + 3.3;
  ks_line_add_wrapped (page, &line, 5, 4, KS_GUIDE_GROUP_FOR);
  line.x = RIGHT;
  line.width = KS_POSTER_RIGHT - RIGHT;
  line.y = top + CODE_SIZE + 8.2;
  ks_line_add (page, &line, KS_GUIDE_GROUP_USE);
  line.bold = TRUE;
  line.y = top + CODE_SIZE + 13.2;
  ks_line_add (page, &line, KS_GUIDE_GROUP_NOTE);
}

static void
add_title (const KsGuideWords *words, KsFolio *page)
{
  KsLine line = { .size = 27, .bold = TRUE, .align = KS_ALIGN_AXIS, .x = KS_POSTER_LEFT, .y = 42.5,
                  .width = KS_POSTER_WIDTH, .ink = KS_INK_ACCENT };
  gboolean two;

  ks_line_add (page, &line, KS_GUIDE_TITLE);
  line.ink = KS_INK_BLACK;
  line.bold = FALSE;
  line.size = 11;
  line.y = 50.6;
  two = ks_line_fit (page, &line, words->subject) < LEAST_SUBJECT;
  if (two)
    {
      line.size = LEAST_SUBJECT;
      line.y = 49.4;
    }
  ks_line_add_wrapped (page, &line, 4.2, two ? 2 : 1, words->subject);
  line.bold = TRUE;
  line.size = 12.5;
  line.y = two ? 59 : 56.6;
  ks_line_add (page, &line, words->when);
}

static void
add_foot (const KsSheetSet *set, const KsGuideWords *words, KsFolio *page, const KsSheet *sheet)
{
  static const KsRect rule = { KS_POSTER_LEFT, 277, KS_POSTER_WIDTH, 0.6 };
  g_autofree char *version = ks_sheet_dup_version (&set->context, NULL);
  KsLine line = { .size = 10, .x = KS_POSTER_LEFT, .y = 282.6, .width = KS_POSTER_WIDTH };
  KsLine stamp = { .size = 7.5, .x = KS_POSTER_LEFT, .y = 288 };
  KsLine unit = { .size = 7.5, .align = KS_ALIGN_RIGHT, .x = KS_POSTER_RIGHT, .y = 288 };
  KsStyle tag = KS_SANS_BOLD (7.5);

  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
  ks_line_add (page, &line, words->note);
  ks_line_add (page, &stamp, version);
  if (set->info->simulated)
    ks_folio_add_tag (page, &tag, KS_POSTER_RIGHT, 288, 4.6, KS_SIMULATED);
  else if (!ks_guide_is_one_for_all (set->sheets))
    ks_line_add (page, &unit, ks_unit_get_name (sheet->unit));
}

static KsFolio *
lay_out_guide (gconstpointer layout, guint index)
{
  const KsSheetSet *set = layout;
  const KsSheet *sheet = ks_sheet_set_get (set, index);
  g_autoptr (KsGuideWords) words = ks_guide_words_new (set->info, set->texts);
  KsFolio *page = ks_folio_new ();
  double y;

  ks_sheet_add_head (set, page);
  add_title (words, page);
  y = add_tasks (words, page) + 6.5;
  add_report (page, add_publicity (page, y) + 9);
  add_group (words, page, add_contacts (words, page, sheet, y) + 3);
  add_foot (set, words, page, sheet);
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
  gboolean one = ks_guide_is_one_for_all (set->sheets);
  KsSheetFacts facts = {
    .title = KS_GUIDE_TITLE,
    .n_pages = one ? 1 : set->sheets->len,
  };
  KsPages *pages = ks_sheet_set_make_pages (set, &kind, &facts);

  if (!one)
    ks_sheet_set_add_bookmarks (set, pages, 0, 1);
  return pages;
}
