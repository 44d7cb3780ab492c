/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-choice.h"

#include "ks-i18n.h"

/* The units from the first to the one before end belong to a place. */
typedef struct
{
  guint first;
  guint end;
} Range;

static Range
get_district_range (const KsDistrict *district)
{
  return (Range){ district->first, district->first + district->n_units };
}

/* Nothing for a unit, which is one alone. */
static Range
get_range (const KsUnitsChoice *self, KsPlace *place)
{
  const KsDistrict *district;

  if (ks_place_get_kind (place) == KS_PLACE_ALL)
    return (Range){ 0, ks_units_choice_get_n_units (self) };
  district = ks_registry_lookup_district (self->registry, ks_place_get_code (place));
  return district != NULL ? get_district_range (district) : (Range){ 0, 0 };
}

static gboolean
has (const KsUnitsChoice *self, guint index)
{
  return g_hash_table_contains (self->chosen,
                                ks_unit_get_code (ks_registry_get_unit (self->registry, index)));
}

static guint
count (const KsUnitsChoice *self, Range range)
{
  guint n = 0;

  for (guint i = range.first; i < range.end; i++)
    n += has (self, i);
  return n;
}

static void
set_unit (KsUnitsChoice *self, KsUnit *unit, gboolean chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen, (char *)ks_unit_get_code (unit));
  else
    g_hash_table_remove (self->chosen, ks_unit_get_code (unit));
}

static void
set_range (KsUnitsChoice *self, Range range, gboolean chosen)
{
  for (guint i = range.first; i < range.end; i++)
    set_unit (self, ks_registry_get_unit (self->registry, i), chosen);
}

/**
 * ks_units_choice_init:
 * @self: (out caller-allocates): a choice of none
 */
void
ks_units_choice_init (KsUnitsChoice *self)
{
  self->registry = NULL;
  self->chosen = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * ks_units_choice_clear:
 * @self: a choice
 *
 * Lets go what it holds.
 */
void
ks_units_choice_clear (KsUnitsChoice *self)
{
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_object (&self->registry);
}

/**
 * ks_units_choice_set_registry:
 * @self: a choice
 * @registry: (nullable): the units to choose from
 *
 * What was chosen stays chosen where it still exists; who had chosen all means units that come
 * later too.
 */
void
ks_units_choice_set_registry (KsUnitsChoice *self, KsRegistry *registry)
{
  gboolean all = g_hash_table_size (self->chosen) == ks_units_choice_get_n_units (self);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->chosen);
  g_autoptr (KsRegistry) kept = g_steal_pointer (&self->registry);

  self->chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_set_object (&self->registry, registry);
  for (guint i = 0; i < ks_units_choice_get_n_units (self); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      if (all || g_hash_table_contains (before, ks_unit_get_code (unit)))
        set_unit (self, unit, TRUE);
    }
}

/**
 * ks_units_choice_get_n_units:
 * @self: a choice
 *
 * Returns: how many units there are to choose from
 */
guint
ks_units_choice_get_n_units (const KsUnitsChoice *self)
{
  return self->registry != NULL ? ks_registry_get_n_units (self->registry) : 0;
}

/**
 * ks_units_choice_count:
 * @self: a choice
 * @place: everything, a district or a unit of its registry
 * @total: (out): the units of @place
 *
 * Returns: how many of them are chosen
 */
guint
ks_units_choice_count (const KsUnitsChoice *self, KsPlace *place, guint *total)
{
  Range range;

  *total = 1;
  if (ks_place_get_kind (place) == KS_PLACE_UNIT)
    return g_hash_table_contains (self->chosen, ks_place_get_code (place));
  range = get_range (self, place);
  *total = range.end - range.first;
  return count (self, range);
}

/* NULL: not these alone. */
static const char *
find_single (const KsUnitsChoice *self, guint n)
{
  for (guint i = 0; n == 1 && i < ks_units_choice_get_n_units (self); i++)
    if (has (self, i))
      return ks_unit_get_name (ks_registry_get_unit (self->registry, i));
  for (guint i = 0; n > 1 && i < ks_registry_get_n_districts (self->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);

      if (district->n_units == n && count (self, get_district_range (district)) == n)
        return district->name;
    }
  return NULL;
}

/**
 * ks_units_choice_dup_name:
 * @self: a choice
 *
 * Returns: (transfer full): what it is called: one unit or one district is named, anything else is
 *   counted
 */
char *
ks_units_choice_dup_name (const KsUnitsChoice *self)
{
  guint n = g_hash_table_size (self->chosen);
  guint total = ks_units_choice_get_n_units (self);
  const char *name;

  if (n == 0)
    return g_strdup (_ ("No unit"));
  if (n == total)
    return g_strdup_printf (ngettext ("The only unit", "All %u units", total), total);
  name = find_single (self, n);
  return name != NULL ? g_strdup (name)
                      : g_strdup_printf (ngettext ("%u unit", "%u units", n), n);
}

/**
 * ks_units_choice_toggle:
 * @self: a choice
 * @place: everything, a district or a unit of its registry
 *
 * Chooses it, or no longer; what is chosen in part becomes chosen as a whole.
 */
void
ks_units_choice_toggle (KsUnitsChoice *self, KsPlace *place)
{
  guint total;
  gboolean chosen = ks_units_choice_count (self, place, &total) < total;

  if (ks_place_get_kind (place) == KS_PLACE_UNIT)
    set_unit (self, ks_registry_lookup (self->registry, ks_place_get_code (place)), chosen);
  else
    set_range (self, get_range (self, place), chosen);
}

/**
 * ks_units_choice_select:
 * @self: a choice
 * @code: of a district or unit; empty for all
 *
 * Chooses these units alone.
 *
 * Returns: %FALSE, with nothing changed, if nothing has that code
 */
gboolean
ks_units_choice_select (KsUnitsChoice *self, const char *code)
{
  const KsDistrict *district;
  KsUnit *unit;

  if (self->registry == NULL)
    return FALSE;
  district = ks_registry_lookup_district (self->registry, code);
  unit = ks_registry_lookup (self->registry, code);
  if (*code != '\0' && district == NULL && unit == NULL)
    return FALSE;
  g_hash_table_remove_all (self->chosen);
  if (*code == '\0')
    set_range (self, (Range){ 0, ks_units_choice_get_n_units (self) }, TRUE);
  else if (district != NULL)
    set_range (self, get_district_range (district), TRUE);
  else
    set_unit (self, unit, TRUE);
  return TRUE;
}

/**
 * ks_units_choice_set:
 * @self: a choice with a registry
 * @codes: (element-type utf8): codes of units
 *
 * Chooses these units alone.
 */
void
ks_units_choice_set (KsUnitsChoice *self, GPtrArray *codes)
{
  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < codes->len; i++)
    {
      KsUnit *unit = ks_registry_lookup (self->registry, g_ptr_array_index (codes, i));

      if (unit != NULL)
        set_unit (self, unit, TRUE);
    }
}

/**
 * ks_units_choice_dup_units:
 * @self: a choice
 *
 * Returns: (transfer full) (nullable) (element-type KsUnit): the units that are chosen, in the
 *   office's order; %NULL: all
 */
GPtrArray *
ks_units_choice_dup_units (const KsUnitsChoice *self)
{
  guint total = ks_units_choice_get_n_units (self);
  GPtrArray *units;

  if (g_hash_table_size (self->chosen) == total)
    return NULL;
  units = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < total; i++)
    if (has (self, i))
      g_ptr_array_add (units, g_object_ref (ks_registry_get_unit (self->registry, i)));
  return units;
}

/**
 * ks_units_choice_dup_districts:
 * @self: a choice
 *
 * Returns: (transfer full) (nullable): the codes of the districts of which a unit is chosen; %NULL:
 *   all
 */
char **
ks_units_choice_dup_districts (const KsUnitsChoice *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  gboolean all = TRUE;

  for (guint i = 0; self->registry != NULL && i < ks_registry_get_n_districts (self->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);

      if (count (self, get_district_range (district)) > 0)
        g_strv_builder_add (codes, district->code);
      else
        all = FALSE;
    }
  return all ? NULL : g_strv_builder_end (codes);
}
