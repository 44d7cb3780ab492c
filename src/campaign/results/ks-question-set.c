/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-question-set.h"

#include "ks-i18n.h"
#include "ks-palette.h"
#include "ks-scale-row.h"
#include "ks-share.h"
#include "ks-shares.h"

/* A row of the chart points into it. */
typedef struct
{
  KsQuestionResult *result;
  KsScaleRow scale;
} Material;

struct _KsQuestionSet
{
  KsForm *form;
  GPtrArray *results;   /* owns every KsQuestionResult */
  GPtrArray *materials; /* a Material per row */
  GArray *rows;         /* of KsLikertRow */
  GPtrArray *choices;   /* of KsQuestionResult: closed questions that are no scale */
  GPtrArray *texts;     /* of KsQuestionResult: open questions */
  KsResults *source;    /* what means of sections come from; NULL: there are none */
  KsScope scope;
};

/* Whether the question is a scale. */
static gboolean
add_row (KsQuestionSet *self, KsQuestionResult *result)
{
  g_autofree Material *material = g_new0 (Material, 1);

  if (!ks_scale_row_fill (&material->scale, result))
    return FALSE;
  material->result = result;
  g_array_append_val (self->rows, material->scale.row);
  g_ptr_array_add (self->materials, g_steal_pointer (&material));
  return TRUE;
}

/**
 * ks_question_set_new:
 * @form: the form that the questions belong to
 * @results: (transfer full): of #KsQuestionResult, in the form's order
 *
 * Returns: (transfer full): the questions of one scope
 */
KsQuestionSet *
ks_question_set_new (KsForm *form, GPtrArray *results)
{
  KsQuestionSet *self = g_new0 (KsQuestionSet, 1);

  self->form = g_object_ref (form);
  self->results = results;
  self->materials = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, TRUE, sizeof (KsLikertRow));
  self->choices = g_ptr_array_new ();
  self->texts = g_ptr_array_new ();
  for (guint i = 0; i < results->len; i++)
    {
      KsQuestionResult *result = g_ptr_array_index (results, i);

      if (result->question->type == KS_QUESTION_TEXT)
        g_ptr_array_add (self->texts, result);
      else if (!add_row (self, result))
        g_ptr_array_add (self->choices, result);
    }
  return self;
}

/**
 * ks_question_set_load:
 * @results: a snapshot of the tallies
 * @scope: one of its scopes
 *
 * Returns: (transfer full): the questions of @scope as the rules of anonymity show them
 */
KsQuestionSet *
ks_question_set_load (KsResults *results, const KsScope *scope)
{
  return ks_question_set_load_section (results, scope, NULL);
}

/**
 * ks_question_set_load_section:
 * @results: a snapshot of the tallies
 * @scope: one of its scopes
 * @section: (nullable): id of a section of the form; %NULL: all of it
 *
 * Returns: (transfer full): its questions in @scope as the rules of anonymity show them
 */
KsQuestionSet *
ks_question_set_load_section (KsResults *results, const KsScope *scope, const char *section)
{
  KsForm *form = ks_results_get_form (results);
  KsQuestionSet *self;
  g_autoptr (GPtrArray) all
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_question_result_free);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (!question->profile && ks_results_tells (results, question)
          && (section == NULL || g_strcmp0 (question->section_id, section) == 0))
        g_ptr_array_add (all, ks_results_dup_question (results, scope, question));
    }
  self = ks_question_set_new (form, g_steal_pointer (&all));
  self->source = g_object_ref (results);
  self->scope = *scope;
  return self;
}

/**
 * ks_question_set_free:
 * @self: (nullable): a set
 *
 * Frees the set.
 */
void
ks_question_set_free (KsQuestionSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->texts);
  g_clear_object (&self->source);
  g_ptr_array_unref (self->results);
  g_object_unref (self->form);
  g_free (self);
}

/**
 * ks_question_set_is_shown:
 * @self: a set
 *
 * Returns: whether any question on a scale has a figure that may be shown
 */
gboolean
ks_question_set_is_shown (KsQuestionSet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (ks_question_set_get_row (self, i)->shown)
      return TRUE;
  return FALSE;
}

/**
 * ks_question_set_get_n_rows:
 * @self: a set
 *
 * Returns: the number of questions on a scale
 */
guint
ks_question_set_get_n_rows (KsQuestionSet *self)
{
  return self->rows->len;
}

/**
 * ks_question_set_get_row:
 * @self: a set
 * @row: index of a question on a scale, in the form's order
 *
 * Returns: (transfer none): its figures
 */
const KsQuestionResult *
ks_question_set_get_row (KsQuestionSet *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return ((const Material *)g_ptr_array_index (self->materials, row))->result;
}

/**
 * ks_question_set_get_likert_rows:
 * @self: a set
 * @n_rows: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_rows): its questions on a scale as charts take them
 */
const KsLikertRow *
ks_question_set_get_likert_rows (KsQuestionSet *self, guint *n_rows)
{
  *n_rows = self->rows->len;
  return (const KsLikertRow *)self->rows->data;
}

/**
 * ks_question_set_get_choices:
 * @self: a set
 *
 * Returns: (transfer none) (element-type KsQuestionResult): closed questions that are no scale
 */
GPtrArray *
ks_question_set_get_choices (KsQuestionSet *self)
{
  return self->choices;
}

/**
 * ks_question_set_get_texts:
 * @self: a set
 *
 * Returns: (transfer none) (element-type KsQuestionResult): open questions
 */
GPtrArray *
ks_question_set_get_texts (KsQuestionSet *self)
{
  return self->texts;
}

/**
 * ks_question_set_get_left_out:
 * @self: a set
 *
 * Returns: answers of units too small to be shown that are not among the figures: the most of any
 *   question
 */
gint64
ks_question_set_get_left_out (KsQuestionSet *self)
{
  gint64 left_out = 0;

  for (guint i = 0; i < self->rows->len; i++)
    left_out = MAX (left_out, ks_question_set_get_row (self, i)->left_out);
  return left_out;
}

/**
 * ks_question_set_hides_levels:
 * @self: a set
 *
 * Returns: whether everybody gave the same answer to some question, whose levels are not told
 */
gboolean
ks_question_set_hides_levels (KsQuestionSet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (ks_question_set_get_row (self, i)->shown
        && !ks_question_set_get_row (self, i)->levels_shown)
      return TRUE;
  return FALSE;
}

/**
 * ks_question_set_dup_title:
 * @self: a set
 *
 * Returns: (transfer full): the finding as a sentence
 */
char *
ks_question_set_dup_title (KsQuestionSet *self)
{
  return ks_likert_dup_title ((const KsLikertRow *)self->rows->data, self->rows->len);
}

/**
 * ks_question_set_dup_good_labels:
 * @self: a set
 *
 * Returns: (transfer full): the levels of the first question that count as "đánh giá tốt"
 */
char *
ks_question_set_dup_good_labels (KsQuestionSet *self)
{
  if (self->rows->len == 0)
    return g_strdup ("");
  return ks_question_dup_good_labels (ks_question_set_get_row (self, 0)->question);
}

/**
 * ks_question_set_create_chart:
 * @self: a set
 * @order: of the rows
 *
 * Returns: (transfer full): the chart of the questions on a scale
 */
KsLikertChart *
ks_question_set_create_chart (KsQuestionSet *self, KsLikertOrder order)
{
  return ks_likert_chart_new ((const KsLikertRow *)self->rows->data, self->rows->len, order);
}

/* The row whose level names stand over the columns: the first of those with the most levels. */
static const KsLikertRow *
find_widest (KsQuestionSet *self)
{
  const KsLikertRow *widest = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsLikertRow *row = &g_array_index (self->rows, KsLikertRow, i);

      if (widest == NULL || row->n_levels > widest->n_levels)
        widest = row;
    }
  return widest;
}

static gboolean
has_blanks (KsQuestionSet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, KsLikertRow, i).blank > 0)
      return TRUE;
  return FALSE;
}

static void
add_columns (KsQuestionSet *self, KsFigures *figures, const KsLikertRow *widest)
{
  ks_figures_add_column (figures, "", KS_FIGURE_ID);
  ks_figures_add_column (figures, _ ("Question"), KS_FIGURE_TEXT);
  if (has_blanks (self))
    ks_figures_add_column (figures, _ ("Blank"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  for (guint i = 0; i < widest->n_levels; i++)
    ks_figures_add_column (figures, widest->levels[i], KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("Don’t know"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("Favourable"), KS_FIGURE_STRONG);
}

static void
add_value (KsFigures *figures, gboolean counts, gint64 value)
{
  if (counts)
    ks_figures_add_count (figures, value);
  else
    ks_figures_add_hundredths (figures, value);
}

/* Where everybody chose the same, x and n stand without their levels. */
static void
add_good_alone (KsFigures *figures,
                const KsQuestionResult *result,
                guint n_columns,
                gboolean counts)
{
  const gint64 parts[] = { result->good, result->answered - result->good };
  gint64 shares[G_N_ELEMENTS (parts)] = { 0 };

  for (guint i = 0; i < n_columns; i++)
    ks_figures_add_none (figures);
  ks_round_shares (parts, G_N_ELEMENTS (parts), KS_SHARES_HUNDREDTHS, shares);
  if (result->shown)
    add_value (figures, counts, counts ? result->good : shares[0]);
  else
    ks_figures_add_none (figures);
}

/* The levels of a shorter scale stand in the columns whose colours they have in the chart. */
static void
add_levels (KsFigures *figures, const KsLikertRow *row, guint n_columns, gboolean counts)
{
  gint64 shares[KS_MAX_LEVELS] = { 0 };
  gint64 dont_know;
  gint64 good;
  gint64 poor;

  if (counts)
    {
      ks_likert_row_count (row, &good, &poor);
      dont_know = row->dont_know;
    }
  else
    ks_likert_row_round (row, KS_SHARES_HUNDREDTHS, shares, &dont_know, &good, &poor);
  for (guint column = 0, level = 0; column < n_columns; column++)
    {
      gboolean here = level < row->n_levels
                      && (row->n_levels == n_columns || n_columns < KS_MAX_LEVELS
                          || ks_palette_level (level, row->n_levels) == column);

      if (here)
        add_value (figures, counts, counts ? row->counts[level++] : shares[level++]);
      else
        ks_figures_add_none (figures);
    }
  if (row->has_dont_know)
    add_value (figures, counts, dont_know);
  else
    ks_figures_add_none (figures);
  add_value (figures, counts, good);
}

static void
add_question (KsQuestionSet *self, KsFigures *figures, guint index, guint n_levels, gboolean counts)
{
  const KsLikertRow *row = &g_array_index (self->rows, KsLikertRow, index);
  const KsQuestionResult *result = ks_question_set_get_row (self, index);

  ks_figures_add_row (figures, KS_FIGURE_ROW, index);
  ks_figures_add_text (figures, row->id);
  ks_figures_add_text (figures, row->label);
  if (has_blanks (self))
    ks_figures_add_count (figures, row->blank);
  if (result->shown)
    ks_figures_add_count (figures, result->answered);
  else
    ks_figures_add_none (figures);
  if (row->shown)
    add_levels (figures, row, n_levels, counts);
  else
    add_good_alone (figures, result, n_levels + 1, counts);
}

/* A section is the mean of its questions: it has no sheets and no levels of its own. */
static void
add_section_mean (KsQuestionSet *self, KsFigures *figures, const char *section, guint n_questions,
                  guint n_levels)
{
  guint n_dashes = n_levels + 2 + has_blanks (self);
  KsShare share;

  if (self->source == NULL || section == NULL || n_questions < 2)
    return;
  ks_results_get_section_share (self->source, &self->scope, section, &share);
  if (!share.shown)
    return;
  ks_figures_add_row (figures, KS_FIGURE_TOTAL, KS_FIGURE_NO_KEY);
  ks_figures_add_text (figures, "");
  ks_figures_add_text (figures, _ ("Mean of the section"));
  for (guint i = 0; i < n_dashes; i++)
    ks_figures_add_none (figures);
  ks_figures_add_hundredths (figures,
                             (gint64)(share.share * KS_SHARES_HUNDREDTHS + 0.5));
}

/**
 * ks_question_set_create_figures:
 * @self: a set
 * @order: of the rows; in the form's order they stand under the titles of its sections
 * @counts: answers instead of shares
 *
 * Returns: (transfer full): the table behind the chart: n, levels, "không biết", đánh giá tốt; the
 *   shares of a row add up to 100,00. The key of a row is its index in the set. Below the questions of
 *   a section stands their mean
 */
KsFigures *
ks_question_set_create_figures (KsQuestionSet *self, KsLikertOrder order, gboolean counts)
{
  KsFigures *figures = ks_figures_new ();
  const KsLikertRow *widest = find_widest (self);
  g_autoptr (KsLikertChart) chart = ks_question_set_create_chart (self, order);
  const char *section = NULL;
  guint n_in_section = 0;

  if (widest == NULL)
    return figures;
  add_columns (self, figures, widest);
  for (guint place = 0; place < self->rows->len; place++)
    {
      guint index = ks_likert_chart_get_row_at (chart, place);
      const KsQuestion *question = ks_question_set_get_row (self, index)->question;
      const KsSection *its = ks_form_lookup_section (self->form, question->section_id);

      if (order == KS_LIKERT_AS_GIVEN && its != NULL && g_strcmp0 (its->id, section) != 0)
        {
          if (!counts)
            add_section_mean (self, figures, section, n_in_section, widest->n_levels);
          section = its->id;
          n_in_section = 0;
          ks_figures_add_section (figures, its->title);
        }
      add_question (self, figures, index, widest->n_levels, counts);
      n_in_section++;
    }
  if (!counts && order == KS_LIKERT_AS_GIVEN)
    add_section_mean (self, figures, section, n_in_section, widest->n_levels);
  return figures;
}
