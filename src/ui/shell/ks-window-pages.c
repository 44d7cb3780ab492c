/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include "ks-confirm.h"
#include "ks-i18n.h"
#include "ks-page.h"
#include "ks-settings.h"
#include "ks-store.h"
#include "ks-window-entries.h"

static KsPage *
find_page (KsWindow *self, const char *id)
{
  return KS_PAGE (gtk_stack_get_child_by_name (self->pages, id));
}

static void
state_changed_cb (KsPage *page, GParamSpec *pspec, KsWindow *self)
{
  GtkStackPage *stack_page = gtk_stack_get_page (self->pages, GTK_WIDGET (page));
  g_autofree char *state = ks_page_dup_state (page);

  ks_sidebar_set_state (self->sidebar, gtk_stack_page_get_name (stack_page), state);
}

/* The pages of the work wait for the first campaign: the start page must not wait for them. */
static void
add_pages (KsWindow *self)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self->pages)) != NULL)
    return;
  for (guint i = 0; i < ks_window_n_entries; i++)
    {
      const KsWindowEntry *entry = &ks_window_entries[i];
      GtkWidget *page = entry->create ();

      gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (entry->sidebar.title), -1);
      gtk_stack_add_named (self->pages, page, entry->sidebar.id);
      ks_sidebar_add (self->sidebar, &entry->sidebar);
      ks_window_adapt_page (self, page);
      g_signal_connect_object (page, "notify::state", G_CALLBACK (state_changed_cb), self, 0);
    }
}

static void
show_title (KsWindow *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autofree char *title = g_strdup_printf ("%s – Khảo Sát", info->title);
  gboolean read_only = ks_store_is_read_only (ks_campaign_get_store (self->campaign));

  gtk_window_set_title (GTK_WINDOW (self), title);
  ks_sidebar_set_campaign (self->sidebar, info, ks_campaign_get_path (self->campaign), read_only);
}

static void
changed_cb (KsWindow *self, guint change, KsCampaign *campaign)
{
  if ((change & KS_CHANGE_INFO) != 0)
    show_title (self);
  for (guint i = 0; i < ks_window_n_entries; i++)
    ks_page_refresh (find_page (self, ks_window_entries[i].sidebar.id), (KsChange) change);
  ks_window_renew_findings (self);
}

static void
hand_out_campaign (KsWindow *self)
{
  for (guint i = 0; i < ks_window_n_entries; i++)
    ks_page_set_campaign (find_page (self, ks_window_entries[i].sidebar.id), self->campaign);
}

static void
let_go (KsWindow *self)
{
  g_autoptr (KsCampaign) campaign = g_steal_pointer (&self->campaign);
  g_autoptr (GError) error = NULL;

  ks_window_clear_undo (self);
  if (self->pages != NULL)
    hand_out_campaign (self);
  g_signal_handlers_disconnect_by_data (campaign, self);
  if (!ks_campaign_close (campaign, &error))
    g_message ("%s", error->message);
}

static void
show_campaign (KsWindow *self)
{
  g_autofree char *last = ks_settings_dup_text ("last-page");

  add_pages (self);
  show_title (self);
  g_signal_connect_object (self->campaign, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  hand_out_campaign (self);
  gtk_stack_set_visible_child_name (self->views, "campaign");
  ks_window_show_page (self,
                       last != NULL && find_page (self, last) != NULL
                           ? last
                           : ks_window_entries[0].sidebar.id,
                       NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
  ks_window_renew_findings (self);
}

static void
show_start (KsWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), "Khảo Sát");
  gtk_stack_set_visible_child_name (self->views, "start");
}

/* Takes a campaign (transfer full) in place of the one that is open, or %NULL to show none. */
void
ks_window_set_campaign (KsWindow *self, KsCampaign *campaign)
{
  if (self->campaign != NULL)
    {
      ks_window_end_watching (self);
      let_go (self);
    }
  self->campaign = campaign;
  if (campaign != NULL)
    show_campaign (self);
  else if (self->views != NULL)
    show_start (self);
  if (self->views != NULL)
    ks_window_update_actions (self);
}

static void
discard (GtkWindow *window, const char *action)
{
  KsWindow *self = KS_WINDOW (window);

  self->discarding = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  self->discarding = FALSE;
}

static void
ask_to_discard (KsWindow *self, const char *id, const char *action)
{
  ks_window_show_page (self, id, NULL);
  if (action == NULL)
    ks_confirm_tell (GTK_WIDGET (self), _ ("Not Saved Yet"),
                     _ ("What was typed on the page shown is not right yet. Correct it, or press "
                        "Escape there, and try again."));
  else
    ks_confirm_discard (GTK_WINDOW (self),
                        _ ("What was typed on the page shown is not right yet and is not saved."),
                        action, discard);
}

/* Saves what stands typed on the pages before the campaign goes. FALSE: it must stay, for something
 * is asked or wrong. Where an action is given, what is wrong can be dropped for it. */
gboolean
ks_window_finish_typing (KsWindow *self, const char *action)
{
  const char *unsaved = NULL;

  if (self->campaign == NULL || self->discarding)
    return TRUE;
  if (ks_confirm_is_asking (GTK_WINDOW (self)))
    return FALSE;
  /* Most fields save what is in them when they lose the keyboard. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  for (guint i = 0; i < ks_window_n_entries; i++)
    if (!ks_page_finish_typing (find_page (self, ks_window_entries[i].sidebar.id)))
      unsaved = ks_window_entries[i].sidebar.id;
  if (ks_confirm_is_asking (GTK_WINDOW (self)))
    return FALSE;
  if (unsaved != NULL)
    ask_to_discard (self, unsaved, action);
  return unsaved == NULL;
}

/* Goes to a page; in a narrow window the sidebar gives way to it. */
void
ks_window_show_page (KsWindow *self, const char *id, const char *detail)
{
  if (self->campaign == NULL || gtk_stack_get_child_by_name (self->pages, id) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, id);
  ks_sidebar_select (self->sidebar, id);
  adw_leaflet_set_visible_child (self->leaflet, self->frame);
  if (detail != NULL)
    ks_page_show_detail (find_page (self, id), detail);
}
