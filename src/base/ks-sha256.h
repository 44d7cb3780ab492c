/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <nettle/hmac.h>

G_BEGIN_DECLS

/* SHA-256 of much data, piece by piece, with what the processor has for it. */
typedef struct sha256_ctx KsSha256;

#define KS_SHA256_LENGTH SHA256_DIGEST_SIZE

void  ks_sha256_init (KsSha256 *self);
void  ks_sha256_add (KsSha256 *self, const void *data, gsize length);
char *ks_sha256_finish (KsSha256 *self);

/* The same with a secret. A copy of the structure goes on from where it stands. */
typedef struct hmac_sha256_ctx KsHmac;

void  ks_hmac_init (KsHmac *self, const guint8 *key, gsize length);
void  ks_hmac_add (KsHmac *self, const char *text);
void  ks_hmac_finish (KsHmac *self, guint8 digest[KS_SHA256_LENGTH]);

G_END_DECLS
