/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-fuzz-workbook.h"
#include "ks-fuzz.h"
#include "ks-zip-writer.h"

/* The content of an OpenDocument spreadsheet; the archive around it is made here, since its
 * checksums keep what is changed at random out. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char type[] = "application/vnd.oasis.opendocument.spreadsheet";
  g_autoptr (KsZipWriter) writer = ks_zip_writer_new (NULL);
  g_autoptr (GBytes) mimetype = g_bytes_new_static (type, sizeof type - 1);
  g_autoptr (GBytes) content = g_bytes_new_static (data, size);
  g_autoptr (GBytes) bytes = NULL;

  ks_zip_writer_add (writer, "mimetype", mimetype, NULL);
  ks_zip_writer_add (writer, "content.xml", content, NULL);
  bytes = ks_zip_writer_end (writer, NULL);
  ks_fuzz_read_workbook (bytes, "fuzz.ods");
  return 0;
}
