/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-run.h"

G_BEGIN_DECLS

/* Private to the import of answers: which tables files hold, and what is to be said of them. */

/* How a file is read. */
typedef struct {
  KsEncoding encoding; /* of its text … */
  const KsEncoding *encodings; /* … or of each file; NULL: all alike */
  GPtrArray *answers;  /* of KsRecipe: what an officer says of its headers; NULL: nobody was asked */
  gboolean   glance;   /* first rows that leave no doubt stand for all; taking them in shows it */
} KsImportReading;

GPtrArray *ks_import_tables_look (KsCampaign *campaign, const char *const *paths,
                                  const KsImportReading *reading, KsJob *job, GError **error);

G_END_DECLS
