/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-table.h"

G_BEGIN_DECLS

/* Writes many responses. What it is given must stay until it is flushed. */
typedef struct _KsResponseWriter KsResponseWriter;

KsResponseWriter *ks_response_writer_new (KsTransaction *tx, GError **error);
gint64            ks_response_writer_get_next_id (KsResponseWriter *self);
gboolean          ks_response_writer_add (KsResponseWriter *self, const KsResponse *response,
                                          GError **error);
gboolean          ks_response_writer_add_remark (KsResponseWriter *self, gint64 response,
                                                 const char *question, const char *body,
                                                 GError **error);
gboolean          ks_response_writer_flush (KsResponseWriter *self, GError **error);
void              ks_response_writer_free (KsResponseWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsResponseWriter, ks_response_writer_free)

G_END_DECLS
