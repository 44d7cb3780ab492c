/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include "ks-cli-moment.h"
#include "ks-day-papers.h"
#include "ks-i18n.h"
#include "ks-write-summary.h"

typedef struct {
  char    *document;
  char    *output;
  char    *district;
  char    *at;
  KsMoment moment;
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->document);
  g_free (self->output);
  g_free (self->district);
  g_free (self->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
write_summary (KsCampaign *campaign, const Wish *wish, KsJob *job, GError **error)
{
  return ks_write_summary (campaign, wish->output, job, error);
}

static gboolean
write_brief (KsCampaign *campaign, const Wish *wish, KsJob *job, GError **error)
{
  return ks_write_brief (campaign, wish->moment, wish->output, job, error);
}

static gboolean
write_district (KsCampaign *campaign, const Wish *wish, KsJob *job, GError **error)
{
  return ks_write_district (campaign, wish->district, wish->moment, wish->output, job, error);
}

static const struct {
  const char *id;
  gboolean    of_a_moment;
  gboolean    of_a_district;
  gboolean (*write) (KsCampaign *campaign, const Wish *wish, KsJob *job, GError **error);
} documents[] = {
  { "summary", FALSE, FALSE, write_summary },
  { "brief", TRUE, FALSE, write_brief },
  { "district", TRUE, TRUE, write_district },
};

/* G_N_ELEMENTS (documents) with @error set if what is wished does not fit together. */
static guint
find_document (Wish *wish, GError **error)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (documents) && g_strcmp0 (wish->document, documents[i].id) != 0)
    i++;
  if (i == G_N_ELEMENTS (documents))
    ks_cli_refuse_usage (error, _ ("--document takes summary, brief or district"));
  else if (wish->output == NULL)
    ks_cli_refuse_usage (error, _ ("--output is missing"));
  else if (documents[i].of_a_district && wish->district == NULL)
    ks_cli_refuse_usage (error, _ ("--district is missing"));
  else if (!documents[i].of_a_district && wish->district != NULL)
    ks_cli_refuse_usage (error, _ ("--district goes with --document district"));
  else if (!documents[i].of_a_moment && wish->at != NULL)
    ks_cli_refuse_usage (error, _ ("--at goes with --document brief or district"));
  else if (ks_cli_parse_moment ("--at", wish->at, &wish->moment, error))
    return i;
  return G_N_ELEMENTS (documents);
}

/**
 * ks_cli_report:
 * @cli: the command line
 * @error: return location for an error
 *
 * `report FILE --document summary|brief|district --output X.pdf [--district CODE] [--at TIME]`: a
 * district's table also as X.xlsx.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_report (KsCli *cli, GError **error)
{
  g_auto (Wish) wish = { 0 };
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_STRING, &wish.document, "summary, brief, district",
      "DOCUMENT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.output,
      N_ ("PDF to write, or XLSX for a district"), "FILE" },
    { "district", 0, 0, G_OPTION_ARG_STRING, &wish.district, N_ ("only this district"), "CODE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &wish.at, N_ ("figures as of this moment"), "TIME" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsJob) job = NULL;
  guint document;

  if (!ks_cli_parse (cli, entries,
                     "FILE --document summary|brief|district --output X.pdf [--district CODE] "
                     "[--at TIME]", 1, 1, error))
    return FALSE;
  document = find_document (&wish, error);
  if (document == G_N_ELEMENTS (documents))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  job = ks_cli_job_new (cli, _ ("Writing the paper"));
  return campaign != NULL && documents[document].write (campaign, &wish, job, error);
}
