/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-day-papers-private.h"

#include "ks-sheet-writer.h"

/* The table of a district's units as a workbook: the same rows as its paper, to go on with. */

static const char *const columns[]
    = { "STT", "Đơn vị", "Số cán bộ,\ncông chức", "Số phiếu\nhợp lệ", "Tỷ lệ\ntham gia",
        "Báo cáo của\ntổ công tác", "Hình thức công\nkhai (trong 5)",
        "Ngày có tin,\nảnh (trong 7)" };

static void
add_titles (KsSheetWriter *writer, const KsCampaignInfo *info, KsDayFigures *figures,
            const char *name, guint n_checking)
{
  g_autofree char *title
      = g_strdup_printf ("KẾT QUẢ THAM GIA KHẢO SÁT – %s", name);
  g_autofree char *as_of = ks_day_figures_dup_as_of (figures);
  g_autofree char *end = ks_moment_format_end (info->to);
  g_autofree char *until = g_strdup_printf (
      "Thời gian khảo sát %s %s",
      info->first_to != KS_MOMENT_NONE ? "được gia hạn đến" : "đến", end);
  g_autofree char *checking
      = g_strdup_printf ("Còn %u đơn vị đang đối chiếu số liệu, không nêu trong biểu; số cộng gồm "
                         "cả các đơn vị đó", n_checking);

  ks_sheet_writer_add_title (writer, title);
  ks_sheet_writer_add_title (writer, info->simulated ? "SỐ LIỆU MÔ PHỎNG, SỐ LIỆU SƠ BỘ"
                                                     : "SỐ LIỆU SƠ BỘ");
  ks_sheet_writer_add_title (writer, as_of);
  ks_sheet_writer_add_title (writer, until);
  if (n_checking > 0)
    ks_sheet_writer_add_title (writer, checking);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ks_sheet_writer_add_header (writer, columns[i]);
  ks_sheet_writer_end_row (writer);
}

/* Above 100 % there is something to reconcile, and no rate. */
static void
add_rate (KsSheetWriter *writer, gint64 answers, gint64 staff)
{
  if (staff > 0 && answers <= staff)
    ks_sheet_writer_add_share (writer, (double) answers / (double) staff);
  else
    ks_sheet_writer_add_text (writer, answers > staff ? "đang đối chiếu" : "");
}

static void
add_unit (KsSheetWriter *writer, guint number, const KsDistrictUnit *unit)
{
  ks_sheet_writer_add_count (writer, number);
  ks_sheet_writer_add_text (writer, unit->name);
  ks_sheet_writer_add_count (writer, unit->staff);
  ks_sheet_writer_add_count (writer, unit->answers);
  add_rate (writer, unit->answers, unit->staff);
  ks_sheet_writer_add_text (writer, unit->reported ? "đã có" : "chưa có");
  ks_sheet_writer_add_count (writer, unit->n_publicity);
  ks_sheet_writer_add_count (writer, unit->n_post_days);
  ks_sheet_writer_end_row (writer);
}

static void
add_total (KsSheetWriter *writer, const KsDayDistrict *district)
{
  ks_sheet_writer_add_text (writer, "");
  ks_sheet_writer_add_text (writer, "Cộng");
  ks_sheet_writer_add_count (writer, district->staff);
  ks_sheet_writer_add_count (writer, district->answers);
  add_rate (writer, district->answers, district->staff);
  ks_sheet_writer_end_row (writer);
}

/**
 * ks_district_sheet_dup:
 * @campaign: a campaign
 * @figures: the day's figures
 * @district: one of their districts, or the province
 * @error: return location for an error
 *
 * Returns: (transfer full): a workbook with the rows of ks_lay_out_district(), or %NULL with @error
 *   set
 */
GBytes *
ks_district_sheet_dup (KsCampaign *campaign, KsDayFigures *figures, const KsDayDistrict *district,
                       GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GArray) units = ks_day_facts_collect_units (figures, district);
  const char *name = ks_day_facts_get_name (figures, district);
  g_autoptr (KsSheetWriter) writer = NULL;
  KsMoment stamp;

  if (!ks_day_figures_check_sendable (figures, error)
      || !ks_campaign_get_stamp (campaign, &stamp, error))
    return NULL;
  writer = ks_sheet_writer_new (KS_SHEET_XLSX, stamp, error);
  if (writer == NULL)
    return NULL;
  ks_sheet_writer_begin_sheet (writer, name != NULL ? name : "Toàn tỉnh");
  add_titles (writer, info, figures, name != NULL ? name : "Toàn tỉnh", district->n_checking);
  for (guint i = 0; i < units->len; i++)
    add_unit (writer, i + 1, &g_array_index (units, KsDistrictUnit, i));
  add_total (writer, district);
  return ks_sheet_writer_finish (writer, error);
}
