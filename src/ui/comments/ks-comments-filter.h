/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-comments.h"

G_BEGIN_DECLS

/* Which comments are read: of which question, with which theme, with which words.
 * Signal "changed": the person wants others. */
#define KS_TYPE_COMMENTS_FILTER (ks_comments_filter_get_type ())
G_DECLARE_FINAL_TYPE (KsCommentsFilter, ks_comments_filter, KS, COMMENTS_FILTER, GtkBox)

void ks_comments_filter_set_form (KsCommentsFilter *self, KsForm *form);
void ks_comments_filter_set_themes (KsCommentsFilter *self, KsComments *comments);
void ks_comments_filter_get (KsCommentsFilter *self, KsCommentFilter *filter);
gboolean ks_comments_filter_is_narrow (KsCommentsFilter *self);
void ks_comments_filter_clear (KsCommentsFilter *self);
void ks_comments_filter_start_search (KsCommentsFilter *self);

G_END_DECLS
