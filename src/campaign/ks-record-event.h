/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-event.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* Merges, splits, renames: acts with a day. Those until the campaign's own day change its list;
 * later ones are kept for the survey after it. */

/* An event as a table or a command tells it. */
typedef struct {
  guint64     number;   /* of the row, from 1 */
  KsDay       day;
  KsEventKind kind;
  char      **before;   /* codes of the day before, or names */
  char      **after;    /* CODE=NAME, or the name where the code stays */
  char       *district; /* CODE=NAME, or the name of one that the list knows; empty: the same */
  char       *note;
} KsEventRow;

void      ks_event_row_free (gpointer row);

KsEvent  *ks_plan_event (KsCampaign *campaign, KsEventKind kind, KsDay day, const char *note,
                         const char *const *codes, GError **error);
KsEvent  *ks_plan_event_of (KsRegistry *registry, KsEventKind kind, KsDay day, const char *note,
                            const char *const *codes, GError **error);
gboolean  ks_event_add_after (KsEvent *event, const char *code, const char *name,
                              const char *district_code, const char *district_name,
                              GError **error);
gboolean  ks_event_add_after_text (KsEvent *event, KsRegistry *registry, const char *unit,
                                   const char *district, GError **error);
gboolean  ks_try_event (KsCampaign *campaign, const KsEvent *event, GError **error);
gboolean  ks_record_event (KsCampaign *campaign, const KsEvent *event, KsOutcome **outcome,
                           GError **error);
gboolean  ks_record_event_rows (KsCampaign *campaign, GPtrArray *rows, const KsEventRow **failed,
                                KsOutcome **outcome, GError **error);
gboolean  ks_undo_event (KsCampaign *campaign, gint64 id, KsOutcome **outcome, GError **error);

G_END_DECLS
