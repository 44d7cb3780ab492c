/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-rebuild.h"

#include <glib/gstdio.h>

#include "ks-i18n.h"
#include "ks-import-responses.h"
#include "ks-json.h"
#include "ks-platform.h"
#include "ks-seal-archive.h"
#include "ks-seal-pieces.h"
#include "ks-table-copy.h"
#include "ks-withdraw-batch.h"

#define NAME "khaosat-XXXXXX"

/* Nobody acts here. */
#define ACTOR "verify"

typedef struct
{
  KsRebuild *rebuild;
  GPtrArray *pieces;
  KsTransaction *tx;
  const char *table;
  KsJob *job;
} Work;

/**
 * ks_sheet_place_hash:
 * @place: a place
 *
 * Returns: a hash of it
 */
guint
ks_sheet_place_hash (gconstpointer place)
{
  const KsSheetPlace *self = place;

  return (guint)self->row * 31u + (guint)self->input;
}

/**
 * ks_sheet_place_equal:
 * @a: a place
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
ks_sheet_place_equal (gconstpointer a, gconstpointer b)
{
  const KsSheetPlace *left = a, *right = b;

  return left->row == right->row && left->input == right->input;
}

/**
 * ks_rebuild_clear:
 * @self: a campaign that was made anew
 *
 * Removes it.
 */
void
ks_rebuild_clear (KsRebuild *self)
{
  if (self->campaign != NULL)
    ks_campaign_close (self->campaign, NULL);
  g_clear_object (&self->campaign);
  if (self->folder != NULL)
    {
      g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (self->folder, name, NULL);

          g_unlink (path);
        }
      g_rmdir (self->folder);
    }
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->clock, ks_clock_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->batches, g_hash_table_unref);
}

static void
take_value (JsonObject *line, const char *member, KsCopiedValue *value)
{
  JsonNode *node = json_object_get_member (line, member);

  *value = (KsCopiedValue){ .column = member };
  if (!JSON_NODE_HOLDS_VALUE (node))
    return;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      value->kind = KS_COPIED_TEXT;
      value->text = json_node_get_string (node);
      break;
    case G_TYPE_DOUBLE:
      value->kind = KS_COPIED_REAL;
      value->real = json_node_get_double (node);
      break;
    default:
      value->kind = KS_COPIED_NUMBER;
      value->number = json_node_get_int (node);
      break;
    }
}

static gboolean
insert_row (JsonObject *line, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (GList) members = json_object_get_members (line);
  guint n = g_list_length (members);
  g_autofree KsCopiedValue *values = g_new0 (KsCopiedValue, n + 1);
  guint i = 0;

  for (GList *at = members; at != NULL; at = at->next)
    take_value (line, at->data, &values[i++]);
  return ks_table_copy_insert (work->tx, work->table, values, n, error);
}

static gboolean
fill (Work *work, GError **error)
{
  const char *const *tables = ks_table_copy_get_tables ();

  if (!ks_table_copy_clear (work->tx, error))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (KS_ARCHIVE_TABLES, tables[i], ".jsonl", NULL);

      work->table = tables[i];
      if (!ks_seal_foreach_line (work->pieces, name, insert_row, work, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
create_file (Work *work, const char *path, GError **error)
{
  g_autoptr (KsStore) store = ks_store_create (path, error);
  gboolean ok;

  if (store == NULL)
    return FALSE;
  work->tx = ks_store_begin_write (store, error);
  ok = work->tx != NULL && fill (work, error)
       && ks_transaction_commit (work->tx, 0, ACTOR, "new", "{}", error);
  g_clear_pointer (&work->tx, ks_transaction_free);
  return ks_store_close (store, ok ? error : NULL) && ok;
}

/* The survey has ended: it is now as late as can be told. */
static gboolean
open_file (KsRebuild *self, const char *path, GError **error)
{
  g_autoptr (KsCampaignInfo) info = NULL;

  self->clock = ks_clock_new_fixed (0);
  self->campaign = ks_campaign_open (path, self->clock, ACTOR, error);
  if (self->campaign == NULL)
    return FALSE;
  info = ks_campaign_dup_info (self->campaign);
  ks_clock_set (self->clock, ks_campaign_info_get_end (info) + 1);
  return TRUE;
}

static gboolean
is_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
pass_on (GError *local, GError **error)
{
  if (!is_stopped (local))
    {
      g_error_free (local);
      return TRUE;
    }
  g_propagate_error (error, local);
  return FALSE;
}

static void
remember (KsRebuild *self, gint64 number, gint64 batch)
{
  g_hash_table_insert (self->numbers, g_memdup2 (&batch, sizeof batch),
                       g_memdup2 (&number, sizeof number));
  g_hash_table_insert (self->batches, g_memdup2 (&number, sizeof number),
                       g_memdup2 (&batch, sizeof batch));
}

static gint64
find_batch (KsRebuild *self, gint64 number)
{
  const gint64 *batch = g_hash_table_lookup (self->batches, &number);

  return batch != NULL ? *batch : 0;
}

/* Nobody can be asked, and all was asked when the file came in first. What it now says else is
 * found when sheets are compared. */
static gboolean
import_input (Work *work, gint64 number, GBytes *content, GError **error)
{
  KsRebuild *self = work->rebuild;
  g_autofree char *path = g_build_filename (self->folder, "phieu.csv", NULL);
  const char *const paths[] = { path, NULL };
  const KsEncoding encodings[] = { KS_ENCODING_UTF8 };
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;
  const void *data = g_bytes_get_data (content, &length);

  if (!ks_file_write (path, data, length, error))
    return FALSE;
  results = ks_import_files_answered (self->campaign, paths, encodings, answers, FALSE, work->job,
                                      NULL, &local);
  if (results == NULL)
    {
      self->n_refused++;
      return pass_on (g_steal_pointer (&local), error);
    }
  self->n_inputs++;
  if (results->len > 0 && ((const KsImportResult *)results->pdata[0])->batch > 0)
    remember (self, number, ((const KsImportResult *)results->pdata[0])->batch);
  return TRUE;
}

static gboolean
do_import (Work *work, gint64 number, GError **error)
{
  g_autofree char *name = ks_seal_archive_dup_input (number);
  GBytes *content = ks_seal_pieces_find (work->pieces, name);

  if (content == NULL || find_batch (work->rebuild, number) > 0)
    return TRUE;
  return import_input (work, number, content, error);
}

static gboolean
do_withdraw (Work *work, gint64 number, GError **error)
{
  gint64 batch = find_batch (work->rebuild, number);
  g_autoptr (GError) local = NULL;

  if (batch == 0 || ks_withdraw_batch (work->rebuild->campaign, batch, NULL, &local))
    return TRUE;
  return pass_on (g_steal_pointer (&local), error);
}

static gboolean
do_restore (Work *work, gint64 number, GError **error)
{
  gint64 batch = find_batch (work->rebuild, number);
  g_autoptr (GError) local = NULL;

  if (batch == 0 || ks_restore_batch (work->rebuild->campaign, batch, NULL, &local))
    return TRUE;
  return pass_on (g_steal_pointer (&local), error);
}

typedef gboolean (*StepFunc) (Work *work, gint64 number, GError **error);

static gboolean
do_member (Work *work, JsonObject *payload, const char *member, StepFunc step, GError **error)
{
  gint64 number = ks_seal_get_number (payload, member, 0);

  return number <= 0 || step (work, number, error);
}

/* One import in "batch", several in "batches", several tables in "files". */
static gboolean
do_steps (Work *work, JsonObject *payload, StepFunc step, GError **error)
{
  static const char *const lists[] = { "batches", "files" };

  if (!do_member (work, payload, "batch", step, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *node = json_object_get_member (payload, lists[i]);
      JsonArray *array
          = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint k = 0; array != NULL && k < json_array_get_length (array); k++)
        {
          JsonNode *item = json_array_get_element (array, k);

          if (JSON_NODE_HOLDS_OBJECT (item)
                  ? !do_member (work, json_node_get_object (item), "batch", step, error)
                  : JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_INT64
                        && !step (work, json_node_get_int (item), error))
            return FALSE;
        }
    }
  return TRUE;
}

/* What was known when a file came in, and what was set aside by then, decides which of its rows are
 * new: the imports follow the log. */
static gboolean
replay (JsonObject *line, gpointer data, GError **error)
{
  static const struct
  {
    const char *action;
    StepFunc step;
  } steps[] = {
    { "import", do_import },
    { "withdraw", do_withdraw },
    { "restore", do_restore },
  };
  const char *action = ks_seal_get_text (line, "action");
  const char *payload = ks_seal_get_text (line, "payload");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (JsonParser) parser = NULL;
      JsonNode *root;

      if (!g_str_equal (action, steps[i].action))
        continue;
      parser = json_parser_new_immutable ();
      if (!ks_json_is_plain (payload, strlen (payload))
          || !json_parser_load_from_data (parser, payload, -1, NULL))
        return TRUE;
      root = json_parser_get_root (parser);
      return root == NULL || !JSON_NODE_HOLDS_OBJECT (root)
             || do_steps (data, json_node_get_object (root), steps[i].step, error);
    }
  return TRUE;
}

/* The log of a campaign that an earlier version made may not tell all of it. */
static gboolean
settle (JsonObject *line, gpointer data, GError **error)
{
  Work *work = data;
  gint64 number = ks_seal_get_number (line, "number", 0);
  const char *state = ks_seal_get_text (line, "state");

  if (number <= 0)
    return TRUE;
  if (!do_import (work, number, error))
    return FALSE;
  return g_str_equal (state, "withdrawn") ? do_withdraw (work, number, error)
                                          : do_restore (work, number, error);
}

/**
 * ks_rebuild_begin:
 * @self: room for a campaign
 * @pieces: (element-type KsPlainZipPart): of an archive
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Makes an empty campaign with the units, the form and the settings of the archive, and brings its
 * files in, in the order of the log.
 *
 * Returns: %FALSE with @error set; ks_rebuild_clear() is due either way
 */
gboolean
ks_rebuild_begin (KsRebuild *self, GPtrArray *pieces, KsJob *job, GError **error)
{
  Work work = { .rebuild = self, .pieces = pieces, .job = job };
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp (NAME, error);
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->batches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (self->folder == NULL)
    return FALSE;
  path = g_build_filename (self->folder, "ho-so.khaosat", NULL);
  return create_file (&work, path, error) && open_file (self, path, error)
         && ks_seal_foreach_line (pieces, KS_ARCHIVE_LOG, replay, &work, error)
         && ks_seal_foreach_line (pieces, KS_ARCHIVE_TABLES "batch.jsonl", settle, &work, error);
}

static gboolean
take_open (JsonObject *line, gpointer data, GError **error)
{
  g_hash_table_add (data, g_strdup (ks_seal_get_text (line, "unit")));
  return TRUE;
}

/**
 * ks_rebuild_add_figures:
 * @self: a campaign that was made anew, with all that was given out
 * @pieces: (element-type KsPlainZipPart): of its archive
 * @figures: (element-type KsPlainZipPart): takes the figures
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_rebuild_add_figures (
    KsRebuild *self, GPtrArray *pieces, GPtrArray *figures, KsJob *job, GError **error)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), error);
  g_autoptr (KsGivenLedger) ledger
      = tx != NULL ? ks_given_ledger_load (self->campaign, tx, FALSE, error) : NULL;
  const KsSealSource source = { tx, ledger, open };

  return ledger != NULL && ks_seal_foreach_line (pieces, KS_ARCHIVE_OPEN, take_open, open, error)
         && ks_seal_add_figures (&source, figures, job, error);
}
