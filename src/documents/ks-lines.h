/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-type.h"

G_BEGIN_DECLS

/* A line of a text, in bytes; the blank at which it was broken is in none. */
typedef struct {
  gsize    from;
  gsize    to;
  gboolean last;  /* of a paragraph: it is not justified */
} KsLine;

GArray *ks_lines_break   (const KsStyle *style, const char *text, double indent, double width);
double  ks_lines_measure (const KsStyle *style, const char *text, gsize from, gsize to);

G_END_DECLS
