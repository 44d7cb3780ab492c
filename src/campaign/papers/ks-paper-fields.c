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

static const KsPaperField fields[] = {
  { "day", "Ngày khảo sát: 01/4/2024", TRUE, KS_FIELD_OF_ALL },
  { "year", "Năm khảo sát", TRUE, KS_FIELD_OF_ALL },
  { "hours", "Thời gian khảo sát: từ … đến …", TRUE, KS_FIELD_OF_ALL },
  { "as_of", "Thời điểm của phiếu hợp lệ mới nhất", TRUE, KS_FIELD_OF_ALL },
  { "settled", "Thời điểm chốt số liệu; không có khi chưa chốt", TRUE },
  { "plan", "Kế hoạch mà báo cáo nhắc tới, theo cài đặt của cơ quan", TRUE, KS_FIELD_OF_ALL },
  { "report/number", "Số của báo cáo, theo cài đặt của báo cáo", TRUE },
  { "report/date", "Ngày của báo cáo, theo cài đặt của báo cáo", TRUE },
  { "proposal/date", "Ngày của tờ trình, theo cài đặt của tờ trình", TRUE },
  { "form_notice", "Ghi chú của phiếu khảo sát: PHIẾU DÙNG TẠM …", TRUE },
  { "districts", "Số huyện, thị xã, thành phố", TRUE, KS_FIELD_OF_ALL },
  { "units/kinds", "Số xã, phường, thị trấn theo loại: 175 xã, 19 phường, 15 thị trấn", TRUE },
  { "units/mixed", "Số loại đơn vị; bằng 0 khi chỉ có một loại", TRUE },
  { "units/name", "Tên đơn vị, khi đợt khảo sát chỉ có một đơn vị", TRUE },
  { "districts/name", "Tên huyện, thị xã, thành phố, khi chỉ có một", TRUE },
  { "units", "Số đơn vị", FALSE, KS_FIELD_OF_ALL },
  { "units/answered", "Số đơn vị có phiếu", FALSE, KS_FIELD_OF_ALL },
  { "units/silent", "Số đơn vị chưa có phiếu", FALSE, KS_FIELD_OF_ALL },
  { "units/complete", "Số đơn vị có toàn bộ cán bộ, công chức tham gia", FALSE },
  { "units/low", "Số đơn vị có tỷ lệ tham gia dưới mức cơ quan đặt", FALSE },
  { "units/reconciling", "Số đơn vị đang đối chiếu số liệu", FALSE, KS_FIELD_OF_ALL },
  { "reconciling", "Số đơn vị đang đối chiếu trong phạm vi của văn bản: toàn tỉnh, hoặc huyện đã chọn", TRUE },
  { "changed", "Số đơn vị có phiếu thay đổi sau khi chốt, kết quả trả lời giữ như đã chốt", TRUE },
  { "low_limit", "Mức tỷ lệ tham gia cơ quan đặt (80)", TRUE },
  { "staff", "Số cán bộ, công chức thuộc diện khảo sát", FALSE, KS_FIELD_OF_ALL },
  { "received", "Số phiếu đã nhận", FALSE },
  { "counted", "Số phiếu hợp lệ", FALSE, KS_FIELD_OF_ALL },
  { "rate", "Tỷ lệ tham gia", FALSE, KS_FIELD_OF_ALL },
  { "not_counted", "Số phiếu không tính", FALSE },
  { "not_counted/outside_window", "… gửi ngoài thời gian khảo sát", FALSE },
  { "not_counted/token_mismatch", "… có mã khảo sát không khớp", FALSE },
  { "not_counted/unknown_unit", "… chưa xác định được đơn vị", FALSE },
  { "not_counted/incomplete", "… chưa trả lời đủ", FALSE },
  { "not_counted/known_id", "… được sửa sau khi đã gửi", FALSE },
  { "not_counted/excluded", "… cơ quan đã quyết định không tính", FALSE },
  { "outside", "Số phiếu hợp lệ của người không thuộc diện khảo sát", TRUE },
  { "inside", "Số phiếu hợp lệ không kể phiếu của người không thuộc diện khảo sát", TRUE },
  { "inside/rate", "Tỷ lệ tham gia nếu không kể phiếu đó", TRUE },
  { "rate/lowest", "Tỷ lệ tham gia thấp nhất trong các huyện, thị xã, thành phố", TRUE },
  { "rate/highest", "Tỷ lệ tham gia cao nhất trong các huyện, thị xã, thành phố", TRUE },
  { "good", "Số phiếu đánh giá tốt ở câu hỏi chính", FALSE },
  { "answered", "Số phiếu trả lời câu hỏi chính", FALSE },
  { "share", "Tỷ lệ đánh giá tốt ở câu hỏi chính", FALSE },
  { "bounds", "Thấp nhất – cao nhất có thể ở câu hỏi chính", FALSE },
  { "key/text", "Nội dung câu hỏi chính", TRUE },
  { "key/short", "Tên ngắn của câu hỏi chính, cho tên biểu", TRUE },
  { "key/id", "Mã câu hỏi chính", TRUE },
  { "key/good_labels", "Các mức được coi là đánh giá tốt ở câu hỏi chính", TRUE },
  { "key/blank", "Số phiếu không trả lời câu hỏi chính", TRUE },
  { "key/poor", "Số phiếu đánh giá chưa tốt ở câu hỏi chính", TRUE },
  { "key/poor/share", "Tỷ lệ đánh giá chưa tốt ở câu hỏi chính", TRUE },
  { "left_out", "Số phiếu của đơn vị dưới 5 phiếu, không nêu kết quả", TRUE },
  { "previous/day", "Ngày của đợt khảo sát trước (report --previous)", TRUE },
  { "previous/counted", "Số phiếu hợp lệ của đợt trước", TRUE },
  { "previous/staff", "Số cán bộ, công chức thuộc diện khảo sát của đợt trước", TRUE },
  { "previous/rate", "Tỷ lệ tham gia của đợt trước", TRUE },
  { "previous/rate/change", "Tỷ lệ tham gia tăng, giảm bao nhiêu điểm phần trăm", TRUE },
  { "previous/good", "Số phiếu đánh giá tốt ở câu hỏi chính của đợt trước", TRUE },
  { "previous/answered", "Số phiếu trả lời câu hỏi chính của đợt trước", TRUE },
  { "previous/share", "Tỷ lệ đánh giá tốt ở câu hỏi chính của đợt trước", TRUE },
  { "previous/share/change", "Tỷ lệ đánh giá tốt tăng, giảm bao nhiêu điểm phần trăm", TRUE },
  { "reports", "Số tổ công tác đã báo cáo", FALSE },
  { "reports/rate", "Tỷ lệ tổ công tác đã báo cáo", FALSE },
  { "publicity/posted", "Số đơn vị niêm yết kế hoạch tại bảng tin", FALSE },
  { "publicity/website", "Số đơn vị đăng trang thông tin điện tử", FALSE },
  { "publicity/zalo", "Số đơn vị thông tin qua Zalo", FALSE },
  { "publicity/facebook", "Số đơn vị thông tin qua Facebook", FALSE },
  { "publicity/meetings", "Số đơn vị thông tin tại hội nghị", FALSE },
  { "posts", "Số tin, ảnh đăng nhóm Zalo", FALSE },
  { "given_at", "Thời điểm đã nêu số liệu trả lời trước đây mà văn bản giữ nguyên; không có khi đã chốt", TRUE },
  { "questions/told", "Số câu hỏi theo thang mức được nêu kết quả của toàn tỉnh", TRUE },
  { "questions/sensitive", "Số câu hỏi nhạy cảm, không nêu trong văn bản", TRUE },
  { "staff/changes", "Số lần sửa số cán bộ, công chức sau lần nhập phiếu đầu tiên", TRUE },
  { "staff/changes/list", "Đơn vị, số trước, số sau và lý do của từng lần sửa", TRUE },
  { "comments", "Số ý kiến viết", TRUE },
  { "comments/told", "Số nhóm nội dung có ý kiến và số ý kiến được nêu", TRUE },
  { "quotes", "Số ý kiến được chọn để nêu", TRUE },
  { "nominees", "Số tập thể, cá nhân đề nghị khen thưởng", TRUE },
  { "nominees/collectives", "Số tập thể đề nghị khen thưởng", TRUE },
  { "nominees/persons", "Số cá nhân đề nghị khen thưởng", TRUE },
  { "nominees/points", "Điểm của các đơn vị đề nghị khen thưởng theo thang điểm: Xã A 97,14", TRUE },
  { "scale", "Thang điểm khen thưởng: chốt lúc nào, mã đối chiếu, có sửa sau khi chốt không", TRUE },
  { "limit/participation", "Mức tham gia cơ quan đặt để xem xét công nhận", TRUE },
  { "limit/good", "Mức đánh giá tốt cơ quan đặt để xem xét công nhận", TRUE },
  { "recognition/participation", "Số đơn vị đạt mức tham gia", TRUE },
  { "recognition/good", "Số đơn vị đạt mức đánh giá tốt", TRUE },
  { "code", "Mã đối chiếu số liệu: nhật ký của đợt khảo sát đến khi lập văn bản", TRUE },
  { "unit/name", "Tên đơn vị của biểu đối chiếu", TRUE },
  { "unit/district", "Huyện, thị xã, thành phố của đơn vị đó", TRUE },
  { "staff/source", "Nguồn và ngày của số cán bộ, công chức của đơn vị đó", TRUE },
  { "scope", "Phạm vi của văn bản: toàn tỉnh, hoặc huyện đã chọn", TRUE, KS_FIELD_OF_THE_DAY },
  { "scope/district", "Huyện, thị xã, thành phố đã chọn; không có khi là toàn tỉnh", TRUE, KS_FIELD_OF_THE_DAY },
  { "excess", "Số phiếu hợp lệ nhiều hơn số cán bộ, công chức", FALSE, KS_FIELD_OF_THE_DAY },
  { "units/below", "Số đơn vị có tỷ lệ tham gia dưới mức đôn đốc", FALSE, KS_FIELD_OF_THE_DAY },
  { "limit", "Mức tỷ lệ tham gia để đôn đốc vào thời điểm của số liệu (80%)", TRUE, KS_FIELD_OF_THE_DAY },
  { "silent/names", "Tên các đơn vị chưa có phiếu, nếu không quá 12", TRUE, KS_FIELD_OF_THE_DAY },
  { "silent/unnamed", "Số đơn vị chưa có phiếu không nêu tên", TRUE, KS_FIELD_OF_THE_DAY },
  { "districts/summed", "Số huyện, thị xã, thành phố không nêu riêng vì một trang không đủ chỗ", TRUE, KS_FIELD_OF_THE_DAY },
  { "until", "Thời hạn khảo sát: đến hết ngày …, được gia hạn đến …", TRUE, KS_FIELD_OF_THE_DAY },
  { "ended", "Khảo sát đã kết thúc vào thời điểm của số liệu", TRUE, KS_FIELD_OF_THE_DAY },
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
is_field (const char *id, gboolean part, KsPaperFieldPapers papers)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].id, id) && !(part && fields[i].province)
        && (fields[i].papers == papers || fields[i].papers == KS_FIELD_OF_ALL))
      return TRUE;
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

/* "A1/share" */
static gboolean
is_of_question (const char *id, KsForm *form)
{
  const char *slash = strchr (id, '/');
  g_autofree char *name = slash != NULL ? g_strndup (id, (gsize)(slash - id)) : NULL;
  const KsQuestion *question = name != NULL ? ks_form_lookup (form, name) : NULL;

  if (question == NULL || question->sensitive || question->profile)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (question_fields); i++)
    if (g_str_equal (slash + 1, question_fields[i]))
      return TRUE;
  return is_level (question, slash + 1);
}

/* "213/staff" */
static gboolean
is_of_part (const char *id, KsPaperFieldPapers papers)
{
  const char *slash = strchr (id, '/');

  return slash != NULL && is_field (slash + 1, TRUE, papers);
}

/**
 * ks_paper_field_is_known:
 * @id: what a template has between braces
 * @paper: the paper that it is the template of
 * @form: the form of the campaign
 *
 * Returns: whether the paper has a figure of that name. Questions that are sensitive, and those that
 *   tell who somebody is, have none; papers of the day have none of any question, and tell of no
 *   unit or other district beside their tables
 */
gboolean
ks_paper_field_is_known (const char *id, KsPaperKind paper, KsForm *form)
{
  gboolean day = ks_paper_kind_has (paper, KS_PAPER_OF_A_MOMENT);
  KsPaperFieldPapers papers = day ? KS_FIELD_OF_THE_DAY : KS_FIELD_OF_RESULTS;

  if (is_field (id, FALSE, papers))
    return TRUE;
  if (g_str_has_prefix (id, "district/"))
    return !ks_paper_kind_has (paper, KS_PAPER_OF_A_DISTRICT)
           && is_of_part (id + strlen ("district/"), papers);
  if (day)
    return FALSE;
  if (g_str_has_prefix (id, "question/"))
    return is_of_question (id + strlen ("question/"), form);
  return g_str_has_prefix (id, "unit/") && is_of_part (id + strlen ("unit/"), papers);
}
