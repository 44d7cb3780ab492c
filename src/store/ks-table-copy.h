/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* Small tables of a campaign, row by row as they are, for its archive: what is needed to bring its
 * answers in anew, beside the files that they came from. */

typedef enum
{
  KS_COPIED_NULL,
  KS_COPIED_NUMBER,
  KS_COPIED_REAL,
  KS_COPIED_TEXT,
} KsCopiedKind;

typedef struct
{
  const char *column;
  KsCopiedKind kind;
  gint64 number;
  double real;
  const char *text;
} KsCopiedValue;

typedef gboolean (*KsCopiedRowFunc) (const KsCopiedValue *values,
                                     guint n_values,
                                     gpointer data,
                                     GError **error);

const char *const *ks_table_copy_get_tables (void);
gboolean ks_table_copy_foreach (
    KsTransaction *tx, const char *table, KsCopiedRowFunc func, gpointer data, GError **error);
gboolean ks_table_copy_clear (KsTransaction *tx, GError **error);
gboolean ks_table_copy_insert (KsTransaction *tx,
                               const char *table,
                               const KsCopiedValue *values,
                               guint n_values,
                               GError **error);

G_END_DECLS
