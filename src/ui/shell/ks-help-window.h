/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The order of the work, on one page. */
void ks_help_window_present (GtkWindow *parent);

G_END_DECLS
