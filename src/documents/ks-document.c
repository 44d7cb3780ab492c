/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-document-private.h"

#include <string.h>

#define DEFAULT_FONT "Times New Roman"

static void
free_block (gpointer data)
{
  KsBlock *block = data;

  if (block->destroy != NULL)
    block->destroy (block->chart);
  g_clear_pointer (&block->rows, g_array_unref);
  g_free (block);
}

static const char *
keep_text (KsDocument *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static gpointer
keep_bytes (KsDocument *self, gconstpointer bytes, gsize size)
{
  gpointer copy = g_memdup2 (bytes, size);

  g_ptr_array_add (self->arrays, copy);
  return copy;
}

/* No text is a text of its own: an empty one. */
static const char *const *
keep_texts (KsDocument *self, const char *const *texts, guint n)
{
  const char **kept = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    kept[i] = keep_text (self, texts[i] != NULL ? texts[i] : "");
  g_ptr_array_add (self->arrays, kept);
  return kept;
}

static const char *const *
keep_list (KsDocument *self, const char *const *texts)
{
  return keep_texts (self, texts, texts != NULL ? g_strv_length ((char **)texts) : 0);
}

static void
set_margins (KsDocumentFacts *facts)
{
  static const double upright[] = { 20, 20, 20, 30 };
  static const double flat[] = { 17, 20, 17, 20 };
  static const double compact[] = { 20, 20, 7, 30 }; /* room to sign may reach down */

  if (facts->margins[0] + facts->margins[1] + facts->margins[2] + facts->margins[3] <= 0)
    memcpy (facts->margins,
            facts->landscape ? flat
            : facts->compact ? compact
                             : upright,
            sizeof facts->margins);
}

/**
 * ks_document_new:
 * @facts: what it is; nothing of it is kept
 * @book: where its figures are; it may still be filled
 *
 * Returns: (transfer full): an empty document
 */
KsDocument *
ks_document_new (const KsDocumentFacts *facts, KsFigureBook *book)
{
  KsDocument *self = g_atomic_rc_box_new0 (KsDocument);

  self->book = ks_figure_book_ref (book);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->arrays = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (4096);
  self->facts = *facts;
  self->facts.id = keep_text (self, facts->id != NULL ? facts->id : "");
  self->facts.title = keep_text (self, facts->title != NULL ? facts->title : "");
  self->facts.author = keep_text (self, facts->author != NULL ? facts->author : "");
  self->facts.draft = keep_text (self, facts->draft);
  self->facts.notice = keep_text (self, facts->notice);
  self->facts.font = keep_text (self, facts->font != NULL ? facts->font : DEFAULT_FONT);
  set_margins (&self->facts);
  return self;
}

/**
 * ks_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
KsDocument *
ks_document_ref (KsDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_document (gpointer data)
{
  KsDocument *self = data;

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->arrays);
  g_string_chunk_free (self->texts);
  ks_figure_book_unref (self->book);
}

/**
 * ks_document_unref:
 * @self: (transfer full): a document
 */
void
ks_document_unref (KsDocument *self)
{
  g_atomic_rc_box_release_full (self, clear_document);
}

/**
 * ks_document_get_book:
 * @self: a document
 *
 * Returns: (transfer none): where its figures are
 */
KsFigureBook *
ks_document_get_book (KsDocument *self)
{
  return self->book;
}

/**
 * ks_document_quote:
 * @text: a name, or anything else whose digits are no figures
 *
 * Returns: (transfer full): what prints @text in a text or a cell of a document
 */
char *
ks_document_quote (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "}", -1);
  GString *marked = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (marked, '}');
      if (*parts[i] != '\0')
        g_string_append_printf (marked, "{=%s}", parts[i]);
    }
  return g_string_free (marked, FALSE);
}

static KsBlock *
add_block (KsDocument *self, KsBlockKind kind, const char *text)
{
  KsBlock *block = g_new0 (KsBlock, 1);

  g_warn_if_fail (self->table == NULL);
  block->kind = kind;
  block->text = keep_text (self, text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * ks_document_open:
 * @self: a document without content
 * @opening: what it begins with; without a superior body there is no head. Title, subjects and
 *   reference are texts with marks, the rest is an officer's
 *
 * Adds the head of a Party document and the title.
 */
void
ks_document_open (KsDocument *self, const KsPaperOpening *opening)
{
  KsBlock *block = add_block (self, KS_BLOCK_OPENING, NULL);

  block->opening.superior = keep_text (self, opening->superior);
  block->opening.organ = keep_text (self, opening->organ);
  block->opening.number = keep_text (self, opening->number);
  block->opening.place_date = keep_text (self, opening->place_date);
  block->opening.title = keep_text (self, opening->title);
  block->opening.subjects = keep_list (self, opening->subjects);
  block->opening.reference = keep_text (self, opening->reference);
}

/**
 * ks_document_add_title:
 * @self: a document
 * @label: (nullable): "Biểu số {=02}"
 * @title: in capitals
 * @reference: (nullable): in italics, what it belongs to
 *
 * Adds the title of a list that stands on pages of its own, without the head of a document.
 */
void
ks_document_add_title (KsDocument *self,
                       const char *label,
                       const char *title,
                       const char *reference)
{
  KsBlock *block = add_block (self, KS_BLOCK_TITLE, title);

  block->label = keep_text (self, label);
  block->reference = keep_text (self, reference);
}

/**
 * ks_document_add_heading:
 * @self: a document
 * @level: 1 and 2 of the sections of a text, 3 of a table
 * @text: "I. CHỈ ĐẠO, TRIỂN KHAI", "{=1}. Số người tham gia"
 *
 * Adds a heading; what follows stands on the same page.
 */
void
ks_document_add_heading (KsDocument *self, guint level, const char *text)
{
  g_return_if_fail (level >= 1 && level <= 3);

  add_block (self, KS_BLOCK_HEADING, text)->level = level;
}

/**
 * ks_document_add_text:
 * @self: a document
 * @text: a paragraph
 *
 * Adds a paragraph of the body: justified, its first line indented.
 */
void
ks_document_add_text (KsDocument *self, const char *text)
{
  add_block (self, KS_BLOCK_TEXT, text);
}

/**
 * ks_document_add_point:
 * @self: a document
 * @text: "– Tỷ lệ tham gia bằng …"
 *
 * Adds a line of a short list: smaller than the body, without indent.
 */
void
ks_document_add_point (KsDocument *self, const char *text)
{
  add_block (self, KS_BLOCK_POINT, text);
}

/**
 * ks_document_add_note:
 * @self: a document
 * @text: what must be known of the table above it
 */
void
ks_document_add_note (KsDocument *self, const char *text)
{
  add_block (self, KS_BLOCK_NOTE, text);
}

/**
 * ks_document_add_blank:
 * @self: a document
 * @lead: "{=1}. Ưu điểm:"
 *
 * Adds a line that is dotted after its lead, to be filled in by hand.
 */
void
ks_document_add_blank (KsDocument *self, const char *lead)
{
  add_block (self, KS_BLOCK_BLANK, lead);
}

/**
 * ks_document_add_plain:
 * @self: a document
 * @text: what an officer wrote; a line feed begins a paragraph
 *
 * Adds paragraphs of the body in which no mark is read: digits are the officer's.
 */
void
ks_document_add_plain (KsDocument *self, const char *text)
{
  add_block (self, KS_BLOCK_PLAIN, text);
}

/**
 * ks_document_begin_table:
 * @self: a document
 * @table: its columns; nothing of it is kept
 *
 * Begins a table. It takes rows until ks_document_end_table().
 */
void
ks_document_begin_table (KsDocument *self, const KsDocumentTable *table)
{
  guint n = table->n_columns;
  KsBlock *block;

  g_return_if_fail (self->table == NULL && n > 0);

  block = add_block (self, KS_BLOCK_TABLE, table->caption);
  block->table = *table;
  block->table.sheet = keep_text (self, table->sheet);
  block->table.lead = keep_text (self, table->lead);
  block->table.caption = block->text;
  block->table.widths = keep_bytes (self, table->widths, n * sizeof *table->widths);
  block->table.aligns = keep_bytes (self, table->aligns, n * sizeof *table->aligns);
  block->table.header = table->header != NULL ? keep_texts (self, table->header, n) : NULL;
  block->rows = g_array_new (FALSE, FALSE, sizeof (KsTableRow));
  self->table = block;
}

/**
 * ks_document_add_row:
 * @self: a document whose table has begun
 * @kind: plain, or bold for a group or a total
 * @cells: (array length=n_cells): a text for every column; %NULL is an empty one
 * @n_cells: how many: as many as there are columns
 */
void
ks_document_add_row (KsDocument *self, KsRowKind kind, const char *const *cells, guint n_cells)
{
  KsTableRow row = { .kind = kind };

  g_return_if_fail (self->table != NULL);
  /* Rather than an official paper with a shifted or a missing row. */
  g_assert (n_cells == self->table->table.n_columns);

  row.cells = keep_texts (self, cells, n_cells);
  g_array_append_val (self->table->rows, row);
}

/**
 * ks_document_end_table:
 * @self: a document whose table has begun
 */
void
ks_document_end_table (KsDocument *self)
{
  g_return_if_fail (self->table != NULL);

  self->table = NULL;
}

/**
 * ks_document_add_chart:
 * @self: a document
 * @caption: (nullable): "Biểu đồ {=1}. …", under it
 * @paint: paints it; called without a context it tells the height for a width, both in points
 * @chart: (transfer full): what @paint needs; it may be painted from any thread
 * @destroy: (nullable): frees @chart
 * @height_mm: how high it is; 0: as @paint says
 * @alt: what it shows, for whoever cannot see it
 */
void
ks_document_add_chart (KsDocument *self,
                       const char *caption,
                       KsFolioPainter paint,
                       gpointer chart,
                       GDestroyNotify destroy,
                       double height_mm,
                       const char *alt)
{
  KsBlock *block = add_block (self, KS_BLOCK_CHART, caption);

  block->paint = paint;
  block->chart = chart;
  block->destroy = destroy;
  block->height_mm = height_mm;
  block->reference = keep_text (self, alt != NULL ? alt : "");
}

/**
 * ks_document_break_page:
 * @self: a document
 *
 * What follows begins a page.
 */
void
ks_document_break_page (KsDocument *self)
{
  add_block (self, KS_BLOCK_BREAK, NULL);
}

/* Rows and blocks are left out once the work is stopped: who asked for it refuses what it made. */
gboolean
ks_document_is_stopped (KsJob *job)
{
  return g_cancellable_is_cancelled (ks_job_get_cancellable (job));
}

/**
 * ks_document_close:
 * @self: a document
 * @closing: whom it goes to and who signs; an officer's words
 *
 * Adds the closing; it takes the last paragraph or the last rows with it to another page.
 */
void
ks_document_close (KsDocument *self, const KsPaperClosing *closing)
{
  KsBlock *block = add_block (self, KS_BLOCK_CLOSING, NULL);

  block->closing.recipients = keep_list (self, closing->recipients);
  block->closing.signature = keep_list (self, closing->signature);
  block->closing.preparer = keep_list (self, closing->preparer);
}
