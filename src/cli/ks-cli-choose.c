/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choose.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-shortlist-words.h"

typedef struct
{
  char **reasons;
  char **people;
  char **collectives;
  gboolean clear;
} Options;

static void
add_nominee (KsCliTable *table,
             const KsShortlist *list,
             KsRegistry *registry,
             const KsNominee *nominee)
{
  g_autofree char *name = ks_nominee_dup_name (nominee, registry);
  g_autofree char *district = ks_nominee_dup_district (nominee, registry);
  g_autofree char *merits = ks_shortlist_dup_merits (list, nominee, FALSE);

  ks_cli_table_add_text (table, ks_nominee_kind_to_id (nominee->kind));
  ks_cli_table_add_text (table, nominee->unit);
  ks_cli_table_add_text (table, name);
  ks_cli_table_add_text (table, nominee->post);
  ks_cli_table_add_text (table, district);
  ks_cli_table_add_text (table, merits);
  ks_cli_table_add_text (table, nominee->form);
  ks_cli_table_add_text (table, nominee->reason);
  ks_cli_table_end_row (table);
}

static gboolean
print_nominees (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsShortlist) list = ks_shortlist_load (campaign, error);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCliTable) table = NULL;
  g_autofree char *total = NULL;
  g_autofree char *warning = NULL;

  if (list == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "kind,code,name,post,district,merits,form,reason");
  for (guint i = 0; i < list->nominees->len; i++)
    add_nominee (table, list, registry, list->nominees->pdata[i]);
  total = ks_nominees_dup_total (list->nominees);
  warning = ks_nominees_dup_warning (list->nominees);
  ks_cli_note (cli, total);
  if (warning != NULL)
    ks_cli_note (cli, warning);
  ks_cli_table_print (table);
  return TRUE;
}

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
  if (!options->clear && cli->arguments[1] == NULL && options->people == NULL
      && options->collectives == NULL)
    return print_nominees (cli, campaign, error);
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
 * 'NAME;PLACE;MERITS']… | --clear`: records whom people chose, and why; takes the list back;
 * without anything prints it, each with its district.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_choose (KsCli *cli, GError **error)
{
  g_auto (GStrv) reasons = NULL;
  g_auto (GStrv) people = NULL;
  g_auto (GStrv) collectives = NULL;
  gboolean clear = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING_ARRAY, &reasons, N_ ("why; once for all, or for each"),
      "T" },
    { "person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &people,
      N_ ("a person: name;post;code of the unit;merits"), "P" },
    { "collective", 0, 0, G_OPTION_ARG_STRING_ARRAY, &collectives,
      N_ ("another collective: name;code of the district or unit;merits"), "C" },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &clear, N_ ("takes the list back"), NULL },
    { NULL },
  };

  if (!ks_cli_parse (cli, entries, "FILE CODE… --reason T [--person P]… [--collective C]…", 1,
                     G_MAXUINT, error))
    return FALSE;
  if (clear && (cli->arguments[1] != NULL || people != NULL || collectives != NULL))
    return ks_cli_refuse_usage (error, _ ("give either whom to choose, or --clear"));
  if (reasons == NULL && cli->arguments[1] != NULL)
    return ks_cli_refuse_usage (error, _ ("--reason is missing"));
  return choose (cli, &(Options){ reasons, people, collectives, clear }, error);
}
