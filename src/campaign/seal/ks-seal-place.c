/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-campaign-error.h"
#include "ks-decision-table.h"
#include "ks-i18n.h"
#include "ks-response-change.h"
#include "ks-response-writer.h"
#include "ks-seal-pieces.h"
#include "ks-seal-rebuild.h"
#include "ks-tally-table.h"

/* Sheets of a campaign that is made anew are put where officers put them. */

/* Imports of which not one row was taken get a number of their own. */
#define NO_BATCH ((gint64)1 << 40)

typedef struct
{
  KsRebuild *rebuild;
  KsTransaction *tx;
  KsRegistry *registry;
  KsForm *form;
  GHashTable *sheets; /* KsSheetPlace → id (gint64) */
  KsResponseWriter *writer;
} Work;

static gboolean
index_row (const KsResponse *response, gpointer data, GError **error)
{
  Work *work = data;
  const gint64 *number = g_hash_table_lookup (work->rebuild->numbers, &response->batch);
  KsSheetPlace place = { number != NULL ? *number : 0, response->source_row };

  g_hash_table_insert (work->sheets, g_memdup2 (&place, sizeof place),
                       g_memdup2 (&response->id, sizeof response->id));
  return TRUE;
}

static gboolean
refuse (JsonObject *line, GError **error)
{
  g_autofree char *input
      = g_strdup_printf ("%" G_GINT64_FORMAT, ks_seal_get_number (line, "input", 0));
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, ks_seal_get_number (line, "row", 0));

  g_set_error (
      error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
      _ ("%s: row %s of file %s is no answer sheet of this archive, or is said to stand where "
         "none can"),
      KS_ARCHIVE_DECISIONS, row, input);
  return FALSE;
}

/* Where a sheet of the archive stands. */
static gboolean
read_place (const Work *work, JsonObject *line, KsResponse *response)
{
  response->unit = ks_seal_get_text (line, "unit");
  response->answers = ks_seal_get_text (line, "answers");
  return ks_state_from_id (ks_seal_get_text (line, "state"), &response->state)
         && (*ks_seal_get_text (line, "reason") == '\0'
             || ks_reason_from_id (ks_seal_get_text (line, "reason"), &response->reason))
         && (*response->unit == '\0' || ks_registry_lookup (work->registry, response->unit) != NULL)
         && (response->state != KS_STATE_COUNTED || *response->unit != '\0')
         && (*response->answers == '\0'
             || strlen (response->answers) == ks_form_get_answer_width (work->form));
}

static gboolean
save_decision (Work *work, JsonObject *line, gint64 id, GError **error)
{
  KsRowDecision decision = {
    .response = id,
    .reason = (char *)ks_seal_get_text (line, "words"),
    .actor = (char *)ks_seal_get_text (line, "actor"),
    .decided = ks_seal_get_number (line, "decided", 0),
    .unit_before = (char *)ks_seal_get_text (line, "unit_before"),
  };
  const char *reason = ks_seal_get_text (line, "reason_before");

  if (!ks_decision_from_id (ks_seal_get_text (line, "decision"), &decision.decision)
      || !ks_state_from_id (ks_seal_get_text (line, "state_before"), &decision.state_before)
      || (*reason != '\0' && !ks_reason_from_id (reason, &decision.reason_before)))
    return refuse (line, error);
  work->rebuild->n_decided++;
  return ks_decision_table_save (work->tx, &decision, error);
}

static gboolean
take_in (Work *work, JsonObject *line, KsResponse *response, gint64 *id, GError **error)
{
  gint64 number = ks_seal_get_number (line, "input", 0);
  const gint64 *batch = g_hash_table_lookup (work->rebuild->batches, &number);

  if (*response->answers == '\0')
    return refuse (line, error);
  response->batch = batch != NULL ? *batch : NO_BATCH + number;
  if (batch == NULL)
    {
      g_hash_table_insert (work->rebuild->batches, g_memdup2 (&number, sizeof number),
                           g_memdup2 (&response->batch, sizeof response->batch));
      g_hash_table_insert (work->rebuild->numbers,
                           g_memdup2 (&response->batch, sizeof response->batch),
                           g_memdup2 (&number, sizeof number));
    }
  response->source_row = ks_seal_get_number (line, "row", 0);
  response->given = "";
  response->answered = ks_seal_get_number (line, "answered", KS_MOMENT_NONE);
  *id = ks_response_writer_get_next_id (work->writer);
  return ks_response_writer_add (work->writer, response, error)
         && ks_response_writer_flush (work->writer, error);
}

static gboolean
change (Work *work, JsonObject *line, const KsResponse *response, gint64 id, GError **error)
{
  return (*response->answers == '\0'
          || ks_response_table_correct (work->tx, id, response->answers, error))
         && ks_response_table_place (work->tx, id, response->unit, response->state,
                                     response->reason, error);
}

static gboolean
place_row (JsonObject *line, gpointer data, GError **error)
{
  Work *work = data;
  const char *take = ks_seal_get_text (line, "take");
  KsSheetPlace place
      = { ks_seal_get_number (line, "input", 0), ks_seal_get_number (line, "row", 0) };
  const gint64 *found = g_hash_table_lookup (work->sheets, &place);
  KsResponse response = { 0 };
  gint64 id = found != NULL ? *found : 0;

  work->rebuild->n_taken += *take != '\0' || *ks_seal_get_text (line, "answers") != '\0';
  if (g_str_equal (take, "out"))
    return found != NULL ? ks_response_table_remove (work->tx, id, error) : refuse (line, error);
  if (!read_place (work, line, &response) || (found != NULL) == g_str_equal (take, "in"))
    return refuse (line, error);
  if (!(found == NULL ? take_in (work, line, &response, &id, error)
                      : change (work, line, &response, id, error)))
    return FALSE;
  return *ks_seal_get_text (line, "decision") == '\0' || save_decision (work, line, id, error);
}

static gboolean
count_anew (Work *work, GError **error)
{
  g_autoptr (KsTally) tally = ks_tally_recompute (work->tx, work->registry, work->form, error);

  return tally != NULL && ks_tally_table_save (work->tx, work->registry, tally, error);
}

static gboolean
place_rows (Work *work, GPtrArray *pieces, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  gboolean ok;

  if (!ks_response_table_foreach (work->tx, &filter, index_row, work, error))
    return FALSE;
  work->writer = ks_response_writer_new (work->tx, error);
  ok = work->writer != NULL
       && ks_seal_foreach_line (pieces, KS_ARCHIVE_DECISIONS, place_row, work, error);
  g_clear_pointer (&work->writer, ks_response_writer_free);
  return ok && count_anew (work, error);
}

/**
 * ks_rebuild_place:
 * @self: a campaign whose files came in
 * @pieces: (element-type KsPlainZipPart): of its archive
 * @error: return location for an error
 *
 * Puts sheets where officers put them, and counts anew.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_rebuild_place (KsRebuild *self, GPtrArray *pieces, GError **error)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_write (ks_campaign_get_store (self->campaign), error);
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (ks_sheet_place_hash, ks_sheet_place_equal, g_free, g_free);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  Work work = { self, tx, registry, form, sheets, NULL };

  return tx != NULL && place_rows (&work, pieces, error)
         && ks_campaign_commit (self->campaign, tx, "decide", "{}", KS_CHANGE_ANSWERS, error);
}
