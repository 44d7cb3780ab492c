/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-give-out.h"

#include "ks-campaign-error.h"
#include "ks-findings.h"
#include "ks-given-ledger.h"
#include "ks-i18n.h"
#include "ks-log-table.h"
#include "ks-payload.h"

static gboolean
check_open (KsCampaign *campaign, GError **error)
{
  if (ks_campaign_is_window_open (campaign))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The survey is still open: until it ends only participation "
                                  "is given out, no answers."));
  return TRUE;
}

static gboolean
check_scope (KsGivenLedger *ledger, const KsScope *scope, GError **error)
{
  if (scope->kind == KS_SCOPE_UNIT && ledger->published == KS_TABLE_NEVER)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("Answers of a single unit are not given out before the "
                                  "figures are settled; the province and districts are."));
  return TRUE;
}

/* Settled figures leave as they were settled. Before, the sheets of now do where they may; those of all
 * units, since beside a district its table has the province. */
static gboolean
record (KsGivenLedger *ledger, KsCampaign *campaign, KsTransaction *tx, const KsScope *scope,
        const char *document, GError **error)
{
  g_autofree gboolean *fresh = NULL;
  gboolean settled = ledger->published != KS_TABLE_NEVER;
  guint n_units = ledger->units->n_units;
  KsGivenOut *out;

  if (!settled)
    {
      if (!ks_given_ledger_collect (ledger, tx, error))
        return FALSE;
      fresh = g_new0 (gboolean, MAX (n_units, 1));
      ks_given_ledger_choose (ledger, KS_TABLE_NEVER, fresh);
    }
  out = ks_given_out_new (settled ? KS_GIVEN_SETTLED : KS_GIVEN_PRELIMINARY, document,
                          scope->code);
  return ks_given_ledger_record (ledger, campaign, tx, out, fresh, error);
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, const KsScope *scope, const char *document,
        KsResults *results, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;
  KsParticipation participation;
  KsGivenState state;

  ks_results_get_participation (results, scope, &participation);
  ks_results_get_given (results, scope, &state);
  ks_payload_add_text (payload, "document", document);
  ks_payload_add_text (payload, "scope", scope->code);
  ks_payload_add_number (payload, "sheets", participation.answers);
  if (state.n_earlier_units > 0)
    ks_payload_add_number (payload, "earlier_units", state.n_earlier_units);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, "give-out", json, 0, error);
}

static KsResults *
create_results (KsGivenLedger *ledger, KsTransaction *tx, GError **error)
{
  g_autoptr (KsResults) results = ks_given_ledger_create_results (ledger);

  return ks_results_leave_unnamed (results, tx, error) ? g_steal_pointer (&results) : NULL;
}

/* Settled figures leave as they were settled: to look at them nothing is written, and they can be
 * looked at while somebody else holds the file. @results: NULL if they are not settled. */
static gboolean
look_at_settled (KsCampaign *campaign, KsResults **results, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) outs = tx != NULL ? ks_given_out_table_load (tx, error) : NULL;
  g_autoptr (KsGivenLedger) ledger = NULL;

  *results = NULL;
  if (outs == NULL || ks_given_find_publication (outs) == KS_TABLE_NEVER)
    return outs != NULL;
  ledger = ks_given_ledger_load (campaign, tx, TRUE, error);
  *results = ledger != NULL ? create_results (ledger, tx, error) : NULL;
  return *results != NULL;
}

/* Within @tx, which keeps it only once it is committed. */
static KsResults *
hand_on (KsCampaign *campaign, KsTransaction *tx, const KsScope *scope, const char *document,
         GError **error)
{
  g_autoptr (KsGivenLedger) ledger = ks_given_ledger_load (campaign, tx, TRUE, error);

  if (ledger == NULL || !check_scope (ledger, scope, error)
      || !record (ledger, campaign, tx, scope, document, error))
    return NULL;
  return create_results (ledger, tx, error);
}

/**
 * ks_give_out:
 * @campaign: a campaign
 * @scope: the province, a district, or, once figures are settled, a unit
 * @document: id of the paper that carries the answers
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Takes the answers of a scope for a paper, a file or the clipboard and records that they have left
 * the program. Where the sheets of now, beside what was given out before, would tell what one to four
 * people answered, the earlier figures are handed on (see ks_results_get_given()); settled figures
 * are handed on as they were settled.
 *
 * Returns: (transfer full): the results as they may leave, of that scope; or %NULL with @error set
 */
KsResults *
ks_give_out (KsCampaign *campaign, const KsScope *scope, const char *document, KsJob *job,
             GError **error)
{
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsResults) results = NULL;

  if (!check_open (campaign, error) || !ks_findings_renew (campaign, job, error))
    return NULL;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  results = tx != NULL ? hand_on (campaign, tx, scope, document, error) : NULL;
  return results != NULL && commit (campaign, tx, scope, document, results, error)
             ? g_steal_pointer (&results)
             : NULL;
}

/**
 * ks_preview_give_out:
 * @campaign: a campaign
 * @scope: the province, a district, or, once figures are settled, a unit
 * @document: id of the paper that would carry the answers
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Takes the answers of a scope as ks_give_out() would hand them on now, for the desk's own eyes:
 * nothing leaves, and nothing is put on record.
 *
 * Returns: (transfer full): the results, or %NULL with @error set
 */
KsResults *
ks_preview_give_out (KsCampaign *campaign, const KsScope *scope, const char *document, KsJob *job,
                     GError **error)
{
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsResults) results = NULL;

  if (!check_open (campaign, error) || !ks_findings_renew (campaign, job, error)
      || !look_at_settled (campaign, &results, error))
    return NULL;
  if (results != NULL)
    return g_steal_pointer (&results);
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  return tx != NULL ? hand_on (campaign, tx, scope, document, error) : NULL;
}

/**
 * ks_give_out_previewed:
 * @campaign: a campaign
 * @scope: as ks_preview_give_out() had it
 * @document: id of the paper that carries the answers
 * @head: where the log ended before they were looked at (ks_campaign_wait_for_head())
 * @given: (out): FALSE: something was done since, so that other answers might be put on record than
 *   those that were looked at; nothing is
 * @error: return location for an error
 *
 * Puts on record that the answers leave the program which ks_preview_give_out() handed on.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_give_out_previewed (KsCampaign *campaign, const KsScope *scope, const char *document,
                       const char *head, gboolean *given, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autofree char *now = tx != NULL ? ks_log_table_dup_head (tx, error) : NULL;
  g_autoptr (KsResults) results = NULL;

  *given = g_strcmp0 (now, head) == 0;
  if (!*given)
    return now != NULL;
  results = check_open (campaign, error) ? hand_on (campaign, tx, scope, document, error) : NULL;
  return results != NULL && commit (campaign, tx, scope, document, results, error);
}

/**
 * ks_load_given_out:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsGivenOut): every time that answers left the program, or
 *   %NULL with @error set
 */
GPtrArray *
ks_load_given_out (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_given_out_table_load (tx, error) : NULL;
}
