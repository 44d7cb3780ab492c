/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Services that offices make forms with: each has its own way to fill an answer in by the link. */
typedef enum {
  KS_SERVICE_GOOGLE,
  KS_SERVICE_MICROSOFT,
  KS_SERVICE_LIMESURVEY,
  KS_SERVICE_KOBO,
  KS_N_SERVICES,
} KsLinkService;

const char *ks_link_service_get_id (KsLinkService service);
const char *ks_link_service_get_title (KsLinkService service);
const char *ks_link_service_get_pattern (KsLinkService service);
const char *ks_link_service_get_help (KsLinkService service);
gboolean    ks_link_service_from_id (const char *id, KsLinkService *service);
gboolean    ks_link_service_guess (const char *link, KsLinkService *service);

G_END_DECLS
