/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* A row of the log, chained to the one before it. */
typedef struct {
  gint64 seq;
  char  *utc;
  char  *actor;
  char  *action;
  char  *payload;
  char  *prev;
  char  *hash;
} KsLogEntry;

void       ks_log_entry_free (KsLogEntry *self);
gboolean   ks_log_table_append (KsTransaction *tx, KsMoment now, const char *actor,
                                const char *action, const char *payload, GError **error);
GPtrArray *ks_log_table_load (KsTransaction *tx, GError **error);
char      *ks_log_table_dup_head (KsTransaction *tx, GError **error);
gboolean   ks_log_table_get_last_change (KsTransaction *tx, KsMoment until, KsMoment *moment,
                                         GError **error);
char      *ks_log_table_dup_last_change (KsTransaction *tx, GError **error);
gboolean   ks_log_table_find_last (KsTransaction *tx, const char *action, KsMoment *moment,
                                   GError **error);
gint64     ks_log_table_find_break (GPtrArray *entries);

G_END_DECLS
