/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-paper.h"

#include "ks-cli-moment.h"
#include "ks-i18n.h"

/* What a paper takes beside its name. */
static const struct
{
  KsPaperTrait trait;
  const char *option;
  gboolean needed;
} options[] = {
  { KS_PAPER_OF_A_DISTRICT, "--district", TRUE },
  { KS_PAPER_OF_A_UNIT, "--unit", TRUE },
  { KS_PAPER_OF_A_MOMENT, "--at", FALSE },
};

static gboolean
check_option (const KsCliPaper *paper, guint index, GError **error)
{
  const char *const given[] = { paper->district, paper->unit, paper->at };
  gboolean has = ks_paper_kind_has (paper->wish.kind, options[index].trait);

  if (options[index].needed && has && given[index] == NULL)
    return ks_cli_refuse_usage (error, _ ("%s is missing"), options[index].option);
  if (!has && given[index] != NULL && !(index == 0 && ks_paper_kind_takes_district (paper->wish.kind)))
    return ks_cli_refuse_usage (error, _ ("%s does not go with --document %s"),
                                options[index].option, paper->document);
  return TRUE;
}

/* No --draft is no draft. */
static gboolean
read_draft (KsCliPaper *self, GError **error)
{
  guint64 draft = 0;

  if (self->draft != NULL && !g_ascii_string_to_unsigned (self->draft, 10, 1, 99, &draft, NULL))
    return ks_cli_refuse_usage (error, _ ("--draft takes a number from 1 to 99"));
  self->wish.draft = (guint)draft;
  return TRUE;
}

/**
 * ks_cli_paper_read:
 * @self: what the options said
 * @error: return location for an error
 *
 * Makes a wish of them.
 *
 * Returns: %FALSE with @error set if they do not fit together
 */
gboolean
ks_cli_paper_read (KsCliPaper *self, GError **error)
{
  g_autofree char *ids = ks_paper_kind_list_ids ();

  self->wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  if (!ks_paper_kind_find (self->document, &self->wish.kind))
    return ks_cli_refuse_usage (error, _ ("--document takes one of: %s"), ids);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (!check_option (self, i, error))
      return FALSE;
  if (!read_draft (self, error))
    return FALSE;
  if ((self->draft != NULL || self->internal) && self->wish.kind >= KS_N_MADE_PAPERS)
    return ks_cli_refuse_usage (error, _ ("%s does not go with --document %s"),
                                self->draft != NULL ? "--draft" : "--internal", self->document);
  self->wish.district = self->district;
  self->wish.unit = self->unit;
  self->wish.internal = self->internal;
  return ks_cli_parse_moment ("--at", self->at, &self->wish.at, error);
}

/**
 * ks_cli_paper_clear:
 * @self: what options said
 *
 * Frees what it holds.
 */
void
ks_cli_paper_clear (KsCliPaper *self)
{
  g_free (self->document);
  g_free (self->district);
  g_free (self->unit);
  g_free (self->at);
  g_free (self->output);
  g_free (self->previous);
  g_free (self->draft);
}
