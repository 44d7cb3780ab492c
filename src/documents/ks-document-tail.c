/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-document-private.h"

/* In bytes, about four lines: a signature under less than that takes something from above as well. */
#define SHORT_END 420

static gboolean
is_said (KsBlockKind kind)
{
  return kind == KS_BLOCK_TEXT || kind == KS_BLOCK_POINT || kind == KS_BLOCK_PLAIN
         || kind == KS_BLOCK_BLANK;
}

/**
 * ks_document_find_tail:
 * @self: a document
 * @index: of the block behind a table or a paragraph
 *
 * What stands on the page where a table or a paragraph ends: its notes; where only few words and
 * then the closing follow, those as well, so that no sentence stands alone with the signature.
 *
 * Returns: the index of the closing, or of the first block that may stand on the next page
 */
guint
ks_document_find_tail (const KsDocument *self, guint index)
{
  guint notes;
  gsize length = 0;

  while (index < self->blocks->len && ks_document_get_block (self, index)->kind == KS_BLOCK_NOTE)
    index++;
  notes = index;
  for (; index < self->blocks->len && length <= SHORT_END; index++)
    {
      const KsBlock *block = ks_document_get_block (self, index);

      if (block->kind == KS_BLOCK_CLOSING)
        return index;
      if (!is_said (block->kind))
        return notes;
      length += strlen (block->text);
    }
  return notes;
}

/**
 * ks_document_is_closing:
 * @self: a document
 * @index: of a block, or one behind the last
 *
 * Returns: whether the closing stands there
 */
gboolean
ks_document_is_closing (const KsDocument *self, guint index)
{
  return index < self->blocks->len && ks_document_get_block (self, index)->kind == KS_BLOCK_CLOSING;
}
