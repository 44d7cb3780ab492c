/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

#define KS_COUNT_NONE (-1)

/* What working groups did: their reports and the posts in the group, per unit. */
typedef struct {
  char    *unit;
  KsMoment reported;       /* KS_MOMENT_NONE: nobody told */
  int      staff_present;  /* KS_COUNT_NONE: nobody told; so the next two */
  int      guided;
  int      answered;
  gboolean posted;
  gboolean website;
  gboolean zalo;
  gboolean facebook;
  int      meetings;
} KsReport;

typedef struct {
  char    *unit;
  KsMoment posted;
  char    *kind;
  int      copies;  /* posts of the same minute and kind */
} KsPost;

/* The posts of a unit on a day: those that came in, or as many as somebody counted. */
typedef struct {
  char    *unit;
  KsDay    day;
  int      posts;     /* what counts */
  int      imported;  /* rows of posts of that day */
  int      counted;   /* what somebody typed; KS_COUNT_NONE: nothing */
} KsPostDay;

KsReport  *ks_report_new (const char *unit);
KsReport  *ks_report_copy (const KsReport *self);
gboolean   ks_report_equal (const KsReport *self, const KsReport *other);
gboolean   ks_report_is_empty (const KsReport *self);
gboolean   ks_report_is_made (const KsReport *self);
void       ks_report_free (KsReport *self);
void       ks_post_free (KsPost *self);
void       ks_post_day_free (KsPostDay *self);
GPtrArray *ks_work_table_load_reports (KsTransaction *tx, GError **error);
GPtrArray *ks_work_table_load_posts (KsTransaction *tx, GError **error);
KsReport  *ks_work_table_load_report (KsTransaction *tx, const char *unit, GError **error);
GPtrArray *ks_work_table_load_post_days (KsTransaction *tx, const char *unit, GError **error);
gboolean   ks_work_table_save_count (KsTransaction *tx, const char *unit, KsDay day, int posts,
                                     GError **error);
gboolean   ks_work_table_save_report (KsTransaction *tx, const KsReport *report, GError **error);
gboolean   ks_work_table_save_post (KsTransaction *tx, const KsPost *post, GError **error);
gboolean   ks_work_table_delete_report (KsTransaction *tx, const char *unit, GError **error);
gboolean   ks_work_table_delete_post (KsTransaction *tx, const KsPost *post, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsReport, ks_report_free)

G_END_DECLS
