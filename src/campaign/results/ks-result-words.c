/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-i18n.h"
#include "ks-number.h"

/* What all kinds of charts say alike. */

/**
 * ks_refusal_get_title:
 * @refusal: why there is no chart
 *
 * Returns: (transfer none): the same as a heading
 */
const char *
ks_refusal_get_title (KsRefusal refusal)
{
  switch (refusal)
    {
    case KS_REFUSAL_OPEN:
      return _("The Survey Is Still Open");
    case KS_REFUSAL_TOO_FEW:
      return _("Too Few Answers to Show Results");
    case KS_REFUSAL_EMPTY:
      return _("No Questions to Show");
    case KS_REFUSAL_DESK:
      return _("Not Shown Outside the Desk’s Screen");
    case KS_REFUSAL_PROVINCE:
      return _("Pick a District or a Unit");
    case KS_REFUSAL_NONE:
    default:
      return "";
    }
}

/**
 * ks_refusal_get_reason:
 * @refusal: why there is no chart
 *
 * Returns: (transfer none): the reason in full sentences
 */
const char *
ks_refusal_get_reason (KsRefusal refusal)
{
  switch (refusal)
    {
    case KS_REFUSAL_OPEN:
      return _("Until its end participation alone is shown: nobody shall be led by what others "
               "have answered.");
    case KS_REFUSAL_TOO_FEW:
      return _("Results are shown from 5 answer sheets on, so that nobody can be made out. "
               "Participation is shown in full.");
    case KS_REFUSAL_EMPTY:
      return _("The form asks nothing of this kind.");
    case KS_REFUSAL_DESK:
      return _("Groups of people and questions that are marked as sensitive stand in no file and no "
               "paper.");
    case KS_REFUSAL_PROVINCE:
      return _("It is set beside what it belongs to; nothing is around the province.");
    case KS_REFUSAL_NONE:
    default:
      return "";
    }
}

/* For the kinds: what the scope is called. */
const char *
ks_result_chart_get_place (KsResultChart *self)
{
  return self->choice.scope.kind == KS_SCOPE_PROVINCE ? _("Whole province")
                                                      : self->choice.scope.name;
}

/* For the kinds: a sentence below the chart. */
void
ks_result_chart_say (KsResultChart *self, const char *sentence)
{
  if (self->foot->len > 0)
    g_string_append_c (self->foot, ' ');
  g_string_append (self->foot, sentence);
}

/* For the kinds: answers of units that are too small to be among the figures. */
void
ks_result_chart_say_left_out (KsResultChart *self, gint64 left_out)
{
  g_autofree char *count = ks_format_count (left_out);
  g_autofree char *sentence
      = g_strdup_printf (_("Without %s sheets of units with fewer than 5 sheets."), count);

  if (left_out > 0)
    ks_result_chart_say (self, sentence);
}

/* Where too few sheets have changed since figures were given out, those stand. */
static void
say_earlier (KsResultChart *self)
{
  KsGivenState state;
  g_autofree char *moment = NULL;
  g_autofree char *sentence = NULL;

  ks_results_get_given (self->results, &self->choice.scope, &state);
  if (state.n_earlier_units == 0)
    return;
  moment = ks_moment_format (state.given_at);
  sentence = g_strdup_printf (ngettext ("Of %u unit the figures are those given out at %s.",
                                        "Of %u units the figures are those given out at %s.",
                                        state.n_earlier_units),
                              state.n_earlier_units, moment);
  ks_result_chart_say (self, sentence);
}

/* For the kinds: up to which moment the figures speak. */
void
ks_result_chart_say_as_of (KsResultChart *self)
{
  KsMoment newest = ks_results_get_as_of (self->results);
  g_autofree char *moment = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;

  if (newest == KS_MOMENT_NONE)
    return;
  moment = ks_moment_format (newest);
  text = g_strdup_printf (_("Figures as of %s"), moment);
  sentence = g_strconcat (text, ".", NULL);
  ks_result_chart_say (self, sentence);
  say_earlier (self);
}
