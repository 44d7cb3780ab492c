/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-batch-table.h"

G_BEGIN_DECLS

GtkWidget *ks_batch_row_new (const KsBatch *batch);

G_END_DECLS
