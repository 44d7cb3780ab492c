/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-shell.h"

G_BEGIN_DECLS

/* Reads a form from a file, shows what it is and what is not sure of it, and puts it in force once
 * the officer says so. */
void ks_form_import_present (KsShell *shell, GFile *file);

G_END_DECLS
