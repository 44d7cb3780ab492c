/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-call.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"

typedef struct {
  char  *unit;
  char  *add;
  char  *called;
  gint64 take_back;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->unit);
  g_free (self->add);
  g_free (self->called);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_call (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  g_autoptr (KsCall) call = ks_call_new_from_text (campaign, options->add, error);
  KsOutcome *outcome = NULL;

  if (call == NULL)
    return FALSE;
  if (options->called != NULL
      && !ks_call_read_time (options->called, ks_campaign_now (campaign), &call->called))
    return ks_cli_refuse_usage (error, _ ("--called takes a time, not %s"), options->called);
  return ks_log_call (campaign, call, &outcome, error) && ks_cli_note_outcome (cli, outcome);
}

static gboolean
take_back (KsCli *cli, KsCampaign *campaign, gint64 id, GError **error)
{
  KsOutcome *outcome = NULL;

  return ks_take_back_call (campaign, id, &outcome, error) && ks_cli_note_outcome (cli, outcome);
}

static void
add_time (KsCliTable *table, KsMoment moment)
{
  g_autofree char *iso = ks_moment_to_iso (moment);

  ks_cli_table_add_text (table, iso);
}

static const char *
find_name (KsRegistry *registry, const KsCall *call)
{
  const KsDistrict *district = ks_registry_lookup_district (registry, call->code);
  KsUnit *unit = ks_registry_lookup (registry, call->code);

  if (call->district)
    return district != NULL ? district->name : "";
  return unit != NULL ? ks_unit_get_name (unit) : "";
}

static gboolean
print_calls (KsCli *cli, KsCampaign *campaign, const char *code, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) calls = ks_calls_load (campaign, code, error);
  g_autoptr (KsCliTable) table
      = ks_cli_table_new (cli, "id,called,code,name,actor,outcome,appointment,note");

  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      const KsCall *call = calls->pdata[i];

      ks_cli_table_add_count (table, call->id);
      add_time (table, call->called);
      ks_cli_table_add_text (table, call->code);
      ks_cli_table_add_text (table, find_name (registry, call));
      ks_cli_table_add_text (table, call->actor);
      ks_cli_table_add_text (table, ks_call_outcome_get_id (call->outcome));
      add_time (table, call->appointment);
      ks_cli_table_add_text (table, call->note);
      ks_cli_table_end_row (table);
    }
  if (calls != NULL)
    ks_cli_table_print (table);
  return calls != NULL;
}

/**
 * ks_cli_calls:
 * @cli: the command line
 * @error: return location for an error
 *
 * `calls FILE [--unit CODE] [--add CODE=OUTCOME[,TIME][,NOTE] [--called TIME]] [--take-back ID]`:
 * who was called; a call is added or taken back first.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_calls (KsCli *cli, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit, N_ ("of this unit or district"), "CODE" },
    { "add", 0, 0, G_OPTION_ARG_STRING, &options.add,
      "reminded, unreachable, appointment, trouble", "CODE=OUTCOME[,TIME][,NOTE]" },
    { "called", 0, 0, G_OPTION_ARG_STRING, &options.called, N_ ("when; else now"), "TIME" },
    { "take-back", 0, 0, G_OPTION_ARG_INT64, &options.take_back, N_ ("call made by mistake"),
      "ID" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--unit CODE] [--add CODE=OUTCOME[,TIME][,NOTE]]", 1, 1,
                     error))
    return FALSE;
  if (options.called != NULL && options.add == NULL)
    return ks_cli_refuse_usage (error, _ ("--called belongs to --add"));
  campaign = ks_cli_open (cli, error);
  return campaign != NULL
         && (options.add == NULL || add_call (cli, campaign, &options, error))
         && (options.take_back == 0 || take_back (cli, campaign, options.take_back, error))
         && print_calls (cli, campaign, options.unit, error);
}
