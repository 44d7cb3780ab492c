/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-poster-name.h"
#include "ks-sheet-private.h"

/* Tờ niêm yết mã QR, A4: one code, the unit's name, three steps. Positions in mm, sizes in
 * points. Its texts are Vietnamese data. */

#define CODE_SIZE 96.0
#define CODE_TOP 134.4
#define CODE_MARGIN 6.9
#define STEP_PITCH 34.05
#define STEP_LEFT 126.0
#define DISC_X 131.0
#define FOOT_BASELINE 288.0
#define FOOT_STROKE 1.9
#define PICTURE_STROKE 1.75
#define NO_ASSURANCE_LOWER 7.8
#define TRACK_HEAD 20
#define TRACK_TOKEN 50

typedef struct {
  GPtrArray      *sheets;
  KsCampaignInfo *info;
  KsSheetContext  context;
} Poster;

typedef struct {
  double      size;
  gboolean    bold;
  KsAlign     align;
  double      x;
  double      y;
  const char *text;
} Text;

static const Text fixed_texts[] = {
  { 15, TRUE, KS_ALIGN_AXIS, 18, 38.6, "Khảo sát, lấy ý kiến của cán bộ, công chức" },
  { 15, FALSE, KS_ALIGN_AXIS, 18, 45.4, "về việc thực hiện quy chế dân chủ tại cơ quan cấp xã" },
  { 12.5, FALSE, KS_ALIGN_AXIS, 18, 103.6, "Chỉ dành cho cán bộ, công chức cơ quan" },
  { 12.5, FALSE, KS_ALIGN_AXIS, 18, 109.4,
    "Đảng ủy, UBND, MTTQ và các tổ chức chính trị - xã hội" },
  { 29, TRUE, KS_ALIGN_AXIS, 18, 125, "Quét mã để trả lời phiếu khảo sát" },
  { 11, FALSE, KS_ALIGN_LEFT, 18, 242.4, "Mã khảo sát" },
  { 11, FALSE, KS_ALIGN_LEFT, 141, 258.2, "Treo trong phòng làm việc," },
  { 11, FALSE, KS_ALIGN_LEFT, 141, 263.4, "phòng họp;" },
  { 11, FALSE, KS_ALIGN_LEFT, 141, 271, "không đăng mã này lên" },
  { 11, FALSE, KS_ALIGN_LEFT, 141, 276.2, "mạng xã hội," },
  { 11, FALSE, KS_ALIGN_LEFT, 141, 281.4, "trang thông tin điện tử" },
};

typedef struct {
  KsPicture   pictures[2];
  const char *act;
  const char *rest;
} Step;

static const Step steps[] = {
  { { KS_PICTURE_CHAT, KS_PICTURE_CAMERA }, "Mở Zalo", "hoặc máy ảnh, chọn Quét mã QR" },
  { { KS_PICTURE_PHONE, KS_PICTURE_SCAN }, "Quét mã", "kiểm tra đúng tên cơ quan mình" },
  { { KS_PICTURE_FORM, KS_PICTURE_SEND }, "Trả lời và gửi", "mỗi người gửi một phiếu" },
};

static KsStyle
sans (double size, gboolean bold, double track)
{
  return (KsStyle){ .family = KS_FAMILY_SANS, .size = size, .bold = bold, .track = track };
}

static void
add_text (KsFolio *page, const Text *text)
{
  KsStyle style = sans (text->size, text->bold, 0);

  ks_folio_add_text (page, &style, KS_INK_BLACK, text->align, text->x, text->y, text->text);
}

static void
add_head_line (KsFolio *page, double size, gboolean bold, double y, const char *text)
{
  KsStyle style = sans (size, bold, TRACK_HEAD);

  ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_LEFT, KS_POSTER_LEFT, y, text);
}

/* The blank nearest to the middle of a text, in bytes. */
static const char *
find_middle (const char *text)
{
  const char *middle = text + strlen (text) / 2;
  const char *best = NULL;

  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (best == NULL || ABS (p - middle) < ABS (best - middle))
      best = p;
  return best;
}

/* Three lines where the issuing body's name does not stand on one. */
static void
add_head (KsFolio *page, const KsCampaignInfo *info)
{
  static const double sizes[] = { 10.5, 9.5 };
  const char *body = info->issuing_body != NULL ? info->issuing_body : "";
  const char *superior = info->superior_body != NULL ? info->superior_body : "";
  KsStyle style = sans (0, TRUE, TRACK_HEAD);
  double size = ks_type_fit (ks_type_get (), &style, body, KS_POSTER_WIDTH, sizes, 2);
  const char *middle = find_middle (body);
  KsRect rule = { KS_POSTER_LEFT, 28, KS_POSTER_WIDTH, 1.6 };

  if (size > 0 || middle == NULL)
    {
      size = size > 0 ? size : sizes[1];
      add_head_line (page, size, FALSE, 18.2, superior);
      add_head_line (page, size, TRUE, 23.6, body);
    }
  else
    {
      g_autofree char *first = g_strndup (body, (gsize) (middle - body));

      add_head_line (page, sizes[1], FALSE, 18.2, superior);
      add_head_line (page, sizes[1], TRUE, 22.4, first);
      add_head_line (page, sizes[1], TRUE, 26.6, middle + 1);
    }
  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
}

static void
add_name (KsFolio *page, KsUnit *unit)
{
  const char *district = ks_unit_get_district_name (unit);
  gboolean has_district = district != NULL && *district != '\0';
  g_autoptr (KsPosterName) name
      = ks_poster_name_new (ks_unit_get_name (unit), has_district);
  KsStyle style = sans (name->size, TRUE, 0);

  if (name->kind != NULL)
    add_text (page, &(Text){ name->kind_size, TRUE, KS_ALIGN_AXIS, KS_POSTER_LEFT, name->kind_y,
                             name->kind });
  for (guint i = 0; i < name->n_lines; i++)
    ks_folio_add_text (page, &style, KS_INK_ACCENT, KS_ALIGN_AXIS, KS_POSTER_LEFT, name->y[i],
                      name->lines[i]);
  if (has_district)
    add_text (page, &(Text){ 15, FALSE, KS_ALIGN_AXIS, KS_POSTER_LEFT, name->district_y,
                             district });
}

static void
add_code (KsFolio *page, const KsSheet *sheet)
{
  static const KsRect square = { KS_POSTER_LEFT, CODE_TOP, CODE_SIZE, CODE_SIZE };
  /* Reaches the token under the code, not the steps beside it. */
  static const KsRect cell = { 10, 127, 113, 118 };
  KsStyle style = sans (20, TRUE, TRACK_TOKEN);

  ks_sheet_add_code (sheet, page, KS_SYMBOL_LEVEL_Q, &square, CODE_MARGIN, &cell);
  ks_folio_add_text (page, &style, KS_INK_BLACK, KS_ALIGN_RIGHT, KS_POSTER_LEFT + CODE_SIZE, 242.4,
                    sheet->token);
}

static void
add_step (KsFolio *page, guint index)
{
  const Step *step = &steps[index];
  double lower = STEP_PITCH * index;
  KsStyle style = sans (18, TRUE, 0);
  char number[] = { (char) ('1' + index), '\0' };

  ks_folio_add_disc (page, KS_INK_ACCENT, DISC_X, 141.4 + lower, 5);
  ks_folio_add_text (page, &style, KS_INK_WHITE, KS_ALIGN_CENTRE, DISC_X, 143.65 + lower, number);
  ks_folio_add_picture (page, step->pictures[0], 142, CODE_TOP + lower, 14, PICTURE_STROKE);
  ks_folio_add_picture (page, step->pictures[1], 164, CODE_TOP + lower, 14, PICTURE_STROKE);
  add_text (page, &(Text){ 20, TRUE, KS_ALIGN_AXIS, STEP_LEFT, 156.8 + lower, step->act });
  add_text (page, &(Text){ 12, FALSE, KS_ALIGN_AXIS, STEP_LEFT, 162.3 + lower, step->rest });
}

/* "7 giờ", "7 giờ 30"; the end of a day is 24 giờ. */
static char *
format_hour (KsMoment moment, gboolean end)
{
  int year, month, day, hour, minute, second;

  ks_moment_to_civil (moment, &year, &month, &day, &hour, &minute, &second);
  if (end && hour == 0 && minute == 0)
    hour = 24;
  return minute == 0 ? g_strdup_printf ("%d giờ", hour)
                     : g_strdup_printf ("%d giờ %02d", hour, minute);
}

/* The dates stand in the line only where the window is longer than a day. */
static char *
format_window (const KsCampaignInfo *info)
{
  KsDay first = ks_moment_get_day (info->from);
  KsDay last = ks_moment_get_day (info->to - 1);
  g_autofree char *from = format_hour (info->from, FALSE);
  g_autofree char *to = format_hour (info->to, TRUE);
  g_autofree char *first_day = ks_day_format (first);
  g_autofree char *last_day = ks_day_format (last);

  if (first == last)
    return g_strdup_printf ("từ %s đến %s", from, to);
  return g_strdup_printf ("từ %s ngày %s đến %s ngày %s", from, first_day, to, last_day);
}

static void
add_foot (KsFolio *page, const KsCampaignInfo *info)
{
  static const KsRect rule = { KS_POSTER_LEFT, 249.4, KS_POSTER_WIDTH, 0.6 };
  g_autofree char *day = ks_day_format_long (info->day);
  g_autofree char *hours = format_window (info);
  double lower = info->no_identity ? 0 : NO_ASSURANCE_LOWER;

  ks_folio_add_rect (page, KS_INK_ACCENT, &rule);
  ks_folio_add_picture (page, KS_PICTURE_CLOCK, 18, 254.2 + lower, 11, FOOT_STROKE);
  add_text (page, &(Text){ 17, TRUE, KS_ALIGN_LEFT, 34, 258.6 + lower, day });
  add_text (page, &(Text){ 12, FALSE, KS_ALIGN_LEFT, 34, 264.6 + lower, hours });
  if (info->no_identity)
    {
      ks_folio_add_picture (page, KS_PICTURE_SHIELD, 18, 269.8, 11, FOOT_STROKE);
      add_text (page, &(Text){ 17, TRUE, KS_ALIGN_LEFT, 34, 274.2, "Phiếu không ghi họ tên" });
      add_text (page, &(Text){ 12, FALSE, KS_ALIGN_LEFT, 34, 280.2,
                               "Ý kiến chỉ dùng để tổng hợp chung" });
    }
  ks_folio_add_picture (page, KS_PICTURE_SHEET, 126, 254.2, 11, FOOT_STROKE);
  ks_folio_add_picture (page, KS_PICTURE_GLOBE, 126, 269.8, 11, FOOT_STROKE);
}

static void
add_stamp (KsFolio *page, const KsSheet *sheet, const KsSheetContext *context)
{
  g_autofree char *version = ks_sheet_dup_version (context, ks_unit_get_code (sheet->unit));
  g_autofree char *signs = ks_sheet_dup_signs (sheet);
  g_autofree char *stamp = g_strjoin (" · ", version, signs, NULL);
  g_autofree char *number = g_strdup_printf ("Tờ %u/%u", sheet->number, context->total);
  KsStyle bold = sans (7.5, TRUE, 0);

  add_text (page, &(Text){ 7.5, FALSE, KS_ALIGN_LEFT, KS_POSTER_LEFT, FOOT_BASELINE, stamp });
  if (context->info->simulated)
    ks_folio_add_tag (page, &bold, KS_POSTER_RIGHT, FOOT_BASELINE, 4.6, "SỐ LIỆU MÔ PHỎNG");
  else
    add_text (page, &(Text){ 7.5, FALSE, KS_ALIGN_RIGHT, KS_POSTER_RIGHT, FOOT_BASELINE, number });
}

static KsFolio *
lay_out_poster (gconstpointer layout, guint index)
{
  const Poster *poster = layout;
  const KsSheet *sheet = g_ptr_array_index (poster->sheets, index);
  KsFolio *page = ks_folio_new ();

  add_head (page, poster->info);
  for (guint i = 0; i < G_N_ELEMENTS (fixed_texts); i++)
    add_text (page, &fixed_texts[i]);
  add_name (page, sheet->unit);
  add_code (page, sheet);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    add_step (page, i);
  add_foot (page, poster->info);
  add_stamp (page, sheet, &poster->context);
  return page;
}

static void
free_poster (gpointer layout)
{
  Poster *poster = layout;

  g_ptr_array_unref (poster->sheets);
  ks_campaign_info_free (poster->info);
  g_free (poster);
}

/* A district begins where its name differs from that of the sheet before. */
static void
add_bookmarks (KsPages *pages, GPtrArray *sheets)
{
  const char *last = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      const KsSheet *sheet = g_ptr_array_index (sheets, i);
      const char *district = ks_unit_get_district_name (sheet->unit);

      if (district != NULL && *district != '\0' && g_strcmp0 (district, last) != 0)
        ks_pages_add_bookmark (pages, district, i);
      last = district;
    }
}

/**
 * ks_poster_pages_new:
 * @sheets: (element-type KsSheet): the units, in the office's order
 * @context: what they share
 * @error: return location for an error
 *
 * Lays out the poster of every unit, one A4 page each, with a code of 96 mm at level Q. Pages are
 * made when they are asked for.
 *
 * Returns: (transfer full): the posters, or %NULL with %KS_PAGES_ERROR_SHEET or
 *   %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_poster_pages_new (GPtrArray *sheets, const KsSheetContext *context, GError **error)
{
  static const KsPagesKind kind = { lay_out_poster, free_poster };
  g_autofree char *keywords = NULL;
  g_autofree char *title = NULL;
  Poster *poster;
  KsPages *pages;

  if (!ks_sheets_check (sheets, KS_FAMILY_SANS, error))
    return NULL;
  poster = g_new0 (Poster, 1);
  poster->sheets = ks_sheets_copy (sheets);
  poster->info = ks_campaign_info_copy (context->info);
  poster->context = *context;
  poster->context.info = poster->info;
  keywords = ks_sheet_mark_dup (KS_POSTER_ID, KS_POSTER_VERSION, 1, sheets, context->total);
  title = g_strdup_printf ("Tờ niêm yết mã QR – %s", context->info->id);
  pages = ks_pages_new (&kind, poster, &(KsPagesFacts){
    .title = title,
    .author = context->info->issuing_body,
    .keywords = keywords,
    .n_pages = sheets->len,
    .module_mm = ks_sheets_measure_module (sheets, KS_SYMBOL_LEVEL_Q, CODE_SIZE, CODE_MARGIN),
    .one_colour = context->one_colour,
  });
  add_bookmarks (pages, sheets);
  return pages;
}
