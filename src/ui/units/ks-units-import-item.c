/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-import-item.h"

#include "ks-field-text.h"
#include "ks-i18n.h"

struct _KsUnitsImportItem
{
  GObject parent_instance;

  KsUnitsPlan *plan;
  guint sheet;
  guint index;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsUnitsImportItem, ks_units_import_item, G_TYPE_OBJECT)

static void
ks_units_import_item_finalize (GObject *object)
{
  ks_units_plan_unref (KS_UNITS_IMPORT_ITEM (object)->plan);
  G_OBJECT_CLASS (ks_units_import_item_parent_class)->finalize (object);
}

static void
ks_units_import_item_class_init (KsUnitsImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_units_import_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_units_import_item_init (KsUnitsImportItem *self)
{
}

/**
 * ks_units_import_item_new:
 * @plan: a plan
 * @sheet: of a column: the number of its sheet
 * @index: number of a column of that sheet, or of a row of the plan
 *
 * Returns: (transfer full): an item
 */
KsUnitsImportItem *
ks_units_import_item_new (KsUnitsPlan *plan, guint sheet, guint index)
{
  KsUnitsImportItem *self = g_object_new (KS_TYPE_UNITS_IMPORT_ITEM, NULL);

  self->plan = ks_units_plan_ref (plan);
  self->sheet = sheet;
  self->index = index;
  return self;
}

/**
 * ks_units_import_item_get_sheet:
 * @self: a column
 *
 * Returns: the number of its sheet
 */
guint
ks_units_import_item_get_sheet (KsUnitsImportItem *self)
{
  return self->sheet;
}

/**
 * ks_units_import_item_get_index:
 * @self: an item
 *
 * Returns: the number of its column or row
 */
guint
ks_units_import_item_get_index (KsUnitsImportItem *self)
{
  return self->index;
}

/**
 * ks_units_import_item_emit_changed:
 * @self: an item
 *
 * Tells whoever shows it that it says something else now.
 */
void
ks_units_import_item_emit_changed (KsUnitsImportItem *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ks_units_import_item_get_column:
 * @self: a column
 *
 * Returns: (transfer none): it
 */
KsListColumn *
ks_units_import_item_get_column (KsUnitsImportItem *self)
{
  KsListSheet *sheet = ks_units_plan_get_sheets (self->plan)->pdata[self->sheet];

  return sheet->columns->pdata[self->index];
}

/**
 * ks_units_import_item_get_row:
 * @self: a row
 *
 * Returns: (transfer none): it
 */
KsPlanRow *
ks_units_import_item_get_row (KsUnitsImportItem *self)
{
  return ks_units_plan_get_rows (self->plan)->pdata[self->index];
}

/* Meanings as a person chooses between them: first what is no field. */
static const KsListRole roles[]
    = { KS_LIST_IGNORED, KS_LIST_NUMBER, KS_LIST_CODE, KS_LIST_SUM, KS_LIST_EXCUSED_SUM };

/**
 * ks_units_import_count_meanings:
 *
 * Returns: how many meanings a column may have
 */
guint
ks_units_import_count_meanings (void)
{
  return G_N_ELEMENTS (roles) + KS_N_UNIT_FIELDS;
}

/**
 * ks_units_import_get_meaning:
 * @number: below ks_units_import_count_meanings()
 *
 * Returns: what a column may be
 */
KsListMeaning
ks_units_import_get_meaning (guint number)
{
  if (number < G_N_ELEMENTS (roles))
    return (KsListMeaning){ roles[number], KS_UNIT_NAME };
  return (KsListMeaning){ KS_LIST_FIELD, (KsUnitField)(number - G_N_ELEMENTS (roles)) };
}

/**
 * ks_units_import_name_meaning:
 * @meaning: what a column is
 *
 * Returns: (transfer none): that in words
 */
const char *
ks_units_import_name_meaning (KsListMeaning meaning)
{
  switch (meaning.role)
    {
    case KS_LIST_NUMBER:
      return _ ("Number in the list");
    case KS_LIST_CODE:
      return _ ("Code");
    case KS_LIST_SUM:
      return _ ("All staff (only checked)");
    case KS_LIST_EXCUSED_SUM:
      return _ ("All excused (only checked)");
    case KS_LIST_FIELD:
      return ks_unit_field_get_label (meaning.field);
    case KS_LIST_IGNORED:
    default:
      return _ ("Not used");
    }
}

/**
 * ks_units_import_item_dup_unit:
 * @item: a row
 * @data: unused
 *
 * Returns: (transfer full): the unit that it means
 */
char *
ks_units_import_item_dup_unit (gpointer item, gpointer data)
{
  const KsPlanRow *row = ks_units_import_item_get_row (item);

  return g_strdup (row->after != NULL ? ks_unit_get_name (row->after) : row->given);
}

/* The bodies as short as over the columns of the table, whose titles are translated there. */
static const char *
name_field (KsUnitField field)
{
  static const char *const bodies[KS_N_BODIES] = { "Party", "Government", "Front", "Unions" };

  return field >= KS_UNIT_TOTAL && field < KS_UNIT_TOTAL + KS_N_BODIES
             ? g_dpgettext2 (GETTEXT_PACKAGE, "column", bodies[field - KS_UNIT_TOTAL])
             : ks_unit_field_get_label (field);
}

/* Of a new unit its name and place are told elsewhere. */
static gboolean
is_told (const KsPlanRow *row, KsUnitField field)
{
  return row->before == NULL
         && (field == KS_UNIT_NAME || field == KS_UNIT_KIND || field == KS_UNIT_DISTRICT_CODE);
}

/**
 * ks_units_import_item_dup_changes:
 * @item: a row
 * @data: unused
 *
 * Returns: (transfer full): what it changes: old → new
 */
char *
ks_units_import_item_dup_changes (gpointer item, gpointer data)
{
  const KsPlanRow *row = ks_units_import_item_get_row (item);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->changes->len; i++)
    {
      const KsPlanChange *change = row->changes->pdata[i];
      g_autofree char *before = ks_field_shorten (change->before);
      g_autofree char *after = ks_field_shorten (change->after);

      if (is_told (row, change->field) || (row->before == NULL && g_str_equal (after, "0")))
        continue;
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? " · " : "",
                              name_field (change->field));
      if (*before != '\0')
        g_string_append_printf (text, "%s → ", before);
      g_string_append (text, *after != '\0' ? after : "–");
    }
  return g_string_free (text, FALSE);
}

/**
 * ks_units_import_item_dup_staff:
 * @item: a row
 * @data: unused
 *
 * Returns: (transfer full): the staff in scope: old → new
 */
char *
ks_units_import_item_dup_staff (gpointer item, gpointer data)
{
  const KsPlanRow *row = ks_units_import_item_get_row (item);
  int after = row->after != NULL ? ks_unit_get_staff_in_scope (row->after) : 0;
  int before = row->before != NULL ? ks_unit_get_staff_in_scope (row->before) : after;

  return before == after ? g_strdup_printf ("%d", after)
                         : g_strdup_printf ("%d → %d", before, after);
}

/**
 * ks_units_import_item_dup_mark:
 * @item: a row
 * @data: unused
 *
 * Returns: (transfer full): what somebody should look at; empty: nothing
 */
char *
ks_units_import_item_dup_mark (gpointer item, gpointer data)
{
  const KsPlanRow *row = ks_units_import_item_get_row (item);

  if (row->jumps)
    return g_strdup (_ ("more than half"));
  if (row->state == KS_PLAN_BACK)
    return g_strdup (_ ("in use again"));
  return g_strdup (row->before == NULL ? _ ("new") : "");
}

/**
 * ks_units_import_item_dup_title:
 * @self: a row
 *
 * Returns: (transfer full): the unit as the row writes it
 */
char *
ks_units_import_item_dup_title (KsUnitsImportItem *self)
{
  return g_strdup_printf ("“%s”", ks_units_import_item_get_row (self)->given);
}

/**
 * ks_units_import_item_dup_question:
 * @self: a row
 *
 * Returns: (transfer full): where it stands and what is wrong with it, or why somebody is asked
 */
char *
ks_units_import_item_dup_question (KsUnitsImportItem *self)
{
  const KsPlanRow *row = ks_units_import_item_get_row (self);
  KsListSheet *sheet = ks_units_plan_get_sheets (self->plan)->pdata[row->sheet];
  g_autofree char *place = ks_list_sheet_dup_place (sheet, row->number, -1);

  if (row->fault != NULL)
    return g_strdup (row->fault);
  if (row->doubt != NULL)
    return g_strdup_printf ("%s: %s", place, row->doubt);
  return g_steal_pointer (&place);
}

/**
 * ks_units_import_item_dup_answer:
 * @self: a row
 *
 * Returns: (transfer full): what was decided on it, or what is to be done
 */
char *
ks_units_import_item_dup_answer (KsUnitsImportItem *self)
{
  const KsPlanRow *row = ks_units_import_item_get_row (self);

  if (row->state == KS_PLAN_SKIPPED)
    return g_strdup (_ ("Skip this row"));
  if (row->fault != NULL && row->doubt == NULL)
    return g_strdup (_ ("To correct in the file"));
  if (row->state == KS_PLAN_ASK)
    return g_strdup (_ ("Choose…"));
  if (row->state == KS_PLAN_NEW)
    return g_strdup (_ ("New unit"));
  if (row->state == KS_PLAN_BACK)
    return g_strdup (_ ("Take back into use"));
  return g_strdup (row->after != NULL ? ks_unit_get_name (row->after) : row->given);
}

static char *
describe_guess (KsUnit *unit)
{
  return g_strdup_printf ("%s · %s · %s", ks_unit_get_name (unit),
                          ks_unit_get_district_name (unit), ks_unit_get_code (unit));
}

/**
 * ks_units_import_item_dup_answers:
 * @item: a row
 * @chosen: (out): which one holds now; %G_MAXUINT: none
 *
 * Returns: (transfer full): what somebody may decide on it; see ks_units_import_item_decide()
 */
char **
ks_units_import_item_dup_answers (gpointer item, guint *chosen)
{
  const KsPlanRow *row = ks_units_import_item_get_row (item);
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  *chosen = G_MAXUINT;
  for (guint i = 0; row->doubt != NULL && i < row->match.n_guesses; i++)
    {
      if (g_strcmp0 (row->code, ks_unit_get_code (row->match.guesses[i])) == 0)
        *chosen = answers->len;
      g_ptr_array_add (answers, describe_guess (row->match.guesses[i]));
    }
  if (row->retired != NULL && row->state == KS_PLAN_BACK)
    *chosen = answers->len;
  if (row->retired != NULL)
    g_ptr_array_add (answers, g_strdup_printf (_ ("Take %s back into use"),
                                               ks_unit_get_name (row->retired)));
  if (row->doubt != NULL && row->state == KS_PLAN_NEW)
    *chosen = answers->len;
  g_ptr_array_add (answers, g_strdup (row->doubt != NULL ? _ ("New unit")
                                                         : _ ("To correct in the file")));
  if (row->state == KS_PLAN_SKIPPED)
    *chosen = answers->len;
  g_ptr_array_add (answers, g_strdup (_ ("Skip this row")));
  g_ptr_array_add (answers, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&answers), FALSE);
}

/**
 * ks_units_import_item_decide:
 * @self: a row
 * @answer: which of ks_units_import_item_dup_answers() somebody gives
 *
 * Decides what the row means.
 */
void
ks_units_import_item_decide (KsUnitsImportItem *self, guint answer)
{
  const KsPlanRow *row = ks_units_import_item_get_row (self);
  guint n_guesses = row->doubt != NULL ? row->match.n_guesses : 0;
  guint n_back = row->retired != NULL;

  if (answer < n_guesses)
    ks_units_plan_choose (self->plan, self->index, row->match.guesses[answer]);
  else if (answer < n_guesses + n_back)
    ks_units_plan_restore (self->plan, self->index);
  else if (answer > n_guesses + n_back)
    ks_units_plan_skip (self->plan, self->index);
  else if (row->doubt != NULL)
    ks_units_plan_choose (self->plan, self->index, NULL);
  else
    ks_units_plan_ask (self->plan, self->index);
}
