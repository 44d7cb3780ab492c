/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-seal.h"

#include "ks-campaign-error.h"
#include "ks-findings.h"
#include "ks-i18n.h"
#include "ks-log-table.h"
#include "ks-payload.h"
#include "ks-platform.h"
#include "ks-publish.h"
#include "ks-seal-archive.h"
#include "ks-seal-compare.h"
#include "ks-seal-pieces.h"
#include "ks-seal-stages.h"

#define READ_ME "/vn/danvan/KhaoSat/seal/doc-truoc.txt"
#define READ_ME_OF_ARCHIVE "/vn/danvan/KhaoSat/seal/doc-truoc-luu.txt"
#define ACTION "seal"

enum
{
  STAGES_OF_SEAL = 2,
  STAGES_OF_ARCHIVE = 3,
};

typedef struct
{
  KsCampaign *campaign;
  KsTransaction *tx;
  KsGivenLedger *ledger;
  GHashTable *open;
  GPtrArray *log;
  KsSealSource source;
  KsSealFacts facts;
  KsSealStages *stages;
  GPtrArray *papers;
  char *hash;         /* of the manifest of the seal */
  GPtrArray *seal;    /* its pieces */
  GPtrArray *archive; /* of the archive; NULL: none is wished */
} Sealing;

static void
sealing_clear (Sealing *self)
{
  g_clear_pointer (&self->ledger, ks_given_ledger_free);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->log, g_ptr_array_unref);
  g_clear_pointer (&self->seal, g_ptr_array_unref);
  g_clear_pointer (&self->archive, g_ptr_array_unref);
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->tx, ks_transaction_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sealing, sealing_clear)

static gboolean
check_settled (KsCampaign *campaign, GError **error)
{
  g_auto (KsPublication) publication = { 0 };

  if (ks_campaign_is_window_open (campaign))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The survey is still open: figures are sealed after it has "
                                  "ended and they were settled."));
  if (!ks_publication_load (campaign, &publication, error))
    return FALSE;
  if (publication.settled_at == KS_MOMENT_NONE)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The figures are not settled yet: settle them, then seal them."));
  return TRUE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autoptr (GFile) left = g_file_new_for_path (a);
  g_autoptr (GFile) right = g_file_new_for_path (b);

  return g_file_equal (left, right);
}

static gboolean
check_places (KsCampaign *campaign, const char *path, const char *archive_path, GError **error)
{
  const char *own = ks_campaign_get_path (campaign);

  if (is_same_file (path, own) || (archive_path != NULL && is_same_file (archive_path, own)))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("That is the campaign itself: choose another file for the "
                                  "seal."));
  if (archive_path != NULL && is_same_file (path, archive_path))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The seal is public, the archive is not: choose two files."));
  return ks_file_check_place (path, error)
         && (archive_path == NULL || ks_file_check_place (archive_path, error));
}

/* Sealing once more gives the same bytes: what it left in the log itself does not count. */
static void
drop_seals (GPtrArray *log)
{
  while (log->len > 0
         && g_str_equal (((const KsLogEntry *)log->pdata[log->len - 1])->action, ACTION))
    g_ptr_array_remove_index (log, log->len - 1);
}

static gboolean
look (Sealing *self, GError **error)
{
  self->tx = ks_store_begin_read (ks_campaign_get_store (self->campaign), error);
  self->ledger = self->tx != NULL
                     ? ks_given_ledger_load (self->campaign, self->tx, self->archive != NULL, error)
                     : NULL;
  self->open = self->ledger != NULL ? ks_findings_load_open_units_within (self->tx, error) : NULL;
  self->log = self->open != NULL ? ks_log_table_load (self->tx, error) : NULL;
  if (self->log == NULL
      || (self->archive != NULL && !ks_given_ledger_collect (self->ledger, self->tx, error)))
    return FALSE;
  drop_seals (self->log);
  self->source = (KsSealSource){ self->tx, self->ledger, self->open };
  self->facts = (KsSealFacts){ self->campaign, &self->source, self->log, NULL };
  return TRUE;
}

static gboolean
add_read_me (GPtrArray *pieces, const char *resource, GError **error)
{
  g_autoptr (GBytes) text = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (text != NULL)
    ks_seal_pieces_add (pieces, KS_SEAL_READ_ME, text);
  return text != NULL;
}

/* The chain as far as it names nobody. */
static void
add_log (Sealing *self)
{
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_GUARD);
  static const char *const titles[] = { "seq", "utc", "action", "hash" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ks_csv_writer_add_text (table, titles[i]);
  ks_csv_writer_end_row (table, NULL);
  for (guint i = 0; i < self->log->len; i++)
    {
      const KsLogEntry *entry = self->log->pdata[i];

      ks_csv_writer_add_count (table, entry->seq);
      ks_csv_writer_add_text (table, entry->utc);
      ks_csv_writer_add_text (table, entry->action);
      ks_csv_writer_add_text (table, entry->hash);
      ks_csv_writer_end_row (table, NULL);
    }
  ks_seal_pieces_add_table (self->seal, KS_SEAL_LOG, table);
}

/* The manifest and the list of sums, which tell of the others and of it. */
static gboolean
add_manifest (const KsSealFacts *facts, GPtrArray *pieces, char **hash, GError **error)
{
  char *manifest = ks_seal_manifest_write (facts, pieces, error);
  g_autoptr (GBytes) sums = NULL;

  if (manifest == NULL)
    return FALSE;
  ks_seal_pieces_add_text (pieces, KS_SEAL_MANIFEST, manifest);
  if (hash != NULL)
    *hash = ks_seal_hash (ks_seal_pieces_find (pieces, KS_SEAL_MANIFEST));
  sums = ks_seal_pieces_make_sums (pieces);
  ks_seal_pieces_add (pieces, KS_SEAL_SUMS, sums);
  return TRUE;
}

static gboolean
make_seal (Sealing *self, GError **error)
{
  self->seal = ks_seal_pieces_new ();
  if (!add_read_me (self->seal, READ_ME, error)
      || !ks_seal_add_figures (&self->source, self->seal, ks_seal_stages_next (self->stages),
                               error))
    return FALSE;
  add_log (self);
  ks_seal_papers_add (self->papers, self->seal);
  return add_manifest (&self->facts, self->seal, &self->hash, error);
}

/* An archive from which other figures come would be worth nothing on the day that somebody asks. */
static gboolean
check_figures (Sealing *self, GPtrArray *figures, GError **error)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const KsPlainZipPart *figure = figures->pdata[i];
      GBytes *sealed = ks_seal_pieces_find (self->seal, figure->name);

      if (sealed != NULL && g_bytes_equal (sealed, figure->content))
        continue;
      g_set_error (
          error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
          _ ("The figures of %s cannot be made anew from the kept files: check the campaign "
             "(check), or seal it without an archive."),
          figure->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
make_archive (Sealing *self, GError **error)
{
  KsSealFacts facts = self->facts;
  g_auto (KsRebuild) rebuild = { 0 };
  g_autoptr (GPtrArray) figures = ks_seal_pieces_new ();

  facts.seal = self->hash;
  return add_read_me (self->archive, READ_ME_OF_ARCHIVE, error)
         && ks_seal_archive_collect (&facts, self->archive, ks_seal_stages_next (self->stages),
                                     error)
         && ks_rebuild_begin (&rebuild, self->archive, ks_seal_stages_next (self->stages), error)
         && ks_seal_compare_sheets (&facts, &rebuild, self->archive, error)
         && ks_rebuild_place (&rebuild, self->archive, error)
         && ks_seal_compare_given (&facts, &rebuild, self->archive, error)
         && ks_rebuild_give (&rebuild, self->archive, error)
         && ks_rebuild_add_figures (&rebuild, self->archive, figures,
                                    ks_seal_stages_next (self->stages), error)
         && check_figures (self, figures, error)
         && add_manifest (&facts, self->archive, NULL, error);
}

static KsPlainZipWriter *
write_pieces (const char *path, GPtrArray *pieces, GError **error)
{
  g_autoptr (KsPlainZipWriter) writer = ks_plain_zip_writer_new (path, error);

  if (writer == NULL)
    return NULL;
  for (guint i = 0; i < pieces->len; i++)
    {
      const KsPlainZipPart *piece = pieces->pdata[i];

      if (!ks_plain_zip_writer_add (writer, piece->name, piece->content, error))
        return NULL;
    }
  return ks_plain_zip_writer_finish (writer, error) ? g_steal_pointer (&writer) : NULL;
}

static gboolean
log_seal (Sealing *self, GError **error)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_write (ks_campaign_get_store (self->campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "manifest", self->hash);
  ks_payload_add_number (payload, "papers", self->papers != NULL ? self->papers->len : 0);
  ks_payload_add_number (payload, "archive", self->archive != NULL);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_campaign_commit (self->campaign, tx, ACTION, json, 0, error);
}

/* Both files are whole on the disk, then the log says so, then they take their places. */
static gboolean
write_files (Sealing *self, const char *path, const char *archive_path, GError **error)
{
  g_autoptr (KsPlainZipWriter) seal = write_pieces (path, self->seal, error);
  g_autoptr (KsPlainZipWriter) archive = seal != NULL && archive_path != NULL
                                             ? write_pieces (archive_path, self->archive, error)
                                             : NULL;

  if (seal == NULL || (archive_path != NULL && archive == NULL))
    return FALSE;
  ks_given_ledger_free (g_steal_pointer (&self->ledger));
  g_clear_pointer (&self->tx, ks_transaction_free);
  return log_seal (self, error) && (archive == NULL || ks_plain_zip_writer_keep (archive, error))
         && ks_plain_zip_writer_keep (seal, error);
}

static KsOutcome *
describe (const Sealing *self)
{
  g_autofree char *code = ks_seal_dup_code (self->hash);

  return ks_outcome_new (g_strdup_printf (
      self->archive == NULL
          ? _ ("The figures were sealed. Write down the code of the seal: %s")
          : _ ("The figures were sealed. Write down the code of the seal: %s. The archive holds "
               "answers "
               "and the secret key: keep it in the office's cupboard and send it to nobody"),
      code));
}

/**
 * ks_write_seal:
 * @campaign: a campaign whose figures were settled
 * @path: the seal, a ZIP archive that may be given to anybody
 * @archive_path: (nullable): the archive for the office's cupboard, from which all figures can be
 * made anew; it holds answers and the key
 * @papers: (nullable) (element-type KsSealPaper): papers that are made, to be sealed with the
 * figures
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Seals what was given out. The same campaign gives the same bytes of both files, under any locale
 * and time zone. An archive is tried before it is written: what does not give the same figures is
 * refused.
 *
 * Returns: %FALSE with @error set; what was there before is there still
 */
gboolean
ks_write_seal (KsCampaign *campaign,
               const char *path,
               const char *archive_path,
               GPtrArray *papers,
               KsJob *job,
               KsOutcome **outcome,
               GError **error)
{
  g_auto (KsSealStages) stages
      = { .job = job, .n_stages = STAGES_OF_SEAL + (archive_path != NULL ? STAGES_OF_ARCHIVE : 0) };
  g_auto (Sealing) sealing = { .campaign = campaign, .stages = &stages, .papers = papers };

  if (archive_path != NULL)
    sealing.archive = ks_seal_pieces_new ();
  if (!check_settled (campaign, error) || !check_places (campaign, path, archive_path, error)
      || !ks_findings_renew (campaign, ks_seal_stages_next (&stages), error)
      || !look (&sealing, error) || !make_seal (&sealing, error)
      || (archive_path != NULL && !make_archive (&sealing, error))
      || !write_files (&sealing, path, archive_path, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = describe (&sealing);
  return TRUE;
}
