/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-paper.h"

#include "ks-cli-moment.h"
#include "ks-i18n.h"

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
  g_autoptr (GError) faulty = NULL;

  self->wish = KS_PAPER_WISH (KS_PAPER_REPORT);
  if (!ks_paper_kind_find (self->document, &self->wish.kind))
    return ks_cli_refuse_usage (error, _ ("--document takes one of: %s"), ids);
  if (!read_draft (self, error) || !ks_cli_parse_moment ("--at", self->at, &self->wish.at, error))
    return FALSE;
  self->wish.district = self->district;
  self->wish.unit = self->unit;
  self->wish.internal = self->internal;
  self->wish.previous = self->previous;
  return ks_paper_wish_check (&self->wish, &faulty)
         || ks_cli_refuse_usage (error, "%s", faulty->message);
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
