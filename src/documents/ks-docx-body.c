/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-docx-private.h"

#include <string.h>

#define SHORT_TEXT                                                                                 \
  700 /* in bytes: a last paragraph up to this long goes with the signature whole */
#define TITLE_ASCENT 5.4 /* from the top of the title's line to its baseline */

static void
add_head_left (KsDocx *self, const KsPaperHead *head, const KsPaperOpening *opening)
{
  double size;
  g_autofree char *organ = ks_paper_fit_organ (head, opening->organ, &size);

  ks_docx_begin_cell (self, KS_TWIPS (2 * head->left), "");
  ks_docx_add_given (self, "Superior", 0, opening->superior);
  ks_docx_add_given (self, "Organ", 0, organ);
  ks_docx_add_given (self, "Star", 0, "*");
  if (opening->number != NULL)
    ks_docx_add_given (self, "PaperNumber", 0, opening->number);
  ks_docx_end_cell (self);
}

/* Who issues it on the left, the Party's name on the right. */
static void
add_head (KsDocx *self, const KsPaperOpening *opening)
{
  const KsPaperHead *head = ks_paper_get_head (&self->place);
  const KsPaperTitle *look = ks_paper_get_title (&self->place);
  double widths[] = { 2 * head->left, self->width - 2 * head->left };
  double title = opening->number != NULL ? look->with_number : look->without;

  if (self->document->facts.compact)
    title -= KS_PAPER_COMPACT;
  /* A table begins no page by itself. */
  if (self->new_page)
    ks_docx_add_given (self, "End", 0, "");
  ks_docx_begin_frame (self, widths, G_N_ELEMENTS (widths), 0, title - TITLE_ASCENT);
  add_head_left (self, head, opening);
  ks_docx_begin_cell (self, KS_TWIPS (widths[1]), "");
  ks_docx_add_given (self, "Party", 0, KS_PAPER_PARTY);
  if (opening->place_date != NULL)
    ks_docx_add_given (self, "PlaceDate", 0, opening->place_date);
  ks_docx_end_cell (self);
  ks_docx_end_frame (self);
}

static void
add_opening (KsDocx *self, const KsPaperOpening *opening)
{
  gboolean dashed = ks_paper_is_upright (&self->place) && !self->document->facts.compact;

  if (opening->superior != NULL)
    add_head (self, opening);
  ks_docx_add_marked (self, "Title", 0, opening->title);
  for (guint i = 0; opening->subjects[i] != NULL; i++)
    ks_docx_add_marked (self, "Subtitle", 0, opening->subjects[i]);
  ks_docx_add_marked (self, "Reference", 0, opening->reference);
  if (dashed)
    ks_docx_add_given (self, "Dashes", 0, KS_PAPER_DASHES);
  else if (opening->reference == NULL)
    ks_docx_add_given (self, "Gap", KS_DOCX_KEEP_NEXT, "");
}

static void
add_title (KsDocx *self, const KsBlock *block)
{
  ks_docx_add_marked (self, "ListLabel", 0, block->label);
  ks_docx_add_marked (self, block->label != NULL ? "ListTitle" : "ListLabel", 0, block->text);
  if (block->reference != NULL)
    ks_docx_add_marked (self, "ListReference", 0, block->reference);
  else
    ks_docx_add_given (self, "Gap", KS_DOCX_KEEP_NEXT, "");
}

static void
add_recipients (KsDocx *self, const char *const *recipients)
{
  if (recipients[0] != NULL)
    ks_docx_add_given (self, "RecipientsLead", 0, KS_PAPER_RECIPIENTS);
  for (guint i = 0; recipients[i] != NULL; i++)
    ks_docx_add_given (self, "Recipients", 0, recipients[i]);
}

static void
add_signature (KsDocx *self, const char *style, const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    ks_docx_add_given (self, style, 0, lines[i]);
}

/* A cell without a paragraph is none. */
static void
fill_cell (KsDocx *self, gboolean empty)
{
  if (empty)
    ks_docx_add_given (self, "Signature", 0, "");
}

/* Who gets it or who made it on the left, who signs on the right. */
static void
add_closing (KsDocx *self, const KsPaperClosing *closing)
{
  const KsPaperSigning *signing = ks_paper_get_signing (&self->place);
  double widths[] = { self->width - 2 * signing->signature, 2 * signing->signature };

  if (self->tabled)
    ks_docx_add_given (self, "End", KS_DOCX_KEEP_NEXT, "");
  ks_docx_begin_frame (self, widths, G_N_ELEMENTS (widths), KS_PAPER_CLOSING_GAP,
                       ks_paper_flow_measure_closing (closing));
  ks_docx_begin_cell (self, KS_TWIPS (widths[0]), "");
  add_recipients (self, closing->recipients);
  add_signature (self, "Preparer", closing->preparer);
  fill_cell (self, closing->recipients[0] == NULL && closing->preparer[0] == NULL);
  ks_docx_end_cell (self);
  ks_docx_begin_cell (self, KS_TWIPS (widths[1]), "");
  add_signature (self, "Signature", closing->signature);
  fill_cell (self, closing->signature[0] == NULL);
  ks_docx_end_cell (self);
  ks_docx_end_frame (self);
}

static guint
get_flags (const KsDocx *self, guint index)
{
  const char *text = ks_document_get_block (self->document, index)->text;

  if (!ks_document_is_closing (self->document, ks_document_find_tail (self->document, index + 1)))
    return 0;
  return strlen (text) <= SHORT_TEXT ? KS_DOCX_KEEP_NEXT | KS_DOCX_KEEP_LINES : KS_DOCX_KEEP_NEXT;
}

/* An officer's lines: a paragraph each; the last one goes with the signature. */
static void
add_plain (KsDocx *self, guint index)
{
  const KsBlock *block = ks_document_get_block (self->document, index);
  g_auto (GStrv) parts = g_strsplit (block->text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      ks_docx_add_given (self, "BodyText", parts[i + 1] == NULL ? get_flags (self, index) : 0,
                         parts[i]);
}

static void
add_blank (KsDocx *self, guint index)
{
  const KsBlock *block = ks_document_get_block (self->document, index);
  g_autoptr (KsRichText) text = ks_rich_text_new (block->text, self->document->book);

  ks_docx_begin_paragraph (self, "BlankLine", get_flags (self, index));
  ks_docx_add_rich (self, text, "");
  g_string_append (self->body, "<w:r><w:t xml:space=\"preserve\"> </w:t><w:tab/></w:r>");
  ks_docx_end_paragraph (self);
}

static const char *
get_heading_style (const KsDocx *self, guint index)
{
  static const char *const styles[] = { "Heading1", "Heading2", "Heading3" };
  const GPtrArray *blocks = self->document->blocks;
  guint level = ks_document_get_block (self->document, index)->level;

  if (level == 3 && index + 1 < blocks->len
      && ks_document_get_block (self->document, index + 1)->kind == KS_BLOCK_TABLE)
    return "TableHeading";
  return styles[level - 1];
}

static gboolean
add_block (KsDocx *self, guint index, GError **error)
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
    case KS_BLOCK_HEADING:
      ks_docx_add_marked (self, get_heading_style (self, index), 0, block->text);
      break;
    case KS_BLOCK_POINT:
      ks_docx_add_marked (self, "ListParagraph", get_flags (self, index), block->text);
      break;
    case KS_BLOCK_NOTE:
      ks_docx_add_marked (self, "TableNote", get_flags (self, index), block->text);
      break;
    case KS_BLOCK_BLANK:
      add_blank (self, index);
      break;
    case KS_BLOCK_PLAIN:
      add_plain (self, index);
      break;
    case KS_BLOCK_TABLE:
      ks_docx_add_table (self, index);
      break;
    case KS_BLOCK_CHART:
      return ks_docx_add_chart (self, block, error);
    case KS_BLOCK_BREAK:
      self->new_page = TRUE;
      break;
    case KS_BLOCK_CLOSING:
      add_closing (self, &block->closing);
      break;
    case KS_BLOCK_TEXT:
    default:
      ks_docx_add_marked (self, "BodyText", get_flags (self, index), block->text);
    }
  return TRUE;
}

/**
 * ks_docx_add_blocks:
 * @self: a document
 * @error: return location for %KS_PAGES_ERROR_FILE or %G_IO_ERROR_CANCELLED
 *
 * Adds everything that stands on the pages.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_docx_add_blocks (KsDocx *self, GError **error)
{
  for (guint i = 0; i < self->document->blocks->len; i++)
    if (!ks_job_report (self->job, 0, 0, error) || !add_block (self, i, error))
      return FALSE;
  /* A document does not end with a table. */
  if (self->tabled || self->new_page || self->document->blocks->len == 0)
    ks_docx_add_given (self, "End", 0, "");
  return TRUE;
}
