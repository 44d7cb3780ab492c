/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-work-table.h"

G_BEGIN_DECLS

/* What is typed of a unit: the report of its working group, what it put up, and its posts. */
typedef enum {
  KS_WORK_REPORTED, /* a moment */
  KS_WORK_PRESENT,  /* counts … */
  KS_WORK_GUIDED,
  KS_WORK_ANSWERED,
  KS_WORK_POSTED,   /* … marks, 0 or 1 … */
  KS_WORK_WEBSITE,
  KS_WORK_ZALO,
  KS_WORK_FACEBOOK,
  KS_WORK_MEETINGS, /* … a count, of which one is enough … */
  KS_WORK_POSTS,    /* … and the posts of a day */
} KsWorkField;

#define KS_N_WORK_FIELDS (KS_WORK_POSTS + 1)

/* What nobody told. */
#define KS_WORK_NOTHING G_MININT64

/* A cell and what shall stand in it. */
typedef struct {
  const char *unit;  /* code */
  KsWorkField field;
  KsDay       day;   /* of POSTS */
  gint64      value; /* KS_WORK_NOTHING: take away what stands there */
} KsWorkEdit;

/* What may be a mistake, and is taken all the same. */
typedef enum {
  KS_WORK_MORE_ANSWERED = 1 << 0, /* than were present */
  KS_WORK_MORE_GUIDED = 1 << 1,   /* than were present */
  KS_WORK_OVER_STAFF = 1 << 2,    /* more answered or present than are staff */
  KS_WORK_NO_HOUR = 1 << 3,       /* figures without the hour of the report */
  KS_WORK_EARLY = 1 << 4,         /* reported before the survey began */
} KsWorkDoubts;

gboolean     ks_work_field_is_mark (KsWorkField field);
const char  *ks_work_field_get_id (KsWorkField field);
const char  *ks_work_field_get_label (KsWorkField field);
char        *ks_work_dup_mark (KsWorkField field, KsDay day);
gboolean     ks_work_read_cell (KsWorkField field, const char *text, const KsCampaignInfo *info,
                                gint64 *value, GError **error);
gboolean     ks_work_check_value (KsWorkField field, gint64 value, const KsCampaignInfo *info,
                                  GError **error);
char        *ks_work_dup_cell (KsWorkField field, gint64 value, const KsCampaignInfo *info);
gint64       ks_report_get_value (const KsReport *self, KsWorkField field);
void         ks_report_set_value (KsReport *self, KsWorkField field, gint64 value);
KsWorkDoubts ks_report_find_doubts (const KsReport *self, int staff, const KsCampaignInfo *info);
char        *ks_work_doubts_dup_sentence (KsWorkDoubts doubts);

G_END_DECLS
