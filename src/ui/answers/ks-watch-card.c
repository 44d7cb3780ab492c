/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-watch-card.h"

#include "ks-i18n.h"

/* More lines than these are nothing to read at the side of a page. */
#define MOST_LINES 100

struct _KsWatchCard
{
  AdwBin parent_instance;

  AdwActionRow *folder;
  GtkWidget *stop_button;
  GtkWidget *takes_row;
  GtkSwitch *takes;
  AdwExpanderRow *files_row;
  GPtrArray *lines; /* of GtkWidget: what @files_row holds */
  KsFolderWatcher *watcher;
};

G_DEFINE_FINAL_TYPE (KsWatchCard, ks_watch_card, ADW_TYPE_BIN)

static void
takes_cb (KsWatchCard *self)
{
  if (self->watcher != NULL)
    ks_folder_watcher_set_takes (self->watcher, gtk_switch_get_active (self->takes));
}

static void
ks_watch_card_dispose (GObject *object)
{
  KsWatchCard *self = KS_WATCH_CARD (object);

  self->watcher = NULL;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_watch_card_parent_class)->dispose (object);
}

static void
ks_watch_card_class_init (KsWatchCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_watch_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/answers/ks-watch-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsWatchCard, folder);
  gtk_widget_class_bind_template_child (widget_class, KsWatchCard, stop_button);
  gtk_widget_class_bind_template_child (widget_class, KsWatchCard, takes_row);
  gtk_widget_class_bind_template_child (widget_class, KsWatchCard, takes);
  gtk_widget_class_bind_template_child (widget_class, KsWatchCard, files_row);
  gtk_widget_class_bind_template_callback (widget_class, takes_cb);
}

static void
ks_watch_card_init (KsWatchCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_ptr_array_new ();
}

static const char *
name_state (KsWatchedState state)
{
  switch (state)
    {
    case KS_WATCHED_WRITING:
      return _ ("being written");
    case KS_WATCHED_READY:
      return _ ("new");
    case KS_WATCHED_ASKS:
      return _ ("new, to be looked at by you");
    case KS_WATCHED_TAKEN:
      return _ ("taken in");
    case KS_WATCHED_KNOWN:
      return _ ("nothing new in it");
    case KS_WATCHED_OTHER:
      return _ ("no export of answers");
    case KS_WATCHED_FAILED:
    default:
      return _ ("cannot be read");
    }
}

/* Of other files it is enough that they are no exports. */
static char *
dup_detail (const KsWatchedFile *file)
{
  const char *state = name_state (file->state);

  return file->message != NULL && file->state != KS_WATCHED_OTHER
             ? g_strdup_printf ("%s\n%s", state, file->message)
             : g_strdup (state);
}

static void
add_line (KsWatchCard *self, const KsWatchedFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = ks_watched_file_dup_name (file);
  g_autofree char *detail = dup_detail (file);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_expander_row_add_row (self->files_row, row);
  g_ptr_array_add (self->lines, row);
}

static void
show_files (KsWatchCard *self, GPtrArray *files)
{
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    adw_expander_row_remove (self->files_row, self->lines->pdata[i]);
  g_ptr_array_set_size (self->lines, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->files_row), files != NULL && files->len > 0);
  if (files == NULL)
    return;
  title = g_strdup_printf (ngettext ("%u file in it", "%u files in it", files->len), files->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->files_row), title);
  for (guint i = 0; i < MIN (files->len, MOST_LINES); i++)
    add_line (self, files->pdata[i]);
}

static void
show_folder (KsWatchCard *self, KsFolderWatcher *watcher)
{
  const char *folder = ks_folder_watcher_get_folder (watcher);
  const char *problem = ks_folder_watcher_get_problem (watcher);
  g_autofree char *name = folder != NULL ? ks_folder_watcher_dup_name (watcher) : NULL;
  g_autofree char *shown = folder != NULL ? g_filename_display_name (folder) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->folder),
                                 name != NULL ? name : _ ("No folder is watched"));
  adw_action_row_set_subtitle (
      self->folder, problem != NULL ? problem
                    : folder != NULL
                        ? shown
                        : _ ("Exports that are put into a folder can be offered here."));
  gtk_widget_set_visible (self->stop_button, folder != NULL);
  gtk_widget_set_visible (self->takes_row, folder != NULL);
}

/**
 * ks_watch_card_show:
 * @self: a card
 * @watcher: what it shows; it outlives the card
 *
 * Shows what the watcher knows now.
 */
void
ks_watch_card_show (KsWatchCard *self, KsFolderWatcher *watcher)
{
  g_return_if_fail (KS_IS_WATCH_CARD (self));

  self->watcher = NULL;
  show_folder (self, watcher);
  gtk_switch_set_active (self->takes, ks_folder_watcher_get_takes (watcher));
  show_files (self, ks_folder_watcher_get_files (watcher));
  self->watcher = watcher;
}
