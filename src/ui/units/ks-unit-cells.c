/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-cells.h"

#include <string.h>

/**
 * ks_unit_cell_dup_code:
 * @unit: a unit
 *
 * Returns: (transfer full): its code
 */
char *
ks_unit_cell_dup_code (gpointer unit, gpointer data)
{
  return g_strdup (ks_unit_get_code (unit));
}

/**
 * ks_unit_cell_dup_name:
 * @unit: a unit
 *
 * Returns: (transfer full): its name
 */
char *
ks_unit_cell_dup_name (gpointer unit, gpointer data)
{
  return g_strdup (ks_unit_get_name (unit));
}

/**
 * ks_unit_cell_dup_district:
 * @unit: a unit
 *
 * Returns: (transfer full): the name of its district
 */
char *
ks_unit_cell_dup_district (gpointer unit, gpointer data)
{
  return g_strdup (ks_unit_get_district_name (unit));
}

/**
 * ks_unit_cell_get_body:
 * @unit: a unit
 * @body: (type KsBody): a body, by GINT_TO_POINTER()
 *
 * Returns: the staff of that body
 */
gint64
ks_unit_cell_get_body (gpointer unit, gpointer body)
{
  return ks_unit_get_staff (unit)->total[GPOINTER_TO_INT (body)];
}

/**
 * ks_unit_cell_get_excused:
 * @unit: a unit
 *
 * Returns: its excused staff, of all bodies
 */
gint64
ks_unit_cell_get_excused (gpointer unit, gpointer data)
{
  const KsStaff *staff = ks_unit_get_staff (unit);
  gint64 excused = 0;

  for (guint i = 0; i < KS_N_BODIES; i++)
    excused += staff->excused[i];
  return excused;
}

/**
 * ks_unit_cell_get_staff:
 * @unit: a unit
 *
 * Returns: N, its staff in scope
 */
gint64
ks_unit_cell_get_staff (gpointer unit, gpointer data)
{
  return ks_unit_get_staff_in_scope (unit);
}

/**
 * ks_unit_cell_get_answers:
 * @unit: a unit
 * @results: (type KsResults**): where the results in force are found; they may be %NULL
 *
 * Returns: n, its counted answers
 */
gint64
ks_unit_cell_get_answers (gpointer unit, gpointer results)
{
  KsResults *in_force = *(KsResults **)results;

  return in_force != NULL ? ks_results_get_unit_answers (in_force, unit) : 0;
}

/**
 * ks_unit_cell_compare_codes:
 * @a: a unit
 * @b: another
 *
 * Returns: how their codes are ordered
 */
int
ks_unit_cell_compare_codes (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (ks_unit_get_code ((KsUnit *)a), ks_unit_get_code ((KsUnit *)b));
}

/**
 * ks_unit_cell_compare_answers:
 * @a: a unit
 * @b: another
 * @results: see ks_unit_cell_get_answers()
 *
 * Returns: how their counted answers are ordered
 */
int
ks_unit_cell_compare_answers (gconstpointer a, gconstpointer b, gpointer results)
{
  gint64 left = ks_unit_cell_get_answers ((gpointer)a, results);
  gint64 right = ks_unit_cell_get_answers ((gpointer)b, results);

  return (left > right) - (left < right);
}
