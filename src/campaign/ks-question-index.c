/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-question-index.h"

#include <string.h>

#include "ks-form-table.h"
#include "ks-text.h"

/* An option of a question with several answers, which may have a column of its own. */
typedef struct {
  char             *label; /* folded */
  gsize             length;
  const KsQuestion *question;
  guint             choice;
} Option;

struct _KsQuestionIndex {
  GHashTable *questions; /* folded text, id, or both → question */
  GArray     *options;
};

static void
add_question (KsQuestionIndex *self, const KsQuestion *worded, const KsQuestion *question)
{
  g_autofree char *numbered = g_strdup_printf ("%s. %s", worded->id, worded->text);

  g_hash_table_insert (self->questions, ks_text_fold (numbered), (gpointer) question);
  g_hash_table_insert (self->questions, ks_text_fold (worded->text), (gpointer) question);
  g_hash_table_insert (self->questions, ks_text_fold (worded->id), (gpointer) question);
}

static void
add_options (KsQuestionIndex *self, const KsQuestion *question)
{
  for (guint i = 0; i < question->n_options; i++)
    {
      char *label = ks_text_fold (question->options[i].label);
      Option option = { label, strlen (label), question, i + 1 };

      g_array_append_val (self->options, option);
    }
}

static void
add_form (KsQuestionIndex *self, KsForm *form, KsForm *worded)
{
  for (guint i = 0; i < ks_form_get_n_questions (worded); i++)
    {
      const KsQuestion *as_worded = ks_form_get_question (worded, i);
      const KsQuestion *question = ks_form_lookup (form, as_worded->id);

      if (question != NULL)
        add_question (self, as_worded, question);
    }
}

/* A form that was worded anew is still asked with the older words where it was filled in before:
 * these are known as well, and the newer ones go before them. Options are no wording: those of the
 * form alone are meant, also where it was free to change because all answers had been withdrawn. */
static gboolean
add_versions (KsQuestionIndex *self, KsCampaign *campaign, KsForm *form, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  gint64 newest = tx != NULL ? ks_form_table_get_newest (tx) : 0;

  for (gint64 version = 1; tx != NULL && version < newest; version++)
    {
      g_autoptr (KsForm) earlier = ks_form_table_load_version (tx, version, error);

      if (earlier == NULL)
        return FALSE;
      add_form (self, form, earlier);
    }
  add_form (self, form, form);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (ks_form_get_question (form, i)->type == KS_QUESTION_MULTI)
      add_options (self, ks_form_get_question (form, i));
  return tx != NULL;
}

static void
clear_option (gpointer data)
{
  g_free (((Option *) data)->label);
}

/**
 * ks_question_index_new:
 * @campaign: a campaign
 * @form: its form; it must outlive the index
 * @error: return location for an error
 *
 * Returns: (transfer full): an index of the form's questions, or %NULL with @error set
 */
KsQuestionIndex *
ks_question_index_new (KsCampaign *campaign, KsForm *form, GError **error)
{
  g_autoptr (KsQuestionIndex) self = g_new0 (KsQuestionIndex, 1);

  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->options = g_array_new (FALSE, FALSE, sizeof (Option));
  g_array_set_clear_func (self->options, clear_option);
  return add_versions (self, campaign, form, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_question_index_free:
 * @self: (nullable): an index
 *
 * Frees the index.
 */
void
ks_question_index_free (KsQuestionIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->questions);
  g_array_unref (self->options);
  g_free (self);
}

static const KsQuestion *
find_part (KsQuestionIndex *self, const char *text, gsize length)
{
  g_autofree char *part = g_strstrip (g_strndup (text, length));

  return g_hash_table_lookup (self->questions, part);
}

/* KoBoToolbox writes "question/option" over the column of an option, LimeSurvey "question [option]"
 * or "code[1]. question [option]". */
static gboolean
is_over_option (KsQuestionIndex *self, const char *folded, gsize length, const Option *option)
{
  gboolean bracket = length > 0 && folded[length - 1] == ']';
  gsize end = length - bracket;
  const char *start;
  const char *code;

  if (end <= option->length
      || memcmp (folded + end - option->length, option->label, option->length) != 0)
    return FALSE;
  start = folded + end - option->length - 1;
  if (*start != (bracket ? '[' : '/'))
    return FALSE;
  if (find_part (self, folded, (gsize) (start - folded)) == option->question)
    return TRUE;
  code = bracket ? strchr (folded, '[') : NULL;
  return code != NULL && code < start
         && find_part (self, folded, (gsize) (code - folded)) == option->question;
}

/* The code of a question and the number of an option: "A6[1]", "A6_SQ001", "A6/1". */
static const KsQuestion *
find_code (KsQuestionIndex *self, const char *folded, guint *choice)
{
  const char *mark = strpbrk (folded, "[_/");
  const KsQuestion *question
      = mark != NULL ? find_part (self, folded, (gsize) (mark - folded)) : NULL;
  guint64 number;
  char *end;

  if (question == NULL || question->type != KS_QUESTION_MULTI)
    return NULL;
  mark++;
  if (g_str_has_prefix (mark, "sq"))
    mark += 2;
  number = g_ascii_isdigit (*mark) ? g_ascii_strtoull (mark, &end, 10) : 0;
  if (number == 0 || number > question->n_options || (*end != '\0' && strcmp (end, "]") != 0))
    return NULL;
  *choice = (guint) number;
  return question;
}

/* A grid of questions has its rows in brackets behind its title: "Title [question]". */
static const KsQuestion *
find_in_brackets (KsQuestionIndex *self, const char *folded, gsize length)
{
  const char *open = length > 0 && folded[length - 1] == ']' ? strchr (folded, '[') : NULL;

  return open != NULL ? find_part (self, open + 1, (gsize) (folded + length - 1 - (open + 1)))
                      : NULL;
}

/* Forms mark a question that must be answered by a star. */
static char *
fold_header (const char *header)
{
  char *folded = ks_text_fold (header);
  gsize length = strlen (folded);

  while (length > 0 && strchr (" *:", folded[length - 1]) != NULL)
    folded[--length] = '\0';
  return folded;
}

/**
 * ks_question_index_find:
 * @self: an index
 * @header: what stands over a column
 * @choice: (out): the option that the column is about, from 1; 0: it holds the whole answer
 *
 * Returns: (transfer none) (nullable): the question that the column answers
 */
const KsQuestion *
ks_question_index_find (KsQuestionIndex *self, const char *header, guint *choice)
{
  g_autofree char *folded = fold_header (header);
  gsize length = strlen (folded);
  const KsQuestion *question = g_hash_table_lookup (self->questions, folded);

  *choice = 0;
  if (question != NULL || length == 0)
    return question;
  for (guint i = 0; i < self->options->len; i++)
    {
      const Option *option = &g_array_index (self->options, Option, i);

      if (!is_over_option (self, folded, length, option))
        continue;
      *choice = option->choice;
      return option->question;
    }
  question = find_code (self, folded, choice);
  return question != NULL ? question : find_in_brackets (self, folded, length);
}
