/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-step-table.h"

G_BEGIN_DECLS

/* What was done for districts and units before the day. Writing a pack is not sending it: all of it
 * is put on record by hand. */

GPtrArray  *ks_steps_load (KsCampaign *campaign, GError **error);
GHashTable *ks_steps_index (GPtrArray *steps, KsStepKind kind);
gboolean    ks_set_steps (KsCampaign *campaign, KsStepKind kind, const char *const *codes,
                          gboolean done, KsOutcome **outcome, GError **error);

/* A block of names or codes, a line each, as it is pasted from Zalo or from a sheet. */
typedef struct {
  GPtrArray *codes;    /* of char *: what was recognised for certain, each once */
  GPtrArray *unknown;  /* of char *: lines that mean nobody for certain */
} KsStepLines;

KsStepLines *ks_step_lines_read (KsCampaign *campaign, KsStepKind kind, const char *text);
void         ks_step_lines_free (KsStepLines *self);
char        *ks_steps_dup_missing (KsCampaign *campaign, KsStepKind kind, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsStepLines, ks_step_lines_free)

G_END_DECLS
