/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <nettle/sha2.h>

G_BEGIN_DECLS

/* SHA-256 of much data, piece by piece, with what the processor has for it. */
typedef struct sha256_ctx KsSha256;

void  ks_sha256_init (KsSha256 *self);
void  ks_sha256_add (KsSha256 *self, const void *data, gsize length);
char *ks_sha256_finish (KsSha256 *self);
char *ks_sha256_hex (GBytes *bytes);

G_END_DECLS
