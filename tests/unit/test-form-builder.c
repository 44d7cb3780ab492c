/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-form-builder.h"
#include "ks-model-error.h"

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

static KsForm *
build (KsFormBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  KsForm *form = ks_form_builder_build (builder, &error);

  g_assert_no_error (error);
  return form;
}

/* "P1 P2 | A: A1 A2 | B: B1" */
static char *
describe (KsForm *form)
{
  GString *text = g_string_new (NULL);
  const char *section = NULL;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      g_assert_cmpint (question->profile, ==, question->section_id == NULL);
      if (g_strcmp0 (question->section_id, section) != 0)
        g_string_append_printf (text, "| %s: ", question->section_id);
      section = question->section_id;
      g_string_append_printf (text, "%s ", question->id);
    }
  return g_strchomp (g_string_free (text, FALSE));
}

static void
check_order (KsFormBuilder *builder, const char *wanted)
{
  g_autoptr (KsForm) form = build (builder);
  g_autofree char *found = describe (form);

  g_assert_cmpstr (found, ==, wanted);
}

static KsFormBuilder *
make_small (void)
{
  KsFormBuilder *builder = ks_form_builder_new ();
  const KsQuestion text = { .text = (char *) "Ý kiến", .type = KS_QUESTION_TEXT };

  ks_form_builder_set_text (builder, KS_FORM_TEXT_ID, "NHO");
  ks_form_builder_set_text (builder, KS_FORM_TEXT_TITLE, "Phiếu nhỏ");
  ks_form_builder_add_section (builder, 0, &(KsSection){ .title = (char *) "Phần một" });
  ks_form_builder_add_section (builder, 9, &(KsSection){ .title = (char *) "Phần hai" });
  ks_form_builder_add_question (builder, KS_FORM_PROFILE, 0, &text);
  for (guint i = 0; i < 3; i++)
    ks_form_builder_add_question (builder, 0, i, &text);
  ks_form_builder_add_question (builder, 1, 0, &text);
  return builder;
}

/* The same form gives the same bytes, however its file was written. */
static void
test_round_trip (void)
{
  g_autoptr (KsForm) form = load_standin ();
  g_autoptr (KsForm) again = NULL;
  g_autoptr (KsForm) rebuilt = NULL;
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  g_autoptr (GError) error = NULL;

  again = ks_form_new_from_json (ks_form_get_json (form), -1, &error);
  g_assert_no_error (error);
  rebuilt = build (builder);
  g_assert_cmpstr (ks_form_get_json (again), ==, ks_form_get_json (form));
  g_assert_cmpstr (ks_form_get_json (rebuilt), ==, ks_form_get_json (form));
  g_assert_nonnull (strstr (ks_form_get_json (form), "\"basis\" : \"Đ47 khoản 1\""));
  g_assert_nonnull (strstr (ks_form_get_json (form), "\"prefill\" : true"));
  g_assert_nonnull (strstr (ks_form_get_json (form), "\"intro\" : \"Phiếu không ghi họ tên."));
  g_assert_cmpuint (ks_form_get_n_scales (again), ==, 3);
  g_assert_cmpuint (ks_form_count_scale_users (again, "MUCDO5"), ==, 16);
  g_assert_null (ks_form_lookup_scale (again, "MUCDO"));
}

static void
test_empty (void)
{
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsForm) nameless = ks_form_builder_build (builder, &error);
  g_autoptr (KsForm) form = NULL;

  g_assert_null (nameless);
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  ks_form_builder_set_text (builder, KS_FORM_TEXT_ID, "TRONG");
  ks_form_builder_set_text (builder, KS_FORM_TEXT_TITLE, "Phiếu trống");
  form = build (builder);
  g_assert_cmpuint (ks_form_get_n_questions (form), ==, 0);
  g_assert_cmpuint (ks_form_get_answer_width (form), ==, 0);
  g_assert_cmpstr (ks_form_get_intro (form), ==, "");
}

static void
test_ids_are_free (void)
{
  g_autoptr (KsFormBuilder) builder = make_small ();
  const KsQuestion taken = { .id = (char *) "A4", .text = (char *) "?", .type = KS_QUESTION_TEXT };
  const KsQuestion more = { .text = (char *) "?", .type = KS_QUESTION_TEXT };

  check_order (builder, "P1 | A: A1 A2 A3 | B: B1");
  ks_form_builder_add_question (builder, 1, 0, &taken);
  ks_form_builder_add_question (builder, 0, 1, &more);
  check_order (builder, "P1 | A: A1 A5 A2 A3 | B: A4 B1");
}

static void
test_shift (void)
{
  g_autoptr (KsFormBuilder) builder = make_small ();

  g_assert_cmpuint (ks_form_builder_shift_question (builder, 1, 1), ==, 2);
  check_order (builder, "P1 | A: A2 A1 A3 | B: B1");
  /* Over the edge of a section, down and up again. */
  g_assert_cmpuint (ks_form_builder_shift_question (builder, 3, 1), ==, 3);
  check_order (builder, "P1 | A: A2 A1 | B: A3 B1");
  g_assert_cmpuint (ks_form_builder_shift_question (builder, 3, -1), ==, 3);
  check_order (builder, "P1 | A: A2 A1 A3 | B: B1");
  g_assert_cmpuint (ks_form_builder_shift_question (builder, 1, -1), ==, 1);
  check_order (builder, "P1 A2 | A: A1 A3 | B: B1");
  /* At the ends of the form nothing moves. */
  g_assert_cmpuint (ks_form_builder_shift_question (builder, 0, -1), ==, 0);
  g_assert_cmpuint (ks_form_builder_shift_question (builder, 4, 1), ==, 4);
  check_order (builder, "P1 A2 | A: A1 A3 | B: B1");
}

static void
test_move (void)
{
  g_autoptr (KsFormBuilder) builder = make_small ();

  g_assert_cmpuint (ks_form_builder_move_question (builder, 4, 0, 1), ==, 2);
  check_order (builder, "P1 | A: A1 B1 A2 A3");
  g_assert_cmpuint (ks_form_builder_move_question (builder, 1, 1, 99), ==, 4);
  check_order (builder, "P1 | A: B1 A2 A3 | B: A1");
  g_assert_cmpuint (ks_form_builder_move_question (builder, 4, KS_FORM_PROFILE, 0), ==, 0);
  check_order (builder, "A1 P1 | A: B1 A2 A3");
}

static void
test_move_sections (void)
{
  g_autoptr (KsFormBuilder) builder = make_small ();

  ks_form_builder_add_section (builder, 1, &(KsSection){ .title = (char *) "Phần giữa" });
  g_assert_cmpuint (ks_form_builder_move_section (builder, 0, 9), ==, 2);
  check_order (builder, "P1 | B: B1 | A: A1 A2 A3");
  g_assert_cmpuint (ks_form_builder_move_section (builder, 1, 0), ==, 0);
  check_order (builder, "P1 | B: B1 | A: A1 A2 A3");
  g_assert_cmpuint (ks_form_builder_move_section (builder, 2, 0), ==, 0);
  check_order (builder, "P1 | A: A1 A2 A3 | B: B1");
  g_assert_cmpuint (ks_form_builder_move_section (builder, 1, 1), ==, 1);
  ks_form_builder_remove_section (builder, 0);
  check_order (builder, "P1 | B: B1");
  g_assert_cmpuint (ks_form_builder_get_n_sections (builder), ==, 2);
}

static void
test_edit (void)
{
  g_autoptr (KsForm) form = load_standin ();
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  g_autoptr (KsForm) changed = NULL;
  KsQuestion question = *ks_form_lookup (form, "A1");
  const KsQuestion *after;

  question.text = (char *) "  Việc  phổ biến ";
  question.short_text = NULL;
  question.sensitive = TRUE;
  ks_form_builder_set_question (builder, 2, &question);
  ks_form_builder_set_section (builder, 0, &(KsSection){ .title = (char *) "Mới" });
  ks_form_builder_remove_question (builder, 3);
  changed = build (builder);
  after = ks_form_lookup (changed, "A1");
  g_assert_cmpstr (after->text, ==, "Việc phổ biến");
  g_assert_cmpstr (after->short_text, ==, "Việc phổ biến");
  g_assert_true (after->sensitive && after->ordinal && after->n_options == 6);
  g_assert_null (ks_form_lookup (changed, "A2"));
  g_assert_cmpstr (ks_form_get_section (changed, 0)->id, ==, "A");
  g_assert_cmpstr (ks_form_get_section (changed, 0)->title, ==, "Mới");
  /* The snapshot stays what it was. */
  g_assert_false (ks_form_lookup (form, "A1")->sensitive);
}

/* What counts as good or poor is written only where it differs from what is usual. */
static void
test_scale_marks (void)
{
  g_autoptr (KsForm) form = load_standin ();
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  g_autoptr (KsForm) changed = NULL;
  g_autoptr (KsForm) again = NULL;
  KsScale scale = *ks_form_lookup_scale (form, "HAILONG5");
  const KsOption *levels;

  g_assert_true (scale.options[3].poor && scale.options[4].poor && !scale.options[2].poor);
  g_assert_null (strstr (ks_form_get_json (form), "\"good\""));
  scale.options = ks_options_copy (scale.options, scale.n_options);
  scale.options[1].good = FALSE;
  scale.options[2].poor = TRUE;
  scale.options[3].poor = FALSE;
  scale.options[3].good = TRUE;
  ks_form_builder_set_scale (builder, &scale);
  changed = build (builder);
  again = ks_form_new_from_json (ks_form_get_json (changed), -1, NULL);
  levels = ks_form_lookup (again, "D4")->options;
  g_assert_true (ks_options_equal (levels, 5, scale.options, 5));
  g_assert_true (levels[0].good && !levels[1].good && !levels[1].poor);
  g_assert_true (levels[2].poor && levels[3].good && !levels[3].poor && levels[4].poor);
  g_assert_cmpstr (ks_form_get_json (again), ==, ks_form_get_json (changed));
  ks_options_free (scale.options, scale.n_options);
}

static void
test_scales (void)
{
  g_autoptr (KsFormBuilder) builder = make_small ();
  g_autoptr (KsForm) form = NULL;
  g_autoptr (GError) error = NULL;
  KsOption levels[] = { { .label = (char *) "Có", .value = 2, .has_value = TRUE, .good = TRUE },
                        { .label = (char *) "Chưa", .value = 1, .has_value = TRUE, .poor = TRUE } };
  const KsScale scale = { (char *) "CO", TRUE, levels, 2 };
  const KsQuestion question = { .text = (char *) "?", .scale_id = (char *) "CO" };

  ks_form_builder_set_scale (builder, &scale);
  ks_form_builder_add_question (builder, 0, 0, &question);
  form = build (builder);
  g_assert_true (ks_form_lookup (form, "A4")->ordinal);
  g_assert_cmpuint (ks_form_count_scale_users (form, "CO"), ==, 1);
  ks_form_builder_remove_scale (builder, "CO");
  g_assert_null (ks_form_builder_build (builder, &error));
  g_assert_nonnull (strstr (error->message, "A4"));
}

static void
change_and_check (void (*change) (KsFormBuilder *builder, KsQuestion *question),
                  const char *refusal)
{
  g_autoptr (KsForm) form = load_standin ();
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  g_autoptr (KsForm) changed = NULL;
  g_autoptr (GError) error = NULL;
  KsQuestion question;
  gboolean ok;

  ks_question_copy_to (ks_form_lookup (form, "B1"), &question);
  change (builder, &question);
  if (question.text != NULL)
    ks_form_builder_set_question (builder, 8, &question);
  ks_question_clear (&question);
  changed = build (builder);
  ok = ks_form_check_wording_only (form, changed, &error);
  g_assert_cmpint (ok, ==, refusal == NULL);
  if (refusal != NULL)
    {
      g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
      if (strstr (error->message, refusal) == NULL)
        g_error ("“%s” does not say “%s”", error->message, refusal);
    }
}

static void
change_wording (KsFormBuilder *builder, KsQuestion *question)
{
  g_free (question->text);
  question->text = g_strdup ("Câu chữ khác");
  ks_form_builder_set_text (builder, KS_FORM_TEXT_TITLE, "Tên khác");
  ks_form_builder_set_text (builder, KS_FORM_TEXT_NOTICE, NULL);
}

static void
change_flag (KsFormBuilder *builder, KsQuestion *question)
{
  question->sensitive = TRUE;
}

static void
change_type (KsFormBuilder *builder, KsQuestion *question)
{
  question->type = KS_QUESTION_TEXT;
}

static void
change_scale (KsFormBuilder *builder, KsQuestion *question)
{
  g_free (question->scale_id);
  question->scale_id = g_strdup ("DONGY5");
}

static void
change_order (KsFormBuilder *builder, KsQuestion *question)
{
  ks_question_clear (question);
  ks_form_builder_shift_question (builder, 8, 1);
}

static void
change_section (KsFormBuilder *builder, KsQuestion *question)
{
  ks_question_clear (question);
  ks_form_builder_shift_question (builder, 8, -1);
}

static void
drop_last (KsFormBuilder *builder, KsQuestion *question)
{
  ks_form_builder_remove_question (builder, ks_form_builder_get_n_questions (builder) - 1);
}

static void
add_last (KsFormBuilder *builder, KsQuestion *question)
{
  ks_form_builder_add_question (builder, 4, 99,
                                &(KsQuestion){ .text = (char *) "?", .type = KS_QUESTION_TEXT });
}

static void
test_wording_only (void)
{
  change_and_check (change_wording, NULL);
  change_and_check (change_flag, "B1: it is or is not marked as sensitive");
  change_and_check (change_type, "B1: it is of another kind");
  change_and_check (change_scale, "B1: its options or levels differ");
  change_and_check (change_order, "B1: it stands in another place");
  change_and_check (change_section, "B1: it belongs to another section");
  change_and_check (drop_last, "E2: it is missing");
  change_and_check (add_last, "E3: it is new");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-builder/round-trip", test_round_trip);
  g_test_add_func ("/form-builder/empty", test_empty);
  g_test_add_func ("/form-builder/ids-are-free", test_ids_are_free);
  g_test_add_func ("/form-builder/shift", test_shift);
  g_test_add_func ("/form-builder/move", test_move);
  g_test_add_func ("/form-builder/move-sections", test_move_sections);
  g_test_add_func ("/form-builder/edit", test_edit);
  g_test_add_func ("/form-builder/scale-marks", test_scale_marks);
  g_test_add_func ("/form-builder/scales", test_scales);
  g_test_add_func ("/form-builder/wording-only", test_wording_only);
  return g_test_run ();
}
