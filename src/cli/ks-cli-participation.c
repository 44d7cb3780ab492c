/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-scope.h"

#include "ks-cli-moment.h"
#include "ks-cli-table.h"
#include "ks-compare-rounds.h"
#include "ks-i18n.h"

static void
add_row (KsCliTable *table, const char *code, const char *name, gint64 staff, gint64 answers)
{
  ks_cli_table_add_text (table, code);
  ks_cli_table_add_text (table, name);
  ks_cli_table_add_count (table, staff);
  ks_cli_table_add_count (table, answers);
  if (staff > 0)
    ks_cli_table_add_decimal (table, (double) answers / (double) staff, 4);
  else
    ks_cli_table_add_empty (table);
}

static void
add_districts (KsCliTable *table, const KsDayDistrict *districts, guint n_districts)
{
  for (guint i = 0; i < n_districts; i++)
    {
      add_row (table, districts[i].code, districts[i].name, districts[i].staff,
               districts[i].answers);
      ks_cli_table_end_row (table);
    }
}

static void
print_participation (KsCli *cli, KsDayFigures *figures, KsScopeKind kind)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "scope,name,staff,answers,rate");
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);

  if (kind == KS_SCOPE_PROVINCE)
    add_districts (table, ks_day_figures_get_province (figures), 1);
  else if (kind == KS_SCOPE_DISTRICT)
    add_districts (table, districts, n_districts);
  for (guint i = 0; kind == KS_SCOPE_UNIT && i < ks_day_figures_get_n_units (figures); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (figures, i);

      add_row (table, ks_unit_get_code (unit->unit), ks_unit_get_name (unit->unit), unit->staff,
               unit->answers);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}

static char *
join_names (GPtrArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ks_unit_get_name (units->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
add_figures (KsCliTable *table, GPtrArray *units, gint64 staff, gint64 answers)
{
  g_autofree char *codes = ks_round_join_codes (units);
  g_autofree char *names = join_names (units);

  add_row (table, codes, names, staff, answers);
}

static gboolean
print_rounds (KsCli *cli, KsCampaign *campaign, const char *path, GError **error)
{
  g_autoptr (KsCampaign) earlier = ks_campaign_open (path, cli->clock, cli->actor, error);
  g_autoptr (GPtrArray) rounds
      = earlier != NULL ? ks_compare_rounds (campaign, earlier, error) : NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (rounds == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "scope,name,staff,answers,rate,earlier_scope,earlier_name,"
                                 "earlier_staff,earlier_answers,earlier_rate");
  for (guint i = 0; i < rounds->len; i++)
    {
      const KsRound *round = rounds->pdata[i];

      add_figures (table, round->now, round->staff_now, round->answers_now);
      add_figures (table, round->earlier, round->staff_earlier, round->answers_earlier);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return ks_campaign_close (earlier, error);
}

/**
 * ks_cli_participation:
 * @cli: the command line
 * @error: return location for an error
 *
 * `participation FILE [--by unit|district|province] [--at TIME]`: answers against staff, until that
 * second; with `--previous FILE` beside those of an earlier survey, over merges.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_participation (KsCli *cli, GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *at = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, "province, district, unit", "SCOPE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("until that second, in Việt Nam"), "TIME" },
    { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous, N_ ("earlier survey, by unit"), "FILE" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsDayFigures) figures = NULL;
  KsScopeKind kind;
  KsMoment moment;

  if (!ks_cli_parse (cli, entries, "FILE [--by unit|district|province] [--at TIME] [--previous FILE]",
                     1, 1, error)
      || !ks_cli_parse_scope (by, &kind, error)
      || !ks_cli_parse_moment ("--at", at, &moment, error))
    return FALSE;
  if (previous != NULL && at != NULL)
    return ks_cli_refuse_usage (error, _ ("--previous compares whole surveys: leave out --at"));
  if (previous != NULL && by != NULL && kind != KS_SCOPE_UNIT)
    return ks_cli_refuse_usage (error, _ ("--previous compares units: leave out --by, or take unit"));
  campaign = ks_cli_open (cli, error);
  if (campaign != NULL && previous != NULL)
    return print_rounds (cli, campaign, previous, error);
  figures = campaign != NULL ? ks_cli_load_day (cli, campaign, moment, error) : NULL;
  if (figures == NULL)
    return FALSE;
  print_participation (cli, figures, kind);
  return TRUE;
}
