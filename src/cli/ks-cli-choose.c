/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choose.h"
#include "ks-cli.h"
#include "ks-i18n.h"

typedef struct
{
  char **reasons;
  char **people;
  char **collectives;
} Options;

static void
take (char **text, char *const *parts, guint n_parts, guint index)
{
  if (index >= n_parts)
    return;
  g_free (*text);
  *text = g_strstrip (g_strdup (parts[index]));
}

/* Họ tên;chức vụ;mã đơn vị;thành tích */
static KsNominee *
read_person (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", 4);
  guint n_parts = g_strv_length (parts);
  KsNominee *person = ks_nominee_new (KS_NOMINEE_PERSON);

  take (&person->name, parts, n_parts, 0);
  take (&person->post, parts, n_parts, 1);
  take (&person->unit, parts, n_parts, 2);
  take (&person->merits, parts, n_parts, 3);
  return person;
}

/* Tên;mã huyện hoặc mã đơn vị;thành tích */
static KsNominee *
read_collective (const char *text, KsRegistry *registry)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", 3);
  guint n_parts = g_strv_length (parts);
  KsNominee *collective = ks_nominee_new (KS_NOMINEE_COLLECTIVE);
  char **place = n_parts > 1 && ks_registry_lookup (registry, g_strstrip (parts[1])) != NULL
                     ? &collective->unit
                     : &collective->district;

  take (&collective->name, parts, n_parts, 0);
  take (place, parts, n_parts, 1);
  take (&collective->merits, parts, n_parts, 2);
  return collective;
}

/* A reason for each unit, or one for all. */
static GPtrArray *
read_nominees (KsCli *cli, KsCampaign *campaign, const Options *options)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  guint n_reasons = options->reasons != NULL ? g_strv_length (options->reasons) : 0;
  GPtrArray *nominees = ks_nominees_new ();

  for (guint i = 0; cli->arguments[1 + i] != NULL; i++)
    {
      const char *reason = n_reasons == 1  ? options->reasons[0]
                           : i < n_reasons ? options->reasons[i]
                                           : NULL;

      g_ptr_array_add (nominees, ks_nominee_new_unit (cli->arguments[1 + i], reason));
    }
  for (guint i = 0; options->collectives != NULL && options->collectives[i] != NULL; i++)
    g_ptr_array_add (nominees, read_collective (options->collectives[i], registry));
  for (guint i = 0; options->people != NULL && options->people[i] != NULL; i++)
    g_ptr_array_add (nominees, read_person (options->people[i]));
  return nominees;
}

static gboolean
choose (KsCli *cli, const Options *options, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_cli_open (cli, error);
  g_autoptr (GPtrArray) nominees = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  if (campaign == NULL)
    return FALSE;
  nominees = read_nominees (cli, campaign, options);
  if (!ks_choose (campaign, nominees, &outcome, error))
    return FALSE;
  ks_cli_note (cli, ks_outcome_get_message (outcome));
  return TRUE;
}

/**
 * ks_cli_choose:
 * @cli: the command line
 * @error: return location for an error
 *
 * `choose FILE CODE… --reason T [--person 'NAME;POST;CODE;MERITS']… [--collective
 * 'NAME;PLACE;MERITS']…`: records whom people chose, and why. Without anybody the list is taken
 * back.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_choose (KsCli *cli, GError **error)
{
  g_auto (GStrv) reasons = NULL;
  g_auto (GStrv) people = NULL;
  g_auto (GStrv) collectives = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING_ARRAY, &reasons, N_ ("why; once for all, or for each"),
      "T" },
    { "person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &people,
      N_ ("a person: name;post;code of the unit;merits"), "P" },
    { "collective", 0, 0, G_OPTION_ARG_STRING_ARRAY, &collectives,
      N_ ("another collective: name;code of the district or unit;merits"), "C" },
    { NULL },
  };

  if (!ks_cli_parse (cli, entries, "FILE CODE… --reason T [--person P]… [--collective C]…", 1,
                     G_MAXUINT, error))
    return FALSE;
  if (reasons == NULL && cli->arguments[1] != NULL)
    return ks_cli_refuse_usage (error, _ ("--reason is missing"));
  return choose (cli, &(Options){ reasons, people, collectives }, error);
}
