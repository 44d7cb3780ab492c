/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-place.h"

G_BEGIN_DECLS

/* A button with a list of places behind it, searched without diacritics. */
#define KS_TYPE_PLACE_BUTTON (ks_place_button_get_type ())
G_DECLARE_DERIVABLE_TYPE (KsPlaceButton, ks_place_button, KS, PLACE_BUTTON, GtkBox)

struct _KsPlaceButtonClass
{
  GtkBoxClass parent_class;

  /* The list is about to be seen: time to fill it. Optional. */
  void (*opening) (KsPlaceButton *self);
  /* Somebody clicked the row of a place, or pressed Return. */
  void (*picked) (KsPlaceButton *self, KsPlace *place);
  /* How many units of the place are chosen, of how many; NULL where rows have no check. */
  guint (*count) (KsPlaceButton *self, KsPlace *place, guint *total);
};

void ks_place_button_set_places (KsPlaceButton *self, GListModel *places);
void ks_place_button_offer (KsPlaceButton *self, KsPlaceKind kind, gboolean offered);
void ks_place_button_show (KsPlaceButton *self, const char *name, const char *label);
void ks_place_button_show_checks (KsPlaceButton *self, const char *note);
void ks_place_button_stay_open (KsPlaceButton *self);
void ks_place_button_open (KsPlaceButton *self);
void ks_place_button_close (KsPlaceButton *self);

G_END_DECLS
