/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-figures.h"
#include "ks-outcome.h"
#include "ks-pages.h"
#include "ks-remind-template.h"

G_BEGIN_DECLS

/* To whom a text goes: the group of a district or of the province. */
typedef enum {
  KS_REMIND_TO_DISTRICT,
  KS_REMIND_TO_PROVINCE,
} KsRemindTo;
#define KS_N_REMIND_TO (KS_REMIND_TO_PROVINCE + 1)

/* What texts say beside figures: a plain value, read once. */
typedef struct {
  char    *templates[KS_N_REMIND_TO];  /* NULL: the usual one */
  KsMoment until;                      /* first second after the survey */
  gboolean over;                       /* that has passed */
  gboolean extended;                   /* it was moved */
  gboolean simulated;
} KsRemindWords;

KsRemindWords *ks_remind_words_load (KsCampaign *campaign, KsMoment at, GError **error);
void           ks_remind_words_free (KsRemindWords *self);
const char    *ks_remind_words_get (const KsRemindWords *self, KsRemindTo to);
const char    *ks_remind_get_default (KsRemindTo to);
gboolean       ks_set_remind_template (KsCampaign *campaign, KsRemindTo to, const char *template,
                                       KsOutcome **outcome, GError **error);
gboolean       ks_remind_template_save (KsTransaction *tx, KsRemindTo to, const char *template,
                                        GError **error);

/* The text for a group, in parts that a message can hold; quick enough for the main thread.
 * district: a code, empty for the province; template: NULL: that of the campaign. */
char         **ks_remind_dup_parts (const KsRemindWords *words, KsDayFigures *figures,
                                    const char *district, const char *template, GError **error);

/* The same figures as a table in pictures; see ks-day-table.h. */
KsPages       *ks_remind_table_new (KsCampaign *campaign, const KsRemindWords *words,
                                    KsDayFigures *figures, const char *district, GError **error);
gboolean       ks_remind_write_picture (KsPages *pages, const char *path, GError **error);

/* "hết ngày 01/4/2024" or an hour of a day. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRemindWords, ks_remind_words_free)

G_END_DECLS
