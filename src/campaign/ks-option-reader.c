/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-option-reader.h"

#include <string.h>

#include "ks-text.h"

typedef struct {
  const char *label;   /* as the form spells it */
  gsize       length;
  guint       choice;  /* from 1 */
} Option;

struct _KsOptionReader {
  const KsQuestion *question;
  Option           *options;     /* longest first, so that no option hides inside another */
  GHashTable       *folded;      /* folded label or number → choice */
  char              separator;   /* seen between options: ';', ',' or 0 */
};

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const Option *left = a;
  const Option *right = b;

  return left->length < right->length ? 1 : left->length > right->length ? -1 : 0;
}

/* Two options that fold alike could not be told apart by it: neither is found this way then. */
static void
add_folded (KsOptionReader *self, const char *text, guint choice)
{
  g_autofree char *folded = ks_text_fold (text);
  gboolean known = g_hash_table_contains (self->folded, folded);

  g_hash_table_insert (self->folded, g_steal_pointer (&folded),
                       GUINT_TO_POINTER (known ? 0 : choice));
}

/**
 * ks_option_reader_new:
 * @question: a closed question; it must outlive the reader
 *
 * Returns: (transfer full): a reader of its cells
 */
KsOptionReader *
ks_option_reader_new (const KsQuestion *question)
{
  KsOptionReader *self = g_new0 (KsOptionReader, 1);

  self->question = question;
  self->options = g_new0 (Option, question->n_options + 1);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < question->n_options; i++)
    {
      const KsOption *option = &question->options[i];

      self->options[i] = (Option){ option->label, strlen (option->label), i + 1 };
      add_folded (self, option->label, i + 1);
      if (option->has_value)
        {
          g_autofree char *value = g_strdup_printf ("%d", option->value);

          add_folded (self, value, i + 1);
        }
    }
  qsort (self->options, question->n_options, sizeof (Option), compare_length);
  return self;
}

/**
 * ks_option_reader_free:
 * @self: (nullable): a reader
 *
 * Frees the reader.
 */
void
ks_option_reader_free (KsOptionReader *self)
{
  if (self == NULL)
    return;
  g_free (self->options);
  g_hash_table_unref (self->folded);
  g_free (self);
}

/**
 * ks_option_reader_find:
 * @self: a reader
 * @text: a label or a number
 * @length: its bytes
 *
 * Returns: the choice that it names, from 1; 0 where it names none
 */
guint
ks_option_reader_find (KsOptionReader *self, const char *text, gsize length)
{
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;

  for (guint i = 0; i < self->question->n_options; i++)
    if (self->options[i].length == length && memcmp (self->options[i].label, text, length) == 0)
      return self->options[i].choice;

  copy = g_strndup (text, length);
  folded = ks_text_fold (copy);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->folded, folded));
}

static gboolean
is_separator (char c)
{
  return c == ';' || c == ',';
}

static const char *
skip_separator (KsOptionReader *self, const char *at, const char *end)
{
  if (at < end && is_separator (*at))
    self->separator = *at++;
  while (at < end && (*at == ' ' || *at == '\n'))
    at++;
  return at;
}

/* The longest option that stands at @at and ends at a separator or at the end. */
static const Option *
match_option (KsOptionReader *self, const char *at, const char *end)
{
  for (guint i = 0; i < self->question->n_options; i++)
    {
      const Option *option = &self->options[i];
      const char *after = at + option->length;

      if (option->length <= (gsize) (end - at) && memcmp (at, option->label, option->length) == 0
          && (after == end || is_separator (*after)))
        return option;
    }
  return NULL;
}

/* A part that is spelled otherwise ends at the next separator. */
static guint
read_odd_part (KsOptionReader *self, const char *at, const char *end, const char **after)
{
  const char *stop = at;

  while (stop < end && !is_separator (*stop))
    stop++;
  *after = stop;
  return ks_option_reader_find (self, at, (gsize) (stop - at));
}

static gboolean
read_multiple (KsOptionReader *self, const KsCell *cell, char *answers)
{
  const char *at = cell->text;
  const char *end = cell->text + cell->length;
  gboolean all_read = TRUE;

  while (at < end)
    {
      const Option *option = match_option (self, at, end);
      guint choice = option != NULL ? option->choice : 0;
      const char *after = option != NULL ? at + option->length : NULL;

      if (option == NULL)
        choice = read_odd_part (self, at, end, &after);
      if (choice > 0)
        ks_question_write_choice (self->question, answers, choice);
      else
        all_read = FALSE;
      at = skip_separator (self, after, end);
    }
  return all_read;
}

/**
 * ks_option_reader_read:
 * @self: a reader
 * @cell: a cell of its question
 * @answers: an answer text whose columns of this question are blank
 *
 * Writes what the cell says into the answer text.
 *
 * Returns: %FALSE when a part of the cell is no option: that part stays out
 */
gboolean
ks_option_reader_read (KsOptionReader *self, const KsCell *cell, char *answers)
{
  guint choice;

  if (cell->length == 0)
    return TRUE;
  if (self->question->type == KS_QUESTION_MULTI)
    return read_multiple (self, cell, answers);

  choice = ks_option_reader_find (self, cell->text, cell->length);
  if (choice > 0)
    ks_question_write_choice (self->question, answers, choice);
  return choice > 0;
}

/**
 * ks_option_reader_get_separator:
 * @self: a reader
 *
 * Returns: what was seen between options: ';', ',' or 0
 */
char
ks_option_reader_get_separator (KsOptionReader *self)
{
  return self->separator;
}
