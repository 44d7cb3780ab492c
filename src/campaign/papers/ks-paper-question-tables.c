/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include <stdlib.h>
#include <string.h>

#include "ks-paper-figures.h"
#include "ks-question-set.h"
#include "ks-quote.h"

/* Answers to the questions, and what was written to the open ones. */

#define LEFT KS_ALIGN_LEFT
#define CENTRE KS_ALIGN_CENTRE
#define ROW 5.9
#define TEXT_WEIGHT 53.0
#define LEVEL_WEIGHT 14.2
#define SUM_WEIGHT 16.0   /* "100,00%" */
#define WIDEST_LEVEL 20.0
#define LETTER 1.75       /* of a heading */
#define SCALE_SIZE 9
#define SCALE_ROW 4.6
#define MOST_COLUMNS 7 /* of options side by side */

static KsForm *
get_form (const KsPaperBuild *build)
{
  return ks_results_get_form (build->material->given);
}

/* A heading over a column breaks behind a slash, else where it parts best. */
static char *
dup_header (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "/", -1);
  g_autofree char *text = g_strjoinv ("/\n", parts);
  glong length = g_utf8_strlen (text, -1);
  char *best = NULL;
  glong best_gap = G_MAXLONG;
  glong at = 0;

  for (char *p = text; *p != '\0' && parts[0] != NULL && parts[1] == NULL;
       p = g_utf8_next_char (p), at++)
    if (*p == ' ' && labs (2 * at - length) < best_gap)
      {
        best = p;
        best_gap = labs (2 * at - length);
      }
  if (best != NULL && length > 9)
    *best = '\n';
  return g_steal_pointer (&text);
}

/* As wide as the longest line of its heading. */
static double
weigh_level (const char *header)
{
  g_auto (GStrv) lines = g_strsplit (header, "\n", -1);
  double weight = LEVEL_WEIGHT;

  for (guint i = 0; lines[i] != NULL; i++)
    weight = MAX (weight, LETTER * (double)g_utf8_strlen (lines[i], -1));
  return MIN (weight, WIDEST_LEVEL);
}

/* The options of a question as columns. */
static void
add_option_columns (GArray *columns, GPtrArray *headers, const KsQuestion *question)
{
  for (guint i = 0; i < question->n_options; i++)
    {
      g_autofree char *header = dup_header (question->options[i].label);

      g_ptr_array_add (headers, ks_document_quote (header));
      g_array_append_val (columns, ((KsPaperColumn){ g_ptr_array_index (headers, headers->len - 1),
                                                     weigh_level (header), CENTRE }));
    }
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
  KsPaperGrid grid = { .sheet = sheet, .caption = caption, .size = 11, .row_height = ROW };

  g_array_append_val (columns, ((KsPaperColumn){ first, weight, LEFT }));
  add_option_columns (columns, headers, question);
  g_array_append_val (columns, ((KsPaperColumn){ "Cộng", SUM_WEIGHT, CENTRE }));
  grid.columns = (const KsPaperColumn *)(gconstpointer)columns->data;
  grid.n_columns = columns->len;
  ks_paper_begin_table (build, &grid);
}

static void
add_levels (const KsPaperBuild *build,
            KsRowKind kind,
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
  ks_paper_end_row (build, kind, row);
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
  add_levels (build, KS_ROW_PLAIN, key, "Số phiếu", "");
  add_levels (build, KS_ROW_BOUND, key, "Tỷ lệ", "/share");
  ks_document_end_table (build->document);
}

/* The key question has a table of its own where the template says so. */
static gboolean
has_key_table (const KsPaperBuild *build)
{
  GPtrArray *parts = build->material->template->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      const KsPart *part = parts->pdata[i];

      if (part->kind == KS_PART_TABLE && g_str_equal (part->name, "key"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_told (const KsPaperBuild *build, const KsQuestion *question)
{
  return question->type != KS_QUESTION_TEXT && !question->profile && question->n_options > 0
         && ks_results_tells (build->material->given, question)
         && !(question == ks_form_get_key_question (get_form (build)) && has_key_table (build));
}

/* Options that one may tick together add up to nothing, and many have no room side by side. */
static gboolean
is_list (const KsQuestion *question)
{
  return question->type == KS_QUESTION_MULTI || question->n_options > MOST_COLUMNS;
}

static gboolean
shares_table (const KsQuestion *question, const KsQuestion *before)
{
  return before != NULL && !is_list (question) && !is_list (before)
         && g_strcmp0 (question->section_id, before->section_id) == 0
         && ks_options_equal (question->options, question->n_options, before->options,
                              before->n_options);
}

static char *
dup_caption (const KsPaperBuild *build, guint number, const KsQuestion *question)
{
  const KsSection *section = question->section_id != NULL
                                 ? ks_form_lookup_section (get_form (build), question->section_id)
                                 : NULL;
  g_autofree char *own = g_strdup_printf ("%s. %s", question->id, question->text);
  g_autofree char *title = ks_document_quote (is_list (question) ? own
                                              : section != NULL  ? section->title
                                                                 : question->text);

  return g_strdup_printf ("Biểu {=%u}. %s", number, title);
}

/* The options below each other. */
static void
add_list (const KsPaperBuild *build, const KsQuestion *question, const char *sheet,
          const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "Phương án", 110, LEFT },
    { "Số phiếu", 25, CENTRE },
    { "Tỷ lệ", 25, CENTRE },
  };
  const KsPaperGrid grid = { .sheet = sheet,
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .size = 11,
                             .row_height = ROW };
  GPtrArray *row;

  ks_paper_begin_table (build, &grid);
  for (guint i = 0; i < question->n_options; i++)
    {
      row = ks_paper_row_new ();
      ks_paper_row_quote (row, question->options[i].label);
      ks_paper_row_add (row, "{question/%s/level/%u}", question->id, i + 1);
      ks_paper_row_add (row, "{question/%s/level/%u/share}", question->id, i + 1);
      ks_paper_end_row (build, KS_ROW_PLAIN, row);
    }
  row = ks_paper_row_new ();
  ks_paper_row_add (row, "%s", "Số phiếu trả lời câu hỏi");
  ks_paper_row_add (row, "{question/%s/answered}", question->id);
  ks_paper_row_add (row, "%s", "");
  ks_paper_end_row (build, KS_ROW_TOTAL, row);
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

static void
begin_question (const KsPaperBuild *build, const KsQuestion *question, guint number)
{
  g_autofree char *title = dup_caption (build, number, question);
  g_autofree char *sheet = g_strdup_printf ("Biểu %u", number);

  if (is_list (question))
    add_list (build, question, sheet, title);
  else
    begin_levels (build, question, "Nội dung", sheet, title);
}

/**
 * ks_paper_table_questions:
 * @build: a paper
 * @caption: number of the first table
 *
 * Adds the answers to all closed questions, a table for those of a section that have the same
 * options: a row of counts and one of percentages for each question. Options that may be chosen
 * together stand below each other, in a table for each question.
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
          if (before != NULL)
            end_levels (build, before);
          begin_question (build, question, number++);
        }
      if (!is_list (question))
        {
          add_levels (build, KS_ROW_PLAIN, question, name, "");
          add_levels (build, KS_ROW_BOUND, question, "Tỷ lệ", "/share");
        }
      before = question;
    }
  if (before != NULL)
    end_levels (build, before);
}

static void
begin_scale (const KsPaperBuild *build,
             const KsQuestion *question,
             guint number,
             const char *caption)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (KsPaperColumn));
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sheet = g_strdup_printf ("Nội dung %u", number);
  KsPaperGrid grid
      = { .sheet = sheet, .caption = caption, .size = SCALE_SIZE, .row_height = SCALE_ROW };

  g_array_append_val (columns, ((KsPaperColumn){ "Nội dung", TEXT_WEIGHT, LEFT }));
  g_array_append_val (columns, ((KsPaperColumn){ "Số phiếu\ntrả lời", SUM_WEIGHT, CENTRE }));
  add_option_columns (columns, headers, question);
  g_array_append_val (columns, ((KsPaperColumn){ "Đánh giá\ntốt", SUM_WEIGHT, CENTRE }));
  g_array_append_val (columns, ((KsPaperColumn){ "Không\ntrả lời", LEVEL_WEIGHT, CENTRE }));
  grid.columns = (const KsPaperColumn *)(gconstpointer)columns->data;
  grid.n_columns = columns->len;
  ks_paper_begin_table (build, &grid);
}

/* Counts, and below them their shares, which add up to 100,00 %. */
static void
add_scale (const KsPaperBuild *build, const KsQuestion *question)
{
  g_autofree char *name = g_strdup_printf ("%s. %s", question->id, question->short_text);
  GPtrArray *counts = ks_paper_row_new ();
  GPtrArray *shares = ks_paper_row_new ();

  ks_paper_row_quote (counts, name);
  ks_paper_row_add (shares, "%s", "Tỷ lệ");
  ks_paper_row_add (counts, "{question/%s/answered}", question->id);
  ks_paper_row_add (shares, "{question/%s/levels/share}", question->id);
  for (guint i = 0; i < question->n_options; i++)
    {
      ks_paper_row_add (counts, "{question/%s/level/%u}", question->id, i + 1);
      ks_paper_row_add (shares, "{question/%s/level/%u/share}", question->id, i + 1);
    }
  ks_paper_row_add (counts, "{question/%s/good}", question->id);
  ks_paper_row_add (shares, "{question/%s/share}", question->id);
  ks_paper_row_add (counts, "{question/%s/blank}", question->id);
  ks_paper_row_add (shares, "%s", "");
  ks_paper_end_row (build, KS_ROW_PLAIN, counts);
  ks_paper_end_row (build, KS_ROW_BOUND, shares);
}

/**
 * ks_paper_table_scales:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds the levels of all questions on scales, with the good opinions and the blanks: questions that
 * stand behind each other and have the same levels share their heading. What may not be told is left
 * out.
 */
void
ks_paper_table_scales (const KsPaperBuild *build, const char *caption)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  g_autoptr (KsQuestionSet) set = ks_question_set_load (build->material->given, &province);
  const KsQuestion *before = NULL;
  guint n_rows;
  const KsLikertRow *rows = ks_question_set_get_likert_rows (set, &n_rows);
  guint number = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const KsQuestion *question = ks_question_set_get_row (set, i)->question;

      if (!rows[i].shown)
        continue;
      if (before == NULL
          || !ks_options_equal (question->options, question->n_options, before->options,
                                before->n_options))
        {
          if (before != NULL)
            end_levels (build, before);
          begin_scale (build, question, ++number, before == NULL ? caption : NULL);
        }
      add_scale (build, question);
      before = question;
    }
  if (before != NULL)
    end_levels (build, before);
}

/**
 * ks_paper_table_quotes:
 * @build: a paper
 * @caption: (nullable): above them
 *
 * Adds what the officer picked and worded of what people wrote, question by question, without units.
 */
void
ks_paper_table_quotes (const KsPaperBuild *build, const char *caption)
{
  GPtrArray *quotes = build->material->quotes;
  const char *asked = NULL;

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const KsQuote *quote = quotes->pdata[i];
      const KsQuestion *question = ks_form_lookup (get_form (build), quote->question);
      g_autofree char *heading = ks_document_quote (question->short_text);
      g_autofree char *text = g_strdup_printf ("– “%s”", quote->body);

      if (i == 0 && caption != NULL)
        ks_document_add_text (build->document, caption);
      if (g_strcmp0 (asked, quote->question) != 0)
        ks_document_add_heading (build->document, 3, heading);
      ks_document_add_plain (build->document, text);
      asked = quote->question;
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
                             .size = 11,
                             .row_height = ROW };
  GArray *themes = build->material->themes;

  if (themes != NULL && themes->len > 0)
    {
      ks_paper_begin_table (build, &grid);
      for (guint i = 0; i < themes->len; i++)
        {
          GPtrArray *row = ks_paper_row_new ();

          ks_paper_row_add (row, "{=%u}", i + 1);
          ks_paper_row_quote (row, g_array_index (themes, KsGivenTheme, i).name);
          ks_paper_row_add (row, "{theme/%u}", i + 1);
          ks_paper_end_row (build, KS_ROW_PLAIN, row);
        }
      ks_document_end_table (build->document);
    }
  ks_paper_table_quotes (build, NULL);
}
