/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pages-error.h"

G_DEFINE_QUARK (ks-pages-error-quark, ks_pages_error)
