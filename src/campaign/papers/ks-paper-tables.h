/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-document.h"
#include "ks-paper-material.h"

G_BEGIN_DECLS

/* A paper while it is made. */
typedef struct
{
  const KsPaperMaterial *material;
  KsDocument *document;
  KsFigureBook *book;
  double width;   /* of the text, in mm */
  guint *n_lists; /* that have a number */
} KsPaperBuild;

/* A column of a table: its share of the width, and where its cells stand. */
typedef struct
{
  const char *header;
  double weight;
  KsAlign align;
} KsPaperColumn;

typedef struct
{
  const char *sheet;   /* of a workbook */
  const char *lead;    /* above it in a workbook alone; NULL: nothing */
  const char *caption; /* NULL: none */
  const KsPaperColumn *columns;
  guint n_columns;
  gboolean numbered;
  double size;       /* 0: 12 points */
  double row_height; /* at least, in mm; 0: as high as its text */
  gboolean breaks;   /* rows are high: even a short one is broken between them */
} KsPaperGrid;

/* A table of who took part in each district. */
typedef struct
{
  const char *caption; /* NULL: none */
  const char *header;  /* of its last column */
  const char *marked;  /* which units that counts: a figure of a district, "units/low" */
  double size;         /* as of any table */
  double row_height;
} KsPaperDistrictGrid;

/* Khối cơ quan, as papers call them. */
extern const char *const ks_paper_bodies[KS_N_BODIES];

void ks_paper_begin_table (const KsPaperBuild *build, const KsPaperGrid *grid);
GPtrArray *ks_paper_row_new (void);
void ks_paper_row_add (GPtrArray *row, const char *format, ...) G_GNUC_PRINTF (2, 3);
void ks_paper_row_quote (GPtrArray *row, const char *text);
void ks_paper_end_row (const KsPaperBuild *build, KsRowKind kind, GPtrArray *row);

gboolean ks_paper_has_table (KsPaperKind paper, const char *name);
gboolean ks_paper_has_chart (KsPaperKind paper, const char *name);
void ks_paper_begin_district_table (const KsPaperBuild *build, const KsPaperDistrictGrid *grid);
void ks_paper_add_district_row (const KsPaperBuild *build,
                                const KsPaperDistrictGrid *grid,
                                const KsScope *district,
                                guint number);
void ks_paper_end_district_table (const KsPaperBuild *build, const KsPaperDistrictGrid *grid);

void ks_paper_add_table (const KsPaperBuild *build, const char *name, const char *caption);
void ks_paper_add_chart (const KsPaperBuild *build, const char *name, const char *caption);

void ks_paper_table_districts (const KsPaperBuild *build, const char *caption);
void ks_paper_table_units (const KsPaperBuild *build, const char *caption);
void ks_paper_table_low (const KsPaperBuild *build, const char *caption);
void ks_paper_table_themes (const KsPaperBuild *build, const char *caption);
void ks_paper_table_key (const KsPaperBuild *build, const char *caption);
void ks_paper_table_questions (const KsPaperBuild *build, const char *caption);
void ks_paper_table_collectives (const KsPaperBuild *build, const char *caption);
void ks_paper_table_persons (const KsPaperBuild *build, const char *caption);
void ks_paper_table_recognition (const KsPaperBuild *build, const char *caption);
void ks_paper_table_staff (const KsPaperBuild *build, const char *caption);
void ks_paper_table_answers (const KsPaperBuild *build, const char *caption);
void ks_paper_table_results (const KsPaperBuild *build, const char *caption);
void ks_paper_table_participation (const KsPaperBuild *build, const char *caption);
void ks_paper_table_scales (const KsPaperBuild *build, const char *caption);
void ks_paper_table_quotes (const KsPaperBuild *build, const char *caption);
void ks_paper_table_day_districts (const KsPaperBuild *build, const char *caption);
void ks_paper_table_day_units (const KsPaperBuild *build, const char *caption);

G_END_DECLS
