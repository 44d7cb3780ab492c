/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text for Zalo may tell: fields in braces, each by its Vietnamese name (diacritics or not)
 * or its id. A part in brackets is left out where one of its own fields is empty; "[a|b]" takes the
 * first part that is complete. Parts may hold parts. There are no fields of people. */
typedef enum {
  KS_REMIND_AS_OF,       /* thời điểm: 15 giờ 00 ngày 01/4/2024 */
  KS_REMIND_PLACE,       /* nơi: huyện A */
  KS_REMIND_ANSWERS,     /* số phiếu */
  KS_REMIND_STAFF,       /* số cán bộ */
  KS_REMIND_RATE,        /* tỷ lệ; empty above 100 % */
  KS_REMIND_UNITS,       /* số đơn vị */
  KS_REMIND_LIMIT,       /* mức: 80%; empty before the first limit is in force */
  KS_REMIND_BELOW,       /* đơn vị dưới mức: xã B (45,00%), xã C (62,50%) */
  KS_REMIND_N_BELOW,     /* số đơn vị dưới mức */
  KS_REMIND_DISTRICTS,   /* các huyện: huyện A 412/560 (73,57%); … in the text of the province */
  KS_REMIND_CHECKING,    /* đang đối chiếu: how many units */
  KS_REMIND_UNTIL,       /* hạn: hết ngày 01/4/2024; empty once it has passed */
  KS_REMIND_EXTENDED,    /* gia hạn: those words, where the end was moved */
} KsRemindField;
#define KS_N_REMIND_FIELDS (KS_REMIND_EXTENDED + 1)

const char *ks_remind_field_get_name (KsRemindField field);
const char *ks_remind_field_get_label (KsRemindField field);

char       *ks_remind_template_clean (const char *template, GError **error);
char       *ks_remind_template_fill (const char *template, const char *const *values,
                                     GError **error);

/* A text in parts of so many characters at most, cut between sentences and units, each with what
 * stands before all and, where there are several, its number. */
#define KS_ZALO_CHARACTERS 1500
char      **ks_remind_split (const char *text, const char *head, guint max);

G_END_DECLS
