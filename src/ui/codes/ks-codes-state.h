/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-print-runs.h"

G_BEGIN_DECLS

/* What the page shows of a campaign, as it was at one moment: worked out in a thread, for it costs
 * more than a frame where there are many units. */
typedef struct
{
  /* What is asked. */
  KsCampaign *campaign;
  KsSheetChoice choice;
  gboolean with_pages; /* somebody looks at the page */

  /* What is found. */
  KsPages *pages;      /* NULL: there is nothing to show */
  GError *error;       /* why */
  double margin_mm;    /* what the printer leaves white of them */
  guint n_links;
  gboolean is_scanned; /* a code of these links was tried with a phone */
  gboolean is_proven;  /* all codes were read back */
  KsMoment proven;
  guint n_proven;
  GPtrArray *reprints;  /* of KsReprint, for every layout that was printed */
  GError *again_error;  /* why they are not known */
  const KsReprint *due; /* the one to do first; of reprints; NULL: all sheets hold */
  KsPages *pages_again; /* of those that are due; NULL: none can be printed */
  GError *due_error;    /* why */
} KsCodesState;

KsCodesState *ks_codes_state_new (KsCampaign *campaign, gboolean with_pages);
void          ks_codes_state_free (KsCodesState *self);
void          ks_codes_state_work_out (KsCodesState *self, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCodesState, ks_codes_state_free)

G_END_DECLS
