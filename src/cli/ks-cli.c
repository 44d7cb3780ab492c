/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include <string.h>

#include "ks-i18n.h"

#define STANDARD_ERROR 2

G_DEFINE_QUARK (ks-cli-error-quark, ks_cli_error)

/**
 * ks_cli_refuse_usage:
 * @error: return location for an error
 * @format: what is wrong with the command line
 * @...: its arguments
 *
 * Returns: %FALSE, with an error that ends the program with %KS_EXIT_USAGE
 */
gboolean
ks_cli_refuse_usage (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (KS_CLI_ERROR, KS_CLI_ERROR_USAGE, format, arguments);
  va_end (arguments);
  return FALSE;
}

/**
 * ks_cli_read_encoding:
 * @id: (nullable): what the command line says behind --encoding
 * @encoding: (out): the encoding; %KS_ENCODING_AUTO if it says nothing
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set if there is no such encoding
 */
gboolean
ks_cli_read_encoding (const char *id, KsEncoding *encoding, GError **error)
{
  *encoding = id != NULL ? ks_encoding_find (id) : KS_ENCODING_AUTO;
  return id == NULL || *encoding != KS_ENCODING_AUTO
         || ks_cli_refuse_usage (
             error, _ ("--encoding takes utf-8, utf-16, windows-1258, tcvn3 or vni, not %s"), id);
}

static gboolean
check_common (KsCli *self, GError **error)
{
  static const char *const of_tables[] = { "csv", "json", NULL };
  const char *const *formats = self->formats != NULL ? self->formats : of_tables;

  if (self->format != NULL && !g_strv_contains (formats, self->format))
    return ks_cli_refuse_usage (error, _ ("--format takes %s or %s, not %s"), formats[0],
                                formats[1], self->format);
  if (self->table_locale != NULL && !g_str_equal (self->table_locale, "vi"))
    return ks_cli_refuse_usage (error, _ ("--locale takes vi, not %s"), self->table_locale);
  return TRUE;
}

static gboolean
parse_options (KsCli *self, const GOptionEntry *entries, const char *usage, GError **error)
{
  const GOptionEntry common[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, "csv, json", "FORMAT" },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &self->table_locale, "vi", "LOCALE" },
    { "actor", 0, 0, G_OPTION_ARG_STRING, &self->actor, N_ ("name for the log"), "NAME" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("no progress, no notes"), NULL },
    { NULL },
  };
  g_autofree char *words = g_strdup_printf ("%s %s", self->command, usage);
  g_autoptr (GOptionContext) context = g_option_context_new (words);
  g_autoptr (GError) local = NULL;

  g_option_context_set_strict_posix (context, FALSE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &self->arguments, &local))
    return ks_cli_refuse_usage (error, "%s", local->message);
  return TRUE;
}

/**
 * ks_cli_parse:
 * @self: the command line
 * @entries: (nullable): options of the command
 * @usage: its arguments, for help
 * @n_min: fewest arguments, the campaign file among them
 * @n_max: most
 * @error: return location for an error
 *
 * Takes the options out of the arguments.
 *
 * Returns: %FALSE with an error that ends the program with %KS_EXIT_USAGE
 */
gboolean
ks_cli_parse (KsCli *self, const GOptionEntry *entries, const char *usage, guint n_min,
              guint n_max, GError **error)
{
  guint n_arguments;
  char **arguments;

  if (!parse_options (self, entries, usage, error) || !check_common (self, error))
    return FALSE;
  /* The first word is the command itself. */
  n_arguments = g_strv_length (self->arguments) - 1;
  arguments = g_strdupv (self->arguments + 1);
  g_strfreev (self->arguments);
  self->arguments = arguments;
  if (n_arguments < n_min || n_arguments > n_max)
    return ks_cli_refuse_usage (error, _ ("usage: khaosat-cli %s %s"), self->command, usage);
  return TRUE;
}

/**
 * ks_cli_open:
 * @self: the command line, parsed
 * @error: return location for an error
 *
 * Returns: (transfer full): the campaign that its first argument names, or %NULL with @error set
 */
KsCampaign *
ks_cli_open (KsCli *self, GError **error)
{
  KsCampaign *campaign
      = ks_campaign_open (self->arguments[0], self->clock, self->actor, error);

  if (campaign != NULL && ks_campaign_get_warning (campaign) != NULL)
    ks_cli_note (self, ks_campaign_get_warning (campaign));
  return campaign;
}

static void
report_progress_cb (KsJob *job, gpointer user_data)
{
  gint64 total = ks_job_get_total (job);

  if (total > 0)
    g_printerr ("\r%s: %d%%%s", ks_job_get_title (job),
                (int) (100 * ks_job_get_done (job) / total),
                ks_job_get_done (job) >= total ? "\n" : "");
}

/**
 * ks_cli_job_new:
 * @self: the command line
 * @title: what is being done
 *
 * Returns: (transfer full): a job that shows its progress on a terminal, unless asked not to
 */
KsJob *
ks_cli_job_new (KsCli *self, const char *title)
{
  KsJob *job = ks_job_new (title);

  /* GLib tells a terminal from a pipe on every platform by whether it takes colours. */
  if (!self->quiet && g_log_writer_supports_color (STANDARD_ERROR))
    ks_job_set_report_func (job, report_progress_cb, NULL);
  return job;
}

/**
 * ks_cli_note:
 * @self: the command line
 * @note: one line
 *
 * Says something on standard error that is no error; standard output holds tables alone.
 */
void
ks_cli_note (KsCli *self, const char *note)
{
  if (!self->quiet)
    g_printerr ("%s\n", note);
}
