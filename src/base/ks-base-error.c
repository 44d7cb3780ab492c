/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-base-error.h"

G_DEFINE_QUARK (ks-base-error-quark, ks_base_error)
