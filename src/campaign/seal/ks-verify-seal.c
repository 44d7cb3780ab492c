/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-verify-seal.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-log-table.h"
#include "ks-number.h"
#include "ks-seal-archive.h"
#include "ks-seal-container.h"
#include "ks-seal-pieces.h"
#include "ks-seal-rebuild.h"
#include "ks-seal-stages.h"

enum
{
  STAGES_OF_SEAL = 1,
  STAGES_OF_ARCHIVE = 3,
};

#define COLUMN_OF_HASH 3

typedef struct
{
  KsSealContainer seal;
  KsSealContainer archive;
  KsRebuild rebuild;
  guint n_figures; /* lines of figures that were made anew */
  KsSealStages *stages;
} Check;

static void
check_clear (Check *self)
{
  ks_seal_container_clear (&self->seal);
  ks_seal_container_clear (&self->archive);
  ks_rebuild_clear (&self->rebuild);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

/**
 * ks_seal_fault_free:
 * @self: (nullable): a fault
 *
 * Frees it.
 */
void
ks_seal_fault_free (KsSealFault *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->part);
  g_free (self->message);
  g_free (self);
}

static char **
split_lines (GBytes *content)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_strsplit (valid, "\n", -1);
}

/* The hash of each row of the log that a seal tells; %NULL: it tells none */
static GPtrArray *
read_log (const KsSealContainer *seal)
{
  GBytes *content = ks_plain_zip_lookup (seal->zip, KS_SEAL_LOG);
  g_auto (GStrv) lines = content != NULL ? split_lines (content) : NULL;
  GPtrArray *hashes;

  if (lines == NULL || lines[0] == NULL)
    return NULL;
  hashes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_ptr_array_add (
          hashes, g_strdup (g_strv_length (cells) > COLUMN_OF_HASH ? cells[COLUMN_OF_HASH] : ""));
    }
  return hashes;
}

static void
check_log_of_seal (Check *self, GPtrArray *hashes)
{
  const KsSealManifest *manifest = self->seal.manifest;

  if (hashes != NULL
      && (manifest->n_log != hashes->len
          || !g_str_equal (hashes->pdata[hashes->len - 1], manifest->head)))
    ks_seal_container_note (
        &self->seal, KS_SEAL_LOG,
        g_strdup (_ ("it does not end with the row of the log that the manifest "
                     "tells")));
}

static gboolean
take_entry (JsonObject *line, gpointer data, GError **error)
{
  KsLogEntry *entry = g_new0 (KsLogEntry, 1);

  entry->seq = ks_seal_get_number (line, "seq", 0);
  entry->utc = g_strdup (ks_seal_get_text (line, "utc"));
  entry->actor = g_strdup (ks_seal_get_text (line, "actor"));
  entry->action = g_strdup (ks_seal_get_text (line, "action"));
  entry->payload = g_strdup (ks_seal_get_text (line, "payload"));
  entry->prev = g_strdup (ks_seal_get_text (line, "prev"));
  entry->hash = g_strdup (ks_seal_get_text (line, "hash"));
  g_ptr_array_add (data, entry);
  return TRUE;
}

/* The whole log is in the archive alone: there each row must follow from those before it, and be
 * the one that the seal tells. */
static gboolean
check_log_of_archive (Check *self, GPtrArray *hashes, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_log_entry_free);
  g_autofree char *number = NULL;
  gint64 broken;

  if (!ks_seal_foreach_line (self->archive.zip->parts, KS_ARCHIVE_LOG, take_entry, entries, error))
    return FALSE;
  broken = ks_log_table_find_break (entries);
  for (guint i = 0; broken == 0 && hashes != NULL && i < MAX (entries->len, hashes->len); i++)
    if (i >= entries->len || i >= hashes->len
        || !g_str_equal (((KsLogEntry *)entries->pdata[i])->hash, hashes->pdata[i]))
      broken = (gint64)i + 1;
  if (broken == 0)
    return TRUE;
  number = ks_format_count (broken);
  ks_seal_container_note (
      &self->archive, KS_ARCHIVE_LOG,
      g_strdup_printf (
          _ ("row %s does not follow from the rows before it, or the seal tells another "
             "row there"),
          number));
  return TRUE;
}

/* The file of answers in the archive is the one that the seal tells. */
static gboolean
holds_input (Check *self, const KsSealInput *input)
{
  g_autofree char *name = ks_seal_archive_dup_input (input->number);
  GBytes *content = ks_plain_zip_lookup (self->archive.zip, name);
  g_autofree char *sha256 = content != NULL ? ks_seal_hash (content) : NULL;

  return g_strcmp0 (sha256, input->kept_sha256) == 0;
}

static void
check_inputs (Check *self)
{
  for (guint i = 0; i < self->seal.manifest->inputs->len; i++)
    {
      const KsSealInput *input = self->seal.manifest->inputs->pdata[i];
      g_autofree char *name = ks_seal_archive_dup_input (input->number);

      if (!holds_input (self, input))
        ks_seal_container_note (
            &self->archive, name,
            g_strdup (_ ("these are not the answers of which the seal tells the hash")));
    }
}

static gboolean
is_of_this_seal (Check *self)
{
  return g_str_equal (self->archive.manifest->seal, self->seal.hash);
}

/* Somebody took the archive of another survey: its figures have nothing to do with these. */
static gboolean
is_of_other_answers (Check *self)
{
  const GPtrArray *inputs = self->seal.manifest->inputs;

  for (guint i = 0; i < inputs->len; i++)
    if (holds_input (self, inputs->pdata[i]))
      return FALSE;
  return inputs->len > 0 && !is_of_this_seal (self);
}

static guint
count_lines (GBytes *content)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '\n';
  return n > 0 ? n - 1 : 0;
}

static void
note_difference (Check *self, const char *part, GBytes *sealed, GBytes *anew)
{
  g_auto (GStrv) left = split_lines (sealed);
  g_auto (GStrv) right = split_lines (anew);
  g_autofree char *number = NULL;
  guint i = 0;

  while (left[i] != NULL && right[i] != NULL && g_str_equal (left[i], right[i]))
    i++;
  number = ks_format_count ((gint64)i + 1);
  ks_seal_container_note (
      &self->seal, part,
      g_strdup_printf (_ ("line %s is “%s”, but the answers in the archive give “%s”"), number,
                       left[i] != NULL ? left[i] : "", right[i] != NULL ? right[i] : ""));
}

static void
compare_figures (Check *self, GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const KsPlainZipPart *figure = figures->pdata[i];
      GBytes *sealed = ks_plain_zip_lookup (self->seal.zip, figure->name);

      self->n_figures += count_lines (figure->content);
      if (sealed != NULL && !g_bytes_equal (sealed, figure->content))
        note_difference (self, figure->name, sealed, figure->content);
    }
}

/* Returns %FALSE with @error set where the archive cannot be brought in. */
static gboolean
make_anew (Check *self, GPtrArray *figures, GError **error)
{
  GPtrArray *pieces = self->archive.zip->parts;

  return ks_rebuild_begin (&self->rebuild, pieces, ks_seal_stages_next (self->stages), error)
         && ks_rebuild_place (&self->rebuild, pieces, error)
         && ks_rebuild_give (&self->rebuild, pieces, error)
         && ks_rebuild_add_figures (&self->rebuild, pieces, figures,
                                    ks_seal_stages_next (self->stages), error);
}

static gboolean
pass_on (Check *self, GError *local, GError **error)
{
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  ks_seal_container_note (
      &self->archive, "",
      g_strdup_printf (_ ("its answers cannot be brought in anew: %s"), local->message));
  g_error_free (local);
  return TRUE;
}

static gboolean
check_answers (Check *self, GPtrArray *hashes, GError **error)
{
  g_autoptr (GPtrArray) figures = ks_seal_pieces_new ();
  GError *local = NULL;

  if (is_of_other_answers (self))
    {
      ks_seal_container_note (
          &self->archive, "",
          g_strdup (_ ("this archive belongs to another seal: choose the one that was written with "
                       "this seal")));
      return TRUE;
    }
  if (!is_of_this_seal (self))
    ks_seal_container_note (
        &self->archive, KS_SEAL_MANIFEST,
        g_strdup (_ ("this archive belongs to another seal, or the manifest of the "
                     "seal was changed")));
  check_inputs (self);
  if (!check_log_of_archive (self, hashes, &local) || !make_anew (self, figures, &local))
    return pass_on (self, local, error);
  compare_figures (self, figures);
  return TRUE;
}

/* What was changed in an archive is named; nothing is made of it. */
static gboolean
check_archive (Check *self, const char *path, GPtrArray *faults, GPtrArray *hashes, GError **error)
{
  if (!ks_seal_container_read (&self->archive, path, KS_ARCHIVE_FORMAT, faults,
                               ks_seal_stages_next (self->stages), error))
    return FALSE;
  return self->archive.n_faults > 0 || self->archive.manifest == NULL || self->seal.manifest == NULL
         || check_answers (self, hashes, error);
}

static char *
describe_archive (const Check *self)
{
  g_autofree char *figures = ks_format_count (self->n_figures);
  g_autofree char *inputs = ks_format_count (self->rebuild.n_inputs);
  g_autofree char *decided = ks_format_count (self->rebuild.n_decided);
  g_autofree char *taken = ks_format_count (self->rebuild.n_taken + self->rebuild.n_counts);
  g_autofree char *plain = g_strdup_printf (
      _ ("All %s lines of figures came out the same when %s files of answers were "
         "brought in anew, with %s decisions of officers."),
      figures, inputs, decided);

  if (self->rebuild.n_taken + self->rebuild.n_counts == 0)
    return g_steal_pointer (&plain);
  return g_strdup_printf (
      _ ("%s Of %s sheets or units the archive alone tells how they were counted."), plain, taken);
}

static KsOutcome *
describe (const Check *self, const char *archive_path)
{
  g_autofree char *code = ks_seal_dup_code (self->seal.hash);
  g_autofree char *plain = g_strdup_printf (
      _ ("The seal is whole. Compare its code with the one that was written down: %s"), code);
  g_autofree char *more = archive_path != NULL ? describe_archive (self) : NULL;

  return ks_outcome_new (more != NULL ? g_strdup_printf ("%s. %s", plain, more)
                                      : g_steal_pointer (&plain));
}

static gboolean
check_all (
    Check *self, const char *path, const char *archive_path, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) hashes = NULL;

  if (!ks_seal_container_read (&self->seal, path, KS_SEAL_FORMAT, faults,
                               ks_seal_stages_next (self->stages), error))
    return FALSE;
  hashes = read_log (&self->seal);
  if (self->seal.manifest != NULL && self->seal.n_faults == 0)
    check_log_of_seal (self, hashes);
  return archive_path == NULL || check_archive (self, archive_path, faults, hashes, error);
}

/**
 * ks_verify_seal:
 * @path: a seal
 * @archive_path: (nullable): its archive
 * @job: (nullable): progress
 * @faults: (out) (transfer full) (element-type KsSealFault): what is not as it was sealed; empty:
 * all is
 * @outcome: (out) (optional) (nullable) (transfer full): what was found to hold; %NULL: something
 * does not
 * @error: return location for an error
 *
 * Checks a seal (kiểm tra hồ sơ): one byte that is another is found and the part named. With the
 * archive the answers are brought in anew, into an empty campaign in a folder for temporary files,
 * and every figure must be the same byte for byte. No campaign is needed, and none is touched.
 *
 * Returns: %FALSE with @error set if a file cannot be read or somebody stopped
 */
gboolean
ks_verify_seal (const char *path,
                const char *archive_path,
                KsJob *job,
                GPtrArray **faults,
                KsOutcome **outcome,
                GError **error)
{
  g_auto (KsSealStages) stages
      = { .job = job, .n_stages = STAGES_OF_SEAL + (archive_path != NULL ? STAGES_OF_ARCHIVE : 0) };
  g_auto (Check) check = { .stages = &stages };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_seal_fault_free);

  if (!check_all (&check, path, archive_path, found, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = found->len == 0 ? describe (&check, archive_path) : NULL;
  *faults = g_steal_pointer (&found);
  return TRUE;
}
