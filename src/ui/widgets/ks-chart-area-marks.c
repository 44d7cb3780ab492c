/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-area-private.h"

#include <math.h>

#include "ks-chart-mark.h"
#include "ks-view-part.h"

/* Of more marks only the current one is a widget. */
#define MOST_MARKS 500

/* For the area: whether there are too many marks for a widget each, or a heading that may cover
 * them; then the one that moves is the current. */
gboolean
ks_chart_area_has_one (KsChartArea *self)
{
  return self->n_marks > MOST_MARKS
         || (self->n_marks > 0 && ks_chart_get_heading_height (self->chart) > 0);
}

static void
activate_cb (GtkWidget *mark, KsChartArea *self)
{
  guint index = self->current;

  if (ks_chart_area_has_one (self) || g_ptr_array_find (self->marks, mark, &index))
    ks_chart_area_tell_activated (self, index);
}

GtkWidget *
ks_chart_area_add_mark (KsChartArea *self, guint index)
{
  g_autofree char *sentence = ks_chart_dup_mark_sentence (self->chart, index);
  GtkWidget *mark = ks_chart_mark_new (sentence);

  g_signal_connect (mark, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  g_ptr_array_add (self->marks, mark);
  return mark;
}

void
ks_chart_area_place_mark (KsChartArea *self, GtkWidget *mark, guint index)
{
  cairo_rectangle_t rect;

  ks_chart_get_mark_rect (self->chart, index, &rect);
  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (mark,
                            &(GtkAllocation){ (int)floor (rect.x), (int)floor (rect.y),
                                              (int)ceil (rect.width), (int)ceil (rect.height) },
                            -1);
}

/* Another mark becomes the widget. It has its place before it has the focus, which the view
 * follows. The one before goes last: somebody always has the focus. */
static gboolean
focus_another (KsChartArea *self, guint index)
{
  GtkWidget *before = g_ptr_array_steal_index (self->marks, 0);
  GtkWidget *mark;
  gboolean focused;

  self->current = index;
  mark = ks_chart_area_add_mark (self, index);
  ks_chart_area_place_mark (self, mark, index);
  focused = gtk_widget_grab_focus (mark);
  gtk_widget_unparent (before);
  return focused;
}

/* A heading that stays in sight may cover what the view has scrolled to. */
void
ks_chart_area_reveal (KsChartArea *self, guint index)
{
  cairo_rectangle_t rect;

  ks_chart_get_mark_rect (self->chart, index, &rect);
  ks_view_reveal (GTK_WIDGET (self), rect.y, rect.height,
                  ks_chart_get_heading_height (self->chart));
}

gboolean
ks_chart_area_focus_mark (KsChartArea *self, guint index)
{
  gboolean focused;

  if (ks_chart_area_has_one (self) && index != self->current)
    focused = focus_another (self, index);
  else
    focused = gtk_widget_grab_focus (g_ptr_array_index (self->marks, ks_chart_area_has_one (self) ? 0 : index));
  if (ks_chart_area_has_one (self))
    gtk_widget_add_css_class (g_ptr_array_index (self->marks, 0), "selected");
  ks_chart_area_reveal (self, index);
  return focused;
}

/* What a mark that is no widget says. */
gboolean
ks_chart_area_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  KsChartArea *self = KS_CHART_AREA (widget);
  int hit = ks_chart_area_has_one (self) && !keyboard ? ks_chart_hit (self->chart, x, y) : -1;
  g_autofree char *sentence = NULL;
  cairo_rectangle_t rect;

  if (hit < 0)
    return FALSE;
  sentence = ks_chart_dup_mark_sentence (self->chart, (guint)hit);
  ks_chart_get_mark_rect (self->chart, (guint)hit, &rect);
  gtk_tooltip_set_text (tooltip, sentence);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int)rect.x, (int)rect.y, (int)rect.width,
                                                      (int)rect.height });
  return TRUE;
}

/* The mark that is a widget answers for itself. */
static void
press_cb (GtkGestureClick *gesture, int n_press, double x, double y, KsChartArea *self)
{
  self->pressed = ks_chart_area_has_one (self) ? ks_chart_hit (self->chart, x, y) : -1;
  if (self->pressed == (int)self->current)
    self->pressed = -1;
  if (self->pressed >= 0)
    ks_chart_area_focus_mark (self, (guint)self->pressed);
}

static void
release_cb (GtkGestureClick *gesture, int n_press, double x, double y, KsChartArea *self)
{
  if (self->pressed >= 0 && ks_chart_hit (self->chart, x, y) == self->pressed)
    ks_chart_area_tell_activated (self, (guint)self->pressed);
  self->pressed = -1;
}

/* The one that stands in the chart where others have no widget. */
static GtkWidget *
bring_mark (KsChartArea *self, guint index)
{
  if (!ks_chart_area_has_one (self))
    return g_ptr_array_index (self->marks, index);
  if (index != self->current)
    {
      gtk_widget_unparent (g_ptr_array_steal_index (self->marks, 0));
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      ks_chart_area_add_mark (self, index);
    }
  return g_ptr_array_index (self->marks, 0);
}

/**
 * ks_chart_area_pick:
 * @self: a chart area
 * @mark: a mark of its chart; −1: none
 *
 * Frames the mark that is looked at beside the chart; Tab enters there.
 */
void
ks_chart_area_pick (KsChartArea *self, int mark)
{
  GtkWidget *picked;

  g_return_if_fail (KS_IS_CHART_AREA (self));

  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_remove_css_class (g_ptr_array_index (self->marks, i), "selected");
  if (mark < 0 || (guint)mark >= self->n_marks)
    return;
  picked = bring_mark (self, (guint)mark);
  self->current = (guint)mark;
  gtk_widget_add_css_class (picked, "selected");
}

/* For the area: the pointer over marks that are no widgets. */
void
ks_chart_area_set_up_pointer (KsChartArea *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (press_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (release_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->pressed = -1;
}
