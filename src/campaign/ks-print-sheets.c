/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-print-sheets.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-district-table.h"
#include "ks-i18n.h"
#include "ks-links.h"
#include "ks-print-runs.h"
#include "ks-sheet-versions.h"
#include "ks-sheet-words.h"
#include "ks-sheet.h"

/* NULL: all units. */
static GHashTable *
list_codes (GPtrArray *units)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; units != NULL && i < units->len; i++)
    g_hash_table_add (codes, (gpointer) ks_unit_get_code (g_ptr_array_index (units, i)));
  return codes;
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

static int
compare_names (gconstpointer a, gconstpointer b)
{
  guint first = ks_unit_get_rank ((*(KsSheet *const *) a)->unit);
  guint second = ks_unit_get_rank ((*(KsSheet *const *) b)->unit);

  return first < second ? -1 : first > second;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (ks_unit_get_code ((*(KsSheet *const *) a)->unit),
                 ks_unit_get_code ((*(KsSheet *const *) b)->unit));
}

/* They stand in the office's own order. */
static void
order_sheets (GPtrArray *sheets, KsSheetOrder order)
{
  if (order != KS_ORDER_OFFICE)
    g_ptr_array_sort (sheets, order == KS_ORDER_NAME ? compare_names : compare_codes);
}

/* Leaves out what was printed before the paper ran out. */
static gboolean
begin_at (GPtrArray *sheets, const char *from, GError **error)
{
  guint first = 0;

  if (from == NULL)
    return TRUE;
  while (first < sheets->len
         && !g_str_equal (ks_unit_get_code (((KsSheet *) sheets->pdata[first])->unit), from))
    first++;
  if (first == sheets->len)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("Printing cannot go on from %s: that unit is not among those asked for."),
                   from);
      return FALSE;
    }
  if (first > 0)
    g_ptr_array_remove_range (sheets, 0, first);
  return TRUE;
}

static GPtrArray *
collect_sheets (KsCampaign *campaign, const KsSheetChoice *choice, guint *n_units, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GHashTable) codes = list_codes (choice->units);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_sheet_free);
  gboolean needs_links = choice->options.layout != KS_LAYOUT_GUIDE;

  *n_units = ks_registry_get_n_units (registry);
  for (guint i = 0; i < *n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      g_autoptr (KsUnitLink) link = NULL;

      if (choice->units != NULL && !g_hash_table_contains (codes, ks_unit_get_code (unit)))
        continue;
      link = ks_unit_link_new (info, unit);
      if (needs_links && link->url == NULL && !refuse_missing_link (unit, error))
        return NULL;
      g_ptr_array_add (sheets, ks_sheet_new (unit, link->token, link->url, i + 1));
    }
  if (!ks_layout_is_list (choice->options.layout))
    order_sheets (sheets, choice->options.order);
  if (choice->units != NULL && choice->units->len == 0)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                           _ ("No unit is chosen: choose those whose sheets are to be made."));
      return NULL;
    }
  if (sheets->len > 0)
    return begin_at (sheets, choice->from, error) ? g_steal_pointer (&sheets) : NULL;
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                       _ ("None of the units asked for is in the registry."));
  return NULL;
}

/**
 * ks_sheets_add_union_contacts:
 * @campaign: a campaign
 * @sheets: (element-type KsSheet): units
 * @error: return location for an error
 *
 * Adds who speaks for the union of each district, whom the guide names.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_sheets_add_union_contacts (KsCampaign *campaign, GPtrArray *sheets, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) contacts = tx != NULL ? ks_district_table_load (tx, error) : NULL;

  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      const KsDistrictContact *contact = g_ptr_array_index (contacts, i);
      const char *name = contact->texts[KS_DISTRICT_CHAIR];
      const char *phone = contact->texts[KS_DISTRICT_CHAIR_PHONE];

      for (guint k = 0; k < sheets->len; k++)
        {
          KsSheet *sheet = g_ptr_array_index (sheets, k);

          if (g_strcmp0 (ks_unit_get_district_code (sheet->unit), contact->code) == 0)
            ks_sheet_set_union_contact (sheet, name, phone);
        }
    }
  return TRUE;
}

/* The office's own sheet of labels stands for the usual one. */
static gboolean
choose_grid (KsSheetOptions *options, const KsSheetTexts *texts, GError **error)
{
  return options->layout != KS_LAYOUT_LABELS || options->grid.n_columns > 0
         || ks_label_grid_parse (ks_sheet_texts_get (texts, KS_TEXT_LABEL_GRID), &options->grid,
                                 error);
}

/* Words that are being typed stand for those of the campaign, also at the head of the sheets. */
static KsSheetTexts *
load_texts (KsCampaign *campaign, const KsSheetChoice *choice, KsCampaignInfo *info, GError **error)
{
  if (choice->texts == NULL)
    return ks_sheet_words_load (campaign, error);
  g_free (info->superior_body);
  g_free (info->issuing_body);
  info->superior_body = g_strdup (choice->texts->texts[KS_TEXT_SUPERIOR_BODY]);
  info->issuing_body = g_strdup (choice->texts->texts[KS_TEXT_ISSUING_BODY]);
  return ks_sheet_texts_copy (choice->texts);
}

/* A printer that is known stands for what the office said of its own. */
static void
use_margin (KsSheetTexts *texts, double margin_mm)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (margin_mm <= 0)
    return;
  g_free (texts->texts[KS_TEXT_MARGIN]);
  texts->texts[KS_TEXT_MARGIN] = g_strdup (g_ascii_formatd (text, sizeof text, "%.1f", margin_mm));
}

/**
 * ks_lay_out_sheets:
 * @campaign: a campaign with links
 * @choice: which sheets
 * @error: return location for an error
 *
 * Lays out sheets: the same for screen, printer, PDF and pictures. ks_pages_get_warning() tells
 * whether a link is too long for them.
 *
 * Returns: (transfer full): the pages, or %NULL with @error set
 */
KsPages *
ks_lay_out_sheets (KsCampaign *campaign, const KsSheetChoice *choice, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  guint n_units = 0;
  g_autoptr (GPtrArray) sheets = collect_sheets (campaign, choice, &n_units, error);
  g_autoptr (KsSheetTexts) texts = sheets != NULL ? load_texts (campaign, choice, info, error) : NULL;
  KsMoment stamp;
  KsSheetOptions options = choice->options;
  KsSheetContext context
      = { .info = info, .texts = texts, .version = 1, .one_colour = choice->save_ink };

  if (texts == NULL || !ks_campaign_get_stamp (campaign, &stamp, error)
      || !choose_grid (&options, texts, error))
    return NULL;
  use_margin (texts, choice->margin_mm);
  context.version_day = ks_moment_get_day (stamp);
  context.total = n_units;
  if (!ks_sheet_versions_apply (campaign, &options, sheets, &context, error))
    return NULL;
  if (options.layout == KS_LAYOUT_GUIDE && !ks_sheets_add_union_contacts (campaign, sheets, error))
    return NULL;
  return ks_sheet_pages_new (sheets, &context, &options, error);
}

/**
 * ks_write_sheets:
 * @campaign: a campaign with links
 * @choice: which sheets
 * @path: the PDF to write
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Writes the sheets; that they were is not kept. The same campaign gives the same bytes: dates come
 * from the log.
 *
 * Returns: (transfer full): the pages, or %NULL with @error set; what was at @path is then as it was
 */
KsPages *
ks_write_sheets (KsCampaign *campaign, const KsSheetChoice *choice, const char *path, KsJob *job,
                 GError **error)
{
  g_autoptr (KsPages) pages = ks_lay_out_sheets (campaign, choice, error);
  KsMoment stamp;

  if (pages == NULL || !ks_campaign_get_stamp (campaign, &stamp, error)
      || !ks_pages_write_pdf (pages, path, stamp, job, error))
    return NULL;
  return g_steal_pointer (&pages);
}

/**
 * ks_print_sheets:
 * @campaign: a campaign with links
 * @choice: which sheets
 * @path: the PDF to write
 * @job: (nullable): progress
 * @warning: (out) (optional) (nullable) (transfer full): which code is too fine to be copied, and
 *   what to shorten; that the print could not be kept
 * @error: return location for an error
 *
 * As ks_write_sheets(), and keeps that they were.
 *
 * Returns: %FALSE with @error set; what was at @path is then as it was
 */
gboolean
ks_print_sheets (KsCampaign *campaign, const KsSheetChoice *choice, const char *path, KsJob *job,
                 char **warning, GError **error)
{
  g_autoptr (KsPages) pages = ks_write_sheets (campaign, choice, path, job, error);

  if (pages == NULL)
    return FALSE;
  if (warning != NULL)
    *warning = g_strdup (ks_pages_get_warning (pages));
  ks_print_runs_keep_or_warn (campaign, pages, KS_WAY_PDF, NULL, warning);
  return TRUE;
}
