/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include <string.h>

#include "ks-cli-table.h"
#include "ks-edit-unit.h"
#include "ks-i18n.h"

/**
 * ks_cli_split_setting:
 * @given: NAME=VALUE
 * @name: (out) (transfer full): the name
 * @value: (out): the value, within @given
 * @error: return location for an error
 *
 * Returns: %FALSE with an error of usage
 */
gboolean
ks_cli_split_setting (const char *given, char **name, const char **value, GError **error)
{
  const char *equals = strchr (given, '=');

  if (equals == NULL)
    return ks_cli_refuse_usage (error, _ ("“%s” is not of the form NAME=VALUE"), given);
  *name = g_strndup (given, (gsize) (equals - given));
  *value = equals + 1;
  return TRUE;
}

/**
 * ks_cli_note_outcome:
 * @cli: the command line
 * @outcome: (transfer full) (nullable): what a verb did
 *
 * Says it on standard error.
 *
 * Returns: %TRUE
 */
gboolean
ks_cli_note_outcome (KsCli *cli, KsOutcome *outcome)
{
  ks_cli_note (cli, outcome != NULL ? ks_outcome_get_message (outcome)
                                    : _ ("Nothing was to be changed"));
  ks_outcome_free (outcome);
  return TRUE;
}

static char *
list_fields (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            ks_unit_field_get_id ((KsUnitField) i));
  return g_string_free (list, FALSE);
}

/* Texts are borrowed from the arguments. */
static GArray *
read_edits (char **arguments, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (KsUnitEdit));

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *all = NULL;
      KsUnitEdit edit = { KS_UNIT_NAME, NULL };

      if (!ks_cli_split_setting (arguments[i], &name, &edit.text, error))
        return NULL;
      if (!ks_unit_field_find (name, &edit.field))
        {
          all = list_fields ();
          ks_cli_refuse_usage (error, _ ("“%s” is no field of a unit; there are: %s"), name, all);
          return NULL;
        }
      g_array_append_val (edits, edit);
    }
  return g_steal_pointer (&edits);
}

typedef struct
{
  gboolean add;
  gboolean retire;
  gboolean restore;
  char *day;
  char *reason;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->day);
  g_free (self->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
change_state (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  const char *code = cli->arguments[1];
  KsDay day = ks_moment_get_day (ks_campaign_now (campaign));
  KsOutcome *outcome = NULL;

  if (cli->arguments[2] != NULL)
    return ks_cli_refuse_usage (error, _ ("--retire and --restore change no field"));
  if (options->day != NULL && !ks_day_parse (options->day, &day))
    return ks_cli_refuse_usage (error, _ ("--day takes a day like 2024-04-01"));
  if (!(options->retire ? ks_retire_unit (campaign, code, day, options->reason, &outcome, error)
                        : ks_restore_unit (campaign, code, options->reason, &outcome, error)))
    return FALSE;
  return ks_cli_note_outcome (cli, outcome);
}

static gboolean
change_fields (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  g_autoptr (GArray) edits = read_edits (cli->arguments + 2, error);
  const char *code = cli->arguments[1];
  const KsUnitEdit *first;
  KsOutcome *outcome = NULL;

  if (edits == NULL)
    return FALSE;
  first = (const KsUnitEdit *) (gpointer) edits->data;
  if (!(options->add
            ? ks_add_unit (campaign, code, first, edits->len, &outcome, error)
            : ks_edit_unit (campaign, code, first, edits->len, options->reason, &outcome, error)))
    return FALSE;
  return ks_cli_note_outcome (cli, outcome);
}

static gboolean
print_fields (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsUnit *unit = ks_registry_lookup (registry, cli->arguments[1]);
  g_autoptr (KsCliTable) table = NULL;

  if (unit == NULL)
    return ks_edit_unit (campaign, cli->arguments[1], NULL, 0, NULL, NULL, error);
  table = ks_cli_table_new (cli, "field,value");
  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    {
      g_autofree char *text = ks_unit_dup_text (unit, (KsUnitField) i);

      ks_cli_table_add_text (table, ks_unit_field_get_id ((KsUnitField) i));
      ks_cli_table_add_text (table, text);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_unit:
 * @cli: the command line
 * @error: return location for an error
 *
 * `unit FILE CODE [FIELD=VALUE…]`: shows or changes all that is known of a unit; `--add` adds it,
 * `--retire` and `--restore` take it out of use and back.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_unit (KsCli *cli, GError **error)
{
  g_auto (Options) options = { FALSE };
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_NONE, &options.add, N_ ("a new unit"), NULL },
    { "retire", 0, 0, G_OPTION_ARG_NONE, &options.retire, N_ ("take out of use"), NULL },
    { "restore", 0, 0, G_OPTION_ARG_NONE, &options.restore, N_ ("take back into use"), NULL },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.day, N_ ("since when"), "DAY" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("why staff changes"), "T" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE CODE [FIELD=VALUE…]", 2, 2 + 2 * KS_N_UNIT_FIELDS, error))
    return FALSE;
  if (options.add + options.retire + options.restore > 1)
    return ks_cli_refuse_usage (error, _ ("--add, --retire and --restore exclude each other"));
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  if (options.retire || options.restore)
    return change_state (cli, campaign, &options, error);
  if (options.add || cli->arguments[2] != NULL)
    return change_fields (cli, campaign, &options, error);
  return print_fields (cli, campaign, error);
}
