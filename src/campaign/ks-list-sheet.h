/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-district-index.h"
#include "ks-encoding.h"
#include "ks-list-words.h"
#include "ks-sheet-source.h"
#include "ks-unit-matcher.h"

G_BEGIN_DECLS

/* How far down a header is looked for. */
#define KS_LIST_HEADER_WITHIN 60

/* A sheet with a list of units, as an office keeps it: titles above the header, headers of several
 * rows, headings of districts, rows that add up. */

typedef struct {
  KsListMeaning meaning;
  guint         column; /* from 0 */
  char         *title;
  char         *sample; /* of the first row with any */
  guint         n_filled;
  gboolean      unclear; /* figures without a title: nobody knows whose they are */
} KsListColumn;

/* A row of a unit. */
typedef struct {
  guint64     number;
  char      **cells; /* by column; owned by the sheet */
  guint       n_cells;
  char       *district; /* where the unit lies, as far as the sheet tells; empty else */
} KsListRow;

/* Something that does not add up, or cannot be meant. */
typedef struct {
  guint64 number;  /* of the row; 0: the whole sheet */
  int     column;  /* -1: the whole row */
  char   *message;
} KsListNote;

typedef struct {
  char      *file;
  char      *name;     /* of the sheet; empty in delimited text */
  GPtrArray *grid;     /* all rows, as they stand */
  GArray    *merges;   /* of KsMerge */
  guint      header;   /* where the header begins, in the grid; as first: there is none */
  guint      first;    /* where the rows below the header begin, in the grid */
  GPtrArray *columns;  /* of KsListColumn */
  GPtrArray *rows;     /* of KsListRow */
  GPtrArray *notes;    /* of KsListNote */
  char      *district; /* of the whole sheet, or NULL */
  guint      n_sections;
  guint      n_totals; /* rows that add up; checked, and no units */
  KsListTitleFunc read_title; /* of another kind of list; NULL: of units alone */
  gpointer   title_data;
  GPtrArray *remarks;  /* sentences on the whole sheet that were found before its rows */
  GHashTable *settled; /* set of cells in the grid whose font told what they are, while it is read */
  guint      n_converted[KS_N_ENCODINGS]; /* cells that were typed with an old font */
} KsListSheet;

KsListSheet *ks_list_sheet_read (KsSheetSource *source, guint sheet, GError **error);
void         ks_list_sheet_free (KsListSheet *self);
KsListMeaning ks_list_sheet_read_title (KsListSheet *self, const char *above, const char *title);
gboolean     ks_list_sheet_find_header (KsListSheet *self);
void         ks_list_sheet_guess_columns (KsListSheet *self, KsUnitMatcher *matcher,
                                          KsDistrictIndex *districts);
void         ks_list_sheet_read_rows (KsListSheet *self, KsDistrictIndex *districts);
int          ks_list_sheet_find_other (KsListSheet *self, guint other, KsDay day);
int          ks_list_sheet_find (KsListSheet *self, KsListRole role, KsUnitField field);
char        *ks_list_sheet_dup_place (KsListSheet *self, guint64 row, int column);
const char  *ks_list_row_get (const KsListRow *self, int column);
void         ks_list_sheet_add_note (KsListSheet *self, guint64 row, int column, char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsListSheet, ks_list_sheet_free)

G_END_DECLS
