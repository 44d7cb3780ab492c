/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_STORE_ERROR (ks_store_error_quark ())
GQuark ks_store_error_quark (void);

typedef enum {
  KS_STORE_ERROR_OPEN,
  KS_STORE_ERROR_NOT_OURS,
  KS_STORE_ERROR_DAMAGED,
  KS_STORE_ERROR_NEWER,
  KS_STORE_ERROR_READ_ONLY,
  KS_STORE_ERROR_HELD,
  KS_STORE_ERROR_FULL,
  KS_STORE_ERROR_FAILED,
} KsStoreError;

G_END_DECLS
