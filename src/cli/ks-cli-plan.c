/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-plan.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-cli-table.h"
#include "ks-code.h"
#include "ks-i18n.h"

/**
 * ks_cli_decisions_clear:
 * @self: decisions
 *
 * Frees what they hold.
 */
void
ks_cli_decisions_clear (KsCliDecisions *self)
{
  g_clear_pointer (&self->units, g_strfreev);
  g_clear_pointer (&self->new, g_strfreev);
  g_clear_pointer (&self->back, g_strfreev);
}

static gboolean
is_of_list (KsUnitsPlan *plan, const KsPlanRow *row, const char *list)
{
  const KsListSheet *sheet = ks_units_plan_get_sheets (plan)->pdata[row->sheet];

  return *list == '\0' || g_str_equal (sheet->file, list) || g_str_equal (sheet->name, list);
}

/* "12", or "a.xlsx:12", or "Lục Nam:12". */
static gboolean
find_row (KsUnitsPlan *plan, const char *given, guint *found, GError **error)
{
  GPtrArray *rows = ks_units_plan_get_rows (plan);
  const char *colon = strrchr (given, ':');
  g_autofree char *list = colon != NULL ? g_strndup (given, colon - given) : g_strdup ("");
  guint n_found = 0;
  guint64 number;

  if (!g_ascii_string_to_unsigned (colon != NULL ? colon + 1 : given, 10, 1, G_MAXUINT32, &number,
                                   NULL))
    return ks_cli_refuse_usage (error, _ ("a row is given by its number, like 12 or a.xlsx:12"));
  for (guint i = 0; i < rows->len; i++)
    {
      const KsPlanRow *row = rows->pdata[i];

      if (row->number != number || !is_of_list (plan, row, list))
        continue;
      *found = i;
      n_found++;
    }
  if (n_found == 1)
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               n_found == 0 ? _ ("No row of a unit has the number %s. The option --dry-run lists "
                                 "them.")
                            : _ ("Several lists have a row %s. Write its file or its sheet before "
                                 "it, like a.xlsx:12."),
               given);
  return FALSE;
}

static gboolean
choose_unit (KsUnitsPlan *plan, const char *given, GError **error)
{
  const char *sign = strrchr (given, '=');
  g_autofree char *row_text = sign != NULL ? g_strndup (given, sign - given) : NULL;
  g_autofree char *code = sign != NULL ? ks_code_read (sign + 1) : NULL;
  KsUnit *unit;
  guint row;

  if (sign == NULL)
    return ks_cli_refuse_usage (error, _ ("--unit takes a row and a code, like 12=07201"));
  if (!find_row (plan, row_text, &row, error))
    return FALSE;
  unit = code != NULL ? ks_registry_lookup (ks_units_plan_get_registry (plan), code) : NULL;
  if (unit != NULL)
    ks_units_plan_choose (plan, row, unit);
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("No unit in use has the code %s."), sign + 1);
  return unit != NULL;
}

static gboolean
take_back (KsUnitsPlan *plan, const char *given, GError **error)
{
  guint row;

  if (!find_row (plan, given, &row, error))
    return FALSE;
  if (ks_units_plan_restore (plan, row))
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("Row %s means no unit that is out of use."), given);
  return FALSE;
}

/**
 * ks_cli_decide_rows:
 * @self: what somebody says
 * @plan: a plan that was matched
 * @error: return location for an error
 *
 * Decides rows that are not certain.
 *
 * Returns: %FALSE with @error set if there is no such row or unit
 */
gboolean
ks_cli_decide_rows (const KsCliDecisions *self, KsUnitsPlan *plan, GError **error)
{
  guint row;

  for (char **given = self->units; given != NULL && *given != NULL; given++)
    if (!choose_unit (plan, *given, error))
      return FALSE;
  for (char **given = self->new; given != NULL && *given != NULL; given++)
    {
      if (!find_row (plan, *given, &row, error))
        return FALSE;
      ks_units_plan_choose (plan, row, NULL);
    }
  for (char **given = self->back; given != NULL && *given != NULL; given++)
    if (!take_back (plan, *given, error))
      return FALSE;
  if (self->skip_doubtful)
    ks_units_plan_skip_doubtful (plan);
  return TRUE;
}

static void
print_guesses (KsCliTable *table, const KsMatch *match)
{
  g_autoptr (GString) guesses = g_string_new (NULL);

  for (guint i = 0; i < match->n_guesses; i++)
    g_string_append_printf (guesses, "%s%s", i > 0 ? " " : "",
                            ks_unit_get_code (match->guesses[i]));
  ks_cli_table_add_text (table, guesses->str);
}

/**
 * ks_cli_print_matches:
 * @cli: the command line
 * @plan: a plan that was matched
 *
 * Prints which unit each row means. Each is judged alone: what several of them do to one unit is told
 * by the import itself.
 */
void
ks_cli_print_matches (KsCli *cli, KsUnitsPlan *plan)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "row,given,code,how,guesses,file,sheet");
  GPtrArray *rows = ks_units_plan_get_rows (plan);

  for (guint i = 0; i < rows->len; i++)
    {
      const KsPlanRow *row = rows->pdata[i];
      const KsListSheet *sheet = ks_units_plan_get_sheets (plan)->pdata[row->sheet];

      ks_cli_table_add_count (table, (gint64) row->number);
      ks_cli_table_add_text (table, row->given);
      ks_cli_table_add_text (
          table, row->match.unit != NULL ? ks_unit_get_code (row->match.unit) : "");
      ks_cli_table_add_text (table, ks_match_how_to_string (row->match.how));
      print_guesses (table, &row->match);
      ks_cli_table_add_text (table, sheet->file);
      ks_cli_table_add_text (table, sheet->name);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
}
