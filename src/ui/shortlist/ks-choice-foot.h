/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-shortlist.h"

G_BEGIN_DECLS

/* The list of proposals at the foot of the ranking: a card for each collective and person, how many
 * there are, and what is to be said of their number. Its buttons call page.add-person and
 * page.add-collective. */
#define KS_TYPE_CHOICE_FOOT (ks_choice_foot_get_type ())
G_DECLARE_FINAL_TYPE (KsChoiceFoot, ks_choice_foot, KS, CHOICE_FOOT, GtkBox)

void ks_choice_foot_set_list (KsChoiceFoot *self, const KsShortlist *list, KsRegistry *registry);
void ks_choice_foot_set_writable (KsChoiceFoot *self, gboolean writable);

/* The card that has the focus once the list is shown anew. */
void ks_choice_foot_focus_next (KsChoiceFoot *self, guint index);

G_END_DECLS
