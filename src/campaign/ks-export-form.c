/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-export-form.h"

#include <string.h>

#include "ks-file-name.h"
#include "ks-form-rows.h"
#include "ks-platform.h"
#include "ks-sheet-writer.h"

#define SHEET "Phiếu khảo sát"
#define TEMPLATE "/vn/danvan/KhaoSat/forms/template-vi.json"

/* The template has no campaign whose log could date it. */
#define TEMPLATE_MOMENT 1711904400 /* 2024-04-01 in Việt Nam */

static gboolean
ends_with (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static gboolean
write_table (KsForm *form, KsMoment stamp, const char *path, GError **error)
{
  g_autoptr (GPtrArray) rows = ks_form_rows_dup (form);
  g_autoptr (KsSheetWriter) writer
      = ks_sheet_writer_new (ks_sheet_format_from_path (path), stamp, error);
  g_autoptr (GBytes) bytes = NULL;

  if (writer == NULL)
    return FALSE;
  ks_sheet_writer_begin_sheet (writer, SHEET);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < KS_FORM_ROWS_N_COLUMNS; k++)
        if (i == 0)
          ks_sheet_writer_add_header (writer, row[k]);
        else
          ks_sheet_writer_add_text (writer, row[k] != NULL ? row[k] : "");
      ks_sheet_writer_end_row (writer);
    }
  bytes = ks_sheet_writer_finish (writer, error);
  return bytes != NULL
         && ks_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static gboolean
write_form (KsForm *form, KsMoment stamp, const char *path, GError **error)
{
  static const char *const endings[] = { ".json", ".xlsx", ".csv", NULL };
  g_autofree char *text = NULL;

  if (!ks_file_name_check_ending (path, endings, error))
    return FALSE;
  if (ends_with (path, ".csv") || ends_with (path, ".xlsx"))
    return write_table (form, stamp, path, error);
  text = g_strconcat (ks_form_get_json (form), "\n", NULL);
  return ks_file_write (path, text, strlen (text), error);
}

/**
 * ks_export_form:
 * @campaign: a campaign
 * @path: where the file shall be: a table with one question per row where the name ends in .xlsx or
 *   .csv, JSON where it ends in .json
 * @error: return location for an error
 *
 * Writes the form, so that it can be read again as it is.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_export_form (KsCampaign *campaign, const char *path, GError **error)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  KsMoment stamp;

  return ks_campaign_get_stamp (campaign, &stamp, error)
         && write_form (form, stamp, path, error);
}

/**
 * ks_export_form_template:
 * @path: where the file shall be; see ks_export_form()
 * @error: return location for an error
 *
 * Writes a form with one example of every kind of question, to be filled in.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_export_form_template (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data (TEMPLATE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (KsForm) form = NULL;

  if (bytes == NULL)
    return FALSE;
  form = ks_form_new_from_json (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                error);
  return form != NULL && write_form (form, TEMPLATE_MOMENT, path, error);
}
