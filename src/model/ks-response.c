/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-response.h"

#include "ks-i18n.h"

static const char *const state_ids[KS_N_STATES] = {
  [KS_STATE_COUNTED] = "counted",
  [KS_STATE_WAITING] = "waiting",
  [KS_STATE_EXCLUDED] = "excluded",
  [KS_STATE_TRIAL] = "trial",
};

static const char *const reason_ids[KS_N_REASONS] = {
  [KS_REASON_NONE] = "",
  [KS_REASON_UNKNOWN_UNIT] = "unknown_unit",
  [KS_REASON_TOKEN_MISMATCH] = "token_mismatch",
  [KS_REASON_OUTSIDE_WINDOW] = "outside_window",
  [KS_REASON_INCOMPLETE] = "incomplete",
  [KS_REASON_KNOWN_ID] = "known_id",
};

static gboolean
find_id (const char *id, const char *const *ids, guint n_ids, guint *found)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (id, ids[i]) == 0)
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_state_to_id:
 * @state: a state
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
ks_state_to_id (KsState state)
{
  g_return_val_if_fail ((guint) state < KS_N_STATES, NULL);

  return state_ids[state];
}

/**
 * ks_state_from_id:
 * @id: (nullable): a name
 * @state: (out): the state
 *
 * Returns: %FALSE, with @state untouched, if no state is called so
 */
gboolean
ks_state_from_id (const char *id, KsState *state)
{
  guint found;

  g_return_val_if_fail (state != NULL, FALSE);

  if (!find_id (id, state_ids, KS_N_STATES, &found))
    return FALSE;
  *state = found;
  return TRUE;
}

/**
 * ks_reason_to_id:
 * @reason: a reason
 *
 * Returns: (transfer none): its name in files and on the command line; empty for none
 */
const char *
ks_reason_to_id (KsReason reason)
{
  g_return_val_if_fail ((guint) reason < KS_N_REASONS, NULL);

  return reason_ids[reason];
}

/**
 * ks_reason_from_id:
 * @id: (nullable): a name
 * @reason: (out): the reason
 *
 * Returns: %FALSE, with @reason untouched, if no reason is called so
 */
gboolean
ks_reason_from_id (const char *id, KsReason *reason)
{
  guint found;

  g_return_val_if_fail (reason != NULL, FALSE);

  if (!find_id (id, reason_ids, KS_N_REASONS, &found))
    return FALSE;
  *reason = found;
  return TRUE;
}

static char *
dup_statement (KsReason reason, const char *given_unit, KsMoment moment, guint n_answered,
               guint n_asked)
{
  g_autofree char *time = NULL;

  switch (reason)
    {
    case KS_REASON_UNKNOWN_UNIT:
      return g_strdup_printf (_("The unit of this answer is not known: the code on it is “%s”."),
                              given_unit);
    case KS_REASON_TOKEN_MISMATCH:
      return g_strdup_printf (_("The token does not match a unit (“%s”). It may be a typing error "
                                "or an old code; the answer is not counted yet."),
                              given_unit);
    case KS_REASON_OUTSIDE_WINDOW:
      time = ks_moment_format (moment);
      return g_strdup_printf (_("The answer was sent at %s, outside the survey window; it is not "
                                "counted yet."),
                              time);
    case KS_REASON_INCOMPLETE:
      return g_strdup_printf (_("The answer is not complete (%u of %u questions); it is not "
                                "counted yet."),
                              n_answered, n_asked);
    case KS_REASON_KNOWN_ID:
      return g_strdup (_("Another answer with the same number of the form service came in before, "
                         "and this one says something else; it is not counted yet."));
    case KS_REASON_NONE:
    case KS_N_REASONS:
    default:
      return NULL;
    }
}

/**
 * ks_trial_dup_sentence:
 * @reason: why it would wait, were the survey open; none: its unit was recognised
 * @given_unit: (nullable): what it gave as its unit
 * @moment: when it was sent; %KS_MOMENT_NONE: not known
 *
 * Returns: (transfer full): what is to be known of a trial answer
 */
char *
ks_trial_dup_sentence (KsReason reason, const char *given_unit, KsMoment moment)
{
  g_autofree char *time = moment != KS_MOMENT_NONE ? ks_moment_format (moment) : NULL;
  g_autofree char *sent
      = time != NULL ? g_strdup_printf (_("Trial answer, sent at %s, before the survey."), time)
                     : g_strdup (_("Trial answer, brought in before the survey."));
  g_autofree char *unknown = NULL;

  if (reason != KS_REASON_UNKNOWN_UNIT && reason != KS_REASON_TOKEN_MISMATCH)
    return g_strdup_printf ("%s %s", sent, _("Its unit was recognised; it never counts."));
  unknown = g_strdup_printf (_("The code on it, “%s”, is of no unit; it never counts."),
                             given_unit != NULL ? given_unit : "");
  return g_strdup_printf ("%s %s", sent, unknown);
}

/**
 * ks_reason_dup_sentence:
 * @reason: why a row waits
 * @given_unit: (nullable): what the row gave as its unit
 * @moment: when it was sent
 * @n_answered: questions that it answers
 * @n_asked: questions that it should answer
 *
 * Says in neutral words why a row waits, ending as every finding does: a sign to check, not a
 * conclusion.
 *
 * Returns: (transfer full): the sentence; empty for %KS_REASON_NONE
 */
char *
ks_reason_dup_sentence (KsReason reason, const char *given_unit, KsMoment moment,
                        guint n_answered, guint n_asked)
{
  g_autofree char *statement = dup_statement (reason, given_unit != NULL ? given_unit : "", moment,
                                              n_answered, n_asked);

  if (statement == NULL)
    return g_strdup ("");
  return g_strconcat (statement, " ", _("This is a sign to check, not a conclusion."), NULL);
}
