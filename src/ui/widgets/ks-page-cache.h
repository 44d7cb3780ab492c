/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KS_PAGE_CACHE_KEPT 6

/* The items of a long list, read a page at a time when somebody looks at it. A list view looks at
 * some 200 rows around what is seen: those pages are kept, and some to go back.
 * The function reads @n items from @first on, and never fewer. (transfer full) */
typedef GPtrArray *(*KsPageFunc) (guint first, guint n, gpointer data);

typedef struct _KsPageCache KsPageCache;

KsPageCache *ks_page_cache_new (guint page_size, KsPageFunc read, gpointer data);
void ks_page_cache_free (KsPageCache *self);
void ks_page_cache_clear (KsPageCache *self);
gpointer ks_page_cache_get (KsPageCache *self, guint position, guint n_items);
guint ks_page_cache_get_n_kept (KsPageCache *self);

G_END_DECLS
