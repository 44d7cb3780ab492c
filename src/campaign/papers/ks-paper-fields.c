/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-fields.h"

#include <stdlib.h>
#include <string.h>

/* What a question has behind "question/ID/". */
static const char *const question_fields[] = {
  "answered",        "blank",    "good",   "share", "poor",        "poor/share",   "dont_know",
  "dont_know/share", "left_out", "bounds", "text",  "good_labels", "levels/share",
};

/* Of what, and in which papers. */
#define WHOLE KS_FIELD_OF_THE_WHOLE
#define DISTRICTS KS_FIELD_OF_DISTRICTS
#define UNITS KS_FIELD_OF_UNITS
#define OF(paper) KS_PAPER_BIT (KS_PAPER_##paper)
#define RESULTS KS_PAPERS_OF_RESULTS
#define ANSWERS KS_PAPERS_OF_ANSWERS
#define DAY (OF (BRIEF) | OF (DISTRICT))
#define ALL (RESULTS | DAY)

static const KsPaperField fields[] = {
  { "day", "Ngày khảo sát: 01/4/2024", WHOLE, ALL },
  { "year", "Năm khảo sát", WHOLE, ALL },
  { "hours", "Thời gian khảo sát: từ … đến …", WHOLE, ALL },
  { "as_of", "Thời điểm của phiếu hợp lệ mới nhất", WHOLE, ALL },
  { "settled", "Thời điểm chốt số liệu; không có khi chưa chốt", WHOLE, RESULTS },
  { "plan", "Kế hoạch mà báo cáo nhắc tới, theo cài đặt của cơ quan", WHOLE, ALL },
  { "report/number", "Số của báo cáo, theo cài đặt của báo cáo", WHOLE, RESULTS },
  { "report/date", "Ngày của báo cáo, theo cài đặt của báo cáo", WHOLE, RESULTS },
  { "proposal/date", "Ngày của tờ trình, theo cài đặt của tờ trình", WHOLE, RESULTS },
  { "form_notice", "Ghi chú của phiếu khảo sát: PHIẾU DÙNG TẠM …", WHOLE, RESULTS },
  { "districts", "Số huyện, thị xã, thành phố", WHOLE, ALL },
  { "units/kinds", "Số xã, phường, thị trấn theo loại: 175 xã, 19 phường, 15 thị trấn", WHOLE, RESULTS },
  { "units/mixed", "Số loại đơn vị; bằng 0 khi chỉ có một loại", WHOLE, RESULTS },
  { "units/name", "Tên đơn vị, khi đợt khảo sát chỉ có một đơn vị", WHOLE, RESULTS },
  { "districts/name", "Tên huyện, thị xã, thành phố, khi chỉ có một", WHOLE, RESULTS },
  { "units", "Số đơn vị", DISTRICTS, ALL },
  { "units/answered", "Số đơn vị có phiếu", DISTRICTS, ALL },
  { "units/silent", "Số đơn vị chưa có phiếu", DISTRICTS, ALL },
  { "units/complete", "Số đơn vị có toàn bộ cán bộ, công chức tham gia", DISTRICTS, RESULTS },
  { "units/low", "Số đơn vị có tỷ lệ tham gia dưới mức cơ quan đặt", DISTRICTS, RESULTS },
  { "units/reconciling", "Số đơn vị đang đối chiếu số liệu", DISTRICTS, ALL },
  { "reconciling", "Số đơn vị đang đối chiếu trong phạm vi của văn bản: toàn tỉnh, hoặc huyện đã chọn",
    WHOLE, RESULTS },
  { "changed", "Số đơn vị có phiếu thay đổi sau khi chốt, kết quả trả lời giữ như đã chốt", WHOLE, RESULTS },
  { "low_limit", "Mức tỷ lệ tham gia cơ quan đặt (80)", WHOLE, RESULTS },
  { "staff", "Số cán bộ, công chức thuộc diện khảo sát", UNITS, ALL },
  { "received", "Số phiếu đã nhận", UNITS, RESULTS },
  { "counted", "Số phiếu hợp lệ", UNITS, ALL },
  { "rate", "Tỷ lệ tham gia", UNITS, ALL },
  { "not_counted", "Số phiếu không tính", UNITS, RESULTS },
  { "not_counted/outside_window", "… gửi ngoài thời gian khảo sát", UNITS, RESULTS },
  { "not_counted/token_mismatch", "… có mã khảo sát không khớp", UNITS, RESULTS },
  { "not_counted/unknown_unit", "… chưa xác định được đơn vị", UNITS, RESULTS },
  { "not_counted/incomplete", "… chưa trả lời đủ", UNITS, RESULTS },
  { "not_counted/known_id", "… được sửa sau khi đã gửi", UNITS, RESULTS },
  { "not_counted/excluded", "… cơ quan đã quyết định không tính", UNITS, RESULTS },
  { "outside", "Số phiếu hợp lệ của người không thuộc diện khảo sát", WHOLE, RESULTS },
  { "inside", "Số phiếu hợp lệ không kể phiếu của người không thuộc diện khảo sát", WHOLE, RESULTS },
  { "inside/rate", "Tỷ lệ tham gia nếu không kể phiếu đó", WHOLE, RESULTS },
  { "rate/lowest", "Tỷ lệ tham gia thấp nhất trong các huyện, thị xã, thành phố", WHOLE, RESULTS },
  { "rate/highest", "Tỷ lệ tham gia cao nhất trong các huyện, thị xã, thành phố", WHOLE, RESULTS },
  { "good", "Số phiếu đánh giá tốt ở câu hỏi chính", UNITS, ANSWERS },
  { "answered", "Số phiếu trả lời câu hỏi chính", UNITS, ANSWERS },
  { "share", "Tỷ lệ đánh giá tốt ở câu hỏi chính", UNITS, ANSWERS },
  { "bounds", "Thấp nhất – cao nhất có thể ở câu hỏi chính", UNITS, ANSWERS },
  { "key/text", "Nội dung câu hỏi chính", WHOLE, ANSWERS },
  { "key/short", "Tên ngắn của câu hỏi chính, cho tên biểu", WHOLE, ANSWERS },
  { "key/id", "Mã câu hỏi chính", WHOLE, ANSWERS },
  { "key/good_labels", "Các mức được coi là đánh giá tốt ở câu hỏi chính", WHOLE, ANSWERS },
  { "key/blank", "Số phiếu không trả lời câu hỏi chính", WHOLE, ANSWERS },
  { "key/poor", "Số phiếu đánh giá chưa tốt ở câu hỏi chính", WHOLE, ANSWERS },
  { "key/poor/share", "Tỷ lệ đánh giá chưa tốt ở câu hỏi chính", WHOLE, ANSWERS },
  { "left_out", "Số phiếu của đơn vị dưới 5 phiếu, không nêu kết quả", WHOLE, ANSWERS },
  { "previous/day", "Ngày của đợt khảo sát trước (report --previous)", WHOLE, RESULTS },
  { "previous/counted", "Số phiếu hợp lệ của đợt trước", WHOLE, RESULTS },
  { "previous/staff", "Số cán bộ, công chức thuộc diện khảo sát của đợt trước", WHOLE, RESULTS },
  { "previous/rate", "Tỷ lệ tham gia của đợt trước", WHOLE, RESULTS },
  { "previous/rate/change", "Tỷ lệ tham gia tăng, giảm bao nhiêu điểm phần trăm", WHOLE, RESULTS },
  { "previous/good", "Số phiếu đánh giá tốt ở câu hỏi chính của đợt trước", WHOLE, RESULTS },
  { "previous/answered", "Số phiếu trả lời câu hỏi chính của đợt trước", WHOLE, RESULTS },
  { "previous/share", "Tỷ lệ đánh giá tốt ở câu hỏi chính của đợt trước", WHOLE, RESULTS },
  { "previous/share/change", "Tỷ lệ đánh giá tốt tăng, giảm bao nhiêu điểm phần trăm", WHOLE, RESULTS },
  { "reports", "Số tổ công tác đã báo cáo", DISTRICTS, RESULTS },
  { "reports/rate", "Tỷ lệ tổ công tác đã báo cáo", DISTRICTS, RESULTS },
  { "publicity/posted", "Số đơn vị niêm yết kế hoạch tại bảng tin", DISTRICTS, RESULTS },
  { "publicity/website", "Số đơn vị đăng trang thông tin điện tử", DISTRICTS, RESULTS },
  { "publicity/zalo", "Số đơn vị thông tin qua Zalo", DISTRICTS, RESULTS },
  { "publicity/facebook", "Số đơn vị thông tin qua Facebook", DISTRICTS, RESULTS },
  { "publicity/meetings", "Số đơn vị thông tin tại hội nghị", DISTRICTS, RESULTS },
  { "posts", "Số tin, ảnh đăng nhóm Zalo", DISTRICTS, RESULTS },
  { "given_at", "Thời điểm đã nêu số liệu trả lời trước đây mà văn bản giữ nguyên; không có khi đã chốt",
    WHOLE, ANSWERS },
  { "questions/told", "Số câu hỏi theo thang mức được nêu kết quả của toàn tỉnh", WHOLE, ANSWERS },
  { "questions/sensitive", "Số câu hỏi nhạy cảm, không nêu trong văn bản", WHOLE, ANSWERS },
  { "staff/changes", "Số lần sửa số cán bộ, công chức sau lần nhập phiếu đầu tiên, trong phạm vi của văn bản", WHOLE, RESULTS },
  { "staff/changes/list", "Đơn vị, số trước, số sau và lý do của từng lần sửa", WHOLE, RESULTS },
  { "comments", "Số ý kiến viết", WHOLE, RESULTS },
  { "comments/told", "Số nhóm nội dung có ý kiến và số ý kiến được nêu", WHOLE, RESULTS },
  { "quotes", "Số ý kiến được chọn để nêu", WHOLE, RESULTS },
  { "nominees", "Số tập thể, cá nhân đề nghị khen thưởng", WHOLE, RESULTS },
  { "nominees/collectives", "Số tập thể đề nghị khen thưởng", WHOLE, RESULTS },
  { "nominees/persons", "Số cá nhân đề nghị khen thưởng", WHOLE, RESULTS },
  { "nominees/points", "Điểm của các đơn vị đề nghị khen thưởng theo thang điểm: Xã A 97,14",
    WHOLE, RESULTS },
  { "scale", "Thang điểm khen thưởng: chốt lúc nào, mã đối chiếu, có sửa sau khi chốt không",
    WHOLE, RESULTS },
  { "limit/participation", "Mức tham gia cơ quan đặt để xem xét công nhận", WHOLE, RESULTS },
  { "limit/good", "Mức đánh giá tốt cơ quan đặt để xem xét công nhận", WHOLE, RESULTS },
  { "recognition/participation", "Số đơn vị đạt mức tham gia", WHOLE, OF (RECOGNITION) },
  { "recognition/good", "Số đơn vị đạt mức đánh giá tốt", WHOLE, OF (RECOGNITION) },
  { "code", "Mã đối chiếu số liệu: nhật ký của đợt khảo sát đến khi lập văn bản", WHOLE, RESULTS },
  { "unit/name", "Tên đơn vị của biểu đối chiếu", WHOLE, RESULTS },
  { "unit/district", "Huyện, thị xã, thành phố của đơn vị đó", WHOLE, RESULTS },
  { "staff/source", "Nguồn và ngày của số cán bộ, công chức của đơn vị đó", WHOLE, OF (UNIT) },
  { "scope", "Phạm vi của văn bản: toàn tỉnh, hoặc huyện đã chọn", WHOLE, DAY },
  { "scope/district", "Huyện, thị xã, thành phố đã chọn; không có khi là toàn tỉnh", WHOLE, DAY },
  { "excess", "Số phiếu hợp lệ nhiều hơn số cán bộ, công chức", UNITS, DAY },
  { "units/below", "Số đơn vị có tỷ lệ tham gia dưới mức đôn đốc", DISTRICTS, DAY },
  { "limit", "Mức tỷ lệ tham gia để đôn đốc vào thời điểm của số liệu (80%)", WHOLE, DAY },
  { "silent/names", "Tên các đơn vị chưa có phiếu, nếu không quá 12", WHOLE, DAY },
  { "silent/unnamed", "Số đơn vị chưa có phiếu không nêu tên", WHOLE, DAY },
  { "districts/summed", "Số huyện, thị xã, thành phố không nêu riêng vì một trang không đủ chỗ",
    WHOLE, OF (BRIEF) },
  { "until", "Thời hạn khảo sát: đến hết ngày …, được gia hạn đến …", WHOLE, DAY },
  { "ended", "Khảo sát đã kết thúc vào thời điểm của số liệu", WHOLE, DAY },
};

/**
 * ks_paper_fields_get:
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): the figures of the whole survey that templates
 *   may name; those of a district stand under "district/CODE/", of a unit under "unit/CODE/", of a
 *   question under "question/ID/"
 */
const KsPaperField *
ks_paper_fields_get (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

static gboolean
is_field (const char *id, KsPaperFieldReach reach, KsPaperKind paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].id, id))
      return fields[i].reach >= reach && (fields[i].papers & KS_PAPER_BIT (paper)) != 0;
  return FALSE;
}

/* "level/2" or "level/2/share" */
static gboolean
is_level (const KsQuestion *question, const char *id)
{
  char *end;
  guint64 level;

  if (!g_str_has_prefix (id, "level/"))
    return FALSE;
  level = g_ascii_strtoull (id + strlen ("level/"), &end, 10);
  return level >= 1 && level <= question->n_options
         && (*end == '\0' || g_str_equal (end, "/share"));
}

/* Good opinions are told of scales alone. */
static gboolean
is_of_scale (const char *id)
{
  static const char *const ids[] = { "good", "share", "bounds", NULL };

  return g_strv_contains (ids, id);
}

/* "A1/share" */
static gboolean
is_of_question (const char *id, KsForm *form)
{
  const char *slash = strchr (id, '/');
  g_autofree char *name = slash != NULL ? g_strndup (id, (gsize)(slash - id)) : NULL;
  const KsQuestion *question = name != NULL ? ks_form_lookup (form, name) : NULL;

  if (question == NULL || question->sensitive || question->profile
      || (is_of_scale (slash + 1) && !question->ordinal))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (question_fields); i++)
    if (g_str_equal (slash + 1, question_fields[i]))
      return TRUE;
  return is_level (question, slash + 1);
}

/* "213/staff" */
static gboolean
is_of_part (const char *id, KsPaperFieldReach reach, KsPaperKind paper)
{
  const char *slash = strchr (id, '/');

  return slash != NULL && is_field (slash + 1, reach, paper);
}

/**
 * ks_paper_field_is_known:
 * @id: what a template has between braces
 * @paper: the paper that it is the template of
 * @form: the form of the campaign
 *
 * Returns: whether the paper has a figure of that name. Questions that are sensitive, and those that
 *   tell who somebody is, have none; papers that tell of no answer have none of any question, and
 *   only those with a table of all units have any of a unit. The paper of a district has none of
 *   another place
 */
gboolean
ks_paper_field_is_known (const char *id, KsPaperKind paper, KsForm *form)
{
  guint bit = KS_PAPER_BIT (paper);

  if (is_field (id, KS_FIELD_OF_THE_WHOLE, paper))
    return TRUE;
  if (g_str_has_prefix (id, "district/"))
    return paper != KS_PAPER_DISTRICT
           && is_of_part (id + strlen ("district/"), KS_FIELD_OF_DISTRICTS, paper);
  if (g_str_has_prefix (id, "question/"))
    return (KS_PAPERS_OF_ANSWERS & bit) != 0 && is_of_question (id + strlen ("question/"), form);
  return g_str_has_prefix (id, "unit/") && (KS_PAPERS_OF_UNITS & bit) != 0
         && is_of_part (id + strlen ("unit/"), KS_FIELD_OF_UNITS, paper);
}
