/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-theme-table.h"

#include "ks-transaction.h"

/**
 * ks_theme_copy:
 * @self: a theme
 *
 * Returns: (transfer full): the same
 */
KsTheme *
ks_theme_copy (const KsTheme *self)
{
  KsTheme *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  return copy;
}

/**
 * ks_theme_free:
 * @self: (nullable): a theme
 *
 * Frees the theme.
 */
void
ks_theme_free (KsTheme *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

static gpointer
read_theme (KsStatement *statement)
{
  KsTheme *theme = g_new0 (KsTheme, 1);

  theme->id = ks_statement_int (statement, 0);
  theme->name = g_strdup (ks_statement_text (statement, 1));
  theme->position = ks_statement_int (statement, 2);
  theme->withheld = ks_statement_int (statement, 3) != 0;
  return theme;
}

/**
 * ks_theme_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsTheme): the themes in the office's order, or %NULL with
 *   @error set
 */
GPtrArray *
ks_theme_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (tx, "SELECT id, name, position, withheld FROM theme ",
                              "ORDER BY position, id", NULL, read_theme,
                              (GDestroyNotify) ks_theme_free, error);
}

/**
 * ks_theme_table_add:
 * @tx: a transaction for writing
 * @theme: a theme; without an id it gets the next one, and stands last
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_theme_table_add (KsTransaction *tx, KsTheme *theme, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "INSERT INTO theme (id, name, position, withheld) "
      "VALUES (:id, :name, :position, :withheld)",
      error);

  if (statement == NULL)
    return FALSE;
  if (theme->id == 0)
    {
      theme->id = ks_connection_get_int (tx->db, "SELECT COALESCE (MAX (id), 0) + 1 FROM theme", 0);
      theme->position
          = ks_connection_get_int (tx->db, "SELECT COALESCE (MAX (position), 0) + 1 FROM theme", 0);
    }
  ks_statement_bind_int (statement, ":id", theme->id);
  ks_statement_bind_text (statement, ":name", theme->name);
  ks_statement_bind_int (statement, ":position", theme->position);
  ks_statement_bind_int (statement, ":withheld", theme->withheld);
  return ks_statement_run (statement, error);
}

/**
 * ks_theme_table_rename:
 * @tx: a transaction for writing
 * @id: of a theme
 * @name: what it is called from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_theme_table_rename (KsTransaction *tx, gint64 id, const char *name, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "UPDATE theme SET name = :name WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  ks_statement_bind_text (statement, ":name", name);
  return ks_statement_run (statement, error);
}

/**
 * ks_theme_table_remove:
 * @tx: a transaction for writing
 * @id: of a theme
 * @error: return location for an error
 *
 * Takes a theme away, from the comments that have it too.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_theme_table_remove (KsTransaction *tx, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM comment_theme WHERE theme = :id",
    "DELETE FROM theme WHERE id = :id",
    NULL,
  };

  return ks_transaction_run_for (tx, statements, ":id", id, error);
}

/**
 * ks_comment_theme_free:
 * @self: (nullable): a theme of a comment
 *
 * Frees it.
 */
void
ks_comment_theme_free (KsCommentTheme *self)
{
  if (self == NULL)
    return;
  g_free (self->question);
  g_free (self);
}

static gpointer
read_comment_theme (KsStatement *statement)
{
  KsCommentTheme *row = g_new0 (KsCommentTheme, 1);

  row->response = ks_statement_int (statement, 0);
  row->question = g_strdup (ks_statement_text (statement, 1));
  row->theme = ks_statement_int (statement, 2);
  return row;
}

/**
 * ks_comment_theme_table_load:
 * @tx: a transaction
 * @theme: id of a theme; 0: all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsCommentTheme): which comments have it, by sheet and
 *   question, or %NULL with @error set
 */
GPtrArray *
ks_comment_theme_table_load (KsTransaction *tx, gint64 theme, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT response, question, theme FROM comment_theme WHERE :theme = 0 OR theme = :theme "
      "ORDER BY response, question, theme",
      error);

  if (statement != NULL)
    ks_statement_bind_int (statement, ":theme", theme);
  return ks_statement_dup_rows (statement, read_comment_theme,
                                (GDestroyNotify) ks_comment_theme_free, error);
}

/**
 * ks_comment_theme_table_load_of:
 * @tx: a transaction
 * @response: a sheet
 * @question: id of an open question
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64): ids of the themes of a comment in the office's
 *   order, or %NULL with @error set
 */
GArray *
ks_comment_theme_table_load_of (KsTransaction *tx, gint64 response, const char *question,
                                GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT theme FROM comment_theme JOIN theme ON theme.id = comment_theme.theme "
      "WHERE response = :response AND question = :question ORDER BY position, id",
      error);

  if (statement == NULL)
    return NULL;
  ks_statement_bind_int (statement, ":response", response);
  ks_statement_bind_text (statement, ":question", question);
  return ks_statement_dup_ints (statement, error);
}

/**
 * ks_comment_theme_table_set:
 * @tx: a transaction for writing
 * @response: a sheet
 * @question: id of an open question
 * @theme: id of a theme
 * @set: whether the comment has it from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_comment_theme_table_set (KsTransaction *tx, gint64 response, const char *question, gint64 theme,
                            gboolean set, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      set ? "INSERT INTO comment_theme (response, question, theme) "
            "VALUES (:response, :question, :theme) ON CONFLICT DO NOTHING"
          : "DELETE FROM comment_theme "
            "WHERE response = :response AND question = :question AND theme = :theme",
      error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":response", response);
  ks_statement_bind_text (statement, ":question", question);
  ks_statement_bind_int (statement, ":theme", theme);
  return ks_statement_run (statement, error);
}
