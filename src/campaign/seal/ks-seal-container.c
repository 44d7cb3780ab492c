/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-container.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-platform.h"
#include "ks-seal-pieces.h"

/* More are not told one by one: whoever gets so many has got another file. */
#define MAX_FAULTS 200

/**
 * ks_seal_container_clear:
 * @self: a file
 *
 * Frees what it holds.
 */
void
ks_seal_container_clear (KsSealContainer *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->zip, ks_plain_zip_free);
  g_clear_pointer (&self->manifest, ks_seal_manifest_free);
  g_clear_pointer (&self->hash, g_free);
}

/**
 * ks_seal_container_note:
 * @self: a file
 * @part: of it; empty: the file as a whole
 * @message: (transfer full): what is wrong
 *
 * Adds a fault.
 */
void
ks_seal_container_note (KsSealContainer *self, const char *part, char *message)
{
  KsSealFault *fault;

  if (self->n_faults++ >= MAX_FAULTS)
    {
      g_free (message);
      return;
    }
  fault = g_new (KsSealFault, 1);
  *fault = (KsSealFault){ g_strdup (self->name), g_strdup (part), message };
  g_ptr_array_add (self->faults, fault);
}

static gboolean
is_noted (const KsSealContainer *self, const char *part)
{
  for (guint i = 0; i < self->faults->len; i++)
    {
      const KsSealFault *fault = self->faults->pdata[i];

      if (g_str_equal (fault->part, part) && g_str_equal (fault->file, self->name))
        return TRUE;
    }
  return FALSE;
}

static char *
describe_zip_fault (const KsPlainZipFault *fault)
{
  g_autofree char *at = ks_format_count ((gint64)fault->at);

  switch (fault->kind)
    {
    case KS_PLAIN_ZIP_NOT_ONE:
      return g_strdup (
          _ ("it does not begin as a seal does: it is another file, it was packed anew, or "
             "its beginning is damaged; ask for the file as it was sealed"));
    case KS_PLAIN_ZIP_HEADER:
      return g_strdup_printf (
          _ ("what stands before this part in the ZIP archive was changed (byte %s)"), at);
    case KS_PLAIN_ZIP_CONTENT:
      return g_strdup (_ ("it does not give the check sum that the ZIP archive tells of it"));
    case KS_PLAIN_ZIP_NAME:
      return g_strdup (
          _ ("no part of a seal is called so, it may lead out of the folder: do not unpack "
             "this file"));
    case KS_PLAIN_ZIP_TWICE:
      return g_strdup (_ ("there are two parts of this name: one was added"));
    case KS_PLAIN_ZIP_PACKED:
      return g_strdup (
          _ ("it is compressed or has a password, as no part of a seal is: the file was "
             "packed anew; ask for the file as it was sealed"));
    case KS_PLAIN_ZIP_CUT:
      return g_strdup_printf (
          _ ("the file ends within it (byte %s): it was cut off; copy it once more"), at);
    case KS_PLAIN_ZIP_MANY:
      return g_strdup (_ ("there are more parts than a seal has"));
    case KS_PLAIN_ZIP_DIRECTORY:
    default:
      return g_strdup_printf (_ ("what follows the last part in the ZIP archive, its table of "
                                 "contents, was changed, cut off "
                                 "or added to (byte %s)"),
                              at);
    }
}

/* What a part holds is told by its hash first. */
static void
note_zip_faults (KsSealContainer *self)
{
  for (guint i = 0; i < self->zip->faults->len; i++)
    {
      const KsPlainZipFault *fault = self->zip->faults->pdata[i];

      if (fault->kind != KS_PLAIN_ZIP_CONTENT || !is_noted (self, fault->part))
        ks_seal_container_note (self, fault->part, describe_zip_fault (fault));
    }
}

static void
check_part (KsSealContainer *self, const KsSealPart *part)
{
  GBytes *content = ks_plain_zip_lookup (self->zip, part->name);
  g_autofree char *sha256 = content != NULL ? ks_seal_hash (content) : NULL;

  if (content == NULL)
    ks_seal_container_note (self, part->name,
                            g_strdup (_ ("it is missing, though the manifest lists it")));
  else if (!g_str_equal (sha256, part->sha256) || (gint64)g_bytes_get_size (content) != part->size)
    ks_seal_container_note (
        self, part->name,
        g_strdup (
            _ ("it is not as it was sealed: its bytes give another hash than the manifest tells")));
}

static void
check_strangers (KsSealContainer *self)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (listed, (gpointer)KS_SEAL_MANIFEST);
  g_hash_table_add (listed, (gpointer)KS_SEAL_SUMS);
  for (guint i = 0; i < self->manifest->parts->len; i++)
    g_hash_table_add (listed, ((KsSealPart *)self->manifest->parts->pdata[i])->name);
  for (guint i = 0; i < self->zip->parts->len; i++)
    {
      const KsPlainZipPart *part = self->zip->parts->pdata[i];

      if (!g_hash_table_contains (listed, part->name))
        ks_seal_container_note (
            self, part->name,
            g_strdup (_ ("the manifest does not list it: it was added, or its name was changed")));
    }
}

/* "<hash>  manifest.json" of the list; %NULL: it tells none */
static char *
find_sum (GBytes *sums, const char *name)
{
  gsize length;
  const char *data = g_bytes_get_data (sums, &length);
  g_autofree char *text = g_strndup (data, length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *ending = g_strconcat ("  ", name, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], ending))
      return g_strndup (lines[i], strlen (lines[i]) - strlen (ending));
  return NULL;
}

/* Either the manifest was changed or the list that tells its hash. */
static void
check_sums (KsSealContainer *self)
{
  GBytes *sums = ks_plain_zip_lookup (self->zip, KS_SEAL_SUMS);
  g_autoptr (GBytes) expected = ks_seal_pieces_make_sums (self->zip->parts);
  g_autofree char *told = sums != NULL ? find_sum (sums, KS_SEAL_MANIFEST) : NULL;

  if (sums == NULL)
    ks_seal_container_note (self, KS_SEAL_SUMS, g_strdup (_ ("it is missing")));
  else if (g_strcmp0 (told, self->hash) != 0)
    ks_seal_container_note (
        self, KS_SEAL_MANIFEST,
        g_strdup_printf (
            _ ("it is not as it was sealed, or the list %s is not: its bytes give another "
               "hash than is told there"),
            KS_SEAL_SUMS));
  else if (!g_bytes_equal (sums, expected) && self->n_faults == 0)
    ks_seal_container_note (self, KS_SEAL_SUMS,
                            g_strdup (_ ("it does not tell the hashes of the parts as they are")));
}

static gboolean
check_parts (KsSealContainer *self, KsJob *job, GError **error)
{
  for (guint i = 0; i < self->manifest->parts->len; i++)
    {
      check_part (self, self->manifest->parts->pdata[i]);
      if (job != NULL && !ks_job_report (job, i, self->manifest->parts->len, error))
        return FALSE;
    }
  check_strangers (self);
  return TRUE;
}

static void
read_manifest (KsSealContainer *self, const char *format)
{
  GBytes *content = ks_plain_zip_lookup (self->zip, KS_SEAL_MANIFEST);
  g_autoptr (GError) local = NULL;

  if (content == NULL)
    {
      ks_seal_container_note (self, KS_SEAL_MANIFEST,
                              g_strdup (_ ("it is missing: nothing tells what was sealed")));
      return;
    }
  self->hash = ks_seal_hash (content);
  self->manifest = ks_seal_manifest_read (content, &local);
  if (self->manifest == NULL)
    ks_seal_container_note (self, KS_SEAL_MANIFEST, g_strdup (local->message));
  else if (!g_str_equal (self->manifest->format, format))
    ks_seal_container_note (
        self, "",
        g_strdup (g_str_equal (format, KS_SEAL_FORMAT)
                      ? _ ("it is an archive, not a seal: give the two files in their order")
                      : _ ("it is a seal, not an archive: give the two files in their order")));
}

/**
 * ks_seal_container_read:
 * @self: room for a file
 * @path: where it is
 * @format: %KS_SEAL_FORMAT or %KS_ARCHIVE_FORMAT
 * @faults: (element-type KsSealFault): takes what is wrong; outlives @self
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Checks a file by itself: that every byte around its parts is as it was written, and that the
 * parts are those of its manifest.
 *
 * Returns: %FALSE with @error set where it cannot be read at all, or somebody stopped;
 *   ks_seal_container_clear() is due either way
 */
gboolean
ks_seal_container_read (KsSealContainer *self,
                        const char *path,
                        const char *format,
                        GPtrArray *faults,
                        KsJob *job,
                        GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = ks_file_map (path, error);

  self->name = g_utf8_make_valid (base, -1);
  self->faults = faults;
  if (bytes == NULL)
    return FALSE;
  self->zip = ks_plain_zip_read (bytes);
  if (self->zip->parts->len > 0)
    {
      read_manifest (self, format);
      if (self->manifest != NULL && !check_parts (self, job, error))
        return FALSE;
      if (self->hash != NULL)
        check_sums (self);
    }
  note_zip_faults (self);
  return TRUE;
}
