/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet-print.h"

G_BEGIN_DECLS

typedef void (*KsPrintFunc) (GtkWidget *widget, KsSheetPrint *print);

/* A print of a page of the program. */
typedef struct
{
  const char *title; /* of the job, to be translated */
  KsPrintFunc begun; /* the first page is about to be drawn, or waits; nullable */
  KsPrintFunc ended; /* all came out, as far as the program knows; nullable */
  GDestroyNotify destroy; /* of what is printed; nullable */
} KsPrintWork;

/* Hands pages to the printer, through its dialog, which is there again after its preview; from then
 * on the print is a job like any other. The work lives as long as the program. */
void ks_print_run (GtkWidget *widget, KsPages *pages, const KsPrintWork *work, gpointer data);
gpointer ks_print_get_data (KsSheetPrint *print);

G_END_DECLS
