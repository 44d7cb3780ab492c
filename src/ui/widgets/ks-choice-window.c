/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choice-window.h"

#include <adwaita.h>

#include "ks-escape.h"
#include "ks-list-name.h"

typedef struct
{
  GtkWindow *window;
  KsChoiceFunc func;
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

/**
 * ks_choice_row_free:
 * @self: (transfer full) (nullable): a row
 */
void
ks_choice_row_free (KsChoiceRow *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

static void
chosen_cb (GtkButton *button, Request *request)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  request->func (index, request->data);
  gtk_window_close (request->window);
}

static GtkWidget *
make_button (const KsChoiceRow *content, const char *verb, guint index, Request *request)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (verb);
  g_autofree char *label = g_strdup_printf ("%s: %s", verb, content->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (chosen_cb), request);
  return button;
}

static GtkWidget *
make_row (const KsChoiceRow *content, const char *verb, guint index, Request *request)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), content->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), content->subtitle);
  if (verb != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (content, verb, index, request));
  return row;
}

static GtkWidget *
make_list (const KsChoiceQuestion *question, GPtrArray *rows, Request *request)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = make_row (rows->pdata[i], question->verb, i, request);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (i == 0)
        ks_list_name_set (row, question->title);
    }
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static GtkWidget *
make_empty (const KsChoiceQuestion *question)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), question->none);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), question->hint);
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

/**
 * ks_choice_window_present:
 * @widget: a widget of the window that it belongs to
 * @question: its words
 * @rows: (element-type KsChoiceRow): what there is
 * @func: (nullable): gets the index of the row whose button was clicked; the window closes then
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Lets somebody do one thing with one of a list.
 */
void
ks_choice_window_present (GtkWidget *widget,
                          const KsChoiceQuestion *question,
                          GPtrArray *rows,
                          KsChoiceFunc func,
                          gpointer data,
                          GDestroyNotify destroy)
{
  GtkWidget *window
      = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (widget),
                      "title", question->title, "default-width", 560, "default-height", 480, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Request *request = g_new (Request, 1);

  *request = (Request){ GTK_WINDOW (window), func, data, destroy };
  gtk_widget_set_size_request (window, 340, 294);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), rows->len > 0 ? make_list (question, rows, request)
                                               : make_empty (question));
  adw_window_set_content (ADW_WINDOW (window), box);
  ks_escape_closes (window);
  g_object_set_data_full (G_OBJECT (window), "request", request, free_request);
  gtk_window_present (GTK_WINDOW (window));
}
