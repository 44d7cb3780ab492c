/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-plan-private.h"

#include "ks-code.h"

/* What a person says about columns and rows. */

/**
 * ks_units_plan_set_column:
 * @self: a plan
 * @sheet: number of a sheet
 * @column: a column of it
 * @meaning: what stands there, as a person says
 *
 * Reads the lists anew; earlier decisions on rows are lost.
 */
void
ks_units_plan_set_column (KsUnitsPlan *self, guint sheet, guint column, KsListMeaning meaning)
{
  KsListSheet *list = self->sheets->pdata[sheet];

  for (guint i = 0; i < list->columns->len; i++)
    {
      KsListColumn *other = list->columns->pdata[i];

      if (other->column == column)
        other->meaning = meaning;
      else if (meaning.role != KS_LIST_IGNORED && other->meaning.role == meaning.role
               && (meaning.role != KS_LIST_FIELD || other->meaning.field == meaning.field))
        other->meaning.role = KS_LIST_IGNORED;
    }
  ks_list_sheet_read_rows (list, self->districts);
  ks_units_plan_match (self);
}

/* Settles the rows that mean the unit of a code. */
static void
settle_code (KsUnitsPlan *self, const char *code)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      KsPlanRow *row = self->rows->pdata[i];

      if (g_strcmp0 (row->code, code) == 0 && ks_plan_row_is_taken (row))
        g_ptr_array_add (rows, row);
    }
  ks_units_plan_settle (self, rows);
}

static void
decide (KsUnitsPlan *self, KsPlanRow *row, KsPlanState state, char *code)
{
  g_autofree char *before = row->code;

  g_clear_pointer (&row->fault, g_free);
  g_clear_object (&row->before);
  g_clear_object (&row->after);
  g_ptr_array_set_size (row->changes, 0);
  row->jumps = FALSE;
  row->decided = TRUE;
  row->state = state;
  row->code = code;
  if (before != NULL)
    settle_code (self, before);
  if (code != NULL && g_strcmp0 (code, before) != 0)
    settle_code (self, code);
}

static char *
read_code (KsUnitsPlan *self, const KsPlanRow *row)
{
  KsListSheet *sheet = self->sheets->pdata[row->sheet];
  int column = ks_list_sheet_find (sheet, KS_LIST_CODE, KS_UNIT_NAME);

  return ks_code_read (ks_list_row_get (row->row, column));
}

/* Settles a row that may be the only one of its unit, or that has no code yet. */
static void
settle_alone (KsUnitsPlan *self, KsPlanRow *row)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (row->code != NULL || row->state != KS_PLAN_NEW)
    return;
  g_ptr_array_add (rows, row);
  ks_units_plan_settle (self, rows);
}

/**
 * ks_units_plan_choose:
 * @self: a plan
 * @row: number of a row
 * @unit: (nullable): the unit of the registry that it means; %NULL: a new one, with the row's code
 *
 * Decides what a row means.
 */
void
ks_units_plan_choose (KsUnitsPlan *self, guint row, KsUnit *unit)
{
  KsPlanRow *chosen = self->rows->pdata[row];

  if (unit != NULL)
    decide (self, chosen, KS_PLAN_SURE, g_strdup (ks_unit_get_code (unit)));
  else
    decide (self, chosen, KS_PLAN_NEW, read_code (self, chosen));
  settle_alone (self, chosen);
}

/**
 * ks_units_plan_restore:
 * @self: a plan
 * @row: number of a row
 *
 * Decides that the row means the unit out of use that it seems to mean, which comes back into use.
 *
 * Returns: %FALSE if it seems to mean none
 */
gboolean
ks_units_plan_restore (KsUnitsPlan *self, guint row)
{
  KsPlanRow *chosen = self->rows->pdata[row];

  if (chosen->retired == NULL)
    return FALSE;
  decide (self, chosen, KS_PLAN_BACK, g_strdup (ks_unit_get_code (chosen->retired)));
  return TRUE;
}

/**
 * ks_units_plan_ask:
 * @self: a plan
 * @row: number of a row
 *
 * Takes the decision on a row back: it is then again what it was without one.
 */
void
ks_units_plan_ask (KsUnitsPlan *self, guint row)
{
  KsPlanRow *asked = self->rows->pdata[row];

  if (asked->doubt != NULL)
    decide (self, asked, KS_PLAN_ASK, NULL);
  else if (asked->match.unit != NULL)
    decide (self, asked, KS_PLAN_SURE, g_strdup (ks_unit_get_code (asked->match.unit)));
  else
    decide (self, asked, KS_PLAN_NEW, read_code (self, asked));
  asked->decided = FALSE;
  settle_alone (self, asked);
}

/**
 * ks_units_plan_skip:
 * @self: a plan
 * @row: number of a row
 *
 * Leaves a row out.
 */
void
ks_units_plan_skip (KsUnitsPlan *self, guint row)
{
  decide (self, self->rows->pdata[row], KS_PLAN_SKIPPED, NULL);
}

/**
 * ks_units_plan_skip_doubtful:
 * @self: a plan
 *
 * Leaves out all rows of which it is not certain what they mean.
 */
void
ks_units_plan_skip_doubtful (KsUnitsPlan *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((KsPlanRow *) self->rows->pdata[i])->state == KS_PLAN_ASK)
      ks_units_plan_skip (self, i);
}
