/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From values to positions, linear. */
typedef struct {
  double from;   /* values */
  double to;
  double start;  /* positions of the two */
  double end;
} KsScale;

double ks_scale_map (const KsScale *self, double value);
double ks_scale_length (const KsScale *self, double span);
double ks_scale_step (const KsScale *self, double least);

G_END_DECLS
