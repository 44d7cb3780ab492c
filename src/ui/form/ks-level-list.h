/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-form.h"

G_BEGIN_DECLS

/* The options of a question, or the levels of a scale with what counts as good and poor, to be
 * edited. Signal "edited": something else is meant than was shown. */
#define KS_TYPE_LEVEL_LIST (ks_level_list_get_type ())
G_DECLARE_FINAL_TYPE (KsLevelList, ks_level_list, KS, LEVEL_LIST, GtkBox)

void      ks_level_list_show (KsLevelList *self, const KsOption *options, guint n_options,
                              gboolean ordinal, gboolean editable);
KsOption *ks_level_list_dup_options (KsLevelList *self, guint *n_options);

G_END_DECLS
