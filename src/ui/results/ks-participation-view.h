/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-participation-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who took part: districts of the province or units of a district, as chart and as table.
 * Signal "account" (KsScope *): the person asks how a figure came about. */
#define KS_TYPE_PARTICIPATION_VIEW (ks_participation_view_get_type ())
G_DECLARE_FINAL_TYPE (KsParticipationView, ks_participation_view, KS, PARTICIPATION_VIEW, GtkBox)

void ks_participation_view_show (KsParticipationView *self,
                                 KsResults *results,
                                 const KsScope *scope,
                                 gboolean as_table);

G_END_DECLS
