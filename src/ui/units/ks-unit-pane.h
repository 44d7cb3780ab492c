/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-links.h"
#include "ks-results.h"
#include "ks-unit-fields.h"

G_BEGIN_DECLS

/* What the registry knows of one unit, beside the table, to be read and edited; or how much several of them are. Its
 * buttons are actions of the page. */
#define KS_TYPE_UNIT_PANE (ks_unit_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitPane, ks_unit_pane, KS, UNIT_PANE, GtkBox)

typedef struct
{
  KsUnit *unit;
  KsRegistry *registry;   /* that it belongs to */
  const KsUnitLink *link; /* nullable */
  KsResults *results;     /* that know the unit; nullable */
  KsDay last_day;         /* of which its staff can be told */
  gboolean editable;
} KsUnitView;

void ks_unit_pane_show_unit (KsUnitPane *self, const KsUnitView *view);
void ks_unit_pane_show_several (KsUnitPane *self, guint n_units, gint64 staff);
KsUnitFields *ks_unit_pane_get_fields (KsUnitPane *self);
void ks_unit_pane_start_editing (KsUnitPane *self);

G_END_DECLS
