/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-findings.h"
#include "ks-paper-settings.h"
#include "ks-test-day.h"
#include "ks-test.h"
#include "ks-write-packs.h"

#define N_DISTRICTS 10
#define N_BEFORE_STOP 3

/* Packs in a folder; each must be whole: the end of a ZIP is written last. */
static guint
count_packs (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize length;

      g_assert_true (g_str_has_suffix (name, ".zip"));
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_assert_cmpuint (length, >, 22);
      g_assert_cmpmem (data + length - 22, 4, "PK\x05\x06", 4);
      n++;
    }
  return n;
}

static void
stop_cb (KsJob *job, gpointer data)
{
  if (ks_job_get_done (job) == N_BEFORE_STOP)
    ks_job_stop (job);
}

static void
fill (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  ks_findings_renew (self->campaign, NULL, &error);
  g_assert_no_error (error);
}

/* All ten in one act, which tells how far it is. */
static void
test_all (KsTestDay *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "packs", NULL);
  g_autoptr (KsJob) job = ks_job_new ("");
  g_autoptr (GError) error = NULL;
  guint n_packs = 0;

  fill (self);
  ks_write_day_packs (self->campaign, NULL, KS_MOMENT_NONE, folder, job, &n_packs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_packs, ==, N_DISTRICTS);
  g_assert_cmpuint (count_packs (folder), ==, N_DISTRICTS);
  g_assert_cmpint (ks_job_get_done (job), ==, N_DISTRICTS);
  ks_test_remove_folder (folder);
}

/* An office's paper without a table makes no workbook, and packs all the same. */
static void
test_no_table (KsTestDay *self, gconstpointer data)
{
  static const char *const districts[] = { "213", NULL };
  g_autofree char *folder = g_build_filename (self->folder, "packs", NULL);
  g_autoptr (GError) error = NULL;

  fill (self);
  ks_test_day_set_paper (self, "district", "template", "@title KẾT QUẢ\nCó {counted} phiếu.");
  ks_write_day_packs (self->campaign, districts, KS_MOMENT_NONE, folder, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_packs (folder), ==, 1);
  ks_test_remove_folder (folder);
}

/* Stopped in between, what is there is whole. */
static void
test_stop (KsTestDay *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "packs", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KsJob) job = ks_job_new ("");
  g_autoptr (GError) error = NULL;

  fill (self);
  before = ks_test_day_hash (self);
  ks_job_set_report_func (job, stop_cb, NULL);
  g_assert_false (ks_write_day_packs (self->campaign, NULL, KS_MOMENT_NONE, folder, job, NULL,
                                      &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_packs (folder), ==, N_BEFORE_STOP);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  ks_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/day-packs/all", KsTestDay, NULL, ks_test_day_set_up, test_all,
              ks_test_day_tear_down);
  g_test_add ("/day-packs/no-table", KsTestDay, NULL, ks_test_day_set_up, test_no_table,
              ks_test_day_tear_down);
  g_test_add ("/day-packs/stop", KsTestDay, NULL, ks_test_day_set_up, test_stop,
              ks_test_day_tear_down);
  return g_test_run ();
}
