/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-registry.h"
#include "ks-unit-fields.h"

G_BEGIN_DECLS

/* What a unit is and was called, where it belongs, its own link and a note. */
#define KS_TYPE_NAME_GROUP (ks_name_group_get_type ())
G_DECLARE_FINAL_TYPE (KsNameGroup, ks_name_group, KS, NAME_GROUP, GtkBox)

void ks_name_group_add_fields (KsNameGroup *self, KsUnitFields *fields);
void ks_name_group_show (KsNameGroup *self, KsUnit *unit, KsRegistry *registry);

G_END_DECLS
