/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-folio.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KS_LOGO_MAX_BYTES (512 * 1024)

/* The emblem of an office: a PNG or an SVG that was looked at before it is used. Shared by all
 * pages that show it; usable from several threads at once. */
typedef struct _KsLogo KsLogo;

KsLogo *ks_logo_new (GBytes *bytes, GError **error);
KsLogo *ks_logo_new_from_text (const char *text, GError **error);
char   *ks_logo_bytes_to_text (GBytes *bytes);
void    ks_logo_free (KsLogo *self);
void    ks_logo_add (KsLogo *self, KsFolio *page, const KsRect *room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsLogo, ks_logo_free)

G_END_DECLS
