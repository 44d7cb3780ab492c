/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-close-survey.h"

#include "ks-campaign-error.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-window-rows.h"

#define MAX_REASON 500

/* @closed: when the survey ended; KS_MOMENT_NONE: it runs as the window says. */
static gboolean
save (KsCampaign *campaign, KsMoment closed, const char *action, const char *reason,
      GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *moment = ks_moment_to_iso (closed);
  g_autofree char *json = NULL;
  KsWindowChange change;

  info->closed = closed;
  if (tx == NULL || !ks_window_save (campaign, tx, info, &change, error))
    return FALSE;
  if (closed != KS_MOMENT_NONE)
    ks_payload_add_text (payload, "closed", moment);
  if (reason != NULL)
    ks_payload_add_text (payload, "reason", reason);
  if (change.n_counted + change.n_held > 0)
    ks_payload_add_number (payload, "sheets", change.n_counted + change.n_held);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, action, json,
                             KS_CHANGE_INFO | KS_CHANGE_ANSWERS | KS_CHANGE_FINDINGS, error);
}

static gboolean
undo_close (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, KS_MOMENT_NONE, "undo-close", NULL, error);
}

static gboolean
undo_reopen (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, *(const KsMoment *) data, "undo-reopen", NULL, error);
}

static gboolean
check_close (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *closed = ks_moment_format (info->closed);
  g_autofree char *from = ks_moment_format (info->from);

  if (info->closed != KS_MOMENT_NONE)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("The survey was closed at %s; nothing was changed."), closed);
  else if (ks_campaign_now (campaign) < info->from)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("The survey begins at %s: it can be closed from then on."), from);
  else
    return TRUE;
  return FALSE;
}

/**
 * ks_close_survey:
 * @campaign: a campaign whose survey has begun
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Ends the survey now, before its window ends by itself: results show from now on, and a sheet that
 * is sent later is outside the window. After the end of the window it is put on record alone.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_close_survey (KsCampaign *campaign, KsOutcome **outcome, GError **error)
{
  KsMoment now = ks_campaign_now (campaign);
  g_autofree char *moment = ks_moment_format (now);

  if (!check_close (campaign, error) || !save (campaign, now, "close", NULL, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf (_ ("The survey was closed at %s"), moment));
      ks_outcome_set_undo (*outcome, undo_close, NULL, NULL);
    }
  return TRUE;
}

/**
 * ks_reopen_survey:
 * @campaign: a campaign whose survey was closed
 * @reason: why it is opened again
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Takes the closing back: the window says again until when answers are in time.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_reopen_survey (KsCampaign *campaign, const char *reason, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCampaignInfo) before = ks_campaign_dup_info (campaign);
  g_autofree char *words = ks_field_clean (_ ("Reason"), reason, MAX_REASON, error);

  if (words == NULL)
    return FALSE;
  if (before->closed == KS_MOMENT_NONE)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The survey was not closed; there is nothing to open again."));
  if (*words == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("Write why the survey is opened again; it is kept in the log."));
  if (!save (campaign, KS_MOMENT_NONE, "reopen", words, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup (_ ("The survey is open again")));
      ks_outcome_set_undo (*outcome, undo_reopen,
                           g_memdup2 (&before->closed, sizeof before->closed), g_free);
    }
  return TRUE;
}
