/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-run.h"

G_BEGIN_DECLS

/* Private to the import of answers: which tables a file holds, and what is to be said of them. */

typedef struct {
  gint64 done_before; /* bytes of the files before this one … */
  gint64 total;       /* … and of all */
  KsJob *job;
} KsImportProgress;

/* How a file is read. */
typedef struct {
  KsEncoding encoding; /* of its text */
  GPtrArray *answers;  /* of KsRecipe: what an officer says of its headers; NULL: nobody was asked */
} KsImportReading;

gboolean ks_import_tables_look (KsCampaign *campaign, const char *path,
                                const KsImportReading *reading, const KsImportProgress *progress,
                                GPtrArray *inputs, GError **error);

G_END_DECLS
