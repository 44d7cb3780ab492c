/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-figure-meaning.h"

#include <string.h>

#include "ks-paper-fields.h"
#include "ks-paper-tables.h"

#define UNKNOWN "Số liệu của văn bản"

typedef struct
{
  const char *id;
  const char *meaning;
} Meaning;

/* Those of a question, behind "question/ID/". */
static const Meaning of_questions[] = {
  { "answered", "Số phiếu trả lời" },
  { "blank", "Số phiếu không trả lời" },
  { "good", "Số phiếu đánh giá tốt" },
  { "share", "Tỷ lệ đánh giá tốt" },
  { "bounds", "Tỷ lệ đánh giá tốt thấp nhất – cao nhất có thể" },
  { "poor", "Số phiếu đánh giá chưa tốt" },
  { "poor/share", "Tỷ lệ đánh giá chưa tốt" },
  { "dont_know", "Số phiếu không biết/không có ý kiến" },
  { "dont_know/share", "Tỷ lệ không biết/không có ý kiến" },
  { "left_out", "Số phiếu của đơn vị dưới 5 phiếu, không nêu kết quả" },
  { "levels/share", "Tổng tỷ lệ các phương án" },
  { "text", "Nội dung câu hỏi" },
  { "good_labels", "Các mức được coi là đánh giá tốt" },
};

/* Those of whom is proposed, behind "merit/CODE/". */
static const Meaning of_merits[] = {
  { "answers", "Số phiếu hợp lệ" },
  { "staff", "Số cán bộ, công chức thuộc diện khảo sát" },
  { "rate", "Tỷ lệ tham gia" },
  { "reported", "Thời điểm báo cáo của tổ công tác" },
  { "publicity", "Số hình thức công khai, tuyên truyền" },
  { "post_days", "Số ngày có tin, ảnh đăng nhóm Zalo" },
};

/* Those of a unit and its bodies that templates do not name. */
static const Meaning of_units[] = {
  { "reported", "Số người đã trả lời theo báo cáo của tổ công tác" },
  { "report", "Báo cáo của tổ công tác" },
  { "publicity", "Số hình thức công khai, tuyên truyền" },
  { "post_days", "Số ngày có tin, ảnh đăng nhóm Zalo" },
  { "total", "Tổng số cán bộ, công chức" },
  { "excused", "Số người vắng có lý do" },
  { "staff", "Số cán bộ, công chức thuộc diện khảo sát" },
  { "recognition/participation", "So với mức tham gia cơ quan đặt" },
  { "recognition/good", "So với mức đánh giá tốt cơ quan đặt" },
};

static const char *
find_meaning (const Meaning *meanings, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (meanings[i].id, id))
      return meanings[i].meaning;
  return NULL;
}

/* What the list for templates says, without its example. */
static char *
dup_field (const char *id)
{
  guint n;
  const KsPaperField *fields = ks_paper_fields_get (&n);
  const char *reasons = "not_counted/";

  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (fields[i].id, id))
        continue;
      if (g_str_has_prefix (id, reasons))
        return g_strdup_printf ("Số phiếu không tính:%s", fields[i].meaning + strlen ("…"));
      return g_strndup (fields[i].meaning, strcspn (fields[i].meaning, ":;("));
    }
  return NULL;
}

/* "level/2", "level/2/share" */
static char *
dup_level (const KsQuestion *question, const char *id)
{
  char *end = NULL;
  guint64 level = g_str_has_prefix (id, "level/")
                      ? g_ascii_strtoull (id + strlen ("level/"), &end, 10)
                      : 0;

  if (level < 1 || level > question->n_options)
    return g_strdup (UNKNOWN);
  return g_strdup_printf (*end == '\0' ? "Số phiếu chọn “%s”" : "Tỷ lệ phiếu chọn “%s”",
                          question->options[level - 1].label);
}

static char *
dup_of_question (const char *id, KsForm *form)
{
  const char *slash = strchr (id, '/');
  g_autofree char *name = g_strndup (id, slash != NULL ? (gsize)(slash - id) : strlen (id));
  const KsQuestion *question = slash != NULL ? ks_form_lookup (form, name) : NULL;
  const char *known;
  g_autofree char *level = NULL;

  if (question == NULL)
    return g_strdup (UNKNOWN);
  known = find_meaning (of_questions, G_N_ELEMENTS (of_questions), slash + 1);
  level = known == NULL ? dup_level (question, slash + 1) : NULL;
  return g_strdup_printf ("Câu %s: %s", name, known != NULL ? known : level);
}

/* "body/1/staff"; "all": together. */
static char *
dup_of_body (const char *id)
{
  const char *slash = strchr (id, '/');
  guint64 body = g_ascii_strtoull (id, NULL, 10);
  const char *known = slash != NULL
                          ? find_meaning (of_units, G_N_ELEMENTS (of_units), slash + 1)
                          : NULL;

  if (known == NULL)
    return g_strdup (UNKNOWN);
  if (body < 1 || body > KS_N_BODIES)
    return g_strdup (known);
  return g_strdup_printf ("%s – %s", known, ks_paper_bodies[body - 1]);
}

static char *
dup_of_merit (const char *id)
{
  const char *known = find_meaning (of_merits, G_N_ELEMENTS (of_merits), id);

  return g_strdup (known != NULL ? known : "Số liệu của tiêu chí khen thưởng");
}

static char *
dup_of_part (const char *id)
{
  const char *known;
  char *field;

  if (g_str_has_prefix (id, "body/"))
    return dup_of_body (id + strlen ("body/"));
  known = find_meaning (of_units, G_N_ELEMENTS (of_units), id);
  field = known != NULL ? g_strdup (known) : dup_field (id);
  return field != NULL ? field : g_strdup (UNKNOWN);
}

/* "district/213/rate", "unit/07201/rate", "merit/07201/rate"; the name is what the registry calls
 * it. */
static char *
dup_of_place (const char *id, KsRegistry *registry)
{
  const char *code_at = strchr (id, '/') + 1;
  const char *slash = strchr (code_at, '/');
  g_autofree char *code
      = g_strndup (code_at, slash != NULL ? (gsize)(slash - code_at) : strlen (code_at));
  KsUnit *unit = *id != 'd' ? ks_registry_lookup (registry, code) : NULL;
  const KsDistrict *district = *id == 'd' ? ks_registry_lookup_district (registry, code) : NULL;
  g_autofree char *meaning = slash == NULL ? g_strdup (UNKNOWN)
                             : *id == 'm'  ? dup_of_merit (slash + 1)
                                           : dup_of_part (slash + 1);

  if (unit == NULL && district == NULL)
    return g_steal_pointer (&meaning);
  return g_strdup_printf ("%s: %s", unit != NULL ? ks_unit_get_name (unit) : district->name,
                          meaning);
}

/**
 * ks_figure_dup_meaning:
 * @id: of a figure in a paper
 * @registry: the units
 * @form: the questions
 *
 * Returns: (transfer full): what the figure is, and of whom
 */
char *
ks_figure_dup_meaning (const char *id, KsRegistry *registry, KsForm *form)
{
  char *field = dup_field (id);

  if (field != NULL)
    return field;
  if (g_str_has_prefix (id, "question/"))
    return dup_of_question (id + strlen ("question/"), form);
  if (g_str_has_prefix (id, "district/") || g_str_has_prefix (id, "unit/")
      || g_str_has_prefix (id, "merit/"))
    return dup_of_place (id, registry);
  if (g_str_has_prefix (id, "theme/"))
    return g_strdup ("Số ý kiến của nhóm nội dung");
  return g_strdup (UNKNOWN);
}
