/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-former-name.h"
#include "ks-unit-field.h"

G_BEGIN_DECLS

/* The four bodies of a commune's office, each with its own staff. */
typedef enum {
  KS_BODY_PARTY,
  KS_BODY_GOVERNMENT,
  KS_BODY_FRONT,
  KS_BODY_UNIONS,
} KsBody;
#define KS_N_BODIES 4

typedef struct {
  int total[KS_N_BODIES];
  int excused[KS_N_BODIES];
} KsStaff;

/* What a unit is made of while it is made or changed: see ks-unit-draft.h. */
typedef struct _KsUnitDraft KsUnitDraft;

/* A commune, ward or township of the registry: an immutable snapshot.
 * Properties for tables: code, name, kind, district-name, staff (N in scope), staff-party,
 * staff-government, staff-front, staff-unions, excused, rank, office-rank, search-key. */
#define KS_TYPE_UNIT (ks_unit_get_type ())
G_DECLARE_FINAL_TYPE (KsUnit, ks_unit, KS, UNIT, GObject)

KsUnit        *ks_unit_new (const char *code, const char *name, const char *kind,
                            const char *district_code, const char *district_name,
                            const KsStaff *staff, const char *link);
const char    *ks_unit_get_code (KsUnit *self);
const char    *ks_unit_get_name (KsUnit *self);
const char    *ks_unit_get_bare_name (KsUnit *self);
const char    *ks_unit_get_kind (KsUnit *self);
const char    *ks_unit_get_district_code (KsUnit *self);
const char    *ks_unit_get_district_name (KsUnit *self);
const char    *ks_unit_get_link (KsUnit *self);
const KsStaff *ks_unit_get_staff (KsUnit *self);
int            ks_unit_get_staff_in_scope (KsUnit *self);
int            ks_unit_get_excused (KsUnit *self);
int            ks_unit_get_order (KsUnit *self);
KsDay          ks_unit_get_staff_day (KsUnit *self);
KsDay          ks_unit_get_retired (KsUnit *self);
GPtrArray     *ks_unit_get_former_names (KsUnit *self);
const char    *ks_unit_get_text (KsUnit *self, KsUnitField field);
char          *ks_unit_dup_text (KsUnit *self, KsUnitField field);
gboolean       ks_unit_equal (KsUnit *self, KsUnit *other);
const char    *ks_unit_get_search_key (KsUnit *self);
guint          ks_unit_get_index (KsUnit *self);
guint          ks_unit_get_rank (KsUnit *self);
const char    *ks_unit_skip_kind (const char *name);
char          *ks_unit_dup_running_name (const char *name);
char          *ks_units_join_names (GPtrArray *units);

G_END_DECLS
