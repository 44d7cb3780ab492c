/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sha256.h"

#include <string.h>

/**
 * ks_sha256_init:
 * @self: room for a sum
 *
 * Begins before the first byte.
 */
void
ks_sha256_init (KsSha256 *self)
{
  sha256_init (self);
}

/**
 * ks_sha256_add:
 * @self: a sum
 * @data: the next bytes
 * @length: how many
 *
 * Sums them up. GLib's own way takes seven times as long, which counts for files of hundreds of
 * megabytes.
 */
void
ks_sha256_add (KsSha256 *self, const void *data, gsize length)
{
  sha256_update (self, length, data);
}

/**
 * ks_sha256_finish:
 * @self: a sum; it begins anew
 *
 * Returns: (transfer full): the sum as 64 small hexadecimal digits
 */
char *
ks_sha256_finish (KsSha256 *self)
{
  guint8 digest[KS_SHA256_LENGTH];
  char *hex = g_malloc (2 * sizeof digest + 1);

  sha256_digest (self, sizeof digest, digest);
  for (guint i = 0; i < sizeof digest; i++)
    g_snprintf (hex + 2 * i, 3, "%02x", digest[i]);
  return hex;
}

/**
 * ks_hmac_init:
 * @self: room for a sum
 * @key: (array length=length): the secret
 * @length: its bytes
 *
 * Begins HMAC-SHA256 before the first byte.
 */
void
ks_hmac_init (KsHmac *self, const guint8 *key, gsize length)
{
  hmac_sha256_set_key (self, length, key);
}

/**
 * ks_hmac_add:
 * @self: a sum
 * @text: what comes next
 *
 * Sums the bytes of the text up.
 */
void
ks_hmac_add (KsHmac *self, const char *text)
{
  hmac_sha256_update (self, strlen (text), (const guint8 *) text);
}

/**
 * ks_hmac_finish:
 * @self: a sum; it begins anew
 * @digest: (out): the sum
 */
void
ks_hmac_finish (KsHmac *self, guint8 digest[KS_SHA256_LENGTH])
{
  hmac_sha256_digest (self, KS_SHA256_LENGTH, digest);
}
