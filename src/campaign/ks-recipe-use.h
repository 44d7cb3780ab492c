/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-reader.h"

G_BEGIN_DECLS

/* Private to the import of answers: what a recipe, kept or just given by an officer, says of a
 * file goes before what the file says by itself. */

void      ks_recipe_use_begin (KsResponseReader *reader, const KsRow *header);
void      ks_recipe_use_settle_zone (KsResponseReader *reader);
void      ks_recipe_use_settle_dates (KsResponseReader *reader);
gboolean  ks_recipe_use_settles (const KsResponseReader *reader, KsColumnRole role);
KsUnit   *ks_recipe_use_find_unit (const KsResponseReader *reader, const char *given);
void      ks_recipe_use_finish (const KsResponseReader *reader, KsImportPlan *plan);

G_END_DECLS
