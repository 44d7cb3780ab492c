/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-csv-reader.h"
#include "ks-fuzz.h"

/* Delimited text that anybody saved anyhow. What is read does not depend on where the buffer happened
 * to end, cells are UTF-8 with their NUL, and no row exceeds the limits. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
add_row (GChecksum *sum, const KsRow *row)
{
  g_assert_cmpuint (row->n_cells, <=, KS_CSV_MAX_COLUMNS);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const KsCell *cell = &row->cells[i];

      g_assert_cmpuint (cell->length, <=, KS_CSV_MAX_CELL);
      g_assert_cmpint (cell->text[cell->length], ==, '\0');
      g_assert_true (g_utf8_validate (cell->text, (gssize) cell->length, NULL));
      g_checksum_update (sum, (const guchar *) cell->text, (gssize) cell->length);
      g_checksum_update (sum, (const guchar *) "\x1f", 1);
    }
  g_checksum_update (sum, (const guchar *) &row->number, sizeof row->number);
}

/* A digest of all rows, and of the error that ended them. */
static char *
digest (const uint8_t *data, size_t size, gsize buffer_size)
{
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (size > 0 ? data : (const uint8_t *) "", (gssize) size, NULL);
  g_autoptr (KsCsvReader) reader = ks_csv_reader_new (stream, "fuzz.csv");
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  const KsRow *row;

  if (buffer_size > 0)
    ks_csv_reader_set_buffer_size (reader, buffer_size);
  while ((row = ks_csv_reader_next (reader, &error)) != NULL)
    add_row (sum, row);
  if (error != NULL)
    g_checksum_update (sum, (const guchar *) error->message, -1);
  return g_strdup (g_checksum_get_string (sum));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *whole = digest (data, size, 0);
  g_autofree char *pieces = digest (data, size, 1 + (size > 0 ? data[0] % 64 : 0));

  g_assert_cmpstr (whole, ==, pieces);
  return 0;
}
