/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-unit-fields.h"

G_BEGIN_DECLS

/* The working group of a unit. */
#define KS_TYPE_CONTACT_GROUP (ks_contact_group_get_type ())
G_DECLARE_FINAL_TYPE (KsContactGroup, ks_contact_group, KS, CONTACT_GROUP, AdwPreferencesGroup)

void ks_contact_group_add_fields (KsContactGroup *self, KsUnitFields *fields);

G_END_DECLS
