/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-units.h"

#include "ks-file-name.h"
#include "ks-platform.h"
#include "ks-sheet-writer.h"
#include "ks-units-as-of.h"

/* Titles of a workbook, which people read; delimited text has the ids of the fields. The order is
 * that of the columns. ks_list_read_title() reads both. */
static const struct {
  KsUnitField field;
  const char *title;
} columns[] = {
  { KS_UNIT_NAME, "Tên đơn vị" },
  { KS_UNIT_KIND, "Loại đơn vị" },
  { KS_UNIT_DISTRICT_CODE, "Mã huyện" },
  { KS_UNIT_DISTRICT_NAME, "Huyện, thị xã, thành phố" },
  { KS_UNIT_TOTAL + KS_BODY_PARTY, "Số CBCC: Đảng ủy" },
  { KS_UNIT_TOTAL + KS_BODY_GOVERNMENT, "Số CBCC: UBND" },
  { KS_UNIT_TOTAL + KS_BODY_FRONT, "Số CBCC: MTTQ" },
  { KS_UNIT_TOTAL + KS_BODY_UNIONS, "Số CBCC: tổ chức chính trị - xã hội" },
  { KS_UNIT_EXCUSED + KS_BODY_PARTY, "Vắng có lý do: Đảng ủy" },
  { KS_UNIT_EXCUSED + KS_BODY_GOVERNMENT, "Vắng có lý do: UBND" },
  { KS_UNIT_EXCUSED + KS_BODY_FRONT, "Vắng có lý do: MTTQ" },
  { KS_UNIT_EXCUSED + KS_BODY_UNIONS, "Vắng có lý do: tổ chức chính trị - xã hội" },
  { KS_UNIT_LINK, "Đường link riêng" },
  { KS_UNIT_EXCUSED_NOTE + KS_BODY_PARTY, "Lý do vắng: Đảng ủy" },
  { KS_UNIT_EXCUSED_NOTE + KS_BODY_GOVERNMENT, "Lý do vắng: UBND" },
  { KS_UNIT_EXCUSED_NOTE + KS_BODY_FRONT, "Lý do vắng: MTTQ" },
  { KS_UNIT_EXCUSED_NOTE + KS_BODY_UNIONS, "Lý do vắng: tổ chức chính trị - xã hội" },
  { KS_UNIT_PART_TIME, "Người hoạt động không chuyên trách" },
  { KS_UNIT_STAFF_SOURCE, "Nguồn số liệu" },
  { KS_UNIT_STAFF_DAY, "Ngày số liệu" },
  { KS_UNIT_HEAD, "Tổ trưởng tổ công tác" },
  { KS_UNIT_PHONE, "Điện thoại tổ công tác" },
  { KS_UNIT_MEMBERS, "Thành viên tổ công tác" },
  { KS_UNIT_TYPIST, "Công chức nhập số liệu" },
  { KS_UNIT_ZALO, "Zalo tổ công tác" },
  { KS_UNIT_FORMER_NAMES, "Tên gọi khác, tên cũ" },
  { KS_UNIT_ORDER, "Thứ tự trong huyện" },
  { KS_UNIT_NOTE, "Ghi chú" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == KS_N_UNIT_FIELDS);

#define CODE_TITLE "Mã ĐVHC"
#define SHEET_NAME "Danh sách đơn vị"
#define N_BASIC 13 /* columns that every list has; the others come if any unit has something there */

static void
find_used (KsRegistry *registry, gboolean used[G_N_ELEMENTS (columns)])
{
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    {
      used[column] = column < N_BASIC;
      for (guint i = 0; i < ks_registry_get_n_units (registry) && !used[column]; i++)
        {
          g_autofree char *text
              = ks_unit_dup_text (ks_registry_get_unit (registry, i), columns[column].field);

          used[column] = *text != '\0' && !g_str_equal (text, "0");
        }
    }
}

static void
write_header (KsSheetWriter *writer, KsSheetFormat format, const gboolean *used)
{
  ks_sheet_writer_add_header (writer, format == KS_SHEET_XLSX ? CODE_TITLE : "code");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (used[i])
      ks_sheet_writer_add_header (writer, format == KS_SHEET_XLSX
                                              ? columns[i].title
                                              : ks_unit_field_get_id (columns[i].field));
  ks_sheet_writer_end_row (writer);
}

static void
write_field (KsSheetWriter *writer, KsUnit *unit, KsUnitField field)
{
  g_autofree char *text = ks_unit_dup_text (unit, field);

  switch (ks_unit_field_get_type (field))
    {
    case KS_UNIT_FIELD_COUNT:
      if (*text != '\0')
        ks_sheet_writer_add_count (writer, g_ascii_strtoll (text, NULL, 10));
      else
        ks_sheet_writer_add_text (writer, "");
      break;
    case KS_UNIT_FIELD_DAY:
      ks_sheet_writer_add_day (writer, ks_unit_get_staff_day (unit));
      break;
    case KS_UNIT_FIELD_TEXT:
    case KS_UNIT_FIELD_NAMES:
    default:
      ks_sheet_writer_add_text (writer, text);
    }
}

static void
write_units (KsSheetWriter *writer, KsRegistry *registry, const gboolean *used)
{
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      ks_sheet_writer_add_text (writer, ks_unit_get_code (unit));
      for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
        if (used[column])
          write_field (writer, unit, columns[column].field);
      ks_sheet_writer_end_row (writer);
    }
}

/**
 * ks_export_units:
 * @campaign: a campaign
 * @day: the day whose list is written, or %KS_DAY_NONE for the survey's own
 * @path: the table to write: a workbook if its name ends in .xlsx, CSV if in .csv
 * @error: return location for an error
 *
 * Writes the units as a table that ks_plan_units() reads back, the same bytes for the same
 * campaign.
 *
 * Returns: %FALSE with @error set; what was at @path is then as it was
 */
gboolean
ks_export_units (KsCampaign *campaign, KsDay day, const char *path, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_units_as_of (campaign, day, error);
  KsSheetFormat format = ks_sheet_format_from_path (path);
  g_autoptr (KsSheetWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean used[G_N_ELEMENTS (columns)];
  static const char *const endings[] = { ".xlsx", ".csv", NULL };
  KsMoment stamp;

  if (registry == NULL || !ks_file_name_check_ending (path, endings, error)
      || !ks_campaign_get_stamp (campaign, &stamp, error))
    return FALSE;
  writer = ks_sheet_writer_new (format, stamp, error);
  if (writer == NULL)
    return FALSE;
  find_used (registry, used);
  ks_sheet_writer_begin_sheet (writer, SHEET_NAME);
  write_header (writer, format, used);
  write_units (writer, registry, used);
  bytes = ks_sheet_writer_finish (writer, error);
  return bytes != NULL
         && ks_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
