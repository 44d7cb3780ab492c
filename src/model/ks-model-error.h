/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_MODEL_ERROR (ks_model_error_quark ())
GQuark ks_model_error_quark (void);

typedef enum {
  KS_MODEL_ERROR_INVALID,
} KsModelError;

G_END_DECLS
