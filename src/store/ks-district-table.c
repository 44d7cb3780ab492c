/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-district-table.h"

#include "ks-transaction.h"

#define SELECT_CONTACTS                                                                            \
  "SELECT code, board, board_phone, chair, chair_phone, group_link, note FROM district_contact "   \
  "ORDER BY code"

#define INSERT_CONTACT                                                                             \
  "INSERT INTO district_contact (code, board, board_phone, chair, chair_phone, group_link, note) " \
  "VALUES (:code, :board, :board_phone, :chair, :chair_phone, :group_link, :note)"

static gpointer
read_contact (KsStatement *statement)
{
  KsDistrictContact *contact = ks_district_contact_new (ks_statement_text (statement, 0));

  for (int i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    {
      g_free (contact->texts[i]);
      contact->texts[i] = g_strdup (ks_statement_text (statement, 1 + i));
    }
  return contact;
}

/**
 * ks_district_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsDistrictContact): whom to call in the districts, or
 *   %NULL with @error set
 */
GPtrArray *
ks_district_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_CONTACTS, error);

  return ks_statement_dup_rows (statement, read_contact,
                                (GDestroyNotify) ks_district_contact_free, error);
}

static gboolean
delete_contact (KsTransaction *tx, const char *code, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "DELETE FROM district_contact WHERE code = :code", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":code", code);
  return ks_statement_run (statement, error);
}

/**
 * ks_district_table_save:
 * @tx: a transaction for writing
 * @contact: stands in place of the district's earlier entry; an empty one takes it away
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_district_table_save (KsTransaction *tx, const KsDistrictContact *contact, GError **error)
{
  static const char *const names[KS_N_DISTRICT_FIELDS]
      = { ":board", ":board_phone", ":chair", ":chair_phone", ":group_link", ":note" };
  g_autoptr (KsStatement) statement = NULL;

  if (!delete_contact (tx, contact->code, error))
    return FALSE;
  if (ks_district_contact_is_empty (contact))
    return TRUE;
  statement = ks_transaction_prepare (tx, INSERT_CONTACT, error);
  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":code", contact->code);
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    ks_statement_bind_text (statement, names[i], contact->texts[i]);
  return ks_statement_run (statement, error);
}
