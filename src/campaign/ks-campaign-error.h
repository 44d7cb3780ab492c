/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_CAMPAIGN_ERROR (ks_campaign_error_quark ())
GQuark ks_campaign_error_quark (void);

typedef enum {
  KS_CAMPAIGN_ERROR_INVALID,
  KS_CAMPAIGN_ERROR_REFUSED,
  KS_CAMPAIGN_ERROR_NOT_FOUND,
  KS_CAMPAIGN_ERROR_BUSY, /* others kept writing: it can be tried again */
} KsCampaignError;

gboolean ks_campaign_refuse (GError **error, KsCampaignError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
