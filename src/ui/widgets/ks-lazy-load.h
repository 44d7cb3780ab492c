/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KsLoadFunc) (gpointer page);

/* Fills a page at once where somebody looks at it, else when there is nothing better to do. */
typedef struct _KsLazyLoad KsLazyLoad;

KsLazyLoad *ks_lazy_load_new (GtkWidget *page, KsLoadFunc load, KsLoadFunc load_state);
void        ks_lazy_load_free (KsLazyLoad *self);
void        ks_lazy_load_request (KsLazyLoad *self);
void        ks_lazy_load_finish (KsLazyLoad *self);
void        ks_lazy_load_cancel (KsLazyLoad *self);
gboolean    ks_lazy_load_is_due (KsLazyLoad *self);

G_END_DECLS
