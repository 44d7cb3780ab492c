/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results-look.h"

G_BEGIN_DECLS

/* What was looked at one after the other, to go back and forward through. */
typedef struct _KsLookHistory KsLookHistory;

KsLookHistory *ks_look_history_new (void);
void ks_look_history_free (KsLookHistory *self);
void ks_look_history_clear (KsLookHistory *self);
void ks_look_history_visit (KsLookHistory *self, const KsResultsLook *look);
gboolean ks_look_history_can_go (KsLookHistory *self, int step);
const KsResultsLook *ks_look_history_go (KsLookHistory *self, int step);

G_END_DECLS
