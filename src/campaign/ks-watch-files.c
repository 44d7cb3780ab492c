/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-watch-private.h"

#include <glib/gstdio.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"

/* A folder of more is the wrong one. */
#define MAX_FILES 5000

static void
free_file (gpointer data)
{
  KsWatchedFile *self = data;

  g_free (self->path);
  g_free (self->message);
  g_free (self->sha256);
  g_free (self);
}

static KsWatchedFile *
copy_file (const KsWatchedFile *self)
{
  KsWatchedFile *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->message = g_strdup (self->message);
  copy->sha256 = g_strdup (self->sha256);
  return copy;
}

/**
 * ks_watched_file_set_state:
 * @self: a file
 * @state: what it is
 * @message: (transfer full) (nullable): why, as a sentence
 *
 * What is the same as before was told already, if it was.
 */
void
ks_watched_file_set_state (KsWatchedFile *self, KsWatchedState state, char *message)
{
  self->told &= self->state == state && g_strcmp0 (self->message, message) == 0;
  self->state = state;
  g_free (self->message);
  self->message = message;
}

/* Browsers, office programs and copying programs name what they have not finished so. */
static gboolean
is_unfinished_name (const char *name)
{
  static const char *const suffixes[] = { ".part", ".partial", ".crdownload", ".download", ".tmp" };

  if (*name == '.' || g_str_has_prefix (name, "~$"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
look_at_disk (KsWatchedFile *self)
{
  GStatBuf status;

  if (g_stat (self->path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  self->size = status.st_size;
  self->changed = status.st_mtime;
  return TRUE;
}

/**
 * ks_watched_file_has_moved_on:
 * @self: a file
 *
 * Returns: whether it is no longer what it was when it was listed
 */
gboolean
ks_watched_file_has_moved_on (const KsWatchedFile *self)
{
  KsWatchedFile now = { .path = self->path };

  return !look_at_disk (&now) || now.size != self->size || now.changed != self->changed;
}

static const KsWatchedFile *
find_file (GPtrArray *files, const char *path)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (g_str_equal (((const KsWatchedFile *) files->pdata[i])->path, path))
      return files->pdata[i];
  return NULL;
}

/* A file that stands as it stood stays what it was found to be. */
static KsWatchedFile *
meet_file (char *path, GPtrArray *before)
{
  const KsWatchedFile *known = find_file (before, path);
  KsWatchedFile *self = g_new0 (KsWatchedFile, 1);

  self->path = path;
  if (!look_at_disk (self))
    {
      free_file (self);
      return NULL;
    }
  if (known != NULL && known->size == self->size && known->changed == self->changed)
    {
      free_file (self);
      return copy_file (known);
    }
  self->since = g_get_monotonic_time ();
  return self;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(KsWatchedFile *const *) a)->path, (*(KsWatchedFile *const *) b)->path);
}

static GDir *
open_folder (const char *folder, GError **error)
{
  g_autoptr (GError) local = NULL;
  GDir *dir = g_dir_open (folder, 0, &local);

  if (dir == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("The watched folder %s cannot be read now; it is tried again. Check whether it "
                    "is there and its drive is connected."),
                 folder);
  return dir;
}

/**
 * ks_watch_list:
 * @folder: a folder
 * @before: (nullable) (element-type KsWatchedFile): what the list before this one found
 * @error: return location for an error
 *
 * Lists the files of a folder, not of folders in it, without reading any. What is unchanged since
 * @before is what it was.
 *
 * Returns: (transfer full) (element-type KsWatchedFile): its files by name, or %NULL with @error set
 *   when the folder cannot be read
 */
GPtrArray *
ks_watch_list (const char *folder, GPtrArray *before, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  g_autoptr (GDir) dir = open_folder (folder, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      KsWatchedFile *file = is_unfinished_name (name)
                                ? NULL
                                : meet_file (g_build_filename (folder, name, NULL), before);

      if (file != NULL)
        g_ptr_array_add (files, file);
      if (files->len <= MAX_FILES)
        continue;
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("The folder %s holds more than %u files; choose one for exports alone."),
                   folder, MAX_FILES);
      return NULL;
    }
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

/**
 * ks_watch_copy:
 * @files: (element-type KsWatchedFile): files of a folder
 *
 * Returns: (transfer full) (element-type KsWatchedFile): the same, for another thread
 */
GPtrArray *
ks_watch_copy (GPtrArray *files)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (free_file);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (copy, copy_file (files->pdata[i]));
  return copy;
}

/**
 * ks_watch_equal:
 * @files: (nullable) (element-type KsWatchedFile): files of a folder
 * @others: (nullable) (element-type KsWatchedFile): files of a folder
 *
 * Returns: whether they are the same, in the same states
 */
gboolean
ks_watch_equal (GPtrArray *files, GPtrArray *others)
{
  if (files == NULL || others == NULL || files->len != others->len)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const KsWatchedFile *a = files->pdata[i];
      const KsWatchedFile *b = others->pdata[i];

      if (!g_str_equal (a->path, b->path) || a->size != b->size || a->changed != b->changed
          || a->state != b->state || g_strcmp0 (a->message, b->message) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_watch_count:
 * @files: (element-type KsWatchedFile): files of a folder
 * @state: a state
 *
 * Returns: how many are in it
 */
guint
ks_watch_count (GPtrArray *files, KsWatchedState state)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    n += ((const KsWatchedFile *) files->pdata[i])->state == state;
  return n;
}

/**
 * ks_watched_file_is_new:
 * @self: a file
 *
 * Returns: whether it could be taken in, with or without a question
 */
gboolean
ks_watched_file_is_new (const KsWatchedFile *self)
{
  return self->state == KS_WATCHED_READY || self->state == KS_WATCHED_ASKS;
}

/**
 * ks_watched_file_dup_name:
 * @self: a file
 *
 * Returns: (transfer full): its name, for people
 */
char *
ks_watched_file_dup_name (const KsWatchedFile *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  return g_filename_display_name (name);
}
