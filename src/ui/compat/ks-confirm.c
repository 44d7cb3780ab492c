/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-confirm.h"

#include <adwaita.h>

#include "ks-i18n.h"

/* What a dialog must remember until the person answers. */
typedef struct {
  KsConfirmFunc  func;
  gpointer       data;
  GDestroyNotify destroy;
} Request;

static void
free_request (gpointer data, GClosure *closure)
{
  Request *request = data;

  if (request->destroy != NULL)
    request->destroy (request->data);
  g_free (request);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Request *request)
{
  if (g_str_equal (response, "verb"))
    request->func (request->data);
}

static GtkWindow *
make_dialog (GtkWidget *widget, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_WINDOW (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                             heading, body));
}

/**
 * ks_confirm_ask:
 * @widget: who asks; its window waits meanwhile
 * @question: what is asked; @question itself is only read
 * @func: called when the person chooses the verb, not at all if they leave
 * @data: for @func
 * @destroy: (nullable): frees @data, however the dialog ends
 *
 * Asks before something that cannot be taken back, or for a word that a verb needs.
 *
 * Returns: (transfer none): the dialog, for ks_confirm_set_ready()
 */
GtkWindow *
ks_confirm_ask (GtkWidget *widget, const KsConfirm *question, KsConfirmFunc func, gpointer data,
                GDestroyNotify destroy)
{
  GtkWindow *window = make_dialog (widget, question->heading, question->body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);
  Request *request = g_new (Request, 1);

  *request = (Request){ func, data, destroy };
  adw_message_dialog_add_responses (dialog, "leave",
                                    question->leave != NULL ? question->leave : _ ("_Leave"), "verb", question->verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, question->leave != NULL ? "leave" : "verb",
                                              question->destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                                    : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "leave");
  adw_message_dialog_set_default_response (dialog, question->destructive || question->leave != NULL ? "leave"
                                                                                        : "verb");
  if (question->extra != NULL)
    adw_message_dialog_set_extra_child (dialog, question->extra);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request, free_request, 0);
  gtk_window_present (window);
  return window;
}

/**
 * ks_confirm_is_asking:
 * @window: a window
 *
 * Returns: whether it waits for an answer
 */
gboolean
ks_confirm_is_asking (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (gtk_window_get_transient_for (each->data) == window && gtk_window_get_modal (each->data)
        && gtk_widget_get_visible (each->data))
      return TRUE;
  return FALSE;
}

/* What was to be done with a window when something unsaved stood in the way. */
typedef struct {
  GtkWindow    *window;
  const char   *action;
  KsDiscardFunc func;
} Discarding;

static void
go_on_cb (gpointer data)
{
  g_autofree Discarding *discarding = data;
  g_autoptr (GtkWindow) window = discarding->window;

  discarding->func (window, discarding->action);
}

/* The dialog that asked is still at it, and may go with the window. */
static void
discard (gpointer data)
{
  Discarding *own = g_memdup2 (data, sizeof (Discarding));

  g_object_ref (own->window);
  g_idle_add_once (go_on_cb, own);
}

/**
 * ks_confirm_discard:
 * @window: what was typed into it is not saved
 * @body: what that is
 * @action: (transfer none): an action of @window that ends it; a literal
 * @func: called when what was typed may go; forgets it and activates @action
 *
 * Asks before something that was typed is dropped.
 */
void
ks_confirm_discard (GtkWindow *window, const char *body, const char *action, KsDiscardFunc func)
{
  const KsConfirm question = {
    .heading = _ ("Close Without Saving?"),
    .body = body,
    .verb = _ ("_Close Without Saving"),
    .destructive = TRUE,
  };
  const Discarding discarding = { window, action, func };

  ks_confirm_ask (GTK_WIDGET (window), &question, discard,
                  g_memdup2 (&discarding, sizeof discarding), g_free);
}

/**
 * ks_confirm_set_ready:
 * @dialog: a dialog of ks_confirm_ask()
 * @ready: whether all that the verb needs is there
 *
 * Wakes the verb or puts it to sleep.
 */
void
ks_confirm_set_ready (GtkWindow *dialog, gboolean ready)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "verb", ready);
}

/**
 * ks_confirm_tell:
 * @widget: who tells; its window waits meanwhile
 * @heading: in a few words
 * @body: in whole sentences
 *
 * Says what is too long or too important for a toast.
 */
void
ks_confirm_tell (GtkWidget *widget, const char *heading, const char *body)
{
  GtkWindow *dialog = make_dialog (widget, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (dialog);
}
