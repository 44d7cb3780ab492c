/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The time zone behind a time. */
typedef enum {
  KS_ZONE_NONE,    /* nothing stands there */
  KS_ZONE_TOLD,
  KS_ZONE_UNKNOWN, /* letters that several zones are called by, or none */
} KsZone;

#define KS_ZONE_MAX_LETTERS 5

gboolean ks_answer_zone_read (const char *text, gsize length, KsZone *zone, int *offset);
char    *ks_answer_zone_dup_name (int offset);

G_END_DECLS
