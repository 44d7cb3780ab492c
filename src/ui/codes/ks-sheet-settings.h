/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-print-sheets.h"

G_BEGIN_DECLS

/* Which sheets are wanted: layout, units and what the layout can be asked. Signal "changed": the person chose
 * otherwise. */
#define KS_TYPE_SHEET_SETTINGS (ks_sheet_settings_get_type ())
G_DECLARE_FINAL_TYPE (KsSheetSettings, ks_sheet_settings, KS, SHEET_SETTINGS, AdwBin)

void     ks_sheet_settings_set_registry (KsSheetSettings *self, KsRegistry *registry);
gboolean ks_sheet_settings_select (KsSheetSettings *self, const char *code);
KsLayout ks_sheet_settings_get_layout (KsSheetSettings *self);
void     ks_sheet_settings_set_layout (KsSheetSettings *self, KsLayout layout);
gboolean ks_sheet_settings_get_packs (KsSheetSettings *self);
char   **ks_sheet_settings_dup_districts (KsSheetSettings *self);
void     ks_sheet_settings_go_on (KsSheetSettings *self, GPtrArray *missing, gboolean in_order);
KsPictureFormat ks_sheet_settings_get_format (KsSheetSettings *self);
void     ks_sheet_settings_fill_choice (KsSheetSettings *self, KsSheetChoice *choice);

const char *ks_layout_get_title (KsLayout layout);
const char *ks_layout_get_file_name (KsLayout layout);

G_END_DECLS
