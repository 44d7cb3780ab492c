/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-draft.h"

#include <string.h>

#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-unit-private.h"

#define MAX_COUNT 100000
#define MAX_NAME 200
#define MAX_TEXT 2000

/**
 * ks_unit_draft_new:
 * @code: the code of the unit
 *
 * Returns: (transfer full): a unit without name, to be filled in
 */
KsUnitDraft *
ks_unit_draft_new (const char *code)
{
  KsUnitDraft *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_new0 (KsUnitDraft, 1);
  self->code = g_strdup (code);
  self->staff_day = KS_DAY_NONE;
  self->retired = KS_DAY_NONE;
  return self;
}

/**
 * ks_unit_draft_new_from:
 * @unit: a unit
 *
 * Returns: (transfer full): what it is made of, to be changed; @unit stays as it is
 */
KsUnitDraft *
ks_unit_draft_new_from (KsUnit *unit)
{
  KsUnitDraft *self;

  g_return_val_if_fail (KS_IS_UNIT (unit), NULL);

  self = g_new0 (KsUnitDraft, 1);
  ks_unit_draft_copy_to (ks_unit_get_content (unit), self);
  return self;
}

/**
 * ks_unit_draft_copy_to:
 * @self: a draft
 * @copy: an empty one
 *
 * Copies what a unit is made of.
 */
void
ks_unit_draft_copy_to (const KsUnitDraft *self, KsUnitDraft *copy)
{
  *copy = *self;
  copy->code = g_strdup (self->code);
  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  /* Lists of names are replaced, never changed. */
  copy->former_names = self->former_names != NULL ? g_ptr_array_ref (self->former_names) : NULL;
}

/**
 * ks_unit_draft_clear:
 * @self: a draft
 *
 * Frees what it holds.
 */
void
ks_unit_draft_clear (KsUnitDraft *self)
{
  g_free (self->code);
  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->former_names, g_ptr_array_unref);
}

/**
 * ks_unit_draft_free:
 * @self: (transfer full) (nullable): a draft
 */
void
ks_unit_draft_free (KsUnitDraft *self)
{
  if (self == NULL)
    return;

  ks_unit_draft_clear (self);
  g_free (self);
}

static int *
find_count (KsUnitDraft *self, KsUnitField field)
{
  if (field == KS_UNIT_ORDER)
    return &self->order;
  if (field == KS_UNIT_PART_TIME)
    return &self->part_time;
  if (field >= KS_UNIT_EXCUSED)
    return &self->staff.excused[field - KS_UNIT_EXCUSED];
  return &self->staff.total[field - KS_UNIT_TOTAL];
}

static gboolean
set_count (KsUnitDraft *self, KsUnitField field, const char *text, GError **error)
{
  g_autofree char *quote = ks_field_shorten (text);
  guint64 count = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, MAX_COUNT, &count, NULL))
    return ks_field_refuse (ks_unit_field_get_label (field), error,
                            _ ("“%s” is not a whole number from 0 to %d."), quote, MAX_COUNT);
  *find_count (self, field) = (int) count;
  return TRUE;
}

static gboolean
set_day (KsUnitDraft *self, const char *text, GError **error)
{
  g_autofree char *quote = ks_field_shorten (text);
  KsDay day = KS_DAY_NONE;

  if (*text != '\0' && !ks_day_read (text, &day))
    return ks_field_refuse (ks_unit_field_get_label (KS_UNIT_STAFF_DAY), error,
                            _ ("“%s” is not a day. Write it like 20/3/2024."), quote);
  self->staff_day = day;
  return TRUE;
}

static gboolean
set_names (KsUnitDraft *self, const char *text, GError **error)
{
  g_autoptr (GError) local = NULL;
  GPtrArray *names = ks_former_names_parse (text, &local);

  if (names == NULL)
    return ks_field_refuse (ks_unit_field_get_label (KS_UNIT_FORMER_NAMES), error, "%s",
                            local->message);
  g_clear_pointer (&self->former_names, g_ptr_array_unref);
  self->former_names = names;
  return TRUE;
}

static gboolean
is_heading (KsUnitField field)
{
  return field <= KS_UNIT_DISTRICT_NAME;
}

static gboolean
check_text (KsUnitField field, const char *text, GError **error)
{
  g_autofree char *quote = ks_field_shorten (text);

  if (is_heading (field) && *text != '\0' && strchr ("=+-@", *text) != NULL)
    return ks_field_refuse (ks_unit_field_get_label (field), error,
                            _ ("“%s” begins like a formula. Write the words themselves."), quote);
  if (field == KS_UNIT_NAME && *text == '\0')
    return ks_field_refuse (ks_unit_field_get_label (field), error, _ ("a unit needs a name."));
  return field != KS_UNIT_PHONE
         || ks_field_check_phone (ks_unit_field_get_label (field), text, error);
}

/* A name tells the kind; a district without a code of its own goes by its name. */
static void
follow_text (KsUnitDraft *self, KsUnitField field, const char *text)
{
  const char *bare = ks_unit_skip_kind (text);

  if (field == KS_UNIT_NAME && bare > text)
    {
      g_free (self->texts[KS_UNIT_KIND]);
      self->texts[KS_UNIT_KIND] = g_strndup (text, (gsize) (bare - text - 1));
    }
  if (field == KS_UNIT_DISTRICT_NAME
      && g_strcmp0 (self->texts[KS_UNIT_DISTRICT_CODE], self->texts[KS_UNIT_DISTRICT_NAME]) == 0)
    g_clear_pointer (&self->texts[KS_UNIT_DISTRICT_CODE], g_free);
}

static gboolean
set_text (KsUnitDraft *self, KsUnitField field, const char *text, GError **error)
{
  if (!check_text (field, text, error))
    return FALSE;
  follow_text (self, field, text);
  g_free (self->texts[field]);
  self->texts[field] = *text != '\0' ? g_strdup (text) : NULL;
  return TRUE;
}

/**
 * ks_unit_draft_set:
 * @self: a draft
 * @field: a field
 * @text: (nullable): what it shall hold, as people type it; %NULL or empty: nothing
 * @error: return location
 *
 * Sets one field. Fails with %KS_MODEL_ERROR_INVALID and a sentence that names the field.
 *
 * Returns: %FALSE with @error set and the field as it was
 */
gboolean
ks_unit_draft_set (KsUnitDraft *self, KsUnitField field, const char *text, GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (self != NULL && field < KS_N_UNIT_FIELDS, FALSE);

  clean = ks_field_clean (ks_unit_field_get_label (field), text,
                          is_heading (field) ? MAX_NAME : MAX_TEXT, error);
  if (clean == NULL)
    return FALSE;
  switch (ks_unit_field_get_type (field))
    {
    case KS_UNIT_FIELD_COUNT:
      return set_count (self, field, clean, error);
    case KS_UNIT_FIELD_DAY:
      return set_day (self, clean, error);
    case KS_UNIT_FIELD_NAMES:
      return set_names (self, clean, error);
    case KS_UNIT_FIELD_TEXT:
    default:
      return set_text (self, field, clean, error);
    }
}

/**
 * ks_unit_draft_restore:
 * @self: a draft
 * @field: a field
 * @text: what a campaign file holds of it
 *
 * Takes back what was kept, without judging it by rules that may be younger; what cannot be read
 * is left out.
 */
void
ks_unit_draft_restore (KsUnitDraft *self, KsUnitField field, const char *text)
{
  g_return_if_fail (self != NULL && field < KS_N_UNIT_FIELDS && text != NULL);

  if (ks_unit_field_get_type (field) != KS_UNIT_FIELD_TEXT)
    {
      ks_unit_draft_set (self, field, text, NULL);
      return;
    }
  g_free (self->texts[field]);
  self->texts[field] = *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * ks_unit_draft_set_code:
 * @self: a draft
 * @code: the code that the unit bears from now on
 */
void
ks_unit_draft_set_code (KsUnitDraft *self, const char *code)
{
  g_return_if_fail (self != NULL && code != NULL);

  g_free (self->code);
  self->code = g_strdup (code);
}

static char *
dup_count (int count)
{
  return count != 0 ? g_strdup_printf ("%d", count) : g_strdup ("");
}

/**
 * ks_unit_draft_dup_text:
 * @self: a draft
 * @field: a field
 *
 * Returns: (transfer full): what the field holds, as ks_unit_draft_set() reads it back; counts of
 *   staff are 0 where there are none, all else is empty
 */
char *
ks_unit_draft_dup_text (const KsUnitDraft *self, KsUnitField field)
{
  g_return_val_if_fail (self != NULL && field < KS_N_UNIT_FIELDS, NULL);

  switch (ks_unit_field_get_type (field))
    {
    case KS_UNIT_FIELD_COUNT:
      if (field == KS_UNIT_ORDER)
        return dup_count (self->order);
      return g_strdup_printf ("%d", *find_count ((KsUnitDraft *) self, field));
    case KS_UNIT_FIELD_DAY:
      return self->staff_day != KS_DAY_NONE ? ks_day_to_iso (self->staff_day) : g_strdup ("");
    case KS_UNIT_FIELD_NAMES:
      return self->former_names != NULL ? ks_former_names_to_text (self->former_names)
                                        : g_strdup ("");
    case KS_UNIT_FIELD_TEXT:
    default:
      return g_strdup (self->texts[field] != NULL ? self->texts[field] : "");
    }
}

/**
 * ks_unit_draft_set_staff:
 * @self: a draft
 * @staff: staff by body
 *
 * Sets all eight counts.
 */
void
ks_unit_draft_set_staff (KsUnitDraft *self, const KsStaff *staff)
{
  self->staff = *staff;
}

/**
 * ks_unit_draft_set_retired:
 * @self: a draft
 * @day: the day since when the unit is out of use; %KS_DAY_NONE: it is in use
 */
void
ks_unit_draft_set_retired (KsUnitDraft *self, KsDay day)
{
  self->retired = day;
}

/**
 * ks_unit_draft_count_part_time:
 * @self: a draft
 * @part_time_in_scope: whether N counts part-time workers
 */
void
ks_unit_draft_count_part_time (KsUnitDraft *self, gboolean part_time_in_scope)
{
  self->part_time_in_scope = part_time_in_scope;
}

static gpointer
copy_name (gconstpointer source, gpointer data)
{
  const KsFormerName *name = source;

  return ks_former_name_new (name->name, name->district, name->until);
}

/**
 * ks_unit_draft_add_former_name:
 * @self: a draft
 * @name: a name in full
 * @district: (nullable): the name of the district of that time
 * @until: the first day on which the name no longer held, or %KS_DAY_NONE
 *
 * Adds a name to those by which the unit was known. A name that stands there already stays once.
 */
void
ks_unit_draft_add_former_name (KsUnitDraft *self,
                               const char *name,
                               const char *district,
                               KsDay until)
{
  GPtrArray *names;

  for (guint i = 0; self->former_names != NULL && i < self->former_names->len; i++)
    {
      const KsFormerName *other = self->former_names->pdata[i];

      if (g_str_equal (other->name, name) && other->until == until
          && g_str_equal (other->district, district != NULL ? district : ""))
        return;
    }
  names = self->former_names != NULL ? g_ptr_array_copy (self->former_names, copy_name, NULL)
                                     : g_ptr_array_new ();
  g_ptr_array_set_free_func (names, (GDestroyNotify) ks_former_name_free);
  g_ptr_array_add (names, ks_former_name_new (name, district, until));
  g_clear_pointer (&self->former_names, g_ptr_array_unref);
  self->former_names = names;
}

/**
 * ks_unit_draft_check:
 * @self: a draft
 * @error: return location
 *
 * Looks at the fields together: there is a name, and not more people are excused than there are.
 * Fails with %KS_MODEL_ERROR_INVALID and a sentence that names the field.
 *
 * Returns: whether the draft makes a unit
 */
gboolean
ks_unit_draft_check (const KsUnitDraft *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->texts[KS_UNIT_NAME] == NULL)
    return ks_field_refuse (ks_unit_field_get_label (KS_UNIT_NAME), error,
                            _ ("a unit needs a name."));
  for (guint i = 0; i < KS_N_BODIES; i++)
    if (self->staff.excused[i] > self->staff.total[i])
      return ks_field_refuse (ks_unit_field_get_label ((KsUnitField) (KS_UNIT_EXCUSED + i)), error,
                              _ ("%d cannot be excused of %d staff."), self->staff.excused[i],
                              self->staff.total[i]);
  return TRUE;
}

/**
 * ks_unit_draft_end:
 * @self: (transfer full): a draft with a name
 *
 * Returns: (transfer full): the unit
 */
KsUnit *
ks_unit_draft_end (KsUnitDraft *self)
{
  KsUnit *unit;

  g_return_val_if_fail (self != NULL, NULL);

  unit = ks_unit_new_take (self);
  g_free (self);
  return unit;
}
