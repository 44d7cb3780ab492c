/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-unit.h"

G_BEGIN_DECLS

/* The fields of one unit that can be typed into: judges them while somebody types, and asks to
 * have them saved with Enter, when the focus leaves, or a moment after a button of a figure.
 * Signal "save" (KsUnit *unit, KsUnitField, const char *text): a field shall hold a text. */
#define KS_TYPE_UNIT_FIELDS (ks_unit_fields_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitFields, ks_unit_fields, KS, UNIT_FIELDS, GObject)

KsUnitFields *ks_unit_fields_new (void);
void          ks_unit_fields_add (KsUnitFields *self, KsUnitField field, GtkWidget *editable,
                                  GtkLabel *problem);
void          ks_unit_fields_show (KsUnitFields *self, KsUnit *unit, KsDay last_day);
void          ks_unit_fields_ask (KsUnitFields *self, KsUnitField field, const char *text);
void          ks_unit_fields_flush (KsUnitFields *self);
gboolean      ks_unit_fields_is_saved (KsUnitFields *self);
void          ks_unit_fields_revert (KsUnitFields *self);

G_END_DECLS
