/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comment-table.h"

#include "ks-i18n.h"
#include "ks-transaction.h"

#define SELECT_COMMENTS                                                                           \
  "SELECT remark.response, remark.question, response.unit, remark.body FROM remark "              \
  "JOIN response ON response.id = remark.response WHERE response.state = 0 "

#define OF_COMMENT "WHERE response = :response AND question = :question"

/* Of whatever stands beside comments: they must be there, counted or not, withdrawn or not. */
#define IS_LOST(table)                                                                            \
  "NOT EXISTS (SELECT 1 FROM remark WHERE remark.response = " table ".response "                  \
  "AND remark.question = " table ".question) "                                                    \
  "AND NOT EXISTS (SELECT 1 FROM withdrawn_remark WHERE withdrawn_remark.response = " table       \
  ".response AND withdrawn_remark.question = " table ".question)"

static void
read_row (KsStatement *statement, KsCommentRow *row)
{
  row->response = ks_statement_int (statement, 0);
  row->question = ks_statement_text (statement, 1);
  row->unit = ks_statement_text (statement, 2);
  row->body = ks_statement_text (statement, 3);
}

/* A statement about one comment. (transfer full) */
static KsStatement *
prepare_of_comment (KsTransaction *tx, const char *sql, gint64 response, const char *question,
                    GError **error)
{
  KsStatement *statement = ks_transaction_prepare (tx, sql, error);

  if (statement != NULL)
    {
      ks_statement_bind_int (statement, ":response", response);
      ks_statement_bind_text (statement, ":question", question);
    }
  return statement;
}

/**
 * ks_comment_table_foreach:
 * @tx: a transaction
 * @func: called with each comment of a sheet that counts; %FALSE with its error set ends the walk
 * @data: for @func
 * @error: return location for an error
 *
 * Walks through the comments by sheet and question, each time in the same order.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_comment_table_foreach (KsTransaction *tx, KsCommentFunc func, gpointer data, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, SELECT_COMMENTS "ORDER BY remark.response, remark.question", error);
  gboolean has_row = FALSE;
  KsCommentRow row;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      read_row (statement, &row);
      if (!func (&row, data, error) || !ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_comment_table_find:
 * @tx: a transaction
 * @response: a sheet
 * @question: id of an open question
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the sheet says to it; %NULL where it does not count or
 *   says nothing, and with @error set
 */
char *
ks_comment_table_find (KsTransaction *tx, gint64 response, const char *question, GError **error)
{
  g_autoptr (KsStatement) statement = prepare_of_comment (
      tx, SELECT_COMMENTS "AND remark.response = :response AND remark.question = :question",
      response, question, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error) || !has_row)
    return NULL;
  return g_strdup (ks_statement_text (statement, 3));
}

/**
 * ks_comment_table_load_marks:
 * @tx: a transaction
 * @response: a sheet
 * @question: id of an open question
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsCommentMark): what an officer marked in the comment, from
 *   its beginning on, or %NULL with @error set
 */
GArray *
ks_comment_table_load_marks (KsTransaction *tx, gint64 response, const char *question,
                             GError **error)
{
  g_autoptr (KsStatement) statement = prepare_of_comment (
      tx, "SELECT start, length, kept FROM comment_mark " OF_COMMENT " ORDER BY start", response,
      question, error);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      const KsCommentMark mark
          = { (glong) ks_statement_int (statement, 0), (glong) ks_statement_int (statement, 1),
              ks_statement_int (statement, 2) != 0 };

      g_array_append_val (marks, mark);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&marks);
}

static gboolean
delete_of_comment (KsTransaction *tx, const char *sql, gint64 response, const char *question,
                   GError **error)
{
  g_autoptr (KsStatement) statement = prepare_of_comment (tx, sql, response, question, error);

  return statement != NULL && ks_statement_run (statement, error);
}

/**
 * ks_comment_table_replace_marks:
 * @tx: a transaction for writing
 * @response: a sheet
 * @question: id of an open question
 * @marks: (element-type KsCommentMark): what is marked in the comment from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_comment_table_replace_marks (KsTransaction *tx, gint64 response, const char *question,
                                GArray *marks, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;

  if (!delete_of_comment (tx, "DELETE FROM comment_mark " OF_COMMENT, response, question, error))
    return FALSE;
  statement = prepare_of_comment (
      tx,
      "INSERT INTO comment_mark (response, question, start, length, kept) "
      "VALUES (:response, :question, :start, :length, :kept)",
      response, question, error);
  for (guint i = 0; statement != NULL && i < marks->len; i++)
    {
      const KsCommentMark *mark = &g_array_index (marks, KsCommentMark, i);

      ks_statement_bind_int (statement, ":start", mark->start);
      ks_statement_bind_int (statement, ":length", mark->length);
      ks_statement_bind_int (statement, ":kept", mark->kept);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

/**
 * ks_quote_row_free:
 * @self: (nullable): a quote
 *
 * Frees it.
 */
void
ks_quote_row_free (KsQuoteRow *self)
{
  if (self == NULL)
    return;
  g_free (self->question);
  g_free (self->comment);
  g_free (self->body);
  g_free (self);
}

static gpointer
read_quote (KsStatement *statement)
{
  KsQuoteRow *quote = g_new0 (KsQuoteRow, 1);

  quote->response = ks_statement_int (statement, 0);
  quote->question = g_strdup (ks_statement_text (statement, 1));
  quote->comment = g_strdup (ks_statement_text (statement, 2));
  quote->body = g_strdup (ks_statement_text (statement, 3));
  return quote;
}

/**
 * ks_quote_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsQuoteRow): what was picked for papers of comments that
 *   count and that no theme keeps out of them, or %NULL with @error set
 */
GPtrArray *
ks_quote_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (
      tx,
      "SELECT quote.response, quote.question, remark.body, quote.body FROM quote "
      "JOIN remark ON remark.response = quote.response AND remark.question = quote.question "
      "JOIN response ON response.id = quote.response "
      "WHERE response.state = 0 AND NOT EXISTS (SELECT 1 FROM comment_theme "
      "JOIN theme ON theme.id = comment_theme.theme WHERE theme.withheld = 1 "
      "AND comment_theme.response = quote.response AND comment_theme.question = quote.question) ",
      "ORDER BY quote.response, quote.question", NULL, read_quote,
      (GDestroyNotify) ks_quote_row_free, error);
}

/**
 * ks_quote_table_find:
 * @tx: a transaction
 * @response: a sheet
 * @question: id of an open question
 * @body: (out) (transfer full) (nullable): what was picked of the comment; %NULL: nothing
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_quote_table_find (KsTransaction *tx, gint64 response, const char *question, char **body,
                     GError **error)
{
  g_autoptr (KsStatement) statement = prepare_of_comment (
      tx, "SELECT body FROM quote " OF_COMMENT, response, question, error);
  gboolean has_row = FALSE;

  *body = NULL;
  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *body = g_strdup (ks_statement_text (statement, 0));
  return TRUE;
}

/**
 * ks_quote_table_save:
 * @tx: a transaction for writing
 * @response: a sheet
 * @question: id of an open question
 * @body: (nullable): what papers say of the comment from now on; %NULL: nothing
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_quote_table_save (KsTransaction *tx, gint64 response, const char *question, const char *body,
                     GError **error)
{
  g_autoptr (KsStatement) statement = NULL;

  if (body == NULL)
    return delete_of_comment (tx, "DELETE FROM quote " OF_COMMENT, response, question, error);
  statement = prepare_of_comment (
      tx,
      "INSERT INTO quote (response, question, body) VALUES (:response, :question, :body) "
      "ON CONFLICT (response, question) DO UPDATE SET body = excluded.body",
      response, question, error);
  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":body", body);
  return ks_statement_run (statement, error);
}

/**
 * ks_comment_table_carry:
 * @tx: a transaction for writing
 * @from: a sheet that was withdrawn
 * @to: the same sheet, come in anew
 * @error: return location for an error
 *
 * Gives the comments of a sheet the themes, marks and quotes that they had, where they say the same.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_comment_table_carry (KsTransaction *tx, gint64 from, gint64 to, GError **error)
{
#define SAME                                                                                      \
  "WHERE response = :from AND question IN (SELECT remark.question FROM remark "                   \
  "JOIN withdrawn_remark ON withdrawn_remark.question = remark.question "                         \
  "AND withdrawn_remark.body = remark.body "                                                      \
  "WHERE remark.response = :to AND withdrawn_remark.response = :from) ON CONFLICT DO NOTHING"
  static const char *const statements[] = {
    "INSERT INTO comment_theme (response, question, theme) "
    "SELECT :to, question, theme FROM comment_theme " SAME,
    "INSERT INTO comment_mark (response, question, start, length, kept) "
    "SELECT :to, question, start, length, kept FROM comment_mark " SAME,
    "INSERT INTO quote (response, question, body) SELECT :to, question, body FROM quote " SAME,
  };
#undef SAME

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, statements[i], error);

      if (statement == NULL)
        return FALSE;
      ks_statement_bind_int (statement, ":from", from);
      ks_statement_bind_int (statement, ":to", to);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_comment_table_find_faults:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Finds what stands beside a comment that there is not, and marks that reach over its end.
 *
 * Returns: (transfer full) (element-type utf8): a line per kind of fault, without words of any
 *   comment, or %NULL with @error set
 */
GPtrArray *
ks_comment_table_find_faults (KsTransaction *tx, GError **error)
{
  static const struct {
    const char *count;
    const char *line;
  } checks[] = {
    { "SELECT COUNT (*) FROM comment_theme WHERE " IS_LOST ("comment_theme"),
      N_ ("comments: a theme was given to a comment that there is not") },
    { "SELECT COUNT (*) FROM comment_theme WHERE theme NOT IN (SELECT id FROM theme)",
      N_ ("comments: a comment has a theme that there is not") },
    { "SELECT COUNT (*) FROM comment_mark WHERE " IS_LOST ("comment_mark"),
      N_ ("comments: words are blacked out in a comment that there is not") },
    { "SELECT COUNT (*) FROM comment_mark JOIN remark ON remark.response = comment_mark.response "
      "AND remark.question = comment_mark.question "
      "WHERE start < 0 OR length < 1 OR start + length > LENGTH (body)",
      N_ ("comments: words are blacked out beyond the end of a comment") },
    { "SELECT COUNT (*) FROM quote WHERE " IS_LOST ("quote"),
      N_ ("comments: a comment is quoted that there is not") },
    { "SELECT NOT EXISTS (SELECT 1 FROM theme WHERE withheld = 1)",
      N_ ("comments: the theme that keeps comments out of papers is missing") },
  };
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (ks_connection_get_int (tx->db, checks[i].count, 1) != 0)
      g_ptr_array_add (faults, g_strdup (_ (checks[i].line)));
  return faults;
}
