/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-moment.h"
#include "ks-create-campaign.h"
#include "ks-i18n.h"
#include "ks-link.h"

static gboolean
parse_moments (const char *day, const char *from, const char *to, KsNewCampaign *what,
               GError **error)
{
  if (day == NULL || !ks_day_parse (day, &what->day))
    return ks_cli_refuse_usage (error, _ ("--day takes a day like 2024-04-01"));
  return ks_cli_parse_moment ("--from", from, &what->from, error)
         && ks_cli_parse_moment ("--to", to, &what->to, error);
}

static void
note_unsafe_template (KsCli *cli, const char *template)
{
  KsLinkKind kind;
  gboolean unsafe = FALSE;

  if (template != NULL && ks_link_check_template (template, &kind, &unsafe, NULL) && unsafe)
    ks_cli_note (cli, _ ("note: this link is not encrypted (http); it may be used inside the "
                         "office's own network only"));
}

/**
 * ks_cli_new:
 * @cli: the command line
 * @error: return location for an error
 *
 * `new FILE --title T --day D …`: makes a campaign.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_new (KsCli *cli, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  g_autofree char *units = NULL;
  g_autofree char *form = NULL;
  g_autofree char *template = NULL;
  g_autofree char *previous = NULL;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("title"), "T" },
    { "day", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("day of the survey"), "DAY" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("first moment"), "TIME" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("first moment after it"), "TIME" },
    { "id", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("id, part of every token"), "ID" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &key, N_ ("secret key"), "HEX" },
    { "units", 0, 0, G_OPTION_ARG_FILENAME, &units, N_ ("list of units"), "CSV" },
    { "form", 0, 0, G_OPTION_ARG_FILENAME, &form, N_ ("form"), "FORM" },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_ ("link with {token}"), "URL" },
    { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous,
      N_ ("earlier campaign to go on from"), "FILE" },
    { NULL },
  };
  KsNewCampaign what = { .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE };

  if (!ks_cli_parse (cli, entries, "FILE --title T --day DAY [--previous FILE]", 1, 1, error))
    return FALSE;
  if (title == NULL)
    return ks_cli_refuse_usage (error, _ ("--title is missing"));
  if (!parse_moments (day, from, to, &what, error))
    return FALSE;
  what.title = title;
  what.id = id;
  what.key_hex = key;
  what.units_path = units;
  what.form_path = form;
  what.template = template;
  what.previous_path = previous;
  if (!ks_create_campaign (cli->arguments[0], &what, cli->clock, cli->actor, NULL, error))
    return FALSE;
  note_unsafe_template (cli, template);
  return TRUE;
}

/**
 * ks_cli_sample:
 * @cli: the command line
 * @error: return location for an error
 *
 * `sample FILE`: makes the sample campaign with invented names.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_sample (KsCli *cli, GError **error)
{
  g_autoptr (KsJob) job = NULL;

  if (!ks_cli_parse (cli, NULL, "FILE", 1, 1, error))
    return FALSE;
  job = ks_cli_job_new (cli, _ ("Making the sample campaign"));
  return ks_create_sample (cli->arguments[0], cli->clock, cli->actor, job, error);
}
