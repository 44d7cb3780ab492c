/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-campaign.h"

#include <glib/gstdio.h>

#include "ks-create-campaign.h"
#include "ks-import-responses.h"
#include "ks-import-units.h"

#define SAMPLE "/vn/danvan/KhaoSat/sample/"
#define SAMPLE_KEY "6b68616f7361742d7468753a206b686f6120636f6e67206b6861692032303234"

KsMoment
ks_test_campaign_noon (void)
{
  return ks_moment_from_civil (2024, 4, 1, 12, 0, 0);
}

KsMoment
ks_test_campaign_next_day (void)
{
  return ks_moment_from_civil (2024, 4, 2, 8, 5, 0);
}

static char *
make_path (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ks-test-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (folder, name, NULL);
}

static KsCampaign *
open_campaign (const char *path, KsMoment now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsClock) clock = ks_clock_new_fixed (now);
  KsCampaign *campaign = ks_campaign_open (path, clock, "Nguyễn Văn Thử", &error);

  g_assert_no_error (error);
  g_assert_nonnull (campaign);
  return campaign;
}

/* The file of the sample as it is made; kept, since a test may want it many times. */
static GBytes *
get_sample (void)
{
  static GBytes *sample;
  g_autoptr (GError) error = NULL;
  g_autoptr (KsClock) clock = ks_clock_new_fixed (ks_test_campaign_next_day ());
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  char *data;
  gsize length;

  if (sample != NULL)
    return sample;
  path = make_path ("made.khaosat");
  folder = g_path_get_dirname (path);
  ks_create_sample (path, clock, "Nguyễn Văn Thử", NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  sample = g_bytes_new_take (data, length);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return sample;
}

KsCampaign *
ks_test_campaign_new_sample (KsMoment now)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_path ("sample.khaosat");
  GBytes *sample = get_sample ();

  g_file_set_contents (path, g_bytes_get_data (sample, NULL), (gssize) g_bytes_get_size (sample),
                       &error);
  g_assert_no_error (error);
  return open_campaign (path, now);
}

static char *
load_text (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *resource = g_strconcat (SAMPLE, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
save_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Where a row begins: cells may hold line breaks, but no cell begins with a time. */
#define ROW_START "\n\"2024/"

/* Sent within the day, not one of the faults that were planted. */
static gboolean
is_sound (const char *row)
{
  return g_str_has_prefix (row, "04/01 ");
}

/* Takes a row of a unit that may have some more. */
static gboolean
take_row (char **wanted, const char *row)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (wanted[i], "=", 2);
      g_autofree char *token = g_strdup_printf (",\"%s-", parts[0]);
      guint64 left = g_ascii_strtoull (parts[1], NULL, 10);

      if (strstr (row, token) == NULL)
        continue;
      g_free (wanted[i]);
      wanted[i] = g_strdup_printf ("%s=%" G_GUINT64_FORMAT, parts[0], left > 0 ? left - 1 : 0);
      return left > 0;
    }
  return FALSE;
}

static void
write_some_answers (const char *path, const char *units)
{
  g_autofree char *all = load_text ("answers.csv");
  g_auto (GStrv) rows = g_strsplit (all, ROW_START, -1);
  g_auto (GStrv) wanted = g_strsplit (units, " ", -1);
  g_autoptr (GString) some = g_string_new (rows[0]);

  for (guint i = 1; rows[i] != NULL; i++)
    if (is_sound (rows[i]) && take_row (wanted, rows[i]))
      g_string_append_printf (some, ROW_START "%s", rows[i]);
  save_text (path, some->str);
}

KsCampaign *
ks_test_campaign_new_some (KsMoment now, const char *units)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsClock) clock = ks_clock_new_fixed (now);
  g_autofree char *path = make_path ("some.khaosat");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *registry = g_build_filename (folder, "units.csv", NULL);
  g_autofree char *answers = g_build_filename (folder, "answers.csv", NULL);
  g_autofree char *registry_text = load_text ("units.csv");
  KsNewCampaign what = {
    .title = "Khảo sát thử",
    .day = ks_moment_get_day (ks_test_campaign_noon ()),
    .from = KS_MOMENT_NONE,
    .to = KS_MOMENT_NONE,
    .id = "THU-2024",
    .key_hex = SAMPLE_KEY,
    .units_path = registry,
    .template = "https://khaosat.example/phieu?u={token}",
  };
  KsCampaign *campaign;
  KsImportResult *result;

  save_text (registry, registry_text);
  ks_create_campaign (path, &what, clock, "Nguyễn Văn Thử", NULL, &error);
  g_assert_no_error (error);
  campaign = open_campaign (path, now);
  if (*units == '\0')
    return campaign;
  write_some_answers (answers, units);
  result = ks_import_responses (campaign, answers, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->waiting, ==, 0);
  ks_import_result_free (result);
  return campaign;
}

KsCampaign *
ks_test_campaign_new_earlier (const char *units)
{
  KsCampaign *campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), units);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GError) error = NULL;

  info->key[0] ^= 1;
  g_free (info->title);
  info->title = g_strdup ("Khảo sát trước");
  ks_campaign_save_info (campaign, info, "test", &error);
  g_assert_no_error (error);
  return campaign;
}

void
ks_test_campaign_free (KsCampaign *campaign)
{
  g_autofree char *path = g_strdup (ks_campaign_get_path (campaign));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_true (ks_campaign_close (campaign, NULL));
  g_object_unref (campaign);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
