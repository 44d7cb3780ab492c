/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-row-index.h"

#include "ks-response-table.h"
#include "ks-rows-private.h"

/* Rows that stand closer together than this are read in one go, others one by one. */
#define SPREAD 16

struct _KsRowIndex {
  GArray *blocks;  /* of KsResponseBlock: all rows; NULL: only those of a filter */
  GArray *ids;     /* of gint64: the rows of the filter */
  gint64  n_rows;
  char   *state;
  char   *unit;
};

/**
 * ks_row_index_free:
 * @self: (nullable): an index
 *
 * Frees the index.
 */
void
ks_row_index_free (KsRowIndex *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->state);
  g_free (self->unit);
  g_free (self);
}

static gboolean
index_all (KsRowIndex *self, KsTransaction *tx, GError **error)
{
  self->blocks = ks_response_table_find_blocks (tx, error);
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      const KsResponseBlock *block = &g_array_index (self->blocks, KsResponseBlock, i);

      self->n_rows += block->last - block->first + 1;
    }
  return self->blocks != NULL;
}

static gboolean
index_some (KsRowIndex *self, KsTransaction *tx, const KsRowFilter *filter, KsJob *job,
            GError **error)
{
  KsResponseFilter translated = ks_rows_translate_filter (filter);

  self->ids = ks_response_table_load_ids (tx, &translated, job, error);
  if (self->ids != NULL)
    self->n_rows = self->ids->len;
  return self->ids != NULL;
}

/**
 * ks_row_index_is_cheap:
 * @filter: (nullable): which rows
 *
 * Returns: whether the cost of an index follows imports alone, not rows
 */
gboolean
ks_row_index_is_cheap (const KsRowFilter *filter)
{
  return filter == NULL || (filter->state == NULL && filter->unit == NULL);
}

/**
 * ks_row_index_new:
 * @campaign: a campaign
 * @filter: (nullable): which rows; offset and limit are not read
 * @job: (nullable): stops it
 * @error: return location for an error
 *
 * Without a filter its cost follows imports; with one the rows are looked through once.
 *
 * Returns: (transfer full): the index, or %NULL with @error set
 */
KsRowIndex *
ks_row_index_new (KsCampaign *campaign, const KsRowFilter *filter, KsJob *job, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsRowIndex) self = g_new0 (KsRowIndex, 1);

  self->state = g_strdup (filter != NULL ? filter->state : NULL);
  self->unit = g_strdup (filter != NULL ? filter->unit : NULL);
  if (tx == NULL
      || !(ks_row_index_is_cheap (filter) ? index_all (self, tx, error)
                                          : index_some (self, tx, filter, job, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ks_row_index_get_n_rows:
 * @self: an index
 *
 * Returns: how many rows there are
 */
gint64
ks_row_index_get_n_rows (const KsRowIndex *self)
{
  return self->n_rows;
}

static gint64
find_id (const KsRowIndex *self, gint64 position)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const KsResponseBlock *block = &g_array_index (self->blocks, KsResponseBlock, i);
      gint64 n = block->last - block->first + 1;

      if (position < n)
        return block->first + position;
      position -= n;
    }
  return G_MAXINT64;
}

static GPtrArray *
load_spread (const KsRowIndex *self, KsCampaign *campaign, gint64 position, gint64 n_rows,
             GError **error)
{
  g_autoptr (GPtrArray) rows = ks_rows_new ();
  g_autofree KsResponseFilter *filters = g_new (KsResponseFilter, (gsize) n_rows);

  for (gint64 i = 0; i < n_rows; i++)
    {
      filters[i] = KS_RESPONSE_FILTER_ALL;
      filters[i].first = filters[i].last = g_array_index (self->ids, gint64, position + i);
    }
  return ks_rows_append (campaign, filters, (guint) n_rows, rows, error) ? g_steal_pointer (&rows)
                                                                         : NULL;
}

static GPtrArray *
load_dense (const KsRowIndex *self, KsCampaign *campaign, gint64 first, gint64 last,
            gint64 n_rows, GError **error)
{
  const KsRowFilter filter = { .state = self->state, .unit = self->unit };
  KsResponseFilter translated = ks_rows_translate_filter (&filter);
  g_autoptr (GPtrArray) rows = ks_rows_new ();

  translated.first = first;
  translated.last = last;
  translated.limit = n_rows;
  return ks_rows_append (campaign, &translated, 1, rows, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * ks_row_index_load:
 * @self: an index
 * @campaign: its campaign
 * @position: of the first row
 * @n_rows: so many rows
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsResponseRow): the rows there, without their answers
 */
GPtrArray *
ks_row_index_load (const KsRowIndex *self, KsCampaign *campaign, gint64 position, gint64 n_rows,
                   GError **error)
{
  gint64 first, last;

  n_rows = MIN (n_rows, self->n_rows - position);
  if (n_rows <= 0)
    return ks_rows_new ();
  if (self->blocks != NULL)
    return load_dense (self, campaign, find_id (self, position), 0, n_rows, error);
  first = g_array_index (self->ids, gint64, position);
  last = g_array_index (self->ids, gint64, position + n_rows - 1);
  if (last - first > SPREAD * n_rows)
    return load_spread (self, campaign, position, n_rows, error);
  return load_dense (self, campaign, first, last, n_rows, error);
}
