/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-trials.h"

#include "ks-batch-table.h"
#include "ks-response-table.h"

typedef struct {
  KsTrials   *trials;
  KsRegistry *registry;
  GHashTable *units;    /* KsUnit: tried */
  gint64      batch;    /* of the last one */
} Count;

static gboolean
count_answer (const KsResponse *response, gpointer data, GError **error)
{
  Count *self = data;
  KsUnit *unit = ks_registry_lookup (self->registry, response->unit);

  self->trials->n_answers++;
  self->trials->n_unknown += unit == NULL;
  self->batch = response->batch;
  if (unit != NULL)
    g_hash_table_add (self->units, unit);
  return TRUE;
}

static void
count_links (Count *self, const KsCampaignInfo *info)
{
  guint n_of_template = 0, n_template_tried = 0;

  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);
      gboolean tried = g_hash_table_contains (self->units, unit);

      if (ks_unit_get_link (unit) != NULL)
        {
          self->trials->n_links++;
          self->trials->n_links_tried += tried;
        }
      else if (info->template != NULL)
        {
          n_of_template++;
          n_template_tried += tried;
        }
    }
  self->trials->n_links += n_of_template > 0;
  self->trials->n_links_tried += n_template_tried > 0;
}

static gboolean
find_import (Count *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = g_ptr_array_index (batches, i);

      if (batch->id == self->batch)
        self->trials->imported = batch->imported;
    }
  return batches != NULL;
}

/**
 * ks_trials_count:
 * @campaign: a campaign
 * @tx: a transaction
 * @trials: (out caller-allocates): what was tried
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_trials_count (KsCampaign *campaign, KsTransaction *tx, KsTrials *trials, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  Count count = { trials, registry, units, 0 };
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  *trials = (KsTrials){ .imported = KS_MOMENT_NONE };
  filter.state = KS_STATE_TRIAL;
  if (!ks_response_table_foreach (tx, &filter, count_answer, &count, error))
    return FALSE;
  trials->n_units = g_hash_table_size (units);
  count_links (&count, info);
  return trials->n_answers == 0 || find_import (&count, tx, error);
}
