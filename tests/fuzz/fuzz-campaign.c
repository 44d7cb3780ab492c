/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ks-fuzz.h"
#include "ks-store.h"

/* A damaged campaign file. An input is a list of blows of five bytes, a place and a value each, that
 * fall upon a good file; 0xff in the first byte of a blow cuts the file there instead. A file that
 * is refused is left as it was, to the byte. */

#define BLOW 5

static char *folder;
static char *whole;
static gsize whole_size;

static void
remove_folder (void)
{
  g_autofree char *path = g_build_filename (folder, "blow.khaosat", NULL);

  g_unlink (path);
  g_rmdir (folder);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsStore) store = NULL;
  g_autofree char *path = NULL;

  folder = g_dir_make_tmp ("ks-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  atexit (remove_folder);
  path = g_build_filename (folder, "whole.khaosat", NULL);
  store = ks_store_create (path, &error);
  g_assert_no_error (error);
  ks_store_close (store, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &whole, &whole_size, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return 0;
}

static gsize
strike (char *bytes, gsize size, const uint8_t *blow)
{
  gsize place = ((gsize) blow[0] << 24 | (gsize) blow[1] << 16 | (gsize) blow[2] << 8 | blow[3]);

  if (blow[0] == 0xff)
    return place % (size + 1);
  if (size > 0)
    bytes[place % size] = (char) blow[4];
  return size;
}

static void
read_campaign (KsStore *store)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (store, NULL);
  g_autoptr (GPtrArray) lines = NULL;

  if (tx != NULL)
    lines = ks_transaction_check_integrity (tx, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = g_build_filename (folder, "blow.khaosat", NULL);
  g_autofree char *bytes = g_memdup2 (whole, whole_size);
  g_autofree char *after = NULL;
  g_autoptr (KsStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = whole_size;
  gsize length_after;

  for (gsize i = 0; i + BLOW <= size; i += BLOW)
    length = strike (bytes, length, data + i);
  g_unlink (path); /* writing over a longer file would leave its end */
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  store = ks_store_open (path, &error);
  if (store != NULL)
    {
      read_campaign (store);
      ks_store_close (store, NULL);
      return 0;
    }
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (bytes, length, after, length_after);
  return 0;
}
