/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-reconcile-units.h"

/**
 * ks_reconciled_to_id:
 * @reconciled: a state
 *
 * Returns: its name in tables
 */
const char *
ks_reconciled_to_id (KsReconciled reconciled)
{
  static const char *const ids[KS_N_RECONCILED] = { "open", "decided", "incomplete", "agrees" };

  return ids[reconciled];
}

/**
 * ks_day_unit_get_reconciled:
 * @unit: a unit of figures of the day
 *
 * Returns: how its three counts stand to each other
 */
KsReconciled
ks_day_unit_get_reconciled (const KsDayUnit *unit)
{
  if (unit->unsettled || ks_counts_contradict (unit->counts))
    return unit->unsettled ? KS_RECONCILED_OPEN : KS_RECONCILED_DECIDED;
  return unit->staff <= 0 || ks_day_unit_get_reported (unit) < 0 ? KS_RECONCILED_INCOMPLETE
                                                                 : KS_RECONCILED_AGREES;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const KsDayUnit *left = *(const KsDayUnit *const *) a;
  const KsDayUnit *right = *(const KsDayUnit *const *) b;
  KsReconciled left_state = ks_day_unit_get_reconciled (left);
  KsReconciled right_state = ks_day_unit_get_reconciled (right);

  if (left_state != right_state)
    return left_state < right_state ? -1 : 1;
  return ks_unit_get_index (left->unit) < ks_unit_get_index (right->unit) ? -1 : 1;
}

/**
 * ks_reconcile_units:
 * @figures: figures of the day, which live longer
 *
 * Lists staff, report and answers of every unit: contradictions first, then in the office's order,
 * never by how much.
 *
 * Returns: (transfer container) (element-type KsDayUnit): the units
 */
GPtrArray *
ks_reconcile_units (KsDayFigures *figures)
{
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; i < ks_day_figures_get_n_units (figures); i++)
    g_ptr_array_add (units, (gpointer) ks_day_figures_get_unit (figures, i));
  g_ptr_array_sort (units, compare_units);
  return units;
}
