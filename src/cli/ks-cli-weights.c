/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-cli.h"
#include "ks-cli-registry.h"

#include "ks-campaign-error.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-own-values.h"
#include "ks-set-criteria.h"

typedef struct
{
  char **points;
  char **zeros;
  char **fulls;
  char **checked;
  char **unchecked;
  char **added;
  char **removed;
  char **marks;
  char *values;
  char *criterion;
  char *column;
  gboolean lock;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->points);
  g_strfreev (self->zeros);
  g_strfreev (self->fulls);
  g_strfreev (self->checked);
  g_strfreev (self->unchecked);
  g_strfreev (self->added);
  g_strfreev (self->removed);
  g_strfreev (self->marks);
  g_free (self->values);
  g_free (self->criterion);
  g_free (self->column);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static KsCriterion *
find_criterion (const KsCriteria *criteria, const char *id, GError **error)
{
  KsCriterion *criterion = ks_criteria_lookup (criteria, id);

  if (criterion == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("The scale has no criterion “%s”; weights FILE lists them."), id);
  return criterion;
}

/* CRITERION=NUMBER */
static KsCriterion *
read_setting (const KsCriteria *criteria, const char *setting, double *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (setting, "=", 2);
  char *end = NULL;

  if (g_strv_length (parts) != 2 || *parts[1] == '\0')
    {
      ks_cli_refuse_usage (error, _ ("“%s” is not CRITERION=NUMBER"), setting);
      return NULL;
    }
  *value = g_ascii_strtod (parts[1], &end);
  if (*end != '\0')
    {
      ks_cli_refuse_usage (error, _ ("“%s” is not CRITERION=NUMBER"), setting);
      return NULL;
    }
  return find_criterion (criteria, parts[0], error);
}

typedef enum
{
  SET_POINTS,
  SET_ZERO,
  SET_FULL
} Field;

static gboolean
set_numbers (KsCriteria *criteria, char **settings, Field field, GError **error)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      double value;
      KsCriterion *criterion = read_setting (criteria, settings[i], &value, error);

      if (criterion == NULL)
        return FALSE;
      if (field == SET_POINTS)
        criterion->points = value;
      else if (field == SET_ZERO)
        criterion->zero = value;
      else
        criterion->full = value;
    }
  return TRUE;
}

static gboolean
set_checked (KsCriteria *criteria, char **ids, gboolean checked, GError **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      KsCriterion *criterion = find_criterion (criteria, ids[i], error);

      if (criterion == NULL)
        return FALSE;
      criterion->checked_only = checked;
    }
  return TRUE;
}

static gboolean
remove_criteria (KsCriteria *criteria, char **ids, GError **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!ks_criteria_remove_own (criteria, ids[i]))
      {
        g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                     _ ("The office has no criterion of its own “%s”."), ids[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
change_scale (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (campaign, error);
  g_autoptr (KsOutcome) outcome = NULL;

  if (criteria == NULL)
    return FALSE;
  for (guint i = 0; options->added != NULL && options->added[i] != NULL; i++)
    ks_criteria_add_own (criteria, options->added[i]);
  if (!remove_criteria (criteria, options->removed, error)
      || !set_numbers (criteria, options->points, SET_POINTS, error)
      || !set_numbers (criteria, options->zeros, SET_ZERO, error)
      || !set_numbers (criteria, options->fulls, SET_FULL, error)
      || !set_checked (criteria, options->checked, TRUE, error)
      || !set_checked (criteria, options->unchecked, FALSE, error)
      || !ks_set_criteria (campaign, criteria, &outcome, error))
    return FALSE;
  return ks_cli_note_outcome (cli, g_steal_pointer (&outcome));
}

/* CRITERION:CODE=MARK;NOTE */
static KsOwnValue *
read_mark (const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ":=", 3);
  g_auto (GStrv) given = NULL;
  char *end = NULL;
  double mark = KS_OWN_VALUE_NONE;

  if (g_strv_length (parts) == 3)
    given = g_strsplit (parts[2], ";", 2);
  if (given != NULL && given[0] != NULL && *given[0] != '\0')
    mark = g_ascii_strtod (given[0], &end);
  if (given != NULL && (end == NULL || *end == '\0'))
    return ks_own_value_new (parts[0], parts[1], mark, given[0] != NULL ? given[1] : NULL);
  ks_cli_refuse_usage (error, _ ("“%s” is not CRITERION:CODE=MARK;NOTE"), text);
  return NULL;
}

static gboolean
set_marks (KsCli *cli, KsCampaign *campaign, char **marks, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_own_value_free);
  g_autoptr (KsOutcome) outcome = NULL;

  for (guint i = 0; marks[i] != NULL; i++)
    {
      KsOwnValue *value = read_mark (marks[i], error);

      if (value == NULL)
        return FALSE;
      g_ptr_array_add (values, value);
    }
  if (!ks_set_own_values (campaign, values, &outcome, error))
    return FALSE;
  return ks_cli_note_outcome (cli, g_steal_pointer (&outcome));
}

/* The criterion that a file of marks is for, where the office has only one of its own. */
static char *
find_only_own (KsCampaign *campaign, guint *n_own)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (campaign, NULL);
  const char *found = NULL;

  *n_own = 0;
  for (guint i = 0; criteria != NULL && i < criteria->criteria->len; i++)
    {
      const KsCriterion *criterion = criteria->criteria->pdata[i];

      if (criterion->kind != KS_CRITERION_OWN)
        continue;
      found = criterion->id;
      (*n_own)++;
    }
  return *n_own == 1 ? g_strdup (found) : NULL;
}

static gboolean
import_marks (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  guint n_own = 0;
  g_autofree char *only = options->criterion == NULL ? find_only_own (campaign, &n_own) : NULL;
  const char *criterion = options->criterion != NULL ? options->criterion : only;
  g_autoptr (KsOutcome) outcome = NULL;

  if (criterion == NULL && n_own == 0)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The scale has no criterion of your own that could take marks. Add "
                                  "one by --add first."));
  if (criterion == NULL)
    return ks_cli_refuse_usage (error, _ ("--criterion is missing: of which one are the marks?"));
  if (!ks_import_own_values (campaign, criterion, options->values, options->column, NULL, &outcome,
                             error))
    return FALSE;
  return ks_cli_note_outcome (cli, g_steal_pointer (&outcome));
}

static gboolean
lock_scale (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsOutcome) outcome = NULL;

  if (!ks_lock_criteria (campaign, &outcome, error))
    return FALSE;
  return ks_cli_note_outcome (cli, g_steal_pointer (&outcome));
}

static gboolean
print_scale (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (campaign, error);
  g_autoptr (KsCliTable) table = NULL;
  g_autofree char *lock = NULL;
  g_autofree char *note = NULL;

  if (criteria == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "criterion,name,points,zero,full,checked,anchors,source,locked");
  for (guint i = 0; i < criteria->criteria->len; i++)
    {
      const KsCriterion *criterion = criteria->criteria->pdata[i];
      g_autofree char *anchors = ks_criterion_dup_anchors (criterion);

      ks_cli_table_add_text (table, criterion->id);
      ks_cli_table_add_text (table, criterion->name);
      ks_cli_table_add_decimal (table, criterion->points, 2);
      ks_cli_table_add_decimal (table, criterion->zero, 4);
      ks_cli_table_add_decimal (table, criterion->full, 4);
      ks_cli_table_add_count (table, criterion->checked_only);
      ks_cli_table_add_text (table, anchors);
      ks_cli_table_add_text (table, ks_criterion_get_source (criterion));
      ks_cli_table_add_text (table, criteria->lock != NULL && !criteria->changed_after_lock
                                        ? criteria->lock->hash
                                        : "");
      ks_cli_table_end_row (table);
    }
  lock = ks_criteria_dup_lock_words (criteria);
  note = g_strdup_printf (_ ("note: %s"), lock);
  ks_cli_note (cli, note);
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
changes_scale (const Options *options)
{
  return options->points != NULL || options->zeros != NULL || options->fulls != NULL
         || options->checked != NULL || options->unchecked != NULL || options->added != NULL
         || options->removed != NULL;
}

/* A call does one thing whole or not at all: each of these is a transaction of its own. */
static gboolean
check_one_step (const Options *options, GError **error)
{
  guint n_steps = changes_scale (options) + (options->marks != NULL) + (options->values != NULL)
                  + options->lock;

  return n_steps <= 1
         || ks_cli_refuse_usage (
             error, _ ("change the scale, then give marks, then lock it: one step a call"));
}

static gboolean
act (KsCli *cli, const Options *options, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_cli_open (cli, error);
  gboolean done = campaign != NULL;

  if (done && changes_scale (options))
    done = change_scale (cli, campaign, options, error);
  else if (done && options->marks != NULL)
    done = set_marks (cli, campaign, options->marks, error);
  else if (done && options->values != NULL)
    done = import_marks (cli, campaign, options, error);
  else if (done && options->lock)
    done = lock_scale (cli, campaign, error);
  return done && print_scale (cli, campaign, error);
}

/**
 * ks_cli_weights:
 * @cli: the command line
 * @error: return location for an error
 *
 * `weights FILE [--set CRITERION=POINTS]… [--zero CRITERION=VALUE]… [--full CRITERION=VALUE]…
 * [--checked CRITERION]… [--add NAME]… [--remove CRITERION]…`: the scale of the commendation;
 * `weights FILE --mark CRITERION:CODE=MARK;NOTE…`, `weights FILE --values TABLE [--criterion ID]
 * [--column HEADER]`: marks by criteria of the office's own; `weights FILE --lock`.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_weights (KsCli *cli, GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.points,
      N_ ("most points of a criterion; all add up to 100"), "CRITERION=POINTS" },
    { "zero", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.zeros, N_ ("the value that earns 0 points"),
      "CRITERION=VALUE" },
    { "full", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.fulls,
      N_ ("the value that earns all points"), "CRITERION=VALUE" },
    { "checked", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.checked,
      N_ ("only marks that were checked count"), "CRITERION" },
    { "unchecked", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.unchecked, N_ ("all marks count"),
      "CRITERION" },
    { "add", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.added,
      N_ ("adds a criterion of the office's own"), "NAME" },
    { "remove", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.removed,
      N_ ("takes such a criterion away"), "CRITERION" },
    { "mark", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.marks,
      N_ ("a unit's mark from 0 to 10 by such a criterion"), "CRITERION:CODE=MARK;NOTE" },
    { "values", 0, 0, G_OPTION_ARG_FILENAME, &options.values, N_ ("a table with such marks"),
      "TABLE" },
    { "criterion", 0, 0, G_OPTION_ARG_STRING, &options.criterion, N_ ("which one the table is for"),
      "CRITERION" },
    { "column", 0, 0, G_OPTION_ARG_STRING, &options.column, N_ ("header of the marks in the table"),
      "HEADER" },
    { "lock", 0, 0, G_OPTION_ARG_NONE, &options.lock, N_ ("locks the scale"), NULL },
    { NULL },
  };

  return ks_cli_parse (cli, entries, "FILE [--set CRITERION=POINTS]… | --lock", 1, 1,
                       error)
         && check_one_step (&options, error) && act (cli, &options, error);
}
