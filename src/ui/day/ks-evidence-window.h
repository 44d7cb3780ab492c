/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-work-sheet.h"

G_BEGIN_DECLS

/* What the marks of a unit rest on: a link, a picture, a note; and whether an officer checked each. */
#define KS_TYPE_EVIDENCE_WINDOW (ks_evidence_window_get_type ())
G_DECLARE_FINAL_TYPE (KsEvidenceWindow, ks_evidence_window, KS, EVIDENCE_WINDOW, AdwWindow)

KsEvidenceWindow *ks_evidence_window_present (GtkWidget *widget, KsCampaign *campaign,
                                              const KsWorkRow *row, KsWorkSheet *sheet,
                                              guint column);

G_END_DECLS
