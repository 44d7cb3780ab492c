/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-standing.h"

#include "ks-choose.h"
#include "ks-i18n.h"
#include "ks-links.h"
#include "ks-paper-settings.h"
#include "ks-publish.h"
#include "ks-response-table.h"

/* A word for the list, and for where the paper would stand why it does not. */
static const struct
{
  const char *words;
  const char *reason;
} states[] = {
  [KS_PAPER_STATE_READY] = { N_ ("ready"), NULL },
  [KS_PAPER_STATE_PRELIMINARY] = { N_ ("PRELIMINARY FIGURES"), NULL },
  [KS_PAPER_STATE_NO_NOMINEES]
  = { N_ ("Nobody chosen yet"),
      N_ ("The paper is made once collectives or individuals are chosen for commendation.") },
  [KS_PAPER_STATE_NO_ANSWERS]
  = { N_ ("No answers yet"), N_ ("The paper is made as soon as answers have been imported.") },
  [KS_PAPER_STATE_OPEN]
  = { N_ ("Waits for the end"),
      N_ ("While the survey is open papers tell participation alone. Take the quick report.") },
  [KS_PAPER_STATE_UNSETTLED]
  = { N_ ("Waits for the settling"),
      N_ ("The paper tells answers of single units, and papers do that once the figures are "
          "settled.") },
  [KS_PAPER_STATE_NO_LIMITS]
  = { N_ ("No limits yet"),
      N_ ("The paper sets units beside two limits that the office enters: of participation and of "
          "good opinions. The program recognises nobody.") },
  [KS_PAPER_STATE_NO_LINKS]
  = { N_ ("No links yet"), N_ ("The sheet is made once the link of the form is set.") },
};

static gboolean
has_limits (KsPaperSettings *settings)
{
  return ks_paper_settings_get_percent (settings, KS_PAPER_RECOGNITION, "participation") >= 0
         && ks_paper_settings_get_percent (settings, KS_PAPER_RECOGNITION, "good") >= 0;
}

static gboolean
load_answered (KsPaperStanding *self, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL && ks_response_table_has_counted (tx, &self->answered, error);
}

/**
 * ks_paper_standing_load:
 * @self: (out caller-allocates): how far the work is
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_paper_standing_load (KsPaperStanding *self, KsCampaign *campaign, GError **error)
{
  g_auto (KsPublication) publication = { .settled_at = KS_MOMENT_NONE };
  g_autoptr (KsPaperSettings) settings = ks_paper_settings_load (campaign, error);
  g_autoptr (GPtrArray) nominees = settings != NULL ? ks_nominees_load (campaign, error) : NULL;

  *self = (KsPaperStanding){ .open = ks_campaign_is_window_open (campaign),
                             .linked = ks_links_count_set (campaign) > 0 };
  if (nominees == NULL || !ks_publication_load (campaign, &publication, error)
      || !load_answered (self, campaign, error))
    return FALSE;
  self->settled = publication.settled_at != KS_MOMENT_NONE;
  self->limited = has_limits (settings);
  self->n_nominees = nominees->len;
  return TRUE;
}

/**
 * ks_paper_standing_judge:
 * @self: how far the work is
 * @line: a paper
 *
 * Returns: what the paper waits for
 */
KsPaperState
ks_paper_standing_judge (const KsPaperStanding *self, KsPaperLine line)
{
  gboolean answers = !ks_paper_line_has (line, KS_PAPER_NO_ANSWERS);

  if (line == KS_PAPER_LINE_CODES)
    return self->linked ? KS_PAPER_STATE_READY : KS_PAPER_STATE_NO_LINKS;
  if (!answers)
    return (line == KS_PAPER_PROPOSAL || line == KS_PAPER_LIST) && self->n_nominees == 0
               ? KS_PAPER_STATE_NO_NOMINEES
               : KS_PAPER_STATE_READY;
  if (self->open)
    return KS_PAPER_STATE_OPEN;
  if (!self->answered)
    return KS_PAPER_STATE_NO_ANSWERS;
  if (!self->settled)
    return ks_paper_line_has (line, KS_PAPER_SETTLED) ? KS_PAPER_STATE_UNSETTLED
                                                      : KS_PAPER_STATE_PRELIMINARY;
  return line == KS_PAPER_RECOGNITION && !self->limited ? KS_PAPER_STATE_NO_LIMITS
                                                        : KS_PAPER_STATE_READY;
}

/**
 * ks_paper_state_get_words:
 * @state: of a paper
 *
 * Returns: (transfer none): what the list says of it
 */
const char *
ks_paper_state_get_words (KsPaperState state)
{
  return _ (states[state].words);
}

/**
 * ks_paper_state_get_reason:
 * @state: of a paper
 *
 * Returns: (transfer none) (nullable): why it cannot be made; %NULL: it can
 */
const char *
ks_paper_state_get_reason (KsPaperState state)
{
  return states[state].reason != NULL ? _ (states[state].reason) : NULL;
}

/**
 * ks_paper_state_stops:
 * @state: of a paper
 *
 * Returns: whether the paper cannot be made
 */
gboolean
ks_paper_state_stops (KsPaperState state)
{
  return state > KS_PAPER_STATE_PRELIMINARY;
}
