/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-run.h"

#include <math.h>
#include <string.h>

#define N_CHARACTERS (sizeof KS_FIGURE_RUN_CHARACTERS - 1)

/* Takes the glyphs from one laid out line; not if it needed several fonts or joined letters. */
static void
take_glyphs (KsFigureRun *self)
{
  const PangoLayoutLine *line
    = ks_chart_context_get_line (self->context, KS_FIGURE_RUN_CHARACTERS, self->style);
  const PangoGlyphItem *item = line->runs != NULL ? line->runs->data : NULL;

  if (item == NULL || line->runs->next != NULL || item->glyphs->num_glyphs != N_CHARACTERS
      || !PANGO_IS_CAIRO_FONT (item->item->analysis.font))
    return;
  for (guint i = 0; i < N_CHARACTERS; i++)
    {
      self->glyph[i] = item->glyphs->glyphs[i].glyph;
      self->advance[i] = (double) item->glyphs->glyphs[i].geometry.width / PANGO_SCALE;
      if ((self->glyph[i] & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        return;
    }
  self->font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font));
  cairo_scaled_font_reference (self->font);
}

/**
 * ks_figure_run_init:
 * @self: a run on the stack
 * @context: where the chart stands; kept
 * @style: the style of its figures
 *
 * Begins a run without figures.
 */
void
ks_figure_run_init (KsFigureRun *self, const KsChartContext *context, KsTextStyle style)
{
  *self = (KsFigureRun) { .context = context, .style = style };
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  take_glyphs (self);
}

/**
 * ks_figure_run_clear:
 * @self: a run
 *
 * Frees what @self holds.
 */
void
ks_figure_run_clear (KsFigureRun *self)
{
  g_clear_pointer (&self->font, cairo_scaled_font_destroy);
  g_clear_pointer (&self->glyphs, g_array_unref);
}

static int
find_character (char character)
{
  const char *found = strchr (KS_FIGURE_RUN_CHARACTERS, character);

  return character != '\0' && found != NULL ? (int) (found - KS_FIGURE_RUN_CHARACTERS) : -1;
}

static gboolean
has_all (const KsFigureRun *self, const char *text)
{
  return self->font != NULL && strspn (text, KS_FIGURE_RUN_CHARACTERS) == strlen (text);
}

/**
 * ks_figure_run_measure:
 * @self: a run
 * @text: a figure
 *
 * Returns: the width of @text in the chart's units
 */
double
ks_figure_run_measure (const KsFigureRun *self, const char *text)
{
  double width = 0;

  if (!has_all (self, text))
    return ks_chart_context_measure (self->context, text, self->style);
  for (; *text != '\0'; text++)
    width += self->advance[find_character (*text)];
  return width;
}

static double
snap (const KsFigureRun *self, double position)
{
  return self->context->paper ? position : round (position);
}

/**
 * ks_figure_run_add:
 * @self: a run
 * @cr: where to paint; a text with other characters is painted at once
 * @text: a figure
 * @align: which end of the text stands at @x
 * @x: position
 * @middle: the middle of the figure
 *
 * Adds a figure.
 */
void
ks_figure_run_add (KsFigureRun *self, cairo_t *cr, const char *text, KsAlign align, double x,
                   double middle)
{
  cairo_glyph_t glyph = { 0 };

  if (!has_all (self, text))
    {
      ks_chart_context_show (self->context, cr, text, self->style, align, x, middle, -1);
      return;
    }
  if (align != KS_ALIGN_LEFT)
    x -= ks_figure_run_measure (self, text) / (align == KS_ALIGN_CENTRE ? 2 : 1);
  glyph.x = snap (self, x);
  glyph.y = snap (self, middle + KS_HALF_FIGURE * self->context->em * self->style.scale);
  for (; *text != '\0'; text++)
    {
      int character = find_character (*text);

      glyph.index = self->glyph[character];
      g_array_append_val (self->glyphs, glyph);
      glyph.x += self->advance[character];
    }
}

/**
 * ks_figure_run_show:
 * @self: a run
 * @cr: where to paint, with the text's colour as its source
 *
 * Shows all figures added since the last time.
 */
void
ks_figure_run_show (KsFigureRun *self, cairo_t *cr)
{
  if (self->glyphs->len == 0)
    return;
  cairo_set_scaled_font (cr, self->font);
  cairo_show_glyphs (cr, (const cairo_glyph_t *) (gpointer) self->glyphs->data,
                     (int) self->glyphs->len);
  g_array_set_size (self->glyphs, 0);
}
