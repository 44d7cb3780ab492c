/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-row-placing-private.h"

#include <string.h>

#include "ks-batch-table.h"
#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-response-change.h"

/* Frees where a sheet stands. */
void
ks_row_place_free (KsRowPlace *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  ks_row_decision_free (self->decision);
  g_free (self);
}

/* Reads the tallies; ks_row_placing_clear() is due either way. */
gboolean
ks_row_placing_begin (KsRowPlacing *self, KsCampaign *campaign, KsTransaction *tx, GError **error)
{
  *self = (KsRowPlacing){
    .tx = tx,
    .registry = ks_campaign_dup_registry (campaign),
    .form = ks_campaign_dup_form (campaign),
    .batches = g_hash_table_new_full (NULL, NULL, NULL, g_free),
  };
  self->tally = ks_tally_table_load (tx, self->registry, self->form, error);
  return self->tally != NULL;
}

void
ks_row_placing_clear (KsRowPlacing *self)
{
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  g_clear_pointer (&self->tally, ks_tally_free);
  g_clear_pointer (&self->batches, g_hash_table_unref);
}

/* Keeps the tallies and what the imports tell of themselves. */
gboolean
ks_row_placing_finish (KsRowPlacing *self, GError **error)
{
  GHashTableIter iter;
  gpointer batch, change;

  g_hash_table_iter_init (&iter, self->batches);
  while (g_hash_table_iter_next (&iter, &batch, &change))
    if (!ks_batch_table_add_counts (self->tx, (gint64) GPOINTER_TO_SIZE (batch),
                                    ((gint64 *) change)[0], ((gint64 *) change)[1], error))
      return FALSE;
  return ks_tally_table_save (self->tx, self->registry, self->tally, error);
}

static gboolean
read_place (const KsResponse *response, gpointer data, GError **error)
{
  KsRowPlace *place = data;

  place->id = response->id;
  place->batch = response->batch;
  place->unit = g_strdup (response->unit);
  place->state = response->state;
  place->reason = response->reason;
  return TRUE;
}

static KsResponseFilter
filter_one (gint64 id)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  filter.first = filter.last = id;
  return filter;
}

/* Of an import that was withdrawn a finding may still tell, until the findings are renewed. */
static void
set_missing (KsTransaction *tx, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) local = NULL;
  gint64 source_row = 0;
  g_autofree char *file = ks_response_table_find_withdrawn (tx, id, &source_row, &local);
  g_autofree char *row = ks_format_count (source_row);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (file != NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("The sheet in row %s of %s counts no more, as its import was withdrawn: "
                    "restore the import, then decide on its sheets."),
                 row, file);
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("No answer sheet has the number %s; “rows” lists them."), number);
}

/* Where a sheet stands. (transfer full), or NULL with @error set. */
KsRowPlace *
ks_row_placing_look (KsRowPlacing *self, gint64 id, GError **error)
{
  g_autoptr (KsRowPlace) place = g_new0 (KsRowPlace, 1);
  KsResponseFilter filter = filter_one (id);
  g_autoptr (GError) local = NULL;

  if (id > 0 && !ks_response_table_foreach (self->tx, &filter, read_place, place, error))
    return NULL;
  if (place->id == 0)
    {
      set_missing (self->tx, id, error);
      return NULL;
    }
  place->decision = ks_decision_table_lookup (self->tx, id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&place);
}

typedef struct {
  KsRowPlacing *placing;
  guint         unit;
  int           sign;
} Counting;

static void
count_text (const char *id, const char *body, gpointer data)
{
  Counting *counting = data;
  const KsQuestion *question = ks_form_lookup (counting->placing->form, id);

  if (question != NULL)
    ks_tally_count_remark (ks_tally_get_row (counting->placing->tally, counting->unit), question,
                           counting->sign);
}

static gboolean
count_answers (const KsResponse *response, gpointer data, GError **error)
{
  Counting *counting = data;
  KsForm *form = counting->placing->form;

  if (strlen (response->answers) != ks_form_get_answer_width (form))
    return TRUE;
  ks_tally_count_answers (counting->placing->tally, counting->unit, form, response->answers,
                          counting->sign);
  ks_tally_count_arrival (counting->placing->tally, counting->unit, response->answered,
                          counting->sign);
  return TRUE;
}

/* A unit that is no longer in the list has no tally. */
static gboolean
count_sheet (KsRowPlacing *self, gint64 id, const char *code, int sign, GError **error)
{
  KsUnit *unit = ks_registry_lookup (self->registry, code);
  KsResponseFilter filter = filter_one (id);
  Counting counting = { self, 0, sign };

  if (unit == NULL)
    return TRUE;
  counting.unit = ks_unit_get_index (unit);
  return ks_response_table_foreach (self->tx, &filter, count_answers, &counting, error)
         && ks_response_table_foreach_text (self->tx, id, count_text, &counting, error);
}

static void
count_batch (KsRowPlacing *self, gint64 batch, KsState state, gint64 sign)
{
  gint64 *change = g_hash_table_lookup (self->batches, GSIZE_TO_POINTER ((gsize) batch));

  if (change == NULL)
    {
      change = g_new0 (gint64, 2);
      g_hash_table_insert (self->batches, GSIZE_TO_POINTER ((gsize) batch), change);
    }
  change[0] += state == KS_STATE_COUNTED ? sign : 0;
  change[1] += state == KS_STATE_WAITING ? sign : 0;
}

/* Puts a sheet elsewhere. */
gboolean
ks_row_placing_move (KsRowPlacing *self, const KsRowPlace *from, const char *unit, KsState state,
                     KsReason reason, GError **error)
{
  if (from->state == KS_STATE_COUNTED && !count_sheet (self, from->id, from->unit, -1, error))
    return FALSE;
  if (!ks_response_table_place (self->tx, from->id, unit, state, reason, error))
    return FALSE;
  count_batch (self, from->batch, from->state, -1);
  count_batch (self, from->batch, state, 1);
  return state != KS_STATE_COUNTED || count_sheet (self, from->id, unit, 1, error);
}
