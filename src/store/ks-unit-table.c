/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-unit-table.h"

#include "ks-setting-table.h"
#include "ks-transaction.h"
#include "ks-unit-draft.h"

#define SELECT_UNITS                                                                              \
  "SELECT unit.code, name, kind, district, district_name, link, retired, body, total, excused "   \
  "FROM unit LEFT JOIN staff ON staff.unit = unit.code ORDER BY position, unit.code, body"

#define INSERT_UNIT                                                                               \
  "INSERT INTO unit (code, position, name, kind, district, district_name, link, retired) "        \
  "VALUES (:code, :position, :name, :kind, :district, :district_name, :link, :retired)"

#define INSERT_STAFF                                                                              \
  "INSERT INTO staff (unit, body, total, excused) VALUES (:unit, :body, :total, :excused)"

#define INSERT_DETAIL "INSERT INTO unit_detail (unit, field, value) VALUES (:unit, :field, :value)"

#define INSERT_NAME                                                                               \
  "INSERT INTO unit_name (unit, place, name, district, until) "                                   \
  "VALUES (:unit, :place, :name, :district, :until)"

enum {
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_DISTRICT,
  COLUMN_DISTRICT_NAME,
  COLUMN_LINK,
  COLUMN_RETIRED,
  COLUMN_BODY,
  COLUMN_TOTAL,
  COLUMN_EXCUSED,
};

/* Drafts in the order of the list, and where to find each. */
typedef struct {
  GPtrArray  *drafts;
  GHashTable *by_code;
} Reading;

static void
add_draft (Reading *reading, KsStatement *statement, gboolean part_time)
{
  static const KsUnitField fields[] = { KS_UNIT_NAME, KS_UNIT_KIND, KS_UNIT_DISTRICT_CODE,
                                        KS_UNIT_DISTRICT_NAME, KS_UNIT_LINK };
  static const int columns[] = { COLUMN_NAME, COLUMN_KIND, COLUMN_DISTRICT, COLUMN_DISTRICT_NAME,
                                 COLUMN_LINK };
  const char *code = ks_statement_text (statement, COLUMN_CODE);
  KsUnitDraft *draft = ks_unit_draft_new (code);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ks_unit_draft_restore (draft, fields[i], ks_statement_text (statement, columns[i]));
  if (!ks_statement_is_null (statement, COLUMN_RETIRED))
    ks_unit_draft_set_retired (draft, (KsDay) ks_statement_int (statement, COLUMN_RETIRED));
  ks_unit_draft_count_part_time (draft, part_time);
  g_ptr_array_add (reading->drafts, draft);
  g_hash_table_insert (reading->by_code, g_strdup (code), draft);
}

/* Reads the rows of one unit (one per body) and leaves the statement on the next unit's first. */
static gboolean
read_staff (Reading *reading, KsStatement *statement, gboolean *has_row, GError **error)
{
  g_autofree char *code = g_strdup (ks_statement_text (statement, COLUMN_CODE));
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
        return FALSE;
    }
  ks_unit_draft_set_staff (g_hash_table_lookup (reading->by_code, code), &staff);
  return TRUE;
}

static gboolean
read_units (KsTransaction *tx, Reading *reading, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_UNITS, error);
  gboolean part_time = (ks_setting_table_get_population (tx) & KS_POPULATION_PART_TIME) != 0;
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      add_draft (reading, statement, part_time);
      if (!read_staff (reading, statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/* A field that a newer program may have added is left alone. */
static void
read_detail (Reading *reading, KsStatement *statement)
{
  KsUnitDraft *draft = g_hash_table_lookup (reading->by_code, ks_statement_text (statement, 0));
  KsUnitField field;

  if (draft != NULL && ks_unit_field_find (ks_statement_text (statement, 1), &field))
    ks_unit_draft_restore (draft, field, ks_statement_text (statement, 2));
}

static void
read_name (Reading *reading, KsStatement *statement)
{
  KsUnitDraft *draft = g_hash_table_lookup (reading->by_code, ks_statement_text (statement, 0));
  KsDay until = ks_statement_is_null (statement, 3) ? KS_DAY_NONE
                                                    : (KsDay) ks_statement_int (statement, 3);

  if (draft != NULL)
    ks_unit_draft_add_former_name (draft, ks_statement_text (statement, 1),
                                   ks_statement_text (statement, 2), until);
}

static gboolean
read_rows (KsTransaction *tx, const char *sql, void (*read) (Reading *, KsStatement *),
           Reading *reading, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      read (reading, statement);
      if (!ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

static KsRegistry *
end_drafts (Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reading->drafts->len; i++)
    g_ptr_array_add (units, ks_unit_draft_end (g_steal_pointer (&reading->drafts->pdata[i])));
  return ks_registry_new (units, error);
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
  Reading reading = {
    .drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_unit_draft_free),
    .by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  KsRegistry *registry = NULL;

  if (read_units (tx, &reading, error)
      && read_rows (tx, "SELECT unit, field, value FROM unit_detail", read_detail, &reading, error)
      && read_rows (tx, "SELECT unit, name, district, until FROM unit_name ORDER BY unit, place",
                    read_name, &reading, error))
    registry = end_drafts (&reading, error);
  g_hash_table_unref (reading.by_code);
  g_ptr_array_unref (reading.drafts);
  return registry;
}

/* What writes units: a statement for each of the tables. */
typedef struct {
  KsStatement *unit;
  KsStatement *staff;
  KsStatement *detail;
  KsStatement *name;
} Writing;

static void
clear_writing (Writing *self)
{
  g_clear_pointer (&self->unit, ks_statement_free);
  g_clear_pointer (&self->staff, ks_statement_free);
  g_clear_pointer (&self->detail, ks_statement_free);
  g_clear_pointer (&self->name, ks_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, clear_writing)

static gboolean
prepare_writing (KsTransaction *tx, Writing *self, GError **error)
{
  self->unit = ks_transaction_prepare (tx, INSERT_UNIT, error);
  self->staff = self->unit != NULL ? ks_transaction_prepare (tx, INSERT_STAFF, error) : NULL;
  self->detail = self->staff != NULL ? ks_transaction_prepare (tx, INSERT_DETAIL, error) : NULL;
  self->name = self->detail != NULL ? ks_transaction_prepare (tx, INSERT_NAME, error) : NULL;
  return self->name != NULL;
}

static gboolean
insert_row (KsStatement *statement, KsUnit *unit, gint64 position, GError **error)
{
  KsDay retired = ks_unit_get_retired (unit);

  ks_statement_bind_text (statement, ":code", ks_unit_get_code (unit));
  ks_statement_bind_int (statement, ":position", position);
  ks_statement_bind_text (statement, ":name", ks_unit_get_name (unit));
  ks_statement_bind_text (statement, ":kind", ks_unit_get_kind (unit));
  ks_statement_bind_text (statement, ":district", ks_unit_get_district_code (unit));
  ks_statement_bind_text (statement, ":district_name", ks_unit_get_district_name (unit));
  ks_statement_bind_text (statement, ":link", ks_unit_get_link (unit));
  if (retired != KS_DAY_NONE)
    ks_statement_bind_int (statement, ":retired", retired);
  else
    ks_statement_bind_text (statement, ":retired", NULL);
  return ks_statement_run (statement, error);
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

/* Fields that have columns or a table of their own. */
static gboolean
is_elsewhere (KsUnitField field)
{
  return field <= KS_UNIT_DISTRICT_NAME || field == KS_UNIT_LINK || field == KS_UNIT_FORMER_NAMES
         || (field >= KS_UNIT_TOTAL && field <= KS_UNIT_EXCUSED_LAST);
}

static gboolean
insert_details (KsStatement *statement, KsUnit *unit, GError **error)
{
  for (guint field = 0; field < KS_N_UNIT_FIELDS; field++)
    {
      g_autofree char *text = NULL;

      if (is_elsewhere ((KsUnitField) field))
        continue;
      text = ks_unit_dup_text (unit, (KsUnitField) field);
      if (*text == '\0' || g_str_equal (text, "0"))
        continue;
      ks_statement_bind_text (statement, ":unit", ks_unit_get_code (unit));
      ks_statement_bind_text (statement, ":field", ks_unit_field_get_id ((KsUnitField) field));
      ks_statement_bind_text (statement, ":value", text);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_names (KsStatement *statement, KsUnit *unit, GError **error)
{
  GPtrArray *names = ks_unit_get_former_names (unit);

  for (guint i = 0; i < names->len; i++)
    {
      const KsFormerName *name = names->pdata[i];

      ks_statement_bind_text (statement, ":unit", ks_unit_get_code (unit));
      ks_statement_bind_int (statement, ":place", i);
      ks_statement_bind_text (statement, ":name", name->name);
      ks_statement_bind_text (statement, ":district", name->district);
      if (name->until != KS_DAY_NONE)
        ks_statement_bind_int (statement, ":until", name->until);
      else
        ks_statement_bind_text (statement, ":until", NULL);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_unit (Writing *writing, KsUnit *unit, gint64 position, GError **error)
{
  return insert_row (writing->unit, unit, position, error)
         && insert_staff (writing->staff, unit, error)
         && insert_details (writing->detail, unit, error)
         && insert_names (writing->name, unit, error);
}

static gboolean
insert_units (KsTransaction *tx, KsRegistry *registry, GError **error)
{
  GPtrArray *retired = ks_registry_get_retired (registry);
  guint n_units = ks_registry_get_n_units (registry);
  g_auto (Writing) writing = { NULL };

  if (!prepare_writing (tx, &writing, error))
    return FALSE;
  for (guint i = 0; i < n_units; i++)
    if (!insert_unit (&writing, ks_registry_get_unit (registry, i), i, error))
      return FALSE;
  for (guint i = 0; i < retired->len; i++)
    if (!insert_unit (&writing, retired->pdata[i], n_units + i, error))
      return FALSE;
  return TRUE;
}

/**
 * ks_unit_table_replace:
 * @tx: a transaction for writing
 * @registry: the registry that the campaign uses from now on, units out of use included
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_unit_table_replace (KsTransaction *tx, KsRegistry *registry, GError **error)
{
  return ks_transaction_exec (tx, "DELETE FROM staff", error)
         && ks_transaction_exec (tx, "DELETE FROM unit_detail", error)
         && ks_transaction_exec (tx, "DELETE FROM unit_name", error)
         && ks_transaction_exec (tx, "DELETE FROM unit", error)
         && insert_units (tx, registry, error);
}

static gboolean
run_for_code (KsTransaction *tx, const char *sql, const char *code, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":code", code);
  return ks_statement_run (statement, error);
}

/* Where a unit stands in the list; a new one goes to its end. */
static gboolean
find_position (KsTransaction *tx, const char *code, gint64 *position, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT COALESCE ((SELECT position FROM unit WHERE code = :code), "
      "(SELECT MAX (position) + 1 FROM unit), 0)",
      error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":code", code);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  *position = ks_statement_int (statement, 0);
  return TRUE;
}

/**
 * ks_unit_table_delete:
 * @tx: a transaction for writing
 * @code: code of a unit
 * @error: return location for an error
 *
 * Takes a unit out of the list, with all that is known of it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_unit_table_delete (KsTransaction *tx, const char *code, GError **error)
{
  return run_for_code (tx, "DELETE FROM staff WHERE unit = :code", code, error)
         && run_for_code (tx, "DELETE FROM unit_detail WHERE unit = :code", code, error)
         && run_for_code (tx, "DELETE FROM unit_name WHERE unit = :code", code, error)
         && run_for_code (tx, "DELETE FROM unit WHERE code = :code", code, error);
}

/**
 * ks_unit_table_save:
 * @tx: a transaction for writing
 * @unit: stands in place of the unit of the same code, or at the end of the list
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_unit_table_save (KsTransaction *tx, KsUnit *unit, GError **error)
{
  g_auto (Writing) writing = { NULL };
  gint64 position;

  return find_position (tx, ks_unit_get_code (unit), &position, error)
         && ks_unit_table_delete (tx, ks_unit_get_code (unit), error)
         && prepare_writing (tx, &writing, error) && insert_unit (&writing, unit, position, error);
}
