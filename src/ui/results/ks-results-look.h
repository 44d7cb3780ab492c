/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-result-chart.h"

G_BEGIN_DECLS

typedef enum
{
  KS_VIEW_PARTICIPATION,
  KS_VIEW_QUESTIONS,
  KS_VIEW_HEAT,
  KS_VIEW_UNITS,
  KS_VIEW_BODIES,
  KS_VIEW_COMMENTS,
  KS_N_VIEWS,
} KsResultsView;

/* What the page shows and how: what "back" goes back to, and what a desk remembers of a campaign. */
typedef struct
{
  KsResultsView view;
  KsChartKind kind;
  char *code;     /* of the scope; empty: the province */
  char *section;  /* id; empty: the whole form */
  char *question; /* id; empty: the form's key question */
  gboolean as_given;
  gboolean counts;
  gboolean as_table;
} KsResultsLook;

const char *ks_results_view_get_name (KsResultsView view);
gboolean ks_results_view_find (const char *name, KsResultsView *view);
const KsChartKind *ks_results_view_get_kinds (KsResultsView view, guint *n_kinds);

KsResultsLook *ks_results_look_new (void);
KsResultsLook *ks_results_look_copy (const KsResultsLook *self);
void ks_results_look_free (KsResultsLook *self);
void ks_results_look_set (char **place, const char *value);
void ks_results_look_set_view (KsResultsLook *self, KsResultsView view);
gboolean ks_results_look_is_same_place (const KsResultsLook *self, const KsResultsLook *other);
char *ks_results_look_dup_text (const KsResultsLook *self);
KsResultsLook *ks_results_look_parse (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsResultsLook, ks_results_look_free)

G_END_DECLS
