/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-print-sheets.h"

#include "ks-i18n.h"
#include "ks-links.h"
#include "ks-payload.h"
#include "ks-proof.h"
#include "ks-setting-table.h"
#include "ks-sheet.h"

/* Which links were proven, when and how many: a proof holds for these links, no others. */
#define SETTING_PROVEN_LINKS "proven_links"
#define SETTING_PROVEN_WHEN "proven_when"

/**
 * ks_proof_free:
 * @self: (nullable): a proof
 *
 * Frees the proof.
 */
void
ks_proof_free (KsProof *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->faults);
  g_free (self);
}

/* Takes the results: those that are faults stay. */
static KsProof *
sum_up (GPtrArray *results)
{
  KsProof *proof = g_new0 (KsProof, 1);

  proof->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_proof_result_free);
  while (results->len > 0)
    {
      g_autoptr (KsProofResult) result = g_ptr_array_steal_index (results, results->len - 1);

      proof->n_cells += ks_proof_result_is_of_code (result);
      if (result->verdict == KS_PROOF_PROVEN)
        proof->n_proven++;
      else
        g_ptr_array_insert (proof->faults, 0, g_steal_pointer (&result));
    }
  return proof;
}

static GPtrArray *
find_units (KsCampaign *campaign, char **codes)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  GPtrArray *units;

  if (codes == NULL)
    return NULL;
  units = g_ptr_array_new ();
  for (guint i = 0; codes[i] != NULL; i++)
    {
      KsUnit *unit = ks_registry_lookup (registry, codes[i]);

      if (unit != NULL)
        g_ptr_array_add (units, unit);
    }
  return units;
}

static GPtrArray *
prove_foreign (KsCampaign *campaign, KsProofFile *file, KsJob *job, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GPtrArray) links = ks_links_dup (campaign, error);
  g_autofree const char **codes = NULL;
  g_autofree const char **urls = NULL;
  g_autoptr (KsTokenTable) tokens = NULL;

  if (links == NULL)
    return NULL;
  codes = g_new0 (const char *, links->len + 1);
  urls = g_new0 (const char *, links->len + 1);
  for (guint i = 0; i < links->len; i++)
    {
      KsUnitLink *link = g_ptr_array_index (links, i);

      codes[i] = ks_unit_get_code (link->unit);
      urls[i] = link->url != NULL ? link->url : "";
    }
  tokens = ks_token_table_new (info->key, info->id, codes, links->len);
  return ks_proof_file_prove_captions (file, tokens, urls, job, error);
}

/* A file of ours says how it was laid out: the same layout tells where each code must stand. A layout that
 * this version does not know is proven by its captions. */
static GPtrArray *
prove_own (KsCampaign *campaign, KsProofFile *file, const KsSheetMark *mark, KsJob *job,
           GError **error)
{
  g_autoptr (GPtrArray) units = find_units (campaign, mark->codes);
  KsSheetChoice choice = { .options = mark->options, .units = units };
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GPtrArray) of_paper = NULL;
  double width;
  double height;
  GPtrArray *results;

  pages = ks_lay_out_sheets (campaign, &choice, error);
  if (pages == NULL)
    return NULL;
  cells = ks_pages_dup_all_cells (pages, job != NULL ? ks_job_get_cancellable (job) : NULL, error);
  if (cells == NULL)
    return NULL;
  ks_pages_get_size (pages, &width, &height);
  of_paper = ks_proof_file_prove_paper (file, ks_pages_get_n_pages (pages), width, height, error);
  results = of_paper != NULL ? ks_proof_file_prove_cells (file, cells, job, error) : NULL;
  if (results != NULL)
    g_ptr_array_extend_and_steal (results, g_steal_pointer (&of_paper));
  return results;
}

static KsProof *
prove_file (KsCampaign *campaign, KsProofFile *file, KsJob *job, GError **error)
{
  g_autoptr (KsSheetMark) mark = ks_sheet_mark_parse (ks_proof_file_get_keywords (file));
  g_autoptr (GPtrArray) results = mark != NULL ? prove_own (campaign, file, mark, job, error)
                                               : prove_foreign (campaign, file, job, error);

  return results != NULL ? sum_up (results) : NULL;
}

/**
 * ks_prove_pdf:
 * @campaign: a campaign with links
 * @path: a PDF, as it goes to the printer
 * @job: (nullable): progress
 * @proof: (out) (transfer full): what was found
 * @error: return location for an error
 *
 * Reads every code of the file back and compares it with the link and the caption of its unit.
 *
 * Returns: %FALSE with @error set when the file could not be examined
 */
gboolean
ks_prove_pdf (KsCampaign *campaign, const char *path, KsJob *job, KsProof **proof, GError **error)
{
  g_autoptr (KsProofFile) file = ks_proof_file_open (path, error);

  if (file == NULL)
    return FALSE;
  *proof = prove_file (campaign, file, job, error);
  return *proof != NULL;
}

static char *
digest_links (KsCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) links = ks_links_dup (campaign, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (links == NULL)
    return NULL;
  for (guint i = 0; i < links->len; i++)
    {
      KsUnitLink *link = g_ptr_array_index (links, i);
      g_autofree char *line = g_strdup_printf ("%s|%s|%s\n", ks_unit_get_code (link->unit),
                                               ks_unit_get_name (link->unit),
                                               link->url != NULL ? link->url : "");

      g_checksum_update (checksum, (const guchar *) line, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
record_proof (KsCampaign *campaign, const KsProof *proof, GError **error)
{
  g_autofree char *links = digest_links (campaign, error);
  g_autofree char *when
      = g_strdup_printf ("%" G_GINT64_FORMAT, ks_campaign_now (campaign));
  g_autoptr (KsTransaction) tx
      = links != NULL ? ks_store_begin_write (ks_campaign_get_store (campaign), error) : NULL;
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  if (tx == NULL)
    return FALSE;
  ks_payload_add_number (payload, "codes", proof->n_cells);
  ks_payload_add_text (payload, "links", links);
  json = ks_payload_to_json (payload);
  return ks_setting_table_set (tx, SETTING_PROVEN_LINKS, links, error)
         && ks_setting_table_set (tx, SETTING_PROVEN_WHEN, when, error)
         && ks_campaign_commit (campaign, tx, "prove", json, KS_CHANGE_PROOF, error);
}

/* What counts are the pages that are read; while they are made the job can only be stopped. */
static void
watch_job_cb (KsJob *piece, gpointer job)
{
  if (g_cancellable_is_cancelled (ks_job_get_cancellable (job)))
    ks_job_stop (piece);
}

static GBytes *
make_pdf (KsPages *pages, KsMoment stamp, KsJob *job, GError **error)
{
  g_autoptr (KsJob) piece = ks_job_new ("");

  if (job != NULL)
    ks_job_set_report_func (piece, watch_job_cb, job);
  return ks_pages_dup_pdf (pages, stamp, piece, error);
}

/**
 * ks_prove_sheets:
 * @campaign: a campaign with links
 * @choice: which sheets
 * @job: (nullable): progress
 * @proof: (out) (transfer full): what was found
 * @error: return location for an error
 *
 * Makes the final PDF of the sheets and reads every code back. When all sheets of all units hold,
 * the campaign records it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_prove_sheets (KsCampaign *campaign, const KsSheetChoice *choice, KsJob *job, KsProof **proof,
                 GError **error)
{
  g_autoptr (KsPages) pages = ks_lay_out_sheets (campaign, choice, error);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (KsProofFile) file = NULL;
  g_autoptr (KsProof) found = NULL;
  KsMoment stamp;

  if (pages == NULL || !ks_campaign_get_stamp (campaign, &stamp, error))
    return FALSE;
  pdf = make_pdf (pages, stamp, job, error);
  file = pdf != NULL ? ks_proof_file_new (pdf, ks_pages_get_title (pages), error) : NULL;
  found = file != NULL ? prove_file (campaign, file, job, error) : NULL;
  if (found == NULL)
    return FALSE;
  if (choice->units == NULL && choice->from == NULL && found->faults->len == 0
      && !record_proof (campaign, found, error))
    return FALSE;
  *proof = g_steal_pointer (&found);
  return TRUE;
}

/**
 * ks_is_proven:
 * @campaign: a campaign
 * @when: (out) (optional): the moment of the proof
 * @n_codes: (out) (optional): how many codes it covers
 *
 * Returns: whether all codes were read back since links and names last changed
 */
gboolean
ks_is_proven (KsCampaign *campaign, KsMoment *when, guint *n_codes)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autofree char *now = digest_links (campaign, NULL);
  g_autofree char *then
      = tx != NULL ? ks_setting_table_get (tx, SETTING_PROVEN_LINKS, NULL) : NULL;
  g_autofree char *moment = NULL;

  if (then == NULL || g_strcmp0 (now, then) != 0)
    return FALSE;
  moment = ks_setting_table_get (tx, SETTING_PROVEN_WHEN, NULL);
  if (when != NULL)
    *when = moment != NULL ? g_ascii_strtoll (moment, NULL, 10) : 0;
  if (n_codes != NULL)
    *n_codes = ks_registry_get_n_units (registry);
  return TRUE;
}
