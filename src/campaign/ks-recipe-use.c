/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-recipe-use.h"

static char **
dup_headers (const KsRow *header)
{
  char **headers = g_new0 (char *, header->n_cells + 1);

  for (guint i = 0; i < header->n_cells; i++)
    headers[i] = ks_recipe_dup_header (header->cells[i].text);
  return headers;
}

static const char *
get_header (const KsRecipe *recipe, guint index)
{
  return ((const KsRecipeColumn *) recipe->columns->pdata[index])->header;
}

static gboolean
is_same_header (const KsRecipe *recipe, char **headers, guint n_headers)
{
  if (recipe->columns->len != n_headers)
    return FALSE;
  for (guint i = 0; i < n_headers; i++)
    if (!g_str_equal (get_header (recipe, i), headers[i]))
      return FALSE;
  return TRUE;
}

static guint
count_shared (const KsRecipe *recipe, char **headers)
{
  guint n_shared = 0;

  for (guint i = 0; i < recipe->columns->len; i++)
    n_shared += *get_header (recipe, i) != '\0'
                && g_strv_contains ((const char *const *) headers, get_header (recipe, i));
  return n_shared;
}

/* The recipe for this very header; else the one that shares most of it, the last used before
 * others, if that is more than half of both. */
static const KsRecipe *
find_kept (const KsResponseReader *reader, char **headers, guint n_headers)
{
  const KsRecipe *best = NULL;
  guint most = 0;

  for (guint i = 0; i < reader->recipes->len; i++)
    {
      const KsRecipe *recipe = reader->recipes->pdata[i];
      guint n_shared;

      if (is_same_header (recipe, headers, n_headers))
        return recipe;
      n_shared = count_shared (recipe, headers);
      if (n_shared <= most || 2 * n_shared <= MAX (n_headers, recipe->columns->len))
        continue;
      best = recipe;
      most = n_shared;
    }
  return best;
}

/* Answers are given to a header that was shown, never to one like it. */
static const KsRecipe *
find_answer (const KsResponseReader *reader, char **headers, guint n_headers)
{
  for (guint i = 0; reader->answers != NULL && i < reader->answers->len; i++)
    if (is_same_header (reader->answers->pdata[i], headers, n_headers))
      return reader->answers->pdata[i];
  return NULL;
}

static void
close_column (KsResponseReader *reader, guint index)
{
  KsColumnReader *column = &reader->columns[index];

  g_clear_pointer (&column->options, ks_option_reader_free);
  column->question = NULL;
  column->choice = 0;
  column->used = FALSE;
  column->closed = TRUE;
  if (reader->unit_column == (int) index)
    reader->unit_column = -1;
}

/* A column that showed to be the same by its header gives way. */
static void
answer_question (KsResponseReader *reader, guint index, const KsRecipeColumn *said)
{
  const KsQuestion *question = ks_form_lookup (reader->form, said->question_id);
  KsColumnReader *column = &reader->columns[index];

  if (question == NULL || said->choice > question->n_options
      || (said->choice > 0 && question->type != KS_QUESTION_MULTI))
    return;
  for (guint i = 0; i < reader->n_columns; i++)
    if (reader->columns[i].question == question && reader->columns[i].choice == said->choice)
      close_column (reader, i);
  close_column (reader, index);
  column->question = question;
  column->choice = said->choice;
  column->used = TRUE;
  if (question->type != KS_QUESTION_TEXT)
    column->options = ks_option_reader_new (question);
}

static void
settle (KsResponseReader *reader, guint index, KsColumnRole role, int *place)
{
  if (*place >= 0 && (guint) *place != index)
    reader->columns[*place].used = FALSE;
  close_column (reader, index);
  reader->columns[index].used = TRUE;
  *place = (int) index;
  reader->settled |= 1u << role;
}

static void
apply_column (KsResponseReader *reader, guint index, const KsRecipeColumn *said)
{
  switch (said->role)
    {
    case KS_COLUMN_TIME:
      settle (reader, index, said->role, &reader->time_column);
      break;
    case KS_COLUMN_START:
      settle (reader, index, said->role, &reader->start_column);
      break;
    case KS_COLUMN_UNIT:
      settle (reader, index, said->role, &reader->unit_column);
      break;
    case KS_COLUMN_ID:
      settle (reader, index, said->role, &reader->id_column);
      break;
    case KS_COLUMN_QUESTION:
      answer_question (reader, index, said);
      break;
    case KS_COLUMN_PERSONAL:
      close_column (reader, index);
      reader->columns[index].personal = TRUE;
      break;
    case KS_COLUMN_IGNORED:
    case KS_N_COLUMN_ROLES:
    default:
      /* What was of no use before may be by now: the form can have changed. */
      if (said->chosen)
        close_column (reader, index);
      break;
    }
}

static void
apply_values (KsResponseReader *reader)
{
  const KsRecipe *recipe = reader->recipe;

  for (guint i = 0; i < reader->n_columns; i++)
    {
      KsColumnReader *column = &reader->columns[i];

      for (guint k = 0; column->options != NULL && k < recipe->values->len; k++)
        {
          const KsRecipeValue *value = recipe->values->pdata[k];

          if (g_str_equal (value->question_id, column->question->id))
            ks_option_reader_learn (column->options, value->text, value->choice);
        }
      if (column->options != NULL && recipe->separator != '\0')
        ks_option_reader_add_separator (column->options, recipe->separator);
    }
}

static void
apply_units (KsResponseReader *reader)
{
  g_hash_table_remove_all (reader->confirmed);
  for (guint i = 0; i < reader->recipe->units->len; i++)
    {
      const KsRecipeUnit *said = reader->recipe->units->pdata[i];
      KsUnit *unit = ks_registry_lookup (reader->registry, said->code);

      if (unit != NULL)
        g_hash_table_insert (reader->confirmed, said->given, unit);
    }
}

/**
 * ks_recipe_use_begin:
 * @reader: knows the columns that their headers tell
 * @header: the header
 *
 * Finds the recipe for the file, if there is one, and lets it say what columns, values and units
 * are.
 */
void
ks_recipe_use_begin (KsResponseReader *reader, const KsRow *header)
{
  g_auto (GStrv) headers = dup_headers (header);
  gboolean same;

  reader->settled = 0;
  reader->kept = find_kept (reader, headers, header->n_cells);
  reader->recipe = find_answer (reader, headers, header->n_cells);
  if (reader->recipe == NULL)
    reader->recipe = reader->kept;
  if (reader->recipe == NULL)
    return;
  same = is_same_header (reader->recipe, headers, header->n_cells);
  for (guint i = 0; i < header->n_cells; i++)
    {
      const KsRecipeColumn *said = same ? reader->recipe->columns->pdata[i]
                                        : ks_recipe_find_column (reader->recipe, headers[i]);

      if (said != NULL)
        apply_column (reader, i, said);
    }
  apply_values (reader);
  apply_units (reader);
}

/**
 * ks_recipe_use_settles:
 * @reader: a reader with a header
 * @role: a role that one column has
 *
 * Returns: whether the recipe said which column that is
 */
gboolean
ks_recipe_use_settles (const KsResponseReader *reader, KsColumnRole role)
{
  return (reader->settled & 1u << role) != 0;
}

/* What was said of times holds for the column that it was said of: the times of another service
 * may be those of another zone. */
static gboolean
tells_times (const KsResponseReader *reader)
{
  return reader->recipe != NULL
         && (reader->recipe != reader->kept || ks_recipe_use_settles (reader, KS_COLUMN_TIME));
}

/**
 * ks_recipe_use_settle_zone:
 * @reader: a reader that knows the column of the times
 *
 * Reads times without a zone in the one that an officer named.
 */
void
ks_recipe_use_settle_zone (KsResponseReader *reader)
{
  if (tells_times (reader) && reader->recipe->zone != KS_RECIPE_ZONE_UNSAID)
    reader->times.zone = reader->recipe->zone;
}

/**
 * ks_recipe_use_settle_dates:
 * @reader: a reader that knows how the file's dates are read
 *
 * Takes the order of day and month that an officer named, unless a number above twelve tells
 * otherwise.
 */
void
ks_recipe_use_settle_dates (KsResponseReader *reader)
{
  KsTimeReading *times = &reader->times;

  if (!tells_times (reader) || reader->recipe->dates == KS_RECIPE_DATES_UNSAID
      || times->order == KS_DATE_NO_DOUBT || times->grounds == KS_DATE_BY_NUMBER)
    return;
  times->order = reader->recipe->dates == KS_RECIPE_DATES_DAY_FIRST ? KS_DATE_DAY_FIRST
                                                                    : KS_DATE_MONTH_FIRST;
  times->grounds = KS_DATE_BY_OFFICER;
}

/**
 * ks_recipe_use_find_unit:
 * @reader: a reader
 * @given: what a row says of its unit
 *
 * Returns: (transfer none) (nullable): the unit that an officer said is meant
 */
KsUnit *
ks_recipe_use_find_unit (const KsResponseReader *reader, const char *given)
{
  return g_hash_table_size (reader->confirmed) > 0
             ? g_hash_table_lookup (reader->confirmed, given)
             : NULL;
}

static gboolean
was_chosen (const KsResponseReader *reader, guint index, const char *header)
{
  const KsRecipe *recipe = reader->recipe;
  const KsRecipeColumn *said = NULL;

  if (recipe != NULL && recipe->columns->len == reader->n_columns
      && g_str_equal (get_header (recipe, index), header))
    said = recipe->columns->pdata[index];
  else if (recipe != NULL)
    said = ks_recipe_find_column (recipe, header);
  return said != NULL && said->chosen;
}

/* What was said before of values, units and times stays said. */
static KsRecipe *
make_recipe (const KsResponseReader *reader, const KsImportPlan *plan)
{
  KsRecipe *recipe = reader->recipe != NULL ? ks_recipe_copy (reader->recipe) : ks_recipe_new ();

  g_free (recipe->source);
  recipe->source = g_strdup (plan->source);
  if (!tells_times (reader))
    {
      recipe->zone = KS_RECIPE_ZONE_UNSAID;
      recipe->dates = KS_RECIPE_DATES_UNSAID;
    }
  g_ptr_array_set_size (recipe->columns, 0);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const KsImportColumn *column = plan->columns->pdata[i];
      g_autofree char *header = ks_recipe_dup_header (column->header);

      ks_recipe_add_column (recipe, header,
                            column->personal != KS_PERSONAL_NONE ? KS_COLUMN_PERSONAL : column->role,
                            was_chosen (reader, i, header), column->question_id, column->choice);
    }
  return recipe;
}

static gboolean
has_header (const KsImportPlan *plan, const char *header)
{
  return ks_recipe_find_column (plan->recipe, header) != NULL;
}

/* The two exports of Google's are of one service; a table is of any. */
static gboolean
is_other_service (const KsRecipe *kept, const KsImportPlan *plan)
{
  gboolean google = g_str_has_prefix (kept->source, "google-")
                    && g_str_has_prefix (plan->source, "google-");

  return !google && !g_str_equal (kept->source, plan->source) && !g_str_equal (kept->source, "table")
         && !g_str_equal (plan->source, "table");
}

/* Services ask for several answers in one column or in one for each option. */
static gboolean
is_answered (const KsImportPlan *plan, const KsRecipeColumn *said, gboolean other_service)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const KsImportColumn *column = plan->columns->pdata[i];

      if (g_strcmp0 (column->question_id, said->question_id) == 0
          && (other_service || column->choice == said->choice))
        return TRUE;
    }
  return FALSE;
}

static const char *
find_lost (const KsRecipe *kept, const KsImportPlan *plan, gboolean other_service)
{
  for (guint i = 0; i < kept->columns->len; i++)
    {
      const KsRecipeColumn *column = kept->columns->pdata[i];

      if (column->role == KS_COLUMN_QUESTION && !has_header (plan, column->header)
          && !is_answered (plan, column, other_service))
        return column->header;
    }
  return NULL;
}

/* Another service has columns of its own around the questions, which it shares: that is no change,
 * unless a question is gone. */
static void
compare_headers (const KsRecipe *kept, KsImportPlan *plan)
{
  gboolean other_service = is_other_service (kept, plan);

  plan->lost = g_strdup (find_lost (kept, plan, other_service));
  if (other_service && plan->lost == NULL)
    return;
  for (guint i = 0; i < plan->columns->len; i++)
    {
      KsImportColumn *column = plan->columns->pdata[i];
      const char *header = get_header (plan->recipe, i);

      column->is_new = ks_recipe_find_column (kept, header) == NULL;
    }
  for (guint i = 0; i < kept->columns->len; i++)
    {
      const KsRecipeColumn *column = kept->columns->pdata[i];

      if (!has_header (plan, column->header))
        g_ptr_array_add (plan->missing, g_strdup (column->header));
    }
}

/**
 * ks_recipe_use_finish:
 * @reader: a reader that knows all columns of its file
 * @plan: (inout): what the file is
 *
 * Tells the recipe that is to be kept, and what is new or missing in the header since the file
 * before.
 */
void
ks_recipe_use_finish (const KsResponseReader *reader, KsImportPlan *plan)
{
  plan->recipe = make_recipe (reader, plan);
  plan->missing = g_ptr_array_new_with_free_func (g_free);
  if (reader->kept != NULL)
    compare_headers (reader->kept, plan);
  plan->is_known = reader->kept != NULL && ks_recipe_is_same_header (reader->kept, plan->recipe);
}
