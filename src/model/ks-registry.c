/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-registry.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-text.h"
#include "ks-unit-private.h"

struct _KsRegistry
{
  GObject parent_instance;

  GPtrArray *units;           /* in the office's order */
  GPtrArray *retired;         /* out of use, in the order given */
  GHashTable *units_by_code;  /* code, owned by the unit → unit */
  GArray *districts;          /* KsDistrict */
  GHashTable *districts_by_code;
};

/* Where a unit belongs: districts by kind, then as given; units by the office's own number, then by
 * kind, then as given. GLib's sorts keep the order of what is equal. */
typedef struct {
  KsUnit *unit;
  guint district_kind;
  guint district; /* number of the district in the order given */
  guint order; /* the office's own number; those without one come last */
  guint kind;
  char *sort_key; /* of the bare name */
} Place;

static GType
registry_get_item_type (GListModel *model)
{
  return KS_TYPE_UNIT;
}

static guint
registry_get_n_items (GListModel *model)
{
  return KS_REGISTRY (model)->units->len;
}

static gpointer
registry_get_item (GListModel *model, guint position)
{
  KsRegistry *self = KS_REGISTRY (model);

  return position < self->units->len ? g_object_ref (self->units->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = registry_get_item_type;
  iface->get_n_items = registry_get_n_items;
  iface->get_item = registry_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KsRegistry, ks_registry, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
clear_district (gpointer data)
{
  KsDistrict *district = data;

  g_free (district->code);
  g_free (district->name);
}

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->sort_key);
}

static void
ks_registry_finalize (GObject *object)
{
  KsRegistry *self = KS_REGISTRY (object);

  g_hash_table_unref (self->districts_by_code);
  g_hash_table_unref (self->units_by_code);
  g_array_unref (self->districts);
  g_ptr_array_unref (self->retired);
  g_ptr_array_unref (self->units);
  G_OBJECT_CLASS (ks_registry_parent_class)->finalize (object);
}

static void
ks_registry_class_init (KsRegistryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_registry_finalize;
}

static void
ks_registry_init (KsRegistry *self)
{
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
  self->retired = g_ptr_array_new_with_free_func (g_object_unref);
  self->units_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->districts = g_array_new (FALSE, FALSE, sizeof (KsDistrict));
  g_array_set_clear_func (self->districts, clear_district);
  self->districts_by_code = g_hash_table_new (g_str_hash, g_str_equal);
}

static guint
find_kind (const char *name, const char *const *kinds)
{
  guint i = 0;

  while (kinds[i] != NULL && !g_str_has_prefix (name, kinds[i]))
    i++;
  return i;
}

static guint
get_district_kind (const char *name)
{
  static const char *const kinds[] = { "Thành phố", "Quận", "Thị xã", "Huyện", NULL };

  return find_kind (name, kinds);
}

static guint
get_unit_kind (KsUnit *unit)
{
  static const char *const kinds[] = { "Phường", "Thị trấn", "Xã", NULL };
  const char *kind = ks_unit_get_kind (unit);

  return find_kind (*kind != '\0' ? kind : ks_unit_get_name (unit), kinds);
}

static gboolean
check_staff (KsUnit *unit, GError **error)
{
  const KsStaff *staff = ks_unit_get_staff (unit);

  for (guint i = 0; i < KS_N_BODIES; i++)
    if (staff->excused[i] < 0 || staff->total[i] < staff->excused[i])
      {
        g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                     _("%s (code %s): %d staff with %d excused is not possible. Correct the "
                       "figures."),
                     ks_unit_get_name (unit), ks_unit_get_code (unit), staff->total[i],
                     staff->excused[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_unit (KsRegistry *self, KsUnit *unit, guint given, GError **error)
{
  const char *code = ks_unit_get_code (unit);
  KsUnit *other = g_hash_table_lookup (self->units_by_code, code);

  if (*code == '\0' || *ks_unit_get_name (unit) == '\0')
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("Unit %u of the list has no code or no name. Fill it in."), given + 1);
      return FALSE;
    }
  if (other != NULL)
    {
      g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                   _("Code %s stands twice in the list of units: “%s” and “%s”. Correct one of "
                     "them."),
                   code, ks_unit_get_name (other), ks_unit_get_name (unit));
      return FALSE;
    }
  return check_staff (unit, error);
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

static int
compare_office_order (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;
  int order = compare_numbers (left->district_kind, right->district_kind);

  if (order == 0)
    order = compare_numbers (left->district, right->district);
  if (order == 0)
    order = compare_numbers (left->order, right->order);
  return order != 0 ? order : compare_numbers (left->kind, right->kind);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Place *left = *(const Place *const *) a, *right = *(const Place *const *) b;

  return strcmp (left->sort_key, right->sort_key);
}

static GArray *
make_places (KsRegistry *self, GPtrArray *units, GError **error)
{
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), units->len);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < units->len; i++)
    {
      KsUnit *unit = units->pdata[i];
      const char *district = ks_unit_get_district_code (unit);
      KsUnit *first;
      Place place = { .unit = unit };

      if (ks_unit_get_retired (unit) != KS_DAY_NONE)
        {
          g_ptr_array_add (self->retired, g_object_ref (unit));
          continue;
        }
      if (!check_unit (self, unit, i, error))
        return NULL;
      g_hash_table_insert (self->units_by_code, (char *) ks_unit_get_code (unit), unit);
      if (!g_hash_table_contains (numbers, district))
        g_hash_table_insert (numbers, (char *) district, GUINT_TO_POINTER (i));
      place.district = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, district));
      first = units->pdata[place.district];
      place.district_kind = get_district_kind (ks_unit_get_district_name (first));
      place.order = ks_unit_get_order (unit) > 0 ? (guint) ks_unit_get_order (unit) : G_MAXUINT;
      place.kind = get_unit_kind (unit);
      place.sort_key = ks_text_sort_key (ks_unit_get_bare_name (unit));
      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}

/* A unit that the list has in use again is out of use no more. */
static void
drop_revived (KsRegistry *self)
{
  for (guint i = self->retired->len; i > 0; i--)
    if (g_hash_table_contains (self->units_by_code,
                               ks_unit_get_code (self->retired->pdata[i - 1])))
      g_ptr_array_remove_index (self->retired, i - 1);
}

/* @places are in the office's order. */
static void
set_positions (GArray *places)
{
  g_autoptr (GPtrArray) by_name = g_ptr_array_sized_new (places->len);

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (by_name, &g_array_index (places, Place, i));
  g_ptr_array_sort (by_name, compare_names);
  for (guint rank = 0; rank < by_name->len; rank++)
    {
      Place *place = by_name->pdata[rank];
      guint index = (guint) (place - &g_array_index (places, Place, 0));

      ks_unit_set_position (place->unit, index, rank);
    }
}

static void
append_unit (KsRegistry *self, KsUnit *unit)
{
  const char *code = ks_unit_get_district_code (unit);
  KsDistrict *last = NULL;

  if (self->districts->len > 0)
    last = &g_array_index (self->districts, KsDistrict, self->districts->len - 1);
  if (last == NULL || strcmp (last->code, code) != 0)
    {
      KsDistrict district = {
        .code = g_strdup (code),
        .name = g_strdup (ks_unit_get_district_name (unit)),
        .first = self->units->len,
      };

      g_array_append_val (self->districts, district);
      last = &g_array_index (self->districts, KsDistrict, self->districts->len - 1);
    }
  last->n_units++;
  g_ptr_array_add (self->units, g_object_ref (unit));
}

static void
index_districts (KsRegistry *self)
{
  for (guint i = 0; i < self->districts->len; i++)
    {
      KsDistrict *district = &g_array_index (self->districts, KsDistrict, i);

      g_hash_table_insert (self->districts_by_code, district->code, district);
    }
}

/**
 * ks_registry_new:
 * @units: (element-type KsUnit): the units in the order of their list; they get their place in
 *   this registry, so they must belong to no other
 * @error: return location
 *
 * Puts units into the office's own order and ranks their names; units out of use stand apart. Fails
 * with
 * %KS_MODEL_ERROR_INVALID on a code that stands twice, on a missing code or name, and on staff
 * that cannot be.
 *
 * Returns: (transfer full) (nullable): the registry
 */
KsRegistry *
ks_registry_new (GPtrArray *units, GError **error)
{
  g_autoptr (KsRegistry) self = g_object_new (KS_TYPE_REGISTRY, NULL);
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (units != NULL, NULL);

  places = make_places (self, units, error);
  if (places == NULL)
    return NULL;
  drop_revived (self);
  g_array_sort (places, compare_office_order);
  set_positions (places);
  for (guint i = 0; i < places->len; i++)
    append_unit (self, g_array_index (places, Place, i).unit);
  index_districts (self);
  return g_steal_pointer (&self);
}

/**
 * ks_registry_get_n_units:
 * @self: a registry
 *
 * Returns: number of units
 */
guint
ks_registry_get_n_units (KsRegistry *self)
{
  g_return_val_if_fail (KS_IS_REGISTRY (self), 0);

  return self->units->len;
}

/**
 * ks_registry_get_unit:
 * @self: a registry
 * @index: place in the office's order, less than ks_registry_get_n_units()
 *
 * Returns: (transfer none): the unit
 */
KsUnit *
ks_registry_get_unit (KsRegistry *self, guint index)
{
  g_return_val_if_fail (KS_IS_REGISTRY (self) && index < self->units->len, NULL);

  return self->units->pdata[index];
}

/**
 * ks_registry_lookup:
 * @self: a registry
 * @code: a code
 *
 * Returns: (transfer none) (nullable): the unit with that code
 */
KsUnit *
ks_registry_lookup (KsRegistry *self, const char *code)
{
  g_return_val_if_fail (KS_IS_REGISTRY (self) && code != NULL, NULL);

  return g_hash_table_lookup (self->units_by_code, code);
}

/**
 * ks_registry_get_retired:
 * @self: a registry
 *
 * Returns: (transfer none) (element-type KsUnit): the units that are out of use: no list, sheet or
 *   count has them. Not to be changed.
 */
GPtrArray *
ks_registry_get_retired (KsRegistry *self)
{
  g_return_val_if_fail (KS_IS_REGISTRY (self), NULL);

  return self->retired;
}

/**
 * ks_registry_get_n_districts:
 * @self: a registry
 *
 * Returns: number of districts, the one of units without a district included
 */
guint
ks_registry_get_n_districts (KsRegistry *self)
{
  g_return_val_if_fail (KS_IS_REGISTRY (self), 0);

  return self->districts->len;
}

/**
 * ks_registry_get_district:
 * @self: a registry
 * @index: place in the office's order, less than ks_registry_get_n_districts()
 *
 * Returns: (transfer none): the district
 */
const KsDistrict *
ks_registry_get_district (KsRegistry *self, guint index)
{
  g_return_val_if_fail (KS_IS_REGISTRY (self) && index < self->districts->len, NULL);

  return &g_array_index (self->districts, KsDistrict, index);
}

/**
 * ks_registry_lookup_district:
 * @self: a registry
 * @code: a code; empty: of the units without a district
 *
 * Returns: (transfer none) (nullable): the district with that code
 */
const KsDistrict *
ks_registry_lookup_district (KsRegistry *self, const char *code)
{
  g_return_val_if_fail (KS_IS_REGISTRY (self) && code != NULL, NULL);

  return g_hash_table_lookup (self->districts_by_code, code);
}

/**
 * ks_registry_get_staff:
 * @self: a registry
 * @district: (nullable): a district of it, or %NULL for the province
 *
 * Returns: N, the staff in scope
 */
gint64
ks_registry_get_staff (KsRegistry *self, const KsDistrict *district)
{
  guint first, n_units;
  gint64 staff = 0;

  g_return_val_if_fail (KS_IS_REGISTRY (self), 0);

  first = district != NULL ? district->first : 0;
  n_units = district != NULL ? district->n_units : self->units->len;
  for (guint i = first; i < first + n_units; i++)
    staff += ks_unit_get_staff_in_scope (self->units->pdata[i]);
  return staff;
}
