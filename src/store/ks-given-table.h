/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* The figures of a scope that have left the program, and the responses they rest on. */
typedef struct {
  KsMoment given_at;
  GArray  *responses;  /* of gint64: ids, ascending */
  char    *figures;    /* JSON */
} KsGiven;

void     ks_given_free (KsGiven *self);
gboolean ks_given_table_load_last (KsTransaction *tx, const char *scope, KsGiven **given,
                                   GError **error);
gboolean ks_given_table_append (KsTransaction *tx, const char *scope, const KsGiven *given,
                                GError **error);
guint    ks_given_count_difference (GArray *a, GArray *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGiven, ks_given_free)

G_END_DECLS
