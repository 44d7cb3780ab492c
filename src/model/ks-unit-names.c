/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-names.h"

#include <string.h>

static void
add_former_names (KsUnitNames *self, KsUnit *unit)
{
  GPtrArray *names = ks_unit_get_former_names (unit);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const KsFormerName *former = names->pdata[i];

      ks_unit_names_add (self, unit, former->name, former->district);
    }
}

static void
add_district (KsUnitNames *self, guint number)
{
  const KsDistrict *district = ks_registry_get_district (self->registry, number);

  ks_name_index_add (self->districts, district->name, NULL, number, FALSE);
  for (guint i = district->first; i < district->first + district->n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);

      self->unit_districts[i] = number;
      ks_name_index_add (self->units, ks_unit_get_name (unit), ks_unit_get_kind (unit), i, FALSE);
    }
}

/**
 * ks_unit_names_new:
 * @registry: the units
 *
 * Returns: (transfer full): the names that they bear and bore
 */
KsUnitNames *
ks_unit_names_new (KsRegistry *registry)
{
  KsUnitNames *self = g_new0 (KsUnitNames, 1);
  guint n_units = ks_registry_get_n_units (registry);

  self->registry = g_object_ref (registry);
  self->units = ks_name_index_new (KS_LEVEL_UNIT);
  self->districts = ks_name_index_new (KS_LEVEL_DISTRICT);
  self->unit_districts = g_new0 (guint, n_units + 1);
  self->former = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->n_districts = ks_registry_get_n_districts (registry);
  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    add_district (self, i);
  for (guint i = 0; i < n_units; i++)
    add_former_names (self, ks_registry_get_unit (registry, i));
  return self;
}

/**
 * ks_unit_names_free:
 * @self: (transfer full): names
 */
void
ks_unit_names_free (KsUnitNames *self)
{
  g_object_unref (self->registry);
  ks_name_index_free (self->units);
  ks_name_index_free (self->districts);
  g_free (self->unit_districts);
  g_hash_table_unref (self->former);
  g_free (self);
}

static gboolean
has_item (const KsNameHits *hits, guint item)
{
  for (guint i = 0; i < hits->n_hits; i++)
    if (hits->hits[i].entry->item == item)
      return TRUE;
  return FALSE;
}

static void
add_former_district (KsUnitNames *self, guint unit, const char *name)
{
  KsSpelling given;
  KsNameHits places;

  ks_spelling_read (&given, name);
  ks_unit_names_find_places (self, &given, &places);
  if (places.n_hits == 0)
    {
      ks_name_index_add (self->districts, name, NULL, self->n_districts++, TRUE);
      ks_unit_names_find_places (self, &given, &places);
    }
  for (guint i = 0; i < places.n_hits; i++)
    {
      gint64 pair = (gint64) unit << 32 | places.hits[i].entry->item;

      g_hash_table_add (self->former, g_memdup2 (&pair, sizeof pair));
    }
}

/**
 * ks_unit_names_add:
 * @self: names
 * @unit: a unit of their registry
 * @name: another name of it, in full
 * @district: (nullable): the district that it lay in when it bore that name, if not today's
 *
 * Lets the unit be found by that name, and in that district, too.
 */
void
ks_unit_names_add (KsUnitNames *self, KsUnit *unit, const char *name, const char *district)
{
  guint index = ks_unit_get_index (unit);

  ks_name_index_add (self->units, name, NULL, index, TRUE);
  if (district != NULL && *district != '\0')
    add_former_district (self, index, district);
}

/**
 * ks_unit_names_find_places:
 * @self: names
 * @given: what is said to be a district: "Tân Yên", "H. Tan Yen"
 * @places: (out): the districts that it means
 */
void
ks_unit_names_find_places (const KsUnitNames *self, const KsSpelling *given, KsNameHits *places)
{
  ks_name_index_find (self->districts, given, places);
  ks_name_hits_settle (places, given, NULL);
}

static gboolean
is_district_code (const KsUnitNames *self, const KsSpelling *given, guint district)
{
  const char *code = ks_registry_get_district (self->registry, district)->code;

  while (*code == '0')
    code++;
  return *code != '\0' && g_str_equal (code, given->base);
}

/**
 * ks_unit_names_lies_in:
 * @self: names
 * @unit: place of a unit in the registry
 * @given: what is said to be its district: a name, or a code
 * @places: the districts that @given means
 *
 * Returns: whether the unit lies there, or once did
 */
gboolean
ks_unit_names_lies_in (const KsUnitNames *self, guint unit, const KsSpelling *given,
                       const KsNameHits *places)
{
  if (has_item (places, self->unit_districts[unit])
      || is_district_code (self, given, self->unit_districts[unit]))
    return TRUE;
  for (guint i = 0; g_hash_table_size (self->former) > 0 && i < places->n_hits; i++)
    {
      gint64 pair = (gint64) unit << 32 | places->hits[i].entry->item;

      if (g_hash_table_contains (self->former, &pair))
        return TRUE;
    }
  return FALSE;
}
