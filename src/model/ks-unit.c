/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-private.h"

#include <string.h>

#include "ks-text.h"
#include "ks-unit-draft.h"

struct _KsUnit
{
  GObject parent_instance;

  KsUnitDraft content;
  const char *bare_name; /* within the name */
  char *search_key;      /* made when first asked for: most runs never search */
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

static void
ks_unit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsUnit *self = KS_UNIT (object);

  switch ((KsUnitProperty) id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->content.code);
      break;
    case PROP_NAME:
      g_value_set_string (value, ks_unit_get_name (self));
      break;
    case PROP_KIND:
      g_value_set_string (value, ks_unit_get_kind (self));
      break;
    case PROP_DISTRICT_NAME:
      g_value_set_string (value, ks_unit_get_district_name (self));
      break;
    case PROP_STAFF:
      g_value_set_int (value, ks_unit_get_staff_in_scope (self));
      break;
    case PROP_STAFF_PARTY:
    case PROP_STAFF_GOVERNMENT:
    case PROP_STAFF_FRONT:
    case PROP_STAFF_UNIONS:
      g_value_set_int (value, self->content.staff.total[id - PROP_STAFF_PARTY]);
      break;
    case PROP_EXCUSED:
      g_value_set_int (value, ks_unit_get_excused (self));
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

  ks_unit_draft_clear (&self->content);
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

/* How many bytes of @name tell its kind, the blank behind it among them. */
static gsize
measure_kind (const char *name)
{
  static const char *const kinds[] = { "Xã ",      "Phường ", "Thị trấn ", "Đặc khu ",
                                       "Huyện ",   "Quận ",   "Thị xã ",   "Thành phố " };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (name, kinds[i]))
      return strlen (kinds[i]);
  return 0;
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
  const char *rest;

  g_return_val_if_fail (name != NULL, NULL);

  rest = name + measure_kind (name);
  return is_numeral (rest) ? name : rest;
}

/**
 * ks_unit_dup_running_name:
 * @name: the name of a unit or district, as "Thị trấn Vôi"
 *
 * Returns: (transfer full): as it stands within a sentence: "thị trấn Vôi"
 */
char *
ks_unit_dup_running_name (const char *name)
{
  gsize length = measure_kind (name);
  g_autofree char *kind = g_utf8_strdown (name, (gssize) length);

  return g_strconcat (kind, name + length, NULL);
}

/**
 * ks_unit_new_take:
 * @content: what the unit is made of; it takes all that this holds
 *
 * For ks_unit_draft_end(). Where a district has no code its name stands for it.
 *
 * Returns: (transfer full): the unit
 */
KsUnit *
ks_unit_new_take (KsUnitDraft *content)
{
  KsUnit *self = g_object_new (KS_TYPE_UNIT, NULL);

  self->content = *content;
  if (self->content.texts[KS_UNIT_NAME] == NULL)
    self->content.texts[KS_UNIT_NAME] = g_strdup ("");
  if (self->content.texts[KS_UNIT_DISTRICT_CODE] == NULL)
    self->content.texts[KS_UNIT_DISTRICT_CODE]
        = g_strdup (self->content.texts[KS_UNIT_DISTRICT_NAME]);
  self->bare_name = ks_unit_skip_kind (self->content.texts[KS_UNIT_NAME]);
  return self;
}

static char *
dup_filled (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
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
 * The short way for what every list holds; ks_unit_draft_new() knows all fields.
 *
 * Returns: (transfer full): the unit
 */
KsUnit *
ks_unit_new (const char *code, const char *name, const char *kind, const char *district_code,
             const char *district_name, const KsStaff *staff, const char *link)
{
  KsUnitDraft content = { .staff_day = KS_DAY_NONE, .retired = KS_DAY_NONE };

  g_return_val_if_fail (code != NULL && name != NULL, NULL);

  content.code = g_strdup (code);
  content.texts[KS_UNIT_NAME] = g_strdup (name);
  content.texts[KS_UNIT_KIND] = dup_filled (kind);
  content.texts[KS_UNIT_DISTRICT_CODE] = dup_filled (district_code);
  content.texts[KS_UNIT_DISTRICT_NAME] = dup_filled (district_name);
  content.texts[KS_UNIT_LINK] = dup_filled (link);
  if (staff != NULL)
    content.staff = *staff;
  return ks_unit_new_take (&content);
}

/**
 * ks_unit_get_content:
 * @self: a unit
 *
 * Returns: (transfer none): what it is made of
 */
const KsUnitDraft *
ks_unit_get_content (KsUnit *self)
{
  return &self->content;
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

  return self->content.code;
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

  return ks_unit_get_text (self, KS_UNIT_NAME);
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

  return ks_unit_get_text (self, KS_UNIT_KIND);
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

  return ks_unit_get_text (self, KS_UNIT_DISTRICT_CODE);
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

  return ks_unit_get_text (self, KS_UNIT_DISTRICT_NAME);
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

  return self->content.texts[KS_UNIT_LINK];
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

  return &self->content.staff;
}

static char *
join_words (KsUnit *self)
{
  GPtrArray *names = ks_unit_get_former_names (self);
  GString *words = g_string_new (self->content.code);

  g_string_append_printf (words, " %s %s", ks_unit_get_name (self),
                          ks_unit_get_district_name (self));
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (words, " %s", ((KsFormerName *) names->pdata[i])->name);
  return g_string_free (words, FALSE);
}

/**
 * ks_unit_get_search_key:
 * @self: a unit; any thread may ask
 *
 * Returns: (transfer none): code, name, district and former names as ks_text_fold() writes them
 */
const char *
ks_unit_get_search_key (KsUnit *self)
{
  char *key;

  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  key = g_atomic_pointer_get (&self->search_key);
  if (key == NULL)
    {
      g_autofree char *text = join_words (self);
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

/**
 * ks_units_join_names:
 * @units: (element-type KsUnit): units
 *
 * Returns: (transfer full): their full names, parted by commas
 */
char *
ks_units_join_names (GPtrArray *units)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ks_unit_get_name (units->pdata[i]));
  return g_string_free (names, FALSE);
}
