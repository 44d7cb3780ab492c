/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-event.h"

G_BEGIN_DECLS

/* The list of units through time. Events come as a GPtrArray of KsEvent ordered by day; all that
 * happens on one day happens at once, so a code that one unit gives up may be another's the same
 * day. Who came from whom is told by events alone, never by codes. */

GPtrArray *ks_history_list_units (GPtrArray *units, KsDay day, GPtrArray *events, KsDay to,
                                  GError **error);
gboolean   ks_history_check (GPtrArray *units, KsDay day, GPtrArray *events, GError **error);
GPtrArray *ks_history_follow (GPtrArray *events, const char *code, KsDay from, KsDay to);
void       ks_history_sort (GPtrArray *events);

G_END_DECLS
