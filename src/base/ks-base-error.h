/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_BASE_ERROR (ks_base_error_quark ())
GQuark ks_base_error_quark (void);

typedef enum {
  KS_BASE_ERROR_INVALID,
  KS_BASE_ERROR_FILE,
} KsBaseError;

G_END_DECLS
