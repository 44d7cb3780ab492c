/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-layer.h"

#include <math.h>

#include "ks-chart-mark.h"
#include "ks-document-layout.h"
#include "ks-figure-account.h"
#include "ks-figure-meaning.h"
#include "ks-i18n.h"

/* So much a mark stands out over its digits, in mm. */
#define MARGIN 0.6

struct _KsFigureLayer
{
  GtkWidget parent_instance;
  KsRegistry *registry;
  KsForm *form;
  KsPages *pages;   /* the figures belong to them */
  GArray *rects;    /* of KsFigureRect */
  GPtrArray *marks; /* in the order of reading, as the rects */
  guint current;    /* where Tab enters */
  GtkWidget *account;
};

G_DEFINE_FINAL_TYPE (KsFigureLayer, ks_figure_layer, GTK_TYPE_WIDGET)

static const KsFigureRect *
get_rect (KsFigureLayer *self, guint index)
{
  return &g_array_index (self->rects, KsFigureRect, index);
}

static void
place (KsFigureLayer *self, guint index, GdkRectangle *area)
{
  const KsRect *rect = &get_rect (self, index)->rect;
  double width_mm, height_mm, x, y;

  ks_pages_get_size (self->pages, &width_mm, &height_mm);
  x = gtk_widget_get_width (GTK_WIDGET (self)) / width_mm;
  y = gtk_widget_get_height (GTK_WIDGET (self)) / height_mm;
  *area = (GdkRectangle){ (int)floor ((rect->x - MARGIN) * x), (int)floor ((rect->y - MARGIN) * y),
                          (int)ceil ((rect->width + 2 * MARGIN) * x),
                          (int)ceil ((rect->height + 2 * MARGIN) * y) };
}

static void
ks_figure_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KsFigureLayer *self = KS_FIGURE_LAYER (widget);
  GdkRectangle area;

  for (guint i = 0; i < self->marks->len; i++)
    {
      place (self, i, &area);
      gtk_widget_measure (self->marks->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (self->marks->pdata[i], &area, -1);
    }
  if (gtk_widget_get_visible (self->account))
    gtk_popover_present (GTK_POPOVER (self->account));
}

static char *
dup_meaning (KsFigureLayer *self, const KsFigure *figure)
{
  return ks_figure_dup_meaning (figure->id, self->registry, self->form);
}

static void
activate_cb (GtkWidget *mark, KsFigureLayer *self)
{
  g_autofree char *meaning = NULL;
  GdkRectangle area;
  guint index;

  if (!g_ptr_array_find (self->marks, mark, &index))
    return;
  self->current = index;
  place (self, index, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->account), &area);
  meaning = dup_meaning (self, get_rect (self, index)->figure);
  ks_figure_account_show (KS_FIGURE_ACCOUNT (self->account), get_rect (self, index)->figure,
                          meaning);
}

static gboolean
focus_mark (KsFigureLayer *self, int index)
{
  return index >= 0 && (guint)index < self->marks->len
         && gtk_widget_grab_focus (self->marks->pdata[index]);
}

/* The nearest figure of the next line in that direction. */
static int
find_across (KsFigureLayer *self, guint from, gboolean down)
{
  const KsRect *start = &get_rect (self, from)->rect;
  double middle = start->x + start->width / 2, best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->rects->len; i++)
    {
      const KsRect *rect = &get_rect (self, i)->rect;
      double rise = down ? rect->y - start->y : start->y - rect->y;
      /* A line up or down weighs more than any way along it. */
      double way = rise * 1000 + fabs (rect->x + rect->width / 2 - middle);

      if (rise < start->height / 2 || way >= best)
        continue;
      best = way;
      found = (int)i;
    }
  return found;
}

static gboolean
ks_figure_layer_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KsFigureLayer *self = KS_FIGURE_LAYER (widget);

  if (self->marks->len == 0)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    return focus_mark (self, (int)self->current);
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return focus_mark (self, (int)self->current - 1);
    case GTK_DIR_RIGHT:
      return focus_mark (self, (int)self->current + 1);
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      return focus_mark (self, find_across (self, self->current, direction == GTK_DIR_DOWN));
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static void
ks_figure_layer_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  KsFigureLayer *self = KS_FIGURE_LAYER (widget);

  if (child != NULL && child != self->account)
    g_ptr_array_find (self->marks, child, &self->current);
  GTK_WIDGET_CLASS (ks_figure_layer_parent_class)->set_focus_child (widget, child);
}

/* Who has read an account goes on from its figure. */
static void
closed_cb (KsFigureLayer *self)
{
  focus_mark (self, (int)self->current);
}

static void
remove_marks (KsFigureLayer *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (self->marks->pdata[i]);
  g_ptr_array_set_size (self->marks, 0);
  self->current = 0;
  gtk_popover_popdown (GTK_POPOVER (self->account));
}

static void
ks_figure_layer_dispose (GObject *object)
{
  KsFigureLayer *self = KS_FIGURE_LAYER (object);

  if (self->account != NULL)
    remove_marks (self);
  g_clear_pointer (&self->account, gtk_widget_unparent);
  g_clear_pointer (&self->rects, g_array_unref);
  g_clear_object (&self->pages);
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (ks_figure_layer_parent_class)->dispose (object);
}

static void
ks_figure_layer_finalize (GObject *object)
{
  g_ptr_array_unref (KS_FIGURE_LAYER (object)->marks);
  G_OBJECT_CLASS (ks_figure_layer_parent_class)->finalize (object);
}

static void
ks_figure_layer_class_init (KsFigureLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_figure_layer_dispose;
  G_OBJECT_CLASS (klass)->finalize = ks_figure_layer_finalize;
  widget_class->size_allocate = ks_figure_layer_size_allocate;
  widget_class->focus = ks_figure_layer_focus;
  widget_class->set_focus_child = ks_figure_layer_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "figures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ks_figure_layer_init (KsFigureLayer *self)
{
  self->rects = g_array_new (FALSE, FALSE, sizeof (KsFigureRect));
  self->marks = g_ptr_array_new ();
  self->account = ks_figure_account_new ();
  gtk_widget_set_parent (self->account, GTK_WIDGET (self));
  g_signal_connect_swapped (self->account, "closed", G_CALLBACK (closed_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures of the page"), -1);
}

/**
 * ks_figure_layer_new:
 *
 * Returns: (transfer floating): a layer for a page, as large as that
 */
GtkWidget *
ks_figure_layer_new (void)
{
  return g_object_new (KS_TYPE_FIGURE_LAYER, NULL);
}

/**
 * ks_figure_layer_set_campaign:
 * @self: a layer
 * @registry: the units that figures are of
 * @form: the questions
 */
void
ks_figure_layer_set_campaign (KsFigureLayer *self, KsRegistry *registry, KsForm *form)
{
  g_return_if_fail (KS_IS_FIGURE_LAYER (self));

  g_set_object (&self->registry, registry);
  g_set_object (&self->form, form);
}

static void
add_mark (KsFigureLayer *self, guint index)
{
  const KsFigure *figure = get_rect (self, index)->figure;
  g_autofree char *meaning = dup_meaning (self, figure);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", meaning, figure->text);
  GtkWidget *mark = ks_chart_mark_new (sentence);

  g_signal_connect (mark, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_set_cursor_from_name (mark, "pointer");
  gtk_widget_insert_before (mark, GTK_WIDGET (self), self->account);
  g_ptr_array_add (self->marks, mark);
}

/**
 * ks_figure_layer_show_page:
 * @self: a layer with a campaign
 * @pages: (nullable): the paper below; %NULL, or one without accounts: there are no figures
 * @page: the page that is seen
 *
 * Puts a mark over each figure of the page.
 */
void
ks_figure_layer_show_page (KsFigureLayer *self, KsPages *pages, guint page)
{
  g_return_if_fail (KS_IS_FIGURE_LAYER (self));

  remove_marks (self);
  g_clear_pointer (&self->rects, g_array_unref);
  g_set_object (&self->pages, pages);
  self->rects = pages != NULL && self->registry != NULL
                    ? ks_document_dup_figure_rects (pages, page)
                    : g_array_new (FALSE, FALSE, sizeof (KsFigureRect));
  for (guint i = 0; i < self->rects->len; i++)
    add_mark (self, i);
}

/**
 * ks_figure_layer_get_n_figures:
 * @self: a layer
 *
 * Returns: how many figures can be pointed at
 */
guint
ks_figure_layer_get_n_figures (KsFigureLayer *self)
{
  g_return_val_if_fail (KS_IS_FIGURE_LAYER (self), 0);

  return self->marks->len;
}
