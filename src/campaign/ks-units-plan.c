/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-plan-private.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-code.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-text.h"

static void
free_change (gpointer data)
{
  KsPlanChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
free_row (gpointer data)
{
  KsPlanRow *row = data;

  g_free (row->given);
  g_free (row->code);
  g_free (row->fault);
  g_free (row->doubt);
  g_clear_object (&row->before);
  g_clear_object (&row->after);
  g_ptr_array_unref (row->changes);
  g_free (row);
}

static void
free_sheet (gpointer data)
{
  ks_list_sheet_free (data);
}

/* Units are found by the names that they bore, too. */
static KsUnitMatcher *
make_matcher (KsRegistry *registry)
{
  KsUnitMatcher *matcher = ks_unit_matcher_new (registry);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      GPtrArray *names = ks_unit_get_former_names (unit);

      for (guint k = 0; k < names->len; k++)
        ks_unit_matcher_add_alias (matcher, unit, ((KsFormerName *) names->pdata[k])->name);
    }
  return matcher;
}

/**
 * ks_units_plan_new:
 * @registry: the units as they are
 *
 * Returns: (transfer full): a plan that changes nothing
 */
KsUnitsPlan *
ks_units_plan_new (KsRegistry *registry)
{
  KsUnitsPlan *self = g_atomic_rc_box_new0 (KsUnitsPlan);
  GPtrArray *retired = ks_registry_get_retired (registry);

  self->registry = g_object_ref (registry);
  self->last_day = KS_DAY_NONE;
  self->matcher = make_matcher (registry);
  self->districts = ks_district_index_new (registry);
  self->retired = g_hash_table_new (g_str_hash, g_str_equal);
  self->retired_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < retired->len; i++)
    {
      g_hash_table_insert (self->retired, (char *) ks_unit_get_code (retired->pdata[i]),
                           retired->pdata[i]);
      g_hash_table_insert (self->retired_names,
                           ks_text_key (ks_unit_get_name (retired->pdata[i])), retired->pdata[i]);
    }
  return self;
}

/**
 * ks_units_plan_set_titles:
 * @self: a plan without lists
 * @read_title: tells what the columns are
 * @data: (nullable): for @read_title
 * @needed: the error of a file that has no such list, for people
 *
 * Has the plan find the units of lists that tell something else of them: it changes nothing in the
 * registry then, and takes no unit that the registry has not.
 */
void
ks_units_plan_set_titles (KsUnitsPlan *self, KsListTitleFunc read_title, gpointer data,
                          const char *needed)
{
  self->read_title = read_title;
  self->title_data = data;
  g_free (self->needed);
  self->needed = g_strdup (needed);
}

/**
 * ks_units_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): the same plan
 */
KsUnitsPlan *
ks_units_plan_ref (KsUnitsPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_plan (gpointer data)
{
  KsUnitsPlan *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->notes);
  g_free (self->needed);
  g_clear_pointer (&self->question, ks_encoding_question_free);
  g_hash_table_unref (self->retired);
  g_hash_table_unref (self->retired_names);
  ks_district_index_free (self->districts);
  g_object_unref (self->matcher);
  g_object_unref (self->registry);
}

/**
 * ks_units_plan_unref:
 * @self: (transfer full): a plan
 *
 * Gives a reference back.
 */
void
ks_units_plan_unref (KsUnitsPlan *self)
{
  g_atomic_rc_box_release_full (self, clear_plan);
}

static char *
describe_doubt (const KsMatch *match)
{
  switch (match->doubt)
    {
    case KS_DOUBT_SEVERAL:
      return g_strdup (_ ("several units have this name"));
    case KS_DOUBT_MISSPELT:
      return g_strdup (_ ("no unit has this name; it may be misspelt"));
    case KS_DOUBT_CODE:
      if (match->n_guesses == 1)
        return g_strdup_printf (_ ("the code is that of %s, the name another"),
                                ks_unit_get_name (match->guesses[0]));
      return g_strdup (_ ("code and name belong to different units"));
    case KS_DOUBT_UNKNOWN_CODE:
      return g_strdup (_ ("no unit has this code"));
    case KS_DOUBT_DISTRICT:
      return g_strdup (_ ("the unit of this name lies in another district"));
    case KS_DOUBT_NONE:
    default:
      return g_strdup (_ ("no unit of the registry is called so"));
    }
}

static void
ask (KsPlanRow *row, char *doubt)
{
  row->state = KS_PLAN_ASK;
  row->doubt = doubt;
}

/* The unit out of use that a row seems to mean: by its code or, where it has none, by its name. */
static KsUnit *
find_retired (KsUnitsPlan *self, const char *code, const char *name)
{
  g_autofree char *key = ks_text_key (name);

  return code != NULL ? g_hash_table_lookup (self->retired, code)
                      : g_hash_table_lookup (self->retired_names, key);
}

/* Whoever loads a list must say what every row means, or leave it out. */
static void
judge (KsUnitsPlan *self, KsPlanRow *row, const char *code, const char *name)
{
  g_autofree char *read = ks_code_read (code);

  row->retired = row->match.unit == NULL ? find_retired (self, read, name) : NULL;
  if (row->match.unit != NULL)
    row->code = g_strdup (ks_unit_get_code (row->match.unit));
  else if (row->retired != NULL)
    ask (row, g_strdup_printf (_ ("%s has the code %s and is out of use. Take it back into use "
                                  "instead."),
                               ks_unit_get_name (row->retired),
                               ks_unit_get_code (row->retired)));
  else if (row->match.how == KS_MATCH_ASK)
    ask (row, describe_doubt (&row->match));
  else if (self->read_title == NULL
           && (ks_registry_get_n_units (self->registry) == 0 || (read != NULL && *name != '\0')))
    {
      row->state = KS_PLAN_NEW;
      row->code = g_steal_pointer (&read);
    }
  else
    ask (row, describe_doubt (&row->match));
}

/* Nobody can say what a row means that does not hold what was meant. */
static void
check_cell (KsUnitsPlan *self, KsPlanRow *row, int column)
{
  KsListSheet *sheet = self->sheets->pdata[row->sheet];
  const char *fault = ks_list_find_fault (ks_list_row_get (row->row, column));
  g_autofree char *place = NULL;

  if (fault == NULL || row->state != KS_PLAN_ASK || row->fault != NULL)
    return;
  place = ks_list_sheet_dup_place (sheet, row->number, column);
  row->fault = g_strdup_printf ("%s: %s", place, fault);
}

/**
 * ks_plan_row_is_taken:
 * @row: a row
 *
 * Returns: whether it is known what it means, and it is not left out
 */
gboolean
ks_plan_row_is_taken (const KsPlanRow *row)
{
  return row->state == KS_PLAN_SURE || row->state == KS_PLAN_NEW || row->state == KS_PLAN_BACK;
}

static void
match_row (KsUnitsPlan *self, guint number, const KsListRow *source)
{
  KsListSheet *sheet = self->sheets->pdata[number];
  int code_column = ks_list_sheet_find (sheet, KS_LIST_CODE, KS_UNIT_NAME);
  int name_column = ks_list_sheet_find (sheet, KS_LIST_FIELD, KS_UNIT_NAME);
  const char *code = ks_list_row_get (source, code_column);
  const char *name = ks_list_row_get (source, name_column);
  KsPlanRow *row = g_new0 (KsPlanRow, 1);
  g_autofree char *clean = ks_text_clean (!ks_list_is_blank (name) ? name : code);

  row->sheet = number;
  row->number = source->number;
  row->row = source;
  row->given = ks_field_shorten (clean);
  row->changes = g_ptr_array_new_with_free_func (free_change);
  ks_unit_matcher_match (self->matcher, *code != '\0' ? code : NULL, *name != '\0' ? name : NULL,
                         *source->district != '\0' ? source->district : NULL, &row->match);
  judge (self, row, code, name);
  check_cell (self, row, code_column);
  check_cell (self, row, name_column);
  g_ptr_array_add (self->rows, row);
}

/* Rows that mean the same unit are settled together. */
static void
settle_all (KsUnitsPlan *self)
{
  g_autoptr (GHashTable) units
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer rows;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KsPlanRow *row = self->rows->pdata[i];
      const char *code = row->code != NULL ? row->code : "";

      rows = g_hash_table_lookup (units, code);
      if (rows == NULL)
        g_hash_table_insert (units, (char *) code, rows = g_ptr_array_new ());
      if (ks_plan_row_is_taken (row))
        g_ptr_array_add (rows, row);
    }
  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    ks_units_plan_settle (self, rows);
}

/**
 * ks_units_plan_match:
 * @self: a plan to which all lists were added
 *
 * Finds the unit of every row and what would change.
 */
void
ks_units_plan_match (KsUnitsPlan *self)
{
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      KsListSheet *sheet = self->sheets->pdata[i];

      for (guint k = 0; k < sheet->rows->len; k++)
        match_row (self, i, sheet->rows->pdata[k]);
    }
  settle_all (self);
}

/**
 * ks_units_plan_get_sheets:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type KsListSheet): the lists in their order
 */
GPtrArray *
ks_units_plan_get_sheets (KsUnitsPlan *self)
{
  return self->sheets;
}

/**
 * ks_units_plan_set_last_day:
 * @self: a plan without lists
 * @day: the last day of which staff can be told; %KS_DAY_NONE: any
 *
 * A list that counts on a later day is at fault.
 */
void
ks_units_plan_set_last_day (KsUnitsPlan *self, KsDay day)
{
  self->last_day = day;
}

/**
 * ks_units_plan_get_rows:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type KsPlanRow): the rows of units in their order
 */
GPtrArray *
ks_units_plan_get_rows (KsUnitsPlan *self)
{
  return self->rows;
}

/**
 * ks_units_plan_get_registry:
 * @self: a plan
 *
 * Returns: (transfer none): the units as they are
 */
KsRegistry *
ks_units_plan_get_registry (KsUnitsPlan *self)
{
  return self->registry;
}

/**
 * ks_units_plan_get_first_fault:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): what is wrong with the first row that cannot be taken
 */
const char *
ks_units_plan_get_first_fault (KsUnitsPlan *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((KsPlanRow *) self->rows->pdata[i])->fault != NULL)
      return ((KsPlanRow *) self->rows->pdata[i])->fault;
  return NULL;
}

/**
 * ks_units_plan_dup_absent:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type KsUnit): the units of the registry that no row means; they
 *   stay as they are
 */
GPtrArray *
ks_units_plan_dup_absent (KsUnitsPlan *self)
{
  GPtrArray *absent = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsPlanRow *row = self->rows->pdata[i];

      if (row->code != NULL)
        g_hash_table_add (met, row->code);
    }
  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);

      if (!g_hash_table_contains (met, ks_unit_get_code (unit)))
        g_ptr_array_add (absent, g_object_ref (unit));
    }
  return absent;
}

/**
 * ks_units_plan_changes_staff:
 * @self: a plan
 *
 * Returns: whether it changes how many people are in scope anywhere: see ks_staff_needs_reason()
 */
gboolean
ks_units_plan_changes_staff (KsUnitsPlan *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsPlanRow *row = self->rows->pdata[i];
      gboolean was_in_use = row->before != NULL && row->state != KS_PLAN_BACK;
      int before = was_in_use ? ks_unit_get_staff_in_scope (row->before) : 0;

      if (row->after != NULL && ks_unit_get_staff_in_scope (row->after) != before)
        return TRUE;
    }
  return FALSE;
}

/* A unit counts once, however many lists tell of it. */
static void
count_unit (const KsPlanRow *row, KsPlanCounts *counts)
{
  if (row->state == KS_PLAN_BACK)
    counts->restored++;
  else if (row->before == NULL)
    counts->added++;
  else if (ks_unit_equal (row->before, row->after))
    counts->same++;
  else
    counts->changed++;
}

/**
 * ks_units_plan_count:
 * @self: a plan
 * @counts: (out caller-allocates): how many rows are doubtful, skipped or faulty, and how many units
 *   the lists would change, add, bring back, leave as they are or lack
 */
void
ks_units_plan_count (KsUnitsPlan *self, KsPlanCounts *counts)
{
  g_autoptr (GPtrArray) absent = ks_units_plan_dup_absent (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  *counts = (KsPlanCounts){ .rows = self->rows->len, .absent = absent->len };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsPlanRow *row = self->rows->pdata[i];

      counts->asked += row->state == KS_PLAN_ASK;
      counts->skipped += row->state == KS_PLAN_SKIPPED;
      counts->faults += row->state != KS_PLAN_ASK && row->fault != NULL;
      counts->jumps += row->jumps;
      if (row->after != NULL && g_hash_table_add (seen, row->after))
        count_unit (row, counts);
    }
}
