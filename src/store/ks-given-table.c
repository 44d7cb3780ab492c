/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-given-table.h"

#include "ks-transaction.h"

#define SELECT_LAST                                                                               \
  "SELECT given_at, responses, figures FROM given WHERE scope = :scope ORDER BY seq DESC LIMIT 1"

#define INSERT_GIVEN                                                                              \
  "INSERT INTO given (scope, seq, given_at, responses, figures) "                                 \
  "SELECT :scope, COALESCE (MAX (seq), 0) + 1, :given_at, :responses, :figures "                  \
  "FROM given WHERE scope = :scope"

/**
 * ks_given_free:
 * @self: (nullable): given-out figures
 *
 * Frees them.
 */
void
ks_given_free (KsGiven *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->responses, g_array_unref);
  g_free (self->figures);
  g_free (self);
}

/* Ids ascend, so their differences are small: seven bits a byte, the low ones first. */
static GByteArray *
pack_ids (GArray *ids)
{
  GByteArray *packed = g_byte_array_new ();
  gint64 previous = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint64 step = (guint64) (id - previous);
      guint8 byte;

      do
        {
          byte = (guint8) (step & 0x7f) | (step > 0x7f ? 0x80 : 0);
          g_byte_array_append (packed, &byte, 1);
          step >>= 7;
        }
      while (step > 0);
      previous = id;
    }
  return packed;
}

static GArray *
unpack_ids (const guint8 *packed, gsize length)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = 0;
  guint64 step = 0;
  guint shift = 0;

  for (gsize i = 0; i < length; i++)
    {
      step |= (guint64) (packed[i] & 0x7f) << (shift & 63);
      shift += 7;
      if ((packed[i] & 0x80) == 0)
        {
          id += (gint64) step;
          g_array_append_val (ids, id);
          step = 0;
          shift = 0;
        }
    }
  return ids;
}

/**
 * ks_given_table_load_last:
 * @tx: a transaction
 * @scope: code of a district, empty for the province
 * @given: (out) (nullable) (transfer full): what was given out last, %NULL when nothing was
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_given_table_load_last (KsTransaction *tx, const char *scope, KsGiven **given, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_LAST, error);
  gboolean has_row = FALSE;

  *given = NULL;
  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":scope", scope);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *given = g_new0 (KsGiven, 1);
      (*given)->given_at = ks_statement_int (statement, 0);
      (*given)->responses = unpack_ids (sqlite3_column_blob (statement, 1),
                                        (gsize) sqlite3_column_bytes (statement, 1));
      (*given)->figures = g_strdup (ks_statement_text (statement, 2));
    }
  return TRUE;
}

/**
 * ks_given_table_append:
 * @tx: a transaction for writing
 * @scope: code of a district, empty for the province
 * @given: what is given out now
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_given_table_append (KsTransaction *tx, const char *scope, const KsGiven *given, GError **error)
{
  g_autoptr (GByteArray) packed = pack_ids (given->responses);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_GIVEN, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":scope", scope);
  ks_statement_bind_int (statement, ":given_at", given->given_at);
  ks_statement_bind_blob (statement, ":responses", packed->data != NULL ? packed->data : (guint8 *) "",
                          packed->len);
  ks_statement_bind_text (statement, ":figures", given->figures);
  return ks_statement_run (statement, error);
}

/**
 * ks_given_count_difference:
 * @a: (element-type gint64): ids, ascending
 * @b: (element-type gint64): ids, ascending
 *
 * Returns: how many ids stand in one of them alone
 */
guint
ks_given_count_difference (GArray *a, GArray *b)
{
  guint i = 0;
  guint j = 0;
  guint n_common = 0;

  while (i < a->len && j < b->len)
    {
      gint64 left = g_array_index (a, gint64, i);
      gint64 right = g_array_index (b, gint64, j);

      n_common += left == right;
      i += left <= right;
      j += right <= left;
    }
  return a->len + b->len - 2 * n_common;
}
