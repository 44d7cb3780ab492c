/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-event-table.h"

#include "ks-history.h"
#include "ks-transaction.h"
#include "ks-unit-json.h"

#define INSERT_EVENT                                                                               \
  "INSERT INTO event (id, day, kind, note) "                                                       \
  "VALUES (COALESCE (:id, (SELECT MAX (id) + 1 FROM event), 1), :day, :kind, :note) RETURNING id"

#define INSERT_UNIT                                                                                \
  "INSERT INTO event_unit (event, side, place, code, unit) "                                       \
  "VALUES (:event, :side, :place, :code, :unit)"

enum
{
  SIDE_BEFORE,
  SIDE_AFTER,
};

static gboolean
read_events (KsTransaction *tx, GPtrArray *events, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "SELECT id, day, kind, note FROM event", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      KsEventKind kind = KS_EVENT_RENAME;
      KsEvent *event;

      ks_event_kind_find (ks_statement_text (statement, 2), &kind);
      event = ks_event_new ((KsDay) ks_statement_int (statement, 1), kind,
                            ks_statement_text (statement, 3));
      event->id = ks_statement_int (statement, 0);
      g_ptr_array_add (events, event);
      if (!ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

static KsEvent *
find_event (GPtrArray *events, gint64 id)
{
  for (guint i = 0; i < events->len; i++)
    if (((KsEvent *) events->pdata[i])->id == id)
      return events->pdata[i];
  return NULL;
}

static gboolean
read_event_units (KsTransaction *tx, GPtrArray *events, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT event, side, unit FROM event_unit ORDER BY event, side, place", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      KsEvent *event = find_event (events, ks_statement_int (statement, 0));
      KsUnit *unit = ks_unit_new_from_json (ks_statement_text (statement, 2), error);

      if (unit == NULL)
        return FALSE;
      if (event != NULL)
        g_ptr_array_add (ks_statement_int (statement, 1) == SIDE_BEFORE ? event->before
                                                                        : event->after,
                         g_object_ref (unit));
      g_object_unref (unit);
      if (!ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_event_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsEvent): what happened to units, ordered by day, or %NULL
 *   with @error set
 */
GPtrArray *
ks_event_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_event_free);

  if (!read_events (tx, events, error) || !read_event_units (tx, events, error))
    return NULL;
  ks_history_sort (events);
  return g_steal_pointer (&events);
}

static gboolean
insert_event (KsTransaction *tx, KsEvent *event, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_EVENT, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  if (event->id != 0)
    ks_statement_bind_int (statement, ":id", event->id);
  ks_statement_bind_int (statement, ":day", event->day);
  ks_statement_bind_text (statement, ":kind", ks_event_kind_get_id (event->kind));
  ks_statement_bind_text (statement, ":note", event->note);
  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return FALSE;
  event->id = ks_statement_int (statement, 0);
  return ks_statement_step (statement, &has_row, error);
}

static gboolean
insert_units (KsTransaction *tx, const KsEvent *event, int side, GPtrArray *units, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_UNIT, error);

  for (guint i = 0; statement != NULL && i < units->len; i++)
    {
      g_autofree char *json = ks_unit_to_json (units->pdata[i]);

      ks_statement_bind_int (statement, ":event", event->id);
      ks_statement_bind_int (statement, ":side", side);
      ks_statement_bind_int (statement, ":place", i);
      ks_statement_bind_text (statement, ":code", ks_unit_get_code (units->pdata[i]));
      ks_statement_bind_text (statement, ":unit", json);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

/**
 * ks_event_table_add:
 * @tx: a transaction for writing
 * @event: an event; id 0: it gets the next one
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_event_table_add (KsTransaction *tx, KsEvent *event, GError **error)
{
  return insert_event (tx, event, error)
         && insert_units (tx, event, SIDE_BEFORE, event->before, error)
         && insert_units (tx, event, SIDE_AFTER, event->after, error);
}

static gboolean
run_for_event (KsTransaction *tx, const char *sql, gint64 id, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}

/**
 * ks_event_table_delete:
 * @tx: a transaction for writing
 * @id: an event
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_event_table_delete (KsTransaction *tx, gint64 id, GError **error)
{
  return run_for_event (tx, "DELETE FROM event_unit WHERE event = :id", id, error)
         && run_for_event (tx, "DELETE FROM event WHERE id = :id", id, error);
}
