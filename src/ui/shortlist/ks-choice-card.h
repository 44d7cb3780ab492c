/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-nominee.h"

G_BEGIN_DECLS

/* Somebody on the list of proposals, with the merits as they will be printed. Return edits, Delete
 * takes off, Alt and arrows move: page.edit-nominee, page.remove-nominee, page.move-nominee with the
 * place on the list. */
#define KS_TYPE_CHOICE_CARD (ks_choice_card_get_type ())
G_DECLARE_FINAL_TYPE (KsChoiceCard, ks_choice_card, KS, CHOICE_CARD, GtkBox)

GtkWidget *ks_choice_card_new (guint index, const char *name, const char *place,
                               const char *merits, const char *reason);

G_END_DECLS
