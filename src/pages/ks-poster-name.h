/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-name.h"

G_BEGIN_DECLS

#define KS_POSTER_LEFT 18.0
#define KS_POSTER_RIGHT 192.0
#define KS_POSTER_WIDTH (KS_POSTER_RIGHT - KS_POSTER_LEFT)

/* How the name of a unit stands on its poster or its picture: the last line stands still, the
 * kind keeps clear of the marks on the first. Baselines in mm. */
typedef struct {
  char    *kind;        /* NULL: none stands above the name */
  double   kind_size;
  double   kind_y;
  guint    n_lines;     /* 1 or 2 */
  char    *lines[2];
  double   size;
  double   y[2];
  double   district_y;
} KsPosterName;

KsPosterName *ks_poster_name_new (const char *name, const char *district);
KsPosterName *ks_image_name_new (const char *name, const char *district);
void          ks_poster_name_free (KsPosterName *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPosterName, ks_poster_name_free)

G_END_DECLS
