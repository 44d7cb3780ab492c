/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-print-form.h"

#include "ks-form-paper.h"
#include "ks-platform.h"

/**
 * ks_lay_out_form:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full): its form as a respondent fills it in on paper, or %NULL with @error
 *   set
 */
KsPages *
ks_lay_out_form (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  return ks_form_pages_new (form, info, error);
}

/**
 * ks_print_form:
 * @campaign: a campaign
 * @path: the PDF to write
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_print_form (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  g_autoptr (KsPages) pages = NULL;
  KsMoment stamp;

  if (!ks_file_check_place (path, error))
    return FALSE;
  pages = ks_lay_out_form (campaign, error);
  return pages != NULL && ks_campaign_get_stamp (campaign, &stamp, error)
         && ks_pages_write_pdf (pages, path, stamp, job, error);
}
