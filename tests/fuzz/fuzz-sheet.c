/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-fuzz.h"
#include "ks-sheet-source.h"
#include "ks-zip-writer.h"

/* The parts of a workbook without the archive around them, so that a fuzzer changes XML and not
 * compressed bytes: a sheet, a line of "===", then its shared texts and, after another, its styles.
 * What comes out is UTF-8 within the limits, and the same when it is read again. */

#define PARTING "\n===\n"
#define NAMESPACE "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
add_part (KsZipWriter *zip, const char *name, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  g_assert_true (ks_zip_writer_add (zip, name, bytes, NULL));
}

static void
add_frame (KsZipWriter *zip)
{
  static const char *const parts[][2] = {
    { "_rels/.rels", "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                     "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/workbook.xml", "<workbook " NAMESPACE " xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"S\" "
                         "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
      "/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
      "/sharedStrings\" Target=\"strings.xml\"/><Relationship Id=\"rId3\" Type=\"" OFFICE
      "/styles\" Target=\"styles.xml\"/></Relationships>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (zip, parts[i][0], parts[i][1], strlen (parts[i][1]));
}

static GBytes *
pack (const char *text, gsize length)
{
  static const char *const names[] = { "xl/sheet.xml", "xl/strings.xml", "xl/styles.xml" };
  g_autoptr (KsZipWriter) zip = ks_zip_writer_new (NULL);
  const char *end = text + length;

  add_frame (zip);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *stop = i + 1 < G_N_ELEMENTS (names)
                             ? g_strstr_len (text, end - text, PARTING)
                             : NULL;

      add_part (zip, names[i], text, (gsize) ((stop != NULL ? stop : end) - text));
      text = stop != NULL ? stop + strlen (PARTING) : end;
    }
  return ks_zip_writer_end (zip, NULL);
}

static void
hash_row (const KsRow *row, GChecksum *sum)
{
  g_assert_cmpuint (row->n_cells, <=, KS_CSV_MAX_COLUMNS);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const KsCell *cell = &row->cells[i];

      g_assert_cmpint (cell->text[cell->length], ==, '\0');
      g_assert_true (g_utf8_validate (cell->text, (gssize) cell->length, NULL));
      g_checksum_update (sum, (const guchar *) cell->text, (gssize) cell->length + 1);
    }
}

static char *
read_sheet (GBytes *bytes)
{
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_workbook (bytes, "fuzz.xlsx", NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  const KsRow *row;

  while (source != NULL && (row = ks_sheet_source_next (source, &error)) != NULL)
    hash_row (row, sum);
  g_assert_true (error == NULL || *error->message != '\0');
  return g_strdup (g_checksum_get_string (sum));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = pack ((const char *) data, size);
  g_autofree char *once = read_sheet (bytes);
  g_autofree char *again = read_sheet (bytes);

  g_assert_cmpstr (once, ==, again);
  return 0;
}
