/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-paper.h"

#include "ks-document-docx.h"
#include "ks-document-layout.h"
#include "ks-document-workbook.h"
#include "ks-documents-error.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-make-guide.h"
#include "ks-platform.h"
#include "ks-record-paper.h"

typedef GBytes *(*MakeFunc) (KsDocument *document, KsMoment stamp, KsJob *job, GError **error);

static GBytes *
make_docx (KsDocument *document, KsMoment stamp, KsJob *job, GError **error)
{
  return ks_document_write_docx (document, stamp, job, error);
}

static GBytes *
make_pdf (KsDocument *document, KsMoment stamp, KsJob *job, GError **error)
{
  g_autoptr (KsPages) pages = ks_document_lay_out (document, job, error);

  return pages != NULL ? ks_pages_dup_pdf (pages, stamp, job, error) : NULL;
}

static GBytes *
make_workbook (KsDocument *document, KsMoment stamp, KsJob *job, GError **error)
{
  return ks_document_write_workbook (document, stamp, job, error);
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

/* A paper as the files that it is written to. */
typedef struct
{
  const char *const *paths;
  gboolean lenient;    /* formats that the paper has nothing for are left out */
  GPtrArray *contents; /* of GBytes, one for each path; NULL: the paper has nothing for this format */
} Files;

static void
free_content (gpointer content)
{
  g_clear_pointer ((GBytes **)&content, g_bytes_unref);
}

static gboolean
is_nothing (const GError *error)
{
  return g_error_matches (error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_TABLE);
}

/* A paper without tables is no workbook, but other files all the same. */
static gboolean
add_content (
    Files *self, KsDocument *document, KsMoment stamp, const char *path, KsJob *job, GError **error)
{
  GBytes *content = NULL;

  if (ks_job_report (job, 0, 0, error))
    content = find_format (path) (document, stamp, job, error);
  g_ptr_array_add (self->contents, content);
  return content != NULL;
}

/* Where nothing is there to be written nothing has left, and nothing must be put on record. */
static gboolean
add_contents (Files *self, KsDocument *document, KsMoment stamp, KsJob *job, GError **error)
{
  g_autoptr (GError) lack = NULL;
  guint n_made = 0;

  for (guint i = 0; self->paths[i] != NULL; i++)
    {
      g_clear_error (&lack);
      if (add_content (self, document, stamp, self->paths[i], job, &lack))
        n_made++;
      else if (!self->lenient || !is_nothing (lack))
        break;
    }
  if (lack == NULL || (n_made > 0 && self->lenient && is_nothing (lack)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&lack));
  return FALSE;
}

static gboolean
make_files (
    KsCampaign *campaign, const KsPaperWish *wish, gpointer data, KsJob *job, GError **error)
{
  Files *self = data;
  g_autoptr (KsDocument) document = ks_make_paper (campaign, wish, job, error);
  KsMoment stamp;

  g_ptr_array_set_size (self->contents, 0);
  if (document == NULL || !ks_campaign_get_stamp (campaign, &stamp, error))
    return FALSE;
  return add_contents (self, document, stamp, job, error);
}

/* The files are whole before anything is put on record, and on record before they can be read: what
 * was stopped or refused left nothing, and nothing leaves unseen. */
static gboolean
write_document (KsCampaign *campaign,
                const KsPaperWish *wish,
                const char *const *paths,
                gboolean lenient,
                guint *n_written,
                KsJob *job,
                GError **error)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (free_content);
  g_autoptr (GError) own_error = NULL;
  Files files = { paths, lenient, contents };

  if (!ks_paper_record (campaign, wish, make_files, &files, job, &own_error))
    {
      if (lenient && is_nothing (own_error))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  for (guint i = 0; i < contents->len; i++)
    {
      GBytes *content = contents->pdata[i];

      if (content == NULL)
        continue;
      if (!ks_file_write (paths[i], g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                          error))
        return FALSE;
      (*n_written)++;
    }
  return TRUE;
}

static gboolean
check_paths (const KsPaperWish *wish, const char *const *paths, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (!ks_file_name_check_ending (paths[i], ks_paper_kind_get_endings (), error)
        || !ks_file_check_place (paths[i], error))
      return FALSE;
  return TRUE;
}

/**
 * ks_write_paper_files:
 * @campaign: a campaign
 * @wish: which paper
 * @paths: (array zero-terminated=1): the files to write: their endings tell the formats (see
 *   ks_paper_kind_get_endings())
 * @lenient: whether those that the paper has nothing for are left out, even if that is all of them
 * @n_written: (out): how many were written
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Makes a paper once and writes it as files that take their places when all are whole; that answers
 * leave the program is put on record once. The same campaign gives the same bytes.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_paper_files (KsCampaign *campaign,
                      const KsPaperWish *wish,
                      const char *const *paths,
                      gboolean lenient,
                      guint *n_written,
                      KsJob *job,
                      GError **error)
{
  *n_written = 0;
  if (!ks_paper_wish_check (wish, error) || !check_paths (wish, paths, error))
    return FALSE;
  if (wish->kind < KS_N_MADE_PAPERS)
    return write_document (campaign, wish, paths, lenient, n_written, job, error);
  for (guint i = 0; paths[i] != NULL; i++, (*n_written)++)
    if (!ks_write_guide (campaign, paths[i], job, error))
      return FALSE;
  return TRUE;
}

/**
 * ks_write_paper:
 * @campaign: a campaign
 * @wish: which paper
 * @path: the file to write: its ending tells the format
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * As ks_write_paper_files(), of one file, which is refused if the paper has nothing for it.
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
  const char *const paths[] = { path, NULL };
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  guint n_written;

  if (!ks_write_paper_files (campaign, wish, paths, FALSE, &n_written, job, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = ks_outcome_new (g_strdup_printf (_ ("“%s” was written"), shown));
  return TRUE;
}
