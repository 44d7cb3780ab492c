/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Which row of its figures a row of a list shows. */
#define KS_TYPE_FIGURE_INDEX (ks_figure_index_get_type ())
G_DECLARE_FINAL_TYPE (KsFigureIndex, ks_figure_index, KS, FIGURE_INDEX, GObject)

KsFigureIndex *ks_figure_index_new (guint index);
guint ks_figure_index_get (KsFigureIndex *self);

G_END_DECLS
