/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-task.h"

G_BEGIN_DECLS

/* Files that are read alike: what is said of one holds for all of them, and for no other. */
typedef struct
{
  GPtrArray *plans;       /* of KsImportPlan: their tables, borrowed from the task */
  GPtrArray *recipes;     /* of KsRecipe: how they are read, borrowed likewise */
  KsImportResult *result; /* what they would bring together */
  char *files;            /* their names, for people; NULL where all files are of the group */
} KsImportGroup;

GPtrArray *ks_import_groups_new (const KsImportTask *task);
const KsImportPlan *ks_import_group_get_doubtful (const KsImportGroup *self);

G_END_DECLS
