/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-finding-figures.h"

G_BEGIN_DECLS

/* What is known of the unit of a finding, in a few figures side by side: a row of a list. */
GtkWidget *ks_finding_strip_new (const KsFinding *finding, const KsFindingFigures *figures);

G_END_DECLS
