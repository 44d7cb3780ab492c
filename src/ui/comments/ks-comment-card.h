/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-comment-item.h"

G_BEGIN_DECLS

/* The comment that is selected: its whole words, which can be selected to be blacked out, what is
 * proposed, and what papers say of it. Its buttons are the actions "comments.…" of the view. */
#define KS_TYPE_COMMENT_CARD (ks_comment_card_get_type ())
G_DECLARE_FINAL_TYPE (KsCommentCard, ks_comment_card, KS, COMMENT_CARD, GtkBox)

void ks_comment_card_show (KsCommentCard *self, KsCommentItem *item, guint n_selected);
GArray *ks_comment_card_dup_selection (KsCommentCard *self);
GArray *ks_comment_card_dup_proposed (KsCommentCard *self);
gboolean ks_comment_card_has_selection (KsCommentCard *self);

G_END_DECLS
