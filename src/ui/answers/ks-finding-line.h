/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"
#include "ks-finding.h"

G_BEGIN_DECLS

/* A finding in a list: its sentence, its unit and, once it is opened, its sheets, masked.
 * Property "checked": somebody chose it. */
#define KS_TYPE_FINDING_LINE (ks_finding_line_get_type ())
G_DECLARE_FINAL_TYPE (KsFindingLine, ks_finding_line, KS, FINDING_LINE, AdwExpanderRow)

GtkWidget       *ks_finding_line_new (KsCampaign *campaign, KsRegistry *registry,
                                      const KsFinding *finding);
const KsFinding *ks_finding_line_get_finding (KsFindingLine *self);
gboolean         ks_finding_line_get_checked (KsFindingLine *self);
void             ks_finding_line_set_checked (KsFindingLine *self, gboolean checked);
void             ks_finding_line_focus (KsFindingLine *self);
void             ks_finding_line_collect_left_out (KsFindingLine *self, GArray *left_out);

G_END_DECLS
