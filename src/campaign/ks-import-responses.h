/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-encoding.h"
#include "ks-import-look.h"
#include "ks-import-result.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

KsImportResult *ks_import_responses (KsCampaign *campaign, const char *path, gboolean dry_run,
                                     KsJob *job, KsOutcome **outcome, GError **error);
KsImportResult *ks_import_answered (KsCampaign *campaign, const char *path, GPtrArray *answers,
                                    gboolean dry_run, KsJob *job, KsOutcome **outcome,
                                    GError **error);
GPtrArray      *ks_import_files_answered (KsCampaign *campaign, const char *const *paths,
                                          const KsEncoding *encodings, GPtrArray *answers,
                                          gboolean dry_run, KsJob *job, KsOutcome **outcome,
                                          GError **error);
GPtrArray      *ks_import_files (KsCampaign *campaign, const char *const *paths,
                                 KsEncoding encoding, gboolean dry_run, KsJob *job,
                                 KsOutcome **outcome, GError **error);

G_END_DECLS
