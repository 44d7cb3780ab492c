/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-document-layout.h"

#include <string.h>

#include "ks-layout-private.h"

#define TITLE_PITCH 6.6
#define REFERENCE_PITCH 6.2
#define AFTER_TITLE 4.7

/* Where the figures of the pages stand, in the order of the pages. */
static G_DEFINE_QUARK (ks - document - printed, printed)

    static void clear_bookmark (gpointer data)
{
  KsBookmark *bookmark = data;

  g_free (bookmark->title);
}

/**
 * ks_document_get_place:
 * @self: a document
 * @place: (out): its pages, and the edges of their text
 */
void
ks_document_get_place (const KsDocument *self, KsPaperPlace *place)
{
  const double *margins = self->facts.margins;

  *place = self->facts.landscape ? ks_paper_flat : ks_paper_upright;
  place->top = margins[0];
  place->right = place->width - margins[1];
  place->bottom = place->height - margins[2];
  place->left = margins[3];
}

static void
begin_layout (KsLayout *self, KsDocument *document)
{
  const KsDocumentFacts *facts = &document->facts;

  self->document = document;
  ks_document_get_place (document, &self->place);
  self->flow.simulated = facts->simulated;
  self->flow.compact = facts->compact;
  self->flow.unnumbered = facts->unnumbered;
  self->flow.notice = facts->notice;
  self->flow.place = &self->place;
  self->printed = g_array_new (FALSE, FALSE, sizeof (KsPrinted));
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (KsBookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
}

static void
end_layout (KsLayout *self)
{
  ks_paper_flow_drop (&self->flow);
  g_clear_pointer (&self->printed, g_array_unref);
  g_array_unref (self->bookmarks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsLayout, end_layout)

static char *
print_text (KsLayout *self, const char *marked)
{
  g_autoptr (KsRichText) text = NULL;

  if (marked == NULL)
    return NULL;
  text = ks_rich_text_new (marked, self->document->book);
  return g_steal_pointer (&text->text);
}

/* The texts of a title while their lines are placed. */
typedef struct
{
  KsLayout *layout;
  GPtrArray *texts; /* of KsRichText, in their order */
  guint index;      /* of the text whose next line comes */
  gsize offset;     /* in it */
} Placing;

/* A line that is not in this text begins the next one. */
static void
mark_title_line (const KsStyle *style, double x, double y, const char *line, gpointer data)
{
  Placing *self = data;

  for (; self->index < self->texts->len; self->index++, self->offset = 0)
    {
      const KsRichText *text = self->texts->pdata[self->index];
      const char *at = strstr (text->text + self->offset, line);
      KsLine place = { .from = at != NULL ? (gsize)(at - text->text) : 0 };

      if (at == NULL)
        continue;
      place.to = self->offset = place.from + strlen (line);
      ks_layout_mark_line (self->layout, style, text, &place, x, y, 0);
      return;
    }
}

static const char *
read_title (GPtrArray *texts, KsFigureBook *book, const char *marked)
{
  KsRichText *text = marked != NULL ? ks_rich_text_new (marked, book) : NULL;

  if (text == NULL)
    return NULL;
  g_ptr_array_add (texts, text);
  return text->text;
}

static void
add_opening (KsLayout *self, const KsPaperOpening *given)
{
  g_autoptr (GPtrArray) texts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_rich_text_free);
  KsFigureBook *book = self->document->book;
  guint n = g_strv_length ((char **)given->subjects);
  g_autofree const char **subjects = g_new0 (const char *, n + 1);
  Placing placing = { self, texts, 0, 0 };
  KsPaperOpening opening = *given;

  opening.title = read_title (texts, book, given->title);
  for (guint i = 0; i < n; i++)
    subjects[i] = read_title (texts, book, given->subjects[i]);
  opening.subjects = subjects;
  opening.reference = read_title (texts, book, given->reference);
  self->flow.placed = mark_title_line;
  self->flow.placed_data = &placing;
  ks_paper_flow_open (&self->flow, &opening);
  self->flow.placed = NULL;
  self->flow.placed_data = NULL;
}

/* The title of a list: on top of a page its first baseline stands a little under the edge. */
static void
add_title (KsLayout *self, const KsBlock *block)
{
  const KsStyle bold = KS_SERIF_BOLD (14);
  const KsStyle italic = KS_SERIF_ITALIC (13);
  KsBookmark bookmark = { print_text (self, block->label != NULL ? block->label : block->text),
                          self->flow.pages->len - 1 };

  if (self->flow.y <= self->place.top + 1e-6)
    self->flow.y -= self->document->facts.landscape ? TITLE_PITCH - 3 : TITLE_PITCH - 5;
  if (block->label != NULL)
    ks_layout_add_centred (self, &bold, TITLE_PITCH, block->label);
  ks_layout_add_centred (self, &bold, TITLE_PITCH, block->text);
  if (block->reference != NULL)
    ks_layout_add_centred (self, &italic, REFERENCE_PITCH, block->reference);
  self->flow.y += AFTER_TITLE;
  g_array_append_val (self->bookmarks, bookmark);
}

/* Headings and short tables go to the next page rather than stand apart from what follows. */
static void
keep_lead (KsLayout *self, guint index)
{
  double room = self->place.bottom - self->place.top;
  double height = ks_layout_measure_lead (self, index);

  if (height <= room)
    ks_paper_flow_keep (&self->flow, height);
}

static void
add_block (KsLayout *self, guint index)
{
  const KsBlock *block = ks_document_get_block (self->document, index);

  switch (block->kind)
    {
    case KS_BLOCK_OPENING:
      add_opening (self, &block->opening);
      break;
    case KS_BLOCK_TITLE:
      add_title (self, block);
      break;
    case KS_BLOCK_TABLE:
      ks_layout_add_table (self, index);
      break;
    case KS_BLOCK_CHART:
      ks_layout_add_chart (self, block);
      break;
    case KS_BLOCK_BREAK:
      ks_paper_flow_begin_page (&self->flow);
      break;
    case KS_BLOCK_CLOSING:
      ks_paper_flow_close (&self->flow, &block->closing);
      break;
    case KS_BLOCK_HEADING:
      keep_lead (self, index);
      ks_layout_add_paragraphs (self, block, 0);
      break;
    case KS_BLOCK_TEXT:
    case KS_BLOCK_POINT:
    case KS_BLOCK_NOTE:
    case KS_BLOCK_BLANK:
    case KS_BLOCK_PLAIN:
    default:
      ks_layout_add_paragraphs (self, block, ks_layout_measure_end (self, index + 1));
    }
}

static void
free_printed (gpointer data)
{
  g_array_unref (data);
}

static KsPages *
end_pages (KsLayout *self)
{
  const KsDocumentFacts *facts = &self->document->facts;
  g_autofree char *keywords = g_strdup_printf (KS_DOCUMENT_KEYWORDS, facts->id);
  const KsPagesFacts paper = { .title = facts->title,
                               .author = facts->author,
                               .keywords = keywords,
                               .width_mm = self->place.width,
                               .height_mm = self->place.height };
  KsPages *pages = ks_paper_flow_end (&self->flow, &paper, ks_document_ref (self->document),
                                      (GDestroyNotify)ks_document_unref);

  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      const KsBookmark *bookmark = &g_array_index (self->bookmarks, KsBookmark, i);

      ks_pages_add_bookmark (pages, bookmark->title, bookmark->page);
    }
  g_object_set_qdata_full (G_OBJECT (pages), printed_quark (), g_steal_pointer (&self->printed),
                           free_printed);
  return pages;
}

/**
 * ks_document_lay_out:
 * @self: a document that is whole
 * @job: (nullable): by which it is stopped
 * @error: return location for %KS_DOCUMENTS_ERROR_FIGURE, %KS_PAGES_ERROR_FONT or
 *   %G_IO_ERROR_CANCELLED
 *
 * Lays out a document on A4 in the Party layout. Nothing may be added to it afterwards.
 *
 * Returns: (transfer full): the pages, or %NULL with @error set
 */
KsPages *
ks_document_lay_out (KsDocument *self, KsJob *job, GError **error)
{
  const char *boxes[] = { NULL, NULL, NULL };
  guint n_boxes = 0;
  g_auto (KsLayout) layout = { 0 };

  begin_layout (&layout, self);
  layout.job = job;
  if (!ks_document_check (self, error))
    return NULL;
  if (self->facts.draft != NULL)
    boxes[n_boxes++] = self->facts.draft;
  if (self->facts.internal)
    boxes[n_boxes++] = KS_INTERNAL;
  layout.flow.boxes = boxes;
  if (!ks_paper_flow_begin (&layout.flow, error))
    return NULL;
  for (guint i = 0; i < self->blocks->len && !ks_document_is_stopped (job); i++)
    add_block (&layout, i);
  return ks_job_report (job, 0, 0, error) ? end_pages (&layout) : NULL;
}

/* The first figure of a page. */
static guint
find_page (const GArray *printed, guint page)
{
  guint low = 0;
  guint high = printed->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (printed, KsPrinted, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ks_document_dup_figure_rects:
 * @pages: what ks_document_lay_out() made
 * @page: a page, from 0
 *
 * Returns: (transfer full) (element-type KsFigureRect): the figures on the page, in the order of
 *   reading; one that is broken over two lines stands there twice
 */
GArray *
ks_document_dup_figure_rects (KsPages *pages, guint page)
{
  const GArray *printed = g_object_get_qdata (G_OBJECT (pages), printed_quark ());
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (KsFigureRect));

  for (guint i = printed != NULL ? find_page (printed, page) : 0;
       printed != NULL && i < printed->len && g_array_index (printed, KsPrinted, i).page == page;
       i++)
    {
      const KsPrinted *one = &g_array_index (printed, KsPrinted, i);
      KsFigureRect rect = { one->rect, one->figure };

      g_array_append_val (rects, rect);
    }
  return rects;
}

/**
 * ks_document_find_figure:
 * @pages: what ks_document_lay_out() made
 * @page: a page, from 0
 * @x: from its left edge, in mm
 * @y: from its upper edge, in mm
 *
 * Returns: (transfer none) (nullable): the figure that stands there; it lives as long as @pages
 */
const KsFigure *
ks_document_find_figure (KsPages *pages, guint page, double x, double y)
{
  g_autoptr (GArray) rects = ks_document_dup_figure_rects (pages, page);

  for (guint i = 0; i < rects->len; i++)
    {
      const KsFigureRect *one = &g_array_index (rects, KsFigureRect, i);

      if (x >= one->rect.x && x <= one->rect.x + one->rect.width && y >= one->rect.y
          && y <= one->rect.y + one->rect.height)
        return one->figure;
    }
  return NULL;
}
