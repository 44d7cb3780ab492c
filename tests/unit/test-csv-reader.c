/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-csv-reader.h"
#include "ks-csv-writer.h"
#include "ks-tables-error.h"

static KsCsvReader *
open_bytes (const char *data, gsize length, gsize chunk)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  KsCsvReader *reader = ks_csv_reader_new (stream, "a.csv");

  if (chunk > 0)
    ks_csv_reader_set_buffer_size (reader, chunk);
  return reader;
}

/* All rows as "a|b\n", or the error's code. */
static char *
read_all (const char *data, gsize length, gsize chunk, GError **error)
{
  g_autoptr (KsCsvReader) reader = open_bytes (data, length, chunk);
  GString *text = g_string_new (NULL);
  const KsRow *row;

  while ((row = ks_csv_reader_next (reader, error)) != NULL)
    {
      g_string_append_printf (text, "%u:", (guint) row->number);
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", row->cells[i].text);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (const char *data, const char *expected)
{
  for (gsize chunk = 0; chunk < 9; chunk++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all (data, strlen (data), chunk, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (rows, ==, expected);
    }
}

static void
assert_error (const char *data, gsize length, int code, const char *part)
{
  for (gsize chunk = 0; chunk < 9; chunk++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all (data, length, chunk, &error);

      g_assert_error (error, KS_TABLES_ERROR, code);
      g_assert_nonnull (strstr (error->message, "a.csv"));
      if (part != NULL)
        g_assert_nonnull (strstr (error->message, part));
    }
}

static void
test_shapes (void)
{
  assert_rows ("a,b\n1,2\n", "1:a|b\n2:1|2\n");
  assert_rows ("a,b\r\n1,2", "1:a|b\n2:1|2\n");
  assert_rows ("a;b\r1;2\r", "1:a|b\n2:1|2\n");
  assert_rows ("a\tb\n1\t\n", "1:a|b\n2:1|\n");
  assert_rows ("\xef\xbb\xbf"
               "Mã,Tên\n1,\"Xã \"\"A\"\", B\"\n",
               "1:Mã|Tên\n2:1|Xã \"A\", B\n");
  assert_rows ("a,b\n\"x\ny\",\"\"\n\n\n3,4\n", "1:a|b\n2:x\ny|\n5:3|4\n");
  assert_rows ("a,b\n1\n1,2,3\n", "1:a|b\n2:1\n3:1|2|3\n");
  assert_rows ("a,b\n\"1\" ,2\n", "1:a|b\n2:1|2\n");
}

static void
test_utf16 (void)
{
  static const char little[] = "\xff\xfe" "a\0,\0\xa3\x1e\n\0" "1\0,\0" "2\0";
  static const char big[] = "\xfe\xff\0a\0,\x1e\xa3\0\n\0" "1\0,\0" "2";

  for (gsize chunk = 0; chunk < 7; chunk++)
    {
      g_autofree char *first = read_all (little, sizeof little - 1, chunk, NULL);
      g_autofree char *second = read_all (big, sizeof big - 1, chunk, NULL);
      g_autofree char *third = read_all (little + 2, sizeof little - 3, chunk, NULL);
      g_autofree char *fourth = read_all (big + 2, sizeof big - 3, chunk, NULL);

      g_assert_cmpstr (first, ==, "1:a|ả\n2:1|2\n");
      g_assert_cmpstr (second, ==, first);
      g_assert_cmpstr (third, ==, first);
      g_assert_cmpstr (fourth, ==, first);
    }
}

static void
test_hostile (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0";

  assert_error ("", 0, KS_TABLES_ERROR_FORMAT, NULL);
  assert_error ("\n\n", 2, KS_TABLES_ERROR_FORMAT, NULL);
  assert_error (png, sizeof png, KS_TABLES_ERROR_FORMAT, "PNG");
  assert_error ("PK\x03\x04zzzz", 8, KS_TABLES_ERROR_FORMAT, "XLSX");
  assert_error ("a,b\n1,\"2\n3,4\n", 13, KS_TABLES_ERROR_FORMAT, "2");
  assert_error ("a,b\n\"1\"x,2\n", 11, KS_TABLES_ERROR_FORMAT, "2");
  assert_error ("a,b\n1,\xff\n", 8, KS_TABLES_ERROR_ENCODING, "2");
  assert_error ("a,b\n1,\0\n", 8, KS_TABLES_ERROR_ENCODING, "2");
}

/* Endless text without a line end: refused long before it is all there. */
static void
test_endless_field (void)
{
  gsize length = 100 * 1024 * 1024;
  g_autofree char *data = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (KsCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  memset (data, 'x', length);
  memcpy (data, "a,b\n1,\"", 7);
  bytes = g_bytes_new_static (data, length);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  reader = ks_csv_reader_new (stream, "a.csv");
  g_assert_nonnull (ks_csv_reader_next (reader, &error));
  g_assert_null (ks_csv_reader_next (reader, &error));
  g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT);
  g_assert_cmpint (ks_csv_reader_get_position (reader), <, 2 * 1024 * 1024);
}

static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  for (guint i = 0; i < KS_CSV_MAX_COLUMNS; i++)
    g_string_append (text, ",a");
  rows = read_all (text->str, text->len, 0, &error);
  g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT);
}

static void
collect_tap_cb (const guint8 *data, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, (const char *) data, (gssize) length);
}

static void
test_tap (void)
{
  static const char data[] = "a,b\n1,2\n\"x\",y";

  for (gsize chunk = 1; chunk < 6; chunk++)
    {
      g_autoptr (KsCsvReader) reader = open_bytes (data, sizeof data - 1, chunk);
      g_autoptr (GString) seen = g_string_new (NULL);

      ks_csv_reader_set_tap (reader, collect_tap_cb, seen);
      while (ks_csv_reader_next (reader, NULL) != NULL)
        ;
      g_assert_cmpstr (seen->str, ==, data);
    }
}

/* What is written is read back, whatever it is and however the bytes come in. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "", "a", "\"", ",", "\n", "ễ", " ", ";", "\r\n", "=1", "x y" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_PLAIN);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (KsCsvReader) reader = NULL;
      g_autofree char *text = NULL;
      guint at = 0;
      const KsRow *row;

      for (guint i = 0; i < 12; i++)
        {
          g_autoptr (GString) cell = g_string_new (i % 3 == 0 ? "k" : NULL);

          for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
            g_string_append (cell, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          ks_csv_writer_add_text (writer, cell->str);
          g_ptr_array_add (cells, g_strdup (cell->str));
          if (i % 3 == 2)
            ks_csv_writer_end_row (writer, NULL);
        }
      text = ks_csv_writer_steal_text (writer);
      reader = open_bytes (text, strlen (text), 1 + run % 50);
      ks_csv_reader_set_delimiter (reader, ',');
      while ((row = ks_csv_reader_next (reader, NULL)) != NULL)
        {
          g_assert_cmpuint (row->n_cells, ==, 3);
          for (guint i = 0; i < 3; i++)
            g_assert_cmpstr (row->cells[i].text, ==, g_ptr_array_index (cells, at++));
        }
      g_assert_cmpuint (at, ==, cells->len);
    }
}

static void
test_day (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "day-2024-04-01", "google-native.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCsvReader) reader = ks_csv_reader_new_for_path (path, &error);
  const KsRow *row;
  guint n_rows = 0;

  g_assert_no_error (error);
  while ((row = ks_csv_reader_next (reader, &error)) != NULL)
    {
      g_assert_cmpuint (row->n_cells, ==, 25);
      n_rows++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 4488);
  g_assert_cmpint (ks_csv_reader_get_position (reader), ==, ks_csv_reader_get_size (reader));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/shapes", test_shapes);
  g_test_add_func ("/csv/utf16", test_utf16);
  g_test_add_func ("/csv/hostile", test_hostile);
  g_test_add_func ("/csv/endless-field", test_endless_field);
  g_test_add_func ("/csv/wide", test_wide);
  g_test_add_func ("/csv/tap", test_tap);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/day", test_day);

  return g_test_run ();
}
