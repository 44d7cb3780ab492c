/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-comment-text.h"
#include "ks-results.h"
#include "ks-theme-table.h"

G_BEGIN_DECLS

#define KS_COMMENTS_ANY_THEME ((gint64) 0)
#define KS_COMMENTS_NO_THEME ((gint64) -1)

/* Which comments. */
typedef struct {
  const char *question;  /* id of an open question; NULL: all */
  const char *scope;     /* code of a unit or a district; NULL or empty: the province */
  const char *search;    /* words, whatever their case and diacritics; NULL: any */
  gint64      theme;     /* id, KS_COMMENTS_ANY_THEME or KS_COMMENTS_NO_THEME */
} KsCommentFilter;

/* Where the comments on a question are from that are shown for a scope. */
typedef struct {
  const KsQuestion *question;
  KsScope           asked;
  KsScope           scope;   /* as asked, or the next larger one with enough comments */
  gboolean          shown;   /* FALSE: not even the province has enough */
  guint             n;       /* comments of the scope, whatever the search and the theme; 0: not shown */
} KsCommentPlace;

typedef struct {
  const KsTheme *theme;
  guint          n;
  gboolean       told;   /* of a district or a unit from five on, or none */
} KsThemeCount;

/* A comment as it may be read on the desk's screen: nothing in it leads to its unit or its time. */
typedef struct {
  gint64            number;
  const KsQuestion *question;
  char             *text;
  GArray           *spans;   /* of KsCommentSpan */
  GArray           *themes;  /* of gint64: ids in the office's order */
  char             *quote;   /* what papers say of it; NULL: nothing */
  gboolean          withheld; /* a theme of it keeps it out of papers */
} KsComment;

/* A snapshot of which comments may be read in a scope, in the order of their numbers: shuffled. The
 * comments themselves are read when they are asked for. */
#define KS_TYPE_COMMENTS (ks_comments_get_type ())
G_DECLARE_FINAL_TYPE (KsComments, ks_comments, KS, COMMENTS, GObject)

KsComments           *ks_comments_load           (KsCampaign *campaign,
                                                  const KsCommentFilter *filter, KsJob *job,
                                                  GError **error);
guint                 ks_comments_get_n          (KsComments *self);
gint64                ks_comments_get_number     (KsComments *self, guint index);
guint                 ks_comments_get_n_places   (KsComments *self);
const KsCommentPlace *ks_comments_get_place      (KsComments *self, guint index);
guint                 ks_comments_get_n_themes   (KsComments *self);
const KsThemeCount   *ks_comments_get_theme      (KsComments *self, guint index);
const KsTheme        *ks_comments_find_theme     (KsComments *self, gint64 id);
const char           *ks_comments_get_search     (KsComments *self);
GPtrArray            *ks_comments_load_page      (KsComments *self, KsCampaign *campaign,
                                                  guint first, guint n, GError **error);
void                  ks_comment_free            (KsComment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsComment, ks_comment_free)

G_END_DECLS
