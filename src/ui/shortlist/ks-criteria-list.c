/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-criteria-list.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-points-bar.h"

#define SWATCH_SIZE 14
#define SWATCH_RADIUS 3

struct _KsCriteriaList
{
  GtkBox parent_instance;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (KsCriteriaList, ks_criteria_list, GTK_TYPE_BOX)

static void
draw_swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer criterion)
{
  GskRoundedRect rounded;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, SWATCH_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, ks_points_bar_get_color (GPOINTER_TO_UINT (criterion)),
                             &bounds);
  gtk_snapshot_pop (snapshot);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
}

static GtkWidget *
new_swatch (guint criterion)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch_cb,
                                  GUINT_TO_POINTER (criterion), NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  return swatch;
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_title_line (const char *name, double points, GtkWidget *swatch)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = new_text (name, swatch != NULL ? "heading" : "secondary");
  g_autofree char *text = ks_format_decimal (points, points == floor (points) ? 0 : 1);
  GtkWidget *figure = new_text (text, "heading");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  if (swatch != NULL)
    gtk_box_append (GTK_BOX (line), swatch);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), figure);
  return line;
}

static GtkWidget *
new_level (const KsCriterion *criterion)
{
  GtkWidget *level = gtk_level_bar_new_for_interval (0, 100);
  g_autofree char *points = ks_format_decimal (criterion->points, 0);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (level), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (level), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (level), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (level), criterion->points);
  gtk_accessible_update_property (GTK_ACCESSIBLE (level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  criterion->name, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, points, -1);
  return level;
}

static void
add_row (KsCriteriaList *self, GtkWidget *content)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (content, "criterion");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_criterion (KsCriteriaList *self, const KsCriterion *criterion, guint index)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *anchors = ks_criterion_dup_anchors (criterion);

  gtk_box_append (GTK_BOX (content),
                  new_title_line (criterion->name, criterion->points, new_swatch (index)));
  gtk_box_append (GTK_BOX (content), new_level (criterion));
  gtk_box_append (GTK_BOX (content), new_text (anchors, "anchors"));
  add_row (self, content);
}

static void
ks_criteria_list_class_init (KsCriteriaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-criteria-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KsCriteriaList, list);
}

static void
ks_criteria_list_init (KsCriteriaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_criteria_list_set_criteria:
 * @self: a list
 * @criteria: (element-type KsCriterion): what points are earned by
 *
 * Shows the criteria, and below them that answers earn no points.
 */
void
ks_criteria_list_set_criteria (KsCriteriaList *self, GPtrArray *criteria)
{
  GtkWidget *row;

  g_return_if_fail (KS_IS_CRITERIA_LIST (self));

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < criteria->len; i++)
    if (((const KsCriterion *)criteria->pdata[i])->points > 0)
      add_criterion (self, criteria->pdata[i], i);
  add_row (self, new_title_line (_ ("What the answers say"), 0, NULL));
}
