/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-rows-private.h"

#include "ks-decision-table.h"

/**
 * ks_response_row_free:
 * @self: (nullable): a row
 *
 * Frees the row.
 */
void
ks_response_row_free (KsResponseRow *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->unit);
  g_free (self->sentence);
  g_free (self);
}

typedef struct {
  GPtrArray  *rows;
  GHashTable *files;       /* id of a batch → name of its file */
  KsForm     *form;
  guint       n_asked;
  KsTransaction *tx;
} Collection;

static guint
count_answered (KsForm *form, const char *answers)
{
  guint n_answered = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      n_answered += !question->profile && question->width > 0
                    && ks_question_has_answer (question, answers);
    }
  return n_answered;
}

static guint
count_asked (KsForm *form)
{
  guint n_asked = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      n_asked += !question->profile && question->width > 0;
    }
  return n_asked;
}

static char *
dup_sentence (Collection *self, const KsResponse *response, KsReason reason)
{
  if (response->state == KS_STATE_TRIAL)
    return ks_trial_dup_sentence (response->reason, response->given, response->answered);
  if (reason == KS_REASON_NONE)
    return g_strdup ("");
  return ks_reason_dup_sentence (reason, response->given, response->answered,
                                 count_answered (self->form, response->answers), self->n_asked);
}

static gboolean
collect_row (const KsResponse *response, gpointer data, GError **error)
{
  Collection *collection = data;
  const char *file
      = g_hash_table_lookup (collection->files, GSIZE_TO_POINTER ((gsize) response->batch));
  g_autoptr (GError) local = NULL;
  g_autoptr (KsRowDecision) decision
      = ks_decision_table_lookup (collection->tx, response->id, &local);
  KsResponseRow *row;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  row = g_new0 (KsResponseRow, 1);
  row->id = response->id;
  row->file = g_strdup (file != NULL ? file : "");
  row->row = response->source_row;
  row->unit = g_strdup (response->unit);
  row->time = response->answered;
  row->state = response->state;
  row->reason = response->reason;
  row->reason_before = decision != NULL ? decision->reason_before : KS_REASON_NONE;
  row->sentence = decision != NULL ? g_strdup (decision->reason)
                                   : dup_sentence (collection, response, response->reason);
  g_ptr_array_add (collection->rows, row);
  return TRUE;
}

/**
 * ks_batches_load_files:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gpointer utf8): the names of the files by the ids of their
 *   imports, or %NULL with @error set
 */
GHashTable *
ks_batches_load_files (KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);
  GHashTable *names;

  if (batches == NULL)
    return NULL;
  names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < batches->len; i++)
    {
      KsBatch *batch = g_ptr_array_index (batches, i);

      g_hash_table_insert (names, GSIZE_TO_POINTER ((gsize) batch->id),
                           g_steal_pointer (&batch->file));
    }
  return names;
}

/* What a filter of officers is to the file. */
KsResponseFilter
ks_rows_translate_filter (const KsRowFilter *filter)
{
  KsResponseFilter translated = KS_RESPONSE_FILTER_ALL;
  KsState state;
  KsReason reason;

  if (filter == NULL)
    return translated;
  if (filter->state != NULL && ks_state_from_id (filter->state, &state))
    translated.state = state;
  else if (filter->state != NULL && ks_reason_from_id (filter->state, &reason))
    {
      translated.state = KS_STATE_WAITING;
      translated.reason = reason;
    }
  translated.unit = filter->unit;
  translated.offset = filter->offset;
  translated.limit = filter->limit;
  return translated;
}

/* An empty list of rows. (transfer full) (element-type KsResponseRow) */
GPtrArray *
ks_rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ks_response_row_free);
}

/* Adds the rows that filters let through, one filter after the other. */
gboolean
ks_rows_append (KsCampaign *campaign, const KsResponseFilter *filters, guint n_filters,
                GPtrArray *rows, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (GHashTable) files = tx != NULL ? ks_batches_load_files (tx, error) : NULL;
  Collection collection = { rows, files, form, count_asked (form), tx };

  for (guint i = 0; files != NULL && i < n_filters; i++)
    if (!ks_response_table_foreach (tx, &filters[i], collect_row, &collection, error))
      return FALSE;
  return files != NULL;
}

/**
 * ks_rows_load:
 * @campaign: a campaign
 * @filter: (nullable): which rows
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsResponseRow): rows of answers without their answers
 */
GPtrArray *
ks_rows_load (KsCampaign *campaign, const KsRowFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) rows = ks_rows_new ();
  KsResponseFilter translated = ks_rows_translate_filter (filter);

  return ks_rows_append (campaign, &translated, 1, rows, error) ? g_steal_pointer (&rows) : NULL;
}

/* A sheet that waited, with why it did. */
static gboolean
collect_settled (const KsResponse *response, gpointer data, GError **error)
{
  Collection *collection = data;
  KsResponseRow *row;

  if (!collect_row (response, data, error))
    return FALSE;
  row = g_ptr_array_index (collection->rows, collection->rows->len - 1);
  g_free (row->sentence);
  row->sentence = dup_sentence (collection, response, row->reason_before);
  return TRUE;
}

/**
 * ks_rows_load_settled:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsResponseRow): rows that waited until something was
 *   decided on them, with why they did
 */
GPtrArray *
ks_rows_load_settled (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (GHashTable) files = tx != NULL ? ks_batches_load_files (tx, error) : NULL;
  g_autoptr (GArray) ids = files != NULL ? ks_decision_table_load_ids (tx, error) : NULL;
  g_autoptr (GPtrArray) rows = ks_rows_new ();
  Collection collection = { rows, files, form, count_asked (form), tx };
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      filter.first = filter.last = g_array_index (ids, gint64, i);
      if (!ks_response_table_foreach (tx, &filter, collect_settled, &collection, error))
        return NULL;
    }
  return ids != NULL ? g_steal_pointer (&rows) : NULL;
}

/**
 * ks_rows_count:
 * @campaign: a campaign
 * @filter: (nullable): which rows; offset and limit are not read
 * @error: return location for an error
 *
 * Returns: how many rows there are, or -1 with @error set
 */
gint64
ks_rows_count (KsCampaign *campaign, const KsRowFilter *filter, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  KsResponseFilter translated = ks_rows_translate_filter (filter);

  return tx != NULL ? ks_response_table_count (tx, &translated, error) : -1;
}

/**
 * ks_batches_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsBatch): the imports, the oldest first
 */
GPtrArray *
ks_batches_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_batch_table_load (tx, error) : NULL;
}
