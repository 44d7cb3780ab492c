/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-file-dialog.h"

#include "ks-confirm.h"
#include "ks-i18n.h"

/* What a dialog must remember until the person answers. */
typedef struct
{
  GtkWidget *widget; /* held, so that func finds it alive */
  char *suffix;
  KsFileFunc func;
  gpointer data;
} Request;

/* Where the last file was chosen: the next is most often beside it. */
static GFile *last_folder;

static void
free_request (gpointer data, GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->widget);
  g_free (request->suffix);
  g_free (request);
}

/* The file that was meant: with its suffix, which people leave out. */
static GFile *
dup_file (GtkFileChooser *chooser, const char *suffix)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *whole = NULL;

  if (path == NULL || gtk_file_chooser_get_action (chooser) != GTK_FILE_CHOOSER_ACTION_SAVE
      || g_str_has_suffix (path, suffix))
    return g_steal_pointer (&file);
  whole = g_strconcat (path, suffix, NULL);
  return g_file_new_for_path (whole);
}

/* Where a chooser and the dialog that asked vanish at one stroke, a window manager may hand the
 * keyboard to the dialog that is gone, and so to nobody: the window beneath asks for it itself. */
static void
use_file (GFile *file, Request *request)
{
  GtkRoot *root = gtk_widget_get_root (request->widget);
  g_autoptr (GtkWindow) asker = GTK_IS_WINDOW (root) ? g_object_ref (GTK_WINDOW (root)) : NULL;
  g_autoptr (GtkWindow) beneath = asker != NULL ? gtk_window_get_transient_for (asker) : NULL;

  if (beneath != NULL)
    g_object_ref (beneath);
  request->func (file, request->data);
  if (beneath != NULL && !gtk_widget_get_visible (GTK_WIDGET (asker)))
    gtk_window_present (beneath);
}

/* The program reads and writes files where they lie: one in a network's folder that the desktop only
 * shows has no place. */
static gboolean
check_place (GtkWidget *widget, GFile *file)
{
  if (g_file_peek_path (file) != NULL)
    return TRUE;
  ks_confirm_tell (widget, _ ("Choose a File on This Computer"),
                   _ ("What was chosen lies elsewhere: copy it to this computer first."));
  return FALSE;
}

static void
response_cb (GtkNativeDialog *dialog, int response, Request *request)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = dup_file (GTK_FILE_CHOOSER (dialog), request->suffix);
  gtk_native_dialog_hide (dialog);
  if (file != NULL)
    {
      g_clear_object (&last_folder);
      last_folder = g_file_get_parent (file);
      if (check_place (request->widget, file))
        use_file (file, request);
    }
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *kind, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix + 1);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_all_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static GtkFileChooserNative *
make_dialog (GtkWidget *widget, GtkFileChooserAction action, const char *title,
             const char *accept, const char *kind, const char *suffix, KsFileFunc func,
             gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, _ ("_Leave"));
  Request *request = g_new0 (Request, 1);

  *request = (Request){ g_object_ref (widget), g_strdup (suffix), func, data };
  if (action != GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    add_filter (GTK_FILE_CHOOSER (dialog), kind, suffix);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request, free_request, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (last_folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), last_folder, NULL);
  return dialog;
}

/**
 * ks_file_dialog_save:
 * @widget: who asks; its window waits meanwhile
 * @title: title of the dialog
 * @name: suggested name of the file
 * @kind: what such files are called
 * @suffix: their suffix with its dot; it is added where the person leaves it out
 * @func: called with the file once it is chosen
 * @data: for @func; must live as long as @widget
 *
 * Asks where to save a file. The dialog itself asks before it replaces one.
 */
void
ks_file_dialog_save (GtkWidget *widget,
                     const char *title,
                     const char *name,
                     const char *kind,
                     const char *suffix,
                     KsFileFunc func,
                     gpointer data)
{
  GtkFileChooserNative *dialog = make_dialog (widget, GTK_FILE_CHOOSER_ACTION_SAVE, title,
                                              _ ("_Save"), kind, suffix, func, data);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * ks_file_dialog_open:
 * @widget: who asks; its window waits meanwhile
 * @title: title of the dialog
 * @kind: what such files are called
 * @suffix: their suffix with its dot
 * @func: called with the file once it is chosen
 * @data: for @func; must live as long as @widget
 *
 * Asks for a file. What it is is found out by its content: other suffixes can be chosen too.
 */
void
ks_file_dialog_open (GtkWidget *widget, const char *title, const char *kind, const char *suffix,
                     KsFileFunc func, gpointer data)
{
  GtkFileChooserNative *dialog = make_dialog (widget, GTK_FILE_CHOOSER_ACTION_OPEN, title,
                                              _ ("_Open"), kind, suffix, func, data);

  add_all_filter (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * ks_file_dialog_choose_folder:
 * @widget: who asks; its window waits meanwhile
 * @title: title of the dialog
 * @func: called with the folder once it is chosen
 * @data: for @func; must live as long as @widget
 *
 * Asks for a folder to put several files into.
 */
void
ks_file_dialog_choose_folder (GtkWidget *widget, const char *title, KsFileFunc func, gpointer data)
{
  GtkFileChooserNative *dialog = make_dialog (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, title,
                                              _ ("_Choose"), NULL, NULL, func, data);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* What the chooser of several files must remember. */
typedef struct
{
  GtkWidget *widget; /* held, so that func finds it alive */
  KsFilesFunc func;
  gpointer data;
} Several;

static void
free_several (gpointer data, GClosure *closure)
{
  Several *several = data;

  g_object_unref (several->widget);
  g_free (several);
}

static gboolean
check_places (GtkWidget *widget, GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (!check_place (widget, file))
        return FALSE;
    }
  return TRUE;
}

static void
several_response_cb (GtkNativeDialog *dialog, int response, Several *several)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);

  if (response == GTK_RESPONSE_ACCEPT && first != NULL)
    {
      g_clear_object (&last_folder);
      last_folder = g_file_get_parent (first);
      if (check_places (several->widget, files))
        several->func (files, several->data);
    }
  g_object_unref (dialog);
}

/**
 * ks_file_dialog_open_several:
 * @widget: who asks; its window waits meanwhile
 * @title: title of the dialog
 * @kind: what such files are called
 * @suffixes: (array zero-terminated=1): their suffixes without dots
 * @func: called with a list of #GFile once one or more are chosen
 * @data: for @func; must live as long as @widget
 *
 * Asks for files. What they are is found out by their content: other suffixes can be chosen too.
 */
void
ks_file_dialog_open_several (GtkWidget *widget, const char *title, const char *kind,
                             const char *const *suffixes, KsFilesFunc func, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_OPEN,
      _ ("_Open"), _ ("_Leave"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Several *several = g_new0 (Several, 1);

  *several = (Several){ g_object_ref (widget), func, data };
  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
  add_all_filter (chooser);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  if (last_folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, last_folder, NULL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (several_response_cb), several,
                         free_several, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
