/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-table-notes.h"

#include "ks-i18n.h"
#include "ks-import-doubts.h"

/**
 * ks_table_notes_add:
 * @result: what a table brings
 * @note: (transfer full) (nullable): a sentence
 *
 * Lets a sentence be said of it, if there is room.
 */
void
ks_table_notes_add (KsImportResult *result, char *note)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (result->notes) && note != NULL; i++)
    if (result->notes[i] == NULL)
      {
        result->notes[i] = note;
        return;
      }
  g_free (note);
}

/**
 * ks_table_notes_begin:
 * @table: a table that was looked at
 * @is_alone: whether its file holds no other
 *
 * Makes room for what it brings. Names of many sheets that tell their units are said in one
 * sentence.
 */
void
ks_table_notes_begin (KsImportInput *table, gboolean is_alone)
{
  const KsImportPlan *plan = table->plan;
  KsImportResult *result = g_new0 (KsImportResult, 1);

  result->file = g_strdup (plan->file);
  result->source = g_strdup (plan->source);
  result->touched = g_byte_array_new ();
  ks_import_doubts_init (result);
  if (plan->named == KS_NAMED_DOUBT || is_alone)
    ks_table_notes_add (result, ks_import_plan_dup_named (plan));
  ks_table_notes_add (result, g_strdup (plan->passed_over));
  table->result = result;
}

typedef char *(*NoteFunc) (const KsImportPlan *plan);

/* A sentence about a table as it is said of the whole file. */
static char *
dup_of_file (KsImportPlan *plan, const char *name, NoteFunc func)
{
  char *label = plan->file;
  char *note;

  plan->file = (char *) name;
  note = func (plan);
  plan->file = label;
  return note;
}

/* What is the same of several sheets is said once, of the file. */
static void
note_alike (const char *name, GPtrArray *tables, NoteFunc func)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      char *note = dup_of_file (((KsImportInput *) tables->pdata[i])->plan, name, func);
      guint n = note != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, note)) : 0;

      if (note != NULL)
        g_hash_table_insert (counts, note, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < tables->len; i++)
    {
      KsImportInput *table = tables->pdata[i];
      g_autofree char *note = dup_of_file (table->plan, name, func);
      guint n = note != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, note)) : 0;

      if (n == 0)
        continue;
      ks_table_notes_add (table->result, n == 1 ? func (table->plan) : g_strdup (note));
      g_hash_table_remove (counts, note);
    }
}

static void
note_tables (KsAnswerFile *file, GPtrArray *tables)
{
  static const NoteFunc funcs[]
      = { ks_import_plan_dup_changes, ks_import_plan_dup_dates, ks_import_plan_dup_zone,
          ks_import_plan_dup_no_time, ks_import_plan_dup_personal };

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    note_alike (ks_sheet_source_get_name (file->source), tables, funcs[i]);
}

static guint
count_named (GPtrArray *tables)
{
  guint n_named = 0;

  for (guint i = 0; i < tables->len; i++)
    n_named += ((KsImportInput *) tables->pdata[i])->plan->named == KS_NAMED_UNIT;
  return n_named;
}

/* What is said once of a file stands with its first table. */
static void
note_units (KsAnswerFile *file, GPtrArray *tables)
{
  guint n_named = count_named (tables);

  if (n_named > 0 && tables->len > 1)
    ks_table_notes_add (
        ((KsImportInput *) tables->pdata[0])->result,
        g_strdup_printf (ngettext ("%s: the name of %u sheet tells the unit",
                                   "%s: the names of %u sheets tell the units", n_named),
                         ks_sheet_source_get_name (file->source), n_named));
}

/**
 * ks_table_notes_finish:
 * @file: a file
 * @tables: (element-type KsImportInput): its tables, begun
 *
 * Says what was found out of them.
 */
void
ks_table_notes_finish (KsAnswerFile *file, GPtrArray *tables)
{
  note_units (file, tables);
  note_tables (file, tables);
}

/**
 * ks_table_notes_dup_passed_over:
 * @file: a file whose tables were found
 *
 * Returns: (transfer full) (nullable): which of its sheets are not read, as a sentence
 */
char *
ks_table_notes_dup_passed_over (KsAnswerFile *file)
{
  g_autofree char *list = NULL;

  if (file->passed_over->len == 0)
    return NULL;
  g_ptr_array_add (file->passed_over, NULL);
  list = g_strjoinv (", ", (char **) file->passed_over->pdata);
  return g_strdup_printf (_ ("%s: sheets that are not read: %s"),
                          ks_sheet_source_get_name (file->source), list);
}
