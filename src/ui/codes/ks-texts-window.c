/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-texts-window.h"

#include "ks-confirm.h"
#include "ks-escape.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-icon-button.h"
#include "ks-preview.h"
#include "ks-sheet-words.h"

/* The emblem comes from a file: its row has a button instead of words. */
#define N_WORDS KS_TEXT_LOGO_NAME

#define WIDTH 1080
#define HEIGHT 700

/* A moment without a key: the page need not follow every letter. */
#define PAUSE_MS 150

typedef struct
{
  GtkWindow *window;
  KsShell *shell; /* the window's parent, which outlives it */
  KsCampaign *campaign;
  KsSheetChoice choice;
  KsSheetTexts *texts;               /* as they are typed */
  GtkTextBuffer *buffers[N_WORDS];
  GtkWidget *preview;
  GtkWidget *problem;
  GtkWidget *save;
  GtkWidget *emblem;
  guint timeout;
} Words;

static void
free_words (gpointer data)
{
  Words *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->choice.units, g_ptr_array_unref);
  g_clear_pointer (&self->texts, ks_sheet_texts_free);
  g_object_unref (self->campaign);
  g_free (self);
}

static void
show_problem (Words *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->problem), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
}

static void
read_words (Words *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (self->buffers[i], &start, &end);
      g_free (self->texts->texts[i]);
      self->texts->texts[i] = gtk_text_buffer_get_text (self->buffers[i], &start, &end, FALSE);
    }
}

static gboolean
check_words (Words *self, GError **error)
{
  for (guint i = 0; i < N_WORDS; i++)
    if (!ks_sheet_text_check ((KsSheetText)i, self->texts->texts[i], error))
      return FALSE;
  return TRUE;
}

static void
show_page (Words *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = NULL;

  read_words (self);
  self->choice.texts = self->texts;
  if (check_words (self, &error))
    pages = ks_lay_out_sheets (self->campaign, &self->choice, &error);
  if (pages != NULL)
    ks_preview_set_pages (KS_PREVIEW (self->preview), pages);
  show_problem (self, error);
  /* What cannot stand on a sheet is not saved. */
  gtk_widget_set_sensitive (self->save, error == NULL);
}

static gboolean
pause_over_cb (gpointer data)
{
  Words *self = data;

  self->timeout = 0;
  show_page (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (Words *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

/* A buffer knows whether something was typed into it, and not taken back. */
static gboolean
is_unsaved (Words *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    if (gtk_text_buffer_get_modified (self->buffers[i]))
      return TRUE;
  return FALSE;
}

static void
settle (Words *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    gtk_text_buffer_set_modified (self->buffers[i], FALSE);
}

static void
discard (GtkWindow *window, const char *action)
{
  settle (g_object_get_data (G_OBJECT (window), "words"));
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static gboolean
close_request_cb (Words *self)
{
  if (!is_unsaved (self))
    return FALSE;
  if (!ks_confirm_is_asking (self->window))
    ks_confirm_discard (self->window, _ ("What was typed is not saved."), "window.close", discard);
  return TRUE;
}

static void
save_cb (Words *self)
{
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  read_words (self);
  g_clear_pointer (&self->texts->texts[KS_TEXT_LOGO_NAME], g_free);
  g_clear_pointer (&self->texts->texts[KS_TEXT_LOGO], g_free);
  if (!ks_set_sheet_words (self->campaign, self->texts, &outcome, &error))
    {
      show_problem (self, error);
      return;
    }
  if (outcome != NULL)
    ks_shell_show_outcome (self->shell, outcome);
  settle (self);
  gtk_window_close (self->window);
}

static void
show_emblem (Words *self)
{
  const char *name = self->texts->texts[KS_TEXT_LOGO_NAME];

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->emblem),
                               name != NULL && *name != '\0' ? name : _ ("none"));
}

/* An emblem is kept at once, as a step of its own that can be taken back. */
static void
set_emblem (Words *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsSheetTexts) saved = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_set_logo (self->campaign, path, &outcome, &error))
    {
      show_problem (self, error);
      return;
    }
  if (outcome != NULL)
    ks_shell_show_outcome (self->shell, outcome);
  saved = ks_sheet_words_load (self->campaign, NULL);
  for (guint i = KS_TEXT_LOGO_NAME; saved != NULL && i < KS_N_SHEET_TEXTS; i++)
    {
      g_free (self->texts->texts[i]);
      self->texts->texts[i] = g_strdup (saved->texts[i]);
    }
  show_emblem (self);
  show_page (self);
}

static void
emblem_from_cb (GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    set_emblem (data, path);
}

static void
choose_emblem_cb (Words *self)
{
  ks_file_dialog_open (self->preview, _ ("Choose an Emblem"), _ ("Pictures"), ".svg",
                       emblem_from_cb, self);
}

static void
remove_emblem_cb (Words *self)
{
  set_emblem (self, NULL);
}

static GtkWidget *
add_icon_button (Words *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = ks_icon_button_new (icon, label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->emblem), button);
  return button;
}

static GtkWidget *
make_emblem (Words *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->emblem = adw_action_row_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ks_sheet_text_get_label (KS_TEXT_LOGO_NAME), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->emblem), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->emblem),
                                 ks_sheet_text_get_label (KS_TEXT_LOGO_NAME));
  add_icon_button (self, "document-open-symbolic", _ ("Choose an Emblem"),
                   G_CALLBACK (choose_emblem_cb));
  add_icon_button (self, "user-trash-symbolic", _ ("Without an Emblem"),
                   G_CALLBACK (remove_emblem_cb));
  gtk_list_box_append (GTK_LIST_BOX (list), self->emblem);
  show_emblem (self);
  return list;
}

static void
add_text (Words *self, GtkBox *box, KsSheetText text)
{
  GtkWidget *label = gtk_label_new (ks_sheet_text_get_label (text));
  GtkWidget *view = gtk_text_view_new ();
  const char *words = ks_sheet_texts_get (self->texts, text);

  self->buffers[text] = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (self->buffers[text], words, -1);
  gtk_text_buffer_set_modified (self->buffers[text], FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ks_sheet_text_get_label (text), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (view, "sheet-text");
  g_signal_connect_swapped (self->buffers[text], "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (box, label);
  gtk_box_append (box, view);
}

static GtkWidget *
make_pane (Words *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "settings-pane");
  gtk_box_append (GTK_BOX (box), make_emblem (self));
  for (guint i = 0; i < N_WORDS; i++)
    add_text (self, GTK_BOX (box), (KsSheetText)i);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, 360, -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_header (Words *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GtkWidget *
make_content (Words *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "reason-bar");
  self->preview = g_object_new (KS_TYPE_PREVIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (columns), make_pane (self));
  gtk_box_append (GTK_BOX (columns), self->preview);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), columns);
  return box;
}

/**
 * ks_texts_window_present:
 * @shell: the window around
 * @campaign: whose sheets they are
 * @choice: the sheets that are shown; its units are given away
 *
 * Lets an officer word the sheets, with the page as it will be printed.
 *
 * Returns: (transfer none) (nullable): the window; %NULL if the texts cannot be read
 */
GtkWindow *
ks_texts_window_present (KsShell *shell, KsCampaign *campaign, const KsSheetChoice *choice)
{
  Words *self = g_new0 (Words, 1);
  g_autoptr (GError) error = NULL;

  self->shell = shell;
  self->campaign = g_object_ref (campaign);
  self->choice = *choice;
  self->texts = ks_sheet_words_load (campaign, &error);
  if (self->texts == NULL)
    {
      ks_shell_show_error (shell, error);
      free_words (self);
      return NULL;
    }
  self->window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", shell, "title",
                               _ ("Words of the Sheets"), "default-width", WIDTH,
                               "default-height", HEIGHT, NULL);
  g_object_set_data_full (G_OBJECT (self->window), "words", self, free_words);
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_request_cb), self);
  adw_window_set_content (ADW_WINDOW (self->window), make_content (self));
  show_page (self);
  ks_escape_closes (GTK_WIDGET (self->window));
  gtk_window_present (self->window);
  return self->window;
}
