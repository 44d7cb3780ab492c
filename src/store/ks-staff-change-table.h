/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* A staff count that was changed when answers had come in already, and why. */
typedef struct {
  gint64   id;
  char    *unit;
  KsMoment changed;
  int      staff_before; /* N, in scope */
  int      staff_after;
  char    *reason;
} KsStaffChange;

void       ks_staff_change_free (KsStaffChange *self);
GPtrArray *ks_staff_change_table_load (KsTransaction *tx, GError **error);
gboolean   ks_staff_change_table_add (KsTransaction *tx, KsStaffChange *change, GError **error);
gboolean   ks_staff_change_table_delete (KsTransaction *tx, gint64 id, GError **error);

G_END_DECLS
