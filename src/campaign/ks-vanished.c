/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-vanished.h"

#include "ks-batch-table.h"
#include "ks-vanished-table.h"

typedef struct {
  KsTransaction *tx;
  KsKnownRows   *known;
  const char    *file;
  GHashTable    *batches;  /* ids of the imports that are asked */
  gint64         batch;    /* whose sheets are read: those of an import follow each other */
  gint64         n_rows;
  GArray        *missing;  /* of gint64 */
  guint          n_vanished;
  gboolean       changed;
} Search;

/* A file that holds most of an import is a later state of its export; one that holds few of its
 * sheets, or none, is another one and says nothing of the rest. */
static gboolean
finish_batch (Search *self, GError **error)
{
  gboolean ok = TRUE, changed = FALSE;

  if (self->n_rows > 0 && (gint64) self->missing->len * 2 < self->n_rows)
    ok = ks_vanished_table_replace (self->tx, self->batch, self->missing, self->file, &changed,
                                    error);
  self->changed |= changed;
  self->n_vanished += changed ? self->missing->len : 0;
  self->n_rows = 0;
  g_array_set_size (self->missing, 0);
  return ok;
}

static gboolean
look_at_row (const KsResponse *response, gpointer data, GError **error)
{
  Search *self = data;

  if (response->batch != self->batch && !finish_batch (self, error))
    return FALSE;
  self->batch = response->batch;
  /* Trial answers are deleted before the day, as they should be. */
  if (response->state == KS_STATE_TRIAL
      || !g_hash_table_contains (self->batches, GSIZE_TO_POINTER ((gsize) response->batch)))
    return TRUE;
  self->n_rows++;
  if (ks_known_rows_take_missing (self->known, response))
    g_array_append_val (self->missing, response->id);
  return TRUE;
}

/* The import that is under way is not in the table yet. */
static gboolean
load_batches (Search *self, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (self->tx, error);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = g_ptr_array_index (batches, i);

      if (batch->digest_kind != 0)
        g_hash_table_add (self->batches, GSIZE_TO_POINTER ((gsize) batch->id));
    }
  return batches != NULL;
}

/**
 * ks_vanished_note:
 * @tx: a transaction for writing
 * @known: known rows, after the last row of a file
 * @file: the name of the file
 * @n_vanished: (out): how many sheets it lacks of the imports of which that is news
 * @changed: set to %TRUE if it tells anything that is news: sheets can also be there again
 * @error: return location for an error
 *
 * Keeps which sheets the file lacks of the imports that it holds most of.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_vanished_note (KsTransaction *tx, KsKnownRows *known, const char *file,
                  guint *n_vanished, gboolean *changed, GError **error)
{
  g_autoptr (GHashTable) batches = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  Search search = { .tx = tx, .known = known, .file = file, .batches = batches,
                    .missing = missing };

  *n_vanished = 0;
  if (!ks_known_rows_has_taken (known))
    return TRUE;
  if (!load_batches (&search, error)
      || !ks_response_table_foreach (tx, &filter, look_at_row, &search, error)
      || !finish_batch (&search, error))
    return FALSE;
  *n_vanished = search.n_vanished;
  *changed |= search.changed;
  return TRUE;
}
