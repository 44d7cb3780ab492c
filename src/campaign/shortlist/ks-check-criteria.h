/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-criteria.h"

G_BEGIN_DECLS

gboolean ks_check_criteria (const KsCriteria *criteria, GError **error);

G_END_DECLS
