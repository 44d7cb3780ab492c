/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-text-table.h"

#include "ks-transaction.h"

#define SET_TEXT                                                                                   \
  "INSERT INTO paper_text (paper, slot, body) VALUES (:paper, :slot, :body) "                      \
  "ON CONFLICT (paper, slot) DO UPDATE SET body = excluded.body"
#define DROP_TEXT "DELETE FROM paper_text WHERE paper = :paper AND slot = :slot"

/**
 * ks_paper_text_free:
 * @self: (nullable): a text
 *
 * Frees the text.
 */
void
ks_paper_text_free (KsPaperText *self)
{
  if (self == NULL)
    return;
  g_free (self->paper);
  g_free (self->slot);
  g_free (self->body);
  g_free (self);
}

static gpointer
read_text (KsStatement *statement)
{
  KsPaperText *text = g_new0 (KsPaperText, 1);

  text->paper = g_strdup (ks_statement_text (statement, 0));
  text->slot = g_strdup (ks_statement_text (statement, 1));
  text->body = g_strdup (ks_statement_text (statement, 2));
  return text;
}

/**
 * ks_paper_text_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPaperText): all texts by paper and slot, or %NULL with
 *   @error set
 */
GPtrArray *
ks_paper_text_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (tx, "SELECT paper, slot, body FROM paper_text ",
                              "ORDER BY paper, slot", NULL, read_text,
                              (GDestroyNotify)ks_paper_text_free, error);
}

/**
 * ks_paper_text_table_set:
 * @tx: a transaction for writing
 * @paper: id of a paper, or "all"
 * @slot: which text of it
 * @body: (nullable): what it says; %NULL: as the program has it
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_paper_text_table_set (
    KsTransaction *tx, const char *paper, const char *slot, const char *body, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, body != NULL ? SET_TEXT : DROP_TEXT, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":paper", paper);
  ks_statement_bind_text (statement, ":slot", slot);
  if (body != NULL)
    ks_statement_bind_text (statement, ":body", body);
  return ks_statement_run (statement, error);
}
