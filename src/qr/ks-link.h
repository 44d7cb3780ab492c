/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_LINK_MAX_BYTES 1000

/* What a template carries: {token}, which proves the unit, or {code}, which only names it. */
typedef enum {
  KS_LINK_TOKEN,
  KS_LINK_CODE,
} KsLinkKind;

/* *unsafe: http, which is let through for addresses of the local network alone. */
gboolean ks_link_check_template (const char *template, KsLinkKind *kind, gboolean *unsafe,
                                 GError **error);
gboolean ks_link_check (const char *link, gboolean *unsafe, GError **error);
char    *ks_link_tidy (const char *text);
char    *ks_link_expand (const char *template, const char *token, const char *code);

G_END_DECLS
