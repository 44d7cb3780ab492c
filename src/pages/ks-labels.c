/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-name.h"
#include "ks-sheet-parts.h"

/* Tem nhãn: a code and a name on each label of a common sheet. All black, no frame is printed.
 * A label is laid out for a code of about 26 mm; larger labels are the same, enlarged. */

#define USUAL_CODE 26.0
#define SMALL_CODE 25.0
#define GUTTER 3.2
#define LEAST_BESIDE (GUTTER + 29.3)

static const double one_line[] = { 15, 14, 13, 12, 11, 10.5, 0 };
static const double two_lines[] = { 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 0 };

/* A label in the measures of its frame. */
typedef struct {
  double x;        /* of the texts */
  double width;    /* of the texts */
  double top;      /* of the code */
  double foot;     /* of the code */
  double last;     /* baseline of the name's last line */
  gboolean two;    /* lines of the name */
} Label;

/* Type grows with the code, as far as the texts keep the room that they have on the narrowest of
 * the usual labels. */
static double
get_scale (const KsLabelGrid *grid)
{
  double beside = (grid->width - grid->code_left - grid->code - grid->right) / LEAST_BESIDE;

  if (grid->code < SMALL_CODE)
    return MIN (grid->code / SMALL_CODE, beside);
  return MAX (1, MIN (grid->code / USUAL_CODE, beside));
}

static KsCodePlace
get_place (const KsLabelGrid *grid)
{
  double scale = get_scale (grid);
  double margin = MIN (grid->code_left, (grid->height - grid->code) / 2) / scale;

  return (KsCodePlace){ KS_SYMBOL_LEVEL_M, grid->code / scale, MIN (margin, GUTTER), scale,
                        .flush = FALSE };
}

static void
add_name (KsFolio *page, Label *label, const char *text)
{
  KsNameRoom room = { label->width, one_line, two_lines, 1.22, 0 };
  g_autoptr (KsName) name = ks_name_new (text, &room);
  KsLine kind = { .size = 9, .x = label->x, .y = label->top + 2.35, .width = label->width };
  KsLine line = { .size = name->size, .bold = TRUE, .x = label->x };
  double gap = name->n_lines == 1 ? 0.6 : 1.4;

  label->two = name->n_lines == 2;
  line.y = kind.y + 0.176 * name->size;
  if (name->kind != NULL)
    {
      ks_line_add (page, &kind, name->kind);
      line.y = kind.y + 0.346 * name->size + gap;
    }
  for (guint i = 0; i < name->n_lines; i++)
    {
      ks_line_add (page, &line, name->lines[i]);
      label->last = line.y;
      line.y += ks_name_get_pitch (name, &room);
    }
}

static char *
dup_when (const KsCampaignInfo *info)
{
  KsDay last = ks_moment_get_day (info->to - 1);
  g_autofree char *day = ks_day_format (last);

  if (info->first_to != KS_MOMENT_NONE)
    return ks_sheet_format_extension (info);
  return last == ks_moment_get_day (info->from) ? g_strdup_printf ("trong ngày %s", day)
                                                : g_strdup_printf ("đến hết ngày %s", day);
}

static void
add_call (const KsSheetSet *set, KsFolio *page, const Label *label)
{
  g_autofree char *when = dup_when (set->info);
  KsLine line = { .size = 7.5, .x = label->x, .y = label->foot - (label->two ? 4.4 : 7.7),
                  .width = label->width };

  ks_line_add (page, &line, set->info->simulated ? KS_SIMULATED
                                                 : ks_sheet_set_get_text (set, KS_TEXT_LABEL_CALL));
  line.y = label->foot - 4.4;
  if (!label->two)
    ks_line_add (page, &line, when);
}

static void
add_label (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet, const KsFrame *frame)
{
  const KsLabelGrid *grid = &set->options.grid;
  KsCodePlace place = get_place (grid);
  KsRect cell = { 0, 0, grid->width / place.scale, grid->height / place.scale };
  double left = grid->code_left / place.scale;
  Label label = { .x = left + place.size + GUTTER };
  KsLine token = { .size = 10, .bold = TRUE, .track = KS_TRACK_HEAD };
  const char *district = ks_unit_get_district_name (sheet->unit);

  label.width = cell.width - grid->right / place.scale - label.x;
  label.top = (cell.height - place.size) / 2;
  label.foot = label.top + place.size;
  ks_folio_set_frame (page, frame);
  ks_sheet_add_code (sheet, page, &place, left, label.top, &cell);
  add_name (page, &label, ks_unit_get_name (sheet->unit));
  if (district != NULL && *district != '\0')
    ks_sheet_add_district (page, &(KsLine){ .size = 8, .x = label.x, .y = label.last + 4.2,
                                            .width = label.width }, 7, district);
  add_call (set, page, &label);
  token.x = label.x;
  token.y = label.foot;
  token.width = label.width;
  ks_line_add (page, &token, sheet->token);
  ks_folio_set_frame (page, NULL);
}

static KsFolio *
lay_out_labels (gconstpointer layout, guint index)
{
  const KsSheetSet *set = layout;
  const KsLabelGrid *grid = &set->options.grid;
  guint per_page = grid->n_columns * grid->n_rows;
  guint skip = set->options.skip;
  KsFolio *page = ks_folio_new ();

  for (guint i = 0; i < per_page; i++)
    {
      guint place = index * per_page + i;
      KsFrame frame = { grid->left + (i % grid->n_columns) * grid->pitch_x,
                        grid->top + (i / grid->n_columns) * grid->pitch_y, get_scale (grid),
                        FALSE };

      if (place >= skip && place - skip < set->sheets->len)
        add_label (set, page, ks_sheet_set_get (set, place - skip), &frame);
    }
  return page;
}

/**
 * ks_labels_lay_out:
 * @set: (transfer full): the sheets
 *
 * Returns: (transfer full): sheets of labels; those that are used already stay empty
 */
KsPages *
ks_labels_lay_out (KsSheetSet *set)
{
  static const KsPagesKind kind = { lay_out_labels, ks_sheet_set_free };
  guint per_page = set->options.grid.n_columns * set->options.grid.n_rows;
  guint skip = set->options.skip;
  KsSheetFacts facts = {
    .title = "Tem nhãn mã QR",
    .place = get_place (&set->options.grid),
    .n_pages = (skip + set->sheets->len + per_page - 1) / per_page,
  };
  KsPages *pages = ks_sheet_set_make_pages (set, &kind, &facts);

  ks_sheet_set_add_bookmarks (set, pages, skip, per_page);
  return pages;
}
