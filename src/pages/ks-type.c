/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-type.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-pages-error.h"

/* Most texts of a campaign's sheets are the same on all of them. */
#define CACHE_SIZE 2000

/* A style and a text, and what they look like. */
typedef struct {
  KsStyle   style;
  char     *text;
  GSList   *runs;  /* of PangoGlyphItem, from left to right */
  KsMeasure measure;
} Line;

struct _KsType {
  PangoContext *ours;   /* our families; NULL until a line is set */
  PangoContext *all;    /* all fonts of the machine; NULL until a line needs them */
  GHashTable   *lines;  /* of Line, by style and text */
};

static void
free_run (gpointer run)
{
  pango_glyph_item_free (run);
}

static void
free_line (gpointer data)
{
  Line *line = data;

  g_slist_free_full (line->runs, free_run);
  g_free (line->text);
  g_free (line);
}

static guint
hash_line (gconstpointer data)
{
  const Line *line = data;

  return g_str_hash (line->text) ^ (guint) (line->style.size * 100);
}

static gboolean
equal_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = a;
  const Line *right = b;

  return left->style.family == right->style.family && !left->style.bold == !right->style.bold
         && !left->style.italic == !right->style.italic
         && (int) (left->style.size * 100) == (int) (right->style.size * 100)
         && (int) left->style.track == (int) right->style.track
         && g_str_equal (left->text, right->text);
}

/* config: NULL for all fonts of the machine. */
static PangoContext *
create_context (FcConfig *config)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  if (config != NULL && PANGO_IS_FC_FONT_MAP (map))
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  /* A point of type is a unit of the page. */
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  return context;
}

static void
free_type (gpointer data)
{
  KsType *self = data;

  g_hash_table_unref (self->lines);
  g_clear_object (&self->ours);
  g_clear_object (&self->all);
  g_free (self);
}

/**
 * ks_type_get:
 *
 * Pango's fonts belong to one thread, so every thread has a set of its own.
 *
 * Returns: (transfer none): the fonts of the calling thread
 */
KsType *
ks_type_get (void)
{
  static GPrivate of_thread = G_PRIVATE_INIT (free_type);
  KsType *self = g_private_get (&of_thread);

  if (self == NULL)
    {
      self = g_new0 (KsType, 1);
      self->lines = g_hash_table_new_full (hash_line, equal_lines, free_line, NULL);
      g_private_set (&of_thread, self);
    }
  return self;
}

/**
 * ks_type_get_cap_height:
 * @family: a family
 *
 * Returns: the height of its capitals, in em
 */
double
ks_type_get_cap_height (KsFamily family)
{
  return ks_fonts_get_family (family)->cap_height;
}

static PangoContext *
get_ours (KsType *self)
{
  if (self->ours == NULL)
    self->ours = create_context (ks_fonts_get_config ());
  return self->ours;
}

static PangoContext *
get_all (KsType *self)
{
  if (self->all == NULL)
    self->all = create_context (NULL);
  return self->all;
}

static gboolean
is_of_family (PangoFont *font, const KsFontFamily *family)
{
  g_autoptr (PangoFontDescription) found = pango_font_describe (font);

  return g_ascii_strcasecmp (pango_font_description_get_family (found), family->name) == 0;
}

/* The Liberation fonts had no Vietnamese letters before their second edition, which Debian 12 packs
 * apart from the first. */
static gboolean
has_letters (PangoFont *font)
{
  return pango_font_has_char (font, 0x1EEE) && pango_font_has_char (font, 0x1EB7);
}

/**
 * ks_type_check_family:
 * @family: a family that a layout needs
 * @error: return location for an error
 *
 * Fontconfig always finds some font; a sheet set in another one would look wrong and break its
 * lines elsewhere. So what was found is asked for its name and its letters.
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_FONT if the family is not installed
 */
gboolean
ks_type_check_family (KsFamily family, GError **error)
{
  const KsFontFamily *wanted = ks_fonts_get_family (family);
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();
  g_autoptr (PangoFont) font = NULL;

  pango_font_description_set_family (description, wanted->name);
  pango_font_description_set_absolute_size (description, 12 * PANGO_SCALE);
  font = pango_context_load_font (get_ours (ks_type_get ()), description);
  if (font != NULL && is_of_family (font, wanted) && has_letters (font))
    return TRUE;
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_FONT,
               _("The pages need the font “%s” with its Vietnamese letters, which is not installed "
                 "here. Install it (package %s) and start the program again."),
               wanted->name, wanted->package);
  return FALSE;
}

static PangoAttrList *
describe_style (const KsStyle *style)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, ks_fonts_get_family (style->family)->name);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font,
                                    style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  return attributes;
}

/* Letters stand apart by the track; nothing follows the last one. */
static void
track_glyphs (PangoGlyphString *glyphs, int track, gboolean last)
{
  int end = glyphs->num_glyphs - (last ? 1 : 0);

  for (int i = 0; i < end; i++)
    if (glyphs->glyphs[i].geometry.width > 0)
      glyphs->glyphs[i].geometry.width += track;
}

/* Joins the extents of a run that starts at pen (in Pango units). */
static void
measure_run (PangoGlyphItem *run, int pen, KsMeasure *measure)
{
  const double scale = KS_MM_PER_POINT / PANGO_SCALE;
  PangoRectangle ink;

  pango_glyph_string_extents (run->glyphs, run->item->analysis.font, &ink, NULL);
  if (pen == 0)
    measure->ink_left = ink.x * scale;
  measure->ink_rise = MAX (measure->ink_rise, -ink.y * scale);
  measure->ink_fall = MAX (measure->ink_fall, (ink.y + ink.height) * scale);
}

static Line *
shape_line (PangoContext *context, const KsStyle *style, const char *text)
{
  g_autoptr (PangoAttrList) attributes = describe_style (style);
  Line *line = g_new0 (Line, 1);
  int track = (int) (style->track * style->size * PANGO_SCALE / 1000);
  int pen = 0;
  GList *items;

  line->style = *style;
  line->text = g_strdup (text);
  items = pango_itemize (context, line->text, 0, (int) strlen (text), attributes, NULL);
  for (GList *at = items; at != NULL; at = at->next)
    {
      PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

      run->item = at->data;
      run->glyphs = pango_glyph_string_new ();
      pango_shape_with_flags (line->text + run->item->offset, run->item->length, line->text, -1,
                              &run->item->analysis, run->glyphs, PANGO_SHAPE_NONE);
      track_glyphs (run->glyphs, track, at->next == NULL);
      measure_run (run, pen, &line->measure);
      pen += pango_glyph_string_get_width (run->glyphs);
      line->runs = g_slist_prepend (line->runs, run);
    }
  g_list_free (items);
  line->runs = g_slist_reverse (line->runs);
  line->measure.width = pen * KS_MM_PER_POINT / PANGO_SCALE;
  return line;
}

static gboolean
has_unknown (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if ((glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      return TRUE;
  return FALSE;
}

/* Whether the family has all characters of the line. */
static gboolean
is_whole (const Line *line)
{
  const KsFontFamily *family = ks_fonts_get_family (line->style.family);

  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      const PangoGlyphItem *run = at->data;

      if (!is_of_family (run->item->analysis.font, family) || has_unknown (run->glyphs))
        return FALSE;
    }
  return TRUE;
}

/* What the family lacks is taken from the font that the machine has for it. */
static Line *
set_line (KsType *self, const KsStyle *style, const char *text)
{
  Line *line = shape_line (get_ours (self), style, text);

  if (ks_fonts_get_config () == NULL || is_whole (line))
    return line;
  free_line (line);
  return shape_line (get_all (self), style, text);
}

static const Line *
find_line (KsType *self, const KsStyle *style, const char *text)
{
  Line key = { .style = *style, .text = (char *) text };
  Line *line = g_hash_table_lookup (self->lines, &key);

  if (line != NULL)
    return line;
  if (g_hash_table_size (self->lines) >= CACHE_SIZE)
    g_hash_table_remove_all (self->lines);
  line = set_line (self, style, text);
  g_hash_table_add (self->lines, line);
  return line;
}

/**
 * ks_type_measure:
 * @self: the fonts of this thread
 * @style: how the text is set
 * @text: one line of UTF-8
 * @measure: (out caller-allocates): its advance and its ink
 */
void
ks_type_measure (KsType *self, const KsStyle *style, const char *text, KsMeasure *measure)
{
  *measure = find_line (self, style, text)->measure;
}

/**
 * ks_type_get_width:
 * @self: the fonts of this thread
 * @style: how the text is set
 * @text: one line of UTF-8
 *
 * Returns: its advance width, in mm
 */
double
ks_type_get_width (KsType *self, const KsStyle *style, const char *text)
{
  return find_line (self, style, text)->measure.width;
}

/**
 * ks_type_measure_fall:
 * @self: the fonts of this thread
 * @style: how the text is set
 * @text: one line of UTF-8
 * @reach: how much of the line counts, from its left end, in mm
 *
 * Returns: how far the letters within reach fall below the baseline, in mm: what a line under them
 *   must keep clear of
 */
double
ks_type_measure_fall (KsType *self, const KsStyle *style, const char *text, double reach)
{
  const double scale = KS_MM_PER_POINT / PANGO_SCALE;
  const Line *line = find_line (self, style, text);
  double pen = 0;
  double fall = 0;

  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      const PangoGlyphItem *run = at->data;

      for (int i = 0; i < run->glyphs->num_glyphs && pen < reach; i++)
        {
          const PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
          PangoRectangle ink;

          pango_font_get_glyph_extents (run->item->analysis.font, glyph->glyph, &ink, NULL);
          fall = MAX (fall, (ink.y + ink.height + glyph->geometry.y_offset) * scale);
          pen += glyph->geometry.width * scale;
        }
    }
  return fall;
}

/* A copy of the run whose blanks are wider by stretch (Pango units). */
static PangoGlyphItem *
stretch_run (const PangoGlyphItem *run, const char *text, int stretch)
{
  PangoGlyphItem *copy = pango_glyph_item_copy ((PangoGlyphItem *) run);

  for (int i = 0; i < copy->glyphs->num_glyphs; i++)
    if (text[run->item->offset + run->glyphs->log_clusters[i]] == ' ')
      copy->glyphs->glyphs[i].geometry.width += stretch;
  return copy;
}

/**
 * ks_type_show:
 * @self: the fonts of this thread
 * @cr: a context with a current point, whose unit is a point of type
 * @style: how the text is set
 * @text: one line of UTF-8
 * @stretch: how much wider every blank is set, in mm: justified lines
 *
 * Paints @text as text: it can be selected and searched in a PDF.
 */
void
ks_type_show (KsType *self, cairo_t *cr, const KsStyle *style, const char *text, double stretch)
{
  const Line *line = find_line (self, style, text);
  int wider = (int) (stretch * KS_POINTS_PER_MM * PANGO_SCALE);

  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      PangoGlyphItem *run = wider != 0 ? stretch_run (at->data, line->text, wider) : at->data;
      int advance = pango_glyph_string_get_width (run->glyphs);

      cairo_save (cr);
      pango_cairo_show_glyph_item (cr, line->text, run);
      cairo_restore (cr);
      cairo_rel_move_to (cr, (double) advance / PANGO_SCALE, 0);
      if (run != at->data)
        pango_glyph_item_free (run);
    }
}

/**
 * ks_type_outline:
 * @self: the fonts of this thread
 * @cr: a context with a current point, whose unit is a point of type
 * @style: how the text is set
 * @text: one line of UTF-8
 *
 * Adds the shapes of @text to the path: for words that must not be found as text.
 */
void
ks_type_outline (KsType *self, cairo_t *cr, const KsStyle *style, const char *text)
{
  const Line *line = find_line (self, style, text);
  double x;
  double y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      PangoGlyphItem *run = at->data;

      cairo_move_to (cr, x, y);
      pango_cairo_glyph_string_path (cr, run->item->analysis.font, run->glyphs);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

/**
 * ks_type_fit:
 * @self: the fonts of this thread
 * @style: how the text is set, but for its size
 * @text: one line of UTF-8
 * @width: what it must not exceed, in mm
 * @sizes: (array length=n_sizes): sizes to try, the best first
 * @n_sizes: how many
 *
 * Returns: the first of @sizes at which @text is at most @width wide, or 0
 */
double
ks_type_fit (KsType *self, const KsStyle *style, const char *text, double width,
             const double *sizes, guint n_sizes)
{
  for (guint i = 0; i < n_sizes; i++)
    {
      KsStyle smaller = *style;

      smaller.size = sizes[i];
      if (ks_type_get_width (self, &smaller, text) <= width)
        return sizes[i];
    }
  return 0;
}
