/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-district-index.h"

#include "ks-list-words.h"
#include "ks-text.h"

struct _KsDistrictIndex {
  KsRegistry *registry;
  GHashTable *districts; /* key or code → KsDistrict, or NULL where several are called so */
};

static void
add_key (KsDistrictIndex *self, char *key, const KsDistrict *district)
{
  gpointer other;

  if (g_hash_table_lookup_extended (self->districts, key, NULL, &other) && other != district)
    district = NULL;
  g_hash_table_replace (self->districts, key, (gpointer) district);
}

/**
 * ks_district_index_new:
 * @registry: units
 *
 * Returns: (transfer full): their districts
 */
KsDistrictIndex *
ks_district_index_new (KsRegistry *registry)
{
  KsDistrictIndex *self = g_new0 (KsDistrictIndex, 1);

  self->registry = g_object_ref (registry);
  self->districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);
      gboolean has_kind;

      if (*district->code == '\0')
        continue;
      add_key (self, ks_text_key (district->code), district);
      add_key (self, ks_list_district_key (district->name, &has_kind), district);
    }
  return self;
}

/**
 * ks_district_index_free:
 * @self: (transfer full): an index
 */
void
ks_district_index_free (KsDistrictIndex *self)
{
  g_hash_table_unref (self->districts);
  g_object_unref (self->registry);
  g_free (self);
}

/**
 * ks_district_index_find:
 * @self: an index
 * @text: what a list calls a district, with its kind or without, or its code
 * @has_kind: (out) (optional): whether it says huyện, thị xã or thành phố
 *
 * Returns: (transfer none) (nullable): the one district that is meant
 */
const KsDistrict *
ks_district_index_find (KsDistrictIndex *self, const char *text, gboolean *has_kind)
{
  gboolean given_kind;
  g_autofree char *key = ks_list_district_key (text, &given_kind);

  if (has_kind != NULL)
    *has_kind = given_kind;
  return g_hash_table_lookup (self->districts, key);
}
