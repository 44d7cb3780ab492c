/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-question.h"

G_BEGIN_DECLS

/* What papers say of a comment: picked and worded by an officer, without unit and time. */
typedef struct {
  gint64 number;
  char  *question;  /* id */
  char  *body;      /* without what is blacked out */
  GPtrArray *themes; /* of char *: names in the office's order */
} KsQuote;

gboolean   ks_quote_comment (KsCampaign *campaign, gint64 number, const char *body,
                             KsOutcome **outcome, GError **error);
gboolean   ks_drop_quote    (KsCampaign *campaign, gint64 number, KsOutcome **outcome,
                             GError **error);
GPtrArray *ks_quotes_load   (KsCampaign *campaign, GError **error);
void       ks_quote_free    (KsQuote *self);

G_END_DECLS
