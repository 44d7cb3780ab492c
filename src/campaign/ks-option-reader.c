/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-option-reader.h"

#include <string.h>

#include "ks-text.h"

typedef struct {
  char  *label;
  gsize  length;
  guint  choice;  /* from 1; 0: two options read alike, and neither is meant for certain */
} Option;

/* Where an option is looked for first; the form of a survey has few in each question. */
#define N_PLACES 64

struct _KsOptionReader {
  const KsQuestion *question;
  GArray           *options;     /* as the form spells them, longest first: none hides in another */
  const Option     *places[N_PLACES]; /* by their spelling, or NULL */
  GArray           *folded;      /* the same, folded */
  GHashTable       *found;       /* folded label, number or other name → choice */
  char              separator;   /* seen between options: ';', ',' or 0 */
  char              unusual;     /* parts options as well, since an officer said so; or 0 */
};

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const Option *left = a;
  const Option *right = b;

  return left->length < right->length ? 1 : left->length > right->length ? -1 : 0;
}

static void
clear_option (gpointer data)
{
  g_free (((Option *) data)->label);
}

static GArray *
new_options (void)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (Option));

  g_array_set_clear_func (options, clear_option);
  return options;
}

static void
add_option (GArray *options, char *label, guint choice)
{
  Option option = { label, strlen (label), choice };

  g_array_append_val (options, option);
}

/* Two options that fold alike could not be told apart by it: neither is found this way then. */
static void
add_name (KsOptionReader *self, const char *text, guint choice)
{
  g_autofree char *folded = ks_text_fold (text);
  gpointer other;

  if (g_hash_table_lookup_extended (self->found, folded, NULL, &other)
      && GPOINTER_TO_UINT (other) != choice)
    choice = 0;
  g_hash_table_insert (self->found, g_steal_pointer (&folded), GUINT_TO_POINTER (choice));
}

/* A number before or behind its label: "5", "5 - Rất tốt", "5. Rất tốt", "Rất tốt (5)". */
static void
add_number (KsOptionReader *self, const KsOption *option, guint choice)
{
  static const char *const before[] = { "%d - %s", "%d-%s", "%d. %s", "%d.%s", "%d: %s", "%d) %s", "%d %s" };
  g_autofree char *value = g_strdup_printf ("%d", option->value);
  g_autofree char *behind = g_strdup_printf ("%s (%d)", option->label, option->value);

  add_name (self, value, choice);
  add_name (self, behind, choice);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autoptr (GString) text = g_string_new (before[i]);

      g_string_replace (text, "%d", value, 1);
      g_string_replace (text, "%s", option->label, 1);
      add_name (self, text->str, choice);
    }
}

/* "Không biết/không có ý kiến" is said by either half, and in other words. */
static void
add_apart (KsOptionReader *self, const KsOption *option, guint choice)
{
  static const char *const others[]
      = { "không biết", "không rõ", "không ý kiến", "không có ý kiến", "khó trả lời", "KB", "KYK" };
  g_auto (GStrv) halves = g_strsplit (option->label, "/", -1);

  for (guint i = 0; halves[i] != NULL && halves[1] != NULL; i++)
    add_name (self, halves[i], choice);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *folded = ks_text_fold (others[i]);

      if (!g_hash_table_contains (self->found, folded))
        add_name (self, folded, choice);
    }
}

static gboolean
says_dont_know (const char *label)
{
  g_autofree char *folded = ks_text_fold (label);

  return g_str_has_prefix (folded, "khong biet") || g_str_has_prefix (folded, "khong co y kien")
         || g_str_has_prefix (folded, "khong y kien") || g_str_has_prefix (folded, "khong ro");
}

static void
add_names (KsOptionReader *self)
{
  const KsQuestion *question = self->question;

  for (guint i = 0; i < question->n_options; i++)
    add_name (self, question->options[i].label, i + 1);
  for (guint i = 0; i < question->n_options; i++)
    if (question->options[i].has_value)
      add_number (self, &question->options[i], i + 1);
  for (guint i = 0; i < question->n_options; i++)
    if (question->ordinal && !question->options[i].has_value
        && says_dont_know (question->options[i].label))
      add_apart (self, &question->options[i], i + 1);
}

static guint
get_place (const char *text, gsize length)
{
  return (guint) (length + 5 * (guint8) text[0] + 3 * (guint8) text[length / 2]) % N_PLACES;
}

static gboolean
is_spelled (const Option *self, const char *text, gsize length)
{
  return self->length == length && memcmp (self->label, text, length) == 0;
}

/* Which option comes next nobody foresees, no processor either: to try them one after the other
 * takes longer than to look one up. */
static void
place_options (KsOptionReader *self)
{
  const Option *options = (const Option *) (const void *) self->options->data;

  for (guint i = 0; i < self->options->len; i++)
    self->places[get_place (options[i].label, options[i].length)] = &options[i];
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
  self->options = new_options ();
  self->folded = new_options ();
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_names (self);
  for (guint i = 0; i < question->n_options; i++)
    {
      char *folded = ks_text_fold (question->options[i].label);

      add_option (self->options, g_strdup (question->options[i].label), i + 1);
      add_option (self->folded, folded,
                  GPOINTER_TO_UINT (g_hash_table_lookup (self->found, folded)));
    }
  g_array_sort (self->options, compare_length);
  place_options (self);
  g_array_sort (self->folded, compare_length);
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
  g_array_unref (self->options);
  g_array_unref (self->folded);
  g_hash_table_unref (self->found);
  g_free (self);
}

static guint
find_folded (KsOptionReader *self, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *folded = ks_text_fold (copy);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->found, folded));
}

static guint
find_among_all (KsOptionReader *self, const char *text, gsize length)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const Option *option = &g_array_index (self->options, Option, i);

      if (is_spelled (option, text, length))
        return option->choice;
    }
  return find_folded (self, text, length);
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
  const Option *placed = self->places[get_place (text, length)];

  if (placed != NULL && is_spelled (placed, text, length))
    return placed->choice;
  return find_among_all (self, text, length);
}

static gboolean
is_separator (const KsOptionReader *self, char c)
{
  return c == ';' || c == ',' || c == '\n' || c == '|' || (c == self->unusual && c != '\0');
}

static const char *
skip_separator (KsOptionReader *self, const char *at, const char *end)
{
  if (at < end && is_separator (self, *at))
    self->separator = *at++;
  while (at < end && (*at == ' ' || *at == '\n'))
    at++;
  return at;
}

/* The longest option that stands at @at and ends at a separator or at the end. */
static const Option *
match_option (const KsOptionReader *self, const GArray *options, const char *at, const char *end,
              gboolean by_blanks)
{
  for (guint i = 0; i < options->len; i++)
    {
      const Option *option = &g_array_index (options, Option, i);
      const char *after = at + option->length;

      if (option->length > 0 && option->length <= (gsize) (end - at)
          && memcmp (at, option->label, option->length) == 0
          && (after == end || is_separator (self, *after) || (by_blanks && *after == ' ')))
        return option;
    }
  return NULL;
}

/* A part that is spelled otherwise ends at the next separator. */
static guint
read_odd_part (KsOptionReader *self, const char *at, const char *end, const char **after)
{
  const char *stop = at;

  while (stop < end && !is_separator (self, *stop))
    stop++;
  *after = stop;
  return ks_option_reader_find (self, at, (gsize) (stop - at));
}

/* Reads a list of options; parts that are none stay out. */
static gboolean
read_list (KsOptionReader *self, const GArray *options, const char *at, gsize length, char *answers)
{
  const char *end = at + length;
  gboolean all_read = TRUE;

  while (at < end)
    {
      const Option *option = match_option (self, options, at, end, FALSE);
      guint choice = option != NULL ? option->choice : 0;
      const char *after = option != NULL ? at + option->length : NULL;

      if (option == NULL)
        choice = read_odd_part (self, at, end, &after);
      if (choice > 0)
        ks_question_write_choice (self->question, answers, choice);
      else if (after > at)
        all_read = FALSE;
      at = skip_separator (self, after, end);
    }
  return all_read;
}

/* KoBoToolbox parts options by blanks, which stand inside them as well: only a text that is nothing
 * but options is read so. */
static gboolean
read_by_blanks (KsOptionReader *self, const char *folded, char *answers)
{
  const char *end = folded + strlen (folded);

  for (const char *at = folded; at < end;)
    {
      const Option *option = match_option (self, self->folded, at, end, TRUE);

      if (option == NULL || option->choice == 0)
        return FALSE;
      ks_question_write_choice (self->question, answers, option->choice);
      at = skip_separator (self, at + option->length, end);
    }
  return TRUE;
}

static gboolean
read_folded (KsOptionReader *self, const KsCell *cell, char *answers)
{
  g_autofree char *copy = g_strndup (cell->text, cell->length);
  g_autofree char *folded = ks_text_fold (copy);

  ks_question_write_blank (self->question, answers);
  if (read_by_blanks (self, folded, answers))
    return TRUE;
  ks_question_write_blank (self->question, answers);
  return read_list (self, self->folded, folded, strlen (folded), answers);
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
    return read_list (self, self->options, cell->text, cell->length, answers)
           || read_folded (self, cell, answers);

  choice = ks_option_reader_find (self, cell->text, cell->length);
  if (choice > 0)
    ks_question_write_choice (self->question, answers, choice);
  return choice > 0;
}

/* 1: chosen, 0: not, -1: neither can be said. */
static int
read_mark (const char *text)
{
  static const char *const yes[] = { "1", "yes", "y", "co", "true", "x", "checked", "dung", "chon", NULL };
  static const char *const no[]
      = { "", "0", "no", "n", "khong", "false", "sai", "unchecked", "n/a", "-", NULL };
  g_autofree char *folded = NULL;

  /* Nearly all cells are one of these, and there are many. */
  if (strcmp (text, "No") == 0 || strcmp (text, "0") == 0)
    return 0;
  if (strcmp (text, "Yes") == 0 || strcmp (text, "1") == 0)
    return 1;
  folded = ks_text_fold (text);
  return g_strv_contains (yes, folded) ? 1 : g_strv_contains (no, folded) ? 0 : -1;
}

/**
 * ks_option_reader_read_one:
 * @self: a reader
 * @choice: the option that a column of its own is about, from 1
 * @cell: a cell of that column
 * @answers: (inout): an answer text
 *
 * Writes whether the option was chosen.
 *
 * Returns: %FALSE when the cell says neither yes nor no
 */
gboolean
ks_option_reader_read_one (KsOptionReader *self, guint choice, const KsCell *cell, char *answers)
{
  int mark;

  if (cell->length == 0)
    return TRUE;
  mark = read_mark (cell->text);
  if (mark < 0 && ks_option_reader_find (self, cell->text, cell->length) == choice)
    mark = 1;
  if (mark > 0)
    ks_question_write_choice (self->question, answers, choice);
  return mark >= 0;
}

/**
 * ks_option_reader_learn:
 * @self: a reader
 * @text: what cells say
 * @choice: the option that is meant, from 1; one that the question has not is passed over
 *
 * Takes a name that an officer gave an option, before all others.
 */
void
ks_option_reader_learn (KsOptionReader *self, const char *text, guint choice)
{
  if (choice > 0 && choice <= self->question->n_options)
    g_hash_table_insert (self->found, ks_text_fold (text), GUINT_TO_POINTER (choice));
}

/**
 * ks_option_reader_add_separator:
 * @self: a reader
 * @separator: a sign
 *
 * Lets a sign part options beside the usual ones.
 */
void
ks_option_reader_add_separator (KsOptionReader *self, char separator)
{
  self->unusual = separator;
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
