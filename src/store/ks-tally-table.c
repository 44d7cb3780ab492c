/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-tally-table.h"

#include <string.h>

#include "ks-response-table.h"
#include "ks-setting-table.h"
#include "ks-transaction.h"

#define UPSERT_TALLY                                                                              \
  "INSERT INTO tally (unit, counts, newest, arrivals, counted_before) "                           \
  "VALUES (:unit, :counts, NULLIF (:newest, :none), :arrivals, :before) "                         \
  "ON CONFLICT (unit) DO UPDATE SET counts = excluded.counts, newest = excluded.newest, "         \
  "arrivals = excluded.arrivals, counted_before = excluded.counted_before"

/**
 * ks_tally_new:
 * @n_units: rows
 * @n_columns: columns: one more than the slots of the form
 *
 * Returns: (transfer full): a matrix of zeros
 */
KsTally *
ks_tally_new (guint n_units, guint n_columns)
{
  KsTally *self = g_new0 (KsTally, 1);

  self->n_units = n_units;
  self->n_columns = n_columns;
  self->counts = g_new0 (gint32, (gsize) n_units * n_columns);
  return self;
}

/**
 * ks_tally_free:
 * @self: (nullable): a matrix
 *
 * Frees the matrix.
 */
void
ks_tally_free (KsTally *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->arrivals, ks_arrivals_free);
  g_clear_pointer (&self->groups, ks_group_tally_free);
  g_free (self->counts);
  g_free (self);
}

/**
 * ks_tally_get_row:
 * @self: a matrix
 * @unit: index of a unit
 *
 * Returns: (transfer none): its counts
 */
gint32 *
ks_tally_get_row (KsTally *self, guint unit)
{
  g_assert (unit < self->n_units);

  return self->counts + (gsize) unit * self->n_columns;
}

static void
count_multiple (gint32 *slots, const KsQuestion *question, const char *columns, int sign)
{
  if (columns[0] == '-')
    return;
  slots[0] += sign;
  for (guint option = 0; option < question->n_options; option++)
    slots[1 + option] += columns[option] == '1' ? sign : 0;
}

static void
count_question (gint32 **rows, guint n_rows, const KsQuestion *question, const char *answers,
                int sign)
{
  guint choice = question->type == KS_QUESTION_SINGLE ? ks_question_read_choice (question, answers)
                                                      : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      gint32 *slots = rows[i] + 1 + question->slot;

      if (question->type == KS_QUESTION_MULTI)
        count_multiple (slots, question, answers + question->offset, sign);
      else if (choice > 0)
        {
          slots[0] += sign;
          slots[choice] += sign;
        }
    }
}

/**
 * ks_tally_count_answers:
 * @self: counts
 * @unit: index of a unit
 * @form: the form
 * @answers: an answer text of the form's width
 * @sign: 1 to add the response, -1 to take it away
 *
 * Counts a response and its closed answers, in its unit and in the groups that who gave it belongs
 * to.
 */
void
ks_tally_count_answers (KsTally *self, guint unit, KsForm *form, const char *answers, int sign)
{
  gint32 *rows[1 + KS_MAX_GROUP_QUESTIONS];
  guint n_questions;
  const KsQuestion *questions = ks_form_get_questions (form, &n_questions);
  guint n_rows = 1;

  rows[0] = ks_tally_get_row (self, unit);
  if (self->groups != NULL)
    n_rows += ks_group_tally_find_rows (self->groups, unit, answers, rows + 1);
  for (guint i = 0; i < n_rows; i++)
    rows[i][0] += sign;
  for (guint i = 0; i < n_questions; i++)
    count_question (rows, questions[i].profile ? 1 : n_rows, &questions[i], answers, sign);
}

/**
 * ks_tally_count_remark:
 * @row: the counts of a unit
 * @question: a text question
 * @sign: 1 or -1
 *
 * Counts a text that somebody wrote.
 */
void
ks_tally_count_remark (gint32 *row, const KsQuestion *question, int sign)
{
  row[1 + question->slot] += sign;
}

/**
 * ks_tally_count_arrival:
 * @self: counts with arrivals
 * @unit: index of a unit
 * @answered: when a response was given; %KS_MOMENT_NONE: not known
 * @sign: 1 to add it, -1 to take it away
 *
 * Counts when a response came in.
 */
void
ks_tally_count_arrival (KsTally *self, guint unit, KsMoment answered, int sign)
{
  if (sign > 0)
    ks_arrival_add (&self->arrivals->units[unit], answered);
  else
    ks_arrival_take (&self->arrivals->units[unit], answered);
}

static void
read_row (KsStatement *statement, KsTally *tally, KsUnit *unit)
{
  const gint32 *packed = sqlite3_column_blob (statement, 1);
  gsize length = (gsize) sqlite3_column_bytes (statement, 1);
  gint32 *row = ks_tally_get_row (tally, ks_unit_get_index (unit));

  if (length != tally->n_columns * sizeof *packed)
    return;
  for (guint i = 0; i < tally->n_columns; i++)
    row[i] = GINT32_FROM_LE (packed[i]);
}

/* Of a campaign without answers, what is counted from now on is all. */
static KsGroupTally *
begin_groups (KsTally *tally, KsTransaction *tx, KsForm *form)
{
  gboolean has_answers = FALSE;

  for (guint i = 0; i < tally->n_units; i++)
    has_answers |= ks_tally_get_row (tally, i)[0] != 0;
  return ks_group_tally_new (form, tally->n_units,
                             !has_answers && !ks_group_tally_is_kept (tx, form));
}

/**
 * ks_tally_table_load:
 * @tx: a transaction
 * @registry: the units
 * @form: the form
 * @error: return location for an error
 *
 * Returns: (transfer full): the kept counts, or %NULL with @error set
 */
KsTally *
ks_tally_table_load (KsTransaction *tx, KsRegistry *registry, KsForm *form, GError **error)
{
  g_autoptr (KsTally) tally
      = ks_tally_new (ks_registry_get_n_units (registry), 1 + ks_form_get_n_slots (form));
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "SELECT unit, counts FROM tally", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsUnit *unit = ks_registry_lookup (registry, ks_statement_text (statement, 0));

      if (unit != NULL)
        read_row (statement, tally, unit);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  if (tx->writing)
    {
      tally->arrivals = ks_arrivals_load (tx, registry, error);
      tally->groups = begin_groups (tally, tx, form);
    }
  return !tx->writing || tally->arrivals != NULL ? g_steal_pointer (&tally) : NULL;
}

static void
bind_arrival (KsStatement *statement, const KsArrival *arrival, GString *hours)
{
  ks_arrival_write_hours (arrival, hours);
  ks_statement_bind_int (statement, ":newest", arrival->newest);
  ks_statement_bind_int (statement, ":none", KS_MOMENT_NONE);
  ks_statement_bind_text (statement, ":arrivals", hours->str);
  ks_statement_bind_int (statement, ":before", arrival->before);
}

/* Where nothing is kept yet that changes could be added to, all answers are counted. */
static gboolean
save_groups (KsGroupTally *groups, KsTransaction *tx, KsRegistry *registry, GError **error)
{
  g_autoptr (KsGroupTally) whole = NULL;

  if (groups->is_whole || ks_group_tally_is_kept (tx, groups->form))
    return ks_group_tally_save (groups, tx, registry, error);
  whole = ks_tally_load_groups (tx, registry, groups->form, error);
  return whole != NULL && ks_group_tally_save (whole, tx, registry, error);
}

static gboolean
save_row (KsStatement *statement, const char *code, const gint32 *row, gint32 *packed,
          guint n_columns, GError **error)
{
  for (guint i = 0; i < n_columns; i++)
    packed[i] = GINT32_TO_LE (row[i]);
  ks_statement_bind_text (statement, ":unit", code);
  ks_statement_bind_blob (statement, ":counts", packed, n_columns * sizeof *packed);
  return ks_statement_run (statement, error);
}

/**
 * ks_tally_table_save:
 * @tx: a transaction for writing
 * @registry: the units
 * @tally: their counts
 * @error: return location for an error
 *
 * Keeps the counts, those of groups and the arrivals, in the transaction that changed the answers and
 * after it did.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_tally_table_save (KsTransaction *tx, KsRegistry *registry, KsTally *tally, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, UPSERT_TALLY, error);
  g_autofree gint32 *packed = g_new (gint32, tally->n_columns);
  g_autoptr (GString) hours = g_string_new (NULL);

  if (statement == NULL || !ks_arrivals_settle (tally->arrivals, tx, registry, error))
    return FALSE;
  for (guint i = 0; i < tally->n_units; i++)
    {
      bind_arrival (statement, &tally->arrivals->units[i], hours);
      if (!save_row (statement, ks_unit_get_code (ks_registry_get_unit (registry, i)),
                     ks_tally_get_row (tally, i), packed, tally->n_columns, error))
        return FALSE;
    }
  return save_groups (tally->groups, tx, registry, error);
}

static gboolean
save_previous (KsTransaction *tx, KsMoment previous, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, previous);

  return ks_setting_table_set (tx, KS_SETTING_PREVIOUS_IMPORT,
                               previous != KS_MOMENT_NONE ? text : NULL, error);
}

/**
 * ks_tally_table_save_import:
 * @tx: a transaction for writing
 * @registry: the units
 * @tally: their counts, as loaded before the import and changed by it
 * @error: return location for an error
 *
 * Keeps the counts after an import. Where it brought later answers than there were, what counted
 * before it is kept, too: the day is compared with it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_tally_table_save_import (KsTransaction *tx, KsRegistry *registry, KsTally *tally, GError **error)
{
  g_autoptr (KsArrivals) earlier = ks_arrivals_load (tx, registry, error);
  KsMoment previous = earlier != NULL ? ks_arrivals_get_newest (earlier) : KS_MOMENT_NONE;

  if (earlier == NULL)
    return FALSE;
  ks_arrivals_fold (tally->arrivals);
  if (ks_arrivals_get_newest (tally->arrivals) > previous)
    {
      for (guint i = 0; i < tally->n_units; i++)
        tally->arrivals->units[i].before = earlier->units[i].answers;
      if (!save_previous (tx, previous, error))
        return FALSE;
    }
  return ks_tally_table_save (tx, registry, tally, error);
}

typedef struct {
  KsRegistry *registry;
  KsForm     *form;
  KsTally    *tally;
  int         sign;
  GHashTable *units;  /* id of a counted response → index of its unit + 1 */
  gint64      first;  /* counted response; 0: none */
  gint64      last;
} Recount;

static gboolean
recount_response (const KsResponse *response, gpointer data, GError **error)
{
  Recount *recount = data;
  KsUnit *unit = ks_registry_lookup (recount->registry, response->unit);

  if (unit == NULL || strlen (response->answers) != ks_form_get_answer_width (recount->form))
    return TRUE;
  ks_tally_count_answers (recount->tally, ks_unit_get_index (unit), recount->form,
                          response->answers, recount->sign);
  ks_tally_count_arrival (recount->tally, ks_unit_get_index (unit), response->answered, recount->sign);
  recount->first = recount->first > 0 ? recount->first : response->id;
  recount->last = response->id;
  g_hash_table_insert (recount->units, GSIZE_TO_POINTER ((gsize) response->id),
                       GUINT_TO_POINTER (ks_unit_get_index (unit) + 1));
  return TRUE;
}

static gboolean
recount_remark (gint64 response, const char *question_id, const char *body, gpointer data)
{
  Recount *recount = data;
  guint index = GPOINTER_TO_UINT (
      g_hash_table_lookup (recount->units, GSIZE_TO_POINTER ((gsize) response)));
  const KsQuestion *question = ks_form_lookup (recount->form, question_id);

  if (index > 0 && question != NULL)
    ks_tally_count_remark (ks_tally_get_row (recount->tally, index - 1), question,
                           recount->sign);
  return TRUE;
}

/**
 * ks_tally_count_batch:
 * @tx: a transaction
 * @registry: the units
 * @form: the form
 * @tally: counts
 * @batch: an import; 0: all of them
 * @sign: 1 to count its answers, -1 to take them out
 * @error: return location for an error
 *
 * Counts the answers of an import, one by one.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_tally_count_batch (KsTransaction *tx, KsRegistry *registry, KsForm *form, KsTally *tally,
                      gint64 batch, int sign, GError **error)
{
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  Recount recount = { registry, form, tally, sign, units, 0, 0 };

  filter.state = KS_STATE_COUNTED;
  filter.batch = batch;
  return ks_response_table_foreach (tx, &filter, recount_response, &recount, error)
         && (recount.first == 0
             || ks_response_table_foreach_remark (tx, recount.first, recount.last, recount_remark,
                                                  &recount, error));
}

/* What the day is compared with was counted then and cannot be counted now; a unit that is new in
 * the list is compared with nothing. */
static gboolean
carry_before (KsTransaction *tx, KsRegistry *registry, KsArrivals *arrivals, GError **error)
{
  g_autoptr (KsArrivals) kept = ks_arrivals_load (tx, registry, error);

  for (guint i = 0; kept != NULL && i < arrivals->n_units; i++)
    arrivals->units[i].before = kept->units[i].answers > 0 || kept->units[i].before > 0
                                    ? kept->units[i].before
                                    : arrivals->units[i].answers;
  return kept != NULL;
}

/**
 * ks_tally_recompute:
 * @tx: a transaction
 * @registry: the units
 * @form: the form
 * @error: return location for an error
 *
 * Counts the answers themselves, one by one: what the kept counts must be.
 *
 * Returns: (transfer full): the counts, or %NULL with @error set
 */
KsTally *
ks_tally_recompute (KsTransaction *tx, KsRegistry *registry, KsForm *form, GError **error)
{
  g_autoptr (KsTally) tally
      = ks_tally_new (ks_registry_get_n_units (registry), 1 + ks_form_get_n_slots (form));

  tally->arrivals = ks_arrivals_new (tally->n_units);
  tally->groups = ks_group_tally_new (form, tally->n_units, TRUE);
  return ks_tally_count_batch (tx, registry, form, tally, 0, 1, error)
                 && carry_before (tx, registry, tally->arrivals, error)
             ? g_steal_pointer (&tally)
             : NULL;
}

/**
 * ks_tally_load_groups:
 * @tx: a transaction
 * @registry: the units
 * @form: the form
 * @error: return location for an error
 *
 * Reads the kept counts of groups. In a file of before they are counted, and kept by the next change
 * of the answers.
 *
 * Returns: (transfer full): the counts, or %NULL with @error set
 */
KsGroupTally *
ks_tally_load_groups (KsTransaction *tx, KsRegistry *registry, KsForm *form, GError **error)
{
  g_autoptr (KsTally) tally = NULL;

  if (ks_group_tally_is_kept (tx, form))
    return ks_group_tally_load (tx, registry, form, error);
  tally = ks_tally_recompute (tx, registry, form, error);
  return tally != NULL ? g_steal_pointer (&tally->groups) : NULL;
}
