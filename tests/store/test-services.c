/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every service's export as a spreadsheet saves it again: in each kind of file, with each way to
 * write a time, with headers and columns as they become on the way. */

#include <stdio.h>
#include <string.h>

#include "ks-csv-writer.h"
#include "ks-import-responses.h"
#include "ks-sheet-source.h"
#include "ks-sheet-writer.h"
#include "ks-test-day.h"
#include "ks-test-encode.h"
#include "ks-test-workbook.h"

/* Of the sample day: the first answers, the last, and some between. */
#define FIRST_ROWS 40
#define EVERY 97
#define LAST_ROW 4485

typedef enum {
  FILE_COMMAS, /* LF, as services write */
  FILE_CRLF,
  FILE_SEMICOLONS,
  FILE_UTF16,
  FILE_1258,
  FILE_XLSX,
  FILE_ODS,
  N_FILES,
} FileKind;

typedef enum {
  TIME_AS_IS,
  TIME_DAY,      /* 1/4/2024 8:05 */
  TIME_MONTH,    /* 4/1/2024 8:05:12 AM */
  TIME_SA_CH,    /* 01/04/2024 8:05:12 SA */
  TIME_SHORT,    /* 4/1/24 8:05 pm */
  TIME_YEAR,     /* 2024-04-01 08:05 */
  N_TIMES,
} TimeKind;

typedef enum {
  HEADER_AS_IS,
  HEADER_STRAY,  /* blanks, line breaks and NBSP */
  HEADER_OTHERS, /* columns in another order, and some that nobody asked for */
  N_HEADERS,
} HeaderKind;

static const char *const services[] = { "google-native.csv",  "google-sheet-vi.csv",
                                        "google-sheet-vi.xlsx", "msforms.xlsx",
                                        "limesurvey.csv.zip",  "kobo.csv.zip" };

/* Rows of cells; the first is the header. */
static GPtrArray *
read_rows (const char *file)
{
  g_autofree char *path = ks_test_day_path (file);
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_path (path, NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const KsRow *row;
  guint n_cells = 0, n_read = 0;

  while ((row = ks_sheet_source_next (source, NULL)) != NULL)
    {
      char **cells;

      n_cells = MAX (n_cells, row->n_cells);
      if (n_read++ > FIRST_ROWS && n_read % EVERY != 0 && n_read < LAST_ROW)
        continue;
      cells = g_new0 (char *, n_cells + 1);
      for (guint i = 0; i < n_cells; i++)
        cells[i] = g_strdup (i < row->n_cells ? row->cells[i].text : "");
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

/* A spreadsheet knows these for times; what names a zone stays a text. */
static gboolean
read_time (const char *text, int *when)
{
  char sign;
  int length = 0;

  if (sscanf (text, "%4d-%2d-%2d%c%2d:%2d:%2d%n", &when[0], &when[1], &when[2], &sign, &when[3],
              &when[4], &when[5], &length) == 7)
    return text[length] == '\0';
  return sscanf (text, "%2d/%2d/%4d %2d:%2d:%2d%n", &when[2], &when[1], &when[0], &when[3], &when[4],
                 &when[5], &length) == 6
         && text[length] == '\0';
}

static char *
write_time (const int *when, TimeKind kind)
{
  int hour = (when[3] + 11) % 12 + 1;
  gboolean morning = when[3] < 12;

  switch (kind)
    {
    case TIME_DAY:
      return g_strdup_printf ("%d/%d/%d %d:%02d", when[2], when[1], when[0], when[3], when[4]);
    case TIME_MONTH:
      return g_strdup_printf ("%d/%d/%d %d:%02d:%02d %s", when[1], when[2], when[0], hour, when[4],
                              when[5], morning ? "AM" : "PM");
    case TIME_SA_CH:
      return g_strdup_printf ("%02d/%02d/%d %d:%02d:%02d %s", when[2], when[1], when[0], hour,
                              when[4], when[5], morning ? "SA" : "CH");
    case TIME_SHORT:
      return g_strdup_printf ("%d/%d/%02d %d:%02d %s", when[1], when[2], when[0] % 100, hour, when[4],
                              morning ? "am" : "pm");
    case TIME_YEAR:
      return g_strdup_printf ("%d-%02d-%02d %02d:%02d", when[0], when[1], when[2], when[3], when[4]);
    case TIME_AS_IS:
    case N_TIMES:
    default:
      g_assert_not_reached ();
    }
}

static char *
save_cell (const char *text, TimeKind kind)
{
  int when[6];

  if (text[0] == '=')
    return g_strdup ("xem");
  if (kind != TIME_AS_IS && read_time (text, when))
    return write_time (when, kind);
  if (strstr (text, " PM GMT+7") != NULL && kind == TIME_SA_CH)
    return g_strdup_printf ("%.*s CH GMT+7", (int) (strstr (text, " PM") - text), text);
  return g_strdup (text);
}

static char *
save_header (const char *text, HeaderKind kind)
{
  g_autoptr (GString) stray = g_string_new (text);

  if (kind != HEADER_STRAY)
    return g_strdup (text);
  g_string_replace (stray, " ", "\xC2\xA0 ", 1);
  return g_strdup_printf (" %s \n", stray->str);
}

/* The same answers as they come out of a spreadsheet. */
static GPtrArray *
save_rows (GPtrArray *rows, TimeKind time, HeaderKind header)
{
  GPtrArray *saved = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];
      guint n_cells = g_strv_length (cells);
      g_autoptr (GPtrArray) row = g_ptr_array_new ();

      for (guint k = 0; k < n_cells; k++)
        {
          const char *text = cells[header == HEADER_OTHERS ? n_cells - 1 - k : k];

          g_ptr_array_add (row, i == 0 ? save_header (text, header) : save_cell (text, time));
        }
      if (header == HEADER_OTHERS)
        {
          g_ptr_array_add (row, g_strdup (i == 0 ? "Column 34" : ""));
          g_ptr_array_add (row, g_strdup (i == 0 ? "Điểm" : "7/10"));
          g_ptr_array_add (row, g_strdup (i == 0 ? "" : i % 2 ? "đã xem" : ""));
        }
      g_ptr_array_add (row, NULL);
      g_ptr_array_add (saved, g_ptr_array_steal (row, NULL));
    }
  return saved;
}

static char *
write_text (GPtrArray *rows, KsCsvFlags flags)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, flags);

  for (guint i = 0; i < rows->len; i++)
    {
      for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
        ks_csv_writer_add_text (writer, *cell);
      ks_csv_writer_end_row (writer, NULL);
    }
  return ks_csv_writer_steal_text (writer);
}

static GBytes *
write_xlsx (GPtrArray *rows)
{
  g_autoptr (KsSheetWriter) writer = ks_sheet_writer_new (KS_SHEET_XLSX, 0, NULL);

  ks_sheet_writer_begin_sheet (writer, "Sheet1");
  for (guint i = 0; i < rows->len; i++)
    {
      for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
        ks_sheet_writer_add_text (writer, *cell);
      ks_sheet_writer_end_row (writer);
    }
  return ks_sheet_writer_finish (writer, NULL);
}

static GBytes *
write_ods (GPtrArray *rows)
{
  g_autoptr (GString) table = g_string_new ("<table:table table:name=\"Sheet1\">");

  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append (table, "<table:table-row>");
      for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
        {
          g_autofree char *text = g_markup_escape_text (*cell, -1);

          g_string_append_printf (table, "<table:table-cell office:value-type=\"string\"><text:p>%s"
                                         "</text:p></table:table-cell>",
                                  text);
        }
      g_string_append (table, "</table:table-row>");
    }
  g_string_append (table, "</table:table>");
  return ks_test_ods ("", table->str);
}

/* Letters that Windows-1258 does not have become question marks. */
static GBytes *
write_1258 (const char *given)
{
  g_autofree char *composed = g_utf8_normalize (given, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *text = composed; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) < 0x2000)
      g_string_append_len (plain, text, g_utf8_next_char (text) - text);
    else
      g_string_append_c (plain, '?');
  return ks_test_encode (KS_ENCODING_WINDOWS_1258, plain->str);
}

static GBytes *
write_file (GPtrArray *rows, FileKind kind)
{
  g_autofree char *text = write_text (
      rows, kind == FILE_SEMICOLONS || kind == FILE_1258 ? KS_CSV_LOCAL
            : kind == FILE_UTF16                         ? KS_CSV_TABS
                                                         : KS_CSV_PLAIN);
  g_autoptr (GString) crlf = g_string_new (text);
  gsize length;
  char *utf16;

  switch (kind)
    {
    case FILE_CRLF:
      g_string_replace (crlf, "\n", "\r\n", 0);
      return g_bytes_new (crlf->str, crlf->len);
    case FILE_UTF16:
      utf16 = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
      return g_bytes_new_take (utf16, length);
    case FILE_1258:
      /* That letter set has no byte order mark. */
      return write_1258 (text + strlen ("\xEF\xBB\xBF"));
    case FILE_XLSX:
      return write_xlsx (rows);
    case FILE_ODS:
      return write_ods (rows);
    case FILE_COMMAS:
    case FILE_SEMICOLONS:
    case N_FILES:
    default:
      return g_bytes_new (text, strlen (text));
    }
}

static KsImportResult *
import (KsTestDay *self, const char *path, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  KsImportResult *result
      = ks_import_responses (self->campaign, path, dry_run, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

/* The same figures by itself, and nothing new where the original is. */
static void
check (KsTestDay *empty, KsTestDay *full, GPtrArray *rows, const KsImportResult *expected,
       FileKind file, TimeKind time, HeaderKind header)
{
  g_autoptr (GPtrArray) saved = save_rows (rows, time, header);
  g_autoptr (GBytes) bytes = write_file (saved, file);
  g_autofree char *path = ks_test_day_write (empty, "lưu lại", g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes));
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsImportResult) again = NULL;

  g_test_message ("file %d, time %d, header %d", file, time, header);
  result = import (empty, path, TRUE);
  g_assert_cmpuint (result->counted, ==, expected->counted);
  g_assert_cmpuint (result->waiting, ==, expected->waiting);
  g_assert_cmpuint (result->unread, ==, 0);
  g_assert_cmpmem (result->reasons, sizeof result->reasons, expected->reasons,
                   sizeof expected->reasons);
  again = import (full, path, TRUE);
  g_assert_cmpuint (again->known, ==, expected->added);
  g_assert_cmpuint (again->added, ==, 0);
}

/* Ten times slower under the sanitizers: each kind once shows there what all of them would. */
#ifdef __SANITIZE_ADDRESS__
#define is_checked(file, time) ((guint) (file) % N_TIMES == (guint) (time))
#else
#define is_checked(file, time) TRUE
#endif

static void
test_service (gconstpointer data)
{
  g_autoptr (GPtrArray) rows = read_rows (data);
  g_autofree char *text = write_text (rows, KS_CSV_PLAIN);
  g_autofree char *path = NULL;
  g_autoptr (KsImportResult) expected = NULL;
  KsTestDay empty, full;

  ks_test_day_set_up (&empty, NULL);
  ks_test_day_set_up (&full, NULL);
  path = ks_test_day_write (&full, "gốc.csv", text, -1);
  expected = import (&full, path, FALSE);
  g_assert_cmpuint (expected->rows, ==, rows->len - 1);
  g_assert_cmpuint (expected->counted, >, 60);
  g_assert_cmpuint (expected->waiting, >, 0);
  for (FileKind file = 0; file < N_FILES; file++)
    for (TimeKind time = 0; time < N_TIMES; time++)
      if (is_checked (file, time))
        check (&empty, &full, rows, expected, file, time, (file + time) % N_HEADERS);
  ks_test_day_tear_down (&empty, NULL);
  ks_test_day_tear_down (&full, NULL);
}

/* The header and the answers @first to @last, from 1. */
static char *
write_part (KsTestDay *self, GPtrArray *rows, guint first, guint last, FileKind kind)
{
  g_autoptr (GPtrArray) part = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_strdup_printf ("%u-%u-%d", first, last, kind);

  g_ptr_array_add (part, rows->pdata[0]);
  for (guint i = first; i <= last; i++)
    g_ptr_array_add (part, rows->pdata[i]);
  bytes = write_file (part, kind);
  return ks_test_day_write (self, name, g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes));
}

static void
import_part (KsTestDay *self, GPtrArray *rows, guint first, guint last, FileKind kind, guint added)
{
  g_autofree char *path = write_part (self, rows, first, last, kind);
  g_autoptr (KsImportResult) result = import (self, path, FALSE);

  g_assert_cmpuint (result->added, ==, added);
  g_assert_cmpuint (result->known, ==, last - first + 1 - added);
}

/* A, A, A and B, B: n, n, n + m, n + m, each in a file of another kind. */
static void
test_grown (gconstpointer data)
{
  g_autoptr (GPtrArray) rows = read_rows (data);
  guint n = rows->len / 2, all = rows->len - 1;
  KsTestDay day;

  for (FileKind kind = 0; kind < N_FILES; kind++)
    {
      ks_test_day_set_up (&day, NULL);
      import_part (&day, rows, 1, n, kind, n);
      import_part (&day, rows, 1, n, (kind + 1) % N_FILES, 0);
      import_part (&day, rows, 1, all, (kind + 2) % N_FILES, all - n);
      import_part (&day, rows, n + 1, all, (kind + 3) % N_FILES, 0);
      import_part (&day, rows, 1, all, kind, 0);
      ks_test_day_tear_down (&day, NULL);
    }
}

/* The same answers come in once, whichever services wrote them, as far as their files tell the same
 * times: the sheet's rows have no number. */
static void
test_across (void)
{
  g_autofree char *text = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *workbook = ks_test_day_path ("google-sheet-vi.xlsx");
  g_autofree char *native = ks_test_day_path ("google-native.csv");
  const char *const paths[] = { text, workbook, native, NULL };
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  KsTestDay day;

  ks_test_day_set_up (&day, NULL);
  results = ks_import_files (day.campaign, paths, KS_ENCODING_AUTO, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < results->len; i++)
    g_assert_cmpuint (((KsImportResult *) results->pdata[i])->added, ==, i == 0 ? 4487 : 0);
  ks_test_day_tear_down (&day, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *name = g_strconcat ("/services/", services[i], NULL);

      g_autofree char *grown = g_strconcat ("/services/grown/", services[i], NULL);

      g_test_add_data_func (name, services[i], test_service);
      g_test_add_data_func (grown, services[i], test_grown);
    }
  g_test_add_func ("/services/across", test_across);
  return g_test_run ();
}
