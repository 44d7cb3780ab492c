/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-package.h"

G_BEGIN_DECLS

/* Private to the reading of workbooks: a part that a second thread unpacks, a few blocks ahead of
 * whoever reads it. */
typedef struct _KsPartAhead KsPartAhead;

KsPartAhead *ks_part_ahead_new (KsPart *part);
void         ks_part_ahead_free (KsPartAhead *self);
gssize       ks_part_ahead_read (KsPartAhead *self, void *target, gsize length, GError **error);
gint64       ks_part_ahead_get_position (KsPartAhead *self);

G_END_DECLS
