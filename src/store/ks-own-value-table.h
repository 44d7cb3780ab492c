/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

#define KS_OWN_VALUE_NONE (-1.0)

/* What the office gave a unit by a criterion of its own. */
typedef struct {
  char  *criterion; /* id */
  char  *unit;      /* code */
  double value;     /* 0…10; KS_OWN_VALUE_NONE: nothing, which is not kept */
  char  *note;      /* why, or empty */
  char  *actor;     /* who gave it */
} KsOwnValue;

KsOwnValue *ks_own_value_new (const char *criterion, const char *unit, double value,
                              const char *note);
void        ks_own_value_free (KsOwnValue *self);
GPtrArray  *ks_own_value_table_load (KsTransaction *tx, GError **error);
gboolean    ks_own_value_table_save (KsTransaction *tx, const KsOwnValue *value, GError **error);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsOwnValue, ks_own_value_free)

G_END_DECLS
