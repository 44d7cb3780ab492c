/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-private.h"

#include <string.h>

#include "ks-text.h"

struct _KsUnit
{
  GObject parent_instance;

  char *code;
  char *name;
  const char *bare_name; /* within name */
  char *kind;
  char *district_code;
  char *district_name;
  char *link;
  char *search_key; /* made when first asked for: most runs never search */
  KsStaff staff;
  guint index;
  guint rank;
};

typedef enum {
  PROP_CODE = 1,
  PROP_NAME,
  PROP_KIND,
  PROP_DISTRICT_NAME,
  PROP_STAFF,
  PROP_STAFF_PARTY,
  PROP_STAFF_GOVERNMENT,
  PROP_STAFF_FRONT,
  PROP_STAFF_UNIONS,
  PROP_EXCUSED,
  PROP_RANK,
  PROP_OFFICE_RANK,
  PROP_SEARCH_KEY,
} KsUnitProperty;

G_DEFINE_FINAL_TYPE (KsUnit, ks_unit, G_TYPE_OBJECT)

static int
count_excused (KsUnit *self)
{
  int excused = 0;

  for (guint i = 0; i < KS_N_BODIES; i++)
    excused += self->staff.excused[i];
  return excused;
}

static void
ks_unit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsUnit *self = KS_UNIT (object);

  switch ((KsUnitProperty) id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_DISTRICT_NAME:
      g_value_set_string (value, self->district_name);
      break;
    case PROP_STAFF:
      g_value_set_int (value, ks_unit_get_staff_in_scope (self));
      break;
    case PROP_STAFF_PARTY:
    case PROP_STAFF_GOVERNMENT:
    case PROP_STAFF_FRONT:
    case PROP_STAFF_UNIONS:
      g_value_set_int (value, self->staff.total[id - PROP_STAFF_PARTY]);
      break;
    case PROP_EXCUSED:
      g_value_set_int (value, count_excused (self));
      break;
    case PROP_RANK:
      g_value_set_uint (value, self->rank);
      break;
    case PROP_OFFICE_RANK:
      g_value_set_uint (value, self->index);
      break;
    case PROP_SEARCH_KEY:
      g_value_set_string (value, ks_unit_get_search_key (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_unit_finalize (GObject *object)
{
  KsUnit *self = KS_UNIT (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->district_code);
  g_free (self->district_name);
  g_free (self->link);
  g_free (self->search_key);
  G_OBJECT_CLASS (ks_unit_parent_class)->finalize (object);
}

static void
install_string (GObjectClass *klass, KsUnitProperty id, const char *name)
{
  g_object_class_install_property (
      klass, id,
      g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
install_int (GObjectClass *klass, KsUnitProperty id, const char *name)
{
  g_object_class_install_property (
      klass, id,
      g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
install_uint (GObjectClass *klass, KsUnitProperty id, const char *name)
{
  g_object_class_install_property (
      klass, id,
      g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ks_unit_class_init (KsUnitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ks_unit_get_property;
  object_class->finalize = ks_unit_finalize;
  install_string (object_class, PROP_CODE, "code");
  install_string (object_class, PROP_NAME, "name");
  install_string (object_class, PROP_KIND, "kind");
  install_string (object_class, PROP_DISTRICT_NAME, "district-name");
  install_int (object_class, PROP_STAFF, "staff");
  install_int (object_class, PROP_STAFF_PARTY, "staff-party");
  install_int (object_class, PROP_STAFF_GOVERNMENT, "staff-government");
  install_int (object_class, PROP_STAFF_FRONT, "staff-front");
  install_int (object_class, PROP_STAFF_UNIONS, "staff-unions");
  install_int (object_class, PROP_EXCUSED, "excused");
  install_uint (object_class, PROP_RANK, "rank");
  install_uint (object_class, PROP_OFFICE_RANK, "office-rank");
  install_string (object_class, PROP_SEARCH_KEY, "search-key");
}

static void
ks_unit_init (KsUnit *self)
{
}

static gboolean
is_numeral (const char *name)
{
  return strspn (name, "0123456789") == strlen (name) || strspn (name, "IVXLC") == strlen (name);
}

/**
 * ks_unit_skip_kind:
 * @name: the name of a unit or district, as "Thị trấn Vôi"
 *
 * Finds the name proper behind its kind, by which the alphabet sorts. "Phường 1" and "Phường IV"
 * have none of their own and stay whole.
 *
 * Returns: (transfer none): the bare name, within @name
 */
const char *
ks_unit_skip_kind (const char *name)
{
  static const char *const kinds[] = { "Xã ",      "Phường ", "Thị trấn ", "Đặc khu ",
                                       "Huyện ",   "Quận ",   "Thị xã ",   "Thành phố " };

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (name, kinds[i]))
      {
        const char *rest = name + strlen (kinds[i]);

        return is_numeral (rest) ? name : rest;
      }
  return name;
}

/**
 * ks_unit_new:
 * @code: its code, unique in the registry
 * @name: its full name, cleaned as by ks_text_clean(): "Xã Tân Tiến"
 * @kind: (nullable): Xã, Phường, Thị trấn …
 * @district_code: (nullable): code of its district; where a list names districts but gives them
 *   no codes, the name stands for it
 * @district_name: (nullable): name of its district, cleaned
 * @staff: (nullable): staff by body; %NULL: not known, all 0
 * @link: (nullable): a link of its own
 *
 * Returns: (transfer full): the unit
 */
KsUnit *
ks_unit_new (const char *code, const char *name, const char *kind, const char *district_code,
             const char *district_name, const KsStaff *staff, const char *link)
{
  KsUnit *self;

  g_return_val_if_fail (code != NULL && name != NULL, NULL);

  self = g_object_new (KS_TYPE_UNIT, NULL);
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->bare_name = ks_unit_skip_kind (self->name);
  self->kind = g_strdup (kind != NULL ? kind : "");
  self->district_name = g_strdup (district_name != NULL ? district_name : "");
  if (district_code != NULL && *district_code != '\0')
    self->district_code = g_strdup (district_code);
  else
    self->district_code = g_strdup (self->district_name);
  self->link = link != NULL && *link != '\0' ? g_strdup (link) : NULL;
  if (staff != NULL)
    self->staff = *staff;
  return self;
}

/**
 * ks_unit_get_code:
 * @self: a unit
 *
 * Returns: (transfer none): its code
 */
const char *
ks_unit_get_code (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return self->code;
}

/**
 * ks_unit_get_name:
 * @self: a unit
 *
 * Returns: (transfer none): its full name
 */
const char *
ks_unit_get_name (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return self->name;
}

/**
 * ks_unit_get_bare_name:
 * @self: a unit
 *
 * Returns: (transfer none): its name without the kind, see ks_unit_skip_kind()
 */
const char *
ks_unit_get_bare_name (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return self->bare_name;
}

/**
 * ks_unit_get_kind:
 * @self: a unit
 *
 * Returns: (transfer none): Xã, Phường, Thị trấn …; empty if not known
 */
const char *
ks_unit_get_kind (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return self->kind;
}

/**
 * ks_unit_get_district_code:
 * @self: a unit
 *
 * Returns: (transfer none): the code of its district; empty if it belongs to none
 */
const char *
ks_unit_get_district_code (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return self->district_code;
}

/**
 * ks_unit_get_district_name:
 * @self: a unit
 *
 * Returns: (transfer none): the name of its district; empty if it belongs to none
 */
const char *
ks_unit_get_district_name (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return self->district_name;
}

/**
 * ks_unit_get_link:
 * @self: a unit
 *
 * Returns: (transfer none) (nullable): the link of its own, if it has one
 */
const char *
ks_unit_get_link (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return self->link;
}

/**
 * ks_unit_get_staff:
 * @self: a unit
 *
 * Returns: (transfer none): its staff by body
 */
const KsStaff *
ks_unit_get_staff (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return &self->staff;
}

/**
 * ks_unit_get_staff_in_scope:
 * @self: a unit
 *
 * Returns: N, its staff less those excused
 */
int
ks_unit_get_staff_in_scope (KsUnit *self)
{
  int total = 0;

  g_return_val_if_fail (KS_IS_UNIT (self), 0);

  for (guint i = 0; i < KS_N_BODIES; i++)
    total += self->staff.total[i];
  return total - count_excused (self);
}

/**
 * ks_unit_get_search_key:
 * @self: a unit; any thread may ask
 *
 * Returns: (transfer none): code, name and district as ks_text_fold() writes them
 */
const char *
ks_unit_get_search_key (KsUnit *self)
{
  char *key;

  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  key = g_atomic_pointer_get (&self->search_key);
  if (key == NULL)
    {
      g_autofree char *text
          = g_strdup_printf ("%s %s %s", self->code, self->name, self->district_name);
      g_autofree char *made = ks_text_fold (text);

      if (g_atomic_pointer_compare_and_exchange (&self->search_key, NULL, made))
        key = g_steal_pointer (&made);
      else
        key = g_atomic_pointer_get (&self->search_key);
    }
  return key;
}

/**
 * ks_unit_get_index:
 * @self: a unit
 *
 * Returns: its place in the office's own order, from 0
 */
guint
ks_unit_get_index (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), 0);

  return self->index;
}

/**
 * ks_unit_get_rank:
 * @self: a unit
 *
 * Returns: the place of its bare name in the alphabet, from 0; equal names stand in the office's
 *   order
 */
guint
ks_unit_get_rank (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), 0);

  return self->rank;
}

/**
 * ks_unit_set_position:
 * @self: a unit that nobody else has seen
 * @index: its place in the office's own order
 * @rank: its place in the alphabet
 *
 * For the registry alone.
 */
void
ks_unit_set_position (KsUnit *self, guint index, guint rank)
{
  self->index = index;
  self->rank = rank;
}
