/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-table.h"

#include "ks-transaction.h"

/* The posts in the group, and how many of a day count. */

#define SELECT_POSTS "SELECT unit, posted, kind, copies FROM post "

#define SELECT_COUNTS "SELECT unit, day, posts FROM post_count "

#define SAVE_POST                                                                                 \
  "INSERT INTO post (unit, posted, kind, copies) VALUES (:unit, :posted, :kind, :copies) "        \
  "ON CONFLICT (unit, posted, kind) DO UPDATE SET copies = excluded.copies"

#define SAVE_COUNT                                                                                \
  "INSERT INTO post_count (unit, day, posts) VALUES (:unit, :day, :posts) "                       \
  "ON CONFLICT (unit, day) DO UPDATE SET posts = excluded.posts"

#define DELETE_COUNT "DELETE FROM post_count WHERE unit = :unit AND day = :day"

#define DELETE_POST "DELETE FROM post WHERE unit = :unit AND posted = :posted AND kind = :kind"

/**
 * ks_post_free:
 * @self: (nullable): a post
 *
 * Frees the post.
 */
void
ks_post_free (KsPost *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->kind);
  g_free (self);
}

/**
 * ks_post_day_free:
 * @self: (nullable): posts of a day
 *
 * Frees them.
 */
void
ks_post_day_free (KsPostDay *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self);
}

static gpointer
read_post (KsStatement *statement)
{
  KsPost *post = g_new0 (KsPost, 1);

  post->unit = g_strdup (ks_statement_text (statement, 0));
  post->posted = ks_statement_int (statement, 1);
  post->kind = g_strdup (ks_statement_text (statement, 2));
  post->copies = (int) ks_statement_int (statement, 3);
  return post;
}

static gpointer
read_counted (KsStatement *statement)
{
  KsPostDay *counted = g_new0 (KsPostDay, 1);

  counted->unit = g_strdup (ks_statement_text (statement, 0));
  counted->day = (KsDay) ks_statement_int (statement, 1);
  counted->posts = counted->counted = (int) ks_statement_int (statement, 2);
  return counted;
}

static GPtrArray *
load_posts (KsTransaction *tx, const char *unit, GError **error)
{
  return ks_transaction_load (tx, SELECT_POSTS, "ORDER BY unit, posted, kind", unit, read_post,
               (GDestroyNotify) ks_post_free, error);
}

/**
 * ks_work_table_load_posts:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPost): the posts that came in, by unit and time. How many
 *   count is told by ks_work_table_load_post_days().
 */
GPtrArray *
ks_work_table_load_posts (KsTransaction *tx, GError **error)
{
  return load_posts (tx, NULL, error);
}

static KsPostDay *
find_last (GPtrArray *days)
{
  return days->len > 0 ? days->pdata[days->len - 1] : NULL;
}

/* Posts come by unit and time. */
static GPtrArray *
fold_days (GPtrArray *posts)
{
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_post_day_free);

  for (guint i = 0; i < posts->len; i++)
    {
      const KsPost *post = posts->pdata[i];
      KsDay day = ks_moment_get_day (post->posted);
      KsPostDay *last = find_last (days);

      if (last == NULL || last->day != day || !g_str_equal (last->unit, post->unit))
        {
          last = g_new0 (KsPostDay, 1);
          last->unit = g_strdup (post->unit);
          last->day = day;
          last->counted = KS_COUNT_NONE;
          g_ptr_array_add (days, last);
        }
      last->posts = last->imported += post->copies;
    }
  return days;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const KsPostDay *left = *(const KsPostDay *const *) a;
  const KsPostDay *right = *(const KsPostDay *const *) b;
  int order = g_strcmp0 (left->unit, right->unit);

  return order != 0 ? order : (left->day > right->day) - (left->day < right->day);
}

/* A day that was counted and one with posts are the same day. */
static GPtrArray *
merge_days (GPtrArray *days, GPtrArray *counts)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_post_day_free);

  g_ptr_array_extend_and_steal (days, counts);
  g_ptr_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      KsPostDay **day = (KsPostDay **) &days->pdata[i];
      KsPostDay *last = find_last (merged);

      if (last == NULL || compare_days (&last, day) != 0)
        {
          g_ptr_array_add (merged, g_steal_pointer (day));
          continue;
        }
      last->imported += (*day)->imported;
      last->counted = MAX (last->counted, (*day)->counted);
      last->posts = last->counted >= 0 ? last->counted : last->imported;
      g_clear_pointer (day, ks_post_day_free);
    }
  g_ptr_array_unref (days);
  return merged;
}

/**
 * ks_work_table_load_post_days:
 * @tx: a transaction
 * @unit: (nullable): code of a unit; %NULL: all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPostDay): by unit and day, how many posts count
 */
GPtrArray *
ks_work_table_load_post_days (KsTransaction *tx, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) posts = load_posts (tx, unit, error);
  GPtrArray *counts = posts != NULL ? ks_transaction_load (tx, SELECT_COUNTS, "ORDER BY unit, day", unit,
                                            read_counted, (GDestroyNotify) ks_post_day_free, error)
                                    : NULL;

  return counts != NULL ? merge_days (fold_days (posts), counts) : NULL;
}

/**
 * ks_work_table_save_count:
 * @tx: a transaction for writing
 * @unit: code of a unit
 * @day: a day
 * @posts: how many posts count on it; %KS_COUNT_NONE: those that came in
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_table_save_count (KsTransaction *tx, const char *unit, KsDay day, int posts,
                          GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, posts >= 0 ? SAVE_COUNT : DELETE_COUNT, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", unit);
  ks_statement_bind_int (statement, ":day", day);
  if (posts >= 0)
    ks_statement_bind_int (statement, ":posts", posts);
  return ks_statement_run (statement, error);
}

static gboolean
run_for_post (KsTransaction *tx, const char *sql, const KsPost *post, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", post->unit);
  ks_statement_bind_int (statement, ":posted", post->posted);
  ks_statement_bind_text (statement, ":kind", post->kind);
  if (sqlite3_bind_parameter_index (statement, ":copies") > 0)
    ks_statement_bind_int (statement, ":copies", post->copies);
  return ks_statement_run (statement, error);
}

/**
 * ks_work_table_save_post:
 * @tx: a transaction for writing
 * @post: stands in place of an earlier one of the same unit, minute and kind
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_table_save_post (KsTransaction *tx, const KsPost *post, GError **error)
{
  return run_for_post (tx, SAVE_POST, post, error);
}

/**
 * ks_work_table_delete_post:
 * @tx: a transaction for writing
 * @post: a post
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_table_delete_post (KsTransaction *tx, const KsPost *post, GError **error)
{
  return run_for_post (tx, DELETE_POST, post, error);
}
