/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-encoding-question.h"
#include "ks-import-responses.h"

G_BEGIN_DECLS

/* What files of answers are and would bring, found out in a thread; and their import, in one step.
 * Counted by references: the thread and the window hold it at once, and the window reads it only
 * after the job has ended. */
typedef struct {
  KsCampaign     *campaign;
  GPtrArray      *paths;   /* of char *, up to a NULL */
  GArray         *encodings; /* of KsEncoding: what the text of each is in, where somebody chose */
  KsEncodingQuestion *question; /* what has to be chosen before, or NULL; … */
  guint           asked;     /* … of which file */
  GPtrArray      *plans;   /* of KsImportPlan: their tables */
  GPtrArray      *recipes; /* of KsRecipe: how they are read; what is said is said in them */
  GPtrArray      *results; /* of KsImportResult: what each table would bring … */
  KsImportResult *result;  /* … and all together */
  char           *refusal; /* why what was said last is not taken, or NULL */
  KsOutcome      *outcome;
} KsImportTask;

KsImportTask *ks_import_task_new (KsCampaign *campaign, GPtrArray *files);
guint         ks_import_task_get_n_files (const KsImportTask *self);
void          ks_import_task_choose (KsImportTask *self, KsEncoding encoding);
KsImportTask *ks_import_task_ref (KsImportTask *self);
void          ks_import_task_unref (KsImportTask *self);

/* KsJobFunc, with a task as data. */
gboolean      ks_import_task_look (KsJob *job, gpointer task, GError **error);
gboolean      ks_import_task_import (KsJob *job, gpointer task, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsImportTask, ks_import_task_unref)

G_END_DECLS
