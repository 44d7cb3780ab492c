/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-csv-reader.h"
#include "ks-tables-error.h"
#include "ks-test-encode.h"

static const char list[] = "Mã,Tên đơn vị\n07201,Phường Thọ Xương\n07216,Phường Mỹ Độ\n"
                           "07375,Thị trấn Vôi\n07318,\"Xã Phúc Sơn, Tân Yên\"\n";
static const KsEncoding encodings[] = {
  KS_ENCODING_UTF8,         KS_ENCODING_UTF16_LE, KS_ENCODING_UTF16_BE,
  KS_ENCODING_WINDOWS_1258, KS_ENCODING_TCVN3,    KS_ENCODING_VNI,
};

static KsCsvReader *
open_bytes (const void *data, gsize length, gsize chunk)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  KsCsvReader *reader = ks_csv_reader_new (stream, "a.csv");

  if (chunk > 0)
    ks_csv_reader_set_buffer_size (reader, chunk);
  return reader;
}

/* The rows, each cell in brackets. */
static char *
read_all (KsCsvReader *reader, GError **error)
{
  GString *text = g_string_new (NULL);
  const KsRow *row;

  while ((row = ks_csv_reader_next (reader, error)) != NULL)
    {
      for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf (text, "[%s]", row->cells[i].text);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_sure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (gsize chunk = 0; chunk < 7; chunk++)
      {
        g_autoptr (GBytes) bytes = ks_test_encode (encodings[i], list);
        g_autoptr (KsCsvReader) reader
            = open_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), chunk);
        g_autoptr (GError) error = NULL;
        g_autofree char *rows = read_all (reader, &error);

        g_assert_no_error (error);
        g_assert_cmpstr (rows, ==,
                         "[Mã][Tên đơn vị]\n[07201][Phường Thọ Xương]\n[07216][Phường Mỹ Độ]\n"
                         "[07375][Thị trấn Vôi]\n[07318][Xã Phúc Sơn, Tân Yên]\n");
        g_assert_cmpint (ks_csv_reader_get_guess (reader)->candidates[0].encoding, ==, encodings[i]);
        g_assert_null (ks_csv_reader_preview (reader, encodings[i]));
      }
}

/* Two candidates, or few words: the reader asks, and obeys. */
static void
test_ask (void)
{
  static const char bytes[] = "name\nx\xf3m\nl\xf3n\nn\xf3m\n";
  g_autoptr (KsCsvReader) reader = open_bytes (bytes, strlen (bytes), 0);
  g_autoptr (KsCsvReader) again = open_bytes (bytes, strlen (bytes), 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = NULL;
  g_autofree char *rows = NULL;

  g_assert_null (ks_csv_reader_next (reader, &error));
  g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "tcvn3 “xúm lún núm”"));
  g_assert_nonnull (strstr (error->message, "windows-1258 “xóm lón nóm”"));
  g_assert_cmpuint (ks_csv_reader_get_guess (reader)->n_candidates, >, 1);
  g_assert_false (ks_csv_reader_get_guess (reader)->sure);
  preview = ks_csv_reader_preview (reader, KS_ENCODING_WINDOWS_1258);
  g_assert_cmpstr (preview, ==, "xóm lón nóm");

  g_clear_error (&error);
  ks_csv_reader_set_encoding (again, KS_ENCODING_WINDOWS_1258);
  rows = read_all (again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, "[name]\n[xóm]\n[lón]\n[nóm]\n");
}

/* The first letter with a mark stands far behind the beginning. */
static void
test_late (void)
{
  g_autofree char *plain = g_strnfill (100 * 1024, 'a');

  for (gsize i = 80; i < 100 * 1024; i += 80)
    plain[i] = '\n';
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (gsize chunk = 0; chunk <= 5000; chunk += 5000)
      {
        g_autofree char *text = g_strconcat (plain, "\n", list, NULL);
        g_autoptr (GBytes) bytes = ks_test_encode (encodings[i], text);
        g_autoptr (KsCsvReader) reader
            = open_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), chunk);
        g_autoptr (GError) error = NULL;
        g_autofree char *rows = NULL;

        ks_csv_reader_set_delimiter (reader, ',');
        rows = read_all (reader, &error);
        g_assert_no_error (error);
        g_assert_true (g_str_has_suffix (rows, "[07375][Thị trấn Vôi]\n[07318][Xã Phúc Sơn, Tân Yên]\n"));
      }
}

/* A workbook with cells in .VnTime, saved as "CSV UTF-8" with its mark. */
static void
test_layers (void)
{
  g_autofree char *text = ks_test_encode_text (KS_ENCODING_TCVN3, list);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);

  for (gsize chunk = 0; chunk < 4; chunk++)
    {
      g_autoptr (KsCsvReader) reader = open_bytes (marked, strlen (marked), chunk);
      g_autofree char *rows = read_all (reader, NULL);

      g_assert_true (g_str_has_prefix (rows, "[Mã][Tên đơn vị]\n"));
      g_assert_true (g_str_has_suffix (rows, "[07318][Xã Phúc Sơn, Tân Yên]\n"));
    }
}

/* Nobody's word makes something else of what is certain. */
static void
test_wrong_word (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) bytes = ks_test_encode (encodings[i], list);
      g_autoptr (KsCsvReader) reader
          = open_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0);
      g_autofree char *rows = NULL;

      ks_csv_reader_set_encoding (reader, KS_ENCODING_VNI);
      rows = read_all (reader, NULL);
      g_assert_true (g_str_has_prefix (rows, "[Mã][Tên đơn vị]\n"));
    }
}

/* Text of no encoding is refused with its row, as ever. */
static void
test_none (void)
{
  static const char bytes[] = "a,b\n1,\xe1\xba\n";
  g_autoptr (KsCsvReader) reader = open_bytes (bytes, strlen (bytes), 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = read_all (reader, &error);

  g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "row 2"));
  g_assert_cmpuint (ks_csv_reader_get_guess (reader)->n_candidates, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-encoding/sure", test_sure);
  g_test_add_func ("/csv-encoding/ask", test_ask);
  g_test_add_func ("/csv-encoding/late", test_late);
  g_test_add_func ("/csv-encoding/layers", test_layers);
  g_test_add_func ("/csv-encoding/wrong-word", test_wrong_word);
  g_test_add_func ("/csv-encoding/none", test_none);
  return g_test_run ();
}
