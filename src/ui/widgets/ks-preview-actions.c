/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-preview-private.h"

static void
turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsPreview *self = KS_PREVIEW (widget);
  guint n_pages = ks_preview_count_pages (self);

  if (n_pages == 0)
    return;
  if (g_str_equal (action, "preview.first"))
    ks_preview_set_page (self, 0);
  else if (g_str_equal (action, "preview.last"))
    ks_preview_set_page (self, n_pages - 1);
  else if (g_str_equal (action, "preview.next"))
    ks_preview_set_page (self, MIN (self->page + 1, n_pages - 1));
  else if (self->page > 0)
    ks_preview_set_page (self, self->page - 1);
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsPreview *self = KS_PREVIEW (widget);
  double scale = ks_preview_get_scale (self);

  if (g_str_equal (action, "preview.zoom-fit"))
    ks_preview_set_zoom (self, KS_PREVIEW_FIT);
  else
    ks_preview_set_zoom (self, g_str_equal (action, "preview.zoom-in") ? scale * KS_PREVIEW_STEP
                                                                       : scale / KS_PREVIEW_STEP);
}

/*
 * ks_preview_install_actions:
 * @widget_class: the preview's class
 *
 * The preview's verbs, for its buttons and keys.
 */
void
ks_preview_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const turns[]
      = { "preview.first", "preview.previous", "preview.next", "preview.last" };
  static const char *const zooms[] = { "preview.zoom-in", "preview.zoom-out", "preview.zoom-fit" };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Page_Up, 0, "preview.previous" },
    { GDK_KEY_Page_Down, 0, "preview.next" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "preview.first" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "preview.last" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_install_action (widget_class, turns[i], NULL, turn_cb);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_install_action (widget_class, zooms[i], NULL, zoom_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}
