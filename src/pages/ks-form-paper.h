/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-form.h"
#include "ks-pages.h"

G_BEGIN_DECLS

/* The form on paper, as somebody fills it in by hand. */
KsPages *ks_form_pages_new (KsForm *form, const KsCampaignInfo *info, GError **error);

G_END_DECLS
