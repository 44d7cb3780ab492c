/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-entry-dialog.h"

#include <adwaita.h>

#include "ks-confirm.h"

typedef struct
{
  GtkEditable *entries[KS_ENTRY_DIALOG_MAX]; /* owned by the dialog */
  guint n_entries;
  GtkLabel *problem;
  GtkWindow *dialog;
  gboolean touched;
  KsEntryCheckFunc check;
  KsEntryFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  if (request->destroy != NULL)
    request->destroy (request->data);
  g_free (request);
}

static void
read_texts (Request *request, const char **texts)
{
  for (guint i = 0; i < request->n_entries; i++)
    texts[i] = gtk_editable_get_text (request->entries[i]);
}

static void
given_cb (gpointer data)
{
  Request *request = data;
  const char *texts[KS_ENTRY_DIALOG_MAX] = { NULL };

  read_texts (request, texts);
  request->func (texts, request->data);
}

/* Nobody is told what is missing before they have begun. */
static void
judge (Request *request)
{
  const char *texts[KS_ENTRY_DIALOG_MAX] = { NULL };
  g_autofree char *problem = NULL;

  read_texts (request, texts);
  problem = request->check (texts, request->data);
  gtk_label_set_text (request->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (request->problem), problem != NULL && request->touched);
  ks_confirm_set_ready (request->dialog, problem == NULL);
}

static void
changed_cb (Request *request)
{
  request->touched = TRUE;
  judge (request);
}

/* Enter does what the button does, once all is in order. */
static void
entered_cb (GtkWidget *entry)
{
  GtkRoot *root = gtk_widget_get_root (entry);
  GtkWidget *verb = root != NULL ? gtk_window_get_default_widget (GTK_WINDOW (root)) : NULL;

  if (verb != NULL && gtk_widget_is_sensitive (verb))
    gtk_widget_activate (verb);
}

static GtkWidget *
make_entries (Request *request, const KsEntryQuestion *question)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->heading, -1);
  for (guint i = 0; i < question->n_entries; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->entries[i].title);
      if (question->entries[i].text != NULL)
        gtk_editable_set_text (GTK_EDITABLE (row), question->entries[i].text);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), request);
      g_signal_connect (row, "entry-activated", G_CALLBACK (entered_cb), NULL);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      request->entries[i] = GTK_EDITABLE (row);
    }
  return list;
}

static GtkWidget *
make_content (Request *request, const KsEntryQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                     "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (problem, "problem");
  if (question->above != NULL)
    {
      gtk_box_append (GTK_BOX (box), question->above);
      g_signal_connect_swapped (question->above, question->above_changed, G_CALLBACK (changed_cb),
                                request);
    }
  gtk_box_append (GTK_BOX (box), make_entries (request, question));
  gtk_box_append (GTK_BOX (box), problem);
  request->problem = GTK_LABEL (problem);
  return box;
}

/**
 * ks_entry_dialog_ask:
 * @widget: a widget of the window to ask in
 * @question: what is asked
 * @check: tells what is wrong while somebody types
 * @func: gets the texts once nothing is wrong and the verb was chosen
 * @data: for @check and @func
 * @destroy: (nullable): frees @data, also where somebody left
 *
 * Asks for a few lines.
 */
void
ks_entry_dialog_ask (GtkWidget *widget,
                     const KsEntryQuestion *question,
                     KsEntryCheckFunc check,
                     KsEntryFunc func,
                     gpointer data,
                     GDestroyNotify destroy)
{
  Request *request = g_new0 (Request, 1);
  KsConfirm confirm
      = { .heading = question->heading, .body = question->body, .verb = question->verb };

  request->n_entries = question->n_entries;
  request->check = check;
  request->func = func;
  request->data = data;
  request->destroy = destroy;
  confirm.extra = make_content (request, question);
  request->dialog = ks_confirm_ask (widget, &confirm, given_cb, request, free_request);
  judge (request);
  gtk_widget_grab_focus (GTK_WIDGET (request->entries[0]));
  if (question->above != NULL)
    gtk_widget_child_focus (question->above, GTK_DIR_TAB_FORWARD);
}
