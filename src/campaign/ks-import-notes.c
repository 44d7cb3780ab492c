/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-responses.h"

#include "ks-i18n.h"

/**
 * ks_import_plan_get_source_label:
 * @self: a plan
 *
 * Returns: (transfer none): where the file comes from, for people
 */
const char *
ks_import_plan_get_source_label (const KsImportPlan *self)
{
  static const struct {
    const char *id;
    const char *label;
  } sources[] = {
    { "google-native", N_ ("Google Forms (CSV)") }, { "google-sheet", N_ ("Google Sheets") },
    { "msforms", N_ ("Microsoft Forms") },          { "limesurvey", N_ ("LimeSurvey") },
    { "kobo", N_ ("KoBoToolbox") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (self->source, sources[i].id))
      return _ (sources[i].label);
  return _ ("Table");
}

static const char *
name_grounds (KsDateGrounds grounds)
{
  switch (grounds)
    {
    case KS_DATE_BY_NUMBER:
      return _ ("a number above twelve decides");
    case KS_DATE_BY_WINDOW:
      return _ ("the time of the survey decides");
    case KS_DATE_BY_SHEETS:
      return _ ("the other sheets of the file decide");
    case KS_DATE_BY_OFFICER:
      return _ ("an officer said so");
    case KS_DATE_BY_CUSTOM:
    case KS_DATE_BY_YEAR:
    default:
      return _ ("nothing in the file decides; please check");
    }
}

/**
 * ks_import_plan_name_date_order:
 * @self: a plan
 *
 * Returns: (transfer none): how its dates are read, for people
 */
const char *
ks_import_plan_name_date_order (const KsImportPlan *self)
{
  switch (self->times.order)
    {
    case KS_DATE_DAY_FIRST:
      return _ ("day/month/year");
    case KS_DATE_MONTH_FIRST:
      return _ ("month/day/year");
    case KS_DATE_NO_DOUBT:
    default:
      return self->times.swapped ? _ ("year/day/month") : _ ("year/month/day");
    }
}

/**
 * ks_import_plan_reads_both_ways:
 * @self: a plan
 *
 * Returns: whether nothing in the file, nor the time of the survey, decides the order of day and
 *   month: it is that of custom, or what an officer said
 */
gboolean
ks_import_plan_reads_both_ways (const KsImportPlan *self)
{
  return self->times.order != KS_DATE_NO_DOUBT
         && (self->times.grounds == KS_DATE_BY_CUSTOM || self->times.grounds == KS_DATE_BY_OFFICER);
}

/**
 * ks_import_plan_get_time_sample:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): a cell of the column that tells when sheets were sent
 */
const char *
ks_import_plan_get_time_sample (const KsImportPlan *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsImportColumn *column = self->columns->pdata[i];

      if (column->role == KS_COLUMN_TIME)
        return column->sample;
    }
  return NULL;
}

/**
 * ks_import_plan_dup_doubt:
 * @self: a plan
 * @time: a time of its file
 *
 * Returns: (transfer full) (nullable): that @time reads both ways and what decided, as a sentence;
 *   %NULL where the file itself decides
 */
char *
ks_import_plan_dup_doubt (const KsImportPlan *self, const char *time)
{
  KsDateGrounds grounds = self->times.grounds;

  if (grounds == KS_DATE_BY_YEAR || grounds == KS_DATE_BY_NUMBER)
    return NULL;
  return g_strdup_printf (_ ("“%s” reads both ways; it is read as %s: %s"), time,
                          ks_import_plan_name_date_order (self), name_grounds (grounds));
}

/**
 * ks_import_plan_dup_dates:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): how day and month were read and what decided it, as a
 *   sentence; %NULL where dates can be read in one way only
 */
char *
ks_import_plan_dup_dates (const KsImportPlan *self)
{
  const KsTimeReading *times = &self->times;

  if (times->order == KS_DATE_NO_DOUBT)
    return times->swapped ? g_strdup_printf (_ ("%s: a spreadsheet took days for months; the dates "
                                                "are read as year-day-month, and the time of the "
                                                "survey decides"),
                                             self->file)
                          : NULL;
  if (times->mixed)
    return g_strdup_printf (_ ("%s: dates stand in both orders; those that read both ways are read "
                               "as %s. Please check the file"),
                            self->file, ks_import_plan_name_date_order (self));
  return g_strdup_printf (_ ("%s: dates are read as %s; %s"), self->file,
                          ks_import_plan_name_date_order (self), name_grounds (times->grounds));
}

/**
 * ks_import_plan_dup_zone:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): that times were turned into Vietnam's, as a sentence; %NULL
 *   where they are told in it
 */
char *
ks_import_plan_dup_zone (const KsImportPlan *self)
{
  g_autofree char *zone = ks_answer_zone_dup_name (self->times.foreign_offset);

  return self->times.foreign && !self->no_time
             ? g_strdup_printf (_ ("%s: times are told in %s and are turned into Vietnam's"),
                                self->file, zone)
             : NULL;
}

/**
 * ks_import_plan_dup_personal:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): which columns are left out because they tell who people are,
 *   as a sentence; %NULL where there are none
 */
char *
ks_import_plan_dup_personal (const KsImportPlan *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsImportColumn *column = self->columns->pdata[i];

      if (column->personal != KS_PERSONAL_NONE)
        g_string_append_printf (list, "%s“%s” (%s)", list->len > 0 ? ", " : "", column->header,
                                ks_personal_kind_get_label (column->personal));
    }
  return list->len > 0
             ? g_strdup_printf (_ ("%s: left out and not kept: %s"), self->file, list->str)
             : NULL;
}

/**
 * ks_import_plan_dup_no_time:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): that no row tells when it was sent, as a sentence
 */
char *
ks_import_plan_dup_no_time (const KsImportPlan *self)
{
  return self->no_time ? g_strdup_printf (_ ("%s: The file does not tell when answers were sent; "
                                             "they cannot be compared with the survey window."),
                                          self->file)
                       : NULL;
}

/**
 * ks_import_plan_dup_named:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): what the name of its table tells of the unit, as a sentence;
 *   %NULL where a column tells it
 */
char *
ks_import_plan_dup_named (const KsImportPlan *self)
{
  if (self->named == KS_NAMED_UNIT)
    return g_strdup_printf (_ ("%s: the unit of its answer sheets is told by the name: %s"), self->file,
                            self->named_unit);
  if (self->named == KS_NAMED_DOUBT)
    return g_strdup_printf (_ ("%s: it is not certain which unit this name means; its answer sheets "
                               "wait. Name it by the unit's code"),
                            self->file);
  return NULL;
}

static void
append_name (GString *list, const char *name)
{
  g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", name);
}

/**
 * ks_import_plan_dup_changes:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): what is new and what is missing in the header since a file
 *   before it, as a sentence; %NULL where there is none, or its header was the same
 */
char *
ks_import_plan_dup_changes (const KsImportPlan *self)
{
  g_autoptr (GString) added = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsImportColumn *column = self->columns->pdata[i];

      if (column->is_new)
        append_name (added, column->header);
    }
  for (guint i = 0; i < self->missing->len; i++)
    append_name (missing, self->missing->pdata[i]);
  if (added->len == 0 && missing->len == 0)
    return NULL;
  return g_strdup_printf (_ ("%s: the header has changed since the file before. New: %s; missing: "
                             "%s"),
                          self->file, added->len > 0 ? added->str : "–",
                          missing->len > 0 ? missing->str : "–");
}

/**
 * ks_import_plan_find_unclear:
 * @self: a plan
 *
 * A header that was over a question is gone, and there is a new one that nobody knows: it may be
 * the same with another name.
 *
 * Returns: (transfer none) (nullable): the first such column
 */
const KsImportColumn *
ks_import_plan_find_unclear (const KsImportPlan *self)
{
  for (guint i = 0; self->lost != NULL && i < self->columns->len; i++)
    {
      const KsImportColumn *column = self->columns->pdata[i];

      if (column->is_new && column->role == KS_COLUMN_IGNORED && column->n_filled > 0
          && column->personal == KS_PERSONAL_NONE)
        return column;
    }
  return NULL;
}
