/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-form-builder.h"
#include "ks-form-paper.h"
#include "ks-test-sheets.h"

#define STANDIN "/vn/danvan/KhaoSat/forms/standin-vi.json"

typedef struct {
  KsCampaignInfo *info;
  KsForm         *form;
  KsFormBuilder  *builder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data (STANDIN, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  f->info = ks_test_info ();
  f->form = ks_form_new_from_json (g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), NULL);
  f->builder = ks_form_builder_new_from_form (f->form);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ks_campaign_info_free (f->info);
  g_object_unref (f->form);
  ks_form_builder_free (f->builder);
}

static GBytes *
make_pdf (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsForm) form = ks_form_builder_build (f->builder, &error);
  g_autoptr (KsPages) pages = NULL;

  g_assert_no_error (error);
  pages = ks_form_pages_new (form, f->info, &error);
  g_assert_no_error (error);
  return ks_test_pages_dup_pdf (pages);
}

/* Its text with single blanks. */
static char *
read_paper (Fixture *f, guint *n_pages)
{
  g_autoptr (GBytes) pdf = make_pdf (f);
  g_auto (GStrv) pages = ks_test_read_pages (pdf);
  g_autofree char *text = g_strjoinv (" ", pages);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  *n_pages = g_strv_length (pages);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (whole, "%s ", words[i]);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

static void
test_standin (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = read_paper (f, &n_pages);

  g_assert_cmpuint (n_pages, >=, 3);
  g_assert_cmpuint (n_pages, <=, 4);
  ks_test_assert_says (text, "ĐẢNG CỘNG SẢN VIỆT NAM");
  ks_test_assert_says (text, "PHIẾU KHẢO SÁT, LẤY Ý KIẾN cán bộ, công chức về việc thực hiện");
  ks_test_assert_says (text, "Phiếu không ghi họ tên.");
  ks_test_assert_says (text, "đánh dấu X vào ô");
  ks_test_assert_says (text, "Xã, phường, thị trấn nơi đồng chí công tác:");
  ks_test_assert_says (text, "A. CÔNG KHAI THÔNG TIN TRONG CƠ QUAN");
  ks_test_assert_says (text, "Rất không hài lòng");
  ks_test_assert_says (text, "Trân trọng cảm ơn đồng chí!");
  ks_test_assert_says (text, "152-KH/BCSĐ-BDVTU");
  /* On every page, and once more in full at the end. */
  g_assert_cmpuint (ks_test_count_words (text, "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01"), ==, n_pages + 1);
  g_assert_cmpuint (ks_test_count_words (text, "SỐ LIỆU MÔ PHỎNG"), ==, 0);
  /* What the office knows of its questions is not for those who answer. */
  g_assert_null (strstr (text, "nhạy cảm"));
  g_assert_null (strstr (text, "Đ46"));
  for (guint i = 0; i < ks_form_get_n_questions (f->form); i++)
    {
      const char *id = ks_form_get_question (f->form, i)->id;
      /* Words of neighbouring cells may stand together in the text of a page. */
      g_assert_cmpuint (ks_test_count_words (text, id), ==, 1);
    }
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = NULL;

  f->info->simulated = TRUE;
  ks_form_builder_set_text (f->builder, KS_FORM_TEXT_NOTICE, NULL);
  text = read_paper (f, &n_pages);
  g_assert_cmpuint (ks_test_count_words (text, "SỐ LIỆU MÔ PHỎNG"), ==, n_pages);
  g_assert_null (strstr (text, "PHIẾU DÙNG TẠM"));
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  guint n_pages;
  g_autofree char *text = NULL;

  while (ks_form_builder_get_n_sections (f->builder) > 0)
    ks_form_builder_remove_section (f->builder, 0);
  while (ks_form_builder_get_n_questions (f->builder) > 0)
    ks_form_builder_remove_question (f->builder, 0);
  ks_form_builder_set_text (f->builder, KS_FORM_TEXT_UNIT, NULL);
  ks_form_builder_set_text (f->builder, KS_FORM_TEXT_INTRO, NULL);
  text = read_paper (f, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  ks_test_assert_says (text, "Đồng chí đánh dấu X");
}

/* Texts as long as a form may have: on as many pages as it takes, none lost. */
static void
test_long (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  KsQuestion question = *ks_form_lookup (f->form, "A1");
  guint n_pages;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (words, "%schữ%03u", i > 0 ? " " : "", i);
  g_string_append (words, " cuối");
  question.text = words->str;
  question.short_text = NULL;
  ks_form_builder_set_question (f->builder, 2, &question);
  ks_form_builder_set_text (f->builder, KS_FORM_TEXT_TITLE, words->str);
  ks_form_builder_set_text (f->builder, KS_FORM_TEXT_UNIT, words->str);
  text = read_paper (f, &n_pages);
  g_assert_cmpuint (ks_test_count_words (text, " cuối"), ==, 3);
  g_assert_cmpuint (ks_test_count_words (text, "chữ000"), ==, 3);
  ks_test_assert_says (text, "A1. chữ000");
}

/* Ninety-nine options stand in as many columns as they need. */
static void
test_many_options (Fixture *f, gconstpointer data)
{
  KsOption options[99] = { 0 };
  KsQuestion question = { .text = (char *) "Chọn", .type = KS_QUESTION_MULTI, .options = options,
                          .n_options = 99 };
  guint n_pages;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 99; i++)
    options[i].label = g_strdup_printf ("p%02u", i);
  ks_form_builder_add_question (f->builder, 0, 99, &question);
  text = read_paper (f, &n_pages);
  ks_test_assert_says (text, "A7. Chọn (có thể chọn nhiều phương án)");
  for (guint i = 0; i < 99; i++)
    {
      ks_test_assert_says (text, options[i].label);
      g_free (options[i].label);
    }
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) first = make_pdf (f);
  g_autoptr (GBytes) second = make_pdf (f);

  g_assert_true (g_bytes_equal (first, second));
}

#define ADD(name, func) g_test_add ("/form-paper/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("standin", test_standin);
  ADD ("marks", test_marks);
  ADD ("empty", test_empty);
  ADD ("long", test_long);
  ADD ("many-options", test_many_options);
  ADD ("same-bytes", test_same_bytes);
  return g_test_run ();
}
