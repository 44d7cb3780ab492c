/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "ks-fuzz.h"

/* Feeds a target with every file of its corpus, whole and cut off at up to so many places: what
 * fuzzing once found stays found, without a fuzzer. */
#define MAX_CUTS 200

static void
replay_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < MAX_CUTS && i < size; i++)
    {
      gsize length = size * i / MIN (size, MAX_CUTS);
      g_autofree uint8_t *part = g_malloc (MAX (length, 1)); /* its end is where a sanitizer sees it */

      memcpy (part, data, length);
      LLVMFuzzerTestOneInput (part, length);
    }
  LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;
  guint n_files = 0;

  LLVMFuzzerInitialize (&argc, &argv);
  if (argc != 2)
    g_error ("usage: %s CORPUS", argv[0]);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      replay_file (path);
      n_files++;
    }
  g_print ("%u files\n", n_files);
  return n_files > 0 ? 0 : 1;
}
