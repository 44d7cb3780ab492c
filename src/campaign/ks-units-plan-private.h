/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-units-plan.h"

G_BEGIN_DECLS

struct _KsUnitsPlan {
  KsRegistry      *registry;
  KsDay            last_day; /* of which staff can be told; KS_DAY_NONE: any */
  KsUnitMatcher   *matcher;
  KsDistrictIndex *districts;
  KsListTitleFunc  read_title; /* of a list that tells something else of units; NULL: of units */
  gpointer         title_data;
  char            *needed;  /* what such a list must have, for people */
  GHashTable      *retired; /* code → KsUnit out of use */
  GHashTable      *retired_names; /* key of a name → KsUnit out of use */
  GPtrArray       *sheets;  /* of KsListSheet */
  GPtrArray       *rows;    /* of KsPlanRow */
  GPtrArray       *notes;   /* sentences on whole files */
  KsEncodingQuestion *question; /* of the list that was added last; NULL: none */
};

gboolean ks_plan_row_is_taken (const KsPlanRow *row);
void     ks_units_plan_settle (KsUnitsPlan *self, GPtrArray *rows);

G_END_DECLS
