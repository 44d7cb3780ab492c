/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-arrivals.h"

#include <string.h>

#include "ks-batch-table.h"
#include "ks-setting-table.h"
#include "ks-transaction.h"

#define SECONDS_PER_HOUR 3600

/* So often the reader of answers asks whether they are still wanted. */
#define REPORT_EVERY 1000

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
  self->previous = KS_MOMENT_NONE;
  self->units = g_new0 (KsArrival, n_units);
  for (guint i = 0; i < n_units; i++)
    self->units[i].newest = KS_MOMENT_NONE;
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
  g_free (self->fresh);
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
 * ks_arrivals_get_newest:
 * @self: arrivals
 *
 * Returns: when the newest answer of all came; %KS_MOMENT_NONE: none has a time
 */
KsMoment
ks_arrivals_get_newest (KsArrivals *self)
{
  KsMoment newest = KS_MOMENT_NONE;

  for (guint i = 0; i < self->n_units; i++)
    newest = MAX (newest, self->units[i].newest);
  return newest;
}

/* From the beginning of the day that the first answer was given on. */
static void
begin_fresh (KsArrivals *self, KsMoment answered)
{
  self->fresh = g_new0 (KsFreshArrival, self->n_units);
  self->fresh_hour = ks_day_get_start (ks_moment_get_day (answered)) / SECONDS_PER_HOUR;
  for (guint i = 0; i < self->n_units; i++)
    self->fresh[i].newest = KS_MOMENT_NONE;
}

/**
 * ks_arrivals_count:
 * @self: arrivals
 * @unit: index of a unit
 * @answered: when an answer that counts was given; %KS_MOMENT_NONE: not known
 *
 * Counts one of many answers; the arrivals tell it after ks_arrivals_fold().
 */
void
ks_arrivals_count (KsArrivals *self, guint unit, KsMoment answered)
{
  guint64 place;

  if (answered == KS_MOMENT_NONE)
    return;
  if (self->fresh == NULL)
    begin_fresh (self, answered);
  place = (guint64) (answered / SECONDS_PER_HOUR - self->fresh_hour);
  if (place < KS_N_FRESH_HOURS)
    self->fresh[unit].hours[place]++;
  else
    find_hour (&self->units[unit], answered / SECONDS_PER_HOUR)->n++;
  self->fresh[unit].newest = MAX (self->fresh[unit].newest, answered);
}

/**
 * ks_arrivals_fold:
 * @self: arrivals
 *
 * Lets them tell what was counted by ks_arrivals_count().
 */
void
ks_arrivals_fold (KsArrivals *self)
{
  for (guint i = 0; self->fresh != NULL && i < self->n_units; i++)
    {
      self->units[i].newest = MAX (self->units[i].newest, self->fresh[i].newest);
      for (guint j = 0; j < KS_N_FRESH_HOURS; j++)
        if (self->fresh[i].hours[j] > 0)
          find_hour (&self->units[i], self->fresh_hour + j)->n += self->fresh[i].hours[j];
    }
  g_clear_pointer (&self->fresh, g_free);
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
  self->newest = MAX (self->newest, answered);
}

/**
 * ks_arrival_take:
 * @self: the arrivals of a unit
 * @answered: when an answer that no longer counts was given; %KS_MOMENT_NONE: not known
 *
 * Takes it out. Whether another one came as late, ks_arrivals_settle() asks the answers.
 */
void
ks_arrival_take (KsArrival *self, KsMoment answered)
{
  KsArrivalHour *hour;

  self->answers--;
  if (answered == KS_MOMENT_NONE)
    return;
  hour = find_hour (self, answered / SECONDS_PER_HOUR);
  if (--hour->n == 0)
    g_array_remove_index (self->hours, (guint) (hour - (KsArrivalHour *) self->hours->data));
  self->is_stale |= answered >= self->newest;
}

/**
 * ks_arrival_equal:
 * @self: arrivals of a unit
 * @other: arrivals of a unit
 *
 * Returns: whether both tell the same hours and the same newest answer
 */
gboolean
ks_arrival_equal (const KsArrival *self, const KsArrival *other)
{
  guint n_own = self->hours != NULL ? self->hours->len : 0;
  guint n_other = other->hours != NULL ? other->hours->len : 0;

  return self->newest == other->newest && n_own == n_other
         && (n_own == 0
             || memcmp (self->hours->data, other->hours->data, n_own * sizeof (KsArrivalHour)) == 0);
}

/**
 * ks_arrival_read_hours:
 * @self: arrivals of a unit without hours
 * @text: "474023:12 474024:3"
 *
 * Reads the hours; what is none is passed over.
 */
void
ks_arrival_read_hours (KsArrival *self, const char *text)
{
  while (*text != '\0')
    {
      char *end = NULL;
      gint64 hour = g_ascii_strtoll (text, &end, 10);
      gint64 n = *end == ':' ? g_ascii_strtoll (end + 1, &end, 10) : 0;

      if (n > 0)
        find_hour (self, hour)->n += n;
      text = end + strcspn (end, " ");
      text += *text == ' ';
    }
}

static void
append_number (GString *text, gint64 number)
{
  char digits[24];
  char *first = digits + sizeof digits;
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;

  do
    *--first = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--first = '-';
  g_string_append_len (text, first, digits + sizeof digits - first);
}

/**
 * ks_arrival_write_hours:
 * @self: arrivals of a unit
 * @text: takes what ks_arrival_read_hours() reads, in place of what it held
 *
 * Writes the hours.
 */
void
ks_arrival_write_hours (const KsArrival *self, GString *text)
{
  g_string_truncate (text, 0);
  for (guint i = 0; self->hours != NULL && i < self->hours->len; i++)
    {
      const KsArrivalHour *hour = &g_array_index (self->hours, KsArrivalHour, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      append_number (text, hour->hour);
      g_string_append_c (text, ':');
      append_number (text, hour->n);
    }
}

static void
read_kept (KsStatement *statement, KsArrival *arrival)
{
  const gint32 *counts = sqlite3_column_blob (statement, 1);

  if (sqlite3_column_bytes (statement, 1) >= (int) sizeof *counts)
    arrival->answers = GINT32_FROM_LE (counts[0]);
  if (!ks_statement_is_null (statement, 2))
    arrival->newest = ks_statement_int (statement, 2);
  ks_arrival_read_hours (arrival, ks_statement_text (statement, 3));
  arrival->before = ks_statement_int (statement, 4);
}

static KsMoment
load_previous (KsTransaction *tx)
{
  g_autofree char *text = ks_setting_table_get (tx, KS_SETTING_PREVIOUS_IMPORT, NULL);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : KS_MOMENT_NONE;
}

/**
 * ks_arrivals_load:
 * @tx: a transaction
 * @registry: the units
 * @error: return location for an error
 *
 * Reads what is kept: all that counts now, before it what counted before the import that came last.
 *
 * Returns: (transfer full): the arrivals, or %NULL with @error set
 */
KsArrivals *
ks_arrivals_load (KsTransaction *tx, KsRegistry *registry, GError **error)
{
  g_autoptr (KsArrivals) arrivals = ks_arrivals_new (ks_registry_get_n_units (registry));
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT unit, counts, newest, arrivals, counted_before FROM tally", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsUnit *unit = ks_registry_lookup (registry, ks_statement_text (statement, 0));

      if (unit != NULL)
        read_kept (statement, &arrivals->units[ks_unit_get_index (unit)]);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  arrivals->previous = load_previous (tx);
  return g_steal_pointer (&arrivals);
}

/**
 * ks_arrivals_settle:
 * @self: arrivals whose changes stand in the answers
 * @tx: the transaction that changed them
 * @registry: the units
 * @error: return location for an error
 *
 * Tells what was counted. Where the newest answer of a unit was taken away, looks for the one that is
 * the newest now.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_arrivals_settle (KsArrivals *self, KsTransaction *tx, KsRegistry *registry, GError **error)
{
  g_autoptr (KsArrivals) scan = NULL;
  gboolean is_stale = FALSE;

  ks_arrivals_fold (self);
  for (guint i = 0; i < self->n_units; i++)
    is_stale |= self->units[i].is_stale;
  if (!is_stale)
    return TRUE;
  scan = ks_arrivals_scan (tx, registry, G_MAXINT64, KS_MOMENT_NONE, NULL, error);
  for (guint i = 0; scan != NULL && i < self->n_units; i++)
    if (self->units[i].is_stale)
      {
        self->units[i].newest = scan->units[i].newest;
        self->units[i].is_stale = FALSE;
      }
  return scan != NULL;
}

/* An answer without a time came no later than its file. */
static GHashTable *
load_file_times (KsTransaction *tx, gint64 *n_answers, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = g_ptr_array_index (batches, i);
      KsMoment time = ks_batch_get_known (batch);

      *n_answers += batch->counted;
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
  arrival->answers++;
  arrival->before += known <= self->before;
  ks_arrivals_count (self->arrivals, ks_unit_get_index (unit), timed ? known : KS_MOMENT_NONE);
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
  gint64 n_answers = 0;
  g_autoptr (GHashTable) file_times = load_file_times (tx, &n_answers, error);
  g_autoptr (KsStatement) statement
      = file_times != NULL ? ks_transaction_prepare (
            tx, "SELECT unit, answered, batch FROM response WHERE state = 0", error)
                           : NULL;
  Scan scan = { arrivals, registry, file_times, until, before };
  gboolean has_row = FALSE;

  arrivals->previous = before;
  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  for (gint64 n = 1; has_row; n++)
    {
      scan_row (&scan, statement);
      if ((job != NULL && n % REPORT_EVERY == 0 && !ks_job_report (job, n, n_answers, error))
          || !ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  ks_arrivals_fold (arrivals);
  return g_steal_pointer (&arrivals);
}
