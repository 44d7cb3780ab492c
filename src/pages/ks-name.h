/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-type.h"

G_BEGIN_DECLS

/* The room that a layout gives to the name of a unit, and how it may be set there. */
typedef struct {
  double        width;
  const double *one;          /* sizes on one line, the best first, 0 at the end */
  const double *two;          /* sizes on two lines */
  double        line_height;  /* in em */
  double        most_rise;    /* of the ink on one line, in mm; 0: whatever comes */
} KsNameRoom;

/* A name that is set: its kind, where that stands apart, and one or two lines in bold. */
typedef struct {
  char  *kind;
  guint  n_lines;
  char  *lines[2];
  double size;
} KsName;

const char *ks_name_split (const char *name, char **kind);
KsName     *ks_name_new (const char *name, const KsNameRoom *room);
void        ks_name_free (KsName *self);
double      ks_name_get_rise (const KsName *self, double least);
double      ks_name_get_pitch (const KsName *self, const KsNameRoom *room);
double      ks_name_get_clearance (const KsName *self, const KsStyle *below, const char *text,
                                   double gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsName, ks_name_free)

G_END_DECLS
