/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-known-rows.h"

#include "ks-batch-table.h"
#include "ks-response-table.h"
#include "ks-seen-numbers.h"

/* More sheets with equal answers in one minute are looked at no further: that is nobody's file. */
#define MAX_PROBES 1000

#define MINUTE 60

/* Times as 32 bits: whole minutes stay whole minutes. */
#define TIME_BASE (G_GINT64_CONSTANT (1) << 30)
#define NO_TIME G_MININT32

typedef struct {
  guint64 content;
  guint64 service;
  gint32  time;
  guint32 texts : 31;
  guint32 by_minute : 1;
} Entry;

struct _KsKnownRows {
  GArray     *entries;     /* by content, then time */
  GArray     *added;       /* what the file that is read brings */
  guint32    *next;        /* where the first entry that is left stands, from each on */
  guint32    *by_service;  /* entries that have a number, sorted by it */
  guint       n_services;
  guint       n_taken;     /* entries that the file holds */
  gboolean    has_earlier;
  gboolean    last;        /* no file follows */
  KsSeenNumbers seen;      /* of rows of this file, each with its content */

  GHashTable *batches;     /* id → KsBatch; while loading */
  GHashTable *texts;       /* of sheets of earlier versions; while loading */
};

static gint32
pack_time (KsMoment moment)
{
  if (moment == KS_MOMENT_NONE)
    return NO_TIME;
  moment -= TIME_BASE - TIME_BASE % MINUTE;
  return (gint32) CLAMP (moment, G_MININT32 + 1, G_MAXINT32);
}

static guint32
pack_texts (guint32 texts)
{
  return texts <= KS_TEXTS_FRAGILE ? texts : texts >> 1 | 1u << 30;
}

static gint32
floor_minute (gint32 time)
{
  return time - ((time % MINUTE) + MINUTE) % MINUTE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->content != right->content)
    return left->content < right->content ? -1 : 1;
  return left->time < right->time ? -1 : left->time > right->time;
}

static int
compare_services (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *entries = data;
  guint64 left = entries[*(const guint32 *) a].service;
  guint64 right = entries[*(const guint32 *) b].service;

  return left < right ? -1 : left > right;
}

static gboolean
remember_text (gint64 response, const char *question, const char *body, gpointer data)
{
  KsKnownRows *self = data;
  gpointer key = GSIZE_TO_POINTER ((gsize) response);
  guint32 texts = GPOINTER_TO_UINT (g_hash_table_lookup (self->texts, key));

  g_hash_table_insert (self->texts, key,
                       GUINT_TO_POINTER (ks_row_identity_add_text (texts, question, body)));
  return TRUE;
}

static gboolean
remember (const KsResponse *response, gpointer data, GError **error)
{
  KsKnownRows *self = data;
  const KsBatch *batch
      = g_hash_table_lookup (self->batches, GSIZE_TO_POINTER ((gsize) response->batch));
  gboolean earlier = batch != NULL && batch->digest_kind == 0;
  guint32 texts = response->texts;
  Entry entry = { .content = (guint64) response->digest, .service = (guint64) response->service };

  if (earlier)
    {
      texts = GPOINTER_TO_UINT (
          g_hash_table_lookup (self->texts, GSIZE_TO_POINTER ((gsize) response->id)));
      entry.content
          = ks_row_identity_hash_earlier (response->unit, response->given, response->answers);
    }
  entry.texts = pack_texts (texts);
  entry.time = pack_time (response->answered);
  entry.by_minute = batch != NULL && batch->time_step >= MINUTE;
  g_array_append_val (self->entries, entry);
  return TRUE;
}

static gboolean
load_batches (KsKnownRows *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  if (batches == NULL)
    return FALSE;
  g_ptr_array_set_free_func (batches, NULL);
  self->batches = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ks_batch_free);
  for (guint i = 0; i < batches->len; i++)
    {
      KsBatch *batch = g_ptr_array_index (batches, i);

      self->has_earlier |= batch->digest_kind == 0;
      g_hash_table_insert (self->batches, GSIZE_TO_POINTER ((gsize) batch->id), batch);
    }
  self->texts = g_hash_table_new (NULL, NULL);
  return !self->has_earlier
         || ks_response_table_foreach_remark (tx, 0, G_MAXINT64, remember_text, self, error);
}

static void
index_entries (KsKnownRows *self)
{
  Entry *entries;

  g_array_sort (self->entries, compare_entries);
  entries = (Entry *) (void *) self->entries->data;
  self->next = g_renew (guint32, self->next, self->entries->len + 1);
  self->n_services = 0;
  for (guint i = 0; i <= self->entries->len; i++)
    {
      self->next[i] = i;
      self->n_services += i < self->entries->len && entries[i].service != 0;
    }
  self->by_service = g_renew (guint32, self->by_service, self->n_services + 1);
  self->n_services = 0;
  for (guint i = 0; i < self->entries->len; i++)
    if (entries[i].service != 0)
      self->by_service[self->n_services++] = i;
  g_qsort_with_data (self->by_service, (gint) self->n_services, sizeof *self->by_service,
                     compare_services, entries);
}

/**
 * ks_known_rows_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full): the sheets that the campaign holds, before the first file, or %NULL
 *   with @error set
 */
KsKnownRows *
ks_known_rows_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsKnownRows) self = g_new0 (KsKnownRows, 1);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->added = g_array_new (FALSE, FALSE, sizeof (Entry));
  if (!load_batches (self, tx, error)
      || !ks_response_table_foreach (tx, &filter, remember, self, error))
    return NULL;
  g_clear_pointer (&self->batches, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  return g_steal_pointer (&self);
}

/**
 * ks_known_rows_has_earlier:
 * @self: known rows
 *
 * Returns: whether some are known by what earlier versions kept of a row alone
 */
gboolean
ks_known_rows_has_earlier (KsKnownRows *self)
{
  return self->has_earlier;
}

/**
 * ks_known_rows_next_file:
 * @self: known rows
 * @last: whether no other file follows: then nobody asks for what this one brings
 *
 * Begins another file: what the file before it brought is known as well, and none is taken.
 */
void
ks_known_rows_next_file (KsKnownRows *self, gboolean last)
{
  self->last = last;
  if (self->added->len > 0)
    g_array_append_vals (self->entries, self->added->data, self->added->len);
  g_array_set_size (self->added, 0);
  self->n_taken = 0;
  ks_seen_numbers_clear (&self->seen);
  index_entries (self);
}

/**
 * ks_known_rows_free:
 * @self: (nullable): known rows
 *
 * Frees them.
 */
void
ks_known_rows_free (KsKnownRows *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_array_unref (self->added);
  g_clear_pointer (&self->batches, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  ks_seen_numbers_clear (&self->seen);
  g_free (self->next);
  g_free (self->by_service);
  g_free (self);
}

/* The first entry from @index on that was not taken. */
static guint
skip_taken (KsKnownRows *self, guint index)
{
  while (self->next[index] != index)
    {
      self->next[index] = self->next[self->next[index]];
      index = self->next[index];
    }
  return index;
}

static guint
find_first (KsKnownRows *self, guint64 content, gint32 time)
{
  Entry key = { .content = content, .time = time };
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_entries (&g_array_index (self->entries, Entry, middle), &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How well the texts agree: 2 the same, 1 a spreadsheet may have changed one of them, 0 not. */
static guint
compare_texts (guint32 a, guint32 b)
{
  if (a == b)
    return 2;
  return a != KS_TEXTS_NONE && b != KS_TEXTS_NONE
         && (a == KS_TEXTS_FRAGILE || b == KS_TEXTS_FRAGILE);
}

/* Two numbers of a service are two sheets. */
static gboolean
may_be_same (const Entry *entry, const KsRowIdentity *row, guint step)
{
  if (entry->service != 0 && row->service != 0 && entry->service != row->service)
    return FALSE;
  return step >= MINUTE || entry->by_minute || entry->time == pack_time (row->time);
}

/* Takes the sheet with that content and time that agrees best. */
static gboolean
take_content (KsKnownRows *self, guint64 content, const KsRowIdentity *row, guint step)
{
  gint32 time = pack_time (row->time);
  gint32 first = time == NO_TIME ? NO_TIME : floor_minute (time);
  gint32 last = time == NO_TIME ? NO_TIME : first + MINUTE - 1;
  guint best = self->entries->len, best_score = 0, n_probes = 0;

  for (guint i = skip_taken (self, find_first (self, content, first));
       i < self->entries->len && best_score < 2 && n_probes++ < MAX_PROBES;
       i = skip_taken (self, i + 1))
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint score;

      if (entry->content != content || entry->time > last)
        break;
      score = may_be_same (entry, row, step)
                  ? compare_texts (entry->texts, pack_texts (row->texts))
                  : 0;
      if (score > best_score)
        {
          best = i;
          best_score = score;
        }
    }
  if (best_score > 0)
    {
      self->next[best] = best + 1;
      self->n_taken++;
    }
  return best_score > 0;
}

static guint
find_service (KsKnownRows *self, guint64 service)
{
  guint low = 0, high = self->n_services;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->entries, Entry, self->by_service[middle]).service < service)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The number is known: the same sheet, or one that somebody changed at the service since. */
static KsRowVerdict
take_service (KsKnownRows *self, const KsRowIdentity *row)
{
  KsRowVerdict verdict = KS_ROW_NEW;
  guint64 content;

  if (ks_seen_numbers_find (&self->seen, row->service, &content))
    return content == row->content ? KS_ROW_KNOWN : KS_ROW_CHANGED;
  for (guint i = find_service (self, row->service); i < self->n_services; i++)
    {
      guint index = self->by_service[i];
      const Entry *entry = &g_array_index (self->entries, Entry, index);

      if (entry->service != row->service)
        break;
      verdict = KS_ROW_CHANGED;
      if (entry->content != row->content)
        continue;
      self->n_taken += self->next[index] == index;
      self->next[index] = index + 1;
      return KS_ROW_KNOWN;
    }
  return verdict;
}

/* The row that a file holds becomes a sheet of the campaign. */
static void
add_entry (KsKnownRows *self, const KsRowIdentity *row, guint step)
{
  Entry entry = {
    .content = row->content,
    .service = row->service,
    .time = pack_time (row->time),
    .texts = pack_texts (row->texts),
    .by_minute = step >= MINUTE,
  };

  g_array_append_val (self->added, entry);
}

static KsRowVerdict
find_row (KsKnownRows *self, const KsRowIdentity *row, guint step)
{
  KsRowVerdict verdict = row->service != 0 ? take_service (self, row) : KS_ROW_NEW;

  if (verdict != KS_ROW_NEW)
    return verdict;
  if (row->service != 0)
    ks_seen_numbers_add (&self->seen, row->service, row->content);
  if (take_content (self, row->content, row, step)
      || (self->has_earlier && take_content (self, row->earlier, row, step)))
    return KS_ROW_KNOWN;
  return KS_ROW_NEW;
}

/**
 * ks_known_rows_take:
 * @self: known rows
 * @row: a row of a file
 * @step: to how many seconds the times of that file are exact: 1 or 60
 *
 * Finds the sheet that the row is, and takes it: of k equal rows in the campaign the first k in the
 * file are known. A number of the service decides where both have one; else content, time and text
 * do, the time to the minute where one of the two files has no seconds. What is not known is so to
 * the next file.
 *
 * Returns: what the row is
 */
KsRowVerdict
ks_known_rows_take (KsKnownRows *self, const KsRowIdentity *row, guint step)
{
  KsRowVerdict verdict = find_row (self, row, step);

  if (verdict != KS_ROW_KNOWN && !self->last)
    add_entry (self, row, step);
  return verdict;
}

/**
 * ks_known_rows_has_taken:
 * @self: known rows
 *
 * Returns: whether the file that is read holds any sheet of an earlier one
 */
gboolean
ks_known_rows_has_taken (KsKnownRows *self)
{
  return self->n_taken > 0;
}

/**
 * ks_known_rows_take_missing:
 * @self: known rows, after the last row of a file
 * @response: a sheet of the campaign, of an import whose digests are of this version
 *
 * Asks of every sheet once whether the file lacks it: of k equal sheets of which the file holds j
 * it lacks k − j.
 *
 * Returns: whether it does
 */
gboolean
ks_known_rows_take_missing (KsKnownRows *self, const KsResponse *response)
{
  guint64 content = (guint64) response->digest;
  gint32 time = pack_time (response->answered);

  for (guint i = skip_taken (self, find_first (self, content, time)); i < self->entries->len;
       i = skip_taken (self, i + 1))
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->content != content || entry->time != time)
        return FALSE;
      if (entry->texts != pack_texts (response->texts)
          || entry->service != (guint64) response->service)
        continue;
      self->next[i] = i + 1;
      return TRUE;
    }
  return FALSE;
}
