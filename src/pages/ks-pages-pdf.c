/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pages-private.h"

#include <cairo-pdf.h>

#include "ks-i18n.h"
#include "ks-pages-error.h"
#include "ks-pdf-pack.h"
#include "ks-platform.h"

#define CREATOR "Khảo Sát " KS_VERSION
#define N_AHEAD 16

/* The codes of a page take about as long as painting it: more threads than the machine has cores
 * would only keep the one that paints from its own. */
#define MOST_HELPERS 2

static cairo_status_t
append_bytes_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
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

/* Pages that are laid out already: other threads make their codes meanwhile. */
typedef struct {
  GThreadPool *helpers;
  GQueue       pages;
  guint        n_laid;
} Ahead;

static GThreadPool *
start_helpers (void)
{
  int n = CLAMP ((int) g_get_num_processors () - 1, 1, MOST_HELPERS);

  return g_thread_pool_new (encode_page_cb, NULL, n, FALSE, NULL);
}

static KsFolio *
take_page (KsPages *self, Ahead *ahead)
{
  while (ahead->n_laid < ks_pages_get_n_pages (self) && ahead->pages.length < N_AHEAD)
    {
      KsFolio *page = ks_pages_lay_out (self, ahead->n_laid++);

      g_queue_push_tail (&ahead->pages, page);
      g_thread_pool_push (ahead->helpers, ks_folio_ref (page), NULL);
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

  ahead.helpers = start_helpers ();
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
  g_thread_pool_free (ahead.helpers, FALSE, TRUE);
  cairo_destroy (cr);
  return going;
}

static cairo_surface_t *
create_surface (KsPages *self, GByteArray *bytes)
{
  double width;
  double height;

  ks_pages_get_size (self, &width, &height);
  return cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes, width * KS_POINTS_PER_MM,
                                              height * KS_POINTS_PER_MM);
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
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean going;

  g_return_val_if_fail (KS_IS_PAGES (self), NULL);

  surface = create_surface (self, bytes);
  set_metadata (self, surface, stamp);
  going = paint_pages (self, surface, job, error);
  add_bookmarks (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (bytes);
  if (!going)
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return ks_pdf_pack (pdf);
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_FILE, _("Cannot make the PDF: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * ks_pages_write_pdf:
 * @self: a document
 * @path: the file to write
 * @stamp: the moment that the file gives as its own: the campaign's, never the clock's
 * @job: (nullable): told of every page; can stop the work
 * @error: return location for an error
 *
 * Writes the PDF of a document into a file beside @path that takes its place when it is complete.
 * The same pages and stamp give the same bytes.
 *
 * Returns: %FALSE with %KS_BASE_ERROR_FILE, %KS_PAGES_ERROR_FILE or %G_IO_ERROR_CANCELLED; @path
 *   is then what it was before
 */
gboolean
ks_pages_write_pdf (KsPages *self, const char *path, KsMoment stamp, KsJob *job, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;
  gsize size;
  const void *data;

  g_return_val_if_fail (KS_IS_PAGES (self), FALSE);

  /* Asked first, so that nobody waits for pages that have no place. */
  if (!ks_file_check_place (path, error))
    return FALSE;
  pdf = ks_pages_dup_pdf (self, stamp, job, error);
  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &size);
  return ks_file_write (path, data, size, error);
}
