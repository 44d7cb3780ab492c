/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-finding.h"

G_BEGIN_DECLS

/* Asks why the sheets of a finding must be looked at, and shows them in a window of their own: its
 * texts cannot be selected, and with the window they are gone. */
void ks_opened_window_ask (GtkWidget *widget, const KsFinding *finding);

G_END_DECLS
