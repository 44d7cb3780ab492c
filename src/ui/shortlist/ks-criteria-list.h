/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-shortlist.h"

G_BEGIN_DECLS

/* The criteria with their points and how a unit earns them; also the legend of the bars. */
#define KS_TYPE_CRITERIA_LIST (ks_criteria_list_get_type ())
G_DECLARE_FINAL_TYPE (KsCriteriaList, ks_criteria_list, KS, CRITERIA_LIST, GtkBox)

void ks_criteria_list_set_criteria (KsCriteriaList *self, GPtrArray *criteria);

G_END_DECLS
