/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ks-fuzz.h"
#include "ks-plain-zip.h"
#include "ks-seal-manifest.h"
#include "ks-verify-seal.h"

/* What claims to be a manifest is taken or refused with a sentence; what claims to be a seal is
 * read without a step beyond its end, and is whole only if it is written so byte for byte. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
try_manifest (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsSealManifest) manifest = ks_seal_manifest_read (bytes, &error);

  g_assert_true ((manifest == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_null (strchr (error->message, '\n'));
}

static void
try_seal (const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  int fd = g_file_open_tmp ("ks-fuzz-seal-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  if (g_file_set_contents (path, (const char *)data, (gssize)size, NULL)
      && ks_verify_seal (path, NULL, NULL, &faults, &outcome, NULL))
    g_assert_true ((faults->len == 0) == (outcome != NULL));
  g_unlink (path);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KsPlainZip) zip = ks_plain_zip_read (bytes);

  for (guint i = 0; i < zip->parts->len; i++)
    g_assert_true (ks_plain_zip_is_name (((KsPlainZipPart *)zip->parts->pdata[i])->name));
  if (size > 0 && data[0] != 'P')
    try_manifest (bytes);
  else
    try_seal (data, size);
  return 0;
}
