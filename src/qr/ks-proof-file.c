/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-proof-private.h"
#include "ks-qr-error.h"

#define N_THREADS 2
#define PDF_START "%PDF-"
#define PDF_END "%%EOF"
/* Readers look for them in the first and the last kilobyte. */
#define START_ROOM 1024

struct _KsProofFile {
  GBytes *bytes;
  char   *name;
  char   *keywords;
  guint   n_pages;
};

static gboolean
refuse_file (const char *name, const char *reason, GError **error)
{
  g_set_error (error, KS_QR_ERROR, KS_QR_ERROR_PROOF, _("Cannot check “%s”: %s"), name, reason);
  return FALSE;
}

static gboolean
looks_like_pdf (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL
         && g_strstr_len (data, (gssize) MIN (length, START_ROOM), PDF_START) != NULL;
}

/**
 * ks_proof_file_load:
 * @self: a file
 * @error: return location for an error
 *
 * Returns: (transfer full): the document, for the calling thread alone; to be let go by the
 *   reader
 */
GObject *
ks_proof_file_load (KsProofFile *self, GError **error)
{
  gboolean locked = FALSE;
  GObject *document = ks_reader_get (NULL)->load (self->bytes, &locked);

  if (document == NULL && locked)
    refuse_file (self->name, _("it is protected by a password."), error);
  else if (document == NULL)
    refuse_file (self->name, _("the PDF is damaged or incomplete; print it again."), error);
  return document;
}

/* A file that was cut off while it was written or copied lacks its end. Poppler would mend it, and
 * lose pages. */
static gboolean
is_complete (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize room = MIN (length, START_ROOM);

  for (gsize i = length - room; i + strlen (PDF_END) <= length; i++)
    if (memcmp (data + i, PDF_END, strlen (PDF_END)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_facts (KsProofFile *self, GError **error)
{
  const KsReader *reader = ks_reader_get (error);
  GObject *document;

  if (reader == NULL)
    return FALSE;
  if (!looks_like_pdf (self->bytes))
    return refuse_file (self->name, _("it is no PDF."), error);
  if (!is_complete (self->bytes))
    return refuse_file (self->name, _("the PDF is damaged or incomplete; print it again."), error);
  document = ks_proof_file_load (self, error);
  if (document == NULL)
    return FALSE;
  self->n_pages = reader->count_pages (document);
  self->keywords = reader->dup_keywords (document);
  reader->unload (document);
  if (self->n_pages == 0)
    return refuse_file (self->name, _("the PDF is damaged or incomplete; print it again."), error);
  return TRUE;
}

/**
 * ks_proof_file_new:
 * @bytes: a whole PDF
 * @name: what messages call it
 * @error: return location for an error
 *
 * Returns: (transfer full): the file, or %NULL with %KS_QR_ERROR_PROOF if it is no PDF, is damaged
 *   or protected, or if the module that reads PDFs is not installed
 */
KsProofFile *
ks_proof_file_new (GBytes *bytes, const char *name, GError **error)
{
  KsProofFile *self = g_new0 (KsProofFile, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  if (!read_facts (self, error))
    g_clear_pointer (&self, ks_proof_file_free);
  return self;
}

/**
 * ks_proof_file_open:
 * @path: a PDF
 * @error: return location for an error
 *
 * Returns: (transfer full): the file, or %NULL with %KS_BASE_ERROR_FILE if it cannot be read, or
 *   as ks_proof_file_new()
 */
KsProofFile *
ks_proof_file_open (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ks_file_map (path, error);
  g_autofree char *name = g_filename_display_name (path);

  return bytes != NULL ? ks_proof_file_new (bytes, name, error) : NULL;
}

/**
 * ks_proof_file_free:
 * @self: (transfer full): a file
 */
void
ks_proof_file_free (KsProofFile *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self->keywords);
  g_free (self);
}

/**
 * ks_proof_file_get_n_pages:
 * @self: a file
 *
 * Returns: the number of its pages
 */
guint
ks_proof_file_get_n_pages (KsProofFile *self)
{
  return self->n_pages;
}

/**
 * ks_proof_file_get_keywords:
 * @self: a file
 *
 * Returns: (transfer none) (nullable): the keywords in its metadata; our own files say there which
 *   layout they are
 */
const char *
ks_proof_file_get_keywords (KsProofFile *self)
{
  return self->keywords;
}

/**
 * ks_proof_file_dup_page_text:
 * @self: a file
 * @page: a page, from 0
 *
 * Returns: (transfer full) (nullable): the text layer of the page
 */
char *
ks_proof_file_dup_page_text (KsProofFile *self, guint page)
{
  GObject *document = ks_proof_file_load (self, NULL);
  GObject *loaded = NULL;
  char *text = NULL;

  if (document != NULL && page < self->n_pages)
    loaded = ks_reader_get (NULL)->load_page (document, page);
  if (loaded != NULL)
    text = ks_reader_get (NULL)->dup_text (loaded, NULL, NULL);
  g_clear_object (&loaded);
  g_clear_pointer (&document, ks_reader_get (NULL)->unload);
  return text;
}

/* What the threads share: each takes the next page until none is left. */
typedef struct {
  KsProofFile *file;
  guint        n_pages;
  KsPageProof  proof;
  gpointer     data;
  KsJob       *job;
  GPtrArray  **results;  /* by page */
  int          next;     /* atomic */
  GMutex       mutex;
  GError      *error;    /* the first one; under the mutex */
  guint        n_done;   /* under the mutex */
} Walk;

static gboolean
report_page (Walk *walk)
{
  gboolean going;

  g_mutex_lock (&walk->mutex);
  walk->n_done++;
  going = walk->error == NULL
          && ks_job_report (walk->job, walk->n_done, walk->n_pages, &walk->error);
  g_mutex_unlock (&walk->mutex);
  return going;
}

static void
keep_error (Walk *walk, GError *error)
{
  g_mutex_lock (&walk->mutex);
  if (walk->error == NULL)
    walk->error = error;
  else
    g_error_free (error);
  g_mutex_unlock (&walk->mutex);
}

static gpointer
walk_pages_cb (gpointer data)
{
  Walk *walk = data;
  GError *error = NULL;
  GObject *document = ks_proof_file_load (walk->file, &error);
  gboolean going = document != NULL;

  if (!going)
    keep_error (walk, error);
  while (going)
    {
      guint index = (guint) g_atomic_int_add (&walk->next, 1);
      GObject *page = NULL;

      if (index >= walk->n_pages)
        break;
      if (index < walk->file->n_pages)
        page = ks_reader_get (NULL)->load_page (document, index);
      walk->results[index] = walk->proof (page, index, walk->data);
      g_clear_object (&page);
      going = report_page (walk);
    }
  g_clear_pointer (&document, ks_reader_get (NULL)->unload);
  return NULL;
}

static GPtrArray *
join_results (Walk *walk)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_proof_result_free);

  for (guint i = 0; i < walk->n_pages; i++)
    if (walk->results[i] != NULL)
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&walk->results[i]));
  return all;
}

/**
 * ks_proof_file_map_pages:
 * @self: a file
 * @n_pages: how many pages to visit
 * @proof: called once for every page, with %NULL for one that the file lacks; on two threads
 * @data: for @proof
 * @job: (nullable): told of every page; can stop the work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsProofResult): the results in the order of pages, or
 *   %NULL if the work was stopped
 */
GPtrArray *
ks_proof_file_map_pages (KsProofFile *self, guint n_pages, KsPageProof proof, gpointer data,
                         KsJob *job, GError **error)
{
  Walk walk = { .file = self, .n_pages = n_pages, .proof = proof, .data = data, .job = job };
  GThread *threads[N_THREADS - 1];
  GPtrArray *results;

  walk.results = g_new0 (GPtrArray *, n_pages + 1);
  g_mutex_init (&walk.mutex);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("proof", walk_pages_cb, &walk);
  walk_pages_cb (&walk);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_mutex_clear (&walk.mutex);
  results = join_results (&walk);
  g_free (walk.results);
  if (walk.error == NULL)
    return results;
  g_propagate_error (error, walk.error);
  g_ptr_array_unref (results);
  return NULL;
}
