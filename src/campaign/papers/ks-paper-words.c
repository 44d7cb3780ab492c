/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-words.h"

#include <string.h>

/* Sentences of templates. {id} is a figure; [… {id} …] is left out when a figure of it is 0; of
 * [a | b | c] those that hold are joined by commas, of [; a | b] by semicolons. {?id} prints
 * nothing and asks that the figure be there, {!id} that it be not. What is asked outside brackets
 * is asked of the whole paragraph. */

typedef struct
{
  KsFieldFunc holds;
  gpointer data;
} Expand;

static gboolean
read_text (const Expand *self, const char **at, const char *ends, gboolean inside, GString *out);

/* Takes what stands between braces; braces that do not close take the rest. */
static char *
take_field (const char **at, gsize *length)
{
  const char *end = strchr (*at, '}');
  gsize size = end != NULL ? (gsize)(end - *at) + 1 : strlen (*at);
  char *field = g_strndup (*at + 1, end != NULL ? size - 2 : size - 1);

  *length = size;
  return field;
}

static gboolean
read_field (const Expand *self, const char **at, gboolean inside, GString *out)
{
  gsize length;
  g_autofree char *field = NULL;
  const char *start = *at;
  gboolean asks;

  if ((*at)[1] == '{')
    {
      g_string_append (out, "{{");
      *at += 2;
      return TRUE;
    }
  field = take_field (at, &length);
  *at += length;
  asks = *field == '?' || *field == '!';
  if (!asks)
    g_string_append_len (out, start, (gssize)length);
  if (*field == '=' || (!asks && !inside))
    return TRUE;
  if (*field == '!')
    return !self->holds (field + 1, self->data);
  return self->holds (*field == '?' ? field + 1 : field, self->data);
}

static void
read_group (const Expand *self, const char **at, GString *out)
{
  const char *joint = (*at)[1] == ';' ? "; " : ", ";
  gboolean first = TRUE;

  *at += (*at)[1] == ';' ? 2 : 1;
  while (**at != '\0')
    {
      g_autoptr (GString) part = g_string_new (NULL);
      gboolean holds = read_text (self, at, "|]", TRUE, part);
      gboolean last = **at != '|';

      if (holds && part->len > 0)
        {
          /* An only part keeps its blanks: it is a piece of the sentence around it. */
          if (!first || !last)
            g_strstrip (part->str);
          g_string_append_printf (out, "%s%s", first ? "" : joint, part->str);
          first = FALSE;
        }
      if (**at != '\0')
        (*at)++;
      if (last)
        return;
    }
}

static gboolean
read_text (const Expand *self, const char **at, const char *ends, gboolean inside, GString *out)
{
  gboolean holds = TRUE;

  while (**at != '\0' && strchr (ends, **at) == NULL)
    if (**at == '{')
      holds &= read_field (self, at, inside, out);
    else if (**at == '[')
      read_group (self, at, out);
    else
      g_string_append_c (out, *(*at)++);
  return holds;
}

/**
 * ks_paper_words_expand:
 * @text: a paragraph of a template
 * @holds: tells which figures are there
 * @data: for @holds
 *
 * Returns: (transfer full) (nullable): the paragraph as a document takes it, without the parts
 * whose figures are 0; %NULL: nothing of it holds
 */
char *
ks_paper_words_expand (const char *text, KsFieldFunc holds, gpointer data)
{
  const Expand expand = { holds, data };
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = text;

  if (!read_text (&expand, &at, "", FALSE, out))
    return NULL;
  g_strstrip (out->str);
  return *out->str != '\0' ? g_strdup (out->str) : NULL;
}

/**
 * ks_paper_words_hold:
 * @text: a paragraph of a template, or the conditions alone
 * @holds: tells which figures are there
 * @data: for @holds
 *
 * Returns: whether what is asked outside brackets is there
 */
gboolean
ks_paper_words_hold (const char *text, KsFieldFunc holds, gpointer data)
{
  const Expand expand = { holds, data };
  g_autoptr (GString) out = g_string_new (NULL);

  return read_text (&expand, &text, "", FALSE, out);
}

static char *
judge_field (const char *field, gboolean (*knows) (const char *id, gpointer data), gpointer data)
{
  const char *id = *field == '?' || *field == '!' ? field + 1 : field;

  return *field == '=' || knows (id, data) ? NULL : g_strdup_printf ("{%s}", field);
}

/* The faulty word at @at, or NULL; moves on behind what was judged. */
static char *
judge_next (const char **at,
            int *depth,
            gboolean (*knows) (const char *id, gpointer data),
            gpointer data)
{
  g_autofree char *field = NULL;
  gsize length = 1;

  if (**at == '{' && (*at)[1] == '{')
    length = 2;
  else if (**at == '{' && strchr (*at, '}') == NULL)
    return g_strdup ("{");
  else if (**at == '{')
    field = take_field (at, &length);
  else if (**at == '[' || **at == ']')
    *depth += **at == '[' ? 1 : -1;
  else if (g_ascii_isdigit (**at))
    return g_strndup (*at, strspn (*at, "0123456789.,%/"));
  *at += length;
  if (*depth < 0)
    return g_strdup ("]");
  return field != NULL ? judge_field (field, knows, data) : NULL;
}

/**
 * ks_paper_words_check:
 * @text: a paragraph of a template
 * @knows: tells which figures there are
 * @data: for @knows
 * @fault: (out): what is wrong: a field that nobody knows, a brace or bracket that does not close,
 *   a number that is no figure
 *
 * Returns: whether the paragraph can be printed
 */
gboolean
ks_paper_words_check (const char *text,
                      gboolean (*knows) (const char *id, gpointer data),
                      gpointer data,
                      char **fault)
{
  const char *at = text;
  int depth = 0;

  *fault = NULL;
  while (*at != '\0' && *fault == NULL)
    *fault = judge_next (&at, &depth, knows, data);
  if (*fault == NULL && depth > 0)
    *fault = g_strdup ("[");
  return *fault == NULL;
}

/**
 * ks_paper_words_dup_superior:
 * @text: (nullable): "BAN DÂN VẬN {superior}", or what an office set; %NULL: nothing
 * @superior: (nullable): the superior body of the campaign
 *
 * Returns: (transfer full): what stands at the head of a paper
 */
char *
ks_paper_words_dup_superior (const char *text, const char *superior)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "{superior}", "{superior}", -1);

  return g_strstrip (g_strjoinv (superior != NULL ? superior : "", parts));
}

/**
 * ks_paper_words_number:
 * @text: a heading or a paragraph of a template
 *
 * The number that a heading begins with is no figure: "1. Ưu điểm" need not be written
 * "{=1}. Ưu điểm".
 *
 * Returns: (transfer full): the same, marked as papers have it
 */
char *
ks_paper_words_number (const char *text)
{
  gsize length = strspn (text, "0123456789.");

  if (!g_ascii_isdigit (*text) || text[length - 1] != '.' || text[length] != ' ')
    return g_strdup (text);
  return g_strdup_printf ("{=%.*s}%s", (int)length, text, text + length);
}

/**
 * ks_paper_words_name_district:
 * @name: of a district in the registry
 *
 * Returns: (transfer none): what papers call it: units without a district are one, too, where others
 *   have one
 */
const char *
ks_paper_words_name_district (const char *name)
{
  return *name != '\0' ? name : "Đơn vị trực thuộc tỉnh";
}

/**
 * ks_paper_figure_holds:
 * @id: of a figure
 * @book: a #KsFigureBook
 *
 * Returns: whether there is something to tell: neither 0 nor a dash
 */
gboolean
ks_paper_figure_holds (const char *id, gpointer book)
{
  const KsFigure *figure = ks_figure_book_lookup (book, id);

  if (figure == NULL)
    return FALSE;
  if (figure->format == KS_FIGURE_WORDS)
    return *figure->text != '\0' && !g_str_equal (figure->text, "–");
  return figure->value != 0;
}
