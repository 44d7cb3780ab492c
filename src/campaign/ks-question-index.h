/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Finds the question that a column of an export answers by what stands over it. */
typedef struct _KsQuestionIndex KsQuestionIndex;

KsQuestionIndex  *ks_question_index_new (KsCampaign *campaign, KsForm *form, GError **error);
void              ks_question_index_free (KsQuestionIndex *self);
const KsQuestion *ks_question_index_find (KsQuestionIndex *self, const char *header,
                                          guint *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsQuestionIndex, ks_question_index_free)

G_END_DECLS
