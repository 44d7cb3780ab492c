/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-result.h"

#include <string.h>

#include "ks-import-doubts.h"

/**
 * ks_import_result_free:
 * @self: (nullable): a result
 *
 * Frees the result.
 */
void
ks_import_result_free (KsImportResult *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->source);
  g_clear_pointer (&self->touched, g_byte_array_unref);
  ks_import_doubts_clear (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->notes); i++)
    g_free (self->notes[i]);
  g_free (self);
}

static void
add_result (KsImportResult *sum, const KsImportResult *result)
{
  sum->rows += result->rows;
  sum->added += result->added;
  sum->known += result->known;
  sum->counted += result->counted;
  sum->waiting += result->waiting;
  sum->n_trials += result->n_trials;
  sum->n_trials_unknown += result->n_trials_unknown;
  sum->vanished += result->vanished;
  sum->recorded |= result->recorded;
  sum->unread += result->unread;
  for (guint i = 0; i < KS_N_REASONS; i++)
    sum->reasons[i] += result->reasons[i];
  ks_import_doubts_merge (sum, result);
  for (guint i = 0; i < result->touched->len; i++)
    {
      sum->units += result->touched->data[i] && !sum->touched->data[i];
      sum->touched->data[i] |= result->touched->data[i];
    }
}

/**
 * ks_import_results_sum:
 * @results: (array length=n_results): what several tables brought in one import
 * @n_results: how many, at least one
 *
 * Returns: (transfer full): what they brought together, under the name of the first and with its
 *   notes
 */
KsImportResult *
ks_import_results_sum (KsImportResult *const *results, guint n_results)
{
  const KsImportResult *first = results[0];
  KsImportResult *sum = g_new0 (KsImportResult, 1);

  sum->file = g_strdup (first->file);
  sum->source = g_strdup (first->source);
  sum->batch = first->batch;
  sum->touched = g_byte_array_new ();
  g_byte_array_set_size (sum->touched, first->touched->len);
  memset (sum->touched->data, 0, sum->touched->len);
  for (guint i = 0; i < G_N_ELEMENTS (first->notes); i++)
    sum->notes[i] = g_strdup (first->notes[i]);
  ks_import_doubts_init (sum);
  for (guint i = 0; i < n_results; i++)
    add_result (sum, results[i]);
  return sum;
}
