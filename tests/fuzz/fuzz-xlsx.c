/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-fuzz-workbook.h"
#include "ks-fuzz.h"

/* Workbooks from anywhere, whatever their parts say. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  ks_fuzz_read_workbook (bytes, "fuzz.xlsx");
  return 0;
}
