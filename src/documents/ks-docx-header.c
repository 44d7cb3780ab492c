/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-docx-private.h"

/* What stands above the text of a page: its number but on the first one, the boxes, and behind the
 * text the words that tell invented figures, as Word makes a watermark itself. */

#define WATERMARK_WIDTH 640 /* in points */
#define WATERMARK_HEIGHT 62

#define FIELD                                                                                      \
  "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "                              \
  "xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar "                              \
  "w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t>2</w:t></w:r>"           \
  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

#define SHAPE_TYPE                                                                                 \
  "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" "         \
  "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/>"                 \
  "<v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/>"               \
  "<v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/>"            \
  "<v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/>"                 \
  "<v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/>"                       \
  "<v:f eqn=\"sum @6 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" "      \
  "o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/>"        \
  "<v:textpath on=\"t\" fitshape=\"t\"/><v:handles><v:h position=\"#0,bottomRight\" "              \
  "xrange=\"6629,14971\"/></v:handles><o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/>"         \
  "</v:shapetype>"

static void
add_watermark (GString *xml, const KsDocx *self, guint number)
{
  gboolean upright = ks_paper_is_upright (&self->place);
  int turn = 360 - (int)((upright ? KS_WATERMARK_UPRIGHT : KS_WATERMARK_FLAT) + 0.5);
  g_autofree char *font = ks_text_dup_printable (self->document->facts.font);
  g_autofree char *family = g_markup_escape_text (font, -1);

  g_string_append_printf (
      xml,
      "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>" SHAPE_TYPE
      "<v:shape id=\"PowerPlusWaterMarkObject%u\" o:spid=\"_x0000_s%u\" type=\"#_x0000_t136\" "
      "style=\"position:absolute;margin-left:0;margin-top:0;width:%dpt;height:%dpt;rotation:%d;"
      "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
      "mso-position-vertical:center;mso-position-vertical-relative:page\" o:allowincell=\"f\" "
      "fillcolor=\"#ebebeb\" stroked=\"f\"><v:textpath style=\"font-family:&quot;%s&quot;;"
      "font-size:1pt;font-weight:bold\" string=\"" KS_SIMULATED "\"/></v:shape></w:pict></w:r>",
      number, 2048 + number, WATERMARK_WIDTH, WATERMARK_HEIGHT, turn, family);
}

/* Blanks that do not break stand between the words and their box. */
static void
add_mark (GString *xml, const char *style, const char *text)
{
  g_autofree char *printable = NULL;

  if (text == NULL || *text == '\0')
    return;
  printable = ks_text_dup_printable (text);
  g_string_append_printf (xml,
                          "<w:r><w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>"
                          "<w:t xml:space=\"preserve\">\u00A0",
                          style);
  ks_docx_add_escaped (xml, printable, -1);
  g_string_append (xml, "\u00A0</w:t></w:r>");
}

static void
add_left_mark (GString *xml, const char *style, const char *text)
{
  add_mark (xml, style, text);
  g_string_append (xml, "<w:r><w:t xml:space=\"preserve\">  </w:t></w:r>");
}

/**
 * ks_docx_write_header:
 * @self: a document
 * @first: of its first page, or of the others
 *
 * Returns: (transfer full): what stands above the text
 */
GBytes *
ks_docx_write_header (const KsDocx *self, gboolean first)
{
  const KsDocumentFacts *facts = &self->document->facts;
  GString *xml = g_string_new (KS_DOCX_PROLOG "<w:hdr xmlns:w=\"" KS_DOCX_W "\" "
                                              "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
                                              "xmlns:o=\"urn:schemas-microsoft-com:office:office\">"
                                              "<w:p>");

  g_string_append_printf (xml, "<w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>",
                          first ? "FirstHeader" : "Header");
  if (facts->simulated)
    add_watermark (xml, self, first ? 1 : 2);
  if (first)
    {
      add_left_mark (xml, "FirstMark", facts->draft);
      add_left_mark (xml, "FirstMark", facts->internal ? KS_INTERNAL : NULL);
    }
  add_left_mark (xml, "Mark", facts->notice);
  if (!first)
    g_string_append_printf (xml, "<w:r><w:tab/></w:r>%s", facts->unnumbered ? "" : FIELD);
  g_string_append (xml, "<w:r><w:tab/></w:r>");
  if (facts->simulated)
    add_mark (xml, "Mark", KS_SIMULATED);
  g_string_append (xml, "</w:p></w:hdr>\n");
  return g_string_free_to_bytes (xml);
}
