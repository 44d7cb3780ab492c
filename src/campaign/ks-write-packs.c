/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-packs.h"

#include <string.h>

#include "ks-file-name.h"
#include "ks-pack-files.h"
#include "ks-platform.h"
#include "ks-print-runs.h"
#include "ks-sheet-words.h"
#include "ks-write-images.h"

#define STEPS_PER_UNIT 3

typedef struct {
  KsCampaign   *campaign;
  KsRegistry   *registry;
  KsSheetTexts *texts;
  KsMoment      stamp;
  const char   *folder;
  KsJob        *job;
  gint64        done;      /* pages of what is finished */
  gint64        total;
  gint64        base;      /* of the piece at work */
  char         *warning;
} Packer;

/* What belongs to one district. */
typedef struct {
  Packer      *packer;
  KsDistrict   district;   /* a copy: the registry's, with a name in any case */
  GPtrArray   *units;
  KsZipWriter *zip;
  KsPages     *images;
  GPtrArray   *written;    /* of KsPages */
} Pack;

/* A piece of a pack is a job of its own that counts on where the one before ended. */
static void
report_piece_cb (KsJob *piece, gpointer data)
{
  Packer *packer = data;

  if (!ks_job_report (packer->job, packer->base + ks_job_get_done (piece), packer->total, NULL))
    ks_job_stop (piece);
}

static KsJob *
begin_piece (Packer *packer)
{
  KsJob *piece = ks_job_new ("");

  packer->base = packer->done;
  ks_job_set_report_func (piece, report_piece_cb, packer);
  return piece;
}

static KsPages *
lay_out (Pack *pack, KsLayout layout, GError **error)
{
  Packer *packer = pack->packer;
  KsSheetChoice choice = { .options = { .layout = layout }, .units = pack->units };
  KsPages *pages = ks_lay_out_sheets (packer->campaign, &choice, error);

  if (pages == NULL)
    return NULL;
  if (packer->warning == NULL)
    packer->warning = g_strdup (ks_pages_get_warning (pages));
  g_ptr_array_add (pack->written, g_object_ref (pages));
  return pages;
}

static gboolean
add_pdf (Pack *pack, KsLayout layout, const char *title, GError **error)
{
  Packer *packer = pack->packer;
  g_autoptr (KsPages) pages = lay_out (pack, layout, error);
  g_autoptr (KsJob) piece = begin_piece (packer);
  g_autofree char *words = g_strdup_printf ("%s – %s", title, pack->district.name);
  g_autofree char *stem = ks_file_name_make (words);
  g_autofree char *name = g_strconcat (stem, ".pdf", NULL);
  g_autoptr (GBytes) pdf = NULL;

  if (pages == NULL)
    return FALSE;
  pdf = ks_pages_dup_pdf (pages, packer->stamp, piece, error);
  packer->done += pack->units->len;
  return pdf != NULL && ks_zip_writer_add (pack->zip, name, pdf, error);
}

static gboolean
add_image (guint index, GBytes *picture, gpointer data, GError **error)
{
  Pack *pack = data;
  g_autofree char *file
      = ks_image_dup_name (pack->packer->registry, pack->images, index, KS_FORMAT_PNG);
  g_autofree char *name = g_strconcat ("Ảnh mã QR/", file, NULL);

  return ks_zip_writer_add (pack->zip, name, picture, error);
}

static gboolean
add_images (Pack *pack, GError **error)
{
  Packer *packer = pack->packer;
  g_autoptr (KsPages) images = lay_out (pack, KS_LAYOUT_IMAGE, error);
  g_autoptr (KsJob) piece = begin_piece (packer);

  pack->images = images;
  if (images == NULL
      || !ks_pages_make_pictures (images, KS_FORMAT_PNG, add_image, pack, piece, error))
    return FALSE;
  packer->done += pack->units->len;
  return TRUE;
}

static gboolean
add_letter (Pack *pack, GError **error)
{
  Packer *packer = pack->packer;
  char *letter
      = ks_pack_letter_dup (packer->campaign, &pack->district, packer->stamp, packer->texts);
  g_autoptr (GBytes) bytes = g_bytes_new_take (letter, strlen (letter));

  return ks_zip_writer_add (pack->zip, "Thư gửi kèm.txt", bytes, error);
}

/* One warning is enough, of the first thing that could not be kept. */
static void
keep_pack (Pack *pack)
{
  char **warning = pack->packer->warning == NULL ? &pack->packer->warning : NULL;

  for (guint i = 0; i < pack->written->len; i++)
    {
      ks_print_runs_keep_or_warn (pack->packer->campaign, g_ptr_array_index (pack->written, i),
                                  KS_WAY_PACK, NULL, warning);
      warning = pack->packer->warning == NULL ? &pack->packer->warning : NULL;
    }
}

static gboolean
write_pack (Packer *packer, const KsDistrict *district, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsZipWriter) zip = ks_zip_writer_new (error);
  Pack pack = { .packer = packer, .district = *district, .units = units, .zip = zip,
                .written = written };

  if (zip == NULL)
    return FALSE;
  pack.district.name = (char *) ks_pack_get_name (district);
  for (guint i = 0; i < district->n_units; i++)
    g_ptr_array_add (units, ks_registry_get_unit (packer->registry, district->first + i));
  if (!add_letter (&pack, error)
      || !add_pdf (&pack, KS_LAYOUT_ANNEX, "Danh sách mã QR", error)
      || !add_pdf (&pack, KS_LAYOUT_POSTER, "Tờ niêm yết mã QR", error)
      || !add_images (&pack, error)
      || !ks_pack_save (zip, packer->registry, district, "Mã QR", NULL, packer->folder, error))
    return FALSE;
  keep_pack (&pack);
  return TRUE;
}

static gint64
count_steps (GPtrArray *districts)
{
  gint64 n = 0;

  for (guint i = 0; i < districts->len; i++)
    n += STEPS_PER_UNIT * ((const KsDistrict *) g_ptr_array_index (districts, i))->n_units;
  return n;
}

/**
 * ks_write_packs:
 * @campaign: a campaign with links
 * @districts: (nullable) (array zero-terminated=1): codes of districts; %NULL for all
 * @folder: where the packs go; made if it is not there
 * @job: (nullable): told of every page; can stop the work
 * @n_packs: (out) (optional): how many there are
 * @warning: (out) (optional) (nullable) (transfer full): which code is too fine
 * @error: return location for an error
 *
 * Writes a ZIP for every district, with what its board hands on before the day: its part of the
 * annex, its posters, its pictures and a covering text; nothing of another district. The same
 * campaign gives the same bytes. A pack that was begun is finished or not there.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_packs (KsCampaign *campaign, const char *const *districts, const char *folder, KsJob *job,
                guint *n_packs, char **warning, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) wanted = ks_pack_find_districts (registry, districts, error);
  g_autoptr (KsSheetTexts) texts = wanted != NULL ? ks_sheet_words_load (campaign, error) : NULL;
  Packer packer = { .campaign = campaign, .registry = registry, .texts = texts, .folder = folder,
                    .job = job };
  gboolean ok = texts != NULL && ks_campaign_get_stamp (campaign, &packer.stamp, error)
                && ks_folder_make (folder, error);

  if (ok)
    packer.total = count_steps (wanted);
  for (guint i = 0; ok && i < wanted->len; i++)
    ok = write_pack (&packer, g_ptr_array_index (wanted, i), error)
         && ks_job_report (job, packer.done, packer.total, error);
  if (ok && n_packs != NULL)
    *n_packs = wanted->len;
  if (ok && warning != NULL)
    *warning = g_steal_pointer (&packer.warning);
  g_free (packer.warning);
  return ok;
}
