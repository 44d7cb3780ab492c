/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-docx-private.h"

#include <string.h>

#define LONGEST_NAME 40 /* of a bookmark in Word, which knows ASCII letters, digits and _ */
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

/**
 * ks_docx_add_escaped:
 * @xml: where it is added
 * @text: printable text
 * @length: in bytes; -1: all of it
 */
void
ks_docx_add_escaped (GString *xml, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (xml, escaped);
}

/**
 * ks_docx_begin_paragraph:
 * @self: a document
 * @style: of the paragraph
 * @flags: what it does beside
 */
void
ks_docx_begin_paragraph (KsDocx *self, const char *style, guint flags)
{
  g_string_append_printf (self->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", style);
  if (flags & KS_DOCX_KEEP_NEXT)
    g_string_append (self->body, "<w:keepNext/>");
  if (flags & KS_DOCX_KEEP_LINES)
    g_string_append (self->body, "<w:keepLines/>");
  if (self->new_page)
    g_string_append (self->body, "<w:pageBreakBefore/>");
  g_string_append (self->body, "</w:pPr>");
  self->new_page = FALSE;
  self->tabled = FALSE;
}

/**
 * ks_docx_end_paragraph:
 * @self: a document
 */
void
ks_docx_end_paragraph (KsDocx *self)
{
  g_string_append (self->body, "</w:p>\n");
}

/* A run of one look; a line feed breaks the line. */
static void
add_run (KsDocx *self, const char *look, const char *text, gsize length)
{
  const char *end = text + length;

  if (length == 0)
    return;
  g_string_append (self->body, "<w:r>");
  if (*look != '\0')
    g_string_append_printf (self->body, "<w:rPr>%s</w:rPr>", look);
  while (TRUE)
    {
      const char *feed = memchr (text, '\n', (gsize)(end - text));
      const char *until = feed != NULL ? feed : end;

      if (until > text)
        {
          g_string_append (self->body, "<w:t xml:space=\"preserve\">");
          ks_docx_add_escaped (self->body, text, until - text);
          g_string_append (self->body, "</w:t>");
        }
      if (feed == NULL)
        break;
      g_string_append (self->body, "<w:br/>");
      text = feed + 1;
    }
  g_string_append (self->body, "</w:r>");
}

/* A name that begins like the figure's id; capitals make no difference to Word. */
static char *
name_bookmark (KsDocx *self, const char *id)
{
  g_autofree char *plain = g_strcanon (g_strdup (id), LETTERS, '_');
  g_autofree char *base = g_strconcat (g_ascii_isalpha (*plain) ? "" : "f_", plain, NULL);
  g_autofree char *small = g_ascii_strdown (base, -1);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, small));

  while (TRUE)
    {
      g_autofree char *number = ++n > 1 ? g_strdup_printf ("_%u", n) : g_strdup ("");
      int room = LONGEST_NAME - (int)strlen (number);
      char *name = g_strdup_printf ("%.*s%s", room, base, number);
      char *key = g_ascii_strdown (name, -1);

      if (g_hash_table_add (self->names, key))
        {
          g_hash_table_insert (self->counts, g_steal_pointer (&small), GUINT_TO_POINTER (n));
          return name;
        }
      g_free (name);
    }
}

static void
add_figure (KsDocx *self, const KsFigure *figure, const char *look, const char *text, gsize length)
{
  g_autofree char *name = name_bookmark (self, figure->id);
  guint id = self->n_marks++;

  g_string_append_printf (self->body, "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/>", id, name);
  add_run (self, look, text, length);
  g_string_append_printf (self->body, "<w:bookmarkEnd w:id=\"%u\"/>", id);
}

/**
 * ks_docx_add_rich:
 * @self: a document in a paragraph
 * @text: a text
 * @look: properties of its runs beside their style's; may be empty
 *
 * Adds a text, each figure of which is a bookmark.
 */
void
ks_docx_add_rich (KsDocx *self, const KsRichText *text, const char *look)
{
  gsize done = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const KsSpan *span = &g_array_index (text->spans, KsSpan, i);

      add_run (self, look, text->text + done, span->from - done);
      add_figure (self, span->figure, look, text->text + span->from, span->to - span->from);
      done = span->to;
    }
  add_run (self, look, text->text + done, strlen (text->text + done));
}

/**
 * ks_docx_add_marked:
 * @self: a document
 * @style: of the paragraph
 * @flags: what it does beside
 * @marked: (nullable): a text with marks; %NULL: nothing is added
 *
 * Adds a paragraph.
 */
void
ks_docx_add_marked (KsDocx *self, const char *style, guint flags, const char *marked)
{
  g_autoptr (KsRichText) text = NULL;

  if (marked == NULL)
    return;
  text = ks_rich_text_new (marked, self->document->book);
  ks_docx_begin_paragraph (self, style, flags);
  ks_docx_add_rich (self, text, "");
  ks_docx_end_paragraph (self);
}

/**
 * ks_docx_add_given:
 * @self: a document
 * @style: of the paragraph
 * @flags: what it does beside
 * @text: an officer's words
 *
 * Adds a paragraph in which no mark is read.
 */
void
ks_docx_add_given (KsDocx *self, const char *style, guint flags, const char *text)
{
  g_autoptr (KsRichText) plain = ks_rich_text_new_plain (text);

  ks_docx_begin_paragraph (self, style, flags);
  ks_docx_add_rich (self, plain, "");
  ks_docx_end_paragraph (self);
}
