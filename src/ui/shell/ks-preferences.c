/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-preferences.h"

#include "ks-i18n.h"
#include "ks-list-name.h"
#include "ks-officer.h"
#include "ks-settings.h"

static void
name_applied_cb (AdwEntryRow *row, KsCampaign *campaign)
{
  ks_officer_set_name (gtk_editable_get_text (GTK_EDITABLE (row)), campaign);
}

static GtkWidget *
make_name_row (KsCampaign *campaign)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *name = ks_officer_dup_name ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Your full name"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), name != NULL ? name : "");
  if (campaign != NULL)
    g_signal_connect_object (row, "apply", G_CALLBACK (name_applied_cb), campaign, 0);
  else
    g_signal_connect (row, "apply", G_CALLBACK (name_applied_cb), NULL);
  return row;
}

static void
language_selected_cb (AdwComboRow *row)
{
  ks_settings_set_text ("language", adw_combo_row_get_selected (row) == 1 ? "en" : "vi");
}

static GtkWidget *
make_language_row (void)
{
  static const char *const names[] = { "Tiếng Việt", "English", NULL };
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  g_autofree char *language = ks_settings_dup_language ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Language"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Takes effect when the program is started "
                                                        "again; documents stay Vietnamese"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), g_strcmp0 (language, "en") == 0 ? 1 : 0);
  g_signal_connect (row, "notify::selected", G_CALLBACK (language_selected_cb), NULL);
  return row;
}

/**
 * ks_preferences_present:
 * @parent: the window that was asked
 * @campaign: (nullable): the open campaign
 *
 * Shows the preferences; they are saved at once.
 */
void
ks_preferences_present (GtkWindow *parent, KsCampaign *campaign)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *desk = adw_preferences_group_new ();
  GtkWidget *program = adw_preferences_group_new ();
  GtkWidget *language = make_language_row ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (desk), _ ("At This Desk"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (desk), _ ("The log of a campaign records who did what."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (desk), make_name_row (campaign));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (program), language);
  ks_list_name_set (language, _ ("Language"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (desk));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (program));
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Preferences"));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
