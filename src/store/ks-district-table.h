/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-district-contact.h"
#include "ks-store.h"

G_BEGIN_DECLS

GPtrArray *ks_district_table_load (KsTransaction *tx, GError **error);
gboolean   ks_district_table_save (KsTransaction *tx, const KsDistrictContact *contact,
                                   GError **error);

G_END_DECLS
