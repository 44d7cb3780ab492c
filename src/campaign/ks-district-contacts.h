/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-district-contact.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

KsDistrictContact *ks_district_contact_load (KsCampaign *campaign, const char *code,
                                             GError **error);
gboolean           ks_set_district_contact (KsCampaign *campaign, const KsDistrictContact *contact,
                                            KsOutcome **outcome, GError **error);

G_END_DECLS
