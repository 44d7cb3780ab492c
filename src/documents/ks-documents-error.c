/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-documents-error.h"

G_DEFINE_QUARK (ks - documents - error - quark, ks_documents_error)
