/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ks-recipe.h"

G_BEGIN_DECLS

/* Words of the JSON of recipes, shared by what writes and what reads it. */
extern const char *const ks_recipe_roles[KS_N_COLUMN_ROLES];
extern const char *const ks_recipe_dates[KS_N_RECIPE_DATES];

KsRecipe *ks_recipe_read (JsonObject *object, const char *where, GError **error);

G_END_DECLS
