/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-propose-form.h"

#include <string.h>

#include "ks-columns.h"
#include "ks-form-builder.h"
#include "ks-i18n.h"
#include "ks-propose-form-private.h"
#include "ks-text.h"

#define FEW_ANSWERS 30
#define OTHER_SECTION "Q"

static void
free_column (gpointer data)
{
  KsProposedColumn *column = data;

  ks_seen_column_free (column->seen);
  g_free (column->id);
  g_free (column->text);
  g_free (column->part);
  g_clear_pointer (&column->options, g_ptr_array_unref);
  ks_seen_scale_free (column->scale);
  g_free (column);
}

/**
 * ks_form_proposer_new:
 * @header: the first row of an export
 *
 * Returns: (transfer full): a proposer that has seen no answers yet
 */
KsFormProposer *
ks_form_proposer_new (const KsRow *header)
{
  KsFormProposer *self = g_new0 (KsFormProposer, 1);

  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->scales = g_ptr_array_new ();
  self->builder = ks_form_builder_new ();
  for (guint i = 0; i < header->n_cells; i++)
    {
      KsProposedColumn *column = g_new0 (KsProposedColumn, 1);

      column->seen = ks_seen_column_new (header->cells[i].text);
      g_ptr_array_add (self->columns, column);
    }
  return self;
}

/**
 * ks_form_proposer_free:
 * @self: (nullable): a proposer
 */
void
ks_form_proposer_free (KsFormProposer *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->scales);
  ks_form_builder_free (self->builder);
  g_free (self);
}

/**
 * ks_form_proposer_add:
 * @self: a proposer
 * @row: the next row of the export
 */
void
ks_form_proposer_add (KsFormProposer *self, const KsRow *row)
{
  self->n_rows++;
  for (guint i = 0; i < MIN (row->n_cells, self->columns->len); i++)
    {
      KsProposedColumn *column = g_ptr_array_index (self->columns, i);

      ks_seen_column_add (column->seen, &row->cells[i]);
    }
}

static char *
make_scale_id (guint number)
{
  return g_strdup_printf ("T%u", number);
}

static void
add_scales (KsFormProposer *self)
{
  for (guint i = 0; i < self->scales->len; i++)
    {
      g_autofree char *id = make_scale_id (i + 1);
      KsScale scale;

      ks_seen_scale_fill (g_ptr_array_index (self->scales, i), id, &scale);
      ks_form_builder_set_scale (self->builder, &scale);
      ks_options_free (scale.options, scale.n_options);
    }
}

static void
take_labels (KsQuestion *question, GPtrArray *labels)
{
  question->n_options = labels->len;
  question->options = g_new0 (KsOption, labels->len);
  for (guint i = 0; i < labels->len; i++)
    question->options[i].label = g_strdup (g_ptr_array_index (labels, i));
}

/* Returns how many columns the question takes. */
static guint
take_parts (KsFormProposer *self, guint first, KsQuestion *question)
{
  const KsProposedColumn *column = g_ptr_array_index (self->columns, first);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint i = first;

  for (; i < self->columns->len; i++)
    {
      const KsProposedColumn *next = g_ptr_array_index (self->columns, i);

      if (next->kind != KIND_PART || strcmp (next->text, column->text) != 0)
        break;
      g_ptr_array_add (labels, next->part);
    }
  take_labels (question, labels);
  return i - first;
}

static guint
fill_question (KsFormProposer *self, guint index, KsQuestion *question)
{
  const KsProposedColumn *column = g_ptr_array_index (self->columns, index);

  *question = (KsQuestion){ 0 };
  question->id = g_strdup (column->id);
  question->text = g_strdup (column->text);
  question->type = column->kind == KIND_TEXT                                  ? KS_QUESTION_TEXT
                   : column->kind == KIND_MULTI || column->kind == KIND_PART ? KS_QUESTION_MULTI
                                                                              : KS_QUESTION_SINGLE;
  if (column->kind == KIND_SCALE)
    question->scale_id = make_scale_id (column->scale_number);
  else if (column->kind == KIND_SINGLE)
    take_labels (question, column->seen->values);
  else if (column->kind == KIND_MULTI)
    take_labels (question, column->options);
  else if (column->kind == KIND_PART)
    return take_parts (self, index, question);
  return 1;
}

/* Ids that begin with another letter, and rows of a grid with another heading, begin a section. */
static char *
dup_section_key (const KsProposedColumn *column)
{
  gsize length = 0;

  while (column->id != NULL && g_ascii_isalpha (column->id[length]))
    length++;
  return length > 0 ? g_strndup (column->id, length) : g_strdup (OTHER_SECTION);
}

static int
find_section (KsFormProposer *self, const KsProposedColumn *column, GPtrArray *keys)
{
  g_autofree char *key = dup_section_key (column);
  g_autofree char *title = NULL;
  guint index = 0;

  if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &index))
    return (int) index;
  title = strcmp (key, OTHER_SECTION) != 0 ? g_strdup_printf (_ ("Section %s"), key)
                                           : g_strdup (_ ("Questions of the survey"));
  ks_form_builder_add_section (self->builder, G_MAXUINT,
                               &(KsSection){ .id = key, .title = title });
  g_ptr_array_add (keys, g_steal_pointer (&key));
  return (int) keys->len - 1;
}

static char *
describe_doubt (KsFormProposer *self, const KsProposedColumn *column, gboolean profile)
{
  if (column->seen->n_filled == 0)
    return g_strdup (_ ("Nobody answered it in this file: taken as a question for a text."));
  if (profile)
    return g_strdup (_ ("Taken as a question about who answers, which no result is made of; the "
                        "order of its options is the order in which they were met."));
  if (column->kind == KIND_SINGLE)
    return g_strdup (_ ("Taken as a choice without levels, in the order in which its options were "
                        "met. If they are levels of a scale, make it one."));
  if (column->kind == KIND_MULTI && column->unsure)
    return g_strdup (_ ("The options are parted by commas, which may stand inside an option too: "
                        "compare them with the form."));
  if (column->kind == KIND_SCALE && column->scale->levels->len
                                        < ((KsSeenScale *) g_ptr_array_index (
                                               self->scales, column->scale_number - 1))
                                              ->levels->len)
    return g_strdup (_ ("Some levels were chosen in other questions only; the scale was taken over "
                        "from those."));
  if (column->kind == KIND_TEXT && column->seen->n_filled < FEW_ANSWERS)
    return g_strdup (_ ("So few answers do not tell whether it is a question for a text."));
  return NULL;
}

static gboolean
is_plain_choice (const KsProposedColumn *column)
{
  return column->kind == KIND_SINGLE;
}

static void
add_questions (KsFormProposer *self, KsFormProposal *proposal)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean leading = TRUE;

  for (guint i = 0; i < self->columns->len;)
    {
      const KsProposedColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char *doubt = NULL;
      KsQuestion question;
      guint n_columns, index;

      if (column->kind == KIND_LEFT_OUT || column->kind == KIND_UNIT)
        {
          i++;
          continue;
        }
      leading = leading && is_plain_choice (column);
      n_columns = fill_question (self, i, &question);
      /* An id that stands in the form already would be refused: this one gets another. */
      if (question.id != NULL && g_hash_table_contains (ids, question.id))
        g_clear_pointer (&question.id, g_free);
      index = ks_form_builder_add_question (
          self->builder, leading ? KS_FORM_PROFILE : find_section (self, column, keys), G_MAXUINT,
          &question);
      g_hash_table_add (ids, g_strdup (ks_form_builder_get_question_id (self->builder, index)));
      doubt = describe_doubt (self, column, leading);
      if (doubt != NULL)
        ks_form_proposal_add_doubt (proposal,
                                    ks_form_builder_get_question_id (self->builder, index),
                                    g_steal_pointer (&doubt));
      ks_question_clear (&question);
      i += n_columns;
    }
}

static char *
list_left_out (KsFormProposer *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsProposedColumn *column = g_ptr_array_index (self->columns, i);

      if (column->kind == KIND_LEFT_OUT && *column->seen->header != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", column->seen->header);
    }
  return g_strdup (list->str);
}

static void
add_general_doubts (KsFormProposer *self, KsFormProposal *proposal)
{
  g_autofree char *left_out = list_left_out (self);

  if (*left_out != '\0')
    ks_form_proposal_add_doubt (proposal, NULL,
                                g_strdup_printf (_ ("No questions of the form: %s."), left_out));
  if (self->scales->len > 0)
    ks_form_proposal_add_doubt (
        proposal, NULL,
        g_strdup (_ ("A level that nobody chose cannot be seen in a file: compare the scales with "
                     "the form, and mark the key question and sensitive ones.")));
}

static void
set_unit (KsFormProposer *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KsProposedColumn *column = g_ptr_array_index (self->columns, i);

      if (column->kind != KIND_UNIT)
        continue;
      ks_form_builder_set_text (self->builder, KS_FORM_TEXT_UNIT, column->seen->header);
      ks_form_builder_set_unit_entry (self->builder, NULL, TRUE);
    }
}

/**
 * ks_form_proposer_finish:
 * @self: a proposer that has seen all rows
 * @proposal: of the file; gets the form and what is not sure of it
 * @error: return location for an error
 *
 * Takes the columns for questions: kinds, options and scales from the values seen, levels in
 * their order by what Vietnamese words say (“Rất tốt”, “Tốt”, …, “Chưa tốt”), options of several
 * answers in the order in which the service writes them.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_form_proposer_finish (KsFormProposer *self, KsFormProposal *proposal, GError **error)
{
  ks_form_proposer_judge (self);
  ks_form_builder_set_text (self->builder, KS_FORM_TEXT_ID, "PHIEU");
  ks_form_builder_set_text (self->builder, KS_FORM_TEXT_TITLE, proposal->file);
  set_unit (self);
  add_scales (self);
  add_general_doubts (self, proposal);
  add_questions (self, proposal);
  proposal->n_rows = self->n_rows;
  proposal->form = ks_form_builder_build (self->builder, error);
  return proposal->form != NULL;
}
