/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-remind-values.h"

#include "ks-number.h"

/* Vietnamese data: what these texts say goes to groups, whatever the language of the window. */

/**
 * ks_remind_values_free:
 * @self: (nullable): values
 *
 * Frees the values.
 */
void
ks_remind_values_free (KsRemindValues *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < KS_N_REMIND_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/* Whether a unit is named among those under the limit. */
static gboolean
is_named (const KsDayUnit *unit)
{
  return (unit->attention & KS_ATTENTION_BELOW) != 0 && !unit->checking && unit->staff > 0;
}

static guint
count_named (KsDayFigures *figures, guint first, guint n_units)
{
  guint n = 0;

  for (guint i = first; i < first + n_units; i++)
    n += is_named (ks_day_figures_get_unit (figures, i));
  return n;
}

static void
append_below (GString *list, KsDayFigures *figures, const KsDayDistrict *district)
{
  gboolean first = TRUE;

  for (guint i = district->first; i < district->first + district->n_units; i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (figures, i);
      g_autofree char *name = NULL;
      g_autofree char *rate = NULL;

      if (!is_named (unit))
        continue;
      name = ks_unit_dup_running_name (ks_unit_get_name (unit->unit));
      rate = ks_format_percent (unit->answers, unit->staff);
      g_string_append_printf (list, "%s%s (%s)", first ? "" : ", ", name, rate);
      first = FALSE;
    }
}

/* A name may stand in two districts: for the province each stands behind its own. */
static char *
list_below (KsDayFigures *figures, const KsDayDistrict *scope)
{
  GString *list = g_string_new (NULL);
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);

  if (*scope->code != '\0')
    append_below (list, figures, scope);
  for (guint i = 0; *scope->code == '\0' && i < n_districts; i++)
    {
      g_autofree char *name = ks_unit_dup_running_name (districts[i].name);

      if (count_named (figures, districts[i].first, districts[i].n_units) == 0)
        continue;
      g_string_append (list, list->len > 0 ? "; " : "");
      if (*name != '\0')
        g_string_append_printf (list, "%s: ", name);
      append_below (list, figures, &districts[i]);
    }
  return g_string_free (list, FALSE);
}

/* Above 100 % there is something to be checked, and no rate. */
static char *
dup_rate (const KsDayDistrict *scope)
{
  return scope->staff > 0 && scope->answers <= scope->staff
             ? ks_format_percent (scope->answers, scope->staff)
             : g_strdup ("");
}

static void
append_district (GString *list, KsDayFigures *figures, const KsDayDistrict *district)
{
  int limit = ks_day_figures_get_limit (figures);
  guint n_below = limit > 0 ? count_named (figures, district->first, district->n_units) : 0;
  g_autofree char *name = ks_unit_dup_running_name (district->name);
  g_autofree char *answers = ks_format_count (district->answers);
  g_autofree char *staff = ks_format_count (district->staff);
  g_autofree char *rate = dup_rate (district);

  g_string_append_printf (list, "%s%s %s/%s (%s", list->len > 0 ? "; " : "", name, answers, staff,
                          *rate != '\0' ? rate : "đang đối chiếu số liệu");
  if (n_below > 0)
    g_string_append_printf (list, ", %u đơn vị đạt dưới %d%%", n_below, limit);
  g_string_append_c (list, ')');
}

/* Empty in the text of a district, where there is no district level, and before any answer. */
static char *
list_districts (KsDayFigures *figures, const KsDayDistrict *scope)
{
  GString *list = g_string_new (NULL);
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);

  if (*scope->code != '\0' || scope->answers == 0)
    n_districts = 0;
  for (guint i = 0; i < n_districts; i++)
    if (*districts[i].name != '\0')
      append_district (list, figures, &districts[i]);
  return g_string_free (list, FALSE);
}

static char *
dup_positive (gint64 count)
{
  return count > 0 ? ks_format_count (count) : g_strdup ("");
}

/**
 * ks_remind_values_new:
 * @words: what texts say beside figures
 * @figures: the figures
 * @scope: a district of them, or the province
 *
 * Returns: (transfer full): what each field says; empty where it has nothing to say
 */
KsRemindValues *
ks_remind_values_new (const KsRemindWords *words, KsDayFigures *figures,
                      const KsDayDistrict *scope)
{
  KsRemindValues *self = g_new0 (KsRemindValues, 1);
  char **texts = self->texts;
  KsMoment as_of = ks_day_figures_get_as_of (figures);
  /* Before anything came in from anywhere, nobody is behind. */
  gboolean known = ks_day_figures_get_province (figures)->answers > 0;
  int limit = known ? ks_day_figures_get_limit (figures) : 0;

  texts[KS_REMIND_AS_OF] = ks_moment_format (as_of);
  texts[KS_REMIND_PLACE] = ks_unit_dup_running_name (scope->name);
  if (*scope->code == '\0')
    {
      g_free (texts[KS_REMIND_PLACE]);
      texts[KS_REMIND_PLACE] = g_strdup ("toàn tỉnh");
    }
  texts[KS_REMIND_ANSWERS] = ks_format_count (scope->answers);
  texts[KS_REMIND_STAFF] = dup_positive (scope->staff);
  texts[KS_REMIND_RATE] = dup_rate (scope);
  texts[KS_REMIND_UNITS] = ks_format_count (scope->n_units);
  texts[KS_REMIND_CHECKING] = dup_positive (scope->n_checking);
  texts[KS_REMIND_DISTRICTS] = list_districts (figures, scope);
  if (limit > 0)
    {
      texts[KS_REMIND_LIMIT] = g_strdup_printf ("%d%%", limit);
      texts[KS_REMIND_BELOW] = list_below (figures, scope);
      texts[KS_REMIND_N_BELOW] = dup_positive (count_named (figures, scope->first, scope->n_units));
    }
  if (!words->over && words->until != KS_MOMENT_NONE)
    texts[KS_REMIND_UNTIL] = ks_moment_format_end (words->until);
  if (words->extended)
    texts[KS_REMIND_EXTENDED] = g_strdup ("(gia hạn)");
  return self;
}
