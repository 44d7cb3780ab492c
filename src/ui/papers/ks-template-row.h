/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-form.h"
#include "ks-paper-kind.h"

G_BEGIN_DECLS

/* Whose template a paper is made from: it is saved to be changed, loaded, and given back for the
 * program's own. Signal "changed". */
#define KS_TYPE_TEMPLATE_ROW (ks_template_row_get_type ())
G_DECLARE_FINAL_TYPE (KsTemplateRow, ks_template_row, KS, TEMPLATE_ROW, AdwActionRow)

GtkWidget *ks_template_row_new (KsPaperKind kind, KsForm *form, const char *body);
const char *ks_template_row_get_body (KsTemplateRow *self);
void ks_template_row_load (KsTemplateRow *self, const char *path);

G_END_DECLS
