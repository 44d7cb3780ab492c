/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* A folder that exports of answers are put into: which of its files are new, and which of these can
 * be taken without asking anybody. */

typedef enum {
  KS_WATCHED_WRITING, /* changed a moment ago: somebody may be writing it still */
  KS_WATCHED_READY,   /* new, and nothing is to be asked about it */
  KS_WATCHED_ASKS,    /* new; an officer is to look at it first */
  KS_WATCHED_TAKEN,   /* came in from here */
  KS_WATCHED_KNOWN,   /* nothing in it is new */
  KS_WATCHED_OTHER,   /* no file of answers */
  KS_WATCHED_FAILED,  /* cannot be read */
} KsWatchedState;

typedef struct {
  char          *path;
  KsWatchedState state;
  char          *message; /* why, as a sentence; NULL where there is nothing to say */
  gboolean       told;    /* for whoever tells people: once is enough */
  char          *sha256;  /* of its bytes, once it was at rest */
  gint64         size;
  gint64         changed; /* when, by the folder's clock … */
  gint64         since;   /* … and since when it is seen like this, by ours, in microseconds */
} KsWatchedFile;

#define KS_WATCH_REST (2 * G_USEC_PER_SEC) /* unchanged for so long, a file is read */

GPtrArray *ks_watch_list (const char *folder, GPtrArray *before, GError **error);
GPtrArray *ks_watch_copy (GPtrArray *files);
gboolean   ks_watch_is_due (GPtrArray *files);
gboolean   ks_watch_examine (KsCampaign *campaign, GPtrArray *files, gboolean takes_new_headers,
                             KsJob *job, GError **error);
gboolean   ks_watch_take (KsCampaign *campaign, GPtrArray *files, KsJob *job, KsOutcome **outcome,
                          GError **error);
gboolean   ks_watch_equal (GPtrArray *files, GPtrArray *others);
guint      ks_watch_count (GPtrArray *files, KsWatchedState state);
gboolean   ks_watched_file_is_new (const KsWatchedFile *self);
char      *ks_watched_file_dup_name (const KsWatchedFile *self);

G_END_DECLS
