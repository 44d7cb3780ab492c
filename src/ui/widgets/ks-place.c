/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-place.h"

#include "ks-i18n.h"
#include "ks-text.h"

struct _KsPlace
{
  GObject parent_instance;

  KsPlaceKind kind;
  char *code;
  char *name;
  char *detail;
  char *search_key;
};

typedef enum {
  PROP_NAME = 1,
  PROP_DETAIL,
  PROP_SEARCH_KEY,
} KsPlaceProperty;

static GParamSpec *properties[PROP_SEARCH_KEY + 1];

G_DEFINE_FINAL_TYPE (KsPlace, ks_place, G_TYPE_OBJECT)

static void
ks_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsPlace *self = KS_PLACE (object);

  switch ((KsPlaceProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_SEARCH_KEY:
      g_value_set_string (value, self->search_key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_place_finalize (GObject *object)
{
  KsPlace *self = KS_PLACE (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->search_key);
  G_OBJECT_CLASS (ks_place_parent_class)->finalize (object);
}

static void
ks_place_class_init (KsPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ks_place_get_property;
  object_class->finalize = ks_place_finalize;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_SEARCH_KEY] = g_param_spec_string ("search-key", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ks_place_init (KsPlace *self)
{
}

static KsPlace *
create_place (KsPlaceKind kind, const char *code, const char *name, const char *detail)
{
  KsPlace *self = g_object_new (KS_TYPE_PLACE, NULL);

  self->kind = kind;
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->detail = g_strdup (detail);
  return self;
}

static KsPlace *
create_district (const KsDistrict *district)
{
  g_autofree char *detail
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unit", "%u units", district->n_units),
                         district->n_units);
  KsPlace *self = create_place (KS_PLACE_DISTRICT, district->code, district->name, detail);

  self->search_key = ks_text_fold (district->name);
  return self;
}

static KsPlace *
create_unit (KsUnit *unit)
{
  KsPlace *self = create_place (KS_PLACE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit),
                                ks_unit_get_district_name (unit));

  self->search_key = g_strdup (ks_unit_get_search_key (unit));
  return self;
}

static KsPlace *
create_all (const char *all)
{
  KsPlace *self = create_place (KS_PLACE_ALL, "", all, "");

  self->search_key = ks_text_fold (all);
  return self;
}

/**
 * ks_place_find:
 * @registry: the units
 * @all: what all of them are called
 * @code: of a district or a unit; empty for all
 *
 * Returns: (transfer full) (nullable): that place; %NULL: there is none
 */
KsPlace *
ks_place_find (KsRegistry *registry, const char *all, const char *code)
{
  const KsDistrict *district;
  KsUnit *unit;

  if (*code == '\0')
    return create_all (all);
  unit = ks_registry_lookup (registry, code);
  district = unit == NULL ? ks_registry_lookup_district (registry, code) : NULL;
  if (district != NULL)
    return create_district (district);
  return unit != NULL ? create_unit (unit) : NULL;
}

static void
append_district (GListStore *places, KsRegistry *registry, const KsDistrict *district,
                 gboolean with_districts)
{
  if (with_districts && *district->code != '\0')
    {
      g_autoptr (KsPlace) place = create_district (district);

      g_list_store_append (places, place);
    }
  for (guint i = 0; i < district->n_units; i++)
    {
      g_autoptr (KsPlace) place
          = create_unit (ks_registry_get_unit (registry, district->first + i));

      g_list_store_append (places, place);
    }
}

/**
 * ks_places_new:
 * @registry: the units
 * @all: what the first place is called, which stands for all units
 * @with_districts: whether a district can be picked as a whole
 *
 * Returns: (transfer full): a list of KsPlace in the office's order, a district before its units
 */
GListModel *
ks_places_new (KsRegistry *registry, const char *all, gboolean with_districts)
{
  GListStore *places = g_list_store_new (KS_TYPE_PLACE);
  g_autoptr (KsPlace) first = create_all (all);

  g_list_store_append (places, first);
  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    append_district (places, registry, ks_registry_get_district (registry, i), with_districts);
  return G_LIST_MODEL (places);
}

/**
 * ks_place_get_kind:
 * @self: a place
 *
 * Returns: whether it is everything, a district or a unit
 */
KsPlaceKind
ks_place_get_kind (KsPlace *self)
{
  g_return_val_if_fail (KS_IS_PLACE (self), KS_PLACE_ALL);

  return self->kind;
}

/**
 * ks_place_get_code:
 * @self: a place
 *
 * Returns: (transfer none): the code of the district or unit; empty for all
 */
const char *
ks_place_get_code (KsPlace *self)
{
  g_return_val_if_fail (KS_IS_PLACE (self), NULL);

  return self->code;
}

/**
 * ks_place_get_name:
 * @self: a place
 *
 * Returns: (transfer none): what it is called
 */
const char *
ks_place_get_name (KsPlace *self)
{
  g_return_val_if_fail (KS_IS_PLACE (self), NULL);

  return self->name;
}

/**
 * ks_place_get_detail:
 * @self: a place
 *
 * Returns: (transfer none): what stands behind the name: a unit's district, a district's size
 */
const char *
ks_place_get_detail (KsPlace *self)
{
  g_return_val_if_fail (KS_IS_PLACE (self), NULL);

  return self->detail;
}
