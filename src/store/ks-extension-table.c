/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-extension-table.h"

#include "ks-transaction.h"

#define SELECT_EXTENSIONS                                                                          \
  "SELECT id, made, actor, until_before, until_after, decision, reason FROM extension ORDER BY id"

#define INSERT_EXTENSION                                                                           \
  "INSERT INTO extension (id, made, actor, until_before, until_after, decision, reason) "          \
  "VALUES (COALESCE ((SELECT MAX (id) + 1 FROM extension), 1), :made, :actor, :until_before, "     \
  ":until_after, :decision, :reason) RETURNING id"

/**
 * ks_extension_free:
 * @self: (transfer full) (nullable): an extension
 */
void
ks_extension_free (KsExtension *self)
{
  if (self == NULL)
    return;
  g_free (self->actor);
  g_free (self->decision);
  g_free (self->reason);
  g_free (self);
}

static gpointer
read_extension (KsStatement *statement)
{
  KsExtension *extension = g_new0 (KsExtension, 1);

  extension->id = ks_statement_int (statement, 0);
  extension->made = ks_statement_int (statement, 1);
  extension->actor = g_strdup (ks_statement_text (statement, 2));
  extension->until_before = ks_statement_int (statement, 3);
  extension->until_after = ks_statement_int (statement, 4);
  extension->decision = g_strdup (ks_statement_text (statement, 5));
  extension->reason = g_strdup (ks_statement_text (statement, 6));
  return extension;
}

/**
 * ks_extension_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsExtension): the extensions in their order, or %NULL with
 *   @error set
 */
GPtrArray *
ks_extension_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_EXTENSIONS, error);

  return ks_statement_dup_rows (statement, read_extension,
                                (GDestroyNotify) ks_extension_free, error);
}

/**
 * ks_extension_table_add:
 * @tx: a transaction for writing
 * @extension: an extension, which gets its id
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_extension_table_add (KsTransaction *tx, KsExtension *extension, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_EXTENSION, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":made", extension->made);
  ks_statement_bind_text (statement, ":actor", extension->actor);
  ks_statement_bind_int (statement, ":until_before", extension->until_before);
  ks_statement_bind_int (statement, ":until_after", extension->until_after);
  ks_statement_bind_text (statement, ":decision", extension->decision);
  ks_statement_bind_text (statement, ":reason", extension->reason);
  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return FALSE;
  extension->id = ks_statement_int (statement, 0);
  return ks_statement_step (statement, &has_row, error);
}

/**
 * ks_extension_table_delete:
 * @tx: a transaction for writing
 * @id: an extension
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_extension_table_delete (KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "DELETE FROM extension WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}
