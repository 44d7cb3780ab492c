/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-given-out-table.h"

#include "ks-transaction.h"

#define SELECT_OUTS                                                                               \
  "SELECT seq, given_at, actor, kind, document, scope, note, reason, agreed "                      \
  "FROM given_out ORDER BY seq"

#define INSERT_OUT                                                                                \
  "INSERT INTO given_out (seq, given_at, actor, kind, document, scope, note, reason, agreed) "    \
  "SELECT COALESCE (MAX (seq), 0) + 1, :given_at, :actor, :kind, :document, :scope, :note, "      \
  ":reason, :agreed FROM given_out RETURNING seq"

static const char *const kinds[] = { "preliminary", "published", "corrected", "settled" };
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == KS_N_GIVEN_KINDS);

/**
 * ks_given_kind_to_id:
 * @kind: what figures were
 *
 * Returns: its word in the file and on the command line
 */
const char *
ks_given_kind_to_id (KsGivenKind kind)
{
  return kinds[kind];
}

static KsGivenKind
read_kind (const char *id)
{
  for (guint i = 0; i < KS_N_GIVEN_KINDS; i++)
    if (g_str_equal (kinds[i], id))
      return i;
  return KS_GIVEN_PRELIMINARY;
}

/**
 * ks_given_out_free:
 * @self: (nullable): one time that answers left the program
 *
 * Frees it.
 */
void
ks_given_out_free (KsGivenOut *self)
{
  if (self == NULL)
    return;
  g_free (self->actor);
  g_free (self->document);
  g_free (self->scope);
  g_free (self->note);
  g_free (self->reason);
  g_free (self->agreed);
  g_free (self);
}

static gpointer
read_out (KsStatement *statement)
{
  KsGivenOut *out = g_new0 (KsGivenOut, 1);

  out->seq = ks_statement_int (statement, 0);
  out->given_at = ks_statement_int (statement, 1);
  out->actor = g_strdup (ks_statement_text (statement, 2));
  out->kind = read_kind (ks_statement_text (statement, 3));
  out->document = g_strdup (ks_statement_text (statement, 4));
  out->scope = g_strdup (ks_statement_text (statement, 5));
  out->note = g_strdup (ks_statement_text (statement, 6));
  out->reason = g_strdup (ks_statement_text (statement, 7));
  out->agreed = g_strdup (ks_statement_text (statement, 8));
  return out;
}

/**
 * ks_given_out_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsGivenOut): every time that answers left the program, in
 *   order; or %NULL with @error set
 */
GPtrArray *
ks_given_out_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (tx, SELECT_OUTS, "", NULL, read_out,
                              (GDestroyNotify) ks_given_out_free, error);
}

/**
 * ks_given_out_table_append:
 * @tx: a transaction for writing
 * @out: one time that answers leave the program; its seq is set
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_given_out_table_append (KsTransaction *tx, KsGivenOut *out, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_OUT, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":given_at", out->given_at);
  ks_statement_bind_text (statement, ":actor", out->actor);
  ks_statement_bind_text (statement, ":kind", kinds[out->kind]);
  ks_statement_bind_text (statement, ":document", out->document);
  ks_statement_bind_text (statement, ":scope", out->scope);
  ks_statement_bind_text (statement, ":note", out->note);
  ks_statement_bind_text (statement, ":reason", out->reason);
  ks_statement_bind_text (statement, ":agreed", out->agreed);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  out->seq = has_row ? ks_statement_int (statement, 0) : 0;
  return TRUE;
}
