/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-import-responses.h"

G_BEGIN_DECLS

/* Something about a file of answers that nobody can know without asking. The answer goes into the
 * recipes of its tables. */
typedef struct _KsImportQuestion KsImportQuestion;

GPtrArray  *ks_import_questions_new (const KsImportPlan *plan, const KsImportResult *result,
                                     const KsRecipe *recipe, KsCampaign *campaign);
const char *ks_import_question_get_title (const KsImportQuestion *self);
const char *ks_import_question_get_detail (const KsImportQuestion *self);
char      **ks_import_question_list (const KsImportQuestion *self, guint *chosen);
void        ks_import_question_answer (const KsImportQuestion *self, GPtrArray *recipes,
                                       guint index);

G_END_DECLS
