/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-packs.h"

#include <string.h>

#include "ks-document-layout.h"
#include "ks-document-workbook.h"
#include "ks-documents-error.h"
#include "ks-file-name.h"
#include "ks-make-paper-private.h"
#include "ks-pack-files.h"
#include "ks-platform.h"
#include "ks-remind.h"

/* Notepad of older Windows takes a file without it for another encoding. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define MESSAGE "Tin nhắn Zalo"
#define PICTURE "Ảnh bảng số liệu"
#define PACK "Số liệu"

typedef struct {
  KsCampaign    *campaign;
  KsDayFigures  *figures;
  KsRemindWords *words;
  KsPaperMaterial *material; /* of the district whose pack is written */
  KsMoment       stamp;
  const char    *folder;
} Packer;

/* What belongs to one district. */
typedef struct {
  const Packer        *packer;
  const KsDistrict    *district;
  const KsDayDistrict *figures;
  KsZipWriter         *zip;
} Pack;

static gboolean
add_file (Pack *pack, const char *words, guint number, const char *ending, GBytes *content,
          GError **error)
{
  g_autofree char *stem = ks_file_name_make (words);
  g_autofree char *name = number > 0 ? g_strdup_printf ("%s %u%s", stem, number, ending)
                                     : g_strconcat (stem, ending, NULL);

  return content != NULL && ks_zip_writer_add (pack->zip, name, content, error);
}

static KsDocument *
make_paper (Pack *pack, GError **error)
{
  const KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_DISTRICT);

  pack->packer->material->part = pack->figures;
  return ks_make_paper_of (pack->packer->material, &wish, error);
}

/* An office's template without a table makes no workbook. */
static gboolean
add_workbook (Pack *pack, const char *words, KsDocument *document, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GBytes) workbook
      = ks_document_write_workbook (document, pack->packer->stamp, NULL, &own_error);

  if (g_error_matches (own_error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_TABLE))
    return TRUE;
  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  return add_file (pack, words, 0, ".xlsx", workbook, error);
}

static gboolean
add_paper (Pack *pack, GError **error)
{
  const Packer *packer = pack->packer;
  g_autofree char *words
      = g_strdup_printf ("%s – %s", ks_paper_kind_get_title (KS_PAPER_DISTRICT),
                         ks_pack_get_name (pack->district));
  g_autoptr (KsDocument) document = make_paper (pack, error);
  g_autoptr (KsPages) pages = document != NULL ? ks_document_lay_out (document, NULL, error) : NULL;
  g_autoptr (GBytes) pdf
      = pages != NULL ? ks_pages_dup_pdf (pages, packer->stamp, NULL, error) : NULL;

  return add_file (pack, words, 0, ".pdf", pdf, error)
         && add_workbook (pack, words, document, error);
}

static GBytes *
make_text_file (const char *text)
{
  GString *file = g_string_new (BYTE_ORDER_MARK);

  g_string_append (file, text);
  g_string_replace (file, "\n", "\r\n", 0);
  return g_string_free_to_bytes (file);
}

static gboolean
add_messages (Pack *pack, GError **error)
{
  const Packer *packer = pack->packer;
  g_auto (GStrv) parts = ks_remind_dup_parts (packer->words, packer->figures,
                                              pack->district->code, NULL, error);
  gboolean ok = parts != NULL;

  for (guint i = 0; ok && parts[i] != NULL; i++)
    {
      g_autoptr (GBytes) file = make_text_file (parts[i]);

      ok = add_file (pack, MESSAGE, parts[1] != NULL ? i + 1 : 0, ".txt", file, error);
    }
  return ok;
}

static gboolean
add_pictures (Pack *pack, GError **error)
{
  const Packer *packer = pack->packer;
  g_autoptr (KsPages) pages = ks_remind_table_new (packer->campaign, packer->words,
                                                   packer->figures, pack->district->code, error);
  guint n_pages = pages != NULL ? ks_pages_get_n_pages (pages) : 0;
  gboolean ok = pages != NULL;

  for (guint i = 0; ok && i < n_pages; i++)
    {
      g_autoptr (GBytes) picture = ks_pages_dup_picture (pages, i, KS_FORMAT_PNG, error);

      ok = add_file (pack, PICTURE, n_pages > 1 ? i + 1 : 0, ".png", picture, error);
    }
  return ok;
}

/* What goes to groups is told of a district by its code: units that have none beside others that
 * do belong to no group. */
static gboolean
has_group (const Pack *pack)
{
  return *pack->district->code != '\0'
         || pack->district->n_units == ks_day_figures_get_n_units (pack->packer->figures);
}

static const KsDayDistrict *
find_figures (const Packer *packer, const KsDistrict *district)
{
  guint n_districts;
  const KsDayDistrict *districts
      = ks_day_figures_get_districts (packer->figures, &n_districts);

  for (guint i = 0; i < n_districts; i++)
    if (g_str_equal (districts[i].code, district->code))
      return &districts[i];
  g_return_val_if_reached (NULL);
}

static gboolean
write_pack (const Packer *packer, const KsDistrict *district, GError **error)
{
  g_autoptr (KsZipWriter) zip = ks_zip_writer_new (error);
  Pack pack = { packer, district, find_figures (packer, district), zip };
  g_autofree char *moment = ks_moment_format (ks_day_figures_get_as_of (packer->figures));

  if (zip == NULL || !add_paper (&pack, error)
      || (has_group (&pack) && (!add_messages (&pack, error) || !add_pictures (&pack, error))))
    return FALSE;
  return ks_pack_save (zip, ks_day_figures_get_registry (packer->figures), district, PACK,
                       *moment != '\0' ? moment : NULL, packer->folder, error);
}

/**
 * ks_write_day_packs:
 * @campaign: a campaign
 * @districts: (nullable) (array zero-terminated=1): codes of districts; %NULL for all
 * @at: the last second that is told of; %KS_MOMENT_NONE: all that is known
 * @folder: where the packs go; made if it is not there
 * @job: (nullable): told of every district; can stop the work
 * @n_packs: (out) (optional): how many there are
 * @error: return location for an error
 *
 * Writes a ZIP for every district, with what its board is told on the day: the table of its units
 * as PDF, as a workbook and as a picture, and the text for its group; participation alone, nothing
 * of another district. All packs speak of one moment, which their names tell. A pack that was begun
 * is finished or not there.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_day_packs (KsCampaign *campaign, const char *const *districts, KsMoment at,
                    const char *folder, KsJob *job, guint *n_packs, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  /* Codes that there are not are refused before anything is kept. */
  g_autoptr (GPtrArray) known = ks_pack_find_districts (registry, districts, error);
  g_autoptr (KsDayFigures) figures
      = known != NULL ? ks_day_figures_load_sendable (campaign, at, job, error) : NULL;
  g_autoptr (KsRemindWords) words
      = figures != NULL ? ks_remind_words_load (campaign, at, error) : NULL;
  g_autoptr (GPtrArray) wanted
      = words != NULL ? ks_pack_find_districts (ks_day_figures_get_registry (figures), districts,
                                                error)
                      : NULL;
  KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_DISTRICT);
  g_autoptr (KsPaperMaterial) material = NULL;
  Packer packer = { campaign, figures, words, NULL, 0, folder };
  gboolean ok;

  wish.at = at;
  material
      = wanted != NULL ? ks_paper_material_load_day (campaign, figures, &wish, error) : NULL;
  packer.material = material;
  ok = material != NULL && ks_campaign_get_stamp (campaign, &packer.stamp, error)
       && ks_folder_make (folder, error);
  for (guint i = 0; ok && i < wanted->len; i++)
    ok = ks_job_report (job, i, wanted->len, error)
         && write_pack (&packer, g_ptr_array_index (wanted, i), error);
  if (ok && n_packs != NULL)
    *n_packs = wanted->len;
  return ok && ks_job_report (job, wanted->len, wanted->len, error);
}
