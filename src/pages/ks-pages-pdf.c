/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pages-private.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <stdio.h>

#include <glib/gstdio.h>

#include "ks-base-error.h"
#include "ks-i18n.h"
#include "ks-pages-error.h"
#include "ks-platform.h"

#define CREATOR "Khảo Sát " KS_VERSION
#define N_AHEAD 8

/* Where the bytes of a PDF go; a page is not kept once it is written. */
typedef struct {
  FILE       *file;
  GByteArray *bytes;
} Sink;

static cairo_status_t
write_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->bytes != NULL)
    g_byte_array_append (sink->bytes, data, length);
  else if (fwrite (data, 1, length, sink->file) != length)
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

/* Everything that cairo would take from the clock or leave out. */
static void
set_metadata (KsPages *self, cairo_surface_t *surface, KsMoment stamp)
{
  g_autofree char *local = ks_moment_to_iso (stamp);
  g_autofree char *date = g_strconcat (local, "+07:00", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ks_pages_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
  if (ks_pages_get_author (self) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    ks_pages_get_author (self));
  if (ks_pages_get_keywords (self) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS,
                                    ks_pages_get_keywords (self));
}

static void
add_bookmarks (KsPages *self, cairo_surface_t *surface)
{
  for (guint i = 0; i < ks_pages_get_n_bookmarks (self); i++)
    {
      const KsBookmark *bookmark = ks_pages_get_bookmark (self, i);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 0]", bookmark->page + 1);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, bookmark->title, target, 0);
    }
}

static void
encode_page_cb (gpointer data, gpointer user_data)
{
  KsFolio *page = data;

  ks_folio_encode (page);
  ks_folio_unref (page);
}

/* Pages that are laid out already: a second thread makes their codes meanwhile. */
typedef struct {
  GThreadPool *helper;
  GQueue       pages;
  guint        n_laid;
} Ahead;

static KsFolio *
take_page (KsPages *self, Ahead *ahead)
{
  while (ahead->n_laid < ks_pages_get_n_pages (self) && ahead->pages.length < N_AHEAD)
    {
      KsFolio *page = ks_pages_lay_out (self, ahead->n_laid++);

      g_queue_push_tail (&ahead->pages, page);
      g_thread_pool_push (ahead->helper, ks_folio_ref (page), NULL);
    }
  return g_queue_pop_head (&ahead->pages);
}

static gboolean
paint_pages (KsPages *self, cairo_surface_t *surface, KsJob *job, GError **error)
{
  guint n_pages = ks_pages_get_n_pages (self);
  Ahead ahead = { .pages = G_QUEUE_INIT };
  cairo_t *cr = cairo_create (surface);
  gboolean going = TRUE;

  ahead.helper = g_thread_pool_new (encode_page_cb, NULL, 1, FALSE, NULL);
  for (guint i = 0; i < n_pages && going; i++)
    {
      g_autoptr (KsFolio) page = take_page (self, &ahead);

      cairo_save (cr);
      ks_folio_paint (page, cr, ks_pages_get_one_colour (self));
      cairo_restore (cr);
      cairo_show_page (cr);
      going = ks_job_report (job, i + 1, n_pages, error);
    }
  g_queue_clear_full (&ahead.pages, (GDestroyNotify) ks_folio_unref);
  g_thread_pool_free (ahead.helper, FALSE, TRUE);
  cairo_destroy (cr);
  return going;
}

/* FALSE with an error of the job; a failure of the sink is left in *status. */
static gboolean
write_document (KsPages *self, Sink *sink, KsMoment stamp, KsJob *job, cairo_status_t *status,
                GError **error)
{
  cairo_surface_t *surface;
  double width;
  double height;
  gboolean going;

  ks_pages_get_size (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes_cb, sink, width * KS_POINTS_PER_MM,
                                                 height * KS_POINTS_PER_MM);
  set_metadata (self, surface, stamp);
  going = paint_pages (self, surface, job, error);
  add_bookmarks (self, surface);
  cairo_surface_finish (surface);
  *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return going;
}

static gboolean
refuse_document (cairo_status_t status, GError **error)
{
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_FILE, _("Cannot make the PDF: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * ks_pages_dup_pdf:
 * @self: a document
 * @stamp: the moment that the file gives as its own: the campaign's, never the clock's
 * @job: (nullable): told of every page; can stop the work
 * @error: return location for an error
 *
 * Makes the PDF of a document in memory. The same pages and stamp give the same bytes.
 *
 * Returns: (transfer full): the PDF, or %NULL with %KS_PAGES_ERROR_FILE or %G_IO_ERROR_CANCELLED
 */
GBytes *
ks_pages_dup_pdf (KsPages *self, KsMoment stamp, KsJob *job, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Sink sink = { NULL, bytes };
  cairo_status_t status;

  g_return_val_if_fail (KS_IS_PAGES (self), NULL);
  if (!write_document (self, &sink, stamp, job, &status, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      refuse_document (status, error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
refuse_file (const char *path, int code, GError **error)
{
  g_autoptr (GError) cause
      = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));

  ks_file_set_write_error (error, path, cause);
  return FALSE;
}

/* Writes, and closes the file in any case. */
static gboolean
fill_file (KsPages *self, FILE *file, const char *path, KsMoment stamp, KsJob *job, GError **error)
{
  Sink sink = { file, NULL };
  cairo_status_t status;
  gboolean going = write_document (self, &sink, stamp, job, &status, error);
  int code = 0;

  if (status == CAIRO_STATUS_WRITE_ERROR || fflush (file) != 0 || g_fsync (fileno (file)) != 0)
    code = errno;
  if (fclose (file) != 0 && code == 0)
    code = errno;
  if (!going)
    return FALSE;
  if (code != 0)
    return refuse_file (path, code, error);
  return status == CAIRO_STATUS_SUCCESS || refuse_document (status, error);
}

/**
 * ks_pages_write_pdf:
 * @self: a document
 * @path: the file to write
 * @stamp: the moment that the file gives as its own: the campaign's, never the clock's
 * @job: (nullable): told of every page; can stop the work
 * @error: return location for an error
 *
 * Writes the PDF of a document, page after page, into a file beside @path that takes its place
 * when it is complete. The same pages and stamp give the same bytes.
 *
 * Returns: %FALSE with %KS_BASE_ERROR_FILE, %KS_PAGES_ERROR_FILE or %G_IO_ERROR_CANCELLED; @path
 *   is then what it was before
 */
gboolean
ks_pages_write_pdf (KsPages *self, const char *path, KsMoment stamp, KsJob *job, GError **error)
{
  g_autofree char *temporary = NULL;
  FILE *file;
  gboolean done;
  int fd;

  g_return_val_if_fail (KS_IS_PAGES (self), FALSE);
  temporary = ks_file_temporary_beside (path, &fd, error);
  if (temporary == NULL)
    return FALSE;
  file = fdopen (fd, "wb");
  if (file == NULL)
    {
      done = refuse_file (path, errno, error);
      g_close (fd, NULL);
    }
  else
    done = fill_file (self, file, path, stamp, job, error);
  if (done && g_rename (temporary, path) != 0)
    done = refuse_file (path, errno, error);
  if (!done)
    g_unlink (temporary);
  return done;
}
