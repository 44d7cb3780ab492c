/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-results.h"

G_BEGIN_DECLS

/* A closed question that is no scale: its options with a bar, a count and a share each. */
#define KS_TYPE_OPTION_CARD (ks_option_card_get_type ())
G_DECLARE_FINAL_TYPE (KsOptionCard, ks_option_card, KS, OPTION_CARD, GtkBox)

GtkWidget *ks_option_card_new (const KsQuestionResult *result);

G_END_DECLS
