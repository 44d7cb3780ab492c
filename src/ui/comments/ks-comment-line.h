/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-comment-item.h"

G_BEGIN_DECLS

/* A comment in the list: its words, and under them question, number and themes. */
#define KS_TYPE_COMMENT_LINE (ks_comment_line_get_type ())
G_DECLARE_FINAL_TYPE (KsCommentLine, ks_comment_line, KS, COMMENT_LINE, GtkBox)

GtkListItemFactory *ks_comment_line_create_factory (void);
guint ks_comment_line_get_position (KsCommentLine *self);

G_END_DECLS
