/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-given-ledger.h"

#include <string.h>

#include "ks-i18n.h"

/* Figures that left the program are kept, since the answers may be others by now. What can be counted of
 * them still can: the sheets, who answered each question, and all of it while the answers are the same. */

static gint64
count_answered (const KsTableVersion *version, guint bit)
{
  gint64 n = 0;

  for (gsize i = 0; i < version->n; i++)
    n += version->sheets[i].answered >> bit & 1;
  return n;
}

/* Every answer to a question with one choice is one of its options. */
static gboolean
adds_up (const KsQuestion *question, const gint32 *slots)
{
  gint64 sum = 0;

  for (guint i = 1; i <= question->n_options; i++)
    sum += slots[i];
  return question->type != KS_QUESTION_SINGLE || sum == slots[0];
}

static gboolean
is_same_version (const KsTableVersion *a, const KsTableVersion *b)
{
  return a->n == b->n
         && (a->n == 0 || memcmp (a->sheets, b->sheets, a->n * sizeof *a->sheets) == 0);
}

static gboolean
is_sound (KsGivenLedger *ledger, guint unit, guint index)
{
  const KsTableVersion *version
      = &g_array_index (ledger->units->versions[unit], KsTableVersion, index);
  const gint32 *counts = g_ptr_array_index (ledger->units->counts[unit], index);
  const gint32 *row = ks_tally_get_row (ledger->live->tally, unit);
  const KsQuestion *questions[KS_GIVEN_MOST_QUESTIONS];
  guint n = ks_given_list_questions (ledger->live->form, questions);
  KsTableVersion now;
  gboolean same;

  ks_given_ledger_get_now (ledger, unit, &now);
  same = is_same_version (version, &now);
  if (counts[0] != (gint64) version->n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const gint32 *slots = counts + 1 + questions[i]->slot;

      if (slots[0] != count_answered (version, i) || !adds_up (questions[i], slots)
          || (same
              && memcmp (slots, row + 1 + questions[i]->slot,
                         (1 + questions[i]->n_options) * sizeof *slots)
                     != 0))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_given_ledger_check:
 * @campaign: a campaign
 * @tx: a transaction
 * @faults: (element-type utf8): takes a line per unit whose figures were changed after they left
 * @error: return location for an error
 *
 * Counts what was given out, as far as that can be done.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_given_ledger_check (KsCampaign *campaign, KsTransaction *tx, GPtrArray *faults, GError **error)
{
  g_autoptr (GError) damage = NULL;
  g_autoptr (KsGivenLedger) ledger = ks_given_ledger_load (campaign, tx, TRUE, &damage);

  if (g_error_matches (damage, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED))
    {
      g_ptr_array_add (faults, g_strdup (damage->message));
      return TRUE;
    }
  if (ledger == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  if (!ks_given_ledger_collect (ledger, tx, error))
    return FALSE;
  for (guint unit = 0; unit < ledger->units->n_units; unit++)
    for (guint i = 0; i < ledger->units->versions[unit]->len; i++)
      if (!is_sound (ledger, unit, i))
        {
          g_ptr_array_add (
              faults,
              g_strdup_printf (_ ("figures given out of %s: they differ from the sheets they rest on"),
                               ks_unit_get_code (
                                   ks_registry_get_unit (ledger->live->registry, unit))));
          break;
        }
  return TRUE;
}
