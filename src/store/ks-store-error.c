/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-store-error.h"

G_DEFINE_QUARK (ks-store-error-quark, ks_store_error)
