/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* A unit that people chose to propose, with their reason. */
typedef struct {
  char    *unit;
  char    *reason;
  KsMoment chosen;
} KsChoice;

void       ks_choice_free (KsChoice *self);
GPtrArray *ks_choice_table_load (KsTransaction *tx, GError **error);
gboolean   ks_choice_table_replace (KsTransaction *tx, GPtrArray *choices, GError **error);

G_END_DECLS
