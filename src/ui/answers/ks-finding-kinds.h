/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-finding.h"

G_BEGIN_DECLS

/* How many findings there are of each kind: a list whose selected line says which are shown.
 * Property "selected": a KsFindingKind; KS_N_FINDING_KINDS for those that were decided. */
#define KS_TYPE_FINDING_KINDS (ks_finding_kinds_get_type ())
G_DECLARE_FINAL_TYPE (KsFindingKinds, ks_finding_kinds, KS, FINDING_KINDS, AdwBin)

void  ks_finding_kinds_set_findings (KsFindingKinds *self, GPtrArray *findings);
void  ks_finding_kinds_unselect (KsFindingKinds *self);
gboolean ks_finding_kinds_is_shown (KsFindingKinds *self);
guint ks_finding_kinds_get_selected (KsFindingKinds *self);
void  ks_finding_kinds_select (KsFindingKinds *self, guint kind);

G_END_DECLS
