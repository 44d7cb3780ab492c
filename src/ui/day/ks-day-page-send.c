/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-page-private.h"

#include "ks-day-pane.h"
#include "ks-file-dialog.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-remind-window.h"
#include "ks-shell.h"

/**
 * ks_day_page_check_sendable:
 * @self: a page that shows figures
 *
 * Returns: whether what is shown may leave the program; else the officer was told why not
 */
gboolean
ks_day_page_check_sendable (KsDayPage *self)
{
  g_autoptr (GError) error = NULL;

  if (ks_day_figures_check_sendable (self->shown->figures, &error))
    return TRUE;
  ks_shell_show_error (ks_shell_from_widget (GTK_WIDGET (self)), error);
  return FALSE;
}

static void
copy_text_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsDayPage *self = KS_DAY_PAGE (widget);
  g_autofree char *message = NULL;
  g_autofree char *text = ks_day_page_check_sendable (self)
                              ? ks_day_pane_take_text (KS_DAY_PANE (self->pane), &message)
                              : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ks_shell_show_message (ks_shell_from_widget (widget), message);
}

/* The picture of a district's table, made beside the window; shared with the thread. */
typedef struct
{
  KsCampaign *campaign;
  KsDaySnapshot *shown;
  char *district;
  char *path;      /* where it is written; NULL: it is copied */
  GBytes *picture; /* PNG */
  guint n_pages;
} Picture;

static void
clear_picture (gpointer data)
{
  Picture *picture = data;

  g_object_unref (picture->campaign);
  ks_day_snapshot_unref (picture->shown);
  g_free (picture->district);
  g_free (picture->path);
  g_clear_pointer (&picture->picture, g_bytes_unref);
}

static void
unref_picture (gpointer picture)
{
  g_atomic_rc_box_release_full (picture, clear_picture);
}

static gboolean
make_picture (KsJob *job, gpointer data, GError **error)
{
  Picture *picture = data;
  g_autoptr (KsDayFigures) figures
      = ks_day_figures_dup_sendable (picture->shown->figures, picture->campaign, job, error);
  g_autoptr (KsPages) pages
      = figures != NULL ? ks_remind_table_new (picture->campaign, picture->shown->words, figures,
                                               picture->district, error)
                        : NULL;

  if (pages == NULL)
    return FALSE;
  picture->n_pages = ks_pages_get_n_pages (pages);
  if (picture->path != NULL)
    return ks_remind_write_picture (pages, picture->path, error);
  picture->picture = ks_pages_dup_picture (pages, 0, KS_FORMAT_PNG, error);
  return picture->picture != NULL;
}

/* The one that asked for a picture. */
typedef struct
{
  GtkWidget *page;
  Picture *picture;
} Waiting;

static void
take_picture (Waiting *waiting)
{
  KsShell *shell = ks_shell_from_widget (waiting->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = gdk_texture_new_from_bytes (waiting->picture->picture, &error);
  g_autofree char *many
      = g_strdup_printf (_ ("Picture 1 of %u was copied; the pack of the district holds them all."),
                         waiting->picture->n_pages);

  if (shell == NULL)
    return;
  if (texture == NULL)
    {
      ks_shell_show_error (shell, error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (waiting->page), texture);
  ks_shell_show_message (shell, waiting->picture->n_pages > 1
                                    ? many
                                    : _ ("The table was copied as a picture."));
}

static void
tell_written (Waiting *waiting)
{
  KsShell *shell = ks_shell_from_widget (waiting->page);
  g_autoptr (GFile) file = g_file_new_for_path (waiting->picture->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (shell != NULL)
    ks_shell_show_written (shell,
                           waiting->picture->n_pages > 1 ? _ ("The table was saved as pictures.")
                                                         : _ ("The table was saved as a picture."),
                           folder);
}

static void
picture_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Waiting *waiting = user_data;

  if (ok && waiting->picture->path != NULL)
    tell_written (waiting);
  else if (ok)
    take_picture (waiting);
  unref_picture (waiting->picture);
  g_object_unref (waiting->page);
  g_free (waiting);
}

static const KsDayDistrict *
get_district (KsDayPage *self)
{
  return ks_day_units_get_district (KS_DAY_UNITS (self->table), NULL);
}

/* @path: (nullable): where it is written; %NULL: it is copied */
static void
draw_picture (KsDayPage *self, const char *path)
{
  Picture *picture = g_atomic_rc_box_new0 (Picture);
  Waiting *waiting = g_new0 (Waiting, 1);
  g_autoptr (KsJob) job = ks_job_new (_ ("Drawing the table"));

  picture->campaign = g_object_ref (self->campaign);
  picture->shown = ks_day_snapshot_ref (self->shown);
  picture->district = g_strdup (get_district (self)->code);
  picture->path = g_strdup (path);
  waiting->page = g_object_ref (GTK_WIDGET (self));
  waiting->picture = g_atomic_rc_box_acquire (picture);
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, make_picture, picture,
                    unref_picture, picture_done_cb, waiting);
}

static void
copy_picture_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  draw_picture (KS_DAY_PAGE (widget), NULL);
}

static void
save_to_cb (GFile *file, gpointer data)
{
  KsDayPage *self = KS_DAY_PAGE (data);
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && self->campaign != NULL && self->shown != NULL)
    draw_picture (self, path);
}

static void
save_picture_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *place = ks_file_name_make (get_district (KS_DAY_PAGE (widget))->name);
  g_autofree char *file = g_strconcat (place, ".png", NULL);

  ks_file_dialog_save (widget, _ ("Save Table as Picture"), file, _ ("Pictures"), ".png",
                       save_to_cb, widget);
}

static void
edit_text_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsDayPage *self = KS_DAY_PAGE (widget);

  if (ks_day_page_check_sendable (self))
    ks_remind_window_present (ks_shell_from_widget (widget), self->campaign, self->shown->figures,
                              get_district (self)->code);
}

/**
 * ks_day_page_install_send_actions:
 * @widget_class: the class of the page
 *
 * Gives the page what hands on figures: texts and pictures for the groups.
 */
void
ks_day_page_install_send_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.copy-text", NULL, copy_text_action_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-picture", NULL,
                                   copy_picture_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save-picture", NULL,
                                   save_picture_action_cb);
  gtk_widget_class_install_action (widget_class, "page.edit-text", NULL, edit_text_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.copy-text", NULL);
}
