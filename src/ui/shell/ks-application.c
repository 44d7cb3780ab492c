/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-application.h"

#include "ks-config.h"
#include "ks-i18n.h"
#include "ks-window.h"

struct _KsApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (KsApplication, ks_application, ADW_TYPE_APPLICATION)

static KsWindow *
make_window (KsApplication *self)
{
  KsWindow *window = ks_window_new (ADW_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
ks_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    make_window (KS_APPLICATION (application));
}

/* A window that shows no campaign yet takes the file. */
static KsWindow *
find_free_window (KsApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (KS_IS_WINDOW (l->data) && ks_window_is_free (l->data))
      return l->data;
  return make_window (self);
}

static void
ks_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    ks_window_open_file (find_free_window (KS_APPLICATION (application)), files[i]);
}

static void
quit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
sample_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ks_window_open_sample (find_free_window (user_data));
}

static const GActionEntry actions[] = {
  { "quit", quit_action_cb },
  { "sample", sample_action_cb },
};

static const struct {
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },
  { "win.save-copy", { "<Control><Shift>s", "<Control>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.search", { "<Control>f" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.help", { "F1" } },
  { "win.show-sidebar", { "<Alt>Left" } },
  { "win.page::overview", { "<Alt>1" } },
  { "win.page::units", { "<Alt>2" } },
  { "win.page::form", { "<Alt>3" } },
  { "win.page::codes", { "<Alt>4" } },
  { "win.page::day", { "<Alt>5" } },
  { "win.page::answers", { "<Alt>6" } },
  { "win.page::results", { "<Alt>7" } },
  { "win.page::shortlist", { "<Alt>8" } },
  { "win.page::papers", { "<Alt>9" } },
};

static void
ks_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (ks_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (KS_APP_ID);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);
}

static int
ks_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("khaosat %s\n", KS_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (options, "sample"))
    return -1;
  if (!g_application_register (application, NULL, NULL))
    return 1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "sample", NULL);
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
ks_application_class_init (KsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ks_application_activate;
  application_class->open = ks_application_open;
  application_class->startup = ks_application_startup;
  application_class->handle_local_options = ks_application_handle_local_options;
}

static void
ks_application_init (KsApplication *self)
{
  const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample campaign"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * ks_application_new:
 *
 * Returns: (transfer full): the program
 */
KsApplication *
ks_application_new (void)
{
  return g_object_new (KS_TYPE_APPLICATION, "application-id", KS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/vn/danvan/KhaoSat/ui", NULL);
}
