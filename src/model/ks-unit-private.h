/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit.h"

G_BEGIN_DECLS

/* What a unit is made of. */
struct _KsUnitDraft
{
  char *code;
  char *texts[KS_N_UNIT_FIELDS]; /* of the fields that are text; NULL: empty */
  KsStaff staff;
  int part_time;
  int order;
  KsDay staff_day;
  GPtrArray *former_names; /* KsFormerName; NULL: none */
  KsDay retired;           /* KS_DAY_NONE: in use */
  gboolean part_time_in_scope;
};

void    ks_unit_draft_copy_to (const KsUnitDraft *self, KsUnitDraft *copy);
void    ks_unit_draft_clear (KsUnitDraft *self);
KsUnit *ks_unit_new_take (KsUnitDraft *content);

const KsUnitDraft *ks_unit_get_content (KsUnit *self);

/* For the registry alone, before anybody else has seen the unit. */
void ks_unit_set_position (KsUnit *self, guint index, guint rank);

G_END_DECLS
