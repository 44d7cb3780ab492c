/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-docx-private.h"

#define DPI 300
#define EMU_PER_MM 36000 /* English Metric Units, the lengths of DrawingML */
#define A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define PIC "http://schemas.openxmlformats.org/drawingml/2006/picture"

static void
add_drawing (KsDocx *self, guint picture, double height, const char *alt)
{
  guint number = ++self->n_drawings;
  int width = (int)(self->width * EMU_PER_MM);
  int high = (int)(height * EMU_PER_MM);
  g_autofree char *printable = ks_text_dup_printable (alt);
  g_autofree char *words = g_markup_escape_text (printable, -1);

  g_string_append_printf (
      self->body,
      "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      "<wp:extent cx=\"%d\" cy=\"%d\"/><wp:docPr id=\"%u\" name=\"Biểu đồ %u\" descr=\"%s\"/>"
      "<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"" A "\" noChangeAspect=\"1\"/>"
      "</wp:cNvGraphicFramePr><a:graphic xmlns:a=\"" A "\"><a:graphicData uri=\"" PIC "\">"
      "<pic:pic xmlns:pic=\"" PIC "\"><pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"chart%u.png\"/>"
      "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"chart%u\"/><a:stretch>"
      "<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      "<a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
      "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
      width, high, number, number, words, number, picture, picture, width, high);
}

/* A chart that stands on many pages is one picture. */
static guint
find_picture (const KsDocx *self, const KsBlock *block)
{
  for (guint i = 0; i < self->painted->len; i++)
    {
      const KsBlock *other = self->painted->pdata[i];

      if (other->chart == block->chart && other->paint == block->paint
          && other->height_mm == block->height_mm)
        return i + 1;
    }
  return 0;
}

static guint
add_picture (KsDocx *self, const KsBlock *block, double height, GError **error)
{
  GBytes *picture = ks_painting_dup_png (ks_chart_paint_fitted, (gpointer)block, self->width,
                                         height, DPI, error);

  if (picture == NULL)
    return 0;
  g_ptr_array_add (self->pictures, picture);
  g_ptr_array_add (self->painted, (gpointer)block);
  return self->pictures->len;
}

/**
 * ks_docx_add_chart:
 * @self: a document
 * @block: a chart
 * @error: return location for %KS_PAGES_ERROR_FILE
 *
 * Adds a chart as a picture that the same painter paints as in the PDF.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_docx_add_chart (KsDocx *self, const KsBlock *block, GError **error)
{
  double height = ks_chart_measure (block, self->document, &self->place);
  guint picture = find_picture (self, block);

  if (picture == 0)
    picture = add_picture (self, block, height, error);
  if (picture == 0)
    return FALSE;
  ks_docx_begin_paragraph (self, "Chart", block->text != NULL ? KS_DOCX_KEEP_NEXT : 0);
  add_drawing (self, picture, height, block->reference);
  ks_docx_end_paragraph (self);
  ks_docx_add_marked (self, "ChartCaption", 0, block->text);
  return TRUE;
}
