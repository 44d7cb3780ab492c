/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-comment-item.h"

G_BEGIN_DECLS

#define KS_COMMENT_MODEL_PAGE 50

/* The comments of a scope as a list of KsCommentItem: which there are is found out in a thread, the
 * comments themselves are read a page at a time when somebody looks at them. What stays in the list
 * when it is loaded anew keeps its item, so that who reads does not lose the place.
 * Signal "loaded": it is what was asked for last. Signal "failed" (GError). */
#define KS_TYPE_COMMENT_MODEL (ks_comment_model_get_type ())
G_DECLARE_FINAL_TYPE (KsCommentModel, ks_comment_model, KS, COMMENT_MODEL, GObject)

KsCommentModel *ks_comment_model_new (void);
void ks_comment_model_load (KsCommentModel *self, KsCampaign *campaign,
                            const KsCommentFilter *filter);
gboolean ks_comment_model_is_loading (KsCommentModel *self);
KsComments *ks_comment_model_get_comments (KsCommentModel *self);
guint ks_comment_model_get_n_kept (KsCommentModel *self);

G_END_DECLS
