/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-document-docx.h"

#include "ks-docx-private.h"
#include "ks-zip-writer.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define HEADER_ASCENT 4.4 /* of its type, in mm */
#define ONE_PAGE_SPARE 6.0 /* below a paper of one page: another program may set it a little higher */

static void
begin (KsDocx *self, KsDocument *document)
{
  self->document = document;
  ks_document_get_place (document, &self->place);
  self->width = self->place.right - self->place.left;
  self->body = g_string_new (NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  self->painted = g_ptr_array_new ();
}

static void
end (KsDocx *self)
{
  g_string_free (self->body, TRUE);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->counts);
  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->painted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsDocx, end)

/* The measures of the pages; the number of the first one is not shown. */
static void
add_section (const KsDocx *self, GString *xml)
{
  const KsPaperPlace *place = &self->place;
  double header = MAX (0, place->top * KS_PAPER_NUMBER_SHARE - HEADER_ASCENT);
  double margin = place->height - place->bottom;
  double spare = self->document->facts.size > 0 ? MIN (ONE_PAGE_SPARE, margin / 2) : 0;
  double bottom = margin - spare;

  g_string_append_printf (
      xml,
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:headerReference "
      "w:type=\"first\" r:id=\"first\"/><w:pgSz w:w=\"%d\" w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" "
      "w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" "
      "w:gutter=\"0\"/><w:cols w:space=\"708\"/><w:titlePg/></w:sectPr>",
      KS_TWIPS (place->width), KS_TWIPS (place->height),
      ks_paper_is_upright (place) ? "" : " w:orient=\"landscape\"", KS_TWIPS (place->top),
      KS_TWIPS (place->width - place->right), KS_TWIPS (bottom),
      KS_TWIPS (place->left), KS_TWIPS (header), KS_TWIPS (MIN (header, bottom / 2)));
}

static GBytes *
write_body (const KsDocx *self)
{
  GString *xml = g_string_new (
      KS_DOCX_PROLOG
      "<w:document xmlns:w=\"" KS_DOCX_W "\" xmlns:r=\"" KS_DOCX_R "\" xmlns:wp=\""
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>\n");

  g_string_append_len (xml, self->body->str, (gssize)self->body->len);
  add_section (self, xml);
  g_string_append (xml, "</w:body></w:document>\n");
  return g_string_free_to_bytes (xml);
}

static GBytes *
write_settings (void)
{
  static const char settings[]
      = KS_DOCX_PROLOG "<w:settings xmlns:w=\"" KS_DOCX_W "\"><w:defaultTabStop w:val=\"720\"/>"
                       "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
                       "<w:compatSetting w:name=\"compatibilityMode\" "
                       "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
                       "</w:compat><w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/>"
                       "<w:listSeparator w:val=\";\"/></w:settings>\n";

  return g_bytes_new_static (settings, sizeof settings - 1);
}

static GBytes *
write_types (const KsDocx *self)
{
  GString *xml = g_string_new (
      KS_DOCX_PROLOG
      "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
      "Extension=\"xml\" ContentType=\"application/xml\"/>");

  if (self->pictures->len > 0)
    g_string_append (xml, "<Default Extension=\"png\" ContentType=\"image/png\"/>");
  g_string_append (
      xml,
      "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
      "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
      "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
      "<Override PartName=\"/word/header1.xml\" ContentType=\"" TYPE "header+xml\"/>"
      "<Override PartName=\"/word/header2.xml\" ContentType=\"" TYPE "header+xml\"/>"
      "<Override PartName=\"/docProps/core.xml\" "
      "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n");
  return g_string_free_to_bytes (xml);
}

static GBytes *
write_package_links (void)
{
  static const char links[]
      = KS_DOCX_PROLOG "<Relationships xmlns=\"" PACKAGE "relationships\">"
                       "<Relationship Id=\"document\" Type=\"" KS_DOCX_R "/officeDocument\" "
                       "Target=\"word/document.xml\"/><Relationship Id=\"core\" Type=\"" PACKAGE
                       "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                       "</Relationships>\n";

  return g_bytes_new_static (links, sizeof links - 1);
}

static GBytes *
write_links (const KsDocx *self)
{
  static const char *const parts[][3] = {
    { "styles", "styles", "styles.xml" },
    { "settings", "settings", "settings.xml" },
    { "first", "header", "header1.xml" },
    { "header", "header", "header2.xml" },
  };
  GString *xml = g_string_new (KS_DOCX_PROLOG "<Relationships xmlns=\"" PACKAGE "relationships\">");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (xml,
                            "<Relationship Id=\"%s\" Type=\"" KS_DOCX_R "/%s\" Target=\"%s\"/>",
                            parts[i][0], parts[i][1], parts[i][2]);
  for (guint i = 1; i <= self->pictures->len; i++)
    g_string_append_printf (xml,
                            "<Relationship Id=\"chart%u\" Type=\"" KS_DOCX_R
                            "/image\" Target=\"media/chart%u.png\"/>",
                            i, i);
  g_string_append (xml, "</Relationships>\n");
  return g_string_free_to_bytes (xml);
}

static void
add_property (GString *xml, const char *element, const char *text)
{
  g_autofree char *printable = ks_text_dup_printable (text);

  g_string_append_printf (xml, "<%s>", element);
  ks_docx_add_escaped (xml, printable, -1);
  g_string_append_printf (xml, "</%s>", element);
}

static GBytes *
write_properties (const KsDocx *self, KsMoment stamp)
{
  const KsDocumentFacts *facts = &self->document->facts;
  g_autofree char *keywords = g_strdup_printf (KS_DOCUMENT_KEYWORDS, facts->id);
  g_autofree char *moment = ks_moment_to_utc (stamp);
  GString *xml = g_string_new (
      KS_DOCX_PROLOG
      "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");

  add_property (xml, "dc:title", facts->title);
  add_property (xml, "dc:creator", facts->author);
  add_property (xml, "cp:keywords", keywords);
  add_property (xml, "dc:language", "vi-VN");
  if (*moment != '\0')
    g_string_append_printf (xml,
                            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                            "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>",
                            moment, moment);
  g_string_append (xml, "</cp:coreProperties>\n");
  return g_string_free_to_bytes (xml);
}

/* Takes the content over. */
static gboolean
add_part (KsZipWriter *zip, const char *name, GBytes *content, GError **error)
{
  g_autoptr (GBytes) bytes = content;

  return ks_zip_writer_add (zip, name, bytes, error);
}

static gboolean
add_pictures (const KsDocx *self, KsZipWriter *zip, GError **error)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/media/chart%u.png", i + 1);

      if (!add_part (zip, name, g_bytes_ref (self->pictures->pdata[i]), error))
        return FALSE;
    }
  return TRUE;
}

static GBytes *
write_package (const KsDocx *self, KsMoment stamp, GError **error)
{
  g_autoptr (KsZipWriter) zip = ks_zip_writer_new (error);

  if (zip == NULL || !add_part (zip, "[Content_Types].xml", write_types (self), error)
      || !add_part (zip, "_rels/.rels", write_package_links (), error)
      || !add_part (zip, "docProps/core.xml", write_properties (self, stamp), error)
      || !add_part (zip, "word/document.xml", write_body (self), error)
      || !add_part (zip, "word/_rels/document.xml.rels", write_links (self), error)
      || !add_part (zip, "word/styles.xml", ks_docx_write_styles (self), error)
      || !add_part (zip, "word/settings.xml", write_settings (), error)
      || !add_part (zip, "word/header1.xml", ks_docx_write_header (self, TRUE), error)
      || !add_part (zip, "word/header2.xml", ks_docx_write_header (self, FALSE), error)
      || !add_pictures (self, zip, error))
    return NULL;
  return ks_zip_writer_end (zip, error);
}

/**
 * ks_document_write_docx:
 * @self: a paper
 * @stamp: the moment that the file carries as its date
 * @job: (nullable): by which it is stopped
 * @error: return location for %KS_DOCUMENTS_ERROR_FIGURE, %KS_PAGES_ERROR_FONT,
 *   %KS_PAGES_ERROR_FILE, %KS_TABLES_ERROR_FORMAT or %G_IO_ERROR_CANCELLED
 *
 * Writes the paper as a text that an officer goes on with: everything has a style by which it can
 * be changed as one, and each figure is a bookmark with the figure's name. The same paper and stamp
 * give the same bytes.
 *
 * Returns: (transfer full): a DOCX file, or %NULL with @error set
 */
GBytes *
ks_document_write_docx (KsDocument *self, KsMoment stamp, KsJob *job, GError **error)
{
  g_auto (KsDocx) docx = { 0 };

  begin (&docx, self);
  docx.job = job;
  if (!ks_document_check (self, error) || !ks_type_check_family (KS_FAMILY_SERIF, error)
      || !ks_docx_add_blocks (&docx, error) || !ks_job_report (job, 0, 0, error))
    return NULL;
  return write_package (&docx, stamp, error);
}
