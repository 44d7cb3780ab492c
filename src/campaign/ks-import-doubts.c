/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-doubts.h"

#include "ks-text.h"

/* More different texts than that are no spellings of a few names: nobody would answer for each. */
#define MAX_VALUES 60
#define MAX_UNITS 200

/* A longer text is what somebody wrote in own words. */
#define MAX_VALUE_LENGTH 100

static void
free_value (gpointer data)
{
  KsUnknownValue *value = data;

  g_free (value->question_id);
  g_free (value->text);
  g_free (value);
}

static void
free_unit (gpointer data)
{
  KsUnknownUnit *unit = data;

  for (guint i = 0; i < unit->n_guesses; i++)
    g_free (unit->guesses[i]);
  g_free (unit->given);
  g_free (unit);
}

/**
 * ks_import_doubts_init:
 * @result: a result
 *
 * Makes room for doubts.
 */
void
ks_import_doubts_init (KsImportResult *result)
{
  result->unknown_values = g_ptr_array_new_with_free_func (free_value);
  result->unknown_units = g_ptr_array_new_with_free_func (free_unit);
}

/**
 * ks_import_doubts_clear:
 * @result: a result
 *
 * Frees its doubts.
 */
void
ks_import_doubts_clear (KsImportResult *result)
{
  g_clear_pointer (&result->unknown_values, g_ptr_array_unref);
  g_clear_pointer (&result->unknown_units, g_ptr_array_unref);
}

static void
count_value (GPtrArray *values, const char *question_id, const char *text, guint n_cells)
{
  KsUnknownValue *value;

  for (guint i = 0; i < values->len; i++)
    {
      value = values->pdata[i];
      if (g_str_equal (value->question_id, question_id) && g_str_equal (value->text, text))
        {
          value->n_cells += n_cells;
          return;
        }
    }
  if (values->len == MAX_VALUES)
    return;
  value = g_new (KsUnknownValue, 1);
  *value = (KsUnknownValue){ g_strdup (question_id), g_strdup (text), n_cells };
  g_ptr_array_add (values, value);
}

static KsUnknownUnit *
count_unit (GPtrArray *units, const char *given, guint n_rows)
{
  KsUnknownUnit *unit;

  for (guint i = 0; i < units->len; i++)
    {
      unit = units->pdata[i];
      if (g_str_equal (unit->given, given))
        {
          unit->n_rows += n_rows;
          return unit;
        }
    }
  if (units->len == MAX_UNITS)
    return NULL;
  unit = g_new0 (KsUnknownUnit, 1);
  unit->given = g_strdup (given);
  unit->n_rows = n_rows;
  g_ptr_array_add (units, unit);
  return unit;
}

/* Only levels of a scale are asked for: another option is often a text of somebody's own. */
static void
add_values (KsImportResult *result, KsResponseReader *reader, const KsRow *row)
{
  for (guint i = 0; i < MIN (reader->n_columns, row->n_cells); i++)
    {
      const KsColumnReader *column = &reader->columns[i];
      const KsCell *cell = &row->cells[i];
      g_autofree char *text = NULL;

      if (column->options == NULL || column->choice > 0 || !column->question->ordinal
          || column->question->type != KS_QUESTION_SINGLE || cell->length == 0
          || cell->length > MAX_VALUE_LENGTH
          || ks_option_reader_find (column->options, cell->text, cell->length) > 0)
        continue;
      text = ks_text_clean (cell->text);
      if (*text != '\0' && ks_personal_kind_of_text (text) == KS_PERSONAL_NONE)
        count_value (result->unknown_values, column->question->id, text, 1);
    }
}

static void
add_unit (KsImportResult *result, const char *given)
{
  KsPersonalKind kind = ks_personal_kind_of_text (given);

  if (*given != '\0' && kind != KS_PERSONAL_EMAIL && kind != KS_PERSONAL_PHONE
      && g_utf8_strlen (given, -1) <= KS_RECIPE_MAX_TEXT)
    count_unit (result->unknown_units, given, 1);
}

/**
 * ks_import_doubts_add:
 * @result: what an import does
 * @reader: reads its rows
 * @row: one of them
 * @response: how it reads
 *
 * Notes what the row says that is no level of its scale, and no unit.
 */
void
ks_import_doubts_add (KsImportResult *result, KsResponseReader *reader, const KsRow *row,
                      const KsReadResponse *response)
{
  if (response->n_unread > 0)
    add_values (result, reader, row);
  if (response->reason == KS_REASON_UNKNOWN_UNIT)
    add_unit (result, response->given);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const KsUnknownValue *one = *(KsUnknownValue *const *) a;
  const KsUnknownValue *other = *(KsUnknownValue *const *) b;

  return one->n_cells > other->n_cells ? -1 : one->n_cells < other->n_cells;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const KsUnknownUnit *one = *(KsUnknownUnit *const *) a;
  const KsUnknownUnit *other = *(KsUnknownUnit *const *) b;

  return one->n_rows > other->n_rows ? -1 : one->n_rows < other->n_rows;
}

static void
guess (KsUnknownUnit *unit, KsUnitMatcher *matcher)
{
  KsMatch match;

  ks_unit_matcher_match (matcher, NULL, unit->given, NULL, &match);
  if (match.unit != NULL)
    unit->guesses[unit->n_guesses++] = g_strdup (ks_unit_get_code (match.unit));
  for (guint i = 0; i < match.n_guesses && unit->n_guesses < KS_MATCH_MAX_GUESSES; i++)
    unit->guesses[unit->n_guesses++] = g_strdup (ks_unit_get_code (match.guesses[i]));
}

/**
 * ks_import_doubts_finish:
 * @result: what an import did
 * @reader: read its rows
 *
 * Guesses which units are meant, and puts what concerns most rows first.
 */
void
ks_import_doubts_finish (KsImportResult *result, KsResponseReader *reader)
{
  for (guint i = 0; i < result->unknown_units->len; i++)
    guess (result->unknown_units->pdata[i], ks_response_reader_get_matcher (reader));
  g_ptr_array_sort (result->unknown_values, compare_values);
  g_ptr_array_sort (result->unknown_units, compare_units);
}

/**
 * ks_import_doubts_merge:
 * @sum: takes the doubts
 * @result: of another table
 *
 * Adds the doubts of a table to those of others.
 */
void
ks_import_doubts_merge (KsImportResult *sum, const KsImportResult *result)
{
  for (guint i = 0; i < result->unknown_values->len; i++)
    {
      const KsUnknownValue *value = result->unknown_values->pdata[i];

      count_value (sum->unknown_values, value->question_id, value->text, value->n_cells);
    }
  for (guint i = 0; i < result->unknown_units->len; i++)
    {
      const KsUnknownUnit *from = result->unknown_units->pdata[i];
      KsUnknownUnit *unit = count_unit (sum->unknown_units, from->given, from->n_rows);

      while (unit != NULL && unit->n_guesses < from->n_guesses)
        {
          unit->guesses[unit->n_guesses] = g_strdup (from->guesses[unit->n_guesses]);
          unit->n_guesses++;
        }
    }
  g_ptr_array_sort (sum->unknown_values, compare_values);
  g_ptr_array_sort (sum->unknown_units, compare_units);
}
