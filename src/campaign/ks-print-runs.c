/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-print-runs.h"

#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-printed-words.h"
#include "ks-sheet.h"

/* What was printed is kept with six signs that stand for all a sheet says of its unit, and a digest
 * of what all sheets share. A sheet holds as long as both are what they were: a change that is
 * undone makes it hold again. */

static const char *const ways[] = {
  [KS_WAY_PDF] = "pdf",
  [KS_WAY_PRINTER] = "printer",
  [KS_WAY_IMAGES] = "images",
  [KS_WAY_PACK] = "pack",
};

/**
 * ks_print_layout_dup_name:
 * @options: how sheets are laid out
 *
 * Returns: (transfer full): what their runs are kept under. Sheets replace each other when they
 *   hang in the same place: an A3 poster is no A4 poster.
 */
char *
ks_print_layout_dup_name (const KsSheetOptions *options)
{
  const char *layout = ks_layout_get_id (options->layout);

  return options->layout == KS_LAYOUT_POSTER
             ? g_strjoin (" ", layout, ks_poster_paper_get_id (options->paper), NULL)
             : g_strdup (layout);
}

/* codes: of the units on the pages, NULL for all. printed: the codes among them that came out of
 * the printer, NULL for all. A code that has no signs any more left the registry meanwhile. */
static GPtrArray *
collect_sheets (KsRegistry *registry, GHashTable *signs, char **codes, GHashTable *printed)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_printed_sheet_free);
  guint n = codes != NULL ? g_strv_length (codes) : ks_registry_get_n_units (registry);

  for (guint i = 0; i < n; i++)
    {
      const char *code
          = codes != NULL ? codes[i] : ks_unit_get_code (ks_registry_get_unit (registry, i));
      const char *said = g_hash_table_lookup (signs, code);

      if (said != NULL && (printed == NULL || g_hash_table_contains (printed, code)))
        g_ptr_array_add (sheets, ks_printed_sheet_new (code, said));
    }
  return sheets;
}

static gboolean
save_run (KsCampaign *campaign, KsPrintRun *run, GPtrArray *sheets, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "layout", run->layout);
  ks_payload_add_text (payload, "way", run->way);
  ks_payload_add_number (payload, "sheets", sheets->len);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_print_table_add (tx, run, sheets, error)
         && ks_campaign_commit (campaign, tx, "print", json, KS_CHANGE_PROOF, error);
}

/**
 * ks_print_runs_keep:
 * @campaign: a campaign
 * @pages: sheets that left the program
 * @way: how
 * @printed: (nullable): the codes of the units whose sheets came out, as a set; %NULL for all that
 *   stand on @pages
 * @error: return location for an error
 *
 * Keeps what was printed, so that ks_reprints_load() can tell later what no longer holds.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_print_runs_keep (KsCampaign *campaign, KsPages *pages, KsPrintWay way, GHashTable *printed,
                    GError **error)
{
  g_autoptr (KsSheetMark) mark = ks_sheet_mark_parse (ks_pages_get_keywords (pages));
  g_autoptr (KsPrintRun) run = g_new0 (KsPrintRun, 1);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GHashTable) signs = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_val_if_fail (mark != NULL, FALSE);
  run->words = ks_printed_words_dup (campaign, mark->options.layout, error);
  if (run->words == NULL)
    return FALSE;
  signs = ks_printed_signs_new (campaign, mark->options.layout);
  sheets = collect_sheets (registry, signs, mark->codes, printed);
  if (sheets->len == 0)
    return TRUE;
  run->printed = ks_campaign_now (campaign);
  run->actor = g_strdup (ks_campaign_get_actor (campaign));
  run->way = g_strdup (ways[way]);
  run->layout = ks_print_layout_dup_name (&mark->options);
  run->options = ks_sheet_options_to_text (&mark->options);
  run->complete = sheets->len == ks_registry_get_n_units (registry);
  return save_run (campaign, run, sheets, error);
}

/**
 * ks_print_runs_keep_or_warn:
 * @campaign: a campaign that another program may hold
 * @pages: sheets that left the program
 * @way: how
 * @printed: (nullable): as for ks_print_runs_keep()
 * @warning: (inout) (optional) (transfer full): gets a sentence more when the run is not kept
 *
 * Keeps what was printed. The sheets are on paper already: that the campaign cannot be written is
 * no reason to call the print failed, only to say that it will not be reminded of.
 */
void
ks_print_runs_keep_or_warn (KsCampaign *campaign, KsPages *pages, KsPrintWay way,
                            GHashTable *printed, char **warning)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *reason = NULL;

  if ((ks_campaign_hold (campaign, &error)
       && ks_print_runs_keep (campaign, pages, way, printed, &error))
      || warning == NULL)
    return;
  reason = g_strdup_printf (_ ("The sheets were written, but the campaign does not keep that they "
                               "were: %s"),
                            error->message);
  before = *warning;
  *warning = before != NULL ? g_strjoin (" ", before, reason, NULL) : g_strdup (reason);
}

/**
 * ks_print_runs_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPrintRun): what was printed, the oldest first, or %NULL
 *   with @error set
 */
GPtrArray *
ks_print_runs_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_print_table_load (tx, error) : NULL;
}
