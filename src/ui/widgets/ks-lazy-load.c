/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-lazy-load.h"

struct _KsLazyLoad {
  GtkWidget *page;       /* borrowed: it owns this */
  KsLoadFunc load;
  KsLoadFunc load_state; /* NULL: none */
  gboolean   due;        /* what the page shows is older than the campaign */
  guint      idle;
};

static void
map_cb (KsLazyLoad *self)
{
  ks_lazy_load_finish (self);
}

static gboolean
idle_cb (gpointer data)
{
  KsLazyLoad *self = data;

  self->idle = 0;
  if (self->load_state != NULL)
    self->load_state (self->page);
  else
    ks_lazy_load_finish (self);
  return G_SOURCE_REMOVE;
}

/**
 * ks_lazy_load_new:
 * @page: the page, which owns the result
 * @load: fills it
 * @load_state: (nullable): finds out the state for the sidebar alone, where filling costs more
 *
 * Returns: (transfer full): how the page is filled from now on
 */
KsLazyLoad *
ks_lazy_load_new (GtkWidget *page, KsLoadFunc load, KsLoadFunc load_state)
{
  KsLazyLoad *self = g_new0 (KsLazyLoad, 1);

  self->page = page;
  self->load = load;
  self->load_state = load_state;
  g_signal_connect_data (page, "map", G_CALLBACK (map_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

/**
 * ks_lazy_load_free:
 * @self: (nullable): of a page that goes
 *
 * Nothing is filled any more.
 */
void
ks_lazy_load_free (KsLazyLoad *self)
{
  if (self == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->page, self);
  ks_lazy_load_cancel (self);
  g_free (self);
}

/**
 * ks_lazy_load_request:
 * @self: of a page
 *
 * What the page shows is older than the campaign.
 */
void
ks_lazy_load_request (KsLazyLoad *self)
{
  self->due = TRUE;
  if (gtk_widget_get_mapped (self->page))
    ks_lazy_load_finish (self);
  else if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/**
 * ks_lazy_load_finish:
 * @self: of a page
 *
 * Fills the page now, if that is due.
 */
void
ks_lazy_load_finish (KsLazyLoad *self)
{
  if (!self->due)
    return;
  ks_lazy_load_cancel (self);
  self->load (self->page);
}

/**
 * ks_lazy_load_cancel:
 * @self: of a page
 *
 * Nothing is due: the campaign is closed, or the page was filled otherwise.
 */
void
ks_lazy_load_cancel (KsLazyLoad *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  self->due = FALSE;
}

/**
 * ks_lazy_load_is_due:
 * @self: of a page
 *
 * Returns: whether what the page shows is older than the campaign
 */
gboolean
ks_lazy_load_is_due (KsLazyLoad *self)
{
  return self->due;
}
