/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the registry keeps of a unit beside its code; every field has a text form. Four fields in
 * a row for the four bodies, in the order of KsBody. */
typedef enum {
  KS_UNIT_NAME,
  KS_UNIT_KIND,
  KS_UNIT_DISTRICT_CODE,
  KS_UNIT_DISTRICT_NAME,
  KS_UNIT_ORDER,         /* number in the office's own order within the district; 0: none given */
  KS_UNIT_TOTAL,         /* staff of the Party committee, and of the other three behind it */
  KS_UNIT_TOTAL_LAST = KS_UNIT_TOTAL + 3,
  KS_UNIT_EXCUSED,
  KS_UNIT_EXCUSED_LAST = KS_UNIT_EXCUSED + 3,
  KS_UNIT_EXCUSED_NOTE,  /* why they are excused */
  KS_UNIT_EXCUSED_NOTE_LAST = KS_UNIT_EXCUSED_NOTE + 3,
  KS_UNIT_PART_TIME,     /* part-time workers, who are in scope only if the campaign says so */
  KS_UNIT_STAFF_SOURCE,
  KS_UNIT_STAFF_DAY,
  KS_UNIT_HEAD,          /* of the working group, and so the next four */
  KS_UNIT_PHONE,
  KS_UNIT_MEMBERS,
  KS_UNIT_TYPIST,        /* the civil servant who types reports */
  KS_UNIT_ZALO,
  KS_UNIT_FORMER_NAMES,
  KS_UNIT_LINK,
  KS_UNIT_NOTE,
} KsUnitField;
#define KS_N_UNIT_FIELDS (KS_UNIT_NOTE + 1)

typedef enum {
  KS_UNIT_FIELD_TEXT,
  KS_UNIT_FIELD_COUNT,
  KS_UNIT_FIELD_DAY,
  KS_UNIT_FIELD_NAMES,
} KsUnitFieldType;

const char     *ks_unit_field_get_id (KsUnitField field);
const char     *ks_unit_field_get_label (KsUnitField field);
KsUnitFieldType ks_unit_field_get_type (KsUnitField field);
gboolean        ks_unit_field_is_staff (KsUnitField field);
gboolean        ks_unit_field_find (const char *id, KsUnitField *field);

G_END_DECLS
