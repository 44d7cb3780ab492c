/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include "ks-outcome.h"
#include "ks-recent.h"
#include "ks-settings.h"

static void shell_iface_init (KsShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsWindow, ks_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_SHELL, shell_iface_init))

static void
shell_iface_init (KsShellInterface *iface)
{
  ks_window_init_shell (iface);
}

static void
remember_size (KsWindow *self)
{
  GSettings *settings = ks_settings_get ();
  int width;
  int height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (360, width));
  g_settings_set_int (settings, "window-height", MAX (294, height));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
restore_size (KsWindow *self)
{
  GSettings *settings = ks_settings_get ();

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* Work under way is stopped first; the window closes when it has ended. */
static gboolean
ks_window_close_request (GtkWindow *window)
{
  KsWindow *self = KS_WINDOW (window);

  remember_size (self);
  if (!ks_window_finish_typing (self, "window.close"))
    return GDK_EVENT_STOP;
  if (self->jobs->len > 0)
    {
      self->closing = TRUE;
      ks_window_stop_jobs (self);
      return GDK_EVENT_STOP;
    }
  ks_window_set_campaign (self, NULL);
  return GTK_WINDOW_CLASS (ks_window_parent_class)->close_request (window);
}

static void
page_changed_cb (KsWindow *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->pages);

  /* The stack shows its first page by itself while the pages come in. */
  if (id == NULL || gtk_stack_get_visible_child_name (self->views) == NULL
      || !g_str_equal (gtk_stack_get_visible_child_name (self->views), "campaign"))
    return;
  ks_sidebar_select (self->sidebar, id);
  ks_settings_set_text ("last-page", id);
}

static void
sidebar_activated_cb (KsWindow *self, const char *id)
{
  ks_window_show_page (self, id, NULL);
}

static void
recent_changed_cb (KsWindow *self)
{
  ks_recent_fill_menu (self->recent_menu);
  ks_start_page_refresh (self->start);
}

static void
ks_window_dispose (GObject *object)
{
  KsWindow *self = KS_WINDOW (object);

  ks_window_set_campaign (self, NULL);
  g_clear_handle_id (&self->leaving_id, g_source_remove);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_WINDOW);

  G_OBJECT_CLASS (ks_window_parent_class)->dispose (object);
}

static void
ks_window_class_init (KsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ks_window_close_request;

  g_type_ensure (KS_TYPE_SIDEBAR);
  g_type_ensure (KS_TYPE_START_PAGE);
  g_type_ensure (KS_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shell/ks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, views);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, start);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, watch_bar);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, watch_label);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, job_bar);
  gtk_widget_class_bind_template_child (widget_class, KsWindow, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  ks_window_install_actions (widget_class);
}

static void
ks_window_init (KsWindow *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_outcome_free);
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (ks_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  restore_size (self);
  ks_window_init_narrow (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
  ks_window_init_drop (self);
  ks_window_update_actions (self);
}

/**
 * ks_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that shows the start page
 */
KsWindow *
ks_window_new (AdwApplication *application)
{
  return g_object_new (KS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * ks_window_is_free:
 * @self: a window
 *
 * Returns: whether it holds no campaign and is opening none
 */
gboolean
ks_window_is_free (KsWindow *self)
{
  return self->campaign == NULL && self->jobs->len == 0;
}
