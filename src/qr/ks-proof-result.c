/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-i18n.h"
#include "ks-proof-private.h"

/* What a proof asks for, a cell, and what it answers, a result: as data, and in words. */

/**
 * ks_code_cell_copy:
 * @self: a cell
 *
 * Returns: (transfer full): a copy
 */
KsCodeCell *
ks_code_cell_copy (const KsCodeCell *self)
{
  KsCodeCell *copy = g_memdup2 (self, sizeof *self);

  copy->unit_code = g_strdup (self->unit_code);
  copy->token = g_strdup (self->token);
  copy->link = g_strdup (self->link);
  copy->name = g_strdup (self->name);
  copy->district = g_strdup (self->district);
  copy->district_short = g_strdup (self->district_short);
  return copy;
}

/**
 * ks_code_cell_free:
 * @self: (transfer full): a cell
 */
void
ks_code_cell_free (KsCodeCell *self)
{
  g_free (self->unit_code);
  g_free (self->token);
  g_free (self->link);
  g_free (self->name);
  g_free (self->district);
  g_free (self->district_short);
  g_free (self);
}

/**
 * ks_proof_result_new:
 * @page: from 0
 * @unit_code: (nullable): the unit whose code should stand there
 * @token: (nullable): its token
 * @verdict: what came out
 * @found: (nullable): what stands there instead
 *
 * Returns: (transfer full): a result
 */
KsProofResult *
ks_proof_result_new (guint page, const char *unit_code, const char *token, KsProofVerdict verdict,
                     const char *found)
{
  KsProofResult *self = g_new0 (KsProofResult, 1);

  self->page = page;
  self->unit_code = g_strdup (unit_code);
  self->token = g_strdup (token);
  self->verdict = verdict;
  self->found = g_strdup (found);
  return self;
}

/**
 * ks_proof_result_free:
 * @self: (transfer full): a result
 */
void
ks_proof_result_free (KsProofResult *self)
{
  g_free (self->unit_code);
  g_free (self->token);
  g_free (self->found);
  g_free (self);
}

/**
 * ks_proof_result_is_of_code:
 * @self: a result
 *
 * Returns: whether it tells of a code that should be there; %FALSE for a fault of a page
 */
gboolean
ks_proof_result_is_of_code (const KsProofResult *self)
{
  return self->verdict < KS_PROOF_STRAY_ON_PAGE;
}

static const char *const words[] = {
  [KS_PROOF_PROVEN] = N_ ("proven"),
  [KS_PROOF_PAGE_MISSING] = N_ ("the page is missing"),
  [KS_PROOF_UNREADABLE] = N_ ("no code can be read"),
  [KS_PROOF_CLIPPED] = N_ ("the code is cut off, shifted or overprinted"),
  [KS_PROOF_SCALED] = N_ ("the code has another size"),
  [KS_PROOF_OTHER_LEVEL] = N_ ("the code has another level of error correction"),
  [KS_PROOF_DAMAGED] = N_ ("the code is damaged"),
  [KS_PROOF_QUIET_ZONE] = N_ ("something stands in the quiet zone of the code"),
  [KS_PROOF_OTHER_LINK] = N_ ("the code holds another link"),
  [KS_PROOF_CAPTION_MISSING] = N_ ("the caption is missing"),
  [KS_PROOF_OTHER_CAPTION] = N_ ("the caption is another one"),
  [KS_PROOF_OTHER_NAME] = N_ ("the name of the unit is not beside the code"),
  [KS_PROOF_OTHER_DISTRICT] = N_ ("the name of the district is not beside the code"),
  [KS_PROOF_STRAY_CODE] = N_ ("another code stands on the same sheet"),
  [KS_PROOF_STRAY_ON_PAGE] = N_ ("a code stands where none belongs"),
  [KS_PROOF_PAGE_SIZE] = N_ ("the page has another size"),
  [KS_PROOF_PAGE_EXTRA] = N_ ("the page is one too many"),
};

/**
 * ks_proof_result_to_line:
 * @self: what was found
 *
 * Returns: (transfer full): a line for scripts, never translated: e.g. "page 3, 07210-5M5RYJ: the
 *   code holds another link: https://…"
 */
char *
ks_proof_result_to_line (const KsProofResult *self)
{
  const char *token = self->token != NULL ? self->token : "unknown code";
  GString *line = g_string_new (NULL);

  g_string_printf (line, "page %u", self->page + 1);
  if (ks_proof_result_is_of_code (self))
    g_string_append_printf (line, ", %s", token);
  g_string_append_printf (line, ": %s", words[self->verdict]);
  if (self->found != NULL)
    g_string_append_printf (line, ": %s", self->found);
  return g_string_free (line, FALSE);
}

/* What was found is a link, a name or a size; of a level or of modules it is words of the line. */
static gboolean
has_plain_find (const KsProofResult *self)
{
  return self->found != NULL && self->verdict != KS_PROOF_OTHER_LEVEL
         && self->verdict != KS_PROOF_DAMAGED;
}

/**
 * ks_proof_result_dup_sentence:
 * @self: what was found
 *
 * Returns: (transfer full): the same for people, in their language
 */
char *
ks_proof_result_dup_sentence (const KsProofResult *self)
{
  const char *token = self->token != NULL ? self->token : _ ("unknown code");
  g_autofree char *what = has_plain_find (self)
                              ? g_strdup_printf ("%s: %s", _ (words[self->verdict]), self->found)
                              : g_strdup (_ (words[self->verdict]));

  return ks_proof_result_is_of_code (self)
             ? g_strdup_printf (_ ("Sheet %u, %s: %s"), self->page + 1, token, what)
             : g_strdup_printf (_ ("Sheet %u: %s"), self->page + 1, what);
}
