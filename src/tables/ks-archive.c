/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-archive.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-part-stream.h"

#define WORKBOOK_TYPES "[Content_Types].xml"
#define OPEN_DOCUMENT_TYPE "mimetype"

/* Each is found by a walk from the beginning of the archive. */
#define MAX_TABLES 500

/* A workbook is packed already and hardly gets smaller in an archive. */
#define FREE_BYTES ((gsize) 1 << 20)
#define MAX_RATIO 2

typedef struct {
  char    *part;
  char    *title;
  gboolean is_workbook;
  guint    sheet; /* of the workbook */
  gboolean beside_others; /* which has several */
  gboolean hidden;
} Table;

struct _KsArchive {
  KsPackage *package;
  char      *name;
  gsize      size;
  GPtrArray *tables; /* of Table */

  KsBook     *book;   /* the workbook that was opened last, or NULL */
  const char *opened; /* its part */
};

static void
free_table (gpointer data)
{
  Table *table = data;

  g_free (table->part);
  g_free (table->title);
  g_free (table);
}

static gboolean
ends_with_one_of (const char *part, const char *const *endings)
{
  g_autofree char *name = g_path_get_basename (part);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  /* Other systems add what only they need. */
  if (name[0] == '.' || name[0] == '~' || g_str_has_prefix (part, "__MACOSX/"))
    return FALSE;
  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (lower, *endings))
      return TRUE;
  return FALSE;
}

static gboolean
is_text (const char *part)
{
  static const char *const endings[] = { ".csv", ".tsv", ".txt", NULL };

  return ends_with_one_of (part, endings);
}

/* Those of an older Excel are refused with what to do, and not left out in silence. */
static gboolean
is_workbook (const char *part)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".ods", ".xls", ".xlsb", NULL };

  return ends_with_one_of (part, endings);
}

/* Other systems write the names of parts in other letters. */
static char *
dup_shown_name (const char *part)
{
  g_autofree char *name = g_path_get_basename (part);

  return g_utf8_make_valid (name, -1);
}

static GBytes *
read_part (KsArchive *self, const char *name, GError **error)
{
  g_autoptr (KsPart) part = ks_part_open (self->package, name, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[16 * 1024];
  gssize length;

  if (part == NULL)
    return NULL;
  while ((length = ks_part_read (part, chunk, sizeof chunk, error)) > 0)
    {
      g_byte_array_append (bytes, chunk, (guint) length);
      if (bytes->len <= FREE_BYTES + MAX_RATIO * self->size)
        continue;
      ks_package_refuse_growth (self->package, error);
      return NULL;
    }
  return length == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* The sheets of a workbook follow one another: it is unpacked once for all of them, and not so often
 * that the archive seems to grow without measure. @part must live as long as the archive. */
static KsBook *
open_book (KsArchive *self, const char *part, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *shown = dup_shown_name (part);

  if (self->book != NULL && g_str_equal (self->opened, part))
    return self->book;
  g_clear_pointer (&self->book, ks_book_free);
  bytes = read_part (self, part, error);
  self->book = bytes != NULL ? ks_book_open (bytes, shown, error) : NULL;
  self->opened = part;
  return self->book;
}

static guint
count_seen_sheets (KsBook *book)
{
  guint n_seen = 0;

  for (guint i = 0; i < book->funcs->get_n_sheets (book); i++)
    n_seen += !book->funcs->is_hidden (book, i);
  return n_seen;
}

static Table *
add_table (KsArchive *self, const char *part)
{
  Table *table = g_new0 (Table, 1);

  table->part = g_strdup (part);
  table->title = dup_shown_name (part);
  *strrchr (table->title, '.') = '\0';
  g_ptr_array_add (self->tables, table);
  return table;
}

/* A sheet by itself is called as its workbook, which may be named for a unit. */
static gboolean
add_workbook (KsArchive *self, const char *part, GError **error)
{
  KsBook *book = open_book (self, part, error);
  gboolean several;

  if (book == NULL)
    return FALSE;
  several = count_seen_sheets (book) > 1;
  for (guint i = 0; i < book->funcs->get_n_sheets (book); i++)
    {
      Table *table = add_table (self, part);
      g_autofree char *title = table->title;

      table->is_workbook = TRUE;
      table->sheet = i;
      table->beside_others = several;
      table->hidden = book->funcs->is_hidden (book, i);
      table->title = several || table->hidden
                         ? g_strdup_printf ("%s › %s", title, book->funcs->get_sheet_name (book, i))
                         : g_steal_pointer (&title);
    }
  return TRUE;
}

static gboolean
refuse_archive (KsArchive *self, const char *part, GError **error)
{
  g_autofree char *shown = dup_shown_name (part);

  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
               _("Cannot read “%s”: there is another archive in it, “%s”. Unpack it and import "
                 "what is in it."),
               self->name, shown);
  return FALSE;
}

static gboolean
add_part (KsArchive *self, const char *part, GError **error)
{
  static const char *const archives[] = { ".zip", ".rar", ".7z", NULL };

  if (ends_with_one_of (part, archives))
    return refuse_archive (self, part, error);
  if (is_workbook (part))
    return add_workbook (self, part, error);
  if (is_text (part))
    add_table (self, part);
  return TRUE;
}

static gboolean
list_tables (KsArchive *self, GError **error)
{
  g_autoptr (GPtrArray) names = ks_package_list (self->package);

  for (guint i = 0; i < names->len && self->tables->len <= MAX_TABLES; i++)
    if (!add_part (self, names->pdata[i], error))
      return FALSE;
  if (self->tables->len <= MAX_TABLES)
    return TRUE;
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
               _("Cannot read “%s”: there are more than %d tables in it. Unpack it and import those "
                 "that are needed."),
               self->name, MAX_TABLES);
  return FALSE;
}

/**
 * ks_archive_open:
 * @bytes: a ZIP archive
 * @name: what it is called in messages
 * @error: return location
 *
 * Finds the tables of an archive. Fails as ks_package_new() does, where a workbook in it cannot be
 * read, and with %KS_TABLES_ERROR_LIMIT where there are too many.
 *
 * Returns: (transfer full) (nullable): the archive; without tables if it is a workbook itself
 */
KsArchive *
ks_archive_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (KsArchive) self = g_new0 (KsArchive, 1);

  self->name = g_strdup (name);
  self->size = g_bytes_get_size (bytes);
  self->tables = g_ptr_array_new_with_free_func (free_table);
  self->package = ks_package_new (bytes, name, error);
  if (self->package == NULL)
    return NULL;
  if (ks_package_has (self->package, WORKBOOK_TYPES)
      || ks_package_has (self->package, OPEN_DOCUMENT_TYPE) || list_tables (self, error))
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * ks_archive_free:
 * @self: (transfer full): an archive; what was opened of it is freed already
 */
void
ks_archive_free (KsArchive *self)
{
  g_clear_pointer (&self->book, ks_book_free);
  g_clear_pointer (&self->package, ks_package_free);
  g_ptr_array_unref (self->tables);
  g_free (self->name);
  g_free (self);
}

/**
 * ks_archive_holds_tables:
 * @self: an archive
 *
 * Returns: whether it holds tables; what holds none can only be a workbook itself
 */
gboolean
ks_archive_holds_tables (KsArchive *self)
{
  return self->tables->len > 0;
}

/**
 * ks_archive_get_n_tables:
 * @self: an archive
 *
 * Returns: number of tables, hidden sheets included
 */
guint
ks_archive_get_n_tables (KsArchive *self)
{
  return self->tables->len;
}

/**
 * ks_archive_get_title:
 * @self: an archive
 * @table: number of a table, from 0
 *
 * Returns: (transfer none): what its file is called, without what follows the dot; with the sheet's
 *   name where the file has several
 */
const char *
ks_archive_get_title (KsArchive *self, guint table)
{
  return ((Table *) self->tables->pdata[table])->title;
}

/**
 * ks_archive_is_hidden:
 * @self: an archive
 * @table: number of a table, from 0
 *
 * Returns: whether it is a sheet that a person does not see
 */
gboolean
ks_archive_is_hidden (KsArchive *self, guint table)
{
  return ((Table *) self->tables->pdata[table])->hidden;
}

/**
 * ks_archive_is_beside_others:
 * @self: an archive
 * @table: number of a table, from 0
 *
 * Returns: whether it is one of several sheets of its workbook
 */
gboolean
ks_archive_is_beside_others (KsArchive *self, guint table)
{
  return ((Table *) self->tables->pdata[table])->beside_others;
}

/**
 * ks_archive_open_table:
 * @self: an archive
 * @table: number of a table, from 0
 * @csv: (out): a reader of it, if it is delimited text
 * @book: (out) (transfer none): its workbook with the sheet selected, if it is a sheet; until
 *   another table is opened
 * @error: return location
 *
 * Returns: %FALSE on an error
 */
gboolean
ks_archive_open_table (KsArchive *self, guint table, KsCsvReader **csv, KsBook **book,
                       GError **error)
{
  const Table *found = self->tables->pdata[table];
  g_autofree char *shown = dup_shown_name (found->part);
  KsPart *part;

  if (found->is_workbook)
    {
      KsBook *opened = open_book (self, found->part, error);

      if (opened == NULL)
        return FALSE;
      if (found->sheet >= opened->funcs->get_n_sheets (opened))
        return ks_package_refuse (self->package, error);
      if (!opened->funcs->select (opened, found->sheet, error))
        return FALSE;
      *book = opened;
      return TRUE;
    }
  part = ks_part_open (self->package, found->part, error);
  if (part != NULL)
    {
      g_autoptr (GInputStream) stream = ks_part_stream_new (part);

      *csv = ks_csv_reader_new (stream, shown);
    }
  return part != NULL;
}

/**
 * ks_book_open:
 * @bytes: an XLSX or ODS file
 * @name: what it is called in messages
 * @error: return location
 *
 * Opens a workbook; the first part of an OpenDocument file tells that it is one.
 *
 * Returns: (transfer full) (nullable): the workbook with no sheet selected
 */
KsBook *
ks_book_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (KsPackage) package = ks_package_new (bytes, name, error);

  if (package == NULL)
    return NULL;
  return ks_package_has (package, OPEN_DOCUMENT_TYPE) ? ks_ods_open (bytes, name, error)
                                                      : ks_xlsx_open (bytes, name, error);
}

/**
 * ks_book_free:
 * @self: (transfer full): a workbook
 */
void
ks_book_free (KsBook *self)
{
  self->funcs->free (self);
}
