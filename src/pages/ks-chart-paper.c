/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-paper.h"

#include "ks-paper.h"

/* Charts for other papers and for files: each on a page with what it is of, what it rests on and what
 * it leaves out. Its texts are Vietnamese data. */

#define KEYWORDS "khaosat:layout=charts;v=1"
#define MARGIN 15.0
#define TITLE_PITCH 6.4
#define TEXT_PITCH 4.8
#define GAP 3.0
#define LEAST_SCALE 0.35 /* of a chart that is higher than its page */

typedef struct {
  char          *title;
  char          *subtitle;
  char          *foot;
  KsFolioPainter paint;
  gpointer       chart;
} Part;

typedef struct {
  char          *campaign;
  char          *notice;
  gboolean       simulated;
  double         width;
  double         height;
  GArray        *parts;   /* of Part */
  GDestroyNotify destroy;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *self = data;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      g_free (part->title);
      g_free (part->subtitle);
      g_free (part->foot);
      if (self->destroy != NULL)
        self->destroy (part->chart);
    }
  g_array_unref (self->parts);
  g_free (self->campaign);
  g_free (self->notice);
  g_free (self);
}

/* Between the margins. */
static double
get_room (const Layout *self)
{
  return self->width - 2 * MARGIN;
}

static guint
count_lines (const Layout *self, const KsStyle *style, const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (style, text, 0, get_room (self));

  return *text != '\0' ? g_strv_length (lines) : 0;
}

static double
add_lines (KsFolio *page, const Layout *self, const KsStyle *style, double y, double pitch,
           const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (style, text, 0, get_room (self));

  for (guint i = 0; *text != '\0' && lines[i] != NULL; i++, y += pitch)
    ks_folio_add_text (page, style, KS_INK_BLACK, KS_ALIGN_LEFT, MARGIN, y + pitch * 0.75, lines[i]);
  return y;
}

static double
measure_head (const Layout *self, const Part *part)
{
  const KsStyle bold = KS_SERIF_BOLD (14);
  const KsStyle small = KS_SERIF (10.5);
  guint n_small = count_lines (self, &small, self->campaign)
                  + count_lines (self, &small, part->subtitle)
                  + (self->notice != NULL);

  return TITLE_PITCH * count_lines (self, &bold, part->title) + TEXT_PITCH * n_small + GAP;
}

static double
measure_foot (const Layout *self, const Part *part)
{
  const KsStyle italic = KS_SERIF_ITALIC (10.5);

  return GAP + TEXT_PITCH * count_lines (self, &italic, part->foot);
}

static double
measure_chart (const Layout *self, const Part *part)
{
  return part->paint (NULL, get_room (self) * KS_POINTS_PER_MM, 0, part->chart) / KS_POINTS_PER_MM;
}

static double
measure_part (const Layout *self, const Part *part)
{
  return 2 * MARGIN + measure_head (self, part) + measure_chart (self, part)
         + measure_foot (self, part);
}

/* Behind everything else, and no larger than the page. */
static void
add_watermark (KsFolio *page, const Layout *self)
{
  const KsFrame frame = { 0, 0, MIN (1, self->height / KS_A4_HEIGHT), FALSE };
  gboolean flat = self->width > KS_A4_WIDTH;

  ks_folio_set_frame (page, &frame);
  ks_folio_add_watermark (page, self->width / 2 / frame.scale, self->height / 2 / frame.scale,
                          flat ? KS_WATERMARK_FLAT : KS_WATERMARK_UPRIGHT, KS_SIMULATED);
  ks_folio_set_frame (page, NULL);
  ks_paper_add_simulated (page, flat ? &ks_paper_flat : NULL, FALSE);
}

static double
add_head (KsFolio *page, const Layout *self, const Part *part)
{
  const KsStyle bold = KS_SERIF_BOLD (14);
  const KsStyle small = KS_SERIF (10.5);
  const KsStyle notice = KS_SERIF_BOLD (10.5);
  double y = MARGIN;

  if (self->simulated)
    add_watermark (page, self);
  if (self->notice != NULL)
    y = add_lines (page, self, &notice, y, TEXT_PITCH, self->notice);
  y = add_lines (page, self, &bold, y, TITLE_PITCH, part->title);
  y = add_lines (page, self, &small, y, TEXT_PITCH, part->subtitle);
  return add_lines (page, self, &small, y, TEXT_PITCH, self->campaign) + GAP;
}

/* A chart that is higher than its page is painted whole, smaller. */
static double
paint_scaled (cairo_t *cr, double width, double height, gpointer data)
{
  const Part *part = data;
  double wanted = part->paint (NULL, width, 0, part->chart);
  double scale = MAX (MIN (1, height / wanted), LEAST_SCALE);

  if (cr == NULL)
    return wanted;
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  part->paint (cr, width / scale, part->paint (NULL, width / scale, 0, part->chart), part->chart);
  cairo_restore (cr);
  return wanted;
}

static KsFolio *
lay_out (gconstpointer layout, guint index)
{
  const Layout *self = layout;
  Part *part = &g_array_index (self->parts, Part, index);
  const KsStyle italic = KS_SERIF_ITALIC (10.5);
  KsFolio *page = ks_folio_new ();
  double top = add_head (page, self, part);
  double room = self->height - MARGIN - top - measure_foot (self, part);
  KsRect place = { MARGIN, top, get_room (self), MIN (room, measure_chart (self, part)) };

  ks_folio_add_painting (page, &place, paint_scaled, part);
  add_lines (page, self, &italic, top + place.height + GAP, TEXT_PITCH, part->foot);
  return page;
}

static const KsPagesKind kind = { lay_out, layout_free };

static Layout *
create_layout (const KsChartPaper *paper)
{
  Layout *self = g_new0 (Layout, 1);

  self->campaign = g_strdup (paper->info->title);
  self->notice = g_strdup (paper->notice);
  self->simulated = paper->info->simulated;
  self->destroy = paper->destroy;
  self->width = paper->wide ? KS_A4_HEIGHT : KS_A4_WIDTH;
  self->height = paper->wide ? KS_A4_WIDTH : KS_A4_HEIGHT;
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  for (guint i = 0; i < paper->n_parts; i++)
    {
      const KsChartPaperPart *given = &paper->parts[i];
      Part part = { g_strdup (given->title), g_strdup (given->subtitle), g_strdup (given->foot),
                    given->paint, given->chart };

      g_array_append_val (self->parts, part);
    }
  return self;
}

static double
measure_highest (const Layout *self)
{
  double height = 0;

  for (guint i = 0; i < self->parts->len; i++)
    height = MAX (height, measure_part (self, &g_array_index (self->parts, Part, i)));
  return height;
}

/**
 * ks_chart_paper_new:
 * @paper: what it says; the charts are taken over, even if the pages cannot be made
 * @error: return location for an error
 *
 * Lays out charts, a page each: A4 upright or lying, or as high as the chart and its words ask for.
 *
 * Returns: (transfer full): the pages, or %NULL with %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_chart_paper_new (const KsChartPaper *paper, GError **error)
{
  Layout *layout = create_layout (paper);
  KsPagesFacts facts = { .title = paper->n_parts > 0 ? paper->parts[0].title : "",
                         .author = paper->info->superior_body,
                         .keywords = KEYWORDS,
                         .n_pages = paper->n_parts,
                         .width_mm = layout->width };

  if (!ks_type_check_family (KS_FAMILY_SERIF, error)
      || !ks_type_check_family (KS_FAMILY_SANS, error))
    {
      layout_free (layout);
      return NULL;
    }
  if (paper->fitted)
    layout->height = measure_highest (layout);
  facts.height_mm = layout->height;
  return ks_pages_new (&kind, layout, &facts);
}
