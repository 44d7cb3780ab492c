/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-form.h"

G_BEGIN_DECLS

/* The numbers of comments: each stands for one sheet and one open question as long as the campaign
 * lives. They are a shuffle with the campaign's key, so that neither a number nor the order of
 * numbers tells anything of file, row, time or unit, nor which comments are of one sheet. */
typedef struct _KsCommentNumbers KsCommentNumbers;

KsCommentNumbers *ks_comment_numbers_new    (const KsCampaignInfo *info, KsForm *form);
void              ks_comment_numbers_free   (KsCommentNumbers *self);
gint64            ks_comment_numbers_encode (const KsCommentNumbers *self, gint64 response,
                                             guint text);
gboolean          ks_comment_numbers_decode (const KsCommentNumbers *self, gint64 number,
                                             gint64 *response, guint *text);

/* The open questions of a form, in its order: a comment is of one of them. */
GPtrArray        *ks_comment_questions_dup  (KsForm *form);
int               ks_comment_questions_find (GPtrArray *questions, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCommentNumbers, ks_comment_numbers_free)

G_END_DECLS
