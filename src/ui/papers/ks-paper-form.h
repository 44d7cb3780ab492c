/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"
#include "ks-paper-edits.h"

G_BEGIN_DECLS

/* The fields of one paper, in groups. Signal "changed": something was typed, and put into the
 * edits. */
#define KS_TYPE_PAPER_FORM (ks_paper_form_get_type ())
G_DECLARE_FINAL_TYPE (KsPaperForm, ks_paper_form, KS, PAPER_FORM, GtkBox)

GtkWidget *ks_paper_form_new (KsCampaign *campaign, KsPaperEdits *edits);
void ks_paper_form_show (KsPaperForm *self, KsPaperKind paper);

G_END_DECLS
