/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-group-tally.h"

#include <string.h>

#include "ks-packed-counts.h"
#include "ks-setting-table.h"
#include "ks-transaction.h"

/* Of which groups counts are kept: "P1=5 P2=4 130", the questions with their options, and the
 * columns. Where it says something else, or nothing as in a file of before, nothing is kept. */
#define KS_SETTING_GROUPS "group_tally"

#define UPSERT                                                                                    \
  "INSERT INTO group_tally (unit, counts) VALUES (:unit, :counts) "                               \
  "ON CONFLICT (unit) DO UPDATE SET counts = excluded.counts"

/**
 * ks_group_tally_new:
 * @form: a form
 * @n_units: of a registry
 * @is_whole: whether all sheets will be counted; %FALSE: changes of the kept counts
 *
 * Returns: (transfer full): counts of nothing yet
 */
KsGroupTally *
ks_group_tally_new (KsForm *form, guint n_units, gboolean is_whole)
{
  KsGroupTally *self = g_new0 (KsGroupTally, 1);

  self->form = g_object_ref (form);
  self->n_questions = ks_group_list_questions (form, self->questions);
  for (guint i = 0; i < self->n_questions; i++)
    self->n_rows += self->questions[i]->n_options;
  self->n_columns = 1 + ks_form_get_n_slots (form);
  self->n_units = n_units;
  self->rows = g_new0 (gint32 *, (gsize) n_units * self->n_rows);
  self->is_whole = is_whole;
  return self;
}

/**
 * ks_group_tally_free:
 * @self: (nullable): counts
 *
 * Frees them.
 */
void
ks_group_tally_free (KsGroupTally *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < (gsize) self->n_units * self->n_rows; i++)
    g_free (self->rows[i]);
  g_free (self->rows);
  g_object_unref (self->form);
  g_free (self);
}

static gint32 *
take_row (KsGroupTally *self, guint unit, guint index)
{
  gint32 **row = &self->rows[(gsize) unit * self->n_rows + index];

  if (*row == NULL)
    *row = g_new0 (gint32, self->n_columns);
  return *row;
}

/**
 * ks_group_tally_find_rows:
 * @self: counts
 * @unit: index of a unit
 * @answers: an answer text of the form's width
 * @rows: (out caller-allocates): the rows of the groups that who gave it belongs to
 *
 * Returns: how many there are
 */
guint
ks_group_tally_find_rows (KsGroupTally *self, guint unit, const char *answers,
                          gint32 *rows[KS_MAX_GROUP_QUESTIONS])
{
  guint first = 0;
  guint n = 0;

  for (guint i = 0; i < self->n_questions; i++)
    {
      guint choice = ks_question_read_choice (self->questions[i], answers);

      if (choice > 0)
        rows[n++] = take_row (self, unit, first + choice - 1);
      first += self->questions[i]->n_options;
    }
  return n;
}

/**
 * ks_group_tally_get_row:
 * @self: counts
 * @unit: index of a unit
 * @question: a question that tells groups apart
 * @choice: an option of it, from 1
 *
 * Returns: (transfer none) (nullable): counts as in a row of KsTally; %NULL: there are none
 */
const gint32 *
ks_group_tally_get_row (KsGroupTally *self, guint unit, const KsQuestion *question, guint choice)
{
  guint first = 0;

  for (guint i = 0; i < self->n_questions; i++)
    {
      if (self->questions[i] == question)
        return self->rows[(gsize) unit * self->n_rows + first + choice - 1];
      first += self->questions[i]->n_options;
    }
  return NULL;
}

static void
copy_unit (KsGroupTally *self, guint unit, gint32 *counts)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const gint32 *row = self->rows[(gsize) unit * self->n_rows + i];

      for (guint k = 0; row != NULL && k < self->n_columns; k++)
        counts[i * self->n_columns + k] += row[k];
    }
}

/**
 * ks_group_tally_equal:
 * @self: counts
 * @other: counts of the same form and registry
 * @unit: index of a unit
 *
 * Returns: whether both have the same counts of that unit
 */
gboolean
ks_group_tally_equal (KsGroupTally *self, KsGroupTally *other, guint unit)
{
  guint n = self->n_rows * self->n_columns;
  g_autofree gint32 *mine = g_new0 (gint32, n);
  g_autofree gint32 *theirs = g_new0 (gint32, n);

  copy_unit (self, unit, mine);
  copy_unit (other, unit, theirs);
  for (guint i = 0; i < n; i++)
    if (mine[i] != theirs[i])
      return FALSE;
  return TRUE;
}

static char *
describe (KsForm *form)
{
  const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS];
  guint n = ks_group_list_questions (form, questions);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s=%u ", questions[i]->id, questions[i]->n_options);
  g_string_append_printf (text, "%u", 1 + ks_form_get_n_slots (form));
  return g_string_free (text, FALSE);
}

/**
 * ks_group_tally_is_kept:
 * @tx: a transaction
 * @form: the form
 *
 * Returns: whether the counts of its groups are kept; %FALSE in a file of before, and where this
 *   program takes other questions for those that tell groups apart
 */
gboolean
ks_group_tally_is_kept (KsTransaction *tx, KsForm *form)
{
  g_autofree char *kept = ks_setting_table_get (tx, KS_SETTING_GROUPS, NULL);
  g_autofree char *wanted = describe (form);

  return g_strcmp0 (kept, wanted) == 0;
}

static void
read_unit (KsGroupTally *self, KsStatement *statement, guint unit, gint32 *counts)
{
  if (!ks_packed_counts_read (sqlite3_column_blob (statement, 1),
                              (gsize) sqlite3_column_bytes (statement, 1), counts,
                              self->n_rows * self->n_columns))
    return;
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (counts[i] != 0)
      take_row (self, unit, i / self->n_columns)[i % self->n_columns] = counts[i];
}

/**
 * ks_group_tally_load:
 * @tx: a transaction
 * @registry: the units
 * @form: the form
 * @error: return location for an error
 *
 * Returns: (transfer full): the kept counts, or %NULL with @error set
 */
KsGroupTally *
ks_group_tally_load (KsTransaction *tx, KsRegistry *registry, KsForm *form, GError **error)
{
  g_autoptr (KsGroupTally) self
      = ks_group_tally_new (form, ks_registry_get_n_units (registry), TRUE);
  g_autofree gint32 *counts = g_new (gint32, self->n_rows * self->n_columns);
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "SELECT unit, counts FROM group_tally", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsUnit *unit = ks_registry_lookup (registry, ks_statement_text (statement, 0));

      if (unit != NULL)
        read_unit (self, statement, ks_unit_get_index (unit), counts);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
has_counts (KsGroupTally *self, guint unit)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[(gsize) unit * self->n_rows + i] != NULL)
      return TRUE;
  return FALSE;
}

/* What is kept of a unit; zeros where nothing is. */
static gboolean
read_kept (KsStatement *statement, const char *code, gint32 *counts, guint n, GError **error)
{
  gboolean has_row = FALSE;

  ks_statement_bind_text (statement, ":unit", code);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  memset (counts, 0, n * sizeof *counts);
  if (has_row)
    ks_packed_counts_read (sqlite3_column_blob (statement, 0),
                           (gsize) sqlite3_column_bytes (statement, 0), counts, n);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
save_unit (KsStatement *statement, const char *code, const gint32 *counts, guint n,
           GByteArray *bytes, GError **error)
{
  g_byte_array_set_size (bytes, 0);
  ks_packed_counts_write (bytes, counts, n);
  ks_statement_bind_text (statement, ":unit", code);
  ks_statement_bind_blob (statement, ":counts", bytes->data, bytes->len);
  return ks_statement_run (statement, error);
}

static gboolean
save_units (KsGroupTally *self, KsTransaction *tx, KsRegistry *registry, GError **error)
{
  g_autoptr (KsStatement) load
      = ks_transaction_prepare (tx, "SELECT counts FROM group_tally WHERE unit = :unit", error);
  g_autoptr (KsStatement) save = load != NULL ? ks_transaction_prepare (tx, UPSERT, error) : NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint n = self->n_rows * self->n_columns;
  g_autofree gint32 *counts = g_new (gint32, n);

  for (guint i = 0; save != NULL && i < self->n_units; i++)
    {
      const char *code = ks_unit_get_code (ks_registry_get_unit (registry, i));

      if (!has_counts (self, i))
        continue;
      if (!read_kept (load, code, counts, n, error))
        return FALSE;
      copy_unit (self, i, counts);
      if (!save_unit (save, code, counts, n, bytes, error))
        return FALSE;
    }
  return save != NULL;
}

/**
 * ks_group_tally_save:
 * @self: counts
 * @tx: a transaction for writing
 * @registry: the units
 * @error: return location for an error
 *
 * Keeps the counts: in place of what was kept where they are whole, else added to that.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_group_tally_save (KsGroupTally *self, KsTransaction *tx, KsRegistry *registry, GError **error)
{
  g_autofree char *groups = describe (self->form);

  if (self->is_whole
      && (!ks_transaction_exec (tx, "DELETE FROM group_tally", error)
          || !ks_setting_table_set (tx, KS_SETTING_GROUPS, groups, error)))
    return FALSE;
  return save_units (self, tx, registry, error);
}
