/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-campaign-error.h"

G_DEFINE_QUARK (ks-campaign-error-quark, ks_campaign_error)
