/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit.h"

G_BEGIN_DECLS

/* A unit while it is being made or changed: set what differs, then end it. */
KsUnitDraft *ks_unit_draft_new (const char *code);
KsUnitDraft *ks_unit_draft_new_from (KsUnit *unit);
void         ks_unit_draft_free (KsUnitDraft *self);
gboolean     ks_unit_draft_set (KsUnitDraft *self, KsUnitField field, const char *text,
                                GError **error);
void         ks_unit_draft_restore (KsUnitDraft *self, KsUnitField field, const char *text);
void         ks_unit_draft_set_code (KsUnitDraft *self, const char *code);
char        *ks_unit_draft_dup_text (const KsUnitDraft *self, KsUnitField field);
void         ks_unit_draft_set_staff (KsUnitDraft *self, const KsStaff *staff);
void         ks_unit_draft_set_retired (KsUnitDraft *self, KsDay day);
void         ks_unit_draft_count_part_time (KsUnitDraft *self, gboolean part_time_in_scope);
void         ks_unit_draft_add_former_name (KsUnitDraft *self, const char *name,
                                            const char *district, KsDay until);
gboolean     ks_unit_draft_check (const KsUnitDraft *self, GError **error);
KsUnit      *ks_unit_draft_end (KsUnitDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsUnitDraft, ks_unit_draft_free)

G_END_DECLS
