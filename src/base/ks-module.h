/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parts of the program that bring large libraries with them, each behind a table of functions: they
 * are loaded when they are needed, so that no other start waits for them. */
typedef gconstpointer (*KsModuleFunc) (void);

gconstpointer ks_module_get (const char *name, const char *symbol);

G_END_DECLS
