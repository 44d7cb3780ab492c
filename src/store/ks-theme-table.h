/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* What comments speak of, as the office sorts them. */
typedef struct {
  gint64   id;
  char    *name;
  gint64   position;
  gboolean withheld; /* a comment with it stands in no paper; it is neither renamed nor removed */
} KsTheme;

/* A theme of a comment. */
typedef struct {
  gint64 response;
  char  *question;
  gint64 theme;
} KsCommentTheme;

KsTheme   *ks_theme_copy                  (const KsTheme *self);
void       ks_theme_free                  (KsTheme *self);
GPtrArray *ks_theme_table_load            (KsTransaction *tx, GError **error);
gboolean   ks_theme_table_add             (KsTransaction *tx, KsTheme *theme, GError **error);
gboolean   ks_theme_table_rename          (KsTransaction *tx, gint64 id, const char *name,
                                           GError **error);
gboolean   ks_theme_table_remove          (KsTransaction *tx, gint64 id, GError **error);

void       ks_comment_theme_free          (KsCommentTheme *self);
GPtrArray *ks_comment_theme_table_load    (KsTransaction *tx, gint64 theme, GError **error);
GArray    *ks_comment_theme_table_load_of (KsTransaction *tx, gint64 response, const char *question,
                                           GError **error);
gboolean   ks_comment_theme_table_set     (KsTransaction *tx, gint64 response, const char *question,
                                           gint64 theme, gboolean set, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTheme, ks_theme_free)

G_END_DECLS
