/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* A unit that an officer leaves out of the ranking. */
typedef struct {
  char    *unit;   /* code */
  char    *reason; /* empty: it is not left out, which is not kept */
  KsMoment barred;
  char    *actor;  /* who left it out */
} KsBar;

KsBar     *ks_bar_new (const char *unit, const char *reason);
void       ks_bar_free (KsBar *self);
GPtrArray *ks_bar_table_load (KsTransaction *tx, GError **error);
KsBar     *ks_bar_table_load_one (KsTransaction *tx, const char *unit, GError **error);
gboolean   ks_bar_table_save (KsTransaction *tx, const KsBar *bar, GError **error);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsBar, ks_bar_free)

G_END_DECLS
