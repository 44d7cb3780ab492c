/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-day.h"

#include "ks-number.h"
#include "ks-paper-words.h"

/* What papers of the day tell: who took part until a moment, and nothing of any answer. Units whose
 * figures are being reconciled are counted, never named. */

/* More units without an answer than this are counted, not named. */
#define MOST_NAMED 12

/**
 * ks_paper_day_get_name:
 * @figures: the day's figures
 * @district: one of their districts, or the province
 *
 * Returns: (transfer none) (nullable): what papers call it; %NULL for the province, and for all of
 *   its units where there are no districts
 */
const char *
ks_paper_day_get_name (KsDayFigures *figures, const KsDayDistrict *district)
{
  if (*district->code == '\0' && district->n_units == ks_day_figures_get_n_units (figures))
    return NULL;
  return ks_paper_words_name_district (district->name);
}

static char *
dup_account (const KsPaperScope *scope, gint64 answers, gint64 staff, gboolean reconciling)
{
  KsMoment as_of = ks_day_figures_get_as_of (scope->material->day);
  g_autofree char *moment = ks_moment_format (as_of);
  g_autofree char *count = ks_format_count (answers);
  g_autoptr (GString) account = g_string_new (NULL);

  if (as_of == KS_MOMENT_NONE)
    g_string_append (account, "Chưa có phiếu trả lời nào được nhập.\n");
  else
    g_string_append_printf (account,
                            "Phiếu hợp lệ đến %s: %s phiếu, có mã khảo sát khớp với đơn vị và gửi "
                            "trong thời gian khảo sát.\n",
                            moment, count);
  ks_paper_say_rate (account, answers, staff, reconciling);
  return g_string_free (g_steal_pointer (&account), FALSE);
}

static void
add_participation (const KsPaperScope *scope, gint64 answers, gint64 staff, gboolean reconciling)
{
  g_autofree char *account = dup_account (scope, answers, staff, reconciling);

  ks_paper_add_count (scope, "staff", staff, account);
  ks_paper_add_count (scope, "counted", answers, account);
  ks_paper_add_count (scope, "excess", staff > 0 ? MAX (0, answers - staff) : 0, account);
  if (reconciling)
    ks_paper_add_words (scope, "rate", "đang đối chiếu", account);
  else
    ks_paper_add_share (scope, "rate", answers, staff, account);
}

/* Sums above their staff have something to reconcile, and no rate. */
static void
add_district (const KsPaperScope *scope, const KsDayDistrict *sum)
{
  add_participation (scope, sum->answers, sum->staff, sum->answers > sum->staff);
  ks_paper_add_count (scope, "units", sum->n_units, "Số đơn vị trong danh sách của đợt khảo sát.");
  ks_paper_add_count (scope, "units/answered", sum->n_units - sum->n_no_answer,
                      "Số đơn vị có ít nhất một phiếu hợp lệ.");
  ks_paper_add_count (scope, "units/silent", sum->n_no_answer,
                      "Số đơn vị không có phiếu hợp lệ nào.");
  ks_paper_add_count (scope, "units/below", sum->n_below,
                      "Số đơn vị có số phiếu hợp lệ chia cho số cán bộ, công chức thuộc diện khảo "
                      "sát thấp hơn mức để đôn đốc.");
  ks_paper_add_count (scope, "units/reconciling", sum->n_checking,
                      "Số đơn vị có số phiếu, số cán bộ, công chức và báo cáo chưa khớp hoặc còn nội "
                      "dung cần kiểm tra chưa xử lý; không nêu tên trong văn bản.");
}

/* The limit that the moment asks for, and until when the survey runs. */
static void
add_rules (const KsPaperScope *scope)
{
  const KsPaperMaterial *material = scope->material;
  const KsCampaignInfo *info = material->info;
  int limit = ks_day_figures_get_limit (material->day);
  KsMoment end = ks_campaign_info_get_end (info);
  gboolean ended = end != KS_MOMENT_NONE && material->now >= end;
  g_autofree char *percent = limit > 0 ? g_strdup_printf ("%d%%", limit) : g_strdup ("–");
  g_autofree char *to = ks_moment_format_end (info->to);
  g_autofree char *until
      = g_strdup_printf ("%s %s", info->first_to != KS_MOMENT_NONE ? "được gia hạn đến" : "đến", to);

  ks_paper_add_words (scope, "limit", percent,
                      "Mức tỷ lệ tham gia để đôn đốc, áp dụng vào thời điểm của số liệu "
                      "(khaosat-cli attention).");
  ks_paper_add_words (scope, "until", until,
                      "Thời điểm kết thúc đã đặt cho đợt khảo sát, kể cả gia hạn.");
  ks_paper_add_words (scope, "ended", ended ? "đã kết thúc" : "–",
                      "So thời điểm kết thúc đã đặt cho đợt khảo sát với thời điểm của số liệu.");
}

/* What running text calls the place that the paper is about. */
static void
add_place (const KsPaperScope *scope)
{
  static const char account[] = "Tên trong danh sách đơn vị.";
  const char *name = ks_paper_day_get_name (scope->material->day, scope->material->part);
  g_autofree char *running = ks_unit_dup_running_name (name != NULL ? name : "toàn tỉnh");

  ks_paper_add_words (scope, "scope", running, account);
  ks_paper_add_words (scope, "scope/district", name != NULL ? running : "–", account);
}

/* "xã A (huyện B)": names repeat in other districts. The paper of a district needs not say which. */
static char *
dup_full_name (const KsPaperMaterial *material, KsUnit *unit)
{
  gboolean own = ks_paper_kind_has (material->kind, KS_PAPER_OF_A_DISTRICT);
  const char *district = own ? NULL : ks_unit_get_district_name (unit);
  g_autofree char *name = ks_unit_dup_running_name (ks_unit_get_name (unit));
  g_autofree char *where = ks_unit_dup_running_name (district != NULL ? district : "");

  return *where != '\0' ? g_strdup_printf ("%s (%s)", name, where) : g_strdup (name);
}

/* Units without an answer; none, if they are too many to name. */
static GStrv
list_silent (const KsPaperMaterial *material)
{
  const KsDayDistrict *part = material->part;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gboolean named = part->n_no_answer <= MOST_NAMED && !material->fit.unnamed;

  for (guint i = part->first; named && i < part->first + part->n_units; i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (material->day, i);
      g_autofree char *name = unit->answers == 0 && !unit->checking
                                  ? dup_full_name (material, unit->unit)
                                  : NULL;

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static void
add_silent (const KsPaperScope *scope)
{
  static const char account[] = "Đơn vị không có phiếu hợp lệ nào; không nêu tên đơn vị đang đối "
                                "chiếu số liệu, cũng không nêu khi quá 12 đơn vị hoặc không đủ chỗ.";
  g_auto (GStrv) names = list_silent (scope->material);
  g_autofree char *list = g_strjoinv (", ", names);

  ks_paper_add_words (scope, "silent/names", *list != '\0' ? list : "–", account);
  ks_paper_add_count (scope, "silent/unnamed",
                      scope->material->part->n_no_answer - g_strv_length (names), account);
}

static void
add_districts (const KsPaperScope *scope)
{
  KsDayFigures *figures = scope->material->day;
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);
  guint n_named = 0;

  for (guint i = 0; i < n_districts; i++)
    {
      const KsScope own = { KS_SCOPE_DISTRICT, districts[i].code, districts[i].name };
      g_autofree char *prefix = ks_paper_scope_dup_prefix (&own);
      const KsPaperScope place = { scope->material, scope->book, prefix, own };

      if (ks_paper_day_get_name (figures, &districts[i]) == NULL)
        continue;
      n_named++;
      add_district (&place, &districts[i]);
    }
  ks_paper_add_count (scope, "districts/summed", scope->material->fit.summed ? n_named : 0,
                      "Số huyện, thị xã, thành phố không nêu riêng vì một trang không đủ chỗ.");
}

static void
add_unit (const KsPaperScope *scope, const KsDayUnit *unit)
{
  add_participation (scope, unit->answers, unit->staff, unit->checking);
  ks_paper_add_words (scope, "report", unit->work.reported ? "đã có" : "chưa có",
                      "Theo báo cáo của tổ công tác cấp xã đã nhập.");
  ks_paper_add_count (scope, "publicity", unit->work.n_publicity,
                      "Đếm theo báo cáo của tổ công tác cấp xã (tự báo cáo).");
  ks_paper_add_count (scope, "post_days", unit->work.n_post_days,
                      "Số ngày có tin, ảnh đăng nhóm Zalo đã được ghi nhận.");
}

static void
add_units (const KsPaperScope *scope)
{
  const KsDayDistrict *part = scope->material->part;

  for (guint i = part->first; i < part->first + part->n_units; i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (scope->material->day, i);
      const KsScope own = { KS_SCOPE_UNIT, ks_unit_get_code (unit->unit), "" };
      g_autofree char *prefix = ks_paper_scope_dup_prefix (&own);
      const KsPaperScope place = { scope->material, scope->book, prefix, own };

      if (!unit->checking)
        add_unit (&place, unit);
    }
}

/**
 * ks_paper_add_day:
 * @scope: the whole paper
 *
 * Puts who took part until a moment into the book of a paper of the day: of the province with its
 * districts, or of one district with its units.
 */
void
ks_paper_add_day (const KsPaperScope *scope)
{
  ks_paper_add_survey (scope);
  add_rules (scope);
  add_place (scope);
  add_district (scope, scope->material->part);
  add_silent (scope);
  if (ks_paper_kind_has (scope->material->kind, KS_PAPER_OF_A_DISTRICT))
    add_units (scope);
  else
    add_districts (scope);
}
