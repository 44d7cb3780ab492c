/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-brief-paper.h"

#include "ks-number.h"

/* Báo cáo nhanh, on one A4 in any case: what does not fit is set smaller; then names give way to
 * their number, and at last the districts to the total. Its texts are Vietnamese data. */

#define KEYWORDS "khaosat:layout=brief;v=1"
#define TABLE_GAP 3.0

typedef struct {
  double   size;    /* of the body */
  double   pitch;
  double   table;
  double   row;
  double   header;
  double   header_height;
} Look;

static const Look looks[] = {
  { 14, KS_PAPER_PITCH, 12.5, 7.6, 12, 13.4 },
  { 14, 6.4, 12.5, 7.0, 12, 12.8 },
  { 14, 6.2, 12, 6.4, 12, 12.6 },
  { 13, 6.0, 12, 6.0, 11.5, 12.0 },
  { 13, 5.8, 11, 5.4, 11, 11.4 },
  { 12, 5.6, 10.5, 5.0, 10.5, 10.8 },
  { 12, 5.4, 10, 4.6, 10, 10.2 },
};

/* What of it is told. */
typedef struct {
  const Look *look;
  gboolean    names;
  gboolean    rows;
} Attempt;

static void
append_total (GString *text, const KsBrief *brief)
{
  const KsPaperDistrict *total = &brief->total;
  g_autofree char *moment = ks_moment_format (brief->as_of);
  g_autofree char *staff = ks_format_count (total->staff);
  g_autofree char *answers = ks_format_count (total->answers);
  g_autofree char *rate = ks_paper_format_rate (total->answers, total->staff, total->reconciling);

  if (brief->as_of == KS_MOMENT_NONE)
    g_string_append_printf (text, "Chưa nhận được phiếu nào; toàn tỉnh có %s cán bộ, công chức "
                                  "thuộc diện khảo sát", staff);
  else if (total->reconciling || total->answers > total->staff || total->staff == 0)
    g_string_append_printf (text, "Đến %s, toàn tỉnh có %s phiếu hợp lệ; số cán bộ, công chức "
                                  "thuộc diện khảo sát (%s) đang được đối chiếu",
                            moment, answers, staff);
  else
    g_string_append_printf (text, "Đến %s, toàn tỉnh có %s/%s cán bộ, công chức thuộc diện khảo "
                                  "sát đã gửi phiếu hợp lệ, đạt %s",
                            moment, answers, staff, rate);
}

static void
append_units (GString *text, const KsBrief *brief)
{
  g_autofree char *all = ks_format_count (brief->total.n_units);
  g_autofree char *with = ks_format_count (brief->total.n_units - brief->n_unanswered);
  g_autofree char *marked = ks_format_count (brief->total.n_marked);

  g_string_append_printf (text, "; %s/%s đơn vị đã có phiếu", with, all);
  if (brief->limit > 0)
    g_string_append_printf (text, "; %s đơn vị có tỷ lệ tham gia dưới %u%%", marked,
                            brief->limit);
  g_string_append (text, ".");
}

static void
append_unanswered (GString *text, const KsBrief *brief, gboolean names)
{
  g_autofree char *number = ks_format_count (brief->n_unanswered);
  g_autofree char *list
      = names && brief->unanswered != NULL && brief->unanswered[0] != NULL
            ? g_strjoinv (", ", (char **) brief->unanswered)
            : NULL;

  if (brief->n_unanswered == 0)
    return;
  if (list != NULL && g_strv_length ((char **) brief->unanswered) == brief->n_unanswered)
    g_string_append_printf (text, " Đơn vị chưa có phiếu: %s.", list);
  else if (list != NULL)
    g_string_append_printf (text, " Còn %s đơn vị chưa có phiếu, trong đó có %s.", number, list);
  else
    g_string_append_printf (text, " Còn %s đơn vị chưa có phiếu.", number);
}

static char *
dup_facts (const KsBrief *brief, const Attempt *attempt)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *checking = ks_format_count (brief->n_checking);
  g_autofree char *districts = ks_format_count (brief->n_districts);

  append_total (text, brief);
  append_units (text, brief);
  append_unanswered (text, brief, attempt->names);
  if (brief->n_checking > 0)
    g_string_append_printf (text, " Còn %s đơn vị đang đối chiếu số liệu.", checking);
  if (!attempt->rows && brief->n_districts > 0)
    g_string_append_printf (text, " Báo cáo này nêu tổng số của %s huyện, thị xã, thành phố.",
                            districts);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is asked of whom, as long as there is time. */
static char *
dup_request (const KsBrief *brief)
{
  g_autofree char *end = ks_moment_format_end (brief->info->to);
  const char *until = brief->extended ? "được gia hạn đến" : "đến";
  const char *whom = brief->n_districts > 0
                         ? "Ban Chỉ đạo, Liên đoàn Lao động các huyện, thị xã, thành phố"
                         : "cấp ủy các đơn vị";

  if (brief->ended)
    return g_strdup_printf ("Thời gian khảo sát %s %s, nay đã kết thúc./.", until, end);
  return g_strdup_printf ("Đề nghị %s quan tâm chỉ đạo, đôn đốc, hỗ trợ các đơn vị có tỷ lệ tham "
                          "gia thấp; thời gian khảo sát %s %s./.",
                          whom, until, end);
}

static void
add_opening (KsPaperFlow *flow, const KsBrief *brief)
{
  static const char *const subjects[] = { "kết quả tham gia khảo sát của cán bộ, công chức", NULL };
  KsMoment day = brief->as_of != KS_MOMENT_NONE ? brief->as_of : brief->info->from;
  g_autofree char *date = ks_paper_dup_place_date (brief->info->superior_body, day);
  g_autofree char *moment = ks_moment_format (brief->as_of);
  g_autofree char *reference = brief->as_of != KS_MOMENT_NONE
                                   ? g_strdup_printf ("(Số liệu sơ bộ, tính đến %s)", moment)
                                   : g_strdup ("(Số liệu sơ bộ)");
  const KsPaperOpening opening = {
    .superior = brief->info->superior_body,
    .organ = brief->organ,
    .number = brief->number,
    .place_date = date,
    .title = "BÁO CÁO NHANH",
    .subjects = subjects,
    .reference = reference,
  };

  ks_paper_flow_open (flow, &opening);
}

static void
add_table (KsPaperFlow *flow, const KsBrief *brief, const Attempt *attempt)
{
  g_autofree char *under = g_strdup_printf ("Đơn vị đạt\ndưới %u%%", brief->limit);
  const KsPaperDistrictsLook look = {
    attempt->look->table, attempt->look->row, attempt->look->header, attempt->look->header_height,
    brief->limit > 0 ? under : "Đơn vị chưa\ncó phiếu",
  };

  flow->y += TABLE_GAP;
  ks_paper_flow_add_districts (flow, &look, brief->districts,
                               attempt->rows ? brief->n_districts : 0, &brief->total);
  flow->y += TABLE_GAP;
}

static void
write_paper (KsPaperFlow *flow, const KsBrief *brief, const Attempt *attempt)
{
  KsStyle body = KS_SERIF (attempt->look->size);
  g_autofree char *facts = dup_facts (brief, attempt);
  g_autofree char *request = dup_request (brief);

  add_opening (flow, brief);
  ks_paper_flow_add_text (flow, &body, attempt->look->pitch, KS_PAPER_INDENT, facts);
  add_table (flow, brief, attempt);
  ks_paper_flow_add_text (flow, &body, attempt->look->pitch, KS_PAPER_INDENT, request);
  ks_paper_flow_close (flow, &brief->closing);
}

/* Everything in every size first; then without the names, then without the districts. */
static Attempt
get_attempt (guint index)
{
  guint step = index / G_N_ELEMENTS (looks);

  return (Attempt){ &looks[index % G_N_ELEMENTS (looks)], step == 0, step < 2 };
}

/**
 * ks_brief_pages_new:
 * @brief: what it says; nothing of it is kept
 * @error: return location for an error
 *
 * Lays out "Báo cáo nhanh", one A4 page in the Party layout.
 *
 * Returns: (transfer full): the paper, or %NULL with %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_brief_pages_new (const KsBrief *brief, GError **error)
{
  const guint n_attempts = 3 * G_N_ELEMENTS (looks);
  g_autofree char *title = g_strdup_printf ("Báo cáo nhanh – %s", brief->info->id);
  const KsPagesFacts facts = { .title = title, .author = brief->organ, .keywords = KEYWORDS };
  g_auto (KsPaperFlow) flow = { .simulated = brief->info->simulated };

  for (guint i = 0; i < n_attempts && (flow.pages == NULL || flow.pages->len > 1); i++)
    {
      Attempt attempt = get_attempt (i);

      ks_paper_flow_drop (&flow);
      if (!ks_paper_flow_begin (&flow, error))
        return NULL;
      write_paper (&flow, brief, &attempt);
    }
  return ks_paper_flow_end (&flow, &facts, NULL, NULL);
}
