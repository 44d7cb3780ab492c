/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button of a header bar with an icon and a label, which in a narrow window becomes its tooltip.
 * Properties "icon" (a name), "text" and "narrow". */
#define KS_TYPE_HEADER_BUTTON (ks_header_button_get_type ())
G_DECLARE_FINAL_TYPE (KsHeaderButton, ks_header_button, KS, HEADER_BUTTON, GtkButton)

G_END_DECLS
