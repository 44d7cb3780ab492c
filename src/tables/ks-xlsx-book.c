/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-xlsx-book.h"

#include <string.h>

#define MAX_SHEETS 1000
#define ROOT_RELATIONS "_rels/.rels"

typedef struct {
  char *type; /* the last step of its address */
  char *part;
} Relation;

typedef struct {
  const char *base;      /* the part that the relations belong to */
  GHashTable *relations; /* id → Relation */
} Relations;

static void
free_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

static void
free_sheet (gpointer data)
{
  KsXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

/* The address of a type differs between the two editions of the format, its last step does not. */
static void
add_relation_cb (gpointer data, const char *name, const char **attributes)
{
  Relations *relations = data;
  const char *id = ks_xml_get (attributes, "Id"), *type = ks_xml_get (attributes, "Type");
  const char *target = ks_xml_get (attributes, "Target");
  char *part;
  Relation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL
      || g_strcmp0 (ks_xml_get (attributes, "TargetMode"), "External") == 0)
    return;
  part = ks_package_resolve (relations->base, target);
  if (part == NULL)
    return;
  relation = g_new (Relation, 1);
  relation->type = g_path_get_basename (type);
  relation->part = part;
  g_hash_table_replace (relations->relations, g_strdup (id), relation);
}

static GHashTable *
read_relations (KsPackage *package, const char *base, const char *part, GError **error)
{
  static const KsXmlFuncs funcs = { add_relation_cb, NULL, NULL };
  g_autoptr (GHashTable) table
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_relation);
  Relations relations = { base, table };

  if (!ks_package_has (package, part))
    {
      ks_package_refuse (package, error);
      return NULL;
    }
  return ks_xml_read_part (package, part, &funcs, &relations, error) ? g_steal_pointer (&table)
                                                                     : NULL;
}

/* The part of the first relation of a type that is really there. */
static const char *
find_by_type (KsPackage *package, GHashTable *relations, const char *type)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Relation *relation = value;

      if (strcmp (relation->type, type) == 0 && ks_package_has (package, relation->part))
        return relation->part;
    }
  return NULL;
}

typedef struct {
  KsXlsxBook *book;
  GHashTable *relations;
} Workbook;

static void
add_sheet (Workbook *workbook, const char **attributes)
{
  const char *name = ks_xml_get (attributes, "name"), *id = ks_xml_get (attributes, "id");
  const char *state = ks_xml_get (attributes, "state");
  Relation *relation = id != NULL ? g_hash_table_lookup (workbook->relations, id) : NULL;
  KsXlsxSheet *sheet;

  /* A sheet may also be a chart, which has no rows. */
  if (name == NULL || relation == NULL || strcmp (relation->type, "worksheet") != 0
      || workbook->book->sheets->len >= MAX_SHEETS)
    return;
  sheet = g_new (KsXlsxSheet, 1);
  *sheet = (KsXlsxSheet){ g_strdup (name), g_strdup (relation->part),
                          state != NULL && strcmp (state, "visible") != 0 };
  g_ptr_array_add (workbook->book->sheets, sheet);
}

static void
read_workbook_cb (gpointer data, const char *name, const char **attributes)
{
  Workbook *workbook = data;
  const char *from_1904;

  if (strcmp (name, "sheet") == 0)
    add_sheet (workbook, attributes);
  else if (strcmp (name, "workbookPr") == 0)
    {
      from_1904 = ks_xml_get (attributes, "date1904");
      workbook->book->from_1904 = from_1904 != NULL && strcmp (from_1904, "0") != 0
                                  && strcmp (from_1904, "false") != 0;
    }
}

static gboolean
read_workbook (KsXlsxBook *self, const char *part, GHashTable *relations, GError **error)
{
  static const KsXmlFuncs funcs = { read_workbook_cb, NULL, NULL };
  Workbook workbook = { self, relations };

  self->strings_part = g_strdup (find_by_type (self->package, relations, "sharedStrings"));
  self->styles_part = g_strdup (find_by_type (self->package, relations, "styles"));
  return ks_xml_read_part (self->package, part, &funcs, &workbook, error)
         && (self->sheets->len > 0 || ks_package_refuse (self->package, error));
}

static char *
name_relations (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  return g_str_equal (folder, ".") ? g_strdup_printf ("_rels/%s.rels", name)
                                   : g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

static gboolean
load_book (KsXlsxBook *self, GError **error)
{
  g_autoptr (GHashTable) roots = read_relations (self->package, "", ROOT_RELATIONS, error);
  g_autoptr (GHashTable) relations = NULL;
  g_autofree char *relations_part = NULL;
  const char *part;

  if (roots == NULL)
    return FALSE;
  part = find_by_type (self->package, roots, "officeDocument");
  if (part == NULL)
    return ks_package_refuse (self->package, error);
  relations_part = name_relations (part);
  relations = read_relations (self->package, part, relations_part, error);
  return relations != NULL && read_workbook (self, part, relations, error);
}

/**
 * ks_xlsx_book_init:
 * @self: room for a book
 * @bytes: a workbook
 * @name: what it is called in messages
 * @error: return location
 *
 * Finds the sheets of a workbook by their relations; reads none.
 *
 * Returns: %FALSE on an error; ks_xlsx_book_clear() is due either way
 */
gboolean
ks_xlsx_book_init (KsXlsxBook *self, GBytes *bytes, const char *name, GError **error)
{
  *self = (KsXlsxBook){ .sheets = g_ptr_array_new_with_free_func (free_sheet) };
  self->package = ks_package_new (bytes, name, error);
  return self->package != NULL && load_book (self, error);
}

/**
 * ks_xlsx_book_clear:
 * @self: a book
 *
 * Frees what it holds.
 */
void
ks_xlsx_book_clear (KsXlsxBook *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->strings, ks_xlsx_strings_free);
  g_clear_pointer (&self->styles, ks_xlsx_styles_free);
  g_clear_pointer (&self->strings_part, g_free);
  g_clear_pointer (&self->styles_part, g_free);
  g_clear_pointer (&self->package, ks_package_free);
}

/**
 * ks_xlsx_book_load_shared:
 * @self: a book
 * @error: return location
 *
 * Reads what the sheets share, once.
 *
 * Returns: %FALSE on an error
 */
gboolean
ks_xlsx_book_load_shared (KsXlsxBook *self, GError **error)
{
  if (self->strings == NULL)
    self->strings = ks_xlsx_strings_read (self->package, self->strings_part, error);
  if (self->strings != NULL && self->styles == NULL)
    self->styles = ks_xlsx_styles_read (self->package, self->styles_part, error);
  return self->strings != NULL && self->styles != NULL;
}
