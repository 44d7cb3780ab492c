/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-spelling.h"

G_BEGIN_DECLS

/* The type words before names, in full and abbreviated. */

typedef enum {
  KS_KIND_NONE,
  KS_KIND_COMMUNE,  /* xã, X. */
  KS_KIND_WARD,     /* phường, P. */
  KS_KIND_TOWNSHIP, /* thị trấn, TT */
  KS_KIND_ZONE,     /* đặc khu */
  KS_KIND_HUYEN,    /* huyện, H. */
  KS_KIND_TOWN,     /* thị xã, TX */
  KS_KIND_CITY,     /* thành phố, TP */
  KS_KIND_QUAN,     /* quận, Q. */
  KS_KIND_PROVINCE, /* tỉnh */
} KsKind;

typedef enum {
  KS_LEVEL_UNIT,
  KS_LEVEL_DISTRICT,
  KS_LEVEL_PROVINCE,
} KsLevel;

KsKind  ks_kind_find (const KsSpelling *spelling, guint from, guint *length);
KsKind  ks_kind_find_full (const KsSpelling *spelling, guint *length);
KsLevel ks_kind_get_level (KsKind kind);

G_END_DECLS
