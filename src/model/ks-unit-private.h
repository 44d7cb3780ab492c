/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit.h"

G_BEGIN_DECLS

/* For the registry alone, before anybody else has seen the unit. */
void ks_unit_set_position (KsUnit *self, guint index, guint rank);

G_END_DECLS
