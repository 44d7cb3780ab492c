/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-stages.h"

#define STEPS 1000

static void
report_cb (KsJob *piece, gpointer data)
{
  KsSealStages *self = data;
  double fraction = CLAMP (ks_job_get_fraction (piece), 0.0, 1.0);

  /* A piece may be of several passes, each from its beginning. */
  self->done = MAX (self->done, STEPS * (self->stage - 1) + (gint64)(STEPS * fraction));
  if (!ks_job_report (self->job, self->done, STEPS * self->n_stages, NULL))
    ks_job_stop (piece);
}

/**
 * ks_seal_stages_next:
 * @self: stages
 *
 * Begins the next one.
 *
 * Returns: (transfer none) (nullable): its job, until the next stage; %NULL where nobody is told
 */
KsJob *
ks_seal_stages_next (KsSealStages *self)
{
  self->stage++;
  g_clear_object (&self->piece);
  if (self->job == NULL)
    return NULL;
  self->piece = ks_job_new ("");
  ks_job_set_report_func (self->piece, report_cb, self);
  /* Stopped already: so is what follows. */
  self->done = MAX (self->done, STEPS * (self->stage - 1));
  if (!ks_job_report (self->job, self->done, STEPS * self->n_stages, NULL))
    ks_job_stop (self->piece);
  return self->piece;
}

/**
 * ks_seal_stages_clear:
 * @self: stages
 *
 * Ends them.
 */
void
ks_seal_stages_clear (KsSealStages *self)
{
  g_clear_object (&self->piece);
}
