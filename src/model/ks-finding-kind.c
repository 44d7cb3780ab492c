/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-finding.h"

#include "ks-i18n.h"

typedef struct {
  const char *id;
  const char *title;  /* of a group in a list */
  const char *check;  /* a way to check */
  const char *scope;
  gboolean    needs_decision; /* else it only informs */
  gboolean    has_rows;       /* sheets of its own that can be decided */
} Kind;

static const Kind kinds[KS_N_FINDING_KINDS] = {
  [KS_FINDING_IDENTICAL]
      = { "identical", N_ ("Equal answer sheets"),
          N_ ("Ask the head of the working group how people answered at that time."), "unit", TRUE,
          TRUE },
  [KS_FINDING_OVER_STAFF]
      = { "over_staff", N_ ("More sheets than officials"),
          N_ ("Ask the unit for its list of officials; look at the other findings of the unit."),
          "unit", TRUE, FALSE },
  [KS_FINDING_RECONCILE]
      = { "reconcile", N_ ("Three figures that do not agree yet"),
          N_ ("Compare the list, the report of the working group and the sheets with the unit."),
          "unit", TRUE, FALSE },
  [KS_FINDING_BURST]
      = { "burst", N_ ("Equal sheets sent within a minute"),
          N_ ("Ask the head of the working group whether people answered together, or whether one "
              "device sent the sheets."),
          "unit", TRUE, TRUE },
  [KS_FINDING_STRAIGHT]
      = { "straight", N_ ("One level for every question"),
          N_ ("Ask the working group how the form was explained to the staff."), "unit", TRUE,
          TRUE },
  [KS_FINDING_FAST]
      = { "fast", N_ ("Answered in a short time"),
          N_ ("Ask the working group how people answered; some may have read the form on paper "
              "first."),
          "unit", TRUE, TRUE },
  [KS_FINDING_DOUBLE]
      = { "double", N_ ("Sent twice"),
          N_ ("If it is one sheet that was sent twice, do not count one of the two."), "row", TRUE,
          TRUE },
  [KS_FINDING_VANISHED]
      = { "vanished", N_ ("Sheets no longer in a later file"),
          N_ ("Ask who looks after the form whether sheets were deleted there, and why."), "batch",
          TRUE, TRUE },
  [KS_FINDING_NO_TIME]
      = { "no_time", N_ ("Files without times"),
          N_ ("Check with who looks after the form when it was open."), "batch", FALSE, FALSE },
  [KS_FINDING_OUT_OF_SCOPE]
      = { "out_of_scope", N_ ("Sheets of people whom the survey does not ask"),
          N_ ("They are counted and told apart; the list of units sets who is in scope."),
          "province", FALSE, FALSE },
};

static const char *const decision_ids[KS_N_DECISIONS] = {
  [KS_DECISION_NONE] = "",
  [KS_DECISION_COUNT] = "count",
  [KS_DECISION_EXCLUDE] = "exclude",
  [KS_DECISION_MOVE] = "move",
};

/**
 * ks_finding_kind_to_id:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
ks_finding_kind_to_id (KsFindingKind kind)
{
  return kinds[kind].id;
}

/**
 * ks_finding_kind_from_id:
 * @id: a name
 * @kind: (out): the kind
 *
 * Returns: %FALSE, with @kind untouched, if no kind is called so
 */
gboolean
ks_finding_kind_from_id (const char *id, KsFindingKind *kind)
{
  for (guint i = 0; i < KS_N_FINDING_KINDS; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_finding_kind_get_title:
 * @kind: a kind
 *
 * Returns: (transfer none): what findings of this kind are called together
 */
const char *
ks_finding_kind_get_title (KsFindingKind kind)
{
  return _ (kinds[kind].title);
}

/**
 * ks_finding_kind_get_check:
 * @kind: a kind
 *
 * Returns: (transfer none): a way to check
 */
const char *
ks_finding_kind_get_check (KsFindingKind kind)
{
  return _ (kinds[kind].check);
}

/**
 * ks_finding_kind_get_scope:
 * @kind: a kind
 *
 * Returns: (transfer none): what it speaks of: "row", "unit", "batch", "province"
 */
const char *
ks_finding_kind_get_scope (KsFindingKind kind)
{
  return kinds[kind].scope;
}

/**
 * ks_finding_kind_needs_decision:
 * @kind: a kind
 *
 * Returns: whether somebody must decide; else it only informs
 */
gboolean
ks_finding_kind_needs_decision (KsFindingKind kind)
{
  return kinds[kind].needs_decision;
}

/**
 * ks_finding_kind_has_rows:
 * @kind: a kind
 *
 * Returns: whether it is about certain sheets, so that they can be left out or moved; else it is
 *   about figures alone
 */
gboolean
ks_finding_kind_has_rows (KsFindingKind kind)
{
  return kinds[kind].has_rows;
}

/**
 * ks_finding_kind_has_equals:
 * @kind: a kind
 *
 * Returns: whether its sheets are told because they say the same
 */
gboolean
ks_finding_kind_has_equals (KsFindingKind kind)
{
  return kinds[kind].has_rows && !g_str_equal (kinds[kind].scope, "batch");
}

/**
 * ks_finding_kind_is_of_unit:
 * @kind: a kind
 *
 * Returns: whether a unit is being reconciled while such a finding is open; one on single sheets,
 *   which anybody could plant, is none
 */
gboolean
ks_finding_kind_is_of_unit (KsFindingKind kind)
{
  return g_str_equal (kinds[kind].scope, "unit");
}

/**
 * ks_decision_to_id:
 * @decision: a decision
 *
 * Returns: (transfer none): its name in files and on the command line; empty for none
 */
const char *
ks_decision_to_id (KsDecision decision)
{
  return decision_ids[decision];
}

/**
 * ks_decision_from_id:
 * @id: (nullable): a name
 * @decision: (out): the decision
 *
 * Returns: %FALSE, with @decision untouched, if no decision is called so
 */
gboolean
ks_decision_from_id (const char *id, KsDecision *decision)
{
  for (guint i = 0; i < KS_N_DECISIONS; i++)
    if (g_strcmp0 (decision_ids[i], id) == 0)
      {
        *decision = i;
        return TRUE;
      }
  return FALSE;
}
