/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-packs.h"

#include "ks-sheet.h"

/* The covering text of a district's pack: Vietnamese data. */

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
append_head (GString *text, const KsCampaignInfo *info, const char *whom)
{
  if (info->simulated)
    g_string_append (text, "SỐ LIỆU MÔ PHỎNG\n\n");
  if (info->superior_body != NULL && *info->superior_body != '\0')
    g_string_append_printf (text, "%s\n", info->superior_body);
  if (info->issuing_body != NULL && *info->issuing_body != '\0')
    g_string_append_printf (text, "%s\n", info->issuing_body);
  g_string_append_printf (text, "\nKính gửi: Ban Chỉ đạo, Công đoàn %s\n\n", whom);
}

static void
append_content (GString *text, const char *name, guint n_units)
{
  g_string_append_printf (
      text,
      "Trong gói này có:\n"
      "1. Danh sách mã QR – %s.pdf: tên %u đơn vị, mã khảo sát và mã QR.\n"
      "2. Tờ niêm yết mã QR – %s.pdf: mỗi đơn vị một tờ A4. Khi in chọn đúng kích thước thật "
      "(100%%), không thu nhỏ.\n"
      "3. Thư mục “Ảnh mã QR”: mỗi đơn vị một ảnh để gửi qua Zalo.\n\n",
      name, n_units, name);
}

/**
 * ks_pack_letter_dup:
 * @campaign: a campaign
 * @district: whom the pack is for
 * @stamp: the moment of the pack
 * @texts: the words of the sheets
 *
 * Returns: (transfer full): the covering text, as the plain text of Windows
 */
char *
ks_pack_letter_dup (KsCampaign *campaign, const KsDistrict *district, KsMoment stamp,
                    const KsSheetTexts *texts)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *whom = ks_unit_dup_running_name (district->name);
  g_autofree char *day = ks_day_format_long (info->day);
  g_autofree char *hours = ks_sheet_format_hours (info);
  g_autofree char *version_day = ks_day_format (ks_moment_get_day (stamp));
  g_autofree char *where = g_strdelimit (
      g_strjoin (" ", ks_sheet_texts_get (texts, KS_TEXT_WHERE),
                 ks_sheet_texts_get (texts, KS_TEXT_NOT_WHERE), NULL), "\n", ' ');
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);

  append_head (text, info, whom);
  g_string_append_printf (
      text, "Gửi các đồng chí mã QR của %u đơn vị thuộc %s.\n%s %s: %s, %s.\n\n",
      district->n_units, whom, ks_sheet_texts_get (texts, KS_TEXT_TITLE),
      ks_sheet_texts_get (texts, KS_TEXT_SUBTITLE), day, hours);
  append_content (text, district->name, district->n_units);
  g_string_append_printf (
      text,
      "Đề nghị các đồng chí:\n"
      "- Gửi ảnh và tờ niêm yết của đơn vị nào cho đúng tổ công tác của đơn vị đó.\n"
      "- %s.\n"
      "- Trước ngày khảo sát quét thử một mã, kiểm tra đúng tên cơ quan (không bấm Gửi).\n\n"
      "%s · ngày %s\n",
      where, info->id, version_day);
  g_string_replace (text, "\n", "\r\n", 0);
  return g_strdup (text->str);
}
