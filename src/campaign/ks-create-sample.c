/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-create-campaign.h"

#include <glib/gstdio.h>

#include "ks-import-reports.h"
#include "ks-import-responses.h"

#define SAMPLE "resource:///vn/danvan/KhaoSat/sample/"

/* The sample's key is no secret: it is the same in every copy of the program. */
#define SAMPLE_KEY "6b68616f7361742d7468753a206b686f6120636f6e67206b6861692032303234"

static gboolean
make_simulated (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  info->simulated = TRUE;
  info->no_identity = TRUE;
  g_free (info->superior_body);
  info->superior_body = g_strdup ("TỈNH ỦY MẪU");
  return ks_campaign_save_info (campaign, info, "sample", error);
}

static gboolean
fill (KsCampaign *campaign, KsJob *job, GError **error)
{
  g_autoptr (KsImportResult) result = NULL;

  if (!make_simulated (campaign, error))
    return FALSE;
  result = ks_import_responses (campaign, SAMPLE "answers.csv", FALSE, job, NULL, error);
  return result != NULL
         && ks_import_reports (campaign, SAMPLE "reports.csv", job, NULL, error)
         && ks_import_posts (campaign, SAMPLE "posts.csv", job, NULL, error);
}

/**
 * ks_create_sample:
 * @path: where the file shall be; nothing may be there yet
 * @clock: what tells the time
 * @actor: (nullable): who acts
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Makes a complete campaign with invented names, by the same verbs that a real one goes through.
 *
 * Returns: %FALSE with @error set and no file left behind
 */
gboolean
ks_create_sample (const char *path, KsClock *clock, const char *actor, KsJob *job, GError **error)
{
  const KsNewCampaign what = {
    .title = "Khảo sát thử",
    .day = ks_moment_get_day (ks_moment_from_civil (2024, 4, 1, 0, 0, 0)),
    .from = KS_MOMENT_NONE,
    .to = KS_MOMENT_NONE,
    .id = "THU-2024",
    .key_hex = SAMPLE_KEY,
    .units_path = SAMPLE "units.csv",
    .template = "https://khaosat.example/phieu?u={token}",
  };
  g_autoptr (KsCampaign) campaign = NULL;
  gboolean ok;

  if (!ks_create_campaign (path, &what, clock, actor, job, error))
    return FALSE;
  campaign = ks_campaign_open (path, clock, actor, error);
  ok = campaign != NULL && fill (campaign, job, error);
  if (campaign != NULL && !ks_campaign_close (campaign, ok ? error : NULL))
    ok = FALSE;
  if (!ok)
    g_unlink (path);
  return ok;
}
