/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-unit-fields.h"

G_BEGIN_DECLS

/* How many officials a unit has, by body, and who says so. */
#define KS_TYPE_STAFF_GROUP (ks_staff_group_get_type ())
G_DECLARE_FINAL_TYPE (KsStaffGroup, ks_staff_group, KS, STAFF_GROUP, AdwPreferencesGroup)

void ks_staff_group_add_fields (KsStaffGroup *self, KsUnitFields *fields);
void ks_staff_group_show (KsStaffGroup *self, KsUnit *unit);
void ks_staff_group_focus (KsStaffGroup *self);

G_END_DECLS
