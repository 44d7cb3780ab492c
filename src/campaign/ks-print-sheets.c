/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-print-sheets.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-links.h"
#include "ks-sheet.h"

/**
 * ks_layout_from_id:
 * @id: "poster" or "annex"
 * @layout: (out): the layout
 *
 * Returns: whether @id names a layout
 */
gboolean
ks_layout_from_id (const char *id, KsLayout *layout)
{
  if (g_strcmp0 (id, "poster") == 0)
    *layout = KS_LAYOUT_POSTER;
  else if (g_strcmp0 (id, "annex") == 0)
    *layout = KS_LAYOUT_ANNEX;
  else
    return FALSE;
  return TRUE;
}

static gboolean
contains_unit (GPtrArray *units, KsUnit *unit)
{
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (ks_unit_get_code (g_ptr_array_index (units, i)), ks_unit_get_code (unit)))
      return TRUE;
  return FALSE;
}

static gboolean
refuse_missing_link (KsUnit *unit, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("%s (%s) has no link yet, so its code would lead nowhere. Set the link of the "
                  "campaign or the unit's own first."),
               ks_unit_get_name (unit), ks_unit_get_code (unit));
  return FALSE;
}

static GPtrArray *
collect_sheets (KsCampaign *campaign, GPtrArray *units, guint *n_units, GError **error)
{
  g_autoptr (GPtrArray) links = ks_links_dup (campaign, error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_sheet_free);

  if (links == NULL)
    return NULL;
  *n_units = links->len;
  for (guint i = 0; i < links->len; i++)
    {
      KsUnitLink *link = g_ptr_array_index (links, i);

      if (units != NULL && !contains_unit (units, link->unit))
        continue;
      if (link->url == NULL && !refuse_missing_link (link->unit, error))
        return NULL;
      g_ptr_array_add (sheets, ks_sheet_new (link->unit, link->token, link->url, i + 1));
    }
  return g_steal_pointer (&sheets);
}

/**
 * ks_lay_out_sheets:
 * @campaign: a campaign with links
 * @choice: which sheets
 * @error: return location for an error
 *
 * Returns: (transfer full): the pages, the same for screen, printer and PDF, or %NULL with @error
 *   set
 */
KsPages *
ks_lay_out_sheets (KsCampaign *campaign, const KsSheetChoice *choice, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  guint n_units = 0;
  g_autoptr (GPtrArray) sheets = collect_sheets (campaign, choice->units, &n_units, error);
  KsMoment stamp;
  KsSheetContext context = { .info = info, .version = 1, .one_colour = choice->save_ink };

  if (sheets == NULL || !ks_campaign_get_stamp (campaign, &stamp, error))
    return NULL;
  if (sheets->len == 0)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                           _ ("None of the units asked for is in the registry."));
      return NULL;
    }
  context.version_day = ks_moment_get_day (stamp);
  context.total = n_units;
  return choice->layout == KS_LAYOUT_POSTER
             ? ks_poster_pages_new (sheets, &context, error)
             : ks_annex_pages_new (sheets, &context, MAX (1, choice->columns), error);
}

/**
 * ks_print_sheets:
 * @campaign: a campaign with links
 * @choice: which sheets
 * @path: the PDF to write
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Writes the sheets. The same campaign gives the same bytes: dates come from the log.
 *
 * Returns: %FALSE with @error set; what was at @path is then as it was
 */
gboolean
ks_print_sheets (KsCampaign *campaign, const KsSheetChoice *choice, const char *path, KsJob *job,
                 GError **error)
{
  g_autoptr (KsPages) pages = ks_lay_out_sheets (campaign, choice, error);
  KsMoment stamp;

  return pages != NULL && ks_campaign_get_stamp (campaign, &stamp, error)
         && ks_pages_write_pdf (pages, path, stamp, job, error);
}
