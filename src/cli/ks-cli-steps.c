/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-campaign-error.h"
#include "ks-cli-table.h"
#include "ks-cli-text.h"
#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-steps.h"
#include "ks-trials.h"

#define MAX_BYTES (1 << 20)

typedef struct {
  char  **set;
  char  **clear;
  char   *paste;
  char   *step;
  gboolean skip_doubtful;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->set);
  g_strfreev (self->clear);
  g_free (self->paste);
  g_free (self->step);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_kind (const char *id, KsStepKind *kind, GError **error)
{
  return ks_step_kind_from_id (id, kind)
         || ks_cli_refuse_usage (error, _ ("a step is sent, received, tried or posted, not %s"), id);
}

/* "received=07201,07204" */
static gboolean
set_given (KsCli *cli, KsCampaign *campaign, const char *given, gboolean done, GError **error)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) codes = NULL;
  const char *value;
  KsStepKind kind;
  KsOutcome *outcome = NULL;

  if (!ks_cli_split_setting (given, &name, &value, error) || !read_kind (name, &kind, error))
    return FALSE;
  codes = g_strsplit (value, ",", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    g_strstrip (codes[i]);
  return ks_set_steps (campaign, kind, (const char *const *) codes, done, &outcome, error)
         && ks_cli_note_outcome (cli, outcome);
}

/* Where nobody can be asked, a line that is not certain is not passed over in silence. */
static gboolean
check_lines (KsCli *cli, const Options *options, const KsStepLines *lines, GError **error)
{
  for (guint i = 0; i < lines->unknown->len; i++)
    {
      const char *line = g_ptr_array_index (lines->unknown, i);
      g_autofree char *note = g_strdup_printf (_ ("note: nobody for certain: %s"), line);

      if (!options->skip_doubtful)
        {
          g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                       _ ("“%s” in %s means nobody for certain: write the code, or leave such lines "
                          "out by --skip-doubtful"),
                       line, options->paste);
          return FALSE;
        }
      ks_cli_note (cli, note);
    }
  return TRUE;
}

static gboolean
paste (KsCli *cli, KsCampaign *campaign, const Options *options, GError **error)
{
  g_autofree char *text = ks_cli_read_text (options->paste, MAX_BYTES, error);
  g_autoptr (KsStepLines) lines = NULL;
  KsStepKind kind;
  KsOutcome *outcome = NULL;

  if (text == NULL || !read_kind (options->step, &kind, error))
    return FALSE;
  lines = ks_step_lines_read (campaign, kind, text);
  return check_lines (cli, options, lines, error)
         && ks_set_steps (campaign, kind, (const char *const *) lines->codes->pdata, TRUE, &outcome,
                          error)
         && ks_cli_note_outcome (cli, outcome);
}

static const char *
find_name (KsRegistry *registry, const KsStepDone *step)
{
  const KsDistrict *district;
  KsUnit *unit;

  if (ks_step_kind_is_of_district (step->kind))
    {
      district = ks_registry_lookup_district (registry, step->code);
      return district != NULL ? district->name : "";
    }
  unit = ks_registry_lookup (registry, step->code);
  return unit != NULL ? ks_unit_get_name (unit) : "";
}

static gboolean
note_trials (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autofree char *note = NULL;
  KsTrials trials;

  if (tx == NULL || !ks_trials_count (campaign, tx, &trials, error))
    return FALSE;
  note = g_strdup_printf (_ ("note: %u trial answers of %u units; %u of %u links tried"),
                          trials.n_answers, trials.n_units, trials.n_links_tried, trials.n_links);
  ks_cli_note (cli, note);
  return TRUE;
}

static gboolean
list (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (GPtrArray) steps = ks_steps_load (campaign, error);
  g_autoptr (KsCliTable) table = NULL;

  if (steps == NULL || !note_trials (cli, campaign, error))
    return FALSE;
  table = ks_cli_table_new (cli, "scope,code,name,step,done,actor");
  for (guint i = 0; i < steps->len; i++)
    {
      const KsStepDone *step = g_ptr_array_index (steps, i);
      g_autofree char *done = ks_moment_to_iso (step->done);

      ks_cli_table_add_text (table, ks_step_kind_is_of_district (step->kind) ? "district" : "unit");
      ks_cli_table_add_text (table, step->code);
      ks_cli_table_add_text (table, find_name (registry, step));
      ks_cli_table_add_text (table, ks_step_kind_to_id (step->kind));
      ks_cli_table_add_text (table, done);
      ks_cli_table_add_text (table, step->actor);
      ks_cli_table_end_row (table);
    }
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
run (KsCli *cli, const Options *options, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_cli_open (cli, error);

  if (campaign == NULL)
    return FALSE;
  for (guint i = 0; options->set != NULL && options->set[i] != NULL; i++)
    if (!set_given (cli, campaign, options->set[i], TRUE, error))
      return FALSE;
  for (guint i = 0; options->clear != NULL && options->clear[i] != NULL; i++)
    if (!set_given (cli, campaign, options->clear[i], FALSE, error))
      return FALSE;
  if (options->paste != NULL && !paste (cli, campaign, options, error))
    return FALSE;
  return options->set != NULL || options->clear != NULL || options->paste != NULL
         || list (cli, campaign, error);
}

/**
 * ks_cli_steps:
 * @cli: the command line
 * @error: return location for an error
 *
 * `steps FILE [--set STEP=CODE,…]… [--clear STEP=CODE,…]… [--paste F --step STEP]`: what is done for
 * districts (sent) and units (received, tried, posted) before the day; without options, what is on
 * record.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_steps (KsCli *cli, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.set, N_ ("put on record"), "STEP=CODE,…" },
    { "clear", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.clear, N_ ("take off the record"),
      "STEP=CODE,…" },
    { "paste", 0, 0, G_OPTION_ARG_FILENAME, &options.paste,
      N_ ("text with a name or a code on each line"), "F" },
    { "step", 0, 0, G_OPTION_ARG_STRING, &options.step, N_ ("what was done for these"), "STEP" },
    { "skip-doubtful", 0, 0, G_OPTION_ARG_NONE, &options.skip_doubtful,
      N_ ("leave out what is not certain"), NULL },
    { NULL },
  };

  if (!ks_cli_parse (cli, entries,
                     "FILE [--set STEP=CODE,…]… [--clear STEP=CODE,…]… [--paste F --step STEP]", 1, 1,
                     error))
    return FALSE;
  if ((options.paste != NULL) != (options.step != NULL))
    return ks_cli_refuse_usage (error, _ ("--paste and --step belong together"));
  return run (cli, &options, error);
}
