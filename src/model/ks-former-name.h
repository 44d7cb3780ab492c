/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ks-time.h"

G_BEGIN_DECLS

/* Another name of a unit: one that it bore until a day, or one that people use beside its own. */
typedef struct {
  char *name;     /* in full: "Xã Tự Lạn" */
  char *district; /* the district's name of that time: "Huyện Việt Yên"; empty: as today's */
  KsDay until;    /* the first day on which it no longer held; KS_DAY_NONE: still used, or not known */
} KsFormerName;

KsFormerName *ks_former_name_new (const char *name, const char *district, KsDay until);
void          ks_former_name_free (KsFormerName *self);

/* Lists of them, as one text: "Xã Tự Lạn|2024-02-01|Huyện Việt Yên; X. Tự Lạn". */
GPtrArray    *ks_former_names_parse (const char *text, GError **error);
char         *ks_former_names_to_text (GPtrArray *names);

G_END_DECLS
