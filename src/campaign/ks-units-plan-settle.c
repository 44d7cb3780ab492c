/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-plan-private.h"

#include <string.h>

#include "ks-code.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-text.h"
#include "ks-unit-draft.h"

/* What the rows of one unit would change in it. */

typedef struct {
  KsPlanRow  *row;
  KsUnitField field;
  int         column;
  char       *text;
} Edit;

typedef struct {
  KsUnitsPlan *plan;
  KsUnit      *before; /* NULL: new */
  GArray      *edits;  /* of Edit */
} Settling;

static void
clear_edit (gpointer data)
{
  g_free (((Edit *) data)->text);
}

static KsListSheet *
get_sheet (KsUnitsPlan *plan, const KsPlanRow *row)
{
  return plan->sheets->pdata[row->sheet];
}

static void
set_fault (KsUnitsPlan *plan, KsPlanRow *row, int column, const char *message)
{
  g_autofree char *place = ks_list_sheet_dup_place (get_sheet (plan, row), row->number, column);

  g_free (row->fault);
  row->fault = g_strdup_printf ("%s: %s", place, message);
}

/* Our own tables guard text that a spreadsheet would compute. */
static const char *
skip_guard (const char *text)
{
  return text[0] == '\'' && text[1] != '\0' && strchr ("=+-@\t\r\n", text[1]) != NULL ? text + 1
                                                                                      : text;
}

static void
add_edit (Settling *settling, KsPlanRow *row, KsUnitField field, int column, const char *text)
{
  Edit edit = { row, field, column, g_strdup (text) };

  g_array_append_val (settling->edits, edit);
}

static gboolean
add_cell (Settling *settling, KsPlanRow *row, KsUnitField field, int column)
{
  const char *text = ks_list_row_get (row->row, column);
  const char *fault = ks_list_find_fault (text);
  gint64 count;

  if (fault != NULL)
    {
      set_fault (settling->plan, row, column, fault);
      return FALSE;
    }
  if (ks_unit_field_get_type (field) == KS_UNIT_FIELD_COUNT && ks_list_read_count (text, &count))
    {
      g_autofree char *figure = g_strdup_printf ("%" G_GINT64_FORMAT, count);

      add_edit (settling, row, field, column, figure);
    }
  else
    add_edit (settling, row, field, column, skip_guard (text));
  return TRUE;
}

/* A person who says that a row with another name means the unit of its code has it renamed. */
static gboolean
renames (const Settling *settling, const KsPlanRow *row)
{
  KsListSheet *sheet = get_sheet (settling->plan, row);
  int column = ks_list_sheet_find (sheet, KS_LIST_CODE, KS_UNIT_NAME);
  g_autofree char *code = ks_code_read (ks_list_row_get (row->row, column));

  return settling->before != NULL && row->decided && row->match.doubt == KS_DOUBT_CODE
         && g_strcmp0 (code, row->code) == 0;
}

/* "Tân Tiến" of the kind "Xã" is "Xã Tân Tiến". */
static void
add_name (Settling *settling, KsPlanRow *row, int column)
{
  KsListSheet *sheet = get_sheet (settling->plan, row);
  int kind_column = ks_list_sheet_find (sheet, KS_LIST_FIELD, KS_UNIT_KIND);
  g_autofree char *kind = ks_text_clean (ks_list_row_get (row->row, kind_column));
  g_autofree char *name = ks_text_clean (ks_list_row_get (row->row, column));
  g_autofree char *whole = g_strdup_printf ("%s %s", kind, name);

  if (*kind == '\0' || ks_unit_skip_kind (name) != name || g_str_has_prefix (name, kind))
    add_edit (settling, row, KS_UNIT_NAME, column, name);
  else
    add_edit (settling, row, KS_UNIT_NAME, column, whole);
}

static gboolean
lies_in (KsUnit *unit, const KsDistrict *district)
{
  return district != NULL && g_str_equal (ks_unit_get_district_code (unit), district->code);
}

/* A unit stays where it lies unless it is new or a person said that the row means it all the same.
 */
static void
add_district (Settling *settling, KsPlanRow *row)
{
  const char *text = row->row->district;
  const KsDistrict *district = ks_district_index_find (settling->plan->districts, text, NULL);
  KsListSheet *sheet = get_sheet (settling->plan, row);
  int code = ks_list_sheet_find (sheet, KS_LIST_FIELD, KS_UNIT_DISTRICT_CODE);
  int name = ks_list_sheet_find (sheet, KS_LIST_FIELD, KS_UNIT_DISTRICT_NAME);
  gboolean moved = row->decided && row->match.doubt == KS_DOUBT_DISTRICT;

  if (*text == '\0'
      || (settling->before != NULL && (!moved || lies_in (settling->before, district))))
    return;
  if (district != NULL)
    add_edit (settling, row, KS_UNIT_DISTRICT_CODE, code, district->code);
  else if (code >= 0 && !ks_list_is_blank (ks_list_row_get (row->row, code)))
    add_edit (settling, row, KS_UNIT_DISTRICT_CODE, code, ks_list_row_get (row->row, code));
  if (district != NULL || name >= 0 || code < 0)
    add_edit (settling, row, KS_UNIT_DISTRICT_NAME, name,
              district != NULL ? district->name : text);
}

static gboolean
is_heading (KsUnitField field)
{
  return field == KS_UNIT_NAME || field == KS_UNIT_KIND || field == KS_UNIT_DISTRICT_CODE
         || field == KS_UNIT_DISTRICT_NAME;
}

/* A list changes what it tells: a cell without content tells nothing. */
static gboolean
collect_edits (Settling *settling, KsPlanRow *row)
{
  GPtrArray *columns = get_sheet (settling->plan, row)->columns;
  gboolean heads = settling->before == NULL || renames (settling, row);

  for (guint i = 0; i < columns->len; i++)
    {
      const KsListColumn *column = columns->pdata[i];
      KsUnitField field = column->meaning.field;
      const char *text = ks_list_row_get (row->row, (int) column->column);
      const char *fault = ks_list_find_fault (text);

      if (column->meaning.role == KS_LIST_IGNORED || ks_list_is_blank (text))
        continue;
      if (fault != NULL && (column->meaning.role == KS_LIST_CODE || is_heading (field)))
        {
          set_fault (settling->plan, row, (int) column->column, fault);
          return FALSE;
        }
      if (column->meaning.role != KS_LIST_FIELD)
        continue;
      if (field == KS_UNIT_NAME && heads)
        add_name (settling, row, (int) column->column);
      else if (field == KS_UNIT_KIND && heads)
        add_edit (settling, row, field, (int) column->column, text);
      else if (!is_heading (field) && !add_cell (settling, row, field, (int) column->column))
        return FALSE;
    }
  add_district (settling, row);
  return TRUE;
}

/* A row of a list of which nobody knows more than the list says. */
static gboolean
check_new (Settling *settling, KsPlanRow *row)
{
  KsListSheet *sheet = get_sheet (settling->plan, row);
  int code = ks_list_sheet_find (sheet, KS_LIST_CODE, KS_UNIT_NAME);
  int name = ks_list_sheet_find (sheet, KS_LIST_FIELD, KS_UNIT_NAME);
  const char *fault = ks_list_find_fault (ks_list_row_get (row->row, code));

  if (fault != NULL)
    set_fault (settling->plan, row, code, fault);
  else if (row->code == NULL)
    set_fault (settling->plan, row, code, _ ("the code of the unit must have 5 digits"));
  else if (ks_list_is_blank (ks_list_row_get (row->row, name)))
    set_fault (settling->plan, row, name, _ ("the name of the unit is missing"));
  else if (settling->before != NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("The code %s belongs to %s already. Correct the code."), row->code,
          ks_unit_get_name (settling->before));

      set_fault (settling->plan, row, code, message);
    }
  else if (g_hash_table_contains (settling->plan->retired, row->code))
    set_fault (settling->plan, row, code, row->doubt);
  else
    return TRUE;
  return FALSE;
}

/* Two rows of one sheet cannot both be right; two lists may each tell a part. */
static gboolean
check_alone (KsUnitsPlan *plan, GPtrArray *rows, guint at)
{
  KsPlanRow *row = rows->pdata[at];
  KsListSheet *sheet = get_sheet (plan, row);
  int column = ks_list_sheet_find (sheet, KS_LIST_CODE, KS_UNIT_NAME);
  g_autofree char *code = ks_code_read (ks_list_row_get (row->row, column));

  for (guint i = 0; i < at; i++)
    {
      const KsPlanRow *other = rows->pdata[i];
      g_autofree char *number = ks_format_count ((gint64) other->number);
      g_autofree char *message = NULL;

      if (other->sheet != row->sheet)
        continue;
      message = code != NULL ? g_strdup_printf (_ ("the code %s stands in row %s already: “%s”. "
                                                   "Correct one of them."),
                                                code, number, other->given)
                             : g_strdup_printf (_ ("row %s means the same unit already: “%s”. "
                                                   "Delete one of them."),
                                                number, other->given);
      set_fault (plan, row, column, message);
      return FALSE;
    }
  return TRUE;
}

/* Two lists that tell the same must tell it alike. */
static gboolean
check_agreement (Settling *settling)
{
  for (guint i = 0; i < settling->edits->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const Edit *edit = &g_array_index (settling->edits, Edit, i);
        const Edit *other = &g_array_index (settling->edits, Edit, k);
        g_autofree char *place = NULL;
        g_autofree char *message = NULL;

        if (edit->field != other->field || edit->row == other->row
            || g_str_equal (edit->text, other->text))
          continue;
        place = ks_list_sheet_dup_place (get_sheet (settling->plan, other->row),
                                         other->row->number, other->column);
        message = g_strdup_printf (_ ("%s is “%s” here and “%s” in %s. Correct one of them."),
                                   ks_unit_field_get_label (edit->field), edit->text, other->text,
                                   place);
        set_fault (settling->plan, edit->row, edit->column, message);
        return FALSE;
      }
  return TRUE;
}

/* Each edit is tried alone to find the cell that is to blame. */
static void
blame (Settling *settling, const char *code, KsPlanRow *first, const GError *error)
{
  for (guint i = 0; i < settling->edits->len; i++)
    {
      const Edit *edit = &g_array_index (settling->edits, Edit, i);
      const KsUnitEdit tried = { edit->field, edit->text };
      g_autoptr (KsUnitDraft) draft = ks_unit_draft_new (code);
      g_autoptr (GError) local = NULL;

      if (!ks_unit_draft_set (draft, edit->field, edit->text, &local)
          || !ks_unit_edit_check (&tried, settling->plan->last_day, &local))
        {
          set_fault (settling->plan, edit->row, edit->column, local->message);
          return;
        }
    }
  set_fault (settling->plan, first, -1, error->message);
}

/* What comes back into use is in use. */
static KsUnit *
bring_back (KsUnit *unit)
{
  KsUnitDraft *draft;

  if (ks_unit_get_retired (unit) == KS_DAY_NONE)
    return unit;
  draft = ks_unit_draft_new_from (unit);
  ks_unit_draft_set_retired (draft, KS_DAY_NONE);
  g_object_unref (unit);
  return ks_unit_draft_end (draft);
}

static KsUnit *
make_unit (Settling *settling, KsPlanRow *first)
{
  g_autofree KsUnitEdit *edits = g_new (KsUnitEdit, settling->edits->len + 1);
  g_autoptr (GError) error = NULL;
  KsUnit *unit;

  for (guint i = 0; i < settling->edits->len; i++)
    {
      const Edit *edit = &g_array_index (settling->edits, Edit, i);

      edits[i] = (KsUnitEdit){ edit->field, edit->text };
    }
  unit = ks_unit_apply_edits (settling->plan->registry, settling->plan->last_day, settling->before,
                              first->code, edits, settling->edits->len, &error);
  if (unit != NULL)
    return bring_back (unit);
  blame (settling, first->code, first, error);
  return NULL;
}

static gboolean
sets_field (Settling *settling, const KsPlanRow *row, KsUnitField field)
{
  for (guint i = 0; i < settling->edits->len; i++)
    {
      const Edit *edit = &g_array_index (settling->edits, Edit, i);

      if (edit->row == row && edit->field == field)
        return TRUE;
    }
  return FALSE;
}

/* Each change is told at the row that brings it, what follows from others at the first one. */
static void
list_changes (Settling *settling, GPtrArray *rows, KsUnit *after)
{
  for (guint field = 0; field < KS_N_UNIT_FIELDS; field++)
    {
      g_autofree char *is = ks_unit_dup_text (after, (KsUnitField) field);
      g_autofree char *was = settling->before != NULL
                                 ? ks_unit_dup_text (settling->before, (KsUnitField) field)
                                 : g_strdup ("");
      KsPlanRow *row = rows->pdata[0];
      KsPlanChange *change;

      if (g_str_equal (was, is))
        continue;
      for (guint i = 1; i < rows->len && !sets_field (settling, row, (KsUnitField) field); i++)
        row = rows->pdata[i];
      if (!sets_field (settling, row, (KsUnitField) field))
        row = rows->pdata[0];
      change = g_new (KsPlanChange, 1);
      *change = (KsPlanChange){ (KsUnitField) field, g_steal_pointer (&was),
                                g_steal_pointer (&is) };
      g_ptr_array_add (row->changes, change);
    }
}

static gboolean
is_jump (KsUnit *before, KsUnit *after)
{
  int was = before != NULL ? ks_unit_get_staff_in_scope (before) : 0;
  int is = ks_unit_get_staff_in_scope (after);

  return was > 0 && ABS (is - was) * 2 > was;
}

static void
tell_rows (Settling *settling, GPtrArray *rows, KsUnit *after)
{
  list_changes (settling, rows, after);
  for (guint i = 0; i < rows->len; i++)
    {
      KsPlanRow *row = rows->pdata[i];

      g_set_object (&row->before, settling->before);
      g_set_object (&row->after, after);
    }
  ((KsPlanRow *) rows->pdata[0])->jumps = is_jump (settling->before, after);
}

static gboolean
collect (Settling *settling, GPtrArray *rows)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < rows->len; i++)
    {
      KsPlanRow *row = rows->pdata[i];

      if (row->state == KS_PLAN_NEW && !check_new (settling, row))
        ok = FALSE;
      else if (!check_alone (settling->plan, rows, i) || !collect_edits (settling, row))
        ok = FALSE;
    }
  return ok && check_agreement (settling);
}

static void
reset_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      KsPlanRow *row = rows->pdata[i];

      g_clear_pointer (&row->fault, g_free);
      g_clear_object (&row->before);
      g_clear_object (&row->after);
      g_ptr_array_set_size (row->changes, 0);
      row->jumps = FALSE;
    }
}

/* The unit as it is; one out of use only if a person took it back. */
static KsUnit *
find_before (KsUnitsPlan *self, GPtrArray *rows)
{
  const char *code = ((KsPlanRow *) rows->pdata[0])->code;

  if (code == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (((KsPlanRow *) rows->pdata[i])->state == KS_PLAN_BACK)
      return g_hash_table_lookup (self->retired, code);
  return ks_registry_lookup (self->registry, code);
}

/**
 * ks_units_plan_settle:
 * @self: a plan
 * @rows: (element-type KsPlanRow): all rows that mean a certain unit, or that have no code and
 *   shall be new
 *
 * Finds what they would change, or what is wrong with them.
 */
void
ks_units_plan_settle (KsUnitsPlan *self, GPtrArray *rows)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  Settling settling = { self, NULL, edits };
  g_autoptr (KsUnit) after = NULL;

  g_array_set_clear_func (edits, clear_edit);
  if (rows->len == 0 || self->read_title != NULL)
    return;
  reset_rows (rows);
  settling.before = find_before (self, rows);
  if (collect (&settling, rows))
    after = make_unit (&settling, rows->pdata[0]);
  if (after != NULL)
    tell_rows (&settling, rows, after);
}
