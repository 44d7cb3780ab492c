/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-comments.h"

G_BEGIN_DECLS

/* A comment of a list. Signal "changed": its themes, what is blacked out or what is quoted. */
#define KS_TYPE_COMMENT_ITEM (ks_comment_item_get_type ())
G_DECLARE_FINAL_TYPE (KsCommentItem, ks_comment_item, KS, COMMENT_ITEM, GObject)

KsCommentItem *ks_comment_item_new (KsComments *list, KsComment *comment);
void ks_comment_item_set (KsCommentItem *self, KsComments *list, KsComment *comment);
const KsComment *ks_comment_item_get_comment (KsCommentItem *self);
gboolean ks_comment_item_has_theme (KsCommentItem *self, gint64 theme);
guint ks_comment_item_count_proposed (KsCommentItem *self);
char *ks_comment_item_dup_markup (KsCommentItem *self);
char *ks_comment_item_dup_facts (KsCommentItem *self);

G_END_DECLS
