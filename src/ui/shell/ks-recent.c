/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-recent.h"

#define MIME_TYPE "application/vnd.danvan.khaosat"
#define MENU_LENGTH 8
#define LABEL_CHARS 32

/**
 * ks_recent_add:
 * @path: a campaign that was opened
 *
 * Remembers it.
 */
void
ks_recent_add (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  const GtkRecentData recent = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Khảo Sát",
    .app_exec = (char *) "khaosat %f",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &recent);
}

static gboolean
is_campaign (GtkRecentInfo *info)
{
  return g_str_has_suffix (gtk_recent_info_get_uri (info), ".khaosat")
         && gtk_recent_info_exists (info);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *info_a = *(GtkRecentInfo *const *) a;
  GtkRecentInfo *info_b = *(GtkRecentInfo *const *) b;

  return g_date_time_compare (gtk_recent_info_get_modified (info_b),
                              gtk_recent_info_get_modified (info_a));
}

/**
 * ks_recent_dup_files:
 * @max: how many at most
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): the campaigns that are still there, the
 *   newest first
 */
GPtrArray *
ks_recent_dup_files (guint max)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    if (is_campaign (l->data))
      g_ptr_array_add (files, gtk_recent_info_ref (l->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (files, compare_newest_first);
  if (files->len > max)
    g_ptr_array_set_size (files, (int) max);
  return files;
}

/* A menu is as wide as its longest label. In one an underscore would name a key. */
static char *
make_label (const char *name)
{
  glong length = g_utf8_strlen (name, -1);
  g_autofree char *head = g_utf8_substring (name, 0, MIN (length, LABEL_CHARS / 2));
  g_autofree char *tail = g_utf8_substring (name, MAX (0, length - LABEL_CHARS / 2), length);
  g_autofree char *label
      = length <= LABEL_CHARS ? g_strdup (name) : g_strconcat (head, "…", tail, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * ks_recent_fill_menu:
 * @menu: a menu of its own
 *
 * Makes an item "win.open-uri" of each file.
 */
void
ks_recent_fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) files = ks_recent_dup_files (MENU_LENGTH);

  g_menu_remove_all (menu);
  for (guint i = 0; i < files->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (files, i);
      g_autofree char *label = make_label (gtk_recent_info_get_display_name (info));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
    }
}
