/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* The end of the survey, moved: when, by whom, by which decision and why. */
typedef struct {
  gint64   id;
  KsMoment made;
  char    *actor;
  KsMoment until_before;
  KsMoment until_after;
  char    *decision;  /* its number; empty if none was given */
  char    *reason;
} KsExtension;

void       ks_extension_free (KsExtension *self);
GPtrArray *ks_extension_table_load (KsTransaction *tx, GError **error);
gboolean   ks_extension_table_add (KsTransaction *tx, KsExtension *extension, GError **error);
gboolean   ks_extension_table_delete (KsTransaction *tx, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsExtension, ks_extension_free)

G_END_DECLS
