/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A paragraph with its title over it, as long as it needs. Property "title". Signal "edited":
 * something else was typed, and the field left or Enter pressed. */
#define KS_TYPE_TEXT_FIELD (ks_text_field_get_type ())
G_DECLARE_FINAL_TYPE (KsTextField, ks_text_field, KS, TEXT_FIELD, GtkBox)

void  ks_text_field_set_text (KsTextField *self, const char *text);
char *ks_text_field_dup_text (KsTextField *self);
void  ks_text_field_set_editable (KsTextField *self, gboolean editable);
void  ks_text_field_type (KsTextField *self, const char *text);
void  ks_text_field_select_all (KsTextField *self);

G_END_DECLS
