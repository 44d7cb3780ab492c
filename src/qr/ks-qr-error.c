/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-qr-error.h"

G_DEFINE_QUARK (ks-qr-error-quark, ks_qr_error)
