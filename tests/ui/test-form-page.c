/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ks-form-file.h"
#include "ks-form-import.h"
#include "ks-form-outline.h"
#include "ks-form-page.h"
#include "ks-form-phone.h"
#include "ks-level-list.h"
#include "ks-question-pane.h"
#include "ks-save-form.h"
#include "ks-side-box.h"
#include "ks-test-campaign.h"
#include "ks-test-shell.h"
#include "ks-text-field.h"
#include "ks-ui-harness.h"

typedef struct
{
  KsCampaign *campaign;
  GtkWidget *page;
  GtkWidget *outline;
  GtkWidget *pane;
  KsTestShell *shell;
} Fixture;

static void
open_page (Fixture *self, KsCampaign *campaign, int width)
{
  self->campaign = campaign;
  self->page = ks_form_page_new ();
  self->shell = ks_test_shell_new (campaign, self->page, width, 768);
  self->outline = ks_ui_find (self->page, KS_TYPE_FORM_OUTLINE, NULL, NULL);
  self->pane = ks_ui_find (self->page, KS_TYPE_QUESTION_PANE, NULL, NULL);
}

/* A campaign that nobody has answered yet. */
static void
set_up (Fixture *self, gconstpointer data)
{
  open_page (self, ks_test_campaign_new_some (ks_test_campaign_noon (), ""), 1094);
}

static void
set_up_answered (Fixture *self, gconstpointer data)
{
  open_page (self, ks_test_campaign_new_some (ks_test_campaign_noon (), "90001=3 90002=40"), 1094);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_null (ks_test_shell_get_error (self->shell));
  ks_test_shell_close (self->shell);
  ks_test_campaign_free (self->campaign);
}

static void
choose (Fixture *self, const char *id)
{
  g_assert_true (ks_form_outline_select (KS_FORM_OUTLINE (self->outline), id));
}

static const char *
get_chosen (Fixture *self)
{
  return ks_form_item_get_id (ks_form_outline_get_selected (KS_FORM_OUTLINE (self->outline)));
}

/* "A1 A2 A3" of a section; the questions about who answers for %NULL. */
static char *
dup_order (Fixture *self, const char *section)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (g_strcmp0 (ks_form_get_question (form, i)->section_id, section) == 0)
      g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "",
                              ks_form_get_question (form, i)->id);
  return g_string_free (order, FALSE);
}

static void
check_order (Fixture *self, const char *section, const char *wanted)
{
  g_autofree char *order = dup_order (self, section);

  g_assert_cmpstr (order, ==, wanted);
}

static void
check_message (Fixture *self, const char *part)
{
  const char *message = ks_test_shell_get_message (self->shell);

  if (message == NULL || strstr (message, part) == NULL)
    g_error ("“%s” does not say “%s”", message != NULL ? message : "", part);
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  g_autofree char *found = NULL;

  g_object_get (widget, "title", &found, NULL);
  return g_strcmp0 (found, title) == 0;
}

static void
type (Fixture *self, const char *title, const char *text)
{
  GtkWidget *field = ks_ui_find (self->pane, KS_TYPE_TEXT_FIELD, has_title, title);

  g_assert_nonnull (field);
  ks_text_field_type (KS_TEXT_FIELD (field), text);
  g_signal_emit_by_name (field, "edited");
}

static void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->page, action, NULL));
}

static gboolean
shows_problem (Fixture *self, const char *part)
{
  GtkWidget *label = ks_ui_find_label (self->pane, part);

  return label != NULL && gtk_widget_get_visible (label);
}

static void
test_first_look (Fixture *self, gconstpointer data)
{
  g_autofree char *state = ks_page_dup_state (KS_PAGE (self->page));

  g_assert_cmpstr (state, ==, "stand-in");
  g_assert_nonnull (ks_ui_find_label (self->page, "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01"));
  g_assert_nonnull (
      ks_ui_find_label (self->page, "23 questions · 20 with one answer, 1 with several answers, "
                                    "2 for a text"));
  g_assert_cmpstr (get_chosen (self), ==, "");
  choose (self, "D4");
  g_assert_nonnull (ks_ui_find_label (self->pane, "Question D4"));
  ks_ui_wait_until (ks_ui_find_label (self->page, "Rất hài lòng") != NULL, 2000);
}

static void
test_reword_and_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) before = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsForm) after = NULL;
  g_autoptr (KsForm) undone = NULL;

  choose (self, "A2");
  type (self, "Text of the question", "Việc công khai, viết lại");
  check_message (self, "A2");
  after = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_lookup (after, "A2")->text, ==, "Việc công khai, viết lại");
  g_assert_cmpstr (get_chosen (self), ==, "A2");
  ks_test_shell_undo (self->shell);
  undone = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_get_json (undone), ==, ks_form_get_json (before));
}

static void
test_wrong_text (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) before = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsForm) after = NULL;

  choose (self, "A2");
  type (self, "Text of the question", "  ");
  g_assert_true (shows_problem (self, "Question A2: “Text of the question” is missing or empty."));
  after = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_get_json (after), ==, ks_form_get_json (before));
  type (self, "Text of the question", "Lại đúng");
  g_assert_false (shows_problem (self, "Question A2: “Text of the question” is missing or empty."));
}

static void
test_move (Fixture *self, gconstpointer data)
{
  choose (self, "A6");
  act (self, "page.move-up");
  check_order (self, "A", "A1 A2 A3 A4 A6 A5");
  g_assert_cmpstr (get_chosen (self), ==, "A6");
  act (self, "page.move-down");
  act (self, "page.move-down");
  check_order (self, "A", "A1 A2 A3 A4 A5");
  check_order (self, "B", "A6 B1 B2 B3 B4 B5 B6");
  g_assert_cmpstr (get_chosen (self), ==, "A6");
  ks_test_shell_undo (self->shell);
  check_order (self, "A", "A1 A2 A3 A4 A5 A6");
}

static KsFormItem *
find_item (Fixture *self, const char *id)
{
  KsFormOutline *outline = KS_FORM_OUTLINE (self->outline);

  g_assert_true (ks_form_outline_select (outline, id));
  return ks_form_outline_get_selected (outline);
}

/* Onto the lower half it goes behind, onto the upper half before, onto a section to its head. */
static void
test_drop (Fixture *self, gconstpointer data)
{
  KsFormOutline *outline = KS_FORM_OUTLINE (self->outline);

  ks_form_outline_drop (outline, 2, find_item (self, "A3"), TRUE);
  check_order (self, "A", "A2 A3 A1 A4 A5 A6");
  ks_form_outline_drop (outline, 4, find_item (self, "A2"), FALSE);
  check_order (self, "A", "A1 A2 A3 A4 A5 A6");
  ks_form_outline_drop (outline, 2, find_item (self, "B"), FALSE);
  check_order (self, "A", "A2 A3 A4 A5 A6");
  check_order (self, "B", "A1 B1 B2 B3 B4 B5 B6");
  /* Onto itself nothing moves. */
  ks_form_outline_drop (outline, 3, find_item (self, "A3"), TRUE);
  check_order (self, "A", "A2 A3 A4 A5 A6");
}

/* What is typed next words the new part, instead of standing behind its first words. */
static void
check_selected (Fixture *self, const char *words)
{
  GtkWidget *view = ks_ui_find (self->pane, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *selected = NULL;
  GtkTextIter start, end;

  g_assert_true (gtk_widget_is_focus (view));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, words);
}

static void
test_add_and_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;

  choose (self, "A1");
  act (self, "page.add-question");
  g_assert_cmpstr (get_chosen (self), ==, "A7");
  check_selected (self, "New question");
  check_order (self, "A", "A1 A7 A2 A3 A4 A5 A6");
  act (self, "page.delete");
  check_order (self, "A", "A1 A2 A3 A4 A5 A6");
  choose (self, "D4");
  act (self, "page.duplicate");
  check_order (self, "D", "D1 D2 D3 D4 D5");
  form = ks_campaign_dup_form (self->campaign);
  g_assert_false (ks_form_lookup (form, "D5")->key);
  g_assert_cmpstr (ks_form_lookup (form, "D5")->scale_id, ==, "HAILONG5");
  choose (self, "C");
  act (self, "page.add-section");
  g_assert_cmpstr (get_chosen (self), ==, "F");
  check_selected (self, "New section");
  choose (self, "C");
  act (self, "page.move-up");
  act (self, "page.delete");
  check_order (self, "C", "");
  check_message (self, "Section C");
}

static GtkWidget *
find_levels (Fixture *self)
{
  return ks_ui_find (self->pane, KS_TYPE_LEVEL_LIST, NULL, NULL);
}

static gboolean
holds (GtkWidget *entry, gconstpointer text)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text);
}

/* A shared scale changes for all questions that are answered with it. */
static void
test_scale (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;
  GtkWidget *entry;
  GtkWidget *rating;

  choose (self, "A1");
  g_assert_nonnull (ks_ui_find_label (self->pane, "Levels, shared by 16 questions"));
  entry = ks_ui_find (find_levels (self), GTK_TYPE_ENTRY, holds, "Khá");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Tương đối tốt");
  g_signal_emit_by_name (entry, "activate");
  rating = gtk_widget_get_next_sibling (
      ks_ui_find (find_levels (self), GTK_TYPE_ENTRY, holds, "Tương đối tốt"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rating), 0);
  form = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_lookup (form, "B3")->options[2].label, ==, "Tương đối tốt");
  g_assert_true (ks_form_lookup (form, "B3")->options[2].good);
  g_assert_cmpint (ks_form_lookup (form, "B3")->options[2].value, ==, 3);
  g_assert_false (ks_form_lookup (form, "D4")->options[2].good);
  ks_test_shell_undo (self->shell);
  g_clear_object (&form);
  form = ks_campaign_dup_form (self->campaign);
  g_assert_false (ks_form_lookup (form, "B3")->options[2].good);
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = ks_ui_find_labelled (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_levels (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;
  const KsQuestion *d4;

  choose (self, "D4");
  press (find_levels (self), "Add a Level");
  press (find_levels (self), "Add “Don’t Know”");
  form = ks_campaign_dup_form (self->campaign);
  d4 = ks_form_lookup (form, "D4");
  g_assert_cmpuint (d4->n_options, ==, 7);
  g_assert_cmpint (d4->options[5].value, ==, 0);
  g_assert_true (d4->options[5].poor);
  g_assert_false (d4->options[6].has_value);
  g_assert_cmpstr (d4->options[6].label, ==, "Không biết/không có ý kiến");
  g_assert_true (d4->key);
}

static GtkWidget *
find_combo (Fixture *self, const char *title)
{
  return ks_ui_find (self->pane, ADW_TYPE_COMBO_ROW, has_title, title);
}

static gboolean
has_kind (Fixture *self, KsQuestionType type, guint n_options, const char *scale)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  const KsQuestion *d2 = ks_form_lookup (form, "D2");

  return d2->type == type && d2->n_options == n_options
         && (d2->scale_id == NULL) == (scale == NULL)
         && (scale == NULL || g_str_has_prefix (d2->scale_id, scale));
}

static void
set_row (Fixture *self, const char *title, guint selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (self, title)), selected);
}

/* From a scale to a choice, to a text, and back. */
static void
test_kinds (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;

  choose (self, "D2");
  set_row (self, "Kind of question", 2);
  ks_ui_wait_until (has_kind (self, KS_QUESTION_MULTI, 6, NULL), 2000);
  set_row (self, "Kind of question", 3);
  ks_ui_wait_until (has_kind (self, KS_QUESTION_TEXT, 0, NULL), 2000);
  set_row (self, "Kind of question", 1);
  ks_ui_wait_until (has_kind (self, KS_QUESTION_SINGLE, 2, NULL), 2000);
  set_row (self, "Kind of question", 0);
  ks_ui_wait_until (has_kind (self, KS_QUESTION_SINGLE, 6, "MUCDO5"), 2000);
  /* The scale that nothing used any more has gone. */
  set_row (self, "Scale", 1);
  ks_ui_wait_until (has_kind (self, KS_QUESTION_SINGLE, 5, "HAILONG5"), 2000);
  /* A scale of its own begins with the levels that the question had. */
  set_row (self, "Scale", 2);
  ks_ui_wait_until (has_kind (self, KS_QUESTION_SINGLE, 5, "T"), 2000);
  form = ks_campaign_dup_form (self->campaign);
  g_assert_cmpuint (ks_form_get_n_scales (form), ==, 3);
  g_assert_cmpstr (ks_form_lookup (form, "D2")->options[0].label, ==, "Rất hài lòng");
  g_assert_cmpuint (ks_form_count_scale_users (form, "HAILONG5"), ==, 1);
}

static gboolean
is_switch_of (GtkWidget *widget, gconstpointer title)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return row != NULL && has_title (row, title);
}

/* There is one key question; the other gives way. */
static void
test_key_question (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;
  GtkWidget *key;

  choose (self, "D3");
  key = ks_ui_find (self->pane, GTK_TYPE_SWITCH, is_switch_of, "Key Question");
  gtk_switch_set_active (GTK_SWITCH (key), TRUE);
  form = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_get_key_question (form)->id, ==, "D3");
  choose (self, "E1");
  g_assert_false (gtk_widget_get_sensitive (key));
}

static void
test_texts (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;
  g_autofree char *state = NULL;

  type (self, "Heading", "Phiếu PKS 01");
  type (self, "Notice, shown wherever the form shows", "");
  choose (self, "A");
  type (self, "Heading", "A. CÔNG KHAI");
  form = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_get_title (form), ==, "Phiếu PKS 01");
  g_assert_cmpstr (ks_form_get_notice (form), ==, "");
  g_assert_cmpstr (ks_form_get_section (form, 0)->title, ==, "A. CÔNG KHAI");
  state = ks_page_dup_state (KS_PAGE (self->page));
  g_assert_cmpstr (state, ==, "23 questions");
}

/* With answers the wording may change; all else sleeps and says why. */
static void
test_in_use (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;
  g_autoptr (KsFormUse) before = ks_form_use_load (self->campaign, NULL);
  g_autoptr (KsFormUse) use = NULL;
  g_autofree char *answers = ks_form_use_describe (before);
  g_autofree char *told = g_strdup_printf (
      "Answers belong to this form (%s): its wording may change; its questions, options, levels "
      "and marks stay.", answers);

  g_assert_true (g_str_has_prefix (answers, "version 1: "));
  g_assert_nonnull (ks_ui_find_label (self->page, told));
  choose (self, "A1");
  gtk_widget_activate_action (self->page, "page.move-down", NULL);
  gtk_widget_activate_action (self->page, "page.delete", NULL);
  check_order (self, "A", "A1 A2 A3 A4 A5 A6");
  g_assert_false (gtk_widget_get_sensitive (find_combo (self, "Kind of question")));
  g_assert_false (gtk_widget_get_sensitive (find_combo (self, "Scale")));
  g_assert_false (gtk_widget_get_sensitive (
      ks_ui_find (find_levels (self), GTK_TYPE_ENTRY, holds, "Khá")));
  type (self, "Text of the question", "Chữ mới");
  form = ks_campaign_dup_form (self->campaign);
  g_assert_cmpstr (ks_form_lookup (form, "A1")->text, ==, "Chữ mới");
  use = ks_form_use_load (self->campaign, NULL);
  g_assert_cmpint (use->version, ==, 2);
}

static KsForm *
make_huge (void)
{
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new ();
  const KsQuestion question = { .text = (char *) "Câu hỏi rất dài về việc thực hiện quy chế dân "
                                                 "chủ tại cơ quan xã, phường, thị trấn",
                                .type = KS_QUESTION_TEXT };

  ks_form_builder_set_text (builder, KS_FORM_TEXT_ID, "LON");
  ks_form_builder_set_text (builder, KS_FORM_TEXT_TITLE, "Phiếu lớn");
  for (guint i = 0; i < 100; i++)
    ks_form_builder_add_section (builder, i, &(KsSection){ .title = (char *) "Phần" });
  for (guint i = 0; i < 500; i++)
    ks_form_builder_add_question (builder, (int) i % 100, G_MAXUINT, &question);
  return ks_form_builder_build (builder, NULL);
}

/* Five hundred questions in a hundred sections: a step takes no longer than a blink. */
static void
test_huge (Fixture *self, gconstpointer data)
{
  g_autoptr (KsForm) form = make_huge ();
  gint64 start;

  g_assert_true (ks_save_form (self->campaign, form, NULL, NULL, NULL));
  ks_ui_wait_until (ks_ui_find_label (self->page, "500 questions · 500 for a text") != NULL, 4000);
  g_assert_true (ks_form_outline_select (KS_FORM_OUTLINE (self->outline),
                                         ks_form_get_question (form, 400)->id));
  start = g_get_monotonic_time ();
  act (self, "page.move-up");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 1000 * 1000);
  g_test_message ("a move took %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  ks_form_outline_find (KS_FORM_OUTLINE (self->outline), "e3");
  g_assert_cmpstr (get_chosen (self), ==, "E3");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new ();
  g_autoptr (KsForm) form = NULL;

  ks_form_builder_set_text (builder, KS_FORM_TEXT_ID, "TRONG");
  ks_form_builder_set_text (builder, KS_FORM_TEXT_TITLE, "Phiếu trống");
  form = ks_form_builder_build (builder, NULL);
  g_assert_true (ks_save_form (self->campaign, form, NULL, NULL, NULL));
  ks_ui_wait_until (ks_ui_find_label (self->page, "No Questions Yet") != NULL, 2000);
  act (self, "page.add-question");
  check_order (self, "A", "A1");
  g_assert_cmpstr (get_chosen (self), ==, "A1");
}

static void
test_search (Fixture *self, gconstpointer data)
{
  KsFormOutline *outline = KS_FORM_OUTLINE (self->outline);

  ks_form_outline_find (outline, "thanh tra nhan dan");
  g_assert_cmpstr (get_chosen (self), ==, "C2");
  ks_form_outline_find (outline, "khong co cau nay");
  g_assert_cmpstr (get_chosen (self), ==, "C2");
  ks_form_outline_step (outline, 1);
  g_assert_cmpstr (get_chosen (self), ==, "C3");
  ks_form_outline_step (outline, -1);
  g_assert_cmpstr (get_chosen (self), ==, "C2");
}

/* A file is shown before it takes the place of the form. */
static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ks-form-import.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KsForm) form = NULL;
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (
      path,
      "{\"id\":\"M\",\"title\":\"Mới\",\"sections\":[{\"id\":\"A\",\"title\":\"a\","
      "\"questions\":[{\"id\":\"A1\",\"type\":\"text\",\"text\":\"Câu mới\"}]}]}", -1, NULL));
  g_assert_true (ks_is_form_file (path));
  ks_form_import_present (KS_SHELL (self->shell), file);
  ks_ui_wait_until (ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, 4000);
  dialog = ks_ui_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (ks_ui_find_label (GTK_WIDGET (dialog), "A1. Câu mới"));
  check_order (self, "A", "A1 A2 A3 A4 A5 A6");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "verb");
  gtk_window_close (dialog);
  ks_ui_wait_until (ks_ui_find_label (self->page, "1 question · 1 for a text") != NULL, 4000);
  check_message (self, "ks-form-import.json");
  ks_test_shell_undo (self->shell);
  form = ks_campaign_dup_form (self->campaign);
  g_assert_cmpuint (ks_form_get_n_questions (form), ==, 23);
  g_unlink (path);
}

/* Folded, the list leads to the question and back. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  GtkWidget *side_box;

  ks_test_shell_close (self->shell);
  self->page = ks_form_page_new ();
  self->shell = ks_test_shell_new (self->campaign, self->page, 360, 640);
  self->outline = ks_ui_find (self->page, KS_TYPE_FORM_OUTLINE, NULL, NULL);
  self->pane = ks_ui_find (self->page, KS_TYPE_QUESTION_PANE, NULL, NULL);
  side_box = gtk_widget_get_ancestor (self->outline, KS_TYPE_SIDE_BOX);
  ks_ui_wait_until (ks_side_box_get_folded (KS_SIDE_BOX (side_box)), 2000);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)), <=, 360);
  choose (self, "A1");
  g_signal_emit_by_name (self->outline, "opened");
  ks_ui_wait_until (gtk_widget_get_mapped (self->pane), 2000);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)), <=, 360);
  act (self, "page.close-pane");
  ks_ui_wait_until (gtk_widget_get_mapped (self->outline), 2000);
}

#define ADD(name, set, func) g_test_add ("/form-page/" name, Fixture, NULL, set, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("first-look", set_up, test_first_look);
  ADD ("reword-and-undo", set_up, test_reword_and_undo);
  ADD ("wrong-text", set_up, test_wrong_text);
  ADD ("move", set_up, test_move);
  ADD ("drop", set_up, test_drop);
  ADD ("add-and-delete", set_up, test_add_and_delete);
  ADD ("scale", set_up, test_scale);
  ADD ("levels", set_up, test_levels);
  ADD ("kinds", set_up, test_kinds);
  ADD ("key-question", set_up, test_key_question);
  ADD ("texts", set_up, test_texts);
  ADD ("in-use", set_up_answered, test_in_use);
  ADD ("huge", set_up, test_huge);
  ADD ("empty", set_up, test_empty);
  ADD ("search", set_up, test_search);
  ADD ("import", set_up, test_import);
  ADD ("narrow", set_up, test_narrow);
  return g_test_run ();
}
