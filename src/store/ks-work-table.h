/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* What working groups did: their reports and the posts in the group, per unit. */
typedef struct {
  char    *unit;
  KsMoment reported;
  int      staff_present;
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

void       ks_report_free (KsReport *self);
void       ks_post_free (KsPost *self);
GPtrArray *ks_work_table_load_reports (KsTransaction *tx, GError **error);
GPtrArray *ks_work_table_load_posts (KsTransaction *tx, GError **error);
gboolean   ks_work_table_save_report (KsTransaction *tx, const KsReport *report, GError **error);
gboolean   ks_work_table_save_post (KsTransaction *tx, const KsPost *post, GError **error);
gboolean   ks_work_table_delete_report (KsTransaction *tx, const char *unit, GError **error);
gboolean   ks_work_table_delete_post (KsTransaction *tx, const KsPost *post, GError **error);

G_END_DECLS
