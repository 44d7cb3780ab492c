/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include <stdlib.h>
#include <string.h>

#include "ks-paper-figures.h"
#include "ks-quote.h"

/* Answers to the questions, and what was written to the open ones. */

#define LEFT KS_ALIGN_LEFT
#define CENTRE KS_ALIGN_CENTRE
#define TEXT_WEIGHT 50.0
#define LEVEL_WEIGHT 18.0

static KsForm *
get_form (const KsPaperBuild *build)
{
  return ks_results_get_form (build->material->given);
}

/* A heading over a column breaks where it can. */
static char *
dup_header (const char *label)
{
  g_autofree char *text = g_strdup (label);
  glong length = g_utf8_strlen (text, -1);
  char *best = NULL;
  glong best_gap = G_MAXLONG;
  glong at = 0;

  for (char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    if (*p == ' ' && labs (2 * at - length) < best_gap)
      {
        best = p;
        best_gap = labs (2 * at - length);
      }
  if (best != NULL && length > 9)
    *best = '\n';
  return ks_document_quote (text);
}

/* The options of a question as columns, and the sum. */
static void
begin_levels (const KsPaperBuild *build,
              const KsQuestion *question,
              const char *first,
              const char *sheet,
              const char *caption)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (KsPaperColumn));
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  double weight = *first == 'M' ? LEVEL_WEIGHT : TEXT_WEIGHT;
  KsPaperGrid grid = { .sheet = sheet, .caption = caption, .size = 11 };

  g_array_append_val (columns, ((KsPaperColumn){ first, weight, LEFT }));
  for (guint i = 0; i < question->n_options; i++)
    {
      g_ptr_array_add (headers, dup_header (question->options[i].label));
      g_array_append_val (columns, ((KsPaperColumn){ headers->pdata[i], LEVEL_WEIGHT, CENTRE }));
    }
  g_array_append_val (columns, ((KsPaperColumn){ "Cộng", LEVEL_WEIGHT, CENTRE }));
  grid.columns = (const KsPaperColumn *)(gconstpointer)columns->data;
  grid.n_columns = columns->len;
  ks_paper_begin_table (build, &grid);
}

static void
add_levels (const KsPaperBuild *build,
            const KsQuestion *question,
            const char *name,
            const char *share)
{
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_quote (row, name);
  for (guint i = 0; i < question->n_options; i++)
    ks_paper_row_add (row, "{question/%s/level/%u%s}", question->id, i + 1, share);
  if (*share == '\0')
    ks_paper_row_add (row, "{question/%s/answered}", question->id);
  else
    ks_paper_row_add (row, "{question/%s/levels/share}", question->id);
  ks_paper_end_row (build, KS_ROW_PLAIN, row);
}

/**
 * ks_paper_table_key:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds the answers to the form's key question.
 */
void
ks_paper_table_key (const KsPaperBuild *build, const char *caption)
{
  const KsQuestion *key = ks_form_get_key_question (get_form (build));

  if (key == NULL || !ks_results_tells (build->material->given, key))
    return;
  begin_levels (build, key, "Mức", key->id, caption);
  add_levels (build, key, "Số phiếu", "");
  add_levels (build, key, "Tỷ lệ", "/share");
  ks_document_end_table (build->document);
}

static gboolean
is_told (const KsPaperBuild *build, const KsQuestion *question)
{
  return question->type != KS_QUESTION_TEXT && !question->profile && question->n_options > 0
         && question->n_options <= 8 && ks_results_tells (build->material->given, question);
}

static gboolean
shares_table (const KsQuestion *question, const KsQuestion *before)
{
  return before != NULL && g_strcmp0 (question->section_id, before->section_id) == 0
         && ks_options_equal (question->options, question->n_options, before->options,
                              before->n_options);
}

static char *
dup_caption (const KsPaperBuild *build, guint number, const KsQuestion *question)
{
  const KsSection *section = question->section_id != NULL
                                 ? ks_form_lookup_section (get_form (build), question->section_id)
                                 : NULL;
  g_autofree char *title = ks_document_quote (section != NULL ? section->title : question->text);

  return g_strdup_printf ("Biểu {=%u}. %s", number, title);
}

/* What counts as good is said once for the questions of one scale. */
static void
end_levels (const KsPaperBuild *build, const KsQuestion *question)
{
  g_autofree char *labels = ks_question_dup_good_labels (question);
  g_autofree char *quoted = ks_document_quote (labels != NULL ? labels : "");
  g_autofree char *note = NULL;

  ks_document_end_table (build->document);
  if (labels == NULL || *labels == '\0')
    return;
  note = g_strdup_printf ("Đánh giá tốt gồm: %s.", quoted);
  ks_document_add_note (build->document, note);
}

/**
 * ks_paper_table_questions:
 * @build: a paper
 * @caption: number of the first table
 *
 * Adds the answers to all closed questions, a table for those of a section that have the same
 * options: a row of counts and one of percentages for each question.
 */
void
ks_paper_table_questions (const KsPaperBuild *build, const char *caption)
{
  const KsQuestion *before = NULL;
  /* "{=2}" */
  guint number
      = caption != NULL ? (guint)MAX (atoi (caption + strcspn (caption, "0123456789")), 1) : 1;

  for (guint i = 0; i < ks_form_get_n_questions (get_form (build)); i++)
    {
      const KsQuestion *question = ks_form_get_question (get_form (build), i);
      g_autofree char *name = g_strdup_printf ("%s. %s", question->id, question->text);

      if (!is_told (build, question))
        continue;
      if (!shares_table (question, before))
        {
          g_autofree char *title = dup_caption (build, number++, question);
          g_autofree char *sheet = g_strdup_printf ("Biểu %u", number - 1);

          if (before != NULL)
            end_levels (build, before);
          begin_levels (build, question, "Nội dung", sheet, title);
        }
      add_levels (build, question, name, "");
      add_levels (build, question, "Tỷ lệ", "/share");
      before = question;
    }
  if (before != NULL)
    end_levels (build, before);
}

static void
add_quotes (const KsPaperBuild *build)
{
  GPtrArray *quotes = build->material->quotes;
  KsForm *form = get_form (build);

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const KsQuote *quote = quotes->pdata[i];
      const KsQuestion *question = ks_form_lookup (form, quote->question);
      g_autofree char *text = g_strdup_printf ("– “%s”", quote->body);

      if (question != NULL && !question->sensitive)
        ks_document_add_plain (build->document, text);
    }
}

/**
 * ks_paper_table_themes:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds how many comments speak of what, and what the officer picked of them.
 */
void
ks_paper_table_themes (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "STT", 11, CENTRE },
    { "Nhóm nội dung", 180, LEFT },
    { "Số ý kiến", 40, CENTRE },
  };
  const KsPaperGrid grid = { .sheet = "Ý kiến",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .size = 11 };
  GArray *themes = build->material->themes;

  if (themes != NULL && themes->len > 0)
    {
      ks_paper_begin_table (build, &grid);
      for (guint i = 0; i < themes->len; i++)
        {
          GPtrArray *row = ks_paper_row_new ();

          ks_paper_row_add (row, "{=%u}", i + 1);
          ks_paper_row_quote (row, g_array_index (themes, KsPaperTheme, i).name);
          ks_paper_row_add (row, "{theme/%u}", i + 1);
          ks_paper_end_row (build, KS_ROW_PLAIN, row);
        }
      ks_document_end_table (build->document);
    }
  add_quotes (build);
}
