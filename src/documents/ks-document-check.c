/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-document-private.h"

#include <string.h>

#include "ks-documents-error.h"
#include "ks-i18n.h"

#define LONGEST_PLACE 60

/* All texts with marks, in the order in which they are read on paper. */
typedef struct
{
  KsMarkedFunc func;
  gpointer data;
} Walk;

static gboolean
give (const Walk *walk, const KsBlock *block, guint row, const char *marked)
{
  return marked == NULL || walk->func (block, row, marked, walk->data);
}

static gboolean
give_list (const Walk *walk, const KsBlock *block, guint row, const char *const *marked, guint n)
{
  for (guint i = 0; marked != NULL && i < n; i++)
    if (!give (walk, block, row, marked[i]))
      return FALSE;
  return TRUE;
}

static gboolean
give_opening (const Walk *walk, const KsBlock *block)
{
  const KsPaperOpening *opening = &block->opening;

  return give (walk, block, 0, opening->title)
         && give_list (walk, block, 0, opening->subjects,
                       g_strv_length ((char **)opening->subjects))
         && give (walk, block, 0, opening->reference);
}

/* Row 0 is the header. */
static gboolean
give_table (const Walk *walk, const KsBlock *block)
{
  guint n = block->table.n_columns;

  if (!give (walk, block, 0, block->table.lead) || !give (walk, block, 0, block->text)
      || !give_list (walk, block, 0, block->table.header, n))
    return FALSE;
  for (guint i = 0; i < block->rows->len; i++)
    if (!give_list (walk, block, i + 1, g_array_index (block->rows, KsTableRow, i).cells, n))
      return FALSE;
  return TRUE;
}

static gboolean
give_block (const Walk *walk, const KsBlock *block)
{
  switch (block->kind)
    {
    case KS_BLOCK_OPENING:
      return give_opening (walk, block);
    case KS_BLOCK_TABLE:
      return give_table (walk, block);
    case KS_BLOCK_TITLE:
      return give (walk, block, 0, block->label) && give (walk, block, 0, block->text)
             && give (walk, block, 0, block->reference);
    case KS_BLOCK_HEADING:
    case KS_BLOCK_TEXT:
    case KS_BLOCK_POINT:
    case KS_BLOCK_NOTE:
    case KS_BLOCK_BLANK:
    case KS_BLOCK_CHART:
      return give (walk, block, 0, block->text);
    case KS_BLOCK_PLAIN:
    case KS_BLOCK_BREAK:
    case KS_BLOCK_CLOSING:
    default:
      return TRUE;
    }
}

/**
 * ks_document_each_text:
 * @self: a document
 * @func: called for every text with marks, in the order of reading; stops the walk with %FALSE
 * @data: for @func
 *
 * Returns: %FALSE if @func stopped
 */
gboolean
ks_document_each_text (KsDocument *self, KsMarkedFunc func, gpointer data)
{
  const Walk walk = { func, data };

  for (guint i = 0; i < self->blocks->len; i++)
    if (!give_block (&walk, ks_document_get_block (self, i)))
      return FALSE;
  return TRUE;
}

static void
append_short (GString *words, const char *text)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST_PLACE)
    {
      g_string_append (words, text);
      return;
    }
  begin = g_utf8_substring (text, 0, LONGEST_PLACE);
  g_string_append_printf (words, "%s…", begin);
}

/* The first cell of a row is often its number alone. */
static void
append_row (GString *words, const KsBlock *block, guint row, KsFigureBook *book)
{
  const char *const *cells = g_array_index (block->rows, KsTableRow, row - 1).cells;

  for (guint i = 0; i < MIN (2, block->table.n_columns); i++)
    {
      g_autoptr (KsRichText) cell = ks_rich_text_new (cells[i], book);

      if (*cell->text != '\0')
        g_string_append (words, words->len > 0 ? " · " : "");
      append_short (words, cell->text);
    }
}

static char *
tell_place (const KsBlock *block, guint row, const char *marked, KsFigureBook *book)
{
  gboolean table = block->kind == KS_BLOCK_TABLE;
  const char *first = table ? block->text : marked;
  g_autoptr (KsRichText) text = ks_rich_text_new (first != NULL ? first : "", book);
  GString *words = g_string_new (NULL);

  append_short (words, text->text);
  if (row > 0)
    append_row (words, block, row, book);
  return g_string_free (words, FALSE);
}

typedef struct
{
  KsDocument *document;
  GError **error;
} Check;

static gboolean
check_text (const KsBlock *block, guint row, const char *marked, gpointer data)
{
  const Check *check = data;
  const char *paper = check->document->facts.title;
  g_autofree char *word = NULL;
  g_autofree char *place = NULL;
  KsMarkFault fault = ks_rich_text_judge (marked, check->document->book, &word);

  if (fault == KS_MARK_FINE)
    return TRUE;
  place = tell_place (block, row, marked, check->document->book);
  if (fault == KS_MARK_DIGIT)
    g_set_error (check->error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_FIGURE,
                 _ ("“%s” cannot be made: the number “%s” in “%s” is not one of the campaign's "
                    "figures. Write a field for it in the template, or {=…} around what is no "
                    "figure."),
                 paper, word, place);
  else if (fault == KS_MARK_UNKNOWN)
    g_set_error (
        check->error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_FIGURE,
        _ ("“%s” cannot be made: there is no figure “%s”, which “%s” asks for. Correct the "
           "field in the template."),
        paper, word, place);
  else
    g_set_error (check->error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_FIGURE,
                 _ ("“%s” cannot be made: the field “%s” in “%s” does not end. Add the brace } in "
                    "the template, or write {{ for a brace."),
                 paper, word, place);
  return FALSE;
}

/**
 * ks_document_check:
 * @self: a document
 * @error: return location for %KS_DOCUMENTS_ERROR_FIGURE
 *
 * A number without an account shall not be printed: every digit in the texts must be that of a
 * figure of the book, or say that it is none.
 *
 * Returns: %FALSE with @error set, which names the first sentence at fault
 */
gboolean
ks_document_check (KsDocument *self, GError **error)
{
  Check check = { self, error };

  return ks_document_each_text (self, check_text, &check);
}

typedef struct
{
  KsDocument *document;
  GPtrArray *places;
} List;

static gboolean
list_figures (const KsBlock *block, guint row, const char *marked, gpointer data)
{
  const List *list = data;
  g_autoptr (KsRichText) text = NULL;

  if (strchr (marked, '{') == NULL)
    return TRUE;
  text = ks_rich_text_new (marked, list->document->book);
  for (guint i = 0; i < text->spans->len; i++)
    {
      KsFigurePlace *place = g_new0 (KsFigurePlace, 1);

      place->id = g_strdup (g_array_index (text->spans, KsSpan, i).figure->id);
      place->where = tell_place (block, row, marked, list->document->book);
      g_ptr_array_add (list->places, place);
    }
  return TRUE;
}

/**
 * ks_document_dup_figures:
 * @self: a document
 *
 * Returns: (transfer full) (element-type KsFigurePlace): the figures that it prints, in the order
 *   of reading; one that is printed twice stands there twice
 */
GPtrArray *
ks_document_dup_figures (KsDocument *self)
{
  List list = { self, g_ptr_array_new_with_free_func ((GDestroyNotify)ks_figure_place_free) };

  ks_document_each_text (self, list_figures, &list);
  return list.places;
}

/**
 * ks_figure_place_free:
 * @place: (transfer full): where a figure stands
 */
void
ks_figure_place_free (KsFigurePlace *place)
{
  g_free (place->id);
  g_free (place->where);
  g_free (place);
}
