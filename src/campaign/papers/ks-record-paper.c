/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-record-paper.h"

#include "ks-campaign-error.h"
#include "ks-findings.h"
#include "ks-give-out.h"
#include "ks-i18n.h"
#include "ks-paper-material.h"

#define MOST_TRIES 4

static gboolean
record (KsCampaign *campaign,
        const KsPaperWish *wish,
        const char *head,
        gboolean *recorded,
        GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  const KsScope scope
      = ks_paper_get_scope (wish->unit != NULL ? ks_registry_lookup (registry, wish->unit) : NULL);

  return ks_give_out_previewed (campaign, &scope, ks_paper_kind_get_id (wish->kind), head, recorded,
                                error);
}

/* The search for what needs checking writes, too: it is done before. */
static char *
begin (KsCampaign *campaign, KsJob *job, GError **error)
{
  if (!ks_campaign_is_window_open (campaign) && !ks_findings_renew (campaign, job, error))
    return NULL;
  return ks_campaign_wait_for_head (campaign, error);
}

/**
 * ks_paper_record:
 * @campaign: a campaign
 * @wish: a paper that leaves
 * @make: makes it
 * @data: for @make
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Has a paper made, and puts on record that the answers which it tells leave the program. Nobody
 * waits while it is made; if the campaign was written meanwhile it is made again, so that what is on
 * record is what the paper says. Of what was stopped or refused nothing is on record.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_paper_record (KsCampaign *campaign,
                 const KsPaperWish *wish,
                 KsPaperMakeFunc make,
                 gpointer data,
                 KsJob *job,
                 GError **error)
{
  gboolean recorded = FALSE;

  if (ks_paper_kind_has (wish->kind, KS_PAPER_NO_ANSWERS))
    return make (campaign, wish, data, job, error);
  for (guint i = 0; i < MOST_TRIES && !recorded; i++)
    {
      g_autofree char *head = begin (campaign, job, error);

      if (head == NULL || !make (campaign, wish, data, job, error)
          || !record (campaign, wish, head, &recorded, error))
        return FALSE;
    }
  return recorded
         || ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_BUSY,
                                _ ("“%s” was not written: the campaign was changed each time while "
                                   "the paper was being made. Write it when nothing else is going "
                                   "on."),
                                ks_paper_kind_get_title (wish->kind));
}
