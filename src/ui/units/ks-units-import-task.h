/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-import-units.h"

G_BEGIN_DECLS

/* The lists of an import of units, for the thread that works on them and the window that shows
 * them: one at a time. Reference counted. */
typedef struct
{
  KsCampaign *campaign;
  GArray *inputs;    /* of KsListInput, whose texts it owns */
  KsUnitsPlan *plan; /* NULL before it was looked at */
  guint failed;      /* number of the list that could not be read */
  guint sheet;       /* what ks_units_import_task_set_column() does */
  guint column;
  KsListMeaning meaning;
  char *reason;
  KsOutcome *outcome;
} KsUnitsImportTask;

KsUnitsImportTask *ks_units_import_task_new (KsCampaign *campaign);
KsUnitsImportTask *ks_units_import_task_ref (KsUnitsImportTask *self);
void ks_units_import_task_unref (KsUnitsImportTask *self);
void ks_units_import_task_add_file (KsUnitsImportTask *self, GFile *file);
void ks_units_import_task_set_block (KsUnitsImportTask *self, const char *text, GPtrArray *units,
                                     guint n_selected);
char *ks_units_import_task_dup_name (KsUnitsImportTask *self);

gboolean ks_units_import_task_look (KsJob *job, gpointer task, GError **error);
gboolean ks_units_import_task_set_column (KsJob *job, gpointer task, GError **error);
gboolean ks_units_import_task_apply (KsJob *job, gpointer task, GError **error);

G_END_DECLS
