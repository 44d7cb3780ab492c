/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-place.h"

G_BEGIN_DECLS

/* A button that opens a list of places with a search that knows no diacritics.
 * Property "selected" (KsPlace): the place picked; never NULL once there are places. */
#define KS_TYPE_PLACE_PICKER (ks_place_picker_get_type ())
G_DECLARE_FINAL_TYPE (KsPlacePicker, ks_place_picker, KS, PLACE_PICKER, GtkWidget)

void     ks_place_picker_set_places (KsPlacePicker *self, GListModel *places);
KsPlace *ks_place_picker_get_selected (KsPlacePicker *self);
gboolean ks_place_picker_select_code (KsPlacePicker *self, const char *code);
void     ks_place_picker_open (KsPlacePicker *self);

G_END_DECLS
