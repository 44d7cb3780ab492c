/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include "ks-number.h"

#define OF(paper) (1u << (paper))

/* By the word that templates have for them; papers of the day have tables of their own. */
static const struct
{
  const char *name;
  gboolean answers; /* it tells what was answered */
  void (*add) (const KsPaperBuild *build, const char *caption);
  guint day; /* a bit for each paper of the day that has it; 0: all others have */
} tables[] = {
  { "districts", FALSE, ks_paper_table_districts },
  { "units", FALSE, ks_paper_table_units },
  { "low", FALSE, ks_paper_table_low },
  { "themes", TRUE, ks_paper_table_themes },
  { "key", TRUE, ks_paper_table_key },
  { "questions", TRUE, ks_paper_table_questions },
  { "collectives", FALSE, ks_paper_table_collectives },
  { "persons", FALSE, ks_paper_table_persons },
  { "recognition", FALSE, ks_paper_table_recognition },
  { "staff", FALSE, ks_paper_table_staff },
  { "answers", FALSE, ks_paper_table_answers },
  { "results", TRUE, ks_paper_table_results },
  { "participation", FALSE, ks_paper_table_participation },
  { "scales", TRUE, ks_paper_table_scales },
  { "quotes", TRUE, ks_paper_table_quotes },
  { "districts", FALSE, ks_paper_table_day_districts, OF (KS_PAPER_BRIEF) },
  { "units", FALSE, ks_paper_table_day_units, OF (KS_PAPER_DISTRICT) },
};

static gboolean
is_table (guint index, KsPaperKind paper, const char *name)
{
  guint day = ks_paper_kind_has (paper, KS_PAPER_OF_A_MOMENT) ? OF (paper) : 0;

  return g_str_equal (tables[index].name, name)
         && (day != 0 ? (tables[index].day & day) != 0 : tables[index].day == 0);
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
 * Adds a table; a paper that tells of no answer has none of those that do.
 */
void
ks_paper_add_table (const KsPaperBuild *build, const char *name, const char *caption)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_table (i, build->material->kind, name)
        && !(tables[i].answers && build->material->given == NULL))
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
  ks_document_add_row (build->document, kind, (const char *const *)row->pdata);
  g_ptr_array_unref (row);
}
