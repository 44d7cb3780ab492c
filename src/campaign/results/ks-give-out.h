/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results.h"

G_BEGIN_DECLS

/* Figures of a scope as they may leave the program now. */
typedef struct {
  GPtrArray *questions;  /* of KsQuestionResult: those of the form that are not sensitive */
  KsMoment   given_at;   /* when these figures were first given out; KS_MOMENT_NONE: never yet */
  gboolean   earlier;    /* they are those of an earlier day: too few sheets have changed since */
} KsGivenFigures;

KsGivenFigures *ks_give_out (KsCampaign *campaign, const KsScope *scope, const char *document,
                             GError **error);
void            ks_given_figures_free (KsGivenFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGivenFigures, ks_given_figures_free)

G_END_DECLS
