/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-units-file.h"

#include "ks-campaign-error.h"
#include "ks-code.h"
#include "ks-columns.h"
#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-unit-draft.h"
#include "ks-units-plan.h"

static const char *const code_names[] = { "code", "ma don vi hanh chinh", "ma dvhc", "ma don vi",
                                          "ma", NULL };
static const char *const link_names[] = { "link", "url", "duong link", "duong dan", NULL };

static gboolean
check_known (KsUnitsPlan *plan, GError **error)
{
  const char *fault = ks_units_plan_get_first_fault (plan);

  if (fault == NULL && ks_units_plan_get_rows (plan)->len > 0)
    return TRUE;
  if (fault != NULL)
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, fault);
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s has a header but no unit below it"),
                 ((KsListSheet *) ks_units_plan_get_sheets (plan)->pdata[0])->file);
  return FALSE;
}

/**
 * ks_read_units_file:
 * @path: a list of units, as ks_units_plan_add() reads it, with the code and the name of each
 * @encoding: what delimited text is in; %KS_ENCODING_AUTO: recognise it
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsUnit): its units in their order, or %NULL with @error
 *   naming the row
 */
GPtrArray *
ks_read_units_file (const char *path, KsEncoding encoding, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) none = ks_registry_new (units, error);
  g_autoptr (KsUnitsPlan) plan = ks_units_plan_new (none);
  g_autoptr (KsSheetSource) source = ks_open_list (path, encoding, error);
  GPtrArray *rows = ks_units_plan_get_rows (plan);

  if (source == NULL || !ks_units_plan_add (plan, source, encoding, error))
    return NULL;
  ks_units_plan_match (plan);
  if (!check_known (plan, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      KsPlanRow *row = rows->pdata[i];

      /* Of several sheets that tell of one unit the first one brings it. */
      if (i == 0 || !g_ptr_array_find (units, row->after, NULL))
        g_ptr_array_add (units, g_object_ref (row->after));
    }
  return g_steal_pointer (&units);
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
