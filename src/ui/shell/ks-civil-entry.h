/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"

G_BEGIN_DECLS

/* Hours as officers type them. */

gboolean ks_civil_entry_read_hour (const char *text, int *minutes);

G_END_DECLS
