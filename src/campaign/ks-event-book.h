/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-event.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* The campaign's list and all that is recorded of it, while events come and go within one
 * transaction, which must outlive it. */
typedef struct {
  KsCampaign    *campaign;
  KsTransaction *tx;
  KsDay          day;      /* the campaign's own */
  KsRegistry    *registry; /* of that day */
  gboolean       changed;  /* it is no longer the stored one */
  GPtrArray     *events;   /* of KsEvent, ordered by day */
} KsEventBook;

KsEventBook *ks_event_book_open (KsCampaign *campaign, KsTransaction *tx, GError **error);
void         ks_event_book_free (KsEventBook *self);
KsRegistry  *ks_event_book_list_units (KsEventBook *self, KsDay day, GError **error);
gboolean     ks_event_book_try (KsEventBook *self, GPtrArray *events, GError **error);
gboolean     ks_event_book_add (KsEventBook *self, GPtrArray *events, GError **error);
KsEvent     *ks_event_book_take (KsEventBook *self, gint64 id, GError **error);
gboolean     ks_event_book_save_list (KsEventBook *self, KsRegistry *registry, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsEventBook, ks_event_book_free)

G_END_DECLS
