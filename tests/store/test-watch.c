/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder that exports come into: what is new is taken once it rests, the same bytes once, and what
 * somebody is to decide is left to them. */

#include <glib/gstdio.h>
#include <string.h>

#include "ks-import-responses.h"
#include "ks-rows.h"
#include "ks-store-error.h"
#include "ks-test-day.h"
#include "ks-test.h"
#include "ks-watch-folder.h"
#include "ks-withdraw-batch.h"

#define HEADER "Dấu thời gian,Mã đơn vị,A1\n"
#define ROW(minute, level) "01/04/2024 08:" minute ":01,07210-5M5RYJ," level "\n"

typedef struct {
  KsTestDay  day;
  char      *folder;
  GPtrArray *files;
  gboolean   takes_new_headers;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  ks_test_day_set_up (&self->day, NULL);
  self->folder = g_build_filename (self->day.folder, "theo dõi", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  self->takes_new_headers = TRUE;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ks_test_remove_folder (self->folder);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self->folder);
  ks_test_day_tear_down (&self->day, NULL);
}

static void
put (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
scan (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = ks_watch_list (self->folder, self->files, &error);

  g_assert_no_error (error);
  ks_watch_examine (self->day.campaign, files, self->takes_new_headers, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = files;
}

/* As if nobody had touched them for a while. */
static void
rest (Fixture *self)
{
  for (guint i = 0; i < self->files->len; i++)
    ((KsWatchedFile *) self->files->pdata[i])->since -= KS_WATCH_REST;
}

static void
look (Fixture *self)
{
  scan (self);
  rest (self);
  scan (self);
}

static char *
take (Fixture *self)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  ks_watch_take (self->day.campaign, self->files, NULL, &outcome, &error);
  g_assert_no_error (error);
  return outcome != NULL ? g_strdup (ks_outcome_get_message (outcome)) : NULL;
}

static KsWatchedFile *
find (Fixture *self, const char *name)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      g_autofree char *other = ks_watched_file_dup_name (self->files->pdata[i]);

      if (g_str_equal (other, name))
        return self->files->pdata[i];
    }
  g_assert_not_reached ();
}

static gint64
count_rows (Fixture *self)
{
  return ks_rows_count (self->day.campaign, NULL, NULL);
}

/* Several exports are one step; the same bytes under another name are nothing new. */
static void
test_taken (Fixture *self, gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *again = NULL;

  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  put (self, "a (1).csv", HEADER ROW ("05", "Tốt"));
  put (self, "b.csv", HEADER ROW ("06", "Tốt") ROW ("07", "Tốt"));
  put (self, "thư.txt", "xin chào\n");
  put (self, "c.csv.crdownload", HEADER ROW ("08", "Tốt"));
  look (self);
  g_assert_cmpuint (self->files->len, ==, 4);
  g_assert_cmpuint (ks_watch_count (self->files, KS_WATCHED_READY), ==, 3);
  g_assert_cmpint (find (self, "thư.txt")->state, ==, KS_WATCHED_OTHER);
  said = take (self);
  g_assert_cmpstr (said, ==, "Imported 2 files: 3 answer sheets count, 0 wait to be looked at");
  g_assert_cmpuint (ks_watch_count (self->files, KS_WATCHED_TAKEN), ==, 2);
  g_assert_cmpint (count_rows (self), ==, 3);
  scan (self);
  again = take (self);
  g_assert_null (again);
  /* The same, saved again: its bytes are new and nothing in it is. */
  put (self, "d.csv", HEADER ROW ("06", "Tốt") "\n" ROW ("07", "tốt"));
  look (self);
  g_assert_cmpint (find (self, "d.csv")->state, ==, KS_WATCHED_KNOWN);
  /* A longer one brings what is new in it. */
  put (self, "a.csv", HEADER ROW ("05", "Tốt") ROW ("09", "Tốt"));
  look (self);
  g_free (take (self));
  g_assert_cmpint (count_rows (self), ==, 4);
}

/* A file that is still written is not read: neither half, nor as what it was a moment ago. */
static void
test_writing (Fixture *self, gconstpointer data)
{
  g_autofree char *said = NULL;

  put (self, "a.csv", HEADER);
  scan (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_WRITING);
  scan (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_WRITING);
  rest (self);
  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  scan (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_WRITING);
  rest (self);
  scan (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_READY);
  /* It grows between the look and the taking. */
  put (self, "a.csv", HEADER ROW ("05", "Tốt") "01/04/2024 08:0");
  said = take (self);
  g_assert_null (said);
  g_assert_cmpint (count_rows (self), ==, 0);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_WRITING);
}

/* What an officer is to decide is left, with why; a file that fails keeps no other out. */
static void
test_left (Fixture *self, gconstpointer data)
{
  g_autofree char *said = NULL;

  put (self, "cắt.csv", HEADER "01/04/2024 08:05:01,\"07210");
  put (self, "lạ.csv", HEADER ROW ("05", "Lạ"));
  put (self, "múi giờ.csv", HEADER "02/04/2024 08:05:01,07210-5M5RYJ,Tốt\n");
  put (self, "tốt.csv", HEADER ROW ("06", "Tốt"));
  look (self);
  g_assert_cmpint (find (self, "cắt.csv")->state, ==, KS_WATCHED_FAILED);
  find (self, "cắt.csv")->told = TRUE;
  g_assert_cmpint (find (self, "lạ.csv")->state, ==, KS_WATCHED_ASKS);
  said = take (self);
  g_assert_nonnull (strstr (said, "tốt.csv"));
  g_assert_nonnull (strstr (find (self, "lạ.csv")->message, "“Lạ”"));
  g_assert_cmpint (find (self, "múi giờ.csv")->state, ==, KS_WATCHED_ASKS);
  g_assert_cmpint (count_rows (self), ==, 1);
  find (self, "lạ.csv")->told = TRUE;
  look (self);
  g_assert_true (find (self, "cắt.csv")->told);
  g_assert_true (find (self, "lạ.csv")->told);
}

/* A header that nobody saw before is an officer's to look at, until it came in once. */
static void
test_new_header (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (KsImportResult) result = NULL;

  self->takes_new_headers = FALSE;
  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  look (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_ASKS);
  path = g_strdup (find (self, "a.csv")->path);
  result = ks_import_responses (self->day.campaign, path, FALSE, NULL, NULL, NULL);
  scan (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_KNOWN);
  /* So is one whose sheets came in with another file, though its bytes did not. */
  put (self, "a nữa.csv", HEADER ROW ("05", "tốt"));
  look (self);
  g_assert_cmpint (find (self, "a nữa.csv")->state, ==, KS_WATCHED_KNOWN);
  put (self, "b.csv", HEADER ROW ("06", "Tốt"));
  look (self);
  g_assert_cmpint (find (self, "b.csv")->state, ==, KS_WATCHED_READY);
}

/* Two files with the same sheets under a new header: the second is offered until the first came in. */
static void
test_twins (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (KsImportResult) result = NULL;

  self->takes_new_headers = FALSE;
  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  put (self, "b.csv", HEADER ROW ("05", "tốt"));
  look (self);
  g_assert_cmpuint (ks_watch_count (self->files, KS_WATCHED_ASKS), ==, 2);
  path = g_strdup (find (self, "a.csv")->path);
  result = ks_import_responses (self->day.campaign, path, FALSE, NULL, NULL, NULL);
  scan (self);
  g_assert_cmpuint (ks_watch_count (self->files, KS_WATCHED_KNOWN), ==, 2);
}

/* What an officer withdrew does not come back by itself. */
static void
test_withdrawn (Fixture *self, gconstpointer data)
{
  g_autofree char *said = NULL;

  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  look (self);
  g_free (take (self));
  g_assert_true (ks_withdraw_batch (self->day.campaign, 1, NULL, NULL));
  g_clear_pointer (&self->files, g_ptr_array_unref);
  look (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_KNOWN);
  said = take (self);
  g_assert_null (said);
  g_assert_cmpint (count_rows (self), ==, 0);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (self->folder, "không có", NULL);

  g_assert_null (ks_watch_list (nowhere, NULL, &error));
  g_assert_nonnull (strstr (error->message, "không có"));
}

static void
stop_at_once (KsJob *job, gpointer data)
{
  ks_job_stop (job);
}

/* Stopped, it has done nothing. */
static void
test_stopped (Fixture *self, gconstpointer data)
{
  g_autoptr (KsJob) job = ks_job_new ("x");
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  look (self);
  ks_job_stop (job);
  g_assert_false (ks_watch_take (self->day.campaign, self->files, job, &outcome, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_rows (self), ==, 0);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_READY);
}

/* Stopped in the midst of a large file, its look says nothing of the file, which is due still. */
static void
test_stopped_look (Fixture *self, gconstpointer data)
{
  g_autoptr (KsJob) job = ks_job_new ("x");
  g_autoptr (GError) error = NULL;
  g_autofree char *day = ks_test_day_path ("google-native.csv");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (day, &text, NULL, NULL));
  put (self, "a.csv", text);
  scan (self);
  rest (self);
  ks_job_set_report_func (job, stop_at_once, job);
  g_assert_false (ks_watch_examine (self->day.campaign, self->files, TRUE, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_WRITING);
  g_assert_null (find (self, "a.csv")->message);
  g_assert_true (ks_watch_is_due (self->files));
  scan (self);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_READY);
}

/* A campaign that another opening holds takes nothing, says who has it, and forgets no file. */
static void
test_held (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) other
      = ks_campaign_open (self->day.path, self->day.clock, "Trần Thị B", &error);
  g_autofree char *path = g_build_filename (self->folder, "a.csv", NULL);

  g_assert_no_error (error);
  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  scan (self);
  rest (self);
  g_assert_true (ks_campaign_hold (self->day.campaign, NULL));
  g_assert_false (ks_watch_examine (other, self->files, TRUE, NULL, &error));
  g_assert_error (error, KS_STORE_ERROR, KS_STORE_ERROR_HELD);
  g_clear_error (&error);
  g_assert_cmpint (find (self, "a.csv")->state, ==, KS_WATCHED_WRITING);
  g_assert_null (ks_import_responses (other, path, FALSE, NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_true (ks_campaign_close (other, &error));
  g_assert_no_error (error);
  look (self);
  g_free (take (self));
  g_assert_cmpint (count_rows (self), ==, 1);
}

/* A file is only ever read: its bytes, its time and its permissions stay as they were. */
static void
test_source_untouched (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.csv", NULL);
  g_autofree char *text = NULL;
  GStatBuf before, after;

  put (self, "a.csv", HEADER ROW ("05", "Tốt"));
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  look (self);
  g_free (take (self));
  g_assert_cmpint (count_rows (self), ==, 1);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpint (after.st_mtime, ==, before.st_mtime);
  g_assert_cmpint (after.st_mode, ==, before.st_mode);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, HEADER ROW ("05", "Tốt"));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/watch/taken", test_taken);
  ADD ("/watch/writing", test_writing);
  ADD ("/watch/left", test_left);
  ADD ("/watch/new-header", test_new_header);
  ADD ("/watch/twins", test_twins);
  ADD ("/watch/withdrawn", test_withdrawn);
  ADD ("/watch/held", test_held);
  ADD ("/watch/source-untouched", test_source_untouched);
  ADD ("/watch/gone", test_gone);
  ADD ("/watch/stopped", test_stopped);
  ADD ("/watch/stopped-look", test_stopped_look);
  return g_test_run ();
}
