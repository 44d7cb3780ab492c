/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

#define KS_DIGEST_KIND 1

/* An import of answers and what it brought. */
typedef struct {
  gint64   id;
  char    *file;
  char    *sha256;     /* of the file as it was given */
  char    *source;     /* its shape: google-native, google-sheet, table */
  KsMoment imported;
  KsMoment file_time;  /* when the file was last changed */
  gint64   rows;
  gint64   counted;
  gint64   waiting;
  char    *kept_sha256;
  char    *state;      /* "in" or "withdrawn" */
  gint64   form_version;  /* the state of the form that its sheets answer */
  gint64   time_step;     /* to how many seconds its times are exact: 1 or 60 */
  gint64   digest_kind;   /* how the digests of its sheets were made; KS_DIGEST_KIND now */
  gint64   file_size;     /* bytes of the file as it was given; -1: not known */
} KsBatch;

typedef void (*KsPartFunc) (const guint8 *bytes, gsize length, gpointer data);

void       ks_batch_free (KsBatch *self);
KsMoment   ks_batch_get_known (const KsBatch *self);
GPtrArray *ks_batch_table_load (KsTransaction *tx, GError **error);
gboolean   ks_batch_table_insert (KsTransaction *tx, const KsBatch *batch, GError **error);
gboolean   ks_batch_table_set_state (KsTransaction *tx, gint64 id, const char *state,
                                     GError **error);
gboolean   ks_batch_table_add_counts (KsTransaction *tx, gint64 id, gint64 counted, gint64 waiting,
                                      GError **error);
gint64     ks_batch_table_next_id (KsTransaction *tx);
GBytes    *ks_batch_table_pack_part (GBytes *part);
gboolean   ks_batch_table_keep_part (KsTransaction *tx, gint64 batch, gint64 part, GBytes *packed,
                                     GError **error);
gboolean   ks_batch_table_drop_parts (KsTransaction *tx, gint64 batch, GError **error);
gboolean   ks_batch_table_foreach_part (KsTransaction *tx, gint64 batch, KsPartFunc func,
                                        gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsBatch, ks_batch_free)

G_END_DECLS
