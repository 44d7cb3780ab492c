/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-plan.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-import-inspection.h"
#include "ks-recipe-use.h"

/* Fewer wrong tokens than this may be slips of the hand; a whole file of them is another's. */
#define FOREIGN_TOKENS 3

#define REPORT_EVERY 1024

/**
 * ks_import_plan_free:
 * @self: (nullable): a plan
 *
 * Frees the plan.
 */
void
ks_import_plan_free (KsImportPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->sheet);
  g_free (self->named_unit);
  g_free (self->passed_over);
  g_free (self->source);
  g_free (self->multi_separator);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->recipe, ks_recipe_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self->lost);
  g_free (self);
}

static void
free_column (gpointer data)
{
  KsImportColumn *column = data;

  g_free (column->header);
  g_free (column->question_id);
  g_free (column->sample);
  g_free (column);
}

static gboolean
refuse (KsAnswerFile *file, const char *message, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, "%s: %s",
               ks_answer_file_get_name (file), message);
  return FALSE;
}

/* A column of which but some cells are units says something else with them. */
static gboolean
is_weak (const KsInspection *inspection, int column)
{
  const KsColumnSigns *signs = &inspection->columns[column];

  return signs->n_units > 0 && 2 * signs->n_units <= signs->n_filled;
}

static void
forget_unit_column (KsResponseReader *reader)
{
  reader->columns[reader->unit_column].used = FALSE;
  reader->unit_column = -1;
}

/* A column tells of the unit, else the sheet's name, else the file's: whatever says anything. */
static KsNamed
find_name (KsInspection *inspection)
{
  KsResponseReader *reader = inspection->reader;
  const char *sheet = ks_answer_file_get_sheet_name (inspection->file);
  gboolean weak = reader->unit_column >= 0 && is_weak (inspection, reader->unit_column);
  KsNamed named = KS_NAMED_NOBODY;

  if (reader->unit_column >= 0 && !weak)
    return KS_NAMED_NOBODY;
  if (*sheet != '\0')
    named = ks_response_reader_name_unit (reader, sheet);
  if (named == KS_NAMED_NOBODY)
    named = ks_response_reader_name_unit (
        reader, ks_sheet_source_get_name (inspection->file->source));
  if (weak && named != KS_NAMED_UNIT)
    return KS_NAMED_NOBODY;
  if (weak)
    forget_unit_column (reader);
  return named;
}

/* Read in a wrong zone, all answers of an evening would lie outside the survey, or those of a night
 * within it. */
static gboolean
check_zone (KsInspection *inspection, GError **error)
{
  const char *zone = inspection->evidence.unknown_zone;
  g_autofree char *message = g_strdup_printf (
      _ ("the times carry the letters “%s”, which tell no time zone for certain; set the time zone "
         "of the form or its sheet to Vietnam (GMT+7) and export it again"),
      zone);

  return *zone == '\0' || refuse (inspection->file, message, error);
}

static gboolean
conclude (KsInspection *inspection, GError **error)
{
  ks_inspection_finish (inspection);
  if (!check_zone (inspection, error))
    return FALSE;
  inspection->named = find_name (inspection);
  if (inspection->n_proven == 0 && inspection->n_mismatched >= FOREIGN_TOKENS)
    return refuse (inspection->file,
                   _ ("none of the survey codes in this file belongs to this campaign; it seems "
                      "to be a file of another campaign: open that one, or choose this one's file"),
                   error);
  return TRUE;
}

/* What a column that is not used says of a person: by its header, else by most of its cells. */
static KsPersonalKind
find_personal (const KsInspection *inspection, guint index)
{
  const KsColumnSigns *signs = &inspection->columns[index];
  KsPersonalKind kind;

  for (guint i = KS_PERSONAL_NONE + 1; i < KS_N_PERSONAL; i++)
    if (signs->n_filled > 0 && 2 * signs->n_personal[i] > signs->n_filled)
      return (KsPersonalKind) i;
  kind = ks_personal_kind_of_header (inspection->headers->pdata[index]);
  /* What an officer took for a person's says of the person at least who it is. */
  return kind == KS_PERSONAL_NONE && inspection->reader->columns[index].personal ? KS_PERSONAL_NAME
                                                                                 : kind;
}

static KsColumnRole
find_role (const KsResponseReader *reader, int index)
{
  if (reader->columns[index].question != NULL)
    return KS_COLUMN_QUESTION;
  return index == reader->time_column    ? KS_COLUMN_TIME
         : index == reader->start_column ? KS_COLUMN_START
         : index == reader->unit_column  ? KS_COLUMN_UNIT
         : index == reader->id_column    ? KS_COLUMN_ID
                                         : KS_COLUMN_IGNORED;
}

static guint
count_recognised (const KsInspection *inspection, guint index, KsColumnRole role)
{
  const KsColumnSigns *signs = &inspection->columns[index];

  if (role == KS_COLUMN_TIME || role == KS_COLUMN_START)
    return signs->n_times;
  if (role == KS_COLUMN_UNIT)
    return signs->n_units;
  if (role == KS_COLUMN_ID
      || (role == KS_COLUMN_QUESTION && inspection->reader->columns[index].options == NULL))
    return signs->n_filled;
  return signs->n_read;
}

static KsImportColumn *
describe_column (KsInspection *inspection, guint index)
{
  const KsColumnReader *reader = &inspection->reader->columns[index];
  KsColumnSigns *signs = &inspection->columns[index];
  KsImportColumn *column = g_new0 (KsImportColumn, 1);

  column->header = g_strdup (inspection->headers->pdata[index]);
  column->role = find_role (inspection->reader, (int) index);
  column->n_filled = signs->n_filled;
  column->n_recognised = count_recognised (inspection, index, column->role);
  if (reader->question != NULL)
    column->question_id = g_strdup (reader->question->id);
  column->choice = reader->choice;
  if (column->role == KS_COLUMN_IGNORED)
    column->personal = find_personal (inspection, index);
  if (column->personal == KS_PERSONAL_NONE)
    column->sample = g_steal_pointer (&signs->sample);
  return column;
}

static char *
find_separator (KsResponseReader *reader)
{
  for (guint i = 0; i < reader->n_columns; i++)
    {
      KsColumnReader *column = &reader->columns[i];
      char separator = column->options != NULL && column->question->type == KS_QUESTION_MULTI
                           ? ks_option_reader_get_separator (column->options)
                           : 0;

      if (separator != 0)
        return g_strdup (separator == ';' ? ";" : ", ");
    }
  return g_strdup ("");
}

static KsImportPlan *
make_plan (KsInspection *inspection)
{
  KsResponseReader *reader = inspection->reader;
  KsImportPlan *plan = g_new0 (KsImportPlan, 1);

  plan->file = g_strdup (ks_answer_file_get_name (inspection->file));
  plan->source = g_strdup (ks_inspection_name_source (inspection));
  plan->sheet = g_strdup (ks_answer_file_get_sheet_name (inspection->file));
  plan->named = inspection->named;
  plan->named_unit = g_strdup (reader->named);
  plan->n_rows = inspection->n_rows;
  plan->glanced = inspection->glanced;
  plan->n_columns = reader->n_columns;
  plan->times = reader->times;
  plan->no_time = inspection->evidence.n_times == 0;
  plan->multi_separator = find_separator (reader);
  plan->columns = g_ptr_array_new_with_free_func (free_column);
  for (guint i = 0; i < reader->n_columns; i++)
    g_ptr_array_add (plan->columns, describe_column (inspection, i));
  ks_recipe_use_finish (reader, plan);
  return plan;
}

static gboolean
walk (KsInspection *inspection, KsJob *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row;

  while ((row = ks_answer_file_next (inspection->file, &local)) != NULL)
    {
      ks_inspection_add (inspection, row);
      inspection->glanced = inspection->file->glance && ks_inspection_is_settled (inspection);
      if (inspection->glanced)
        break;
      if (job != NULL && inspection->n_rows % REPORT_EVERY == 0
          && !ks_answer_file_report (inspection->file, 0, job, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return conclude (inspection, error);
}

/**
 * ks_response_reader_inspect:
 * @reader: knows the columns that the header tells; learns the others
 * @file: a file of answers at a header
 * @header: the header
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Walks through a table once without changing anything; only through its first rows where a glance
 * shall do and they leave no doubt. Whether it holds rows, and whether anything
 * tells of their unit, is left to the caller, who knows the other tables of the file.
 *
 * Returns: (transfer full): what the table is, or %NULL with @error set when it is not taken
 */
KsImportPlan *
ks_response_reader_inspect (KsResponseReader *reader, KsAnswerFile *file, const KsRow *header,
                            KsJob *job, GError **error)
{
  g_auto (KsInspection) inspection = { 0 };

  ks_inspection_init (&inspection, reader, file, header);
  return walk (&inspection, job, error) ? make_plan (&inspection) : NULL;
}
