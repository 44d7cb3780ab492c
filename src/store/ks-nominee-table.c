/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-nominee-table.h"

#include "ks-transaction.h"

#define SELECT_NOMINEES                                                                            \
  "SELECT kind, unit, district, name, post, merits, form, note, reason, chosen FROM nominee "

#define INSERT_NOMINEE                                                                             \
  "INSERT INTO nominee (position, kind, unit, district, name, post, merits, form, note, reason, "  \
  "chosen) VALUES (:position, :kind, :unit, :district, :name, :post, :merits, :form, :note, "      \
  ":reason, :chosen)"

static void
take_text (char **text, KsStatement *statement, int column)
{
  g_free (*text);
  *text = g_strdup (ks_statement_text (statement, column));
}

static gpointer
read_nominee (KsStatement *statement)
{
  KsNomineeKind kind = KS_NOMINEE_COLLECTIVE;
  KsNominee *nominee;

  /* A file may say anything. */
  ks_nominee_kind_from_id (ks_statement_text (statement, 0), &kind);
  nominee = ks_nominee_new (kind);
  take_text (&nominee->unit, statement, 1);
  take_text (&nominee->district, statement, 2);
  take_text (&nominee->name, statement, 3);
  take_text (&nominee->post, statement, 4);
  take_text (&nominee->merits, statement, 5);
  take_text (&nominee->form, statement, 6);
  take_text (&nominee->note, statement, 7);
  take_text (&nominee->reason, statement, 8);
  nominee->chosen = ks_statement_int (statement, 9);
  return nominee;
}

/**
 * ks_nominee_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsNominee): whom people propose, in the order given
 */
GPtrArray *
ks_nominee_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (tx, SELECT_NOMINEES, "ORDER BY position", NULL, read_nominee,
                              (GDestroyNotify)ks_nominee_free, error);
}

static void
bind_nominee (KsStatement *statement, const KsNominee *nominee, guint position)
{
  ks_statement_bind_int (statement, ":position", position);
  ks_statement_bind_text (statement, ":kind", ks_nominee_kind_to_id (nominee->kind));
  ks_statement_bind_text (statement, ":unit", nominee->unit);
  ks_statement_bind_text (statement, ":district", nominee->district);
  ks_statement_bind_text (statement, ":name", nominee->name);
  ks_statement_bind_text (statement, ":post", nominee->post);
  ks_statement_bind_text (statement, ":merits", nominee->merits);
  ks_statement_bind_text (statement, ":form", nominee->form);
  ks_statement_bind_text (statement, ":note", nominee->note);
  ks_statement_bind_text (statement, ":reason", nominee->reason);
  ks_statement_bind_int (statement, ":chosen", nominee->chosen);
}

/**
 * ks_nominee_table_replace:
 * @tx: a transaction for writing
 * @nominees: (element-type KsNominee): whom people propose from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_nominee_table_replace (KsTransaction *tx, GPtrArray *nominees, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;

  if (!ks_transaction_exec (tx, "DELETE FROM nominee", error))
    return FALSE;
  statement = ks_transaction_prepare (tx, INSERT_NOMINEE, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < nominees->len; i++)
    {
      bind_nominee (statement, nominees->pdata[i], i);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
