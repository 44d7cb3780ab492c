/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-job.h"

G_BEGIN_DECLS

/* Private to seals: pieces of work one after the other, each a job of its own that counts on where
 * the one before ended. */
typedef struct
{
  KsJob *job; /* NULL: nobody is told */
  guint n_stages;
  guint stage; /* that is at work, from 1 */
  KsJob *piece;
  gint64 done; /* as far as was told */
} KsSealStages;

KsJob *ks_seal_stages_next (KsSealStages *self);
void ks_seal_stages_clear (KsSealStages *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsSealStages, ks_seal_stages_clear)

G_END_DECLS
