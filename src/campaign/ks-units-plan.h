/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-edit-unit.h"
#include "ks-encoding-question.h"
#include "ks-list-sheet.h"

G_BEGIN_DECLS

/* What lists of units would change in the registry, before anything is written. Any thread may
 * make one; afterwards it belongs to one thread at a time. */

typedef enum {
  KS_PLAN_SURE,    /* the row means one unit */
  KS_PLAN_NEW,     /* a unit that the registry has not */
  KS_PLAN_BACK,    /* a unit out of use that comes back, as a person said */
  KS_PLAN_ASK,     /* a person must say which unit, or skip the row */
  KS_PLAN_SKIPPED, /* a person said so */
} KsPlanState;

typedef struct {
  KsUnitField field;
  char       *before; /* empty: nothing was there */
  char       *after;
} KsPlanChange;

typedef struct {
  guint        sheet;  /* number of its sheet */
  guint64      number; /* of the row in it */
  const KsListRow *row;
  char        *given;  /* the unit as the row writes it */
  KsMatch      match;
  KsUnit      *retired; /* the unit out of use that it seems to mean; NULL: none */
  KsPlanState  state;
  gboolean     decided; /* by a person */
  char        *code;   /* of the unit that it means; NULL while none is */
  KsUnit      *before; /* NULL: new */
  KsUnit      *after;  /* NULL: nothing of the row can be taken */
  GPtrArray   *changes; /* of KsPlanChange */
  gboolean     jumps;  /* its staff changes by more than half */
  char        *fault;  /* what is wrong with it, with its place; NULL: nothing */
  char        *doubt;  /* why a person is asked; NULL if nobody is */
} KsPlanRow;

typedef struct {
  guint rows, changed, same, added, restored, asked, skipped, faults, jumps, absent;
} KsPlanCounts;

typedef struct _KsUnitsPlan KsUnitsPlan;

KsUnitsPlan *ks_units_plan_new (KsRegistry *registry);
void         ks_units_plan_set_last_day (KsUnitsPlan *self, KsDay day);
void         ks_units_plan_set_titles (KsUnitsPlan *self, KsListTitleFunc read_title,
                                       gpointer data, const char *needed);
KsUnitsPlan *ks_units_plan_ref (KsUnitsPlan *self);
void         ks_units_plan_unref (KsUnitsPlan *self);
gboolean     ks_units_plan_add (KsUnitsPlan *self, KsSheetSource *source, KsEncoding encoding,
                                GError **error);
gboolean     ks_units_plan_add_block (KsUnitsPlan *self, const char *text, GPtrArray *units,
                                      guint n_selected, GError **error);
void         ks_units_plan_match (KsUnitsPlan *self);

GPtrArray   *ks_units_plan_get_sheets (KsUnitsPlan *self); /* of KsListSheet */
GPtrArray   *ks_units_plan_get_rows (KsUnitsPlan *self);   /* of KsPlanRow */
GPtrArray   *ks_units_plan_dup_notes (KsUnitsPlan *self);  /* of sentences */
KsRegistry  *ks_units_plan_get_registry (KsUnitsPlan *self);
KsEncodingQuestion *ks_units_plan_get_question (KsUnitsPlan *self);
GPtrArray   *ks_units_plan_dup_absent (KsUnitsPlan *self); /* of KsUnit */
gboolean     ks_units_plan_changes_staff (KsUnitsPlan *self);
const char  *ks_units_plan_get_first_fault (KsUnitsPlan *self);
void         ks_units_plan_count (KsUnitsPlan *self, KsPlanCounts *counts);
void         ks_units_plan_set_column (KsUnitsPlan *self, guint sheet, guint column,
                                       KsListMeaning meaning);
void         ks_units_plan_choose (KsUnitsPlan *self, guint row, KsUnit *unit);
gboolean     ks_units_plan_restore (KsUnitsPlan *self, guint row);
void         ks_units_plan_skip (KsUnitsPlan *self, guint row);
void         ks_units_plan_ask (KsUnitsPlan *self, guint row);
void         ks_units_plan_skip_doubtful (KsUnitsPlan *self);

gboolean     ks_units_plan_check_decided (KsUnitsPlan *self, GError **error);
gboolean     ks_units_plan_apply (KsUnitsPlan *self, KsCampaign *campaign, const char *reason,
                                  KsJob *job, KsOutcome **outcome, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsUnitsPlan, ks_units_plan_unref)

G_END_DECLS
