/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-campaign-info.h"

/**
 * ks_campaign_info_new:
 *
 * Returns: (transfer full): a description without name, day and window
 */
KsCampaignInfo *
ks_campaign_info_new (void)
{
  KsCampaignInfo *self = g_new0 (KsCampaignInfo, 1);

  self->day = KS_DAY_NONE;
  self->from = KS_MOMENT_NONE;
  self->to = KS_MOMENT_NONE;
  self->first_to = KS_MOMENT_NONE;
  self->closed = KS_MOMENT_NONE;
  self->population = KS_POPULATION_DEFAULT;
  return self;
}

/**
 * ks_campaign_info_copy:
 * @self: a description
 *
 * Returns: (transfer full): another like it
 */
KsCampaignInfo *
ks_campaign_info_copy (const KsCampaignInfo *self)
{
  KsCampaignInfo *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->template = g_strdup (self->template);
  copy->superior_body = g_strdup (self->superior_body);
  copy->issuing_body = g_strdup (self->issuing_body);
  return copy;
}

/**
 * ks_campaign_info_free:
 * @self: (transfer full) (nullable): a description
 */
void
ks_campaign_info_free (KsCampaignInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->template);
  g_free (self->superior_body);
  g_free (self->issuing_body);
  g_free (self);
}

/**
 * ks_campaign_info_get_end:
 * @self: a description
 *
 * Returns: the first second in which no answer is in time any more: the end of the window, or the
 *   moment when an officer ended the survey before it; %KS_MOMENT_NONE: there is no end
 */
KsMoment
ks_campaign_info_get_end (const KsCampaignInfo *self)
{
  g_return_val_if_fail (self != NULL, KS_MOMENT_NONE);

  if (self->closed != KS_MOMENT_NONE && (self->to == KS_MOMENT_NONE || self->closed < self->to))
    return self->closed;
  return self->to;
}

/**
 * ks_campaign_info_is_open:
 * @self: a description
 * @now: a moment
 *
 * Tells whether answers may still come in: while it is so, participation alone may be shown.
 * Before the window nothing is open yet; without an end the campaign counts as open.
 *
 * Returns: whether @now lies in the survey window
 */
gboolean
ks_campaign_info_is_open (const KsCampaignInfo *self, KsMoment now)
{
  KsMoment end;

  g_return_val_if_fail (self != NULL, FALSE);

  end = ks_campaign_info_get_end (self);
  if (self->from != KS_MOMENT_NONE && now < self->from)
    return FALSE;
  return end == KS_MOMENT_NONE || now < end;
}
