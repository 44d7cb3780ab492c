/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-batch-table.h"
#include "ks-campaign.h"
#include "ks-response.h"

G_BEGIN_DECLS

/* A row of answers without its answers: where it came from and where it stands. */
typedef struct {
  gint64   id;
  char    *file;
  gint64   row;       /* of its file, the header being 1 */
  char    *unit;      /* code, empty while it waits for one */
  KsMoment time;
  KsState  state;
  KsReason reason;
  KsReason reason_before; /* why it waited, if something was decided on it since */
  char    *sentence;  /* why it waits, in words; the officer's where something was decided */
} KsResponseRow;

/* Which rows. */
typedef struct {
  const char *state;  /* id of a state or of a reason; NULL: all */
  const char *unit;   /* code; NULL: all */
  gint64      offset;
  gint64      limit;  /* 0: all */
} KsRowFilter;

void       ks_response_row_free (KsResponseRow *self);
GPtrArray *ks_rows_load (KsCampaign *campaign, const KsRowFilter *filter, GError **error);
gint64     ks_rows_count (KsCampaign *campaign, const KsRowFilter *filter, GError **error);
GPtrArray *ks_rows_load_settled (KsCampaign *campaign, GError **error);
GPtrArray *ks_batches_load (KsCampaign *campaign, GError **error);
GHashTable *ks_batches_load_files (KsTransaction *tx, GError **error);

G_END_DECLS
