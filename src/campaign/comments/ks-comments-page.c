/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comments-private.h"

/**
 * ks_comment_free:
 * @self: (nullable): a comment
 *
 * Frees the comment.
 */
void
ks_comment_free (KsComment *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->themes, g_array_unref);
  g_free (self->quote);
  g_free (self);
}

static gboolean
is_withheld (const KsComment *comment, GPtrArray *themes)
{
  for (guint i = 0; i < themes->len; i++)
    for (guint j = 0; j < comment->themes->len; j++)
      {
        const KsTheme *theme = themes->pdata[i];

        if (theme->withheld && theme->id == g_array_index (comment->themes, gint64, j))
          return TRUE;
      }
  return FALSE;
}

/* Reads what stands beside the text of a comment. */
static gboolean
read_beside (KsComments *self, KsTransaction *tx, const KsCommentEntry *entry, KsComment *comment,
             GError **error)
{
  const char *question = comment->question->id;
  g_autoptr (GArray) marks = ks_comment_table_load_marks (tx, entry->response, question, error);

  comment->themes = ks_comment_theme_table_load_of (tx, entry->response, question, error);
  if (marks == NULL || comment->themes == NULL
      || !ks_quote_table_find (tx, entry->response, question, &comment->quote, error))
    return FALSE;
  comment->spans = ks_comment_text_find_spans (comment->text, marks);
  comment->withheld = is_withheld (comment, self->themes);
  return TRUE;
}

/* A comment that does not count any more since the list was made is one without words. */
static KsComment *
read_comment (KsComments *self, KsTransaction *tx, const KsCommentEntry *entry, GError **error)
{
  g_autoptr (KsComment) comment = g_new0 (KsComment, 1);
  g_autoptr (GError) local = NULL;

  comment->number = entry->number;
  comment->question = self->questions->pdata[entry->question];
  comment->text = ks_comment_table_find (tx, entry->response, comment->question->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (comment->text == NULL)
    comment->text = g_strdup ("");
  return read_beside (self, tx, entry, comment, error) ? g_steal_pointer (&comment) : NULL;
}

/**
 * ks_comments_load_page:
 * @self: a list
 * @campaign: its campaign
 * @first: index of a comment
 * @n: how many from there on
 * @error: return location for an error
 *
 * Reads comments. One that does not count any more since the list was made stands there without
 * words.
 *
 * Returns: (transfer full) (element-type KsComment): the comments; they borrow from @self; or %NULL
 *   with @error set
 */
GPtrArray *
ks_comments_load_page (KsComments *self, KsCampaign *campaign, guint first, guint n,
                       GError **error)
{
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_comment_free);

  if (ks_comments_refuse_open (campaign, error))
    tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  for (guint i = first; tx != NULL && i < self->entries->len && i - first < n; i++)
    {
      KsComment *comment
          = read_comment (self, tx, &g_array_index (self->entries, KsCommentEntry, i), error);

      if (comment == NULL)
        return NULL;
      g_ptr_array_add (page, comment);
    }
  return tx != NULL ? g_steal_pointer (&page) : NULL;
}
