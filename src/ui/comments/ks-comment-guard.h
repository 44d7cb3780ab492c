/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-comment-item.h"

G_BEGIN_DECLS

/* The comment that a view shows; NULL: none. (transfer none) */
typedef KsCommentItem *(*KsGuardFunc) (gpointer data);

/* What is blacked out, or proposed to be, is read on the screen and leaves it by no way: it is not
 * copied, not pasted by the middle button, not dragged into another window. */
void ks_comment_guard_view (GtkTextView *view, KsGuardFunc get_item, gpointer data);

G_END_DECLS
