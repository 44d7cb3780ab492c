/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-check.h"

#include <string.h>

#include "ks-batch-table.h"
#include "ks-comment-table.h"
#include "ks-given-ledger.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-sha256.h"
#include "ks-tally-table.h"

/**
 * ks_log_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsLogEntry): what was done, the oldest first
 */
GPtrArray *
ks_log_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_log_table_load (tx, error) : NULL;
}

static gboolean
check_log (KsTransaction *tx, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) entries = ks_log_table_load (tx, error);
  gint64 broken;

  if (entries == NULL)
    return FALSE;
  broken = ks_log_table_find_break (entries);
  if (broken > 0)
    {
      g_autofree char *row = ks_format_count (broken);

      g_ptr_array_add (
          faults, g_strdup_printf (_ ("log: row %s does not follow from the rows before it"), row));
    }
  return TRUE;
}

static gboolean
equals (KsTally *kept, KsArrivals *arrivals, KsGroupTally *groups, KsTally *counted, guint unit)
{
  return memcmp (ks_tally_get_row (kept, unit), ks_tally_get_row (counted, unit),
                 kept->n_columns * sizeof (gint32))
             == 0
         && ks_arrival_equal (&arrivals->units[unit], &counted->arrivals->units[unit])
         && (groups == NULL || ks_group_tally_equal (groups, counted->groups, unit));
}

static gboolean
check_tallies (KsCampaign *campaign, KsTransaction *tx, GPtrArray *faults, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsTally) kept = ks_tally_table_load (tx, registry, form, error);
  g_autoptr (KsArrivals) arrivals = kept != NULL ? ks_arrivals_load (tx, registry, error) : NULL;
  gboolean has_groups = ks_group_tally_is_kept (tx, form);
  g_autoptr (KsGroupTally) groups
      = has_groups ? ks_group_tally_load (tx, registry, form, error) : NULL;
  g_autoptr (KsTally) counted = arrivals != NULL && (groups != NULL || !has_groups)
                                    ? ks_tally_recompute (tx, registry, form, error)
                                    : NULL;

  if (counted == NULL)
    return FALSE;
  for (guint i = 0; i < kept->n_units; i++)
    if (!equals (kept, arrivals, groups, counted, i))
      g_ptr_array_add (
          faults, g_strdup_printf (_ ("tally of %s: the kept counts differ from the answers"),
                                   ks_unit_get_code (ks_registry_get_unit (registry, i))));
  return TRUE;
}

static void
hash_part (const guint8 *bytes, gsize length, gpointer data)
{
  ks_sha256_add (data, bytes, length);
}

static gboolean
check_sources (KsTransaction *tx, KsJob *job, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  if (batches == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    {
      KsBatch *batch = g_ptr_array_index (batches, i);
      g_autofree char *sha256 = NULL;
      KsSha256 hash;

      ks_sha256_init (&hash);
      if (!ks_batch_table_foreach_part (tx, batch->id, hash_part, &hash, error)
          || (job != NULL && !ks_job_report (job, i, batches->len, error)))
        return FALSE;
      sha256 = ks_sha256_finish (&hash);
      if (!g_str_equal (sha256, batch->kept_sha256))
        g_ptr_array_add (
            faults, g_strdup_printf (_ ("import of %s: its kept source was changed"), batch->file));
    }
  return TRUE;
}

static gpointer
copy_line (gconstpointer line, gpointer data)
{
  return g_strdup (line);
}

static gboolean
check_comments (KsTransaction *tx, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) found = ks_comment_table_find_faults (tx, error);

  if (found != NULL)
    g_ptr_array_extend (faults, found, copy_line, NULL);
  return found != NULL;
}

/**
 * ks_check_campaign:
 * @campaign: a campaign
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Recomputes what can be recomputed: the tallies from the answers, figures that left from the sheets
 * that they rest on, the hashes of the kept sources, the chain of the log, what stands beside comments, the pages of the file.
 *
 * Returns: (transfer full) (element-type utf8): a line per fault, or %NULL with @error set
 */
GPtrArray *
ks_check_campaign (KsCampaign *campaign, KsJob *job, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) faults = tx != NULL ? ks_transaction_check_integrity (tx, error) : NULL;

  if (faults == NULL || !check_log (tx, faults, error)
      || !check_tallies (campaign, tx, faults, error)
      || !ks_given_ledger_check (campaign, tx, faults, error)
      || !check_comments (tx, faults, error)
      || !check_sources (tx, job, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}
