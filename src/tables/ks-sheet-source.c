/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-source.h"

#include <string.h>

#include "ks-archive.h"
#include "ks-part-stream.h"
#include "ks-platform.h"

#define ZIP_MAGIC "PK\x03\x04"
#define ZIP_MAGIC_LENGTH 4

struct _KsSheetSource {
  char        *name;
  KsBook      *workbook; /* that of the archive, if there is one; or */
  KsCsvReader *csv;
  KsArchive   *archive; /* of tables, one of which workbook or csv reads; else NULL */
  guint        table;   /* which */
  KsEncoding   encoding;
  GBytes      *bytes;  /* of a workbook or archive */
  GArray      *merges; /* none, of text */
};

static KsSheetSource *
new_source (const char *name)
{
  KsSheetSource *self = g_new0 (KsSheetSource, 1);

  self->name = g_strdup (name);
  self->merges = g_array_new (FALSE, FALSE, sizeof (KsMerge));
  return self;
}

/**
 * ks_sheet_source_new_for_workbook:
 * @bytes: an XLSX or ODS file
 * @name: what it is called in messages
 * @error: return location
 *
 * Opens a workbook. Fails with %KS_TABLES_ERROR_FORMAT on what is none or is damaged.
 *
 * Returns: (transfer full) (nullable): its sheets, the first one selected
 */
KsSheetSource *
ks_sheet_source_new_for_workbook (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (KsSheetSource) self = new_source (name);

  self->workbook = ks_book_open (bytes, name, error);
  if (self->workbook == NULL || !self->workbook->funcs->select (self->workbook, 0, error))
    return NULL;
  self->bytes = g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}

static gboolean
select_table (KsSheetSource *self, guint table, GError **error)
{
  g_clear_pointer (&self->csv, ks_csv_reader_free);
  self->workbook = NULL;
  self->table = table;
  if (!ks_archive_open_table (self->archive, table, &self->csv, &self->workbook, error))
    return FALSE;
  if (self->csv != NULL)
    ks_csv_reader_set_encoding (self->csv, self->encoding);
  return TRUE;
}

/* A form service packs its exports, and somebody may have packed those of many units. */
static KsSheetSource *
open_archive (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (KsSheetSource) self = new_source (name);

  self->archive = ks_archive_open (bytes, name, error);
  if (self->archive == NULL)
    return NULL;
  if (!ks_archive_holds_tables (self->archive))
    return ks_sheet_source_new_for_workbook (bytes, name, error);
  self->bytes = g_bytes_ref (bytes);
  return select_table (self, 0, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_sheet_source_new_for_csv:
 * @reader: (transfer full): delimited text before its first row
 *
 * Returns: (transfer full): a source of one sheet
 */
KsSheetSource *
ks_sheet_source_new_for_csv (KsCsvReader *reader)
{
  KsSheetSource *self = new_source (ks_csv_reader_get_name (reader));

  self->csv = reader;
  return self;
}

/**
 * ks_sheet_source_new_for_block:
 * @text: what was copied in a spreadsheet: UTF-8, tabs between cells
 * @name: what it is called in messages
 *
 * Returns: (transfer full): a source of one sheet
 */
KsSheetSource *
ks_sheet_source_new_for_block (const char *text, const char *name)
{
  gsize length = strlen (text);
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (g_memdup2 (text, length + 1), (gssize) length, g_free);
  KsCsvReader *reader = ks_csv_reader_new (stream, name);

  ks_csv_reader_set_delimiter (reader, '\t');
  return ks_sheet_source_new_for_csv (reader);
}

static gboolean
is_zip (const char *path)
{
  g_autoptr (GFileInputStream) stream = ks_file_open (path, NULL);
  char start[ZIP_MAGIC_LENGTH];
  gsize length = 0;

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &length, NULL,
                                     NULL)
         && length == sizeof start && memcmp (start, ZIP_MAGIC, sizeof start) == 0;
}

static KsSheetSource *
open_resource (const char *uri, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *name = g_file_get_basename (file);

  if (stream == NULL)
    return NULL;
  return ks_sheet_source_new_for_csv (ks_csv_reader_new (G_INPUT_STREAM (stream), name));
}

/**
 * ks_sheet_source_new_for_path:
 * @path: a file, or the URI of a resource that holds delimited text
 * @error: return location
 *
 * Opens a table, whatever its name says it is. Fails with %KS_BASE_ERROR_FILE if it cannot be
 * read, else as ks_sheet_source_new_for_workbook() and ks_csv_reader_next().
 *
 * Returns: (transfer full) (nullable): its sheets, the first one selected
 */
KsSheetSource *
ks_sheet_source_new_for_path (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  KsCsvReader *reader;

  if (g_str_has_prefix (path, "resource://"))
    return open_resource (path, error);
  if (!is_zip (path))
    {
      reader = ks_csv_reader_new_for_path (path, error);
      return reader != NULL ? ks_sheet_source_new_for_csv (reader) : NULL;
    }
  bytes = ks_file_map (path, error);
  name = g_path_get_basename (path);
  shown = g_filename_display_name (name);
  return bytes != NULL ? open_archive (bytes, shown, error) : NULL;
}

/**
 * ks_sheet_source_free:
 * @self: (transfer full): a source
 */
void
ks_sheet_source_free (KsSheetSource *self)
{
  if (self->archive == NULL)
    g_clear_pointer (&self->workbook, ks_book_free);
  g_clear_pointer (&self->csv, ks_csv_reader_free);
  g_clear_pointer (&self->archive, ks_archive_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_array_unref (self->merges);
  g_free (self->name);
  g_free (self);
}

/**
 * ks_sheet_source_get_name:
 * @self: a source
 *
 * Returns: (transfer none): what it is called in messages
 */
const char *
ks_sheet_source_get_name (KsSheetSource *self)
{
  return self->name;
}

/**
 * ks_sheet_source_is_workbook:
 * @self: a source
 *
 * Returns: whether the selected table is a sheet of a workbook, whose cells tell where they stand
 */
gboolean
ks_sheet_source_is_workbook (KsSheetSource *self)
{
  return self->workbook != NULL;
}

/**
 * ks_sheet_source_is_beside_others:
 * @self: a source
 * @sheet: number of a sheet, from 0
 *
 * Returns: whether it is one of several sheets of a workbook, which may be made of one another,
 *   and no file of its own
 */
gboolean
ks_sheet_source_is_beside_others (KsSheetSource *self, guint sheet)
{
  return self->archive != NULL ? ks_archive_is_beside_others (self->archive, sheet)
                               : ks_sheet_source_get_n_sheets (self) > 1;
}

/**
 * ks_sheet_source_get_csv:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what reads it, if it is delimited text
 */
KsCsvReader *
ks_sheet_source_get_csv (KsSheetSource *self)
{
  return self->csv;
}

/**
 * ks_sheet_source_set_encoding:
 * @self: a source before its first row
 * @encoding: what delimited text is in; %KS_ENCODING_AUTO: it is recognised, or asked
 */
void
ks_sheet_source_set_encoding (KsSheetSource *self, KsEncoding encoding)
{
  self->encoding = encoding;
  if (self->csv != NULL)
    ks_csv_reader_set_encoding (self->csv, encoding);
}

/**
 * ks_sheet_source_get_bytes:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the file, if it is a workbook or an archive, which are read
 *   here and there; others go through the tap of their reader
 */
GBytes *
ks_sheet_source_get_bytes (KsSheetSource *self)
{
  return self->bytes;
}

/**
 * ks_sheet_source_get_position:
 * @self: a source
 *
 * Returns: number of bytes read so far, for a progress bar
 */
gint64
ks_sheet_source_get_position (KsSheetSource *self)
{
  if (self->archive != NULL && self->workbook != NULL)
    return ks_sheet_source_get_size (self) / ks_archive_get_n_tables (self->archive) * self->table;
  if (self->workbook != NULL)
    return self->workbook->funcs->get_position (self->workbook);
  if (self->archive != NULL)
    return ks_part_stream_get_position (KS_PART_STREAM (ks_csv_reader_get_stream (self->csv)));
  return ks_csv_reader_get_position (self->csv);
}

/**
 * ks_sheet_source_get_size:
 * @self: a source
 *
 * Returns: number of bytes of the file, or 0 if it is not known
 */
gint64
ks_sheet_source_get_size (KsSheetSource *self)
{
  return self->bytes != NULL ? (gint64) g_bytes_get_size (self->bytes)
                             : ks_csv_reader_get_size (self->csv);
}

/**
 * ks_sheet_source_get_n_sheets:
 * @self: a source
 *
 * Returns: number of sheets, hidden ones included; at least 1
 */
guint
ks_sheet_source_get_n_sheets (KsSheetSource *self)
{
  if (self->archive != NULL)
    return ks_archive_get_n_tables (self->archive);
  return self->workbook != NULL ? self->workbook->funcs->get_n_sheets (self->workbook) : 1;
}

/**
 * ks_sheet_source_get_sheet_name:
 * @self: a source
 * @sheet: number of a sheet, from 0
 *
 * Returns: (transfer none): its name, of a file in an archive as ks_archive_get_title() tells it;
 *   empty in delimited text
 */
const char *
ks_sheet_source_get_sheet_name (KsSheetSource *self, guint sheet)
{
  g_return_val_if_fail (sheet < ks_sheet_source_get_n_sheets (self), NULL);

  if (self->archive != NULL)
    return ks_archive_get_title (self->archive, sheet);
  return self->workbook != NULL ? self->workbook->funcs->get_sheet_name (self->workbook, sheet) : "";
}

/**
 * ks_sheet_source_is_hidden:
 * @self: a source
 * @sheet: number of a sheet, from 0
 *
 * Returns: whether a person who opens the workbook does not see the sheet
 */
gboolean
ks_sheet_source_is_hidden (KsSheetSource *self, guint sheet)
{
  g_return_val_if_fail (sheet < ks_sheet_source_get_n_sheets (self), FALSE);

  if (self->archive != NULL)
    return ks_archive_is_hidden (self->archive, sheet);
  return self->workbook != NULL && self->workbook->funcs->is_hidden (self->workbook, sheet);
}

/**
 * ks_sheet_source_select:
 * @self: a source
 * @sheet: number of a sheet, from 0
 * @error: return location
 *
 * Goes to the first row of a sheet; those of a workbook or archive can be read in any order and
 * again, that of delimited text once.
 *
 * Returns: %FALSE on an error
 */
gboolean
ks_sheet_source_select (KsSheetSource *self, guint sheet, GError **error)
{
  g_return_val_if_fail (sheet < ks_sheet_source_get_n_sheets (self), FALSE);

  if (self->archive != NULL)
    return select_table (self, sheet, error);
  return self->workbook == NULL || self->workbook->funcs->select (self->workbook, sheet, error);
}

/**
 * ks_sheet_source_next:
 * @self: a source
 * @error: return location
 *
 * Reads the next row of the selected sheet. Rows without any content are passed over; their numbers
 * are missing. A workbook fails with %KS_TABLES_ERROR_FORMAT where it is damaged or contradicts
 * itself, and with %KS_TABLES_ERROR_LIMIT beyond 64 KB a cell, 500 columns or 4 MB a row, and when
 * it grows without measure; delimited text fails as ks_csv_reader_next() does.
 *
 * Returns: (transfer none) (nullable): the row, until the next one is read; %NULL at the end of the
 *   sheet, on an error, and ever after
 */
const KsRow *
ks_sheet_source_next (KsSheetSource *self, GError **error)
{
  return self->workbook != NULL ? self->workbook->funcs->next (self->workbook, error)
                                : ks_csv_reader_next (self->csv, error);
}

/**
 * ks_sheet_source_get_merges:
 * @self: a source
 *
 * Tells of merged cells, which a workbook names behind its rows.
 *
 * Returns: (transfer none) (element-type KsMerge): those of the selected sheet, once its last row
 *   was read
 */
GArray *
ks_sheet_source_get_merges (KsSheetSource *self)
{
  return self->workbook != NULL ? self->workbook->funcs->get_merges (self->workbook) : self->merges;
}

/**
 * ks_sheet_source_get_font:
 * @self: a source
 * @column: a column, from 0
 *
 * Tells how a person sees a cell: text in an old font is none that anybody can read in another.
 *
 * Returns: (transfer none) (nullable): the font of that cell of the row read last; %NULL if none is
 *   known, as in delimited text
 */
const char *
ks_sheet_source_get_font (KsSheetSource *self, guint column)
{
  return self->workbook != NULL ? self->workbook->funcs->get_font (self->workbook, column) : NULL;
}

/**
 * ks_sheet_column_name:
 * @column: number of a column, from 0
 *
 * Returns: (transfer full): the letters over it in a spreadsheet: A, B, … Z, AA
 */
char *
ks_sheet_column_name (guint column)
{
  char name[8];
  guint at = sizeof name - 1;

  name[at] = '\0';
  for (guint rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    name[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup (name + at);
}
