/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* What a field shall hold, as people type it. */
typedef struct {
  KsUnitField field;
  const char *text;
} KsUnitEdit;

gboolean ks_edit_unit (KsCampaign *campaign, const char *code, const KsUnitEdit *edits,
                       guint n_edits, const char *reason, KsOutcome **outcome, GError **error);
gboolean ks_add_unit (KsCampaign *campaign, const char *code, const KsUnitEdit *edits,
                      guint n_edits, KsOutcome **outcome, GError **error);
gboolean ks_retire_unit (KsCampaign *campaign, const char *code, KsDay day, const char *reason,
                         KsOutcome **outcome, GError **error);
gboolean ks_restore_unit (KsCampaign *campaign, const char *code, const char *reason,
                          KsOutcome **outcome, GError **error);
gboolean ks_staff_needs_reason (KsCampaign *campaign);
KsDay    ks_staff_get_last_day (KsCampaign *campaign);

/* For verbs, and for who fills in a form: may a new unit have this code; a unit with some fields changed, judged by all rules. */
gboolean ks_add_unit_check_code (KsRegistry *registry, const char *code, GError **error);
gboolean ks_unit_edit_check (const KsUnitEdit *edit, KsDay last_day, GError **error);
KsUnit  *ks_unit_apply_edits (KsRegistry *registry, KsDay last_day, KsUnit *unit,
                              const char *code, const KsUnitEdit *edits, guint n_edits, GError **error);

G_END_DECLS
