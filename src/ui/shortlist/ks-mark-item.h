/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit.h"

G_BEGIN_DECLS

/* The mark of a unit by a criterion of the office's own, as it is typed. */
#define KS_TYPE_MARK_ITEM (ks_mark_item_get_type ())
G_DECLARE_FINAL_TYPE (KsMarkItem, ks_mark_item, KS, MARK_ITEM, GObject)

KsMarkItem *ks_mark_item_new (KsUnit *unit, double mark, const char *note);
KsUnit     *ks_mark_item_get_unit (KsMarkItem *self);
const char *ks_mark_item_get_mark (KsMarkItem *self);
const char *ks_mark_item_get_note (KsMarkItem *self);
void        ks_mark_item_set_mark (KsMarkItem *self, const char *mark);
void        ks_mark_item_set_note (KsMarkItem *self, const char *note);
gboolean    ks_mark_item_is_changed (KsMarkItem *self);

/* FALSE: what is typed is no mark from 0 to 10. Nothing typed is KS_OWN_VALUE_NONE. */
gboolean    ks_mark_item_read (KsMarkItem *self, double *mark);

G_END_DECLS
