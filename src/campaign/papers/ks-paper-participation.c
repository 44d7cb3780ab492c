/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include "ks-disclosure.h"
#include "ks-number.h"
#include "ks-results-private.h"

/* Who took part in a scope: figures and their account. */

static const struct
{
  int reason; /* a KsReason; -1: an officer's decision */
  const char *id;
  const char *words;
} reasons[] = {
  { KS_REASON_OUTSIDE_WINDOW, "not_counted/outside_window", "phiếu gửi ngoài thời gian khảo sát" },
  { KS_REASON_TOKEN_MISMATCH, "not_counted/token_mismatch", "phiếu có mã khảo sát không khớp" },
  { KS_REASON_UNKNOWN_UNIT, "not_counted/unknown_unit", "phiếu chưa xác định được đơn vị" },
  { KS_REASON_INCOMPLETE, "not_counted/incomplete", "phiếu chưa trả lời đủ" },
  { KS_REASON_KNOWN_ID, "not_counted/known_id", "phiếu được sửa sau khi đã gửi" },
  { -1, "not_counted/excluded", "phiếu đã có quyết định không tính" },
};

static gint64
get_apart (const KsApart *apart, guint index)
{
  return reasons[index].reason >= 0 ? apart->waiting[reasons[index].reason] : apart->excluded;
}

static void
say_count (GString *account, const char *before, gint64 count, const char *after)
{
  g_autofree char *figure = ks_format_count (count);

  g_string_append_printf (account, "%s%s%s", before, figure, after);
}

static void
say_apart (GString *account, const KsApart *apart, gint64 n_apart)
{
  gboolean first = TRUE;

  if (n_apart == 0)
    return;
  say_count (account, "Không tính ", n_apart, " phiếu, gồm: ");
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (get_apart (apart, i) > 0)
      {
        say_count (account, first ? "" : "; ", get_apart (apart, i), " ");
        g_string_append (account, reasons[i].words);
        first = FALSE;
      }
  g_string_append (account, ".\n");
}

/**
 * ks_paper_say_rate:
 * @account: of a figure
 * @answers: counted answers
 * @staff: the people asked
 * @reconciling: whether their figures are being reconciled
 *
 * Adds how the participation came about.
 */
void
ks_paper_say_rate (GString *account, gint64 answers, gint64 staff, gboolean reconciling)
{
  g_autofree char *part = ks_format_count (answers);
  g_autofree char *whole = ks_format_count (staff);
  g_autofree char *rate = NULL;

  g_string_append_printf (account,
                          "Số cán bộ, công chức thuộc diện khảo sát, không kể người vắng "
                          "có lý do: %s người.\n",
                          whole);
  if (reconciling)
    {
      g_string_append (account, "Số phiếu và số cán bộ, công chức đang được đối chiếu nên chưa nêu "
                                "tỷ lệ tham gia.");
      return;
    }
  rate = ks_format_percent (answers, staff);
  g_string_append_printf (account,
                          "Tỷ lệ tham gia = số phiếu hợp lệ : số cán bộ, công chức = %s : "
                          "%s = %s.",
                          part, whole, rate);
}

static void
say_files (GString *account, KsResults *results)
{
  KsMoment as_of = ks_results_get_as_of (results);
  g_autofree char *moment = as_of != KS_MOMENT_NONE ? ks_moment_format (as_of) : NULL;

  if (moment != NULL)
    g_string_append_printf (account, "\nPhiếu hợp lệ mới nhất gửi lúc %s.", moment);
  if (results->files->len == 0)
    return;
  g_string_append (account, "\nTệp đã nhập: ");
  for (guint i = 0; i < results->files->len; i++)
    g_string_append_printf (account, "%s%s", i > 0 ? ", " : "", (char *)results->files->pdata[i]);
  g_string_append_c (account, '.');
}

static char *
dup_account (const KsPaperScope *scope,
             const KsParticipation *who,
             const KsApart *apart,
             gint64 n_apart)
{
  const KsPaperMaterial *material = scope->material;
  g_autoptr (GString) account = g_string_new (NULL);

  say_count (account, "Đã nhận ", who->answers + n_apart, " phiếu.\n");
  say_apart (account, apart, n_apart);
  say_count (account, "Phiếu hợp lệ: ", who->answers, " phiếu.\n");
  ks_paper_say_rate (account, who->answers, who->staff,
                     ks_paper_material_is_reconciling (material, who));
  /* A file of one unit alone would be told in the papers of others. */
  if (scope->scope.kind == KS_SCOPE_PROVINCE)
    say_files (account, material->live);
  return g_string_free (g_steal_pointer (&account), FALSE);
}

static void
add_rate (const KsPaperScope *scope, const KsParticipation *who, const char *account)
{
  if (ks_paper_material_is_reconciling (scope->material, who))
    ks_paper_add_words (scope, "rate", "đang đối chiếu", account);
  else
    ks_paper_add_share (scope, "rate", who->answers, who->staff, account);
}

/* Units of a scope of which something holds. */
typedef struct
{
  guint low;
  guint reconciling;
} UnitCounts;

static UnitCounts
count_units (const KsPaperScope *scope)
{
  KsRegistry *registry = ks_results_get_registry (scope->material->live);
  gint64 limit = ks_paper_material_get_low (scope->material);
  UnitCounts counts = { 0 };
  guint first;
  guint n_units;

  ks_results_get_slice (scope->material->live, &scope->scope, &first, &n_units);
  for (guint i = first; i < first + n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      counts.low += ks_paper_is_low (scope->material, unit, limit);
      counts.reconciling += g_hash_table_contains (scope->material->open, ks_unit_get_code (unit));
    }
  return counts;
}

static void
add_units (const KsPaperScope *scope, const KsParticipation *who, const UnitCounts *counts)
{
  ks_paper_add_count (scope, "units", who->n_units, "Số đơn vị trong danh sách của đợt khảo sát.");
  ks_paper_add_count (scope, "units/answered", who->n_units_with_answers,
                      "Số đơn vị có ít nhất một phiếu hợp lệ.");
  ks_paper_add_count (scope, "units/silent", who->n_units - who->n_units_with_answers,
                      "Số đơn vị không có phiếu hợp lệ nào.");
  ks_paper_add_count (
      scope, "units/complete", who->n_units_complete,
      "Số đơn vị có số phiếu hợp lệ bằng số cán bộ, công chức thuộc diện khảo sát.");
  ks_paper_add_count (scope, "units/low", counts->low,
                      "Số đơn vị có số phiếu hợp lệ chia cho số cán bộ, công chức thuộc diện khảo "
                      "sát thấp hơn mức cơ quan đặt.");
  ks_paper_add_count (
      scope, "units/reconciling", counts->reconciling,
      "Số đơn vị còn nội dung cần kiểm tra chưa xử lý; không nêu tên trong văn bản.");
}

/* Answers stay as they were settled until five sheets are others or somebody corrects them; who took
 * part is told as it is. */
static void
add_changed (const KsPaperScope *scope)
{
  KsGivenState given = { .settled_at = KS_MOMENT_NONE };

  if (scope->material->given != NULL)
    ks_results_get_given (scope->material->given, &scope->scope, &given);
  ks_figure_book_add_count (scope->book, "changed",
                            given.settled_at != KS_MOMENT_NONE ? given.n_earlier_units : 0,
                            "Số đơn vị có phiếu thay đổi sau khi chốt mà kết quả trả lời giữ như đã "
                            "chốt: khác từ 1 đến 4 phiếu, chưa đính chính.");
}

static gboolean
is_unit_of_paper (const KsPaperScope *scope)
{
  return scope->scope.kind == KS_SCOPE_UNIT && scope->material->unit != NULL
         && g_str_equal (ks_unit_get_code (scope->material->unit), scope->scope.code);
}

/* The province, or the district that was asked for. */
static gboolean
is_of_paper (const KsPaperScope *scope)
{
  const char *code = scope->scope.kind == KS_SCOPE_DISTRICT ? scope->scope.code : NULL;

  return scope->scope.kind != KS_SCOPE_UNIT && g_strcmp0 (scope->material->district, code) == 0;
}

/* The span of the districts' rates: nobody is named. */
static void
add_span (const KsPaperScope *scope)
{
  static const char account[] = "Trong các huyện, thị xã, thành phố có tỷ lệ tham gia.";
  g_autoptr (GArray) districts = ks_results_dup_scopes (scope->material->live, KS_SCOPE_DISTRICT);
  KsParticipation lowest = { .staff = 0 };
  KsParticipation highest = { .staff = 0 };

  for (guint i = 0; i < districts->len; i++)
    {
      KsParticipation who;

      ks_results_get_participation (scope->material->live, &g_array_index (districts, KsScope, i),
                                    &who);
      if (who.staff <= 0 || ks_paper_material_is_reconciling (scope->material, &who))
        continue;
      if (lowest.staff == 0 || who.answers * lowest.staff < lowest.answers * who.staff)
        lowest = who;
      if (highest.staff == 0 || who.answers * highest.staff > highest.answers * who.staff)
        highest = who;
    }
  ks_paper_add_share (scope, "rate/lowest", lowest.answers, lowest.staff, account);
  ks_paper_add_share (scope, "rate/highest", highest.answers, highest.staff, account);
}

/* Sheets of people whom the survey does not ask count; whoever signs asks what the rate is without
 * them. */
static void
add_outside (const KsPaperScope *scope, const KsParticipation *who)
{
  static const char few[] = "Chỉ nêu khi đợt khảo sát có từ 5 đơn vị trở lên.";
  static const char unknown[] = "Chưa nêu khi số phiếu và số cán bộ, công chức đang được đối chiếu.";
  gboolean told = who->n_units >= KS_LEAST_UNITS_OF_KINDS;
  gint64 inside = who->answers - who->outside;
  g_autofree char *answers = ks_format_count (who->answers);
  g_autofree char *outside = ks_format_count (who->outside);
  g_autofree char *account
      = g_strdup_printf ("Theo câu hỏi về đối tượng trả lời, %s phiếu hợp lệ do người không thuộc "
                         "diện khảo sát gửi; các phiếu này vẫn được tính.\nKhông kể các phiếu đó: "
                         "số phiếu hợp lệ %s trừ %s, chia cho số cán bộ, công chức thuộc diện khảo "
                         "sát.",
                         outside, answers, outside);

  if (!told)
    {
      ks_paper_add_words (scope, "outside", "–", few);
      ks_paper_add_words (scope, "inside", "–", few);
      ks_paper_add_words (scope, "inside/rate", "–", few);
      return;
    }
  ks_paper_add_count (scope, "outside", who->outside, account);
  ks_paper_add_count (scope, "inside", inside, account);
  if (ks_paper_material_is_reconciling (scope->material, who))
    ks_paper_add_words (scope, "inside/rate", "–", unknown);
  else
    ks_paper_add_share (scope, "inside/rate", inside, who->staff, account);
}

/**
 * ks_paper_is_low:
 * @material: what a paper rests on
 * @unit: a unit
 * @limit: in hundredths of a per cent
 *
 * Returns: whether fewer took part in it than the limit asks for
 */
gboolean
ks_paper_is_low (const KsPaperMaterial *material, KsUnit *unit, gint64 limit)
{
  gint64 staff = ks_unit_get_staff_in_scope (unit);

  return staff > 0 && ks_results_get_unit_answers (material->live, unit) * 10000 < limit * staff;
}

/**
 * ks_paper_add_participation:
 * @scope: a scope
 *
 * Puts who took part into the book. A scope with more answers than officials has no rate until its
 * figures are reconciled.
 */
void
ks_paper_add_participation (const KsPaperScope *scope)
{
  KsApart apart = { { 0 } };
  gint64 n_apart = ks_results_sum_apart (scope->material->live, &scope->scope, &apart);
  const UnitCounts counts = count_units (scope);
  KsParticipation who;
  g_autofree char *account = NULL;

  ks_results_get_participation (scope->material->live, &scope->scope, &who);
  account = dup_account (scope, &who, &apart, n_apart);
  ks_paper_add_count (scope, "staff", who.staff, account);
  ks_paper_add_count (scope, "received", who.answers + n_apart, account);
  ks_paper_add_count (scope, "counted", who.answers, account);
  ks_paper_add_count (scope, "not_counted", n_apart, account);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    ks_paper_add_count (scope, reasons[i].id, get_apart (&apart, i), account);
  add_rate (scope, &who, account);
  if (scope->scope.kind != KS_SCOPE_UNIT)
    add_units (scope, &who, &counts);
  if (is_of_paper (scope))
    ks_figure_book_add_count (scope->book, "reconciling", counts.reconciling,
                              "Số đơn vị còn nội dung cần kiểm tra chưa xử lý trong phạm vi của "
                              "văn bản; không nêu tên trong văn bản.");
  if (scope->material->unit != NULL ? is_unit_of_paper (scope) : is_of_paper (scope))
    add_changed (scope);
  if (scope->scope.kind != KS_SCOPE_PROVINCE)
    return;
  add_outside (scope, &who);
  add_span (scope);
}
