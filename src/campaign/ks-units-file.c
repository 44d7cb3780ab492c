/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-units-file.h"

#include "ks-campaign-error.h"
#include "ks-code.h"
#include "ks-columns.h"
#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-unit-draft.h"

#define MAX_STAFF 100000

static const char *const code_names[] = { "code", "ma don vi hanh chinh", "ma dvhc", "ma don vi",
                                          "ma", NULL };
static const char *const name_names[] = { "name", "ten don vi", "don vi", "ten", NULL };
static const char *const kind_names[] = { "type", "loai", "loai don vi", NULL };
static const char *const district_code_names[] = { "district_code", "ma huyen", NULL };
static const char *const district_names[]
    = { "district_name", "huyen, thi xa, thanh pho", "huyen", "ten huyen", NULL };
static const char *const link_names[] = { "link", "url", "duong link", "duong dan", NULL };
static const char *const total_names[KS_N_BODIES][4] = {
  { "staff_party", "dang uy", NULL },
  { "staff_government", "ubnd", "hdnd, ubnd", NULL },
  { "staff_front", "mttq", NULL },
  { "staff_unions", "to chuc chinh tri - xa hoi", "ct - xh", NULL },
};
static const char *const excused_names[KS_N_BODIES][2] = {
  { "excused_party", NULL },
  { "excused_government", NULL },
  { "excused_front", NULL },
  { "excused_unions", NULL },
};

typedef struct {
  int code;
  int name;
  int kind;
  int district_code;
  int district_name;
  int link;
  int total[KS_N_BODIES];
  int excused[KS_N_BODIES];
} UnitColumns;

static void
find_columns (const KsRow *header, UnitColumns *columns)
{
  columns->code = ks_find_column (header, code_names);
  columns->name = ks_find_column (header, name_names);
  columns->kind = ks_find_column (header, kind_names);
  columns->district_code = ks_find_column (header, district_code_names);
  columns->district_name = ks_find_column (header, district_names);
  columns->link = ks_find_column (header, link_names);
  for (guint body = 0; body < KS_N_BODIES; body++)
    {
      columns->total[body] = ks_find_column (header, total_names[body]);
      columns->excused[body] = ks_find_column (header, excused_names[body]);
    }
}

static gboolean
read_staff (const KsRow *row, const UnitColumns *columns, KsStaff *staff)
{
  for (guint body = 0; body < KS_N_BODIES; body++)
    {
      staff->total[body] = (int) ks_read_count (row, columns->total[body], MAX_STAFF);
      staff->excused[body] = (int) ks_read_count (row, columns->excused[body], MAX_STAFF);
      if (staff->total[body] < 0 || staff->excused[body] < 0
          || staff->excused[body] > staff->total[body])
        return FALSE;
    }
  return TRUE;
}

static KsUnit *
read_unit (const KsRow *row, const UnitColumns *columns, KsCsvReader *reader, GError **error)
{
  g_autofree char *given = ks_dup_cell (row, columns->code);
  g_autofree char *code = ks_code_read (given);
  g_autofree char *name = ks_dup_cell (row, columns->name);
  g_autofree char *kind = ks_dup_cell (row, columns->kind);
  g_autofree char *district_code = ks_dup_cell (row, columns->district_code);
  g_autofree char *district_name = ks_dup_cell (row, columns->district_name);
  g_autofree char *link = ks_dup_cell (row, columns->link);
  KsStaff staff;

  if (code == NULL)
    ks_refuse_row (row, reader, _ ("the code of the unit must have 5 digits"), error);
  else if (name[0] == '\0')
    ks_refuse_row (row, reader, _ ("the name of the unit is missing"), error);
  else if (!read_staff (row, columns, &staff))
    ks_refuse_row (row, reader,
                   _ ("numbers of staff must be whole, and not more may be excused than there are"),
                   error);
  else
    return ks_unit_new (code, name, kind, district_code, district_name, &staff,
                        link[0] != '\0' ? link : NULL);
  return NULL;
}

static GPtrArray *
read_units (KsCsvReader *reader, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;
  const KsRow *row = ks_csv_reader_next (reader, error);
  UnitColumns columns;

  if (row == NULL)
    return NULL;
  find_columns (row, &columns);
  if (columns.code < 0 || columns.name < 0)
    {
      ks_refuse_row (row, reader,
                     _ ("a list of units needs the columns “code” and “name” in its first row"),
                     error);
      return NULL;
    }
  while ((row = ks_csv_reader_next (reader, &local)) != NULL)
    {
      KsUnit *unit = read_unit (row, &columns, reader, error);

      if (unit == NULL)
        return NULL;
      g_ptr_array_add (units, unit);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (units->len == 0)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("%s has a header but no unit below it"), ks_csv_reader_get_name (reader));
      return NULL;
    }
  return g_steal_pointer (&units);
}

/**
 * ks_read_units_file:
 * @path: a table with the columns code and name, and what else there is: type, district_code,
 *   district_name, staff_party …, excused_party …, link
 * @encoding: what its text is in; %KS_ENCODING_AUTO: recognise it
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsUnit): its units in their order, or %NULL with @error
 *   naming the row
 */
GPtrArray *
ks_read_units_file (const char *path, KsEncoding encoding, GError **error)
{
  g_autoptr (KsCsvReader) reader = ks_open_table (path, encoding, error);

  return reader != NULL ? read_units (reader, error) : NULL;
}

static KsUnit *
copy_unit (KsUnit *unit, const char *link)
{
  KsUnitDraft *draft = ks_unit_draft_new_from (unit);

  ks_unit_draft_restore (draft, KS_UNIT_LINK, link != NULL ? link : "");
  return ks_unit_draft_end (draft);
}

static void
add_retired (GPtrArray *units, KsRegistry *registry)
{
  GPtrArray *retired = ks_registry_get_retired (registry);

  for (guint i = 0; i < retired->len; i++)
    g_ptr_array_add (units, ks_unit_draft_end (ks_unit_draft_new_from (retired->pdata[i])));
}

/**
 * ks_units_carry_over:
 * @units: (element-type KsUnit): units of a list that somebody loads
 * @registry: the registry in whose place it comes
 *
 * Keeps what the registry knows of the same units and lists do not tell: contacts, former names,
 * notes, places in the office's order; and the units out of use.
 *
 * Returns: (transfer full) (element-type KsUnit): the units of the list with all that
 */
GPtrArray *
ks_units_carry_over (GPtrArray *units, KsRegistry *registry)
{
  GPtrArray *result = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < units->len; i++)
    {
      KsUnit *unit = units->pdata[i];
      KsUnit *known = ks_registry_lookup (registry, ks_unit_get_code (unit));
      KsUnitDraft *draft = ks_unit_draft_new_from (known != NULL ? known : unit);

      for (guint field = 0; field <= KS_UNIT_DISTRICT_NAME; field++)
        ks_unit_draft_restore (draft, (KsUnitField) field,
                               ks_unit_get_text (unit, (KsUnitField) field));
      ks_unit_draft_restore (draft, KS_UNIT_LINK, ks_unit_get_text (unit, KS_UNIT_LINK));
      ks_unit_draft_set_staff (draft, ks_unit_get_staff (unit));
      g_ptr_array_add (result, ks_unit_draft_end (draft));
    }
  add_retired (result, registry);
  return result;
}

static gboolean
read_link (const KsRow *row, int code_column, int link_column, KsRegistry *registry,
           GHashTable *links, KsCsvReader *reader, GError **error)
{
  g_autofree char *given = ks_dup_cell (row, code_column);
  g_autofree char *code = ks_code_read (given);
  g_autofree char *link = ks_dup_cell (row, link_column);
  g_autoptr (GError) local = NULL;
  gboolean unsafe;

  if (code == NULL || ks_registry_lookup (registry, code) == NULL)
    return ks_refuse_row (row, reader, _ ("no unit of the registry has this code"), error);
  if (link[0] != '\0' && !ks_link_check (link, &unsafe, &local))
    return ks_refuse_row (row, reader, local->message, error);
  g_hash_table_insert (links, g_steal_pointer (&code), g_steal_pointer (&link));
  return TRUE;
}

static GHashTable *
read_links (KsCsvReader *reader, KsRegistry *registry, GError **error)
{
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local = NULL;
  const KsRow *row = ks_csv_reader_next (reader, error);
  int code_column;
  int link_column;

  if (row == NULL)
    return NULL;
  code_column = ks_find_column (row, code_names);
  link_column = ks_find_column (row, link_names);
  if (code_column < 0 || link_column < 0)
    {
      ks_refuse_row (row, reader,
                     _ ("a list of links needs the columns “code” and “url” in its first row"),
                     error);
      return NULL;
    }
  while ((row = ks_csv_reader_next (reader, &local)) != NULL)
    if (!read_link (row, code_column, link_column, registry, links, reader, error))
      return NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&links);
}

/**
 * ks_read_links_file:
 * @registry: the units
 * @path: a table with the columns code and url; an empty url takes the unit's own link away
 * @n_links: (out): how many units have a link of their own afterwards
 * @error: return location for an error
 *
 * Returns: (transfer full): the units with their links, or %NULL with @error naming the row
 */
KsRegistry *
ks_read_links_file (KsRegistry *registry, const char *path, guint *n_links, GError **error)
{
  g_autoptr (KsCsvReader) reader = ks_open_table (path, KS_ENCODING_AUTO, error);
  g_autoptr (GHashTable) links = reader != NULL ? read_links (reader, registry, error) : NULL;
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  if (links == NULL)
    return NULL;
  *n_links = 0;
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const char *link = g_hash_table_contains (links, ks_unit_get_code (unit))
                             ? g_hash_table_lookup (links, ks_unit_get_code (unit))
                             : ks_unit_get_link (unit);

      *n_links += link != NULL && link[0] != '\0';
      g_ptr_array_add (units, copy_unit (unit, link));
    }
  add_retired (units, registry);
  return ks_registry_new (units, error);
}
