/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KS_MIN_CHOSEN 3
#define KS_MAX_CHOSEN 5

/* The foot of the ranking: a card for each unit that is ticked, and why the list cannot be saved
 * yet. Properties (read-only): "ready": there is something to save and nothing is missing.
 * Its buttons call page.save-choice and page.take-grounds. */
#define KS_TYPE_CHOICE_FOOT (ks_choice_foot_get_type ())
G_DECLARE_FINAL_TYPE (KsChoiceFoot, ks_choice_foot, KS, CHOICE_FOOT, GtkBox)

void ks_choice_foot_set_candidates (KsChoiceFoot *self, GListModel *candidates);
gboolean ks_choice_foot_is_ready (KsChoiceFoot *self);
gboolean ks_choice_foot_is_changed (KsChoiceFoot *self);
void ks_choice_foot_dup_choice (KsChoiceFoot *self, char ***codes, char ***reasons);
void
ks_choice_foot_restore (KsChoiceFoot *self, const char *const *codes, const char *const *reasons);
void ks_choice_foot_take_grounds (KsChoiceFoot *self);

G_END_DECLS
