/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-officer.h"

#include "ks-confirm.h"
#include "ks-i18n.h"
#include "ks-settings.h"
#include "ks-text.h"

/* Where no settings can be kept the name lasts as long as the program. */
static char *officer;

/* A verb that waits for the name. */
typedef struct {
  GtkEntry      *entry;
  KsCampaign    *campaign;
  KsShellFunc    func;
  gpointer       data;
  GDestroyNotify destroy;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  if (request->destroy != NULL)
    request->destroy (request->data);
  g_object_unref (request->entry);
  g_object_unref (request->campaign);
  g_free (request);
}

/**
 * ks_officer_dup_name:
 *
 * Returns: (transfer full) (nullable): the full name of the officer; %NULL while it is not known
 */
char *
ks_officer_dup_name (void)
{
  char *name = ks_settings_dup_text ("actor-name");

  return name != NULL ? name : g_strdup (officer);
}

/**
 * ks_officer_set_name:
 * @name: full name of the officer
 * @campaign: (nullable): the open campaign
 *
 * Remembers who acts, and tells the campaign.
 */
void
ks_officer_set_name (const char *name, KsCampaign *campaign)
{
  g_autofree char *clean = ks_text_clean (name);

  ks_settings_set_text ("actor-name", clean);
  g_free (officer);
  officer = clean[0] != '\0' ? g_strdup (clean) : NULL;
  if (campaign != NULL)
    ks_campaign_set_actor (campaign, clean);
}

static void
named_cb (gpointer data)
{
  Request *request = data;

  ks_officer_set_name (gtk_editable_get_text (GTK_EDITABLE (request->entry)), request->campaign);
  request->func (request->data);
}

static void
entry_changed_cb (GtkEditable *entry, GtkWindow *dialog)
{
  g_autofree char *name = ks_text_clean (gtk_editable_get_text (entry));

  ks_confirm_set_ready (dialog, name[0] != '\0');
}

static void
ask (GtkWidget *widget, Request *request)
{
  KsConfirm question = {
    .heading = _ ("Your Full Name"),
    .body = _ ("The log of the campaign records who did what. It is asked once at this desk."),
    .verb = _ ("_Continue"),
    .extra = GTK_WIDGET (request->entry),
  };
  GtkWindow *dialog;

  gtk_entry_set_activates_default (request->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (request->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question.heading, -1);
  dialog = ks_confirm_ask (widget, &question, named_cb, request, free_request);
  g_signal_connect_object (request->entry, "changed", G_CALLBACK (entry_changed_cb), dialog, 0);
  ks_confirm_set_ready (dialog, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (request->entry));
}

static gboolean
must_ask (KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *name = ks_officer_dup_name ();

  return !info->simulated && name == NULL;
}

/**
 * ks_officer_ask:
 * @widget: who asks; its window waits meanwhile
 * @campaign: (nullable): what is about to be changed; without one nothing happens
 * @func: the verb, called once the name is known
 * @data: for @func
 * @destroy: (nullable): frees @data, whether @func was called or not
 *
 * Asks for the name where it is not known yet. Nobody is asked about the sample.
 */
void
ks_officer_ask (GtkWidget *widget, KsCampaign *campaign, KsShellFunc func, gpointer data,
                GDestroyNotify destroy)
{
  if (campaign != NULL && must_ask (campaign))
    {
      Request *request = g_new (Request, 1);

      *request = (Request){ g_object_ref_sink (GTK_ENTRY (gtk_entry_new ())),
                            g_object_ref (campaign), func, data, destroy };
      ask (widget, request);
      return;
    }
  if (campaign != NULL)
    func (data);
  if (destroy != NULL)
    destroy (data);
}
