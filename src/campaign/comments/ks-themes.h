/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-theme-table.h"

G_BEGIN_DECLS

/* What comments speak of. Each verb is one transaction; the log tells names of themes and numbers
 * of comments, never a word of a comment. */

GPtrArray *ks_themes_load   (KsCampaign *campaign, GError **error);
KsTheme   *ks_themes_find   (KsCampaign *campaign, const char *name, GError **error);
gboolean   ks_add_theme     (KsCampaign *campaign, const char *name, gint64 *id,
                             KsOutcome **outcome, GError **error);
gboolean   ks_rename_theme  (KsCampaign *campaign, gint64 id, const char *name,
                             KsOutcome **outcome, GError **error);
gboolean   ks_remove_theme  (KsCampaign *campaign, gint64 id, KsOutcome **outcome,
                             GError **error);
gboolean   ks_tag_comments  (KsCampaign *campaign, GArray *numbers, gint64 theme, gboolean tagged,
                             KsOutcome **outcome, GError **error);

G_END_DECLS
