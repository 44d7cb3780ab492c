/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-outcome.h"

#include "ks-form-table.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-withdraw-batch.h"

static void
describe_file (KsPayload *payload, const KsImportInput *input)
{
  const KsImportResult *result = input->result;
  g_autofree char *fingerprint = ks_recipe_dup_fingerprint (input->plan->recipe);

  ks_payload_add_number (payload, "batch", result->batch);
  ks_payload_add_text (payload, "file", result->file);
  ks_payload_add_text (payload, "sha256", input->sha256);
  ks_payload_add_number (payload, "rows", result->rows);
  ks_payload_add_number (payload, "added", result->added);
  ks_payload_add_number (payload, "counted", result->counted);
  ks_payload_add_number (payload, "waiting", result->waiting);
  if (result->n_trials > 0)
    ks_payload_add_number (payload, "trial", result->n_trials);
  if (result->vanished > 0)
    ks_payload_add_number (payload, "vanished", result->vanished);
  ks_payload_add_text (payload, "recipe", fingerprint);
}

/**
 * ks_import_run_dup_payload:
 * @self: an import whose tables were read
 * @inputs: (element-type KsImportInput): the tables
 *
 * What a single file did stands in the log by itself; that of several in a list.
 *
 * Returns: (transfer full): the log's payload
 */
char *
ks_import_run_dup_payload (const KsImportRun *self, GPtrArray *inputs)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_number (payload, "form_version", ks_form_table_get_newest (self->tx));
  if (self->n_held > 0)
    ks_payload_add_number (payload, "decisions", self->n_held);
  if (inputs->len == 1)
    describe_file (payload, inputs->pdata[0]);
  else
    {
      json_builder_set_member_name (payload, "files");
      json_builder_begin_array (payload);
      for (guint i = 0; i < inputs->len; i++)
        {
          json_builder_begin_object (payload);
          describe_file (payload, inputs->pdata[i]);
          json_builder_end_object (payload);
        }
      json_builder_end_array (payload);
    }
  return ks_payload_to_json (payload);
}

static gboolean
undo_import (KsCampaign *campaign, gpointer data, GError **error)
{
  return ks_withdraw_batches (campaign, data, error);
}

static guint
count_files (GPtrArray *inputs)
{
  guint n_files = 0;

  for (guint i = 0; i < inputs->len; i++)
    n_files += i == 0
               || !g_str_equal (((KsImportInput *) inputs->pdata[i])->path,
                                ((KsImportInput *) inputs->pdata[i - 1])->path);
  return n_files;
}

static char *
dup_name (const KsImportInput *input)
{
  g_autofree char *name = g_path_get_basename (input->path);

  return g_filename_display_name (name);
}

/* Nothing is new in them, but what they lack. */
static KsOutcome *
describe_vanished (GPtrArray *inputs)
{
  guint n_vanished = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < inputs->len; i++)
    n_vanished += ((const KsImportInput *) inputs->pdata[i])->result->vanished;
  if (n_vanished == 0)
    return ks_outcome_new (g_strdup (_ ("No sheet is new; sheets that an earlier file lacked are "
                                        "there again, and that is noted")));
  count = ks_format_count (n_vanished);
  return ks_outcome_new (g_strdup_printf (
      ngettext ("No sheet is new; %s sheet of an earlier import is missing. It is kept, and noted "
                "as a finding",
                "No sheet is new; %s sheets of earlier imports are missing. They are kept, and "
                "noted as a finding",
                n_vanished),
      count));
}

/**
 * ks_import_inputs_record:
 * @inputs: (element-type KsImportInput): tables that were read
 *
 * Returns: whether anything of them is to be written: sheets, or that sheets are missing or there
 *   again
 */
gboolean
ks_import_inputs_record (GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    if (((const KsImportInput *) inputs->pdata[i])->result->recorded)
      return TRUE;
  return FALSE;
}

static KsOutcome *
describe_nothing (GPtrArray *inputs)
{
  guint n_files = count_files (inputs);
  g_autofree char *name = dup_name (inputs->pdata[0]);

  if (ks_import_inputs_record (inputs))
    return describe_vanished (inputs);
  if (n_files > 1)
    return ks_outcome_new (g_strdup_printf (
        _ ("The %u files were imported before; nothing in them is new and nothing was changed"),
        n_files));
  return ks_outcome_new (g_strdup_printf (
      _ ("%s was imported before; nothing in it is new and nothing was changed"), name));
}

static void
append_clauses (GString *message, guint n_trials, guint n_held)
{
  g_autofree char *trials = ks_format_count (n_trials);
  g_autofree char *held = ks_format_count (n_held);

  if (n_trials > 0)
    {
      g_string_append (message, "; ");
      g_string_append_printf (message,
                              g_dngettext (GETTEXT_PACKAGE, "%s trial answer, which never counts",
                                           "%s trial answers, which never count", n_trials),
                              trials);
    }
  if (n_held > 0)
    {
      g_string_append (message, "; ");
      g_string_append_printf (message,
                              g_dngettext (GETTEXT_PACKAGE, "%s earlier decision holds again",
                                           "%s earlier decisions hold again", n_held),
                              held);
    }
}

static char *
say_what_came (GPtrArray *inputs, const KsImportResult *sum, guint n_held)
{
  GString *message = g_string_new (NULL);
  guint n_files = count_files (inputs);
  g_autofree char *name = dup_name (inputs->pdata[0]);
  g_autofree char *counted = ks_format_count (sum->counted);
  g_autofree char *waiting = ks_format_count (sum->waiting);

  if (n_files == 1)
    g_string_printf (message, _ ("Imported %s: %s answer sheets count, %s wait to be looked at"),
                     name, counted, waiting);
  else
    g_string_printf (message,
                     _ ("Imported %u files: %s answer sheets count, %s wait to be looked at"),
                     n_files, counted, waiting);
  append_clauses (message, sum->n_trials, n_held);
  return g_string_free (message, FALSE);
}

/**
 * ks_import_run_describe:
 * @self: an import that is done
 * @inputs: (element-type KsImportInput): its tables
 *
 * Returns: (transfer full): what the toast says; to undo it is to withdraw what came in
 */
KsOutcome *
ks_import_run_describe (const KsImportRun *self, GPtrArray *inputs)
{
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsImportResult sum = { 0 };
  KsOutcome *outcome;

  for (guint i = 0; i < inputs->len; i++)
    {
      const KsImportResult *result = ((const KsImportInput *) inputs->pdata[i])->result;

      sum.added += result->added;
      sum.counted += result->counted;
      sum.waiting += result->waiting;
      sum.n_trials += result->n_trials;
      if (result->batch > 0)
        g_array_append_val (batches, result->batch);
    }
  if (sum.added == 0)
    return describe_nothing (inputs);
  outcome = ks_outcome_new (say_what_came (inputs, &sum, self->n_held));
  if (batches->len > 0)
    ks_outcome_set_undo (outcome, undo_import, g_steal_pointer (&batches),
                         (GDestroyNotify) g_array_unref);
  return outcome;
}
