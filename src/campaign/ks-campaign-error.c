/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-campaign-error.h"

G_DEFINE_QUARK (ks-campaign-error-quark, ks_campaign_error)

/**
 * ks_campaign_refuse:
 * @error: return location for the error
 * @code: which kind it is
 * @format: what was attempted, and what to do; then its values
 *
 * Returns: %FALSE, for a verb to return
 */
gboolean
ks_campaign_refuse (GError **error, KsCampaignError code, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_propagate_error (error, g_error_new_valist (KS_CAMPAIGN_ERROR, (int) code, format, values));
  va_end (values);
  return FALSE;
}
