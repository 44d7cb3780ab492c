/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-context.h"

#include "ks-i18n.h"

#include <math.h>
#include <string.h>

#define SCREEN_DPI      96.0
#define POINTS_PER_INCH 72.0
#define DEFAULT_POINTS  11.0
#define MAX_LAYOUTS     4096
/* Of a column: so many texts are measured; of more, those so few letters shorter than the longest. */
#define MAX_MEASURED    256
#define NEARLY_LONGEST  3

/* A line of text that was laid out before, on this thread. */
typedef struct {
  const char *font;   /* interned */
  char       *text;   /* owned by the cached ones, borrowed by the one looked for */
  double      size;
  double      width;  /* ellipsised to it; negative: as long as it is */
  gboolean    bold;
  gboolean    paper;
} LineKey;

typedef struct {
  LineKey          key;
  PangoLayout     *layout;
  PangoLayoutLine *line;
  double           width;
} Line;

/* Pango's objects belong to one thread, and so does what is kept of them. */
typedef struct {
  PangoContext *screen;
  PangoContext *paper;
  GHashTable   *lines;
} Store;

static guint
hash_line_cb (gconstpointer data)
{
  const LineKey *key = data;

  return g_str_hash (key->text) ^ (guint) (key->size * 64) ^ ((guint) (key->width * 8) << 8)
         ^ (key->bold ? 0x55000000u : 0);
}

static gboolean
equal_lines_cb (gconstpointer a, gconstpointer b)
{
  const LineKey *x = a;
  const LineKey *y = b;

  return x->font == y->font && x->bold == y->bold && x->paper == y->paper
         && fabs (x->size - y->size) < 1e-6 && fabs (x->width - y->width) < 1e-6
         && g_str_equal (x->text, y->text);
}

static void
free_line_cb (gpointer data)
{
  Line *line = data;

  g_object_unref (line->layout);
  g_free (line->key.text);
  g_free (line);
}

static void
free_store_cb (gpointer data)
{
  Store *store = data;

  g_hash_table_unref (store->lines);
  g_object_unref (store->screen);
  g_object_unref (store->paper);
  g_free (store);
}

static GPrivate thread_store = G_PRIVATE_INIT (free_store_cb);

/* On screen glyphs stand on whole pixels; on paper where they belong, as hinting would move them. */
static PangoContext *
create_pango_context (gboolean paper)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options,
                                     paper ? CAIRO_HINT_STYLE_NONE : CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options,
                                       paper ? CAIRO_HINT_METRICS_OFF : CAIRO_HINT_METRICS_ON);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, !paper);
  cairo_font_options_destroy (options);
  return context;
}

static Store *
get_store (void)
{
  Store *store = g_private_get (&thread_store);

  if (store == NULL)
    {
      store = g_new0 (Store, 1);
      store->screen = create_pango_context (FALSE);
      store->paper = create_pango_context (TRUE);
      store->lines = g_hash_table_new_full (hash_line_cb, equal_lines_cb, NULL, free_line_cb);
      g_private_set (&thread_store, store);
    }
  return store;
}

static Line *
create_line (Store *store, const LineKey *key)
{
  Line *line = g_new0 (Line, 1);
  PangoFontDescription *font = pango_font_description_from_string (key->font);
  PangoRectangle ink, logical;

  line->key = *key;
  line->key.text = g_strdup (key->text);
  line->layout = pango_layout_new (key->paper ? store->paper : store->screen);
  pango_font_description_set_absolute_size (font, key->size * PANGO_SCALE);
  if (key->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (line->layout, font);
  pango_layout_set_single_paragraph_mode (line->layout, TRUE);
  pango_layout_set_text (line->layout, key->text, -1);
  if (key->width >= 0)
    {
      pango_layout_set_width (line->layout, (int) (key->width * PANGO_SCALE));
      pango_layout_set_ellipsize (line->layout, PANGO_ELLIPSIZE_END);
    }
  line->line = pango_layout_get_line_readonly (line->layout, 0);
  pango_layout_line_get_extents (line->line, &ink, &logical);
  /* Pango pads the ellipsis to the full width, which would make right edges ragged. */
  line->width = (double) (key->width >= 0 ? ink.x + ink.width : logical.width) / PANGO_SCALE;
  pango_font_description_free (font);
  return line;
}

static Line *
find_line (const KsChartContext *self, const char *text, KsTextStyle style, double width)
{
  Store *store = get_store ();
  LineKey key = {
    .font = self->font,
    .text = (char *) text,
    .size = self->em * style.scale,
    .width = width,
    .bold = style.bold,
    .paper = self->paper,
  };
  Line *line = g_hash_table_lookup (store->lines, &key);

  if (line != NULL)
    return line;
  if (g_hash_table_size (store->lines) >= MAX_LAYOUTS)
    g_hash_table_remove_all (store->lines);
  line = create_line (store, &key);
  g_hash_table_insert (store->lines, &line->key, line);
  return line;
}

/**
 * ks_chart_context_init:
 * @self: a context on the stack
 * @palette: the colours
 * @font: the font of the body text; sizes as ks-chart.h says
 *
 * Fills @self in. Nothing needs freeing.
 */
void
ks_chart_context_init (KsChartContext *self, const KsPalette *palette,
                       const PangoFontDescription *font)
{
  PangoFontDescription *plain = pango_font_description_copy (font);
  g_autofree char *description = NULL;
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  self->palette = palette;
  self->offset = 0;
  self->paper = palette->kind == KS_PALETTE_PAPER;
  if (size <= 0)
    size = DEFAULT_POINTS;
  if (!pango_font_description_get_size_is_absolute (font) && !self->paper)
    size *= SCREEN_DPI / POINTS_PER_INCH;
  self->em = size;
  self->unit = size / (DEFAULT_POINTS * SCREEN_DPI / POINTS_PER_INCH);
  pango_font_description_unset_fields (plain, PANGO_FONT_MASK_SIZE);
  description = pango_font_description_to_string (plain);
  self->font = g_intern_string (description);
  pango_font_description_free (plain);
}

/**
 * ks_chart_context_say:
 * @self: a context
 * @msgid: the words in English, marked with N_()
 * @vietnamese: the same as papers print them
 *
 * Returns: (transfer none): words of the interface on screen, Vietnamese on paper
 */
const char *
ks_chart_context_say (const KsChartContext *self, const char *msgid, const char *vietnamese)
{
  return self->paper ? vietnamese : g_dgettext (GETTEXT_PACKAGE, msgid);
}

/**
 * ks_chart_context_measure:
 * @self: a context
 * @text: one line
 * @style: its style
 *
 * Returns: the width of @text in the chart's units
 */
double
ks_chart_context_measure (const KsChartContext *self, const char *text, KsTextStyle style)
{
  return find_line (self, text, style, -1)->width;
}

/**
 * ks_chart_context_get_line:
 * @self: a context
 * @text: one line
 * @style: its style
 *
 * Returns: (transfer none): @text laid out, until the next text is; belongs to this thread
 */
PangoLayoutLine *
ks_chart_context_get_line (const KsChartContext *self, const char *text, KsTextStyle style)
{
  return find_line (self, text, style, -1)->line;
}

static const char *
get_text (const void *rows, guint index, gsize stride, gsize offset)
{
  return *(const char *const *) (gconstpointer) ((const guint8 *) rows + index * stride + offset);
}

/**
 * ks_chart_context_measure_column:
 * @self: a context
 * @rows: (array length=n_rows): the rows
 * @n_rows: number of rows
 * @stride: size of a row
 * @offset: where in a row the pointer to its text stands; %NULL ones are passed over
 * @style: their style
 *
 * The width of a column. Of thousands of texts only the longest are laid out, those that have
 * nearly as many letters as the longest of all: a wider one among the others would be ellipsised.
 *
 * Returns: the width of the widest in the chart's units
 */
double
ks_chart_context_measure_column (const KsChartContext *self, const void *rows, guint n_rows,
                                 gsize stride, gsize offset, KsTextStyle style)
{
  glong longest = 0;
  guint left = MAX_MEASURED;
  double width = 0;

  for (guint i = 0; i < n_rows && n_rows > MAX_MEASURED; i++)
    {
      const char *text = get_text (rows, i, stride, offset);

      longest = MAX (longest, text != NULL ? g_utf8_strlen (text, -1) : 0);
    }
  for (guint i = 0; i < n_rows && left > 0; i++)
    {
      const char *text = get_text (rows, i, stride, offset);

      if (text == NULL || (longest > 0 && g_utf8_strlen (text, -1) < longest - NEARLY_LONGEST))
        continue;
      width = MAX (width, ks_chart_context_measure (self, text, style));
      left--;
    }
  return width;
}

/**
 * ks_chart_context_show:
 * @self: a context
 * @cr: where to paint, with the text's colour as its source
 * @text: one line
 * @style: its style
 * @align: which end of the text stands at @x
 * @x: position
 * @middle: the middle of its figures
 * @width: the text is ellipsised to it; negative: never
 *
 * Returns: how wide the shown text is
 */
double
ks_chart_context_show (const KsChartContext *self, cairo_t *cr, const char *text,
                       KsTextStyle style, KsAlign align, double x, double middle, double width)
{
  const Line *line = find_line (self, text, style, -1);
  double left = x;

  if (width >= 0 && line->width > width)
    line = find_line (self, text, style, width);
  if (align != KS_ALIGN_LEFT)
    left -= align == KS_ALIGN_CENTRE ? line->width / 2 : line->width;
  middle += KS_HALF_FIGURE * self->em * style.scale;
  cairo_move_to (cr, self->paper ? left : round (left), self->paper ? middle : round (middle));
  pango_cairo_show_layout_line (cr, line->line);
  return line->width;
}

/* The last space before which stands no more than fits; NULL: the first word is too long. */
static const char *
find_fitting_break (const KsChartContext *self, const char *text, double width)
{
  const char *last = NULL;

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *first = g_strndup (text, space - text);

      if (ks_chart_context_measure (self, first, KS_TEXT_CAPTION_BOLD) > width)
        break;
      last = space;
    }
  return last;
}

/* The first space before which stands no less than behind it, else the last; NULL: one word. */
static const char *
find_break (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  const char *last = NULL;

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      glong before = g_utf8_pointer_to_offset (text, space);

      last = space;
      if (before >= length - before - 1)
        break;
    }
  return last;
}

/**
 * ks_chart_context_measure_heading:
 * @self: a context
 * @text: the heading of a column
 *
 * Returns: its width on up to two lines
 */
double
ks_chart_context_measure_heading (const KsChartContext *self, const char *text)
{
  const char *space = find_break (text);
  g_autofree char *first = NULL;

  if (space == NULL)
    return ks_chart_context_measure (self, text, KS_TEXT_CAPTION_BOLD);
  first = g_strndup (text, space - text);
  return MAX (ks_chart_context_measure (self, first, KS_TEXT_CAPTION_BOLD),
              ks_chart_context_measure (self, space + 1, KS_TEXT_CAPTION_BOLD));
}

/**
 * ks_chart_context_show_heading:
 * @self: a context
 * @cr: where to paint
 * @text: the heading of a column, shown on up to two lines
 * @align: which end stands at @x
 * @x: position
 * @middle: the middle of the lower line
 * @width: it stands on one line if that is as short, and both are ellipsised to it; negative:
 *   never
 */
void
ks_chart_context_show_heading (const KsChartContext *self, cairo_t *cr, const char *text,
                               KsAlign align, double x, double middle, double width)
{
  const char *space = find_break (text);
  double line = KS_HEADING_LINE * self->em * KS_TEXT_CAPTION_BOLD.scale;
  g_autofree char *first = NULL;

  if (space == NULL
      || (width >= 0 && ks_chart_context_measure (self, text, KS_TEXT_CAPTION_BOLD) <= width))
    {
      ks_chart_context_show (self, cr, text, KS_TEXT_CAPTION_BOLD, align, x, middle, width);
      return;
    }
  if (width >= 0 && ks_chart_context_measure_heading (self, text) > width)
    {
      /* As much as there is room for, and a cut only at the end. */
      const char *fitting = find_fitting_break (self, text, width);

      space = fitting != NULL ? fitting : space;
    }
  first = g_strndup (text, space - text);
  ks_chart_context_show (self, cr, first, KS_TEXT_CAPTION_BOLD, align, x, middle - line, width);
  ks_chart_context_show (self, cr, space + 1, KS_TEXT_CAPTION_BOLD, align, x, middle, width);
}

/**
 * ks_chart_context_hatch:
 * @self: a context
 * @cr: where to paint
 * @rect: the place
 * @colour: of the lines
 *
 * Fills @rect with lines at 45°, which say "no level" or "too much" in grey too.
 */
void
ks_chart_context_hatch (const KsChartContext *self, cairo_t *cr, const cairo_rectangle_t *rect,
                        const KsColour *colour)
{
  double step = 5 * G_SQRT2 * self->unit;

  if (rect->width <= 0 || rect->height <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  for (double x = rect->x - rect->height; x < rect->x + rect->width; x += step)
    {
      cairo_move_to (cr, x, rect->y + rect->height);
      cairo_line_to (cr, x + rect->height, rect->y);
    }
  ks_colour_set (colour, cr);
  cairo_set_line_width (cr, 1.6 * self->unit);
  cairo_stroke (cr);
  cairo_restore (cr);
}
