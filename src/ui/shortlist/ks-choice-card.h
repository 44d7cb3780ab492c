/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-candidate-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A chosen unit with its grounds and the entry for the officer's reason. Property "reason";
 * signal "removed": the officer takes the unit off the list. */
#define KS_TYPE_CHOICE_CARD (ks_choice_card_get_type ())
G_DECLARE_FINAL_TYPE (KsChoiceCard, ks_choice_card, KS, CHOICE_CARD, GtkBox)

GtkWidget *ks_choice_card_new (KsCandidateItem *item, const char *reason);
KsCandidateItem *ks_choice_card_get_item (KsChoiceCard *self);
char *ks_choice_card_dup_reason (KsChoiceCard *self);
void ks_choice_card_take_grounds (KsChoiceCard *self);

G_END_DECLS
