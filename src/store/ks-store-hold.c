/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-connection.h"
#include "ks-i18n.h"
#include "ks-store-private.h"

/* WAL lets readers see the file while it is written; where a network drive cannot do that, the
 * rollback journal is used and the officer is told. */
static gboolean
set_journal (KsStore *self, GError **error)
{
  g_autofree char *mode = ks_connection_dup_text (self->writer, "PRAGMA journal_mode = WAL");

  if (g_strcmp0 (mode, "wal") != 0)
    {
      if (!ks_connection_exec (self->writer, "PRAGMA journal_mode = DELETE", error))
        return FALSE;
      g_free (self->warning);
      self->warning = g_strdup (_ ("The drive of this file does not support safe shared work. "
                                   "Keep the campaign on this computer's own disk."));
    }
  return ks_connection_exec (self->writer, "PRAGMA synchronous = FULL", error);
}

static void
set_held_error (KsStore *self, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (self->other == NULL)
    g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_READ_ONLY,
                 _ ("%s: the file cannot be written; save a copy in a folder of your own"), name);
  else if (self->other[0] == '\0')
    g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_HELD,
                 _ ("%s is open in another program; close it there and try again"), name);
  else
    g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_HELD,
                 _ ("%s is open already, with %s; close it there and try again"), name,
                 self->other);
}

/* Another command may be at its last step: that is worth waiting for once, a window is not. */
static void
take_lock (KsStore *self, guint patience)
{
  gboolean waited_before = self->other != NULL;
  gint64 end = g_get_monotonic_time () + (waited_before ? 0 : patience * (gint64) 1000);

  for (;;)
    {
      g_clear_pointer (&self->other, g_free);
      self->lock = ks_file_lock_take (self->path, self->holder, &self->other);
      if (self->lock != NULL || self->other == NULL || g_get_monotonic_time () >= end)
        return;
      g_usleep (20000);
    }
}

/* Whether another program has written since this was asked last. */
static gboolean
note_changes (KsStore *self)
{
  gint64 before = self->data_version;

  self->data_version = ks_connection_get_int (self->writer, "PRAGMA data_version", 0);
  return self->data_version != before;
}

/* Setting the journal counts as a change too, but as one of our own. */
static gboolean
begin_holding (KsStore *self, guint patience, gboolean *changed, GError **error)
{
  take_lock (self, patience);
  if (self->lock == NULL)
    {
      set_held_error (self, error);
      return FALSE;
    }
  *changed = note_changes (self);
  if (!set_journal (self, error))
    {
      g_clear_pointer (&self->lock, ks_file_lock_free);
      return FALSE;
    }
  note_changes (self);
  return TRUE;
}

/**
 * ks_store_hold:
 * @self: a store
 * @patience: how long another holder is waited for, in milliseconds; who was found holding it once
 *   is not waited for again
 * @changed: (out) (optional): whether others have written since the file was opened
 * @error: return location for an error
 *
 * Takes the file for this program: others may read it meanwhile, none may write. SQLite's own
 * locks are no protection while the file is open: any part of this process that opens and closes
 * it (a file chooser looks at what files are) drops them, and another program would then put
 * away the journal as if it were the last. Held until it is closed.
 *
 * Returns: %FALSE with %KS_STORE_ERROR_HELD set, which names who has it, or %KS_STORE_ERROR_READ_ONLY
 */
gboolean
ks_store_hold (KsStore *self, guint patience, gboolean *changed, GError **error)
{
  gboolean ok = TRUE;
  gboolean moved = FALSE;

  g_mutex_lock (&self->writing);
  if (self->read_only)
    {
      set_held_error (self, error);
      ok = FALSE;
    }
  else if (self->lock == NULL)
    ok = begin_holding (self, patience, &moved, error);
  g_mutex_unlock (&self->writing);
  if (changed != NULL)
    *changed = moved;
  return ok;
}

/**
 * ks_store_set_holder:
 * @self: a store that is not held yet
 * @holder: who works on it, as other programs tell
 */
void
ks_store_set_holder (KsStore *self, const char *holder)
{
  g_free (self->holder);
  self->holder = g_strdup_printf ("%s (%s)", holder, g_get_host_name ());
}

/**
 * ks_store_has_changed:
 * @self: a store
 *
 * Returns: whether another program has written since the file was opened or this was last asked
 */
gboolean
ks_store_has_changed (KsStore *self)
{
  gboolean changed;

  g_mutex_lock (&self->writing);
  changed = note_changes (self);
  g_mutex_unlock (&self->writing);
  return changed;
}

/* Private to store/: the first write of one who did not hold the file. What he read of it must
 * still be true. */
gboolean
ks_store_hold_for_write (KsStore *self, GError **error)
{
  g_autofree char *name = NULL;
  gboolean changed;

  if (!ks_store_hold (self, KS_STORE_PATIENCE_MS, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;
  name = g_path_get_basename (self->path);
  g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_HELD,
               _ ("%s was changed by another program just now; look at it and try again"), name);
  return FALSE;
}
