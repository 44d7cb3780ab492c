/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-table.h"

G_BEGIN_DECLS

/* Changes to sheets that are in the file already; the caller mends the tallies. */

typedef void (*KsQuestionFunc) (const char *question, const char *body, gpointer data);

gboolean ks_response_table_place (KsTransaction *tx, gint64 id, const char *unit, KsState state,
                                  KsReason reason, GError **error);
gboolean ks_response_table_foreach_text (KsTransaction *tx, gint64 id, KsQuestionFunc func,
                                         gpointer data, GError **error);
gboolean ks_response_table_withdraw (KsTransaction *tx, gint64 batch, GError **error);
gboolean ks_response_table_restore (KsTransaction *tx, gint64 batch, GError **error);
char    *ks_response_table_find_withdrawn (KsTransaction *tx, gint64 id, gint64 *source_row,
                                           GError **error);
gboolean ks_response_table_is_back (KsTransaction *tx, gint64 batch, gboolean *back, GError **error);

/* Only where a campaign is made anew from its kept sources. */
gboolean ks_response_table_correct (KsTransaction *tx, gint64 id, const char *answers,
                                    GError **error);
gboolean ks_response_table_remove (KsTransaction *tx, gint64 id, GError **error);

G_END_DECLS
