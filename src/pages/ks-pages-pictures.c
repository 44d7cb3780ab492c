/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pages.h"

#define MOST_THREADS 4
#define N_AHEAD 8

/* A picture that somebody makes. */
typedef struct {
  GBytes *bytes;
  GError *error;
  gboolean ready;
} Slot;

typedef struct {
  KsPages        *pages;
  KsPictureFormat format;
  GMutex          lock;   /* of the slots */
  GCond           ready;
  Slot            slots[N_AHEAD];
} Studio;

static void
make_picture_cb (gpointer task, gpointer data)
{
  Studio *studio = data;
  guint index = GPOINTER_TO_UINT (task) - 1;
  Slot *slot = &studio->slots[index % N_AHEAD];
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ks_pages_dup_picture (studio->pages, index, studio->format, &error);

  g_mutex_lock (&studio->lock);
  slot->bytes = bytes;
  slot->error = g_steal_pointer (&error);
  slot->ready = TRUE;
  g_cond_broadcast (&studio->ready);
  g_mutex_unlock (&studio->lock);
}

/* Waits for the picture of a page; its slot is free again. */
static GBytes *
take_picture (Studio *studio, guint index, GError **error)
{
  Slot *slot = &studio->slots[index % N_AHEAD];
  GBytes *bytes;

  g_mutex_lock (&studio->lock);
  while (!slot->ready)
    g_cond_wait (&studio->ready, &studio->lock);
  bytes = g_steal_pointer (&slot->bytes);
  if (slot->error != NULL)
    g_propagate_error (error, g_steal_pointer (&slot->error));
  slot->ready = FALSE;
  g_mutex_unlock (&studio->lock);
  return bytes;
}

static gboolean
hand_out (Studio *studio, GThreadPool *pool, KsPictureFunc func, gpointer data, KsJob *job,
          GError **error)
{
  guint n_pages = ks_pages_get_n_pages (studio->pages);
  guint n_begun = 0;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GBytes) picture = NULL;

      for (; n_begun < n_pages && n_begun < i + N_AHEAD; n_begun++)
        g_thread_pool_push (pool, GUINT_TO_POINTER (n_begun + 1), NULL);
      picture = take_picture (studio, i, error);
      if (picture == NULL || !func (i, picture, data, error)
          || !ks_job_report (job, i + 1, n_pages, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_pages_make_pictures:
 * @self: a document
 * @format: what kind of pictures
 * @func: (scope call): takes each in the calling thread, in the order of pages
 * @data: for @func
 * @job: (nullable): told of every page; can stop the work
 * @error: return location for an error
 *
 * Makes the pictures of all pages on several threads; no more than a few are held at a time.
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_FILE, %G_IO_ERROR_CANCELLED or the error of @func
 */
gboolean
ks_pages_make_pictures (KsPages *self, KsPictureFormat format, KsPictureFunc func, gpointer data,
                        KsJob *job, GError **error)
{
  Studio studio = { .pages = self, .format = format };
  GThreadPool *pool;
  gboolean ok;

  g_return_val_if_fail (KS_IS_PAGES (self), FALSE);

  g_mutex_init (&studio.lock);
  g_cond_init (&studio.ready);
  pool = g_thread_pool_new (make_picture_cb, &studio,
                            (gint) MIN (g_get_num_processors (), MOST_THREADS), FALSE, NULL);
  ok = hand_out (&studio, pool, func, data, job, error);
  g_thread_pool_free (pool, TRUE, TRUE);
  for (guint i = 0; i < N_AHEAD; i++)
    {
      g_clear_pointer (&studio.slots[i].bytes, g_bytes_unref);
      g_clear_error (&studio.slots[i].error);
    }
  g_mutex_clear (&studio.lock);
  g_cond_clear (&studio.ready);
  return ok;
}
