/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-sheets.h"

#include "ks-cli-moment.h"
#include "ks-fonts.h"
#include "ks-i18n.h"
#include "ks-write-packs.h"

static gboolean
write_code_packs (KsCli *cli, KsCampaign *campaign, char **districts, const char *folder,
                  GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Packing for districts"));
  g_autofree char *warning = NULL;

  if (!ks_write_packs (campaign, (const char *const *) districts, folder, job, NULL, &warning,
                       error))
    return FALSE;
  ks_cli_note_sheets (cli, campaign, warning);
  return TRUE;
}

typedef struct {
  char    *kind;
  char    *folder;
  char    *at;
  char   **districts;
  KsMoment moment;
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->kind);
  g_free (self->folder);
  g_free (self->at);
  g_strfreev (self->districts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
is_of_the_day (const Wish *wish)
{
  return g_strcmp0 (wish->kind, "day") == 0;
}

static gboolean
check_wish (Wish *wish, GError **error)
{
  if (wish->kind != NULL && !is_of_the_day (wish) && !g_str_equal (wish->kind, "codes"))
    return ks_cli_refuse_usage (error, _ ("--kind takes codes or day, not %s"), wish->kind);
  if (wish->folder == NULL)
    return ks_cli_refuse_usage (error, _ ("--output is missing"));
  if (wish->at != NULL && !is_of_the_day (wish))
    return ks_cli_refuse_usage (error, _ ("--at goes with --kind day"));
  return ks_cli_parse_moment ("--at", wish->at, &wish->moment, error);
}

static gboolean
write_day_packs (KsCli *cli, KsCampaign *campaign, const Wish *wish, GError **error)
{
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Packing for districts"));

  return ks_write_day_packs (campaign, (const char *const *) wish->districts, wish->moment,
                             wish->folder, job, NULL, error);
}

/**
 * ks_cli_pack:
 * @cli: the command line
 * @error: return location for an error
 *
 * `pack FILE --output DIR [--kind codes|day] [--district C]… [--at TIME]`: a ZIP for every
 * district, with its codes or with its figures of the day.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_pack (KsCli *cli, GError **error)
{
  g_auto (Wish) wish = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &wish.kind, "codes, day", "KIND" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.folder, N_ ("folder for the packs"), "DIR" },
    { "district", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.districts, N_ ("only this district"),
      "CODE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &wish.at, N_ ("figures as of this moment"), "TIME" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (cli, entries,
                     "FILE --output DIR [--kind codes|day] [--district CODE]… [--at TIME]", 1, 1,
                     error)
      || !check_wish (&wish, error))
    return FALSE;
  ks_fonts_prepare ();
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  return is_of_the_day (&wish) ? write_day_packs (cli, campaign, &wish, error)
                               : write_code_packs (cli, campaign, wish.districts, wish.folder, error);
}
