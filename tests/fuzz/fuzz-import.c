/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "ks-create-campaign.h"
#include "ks-fuzz.h"
#include "ks-import-responses.h"

/* A file of answers, tried on a campaign. Whatever it holds, the sums of the trial agree with each
 * other, and a file that is refused says why. */

static char *folder;
static char *answers_path;
static KsCampaign *campaign;

static void
remove_folder (void)
{
  g_autofree char *path = g_strdup (ks_campaign_get_path (campaign));

  ks_campaign_close (campaign, NULL);
  g_clear_object (&campaign);
  g_unlink (path);
  g_unlink (answers_path);
  g_rmdir (folder);
  g_clear_pointer (&answers_path, g_free);
  g_clear_pointer (&folder, g_free);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsClock) clock = NULL;
  g_autofree char *path = NULL;
  KsNewCampaign what = { .title = "Fuzz",
                         .id = "FUZZ-2024",
                         .template = "https://khaosat.example/{token}",
                         .from = KS_MOMENT_NONE,
                         .to = KS_MOMENT_NONE };
  KsMoment now;

  g_assert_true (ks_day_parse ("2024-04-01", &what.day));
  g_assert_true (ks_moment_parse ("2024-04-02T08:00", &now));
  clock = ks_clock_new_fixed (now);
  folder = g_dir_make_tmp ("ks-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "fuzz.khaosat", NULL);
  answers_path = g_build_filename (folder, "answers.csv", NULL);
  ks_create_campaign (path, &what, clock, "fuzz", NULL, &error);
  g_assert_no_error (error);
  campaign = ks_campaign_open (path, clock, "fuzz", &error);
  g_assert_no_error (error);
  atexit (remove_folder);
  return 0;
}

static void
check_sums (const KsImportResult *result)
{
  guint waiting = 0;

  for (guint reason = KS_REASON_NONE + 1; reason < KS_N_REASONS; reason++)
    waiting += result->reasons[reason];
  g_assert_cmpuint (result->added + result->known, ==, result->rows);
  g_assert_cmpuint (result->counted + result->waiting, ==, result->added);
  g_assert_cmpuint (waiting, ==, result->waiting);
  g_assert_cmpint (result->batch, ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (answers_path);
  g_assert_true (g_file_set_contents_full (answers_path, (const char *) data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  result = ks_import_responses (campaign, answers_path, TRUE, NULL, &outcome, &error);
  if (result != NULL)
    check_sums (result);
  else
    g_assert_true (error != NULL && *error->message != '\0');
  return 0;
}
