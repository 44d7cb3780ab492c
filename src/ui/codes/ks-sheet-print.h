/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-pages.h"

G_BEGIN_DECLS

/* Prints pages through the print dialog, or exports them without one. */
GtkPrintOperationResult ks_sheet_print_run (KsPages *pages, GtkPrintOperationAction action,
                                            const char *export_path, GtkWindow *parent,
                                            GError **error);

G_END_DECLS
