/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-export-work.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-platform.h"
#include "ks-setting-table.h"
#include "ks-sheet-writer.h"
#include "ks-work-sheet.h"

#define SETTING "work_columns"
#define SHEET_NAME "Báo cáo của tổ công tác"

/* Columns that are not fields. */
enum {
  COLUMN_NUMBER = KS_N_WORK_FIELDS,
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_DISTRICT,
  COLUMN_POST_DAYS,
  COLUMN_VERIFIED,
};

/* Titles of a workbook, which people read; delimited text has the ids. ks_work_read_title() reads
 * both. */
static const struct {
  const char *id;
  const char *title;
  guint       column;
} all[] = {
  { "number", "STT", COLUMN_NUMBER },
  { "code", "Mã ĐVHC", COLUMN_CODE },
  { "name", "Tên đơn vị", COLUMN_NAME },
  { "district", "Huyện, thị xã, thành phố", COLUMN_DISTRICT },
  { "reported_at", "Giờ nhập", KS_WORK_REPORTED },
  { "staff_present", "Có mặt", KS_WORK_PRESENT },
  { "guided", "Hướng dẫn", KS_WORK_GUIDED },
  { "answered", "Đã trả lời", KS_WORK_ANSWERED },
  { "posted", "Niêm yết", KS_WORK_POSTED },
  { "website", "Trang TTĐT", KS_WORK_WEBSITE },
  { "zalo", "Zalo", KS_WORK_ZALO },
  { "facebook", "Facebook", KS_WORK_FACEBOOK },
  { "meetings", "Hội nghị", KS_WORK_MEETINGS },
  { "days", NULL, KS_WORK_POSTS },
  { "post_days", "Số ngày có tin, ảnh", COLUMN_POST_DAYS },
  { "verified", "Đã kiểm tra", COLUMN_VERIFIED },
};

/* A table on its way out: as a file, or as a block for the clipboard. */
typedef struct {
  KsWorkSheet   *sheet;
  KsSheetWriter *writer;   /* NULL: a block */
  GString       *block;
  gboolean       coded;    /* for programs: ids, times as ISO 8601, 0 and 1 */
} Export;

static const char *
get_title (guint i, gboolean coded)
{
  return coded ? all[i].id : all[i].title;
}

static gboolean
find_column (const char *id, guint *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].id, id))
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_columns (const char *columns, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (columns, ",", -1);
  guint found;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!find_column (g_strstrip (ids[i]), &found))
      {
        g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                     _ ("“%s” is no column. There are: %s"), ids[i], KS_WORK_ALL_COLUMNS);
        return FALSE;
      }
  return TRUE;
}

/**
 * ks_export_work_dup_columns:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the columns that were chosen last; all, if none ever were
 */
char *
ks_export_work_dup_columns (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GError) local = NULL;
  g_autofree char *columns = tx != NULL ? ks_setting_table_get (tx, SETTING, &local) : NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (tx != NULL && (columns == NULL || !check_columns (columns, NULL)))
    return g_strdup (KS_WORK_ALL_COLUMNS);
  return g_steal_pointer (&columns);
}

/**
 * ks_export_work_set_columns:
 * @campaign: a campaign
 * @columns: the columns that tables of reports shall have, parted by commas, in their order
 * @error: return location for an error
 *
 * Keeps them with the campaign: the management software asks for the same ones each time.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_export_work_set_columns (KsCampaign *campaign, const char *columns, GError **error)
{
  g_autofree char *before = ks_export_work_dup_columns (campaign, error);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  if (before == NULL || !check_columns (columns, error))
    return FALSE;
  if (g_str_equal (before, columns))
    return TRUE;
  ks_payload_add_text (payload, "columns", columns);
  json = ks_payload_to_json (payload);
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  return tx != NULL && ks_setting_table_set (tx, SETTING, columns, error)
         && ks_campaign_commit (campaign, tx, "work-columns", json, KS_CHANGE_REPORTS, error);
}

/* Cells of a block lie on one line. */
static void
add_to_block (GString *block, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

  if (block->len > 0 && block->str[block->len - 1] != '\n')
    g_string_append_c (block, '\t');
  g_string_append (block, line);
}

static void
add_text (Export *self, const char *text)
{
  if (self->writer != NULL)
    ks_sheet_writer_add_text (self->writer, text);
  else
    add_to_block (self->block, *text != '\0' ? text : " ");
}

static void
add_count (Export *self, gint64 count)
{
  g_autofree char *text = NULL;

  if (self->writer != NULL)
    {
      ks_sheet_writer_add_count (self->writer, count);
      return;
    }
  text = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  add_to_block (self->block, text);
}

static void
end_row (Export *self)
{
  if (self->writer != NULL)
    ks_sheet_writer_end_row (self->writer);
  else
    g_string_append_c (self->block, '\n');
}

static void
add_title (Export *self, const char *title)
{
  if (self->writer != NULL)
    ks_sheet_writer_add_header (self->writer, title);
  else
    add_to_block (self->block, title);
}

static void
add_titles (Export *self, const guint *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (all[columns[i]].column != KS_WORK_POSTS)
        {
          add_title (self, get_title (columns[i], self->coded));
          continue;
        }
      for (guint day = 0; day < KS_POST_DAYS; day++)
        {
          KsDay each = ks_work_sheet_get_day (self->sheet, day);
          g_autofree char *title = self->coded ? ks_day_to_iso (each) : ks_day_format (each);

          add_title (self, title);
        }
    }
  end_row (self);
}

/* As the management software and spreadsheets write it: 01/04/2024 17:30. */
static char *
format_moment (const Export *self, KsMoment moment)
{
  int year, month, day, hour, minute;

  if (self->coded)
    return ks_moment_to_iso (moment);
  ks_moment_to_civil (moment, &year, &month, &day, &hour, &minute, NULL);
  return g_strdup_printf ("%02d/%02d/%04d %02d:%02d", day, month, year, hour, minute);
}

static void
add_value (Export *self, const KsWorkRow *row, KsWorkField field, guint day)
{
  gint64 value = ks_work_row_get_value (row, field, day);
  gboolean mark = ks_work_field_is_mark (field) && field != KS_WORK_MEETINGS;
  g_autofree char *text = NULL;

  if (field == KS_WORK_REPORTED && value != KS_WORK_NOTHING)
    {
      text = format_moment (self, value);
      add_text (self, text);
    }
  else if (mark && !self->coded)
    add_text (self, value > 0 ? "x" : "");
  else if (ks_work_field_is_mark (field) && self->coded)
    add_count (self, MAX (value, 0));
  else if (value == KS_WORK_NOTHING)
    add_text (self, "");
  else
    add_count (self, value);
}

static const char *
get_verified (const Export *self, const KsWorkRow *row)
{
  if (row->claimed == 0)
    return "";
  if ((row->claimed & ~row->verified) == 0)
    return self->coded ? "1" : "đã kiểm tra";
  return self->coded ? "0" : "tự báo cáo";
}

static void
add_cell (Export *self, const KsWorkRow *row, guint column, guint number)
{
  switch (column)
    {
    case COLUMN_NUMBER:
      add_count (self, number);
      break;
    case COLUMN_CODE:
      add_text (self, ks_unit_get_code (row->unit));
      break;
    case COLUMN_NAME:
      add_text (self, ks_unit_get_name (row->unit));
      break;
    case COLUMN_DISTRICT:
      add_text (self, ks_unit_get_district_name (row->unit));
      break;
    case COLUMN_POST_DAYS:
      add_count (self, row->n_days);
      break;
    case COLUMN_VERIFIED:
      add_text (self, get_verified (self, row));
      break;
    case KS_WORK_POSTS:
      for (guint day = 0; day < KS_POST_DAYS; day++)
        add_value (self, row, KS_WORK_POSTS, day);
      break;
    default:
      add_value (self, row, (KsWorkField) column, 0);
    }
}

static void
write_table (Export *self, const char *columns, const char *district)
{
  g_auto (GStrv) ids = g_strsplit (columns, ",", -1);
  guint n_columns = g_strv_length (ids), number = 0;
  g_autofree guint *indices = g_new0 (guint, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    find_column (g_strstrip (ids[i]), &indices[i]);
  add_titles (self, indices, n_columns);
  for (guint i = 0; i < self->sheet->n_rows; i++)
    {
      const KsWorkRow *row = &self->sheet->rows[i];

      if (district != NULL && !g_str_equal (ks_unit_get_district_code (row->unit), district))
        continue;
      number++;
      for (guint k = 0; k < n_columns; k++)
        add_cell (self, row, all[indices[k]].column, number);
      end_row (self);
    }
}

/**
 * ks_export_work:
 * @campaign: a campaign
 * @path: the table to write: a workbook if its name ends in .xlsx, CSV if in .csv
 * @error: return location for an error
 *
 * Writes reports and posts of all units, in the columns that were chosen last, as a table that can be
 * typed or pasted into the management software and that ks_work_plan_add_file() reads back.
 *
 * Returns: %FALSE with @error set; what was at @path is then as it was
 */
gboolean
ks_export_work (KsCampaign *campaign, const char *path, GError **error)
{
  static const char *const endings[] = { ".xlsx", ".csv", NULL };
  KsSheetFormat format = ks_sheet_format_from_path (path);
  g_autofree char *columns = ks_export_work_dup_columns (campaign, error);
  g_autoptr (KsWorkSheet) sheet = columns != NULL ? ks_work_sheet_load (campaign, error) : NULL;
  g_autoptr (KsSheetWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Export export = { .sheet = sheet, .coded = format == KS_SHEET_CSV };
  KsMoment stamp;

  if (sheet == NULL || !ks_file_name_check_ending (path, endings, error)
      || !ks_campaign_get_stamp (campaign, &stamp, error))
    return FALSE;
  export.writer = writer = ks_sheet_writer_new (format, stamp, error);
  if (writer == NULL)
    return FALSE;
  ks_sheet_writer_begin_sheet (writer, SHEET_NAME);
  write_table (&export, columns, NULL);
  bytes = ks_sheet_writer_finish (writer, error);
  return bytes != NULL
         && ks_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/**
 * ks_export_work_dup_block:
 * @campaign: a campaign
 * @district: (nullable): code of a district; %NULL: all units
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the same table as a block to be pasted: cells parted by tabs
 */
char *
ks_export_work_dup_block (KsCampaign *campaign, const char *district, GError **error)
{
  g_autofree char *columns = ks_export_work_dup_columns (campaign, error);
  g_autoptr (KsWorkSheet) sheet = columns != NULL ? ks_work_sheet_load (campaign, error) : NULL;
  Export export = { .sheet = sheet };

  if (sheet == NULL)
    return NULL;
  export.block = g_string_new (NULL);
  write_table (&export, columns, district);
  return g_string_free (export.block, FALSE);
}
