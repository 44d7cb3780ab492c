/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-paper.h"

#include "ks-day-papers.h"
#include "ks-document-docx.h"
#include "ks-document-layout.h"
#include "ks-document-workbook.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-make-guide.h"
#include "ks-paper-material.h"
#include "ks-platform.h"

typedef GBytes *(*MakeFunc) (KsDocument *document, KsMoment stamp, KsJob *job, GError **error);

static GBytes *
make_docx (KsDocument *document, KsMoment stamp, KsJob *job, GError **error)
{
  return ks_document_write_docx (document, stamp, error);
}

static GBytes *
make_pdf (KsDocument *document, KsMoment stamp, KsJob *job, GError **error)
{
  g_autoptr (KsPages) pages = ks_document_lay_out (document, error);

  return pages != NULL ? ks_pages_dup_pdf (pages, stamp, job, error) : NULL;
}

static GBytes *
make_workbook (KsDocument *document, KsMoment stamp, KsJob *job, GError **error)
{
  return ks_document_write_workbook (document, stamp, error);
}

/* What papers are written as: ks_paper_kind_get_endings() offers these. */
static const struct
{
  const char *ending;
  MakeFunc make;
} formats[] = {
  { ".docx", make_docx },
  { ".pdf", make_pdf },
  { ".xlsx", make_workbook },
};

static MakeFunc
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      return formats[i].make;
  return NULL;
}

/* The file is whole before anything is put on record, and on record before it can be read: what was
 * stopped or refused left nothing, and nothing leaves unseen. */
static gboolean
write_document (
    KsCampaign *campaign, const KsPaperWish *wish, const char *path, KsJob *job, GError **error)
{
  KsPaperWish look = *wish;
  MakeFunc make = find_format (path);
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (GBytes) content = NULL;
  KsMoment stamp;

  g_return_val_if_fail (make != NULL, FALSE);

  look.preview = TRUE;
  document = ks_make_paper (campaign, &look, job, error);
  if (document == NULL || !ks_campaign_get_stamp (campaign, &stamp, error))
    return FALSE;
  content = make (document, stamp, job, error);
  return content != NULL && ks_paper_record (campaign, wish, job, error)
         && ks_file_write (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                           error);
}

static gboolean
write_kind (
    KsCampaign *campaign, const KsPaperWish *wish, const char *path, KsJob *job, GError **error)
{
  switch (wish->kind)
    {
    case KS_PAPER_BRIEF:
      return ks_write_brief (campaign, wish->at, path, job, error);
    case KS_PAPER_DISTRICT:
      return ks_write_district (campaign, wish->district, wish->at, path, job, error);
    case KS_PAPER_GUIDE:
      return ks_write_guide (campaign, path, job, error);
    default:
      return write_document (campaign, wish, path, job, error);
    }
}

/**
 * ks_write_paper:
 * @campaign: a campaign
 * @wish: which paper
 * @path: the file to write: its ending tells the format (see ks_paper_kind_get_endings())
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Writes a paper as a file that takes its place when it is whole; that answers leave the program is
 * put on record. The same campaign gives the same bytes.
 *
 * Returns: %FALSE with @error set; what was at @path is then as it was
 */
gboolean
ks_write_paper (KsCampaign *campaign,
                const KsPaperWish *wish,
                const char *path,
                KsJob *job,
                KsOutcome **outcome,
                GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  if (!ks_paper_wish_check (wish, error)
      || !ks_file_name_check_ending (path, ks_paper_kind_get_endings (wish->kind), error)
      || !ks_file_check_place (path, error) || !write_kind (campaign, wish, path, job, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = ks_outcome_new (g_strdup_printf (_ ("“%s” was written"), shown));
  return TRUE;
}
