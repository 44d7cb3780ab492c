/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "ks-likert-row.h"

G_BEGIN_DECLS

typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} KsColour;

/* Fixed steps of the colour table: from 95, 90, 85, 80, 75 per cent, and under 75. */
#define KS_HEAT_STEPS 6

typedef enum {
  KS_PALETTE_LIGHT,  /* light theme; PDF, SVG and PNG of a screen chart */
  KS_PALETTE_DARK,
  KS_PALETTE_PAPER,  /* black on white, safe for a grey copier; texts are Vietnamese */
  KS_PALETTE_LIGHT_CONTRAST, /* the two themes where the person asked for high contrast */
  KS_PALETTE_DARK_CONTRAST,
} KsPaletteKind;

/* The colours of a chart. */
typedef struct {
  KsPaletteKind kind;
  KsColour card;                        /* the ground that the chart stands on */
  KsColour text;
  KsColour secondary;
  KsColour grid;
  KsColour axis;                        /* zero line, target marks */
  KsColour level[KS_MAX_LEVELS];        /* best first */
  KsColour level_label[KS_MAX_LEVELS];
  KsColour hatch;                       /* "không biết", rows that are not shown */
  KsColour bar;                         /* participation */
  KsColour bar_label;
  KsColour track;                       /* staff */
  KsColour over;                        /* more answers than staff */
  KsColour over_hatch;
  KsColour interval;                    /* what is estimated */
  KsColour bound;                       /* the lowest and highest possible */
  KsColour dot;                         /* a share */
  KsColour below;                       /* a share that is clearly lower; limits are crossed */
  KsColour heat[KS_HEAT_STEPS];         /* shares of good answers, highest first: the same on */
  KsColour heat_text[KS_HEAT_STEPS];    /* light and dark grounds */
} KsPalette;

const KsPalette *ks_palette_get (KsPaletteKind kind);
const KsPalette *ks_palette_choose (gboolean dark_window, gboolean contrast);
guint            ks_palette_level (guint level, guint n_levels);
guint            ks_palette_heat_step (gint64 hundredths);
void             ks_colour_set (const KsColour *colour, cairo_t *cr);

G_END_DECLS
