/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-pick.h"
#include "ks-units-import-item.h"

G_BEGIN_DECLS

/* What is in the lists of the import of units. */
typedef void (*KsUnitsImportFunc) (KsUnitsImportItem *item, guint index, gpointer data);

GtkListItemFactory *ks_units_import_meanings_new (KsUnitsImportFunc func, gpointer data);
GtkListItemFactory *ks_units_import_doubts_new (KsUnitsImportFunc func, gpointer data);
GtkListItemFactory *ks_units_import_sentences_new (void);

G_END_DECLS
