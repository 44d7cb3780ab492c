/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

typedef gboolean (*KsUndoFunc) (KsCampaign *campaign, gpointer data, GError **error);

/* What a verb did: the sentence of the toast and, where it can be undone, how. */
typedef struct _KsOutcome KsOutcome;

KsOutcome  *ks_outcome_new (char *message);
void        ks_outcome_set_undo (KsOutcome *self, KsUndoFunc undo, gpointer data,
                                 GDestroyNotify destroy);
const char *ks_outcome_get_message (KsOutcome *self);
gboolean    ks_outcome_can_undo (KsOutcome *self);
gboolean    ks_outcome_undo (KsOutcome *self, KsCampaign *campaign, GError **error);
void        ks_outcome_free (KsOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsOutcome, ks_outcome_free)

G_END_DECLS
