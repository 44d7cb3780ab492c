/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results.h"

G_BEGIN_DECLS

/* How many comments speak of a theme, as it may leave the program. */
typedef struct {
  char *name;
  guint n;
} KsGivenTheme;

GArray *ks_given_themes_load (KsCampaign *campaign, KsResults *given, gint64 *n_comments,
                              KsJob *job, GError **error);

G_END_DECLS
