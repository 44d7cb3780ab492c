/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-figures.h"
#include "ks-participation-chart.h"
#include "ks-results.h"

G_BEGIN_DECLS

/* Participation of a scope and of its parts: districts of the province, units of a district. */
typedef struct
{
  KsParticipation whole;
  KsScopeKind kind; /* of its parts */
  GArray *parts; /* of KsParticipation, in the office's order */
} KsParticipationFigures;

KsParticipationFigures *ks_participation_figures_load (KsResults *results, const KsScope *scope);
KsParticipationFigures *ks_participation_figures_load_parts (KsResults *results,
                                                             const KsScope *scope,
                                                             KsScopeKind kind);
void ks_participation_figures_free (KsParticipationFigures *self);
char *ks_participation_figures_dup_title (const KsParticipationFigures *self);
KsParticipationChart *ks_participation_figures_create_chart (const KsParticipationFigures *self);
KsFigures *ks_participation_figures_create_table (const KsParticipationFigures *self,
                                                  gboolean leaves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsParticipationFigures, ks_participation_figures_free)

G_END_DECLS
