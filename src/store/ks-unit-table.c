/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-unit-table.h"

#include "ks-transaction.h"

#define SELECT_UNITS                                                                              \
  "SELECT unit.code, name, kind, district, district_name, link, body, total, excused "            \
  "FROM unit LEFT JOIN staff ON staff.unit = unit.code ORDER BY position, body"

#define INSERT_UNIT                                                                               \
  "INSERT INTO unit (code, position, name, kind, district, district_name, link) "                 \
  "VALUES (:code, :position, :name, :kind, :district, :district_name, :link)"

#define INSERT_STAFF                                                                              \
  "INSERT INTO staff (unit, body, total, excused) VALUES (:unit, :body, :total, :excused)"

enum {
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_DISTRICT,
  COLUMN_DISTRICT_NAME,
  COLUMN_LINK,
  COLUMN_BODY,
  COLUMN_TOTAL,
  COLUMN_EXCUSED,
};

/* Reads the rows of one unit (one per body) and leaves the statement on the next unit's first. */
static KsUnit *
read_unit (KsStatement *statement, gboolean *has_row, GError **error)
{
  g_autofree char *code = g_strdup (ks_statement_text (statement, COLUMN_CODE));
  g_autofree char *name = g_strdup (ks_statement_text (statement, COLUMN_NAME));
  g_autofree char *kind = g_strdup (ks_statement_text (statement, COLUMN_KIND));
  g_autofree char *district = g_strdup (ks_statement_text (statement, COLUMN_DISTRICT));
  g_autofree char *district_name = g_strdup (ks_statement_text (statement, COLUMN_DISTRICT_NAME));
  g_autofree char *link = g_strdup (ks_statement_text (statement, COLUMN_LINK));
  KsStaff staff = { { 0 } };

  while (*has_row && g_str_equal (ks_statement_text (statement, COLUMN_CODE), code))
    {
      gint64 body = ks_statement_int (statement, COLUMN_BODY);

      if (body >= 0 && body < KS_N_BODIES)
        {
          staff.total[body] = (int) ks_statement_int (statement, COLUMN_TOTAL);
          staff.excused[body] = (int) ks_statement_int (statement, COLUMN_EXCUSED);
        }
      if (!ks_statement_step (statement, has_row, error))
        return NULL;
    }
  return ks_unit_new (code, name, kind, district, district_name, &staff,
                      link[0] != '\0' ? link : NULL);
}

/**
 * ks_unit_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full): the registry, or %NULL with @error set
 */
KsRegistry *
ks_unit_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_UNITS, error);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsUnit *unit = read_unit (statement, &has_row, error);

      if (unit == NULL)
        return NULL;
      g_ptr_array_add (units, unit);
    }
  return ks_registry_new (units, error);
}

static gboolean
insert_staff (KsStatement *statement, KsUnit *unit, GError **error)
{
  const KsStaff *staff = ks_unit_get_staff (unit);

  for (guint body = 0; body < KS_N_BODIES; body++)
    {
      ks_statement_bind_text (statement, ":unit", ks_unit_get_code (unit));
      ks_statement_bind_int (statement, ":body", body);
      ks_statement_bind_int (statement, ":total", staff->total[body]);
      ks_statement_bind_int (statement, ":excused", staff->excused[body]);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_unit (KsStatement *statement, KsUnit *unit, guint position, GError **error)
{
  ks_statement_bind_text (statement, ":code", ks_unit_get_code (unit));
  ks_statement_bind_int (statement, ":position", position);
  ks_statement_bind_text (statement, ":name", ks_unit_get_name (unit));
  ks_statement_bind_text (statement, ":kind", ks_unit_get_kind (unit));
  ks_statement_bind_text (statement, ":district", ks_unit_get_district_code (unit));
  ks_statement_bind_text (statement, ":district_name", ks_unit_get_district_name (unit));
  ks_statement_bind_text (statement, ":link", ks_unit_get_link (unit));
  return ks_statement_run (statement, error);
}

/**
 * ks_unit_table_replace:
 * @tx: a transaction for writing
 * @registry: the registry that the campaign uses from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_unit_table_replace (KsTransaction *tx, KsRegistry *registry, GError **error)
{
  g_autoptr (KsStatement) units = NULL;
  g_autoptr (KsStatement) staff = NULL;

  if (!ks_transaction_exec (tx, "DELETE FROM staff", error)
      || !ks_transaction_exec (tx, "DELETE FROM unit", error))
    return FALSE;
  units = ks_transaction_prepare (tx, INSERT_UNIT, error);
  staff = ks_transaction_prepare (tx, INSERT_STAFF, error);
  if (units == NULL || staff == NULL)
    return FALSE;
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      if (!insert_unit (units, unit, i, error) || !insert_staff (staff, unit, error))
        return FALSE;
    }
  return TRUE;
}
