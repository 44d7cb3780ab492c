/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-events.h"

#include <string.h>

#include "ks-columns.h"
#include "ks-i18n.h"
#include "ks-text.h"

#define MAX_ROWS 20000 /* twice the communes of the country */

typedef enum {
  COLUMN_DAY,
  COLUMN_KIND,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_DISTRICT,
  COLUMN_NOTE,
  N_COLUMNS,
} Column;

/* What a column may be called, folded; the first three must be there. */
static const char *const titles[N_COLUMNS][5] = {
  { "day", "ngay", "ngay hieu luc", NULL },
  { "kind", "loai", "loai thay doi", NULL },
  { "before", "don vi truoc", "truoc", NULL },
  { "after", "don vi sau", "sau", NULL },
  { "district", "huyen", "huyen, thi xa, thanh pho", NULL },
  { "note", "can cu", "ghi chu", NULL },
};

static const char *const kinds[KS_N_EVENT_KINDS][4] = {
  [KS_EVENT_NEW] = { "new", "moi", "thanh lap", NULL },
  [KS_EVENT_MERGE] = { "merge", "sap nhap", "nhap", NULL },
  [KS_EVENT_SPLIT] = { "split", "chia", "tach", NULL },
  [KS_EVENT_RENAME] = { "rename", "doi ten", NULL },
  [KS_EVENT_MOVE] = { "move", "chuyen huyen", "chuyen", NULL },
};

typedef struct
{
  KsSheetSource *source;
  int columns[N_COLUMNS];
  GPtrArray *rows;
} Reading;

static gboolean
refuse (const Reading *reading, guint64 number, const char *message, GError **error)
{
  return ks_refuse_at (ks_sheet_source_get_name (reading->source), number, message, error);
}

static gboolean
read_kind (const char *text, KsEventKind *kind)
{
  g_autofree char *folded = ks_text_fold (text);

  for (guint i = 0; i < KS_N_EVENT_KINDS; i++)
    if (g_strv_contains (kinds[i], folded))
      {
        *kind = (KsEventKind) i;
        return TRUE;
      }
  return FALSE;
}

/* "07207=Phường Ngô Quyền; 07210": each without blanks around it; what is empty is left out. */
static char **
split_units (const char *text, gboolean codes_alone)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **units;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *sign = codes_alone ? strchr (parts[i], '=') : NULL;

      if (sign != NULL)
        *sign = '\0';
      g_strstrip (parts[i]);
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }
  units = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return units;
}

static gboolean
read_row (Reading *reading, const KsRow *row, GError **error)
{
  g_autofree char *day = ks_dup_cell (row, reading->columns[COLUMN_DAY]);
  g_autofree char *kind = ks_dup_cell (row, reading->columns[COLUMN_KIND]);
  g_autofree char *before = ks_dup_cell (row, reading->columns[COLUMN_BEFORE]);
  g_autofree char *after = ks_dup_cell (row, reading->columns[COLUMN_AFTER]);
  KsEventRow *event = g_new0 (KsEventRow, 1);

  g_ptr_array_add (reading->rows, event);
  event->number = row->number;
  event->before = split_units (before, TRUE);
  event->after = split_units (after, FALSE);
  event->district = ks_dup_cell (row, reading->columns[COLUMN_DISTRICT]);
  event->note = ks_dup_cell (row, reading->columns[COLUMN_NOTE]);
  if (!ks_day_parse (day, &event->day) && !ks_day_read (day, &event->day))
    return refuse (reading, row->number, _ ("write the day like 01/4/2024"), error);
  if (!read_kind (kind, &event->kind))
    return refuse (reading, row->number,
                   _ ("the kind must be one of: mới, sáp nhập, tách, đổi tên, chuyển huyện"), error);
  return TRUE;
}

static gboolean
find_columns (Reading *reading, const KsRow *header, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    reading->columns[i] = ks_find_column (header, titles[i]);
  for (guint i = 0; i <= COLUMN_AFTER; i++)
    if (reading->columns[i] < 0)
      return refuse (reading, header->number,
                     _ ("the first row must name the columns Ngày, Loại, Đơn vị trước and Đơn vị "
                        "sau; Huyện and Căn cứ may follow"),
                     error);
  return TRUE;
}

static gboolean
read_rows (Reading *reading, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row = ks_sheet_source_next (reading->source, &local);

  if (row != NULL && !find_columns (reading, row, error))
    return FALSE;
  while (row != NULL && (row = ks_sheet_source_next (reading->source, &local)) != NULL)
    {
      if (reading->rows->len == MAX_ROWS)
        return refuse (reading, row->number, _ ("the table is longer than any list of events"),
                       error);
      if (!ks_row_is_blank (row) && !read_row (reading, row, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return reading->rows->len > 0
         || refuse (reading, 2, _ ("there is no event below the header"), error);
}

/**
 * ks_import_events:
 * @campaign: a campaign
 * @path: a table of events, one to a row, delimited text or a workbook: the day, the kind, the
 *   units before ("07207; 07210", or their names), the units after ("07207=Phường Ngô Quyền", or
 *   the name alone of one that keeps its code), and perhaps the district and what it rests on. The table that `khaosat-cli events` prints is one
 * @outcome: (out) (optional) (transfer full): what was done
 * @job: (nullable): progress
 * @error: return location for an error, which names file and row
 *
 * Records all events of a table in one step.
 *
 * Returns: %FALSE with @error set; all is then as it was
 */
gboolean
ks_import_events (KsCampaign *campaign, const char *path, KsOutcome **outcome, KsJob *job,
                  GError **error)
{
  g_autoptr (KsSheetSource) source = ks_open_list (path, KS_ENCODING_AUTO, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (ks_event_row_free);
  Reading reading = { .source = source, .rows = rows };
  const KsEventRow *failed = NULL;
  g_autoptr (GError) local = NULL;

  if (source == NULL || !read_rows (&reading, error) || !ks_job_report (job, 0, -1, error))
    return FALSE;
  if (ks_record_event_rows (campaign, rows, &failed, outcome, &local))
    return TRUE;
  return refuse (&reading, failed->number, local->message, error);
}
