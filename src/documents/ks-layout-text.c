/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-layout-private.h"
#include "ks-paper-look.h"

#define ASCENT 0.75     /* of a line, as a share of its pitch */
#define LEAST_LINES 2   /* of a paragraph, on either of its pages */
#define WHOLE_LINES 8   /* a last paragraph up to this long goes with the signature as a whole */
#define CLOSING_LINES 3 /* of a longer one */
#define BLANK_LEAD 1.6  /* between the words and the dots */
#define DOTS_BELOW 0.8
#define CAPTION_BASELINE 4.6

/**
 * ks_layout_add_gap:
 * @self: a layout
 * @gap: in mm
 *
 * Leaves room above what comes next, unless that begins a page.
 */
void
ks_layout_add_gap (KsLayout *self, double gap)
{
  if (self->flow.y > self->place.top + 1e-6)
    self->flow.y += gap;
}

static guint
count_blanks (const char *text, gsize from, gsize to)
{
  guint n = 0;

  for (gsize i = from; i < to; i++)
    n += text[i] == ' ';
  return n;
}

/**
 * ks_layout_mark_line:
 * @self: a layout
 * @style: how the line is set
 * @text: what it is a line of
 * @line: the line
 * @x: its left end
 * @y: its baseline
 * @stretch: how much wider its blanks are, in mm
 *
 * Notes where the figures of a line stand.
 */
void
ks_layout_mark_line (KsLayout *self,
                     const KsStyle *style,
                     const KsRichText *text,
                     const KsLine *line,
                     double x,
                     double y,
                     double stretch)
{
  double em = style->size * KS_MM_PER_POINT;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const KsSpan *span = &g_array_index (text->spans, KsSpan, i);
      gsize from = MAX (span->from, line->from);
      gsize to = MIN (span->to, line->to);
      KsPrinted printed = { self->flow.pages->len - 1, { 0 }, span->figure };

      if (from >= to)
        continue;
      printed.rect.x = x + ks_lines_measure (style, text->text, line->from, from)
                       + stretch * count_blanks (text->text, line->from, from);
      printed.rect.width = ks_lines_measure (style, text->text, from, to)
                           + stretch * count_blanks (text->text, from, to);
      printed.rect.y = y - em * 0.9;
      printed.rect.height = em * 1.15;
      g_array_append_val (self->printed, printed);
    }
}

/**
 * ks_layout_add_centred:
 * @self: a layout
 * @style: how it is set
 * @pitch: from the last baseline to the first, and from line to line
 * @marked: a text, with its marks
 *
 * Adds lines in the middle, and notes where their figures stand.
 */
void
ks_layout_add_centred (KsLayout *self, const KsStyle *style, double pitch, const char *marked)
{
  g_autoptr (KsRichText) text = ks_rich_text_new (marked, self->document->book);
  double width = self->place.right - self->place.left;
  g_autoptr (GArray) lines = ks_lines_break (style, text->text, 0, width);

  for (guint i = 0; i < lines->len; i++)
    {
      const KsLine *line = &g_array_index (lines, KsLine, i);
      g_autofree char *words = g_strndup (text->text + line->from, line->to - line->from);
      double x = self->place.left + (width - ks_type_get_width (ks_type_get (), style, words)) / 2;

      self->flow.y += pitch;
      ks_folio_add_text (self->flow.page, style, KS_INK_BLACK, KS_ALIGN_LEFT, x, self->flow.y,
                         words);
      ks_layout_mark_line (self, style, text, line, x, self->flow.y, 0);
    }
}

/**
 * ks_caption_measure:
 * @marked: (nullable): the caption of a table or a chart, with its marks; %NULL: there is none
 * @document: its paper
 * @place: its page
 *
 * Returns: its height, in mm
 */
double
ks_caption_measure (const char *marked, const KsDocument *document, const KsPaperPlace *place)
{
  const KsStyle style = KS_SERIF_ITALIC (KS_PAPER_CAPTION_SIZE);
  g_autoptr (KsRichText) text = NULL;
  g_autoptr (GArray) lines = NULL;

  if (marked == NULL)
    return 0;
  text = ks_rich_text_new (marked, document->book);
  lines = ks_lines_break (&style, text->text, 0, place->right - place->left);
  return KS_PAPER_CAPTION_ROOM + (MAX (lines->len, 1) - 1) * KS_PAPER_CAPTION_PITCH;
}

/**
 * ks_layout_add_caption:
 * @self: a layout
 * @marked: (nullable): the caption of a table or a chart, with its marks; %NULL: there is none
 */
void
ks_layout_add_caption (KsLayout *self, const char *marked)
{
  const KsStyle style = KS_SERIF_ITALIC (KS_PAPER_CAPTION_SIZE);

  if (marked == NULL)
    return;
  self->flow.y += CAPTION_BASELINE - KS_PAPER_CAPTION_PITCH;
  ks_layout_add_centred (self, &style, KS_PAPER_CAPTION_PITCH, marked);
  self->flow.y += KS_PAPER_CAPTION_ROOM - CAPTION_BASELINE;
}

/**
 * ks_paragraph_get_look:
 * @document: a document
 * @kind: of a heading or a text
 * @level: of a heading
 *
 * Returns: how it is set: smaller on flat pages, which hold tables
 */
KsParagraphLook
ks_paragraph_get_look (const KsDocument *document, KsBlockKind kind, guint level)
{
  gboolean flat = document->facts.landscape;
  double size = document->facts.size > 0 ? document->facts.size : flat ? 13 : 14;
  double pitch = document->facts.pitch > 0 ? document->facts.pitch
                 : flat                    ? 6.2
                                           : KS_PAPER_PITCH;

  switch (kind)
    {
    case KS_BLOCK_HEADING:
      if (level == 3)
        return (KsParagraphLook){ KS_SERIF_BOLD (13), 6, 0, 2.6, TRUE };
      return (KsParagraphLook){ KS_SERIF_BOLD (size), pitch, KS_PAPER_INDENT, 2.1, TRUE };
    case KS_BLOCK_POINT:
      return (KsParagraphLook){ KS_SERIF (12), 5.4, 0, 0.2, FALSE };
    case KS_BLOCK_NOTE:
      return (KsParagraphLook){ KS_SERIF_ITALIC (flat ? 10.5 : 11), flat ? 4.6 : 4.8, 0,
                                flat ? 1 : 0.3, FALSE };
    case KS_BLOCK_OPENING:
    case KS_BLOCK_TITLE:
    case KS_BLOCK_TEXT:
    case KS_BLOCK_BLANK:
    case KS_BLOCK_PLAIN:
    case KS_BLOCK_TABLE:
    case KS_BLOCK_CHART:
    case KS_BLOCK_BREAK:
    case KS_BLOCK_CLOSING:
    default:
      return (KsParagraphLook){ KS_SERIF (size), pitch, KS_PAPER_INDENT, 2.1, FALSE };
    }
}

static KsParagraphLook
get_look (const KsLayout *self, const KsBlock *block)
{
  return ks_paragraph_get_look (self->document, block->kind, block->level);
}

static double
get_width (const KsLayout *self)
{
  return self->place.right - self->place.left;
}

static void
add_line (KsLayout *self,
          const KsParagraphLook *look,
          const KsRichText *text,
          const KsLine *line,
          gboolean first)
{
  g_autofree char *words = g_strndup (text->text + line->from, line->to - line->from);
  double x = self->place.left + (first ? look->indent : 0);
  double y = self->flow.y + look->pitch * ASCENT;
  double wide = self->place.right - x;
  guint n_blanks = count_blanks (text->text, line->from, line->to);
  double stretch = 0;

  if (line->last || look->ragged || n_blanks == 0)
    ks_folio_add_text (self->flow.page, &look->style, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, words);
  else
    {
      ks_folio_add_stretched (self->flow.page, &look->style, x, y, wide, words);
      stretch = (wide - ks_type_get_width (ks_type_get (), &look->style, words)) / n_blanks;
    }
  ks_layout_mark_line (self, &look->style, text, line, x, y, stretch);
  self->flow.y += look->pitch;
}

/* How many of the lines stand on this page, so that neither page has a single one; 0: none. */
static guint
count_here (const KsLayout *self, const KsParagraphLook *look, guint n_lines, double after)
{
  double room = self->place.bottom - self->flow.y + 1e-6;
  guint n_room = room > 0 ? (guint)(room / look->pitch) : 0;

  if (n_lines * look->pitch + after <= room)
    return n_lines;
  if (after > 0 && n_lines <= WHOLE_LINES)
    return 0;
  n_room = MIN (n_room, n_lines - MIN (n_lines, after > 0 ? CLOSING_LINES : LEAST_LINES));
  return n_room >= LEAST_LINES ? n_room : 0;
}

static void
add_paragraph (KsLayout *self, const KsParagraphLook *look, const KsRichText *text, double after)
{
  g_autoptr (GArray) lines
      = ks_lines_break (&look->style, text->text, look->indent, get_width (self));
  guint done = 0;

  ks_layout_add_gap (self, look->gap);
  while (done < lines->len)
    {
      guint n = count_here (self, look, lines->len - done, after);

      if (n == 0 && self->flow.y <= self->place.top + 1e-6)
        n = MIN (lines->len - done, (guint)((self->place.bottom - self->place.top) / look->pitch));
      for (guint i = 0; i < n; i++, done++)
        add_line (self, look, text, &g_array_index (lines, KsLine, done), done == 0);
      if (done < lines->len)
        ks_paper_flow_begin_page (&self->flow);
    }
}

static void
add_plain (KsLayout *self, const KsBlock *block, const KsParagraphLook *look, double after)
{
  g_auto (GStrv) parts = g_strsplit (block->text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (KsRichText) text = ks_rich_text_new_plain (g_strstrip (parts[i]));

      if (*text->text != '\0')
        add_paragraph (self, look, text, parts[i + 1] == NULL ? after : 0);
    }
}

/* A line that is dotted after its words; if they fill it, a dotted one of its own. */
static void
add_dots (KsLayout *self, const KsParagraphLook *look, const KsRichText *text)
{
  g_autoptr (GArray) lines
      = ks_lines_break (&look->style, text->text, look->indent, get_width (self));
  const KsLine *last = &g_array_index (lines, KsLine, lines->len - 1);
  double x = self->place.left + (lines->len == 1 ? look->indent : 0) + BLANK_LEAD
             + ks_lines_measure (&look->style, text->text, last->from, last->to);

  if (x > self->place.right - get_width (self) / 4)
    {
      ks_paper_flow_keep (&self->flow, look->pitch);
      self->flow.y += look->pitch;
      x = self->place.left;
    }
  ks_folio_add_dots (self->flow.page, x, self->place.right,
                     self->flow.y - look->pitch * (1 - ASCENT) + DOTS_BELOW);
}

static void
add_bookmark (KsLayout *self, const char *title)
{
  KsBookmark bookmark = { g_strdup (title), self->flow.pages->len - 1 };

  g_array_append_val (self->bookmarks, bookmark);
}

/**
 * ks_layout_add_paragraphs:
 * @self: a layout
 * @block: a heading or a text
 * @after: height of the end of the paper, which it goes with; 0: more follows
 */
void
ks_layout_add_paragraphs (KsLayout *self, const KsBlock *block, double after)
{
  KsParagraphLook look = get_look (self, block);
  g_autoptr (KsRichText) text = NULL;

  if (block->kind == KS_BLOCK_PLAIN)
    {
      add_plain (self, block, &look, after);
      return;
    }
  text = ks_rich_text_new (block->text, self->document->book);
  add_paragraph (self, &look, text, after);
  if (block->kind == KS_BLOCK_BLANK)
    add_dots (self, &look, text);
  else if (block->kind == KS_BLOCK_HEADING)
    add_bookmark (self, text->text);
}

static double
measure_paragraph (KsLayout *self,
                   const KsParagraphLook *look,
                   const KsRichText *text,
                   guint most_lines)
{
  g_autoptr (GArray) lines
      = ks_lines_break (&look->style, text->text, look->indent, get_width (self));

  return look->gap + look->pitch * MIN (lines->len, most_lines);
}

static double
measure_plain (KsLayout *self, const KsBlock *block, guint most_lines)
{
  KsParagraphLook look = get_look (self, block);
  g_auto (GStrv) parts = g_strsplit (block->text, "\n", -1);
  double height = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (KsRichText) text = ks_rich_text_new_plain (g_strstrip (parts[i]));

      if (*text->text != '\0')
        height += measure_paragraph (self, &look, text, most_lines);
    }
  return height;
}

static double
measure_text (KsLayout *self, const KsBlock *block, guint most_lines)
{
  KsParagraphLook look = get_look (self, block);
  g_autoptr (KsRichText) text = NULL;

  if (block->kind == KS_BLOCK_PLAIN)
    return measure_plain (self, block, most_lines);
  text = ks_rich_text_new (block->text, self->document->book);
  return measure_paragraph (self, &look, text, most_lines);
}

/**
 * ks_layout_measure_tail:
 * @self: a layout
 * @index: of the block behind a table or a last paragraph
 *
 * Returns: the room for what must stand on the page where that ends, see ks_document_find_tail()
 */
double
ks_layout_measure_tail (KsLayout *self, guint index)
{
  const KsDocument *document = self->document;
  guint end = ks_document_find_tail (document, index);
  double height = 0;

  for (; index < end; index++)
    height += measure_text (self, ks_document_get_block (document, index), G_MAXUINT);
  if (ks_document_is_closing (document, end))
    height += ks_paper_flow_measure_closing (&ks_document_get_block (document, end)->closing);
  return height;
}

/**
 * ks_layout_measure_end:
 * @self: a layout
 * @index: of the block behind a paragraph
 *
 * Returns: the room for the end of the paper, if only that follows; 0: more does
 */
double
ks_layout_measure_end (KsLayout *self, guint index)
{
  guint end = ks_document_find_tail (self->document, index);

  return ks_document_is_closing (self->document, end) ? ks_layout_measure_tail (self, index) : 0;
}

/* Two lines; a last paragraph that goes with the end of the paper, with that. */
static double
measure_text_lead (KsLayout *self, guint index)
{
  const KsBlock *block = ks_document_get_block (self->document, index);
  double end = ks_layout_measure_end (self, index + 1);
  double whole = measure_text (self, block, G_MAXUINT);

  return end > 0 && whole <= measure_text (self, block, WHOLE_LINES)
             ? whole + end
             : measure_text (self, block, LEAST_LINES);
}

/**
 * ks_layout_measure_lead:
 * @self: a layout
 * @index: of a block
 *
 * Returns: the room for what must stand under a heading, on its page: two lines of a text, the
 *   first rows of a table, a whole chart; after a heading, what follows that as well
 */
double
ks_layout_measure_lead (KsLayout *self, guint index)
{
  const KsBlock *block;

  if (index >= self->document->blocks->len)
    return 0;
  block = ks_document_get_block (self->document, index);
  switch (block->kind)
    {
    case KS_BLOCK_HEADING:
      return measure_text (self, block, G_MAXUINT) + ks_layout_measure_lead (self, index + 1);
    case KS_BLOCK_TABLE:
      return ks_layout_measure_table_lead (self, index);
    case KS_BLOCK_CHART:
      return ks_layout_measure_chart (self, block);
    case KS_BLOCK_TEXT:
    case KS_BLOCK_PLAIN:
    case KS_BLOCK_POINT:
    case KS_BLOCK_NOTE:
    case KS_BLOCK_BLANK:
      return measure_text_lead (self, index);
    case KS_BLOCK_OPENING:
    case KS_BLOCK_TITLE:
    case KS_BLOCK_BREAK:
    case KS_BLOCK_CLOSING:
    default:
      return 0;
    }
}
