/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-arrivals.h"

#include "ks-batch-table.h"
#include "ks-transaction.h"

#define SECONDS_PER_HOUR 3600

/* So often the reader of answers asks whether they are still wanted. */
#define REPORT_EVERY 10000

/**
 * ks_arrivals_new:
 * @n_units: of a registry
 *
 * Returns: (transfer full): arrivals of nothing yet
 */
KsArrivals *
ks_arrivals_new (guint n_units)
{
  KsArrivals *self = g_new0 (KsArrivals, 1);

  self->n_units = n_units;
  self->units = g_new0 (KsArrival, n_units);
  for (guint i = 0; i < n_units; i++)
    self->units[i].last = KS_MOMENT_NONE;
  return self;
}

/**
 * ks_arrivals_free:
 * @self: (nullable): arrivals
 *
 * Frees them.
 */
void
ks_arrivals_free (KsArrivals *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_units; i++)
    g_clear_pointer (&self->units[i].hours, g_array_unref);
  g_free (self->units);
  g_free (self);
}

/* Answers of a file mostly come in the order of time: looked for from the end. */
static KsArrivalHour *
find_hour (KsArrival *self, gint64 hour)
{
  KsArrivalHour fresh = { hour, 0 };
  guint place;

  if (self->hours == NULL)
    self->hours = g_array_new (FALSE, FALSE, sizeof (KsArrivalHour));
  place = self->hours->len;
  while (place > 0 && g_array_index (self->hours, KsArrivalHour, place - 1).hour > hour)
    place--;
  if (place == 0 || g_array_index (self->hours, KsArrivalHour, place - 1).hour != hour)
    g_array_insert_val (self->hours, place++, fresh);
  return &g_array_index (self->hours, KsArrivalHour, place - 1);
}

/**
 * ks_arrival_add:
 * @self: the arrivals of a unit
 * @answered: when an answer that counts was given; %KS_MOMENT_NONE: not known
 *
 * Counts it.
 */
void
ks_arrival_add (KsArrival *self, KsMoment answered)
{
  self->answers++;
  if (answered == KS_MOMENT_NONE)
    return;
  find_hour (self, answered / SECONDS_PER_HOUR)->n++;
  self->last = MAX (self->last, answered);
}

/* An answer without a time came no later than its file. */
static GHashTable *
load_file_times (KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = g_ptr_array_index (batches, i);
      KsMoment time = batch->file_time > 0 ? batch->file_time : batch->imported;

      g_hash_table_insert (times, g_memdup2 (&batch->id, sizeof batch->id),
                           g_memdup2 (&time, sizeof time));
    }
  return batches != NULL ? g_steal_pointer (&times) : NULL;
}

typedef struct {
  KsArrivals *arrivals;
  KsRegistry *registry;
  GHashTable *file_times;
  KsMoment    until;
  KsMoment    before;
} Scan;

static void
scan_row (Scan *self, KsStatement *statement)
{
  KsUnit *unit = ks_registry_lookup (self->registry, ks_statement_text (statement, 0));
  gboolean timed = sqlite3_column_type (statement, 1) != SQLITE_NULL;
  gint64 batch = ks_statement_int (statement, 2);
  const KsMoment *file_time = timed ? NULL : g_hash_table_lookup (self->file_times, &batch);
  KsMoment known = timed               ? ks_statement_int (statement, 1)
                   : file_time != NULL ? *file_time
                                       : KS_MOMENT_NONE;
  KsArrival *arrival;

  if (unit == NULL || known > self->until)
    return;
  arrival = &self->arrivals->units[ks_unit_get_index (unit)];
  ks_arrival_add (arrival, timed ? known : KS_MOMENT_NONE);
  arrival->before += known <= self->before;
}

/**
 * ks_arrivals_scan:
 * @tx: a transaction
 * @registry: the units
 * @until: the last second that is told of
 * @before: an earlier moment; %KS_MOMENT_NONE: none
 * @job: (nullable): stops it
 * @error: return location for an error
 *
 * Reads every answer that counts: what came in until a moment. An answer without a time came by the
 * time of its file.
 *
 * Returns: (transfer full): the arrivals, or %NULL with @error set
 */
KsArrivals *
ks_arrivals_scan (KsTransaction *tx, KsRegistry *registry, KsMoment until, KsMoment before,
                  KsJob *job, GError **error)
{
  g_autoptr (KsArrivals) arrivals = ks_arrivals_new (ks_registry_get_n_units (registry));
  g_autoptr (GHashTable) file_times = load_file_times (tx, error);
  g_autoptr (KsStatement) statement
      = file_times != NULL ? ks_transaction_prepare (
            tx, "SELECT unit, answered, batch FROM response WHERE state = 0", error)
                           : NULL;
  Scan scan = { arrivals, registry, file_times, until, before };
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  for (gint64 n = 1; has_row; n++)
    {
      scan_row (&scan, statement);
      if ((job != NULL && n % REPORT_EVERY == 0 && !ks_job_report (job, n, 0, error))
          || !ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&arrivals);
}
