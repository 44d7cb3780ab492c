/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-rows.h"

#include "ks-response-row.h"
#include "ks-row-placing-private.h"
#include "ks-setting-table.h"

/* A sheet that stands elsewhere by the window that holds now. */
typedef struct {
  gint64   id;
  KsReason reason;   /* why it waits now; none: it counts */
  gint64   service;
} Shift;

typedef struct {
  const KsCampaignInfo *info;
  KsForm     *form;
  GArray     *shifts;
  gboolean    has_service;
  GHashTable *first_ids;  /* number of the form service → the first sheet with it */
} Judgement;

static gboolean
is_in_window (const KsCampaignInfo *info, KsMoment answered)
{
  return answered == KS_MOMENT_NONE
         || (answered >= info->from && answered < ks_campaign_info_get_end (info));
}

/* The order is that in which an import tries the reasons: whose unit is not known waits for that,
 * whenever it was sent. */
static gboolean
judge (const KsResponse *response, gpointer data, GError **error)
{
  Judgement *self = data;
  gboolean inside = is_in_window (self->info, response->answered);
  Shift shift = { response->id, KS_REASON_OUTSIDE_WINDOW, response->service };

  if (response->state > KS_STATE_WAITING || response->reason == KS_REASON_UNKNOWN_UNIT
      || response->reason == KS_REASON_TOKEN_MISMATCH
      || inside != (response->reason == KS_REASON_OUTSIDE_WINDOW))
    return TRUE;
  if (inside)
    shift.reason = ks_response_answers_nothing (self->form, response->answers)
                       ? KS_REASON_INCOMPLETE
                       : KS_REASON_NONE;
  self->has_service |= inside && response->service != 0;
  g_array_append_val (self->shifts, shift);
  return TRUE;
}

static gboolean
remember_service (const KsResponse *response, gpointer data, GError **error)
{
  Judgement *self = data;
  gint64 *key;

  if (response->service == 0 || g_hash_table_contains (self->first_ids, &response->service))
    return TRUE;
  key = g_new (gint64, 2);
  key[0] = response->service;
  key[1] = response->id;
  g_hash_table_insert (self->first_ids, key, key);
  return TRUE;
}

/* A sheet with the number of an earlier one says something else, or it would not have come in. */
static gboolean
find_known_numbers (Judgement *self, KsTransaction *tx, GError **error)
{
  KsResponseFilter all = KS_RESPONSE_FILTER_ALL;

  if (!self->has_service)
    return TRUE;
  self->first_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!ks_response_table_foreach (tx, &all, remember_service, self, error))
    return FALSE;
  for (guint i = 0; i < self->shifts->len; i++)
    {
      Shift *shift = &g_array_index (self->shifts, Shift, i);
      const gint64 *first = g_hash_table_lookup (self->first_ids, &shift->service);

      if (shift->reason == KS_REASON_NONE && first != NULL && first[1] < shift->id)
        shift->reason = KS_REASON_KNOWN_ID;
    }
  return TRUE;
}

/* What an officer decided of a sheet stays. */
static gboolean
apply (const Shift *shift, KsRowPlacing *placing, KsWindowChange *change, GError **error)
{
  g_autoptr (KsRowPlace) from = ks_row_placing_look (placing, shift->id, error);
  KsState state = shift->reason == KS_REASON_NONE ? KS_STATE_COUNTED : KS_STATE_WAITING;

  if (from == NULL)
    return FALSE;
  if (from->decision != NULL
      || (state == KS_STATE_COUNTED && ks_registry_lookup (placing->registry, from->unit) == NULL))
    return TRUE;
  change->n_counted += state == KS_STATE_COUNTED;
  change->n_held += from->state == KS_STATE_COUNTED;
  return ks_row_placing_move (placing, from, from->unit, state, shift->reason, error);
}

static gboolean
apply_all (Judgement *self, KsCampaign *campaign, KsTransaction *tx, KsWindowChange *change,
           GError **error)
{
  g_auto (KsRowPlacing) placing = { 0 };

  if (self->shifts->len == 0)
    return TRUE;
  if (!ks_row_placing_begin (&placing, campaign, tx, error))
    return FALSE;
  for (guint i = 0; i < self->shifts->len; i++)
    if (!apply (&g_array_index (self->shifts, Shift, i), &placing, change, error))
      return FALSE;
  return ks_row_placing_finish (&placing, error);
}

/**
 * ks_window_rows_settle:
 * @campaign: a campaign
 * @tx: a transaction for writing
 * @info: the campaign as it is from now on
 * @filter: which sheets are judged
 * @change: (out): what became of them
 * @error: return location for an error
 *
 * Lets sheets count that waited for the time alone and lie in the window now, and lets those wait
 * that lie outside it now; tallies follow. What an officer decided stays, and so does what waits
 * for another reason.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_window_rows_settle (KsCampaign *campaign, KsTransaction *tx, const KsCampaignInfo *info,
                       const KsResponseFilter *filter, KsWindowChange *change, GError **error)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (Shift));
  Judgement judgement = { .info = info, .form = form, .shifts = shifts };
  gboolean ok;

  *change = (KsWindowChange){ 0 };
  ok = ks_response_table_foreach (tx, filter, judge, &judgement, error)
       && find_known_numbers (&judgement, tx, error)
       && apply_all (&judgement, campaign, tx, change, error);
  g_clear_pointer (&judgement.first_ids, g_hash_table_unref);
  return ok;
}

/**
 * ks_window_save:
 * @campaign: a campaign
 * @tx: a transaction for writing
 * @info: the campaign with another end
 * @change: (out): what became of sheets that were sent between the old end and the new one
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_window_save (KsCampaign *campaign, KsTransaction *tx, const KsCampaignInfo *info,
                KsWindowChange *change, GError **error)
{
  g_autoptr (KsCampaignInfo) before = ks_campaign_dup_info (campaign);
  KsMoment old_end = ks_campaign_info_get_end (before);
  KsMoment new_end = ks_campaign_info_get_end (info);
  KsResponseFilter between = KS_RESPONSE_FILTER_ALL;

  between.since = MIN (old_end, new_end);
  between.before = MAX (old_end, new_end);
  return ks_setting_table_save_info (tx, info, error)
         && ks_window_rows_settle (campaign, tx, info, &between, change, error);
}
