/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-criteria-table.h"

#include <math.h>

#include "ks-transaction.h"

#define POINT_UNIT 100.0
#define ANCHOR_UNIT 1e6

#define SELECT_CRITERIA                                                                            \
  "SELECT id, kind, name, points, zero_at, full_at, checked_only FROM criterion "
#define INSERT_CRITERION                                                                           \
  "INSERT INTO criterion (id, position, kind, name, points, zero_at, full_at, checked_only) "      \
  "VALUES (:id, :position, :kind, :name, :points, :zero_at, :full_at, :checked_only)"
#define SELECT_LOCKS "SELECT locked, actor, hash, scale FROM criteria_lock "
#define INSERT_LOCK                                                                                \
  "INSERT INTO criteria_lock (seq, locked, actor, hash, scale) "                                   \
  "SELECT COALESCE(MAX(seq), 0) + 1, :locked, :actor, :hash, :scale FROM criteria_lock"

/* A file may say anything: a kind that this program does not know is given by the office. */
static gpointer
read_criterion (KsStatement *statement)
{
  KsCriterionKind kind = KS_CRITERION_OWN;
  KsCriterion *criterion;

  ks_criterion_kind_from_id (ks_statement_text (statement, 1), &kind);
  criterion = ks_criterion_new (kind);
  g_free (criterion->id);
  criterion->id = g_strdup (ks_statement_text (statement, 0));
  if (kind == KS_CRITERION_OWN)
    {
      g_free (criterion->name);
      criterion->name = g_strdup (ks_statement_text (statement, 2));
    }
  criterion->points = (double)ks_statement_int (statement, 3) / POINT_UNIT;
  criterion->zero = (double)ks_statement_int (statement, 4) / ANCHOR_UNIT;
  criterion->full = (double)ks_statement_int (statement, 5) / ANCHOR_UNIT;
  criterion->checked_only = ks_statement_int (statement, 6) != 0;
  return criterion;
}

static gpointer
read_lock (KsStatement *statement)
{
  KsCriteriaLock *lock = g_new0 (KsCriteriaLock, 1);

  lock->at = ks_statement_int (statement, 0);
  lock->actor = g_strdup (ks_statement_text (statement, 1));
  lock->hash = g_strdup (ks_statement_text (statement, 2));
  lock->scale = g_strdup (ks_statement_text (statement, 3));
  return lock;
}

/* A file may say anything: points are earned on a way from one anchor to another. */
static void
mend_anchors (GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      KsCriterion *criterion = criteria->pdata[i];

      if (criterion->zero == criterion->full)
        criterion->full = criterion->zero + 1;
      criterion->points = MAX (0, criterion->points);
    }
}

/**
 * ks_criteria_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full): the scale, the usual one where the office set none, with its locks
 */
KsCriteria *
ks_criteria_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_new_default ();
  g_autoptr (GPtrArray) rows
      = ks_transaction_load (tx, SELECT_CRITERIA, "ORDER BY position", NULL, read_criterion,
                             (GDestroyNotify)ks_criterion_free, error);
  GPtrArray *locks = rows != NULL
                         ? ks_transaction_load (tx, SELECT_LOCKS, "ORDER BY seq", NULL, read_lock,
                                                (GDestroyNotify)ks_criteria_lock_free, error)
                         : NULL;

  if (locks == NULL)
    return NULL;
  g_ptr_array_unref (criteria->locks);
  criteria->locks = locks;
  if (rows->len > 0)
    {
      g_ptr_array_unref (criteria->criteria);
      criteria->criteria = g_steal_pointer (&rows);
      mend_anchors (criteria->criteria);
    }
  ks_criteria_seal (criteria);
  return g_steal_pointer (&criteria);
}

static void
bind_criterion (KsStatement *statement, const KsCriterion *criterion, guint position)
{
  ks_statement_bind_text (statement, ":id", criterion->id);
  ks_statement_bind_int (statement, ":position", position);
  ks_statement_bind_text (statement, ":kind", ks_criterion_kind_to_id (criterion->kind));
  ks_statement_bind_text (statement, ":name",
                          criterion->kind == KS_CRITERION_OWN ? criterion->name : "");
  ks_statement_bind_int (statement, ":points", llround (criterion->points * POINT_UNIT));
  ks_statement_bind_int (statement, ":zero_at", llround (criterion->zero * ANCHOR_UNIT));
  ks_statement_bind_int (statement, ":full_at", llround (criterion->full * ANCHOR_UNIT));
  ks_statement_bind_int (statement, ":checked_only", criterion->checked_only ? 1 : 0);
}

/**
 * ks_criteria_table_save:
 * @tx: a transaction for writing
 * @criteria: the scale from now on; its locks stay as they are in the file
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_criteria_table_save (KsTransaction *tx, const KsCriteria *criteria, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;

  if (!ks_transaction_exec (tx, "DELETE FROM criterion", error))
    return FALSE;
  statement = ks_transaction_prepare (tx, INSERT_CRITERION, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < criteria->criteria->len; i++)
    {
      bind_criterion (statement, criteria->criteria->pdata[i], i);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_criteria_table_add_lock:
 * @tx: a transaction for writing
 * @lock: what was locked, when, by whom
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_criteria_table_add_lock (KsTransaction *tx, const KsCriteriaLock *lock, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_LOCK, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":locked", lock->at);
  ks_statement_bind_text (statement, ":actor", lock->actor);
  ks_statement_bind_text (statement, ":hash", lock->hash);
  ks_statement_bind_text (statement, ":scale", lock->scale);
  return ks_statement_run (statement, error);
}
