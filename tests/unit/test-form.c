/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-form.h"

#define STANDIN "/vn/danvan/KhaoSat/forms/standin-vi.json"

static KsForm *
load_standin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data (STANDIN, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  KsForm *form;

  g_assert_no_error (error);
  form = ks_form_new_from_json (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                &error);
  g_assert_no_error (error);
  return form;
}

static void
test_standin (void)
{
  g_autoptr (KsForm) form = load_standin ();
  g_autofree char *notice = ks_form_dup_short_notice (form);

  g_assert_cmpstr (ks_form_get_id (form), ==, "PKS01-TAM");
  g_assert_true (g_str_has_prefix (ks_form_get_title (form), "PHIẾU KHẢO SÁT, LẤY Ý KIẾN"));
  g_assert_true (g_str_has_prefix (ks_form_get_notice (form), "PHIẾU DÙNG TẠM"));
  g_assert_cmpstr (notice, ==, "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01");
  g_assert_cmpstr (ks_form_get_unit_text (form), ==,
                   "Xã, phường, thị trấn nơi đồng chí công tác");
  g_assert_cmpuint (ks_form_get_n_questions (form), ==, 23);
  g_assert_cmpuint (ks_form_get_n_sections (form), ==, 5);
  g_assert_cmpstr (ks_form_get_section (form, 2)->id, ==, "C");
  g_assert_cmpstr (ks_form_get_section (form, 2)->title, ==, "C. KIỂM TRA, GIÁM SÁT");
  g_assert_cmpstr (ks_form_get_key_question (form)->id, ==, "D4");
  g_assert_null (ks_form_lookup (form, "P0"));
  g_assert_nonnull (strstr (ks_form_get_json (form), "\"PKS01-TAM\""));
}

static void
test_questions (void)
{
  g_autoptr (KsForm) form = load_standin ();
  const KsQuestion *body = ks_form_get_question (form, 0);
  const KsQuestion *a5 = ks_form_lookup (form, "A5");
  const KsQuestion *a6 = ks_form_lookup (form, "A6");
  const KsQuestion *d1 = ks_form_lookup (form, "D1");
  const KsQuestion *e1 = ks_form_lookup (form, "E1");

  g_assert_cmpstr (body->id, ==, "P1");
  g_assert_true (body->profile && !body->ordinal && !body->sensitive && !body->key);
  g_assert_null (body->section_id);
  g_assert_cmpuint (body->n_options, ==, 5);
  g_assert_cmpstr (body->options[1].label, ==, "Hội đồng nhân dân, Ủy ban nhân dân");
  g_assert_false (body->options[0].good || body->options[0].has_value);

  g_assert_true (a5->type == KS_QUESTION_SINGLE && a5->ordinal && !a5->profile);
  g_assert_cmpstr (a5->short_text, ==, "Công khai kết quả thanh tra, giải quyết đơn thư");
  g_assert_cmpstr (a5->section_id, ==, "A");
  g_assert_cmpuint (a5->n_options, ==, 6);
  g_assert_true (a6->type == KS_QUESTION_MULTI && !a6->ordinal);
  g_assert_true (d1->sensitive && !a5->sensitive);
  g_assert_true (e1->type == KS_QUESTION_TEXT && e1->n_options == 0 && e1->width == 0);
}

static void
test_good (void)
{
  g_autoptr (KsForm) form = load_standin ();
  const KsQuestion *a1 = ks_form_lookup (form, "A1");
  g_autofree char *labels = ks_question_dup_good_labels (a1);
  g_autofree char *none = ks_question_dup_good_labels (ks_form_lookup (form, "P1"));
  static const int values[] = { 5, 4, 3, 2, 1 };

  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpint (a1->options[i].value, ==, values[i]);
      g_assert_true (a1->options[i].has_value);
      g_assert_cmpint (a1->options[i].good, ==, i < 2);
    }
  g_assert_false (a1->options[5].has_value || a1->options[5].good);
  g_assert_cmpstr (labels, ==, "Rất tốt, Tốt");
  g_assert_cmpstr (none, ==, "");
}

/* Each column and each slot belongs to exactly one question. */
static void
test_layout (void)
{
  g_autoptr (KsForm) form = load_standin ();
  guint offset = 0, slot = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      g_assert_cmpuint (question->offset, ==, offset);
      g_assert_cmpuint (question->slot, ==, slot);
      offset += question->width;
      slot += 1 + question->n_options;
      g_assert_true (ks_form_lookup (form, question->id) == question);
    }
  g_assert_cmpuint (ks_form_get_answer_width (form), ==, offset);
  g_assert_cmpuint (offset, ==, 2 + 18 + 8);
  g_assert_cmpuint (ks_form_get_n_slots (form), ==, slot);
  g_assert_cmpuint (slot, ==, 6 + 5 + 17 * 7 + 6 + 9 + 2);
}

static char *
make_blank (KsForm *form)
{
  char *answers = g_strnfill (ks_form_get_answer_width (form), '?');

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    ks_question_write_blank (ks_form_get_question (form, i), answers);
  return answers;
}

static void
test_answers (void)
{
  g_autoptr (KsForm) form = load_standin ();
  g_autofree char *answers = make_blank (form);
  const KsQuestion *a6 = ks_form_lookup (form, "A6");
  const KsQuestion *d4 = ks_form_lookup (form, "D4");
  const KsQuestion *e1 = ks_form_lookup (form, "E1");

  g_assert_cmpstr (answers, ==, "----------------------------");
  g_assert_false (ks_question_has_answer (a6, answers) || ks_question_has_answer (d4, answers));
  g_assert_false (ks_question_has_answer (e1, answers));
  g_assert_cmpuint (ks_question_read_choice (d4, answers), ==, 0);
  ks_question_write_choice (a6, answers, 8);
  ks_question_write_choice (a6, answers, 1);
  ks_question_write_choice (d4, answers, 3);
  ks_question_write_choice (d4, answers, 2);
  g_assert_cmpstr (answers, ==, "-------10000001------------2");
  g_assert_cmpuint (ks_question_read_choice (d4, answers), ==, 2);
  g_assert_cmpuint (ks_question_read_choice (a6, answers), ==, 0);
  g_assert_true (ks_question_has_choice (d4, answers, 2));
  g_assert_false (ks_question_has_choice (d4, answers, 3));
  g_assert_true (ks_question_has_choice (a6, answers, 1) && ks_question_has_choice (a6, answers, 8));
  g_assert_false (ks_question_has_choice (a6, answers, 2) || ks_question_has_choice (a6, answers, 9)
                  || ks_question_has_choice (a6, answers, 0));
  g_assert_true (ks_question_has_answer (a6, answers) && ks_question_has_answer (d4, answers));
}

static KsForm *
make_form (const char *options, guint n_options)
{
  g_autoptr (GString) json = g_string_new ("{\"id\":\"F\",\"title\":\"T\",");
  g_autoptr (GError) error = NULL;
  KsForm *form;

  if (options != NULL)
    g_string_append_printf (json,
                            "\"scales\":{\"S\":{\"kind\":\"ordinal\",\"options\":[%s]}},"
                            "\"sections\":[{\"id\":\"A\",\"title\":\"A\",\"questions\":[{\"id\":"
                            "\"Q\",\"type\":\"single\",\"text\":\"t\",\"scale\":\"S\"}]}]}",
                            options);
  else
    {
      g_string_append (json, "\"profile\":[{\"id\":\"Q\",\"type\":\"single\",\"text\":\"t\","
                             "\"options\":[");
      for (guint i = 1; i <= n_options; i++)
        g_string_append_printf (json, "%s\"o%u\"", i > 1 ? "," : "", i);
      g_string_append (json, "]}]}");
    }
  form = ks_form_new_from_json (json->str, -1, &error);
  g_assert_no_error (error);
  return form;
}

static void
check_good (const char *options, const char *wanted)
{
  g_autoptr (KsForm) form = make_form (options, 0);
  g_autofree char *labels = ks_question_dup_good_labels (ks_form_lookup (form, "Q"));

  g_assert_cmpstr (labels, ==, wanted);
}

static void
test_good_of_other_scales (void)
{
  check_good ("{\"value\":1,\"label\":\"a\"},{\"value\":2,\"label\":\"b\"}", "b");
  check_good ("{\"value\":1,\"label\":\"a\"},{\"value\":2,\"label\":\"b\"},"
              "{\"value\":3,\"label\":\"c\"}", "c");
  check_good ("{\"value\":-1,\"label\":\"a\"},{\"value\":2,\"label\":\"b\"},"
              "{\"value\":3,\"label\":\"c\"},{\"value\":0,\"label\":\"d\"}", "b, c");
  check_good ("{\"value\":1,\"label\":\"a\",\"good\":true},{\"value\":2,\"label\":\"b\","
              "\"good\":false},{\"value\":null,\"label\":\"c\"}", "a");
}

static void
test_two_digits (void)
{
  static const guint sizes[] = { 1, 9, 10, 99 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (KsForm) form = make_form (NULL, sizes[i]);
      const KsQuestion *question = ks_form_lookup (form, "Q");
      g_autofree char *answers = make_blank (form);

      g_assert_cmpuint (question->width, ==, sizes[i] < 10 ? 1 : 2);
      for (guint choice = 1; choice <= sizes[i]; choice++)
        {
          ks_question_write_choice (question, answers, choice);
          g_assert_cmpuint (ks_question_read_choice (question, answers), ==, choice);
        }
    }
}

/* An answer text from a damaged file holds anything. */
static void
test_odd_answers (void)
{
  g_autoptr (KsForm) form = make_form (NULL, 12);
  const KsQuestion *question = ks_form_lookup (form, "Q");

  g_assert_cmpuint (ks_question_read_choice (question, "12"), ==, 12);
  g_assert_cmpuint (ks_question_read_choice (question, "13"), ==, 0);
  g_assert_cmpuint (ks_question_read_choice (question, "1x"), ==, 0);
  g_assert_cmpuint (ks_question_read_choice (question, "00"), ==, 0);
}

static void
test_short_text_falls_back (void)
{
  g_autoptr (KsForm) form = make_form (NULL, 2);
  g_autofree char *notice = ks_form_dup_short_notice (form);

  g_assert_cmpstr (ks_form_lookup (form, "Q")->short_text, ==, "t");
  g_assert_cmpstr (notice, ==, "");
  g_assert_cmpstr (ks_form_get_notice (form), ==, "");
  g_assert_cmpstr (ks_form_get_unit_text (form), ==, "");
  g_assert_null (ks_form_get_key_question (form));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/standin", test_standin);
  g_test_add_func ("/form/questions", test_questions);
  g_test_add_func ("/form/good", test_good);
  g_test_add_func ("/form/layout", test_layout);
  g_test_add_func ("/form/answers", test_answers);
  g_test_add_func ("/form/good-of-other-scales", test_good_of_other_scales);
  g_test_add_func ("/form/two-digits", test_two_digits);
  g_test_add_func ("/form/odd-answers", test_odd_answers);
  g_test_add_func ("/form/short-text-falls-back", test_short_text_falls_back);
  return g_test_run ();
}
