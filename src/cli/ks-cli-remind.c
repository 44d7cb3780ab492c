/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-campaign-error.h"
#include "ks-cli-moment.h"
#include "ks-cli-table.h"
#include "ks-cli-text.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-remind.h"

#define MOST_TEMPLATE (64 * 1024)

typedef struct {
  char    *district;
  gboolean province;
  char    *at;
  char    *template;
  gboolean reset;
  char    *picture;
  KsMoment moment;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->district);
  g_free (self->at);
  g_free (self->template);
  g_free (self->picture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (Options *options, GError **error)
{
  if (options->district != NULL && options->province)
    return ks_cli_refuse_usage (error, _ ("give one of --district and --province"));
  if (options->template != NULL && options->reset)
    return ks_cli_refuse_usage (error, _ ("give one of --template and --reset"));
  return ks_cli_parse_moment ("--at", options->at, &options->moment, error);
}

static gboolean
refuse_district (const char *code, GError **error)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("No district of the registry has the code %s."), code);
  return FALSE;
}

/* Before anything is kept. */
static gboolean
check_wish (KsCampaign *campaign, const Options *options, GError **error)
{
  static const char *const endings[] = { ".png", NULL };
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  if (options->district != NULL && *options->district != '\0'
      && ks_registry_lookup_district (registry, options->district) == NULL)
    return refuse_district (options->district, error);
  return options->picture == NULL
         || (ks_file_name_check_ending (options->picture, endings, error)
             && ks_file_check_place (options->picture, error));
}

static gboolean
set_template (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  KsRemindTo to = options->province ? KS_REMIND_TO_PROVINCE : KS_REMIND_TO_DISTRICT;
  g_autofree char *text = NULL;
  KsOutcome *outcome = NULL;

  if (options->template == NULL && !options->reset)
    return TRUE;
  if (options->template != NULL)
    text = ks_cli_read_text (options->template, MOST_TEMPLATE, error);
  if (options->template != NULL && text == NULL)
    return FALSE;
  if (ks_set_remind_template (campaign, to, text, &outcome, error))
    return ks_cli_note_outcome (cli, outcome);
  if (options->template != NULL)
    {
      g_autofree char *name = g_path_get_basename (options->template);

      g_prefix_error (error, "%s: ", name);
    }
  return FALSE;
}

/* What the command has read. */
typedef struct {
  KsRemindWords *words;
  KsDayFigures  *figures;
  KsCliTable    *table;  /* NULL: plain text */
} Printer;

static void
print_part (const Printer *self, const KsDayDistrict *scope, guint part, const char *text)
{
  if (self->table == NULL)
    {
      g_print ("%s\n", text);
      return;
    }
  ks_cli_table_add_text (self->table, scope->code);
  ks_cli_table_add_text (self->table, scope->name);
  ks_cli_table_add_count (self->table, part);
  ks_cli_table_add_text (self->table, text);
  ks_cli_table_end_row (self->table);
}

static gboolean
print_scope (const Printer *self, const KsDayDistrict *scope, GError **error)
{
  g_auto (GStrv) parts
      = ks_remind_dup_parts (self->words, self->figures, scope->code, NULL, error);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      if (i > 0 && self->table == NULL)
        g_print ("\n");
      print_part (self, scope, i + 1, parts[i]);
    }
  return parts != NULL;
}

/* The province first; a district without a name is the province once more. */
static gboolean
print_all (const Printer *self, GError **error)
{
  guint n;
  const KsDayDistrict *districts = ks_day_figures_get_districts (self->figures, &n);

  if (!print_scope (self, ks_day_figures_get_province (self->figures), error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (*districts[i].name == '\0')
        continue;
      if (self->table == NULL)
        g_print ("\n");
      if (!print_scope (self, &districts[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_texts (const Printer *self, const Options *options, GError **error)
{
  const KsDayDistrict *scope = NULL;

  if (options->district == NULL && !options->province)
    return print_all (self, error);
  scope = ks_day_figures_lookup_district (self->figures,
                                          options->district != NULL ? options->district : "");
  return scope != NULL ? print_scope (self, scope, error)
                       : refuse_district (options->district, error);
}

static gboolean
write_picture (KsCampaign *campaign, const Printer *printer, const Options *options,
               GError **error)
{
  g_autoptr (KsPages) pages
      = ks_remind_table_new (campaign, printer->words, printer->figures,
                             options->district != NULL ? options->district : "", error);

  return pages != NULL && ks_remind_write_picture (pages, options->picture, error);
}

static gboolean
run (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Reading the answers"));
  g_autoptr (KsRemindWords) words = ks_remind_words_load (campaign, options->moment, error);
  g_autoptr (KsDayFigures) figures
      = words != NULL ? ks_day_figures_load_sendable (campaign, options->moment, job, error) : NULL;
  g_autoptr (KsCliTable) table
      = cli->format != NULL ? ks_cli_table_new (cli, "scope,name,part,text") : NULL;
  Printer printer = { words, figures, table };

  if (figures == NULL)
    return FALSE;
  if (options->picture != NULL)
    return write_picture (campaign, &printer, options, error);
  if (!print_texts (&printer, options, error))
    return FALSE;
  if (table != NULL)
    ks_cli_table_print (table);
  return TRUE;
}

/**
 * ks_cli_remind:
 * @cli: the command line
 * @error: return location for an error
 *
 * `remind FILE [--district C|--province] [--at TIME] [--template F|--reset] [--picture OUT.png]`:
 * the text for the group of each district and of the province, or the same figures as a picture.
 * --template and --reset word the text of the districts otherwise, with --province that of the
 * province.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_remind (KsCli *cli, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "district", 0, 0, G_OPTION_ARG_STRING, &options.district, N_ ("this district alone"), "C" },
    { "province", 0, 0, G_OPTION_ARG_NONE, &options.province, N_ ("the province alone"), NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("answers until this second"), "TIME" },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.template,
      N_ ("words the text otherwise"), "F" },
    { "reset", 0, 0, G_OPTION_ARG_NONE, &options.reset, N_ ("the usual words again"), NULL },
    { "picture", 0, 0, G_OPTION_ARG_FILENAME, &options.picture, N_ ("the table as a picture"),
      "PNG" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries, "FILE [--district C|--province] [--at TIME]", 1, 1, error)
      || !check_options (&options, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && check_wish (campaign, &options, error)
         && set_template (cli, campaign, &options, error) && run (cli, campaign, &options, error);
}
