/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"
#include "ks-unit-field.h"

G_BEGIN_DECLS

/* The words of office lists: what a column is, by its title; which rows are no units. */

typedef enum {
  KS_LIST_IGNORED,
  KS_LIST_NUMBER,      /* STT */
  KS_LIST_CODE,
  KS_LIST_FIELD,
  KS_LIST_SUM,         /* all staff: checked against the bodies, kept nowhere */
  KS_LIST_EXCUSED_SUM,
  KS_LIST_OTHER,       /* what another kind of list tells of units */
} KsListRole;

typedef struct {
  KsListRole  role;
  KsUnitField field; /* of FIELD */
  guint       other; /* of OTHER: what it is there … */
  KsDay       day;   /* … and of which day */
} KsListMeaning;

/* What a column is, by its title and what stands over it. */
typedef KsListMeaning (*KsListTitleFunc) (const char *above, const char *title, gpointer data);

KsListMeaning ks_list_read_title (const char *above, const char *title);
gboolean      ks_list_is_total (const char *text);
gboolean      ks_list_is_numeral (const char *text);
const char   *ks_list_skip_numeral (const char *text);
char         *ks_list_district_key (const char *text, gboolean *has_kind);
gboolean      ks_list_read_count (const char *text, gint64 *count);
gboolean      ks_list_is_blank (const char *text);
const char   *ks_list_find_fault (const char *text);

G_END_DECLS
