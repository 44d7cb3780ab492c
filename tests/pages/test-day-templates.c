/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-document-layout.h"
#include "ks-make-paper.h"
#include "ks-paper-settings.h"
#include "ks-test-figures.h"
#include "ks-test-pages.h"

/* Papers of the day as an office wrote or set them otherwise. */

static void
set (KsTestFigures *made, const char *paper, const char *slot, const char *body)
{
  const KsPaperEdit edit = { paper, slot, body };
  g_autoptr (GError) error = NULL;

  ks_set_paper_texts (made->day.campaign, &edit, 1, NULL, &error);
  g_assert_no_error (error);
}

static KsDocument *
make (KsTestFigures *made, KsPaperKind kind, const char *district)
{
  KsPaperWish wish = KS_PAPER_WISH (kind);
  g_autoptr (GError) error = NULL;
  KsDocument *document;

  wish.at = ks_test_moment ("2024-04-01T15:00");
  wish.district = district;
  document = ks_make_paper_of_day (made->day.campaign, made->figures, &wish, &error);
  g_assert_no_error (error);
  return document;
}

/* The text of all pages. */
static char *
read_paper (KsTestFigures *made, KsPaperKind kind, const char *district, guint *n_pages)
{
  g_autoptr (KsDocument) document = make (made, kind, district);
  g_autoptr (KsPages) pages = ks_document_lay_out (document, NULL, NULL);
  g_autoptr (GBytes) pdf = ks_test_pages_dup_pdf (pages);
  g_auto (GStrv) texts = ks_test_read_pages (pdf);

  if (n_pages != NULL)
    *n_pages = g_strv_length (texts);
  return g_strjoinv (" ", texts);
}

/* What has no room on a page in any way loses nothing. */
static void
test_too_long (void)
{
  KsTestFigures made;
  g_autoptr (GString) template = g_string_new ("@title TIN NHANH\n\n@table districts\n");
  g_autofree char *text = NULL;
  guint n_pages;

  ks_test_figures_begin (&made, 10, 184);
  made.figures->units[4].answers = 0;
  ks_test_figures_sum (&made);
  g_string_append (template, "\nChưa có phiếu: {silent/names}. [Tổng số của {districts/summed}.]\n");
  for (guint i = 0; i < 60; i++)
    g_string_append (template, "\nMột đoạn của cơ quan.\n");
  set (&made, "brief", "template", template->str);
  text = read_paper (&made, KS_PAPER_BRIEF, NULL, &n_pages);
  g_assert_cmpuint (n_pages, >, 1);
  for (guint i = 0; i < 9; i++)
    ks_test_assert_says (text, ks_test_longest[i]);
  ks_test_assert_says (text, "Chưa có phiếu: thị trấn Nông trường Việt Lâm");
  g_assert_null (strstr (text, "Tổng số của"));
  ks_test_figures_end (&made);
}

/* A unit that is not being checked has its rate, even above the staff; a sum above it has none. */
static void
test_decided (void)
{
  KsTestFigures made;
  g_autofree char *text = NULL;

  ks_test_figures_begin (&made, 2, 58);
  made.figures->units[31].answers = 29;
  made.figures->units[31].staff = 25;
  ks_test_figures_sum (&made);
  text = read_paper (&made, KS_PAPER_DISTRICT, "001", NULL);
  ks_test_assert_says (text, "116,00%");
  g_assert_null (strstr (text, "đang đối chiếu"));
  made.figures->units[31].answers = 5000;
  ks_test_figures_sum (&made);
  g_free (text);
  text = read_paper (&made, KS_PAPER_DISTRICT, "001", NULL);
  ks_test_assert_says (text, "đang đối chiếu");
  ks_test_figures_end (&made);
}

/* What is set for letters does not sign a table; what is set for the table does. */
static void
test_closing (void)
{
  KsTestFigures made;
  g_autofree char *text = NULL;

  ks_test_figures_begin (&made, 2, 58);
  set (&made, "all", "signature", "TRƯỞNG BAN");
  set (&made, "all", "recipients", "- Lưu.");
  text = read_paper (&made, KS_PAPER_DISTRICT, "001", NULL);
  g_assert_null (strstr (text, "TRƯỞNG BAN"));
  g_assert_null (strstr (text, "Nơi nhận"));
  set (&made, "district", "signature", "CHÁNH VĂN PHÒNG");
  set (&made, "district", "recipients", "-");
  g_free (text);
  text = read_paper (&made, KS_PAPER_DISTRICT, "001", NULL);
  ks_test_assert_says (text, "CHÁNH VĂN PHÒNG");
  g_assert_null (strstr (text, "Nơi nhận"));
  g_free (text);
  text = read_paper (&made, KS_PAPER_BRIEF, NULL, NULL);
  ks_test_assert_says (text, "TRƯỞNG BAN");
  ks_test_figures_end (&made);
}

/* A province without districts is not said to belong to itself. */
static void
test_province (void)
{
  KsTestFigures made;
  g_autofree char *table = NULL;
  g_autofree char *brief = NULL;

  ks_test_figures_begin (&made, 0, 29);
  table = read_paper (&made, KS_PAPER_DISTRICT, "", NULL);
  brief = read_paper (&made, KS_PAPER_BRIEF, NULL, NULL);
  ks_test_assert_says (table, "các đơn vị trong toàn tỉnh");
  ks_test_assert_says (brief, "Phạm vi");
  g_assert_null (strstr (brief, "Huyện"));
  ks_test_figures_end (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-templates/too-long", test_too_long);
  g_test_add_func ("/day-templates/decided", test_decided);
  g_test_add_func ("/day-templates/closing", test_closing);
  g_test_add_func ("/day-templates/province", test_province);
  return g_test_run ();
}
