/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-window-private.h"

#include "ks-findings.h"
#include "ks-i18n.h"

static gboolean
renew_func (KsJob *job, gpointer data, GError **error)
{
  return ks_findings_renew (data, job, error);
}

/* What went wrong shows where findings are looked at, not in the middle of other work. */
static void
renewed_cb (gpointer data, gboolean ok, const GError *error)
{
  g_autoptr (KsWindow) self = data;

  self->renewing = FALSE;
  if (!ok && error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("%s", error->message);
  else if (ok && self->campaign != NULL)
    ks_window_renew_findings (self);
}

/**
 * ks_window_renew_findings:
 * @self: a window
 *
 * Finds anew, in a thread, what needs checking, if anything that it rests on was changed. A
 * campaign that another program works on is left to that one.
 */
void
ks_window_renew_findings (KsWindow *self)
{
  g_autoptr (KsJob) job = NULL;

  if (self->campaign == NULL || self->renewing || self->closing || self->watch_id != 0
      || ks_store_is_read_only (ks_campaign_get_store (self->campaign))
      || ks_findings_are_fresh (self->campaign))
    return;
  job = ks_job_new (_ ("Looking for what needs checking"));
  self->renewing = TRUE;
  ks_window_run_job (self, job, TRUE, renew_func, g_object_ref (self->campaign), g_object_unref,
                     renewed_cb, g_object_ref (self));
}
