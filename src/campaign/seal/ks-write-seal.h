/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-outcome.h"
#include "ks-seal-paper.h"

G_BEGIN_DECLS

/* Niêm phong hồ sơ số liệu: a public file that tells whether figures were changed since, and an
 * archive from which they can be made anew. */
gboolean ks_write_seal (KsCampaign *campaign,
                        const char *path,
                        const char *archive_path,
                        GPtrArray *papers,
                        KsJob *job,
                        KsOutcome **outcome,
                        GError **error);

G_END_DECLS
