/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_DOCUMENTS_ERROR (ks_documents_error_quark ())
GQuark ks_documents_error_quark (void);

typedef enum {
  KS_DOCUMENTS_ERROR_FIGURE,  /* a number that has no account, or a mark that cannot be read */
  KS_DOCUMENTS_ERROR_TABLE,   /* nothing to write, or more columns than a page has room for */
  KS_DOCUMENTS_ERROR_FILE,
} KsDocumentsError;

G_END_DECLS
