/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-pack-files.h"

#include "ks-campaign-error.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-platform.h"

/* All units of a registry that has no districts. */
#define NO_DISTRICT "Toàn tỉnh"

/**
 * ks_pack_get_name:
 * @district: a district of a registry
 *
 * Returns: (transfer none): its name, and one for units without a district
 */
const char *
ks_pack_get_name (const KsDistrict *district)
{
  return *district->name != '\0' ? district->name : NO_DISTRICT;
}

/**
 * ks_pack_find_districts:
 * @registry: a registry
 * @codes: (nullable) (array zero-terminated=1): codes of districts; %NULL for all
 * @error: return location for %KS_CAMPAIGN_ERROR_NOT_FOUND
 *
 * Returns: (transfer container) (element-type KsDistrict): the districts, or %NULL with @error set
 */
GPtrArray *
ks_pack_find_districts (KsRegistry *registry, const char *const *codes, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; codes == NULL && i < ks_registry_get_n_districts (registry); i++)
    g_ptr_array_add (found, (gpointer) ks_registry_get_district (registry, i));
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const KsDistrict *district = ks_registry_lookup_district (registry, codes[i]);

      if (district == NULL)
        {
          g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                       _ ("No district has the code %s."), codes[i]);
          return NULL;
        }
      g_ptr_array_add (found, (gpointer) district);
    }
  return g_steal_pointer (&found);
}

/* Two districts of one name would write one file. */
static gboolean
is_name_unique (KsRegistry *registry, const KsDistrict *district)
{
  guint n = 0;

  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    n += g_str_equal (ks_registry_get_district (registry, i)->name, district->name);
  return n < 2;
}

/**
 * ks_pack_save:
 * @zip: what is in it; nothing can be added afterwards
 * @registry: the registry
 * @district: whose pack it is
 * @before: what its name begins with
 * @behind: (nullable): what its name ends in
 * @folder: where it goes
 * @error: return location for an error
 *
 * Writes a pack whole or not at all, under a name that every system takes.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_pack_save (KsZipWriter *zip, KsRegistry *registry, const KsDistrict *district,
              const char *before, const char *behind, const char *folder, GError **error)
{
  g_autofree char *code
      = is_name_unique (registry, district) ? NULL : g_strconcat (" ", district->code, NULL);
  g_autofree char *words
      = g_strconcat (before, " ", ks_pack_get_name (district), code != NULL ? code : "",
                     behind != NULL ? " " : NULL, behind, NULL);
  g_autofree char *stem = ks_file_name_make (words);
  g_autofree char *name = g_strconcat (stem, ".zip", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = ks_zip_writer_end (zip, error);

  return bytes != NULL
         && ks_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
