/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seal-archive.h"

#include "ks-batch-table.h"
#include "ks-links.h"
#include "ks-log-table.h"
#include "ks-seal-pieces.h"
#include "ks-table-copy.h"

/**
 * ks_seal_archive_dup_input:
 * @number: of an import
 *
 * Returns: (transfer full): name of the piece that holds what was kept of its file
 */
char *
ks_seal_archive_dup_input (gint64 number)
{
  return g_strdup_printf (KS_ARCHIVE_INPUTS "%04" G_GINT64_FORMAT ".csv", number);
}

static void
append_part (const guint8 *bytes, gsize length, gpointer data)
{
  g_byte_array_append (data, bytes, (guint)length);
}

static gboolean
add_input (KsTransaction *tx, const KsBatch *batch, GPtrArray *pieces, GError **error)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_autofree char *name = ks_seal_archive_dup_input (batch->id);
  g_autoptr (GBytes) content = NULL;

  if (!ks_batch_table_foreach_part (tx, batch->id, append_part, whole, error))
    return FALSE;
  content = g_byte_array_free_to_bytes (g_steal_pointer (&whole));
  ks_seal_pieces_add (pieces, name, content);
  return TRUE;
}

static void
describe_batch (GString *text, const KsBatch *batch)
{
  JsonObject *line = json_object_new ();

  json_object_set_int_member (line, "number", batch->id);
  json_object_set_string_member (line, "file", batch->file);
  json_object_set_string_member (line, "sha256", batch->sha256);
  json_object_set_string_member (line, "kept_sha256", batch->kept_sha256);
  json_object_set_string_member (line, "service", batch->source);
  json_object_set_string_member (line, "state", batch->state);
  json_object_set_int_member (line, "imported", batch->imported);
  json_object_set_int_member (line, "file_time", batch->file_time);
  json_object_set_int_member (line, "file_size", batch->file_size);
  json_object_set_int_member (line, "form_version", batch->form_version);
  ks_seal_append_line (text, line);
}

static gboolean
add_inputs (KsTransaction *tx, GPtrArray *pieces, KsJob *job, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);
  GString *text;

  if (batches == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    if (!add_input (tx, batches->pdata[i], pieces, error)
        || (job != NULL && !ks_job_report (job, i, batches->len, error)))
      return FALSE;
  text = g_string_new (NULL);
  for (guint i = 0; i < batches->len; i++)
    describe_batch (text, batches->pdata[i]);
  ks_seal_pieces_add_text (pieces, KS_ARCHIVE_TABLES "batch.jsonl", g_string_free (text, FALSE));
  return TRUE;
}

static gboolean
append_row (const KsCopiedValue *values, guint n_values, gpointer data, GError **error)
{
  JsonObject *line = json_object_new ();

  for (guint i = 0; i < n_values; i++)
    switch (values[i].kind)
      {
      case KS_COPIED_NUMBER:
        json_object_set_int_member (line, values[i].column, values[i].number);
        break;
      case KS_COPIED_REAL:
        json_object_set_double_member (line, values[i].column, values[i].real);
        break;
      case KS_COPIED_TEXT:
        json_object_set_string_member (line, values[i].column, values[i].text);
        break;
      case KS_COPIED_NULL:
      default:
        json_object_set_null_member (line, values[i].column);
        break;
      }
  ks_seal_append_line (data, line);
  return TRUE;
}

static gboolean
add_tables (KsTransaction *tx, GPtrArray *pieces, GError **error)
{
  const char *const *tables = ks_table_copy_get_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (KS_ARCHIVE_TABLES, tables[i], ".jsonl", NULL);
      g_autoptr (GString) text = g_string_new (NULL);

      if (!ks_table_copy_foreach (tx, tables[i], append_row, text, error))
        return FALSE;
      ks_seal_pieces_add_text (pieces, name, g_string_free (g_steal_pointer (&text), FALSE));
    }
  return TRUE;
}

static void
add_log (GPtrArray *log, GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < log->len; i++)
    {
      const KsLogEntry *entry = log->pdata[i];
      JsonObject *line = json_object_new ();

      json_object_set_int_member (line, "seq", entry->seq);
      json_object_set_string_member (line, "utc", entry->utc);
      json_object_set_string_member (line, "actor", entry->actor);
      json_object_set_string_member (line, "action", entry->action);
      json_object_set_string_member (line, "payload", entry->payload);
      json_object_set_string_member (line, "prev", entry->prev);
      json_object_set_string_member (line, "hash", entry->hash);
      ks_seal_append_line (text, line);
    }
  ks_seal_pieces_add_text (pieces, KS_ARCHIVE_LOG, g_string_free (text, FALSE));
}

static gboolean
add_tokens (KsCampaign *campaign, GPtrArray *pieces, GError **error)
{
  g_autoptr (GPtrArray) links = ks_links_dup (campaign, error);
  g_autoptr (KsCsvWriter) table = ks_csv_writer_new (NULL, KS_CSV_GUARD);

  if (links == NULL)
    return FALSE;
  ks_csv_writer_add_text (table, "code");
  ks_csv_writer_add_text (table, "name");
  ks_csv_writer_add_text (table, "token");
  ks_csv_writer_add_text (table, "link");
  ks_csv_writer_end_row (table, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const KsUnitLink *link = links->pdata[i];

      ks_csv_writer_add_text (table, ks_unit_get_code (link->unit));
      ks_csv_writer_add_text (table, ks_unit_get_name (link->unit));
      ks_csv_writer_add_text (table, link->token);
      ks_csv_writer_add_text (table, link->url != NULL ? link->url : "");
      ks_csv_writer_end_row (table, NULL);
    }
  ks_seal_pieces_add_table (pieces, KS_ARCHIVE_TOKENS, table);
  return TRUE;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
add_open (GHashTable *open, GPtrArray *pieces)
{
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (open), compare_codes);
  GString *text = g_string_new (NULL);

  for (GList *at = codes; at != NULL; at = at->next)
    {
      JsonObject *line = json_object_new ();

      json_object_set_string_member (line, "unit", at->data);
      ks_seal_append_line (text, line);
    }
  ks_seal_pieces_add_text (pieces, KS_ARCHIVE_OPEN, g_string_free (text, FALSE));
}

/**
 * ks_seal_archive_collect:
 * @facts: what the archive rests on
 * @pieces: (element-type KsPlainZipPart): takes its pieces
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Adds what the files of answers kept, the tables that say how they are read and of which units,
 * the whole log, and which units are being reconciled. What was decided on sheets is added by
 * ks_seal_compare(), which knows their rows.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_seal_archive_collect (const KsSealFacts *facts, GPtrArray *pieces, KsJob *job, GError **error)
{
  KsTransaction *tx = facts->source->tx;

  if (!add_inputs (tx, pieces, job, error) || !add_tables (tx, pieces, error)
      || !add_tokens (facts->campaign, pieces, error))
    return FALSE;
  add_log (facts->log, pieces);
  add_open (facts->source->open, pieces);
  return TRUE;
}
