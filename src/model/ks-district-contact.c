/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-district-contact.h"

#include "ks-field-text.h"
#include "ks-i18n.h"

#define MAX_TEXT 500

static const struct
{
  const char *id;
  const char *label;
} fields[KS_N_DISTRICT_FIELDS] = {
  [KS_DISTRICT_BOARD] = { "board", N_ ("Contact of the steering board") },
  [KS_DISTRICT_BOARD_PHONE] = { "board_phone", N_ ("Phone of the steering board") },
  [KS_DISTRICT_CHAIR] = { "union", N_ ("Contact of the district’s union") },
  [KS_DISTRICT_CHAIR_PHONE] = { "union_phone", N_ ("Phone of the district’s union") },
  [KS_DISTRICT_GROUP_LINK] = { "group_link", N_ ("Link of the Zalo group") },
  [KS_DISTRICT_NOTE] = { "note", N_ ("Note") },
};

/**
 * ks_district_contact_new:
 * @code: code of a district
 *
 * Returns: (transfer full): an entry that knows nobody yet
 */
KsDistrictContact *
ks_district_contact_new (const char *code)
{
  KsDistrictContact *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_new0 (KsDistrictContact, 1);
  self->code = g_strdup (code);
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    self->texts[i] = g_strdup ("");
  return self;
}

/**
 * ks_district_contact_copy:
 * @self: an entry
 *
 * Returns: (transfer full): another like it
 */
KsDistrictContact *
ks_district_contact_copy (const KsDistrictContact *self)
{
  KsDistrictContact *copy = g_new0 (KsDistrictContact, 1);

  copy->code = g_strdup (self->code);
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  return copy;
}

/**
 * ks_district_contact_free:
 * @self: (transfer full) (nullable): an entry
 */
void
ks_district_contact_free (KsDistrictContact *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * ks_district_contact_set:
 * @self: an entry
 * @field: a field
 * @text: (nullable): what it shall hold, as people type it
 * @error: return location
 *
 * Fails with %KS_MODEL_ERROR_INVALID and a sentence that names the field.
 *
 * Returns: %FALSE with @error set and the field as it was
 */
gboolean
ks_district_contact_set (KsDistrictContact *self,
                         KsDistrictField field,
                         const char *text,
                         GError **error)
{
  const char *label = ks_district_field_get_label (field);
  g_autofree char *clean = ks_field_clean (label, text, MAX_TEXT, error);

  if (clean == NULL)
    return FALSE;
  if ((field == KS_DISTRICT_BOARD_PHONE || field == KS_DISTRICT_CHAIR_PHONE)
      && !ks_field_check_phone (label, clean, error))
    return FALSE;
  if (field == KS_DISTRICT_GROUP_LINK && *clean != '\0' && !g_str_has_prefix (clean, "https://"))
    return ks_field_refuse (label, error, _ ("a link begins with https://. Copy it whole."));
  g_free (self->texts[field]);
  self->texts[field] = g_steal_pointer (&clean);
  return TRUE;
}

/**
 * ks_district_contact_is_empty:
 * @self: an entry
 *
 * Returns: whether it knows nobody
 */
gboolean
ks_district_contact_is_empty (const KsDistrictContact *self)
{
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    if (*self->texts[i] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * ks_district_field_get_id:
 * @field: a field
 *
 * Returns: (transfer none): its name in tables and on the command line
 */
const char *
ks_district_field_get_id (KsDistrictField field)
{
  g_return_val_if_fail (field < KS_N_DISTRICT_FIELDS, NULL);

  return fields[field].id;
}

/**
 * ks_district_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): what people call it, in the language of the interface
 */
const char *
ks_district_field_get_label (KsDistrictField field)
{
  g_return_val_if_fail (field < KS_N_DISTRICT_FIELDS, NULL);

  return _ (fields[field].label);
}
