/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* What the sheet of a unit said when it was printed. */
typedef struct {
  gint64 run;
  char  *unit;
  char  *signs;
} KsPrintedSheet;

/* Sheets that left the program in one act. */
typedef struct {
  gint64   id;
  KsMoment printed;
  char    *actor;
  char    *way;       /* pdf, printer, images, pack */
  char    *layout;    /* "poster A4", "annex": sheets of one layout replace each other */
  char    *options;   /* as the PDF's keywords say them */
  char    *words;     /* digest of what all sheets of the layout share */
  gboolean complete;  /* every unit of the registry was among them */
  gint64   n_sheets;
} KsPrintRun;

void             ks_printed_sheet_free (KsPrintedSheet *self);
KsPrintedSheet  *ks_printed_sheet_new (const char *unit, const char *signs);
void             ks_print_run_free (KsPrintRun *self);

gboolean         ks_print_table_add (KsTransaction *tx, KsPrintRun *run, GPtrArray *sheets,
                                     GError **error);
GPtrArray       *ks_print_table_load (KsTransaction *tx, GError **error);
GPtrArray       *ks_print_table_load_all (KsTransaction *tx, const char *layout, GError **error);
GPtrArray       *ks_print_table_load_last (KsTransaction *tx, const char *layout, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPrintRun, ks_print_run_free)

G_END_DECLS
