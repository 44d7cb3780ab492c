/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-decide.h"

#include "ks-campaign-error.h"
#include "ks-finding-table.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-row-placing-private.h"

/* What a decision changes, and what undoes it. */
typedef struct {
  GPtrArray *findings;  /* of KsFinding, as they were */
  GPtrArray *places;    /* of KsRowPlace: where the sheets stood */
  GArray    *ids;       /* of gint64: the sheets that are meant */
} Decision;

static void
decision_free (gpointer data)
{
  Decision *self = data;

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->places);
  g_array_unref (self->ids);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decision, decision_free)

static Decision *
decision_new (void)
{
  Decision *self = g_new0 (Decision, 1);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_finding_free);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_row_place_free);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return stripped[0] == '\0';
}

static gboolean
check_request (KsCampaign *campaign, const KsDecideRequest *request, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  if (is_blank (request->reason))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("Write the reason of the decision; it is kept in the log."));
  if (request->decision != KS_DECISION_MOVE)
    return TRUE;
  if (request->unit == NULL)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("Tell to which unit the sheets shall be moved."));
  if (ks_registry_lookup (registry, request->unit) == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No unit of the registry has the code %s."), request->unit);
      return FALSE;
    }
  return TRUE;
}

static KsFinding *
find_finding (GPtrArray *findings, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("F%" G_GINT64_FORMAT, id);

  for (guint i = 0; i < findings->len; i++)
    if (((KsFinding *) g_ptr_array_index (findings, i))->id == id)
      return g_ptr_array_index (findings, i);
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("No finding has the number %s; it may no longer hold. “findings” lists them."),
               number);
  return NULL;
}

static gboolean
add_rows_of (Decision *self, KsTransaction *tx, const KsFinding *finding, GError **error)
{
  g_autoptr (GArray) rows = ks_finding_table_load_rows (tx, finding->id, 0, 0, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_array_append_val (self->ids, g_array_index (rows, KsFindingRow, i).response);
  return rows != NULL;
}

/* A finding on figures alone has no sheets that could be left out. */
static gboolean
collect_findings (Decision *self, KsTransaction *tx, const KsDecideRequest *request,
                  GError **error)
{
  g_autoptr (GPtrArray) all = ks_finding_table_load (tx, error);

  for (guint i = 0; all != NULL && i < request->findings->len; i++)
    {
      KsFinding *finding
          = find_finding (all, g_array_index (request->findings, gint64, i), error);

      if (finding == NULL)
        return FALSE;
      if (request->decision != KS_DECISION_COUNT && !ks_finding_kind_has_rows (finding->kind))
        return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                                   _ ("This finding is about figures, not about single sheets: "
                                      "correct the figures, decide the sheets themselves, or "
                                      "count them as they are."));
      g_ptr_array_add (self->findings, ks_finding_copy (finding));
      if (ks_finding_kind_has_rows (finding->kind)
          && !add_rows_of (self, tx, finding, error))
        return FALSE;
    }
  return all != NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static gboolean
is_left_out (const KsDecideRequest *request, gint64 id)
{
  return request->left_out != NULL
         && g_array_binary_search (request->left_out, &id, compare_ids, NULL);
}

/* A sheet that two findings speak of is decided once. */
static gboolean
collect (Decision *self, KsTransaction *tx, const KsDecideRequest *request, GError **error)
{
  guint kept = 0;

  if (request->findings != NULL && !collect_findings (self, tx, request, error))
    return FALSE;
  if (request->rows != NULL)
    g_array_append_vals (self->ids, request->rows->data, request->rows->len);
  g_array_sort (self->ids, compare_ids);
  if (request->left_out != NULL)
    g_array_sort (request->left_out, compare_ids);
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if ((kept == 0 || id != g_array_index (self->ids, gint64, kept - 1))
          && !is_left_out (request, id))
        g_array_index (self->ids, gint64, kept++) = id;
    }
  g_array_set_size (self->ids, kept);
  return TRUE;
}

/* Where the decision puts a sheet. */
static gboolean
choose_place (const KsDecideRequest *request, KsRowPlacing *placing, const KsRowPlace *from,
              const char **unit, KsState *state, GError **error)
{
  *unit = request->decision == KS_DECISION_MOVE ? request->unit : from->unit;
  *state = request->decision == KS_DECISION_EXCLUDE ? KS_STATE_EXCLUDED : KS_STATE_COUNTED;
  if (*state == KS_STATE_COUNTED && ks_registry_lookup (placing->registry, *unit) == NULL)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, from->id);

      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("The unit of answer sheet %s is not known, so it cannot count: move it to "
                      "its unit."),
                   number);
      return FALSE;
    }
  return TRUE;
}

static gboolean
keep_decision (KsCampaign *campaign, KsTransaction *tx, const KsDecideRequest *request,
               const KsRowPlace *from, GError **error)
{
  KsRowDecision decision = {
    .response = from->id,
    .decision = request->decision,
    .reason = (char *) request->reason,
    .actor = (char *) ks_campaign_get_actor (campaign),
    .decided = ks_campaign_now (campaign),
    .unit_before = from->unit,
    .state_before = from->state,
    .reason_before = from->reason,
  };

  return ks_decision_table_save (tx, &decision, error);
}

static gboolean
check_no_trial (const KsRowPlace *place, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, place->id);

  if (place->state != KS_STATE_TRIAL)
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("Answer sheet %s is a trial answer of before the survey: it never counts, and "
                  "nothing is decided on it."),
               number);
  return FALSE;
}

/* Sheets that stay where they are need no decision of their own. */
static gboolean
decide_rows (Decision *self, KsCampaign *campaign, KsRowPlacing *placing,
             const KsDecideRequest *request, GError **error)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (KsRowPlace) from
          = ks_row_placing_look (placing, g_array_index (self->ids, gint64, i), error);
      const char *unit;
      KsState state;

      if (from == NULL || !check_no_trial (from, error)
          || !choose_place (request, placing, from, &unit, &state, error))
        return FALSE;
      if (state == from->state && g_str_equal (unit, from->unit))
        continue;
      if (!keep_decision (campaign, placing->tx, request, from, error)
          || !ks_row_placing_move (placing, from, unit, state, KS_REASON_NONE, error))
        return FALSE;
      g_ptr_array_add (self->places, g_steal_pointer (&from));
    }
  return TRUE;
}

static gboolean
close_findings (Decision *self, KsCampaign *campaign, KsTransaction *tx,
                const KsDecideRequest *request, GError **error)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      g_autoptr (KsFinding) closed = ks_finding_copy (self->findings->pdata[i]);

      closed->decision = request->decision;
      closed->decided = ks_campaign_now (campaign);
      g_free (closed->reason);
      closed->reason = g_strdup (request->reason);
      g_free (closed->actor);
      closed->actor = g_strdup (ks_campaign_get_actor (campaign));
      if (!ks_finding_table_save (tx, closed, error))
        return FALSE;
    }
  return TRUE;
}

static char *
make_payload (const Decision *self, const KsDecideRequest *request)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_text (payload, "decision", ks_decision_to_id (request->decision));
  if (request->decision == KS_DECISION_MOVE)
    ks_payload_add_text (payload, "unit", request->unit);
  ks_payload_add_text (payload, "reason", request->reason);
  if (request->findings != NULL)
    ks_payload_add_numbers (payload, "findings", request->findings);
  ks_payload_add_numbers (payload, "sheets", self->ids);
  return ks_payload_to_json (payload);
}

static gboolean
put_back_row (KsRowPlacing *placing, const KsRowPlace *before, GError **error)
{
  g_autoptr (KsRowPlace) now = ks_row_placing_look (placing, before->id, error);

  if (now == NULL
      || !ks_row_placing_move (placing, now, before->unit, before->state, before->reason, error))
    return FALSE;
  return before->decision != NULL ? ks_decision_table_save (placing->tx, before->decision, error)
                                  : ks_decision_table_delete (placing->tx, before->id, error);
}

/* A finding that no longer held is found anew, with what the sheets say then. */
static gboolean
put_back (Decision *self, KsRowPlacing *placing, GError **error)
{
  for (guint i = 0; i < self->places->len; i++)
    if (!put_back_row (placing, self->places->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->findings->len; i++)
    if (!ks_finding_table_save (placing->tx, self->findings->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
undo_decide (KsCampaign *campaign, gpointer data, GError **error)
{
  Decision *self = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_auto (KsRowPlacing) placing = { 0 };
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_numbers (payload, "sheets", self->ids);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_row_placing_begin (&placing, campaign, tx, error)
         && put_back (self, &placing, error) && ks_row_placing_finish (&placing, error)
         && ks_campaign_commit (campaign, tx, "undo-decide", json,
                                KS_CHANGE_ANSWERS | KS_CHANGE_FINDINGS, error);
}

static char *
describe (const Decision *self, const KsDecideRequest *request, KsCampaign *campaign)
{
  g_autofree char *count = ks_format_count (self->ids->len);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  if (self->ids->len == 0)
    return g_strdup (_ ("The finding was decided; the figures stay as they are"));
  if (request->decision == KS_DECISION_COUNT)
    return g_strdup_printf (_ ("%s sheets count"), count);
  if (request->decision == KS_DECISION_EXCLUDE)
    return g_strdup_printf (_ ("%s sheets do not count"), count);
  return g_strdup_printf (_ ("%s sheets were moved to %s"), count,
                          ks_unit_get_name (ks_registry_lookup (registry, request->unit)));
}

/**
 * ks_decide_finding:
 * @campaign: a campaign
 * @request: what is decided, of which findings and sheets, and why
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Decides findings with their sheets, or single sheets, in one transaction: they count, do not
 * count, or count for another unit. Tallies follow; what a sheet was before stays on record.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_decide_finding (KsCampaign *campaign, const KsDecideRequest *request, KsOutcome **outcome,
                   GError **error)
{
  g_autoptr (Decision) decision = decision_new ();
  g_autoptr (KsTransaction) tx = NULL;
  g_auto (KsRowPlacing) placing = { 0 };
  g_autofree char *json = NULL;

  if (!check_request (campaign, request, error))
    return FALSE;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  if (tx == NULL || !ks_row_placing_begin (&placing, campaign, tx, error)
      || !collect (decision, tx, request, error)
      || !decide_rows (decision, campaign, &placing, request, error)
      || !close_findings (decision, campaign, tx, request, error)
      || !ks_row_placing_finish (&placing, error))
    return FALSE;
  json = make_payload (decision, request);
  if (!ks_campaign_commit (campaign, tx, "decide", json, KS_CHANGE_ANSWERS | KS_CHANGE_FINDINGS,
                           error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (describe (decision, request, campaign));
      ks_outcome_set_undo (*outcome, undo_decide, g_steal_pointer (&decision), decision_free);
    }
  return TRUE;
}
