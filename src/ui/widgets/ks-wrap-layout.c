/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-wrap-layout.h"

struct _KsWrapLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (KsWrapLayout, ks_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
} KsWrapLayoutProperty;

static GParamSpec *properties[PROP_LINE_SPACING + 1];

/* A child and the width it gets on its line. */
typedef struct
{
  GtkWidget *child;
  GtkRequestedSize size;
  gboolean expands;
} WrapItem;

static GArray *
collect_items (GtkWidget *widget)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (WrapItem));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      WrapItem item = { child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &item.size.minimum_size,
                          &item.size.natural_size, NULL, NULL);
      item.expands = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      g_array_append_val (items, item);
    }
  return items;
}

/* The number of items, from first on, whose minimum widths fit beside each other. */
static guint
count_line (KsWrapLayout *self, GArray *items, guint first, int width)
{
  int used = 0;

  for (guint i = first; i < items->len; i++)
    {
      used
          += g_array_index (items, WrapItem, i).size.minimum_size + (i > first ? self->spacing : 0);
      if (used > width && i > first)
        return i - first;
    }
  return items->len - first;
}

/* Gives the items of a line their widths: the minimum, then what they would like, then the rest to
 * those that expand. */
static void
fill_line (KsWrapLayout *self, GArray *items, guint first, guint count, int width)
{
  int left = width - (int)(count - 1) * self->spacing;
  guint n_expanding = 0;
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, count);

  for (guint i = 0; i < count; i++)
    {
      WrapItem *item = &g_array_index (items, WrapItem, first + i);

      sizes[i] = item->size;
      left -= sizes[i].minimum_size;
      n_expanding += item->expands ? 1 : 0;
    }
  left = gtk_distribute_natural_allocation (MAX (left, 0), count, sizes);
  for (guint i = 0; i < count; i++)
    {
      WrapItem *item = &g_array_index (items, WrapItem, first + i);
      int more = item->expands ? left / (int)n_expanding : 0;

      item->size.minimum_size = sizes[i].minimum_size + more;
      left -= more;
      n_expanding -= item->expands ? 1 : 0;
    }
}

static int
measure_line (GArray *items, guint first, guint count)
{
  int height = 0;

  for (guint i = first; i < first + count; i++)
    {
      WrapItem *item = &g_array_index (items, WrapItem, i);
      int minimum;

      gtk_widget_measure (item->child, GTK_ORIENTATION_VERTICAL, item->size.minimum_size, &minimum,
                          NULL, NULL, NULL);
      height = MAX (height, minimum);
    }
  return height;
}

static void
place_line (KsWrapLayout *self, GArray *items, guint first, guint count, int y, int height)
{
  int x = 0;

  for (guint i = first; i < first + count; i++)
    {
      WrapItem *item = &g_array_index (items, WrapItem, i);
      GtkAllocation place = { x, y, item->size.minimum_size, height };

      gtk_widget_size_allocate (item->child, &place, -1);
      x += place.width + self->spacing;
    }
}

/* Breaks the items into lines of a width; places them too when asked. Returns the height. */
static int
lay_out (KsWrapLayout *self, GArray *items, int width, gboolean place)
{
  int y = 0;

  for (guint first = 0; first < items->len;)
    {
      guint count = count_line (self, items, first, width);
      int height;

      fill_line (self, items, first, count, width);
      height = measure_line (items, first, count);
      if (place)
        place_line (self, items, first, count, y, height);
      first += count;
      y += height + (first < items->len ? self->line_spacing : 0);
    }
  return y;
}

static GtkSizeRequestMode
ks_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (KsWrapLayout *self, GArray *items, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = items->len > 1 ? (int)(items->len - 1) * self->spacing : 0;
  for (guint i = 0; i < items->len; i++)
    {
      WrapItem *item = &g_array_index (items, WrapItem, i);

      *minimum = MAX (*minimum, item->size.minimum_size);
      *natural += item->size.natural_size;
    }
}

static void
ks_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  KsWrapLayout *self = KS_WRAP_LAYOUT (manager);
  g_autoptr (GArray) items = collect_items (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, items, minimum, natural);
  else
    *minimum = *natural = lay_out (self, items, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
}

static void
ks_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  g_autoptr (GArray) items = collect_items (widget);

  lay_out (KS_WRAP_LAYOUT (manager), items, width, TRUE);
}

static void
ks_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsWrapLayout *self = KS_WRAP_LAYOUT (object);

  switch ((KsWrapLayoutProperty)id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsWrapLayout *self = KS_WRAP_LAYOUT (object);

  switch ((KsWrapLayoutProperty)id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
ks_wrap_layout_class_init (KsWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ks_wrap_layout_get_property;
  object_class->set_property = ks_wrap_layout_set_property;
  layout_class->get_request_mode = ks_wrap_layout_get_request_mode;
  layout_class->measure = ks_wrap_layout_measure;
  layout_class->allocate = ks_wrap_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, 100, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ks_wrap_layout_init (KsWrapLayout *self)
{
}

/**
 * ks_wrap_layout_new:
 * @spacing: pixels between children of a line
 * @line_spacing: pixels between lines
 *
 * Returns: (transfer full): a layout that breaks its children into lines
 */
GtkLayoutManager *
ks_wrap_layout_new (int spacing, int line_spacing)
{
  return g_object_new (KS_TYPE_WRAP_LAYOUT, "spacing", spacing, "line-spacing", line_spacing, NULL);
}
