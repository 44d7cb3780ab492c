/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-tab-layout.h"

struct _KsTabLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (KsTabLayout, ks_tab_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
ks_tab_layout_measure (GtkLayoutManager *layout,
                       GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = 0;
  for (GtkWidget *tab = gtk_widget_get_first_child (widget); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      int least, usual;

      if (!gtk_widget_should_layout (tab))
        continue;
      gtk_widget_measure (tab, orientation, -1, &least, &usual, NULL, NULL);
      *minimum = wide ? *minimum + least : MAX (*minimum, least);
      *natural = wide ? *natural + usual : MAX (*natural, usual);
    }
}

/* A tab itself asks for a hundred pixels whatever it is called: its content tells. */
static void
measure_name (GtkWidget *tab, GtkRequestedSize *size)
{
  GtkWidget *content = gtk_widget_get_first_child (tab);
  int natural = 0;

  gtk_widget_measure (tab, GTK_ORIENTATION_HORIZONTAL, -1, &size->minimum_size, NULL, NULL, NULL);
  if (content != NULL)
    gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  size->data = tab;
  size->natural_size = MAX (size->minimum_size, natural);
}

static GArray *
measure_names (GtkWidget *widget)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *tab = gtk_widget_get_first_child (widget); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GtkRequestedSize size;

      if (!gtk_widget_should_layout (tab))
        continue;
      measure_name (tab, &size);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

/* What is left when all names are whole is shared out alike. */
static void
ks_tab_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  g_autoptr (GArray) sizes = measure_names (widget);
  GtkRequestedSize *size = (GtkRequestedSize *)(gpointer)sizes->data;
  int rest = width, x = 0;

  for (guint i = 0; i < sizes->len; i++)
    rest -= size[i].minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), sizes->len, size);
  for (guint i = 0; i < sizes->len; i++)
    {
      int more = rest / (int)(sizes->len - i);

      rest -= more;
      gtk_widget_size_allocate (
          size[i].data, &(GtkAllocation){ x, 0, size[i].minimum_size + more, height }, -1);
      x += size[i].minimum_size + more;
    }
}

static void
ks_tab_layout_class_init (KsTabLayoutClass *klass)
{
  GTK_LAYOUT_MANAGER_CLASS (klass)->measure = ks_tab_layout_measure;
  GTK_LAYOUT_MANAGER_CLASS (klass)->allocate = ks_tab_layout_allocate;
}

static void
ks_tab_layout_init (KsTabLayout *self)
{
}

/**
 * ks_tab_layout_new:
 *
 * Returns: (transfer full): a layout for the tabs of a view switcher
 */
GtkLayoutManager *
ks_tab_layout_new (void)
{
  return g_object_new (KS_TYPE_TAB_LAYOUT, NULL);
}
