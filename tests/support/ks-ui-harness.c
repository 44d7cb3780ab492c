/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-ui-harness.h"

#include <string.h>

/* Lets one event pass, or waits a moment for one.
 * Returns: FALSE once the deadline, in microseconds of the monotonic clock, has gone by. */
gboolean
ks_ui_iterate_before (gint64 deadline)
{
  if (g_get_monotonic_time () > deadline)
    return FALSE;
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
  return TRUE;
}

/* Lets events pass for so long: for animations, which have no condition to wait for. */
void
ks_ui_settle (guint milliseconds)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  while (ks_ui_iterate_before (deadline))
    ;
}

/* The first widget of a type under root, root included, that the predicate (nullable) accepts. */
GtkWidget *
ks_ui_find (GtkWidget *root, GType type, KsUiPredicate predicate, gconstpointer data)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (predicate == NULL || predicate (root, data)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ks_ui_find (child, type, predicate, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_text (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* The mapped label that says exactly this. */
GtkWidget *
ks_ui_find_label (GtkWidget *root, const char *text)
{
  return ks_ui_find (root, GTK_TYPE_LABEL, shows_text, text);
}

static gboolean
holds_label (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget) && ks_ui_find_label (widget, text) != NULL;
}

/* The mapped widget of a type, a button say, inside which a label says exactly this. */
GtkWidget *
ks_ui_find_labelled (GtkWidget *root, GType type, const char *text)
{
  return ks_ui_find (root, type, holds_label, text);
}

/* How many mapped widgets of a type stand under root. */
guint
ks_ui_count (GtkWidget *root, GType type)
{
  guint count = g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += ks_ui_count (child, type);
  return count;
}

/* The mapped toplevel of a type: a dialog, a file chooser. (nullable) */
GtkWindow *
ks_ui_find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
render_once (GtkWidget *widget, const char *path)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer;

  if (width <= 0 || height <= 0)
    return FALSE;
  snapshot = gtk_snapshot_new ();
  paintable = gtk_widget_paintable_new (widget);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale),
                                                              (float) (height * scale)));
  return gdk_texture_save_to_png (texture, path);
}

/* Writes what the renderer draws for a widget. A widget that still waits for its layout draws nothing;
 * then frames pass until it does. Returns: FALSE if it never did. */
gboolean
ks_ui_snapshot (GtkWidget *widget, const char *path)
{
  for (int i = 0; i < 60 * KS_UI_PATIENCE; i++)
    {
      ks_ui_settle (i == 0 ? 50 : 17);
      if (render_once (widget, path))
        return TRUE;
    }
  return FALSE;
}

/* Closes a window and fails if anything still holds it after a second. */
void
ks_ui_assert_freed (GtkWindow *window)
{
  gpointer held = window;

  g_object_add_weak_pointer (G_OBJECT (window), &held);
  gtk_window_destroy (window);
  ks_ui_wait_until (held == NULL, 1000);
}
