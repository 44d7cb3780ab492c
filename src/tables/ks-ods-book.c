/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-ods-private.h"

#include <string.h>

#define MAX_SHEETS 1000
#define MAX_STYLES 10000
#define TYPE_PART "mimetype"
#define SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"
#define MANIFEST "META-INF/manifest.xml"

/* What is looked for in the whole content before any row is read. */
typedef struct {
  KsOdsPlace  place;
  GPtrArray  *sheets;
  GHashTable *hiding; /* styles of sheets that are not shown */
  char       *style;  /* that is read, or NULL */
} Scan;

/**
 * ks_ods_place_enter:
 * @self: a place
 * @name: the element that begins
 *
 * Returns: whether a sheet begins
 */
gboolean
ks_ods_place_enter (KsOdsPlace *self, const char *name)
{
  if (self->inside)
    return ++self->depth == 1 && strcmp (name, "table") == 0;
  self->inside = strcmp (name, "spreadsheet") == 0;
  self->depth = 0;
  return FALSE;
}

/**
 * ks_ods_place_leave:
 * @self: a place whose element ends
 */
void
ks_ods_place_leave (KsOdsPlace *self)
{
  if (!self->inside)
    return;
  if (self->depth == 0)
    self->inside = FALSE;
  else
    self->depth--;
}

static void
free_sheet (gpointer data)
{
  KsOdsSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet);
}

static void
add_sheet (Scan *scan, const char **attributes)
{
  const char *name = ks_xml_get (attributes, "name"), *style = ks_xml_get (attributes, "style-name");
  KsOdsSheet *sheet;

  if (scan->sheets->len >= MAX_SHEETS)
    return;
  sheet = g_new (KsOdsSheet, 1);
  *sheet = (KsOdsSheet){ g_strdup (name != NULL ? name : ""),
                         style != NULL && g_hash_table_contains (scan->hiding, style) };
  g_ptr_array_add (scan->sheets, sheet);
}

static void
scan_start_cb (gpointer data, const char *name, const char **attributes)
{
  Scan *scan = data;
  gboolean in_styles = !scan->place.inside;

  if (ks_ods_place_enter (&scan->place, name))
    add_sheet (scan, attributes);
  else if (in_styles && strcmp (name, "style") == 0)
    {
      g_free (scan->style);
      scan->style = g_strdup (ks_xml_get (attributes, "name"));
    }
  else if (in_styles && strcmp (name, "table-properties") == 0 && scan->style != NULL
           && g_strcmp0 (ks_xml_get (attributes, "display"), "false") == 0
           && g_hash_table_size (scan->hiding) < MAX_STYLES)
    g_hash_table_add (scan->hiding, g_steal_pointer (&scan->style));
}

static void
scan_end_cb (gpointer data, const char *name)
{
  ks_ods_place_leave (&((Scan *) data)->place);
}

static void
find_encryption_cb (gpointer data, const char *name, const char **attributes)
{
  if (strcmp (name, "encryption-data") == 0)
    *(gboolean *) data = TRUE;
}

/* The list of parts tells that they are encrypted; whatever else is wrong with it does no harm. */
static gboolean
is_encrypted (KsPackage *package)
{
  static const KsXmlFuncs funcs = { find_encryption_cb, NULL, NULL };
  gboolean found = FALSE;

  if (ks_package_has (package, MANIFEST))
    ks_xml_read_part (package, MANIFEST, &funcs, &found, NULL);
  return found;
}

static gboolean
is_spreadsheet (KsPackage *package)
{
  g_autoptr (KsPart) part = ks_part_open (package, TYPE_PART, NULL);
  char type[sizeof SPREADSHEET] = "";

  return part != NULL && ks_part_read (part, type, sizeof type - 1, NULL) == sizeof type - 1
         && strcmp (type, SPREADSHEET) == 0;
}

static GPtrArray *
scan_content (KsPackage *package, GError **error)
{
  static const KsXmlFuncs funcs = { scan_start_cb, scan_end_cb, NULL };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);
  g_autoptr (GHashTable) hiding = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Scan scan = { .sheets = sheets, .hiding = hiding };
  gboolean ok = ks_xml_read_part (package, KS_ODS_CONTENT, &funcs, &scan, error);

  g_free (scan.style);
  if (ok && sheets->len == 0)
    ok = ks_package_refuse (package, error);
  return ok ? g_steal_pointer (&sheets) : NULL;
}

/**
 * ks_ods_book_open:
 * @bytes: an OpenDocument file
 * @name: what it is called in messages
 * @sheets: (out) (transfer full) (element-type KsOdsSheet): its sheets, at least one
 * @error: return location
 *
 * Finds the sheets of a workbook.
 *
 * Returns: (transfer full) (nullable): its parts
 */
KsPackage *
ks_ods_book_open (GBytes *bytes, const char *name, GPtrArray **sheets, GError **error)
{
  g_autoptr (KsPackage) package = ks_package_new (bytes, name, error);

  if (package == NULL)
    return NULL;
  if (is_encrypted (package))
    ks_package_refuse_password (package, error);
  else if (!is_spreadsheet (package) || !ks_package_has (package, KS_ODS_CONTENT))
    ks_package_refuse (package, error);
  else
    *sheets = scan_content (package, error);
  return *sheets != NULL ? g_steal_pointer (&package) : NULL;
}
