/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"
#include "ks-paper-tables.h"

#include "ks-number.h"
#include "ks-paper-words.h"

/* The account of one unit: its staff, what came in, what is counted. No row, no time, no text. */

#define LEFT KS_ALIGN_LEFT
#define CENTRE KS_ALIGN_CENTRE
#define ROW 5.5
#define COUNTED 1 /* the row of valid sheets */

const char *const ks_paper_bodies[KS_N_BODIES]
    = { "Đảng ủy", "UBND", "MTTQ", "Tổ chức chính trị - xã hội" };

static void
add_body (const KsPaperScope *scope, const char *id, int total, int excused, const char *account)
{
  g_autofree char *total_id = g_strconcat (id, "/total", NULL);
  g_autofree char *excused_id = g_strconcat (id, "/excused", NULL);
  g_autofree char *staff_id = g_strconcat (id, "/staff", NULL);

  ks_paper_add_count (scope, total_id, total, account);
  ks_paper_add_count (scope, excused_id, excused, account);
  ks_paper_add_count (scope, staff_id, total - excused, account);
}

static char *
dup_source (KsUnit *unit)
{
  g_autofree char *source = ks_unit_dup_text (unit, KS_UNIT_STAFF_SOURCE);
  KsDay day = ks_unit_get_staff_day (unit);
  g_autofree char *date = day != KS_DAY_NONE ? ks_day_format (day) : NULL;

  if (source == NULL || *source == '\0')
    {
      g_free (source);
      source = g_strdup ("danh sách đơn vị của đợt khảo sát");
    }
  return date != NULL ? g_strdup_printf ("%s, số liệu ngày %s", source, date)
                      : g_steal_pointer (&source);
}

/* What the working group told. */
static void
add_reported (const KsPaperScope *scope, KsUnit *unit)
{
  const KsUnitWork *work = &scope->material->works[ks_unit_get_index (unit)];
  int answered = work->report != NULL ? work->report->answered : KS_COUNT_NONE;

  if (answered != KS_COUNT_NONE)
    ks_paper_add_count (scope, "reported", answered,
                        "Số người đã trả lời theo báo cáo của tổ công tác cấp xã.");
  else
    ks_paper_add_words (scope, "reported", "chưa báo cáo",
                        "Tổ công tác cấp xã chưa báo cáo số người đã trả lời.");
}

/**
 * ks_paper_add_staff:
 * @scope: the whole
 *
 * Puts the staff of the paper's unit into the book, by body and with its source.
 */
void
ks_paper_add_staff (const KsPaperScope *scope)
{
  KsUnit *unit = scope->material->unit;
  const KsStaff *staff = ks_unit_get_staff (unit);
  g_autofree char *prefix = g_strdup_printf ("unit/%s/", ks_unit_get_code (unit));
  const KsPaperScope place = { scope->material, scope->book, prefix, scope->scope };
  g_autofree char *source = dup_source (unit);
  g_autofree char *account = g_strdup_printf ("Nguồn: %s.", source);
  int total = 0;
  int excused = 0;

  for (guint i = 0; i < KS_N_BODIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("body/%u", i + 1);

      add_body (&place, id, staff->total[i], staff->excused[i], account);
      total += staff->total[i];
      excused += staff->excused[i];
    }
  add_body (&place, "body/all", total, excused, account);
  ks_paper_add_words (scope, "staff/source", source,
                      "Nguồn và ngày của số cán bộ, công chức trong danh sách đơn vị.");
  add_reported (&place, unit);
}

static void
add_body_row (const KsPaperBuild *build, KsRowKind kind, const char *name, const char *id)
{
  const char *code = ks_unit_get_code (build->material->unit);
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_add (row, "%s", name);
  ks_paper_row_add (row, "{unit/%s/body/%s/total}", code, id);
  ks_paper_row_add (row, "{unit/%s/body/%s/excused}", code, id);
  ks_paper_row_add (row, "{unit/%s/body/%s/staff}", code, id);
  ks_paper_end_row (build, kind, row);
}

/**
 * ks_paper_table_staff:
 * @build: a paper about one unit
 * @caption: (nullable): above the table
 *
 * Adds the staff of the unit by body.
 */
void
ks_paper_table_staff (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "Khối cơ quan", 58, LEFT },
    { "Tổng số", 28, CENTRE },
    { "Vắng có lý do", 32, CENTRE },
    { "Thuộc diện khảo sát", 42, CENTRE },
  };
  const KsPaperGrid grid = { .sheet = "Số cán bộ, công chức",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .row_height = ROW };

  if (build->material->unit == NULL)
    return;
  ks_paper_begin_table (build, &grid);
  for (guint i = 0; i < KS_N_BODIES; i++)
    {
      char id[8];

      g_snprintf (id, sizeof id, "%u", i + 1);
      add_body_row (build, KS_ROW_PLAIN, ks_paper_bodies[i], id);
    }
  add_body_row (build, KS_ROW_TOTAL, "Cộng", "all");
  ks_document_end_table (build->document);
}

/**
 * ks_paper_table_answers:
 * @build: a paper about one unit
 * @caption: (nullable): above the table
 *
 * Adds what came in of the unit, what counts, and what the working group told.
 */
void
ks_paper_table_answers (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = { { "Nội dung", 118, LEFT }, { "Số phiếu", 42, CENTRE } };
  static const char *const rows[][2] = {
    { "received", "Đã nhận" },
    { "counted", "Phiếu hợp lệ" },
    { "not_counted/outside_window", "Không tính: ngoài thời gian khảo sát" },
    { "not_counted/token_mismatch", "Không tính: mã khảo sát không khớp" },
    { "not_counted/incomplete", "Không tính: chưa trả lời đủ" },
    { "?not_counted/known_id", "Không tính: được sửa sau khi đã gửi" },
    { "?not_counted/excluded", "Không tính: theo quyết định" },
    { "reported", "Tổ công tác báo cáo (số người đã trả lời)" },
  };
  const KsPaperGrid grid = { .sheet = "Phiếu trả lời",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .row_height = ROW };

  if (build->material->unit == NULL)
    return;
  ks_paper_begin_table (build, &grid);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* Rare reasons stand there where they are one. */
      gboolean asks = *rows[i][0] == '?';
      g_autofree char *id = g_strdup_printf ("unit/%s/%s", ks_unit_get_code (build->material->unit),
                                             rows[i][0] + asks);
      GPtrArray *row;

      if (asks && !ks_paper_figure_holds (id, build->book))
        continue;
      row = ks_paper_row_new ();
      ks_paper_row_add (row, "%s", rows[i][1]);
      ks_paper_row_add (row, "{%s}", id);
      ks_paper_end_row (build, i == COUNTED ? KS_ROW_TOTAL : KS_ROW_PLAIN, row);
    }
  ks_document_end_table (build->document);
}

static void
add_result_row (const KsPaperBuild *build, KsRowKind kind, const char *name, const char *prefix)
{
  g_autofree char *good = g_strconcat (prefix, "good", NULL);
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_quote (row, name);
  ks_paper_row_add (row, "{%scounted}/{%sstaff}", prefix, prefix);
  ks_paper_row_add (row, "{%srate}", prefix);
  /* Too few answers are one dash. */
  if (ks_figure_book_lookup (build->book, good)->format == KS_FIGURE_WORDS)
    ks_paper_row_add (row, "{%s}", good);
  else
    ks_paper_row_add (row, "{%s}/{%sanswered}", good, prefix);
  ks_paper_row_add (row, "{%sshare}", prefix);
  ks_paper_row_add (row, "{%sbounds}", prefix);
  ks_paper_end_row (build, kind, row);
}

static void
add_scope_row (const KsPaperBuild *build, KsRowKind kind, const KsScope *scope, const char *name)
{
  g_autofree char *prefix = ks_paper_scope_dup_prefix (scope);

  add_result_row (build, kind, name, prefix);
}

/**
 * ks_paper_table_results:
 * @build: a paper about one unit
 * @caption: (nullable): above the table
 *
 * Adds the unit's result beside its district and the province.
 */
void
ks_paper_table_results (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "Đơn vị", 38, LEFT },
    { "Số phiếu/\nsố người", 21, CENTRE },
    { "Tỷ lệ\ntham gia", 25, CENTRE },
    { "Đánh giá tốt\n(số phiếu)", 22, CENTRE },
    { "Tỷ lệ\nđánh giá tốt", 21, CENTRE },
    { "Thấp nhất –\ncao nhất có thể", 33, CENTRE },
  };
  const KsPaperGrid grid = {
    .sheet = "Kết quả",
    .caption = caption,
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .size = 11,
    .row_height = ROW,
  };
  KsUnit *unit = build->material->unit;
  const char *district;
  KsScope scope;

  if (unit == NULL)
    return;
  district = ks_unit_get_district_code (unit);
  ks_paper_begin_table (build, &grid);
  scope = (KsScope){ KS_SCOPE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit) };
  add_scope_row (build, KS_ROW_TOTAL, &scope, ks_unit_get_name (unit));
  if (district != NULL && *district != '\0')
    {
      scope = (KsScope){ KS_SCOPE_DISTRICT, district, ks_unit_get_district_name (unit) };
      add_scope_row (build, KS_ROW_PLAIN, &scope, ks_unit_get_district_name (unit));
    }
  add_result_row (build, KS_ROW_PLAIN, "Toàn tỉnh", "");
  ks_document_end_table (build->document);
}
