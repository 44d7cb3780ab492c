/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-cli-table.h"
#include "ks-cli-text.h"
#include "ks-i18n.h"
#include "ks-paper-defaults.h"
#include "ks-paper-settings.h"
#include "ks-paper-text-table.h"
#include "ks-paper-template.h"

#define LARGEST_TEMPLATE 60000

static void
clear_edit (gpointer data)
{
  KsPaperEdit *edit = data;

  g_free ((char *)edit->paper);
  g_free ((char *)edit->slot);
  g_free ((char *)edit->body);
}

/* PAPER.SLOT=TEXT */
static gboolean
read_edit (GArray *edits, const char *text, GError **error)
{
  const char *dot = strchr (text, '.');
  const char *equals = dot != NULL ? strchr (dot, '=') : NULL;
  KsPaperEdit edit;

  if (equals == NULL)
    return ks_cli_refuse_usage (error, _ ("--set takes PAPER.NAME=TEXT, not %s"), text);
  edit.paper = g_strndup (text, (gsize)(dot - text));
  edit.slot = g_strndup (dot + 1, (gsize)(equals - dot) - 1);
  edit.body = g_strdup (equals + 1);
  g_array_append_val (edits, edit);
  return TRUE;
}

/* PAPER=FILE; without a file the program's own template again */
static gboolean
read_template (GArray *edits, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *body = NULL;
  KsPaperEdit edit;

  if (equals == NULL)
    return ks_cli_refuse_usage (error, _ ("--template takes PAPER=FILE, not %s"), text);
  if (equals[1] != '\0')
    {
      body = ks_cli_read_text (equals + 1, LARGEST_TEMPLATE, error);
      if (body == NULL)
        return FALSE;
      if (body[strspn (body, " \t\r\n")] == '\0')
        return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, _ ("%s: the file is empty."),
                                   equals + 1);
    }
  edit.paper = g_strndup (text, (gsize)(equals - text));
  edit.slot = g_strdup ("template");
  edit.body = g_steal_pointer (&body);
  g_array_append_val (edits, edit);
  return TRUE;
}

static gboolean
read_edits (GArray *edits, char **set, char **templates, GError **error)
{
  for (guint i = 0; set != NULL && set[i] != NULL; i++)
    if (!read_edit (edits, set[i], error))
      return FALSE;
  for (guint i = 0; templates != NULL && templates[i] != NULL; i++)
    if (!read_template (edits, templates[i], error))
      return FALSE;
  return TRUE;
}

static void
print_slot (KsCliTable *table,
            KsPaperSettings *settings,
            KsPaperDefaults *defaults,
            KsPaperKind kind,
            const KsPaperSlot *slot)
{
  g_autofree char *said = ks_paper_defaults_dup_slot (defaults, kind, slot->id);
  const char *chosen = ks_paper_settings_choose (settings, kind, slot->id, said);
  gboolean own = slot->type == KS_SLOT_TEMPLATE;

  ks_cli_table_add_text (table, ks_paper_kind_get_id (kind));
  ks_cli_table_add_text (table, slot->id);
  ks_cli_table_add_text (table, own || chosen == NULL ? "" : chosen);
  ks_cli_table_add_count (table, chosen != said);
  ks_cli_table_end_row (table);
}

/* What is kept of single units has a name that ends in a code. */
static void
print_reasons (KsCliTable *table, KsPaperSettings *settings)
{
  GPtrArray *texts = ks_paper_settings_get_texts (settings);

  for (guint i = 0; i < texts->len; i++)
    {
      const KsPaperText *text = texts->pdata[i];

      if (strchr (text->slot, '/') == NULL && !g_str_equal (text->paper, "all"))
        continue;
      ks_cli_table_add_text (table, text->paper);
      ks_cli_table_add_text (table, text->slot);
      ks_cli_table_add_text (table, text->body);
      ks_cli_table_add_count (table, TRUE);
      ks_cli_table_end_row (table);
    }
}

static gboolean
print_settings (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsPaperSettings) settings = ks_paper_settings_load (campaign, error);
  g_autoptr (KsPaperDefaults) defaults
      = settings != NULL ? ks_paper_defaults_load (campaign, settings, error) : NULL;
  g_autoptr (KsCliTable) table = NULL;
  guint n_slots;
  const KsPaperSlot *slots = ks_paper_slots_get (&n_slots);

  if (defaults == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "paper,name,text,changed");
  for (guint kind = 0; kind < KS_N_MADE_PAPERS; kind++)
    for (guint i = 0; i < n_slots; i++)
      if (ks_paper_slot_belongs (slots[i].id, (KsPaperKind)kind))
        print_slot (table, settings, defaults, (KsPaperKind)kind, &slots[i]);
  print_reasons (table, settings);
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
print_template (KsCampaign *campaign, const char *id, GError **error)
{
  g_autoptr (KsPaperSettings) settings = ks_paper_settings_load (campaign, error);
  g_autofree char *own = NULL;
  const char *set;
  KsPaperKind kind;

  if (!ks_paper_kind_find (id, &kind) || kind >= KS_N_MADE_PAPERS)
    return ks_cli_refuse_usage (error, _ ("no template belongs to %s"), id);
  if (settings == NULL)
    return FALSE;
  set = ks_paper_settings_get (settings, kind, "template");
  own = ks_paper_template_dup_text (kind);
  g_print ("%s", set != NULL ? set : own);
  return TRUE;
}

/**
 * ks_cli_papers:
 * @cli: the command line
 * @error: return location for an error
 *
 * `papers FILE [--set PAPER.NAME=TEXT]… [--template PAPER=FILE]… [--show PAPER]`: sets what stands
 * in papers, then shows it; an empty TEXT or FILE takes a setting back. --show prints a template.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_papers (KsCli *cli, GError **error)
{
  g_auto (GStrv) set = NULL;
  g_auto (GStrv) templates = NULL;
  g_autofree char *show = NULL;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &set, N_ ("what papers shall say"),
      "PAPER.NAME=TEXT" },
    { "template", 0, 0, G_OPTION_ARG_STRING_ARRAY, &templates, N_ ("a template of the office"),
      "PAPER=FILE" },
    { "show", 0, 0, G_OPTION_ARG_STRING, &show, N_ ("print the template of this paper"), "PAPER" },
    { NULL },
  };
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (KsPaperEdit));
  g_autoptr (KsCampaign) campaign = NULL;

  g_array_set_clear_func (edits, clear_edit);
  if (!ks_cli_parse (cli, entries,
                     "FILE [--set PAPER.NAME=TEXT]… [--template PAPER=FILE]… [--show PAPER]", 1, 1,
                     error)
      || !read_edits (edits, set, templates, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL
      || (edits->len > 0
          && !ks_set_paper_texts (campaign, (const KsPaperEdit *)(gconstpointer)edits->data,
                                  edits->len, NULL, error)))
    return FALSE;
  return show != NULL ? print_template (campaign, show, error)
                      : print_settings (cli, campaign, error);
}
