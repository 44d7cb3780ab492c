/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include "ks-number.h"

/* By the word that templates have for them. A table stands in papers alone whose figures it asks
 * for. */
static const struct
{
  const char *name;
  guint papers;
  void (*add) (const KsPaperBuild *build, const char *caption);
} tables[] = {
  { "districts", KS_PAPERS_OF_ANSWERS, ks_paper_table_districts },
  { "units", KS_PAPERS_OF_UNITS, ks_paper_table_units },
  { "low", KS_PAPERS_OF_UNITS, ks_paper_table_low },
  { "themes", KS_PAPERS_OF_ANSWERS, ks_paper_table_themes },
  { "key", KS_PAPERS_OF_ANSWERS, ks_paper_table_key },
  { "questions", KS_PAPERS_OF_ANSWERS, ks_paper_table_questions },
  { "collectives", KS_PAPERS_OF_RESULTS, ks_paper_table_collectives },
  { "persons", KS_PAPERS_OF_RESULTS, ks_paper_table_persons },
  { "recognition", KS_PAPER_BIT (KS_PAPER_RECOGNITION), ks_paper_table_recognition },
  { "staff", KS_PAPER_BIT (KS_PAPER_UNIT), ks_paper_table_staff },
  { "answers", KS_PAPER_BIT (KS_PAPER_UNIT), ks_paper_table_answers },
  { "results", KS_PAPER_BIT (KS_PAPER_UNIT), ks_paper_table_results },
  { "participation", KS_PAPERS_OF_RESULTS, ks_paper_table_participation },
  { "scales", KS_PAPERS_OF_ANSWERS, ks_paper_table_scales },
  { "quotes", KS_PAPERS_OF_ANSWERS, ks_paper_table_quotes },
  { "districts", KS_PAPER_BIT (KS_PAPER_BRIEF), ks_paper_table_day_districts },
  { "units", KS_PAPER_BIT (KS_PAPER_DISTRICT), ks_paper_table_day_units },
};

static gboolean
is_table (guint index, KsPaperKind paper, const char *name)
{
  return g_str_equal (tables[index].name, name)
         && (tables[index].papers & KS_PAPER_BIT (paper)) != 0;
}

/**
 * ks_paper_has_table:
 * @paper: a paper that is made from a template
 * @name: what templates call a table
 *
 * Returns: whether the paper may have it
 */
gboolean
ks_paper_has_table (KsPaperKind paper, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_table (i, paper, name))
      return TRUE;
  return FALSE;
}

/**
 * ks_paper_add_table:
 * @build: a paper
 * @name: what templates call a table
 * @caption: above it; empty: none
 *
 * Adds a table, if the paper has it.
 */
void
ks_paper_add_table (const KsPaperBuild *build, const char *name, const char *caption)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_table (i, build->material->kind, name))
      tables[i].add (build, caption != NULL && *caption != '\0' ? caption : NULL);
}

/**
 * ks_paper_begin_table:
 * @build: a paper
 * @grid: a table
 *
 * Begins a table that is as wide as the text.
 */
void
ks_paper_begin_table (const KsPaperBuild *build, const KsPaperGrid *grid)
{
  g_autofree double *widths = g_new (double, grid->n_columns);
  g_autofree KsAlign *aligns = g_new (KsAlign, grid->n_columns);
  g_autofree const char **header = g_new (const char *, grid->n_columns);
  double sum = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    sum += grid->columns[i].weight;
  for (guint i = 0; i < grid->n_columns; i++)
    {
      widths[i] = grid->columns[i].weight / sum * build->width;
      aligns[i] = grid->columns[i].align;
      header[i] = grid->columns[i].header;
    }
  ks_document_begin_table (build->document, &(KsDocumentTable){
                                                .sheet = grid->sheet,
                                                .lead = grid->lead,
                                                .caption = grid->caption,
                                                .n_columns = grid->n_columns,
                                                .widths = widths,
                                                .aligns = aligns,
                                                .header = header,
                                                .numbered = grid->numbered,
                                                .size = grid->size,
                                                .row_height = grid->row_height,
                                                .breaks = grid->breaks,
                                            });
}

/**
 * ks_paper_row_new:
 *
 * Returns: (transfer full): a row without cells
 */
GPtrArray *
ks_paper_row_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/**
 * ks_paper_row_add:
 * @row: a row
 * @format: of a cell, as papers mark their texts
 * @...: for @format
 */
void
ks_paper_row_add (GPtrArray *row, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (row, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * ks_paper_row_quote:
 * @row: a row
 * @text: a cell whose digits are no figures
 */
void
ks_paper_row_quote (GPtrArray *row, const char *text)
{
  g_ptr_array_add (row, ks_document_quote (text));
}

/**
 * ks_paper_end_row:
 * @build: a paper
 * @kind: of the row
 * @row: (transfer full): its cells
 */
void
ks_paper_end_row (const KsPaperBuild *build, KsRowKind kind, GPtrArray *row)
{
  ks_document_add_row (build->document, kind, (const char *const *)row->pdata, row->len);
  g_ptr_array_unref (row);
}
