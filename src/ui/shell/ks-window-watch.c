/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include "ks-i18n.h"

#define WATCH_SECONDS 2

/* Once the other program has closed the file, work goes on here without a word from the officer. */
static gboolean
watch_cb (gpointer data)
{
  KsWindow *self = data;

  if (ks_campaign_hold (self->campaign, NULL))
    {
      self->watch_id = 0;
      ks_window_end_watching (self);
      ks_window_renew_findings (self);
      ks_shell_show_message (KS_SHELL (self), _ ("The other program has closed the file: changes "
                                                 "can be made here now."));
    }
  else
    ks_campaign_refresh (self->campaign, NULL);
  return self->watch_id != 0;
}

/**
 * ks_window_begin_watching:
 * @self: a window with a campaign
 * @reason: who works on it
 *
 * Says for as long as another program works on the campaign that it can only be looked at, and
 * keeps up with what is changed there.
 */
void
ks_window_begin_watching (KsWindow *self, const GError *reason)
{
  g_autofree char *text
      = g_strdup_printf ("%s %s", _ ("For looking at only."), reason->message);

  gtk_label_set_text (self->watch_label, text);
  gtk_revealer_set_reveal_child (self->watch_bar, TRUE);
  g_clear_handle_id (&self->watch_id, g_source_remove);
  self->watch_id = g_timeout_add_seconds (WATCH_SECONDS, watch_cb, self);
}

/**
 * ks_window_end_watching:
 * @self: a window
 */
void
ks_window_end_watching (KsWindow *self)
{
  g_clear_handle_id (&self->watch_id, g_source_remove);
  if (self->watch_bar != NULL)
    gtk_revealer_set_reveal_child (self->watch_bar, FALSE);
}
