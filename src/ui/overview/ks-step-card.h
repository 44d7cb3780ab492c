/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-overview.h"

G_BEGIN_DECLS

/* The next step of the campaign as one sentence, its reason and one button. */
#define KS_TYPE_STEP_CARD (ks_step_card_get_type ())
G_DECLARE_FINAL_TYPE (KsStepCard, ks_step_card, KS, STEP_CARD, GtkBox)

void ks_step_card_show (KsStepCard *self, const KsOverview *overview);
void ks_step_card_set_narrow (KsStepCard *self, gboolean narrow);

G_END_DECLS
