/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-field.h"

#include "ks-i18n.h"

typedef struct
{
  const char *id; /* column of a table, option of the command line */
  const char *label;
  KsUnitFieldType type;
} FieldInfo;

static const FieldInfo fields[KS_N_UNIT_FIELDS] = {
  [KS_UNIT_NAME] = { "name", N_ ("Name"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_KIND] = { "type", N_ ("Kind"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_DISTRICT_CODE] = { "district_code", N_ ("Code of the district"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_DISTRICT_NAME] = { "district_name", N_ ("District"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_ORDER] = { "order", N_ ("Place in the office’s own order"), KS_UNIT_FIELD_COUNT },
  [KS_UNIT_TOTAL] = { "staff_party", N_ ("Staff of the Party committee"), KS_UNIT_FIELD_COUNT },
  { "staff_government", N_ ("Staff of the People’s Committee"), KS_UNIT_FIELD_COUNT },
  { "staff_front", N_ ("Staff of the Fatherland Front"), KS_UNIT_FIELD_COUNT },
  { "staff_unions", N_ ("Staff of the organisations"), KS_UNIT_FIELD_COUNT },
  [KS_UNIT_EXCUSED] = { "excused_party", N_ ("Excused, Party committee"), KS_UNIT_FIELD_COUNT },
  { "excused_government", N_ ("Excused, People’s Committee"), KS_UNIT_FIELD_COUNT },
  { "excused_front", N_ ("Excused, Fatherland Front"), KS_UNIT_FIELD_COUNT },
  { "excused_unions", N_ ("Excused, organisations"), KS_UNIT_FIELD_COUNT },
  [KS_UNIT_EXCUSED_NOTE]
  = { "excused_note_party", N_ ("Why excused, Party committee"), KS_UNIT_FIELD_TEXT },
  { "excused_note_government", N_ ("Why excused, People’s Committee"), KS_UNIT_FIELD_TEXT },
  { "excused_note_front", N_ ("Why excused, Fatherland Front"), KS_UNIT_FIELD_TEXT },
  { "excused_note_unions", N_ ("Why excused, organisations"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_PART_TIME] = { "part_time", N_ ("Part-time commune workers"), KS_UNIT_FIELD_COUNT },
  [KS_UNIT_STAFF_SOURCE] = { "staff_source", N_ ("Source of the staff count"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_STAFF_DAY] = { "staff_day", N_ ("Day of the staff count"), KS_UNIT_FIELD_DAY },
  [KS_UNIT_HEAD] = { "head", N_ ("Head of the working group"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_PHONE] = { "phone", N_ ("Phone of the working group"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_MEMBERS] = { "members", N_ ("Members of the working group"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_TYPIST] = { "typist", N_ ("Civil servant who types data"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_ZALO] = { "zalo", N_ ("Zalo of the working group"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_FORMER_NAMES] = { "former_names", N_ ("Former names"), KS_UNIT_FIELD_NAMES },
  [KS_UNIT_LINK] = { "link", N_ ("Own link"), KS_UNIT_FIELD_TEXT },
  [KS_UNIT_NOTE] = { "note", N_ ("Note"), KS_UNIT_FIELD_TEXT },
};

/**
 * ks_unit_field_get_id:
 * @field: a field
 *
 * Returns: (transfer none): its name in tables and on the command line: "staff_party"
 */
const char *
ks_unit_field_get_id (KsUnitField field)
{
  g_return_val_if_fail (field < KS_N_UNIT_FIELDS, NULL);

  return fields[field].id;
}

/**
 * ks_unit_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): what people call it, in the language of the interface
 */
const char *
ks_unit_field_get_label (KsUnitField field)
{
  g_return_val_if_fail (field < KS_N_UNIT_FIELDS, NULL);

  return _ (fields[field].label);
}

/**
 * ks_unit_field_get_type:
 * @field: a field
 *
 * Returns: what its text holds
 */
KsUnitFieldType
ks_unit_field_get_type (KsUnitField field)
{
  g_return_val_if_fail (field < KS_N_UNIT_FIELDS, KS_UNIT_FIELD_TEXT);

  return fields[field].type;
}

/**
 * ks_unit_field_is_staff:
 * @field: a field
 *
 * Returns: whether N, the staff in scope, rests on it
 */
gboolean
ks_unit_field_is_staff (KsUnitField field)
{
  return (field >= KS_UNIT_TOTAL && field <= KS_UNIT_EXCUSED_LAST) || field == KS_UNIT_PART_TIME;
}

/**
 * ks_unit_field_find:
 * @id: a name as ks_unit_field_get_id() gives it
 * @field: (out): the field
 *
 * Returns: %FALSE, with @field untouched, if there is no such field
 */
gboolean
ks_unit_field_find (const char *id, KsUnitField *field)
{
  g_return_val_if_fail (id != NULL && field != NULL, FALSE);

  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    if (g_str_equal (fields[i].id, id))
      {
        *field = (KsUnitField) i;
        return TRUE;
      }
  return FALSE;
}
