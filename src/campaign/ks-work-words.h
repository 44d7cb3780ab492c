/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-list-words.h"
#include "ks-work-cell.h"

G_BEGIN_DECLS

/* What a column tells of the work of units: a field of a report, the posts of a day, or of a list
 * of posts, the time of one. */
enum {
  KS_WORK_COLUMN_POSTED_AT = KS_N_WORK_FIELDS,
  KS_WORK_COLUMN_KIND,
  KS_WORK_COLUMN_COPIES,
};

KsListMeaning ks_work_read_title (const char *above, const char *title, gpointer info);

G_END_DECLS
