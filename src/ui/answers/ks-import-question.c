/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-question.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"

/* Nobody answers more at once. */
#define MAX_QUESTIONS 60

/* Hours east of Greenwich that clocks anywhere differ by. */
#define FIRST_ZONE (-12)
#define LAST_ZONE 14

typedef enum
{
  ASK_DATES,
  ASK_ZONE,
  ASK_VALUE,
  ASK_UNIT,
} Kind;

struct _KsImportQuestion
{
  Kind kind;
  char *title;
  char *detail;
  GPtrArray *answers; /* of char * */
  guint chosen;
  KsForm *form;
  char *question_id;
  char *text;       /* the value, or what is given for a unit */
  GPtrArray *codes; /* of char *: the unit of each answer but the first */
  GArray *zones;    /* of int: seconds east of Greenwich of each answer */
};

static void
free_question (gpointer data)
{
  KsImportQuestion *self = data;

  g_free (self->title);
  g_free (self->detail);
  g_ptr_array_unref (self->answers);
  g_clear_object (&self->form);
  g_free (self->question_id);
  g_free (self->text);
  g_ptr_array_unref (self->codes);
  g_array_unref (self->zones);
  g_free (self);
}

static KsImportQuestion *
add_question (GPtrArray *questions, Kind kind, char *title, char *detail)
{
  KsImportQuestion *self = g_new0 (KsImportQuestion, 1);

  self->kind = kind;
  self->title = title;
  self->detail = detail;
  self->answers = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->zones = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (questions, self);
  return self;
}

static void
add_answer (KsImportQuestion *self, const char *answer)
{
  g_ptr_array_add (self->answers, g_strdup (answer));
}

/* Only where nothing in the file decides. */
static void
ask_dates (GPtrArray *questions, const KsImportPlan *plan)
{
  KsImportQuestion *self;

  if (!ks_import_plan_reads_both_ways (plan))
    return;
  self = add_question (questions, ASK_DATES, g_strdup (_ ("Order of day and month")),
                       g_strdup (_ ("Every date of the file reads both ways.")));
  add_answer (self, _ ("day/month/year"));
  add_answer (self, _ ("month/day/year"));
  self->chosen = plan->times.order == KS_DATE_MONTH_FIRST;
}

/* What clocks in Vietnam show when those of a zone show what a cell says. */
static char *
dup_effect (const char *time, int zone)
{
  KsTimeReading reading;
  KsMoment written, meant;
  int hour, minute, hour_meant, minute_meant;
  g_autofree char *clock = NULL;
  KsDay day, day_meant;

  ks_time_reading_init (&reading);
  if (!ks_answer_time_parse (time, strlen (time), &reading, &written))
    return NULL;
  meant = written + KS_VIETNAM_OFFSET - zone;
  ks_moment_to_civil (written, NULL, NULL, NULL, &hour, &minute, NULL);
  ks_moment_to_civil (meant, NULL, NULL, NULL, &hour_meant, &minute_meant, NULL);
  day = ks_moment_get_day (written);
  day_meant = ks_moment_get_day (meant);
  clock = g_strdup_printf (day_meant > day   ? _ ("%02d:%02d the next day")
                           : day_meant < day ? _ ("%02d:%02d the day before")
                                             : "%02d:%02d",
                           hour_meant, minute_meant);
  return g_strdup_printf ("%02d:%02d → %s", hour, minute, clock);
}

static void
add_zone (KsImportQuestion *self, const char *time, int zone, int chosen)
{
  g_autofree char *name
      = zone == KS_VIETNAM_OFFSET ? g_strdup (_ ("Vietnam time")) : ks_answer_zone_dup_name (zone);
  g_autofree char *effect = zone == KS_VIETNAM_OFFSET ? NULL : dup_effect (time, zone);
  g_autofree char *answer
      = effect != NULL ? g_strdup_printf ("%s: %s", name, effect) : g_steal_pointer (&name);

  for (guint i = 0; i < self->zones->len; i++)
    if (g_array_index (self->zones, int, i) == zone)
      return;
  if (zone == chosen)
    self->chosen = self->zones->len;
  g_array_append_val (self->zones, zone);
  add_answer (self, answer);
}

/* A cell that names its zone means the same whatever is said. */
static gboolean
names_zone (const char *time)
{
  KsTimeReading reading;
  KsMoment here, there;

  ks_time_reading_init (&reading);
  if (!ks_answer_time_parse (time, strlen (time), &reading, &here))
    return FALSE;
  reading.zone = 0;
  return ks_answer_time_parse (time, strlen (time), &reading, &there) && here == there;
}

/* Where most sheets lie outside the survey their times may be those of another zone. What holds now
 * comes first of all that is not on the whole hour: a recipe can name any minute. */
static void
ask_zone (GPtrArray *questions, const KsImportPlan *plan, const KsImportResult *result,
          const KsRecipe *recipe)
{
  const char *time = ks_import_plan_get_time_sample (plan);
  KsImportQuestion *self;

  if (plan->no_time || time == NULL || names_zone (time)
      || (recipe->zone == KS_RECIPE_ZONE_UNSAID
          && 2 * result->reasons[KS_REASON_OUTSIDE_WINDOW] <= result->added))
    return;
  self = add_question (questions, ASK_ZONE, g_strdup (_ ("Time zone")),
                       g_strdup (_ ("Where the times were written, and what that is in Vietnam.")));
  add_zone (self, time, KS_VIETNAM_OFFSET, plan->times.zone);
  add_zone (self, time, 0, plan->times.zone);
  add_zone (self, time, plan->times.zone, plan->times.zone);
  for (int hours = FIRST_ZONE; hours <= LAST_ZONE; hours++)
    add_zone (self, time, hours * 3600, plan->times.zone);
}

static KsImportQuestion *
add_value (GPtrArray *questions, KsForm *form, const char *question_id, const char *text,
           char *detail)
{
  const KsQuestion *question = ks_form_lookup (form, question_id);
  KsImportQuestion *self
      = add_question (questions, ASK_VALUE, g_strdup_printf (_ ("“%s”"), text), detail);

  self->form = g_object_ref (form);
  self->question_id = g_strdup (question_id);
  self->text = g_strdup (text);
  add_answer (self, _ ("Leave blank"));
  for (guint i = 0; i < question->n_options; i++)
    add_answer (self, question->options[i].label);
  return self;
}

static gboolean
is_asked (GPtrArray *questions, KsForm *form, const char *question_id, const char *text)
{
  const KsQuestion *question = ks_form_lookup (form, question_id);

  for (guint i = 0; i < questions->len; i++)
    {
      const KsImportQuestion *other = questions->pdata[i];

      if (other->kind == ASK_VALUE && g_str_equal (other->text, text)
          && (g_str_equal (other->question_id, question_id)
              || (question->scale_id != NULL
                  && g_strcmp0 (ks_form_lookup (form, other->question_id)->scale_id,
                                question->scale_id)
                         == 0)))
        return TRUE;
    }
  return FALSE;
}

/* Questions that share a scale share what its texts mean. */
static void
ask_values (GPtrArray *questions, const KsImportResult *result, KsForm *form)
{
  for (guint i = 0; i < result->unknown_values->len; i++)
    {
      const KsUnknownValue *value = result->unknown_values->pdata[i];
      g_autofree char *cells = ks_format_count (value->n_cells);

      if (!is_asked (questions, form, value->question_id, value->text))
        add_value (questions, form, value->question_id, value->text,
                   g_strdup_printf (_ ("Question %s · in %s cells · no level of the scale"),
                                    value->question_id, cells));
    }
}

/* The form can have lost the question or the level since, and the list the unit. */
static void
show_values (GPtrArray *questions, const KsRecipe *recipe, KsForm *form)
{
  for (guint i = 0; i < recipe->values->len; i++)
    {
      const KsRecipeValue *value = recipe->values->pdata[i];
      const KsQuestion *question = ks_form_lookup (form, value->question_id);

      if (question != NULL && value->choice <= question->n_options
          && !is_asked (questions, form, value->question_id, value->text))
        add_value (questions, form, value->question_id, value->text,
                   g_strdup_printf (_ ("Question %s"), value->question_id))
            ->chosen
            = value->choice;
    }
}

static void
add_unit (KsImportQuestion *self, KsRegistry *registry, const char *code)
{
  KsUnit *unit = ks_registry_lookup (registry, code);
  const char *district = unit != NULL ? ks_unit_get_district_name (unit) : NULL;

  if (unit == NULL)
    return;
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->answers, district != NULL && *district != '\0'
                                      ? g_strdup_printf ("%s, %s", ks_unit_get_name (unit), district)
                                      : g_strdup (ks_unit_get_name (unit)));
}

static KsImportQuestion *
begin_unit (GPtrArray *questions, const char *given, char *detail)
{
  KsImportQuestion *self
      = add_question (questions, ASK_UNIT, g_strdup_printf (_ ("Unit “%s”"), given), detail);

  self->text = g_strdup (given);
  add_answer (self, _ ("Let them wait"));
  return self;
}

static void
ask_units (GPtrArray *questions, const KsImportResult *result, KsRegistry *registry)
{
  for (guint i = 0; i < result->unknown_units->len; i++)
    {
      const KsUnknownUnit *unit = result->unknown_units->pdata[i];
      g_autofree char *rows = ks_format_count (unit->n_rows);
      KsImportQuestion *self;

      if (unit->n_guesses == 0)
        continue;
      self = begin_unit (questions, unit->given,
                         g_strdup_printf (ngettext ("%s sheet waits: which unit is meant?",
                                                    "%s sheets wait: which unit is meant?",
                                                    unit->n_rows),
                                          rows));
      for (guint k = 0; k < unit->n_guesses; k++)
        add_unit (self, registry, unit->guesses[k]);
    }
}

static void
show_units (GPtrArray *questions, const KsRecipe *recipe, KsRegistry *registry)
{
  for (guint i = 0; i < recipe->units->len; i++)
    {
      const KsRecipeUnit *said = recipe->units->pdata[i];
      KsImportQuestion *self;

      if (ks_registry_lookup (registry, said->code) == NULL)
        continue;
      self = begin_unit (questions, said->given, g_strdup (_ ("An officer said so.")));
      add_unit (self, registry, said->code);
      self->chosen = self->codes->len;
    }
}

/**
 * ks_import_questions_new:
 * @plan: what a table of the file is
 * @result: what the import would do
 * @recipe: how the table is read
 * @campaign: where it would go
 *
 * Returns: (transfer full) (element-type KsImportQuestion): what is to be asked, then what was
 *   answered: however much that is, it leaves room for what is new
 */
GPtrArray *
ks_import_questions_new (const KsImportPlan *plan, const KsImportResult *result,
                         const KsRecipe *recipe, KsCampaign *campaign)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (free_question);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  ask_dates (questions, plan);
  ask_zone (questions, plan, result, recipe);
  ask_values (questions, result, form);
  ask_units (questions, result, registry);
  show_values (questions, recipe, form);
  show_units (questions, recipe, registry);
  if (questions->len > MAX_QUESTIONS)
    g_ptr_array_set_size (questions, MAX_QUESTIONS);
  return questions;
}

/**
 * ks_import_question_get_title:
 * @self: a question
 *
 * Returns: (transfer none): what it is about
 */
const char *
ks_import_question_get_title (const KsImportQuestion *self)
{
  return self->title;
}

/**
 * ks_import_question_get_detail:
 * @self: a question
 *
 * Returns: (transfer none): why it is asked
 */
const char *
ks_import_question_get_detail (const KsImportQuestion *self)
{
  return self->detail;
}

/**
 * ks_import_question_list:
 * @self: a question
 * @chosen: (out): the answer that holds now
 *
 * Returns: (transfer full): the answers
 */
char **
ks_import_question_list (const KsImportQuestion *self, guint *chosen)
{
  char **list = g_new0 (char *, self->answers->len + 1);

  for (guint i = 0; i < self->answers->len; i++)
    list[i] = g_strdup (self->answers->pdata[i]);
  *chosen = self->chosen;
  return list;
}

static void
say_value (const KsImportQuestion *self, KsRecipe *recipe, guint choice)
{
  const KsQuestion *asked = ks_form_lookup (self->form, self->question_id);

  for (guint i = 0; i < ks_form_get_n_questions (self->form); i++)
    {
      const KsQuestion *question = ks_form_get_question (self->form, i);

      if (question == asked
          || (asked->scale_id != NULL && g_strcmp0 (question->scale_id, asked->scale_id) == 0))
        ks_recipe_set_value (recipe, question->id, self->text, choice);
    }
}

static void
say (const KsImportQuestion *self, KsRecipe *recipe, guint index)
{
  switch (self->kind)
    {
    case ASK_DATES:
      recipe->dates = index == 0 ? KS_RECIPE_DATES_DAY_FIRST : KS_RECIPE_DATES_MONTH_FIRST;
      break;
    case ASK_ZONE:
      recipe->zone = g_array_index (self->zones, int, index);
      break;
    case ASK_VALUE:
      say_value (self, recipe, index);
      break;
    case ASK_UNIT:
    default:
      ks_recipe_set_unit (recipe, self->text, index > 0 ? self->codes->pdata[index - 1] : NULL);
      break;
    }
}

/**
 * ks_import_question_answer:
 * @self: a question
 * @recipes: (element-type KsRecipe): how the tables of the file are read
 * @index: one of its answers
 *
 * Keeps the answer: what is said of a file holds for all its tables.
 */
void
ks_import_question_answer (const KsImportQuestion *self, GPtrArray *recipes, guint index)
{
  g_return_if_fail (index < self->answers->len);

  for (guint i = 0; i < recipes->len; i++)
    say (self, recipes->pdata[i], index);
}
