/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-comment-number.h"
#include "ks-payload.h"

G_BEGIN_DECLS

/* What the verbs on comments share: a transaction in which comments are found by their numbers. */
typedef struct {
  KsCampaign       *campaign;
  KsTransaction    *tx;
  KsForm           *form;
  GPtrArray        *questions;
  KsCommentNumbers *numbers;
} KsCommentVerb;

typedef struct {
  gint64      response;
  const char *question;  /* id, borrowed from the form of the verb */
} KsCommentKey;

gboolean ks_comment_verb_begin  (KsCommentVerb *self, KsCampaign *campaign, GError **error);
gboolean ks_comment_verb_look   (KsCommentVerb *self, KsCampaign *campaign, GError **error);
char    *ks_comment_verb_find   (KsCommentVerb *self, gint64 number, KsCommentKey *key,
                                 GError **error);
gboolean ks_comment_verb_commit (KsCommentVerb *self, const char *action, KsPayload *payload,
                                 GError **error);
void     ks_comment_verb_clear  (KsCommentVerb *self);

gboolean ks_comments_refuse_open (KsCampaign *campaign, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsCommentVerb, ks_comment_verb_clear)

G_END_DECLS
