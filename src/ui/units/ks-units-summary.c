/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-summary.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"

static KsKindCount *
find_kind (GArray *kinds, const char *kind)
{
  for (guint i = 0; i < kinds->len; i++)
    if (strcmp (g_array_index (kinds, KsKindCount, i).kind, kind) == 0)
      return &g_array_index (kinds, KsKindCount, i);
  return NULL;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const KsKindCount *left = a, *right = b;

  return (left->n_units < right->n_units) - (left->n_units > right->n_units);
}

/**
 * ks_units_count_kinds:
 * @registry: a registry
 *
 * Returns: (transfer full) (element-type KsKindCount): the kinds of its units, the most frequent
 *   first; units without a kind are left out
 */
GArray *
ks_units_count_kinds (KsRegistry *registry)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (KsKindCount));

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      const char *kind = ks_unit_get_kind (ks_registry_get_unit (registry, i));
      KsKindCount *found = find_kind (kinds, kind);
      KsKindCount count = { kind, 1 };

      if (found != NULL)
        found->n_units++;
      else if (*kind != '\0')
        g_array_append_val (kinds, count);
    }
  g_array_sort (kinds, compare_counts);
  return kinds;
}

/**
 * ks_units_dup_total:
 * @registry: a registry
 *
 * Returns: (transfer full): "209 đơn vị, 4.990 cán bộ, công chức"
 */
char *
ks_units_dup_total (KsRegistry *registry)
{
  guint n_units = ks_registry_get_n_units (registry);
  g_autofree char *units = ks_format_count (n_units);
  g_autofree char *staff = ks_format_count (ks_registry_get_staff (registry, NULL));

  return g_strdup_printf (ngettext ("%s unit, %s officials", "%s units, %s officials", n_units),
                          units, staff);
}

/**
 * ks_units_dup_kinds:
 * @registry: a registry
 *
 * Returns: (transfer full): "175 xã, 19 phường, 15 thị trấn"; empty if no kind is known
 */
char *
ks_units_dup_kinds (KsRegistry *registry)
{
  g_autoptr (GArray) kinds = ks_units_count_kinds (registry);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kinds->len; i++)
    {
      const KsKindCount *count = &g_array_index (kinds, KsKindCount, i);
      g_autofree char *number = ks_format_count (count->n_units);
      g_autofree char *kind = g_utf8_strdown (count->kind, -1);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", number, kind);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ks_units_dup_state:
 * @registry: a registry
 *
 * Returns: (transfer full): "209/209": units whose staff is known, of all
 */
char *
ks_units_dup_state (KsRegistry *registry)
{
  guint n_units = ks_registry_get_n_units (registry);
  guint n_known = 0;
  g_autofree char *known = NULL;
  g_autofree char *all = ks_format_count (n_units);

  for (guint i = 0; i < n_units; i++)
    if (ks_unit_get_staff_in_scope (ks_registry_get_unit (registry, i)) > 0)
      n_known++;
  known = ks_format_count (n_known);
  return g_strdup_printf ("%s/%s", known, all);
}
