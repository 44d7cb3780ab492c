/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include "ks-staff-change-table.h"

#define MOST_CHANGES 8 /* that papers tell; the log has all */

/* Papers about a unit or a district tell of no other place. */
static gboolean
is_told (const KsPaperMaterial *material, const KsStaffChange *change)
{
  KsUnit *unit = ks_registry_lookup (ks_paper_material_get_registry (material), change->unit);

  if (material->unit != NULL)
    return unit == material->unit;
  return material->district == NULL
         || (unit != NULL
             && g_strcmp0 (ks_unit_get_district_code (unit), material->district) == 0);
}

static GPtrArray *
find_told (const KsPaperMaterial *material)
{
  GPtrArray *told = g_ptr_array_new ();

  for (guint i = 0; i < material->staff_changes->len; i++)
    if (is_told (material, material->staff_changes->pdata[i]))
      g_ptr_array_add (told, material->staff_changes->pdata[i]);
  return told;
}

/* "Xã A (từ 20 thành 22: đi học về)" */
static void
describe_change (GString *text, const KsPaperScope *scope, const KsStaffChange *change)
{
  KsUnit *unit
      = ks_registry_lookup (ks_results_get_registry (scope->material->live), change->unit);

  g_string_append_printf (text, "%s%s (từ %d thành %d: %s)", text->len > 0 ? "; " : "",
                          unit != NULL ? ks_unit_get_name (unit) : change->unit,
                          change->staff_before, change->staff_after, change->reason);
}

/**
 * ks_paper_add_staff_changes:
 * @scope: the whole
 *
 * Puts into the book how often the staff was changed when answers had come in already: every rate
 * stands on it, and who changed it told why. Of the paper's own district or unit, if it has one.
 */
void
ks_paper_add_staff_changes (const KsPaperScope *scope)
{
  static const char account[] = "Những lần sửa số cán bộ, công chức thuộc diện khảo sát sau lần nhập "
                                "phiếu đầu tiên, kèm lý do, ghi trong nhật ký (khaosat-cli log).";
  g_autoptr (GPtrArray) changes = find_told (scope->material);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (changes->len, MOST_CHANGES); i++)
    describe_change (text, scope, changes->pdata[i]);
  if (changes->len > MOST_CHANGES)
    g_string_append_printf (text, "; và %u lần khác, ghi trong nhật ký",
                            changes->len - MOST_CHANGES);
  ks_paper_add_count (scope, "staff/changes", changes->len, account);
  ks_paper_add_words (scope, "staff/changes/list", text->len > 0 ? text->str : "–", account);
}
