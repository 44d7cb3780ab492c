/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Included by every .c file that speaks to people: English msgids, a complete vi.po. */
#include "ks-config.h"

#include <glib/gi18n-lib.h>

/* The C library's would look in the domain of whoever has set one; xgettext knows this name. */
#undef ngettext
#define ngettext(one, many, n) g_dngettext (GETTEXT_PACKAGE, one, many, n)
