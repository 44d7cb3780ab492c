/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-check.h"
#include "ks-create-campaign.h"
#include "ks-export-form.h"
#include "ks-form-builder.h"
#include "ks-form-file.h"
#include "ks-import-responses.h"
#include "ks-log-table.h"
#include "ks-model-error.h"
#include "ks-question-index.h"
#include "ks-results.h"
#include "ks-save-form.h"
#include "ks-sheet-writer.h"
#include "ks-test-day.h"
#include "ks-withdraw-batch.h"

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

static KsForm *
reword (KsTestDay *self, guint index, const char *text)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  g_autoptr (GError) error = NULL;
  KsQuestion question = *ks_form_get_question (form, index);
  KsForm *changed;

  question.text = (char *) text;
  ks_form_builder_set_question (builder, index, &question);
  changed = ks_form_builder_build (builder, &error);
  g_assert_no_error (error);
  return changed;
}

static KsForm *
shift (KsTestDay *self, guint index)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);

  ks_form_builder_shift_question (builder, index, 1);
  return ks_form_builder_build (builder, NULL);
}

static KsOutcome *
save (KsTestDay *self, KsForm *form)
{
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  g_assert_true (ks_save_form (self->campaign, form, NULL, &outcome, &error));
  g_assert_no_error (error);
  return outcome;
}

static char *
dup_last_log (KsTestDay *self, const char *action)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (GPtrArray) entries = ks_log_table_load (tx, NULL);
  KsLogEntry *last = g_ptr_array_index (entries, entries->len - 1);

  g_assert_cmpstr (last->action, ==, action);
  return g_strdup (last->payload);
}

static const char *
get_text (KsForm *form, guint index)
{
  return ks_form_get_question (form, index)->text;
}

static void
assert_version (KsTestDay *self, gint64 version, guint n_versions)
{
  g_autoptr (KsFormUse) use = ks_form_use_load (self->campaign, NULL);

  g_assert_cmpint (use->version, ==, version);
  g_assert_cmpuint (use->versions->len, ==, n_versions);
}

static void
test_save_and_undo (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) before = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsForm) changed = shift (self, 4);
  g_autoptr (KsForm) now = NULL;
  g_autoptr (KsForm) after = NULL;
  g_autoptr (KsOutcome) outcome = save (self, changed);
  g_autoptr (KsOutcome) nothing = NULL;
  g_autofree char *payload = dup_last_log (self, "form");
  g_autoptr (KsFormUse) use = ks_form_use_load (self->campaign, NULL);

  now = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_get_json (now), ==, ks_form_get_json (changed));
  g_assert_nonnull (strstr (payload, "\"version\":1,\"answers\":0"));
  g_assert_false (use->in_use);
  g_assert_cmpint (use->since, ==, KS_MOMENT_NONE);
  g_assert_cmpint (use->saved, ==, ks_campaign_now (self->campaign));
  assert_version (self, 1, 1);
  nothing = save (self, changed);
  g_assert_null (nothing);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  after = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_get_json (after), ==, ks_form_get_json (before));
  ks_test_day_assert_sound (self);
}

static void
import_day (KsTestDay *self, const char *name, gint64 added)
{
  g_autofree char *path = ks_test_day_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, added);
}

/* Once answers exist the wording may change, and nothing else; what they were given to is kept. */
static void
test_versions (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) worded = reword (self, 3, "Câu hai, viết lại");
  g_autoptr (KsForm) again = NULL;
  g_autoptr (KsForm) moved = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsFormUse) use = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answers = NULL;
  g_autofree char *payload = NULL;

  import_day (self, "google-native.csv", 4487);
  payload = dup_last_log (self, "import");
  g_assert_nonnull (strstr (payload, "\"form_version\":1"));
  moved = shift (self, 3);
  g_assert_false (ks_save_form (self->campaign, moved, NULL, NULL, &error));
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "A2"));

  outcome = save (self, worded);
  assert_version (self, 2, 2);
  /* No answer belongs to the second version yet: it is edited as it is. */
  again = reword (self, 3, "Câu hai, viết lại lần nữa");
  ks_outcome_free (save (self, again));
  assert_version (self, 2, 2);
  use = ks_form_use_load (self->campaign, NULL);
  answers = ks_form_use_describe (use);
  g_assert_true (use->in_use);
  g_assert_cmpint (use->n_answers, ==, 4487);
  g_assert_cmpstr (answers, ==, "version 1: 4.487 answer sheets");
  ks_test_day_assert_sound (self);
}

/* A file that is headed by the older words, or by number and words, is read as before. */
static void
test_older_header (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) worded = NULL;
  g_autoptr (KsForm) last = NULL;
  g_autofree char *path = ks_test_day_write (
      self, "small.csv",
      "Timestamp,Mã khảo sát,\"B1. Câu khác, viết lại\",Tinh thần đoàn kết\n"
      "2024-04-01 09:00:00,07210-5M5RYJ,Rất tốt,Tốt\n", -1);
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsResults) results = NULL;
  g_autoptr (KsQuestionResult) b1 = NULL;
  g_autoptr (GError) error = NULL;

  import_day (self, "google-native.csv", 4487);
  worded = reword (self, 8, "Câu khác, viết lại");
  ks_outcome_free (save (self, worded));
  import_day (self, "google-sheet-vi.csv", 0);
  result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->counted, ==, 1);
  results = ks_results_load (self->campaign, NULL);
  b1 = ks_results_dup_question (results, &province,
                                ks_form_lookup (ks_results_get_form (results), "B1"));
  g_assert_cmpint (b1->answered, ==, 4467);
  /* Version 2 has answers now: the next change makes a third. */
  last = reword (self, 8, "Lần ba");
  ks_outcome_free (save (self, last));
  assert_version (self, 3, 3);
}

/* Undoing a change of wording leaves no version behind. */
static void
test_undo_version (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) before = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsForm) worded = reword (self, 3, "Viết lại");
  g_autoptr (KsForm) after = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  import_day (self, "google-native.csv", 4487);
  outcome = save (self, worded);
  assert_version (self, 2, 2);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_version (self, 1, 1);
  after = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_get_json (after), ==, ks_form_get_json (before));
  ks_test_day_assert_sound (self);
}

/* Without any answer left the form is free again, and what was withdrawn keeps its version. */
static void
test_withdrawn (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) moved = shift (self, 3);
  g_autoptr (GError) error = NULL;

  import_day (self, "google-native.csv", 4487);
  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, &error));
  ks_outcome_free (save (self, moved));
  assert_version (self, 2, 2);
  ks_test_day_assert_sound (self);
  /* Its answers are those of the other form. */
  g_assert_false (ks_restore_batch (self->campaign, 1, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  import_day (self, "google-native.csv", 4487);
  ks_test_day_assert_sound (self);
}

/* The form with the first two options of a question exchanged. */
static KsForm *
exchange_options (KsTestDay *self, const char *id)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  KsQuestion question = *ks_form_lookup (form, id);
  g_autofree KsOption *options
      = g_memdup2 (question.options, question.n_options * sizeof *options);

  options[0] = question.options[1];
  options[1] = question.options[0];
  question.options = options;
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (g_str_equal (ks_form_get_question (form, i)->id, id))
      ks_form_builder_set_question (builder, i, &question);
  return ks_form_builder_build (builder, NULL);
}

/* The column of an option is about the option of the form as it is, not as it was. */
static void
test_exchanged_options (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) before = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsForm) exchanged = exchange_options (self, "A6");
  g_autofree char *header
      = g_strdup_printf ("A6 [%s]", ks_form_lookup (before, "A6")->options[0].label);
  g_autoptr (KsForm) after = NULL;
  g_autoptr (KsQuestionIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  guint choice = 0;

  import_day (self, "google-native.csv", 4487);
  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, &error));
  ks_outcome_free (save (self, exchanged));
  assert_version (self, 2, 2);
  after = ks_campaign_dup_form (self->campaign);
  index = ks_question_index_new (self->campaign, after, &error);
  g_assert_no_error (error);
  g_assert_true (ks_question_index_find (index, header, &choice) == ks_form_lookup (after, "A6"));
  g_assert_cmpuint (choice, ==, 2);
}

static KsFormProposal *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  KsFormProposal *proposal = ks_read_form_file (path, NULL, &error);

  g_assert_no_error (error);
  return proposal;
}

/* What is written is read as the same form, in JSON and as a table. */
static void
test_files (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, data, NULL);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsFormProposal) proposal = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_export_form (self->campaign, path, &error));
  proposal = read_file (path);
  g_assert_cmpstr (ks_form_get_json (proposal->form), ==, ks_form_get_json (form));
  g_assert_cmpint (proposal->source, !=, KS_FORM_SOURCE_EXPORT);
  g_assert_cmpuint (proposal->doubts->len, ==, 0);
  g_assert_true (ks_import_form (self->campaign, proposal, &outcome, NULL));
  g_assert_null (outcome);
}

/* Marks, numbers and scales that differ from what is usual go through a table as well. */
static void
test_table_keeps_marks (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (form);
  g_autoptr (KsForm) changed = NULL;
  g_autoptr (KsFormProposal) proposal = NULL;
  g_autofree char *path = g_build_filename (self->folder, "f.xlsx", NULL);
  KsScale scale = *ks_form_lookup_scale (form, "HAILONG5");

  scale.options = ks_options_copy (scale.options, scale.n_options);
  scale.options[0].value = 9;
  scale.options[1].good = FALSE;
  for (guint i = 0; i < 5; i++)
    scale.options[i].poor = FALSE;
  ks_form_builder_set_scale (builder, &scale);
  ks_options_free (scale.options, scale.n_options);
  changed = ks_form_builder_build (builder, NULL);
  ks_outcome_free (save (self, changed));
  g_assert_true (ks_export_form (self->campaign, path, NULL));
  proposal = read_file (path);
  g_assert_cmpstr (ks_form_get_json (proposal->form), ==, ks_form_get_json (changed));
}

static void
test_template (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "t.xlsx", NULL);
  g_autoptr (KsFormProposal) proposal = NULL;

  g_assert_true (ks_export_form_template (path, NULL));
  proposal = read_file (path);
  g_assert_cmpint (proposal->source, ==, KS_FORM_SOURCE_TABLE);
  g_assert_cmpuint (ks_form_get_n_questions (proposal->form), ==, 5);
  g_assert_cmpstr (ks_form_get_key_question (proposal->form)->id, ==, "A2");
}

static void
write_workbook (const char *path)
{
  static const char *const rows[][3] = {
    { "Loại", "Nội dung", "Phương án" },
    { "một lựa chọn", "Giới tính", "" },
    { "ý kiến viết", "- Góp ý", "" },
  };
  g_autoptr (KsSheetWriter) writer = ks_sheet_writer_new (KS_SHEET_XLSX, 1711904400, NULL);
  g_autoptr (GBytes) bytes = NULL;

  ks_sheet_writer_begin_sheet (writer, "Hướng dẫn");
  ks_sheet_writer_add_text (writer, "Điền trang sau");
  ks_sheet_writer_end_row (writer);
  ks_sheet_writer_begin_sheet (writer, "Phiếu");
  ks_sheet_writer_add_text (writer, "PHIẾU KHẢO SÁT");
  ks_sheet_writer_end_row (writer);
  ks_sheet_writer_end_row (writer);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint k = 0; k < 3; k++)
        ks_sheet_writer_add_text (writer, rows[i][k]);
      ks_sheet_writer_end_row (writer);
    }
  bytes = ks_sheet_writer_finish (writer, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

/* The table may be on another sheet, under a title; a fault is told by the row of the sheet. */
static void
test_workbook (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "b.xlsx", NULL);
  g_autoptr (KsFormProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  write_workbook (path);
  proposal = ks_read_form_file (path, NULL, &error);
  g_assert_null (proposal);
  g_assert_nonnull (strstr (error->message, "b.xlsx, row 4, column “Phương án trả lời”"));
}

/* The shortest table that an officer may type. */
static void
test_small_table (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (
      self, "nho.csv",
      "Loại;Nội dung;Phương án trả lời;Không biết;Đánh giá tốt\n"
      "thang đánh giá;Câu một;\"Cao\nVừa\nThấp\";Không rõ;\"Cao\nVừa\"\n"
      "\n"
      "Phần;Phần hai;;;\n"
      "thang đánh giá;Câu hai;\"Cao\nVừa\nThấp\";Không rõ;\"Cao\nVừa\"\n"
      "NHIỀU LỰA CHỌN;Câu ba;\"a, b\nc\";;\n", -1);
  g_autoptr (KsFormProposal) proposal = read_file (path);
  const KsQuestion *first = ks_form_lookup (proposal->form, "P1");
  const KsQuestion *second = ks_form_lookup (proposal->form, "A1");

  g_assert_cmpstr (ks_form_get_title (proposal->form), ==, "nho.csv");
  g_assert_cmpuint (ks_form_get_n_scales (proposal->form), ==, 1);
  g_assert_cmpstr (first->scale_id, ==, second->scale_id);
  g_assert_true (first->profile && first->ordinal && first->options[1].good
                 && first->options[2].poor && !first->options[3].has_value);
  g_assert_cmpint (first->options[0].value, ==, 3);
  g_assert_cmpstr (ks_form_lookup (proposal->form, "A2")->options[0].label, ==, "a, b");
}

typedef struct {
  const char *text;
  const char *wanted;
} Fault;

#define HEAD "Mã câu,Loại,Nội dung,Thang đánh giá,Phương án trả lời,Đánh giá tốt,Câu chính\n"

static const Fault faults[] = {
  { HEAD "A1,vòng tròn,Câu,,a,,\n", "row 2, column “Loại”" },
  { HEAD "A1,ý kiến viết,,,,,\n", "row 2, column “Nội dung”" },
  { HEAD "A1,một lựa chọn,Câu,,,,\n", "row 2, column “Phương án trả lời”: the options are missing" },
  { HEAD "A1,thang đánh giá,Câu,T9,,,\n", "row 2, column “Phương án trả lời”: the levels" },
  { HEAD "A1,thang đánh giá,Câu,,5 = a;b,,\n", "either all levels" },
  { HEAD "A1,thang đánh giá,Câu,,a;b,c,\n", "row 2, column “Đánh giá tốt”" },
  { HEAD "A1,ý kiến viết,Câu,,,,có lẽ\n", "row 2, column “Câu chính”" },
  { HEAD "A1,thang đánh giá,Câu,T,a;b,,\nA2,thang đánh giá,Câu,T,a;c,,\n",
    "row 3, column “Thang đánh giá”" },
  { HEAD "A1,ý kiến viết,Câu,,,,\nA1,ý kiến viết,Câu,,,,\n", "Question A1: the id stands twice" },
  { HEAD "A1,thang đánh giá,Câu,,a;a,,\n", "two options are called" },
  { HEAD "Ă1,ý kiến viết,Câu,,,,\n", "the id may" },
  { HEAD, "the form has no questions" },
  { "{\"id\":\"a\"}", "hong.csv: Form: “Heading” is missing" },
  { "[1]", "hong.csv: This is not a form" },
  { "{\"id\":\"a\",\"title\":\"b\"}", "the form has no questions" },
  { "Timestamp\n2024-04-01 09:00:00\n", "the form has no questions" },
};

static void
test_faults (KsTestDay *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = ks_test_day_write (self, "hong.csv", faults[i].text, -1);
      g_autoptr (GError) error = NULL;
      g_autoptr (KsFormProposal) proposal = ks_read_form_file (path, NULL, &error);

      g_assert_null (proposal);
      g_assert_nonnull (error);
      if (strstr (error->message, faults[i].wanted) == NULL)
        g_error ("“%s” does not say “%s”", error->message, faults[i].wanted);
      g_assert_nonnull (strstr (error->message, "hong.csv"));
    }
}

/* What is called JSON and is none is no export of one question. */
static void
test_damaged_json (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (self, "phieu.JSON", "\"id\": \"F\"\n", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_read_form_file (path, NULL, &error));
  g_assert_nonnull (strstr (error->message, "phieu.JSON: "));
}

/* From the header and the answers of an export comes a form that reads this very file with the
 * figures that the true form gives. */
static void
test_propose (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path (data);
  g_autoptr (KsForm) truth = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsFormProposal) proposal = read_file (path);
  g_autoptr (KsOutcome) outcome = NULL;

  g_assert_cmpint (proposal->source, ==, KS_FORM_SOURCE_EXPORT);
  g_assert_cmpint (proposal->n_rows, ==, 4487);
  g_assert_cmpuint (ks_form_get_n_questions (proposal->form), ==, 23);
  g_assert_cmpuint (ks_form_get_n_scales (proposal->form), ==, 3);
  for (guint i = 0; i < 23; i++)
    {
      const KsQuestion *wanted = ks_form_get_question (truth, i);
      const KsQuestion *found = ks_form_get_question (proposal->form, i);

      g_assert_cmpstr (found->text, ==, wanted->text);
      g_assert_cmpint (found->type, ==, wanted->type);
      g_assert_cmpint (found->ordinal, ==, wanted->ordinal);
      g_assert_cmpint (found->profile, ==, wanted->profile);
      g_assert_cmpuint (found->n_options, ==, wanted->n_options);
      if (wanted->ordinal || wanted->type == KS_QUESTION_MULTI)
        g_assert_true (ks_options_equal (found->options, found->n_options, wanted->options,
                                         wanted->n_options));
    }
  g_assert_true (ks_import_form (self->campaign, proposal, &outcome, NULL));
  g_assert_nonnull (outcome);
  import_day (self, data, 4487);
  ks_test_day_assert_sound (self);
}

static void
test_propose_doubts (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (
      self, "xuat.csv",
      "Dấu thời gian,Email,Câu 1: Đồng chí là,1. Mức độ hài lòng,2. Điểm,3. Hình thức [Họp],"
      "3. Hình thức [Zalo],Ý kiến,Góp ý\n"
      "2024-04-01 09:00:00,a@b,Nam,Hài lòng,3,Có,Không,,Tốt\n"
      "2024-04-01 09:01:00,a@b,Nữ,Không hài lòng,1,Không,Có,,\n"
      "2024-04-01 09:02:00,a@b,Nữ,Bình thường,5,Có,Có,,\n"
      "2024-04-01 09:03:00,a@b,Nam,Không biết,3,Không,Không,,\n", -1);
  g_autoptr (KsFormProposal) proposal = read_file (path);
  KsForm *form = proposal->form;
  const KsQuestion *content = ks_form_get_question (form, 1);
  const KsQuestion *points = ks_form_get_question (form, 2);
  const KsQuestion *ways = ks_form_get_question (form, 3);
  guint n_general = 0;

  g_assert_cmpuint (ks_form_get_n_questions (form), ==, 6);
  g_assert_true (ks_form_get_question (form, 0)->profile);
  g_assert_cmpstr (ks_form_get_question (form, 0)->text, ==, "Đồng chí là");
  g_assert_cmpstr (content->options[0].label, ==, "Hài lòng");
  g_assert_cmpstr (content->options[1].label, ==, "Bình thường");
  g_assert_cmpstr (content->options[2].label, ==, "Không hài lòng");
  g_assert_false (content->options[3].has_value);
  g_assert_true (points->ordinal && points->options[0].value == 5);
  g_assert_true (ways->type == KS_QUESTION_MULTI && ways->n_options == 2);
  g_assert_cmpstr (ways->options[1].label, ==, "Zalo");
  g_assert_true (ks_form_get_question (form, 4)->type == KS_QUESTION_TEXT);
  /* What one person wrote does not become an option. */
  g_assert_true (ks_form_get_question (form, 5)->type == KS_QUESTION_TEXT);
  for (guint i = 0; i < proposal->doubts->len; i++)
    n_general += ((KsFormDoubt *) g_ptr_array_index (proposal->doubts, i))->question == NULL;
  g_assert_cmpuint (n_general, ==, 2);
  g_assert_cmpuint (proposal->doubts->len, ==, 5);
}

static gboolean
create (KsTestDay *self, const char *form, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "moi.khaosat", NULL);
  const KsNewCampaign what = { .title = "T", .day = ks_moment_get_day (ks_test_moment ("2024-04-01T00:00")),
                               .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE, .form_path = form };

  return ks_create_campaign (path, &what, self->clock, "x", NULL, error);
}

static void
test_new_with_form (KsTestDay *self, gconstpointer data)
{
  g_autofree char *export = ks_test_day_path ("google-native.csv");
  g_autofree char *table = g_build_filename (self->folder, "t.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (create (self, export, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (ks_export_form_template (table, NULL));
  g_assert_true (create (self, table, &error));
  g_assert_no_error (error);
}

static void
test_reworded_text (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) worded = reword (self, 2, "Mới");
  g_autoptr (KsForm) now = NULL;

  ks_outcome_free (save (self, worded));
  now = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (get_text (now, 2), ==, "Mới");
}

#define ADD(name, data, func)                                                                     \
  g_test_add ("/form/" name, KsTestDay, data, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("save-and-undo", NULL, test_save_and_undo);
  ADD ("reworded", NULL, test_reworded_text);
  ADD ("versions", NULL, test_versions);
  ADD ("older-header", NULL, test_older_header);
  ADD ("exchanged-options", NULL, test_exchanged_options);
  ADD ("undo-version", NULL, test_undo_version);
  ADD ("withdrawn", NULL, test_withdrawn);
  ADD ("json", "f.json", test_files);
  ADD ("csv", "f.CSV", test_files);
  ADD ("xlsx", "f.XLSX", test_files);
  ADD ("workbook", NULL, test_workbook);
  ADD ("table-keeps-marks", NULL, test_table_keeps_marks);
  ADD ("template", NULL, test_template);
  ADD ("small-table", NULL, test_small_table);
  ADD ("faults", NULL, test_faults);
  ADD ("damaged-json", NULL, test_damaged_json);
  ADD ("propose-native", "google-native.csv", test_propose);
  ADD ("propose-sheet", "google-sheet-vi.csv", test_propose);
  ADD ("propose-doubts", NULL, test_propose_doubts);
  ADD ("new-with-form", NULL, test_new_with_form);
  return g_test_run ();
}
