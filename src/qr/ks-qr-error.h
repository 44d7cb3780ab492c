/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_QR_ERROR (ks_qr_error_quark ())
GQuark ks_qr_error_quark (void);

typedef enum {
  KS_QR_ERROR_TEXT,
  KS_QR_ERROR_LINK,
  KS_QR_ERROR_PROOF,
} KsQrError;

G_END_DECLS
