/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-make-paper.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* What is written of all papers. */
typedef struct
{
  gboolean docx;
  gboolean pdf;
  gboolean xlsx;
  gboolean districts; /* the table of each district too */
  gboolean units;     /* the account of each unit too */
  guint draft;        /* of papers that are drafted: DỰ THẢO LẦN …; 0: none */
  gboolean internal;  /* and: LƯU HÀNH NỘI BỘ */
  const char *previous; /* campaign file that the report compares with; NULL: none */
} KsPapersChoice;

gboolean ks_write_papers (KsCampaign *campaign,
                          const KsPapersChoice *choice,
                          const char *folder,
                          KsJob *job,
                          KsOutcome **outcome,
                          GError **error);

G_END_DECLS
