/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include "ks-number.h"
#include "ks-scale-row.h"
#include "ks-share.h"

/* What was answered: figures and their account, by the rules of anonymity that the results keep. */

static void
say_settled (GString *account, const KsPaperScope *scope)
{
  KsGivenState given;
  g_autofree char *moment = NULL;

  ks_results_get_given (scope->material->given, &scope->scope, &given);
  if (given.settled_at == KS_MOMENT_NONE)
    {
      g_string_append (account, "Số liệu sơ bộ, chưa chốt.");
      return;
    }
  moment = ks_moment_format (given.settled_at);
  g_string_append_printf (account, "Số liệu chốt lúc %s.", moment);
}

static void
say_left_out (GString *account, gint64 left_out)
{
  g_autofree char *figure = ks_format_count (left_out);

  if (left_out > 0)
    g_string_append_printf (account,
                            "Không gồm %s phiếu của đơn vị dưới 5 phiếu trả lời câu hỏi "
                            "này.\n",
                            figure);
}

static char *
begin_account (const KsPaperScope *scope, const KsQuestion *question, gint64 left_out)
{
  g_autoptr (GString) account = g_string_new (NULL);

  g_string_append_printf (account, "Câu hỏi %s: %s\n", question->id, question->text);
  say_left_out (account, left_out);
  say_settled (account, scope);
  return g_string_free (g_steal_pointer (&account), FALSE);
}

static char *
dup_hidden_account (const KsPaperScope *scope, const KsQuestion *question)
{
  g_autofree char *begin = begin_account (scope, question, 0);

  return g_strdup_printf (
      "%s\nChưa đủ 5 phiếu trả lời câu hỏi này để nêu kết quả, hoặc không nêu để "
      "bảo đảm tính khuyết danh.",
      begin);
}

/* The unit's staff and answers contradict each other: there are no bounds. */
static char *
dup_bounds (const KsShare *share)
{
  g_autofree char *low = ks_format_share (share->bound_low, 2);
  g_autofree char *high = ks_format_share (share->bound_high, 2);

  if (!share->has_bounds)
    return g_strdup ("–");
  return g_str_equal (low, high) ? g_steal_pointer (&low) : g_strdup_printf ("%s – %s", low, high);
}

static char *
dup_share_account (const KsPaperScope *scope, const KsQuestion *question, const KsShare *share)
{
  g_autofree char *begin = begin_account (scope, question, share->left_out);
  g_autofree char *labels = ks_question_dup_good_labels (question);
  g_autofree char *good = ks_format_count (share->x);
  g_autofree char *answered = ks_format_count (share->n);
  g_autofree char *percent = ks_format_percent (share->x, share->n);
  g_autofree char *bounds = dup_bounds (share);

  return g_strdup_printf (
      "%s\nĐánh giá tốt gồm: %s.\nTỷ lệ đánh giá tốt = số phiếu đánh giá tốt : số phiếu trả lời "
      "câu "
      "hỏi = %s : %s = %s.\n%s%s.",
      begin, labels, good, answered, percent,
      share->has_bounds
          ? "Thấp nhất – cao nhất có thể, coi người chưa trả lời đều đánh giá chưa tốt "
            "hoặc đều đánh giá tốt: "
          : "Không nêu thấp nhất – cao nhất có thể khi số phiếu nhiều hơn số cán bộ, "
            "công chức hoặc chưa có số cán bộ, công chức: ",
      bounds);
}

static void
hide_share (const KsPaperScope *scope, const KsQuestion *question)
{
  g_autofree char *account = dup_hidden_account (scope, question);

  ks_paper_add_words (scope, "good", "–", account);
  ks_paper_add_words (scope, "answered", "–", account);
  ks_paper_add_words (scope, "share", "–", account);
  ks_paper_add_words (scope, "bounds", "–", account);
}

static void
add_share (const KsPaperScope *scope, const KsQuestion *question)
{
  g_autofree char *account = NULL;
  g_autofree char *bounds = NULL;
  KsShare share;

  ks_results_get_share (scope->material->given, &scope->scope, question, &share);
  if (!share.shown)
    {
      hide_share (scope, question);
      return;
    }
  account = dup_share_account (scope, question, &share);
  bounds = dup_bounds (&share);
  ks_paper_add_count (scope, "good", share.x, account);
  ks_paper_add_count (scope, "answered", share.n, account);
  ks_paper_add_share (scope, "share", share.x, share.n, account);
  ks_paper_add_words (scope, "bounds", bounds, account);
}

static void
hide_key (const KsPaperScope *scope)
{
  static const char *const ids[] = { "good", "answered", "share", "bounds" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ks_paper_add_words (scope, ids[i], "–",
                        "Phiếu khảo sát không có câu hỏi chính được nêu trong "
                        "văn bản.");
}

/* The key question of the form, unless it stays on the desk's screen. */
static const KsQuestion *
find_key (const KsPaperMaterial *material)
{
  const KsQuestion *key = ks_form_get_key_question (ks_results_get_form (material->given));

  return key != NULL && ks_results_tells (material->given, key) ? key : NULL;
}

/**
 * ks_paper_add_key:
 * @scope: a scope
 *
 * Puts the key question's share of good opinions into the book.
 */
void
ks_paper_add_key (const KsPaperScope *scope)
{
  const KsQuestion *key = find_key (scope->material);

  if (key != NULL)
    add_share (scope, key);
  else
    hide_key (scope);
}

/* Shares of one row add up to 100,00 %; of a question with many answers they need not. */
static void
round_levels (const KsQuestionResult *result, gint64 *shares)
{
  const KsQuestion *question = result->question;

  if (question->type == KS_QUESTION_SINGLE && ks_scale_round_options (result, shares))
    return;
  for (guint i = 0; i < question->n_options; i++)
    shares[i]
        = result->answered > 0 ? ks_count_hundredths (result->counts[i], result->answered) : 0;
}

static char *
dup_level_account (const KsPaperScope *scope, const KsQuestionResult *result, guint option)
{
  const KsQuestion *question = result->question;
  g_autofree char *begin = begin_account (scope, question, result->left_out);
  g_autofree char *count = ks_format_count (result->counts[option]);
  g_autofree char *answered = ks_format_count (result->answered);

  return g_strdup_printf (
      "%s\nSố phiếu chọn “%s”: %s trong %s phiếu trả lời câu hỏi này.%s", begin,
      question->options[option].label, count, answered,
      question->type == KS_QUESTION_SINGLE
          ? "\nTỷ lệ các mức được làm tròn để cộng lại bằng 100,00%, các mức đánh giá tốt cộng lại "
            "bằng tỷ lệ đánh giá tốt (số dư lớn nhất)."
          : "\nMỗi phiếu có thể chọn nhiều phương án nên các tỷ lệ không cộng lại.");
}

static void
add_percent (const KsPaperScope *scope, const char *id, gint64 hundredths, const char *account)
{
  g_autofree char *path = g_strconcat (scope->prefix, id, NULL);

  ks_figure_book_add_percent (scope->book, path, hundredths, account);
}

static void
add_level_sum (const KsPaperScope *scope, const KsQuestionResult *result)
{
  if (result->question->type == KS_QUESTION_SINGLE && result->answered > 0)
    add_percent (scope, "levels/share", 10000, "Tổng tỷ lệ các mức của câu hỏi.");
  else
    ks_paper_add_words (
        scope, "levels/share", "–",
        "Mỗi phiếu có thể chọn nhiều phương án nên các tỷ lệ không cộng lại.");
}

static void
add_levels (const KsPaperScope *scope, const KsQuestionResult *result)
{
  const KsQuestion *question = result->question;
  g_autofree gint64 *shares = g_new0 (gint64, question->n_options + 1);

  round_levels (result, shares);
  for (guint i = 0; i < question->n_options; i++)
    {
      g_autofree char *count = g_strdup_printf ("level/%u", i + 1);
      g_autofree char *share = g_strdup_printf ("level/%u/share", i + 1);
      g_autofree char *account = dup_level_account (scope, result, i);

      ks_paper_add_count (scope, count, result->counts[i], account);
      add_percent (scope, share, shares[i], account);
    }
  add_level_sum (scope, result);
}

static void
hide_levels (const KsPaperScope *scope, const KsQuestion *question)
{
  g_autofree char *account = dup_hidden_account (scope, question);

  for (guint i = 0; i < question->n_options; i++)
    {
      g_autofree char *count = g_strdup_printf ("level/%u", i + 1);
      g_autofree char *share = g_strdup_printf ("level/%u/share", i + 1);

      ks_paper_add_words (scope, count, "–", account);
      ks_paper_add_words (scope, share, "–", account);
    }
  ks_paper_add_words (scope, "levels/share", "–", account);
}

/* As the printed levels add up: a number in a sentence is the one that a table gives. */
static void
add_sum (const KsPaperScope *scope,
         const char *id,
         const KsQuestionResult *result,
         gint64 count,
         gint64 sum,
         const char *account)
{
  if (result->question->type == KS_QUESTION_SINGLE && result->answered > 0)
    add_percent (scope, id, sum, account);
  else
    ks_paper_add_share (scope, id, count, result->answered, account);
}

static void
add_other_shares (const KsPaperScope *scope, const KsQuestionResult *result, const char *account)
{
  const KsQuestion *question = result->question;
  g_autofree gint64 *shares = g_new0 (gint64, question->n_options + 1);
  gint64 poor = 0;
  gint64 dont_know = 0;

  round_levels (result, shares);
  for (guint i = 0; i < question->n_options; i++)
    {
      poor += question->options[i].poor ? shares[i] : 0;
      dont_know += question->ordinal && !question->options[i].has_value ? shares[i] : 0;
    }
  add_sum (scope, "poor/share", result, result->poor, poor, account);
  add_sum (scope, "dont_know/share", result, result->dont_know, dont_know, account);
}

/* What a question has beside its levels. */
static void
add_counts (const KsPaperScope *scope, const KsQuestionResult *result, const char *account)
{
  gboolean levels = result->levels_shown;

  ks_paper_add_count (scope, "blank", result->blank, account);
  ks_paper_add_count (scope, "left_out", result->left_out, account);
  if (levels)
    {
      ks_paper_add_count (scope, "poor", result->poor, account);
      ks_paper_add_count (scope, "dont_know", result->dont_know, account);
      add_other_shares (scope, result, account);
      return;
    }
  ks_paper_add_words (scope, "poor", "–", account);
  ks_paper_add_words (scope, "poor/share", "–", account);
  ks_paper_add_words (scope, "dont_know", "–", account);
  ks_paper_add_words (scope, "dont_know/share", "–", account);
}

static void
hide_counts (const KsPaperScope *scope, const char *account)
{
  static const char *const ids[]
      = { "blank", "left_out", "poor", "poor/share", "dont_know", "dont_know/share" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ks_paper_add_words (scope, ids[i], "–", account);
}

static void
add_result (const KsPaperScope *scope, const KsQuestion *question)
{
  g_autoptr (KsQuestionResult) result
      = ks_results_dup_question (scope->material->given, &scope->scope, question);
  g_autofree char *hidden = dup_hidden_account (scope, question);
  g_autofree char *begin = begin_account (scope, question, result->left_out);

  if (question->ordinal)
    add_share (scope, question);
  else if (result->shown)
    ks_paper_add_count (scope, "answered", result->answered, begin);
  else
    ks_paper_add_words (scope, "answered", "–", hidden);
  if (result->shown)
    add_counts (scope, result, begin);
  else
    hide_counts (scope, hidden);
  if (result->levels_shown && question->type != KS_QUESTION_TEXT)
    add_levels (scope, result);
  else
    hide_levels (scope, question);
}

static void
add_words (const KsPaperScope *scope, const KsQuestion *question)
{
  g_autofree char *labels = ks_question_dup_good_labels (question);

  ks_paper_add_words (scope, "text", question->text, "Nội dung câu hỏi của phiếu khảo sát.");
  ks_paper_add_words (scope, "good_labels", labels != NULL && *labels != '\0' ? labels : "–",
                      "Các mức được đánh dấu là đánh giá tốt trong phiếu khảo sát.");
}

/* The key question again, under its own name: templates need not know its id. */
static void
add_key_words (const KsPaperScope *scope, const KsQuestion *key)
{
  const KsPaperScope place = { scope->material, scope->book, "key/", scope->scope };
  g_autoptr (KsQuestionResult) result
      = ks_results_dup_question (scope->material->given, &scope->scope, key);
  g_autofree char *hidden = dup_hidden_account (scope, key);
  g_autofree char *begin = begin_account (scope, key, result->left_out);

  add_words (&place, key);
  ks_paper_add_words (&place, "short", key->short_text, "Tên ngắn trong phiếu khảo sát.");
  ks_paper_add_words (&place, "id", key->id, "Mã câu hỏi trong phiếu khảo sát.");
  if (result->shown)
    add_counts (&place, result, begin);
  else
    hide_counts (&place, hidden);
}

static void
hide_key_words (const KsPaperScope *scope)
{
  static const char *const ids[]
      = { "key/text", "key/good_labels", "key/id",        "key/blank",          "key/left_out",
          "key/poor", "key/poor/share",  "key/dont_know", "key/dont_know/share", "key/short" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ks_paper_add_words (scope, ids[i], "–",
                        "Phiếu khảo sát không có câu hỏi chính được nêu trong "
                        "văn bản.");
}

static gint64
count_left_out (const KsPaperScope *scope, KsForm *form)
{
  gint64 left_out = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autoptr (KsQuestionResult) result = NULL;

      if (question->type == KS_QUESTION_TEXT
          || !ks_results_tells (scope->material->given, question))
        continue;
      result = ks_results_dup_question (scope->material->given, &scope->scope, question);
      left_out = MAX (left_out, result->left_out);
    }
  return left_out;
}

/* Figures that were given out before stand until enough sheets are others. */
static void
add_given (const KsPaperScope *scope)
{
  KsGivenState given;
  g_autofree char *moment = NULL;

  ks_results_get_given (scope->material->given, &scope->scope, &given);
  if (given.settled_at == KS_MOMENT_NONE && given.given_at != KS_MOMENT_NONE)
    moment = ks_moment_format (given.given_at);
  ks_paper_add_words (scope, "given_at", moment != NULL ? moment : "–",
                      "Số liệu trả lời của một số đơn vị là số liệu đã nêu lúc đó: từ đó đến nay có "
                      "từ 1 đến 4 phiếu thay đổi.");
}

static void
add_told (const KsPaperScope *scope, KsForm *form)
{
  g_autoptr (KsQuestionSet) set = ks_question_set_load (scope->material->given, &scope->scope);
  guint n_rows;
  const KsLikertRow *rows = ks_question_set_get_likert_rows (set, &n_rows);
  guint n_told = 0;
  guint n_sensitive = 0;

  for (guint i = 0; i < n_rows; i++)
    n_told += rows[i].shown;
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    n_sensitive += ks_form_get_question (form, i)->sensitive;
  ks_paper_add_count (scope, "questions/told", n_told,
                      "Số câu hỏi theo thang mức có đủ phiếu trả lời để nêu kết quả.");
  ks_paper_add_count (scope, "questions/sensitive", n_sensitive,
                      "Số câu hỏi được đánh dấu nhạy cảm trong phiếu khảo sát.");
}

/**
 * ks_paper_add_questions:
 * @scope: the province or a district
 *
 * Puts the answers to every question into the book that may stand in papers.
 */
void
ks_paper_add_questions (const KsPaperScope *scope)
{
  KsForm *form = ks_results_get_form (scope->material->given);
  const KsQuestion *key = find_key (scope->material);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autofree char *prefix = g_strdup_printf ("%squestion/%s/", scope->prefix, question->id);
      const KsPaperScope place = { scope->material, scope->book, prefix, scope->scope };

      if (!ks_results_tells (scope->material->given, question))
        continue;
      add_result (&place, question);
      add_words (&place, question);
    }
  add_given (scope);
  add_told (scope, form);
  if (key != NULL)
    add_key_words (scope, key);
  else
    hide_key_words (scope);
  ks_paper_add_count (
      scope, "left_out", count_left_out (scope, form),
      "Số phiếu của các đơn vị có dưới 5 phiếu trả lời: không nêu kết quả để bảo đảm "
      "tính khuyết danh, và không có trong kết quả của huyện và toàn tỉnh.");
}
