/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-document-docx.h"
#include "ks-document-layout.h"
#include "ks-document-workbook.h"
#include "ks-documents-error.h"
#include "ks-test-docx.h"
#include "ks-test-papers.h"

/* A paper as its parts. */
typedef struct
{
  GHashTable *parts;
  GPtrArray *names;
  KsTestNode *document;
  KsTestNode *styles;
} Paper;

static GBytes *
write_docx (KsDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ks_document_write_docx (document, KS_TEST_STAMP, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Takes the document over. */
static Paper
open_paper (KsDocument *given)
{
  g_autoptr (KsDocument) document = given;
  g_autoptr (GBytes) bytes = write_docx (document);
  Paper paper = { 0 };

  paper.parts = ks_test_package_read (bytes, &paper.names);
  paper.document = ks_test_package_parse (paper.parts, "word/document.xml");
  paper.styles = ks_test_package_parse (paper.parts, "word/styles.xml");
  return paper;
}

static void
close_paper (Paper *paper)
{
  g_hash_table_unref (paper->parts);
  g_ptr_array_unref (paper->names);
  ks_test_node_free (paper->document);
  ks_test_node_free (paper->styles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, close_paper)

/* Every kind of paper. */
static KsDocument *
create (guint kind)
{
  switch (kind)
    {
    case 0:
      return ks_test_report (2);
    case 1:
      return ks_test_units_table (60);
    case 2:
      return ks_test_list ();
    case 3:
      return ks_test_account ();
    case 4:
      return ks_test_recognition (30);
    case 5:
      return ks_test_hostile ();
    default:
      return NULL;
    }
}

static const char *
get_value (const KsTestNode *node, const char *name, const char *attribute)
{
  const KsTestNode *found = ks_test_node_find (node, name);

  return found != NULL ? ks_test_node_get (found, attribute) : NULL;
}

static void
test_sound (void)
{
  KsDocument *document;

  for (guint kind = 0; (document = create (kind)) != NULL; kind++)
    {
      g_autoptr (GBytes) file = write_docx (document);

      ks_test_docx_assert_sound (file);
      ks_document_unref (document);
    }
}

static void
assert_style (const KsTestNode *styles, const char *id, const char *name, const char *size)
{
  const KsTestNode *style = ks_test_node_find_with (styles, "w:style", "w:styleId", id);

  if (style == NULL)
    g_error ("no style %s", id);
  g_assert_cmpstr (get_value (style, "w:name", "w:val"), ==, name);
  g_assert_cmpstr (get_value (style, "w:sz", "w:val"), ==, size);
}

static void
test_styles (void)
{
  g_auto (Paper) paper = open_paper (ks_test_report (0));
  const KsTestNode *defaults = ks_test_node_find (paper.styles, "w:docDefaults");
  const KsTestNode *heading = ks_test_node_find_with (paper.styles, "w:style", "w:styleId", "Heading2");

  g_assert_cmpstr (get_value (defaults, "w:rFonts", "w:ascii"), ==, "Times New Roman");
  g_assert_cmpstr (get_value (defaults, "w:sz", "w:val"), ==, "28");
  g_assert_cmpstr (get_value (defaults, "w:lang", "w:val"), ==, "vi-VN");
  assert_style (paper.styles, "Title", "Title", "32");
  assert_style (paper.styles, "BodyText", "Body Text", "28");
  assert_style (paper.styles, "Heading1", "heading 1", "28");
  assert_style (paper.styles, "Heading3", "heading 3", "26");
  assert_style (paper.styles, "Caption", "caption", "26");
  assert_style (paper.styles, "TableText", "Chữ trong biểu", "24");
  assert_style (paper.styles, "TableNote", "Ghi chú dưới biểu", "22");
  assert_style (paper.styles, "Party", "Tiêu đề Đảng", "30");
  assert_style (paper.styles, "Signature", "Signature", "28");
  g_assert_cmpstr (get_value (heading, "w:aliases", "w:val"), ==, "Đề mục 2");
  g_assert_cmpstr (get_value (heading, "w:outlineLvl", "w:val"), ==, "1");
  g_assert_cmpstr (get_value (heading, "w:ind", "w:firstLine"), ==, "720");
  g_assert_nonnull (ks_test_node_find (heading, "w:keepNext"));
}

/* Nothing is set by hand: texts look as their styles say. */
static void
test_styled (void)
{
  KsDocument *document;

  for (guint kind = 0; (document = create (kind)) != NULL; kind++)
    {
      g_auto (Paper) paper = open_paper (document);
      g_autoptr (GPtrArray) paragraphs = ks_test_node_list (paper.document, "w:p");

      for (guint i = 0; i < paragraphs->len; i++)
        g_assert_nonnull (ks_test_node_find (paragraphs->pdata[i], "w:pStyle"));
      g_assert_null (ks_test_node_find (paper.document, "w:spacing"));
      g_assert_null (ks_test_node_find (paper.document, "w:sz"));
    }
}

static guint
count_kept (const KsTestNode *row)
{
  g_autoptr (GPtrArray) kept = ks_test_node_list (row, "w:keepNext");

  return kept->len;
}

static void
test_table (void)
{
  g_auto (Paper) paper = open_paper (ks_test_units_table (40));
  const KsTestNode *table = ks_test_node_find (paper.document, "w:tbl");
  g_autoptr (GPtrArray) columns = ks_test_node_list (table, "w:gridCol");
  g_autoptr (GPtrArray) rows = ks_test_node_list (table, "w:tr");
  int width = 0;

  for (guint i = 0; i < columns->len; i++)
    width += atoi (ks_test_node_get (columns->pdata[i], "w:w"));
  g_assert_cmpuint (columns->len, ==, 9);
  g_assert_cmpint (width, ==, 14570); /* 257 mm */
  /* Header, numbers, two groups, total. */
  g_assert_cmpuint (rows->len, ==, 40 + 5);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) cells = ks_test_node_list (rows->pdata[i], "w:tc");
      gboolean header = ks_test_node_find (rows->pdata[i], "w:tblHeader") != NULL;
      gboolean bold = ks_test_node_find (rows->pdata[i], "w:b") != NULL;

      g_assert_cmpuint (cells->len, ==, 9);
      g_assert_nonnull (ks_test_node_find (rows->pdata[i], "w:cantSplit"));
      g_assert_cmpint (header, ==, i < 2);
      g_assert_cmpint (bold, ==, i == 2 || i == 24 || i == 44);
      /* A group goes with its first unit, the last units with the total and the note. */
      g_assert_cmpuint (count_kept (rows->pdata[i]), ==, i == 2 || i == 24 || i >= 41 ? 9 : 0);
    }
}

static void
assert_bookmark (const KsTestNode *start, GHashTable *names)
{
  const char *name = ks_test_node_get (start, "w:name");
  g_autofree char *small = g_ascii_strdown (name, -1);

  g_assert_cmpuint (strlen (name), <=, 40);
  g_assert_true (g_ascii_isalpha (*name));
  g_assert_cmpuint (strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_"), ==, strlen (name));
  g_assert_true (g_hash_table_add (names, g_steal_pointer (&small)));
}

/* What stands between the start of a bookmark and its end, which is the next one in the paragraph. */
static char *
read_bookmark (const KsTestNode *start)
{
  GString *text = g_string_new (NULL);
  gboolean inside = FALSE;

  for (guint i = 0; i < start->parent->children->len; i++)
    {
      const KsTestNode *node = start->parent->children->pdata[i];
      g_autofree char *part = ks_test_node_dup_text (node, "w:t");

      if (node == start)
        inside = TRUE;
      else if (inside && g_str_equal (node->name, "w:bookmarkEnd"))
        {
          g_assert_cmpstr (ks_test_node_get (node, "w:id"), ==, ks_test_node_get (start, "w:id"));
          return g_string_free (text, FALSE);
        }
      else if (inside)
        g_string_append (text, part);
    }
  g_assert_not_reached ();
}

static void
test_figures (void)
{
  KsDocument *document;

  for (guint kind = 0; (document = create (kind)) != NULL; kind++)
    {
      g_autoptr (GPtrArray) places = ks_document_dup_figures (document);
      KsFigureBook *book = ks_document_get_book (document);
      g_auto (Paper) paper = open_paper (ks_document_ref (document));
      g_autoptr (GPtrArray) starts = ks_test_node_list (paper.document, "w:bookmarkStart");
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_cmpuint (starts->len, ==, places->len);
      for (guint i = 0; i < starts->len; i++)
        {
          const KsFigurePlace *place = places->pdata[i];
          g_autofree char *begin = g_strdelimit (g_strdup (place->id), "/", '_');
          g_autofree char *text = read_bookmark (starts->pdata[i]);

          assert_bookmark (starts->pdata[i], names);
          g_assert_true (g_str_has_prefix (ks_test_node_get (starts->pdata[i], "w:name"), begin));
          g_assert_cmpstr (text, ==, ks_figure_book_lookup (book, place->id)->text);
        }
      ks_document_unref (document);
    }
}

/* Ids that differ in what Word does not tell apart, and one that is longer than a name may be. */
static void
test_names (void)
{
  static const char *const ids[] = {
    "a/b", "a_b", "A/b", "A/b_2", "a/b_2", "1x", "district/213/not_counted/outside_window/of_all"
  };
  const KsDocumentFacts facts = { .id = "x", .title = "x" };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KsDocument *document = ks_document_new (&facts, book);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (ids); i++)
    {
      const char *id = ids[i % G_N_ELEMENTS (ids)];
      g_autofree char *mark = g_strdup_printf ("{%s}", id);

      if (i < G_N_ELEMENTS (ids))
        ks_figure_book_add_count (book, id, i, "một");
      ks_document_add_text (document, mark);
    }
  {
    g_auto (Paper) paper = open_paper (document);
    g_autoptr (GPtrArray) starts = ks_test_node_list (paper.document, "w:bookmarkStart");

    g_assert_cmpuint (starts->len, ==, 2 * G_N_ELEMENTS (ids));
    for (guint i = 0; i < starts->len; i++)
      assert_bookmark (starts->pdata[i], names);
  }
}

static void
assert_margins (const KsTestNode *section, int top, int right, int bottom, int left)
{
  const KsTestNode *margins = ks_test_node_find (section, "w:pgMar");
  static const char *const sides[] = { "w:top", "w:right", "w:bottom", "w:left" };
  const int wanted[] = { top, right, bottom, left };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_assert_cmpint (atoi (ks_test_node_get (margins, sides[i])), ==, wanted[i]);
}

static void
test_section (void)
{
  const KsDocumentFacts facts = { .id = "x", .title = "x", .margins = { 25, 15, 20, 35 } };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  g_auto (Paper) upright = open_paper (ks_test_report (0));
  g_auto (Paper) flat = open_paper (ks_test_units_table (3));
  g_auto (Paper) own = open_paper (ks_document_new (&facts, book));
  const KsTestNode *body = ks_test_node_find (upright.document, "w:body");
  const KsTestNode *section = g_ptr_array_index (body->children, body->children->len - 1);

  g_assert_cmpstr (section->name, ==, "w:sectPr");
  g_assert_nonnull (ks_test_node_find (section, "w:titlePg"));
  g_assert_cmpstr (get_value (section, "w:pgSz", "w:w"), ==, "11906");
  g_assert_null (get_value (section, "w:pgSz", "w:orient"));
  assert_margins (section, 1134, 1134, 1134, 1701);
  section = ks_test_node_find (flat.document, "w:sectPr");
  g_assert_cmpstr (get_value (section, "w:pgSz", "w:w"), ==, "16838");
  g_assert_cmpstr (get_value (section, "w:pgSz", "w:orient"), ==, "landscape");
  assert_margins (section, 964, 1134, 964, 1134);
  assert_margins (ks_test_node_find (own.document, "w:sectPr"), 1417, 850, 1134, 1984);
}

/* Boxes stand on the first page, the number on the others, the words of invented figures on all. */
/* What must stand on one page is set as its PDF, with a little room for another program. */
static void
test_one_page (void)
{
  const KsDocumentFacts facts = { .id = "x", .title = "x", .size = 12, .pitch = 5.6 };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  KsDocument *document = ks_document_new (&facts, book);
  g_auto (Paper) paper = { 0 };

  ks_document_add_text (document, "Một đoạn.");
  paper = open_paper (document);
  assert_margins (ks_test_node_find (paper.document, "w:sectPr"), 1134, 1134, 794, 1701);
  assert_style (paper.styles, "BodyText", "Body Text", "24");
}

static void
test_headers (void)
{
  g_auto (Paper) paper = open_paper (ks_test_report (0));
  g_autoptr (KsTestNode) links
      = ks_test_package_parse (paper.parts, "word/_rels/document.xml.rels");
  static const char *const types[] = { "first", "default" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const KsTestNode *reference
          = ks_test_node_find_with (paper.document, "w:headerReference", "w:type", types[i]);
      const KsTestNode *link
          = ks_test_node_find_with (links, "Relationship", "Id", ks_test_node_get (reference, "r:id"));
      g_autofree char *name = g_strconcat ("word/", ks_test_node_get (link, "Target"), NULL);
      g_autoptr (KsTestNode) header = ks_test_package_parse (paper.parts, name);
      g_autofree char *text = ks_test_node_dup_text (header, "w:t");
      g_autofree char *field = ks_test_node_dup_text (header, "w:instrText");

      g_assert_cmpint (strstr (text, "DỰ THẢO LẦN 2") != NULL, ==, i == 0);
      g_assert_cmpint (strstr (text, "LƯU HÀNH NỘI BỘ") != NULL, ==, i == 0);
      g_assert_nonnull (strstr (text, "SỐ LIỆU SƠ BỘ"));
      g_assert_nonnull (strstr (text, "SỐ LIỆU MÔ PHỎNG"));
      g_assert_cmpstr (get_value (header, "v:textpath", "on"), ==, "t");
      g_assert_nonnull (ks_test_node_find_with (header, "v:textpath", "string", "SỐ LIỆU MÔ PHỎNG"));
      g_assert_cmpstr (field, ==, i == 0 ? "" : " PAGE ");
    }
}

static void
test_chart (void)
{
  g_auto (Paper) paper = open_paper (ks_test_report (0));
  GBytes *picture = g_hash_table_lookup (paper.parts, "word/media/chart1.png");
  const guint8 *data = g_bytes_get_data (picture, NULL);
  const KsTestNode *extent = ks_test_node_find (paper.document, "wp:extent");
  const KsTestNode *words = ks_test_node_find (paper.document, "wp:docPr");
  guint32 width;

  /* 160 mm of 300 pixels per inch. */
  memcpy (&width, data + 16, sizeof width);
  g_assert_cmpuint (GUINT32_FROM_BE (width), ==, 1890);
  g_assert_cmpstr (ks_test_node_get (extent, "cx"), ==, "5760000");
  g_assert_cmpstr (ks_test_node_get (words, "descr"), ==, "Mười thanh ngang, từ 45% đến 54%");
}

static void
test_properties (void)
{
  g_auto (Paper) paper = open_paper (ks_test_report (0));
  g_autoptr (KsTestNode) core = ks_test_package_parse (paper.parts, "docProps/core.xml");
  const KsTestNode *title = ks_test_node_find (core, "dc:title");
  const KsTestNode *author = ks_test_node_find (core, "dc:creator");
  const KsTestNode *created = ks_test_node_find (core, "dcterms:created");
  const KsTestNode *modified = ks_test_node_find (core, "dcterms:modified");
  const KsTestNode *keywords = ks_test_node_find (core, "cp:keywords");

  g_assert_cmpstr (title->text->str, ==, "Báo cáo kết quả khảo sát – PKS01-2024");
  g_assert_cmpstr (author->text->str, ==, "BAN DÂN VẬN");
  g_assert_cmpstr (created->text->str, ==, "2024-04-02T11:00:00Z");
  g_assert_cmpstr (modified->text->str, ==, created->text->str);
  g_assert_cmpstr (keywords->text->str, ==, "khaosat:paper=report;v=1");
}

static void
test_same_bytes (void)
{
  g_autoptr (KsDocument) one = ks_test_report (2);
  g_autoptr (KsDocument) two = ks_test_report (2);
  g_autoptr (GBytes) first = write_docx (one);
  g_autoptr (GBytes) second = write_docx (two);
  g_autoptr (GBytes) third = write_docx (one);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, third));
}

static void
test_hostile (void)
{
  g_auto (Paper) paper = open_paper (ks_test_hostile ());
  g_autofree char *text = ks_test_node_dup_text (paper.document, "w:t");
  guint n_letters = 0;

  g_assert_nonnull (strstr (text, "<w:p> & ]]>"));
  g_assert_nonnull (strstr (text, "=cmd|' /C calc'!A0"));
  g_assert_null (strstr (text, "\xE2\x80\xAE"));
  for (const char *p = text; *p != '\0'; p++)
    {
      g_assert_true ((guchar)*p >= 0x20);
      n_letters += *p == 'x';
    }
  g_assert_cmpuint (n_letters, ==, 10000 + 2000);
}

static void
test_refused (void)
{
  const KsDocumentFacts facts = { .id = "x", .title = "x" };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  g_autoptr (KsDocument) document = ks_document_new (&facts, book);
  g_autoptr (GError) error = NULL;

  ks_document_add_text (document, "Có 12 phiếu");
  g_assert_null (ks_document_write_docx (document, KS_TEST_STAMP, NULL, &error));
  g_assert_error (error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_FIGURE);
}

static void
stop_cb (KsJob *job, gpointer data)
{
  ks_job_stop (job);
}

/* Whoever stops a paper while its first block is written gets none, in whatever format. */
static void
test_stopped (void)
{
  g_autoptr (KsDocument) document = create (0);
  g_autoptr (KsJob) job = ks_job_new ("A paper");
  g_autoptr (GError) docx = NULL;
  g_autoptr (GError) pages = NULL;
  g_autoptr (GError) workbook = NULL;

  ks_job_set_report_func (job, stop_cb, NULL);
  g_assert_null (ks_document_write_docx (document, KS_TEST_STAMP, job, &docx));
  g_assert_error (docx, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (ks_document_lay_out (document, job, &pages));
  g_assert_error (pages, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (ks_document_write_workbook (document, KS_TEST_STAMP, job, &workbook));
  g_assert_error (workbook, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx/sound", test_sound);
  g_test_add_func ("/docx/styles", test_styles);
  g_test_add_func ("/docx/styled", test_styled);
  g_test_add_func ("/docx/table", test_table);
  g_test_add_func ("/docx/figures", test_figures);
  g_test_add_func ("/docx/names", test_names);
  g_test_add_func ("/docx/section", test_section);
  g_test_add_func ("/docx/one-page", test_one_page);
  g_test_add_func ("/docx/headers", test_headers);
  g_test_add_func ("/docx/chart", test_chart);
  g_test_add_func ("/docx/properties", test_properties);
  g_test_add_func ("/docx/same-bytes", test_same_bytes);
  g_test_add_func ("/docx/hostile", test_hostile);
  g_test_add_func ("/docx/refused", test_refused);
  g_test_add_func ("/docx/stopped", test_stopped);
  return g_test_run ();
}
