/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-paper-private.h"

#include <string.h>

#define MAX_LEVELS 7
#define ID_WIDTH 11.0
#define MIN_TEXT_WIDTH 55.0
#define MIN_LEVEL_WIDTH 12.0
#define HEADER_PADDING 0.8
#define TEXT_PADDING 1.6
#define ROW_MARGIN 3.2
#define MIN_ROW 8.0
/* A row that is higher is no row of a table any more: its text runs on as a paragraph. */
#define MAX_ROW 90.0
#define GAP_AFTER 4.0

typedef struct {
  const KsQuestion *question;  /* the first one: its levels head the table */
  double            edges[MAX_LEVELS + 3];
  guint             n_columns;
  double            header_height;
} Grid;

static const KsStyle header_style = { .family = KS_FAMILY_SERIF, .size = 10.5, .bold = TRUE };
static const KsStyle text_style = { .family = KS_FAMILY_SERIF, .size = 12 };

static double
measure_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, ks_type_get_width (ks_type_get (), &header_style, words[i]));
  return width;
}

/* FALSE: the levels leave too little room for the text. */
static gboolean
lay_out_columns (const KsQuestion *question, Grid *grid)
{
  double x = KS_PAPER_RIGHT;

  grid->question = question;
  grid->n_columns = question->n_options + 2;
  for (guint i = question->n_options; i > 0; i--)
    {
      double word = measure_longest_word (question->options[i - 1].label);

      grid->edges[i + 2] = x;
      x -= MAX (MIN_LEVEL_WIDTH, word + 2 * HEADER_PADDING);
    }
  grid->edges[2] = x;
  grid->edges[1] = KS_PAPER_LEFT + ID_WIDTH;
  grid->edges[0] = KS_PAPER_LEFT;
  return x - grid->edges[1] >= MIN_TEXT_WIDTH;
}

static double
measure_row (const Grid *grid, const KsQuestion *question)
{
  double height = ks_paper_measure_cell (&text_style, grid->edges[2] - grid->edges[1],
                                         TEXT_PADDING, question->text);

  return MAX (MIN_ROW, height + ROW_MARGIN);
}

static double
measure_header (const Grid *grid)
{
  double height = 0;

  for (guint i = 0; i < grid->question->n_options; i++)
    height = MAX (height, ks_paper_measure_cell (&header_style,
                                                 grid->edges[i + 3] - grid->edges[i + 2],
                                                 HEADER_PADDING,
                                                 grid->question->options[i].label));
  return height + ROW_MARGIN;
}

static gboolean
fits (const Grid *grid, const KsQuestion *question)
{
  return question->ordinal && g_strcmp0 (question->scale_id, grid->question->scale_id) == 0
         && g_strcmp0 (question->section_id, grid->question->section_id) == 0
         && measure_row (grid, question) <= MAX_ROW;
}

/**
 * ks_form_grid_count:
 * @flow: the paper
 * @first: a question
 *
 * Returns: how many questions from @first on are rows of one table; 0 where they are none
 */
guint
ks_form_grid_count (KsFormFlow *flow, guint first)
{
  const KsQuestion *question = ks_form_get_question (flow->form, first);
  guint n_questions = ks_form_get_n_questions (flow->form);
  guint i = first;
  Grid grid;

  if (question->n_options > MAX_LEVELS || question->scale_id == NULL || !question->ordinal
      || !lay_out_columns (question, &grid))
    return 0;
  while (i < n_questions && fits (&grid, ks_form_get_question (flow->form, i)))
    i++;
  return i - first >= 2 ? i - first : 0;
}

static void
add_lines (KsFormFlow *flow, const Grid *grid, double height)
{
  ks_folio_add_line (flow->paper.page, KS_PAPER_LEFT, flow->paper.y, KS_PAPER_RIGHT, flow->paper.y,
                     KS_TABLE_LINE);
  ks_folio_add_line (flow->paper.page, KS_PAPER_LEFT, flow->paper.y + height, KS_PAPER_RIGHT,
                     flow->paper.y + height, KS_TABLE_LINE);
  for (guint i = 0; i <= grid->n_columns; i++)
    ks_folio_add_line (flow->paper.page, grid->edges[i], flow->paper.y, grid->edges[i],
                       flow->paper.y + height, KS_TABLE_LINE);
}

static void
add_cell (KsFormFlow *flow, const Grid *grid, const KsStyle *style, guint column, double height,
          const char *text)
{
  KsRect cell = { grid->edges[column], flow->paper.y, grid->edges[column + 1] - grid->edges[column],
                  height };
  gboolean left = column == 1 && style == &text_style;

  ks_paper_add_cell (flow->paper.page, style, left ? KS_ALIGN_LEFT : KS_ALIGN_CENTRE, &cell,
                     column == 1 ? TEXT_PADDING : HEADER_PADDING, text);
}

static void
add_header (KsFormFlow *flow, const Grid *grid)
{
  add_lines (flow, grid, grid->header_height);
  add_cell (flow, grid, &header_style, 0, grid->header_height, "Câu");
  add_cell (flow, grid, &header_style, 1, grid->header_height, "Nội dung");
  for (guint i = 0; i < grid->question->n_options; i++)
    add_cell (flow, grid, &header_style, i + 2, grid->header_height,
              grid->question->options[i].label);
  flow->paper.y += grid->header_height;
}

static void
add_row (KsFormFlow *flow, const Grid *grid, const KsQuestion *question, double height)
{
  add_lines (flow, grid, height);
  add_cell (flow, grid, &text_style, 0, height, question->id);
  add_cell (flow, grid, &text_style, 1, height, question->text);
  for (guint i = 2; i < grid->n_columns; i++)
    {
      KsRect box = { (grid->edges[i] + grid->edges[i + 1] - KS_FORM_BOX) / 2,
                     flow->paper.y + (height - KS_FORM_BOX) / 2, KS_FORM_BOX, KS_FORM_BOX };

      ks_folio_add_frame (flow->paper.page, &box, KS_FORM_BOX_LINE);
    }
  flow->paper.y += height;
}

/**
 * ks_form_grid_add:
 * @flow: the paper
 * @first: a question
 * @n_questions: what ks_form_grid_count() says of it
 *
 * Adds a table with a row per question and a box per level; its header stands on every page.
 */
void
ks_form_grid_add (KsFormFlow *flow, guint first, guint n_questions)
{
  Grid grid;

  lay_out_columns (ks_form_get_question (flow->form, first), &grid);
  grid.header_height = measure_header (&grid);
  for (guint i = first; i < first + n_questions; i++)
    {
      const KsQuestion *question = ks_form_get_question (flow->form, i);
      double height = measure_row (&grid, question);
      guint n_pages = flow->paper.pages->len;

      ks_paper_flow_keep (&flow->paper, height + (i == first ? grid.header_height : 0));
      if (i == first || flow->paper.pages->len > n_pages)
        add_header (flow, &grid);
      add_row (flow, &grid, question, height);
    }
  flow->paper.y += GAP_AFTER;
}
