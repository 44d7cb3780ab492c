/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-sheet-settings.h"

/* What the page shows is worked out in a thread. The newest question counts: what is still worked on
 * for an older one is stopped, and its answer not heard. */

/* The page may be gone when the thread is done. */
static GWeakRef *
point_at (KsCodesPage *self)
{
  GWeakRef *pointer = g_new (GWeakRef, 1);

  g_weak_ref_init (pointer, self);
  return pointer;
}

static KsCodesPage *
take_page (GWeakRef *pointer)
{
  KsCodesPage *self = g_weak_ref_get (pointer);

  g_weak_ref_clear (pointer);
  g_free (pointer);
  return self;
}

static void
stop (GCancellable **work)
{
  if (*work != NULL)
    g_cancellable_cancel (*work);
  g_clear_object (work);
}

typedef struct
{
  KsPages *pages;
  KsRegistry *registry;
} ToIndex;

static void
free_to_index (gpointer data)
{
  ToIndex *what = data;

  g_object_unref (what->pages);
  g_object_unref (what->registry);
  g_free (what);
}

static void
index_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ToIndex *what = data;

  g_task_return_pointer (task, ks_sheet_index_new (what->pages, what->registry, cancellable),
                         (GDestroyNotify)ks_sheet_index_free);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KsCodesPage) self = take_page (data);
  KsSheetIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || self->indexing != g_task_get_cancellable (G_TASK (result)))
    {
      ks_sheet_index_free (index);
      return;
    }
  g_clear_object (&self->indexing);
  self->index = index;
  ks_codes_page_show_note (self);
}

/* Who stands on which page is known a moment after the pages are shown: all are laid out for it. */
static void
make_index (KsCodesPage *self)
{
  g_autoptr (GTask) task = NULL;
  ToIndex *what;

  stop (&self->indexing);
  g_clear_pointer (&self->index, ks_sheet_index_free);
  self->found = NULL;
  if (self->state->pages == NULL)
    return;
  what = g_new (ToIndex, 1);
  *what = (ToIndex){ g_object_ref (self->state->pages), g_object_ref (self->registry) };
  self->indexing = g_cancellable_new ();
  task = g_task_new (NULL, self->indexing, indexed_cb, point_at (self));
  g_task_set_task_data (task, what, free_to_index);
  g_task_run_in_thread (task, index_thread);
}

static void
ask_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KsCodesState *state = data;

  ks_codes_state_work_out (state, cancellable);
  g_task_return_pointer (task, state, (GDestroyNotify)ks_codes_state_free);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KsCodesPage) self = take_page (data);
  KsCodesState *state = g_task_propagate_pointer (G_TASK (result), NULL);

  if (state == NULL || self == NULL || self->asking != g_task_get_cancellable (G_TASK (result)))
    {
      ks_codes_state_free (state);
      return;
    }
  g_clear_object (&self->asking);
  self->asking_pages = FALSE;
  g_clear_pointer (&self->state, ks_codes_state_free);
  self->state = state;
  if (state->with_pages)
    make_index (self);
  ks_codes_page_show_state (self);
}

/*
 * ks_codes_page_ask:
 * @self: a page with a campaign
 * @with_pages: whether the sheets themselves may be others now
 *
 * Works out what the page shows, and shows it.
 */
void
ks_codes_page_ask (KsCodesPage *self, gboolean with_pages)
{
  g_autoptr (GTask) task = NULL;
  KsCodesState *state;

  self->asking_pages = self->asking_pages || with_pages;
  stop (&self->asking);
  self->asking = g_cancellable_new ();
  state = ks_codes_state_new (self->campaign, self->asking_pages);
  ks_sheet_settings_fill_choice (KS_SHEET_SETTINGS (self->settings), &state->choice);
  state->choice.margin_mm = ks_codes_page_get_margin ();
  task = g_task_new (NULL, self->asking, answered_cb, point_at (self));
  g_task_set_task_data (task, state, NULL);
  g_task_run_in_thread (task, ask_thread);
  ks_codes_page_update_actions (self);
}

/*
 * ks_codes_page_forget:
 * @self: the page
 *
 * Forgets all that was worked out, and what is being worked out.
 */
void
ks_codes_page_forget (KsCodesPage *self)
{
  stop (&self->asking);
  stop (&self->indexing);
  self->asking_pages = FALSE;
  self->found = NULL;
  g_clear_pointer (&self->index, ks_sheet_index_free);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->state, ks_codes_state_free);
}
