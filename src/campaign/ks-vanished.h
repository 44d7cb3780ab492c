/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-known-rows.h"

G_BEGIN_DECLS

/* Private to the import of answers: sheets of an earlier state of an export that a later one lacks
 * are kept, and told. */
gboolean ks_vanished_note (KsTransaction *tx, KsKnownRows *known, const char *file,
                           guint *n_vanished, gboolean *changed, GError **error);

G_END_DECLS
