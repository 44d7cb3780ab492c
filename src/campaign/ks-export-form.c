/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-export-form.h"

#include <string.h>

#include "ks-csv-writer.h"
#include "ks-form-rows.h"
#include "ks-platform.h"

#define TEMPLATE "/vn/danvan/KhaoSat/forms/template-vi.json"

static gboolean
ends_with (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static gboolean
write_csv (KsForm *form, const char *path, GError **error)
{
  g_autoptr (GPtrArray) rows = ks_form_rows_dup (form);
  g_autoptr (KsCsvWriter) writer
      = ks_csv_writer_new (NULL, KS_CSV_LOCAL | KS_CSV_GUARD);
  g_autofree char *text = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < KS_FORM_ROWS_N_COLUMNS; k++)
        ks_csv_writer_add_text (writer, row[k] != NULL ? row[k] : "");
      if (!ks_csv_writer_end_row (writer, error))
        return FALSE;
    }
  text = ks_csv_writer_steal_text (writer);
  return ks_file_write (path, text, strlen (text), error);
}

static gboolean
write_form (KsForm *form, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (ends_with (path, ".csv"))
    return write_csv (form, path, error);
  text = g_strconcat (ks_form_get_json (form), "\n", NULL);
  return ks_file_write (path, text, strlen (text), error);
}

/**
 * ks_export_form:
 * @campaign: a campaign
 * @path: where the file shall be: a table with one question per row where the name ends in .csv,
 *   JSON otherwise
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

  return write_form (form, path, error);
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
  return form != NULL && write_form (form, path, error);
}
