/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-paper-settings.h"

G_BEGIN_DECLS

/* What is set in one place of a paper, to be typed: under it stands what is wrong with it, and
 * while nothing is set what the paper says then. Signal "changed". */
#define KS_TYPE_SLOT_FIELD (ks_slot_field_get_type ())
G_DECLARE_FINAL_TYPE (KsSlotField, ks_slot_field, KS, SLOT_FIELD, GtkBox)

GtkWidget *ks_slot_field_new (const KsPaperSlot *slot, const char *label);
void ks_slot_field_show (KsSlotField *self, const char *body, const char *usual);
char *ks_slot_field_dup_body (KsSlotField *self);
void ks_slot_field_set_usual (KsSlotField *self, const char *usual);
void ks_slot_field_type (KsSlotField *self, const char *text);

G_END_DECLS
