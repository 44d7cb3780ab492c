/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit.h"

G_BEGIN_DECLS

/* A unit as one JSON object: its code and the fields that hold something, each in its text form. */
char   *ks_unit_to_json (KsUnit *unit);
KsUnit *ks_unit_new_from_json (const char *json, GError **error);

G_END_DECLS
