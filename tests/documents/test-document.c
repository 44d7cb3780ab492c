/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-document.h"
#include "ks-documents-error.h"
#include "ks-rich-text.h"

typedef struct
{
  KsFigureBook *book;
  KsDocument *document;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const KsDocumentFacts facts = { .id = "report", .title = "Báo cáo kết quả" };

  f->book = ks_figure_book_new ();
  ks_figure_book_add_count (f->book, "counted", 4466, "một");
  ks_figure_book_add_share (f->book, "rate", 4466, 4990, "hai");
  f->document = ks_document_new (&facts, f->book);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ks_document_unref (f->document);
  ks_figure_book_unref (f->book);
}

static void
assert_printed (Fixture *f, const char *marked, const char *printed)
{
  g_autoptr (KsRichText) text = ks_rich_text_new (marked, f->book);

  g_assert_cmpstr (text->text, ==, printed);
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  g_autoptr (KsRichText) text = ks_rich_text_new ("Có {counted} phiếu ({rate}).", f->book);
  const KsSpan *spans = (const KsSpan *)(gpointer)text->spans->data;

  g_assert_cmpstr (text->text, ==, "Có 4.466 phiếu (89,50%).");
  g_assert_cmpuint (text->spans->len, ==, 2);
  g_assert_cmpstr (spans[1].figure->id, ==, "rate");
  g_assert_cmpint (strncmp (text->text + spans[1].from, "89,50%", spans[1].to - spans[1].from), ==,
                   0);
  assert_printed (f, "ngày {=01/4/2024}.", "ngày 01/4/2024.");
  assert_printed (f, "a {{counted} b", "a {counted} b");
  assert_printed (f, "a } b", "a } b");
  assert_printed (f, "{=}", "");
}

static void
test_quote (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "Phường 1", "", "a}b{1}", "}}", "{=2}", "{counted}" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *quoted = ks_document_quote (names[i]);
      g_autofree char *word = NULL;

      assert_printed (f, quoted, names[i]);
      g_assert_cmpint (ks_rich_text_judge (quoted, f->book, &word), ==, KS_MARK_FINE);
    }
}

/* What XML cannot hold and paper cannot show. */
static void
test_printable (Fixture *f, gconstpointer data)
{
  static const char *const texts[][2] = {
    { "a\x01\x08z", "az" },
    { "a\tb\nc\r", "a b\nc" },
    { "x\xE2\x80\xAEy\xE2\x81\xA6z", "xyz" },
    { "\xEF\xBB\xBFtên\xEF\xBF\xBF", "tên" },
    { "bad \xFF byte", "bad \xEF\xBF\xBD byte" },
    { "👩‍💻 العربية", "👩‍💻 العربية" },
    { "a\xC2\x85"
      "b\x7F",
      "ab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *printable = ks_text_dup_printable (texts[i][0]);
      g_autoptr (KsRichText) plain = ks_rich_text_new_plain (texts[i][0]);

      g_assert_cmpstr (printable, ==, texts[i][1]);
      g_assert_cmpstr (plain->text, ==, texts[i][1]);
    }
}

static void
assert_refused (Fixture *f, const char *const *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_document_check (f->document, &error));
  g_assert_error (error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_FIGURE);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (error->message, words[i]) == NULL)
      g_error ("“%s” does not say “%s”", error->message, words[i]);
}

static void
test_check (Fixture *f, gconstpointer data)
{
  static const char *const digit[]
      = { "Báo cáo kết quả", "“(12”", "Trong 4.466 phiếu có (12 phiếu) lạ.", NULL };
  g_autoptr (GError) error = NULL;

  ks_document_add_heading (f->document, 2, "{=1}. Số người tham gia");
  ks_document_add_text (f->document, "Có {counted} phiếu trong ngày {=01/4/2024}.");
  ks_document_add_plain (f->document, "Cán bộ viết 5 điều {không đóng");
  g_assert_true (ks_document_check (f->document, &error));
  g_assert_no_error (error);
  ks_document_add_text (f->document, "Trong {counted} phiếu có (12 phiếu) lạ.");
  assert_refused (f, digit);
}

static void
test_unknown (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "“district/213/staff”", NULL };

  ks_document_add_note (f->document, "Có {district/213/staff} người.");
  assert_refused (f, words);
}

static void
test_open_brace (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "“{counted phiếu”", NULL };

  ks_document_add_blank (f->document, "Có {counted phiếu");
  assert_refused (f, words);
}

/* Digits of other scripts are numbers as well. */
static void
test_foreign_digit (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "“٣”", NULL };

  ks_document_add_point (f->document, "Có ٣ phiếu");
  assert_refused (f, words);
}

static void
add_table (Fixture *f, const char *caption, const char *header, const char *cell)
{
  static const double widths[] = { 40, 30 };
  static const KsAlign aligns[] = { KS_ALIGN_LEFT, KS_ALIGN_CENTRE };
  const char *heads[] = { "Đơn vị", header };
  const char *cells[] = { "Xã Mẫu", cell };
  const KsDocumentTable table
      = { .caption = caption, .n_columns = 2, .widths = widths, .aligns = aligns, .header = heads };

  ks_document_begin_table (f->document, &table);
  ks_document_add_row (f->document, KS_ROW_PLAIN, cells, G_N_ELEMENTS (cells));
  ks_document_end_table (f->document);
}

static void
test_table (Fixture *f, gconstpointer data)
{
  static const char *const cell[] = { "“20”", "Biểu 1. Kết quả · Xã Mẫu", NULL };

  add_table (f, "Biểu {=1}. Kết quả", "Dưới {=80%}", "{counted}");
  add_table (f, NULL, NULL, NULL);
  g_assert_true (ks_document_check (f->document, NULL));
  add_table (f, "Biểu {=1}. Kết quả", "Số phiếu", "20");
  assert_refused (f, cell);
}

static void
test_table_heads (Fixture *f, gconstpointer data)
{
  static const char *const header[] = { "“80%”", NULL };

  add_table (f, "Biểu. Kết quả", "Dưới 80%", "");
  assert_refused (f, header);
}

static void
test_opening (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "“01/4/2024”", NULL };
  static const char *const subjects[] = { "kết quả khảo sát", "ngày 01/4/2024", NULL };
  const KsPaperOpening opening = { .superior = "TỈNH ỦY",
                                   .organ = "BAN 1",
                                   .number = "Số 12-BC",
                                   .place_date = "ngày 02",
                                   .title = "BÁO CÁO",
                                   .subjects = subjects };

  ks_document_open (f->document, &opening);
  assert_refused (f, words);
}

static void
test_figures (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) places = NULL;
  const KsFigurePlace *place;

  ks_document_add_text (f->document, "Bằng {rate}, tức {counted} phiếu.");
  add_table (f, "Biểu {=1}. Kết quả", NULL, "{counted}");
  places = ks_document_dup_figures (f->document);
  g_assert_cmpuint (places->len, ==, 3);
  place = g_ptr_array_index (places, 0);
  g_assert_cmpstr (place->id, ==, "rate");
  g_assert_cmpstr (place->where, ==, "Bằng 89,50%, tức 4.466 phiếu.");
  place = g_ptr_array_index (places, 2);
  g_assert_cmpstr (place->id, ==, "counted");
  g_assert_cmpstr (place->where, ==, "Biểu 1. Kết quả · Xã Mẫu · 4.466");
}

#define ADD(path, test) g_test_add ("/document/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("marks", test_marks);
  ADD ("quote", test_quote);
  ADD ("printable", test_printable);
  ADD ("check", test_check);
  ADD ("unknown", test_unknown);
  ADD ("open-brace", test_open_brace);
  ADD ("foreign-digit", test_foreign_digit);
  ADD ("table", test_table);
  ADD ("table-heads", test_table_heads);
  ADD ("opening", test_opening);
  ADD ("figures", test_figures);
  return g_test_run ();
}
