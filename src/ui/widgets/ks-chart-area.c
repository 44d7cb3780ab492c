/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-area.h"

#include <adwaita.h>

#include "ks-chart-mark.h"

struct _KsChartArea
{
  GtkWidget parent_instance;

  const KsChartSource *source;
  gpointer chart;
  GDestroyNotify destroy;
  GPtrArray *marks; /* borrowed KsChartMark, children in the order of the chart */
  guint current;    /* where Tab enters */
};

G_DEFINE_FINAL_TYPE (KsChartArea, ks_chart_area, GTK_TYPE_WIDGET)

enum
{
  MARK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
drop_chart (KsChartArea *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
  self->source = NULL;
  if (self->destroy != NULL)
    self->destroy (self->chart);
  self->destroy = NULL;
  self->chart = NULL;
}

static void
activate_cb (GtkWidget *mark, KsChartArea *self)
{
  guint index;

  if (g_ptr_array_find (self->marks, mark, &index))
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, index);
}

static void
add_mark (KsChartArea *self, guint index)
{
  g_autofree char *sentence = self->source->dup_mark_sentence (self->chart, index);
  GtkWidget *mark = ks_chart_mark_new (sentence);

  g_signal_connect (mark, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  g_ptr_array_add (self->marks, mark);
}

/* How far a mark lies in a direction: rows and columns of a chart are uneven, so a step goes to
 * the nearest row or column first and to the nearest mark in it second. Negative: it does not. */
static double
measure_step (const GdkRectangle *from, const GdkRectangle *to, GtkDirectionType direction)
{
  gboolean vertical = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  double dx = (to->x + to->width / 2.0) - (from->x + from->width / 2.0);
  double dy = (to->y + to->height / 2.0) - (from->y + from->height / 2.0);
  double along = vertical ? dy : dx;
  double across = vertical ? dx : dy;
  double reach = (vertical ? from->height : from->width) / 2.0;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_LEFT)
    along = -along;
  if (along <= 0 || (vertical && along < reach))
    return -1;
  if (!vertical && ABS (across) > from->height / 2.0)
    return -1;
  return vertical ? along * 1000 + ABS (across) : along;
}

/* The mark that an arrow leads to from the current one. (nullable) */
static GtkWidget *
find_next (KsChartArea *self, GtkDirectionType direction)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkWidget *nearest = NULL;
  double least = G_MAXDOUBLE;
  GdkRectangle from, to;

  self->source->get_mark_area (self->chart, self->current, width, height, &from);
  for (guint i = 0; i < self->marks->len; i++)
    {
      double step;

      self->source->get_mark_area (self->chart, i, width, height, &to);
      step = measure_step (&from, &to, direction);
      if (step >= 0 && step < least)
        {
          least = step;
          nearest = g_ptr_array_index (self->marks, i);
        }
    }
  return nearest;
}

static gboolean
ks_chart_area_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KsChartArea *self = KS_CHART_AREA (widget);
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *next;

  if (self->marks->len == 0)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (g_ptr_array_index (self->marks, self->current));
  if (tab)
    return FALSE;
  next = find_next (self, direction);
  return next == NULL || gtk_widget_grab_focus (next);
}

static void
ks_chart_area_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  if (child != NULL)
    g_ptr_array_find (self->marks, child, &self->current);
  GTK_WIDGET_CLASS (ks_chart_area_parent_class)->set_focus_child (widget, child);
}

/* Home and End. */
static gboolean
jump_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  KsChartArea *self = KS_CHART_AREA (widget);
  gboolean last = g_variant_get_boolean (args);

  if (self->marks->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->marks, last ? self->marks->len - 1 : 0));
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
  int size = 0;

  if (self->source != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    size = self->source->measure_height (self->chart, MAX (for_size, 1));
  *minimum = *natural = size;
}

static void
ks_chart_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KsChartArea *self = KS_CHART_AREA (widget);

  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (self->marks, i);
      GdkRectangle area;

      self->source->get_mark_area (self->chart, i, width, height, &area);
      gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (mark, &area, -1);
    }
}

static void
ks_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KsChartArea *self = KS_CHART_AREA (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  if (self->source != NULL && width > 0 && height > 0)
    {
      cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
      self->source->paint (self->chart, cr, width, height, dark);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (ks_chart_area_parent_class)->snapshot (widget, snapshot);
}

static void
ks_chart_area_dispose (GObject *object)
{
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

  object_class->dispose = ks_chart_area_dispose;
  object_class->finalize = ks_chart_area_finalize;
  widget_class->focus = ks_chart_area_focus;
  widget_class->set_focus_child = ks_chart_area_set_focus_child;
  widget_class->get_request_mode = ks_chart_area_get_request_mode;
  widget_class->measure = ks_chart_area_measure;
  widget_class->size_allocate = ks_chart_area_size_allocate;
  widget_class->snapshot = ks_chart_area_snapshot;
  signals[MARK_ACTIVATED]
      = g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, jump_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, jump_cb, "b", TRUE);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ks_chart_area_init (KsChartArea *self)
{
  self->marks = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
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
 * @source: (nullable): how to ask @chart; static. %NULL: nothing to show
 * @chart: (nullable) (transfer full): what to show; it must not change while it is shown
 * @destroy: (nullable): frees @chart
 *
 * Shows another chart. Who stands on a mark stands on the same one of the new chart.
 */
void
ks_chart_area_set_chart (KsChartArea *self,
                         const KsChartSource *source,
                         gpointer chart,
                         GDestroyNotify destroy)
{
  gboolean focused;

  g_return_if_fail (KS_IS_CHART_AREA (self));

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  drop_chart (self);
  self->source = source;
  self->chart = chart;
  self->destroy = destroy;
  for (guint i = 0; source != NULL && i < source->get_n_marks (chart); i++)
    add_mark (self, i);
  self->current = MIN (self->current, MAX (self->marks->len, 1) - 1);
  if (focused && self->marks->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->marks, self->current));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
