/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-points-bar.h"

#include "ks-i18n.h"
#include "ks-number.h"

#define FULL_SCALE 100.0
#define MINIMUM_WIDTH 120
#define HEIGHT 18
#define LABEL_PADDING 1
#define MAX_CRITERIA 24
#define N_COLORS 6

struct _KsPointsBar
{
  GtkWidget parent_instance;
  double points[MAX_CRITERIA];
  guint n_criteria;
  double full; /* points that fill the bar */
};

G_DEFINE_FINAL_TYPE (KsPointsBar, ks_points_bar, GTK_TYPE_WIDGET)

/* The same in a light and a dark window: neighbours differ by 12 or more in lightness, the usual
 * four by 20, so that a grey copy tells them apart; labels reach a contrast of 4,6. */
static const GdkRGBA segment_colors[N_COLORS] = {
  { 0.102f, 0.373f, 0.706f, 1 }, { 0.965f, 0.773f, 0.267f, 1 }, { 0.200f, 0.639f, 0.604f, 1 },
  { 0.380f, 0.208f, 0.514f, 1 }, { 0.612f, 0.420f, 0.263f, 1 }, { 0.753f, 0.749f, 0.737f, 1 },
};
static const GdkRGBA label_colors[N_COLORS] = {
  { 1, 1, 1, 1 }, { 0, 0, 0, 1 }, { 0, 0, 0, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 0, 0, 0, 1 },
};

/* The four usual criteria have colours of their own; all others take two in turn. */
static guint
find_color (guint criterion)
{
  /* In the order of the usual scale: agreement, the third, has no points there. */
  static const guint usual[] = { 0, 1, 4, 2, 3 };

  return criterion < G_N_ELEMENTS (usual) ? usual[criterion] : 4 + criterion % 2;
}

static void
append_label (KsPointsBar *self, GtkSnapshot *snapshot, guint criterion, double x, double width)
{
  g_autofree char *text = ks_format_short (self->points[criterion], 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int text_width;
  int text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width + 2 * LABEL_PADDING > width)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float)floor (x + (width - text_width) / 2),
                            (float)(gtk_widget_get_height (GTK_WIDGET (self)) - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &label_colors[find_color (criterion)]);
  gtk_snapshot_restore (snapshot);
}

static void
ks_points_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KsPointsBar *self = KS_POINTS_BAR (widget);
  double scale = gtk_widget_get_width (widget) / self->full;
  double start = 0;

  for (guint i = 0; i < self->n_criteria; i++)
    {
      double x = floor (start * scale + 0.5);
      double end = floor ((start + self->points[i]) * scale + 0.5);
      double width = end - x - 1;

      start += self->points[i];
      if (width <= 0)
        continue;
      gtk_snapshot_append_color (
          snapshot, &segment_colors[find_color (i)],
          &GRAPHENE_RECT_INIT ((float)x, 0, (float)width, (float)gtk_widget_get_height (widget)));
      append_label (self, snapshot, i, x, width);
    }
}

static void
ks_points_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = KS_POINTS_BAR_WIDTH;
    }
  else
    *minimum = *natural = HEIGHT;
}

static void
ks_points_bar_class_init (KsPointsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ks_points_bar_snapshot;
  widget_class->measure = ks_points_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "pointsbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ks_points_bar_init (KsPointsBar *self)
{
}

/**
 * ks_points_bar_set_points:
 * @self: a bar
 * @criteria: (element-type KsCriterion): what the points are earned by; their names are read out
 * @points: (array): points of each criterion
 *
 * Shows the points of a unit. While a scale is made its criteria may give more than 100 in all: the
 * bars of all units then shrink alike.
 */
void
ks_points_bar_set_points (KsPointsBar *self, GPtrArray *criteria, const double *points)
{
  g_autoptr (GString) label = g_string_new (NULL);
  double most = 0;

  g_return_if_fail (KS_IS_POINTS_BAR (self));

  self->n_criteria = MIN (criteria->len, MAX_CRITERIA);
  for (guint i = 0; i < self->n_criteria; i++)
    {
      const KsCriterion *criterion = criteria->pdata[i];
      g_autofree char *text = ks_format_short (points[i], 1);

      self->points[i] = points[i];
      most += criterion->points;
      if (criterion->points <= 0)
        continue;
      if (label->len > 0)
        g_string_append (label, "; ");
      /* Translators: a criterion and the points earned by it. */
      g_string_append_printf (label, _ ("%s: %s"), criterion->name, text);
    }
  self->full = MAX (most, FULL_SCALE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label->str);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ks_points_bar_get_color:
 * @criterion: index of a criterion
 *
 * Returns: (transfer none): the colour of the criterion's segment, for the legend beside the bars
 */
const GdkRGBA *
ks_points_bar_get_color (guint criterion)
{
  return &segment_colors[find_color (criterion)];
}
