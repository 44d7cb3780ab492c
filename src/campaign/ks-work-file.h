/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"
#include "ks-registry.h"
#include "ks-work-table.h"

G_BEGIN_DECLS

/* Tables of what working groups did, as they come from outside. */
GPtrArray *ks_read_reports (KsCsvReader *csv, KsRegistry *registry, GError **error);
GPtrArray *ks_read_posts (KsCsvReader *csv, KsRegistry *registry, GError **error);

G_END_DECLS
