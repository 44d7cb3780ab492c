/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-figures-private.h"

#include "ks-campaign-error.h"
#include "ks-findings.h"
#include "ks-i18n.h"

/* Between a change of the answers and the search for what needs checking, figures do not know all
 * units whose figures are open. A screen shows them meanwhile; what leaves the program waits. */

/**
 * ks_day_figures_check_sendable:
 * @self: figures
 * @error: return location for an error
 *
 * Everything that is made of figures to leave the program asks this first.
 *
 * Returns: whether the findings that they know were made of these answers; %FALSE with @error set
 */
gboolean
ks_day_figures_check_sendable (KsDayFigures *self, GError **error)
{
  if (self->examined)
    return TRUE;
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                       _ ("The newest answers were not looked through yet for what needs checking, "
                          "so no unit can be named. This takes a moment; open a file that can only "
                          "be read where it can be written."));
  return FALSE;
}

/**
 * ks_day_figures_dup_sendable:
 * @self: figures, as they are shown
 * @campaign: their campaign
 * @job: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: (transfer full): @self if ks_day_figures_check_sendable() lets them pass, else those of
 *   the same moment once what needs checking was found; %NULL with @error set. To be called off the
 *   main thread
 */
KsDayFigures *
ks_day_figures_dup_sendable (KsDayFigures *self, KsCampaign *campaign, KsJob *job, GError **error)
{
  g_autoptr (KsDayFigures) figures = g_object_ref (self);

  /* Somebody may write in between. */
  while (figures != NULL && !figures->examined)
    {
      g_clear_object (&figures);
      if (ks_findings_renew (campaign, job, error))
        figures = ks_day_figures_load (campaign, self->at, KS_MOMENT_NONE, job, error);
    }
  return g_steal_pointer (&figures);
}

/**
 * ks_day_figures_load_sendable:
 * @campaign: a campaign
 * @at: the last second that is told of; %KS_MOMENT_NONE: all that is known
 * @job: (nullable): stops it
 * @error: return location for an error
 *
 * Reads figures that may leave the program; what needs checking is found first if need be.
 *
 * Returns: (transfer full): a snapshot, or %NULL with @error set
 */
KsDayFigures *
ks_day_figures_load_sendable (KsCampaign *campaign, KsMoment at, KsJob *job, GError **error)
{
  g_autoptr (KsDayFigures) figures
      = ks_day_figures_load (campaign, at, KS_MOMENT_NONE, job, error);

  return figures != NULL ? ks_day_figures_dup_sendable (figures, campaign, job, error) : NULL;
}
