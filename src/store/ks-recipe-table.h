/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-recipe.h"
#include "ks-store.h"
#include "ks-time.h"

G_BEGIN_DECLS

GPtrArray *ks_recipe_table_load (KsTransaction *tx, GError **error);
gboolean   ks_recipe_table_save (KsTransaction *tx, const KsRecipe *recipe, KsMoment used,
                                 GError **error);
gboolean   ks_recipe_table_save_list (KsTransaction *tx, GPtrArray *recipes, KsMoment used,
                                      GError **error);

G_END_DECLS
