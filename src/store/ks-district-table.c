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

static KsDistrictContact *
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
  g_autoptr (GPtrArray) contacts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_district_contact_free);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_CONTACTS, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      g_ptr_array_add (contacts, read_contact (statement));
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&contacts);
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
