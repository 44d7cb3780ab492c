/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-package.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-tables-error.h"
#include "ks-zip.h"

#define MAX_PARTS 10000
/* Sheets shrink to a tenth or so; nothing honest shrinks to a hundredth beyond the first bytes. */
#define FREE_BYTES ((guint64) 16 << 20)
#define MAX_RATIO 100
#define MAX_BYTES ((guint64) 2 << 30)

struct _KsPackage {
  const KsZip *zip;
  GBytes      *bytes;
  char        *name;
  GHashTable  *parts;  /* names */
  guint64      budget; /* bytes that may still come out */
};

struct _KsPart {
  KsPackage *package;
  gpointer   reader;
};

/**
 * ks_package_refuse:
 * @self: a package
 * @error: return location
 *
 * Says that this is no workbook, or a broken one.
 *
 * Returns: %FALSE
 */
gboolean
ks_package_refuse (KsPackage *self, GError **error)
{
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
               _("Cannot read “%s”: it is no workbook (XLSX or ODS), or it is damaged. Open it in a "
                 "spreadsheet and save it again as “Excel Workbook (.xlsx)”."),
               self->name);
  return FALSE;
}

/**
 * ks_package_refuse_password:
 * @self: a package
 * @error: return location
 *
 * Says that a password keeps it from being read.
 *
 * Returns: %FALSE
 */
gboolean
ks_package_refuse_password (KsPackage *self, GError **error)
{
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
               _("Cannot read “%s”: it is protected by a password. Save it without one."),
               self->name);
  return FALSE;
}

/**
 * ks_package_refuse_growth:
 * @self: a package
 * @error: return location
 *
 * Says that more comes out of it than an honest file holds.
 *
 * Returns: %FALSE
 */
gboolean
ks_package_refuse_growth (KsPackage *self, GError **error)
{
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
               _("Cannot read “%s”: it grows without measure when it is unpacked. Copy the "
                 "table into a new workbook and save that."),
               self->name);
  return FALSE;
}

static gboolean
leaves_folder (const char *path)
{
  g_auto (GStrv) steps = g_strsplit_set (path, "/\\", -1);

  return g_strv_contains ((const char *const *) steps, "..");
}

static gboolean
add_part (KsPackage *self, const char *path, gboolean encrypted, GError **error)
{
  if (encrypted)
    return ks_package_refuse_password (self, error);
  if (path == NULL || leaves_folder (path) || g_hash_table_size (self->parts) >= MAX_PARTS)
    return ks_package_refuse (self, error);
  g_hash_table_add (self->parts, g_strdup (path));
  return TRUE;
}

static gboolean
list_parts (KsPackage *self, GError **error)
{
  gpointer reader = self->zip->open (self->bytes);
  gboolean ok = reader != NULL || ks_package_refuse (self, error);
  KsZipStep step = KS_ZIP_END;
  gboolean encrypted;
  const char *path;

  while (ok && (step = self->zip->next (reader, &path, &encrypted)) == KS_ZIP_PART)
    ok = add_part (self, path, encrypted, error);
  if (reader != NULL)
    self->zip->close (reader);
  return ok && (step == KS_ZIP_END || ks_package_refuse (self, error));
}

/**
 * ks_package_new:
 * @bytes: a ZIP archive
 * @name: what it is called in messages
 * @error: return location
 *
 * Lists the parts of an archive. Fails with %KS_TABLES_ERROR_FORMAT on what is none, on one with a
 * password, and on one whose names lead out of it.
 *
 * Returns: (transfer full) (nullable): the package
 */
KsPackage *
ks_package_new (GBytes *bytes, const char *name, GError **error)
{
  const KsZip *zip = ks_zip_get (error);
  g_autoptr (KsPackage) self = NULL;

  if (zip == NULL)
    return NULL;
  self = g_new0 (KsPackage, 1);
  self->zip = zip;
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->budget = MIN (FREE_BYTES + MAX_RATIO * (guint64) g_bytes_get_size (bytes), MAX_BYTES);
  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_package_free:
 * @self: (transfer full): a package; its parts are closed already
 */
void
ks_package_free (KsPackage *self)
{
  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->parts);
  g_free (self->name);
  g_free (self);
}

/**
 * ks_package_get_name:
 * @self: a package
 *
 * Returns: (transfer none): what it is called in messages
 */
const char *
ks_package_get_name (KsPackage *self)
{
  return self->name;
}

/**
 * ks_package_has:
 * @self: a package
 * @part: a name, without the slash in front
 *
 * Returns: whether there is such a part
 */
gboolean
ks_package_has (KsPackage *self, const char *part)
{
  return g_hash_table_contains (self->parts, part);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ks_package_list:
 * @self: a package
 *
 * Returns: (transfer container) (element-type utf8): the names of its parts, sorted
 */
GPtrArray *
ks_package_list (KsPackage *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * ks_package_resolve:
 * @base: the part that speaks: "xl/workbook.xml"
 * @target: what it refers to: "worksheets/sheet1.xml", "/xl/styles.xml", "../a.xml"
 *
 * Returns: (transfer full) (nullable): the name of the part that is meant; %NULL if it lies outside
 */
char *
ks_package_resolve (const char *base, const char *target)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *path
      = target[0] == '/' ? g_strdup (target) : g_strdup_printf ("%s/%s", folder, target);
  g_auto (GStrv) given = g_strsplit (path, "/", -1);

  for (guint i = 0; given[i] != NULL; i++)
    {
      if (g_str_equal (given[i], "") || g_str_equal (given[i], "."))
        continue;
      if (!g_str_equal (given[i], ".."))
        g_ptr_array_add (steps, given[i]);
      else if (steps->len == 0)
        return NULL;
      else
        g_ptr_array_set_size (steps, (gint) steps->len - 1);
    }
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}

static gboolean
find_part (KsPart *self, const char *name)
{
  const KsZip *zip = self->package->zip;
  gboolean encrypted;
  const char *path;

  while (zip->next (self->reader, &path, &encrypted) == KS_ZIP_PART)
    if (g_strcmp0 (path, name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * ks_part_open:
 * @package: a package; it must outlive the part
 * @name: name of the part
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the part before its first byte
 */
KsPart *
ks_part_open (KsPackage *package, const char *name, GError **error)
{
  g_autoptr (KsPart) self = g_new0 (KsPart, 1);

  self->package = package;
  self->reader = package->zip->open (package->bytes);
  if (self->reader != NULL && find_part (self, name))
    return g_steal_pointer (&self);
  ks_package_refuse (package, error);
  return NULL;
}

/**
 * ks_part_free:
 * @self: (transfer full): a part
 */
void
ks_part_free (KsPart *self)
{
  if (self->reader != NULL)
    self->package->zip->close (self->reader);
  g_free (self);
}

/**
 * ks_part_read:
 * @self: a part
 * @target: (array length=length): takes the bytes
 * @length: how many there is room for
 * @error: return location
 *
 * Reads on. Fails with %KS_TABLES_ERROR_FORMAT where the archive is damaged, and with
 * %KS_TABLES_ERROR_LIMIT once more has come out of it than an honest file holds.
 *
 * Returns: number of bytes; 0 at the end, -1 on an error
 */
gssize
ks_part_read (KsPart *self, void *target, gsize length, GError **error)
{
  KsPackage *package = self->package;
  gssize n_read = package->zip->read (self->reader, target, length);

  if (n_read < 0)
    {
      ks_package_refuse (package, error);
      return -1;
    }
  if ((guint64) n_read > package->budget)
    {
      ks_package_refuse_growth (package, error);
      return -1;
    }
  package->budget -= (guint64) n_read;
  return n_read;
}

/**
 * ks_part_get_position:
 * @self: a part
 *
 * Returns: how far its archive was read, in bytes
 */
gint64
ks_part_get_position (KsPart *self)
{
  return self->package->zip->get_position (self->reader);
}
