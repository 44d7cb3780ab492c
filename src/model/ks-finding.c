/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-finding.h"

#include <math.h>

#include "ks-i18n.h"
#include "ks-number.h"

/**
 * ks_finding_free:
 * @self: (nullable): a finding
 *
 * Frees the finding.
 */
void
ks_finding_free (KsFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->reason);
  g_free (self->actor);
  g_free (self);
}

/**
 * ks_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): a copy
 */
KsFinding *
ks_finding_copy (const KsFinding *self)
{
  KsFinding *copy = g_memdup2 (self, sizeof *self);

  copy->unit = g_strdup (self->unit);
  copy->reason = g_strdup (self->reason);
  copy->actor = g_strdup (self->actor);
  return copy;
}

/**
 * ks_finding_is_open:
 * @self: a finding
 *
 * Returns: whether nobody decided it yet
 */
gboolean
ks_finding_is_open (const KsFinding *self)
{
  return self->decision == KS_DECISION_NONE;
}

/**
 * ks_finding_settles_excess:
 * @self: a finding
 * @excess: so many more sheets than officials its unit has
 *
 * Returns: whether an officer decided that the unit has so many
 */
gboolean
ks_finding_settles_excess (const KsFinding *self, gint64 excess)
{
  return self->kind == KS_FINDING_OVER_STAFF && !ks_finding_is_open (self)
         && excess <= self->numbers[0] - self->numbers[1];
}

static char *
dup_duration (gint64 seconds)
{
  g_autofree char *minutes = ks_format_count (seconds / 60);
  g_autofree char *rest = ks_format_count (seconds % 60);

  if (seconds < 60)
    return g_strdup_printf (_ ("%s seconds"), rest);
  if (seconds % 60 == 0)
    return g_strdup_printf (_ ("%s minutes"), minutes);
  return g_strdup_printf (_ ("%s minutes %s seconds"), minutes, rest);
}

static char *
dup_of_durations (const KsFinding *self, const char *unit)
{
  g_autofree char *count = ks_format_count (self->numbers[0]);
  g_autofree char *limit = dup_duration (self->numbers[1]);
  g_autofree char *usual = dup_duration (self->numbers[2]);

  return g_strdup_printf (_ ("%s sheets of %s were answered in less than %s (usual: %s)."), count,
                          unit, limit, usual);
}

static char *
dup_of_sheets (const KsFinding *self, const char *unit)
{
  g_autofree char *first = ks_format_count (self->numbers[0]);
  g_autofree char *second = ks_format_count (self->numbers[1]);
  g_autofree char *share = ks_format_share (self->share, 2);
  /* "At most" holds of no rounded figure that is less. */
  g_autofree char *limit = ks_format_share (ceil (self->share * 1000) / 1000, 1);

  switch ((int) self->kind)
    {
    case KS_FINDING_IDENTICAL:
      return g_strdup_printf (_ ("%s sheets of %s have exactly the same answers, more than is usual "
                                 "in other units (at most %s)."),
                              first, unit, limit);
    case KS_FINDING_BURST:
      return g_strdup_printf (_ ("%s sheets of %s with the same uncommon answers were sent within "
                                 "%s seconds."),
                              first, unit, second);
    case KS_FINDING_FAST:
      return dup_of_durations (self, unit);
    case KS_FINDING_STRAIGHT:
      return g_strdup_printf (_ ("%s of %s sheets of %s choose the same level for every question; "
                                 "all units together: %s."),
                              first, second, unit, share);
    default:
      return g_strdup_printf (_ ("Two sheets have exactly the same answers and texts, %s seconds "
                                 "apart; the button may have been pressed twice."),
                              first);
    }
}

static char *
dup_of_figures (const KsFinding *self, const char *unit)
{
  g_autofree char *first = ks_format_count (self->numbers[0]);
  g_autofree char *second = ks_format_count (self->numbers[1]);
  g_autofree char *third = ks_format_count (self->numbers[2]);

  switch ((int) self->kind)
    {
    case KS_FINDING_OVER_STAFF:
      return g_strdup_printf (_ ("%s has %s sheets, more than its %s officials in scope. Please "
                                 "check the number of officials, or how the sheets were sent."),
                              unit, first, second);
    case KS_FINDING_RECONCILE:
      return g_strdup_printf (_ ("Three figures of %s do not agree yet: %s people on the list; %s "
                                 "reported by the working group; %s sheets received."),
                              unit, first, second, third);
    case KS_FINDING_VANISHED:
      return g_strdup_printf (_ ("%s sheets of an earlier import are no longer in a later file. "
                                 "They are kept; please find out why."),
                              first);
    case KS_FINDING_OUT_OF_SCOPE:
      return g_strdup_printf (_ ("%s sheets were answered by people who are not cadres or civil "
                                 "servants (part-time workers: %s; others: %s)."),
                              first, second, third);
    default:
      return g_strdup (_ ("The file has no time of sending; it cannot be held against the survey "
                          "window."));
    }
}

/**
 * ks_finding_dup_statement:
 * @self: a finding
 * @unit_name: (nullable): of its unit
 *
 * Returns: (transfer full): what was found, in one sentence of numbers without any accusation
 */
char *
ks_finding_dup_statement (const KsFinding *self, const char *unit_name)
{
  const char *unit = unit_name != NULL ? unit_name : self->unit;

  switch (self->kind)
    {
    case KS_FINDING_IDENTICAL:
    case KS_FINDING_BURST:
    case KS_FINDING_STRAIGHT:
    case KS_FINDING_FAST:
    case KS_FINDING_DOUBLE:
      return dup_of_sheets (self, unit);
    case KS_FINDING_OVER_STAFF:
    case KS_FINDING_RECONCILE:
    case KS_FINDING_VANISHED:
    case KS_FINDING_NO_TIME:
    case KS_FINDING_OUT_OF_SCOPE:
    case KS_N_FINDING_KINDS:
    default:
      return dup_of_figures (self, unit);
    }
}

/**
 * ks_finding_dup_sentence:
 * @self: a finding
 * @unit_name: (nullable): of its unit
 *
 * Returns: (transfer full): the statement, ending as every finding does: a sign to check, not a
 *   conclusion
 */
char *
ks_finding_dup_sentence (const KsFinding *self, const char *unit_name)
{
  g_autofree char *statement = ks_finding_dup_statement (self, unit_name);

  return g_strconcat (statement, " ", _ ("This is a sign to check, not a conclusion."), NULL);
}
