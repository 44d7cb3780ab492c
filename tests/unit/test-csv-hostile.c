/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-base-error.h"
#include "ks-csv-reader.h"
#include "ks-tables-error.h"

static KsCsvReader *
open_bytes (const char *data, gsize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);

  return ks_csv_reader_new (stream, "a.csv");
}

static char
sniff (const char *text)
{
  g_autoptr (KsCsvReader) reader = open_bytes (text, strlen (text));

  g_assert_nonnull (ks_csv_reader_next (reader, NULL));
  return ks_csv_reader_get_delimiter (reader);
}

static void
test_sniff (void)
{
  g_assert_cmpint (sniff ("a\nb\n"), ==, ',');
  g_assert_cmpint (sniff ("a,b\nc,d\n"), ==, ',');
  g_assert_cmpint (sniff ("a;b\nc;d"), ==, ';');
  g_assert_cmpint (sniff ("a\tb\nc\td"), ==, '\t');
  /* What stands in quotes tells nothing. */
  g_assert_cmpint (sniff ("\"x;y;z\",\"b\"\n\"x;y;z\",\"d\"\n"), ==, ',');
  g_assert_cmpint (sniff ("\"x,y\";b;c\n\"x,y,z\";d;e\n"), ==, ';');
  /* Commas in texts vary, what parts the columns does not. */
  g_assert_cmpint (sniff ("Họ, tên;Xã\nA, B, C;D\nE;F\n"), ==, ';');
  g_assert_cmpint (sniff ("Tên\tGhi chú, nếu có\nA\ta; b\nB\tc, d, e\n"), ==, '\t');
  /* A text or two prove nothing. */
  g_assert_cmpint (sniff ("Tên; mã\nA\nB\nC\n"), ==, ',');
  /* The wider one, if both are regular. */
  g_assert_cmpint (sniff ("a,b;c;d\n1,2;3;4\n"), ==, ';');
}

static void
test_lines (void)
{
  static const char text[] = "a,b\r\n\"x\ny\nz\",\"\n\"\r\n\r\n1,2\r\n3,\"4\n\n\"";
  static const guint64 numbers[] = { 1, 2, 4, 5 };
  g_autoptr (KsCsvReader) reader = open_bytes (text, sizeof text - 1);

  for (guint i = 0; i < 4; i++)
    {
      const KsRow *row = ks_csv_reader_next (reader, NULL);

      g_assert_nonnull (row);
      g_assert_cmpuint (row->number, ==, numbers[i]);
    }
  g_assert_null (ks_csv_reader_next (reader, NULL));
}

/* 120 KB of everything, so that chunks end at many places behind the first look. */
static char *
make_mixed (gsize *length)
{
  static const char *const cells[] = { "", "07201", "Xã Tân Tiến", "\"a \"\"b\"\"\"", "\"x\ny\"",
                                       "\"\"", "\"Rất tốt, Tốt\"", "😀", "\"\r\n\"", "a\"b" };
  static const char *const ends[] = { "\n", "\r\n", "\r", "\n\n" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GString) text = g_string_new ("id,b,c\n");

  while (text->len < 120 * 1024)
    {
      guint n_cells = (guint) g_rand_int_range (rand, 1, 6);

      g_string_append (text, "k");
      for (guint i = 0; i < n_cells; i++)
        g_string_append_printf (text, ",%s",
                                cells[g_rand_int_range (rand, 0, G_N_ELEMENTS (cells))]);
      g_string_append (text, ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))]);
    }
  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
hash_rows (const char *data, gsize length, gsize chunk)
{
  g_autoptr (KsCsvReader) reader = open_bytes (data, length);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  const KsRow *row;

  ks_csv_reader_set_buffer_size (reader, chunk);
  while ((row = ks_csv_reader_next (reader, &error)) != NULL)
    {
      guint64 place[] = { row->number, row->n_cells };

      g_checksum_update (checksum, (const guchar *) place, sizeof place);
      for (guint i = 0; i < row->n_cells; i++)
        g_checksum_update (checksum, (const guchar *) row->cells[i].text,
                           (gssize) row->cells[i].length + 1);
    }
  g_assert_no_error (error);
  g_assert_cmpint (ks_csv_reader_get_position (reader), ==, length);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_chunks (void)
{
  static const gsize sizes[] = { 1, 2, 3, 5, 17, 63, 64, 65, 127, 1000, 4096, 1 << 20 };
  gsize length;
  g_autofree char *data = make_mixed (&length);
  g_autofree char *wanted = hash_rows (data, length, 1 << 20);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *hash = hash_rows (data, length, sizes[i]);

      g_assert_cmpstr (hash, ==, wanted);
    }
}

static char *
convert (const char *text, gsize length, const char *mark, const char *encoding, gsize *converted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = g_convert (text, (gssize) length, encoding, "UTF-8", NULL, converted, &error);
  char *result;

  g_assert_no_error (error);
  *converted += 2;
  result = g_malloc (*converted);
  memcpy (result, mark, 2);
  memcpy (result + 2, body, *converted - 2);
  return result;
}

static void
test_utf16_chunks (void)
{
  static const gsize sizes[] = { 1, 3, 7, 64, 1001, 1 << 20 };
  gsize length, little_length, big_length;
  g_autofree char *data = make_mixed (&length);
  g_autofree char *wanted = hash_rows (data, length, 1 << 20);
  g_autofree char *little = convert (data, length, "\xff\xfe", "UTF-16LE", &little_length);
  g_autofree char *big = convert (data, length, "\xfe\xff", "UTF-16BE", &big_length);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *first = hash_rows (little, little_length, sizes[i]);
      g_autofree char *second = hash_rows (big, big_length, sizes[i]);

      g_assert_cmpstr (first, ==, wanted);
      g_assert_cmpstr (second, ==, wanted);
    }
}

static void
check_refused (const char *data, gsize length, int code, const char *part)
{
  g_autoptr (KsCsvReader) reader = open_bytes (data, length);
  g_autoptr (GError) error = NULL;

  ks_csv_reader_set_buffer_size (reader, 4096);
  while (ks_csv_reader_next (reader, &error) != NULL)
    ;
  g_assert_error (error, KS_TABLES_ERROR, code);
  g_assert_nonnull (strstr (error->message, "“a.csv”"));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  /* And nothing comes after. */
  g_assert_null (ks_csv_reader_next (reader, NULL));
}

#define REFUSED(data, code, part) check_refused (data, sizeof (data) - 1, KS_TABLES_ERROR_##code, part)

static void
test_foreign (void)
{
  REFUSED ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FORMAT, "PNG");
  REFUSED ("\xff\xd8\xff\xe0\0\x10JFIF", FORMAT, "JPEG");
  REFUSED ("GIF89a", FORMAT, "GIF");
  REFUSED ("%PDF-1.7\n", FORMAT, "PDF");
  REFUSED ("PK\x03\x04\x14\0", FORMAT, "Excel workbook");
  REFUSED ("\xd0\xcf\x11\xe0\xa1\xb1", FORMAT, "old Excel");
  REFUSED ("SQLite format 3\0", FORMAT, "database");
  REFUSED ("\x1f\x8b\x08", FORMAT, "GZIP");
  REFUSED ("Rar!\x1a\x07", FORMAT, "RAR");
  REFUSED ("7z\xbc\xaf\x27\x1c", FORMAT, "7z");
  REFUSED ("MZ\x90\0\x03\0", FORMAT, "program");
  REFUSED ("\x7f" "ELF\x02", FORMAT, "program");
  REFUSED ("  <!DOCTYPE html>\n<html>", FORMAT, "web page");
  REFUSED ("<html lang=vi></html>", FORMAT, "web page");
  REFUSED ("", FORMAT, "empty");
  REFUSED ("\xef\xbb\xbf", FORMAT, "empty");
  REFUSED ("\xff\xfe", FORMAT, "empty");
  REFUSED ("\r\n\n\r", FORMAT, "empty");
}

/* A header that happens to begin like a program is a header. */
static void
test_not_foreign (void)
{
  g_autoptr (KsCsvReader) reader = open_bytes ("MZ,PKx\n", 7);

  g_assert_nonnull (ks_csv_reader_next (reader, NULL));
}

static void
test_encoding (void)
{
  REFUSED ("a,b\n1,2\n3,\xe1\xba\n", ENCODING, "row 3");
  REFUSED ("a,b\n1,\"x\xc0\xaf\"", ENCODING, "row 2");
  REFUSED ("a,b\n1,2\n\xff", ENCODING, "row 3");
  REFUSED ("a,b\n1,\xe1\xba", ENCODING, "CSV UTF-8");
  REFUSED ("a,\0\n", ENCODING, "row 1");
  REFUSED ("\xff\xfe" "a\0,\0\n\0\0\xd8x\0", ENCODING, "row 2");
  REFUSED ("\xff\xfe" "a\0,\0\n\0\0\xdc", ENCODING, "row 2");
  REFUSED ("\xff\xfe" "a\0,\0\n\0b", ENCODING, "row 2");
}

static void
test_quotation_marks (void)
{
  REFUSED ("a,b\n1,2\n3,\"4\n5,6\n7,8\n", FORMAT, "row 3");
  REFUSED ("a,b\n1,\"2", FORMAT, "never closes");
  REFUSED ("a,b\n1,\"2\"\"", FORMAT, "never closes");
  REFUSED ("a,b\n\"1\"2,3\n", FORMAT, "row 2");
  REFUSED ("a,b\n\"1\" x,3\n", FORMAT, "follows");
}

static char *
make_cell (const char *before, gsize n_letters, const char *after, gsize *length)
{
  g_autofree char *letters = g_strnfill (n_letters, 'x');
  char *text = g_strconcat (before, letters, after, NULL);

  *length = strlen (text);
  return text;
}

static void
test_cell_limit (void)
{
  gsize length;
  g_autofree char *most = make_cell ("a,b\n1,\"", KS_CSV_MAX_CELL - 1, "\"\"\",2\n", &length);
  g_autoptr (KsCsvReader) reader = open_bytes (most, length);
  g_autofree char *quoted = NULL;
  g_autofree char *plain = NULL;
  const KsRow *row;

  g_assert_nonnull (ks_csv_reader_next (reader, NULL));
  row = ks_csv_reader_next (reader, NULL);
  g_assert_nonnull (row);
  g_assert_cmpuint (row->cells[1].length, ==, KS_CSV_MAX_CELL);
  g_assert_cmpstr (row->cells[2].text, ==, "2");

  quoted = make_cell ("a,b\n1,\"", KS_CSV_MAX_CELL, "\"\"\"\n", &length);
  check_refused (quoted, length, KS_TABLES_ERROR_LIMIT, "row 2");
  plain = make_cell ("a,b\n1,", KS_CSV_MAX_CELL + 1, "\n", &length);
  check_refused (plain, length, KS_TABLES_ERROR_LIMIT, "64 KB");
}

static void
test_row_limit (void)
{
  g_autofree char *cell = g_strnfill (KS_CSV_MAX_CELL, 'x');
  g_autoptr (GString) text = g_string_new ("a,b\n1");

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (text, ",%s", cell);
  check_refused (text->str, text->len, KS_TABLES_ERROR_LIMIT, "4 MB");
}

static void
test_column_limit (void)
{
  g_autofree char *commas = g_strnfill (KS_CSV_MAX_COLUMNS - 1, ',');
  g_autofree char *more = g_strnfill (50 << 20, ',');
  g_autoptr (KsCsvReader) reader = open_bytes (commas, strlen (commas));

  g_assert_cmpuint (ks_csv_reader_next (reader, NULL)->n_cells, ==, KS_CSV_MAX_COLUMNS);
  check_refused (more, 50 << 20, KS_TABLES_ERROR_LIMIT, "500 columns");
}

static void
test_number_of_rows (void)
{
  g_autofree char *lines = g_strnfill (KS_CSV_MAX_ROWS + 2, '\n');

  lines[0] = 'a';
  lines[KS_CSV_MAX_ROWS + 1] = 'b';
  check_refused (lines, KS_CSV_MAX_ROWS + 2, KS_TABLES_ERROR_LIMIT, "16.777.216");
}

/* Cut off anywhere, a file gives whole rows and perhaps an error, and never a row it does not
 * have but for the last, which a cut may shorten. */
static void
test_cut_off (void)
{
  static const char text[] = "a,b\n\"x\"\"y\",\"Đồng\nSơn\"\r\n1,ệ\n";

  for (gsize length = 1; length < sizeof text - 1; length++)
    {
      g_autofree char *part = g_memdup2 (text, length);
      g_autoptr (KsCsvReader) reader = open_bytes (part, length);
      g_autoptr (GError) error = NULL;
      guint n_rows = 0;

      while (ks_csv_reader_next (reader, &error) != NULL)
        n_rows++;
      g_assert_cmpuint (n_rows, <=, 3);
      g_assert_true (n_rows > 0 || error != NULL);
    }
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_csv_reader_new_for_path ("/nowhere/a.csv", &error));
  g_assert_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (ks_csv_reader_new_for_path ("/", &error));
  g_assert_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE);
}

static void
test_failing_stream (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a,b\n", 4, NULL);
  g_autoptr (KsCsvReader) reader = ks_csv_reader_new (stream, "a.csv");
  g_autoptr (GError) error = NULL;

  g_input_stream_close (stream, NULL, NULL);
  g_assert_null (ks_csv_reader_next (reader, &error));
  g_assert_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-hostile/sniff", test_sniff);
  g_test_add_func ("/csv-hostile/lines", test_lines);
  g_test_add_func ("/csv-hostile/chunks", test_chunks);
  g_test_add_func ("/csv-hostile/utf16-chunks", test_utf16_chunks);
  g_test_add_func ("/csv-hostile/foreign", test_foreign);
  g_test_add_func ("/csv-hostile/not-foreign", test_not_foreign);
  g_test_add_func ("/csv-hostile/encoding", test_encoding);
  g_test_add_func ("/csv-hostile/quotation-marks", test_quotation_marks);
  g_test_add_func ("/csv-hostile/cell-limit", test_cell_limit);
  g_test_add_func ("/csv-hostile/row-limit", test_row_limit);
  g_test_add_func ("/csv-hostile/column-limit", test_column_limit);
  g_test_add_func ("/csv-hostile/number-of-rows", test_number_of_rows);
  g_test_add_func ("/csv-hostile/cut-off", test_cut_off);
  g_test_add_func ("/csv-hostile/missing-file", test_missing_file);
  g_test_add_func ("/csv-hostile/failing-stream", test_failing_stream);
  return g_test_run ();
}
