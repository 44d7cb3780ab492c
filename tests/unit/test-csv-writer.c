/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-csv-writer.h"

/* One row of texts. */
static char *
write_row (KsCsvFlags flags, const char *const *texts)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, flags);
  g_autoptr (GError) error = NULL;

  for (; *texts != NULL; texts++)
    ks_csv_writer_add_text (writer, *texts);
  g_assert_true (ks_csv_writer_end_row (writer, &error));
  g_assert_true (ks_csv_writer_finish (writer, &error));
  return ks_csv_writer_steal_text (writer);
}

static void
check_row (KsCsvFlags flags, const char *const *texts, const char *wanted)
{
  g_autofree char *row = write_row (flags, texts);

  g_assert_cmpstr (row, ==, wanted);
}

#define ROW(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_quotes (void)
{
  check_row (KS_CSV_PLAIN, ROW ("a", "Xã Tân Tiến", ""), "a,Xã Tân Tiến,\n");
  check_row (KS_CSV_PLAIN, ROW ("a,b", "a;b", "a\tb"), "\"a,b\",a;b,a\tb\n");
  check_row (KS_CSV_PLAIN, ROW ("\"", "a\"b\"", " a "), "\"\"\"\",\"a\"\"b\"\"\", a \n");
  check_row (KS_CSV_PLAIN, ROW ("a\nb", "a\rb"), "\"a\nb\",\"a\rb\"\n");
  check_row (KS_CSV_PLAIN, ROW (""), "\"\"\n");
  check_row (KS_CSV_PLAIN, ROW ("", ""), ",\n");
  check_row (KS_CSV_PLAIN, ROW ("\xef\xbb\xbf" "a"), "\"\xef\xbb\xbf" "a\"\n");
  check_row (KS_CSV_PLAIN, ROW ("=1+1", "-"), "=1+1,-\n");
}

static void
test_local (void)
{
  check_row (KS_CSV_LOCAL, ROW ("a,b", "a;b"), "\xef\xbb\xbf" "a,b;\"a;b\"\n");
}

static void
test_guard (void)
{
  check_row (KS_CSV_GUARD, ROW ("=1", "+1", "-1", "@a"), "'=1,'+1,'-1,'@a\n");
  check_row (KS_CSV_GUARD, ROW ("\ta", "\ra", "\na"), "'\ta,\"'\ra\",\"'\na\"\n");
  check_row (KS_CSV_GUARD, ROW ("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"\n");
  check_row (KS_CSV_GUARD, ROW ("", "a=1", "'=1", "a-b"), ",a=1,'=1,a-b\n");
}

static void
test_figures (void)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_GUARD);
  g_autofree char *text = NULL;

  ks_csv_writer_add_figure (writer, "-0.25");
  ks_csv_writer_add_count (writer, -7);
  ks_csv_writer_add_count (writer, G_MAXINT64);
  ks_csv_writer_add_figure (writer, "97,35");
  ks_csv_writer_add_figure (writer, "");
  ks_csv_writer_end_row (writer, NULL);
  text = ks_csv_writer_steal_text (writer);
  g_assert_cmpstr (text, ==, "-0.25,-7,9223372036854775807,\"97,35\",\n");
}

static void
test_stream (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (stream, KS_CSV_PLAIN);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 20000; i++)
    {
      ks_csv_writer_add_count (writer, i);
      ks_csv_writer_add_text (writer, "Đồng chí");
      g_assert_true (ks_csv_writer_end_row (writer, &error));
      g_string_append_printf (wanted, "%d,Đồng chí\n", i);
    }
  g_assert_true (ks_csv_writer_finish (writer, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted->str,
                   wanted->len);
}

/* A stream without room says so, at the latest when the writer finishes. */
static void
test_full_stream (void)
{
  char room[16];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (stream, KS_CSV_PLAIN);
  g_autoptr (GError) error = NULL;

  ks_csv_writer_add_text (writer, "more than sixteen bytes");
  g_assert_true (ks_csv_writer_end_row (writer, &error));
  g_assert_false (ks_csv_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/quotes", test_quotes);
  g_test_add_func ("/csv-writer/local", test_local);
  g_test_add_func ("/csv-writer/guard", test_guard);
  g_test_add_func ("/csv-writer/figures", test_figures);
  g_test_add_func ("/csv-writer/stream", test_stream);
  g_test_add_func ("/csv-writer/full-stream", test_full_stream);
  return g_test_run ();
}
