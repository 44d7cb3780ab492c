/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-page.h"

G_DEFINE_INTERFACE (KsPage, ks_page, GTK_TYPE_WIDGET)

static void
ks_page_default_init (KsPageInterface *iface)
{
  g_object_interface_install_property (
      iface, g_param_spec_string ("state", NULL, NULL, NULL,
                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

/**
 * ks_page_set_campaign:
 * @self: a page
 * @campaign: (nullable): the campaign to show
 *
 * Hands the campaign to the page; %NULL takes it away again.
 */
void
ks_page_set_campaign (KsPage *self, KsCampaign *campaign)
{
  g_return_if_fail (KS_IS_PAGE (self));

  KS_PAGE_GET_IFACE (self)->set_campaign (self, campaign);
}

/**
 * ks_page_refresh:
 * @self: a page
 * @change: what a verb touched
 *
 * Tells the page that something it may show has changed.
 */
void
ks_page_refresh (KsPage *self, KsChange change)
{
  g_return_if_fail (KS_IS_PAGE (self));

  KS_PAGE_GET_IFACE (self)->refresh (self, change);
}

/**
 * ks_page_show_detail:
 * @self: a page
 * @detail: what to open on it
 *
 * Opens a part of the page; a page without parts does nothing.
 */
void
ks_page_show_detail (KsPage *self, const char *detail)
{
  KsPageInterface *iface = KS_PAGE_GET_IFACE (self);

  if (iface->show_detail != NULL)
    iface->show_detail (self, detail);
}

/**
 * ks_page_finish_typing:
 * @self: a page
 *
 * Saves what stands typed and not saved yet; who acts may have to be asked for that.
 *
 * Returns: %FALSE if something stands there that is not saved: it is wrong, or waits for an answer
 */
gboolean
ks_page_finish_typing (KsPage *self)
{
  KsPageInterface *iface = KS_PAGE_GET_IFACE (self);

  return iface->finish_typing == NULL || iface->finish_typing (self);
}

/**
 * ks_page_start_search:
 * @self: a page
 *
 * Puts the focus into the page's search entry, where it has one.
 */
void
ks_page_start_search (KsPage *self)
{
  KsPageInterface *iface = KS_PAGE_GET_IFACE (self);

  if (iface->start_search != NULL)
    iface->start_search (self);
}

/**
 * ks_page_dup_state:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the short state that stands beside the page's name
 */
char *
ks_page_dup_state (KsPage *self)
{
  g_autofree char *state = NULL;

  g_object_get (self, "state", &state, NULL);
  return g_steal_pointer (&state);
}

static gboolean
press_key_cb (GtkWidget *page, GVariant *args, gpointer action)
{
  return gtk_widget_get_mapped (page) && gtk_widget_activate_action (page, action, NULL);
}

/**
 * ks_page_add_key:
 * @self: a page
 * @key: a key
 * @state: what is held down with it
 * @action: (transfer none): what it does; lives for ever
 *
 * Gives the page a key that holds while the page is shown, wherever in the window the focus is.
 */
void
ks_page_add_key (KsPage *self, guint key, GdkModifierType state, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (KS_IS_PAGE (self));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, state),
                        gtk_callback_action_new (press_key_cb, (gpointer)action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
