/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-make-paper.h"
#include "ks-pages.h"
#include "ks-paper-line.h"

G_BEGIN_DECLS

/* A paper that is laid out in a thread: what is asked, and what came of it. Counted references. */
typedef struct
{
  KsCampaign *campaign;
  KsPaperLine line;
  KsPaperWish wish;  /* its texts and settings are owned */
  guint n_pages;     /* as many as a printer was told of; 0: any */
  KsPages *pages;    /* NULL: see error, or stopped */
  KsMoment stamp;    /* of its file */
  GError *error;
} KsPaperSight;

KsPaperSight *ks_paper_sight_new (KsCampaign *campaign, KsPaperLine line, const KsPaperWish *wish);
KsPaperSight *ks_paper_sight_ref (KsPaperSight *self);
void ks_paper_sight_unref (gpointer self);
gboolean ks_paper_sight_func (KsJob *job, gpointer sight, GError **error);
gboolean ks_paper_sight_give_out_func (KsJob *job, gpointer sight, GError **error);
char *ks_paper_sight_dup_name (const KsPaperSight *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPaperSight, ks_paper_sight_unref)

G_END_DECLS
