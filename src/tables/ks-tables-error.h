/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_TABLES_ERROR (ks_tables_error_quark ())
GQuark ks_tables_error_quark (void);

typedef enum {
  KS_TABLES_ERROR_FORMAT,
  KS_TABLES_ERROR_ENCODING,
  KS_TABLES_ERROR_LIMIT,
} KsTablesError;

G_END_DECLS
