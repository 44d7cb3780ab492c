/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form-table.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* What rests on the form. */
typedef struct {
  gint64   version;    /* that is in force */
  KsMoment saved;      /* when it took this state; KS_MOMENT_NONE: not known */
  gboolean in_use;     /* answers exist, or figures were given out: only the wording may change */
  KsMoment since;      /* first import; KS_MOMENT_NONE: none yet */
  gint64   n_answers;
  GArray  *versions;   /* KsFormVersion */
} KsFormUse;

KsFormUse *ks_form_use_load (KsCampaign *campaign, GError **error);
void       ks_form_use_free (KsFormUse *self);
char      *ks_form_use_describe (const KsFormUse *self);

gboolean   ks_save_form (KsCampaign *campaign, KsForm *form, const char *message,
                         KsOutcome **outcome, GError **error);
gboolean   ks_save_form_as (KsCampaign *campaign, KsForm *form, const char *action,
                            const char *file, char *message, KsOutcome **outcome, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFormUse, ks_form_use_free)

G_END_DECLS
