/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-tables-error.h"

G_DEFINE_QUARK (ks-tables-error-quark, ks_tables_error)
