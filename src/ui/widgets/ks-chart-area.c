/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-area-private.h"

#include <adwaita.h>
#include <math.h>

#include "ks-view-part.h"

#define PROVISIONAL_WIDTH 600
#define PROVISIONAL_HEIGHT 400

G_DEFINE_FINAL_TYPE (KsChartArea, ks_chart_area, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SQUEEZE = 1,
} KsChartAreaProperty;

static GParamSpec *properties[PROP_SQUEEZE + 1];

enum
{
  MARK_ACTIVATED,
  MARK_FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* For the marks: one was clicked, or Enter was pressed on it. */
void
ks_chart_area_tell_activated (KsChartArea *self, guint index)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, index);
}

static void
drop_chart (KsChartArea *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
  self->n_marks = 0;
  g_clear_object (&self->chart);
}

static const KsPalette *
get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return ks_palette_choose (adw_style_manager_get_dark (style),
                            adw_style_manager_get_high_contrast (style));
}

/* The font of the widget in pixels, whatever the size of text that the person has set. */
static PangoFontDescription *
dup_font (KsChartArea *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font) && dpi > 0)
    pango_font_description_set_absolute_size (font,
                                              pango_font_description_get_size (font) * dpi / 72);
  return font;
}

static void
lay_out (KsChartArea *self, int width, int height)
{
  g_autoptr (PangoFontDescription) font = dup_font (self);

  ks_chart_lay_out (self->chart, width, height, get_palette (), font);
}

static gboolean
move_focus (KsChartArea *self, KsChartMove move)
{
  int next = ks_chart_move (self->chart, (int)self->current, move);

  return next >= 0 && ks_chart_area_focus_mark (self, (guint)next);
}

static gboolean
ks_chart_area_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  if (self->marks->len == 0)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    return ks_chart_area_focus_mark (self, self->current);
  switch (direction)
    {
    case GTK_DIR_UP:
      return move_focus (self, KS_CHART_UP);
    case GTK_DIR_DOWN:
      return move_focus (self, KS_CHART_DOWN);
    case GTK_DIR_LEFT:
      return move_focus (self, KS_CHART_LEFT);
    case GTK_DIR_RIGHT:
      return move_focus (self, KS_CHART_RIGHT);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static void
ks_chart_area_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  KsChartArea *self = KS_CHART_AREA (widget);
  gboolean entered = child != NULL
                     && (ks_chart_area_has_one (self) || g_ptr_array_find (self->marks, child, &self->current));

  GTK_WIDGET_CLASS (ks_chart_area_parent_class)->set_focus_child (widget, child);
  if (entered)
    g_signal_emit (self, signals[MARK_FOCUSED], 0, self->current);
}

/* Home and End. */
static gboolean
jump_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  return self->marks->len > 0 && move_focus (self, (KsChartMove)g_variant_get_int32 (args));
}

static GtkSizeRequestMode
ks_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ks_chart_area_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  *minimum = *natural = 0;
  if (self->chart != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    {
      g_autoptr (PangoFontDescription) font = dup_font (self);
      double height
          = ks_chart_measure_height (self->chart, MAX (for_size, 1), get_palette (), font);

      *natural = (int)ceil (height);
      *minimum = (int)ceil (height * (ks_chart_is_rigid (self->chart) ? 1 : self->squeeze));
    }
}

static gboolean
reveal_cb (gpointer data)
{
  KsChartArea *self = data;

  self->reveal_id = 0;
  if (self->current < self->n_marks)
    ks_chart_area_reveal (self, self->current);
  return G_SOURCE_REMOVE;
}

/* Where names change from beside their cells to above them, all rows move: what somebody has
 * selected and sees, as beside a pane that opens for it, is kept in sight. */
static void
keep_current_seen (KsChartArea *self, int width)
{
  cairo_rectangle_t rect;

  if (width == self->width || self->reveal_id != 0 || self->current >= self->n_marks
      || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return;
  ks_chart_get_mark_rect (self->chart, self->current, &rect);
  if (rect.y >= self->seen_top && rect.y < self->seen_top + self->seen_height)
    self->reveal_id = g_idle_add (reveal_cb, self);
}

static void
ks_chart_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  if (self->chart != NULL)
    {
      keep_current_seen (self, width);
      lay_out (self, width, height);
    }
  self->width = width;
  for (guint i = 0; i < self->marks->len; i++)
    ks_chart_area_place_mark (self, g_ptr_array_index (self->marks, i), ks_chart_area_has_one (self) ? self->current : i);
}

/* Only what is seen: the picture of a chart of thousands of rows would be as high as a house. */
static void
paint_part (KsChartArea *self, GtkSnapshot *snapshot, double top, double height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  g_autoptr (PangoFontDescription) font = dup_font (self);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, (float)floor (top), (float)width, (float)ceil (height) + 1));

  self->seen_top = top;
  self->seen_height = height;
  ks_chart_set_offset (self->chart, top);
  ks_chart_paint (self->chart, cr, width, gtk_widget_get_height (widget), get_palette (), font);
  cairo_destroy (cr);
}

static void
ks_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KsChartArea *self = KS_CHART_AREA (widget);
  double top, height;

  ks_view_get_part (widget, &top, &height);
  if (self->chart != NULL && gtk_widget_get_width (widget) > 0 && height > 0)
    paint_part (self, snapshot, top, height);
  GTK_WIDGET_CLASS (ks_chart_area_parent_class)->snapshot (widget, snapshot);
}

static void
ks_chart_area_map (GtkWidget *widget)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  GTK_WIDGET_CLASS (ks_chart_area_parent_class)->map (widget);
  g_set_object (&self->adjustment, ks_view_find_adjustment (widget));
  if (self->adjustment == NULL)
    return;
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                            self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
}

static void
ks_chart_area_unmap (GtkWidget *widget)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  GTK_WIDGET_CLASS (ks_chart_area_parent_class)->unmap (widget);
}

static void
ks_chart_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsChartArea *self = KS_CHART_AREA (object);

  switch ((KsChartAreaProperty)id)
    {
    case PROP_SQUEEZE:
      g_value_set_double (value, self->squeeze);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_chart_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsChartArea *self = KS_CHART_AREA (object);

  switch ((KsChartAreaProperty)id)
    {
    case PROP_SQUEEZE:
      self->squeeze = g_value_get_double (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_chart_area_dispose (GObject *object)
{
  g_clear_handle_id (&KS_CHART_AREA (object)->reveal_id, g_source_remove);
  drop_chart (KS_CHART_AREA (object));
  G_OBJECT_CLASS (ks_chart_area_parent_class)->dispose (object);
}

static void
ks_chart_area_finalize (GObject *object)
{
  g_ptr_array_unref (KS_CHART_AREA (object)->marks);
  G_OBJECT_CLASS (ks_chart_area_parent_class)->finalize (object);
}

static void
ks_chart_area_class_init (KsChartAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_chart_area_get_property;
  object_class->set_property = ks_chart_area_set_property;
  object_class->dispose = ks_chart_area_dispose;
  object_class->finalize = ks_chart_area_finalize;
  widget_class->focus = ks_chart_area_focus;
  widget_class->set_focus_child = ks_chart_area_set_focus_child;
  widget_class->get_request_mode = ks_chart_area_get_request_mode;
  widget_class->measure = ks_chart_area_measure;
  widget_class->size_allocate = ks_chart_area_size_allocate;
  widget_class->snapshot = ks_chart_area_snapshot;
  widget_class->map = ks_chart_area_map;
  widget_class->unmap = ks_chart_area_unmap;
  widget_class->query_tooltip = ks_chart_area_query_tooltip;
  signals[MARK_ACTIVATED]
      = g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MARK_FOCUSED]
      = g_signal_new ("mark-focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, jump_cb, "i", KS_CHART_FIRST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, jump_cb, "i", KS_CHART_LAST);
  properties[PROP_SQUEEZE] = g_param_spec_double (
      "squeeze", NULL, NULL, 0.1, 1, 1,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ks_chart_area_init (KsChartArea *self)
{
  ks_chart_area_set_up_pointer (self);
  self->marks = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * ks_chart_area_new:
 *
 * Returns: (transfer floating): an empty chart area
 */
GtkWidget *
ks_chart_area_new (void)
{
  return g_object_new (KS_TYPE_CHART_AREA, NULL);
}

/**
 * ks_chart_area_set_chart:
 * @self: a chart area
 * @chart: (nullable): what to show; its figures must not change while it is shown
 *
 * Shows another chart. Who stands on a mark stands on the same one of the new chart.
 */
void
ks_chart_area_set_chart (KsChartArea *self, KsChart *chart)
{
  gboolean focused;

  g_return_if_fail (KS_IS_CHART_AREA (self));
  g_return_if_fail (chart == NULL || KS_IS_CHART (chart));

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  if (chart != NULL)
    g_object_ref (chart);
  /* Of another kind of chart everything is elsewhere: it is read from its beginning. */
  if (chart == NULL || self->chart == NULL || G_OBJECT_TYPE (chart) != G_OBJECT_TYPE (self->chart))
    self->current = 0;
  drop_chart (self);
  self->chart = chart;
  if (chart != NULL)
    /* What the marks are does not hang on the size; only where they lie does. */
    lay_out (self, PROVISIONAL_WIDTH, PROVISIONAL_HEIGHT);
  self->n_marks = chart != NULL ? ks_chart_get_n_marks (chart) : 0;
  self->current = MIN (self->current, MAX (self->n_marks, 1) - 1);
  if (ks_chart_area_has_one (self))
    ks_chart_area_add_mark (self, self->current);
  for (guint i = 0; i < self->n_marks && !ks_chart_area_has_one (self); i++)
    ks_chart_area_add_mark (self, i);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), ks_chart_area_has_one (self));
  if (focused && self->n_marks > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->marks, ks_chart_area_has_one (self) ? 0 : self->current));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
