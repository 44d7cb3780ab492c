/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include <string.h>

#include "ks-number.h"
#include "ks-paper.h"

#define CODE_DIGITS 16

/* What is known of the survey before anybody answers. */

typedef struct
{
  const char *name;
  gint64 n;
} Kind;

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const Kind *first = a;
  const Kind *second = b;

  return first->n != second->n ? (first->n > second->n ? -1 : 1)
                               : g_strcmp0 (first->name, second->name);
}

/* "175 xã, 19 phường, 15 thị trấn" */
static char *
dup_kinds (KsRegistry *registry, guint *n_kinds)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, TRUE, sizeof (Kind));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      const char *name = ks_unit_get_kind (ks_registry_get_unit (registry, i));
      guint at = 0;

      while (at < kinds->len && !g_str_equal (g_array_index (kinds, Kind, at).name, name))
        at++;
      if (at == kinds->len)
        g_array_append_val (kinds, ((Kind){ name, 0 }));
      g_array_index (kinds, Kind, at).n++;
    }
  g_array_sort (kinds, compare_kinds);
  for (guint i = 0; i < kinds->len; i++)
    {
      const Kind *kind = &g_array_index (kinds, Kind, i);
      g_autofree char *count = ks_format_count (kind->n);
      g_autofree char *name = g_utf8_strdown (kind->name, -1);

      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", count, name);
    }
  *n_kinds = kinds->len;
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* A province without districts has one that has no name. */
static guint
count_districts (KsRegistry *registry)
{
  guint n_named = 0;

  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    n_named += *ks_registry_get_district (registry, i)->name != '\0';
  return n_named;
}

static char *
dup_moment (KsMoment moment)
{
  return moment != KS_MOMENT_NONE ? ks_moment_format (moment) : g_strdup ("–");
}

/* Figures that were corrected say so wherever they tell when they were settled. */
static char *
dup_settled (const KsPublication *publication)
{
  g_autofree char *moment = dup_moment (publication->settled_at);

  return g_strconcat (moment, publication->n_corrections > 0 ? ", đã đính chính" : NULL, NULL);
}

static void
add_times (const KsPaperScope *scope)
{
  const KsPaperMaterial *material = scope->material;
  g_autofree char *day = ks_day_format (material->info->day);
  g_autofree char *as_of = dup_moment (ks_paper_material_get_as_of (material));
  g_autofree char *from = ks_moment_format (material->info->from);
  g_autofree char *to = ks_moment_format_end (material->info->to);
  g_autofree char *hours = g_strdup_printf ("từ %s đến %s", from, to);
  int year, month, date, hour, minute, second;

  ks_moment_to_civil (ks_day_get_start (material->info->day), &year, &month, &date, &hour, &minute,
                      &second);
  ks_paper_add_words (scope, "day", day, "Ngày khảo sát đã đặt cho đợt khảo sát.");
  g_free (day);
  day = g_strdup_printf ("%d", year);
  ks_paper_add_words (scope, "year", day, "Năm của ngày khảo sát.");
  ks_paper_add_words (scope, "hours", hours, "Thời gian khảo sát, kể cả gia hạn.");
  ks_paper_add_words (scope, "as_of", as_of,
                      material->day != NULL
                          ? "Thời điểm gửi của phiếu hợp lệ mới nhất, hoặc thời điểm đã chọn."
                          : "Thời điểm gửi của phiếu hợp lệ mới nhất.");
}

/* The plan's number and day are written by hand where nobody told them. */
static char *
dup_plan (const KsPaperMaterial *material)
{
  g_autofree char *plan = ks_paper_material_dup_slot (material, "plan");

  return plan != NULL ? g_steal_pointer (&plan)
                      : g_strdup ("Kế hoạch số" KS_BLANK_NUMBER "-KH/BCĐ của Ban Chỉ đạo thực hiện "
                                  "Quy chế dân chủ tỉnh");
}

/* A paper that goes with another names it as that one names itself. */
static void
add_letter_date (const KsPaperScope *scope, KsPaperKind paper, const char *id)
{
  const char *set = ks_paper_settings_get (scope->material->settings, paper, "date");
  g_autofree char *open = ks_paper_dup_open_date (scope->material->stamp);

  if (g_strcmp0 (set, KS_PAPER_NOTHING) == 0)
    set = "–";
  ks_paper_add_words (scope, id, set != NULL ? set : open,
                      "Cơ quan ghi trong phần cài đặt của văn bản đó; chưa ghi thì để trống ngày.");
}

/* "Số 45-BC/BDVTU" within a sentence */
static void
add_letter_number (const KsPaperScope *scope, KsPaperKind paper, const char *id, const char *usual)
{
  static const char capital[] = "Số ";
  const char *set = ks_paper_settings_get (scope->material->settings, paper, "number");
  g_autofree char *number = NULL;

  if (set != NULL && g_str_has_prefix (set, capital))
    number = g_strconcat ("số ", set + strlen (capital), NULL);
  ks_paper_add_words (
      scope, id, number != NULL ? number : set != NULL ? set : usual,
      "Cơ quan ghi trong phần cài đặt của văn bản đó; chưa ghi thì để trống số.");
}

static void
add_limit (const KsPaperScope *scope, const char *id, gint64 hundredths)
{
  g_autofree char *text = hundredths < 0 ? g_strdup ("–")
                          : hundredths % 100 == 0
                              ? g_strdup_printf ("%d%%", (int)(hundredths / 100))
                              : ks_format_percent (hundredths, 10000);

  ks_paper_add_words (scope, id, text, "Mức do cơ quan đặt trong phần cài đặt của văn bản.");
}

static void
add_comments (const KsPaperScope *scope)
{
  GPtrArray *quotes = scope->material->quotes;
  guint n_themes = scope->material->themes != NULL ? scope->material->themes->len : 0;

  ks_paper_add_count (scope, "comments", scope->material->n_comments,
                      "Số ý kiến viết vào các câu hỏi mở của phiếu hợp lệ, trừ câu hỏi nhạy cảm.");
  ks_paper_add_count (scope, "comments/told", n_themes + (quotes != NULL ? quotes->len : 0),
                      "Số nhóm nội dung có ý kiến và số ý kiến được chọn để nêu.");
  ks_paper_add_count (scope, "quotes", quotes != NULL ? quotes->len : 0,
                      "Số ý kiến cơ quan chọn để nêu, trừ câu hỏi nhạy cảm.");
  for (guint i = 0; i < n_themes; i++)
    {
      g_autofree char *id = g_strdup_printf ("theme/%u", i + 1);

      ks_paper_add_count (
          scope, id, g_array_index (scope->material->themes, KsGivenTheme, i).n,
          "Số ý kiến được cơ quan xếp vào nhóm nội dung này; một ý kiến có thể thuộc "
          "nhiều nhóm.");
    }
}

/* Which state of the campaign the figures are of: the log tells what was done until then. */
static void
add_code (const KsPaperScope *scope)
{
  const KsPaperMaterial *material = scope->material;
  const char *flag = ks_paper_settings_get (material->settings, material->kind, "code");
  gboolean shown = g_strcmp0 (flag, "0") != 0 && *material->head != '\0';
  g_autofree char *code = shown ? g_strndup (material->head, CODE_DIGITS) : g_strdup ("–");

  ks_paper_add_words (scope, "code", code,
                      "Những chữ số đầu của mã SHA-256 của dòng nhật ký ghi việc thay đổi gần nhất "
                      "trong đợt khảo sát (khaosat-cli log).");
}

/* "xã Tân Sỏi, huyện Yên Thế" of a survey of one unit, "huyện Yên Thế" of one district. */
static void
add_only_place (const KsPaperScope *scope, KsRegistry *registry)
{
  KsUnit *unit = ks_registry_get_n_units (registry) == 1 ? ks_registry_get_unit (registry, 0) : NULL;
  const KsDistrict *only
      = ks_registry_get_n_districts (registry) == 1 ? ks_registry_get_district (registry, 0) : NULL;
  g_autofree char *district = ks_unit_dup_running_name (only != NULL ? only->name : "");
  g_autofree char *name = ks_unit_dup_running_name (unit != NULL ? ks_unit_get_name (unit) : "");
  g_autofree char *place = *name != '\0' && *district != '\0'
                               ? g_strdup_printf ("%s, %s", name, district)
                               : g_strdup (name);

  ks_paper_add_words (scope, "units/name", *place != '\0' ? place : "–",
                      "Tên trong danh sách đơn vị, khi đợt khảo sát chỉ có một đơn vị.");
  ks_paper_add_words (scope, "districts/name", *district != '\0' ? district : "–",
                      "Tên trong danh sách đơn vị, khi chỉ có một huyện, thị xã, thành phố.");
}

static void
add_places (const KsPaperScope *scope, KsRegistry *registry)
{
  guint n_kinds;
  g_autofree char *kinds = dup_kinds (registry, &n_kinds);

  ks_paper_add_words (scope, "units/kinds", *kinds != '\0' ? kinds : "–",
                      "Đếm theo loại đơn vị trong danh sách đơn vị.");
  ks_paper_add_count (scope, "units/mixed", n_kinds > 1 ? n_kinds : 0,
                      "Đếm các loại đơn vị trong danh sách đơn vị, khi có từ hai loại.");
  add_only_place (scope, registry);
}

static void
add_unit_words (const KsPaperScope *scope)
{
  KsUnit *unit = scope->material->unit;
  const char *district = unit != NULL ? ks_unit_get_district_name (unit) : NULL;
  g_autofree char *running = ks_unit_dup_running_name (district != NULL ? district : "");

  ks_paper_add_words (scope, "unit/name", unit != NULL ? ks_unit_get_name (unit) : "–",
                      "Tên trong danh sách đơn vị.");
  ks_paper_add_words (scope, "unit/district", *running != '\0' ? running : "–",
                      "Huyện, thị xã, thành phố của đơn vị trong danh sách đơn vị.");
}

/**
 * ks_paper_add_survey:
 * @scope: the whole
 *
 * Puts into the book what is set of the survey: its day and hours, its plan, its districts.
 */
void
ks_paper_add_survey (const KsPaperScope *scope)
{
  const KsPaperMaterial *material = scope->material;
  g_autofree char *plan = dup_plan (material);

  add_times (scope);
  ks_paper_add_words (scope, "plan", plan, "Cơ quan ghi trong phần cài đặt của văn bản.");
  ks_paper_add_count (scope, "districts",
                      count_districts (ks_paper_material_get_registry (material)),
                      "Đếm trong danh sách đơn vị.");
}

/**
 * ks_paper_add_facts:
 * @scope: the whole
 *
 * Puts into the book what is set or known of the survey as a whole.
 */
void
ks_paper_add_facts (const KsPaperScope *scope)
{
  const KsPaperMaterial *material = scope->material;
  KsRegistry *registry = ks_results_get_registry (material->live);
  g_autofree char *settled = dup_settled (&material->publication);
  g_autofree char *notice = ks_form_dup_short_notice (ks_results_get_form (material->live));

  ks_paper_add_survey (scope);
  ks_paper_add_words (scope, "settled", settled,
                      "Thời điểm chốt hoặc đính chính số liệu gần nhất.");
  ks_paper_add_words (scope, "form_notice", notice != NULL && *notice != '\0' ? notice : "–",
                      "Ghi chú của phiếu khảo sát.");
  add_places (scope, registry);
  add_letter_number (scope, KS_PAPER_REPORT, "report/number", "số" KS_BLANK_NUMBER "-BC/BDVTU");
  add_letter_date (scope, KS_PAPER_REPORT, "report/date");
  add_letter_date (scope, KS_PAPER_PROPOSAL, "proposal/date");
  add_limit (scope, "low_limit", ks_paper_material_get_low (material));
  add_limit (
      scope, "limit/participation",
      ks_paper_settings_get_percent (material->settings, KS_PAPER_RECOGNITION, "participation"));
  add_limit (scope, "limit/good",
             ks_paper_settings_get_percent (material->settings, KS_PAPER_RECOGNITION, "good"));
  add_comments (scope);
  ks_paper_add_nominees (scope);
  add_code (scope);
  add_unit_words (scope);
}
