/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of an export says of a person: such columns never come into a campaign. */
typedef enum {
  KS_PERSONAL_NONE,
  KS_PERSONAL_NAME,
  KS_PERSONAL_EMAIL,
  KS_PERSONAL_PHONE,
  KS_PERSONAL_ADDRESS, /* of a computer */
  KS_N_PERSONAL,
} KsPersonalKind;

KsPersonalKind ks_personal_kind_of_header (const char *header);
KsPersonalKind ks_personal_kind_of_text (const char *text);
const char    *ks_personal_kind_get_label (KsPersonalKind kind);

G_END_DECLS
