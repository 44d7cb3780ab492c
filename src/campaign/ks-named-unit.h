/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-token.h"
#include "ks-unit-matcher.h"

G_BEGIN_DECLS

/* The unit that a file or a sheet of it is named for: "Xã Tân Yên", "07210.csv",
 * "Phiếu khảo sát xã Tân Yên (Câu trả lời)". */
typedef enum {
  KS_NAMED_NOBODY, /* the name tells of no unit */
  KS_NAMED_UNIT,   /* it means one unit for certain */
  KS_NAMED_DOUBT,  /* it tells of a unit, but not for certain of which */
} KsNamed;

KsNamed ks_named_unit_find (KsUnitMatcher *matcher, KsTokenTable *tokens, const char *name,
                            guint *index);

G_END_DECLS
