/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-form.h"
#include "ks-recipe.h"

G_BEGIN_DECLS

/* What a column of a file of answers can be, as the choices of a list: not used, time, unit, number,
 * then each question; of a question with several answers each option as well. */

char  *ks_import_role_dup_label (KsColumnRole role, const char *question_id, guint choice,
                                 KsForm *form);
char **ks_import_roles_list (KsForm *form);
guint  ks_import_roles_find (KsForm *form, const KsRecipeColumn *column);
void   ks_import_roles_say (KsForm *form, KsRecipe *recipe, guint column, guint role);

G_END_DECLS
