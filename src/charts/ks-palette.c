/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-palette.h"

#define RGB(hex) RGBA (hex, 1)
#define RGBA(hex, a) \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, (a) }
#define BLACK 0x000000
#define WHITE 0xffffff
#define COLOUR(hex, a) ((KsColour) RGBA (hex, a))

/* The five lightnesses of the light scale differ by ten or more, so that a grey copy tells them
 * apart; the two dark ends lie on opposite sides of zero. */
static const KsPalette light = {
  .kind = KS_PALETTE_LIGHT,
  .card = RGB (0xffffff),
  .text = RGB (0x333333),
  .secondary = RGB (0x616161),
  .grid = RGBA (BLACK, 0.10),
  .axis = RGB (0x3d3846),
  .level = { RGB (0x15509a), RGB (0x62a0ea), RGB (0xdeddda), RGB (0xffa348), RGB (0xc64600) },
  .level_label = { RGB (WHITE), RGB (BLACK), RGB (BLACK), RGB (BLACK), RGB (WHITE) },
  .hatch = RGB (0x9a9996),
  .bar = RGB (0x3584e4),
  .bar_label = RGB (BLACK),
  .track = RGB (0xe4e3e0),
  .over = RGB (0xc64600),
  .over_hatch = RGB (WHITE),
  .interval = RGB (0x62a0ea),
  .bound = RGB (0x9a9996),
  .dot = RGB (0x15509a),
  .below = RGB (0xc64600),
  .heat = { RGB (0xffffff), RGB (0xfdf0e0), RGB (0xfbdcb8), RGB (0xf6bd80), RGB (0xe8954c),
            RGB (0xb3540f) },
  .heat_text = { RGB (0x2b2b2b), RGB (0x2b2b2b), RGB (0x2b2b2b), RGB (0x2b2b2b), RGB (0x2b2b2b),
                 RGB (WHITE) },
};

static const KsPalette dark = {
  .kind = KS_PALETTE_DARK,
  .card = RGB (0x353535), /* white 8 % over the window, as libadwaita makes it */
  .text = RGB (WHITE),
  .secondary = RGB (0xc2c2c2),
  .grid = RGBA (WHITE, 0.13),
  .axis = RGB (0xf6f5f4),
  .level = { RGB (0x3584e4), RGB (0x99c1f1), RGB (0x77767b), RGB (0xffbe6f), RGB (0xe66100) },
  .level_label = { RGB (BLACK), RGB (BLACK), RGB (WHITE), RGB (BLACK), RGB (BLACK) },
  .hatch = RGB (0x9a9996),
  .bar = RGB (0x62a0ea),
  .bar_label = RGB (BLACK),
  .track = RGB (0x56555a),
  .over = RGB (0xff7800),
  .over_hatch = RGB (WHITE),
  .interval = RGB (0x3584e4),
  .bound = RGB (0x9a9996),
  .dot = RGB (0x99c1f1),
  .below = RGB (0xe66100),
  .heat = { RGB (0xffffff), RGB (0xfdf0e0), RGB (0xfbdcb8), RGB (0xf6bd80), RGB (0xe8954c),
            RGB (0xb3540f) },
  .heat_text = { RGB (0x2b2b2b), RGB (0x2b2b2b), RGB (0x2b2b2b), RGB (0x2b2b2b), RGB (0x2b2b2b),
                 RGB (WHITE) },
};

/* The greys of the light scale's lightnesses. */
static const KsPalette paper = {
  .kind = KS_PALETTE_PAPER,
  .card = RGB (WHITE),
  .text = RGB (BLACK),
  .secondary = RGB (BLACK),
  .grid = RGB (0x808080),
  .axis = RGB (BLACK),
  .level = { RGB (0x505050), RGB (0x9e9e9e), RGB (0xdddddd), RGB (0xb9b9b9), RGB (0x6f6f6f) },
  .level_label = { RGB (WHITE), RGB (BLACK), RGB (BLACK), RGB (BLACK), RGB (WHITE) },
  .hatch = RGB (0x808080),
  .bar = RGB (0x4d4d4d),
  .bar_label = RGB (WHITE),
  .track = RGB (WHITE),
  .over = RGB (0x4d4d4d),
  .over_hatch = RGB (WHITE),
  .interval = RGB (0x6f6f6f),
  .bound = RGB (0x4d4d4d),
  .dot = RGB (BLACK),
  .below = RGB (0x6f6f6f),
  .heat = { RGB (WHITE), RGB (0xf0f0f0), RGB (0xdfdfdf), RGB (0xc6c6c6), RGB (0xa8a8a8),
            RGB (0x6f6f6f) },
  .heat_text = { RGB (BLACK), RGB (BLACK), RGB (BLACK), RGB (BLACK), RGB (BLACK), RGB (WHITE) },
};

/* What is thin or pale in the themes stands out; the scales keep their colours, whose steps are
 * as far apart as they can be. */
static void
raise_contrast (KsPalette *palette, gboolean is_dark)
{
  guint ink = is_dark ? WHITE : BLACK;

  palette->kind = is_dark ? KS_PALETTE_DARK_CONTRAST : KS_PALETTE_LIGHT_CONTRAST;
  palette->text = COLOUR (ink, 1);
  palette->secondary = COLOUR (ink, 1);
  palette->axis = COLOUR (ink, 1);
  palette->grid = COLOUR (ink, 0.42);
  palette->hatch = is_dark ? COLOUR (0xdeddda, 1) : COLOUR (0x5e5c64, 1);
  palette->bound = palette->hatch;
  palette->bar = is_dark ? COLOUR (0x99c1f1, 1) : COLOUR (0x1a5fb4, 1);
  palette->bar_label = is_dark ? COLOUR (BLACK, 1) : COLOUR (WHITE, 1);
  palette->over = is_dark ? COLOUR (0xffa348, 1) : COLOUR (0xa33a00, 1);
  palette->over_hatch = is_dark ? COLOUR (BLACK, 1) : COLOUR (WHITE, 1);
  palette->interval = is_dark ? COLOUR (0x62a0ea, 1) : COLOUR (0x1c71d8, 1);
  palette->dot = is_dark ? COLOUR (WHITE, 1) : COLOUR (0x0b2f5e, 1);
  palette->below = is_dark ? COLOUR (0xffa348, 1) : COLOUR (0xa33a00, 1);
}

static const KsPalette *
get_contrast (KsPaletteKind kind)
{
  static KsPalette palettes[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      palettes[0] = light;
      palettes[1] = dark;
      raise_contrast (&palettes[0], FALSE);
      raise_contrast (&palettes[1], TRUE);
      g_once_init_leave (&ready, 1);
    }
  return &palettes[kind == KS_PALETTE_DARK_CONTRAST];
}

/**
 * ks_palette_get:
 * @kind: where the chart stands
 *
 * Returns: (transfer none): its colours
 */
const KsPalette *
ks_palette_get (KsPaletteKind kind)
{
  switch (kind)
    {
    case KS_PALETTE_DARK:
      return &dark;
    case KS_PALETTE_PAPER:
      return &paper;
    case KS_PALETTE_LIGHT_CONTRAST:
    case KS_PALETTE_DARK_CONTRAST:
      return get_contrast (kind);
    case KS_PALETTE_LIGHT:
    default:
      return &light;
    }
}

/**
 * ks_palette_choose:
 * @dark_window: whether the window is dark
 * @contrast: whether the person asked for high contrast
 *
 * Returns: (transfer none): the colours of a chart in it
 */
const KsPalette *
ks_palette_choose (gboolean dark_window, gboolean contrast)
{
  if (contrast)
    return ks_palette_get (dark_window ? KS_PALETTE_DARK_CONTRAST : KS_PALETTE_LIGHT_CONTRAST);
  return ks_palette_get (dark_window ? KS_PALETTE_DARK : KS_PALETTE_LIGHT);
}

/**
 * ks_palette_level:
 * @level: a level of a scale, 0 the best
 * @n_levels: levels of that scale, 2…5
 *
 * A shorter scale takes the colours of the ends first; only a scale with a middle level takes the
 * neutral colour.
 *
 * Returns: which of the five colours it takes
 */
guint
ks_palette_level (guint level, guint n_levels)
{
  static const guint colours[KS_MAX_LEVELS + 1][KS_MAX_LEVELS] = {
    [2] = { 0, 4 },
    [3] = { 0, 2, 4 },
    [4] = { 0, 1, 3, 4 },
    [5] = { 0, 1, 2, 3, 4 },
  };

  g_return_val_if_fail (n_levels >= 2 && n_levels <= KS_MAX_LEVELS && level < n_levels, 0);

  return colours[n_levels][level];
}

/**
 * ks_palette_heat_step:
 * @hundredths: a share of good answers in hundredths of a per cent
 *
 * The steps do not depend on the data: a colour means the same in every table. A share takes the
 * step of its exact value, not of the rounded one that is printed.
 *
 * Returns: which of the %KS_HEAT_STEPS colours it takes
 */
guint
ks_palette_heat_step (gint64 hundredths)
{
  static const gint64 from[KS_HEAT_STEPS - 1] = { 9500, 9000, 8500, 8000, 7500 };
  guint step = 0;

  while (step < G_N_ELEMENTS (from) && hundredths < from[step])
    step++;
  return step;
}

/**
 * ks_colour_set:
 * @colour: a colour
 * @cr: a cairo context
 *
 * Makes @colour the source of @cr.
 */
void
ks_colour_set (const KsColour *colour, cairo_t *cr)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}
