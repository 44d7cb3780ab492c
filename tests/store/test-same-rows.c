/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that hold the same answers: again, grown, saved again by a spreadsheet, numbered. */

#include <sqlite3.h>
#include <string.h>

#include "ks-check.h"
#include "ks-csv-reader.h"
#include "ks-csv-writer.h"
#include "ks-import-responses.h"
#include "ks-row-identity.h"
#include "ks-schema.h"
#include "ks-test-day.h"

#define N_ROWS 4487

static void
import (KsTestDay *self, const char *path, guint added, guint known)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, added);
  g_assert_cmpuint (result->known, ==, known);
  ks_test_day_assert_sound (self);
}

/* What Excel makes of a cell: seconds are not shown, a formula shows its result. */
static char *
save_cell (const char *text, guint column)
{
  g_autoptr (GRegex) seconds = g_regex_new ("(:\\d\\d):\\d\\d", 0, 0, NULL);

  if (column == 0)
    return g_regex_replace (seconds, text, -1, 0, "\\1", 0, NULL);
  if (column == 1 && text[0] == '0')
    return g_strdup (text + 1);
  if (text[0] == '=')
    return g_strdup ("xem");
  return g_strdup (text);
}

/* Saves rows @first to @last (answers, from 1) of the linked sheet, the last @n_last times. */
static char *
save_again (KsTestDay *self, const char *name, guint first, guint last, guint n_last)
{
  g_autofree char *path = ks_test_day_path ("google-sheet-vi.csv");
  g_autoptr (KsCsvReader) reader = ks_csv_reader_new_for_path (path, NULL);
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS);
  g_autofree char *text = NULL;
  g_autofree char *utf16 = NULL;
  const KsRow *row;
  gsize length;

  while ((row = ks_csv_reader_next (reader, NULL)) != NULL)
    {
      if (row->number > 1 && (row->number <= first || row->number > last + 1))
        continue;
      for (guint n = row->number == last + 1 ? n_last : 1; n > 0; n--)
        {
          for (guint i = 0; i < row->n_cells; i++)
            {
              g_autofree char *cell = save_cell (row->cells[i].text, i);

              ks_csv_writer_add_text (writer, cell);
            }
          ks_csv_writer_end_row (writer, NULL);
        }
    }
  text = ks_csv_writer_steal_text (writer);
  utf16 = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  return ks_test_day_write (self, name, utf16, (gssize) length);
}

/* The answers @first to @last of the linked sheet as they are. */
static char *
write_part (KsTestDay *self, const char *name, guint first, guint last, guint n_last)
{
  g_autofree char *path = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) part = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* No line of the first hundreds breaks within a cell; those of a remark end with LF alone. */
  lines = g_strsplit (text, "\r\n", -1);
  g_string_append_printf (part, "%s\r\n", lines[0]);
  for (guint i = first; i <= last; i++)
    for (guint n = i == last ? n_last : 1; n > 0; n--)
      g_string_append_printf (part, "%s\r\n", lines[i]);
  return ks_test_day_write (self, name, part->str, -1);
}

static void
test_original_first (KsTestDay *self, gconstpointer data)
{
  g_autofree char *native = ks_test_day_path ("google-native.csv");
  g_autofree char *saved = save_again (self, "lưu lại.txt", 1, N_ROWS, 1);

  import (self, native, N_ROWS, 0);
  import (self, saved, 0, N_ROWS);
  import (self, native, 0, N_ROWS);
}

static void
test_saved_first (KsTestDay *self, gconstpointer data)
{
  g_autofree char *native = ks_test_day_path ("google-native.csv");
  g_autofree char *saved = save_again (self, "lưu lại.txt", 1, N_ROWS, 1);

  import (self, saved, N_ROWS, 0);
  import (self, native, 0, N_ROWS);
  import (self, saved, 0, N_ROWS);
}

/* A, A, A and B, B: n, n, n + m, n + m; each saved again or not, the last row of B three times. */
static void
test_grown (KsTestDay *self, gconstpointer data)
{
  g_autofree char *a = write_part (self, "a.csv", 1, 200, 1);
  g_autofree char *a_saved = save_again (self, "a lưu.txt", 1, 200, 1);
  g_autofree char *both = write_part (self, "ab.csv", 1, 300, 3);
  g_autofree char *both_saved = save_again (self, "ab lưu.txt", 1, 300, 3);
  g_autofree char *b = write_part (self, "b.csv", 201, 300, 3);
  g_autofree char *b_saved = save_again (self, "b lưu.txt", 201, 300, 3);
  gboolean saved_first = GPOINTER_TO_INT (data) & 1, saved_later = GPOINTER_TO_INT (data) & 2;

  import (self, saved_first ? a_saved : a, 200, 0);
  import (self, saved_later ? a_saved : a, 0, 200);
  import (self, saved_first ? both_saved : both, 102, 200);
  import (self, saved_later ? both_saved : both, 0, 302);
  import (self, saved_later ? b : b_saved, 0, 102);
  import (self, saved_first ? b : b_saved, 0, 102);
}

/* Two people who answer alike in one minute are two as long as seconds tell them apart. */
static void
test_same_minute (KsTestDay *self, gconstpointer data)
{
  static const char head[] = "Dấu thời gian,Mã đơn vị,A1,E1\n";
  g_autofree char *first = g_strconcat (head, "01/04/2024 8:05:12,07210-5M5RYJ,Tốt,\n", NULL);
  g_autofree char *second = g_strconcat (head, "01/04/2024 8:05:40,07210-5M5RYJ,Tốt,\n", NULL);
  g_autofree char *minute = g_strconcat (head, "01/04/2024 8:05,7210-5m5ryj,Tốt,\n", NULL);
  g_autofree char *written = g_strconcat (head, "01/04/2024 8:05,07210-5M5RYJ,Tốt,Không\n", NULL);
  g_autofree char *a = ks_test_day_write (self, "a.csv", first, -1);
  g_autofree char *b = ks_test_day_write (self, "b.csv", second, -1);
  g_autofree char *c = ks_test_day_write (self, "c.csv", minute, -1);
  g_autofree char *d = ks_test_day_write (self, "d.csv", written, -1);

  import (self, a, 1, 0);
  import (self, b, 1, 0);
  import (self, c, 0, 1);
  import (self, d, 1, 0);
}

/* The number of the form service decides: equal rows with two numbers are two people, a number
 * twice is one; another content under a known number waits. */
static void
test_numbered (KsTestDay *self, gconstpointer data)
{
  static const char head[] = "ID,Completion time,Mã đơn vị,A1\n";
  g_autofree char *first = g_strconcat (head, "1,2024-04-01 08:05:12,07210-5M5RYJ,Tốt\n",
                                        "2,2024-04-01 08:05:12,07210-5M5RYJ,Tốt\n", NULL);
  g_autofree char *grown = g_strconcat (head, "1,2024-04-01 08:05,07210-5M5RYJ,Tốt\n",
                                        "2,2024-04-01 08:05,07210-5M5RYJ,Khá\n",
                                        "3,2024-04-01 08:05,07210-5M5RYJ,Tốt\n", NULL);
  g_autofree char *a = ks_test_day_write (self, "a.csv", first, -1);
  g_autofree char *b = ks_test_day_write (self, "b.csv", grown, -1);
  g_autoptr (KsImportResult) result = NULL;

  import (self, a, 2, 0);
  import (self, a, 0, 2);
  result = ks_import_responses (self->campaign, b, FALSE, NULL, NULL, NULL);
  g_assert_cmpuint (result->known, ==, 1);
  g_assert_cmpuint (result->counted, ==, 1);
  g_assert_cmpuint (result->reasons[KS_REASON_KNOWN_ID], ==, 1);
  import (self, b, 0, 3);
  import (self, a, 0, 2);
}

static guint
count_log (KsTestDay *self)
{
  g_autoptr (GPtrArray) entries = ks_log_load (self->campaign, NULL);

  return entries->len;
}

static guint
sum_added (GPtrArray *results)
{
  guint sum = 0;

  for (guint i = 0; i < results->len; i++)
    sum += ((KsImportResult *) results->pdata[i])->added;
  return sum;
}

/* Several files are one act: a file among them that cannot be read keeps all out, what stands in
 * two of them, or in one that is named twice, comes in once, and one step takes all of it back. */
static void
test_several (KsTestDay *self, gconstpointer data)
{
  g_autofree char *a = write_part (self, "a.csv", 1, 200, 1);
  g_autofree char *both = save_again (self, "ab lưu.txt", 1, 300, 3);
  g_autofree char *c = write_part (self, "c.csv", 301, 350, 1);
  g_autofree char *broken = ks_test_day_write (self, "hỏng.csv", "a,b\n1,2\n", -1);
  const char *const with_broken[] = { a, c, broken, NULL };
  const char *const whole[] = { a, a, both, a, c, NULL };
  static const guint added[] = { 200, 0, 102, 0, 50 };
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  guint n_log = count_log (self);

  g_assert_null (ks_import_files (self->campaign, with_broken, KS_ENCODING_AUTO, FALSE, NULL, NULL,
                                  &error));
  g_assert_nonnull (strstr (error->message, "hỏng.csv"));
  g_assert_cmpuint (count_log (self), ==, n_log);
  g_clear_error (&error);

  results = ks_import_files (self->campaign, whole, KS_ENCODING_AUTO, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sum_added (results), ==, 352);
  g_assert_cmpuint (count_log (self), ==, n_log);
  g_ptr_array_unref (results);

  results
      = ks_import_files (self->campaign, whole, KS_ENCODING_AUTO, FALSE, NULL, &outcome, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < results->len; i++)
    g_assert_cmpuint (((KsImportResult *) results->pdata[i])->added, ==, added[i]);
  g_assert_cmpuint (count_log (self), ==, n_log + 1);
  import (self, both, 0, 302);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_log (self), ==, n_log + 2);
  import (self, a, 200, 0);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  g_autofree char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

/* A statement of the first version, as a file of its time holds it. */
static char *
dup_first (const char *beginning)
{
  const char *start = strstr (ks_schema_migrations[0], beginning);

  g_assert_nonnull (start);
  return g_strndup (start, (gsize) (strchr (start, ';') + 1 - start));
}

/* Makes the campaign one of the fourth version: its digests are of another kind. */
static void
make_old (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table = dup_first ("CREATE TABLE response (");
  g_autofree char *index = dup_first ("CREATE INDEX response_apart");
  g_autofree char *report = dup_first ("CREATE TABLE report (");
  g_autofree char *old = g_strconcat (
      "DROP TABLE report;", report,
      "ALTER TABLE response RENAME TO newer; DROP INDEX response_apart;", table, index,
      "INSERT INTO response SELECT id, batch, source_row, unit, given, answered, answers, state,"
      " reason, id * 7919 FROM newer; DROP TABLE newer;", NULL);

  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  run_sql (self->path, old);
  run_sql (self->path, KS_TEST_DROP_NEWER
                       "ALTER TABLE batch DROP COLUMN time_step;"
                       "ALTER TABLE batch DROP COLUMN digest_kind;"
                       "DROP TABLE recipe;"
                       "DROP TABLE finding_row; DROP TABLE finding; DROP TABLE finding_run;"
                       "DROP TABLE decision; DROP TABLE vanished;"
                       "DROP TABLE withdrawn; DROP TABLE withdrawn_remark;"
                       "DROP TABLE call; DROP TABLE evidence; DROP TABLE step_done;"
                       "DROP TABLE extension; DROP TABLE post_count;"
                       "ALTER TABLE tally DROP COLUMN newest; ALTER TABLE tally DROP COLUMN arrivals;"
                       "ALTER TABLE tally DROP COLUMN counted_before;"
                       "PRAGMA user_version = 4;");
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

static void
copy_file (const char *from, const char *to, const char *suffix)
{
  g_autofree char *path = g_strconcat (from, suffix, NULL);
  g_autofree char *copy = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
}

/* Whoever was ended just after an older file was brought up to date has the new format in the log. */
static void
test_ended_after_update (KsTestDay *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "khác.khaosat", NULL);
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  make_old (self);
  copy_file (self->path, other, "");
  copy_file (self->path, other, "-wal");
  campaign = ks_campaign_open (other, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

static void
test_older_campaign (KsTestDay *self, gconstpointer data)
{
  g_autofree char *native = ks_test_day_path ("google-native.csv");
  g_autofree char *saved = save_again (self, "lưu lại.txt", 1, N_ROWS, 1);
  gboolean saved_first = GPOINTER_TO_INT (data);

  import (self, saved_first ? saved : native, N_ROWS, 0);
  make_old (self);
  import (self, saved_first ? native : saved, 0, N_ROWS);
  import (self, native, 0, N_ROWS);
}

static void
test_identity (void)
{
  guint64 content = ks_row_identity_hash_content ("07210-5M5RYJ", "12-");

  g_assert_cmpuint (ks_row_identity_hash_content (" 7210 5m5ryj", "12-"), ==, content);
  g_assert_cmpuint (ks_row_identity_hash_content ("07210-SM5RYJ", "12-"), !=, content);
  g_assert_cmpuint (ks_row_identity_hash_content ("07210-5M5RYJ", "1-2"), !=, content);
  g_assert_cmpuint (ks_row_identity_hash_content ("Xã  Tân YÊN", "1"), ==,
                    ks_row_identity_hash_content ("xã tân yên", "1"));
  g_assert_cmpuint (ks_row_identity_hash_earlier ("07210", "", "12-"), !=, content);
  g_assert_cmpuint (ks_row_identity_hash_service ("", "07210"), ==, 0);
  g_assert_cmpuint (ks_row_identity_hash_service ("1", "07210"), !=,
                    ks_row_identity_hash_service ("1", "07213"));
  g_assert_cmpuint (ks_row_identity_add_text (0, "E1", "=1+1"), ==, KS_TEXTS_FRAGILE);
  g_assert_cmpuint (ks_row_identity_add_text (0, "E1", "Rất tốt 👍"), ==,
                    ks_row_identity_add_text (0, "E1", " rất tốt ?"));
  g_assert_cmpuint (ks_row_identity_add_text (0, "E1", "Không"), !=,
                    ks_row_identity_add_text (0, "E2", "Không"));
}

#define ADD(path, data, func)                                                                      \
  g_test_add (path, KsTestDay, GINT_TO_POINTER (data), ks_test_day_set_up, func,                   \
              ks_test_day_tear_down)

/* A unit's file without answers holds the others up no more than an empty sheet does. */
static void
test_empty_beside (KsTestDay *self, gconstpointer data)
{
  g_autofree char *full = ks_test_day_write (
      self, "a.csv", "Thời điểm,Mã đơn vị,A1\n01/04/2024 8:05:12,07210-5M5RYJ,5\n", -1);
  g_autofree char *empty
      = ks_test_day_write (self, "rỗng.csv", "Thời điểm,Mã đơn vị,A1\n", -1);
  const char *const both[] = { empty, full, NULL };
  const char *const none[] = { empty, empty, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = ks_import_files (self->campaign, both, KS_ENCODING_AUTO, FALSE,
                                                   NULL, NULL, &error);
  const KsImportResult *result;
  gboolean said = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  result = results->pdata[0];
  g_assert_cmpuint (result->counted, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (result->notes) && result->notes[i] != NULL; i++)
    said |= strstr (result->notes[i], "rỗng.csv") != NULL;
  g_assert_true (said);
  g_assert_null (ks_import_files (self->campaign, none, KS_ENCODING_AUTO, FALSE, NULL, NULL,
                                  &error));
  g_assert_nonnull (strstr (error->message, "rỗng.csv"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/same-rows/identity", test_identity);
  ADD ("/same-rows/original-first", 0, test_original_first);
  ADD ("/same-rows/saved-first", 0, test_saved_first);
  ADD ("/same-rows/grown", 0, test_grown);
  ADD ("/same-rows/grown/saved-first", 1, test_grown);
  ADD ("/same-rows/grown/saved-later", 2, test_grown);
  ADD ("/same-rows/grown/saved", 3, test_grown);
  ADD ("/same-rows/same-minute", 0, test_same_minute);
  ADD ("/same-rows/numbered", 0, test_numbered);
  ADD ("/same-rows/several", 0, test_several);
  ADD ("/same-rows/empty-beside", 0, test_empty_beside);
  ADD ("/same-rows/older-campaign", 0, test_older_campaign);
  ADD ("/same-rows/older-campaign/saved", 1, test_older_campaign);
  ADD ("/same-rows/ended-after-update", 0, test_ended_after_update);

  return g_test_run ();
}
