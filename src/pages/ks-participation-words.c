/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-words.h"

#include "ks-number.h"

/* What the papers of the day say in sentences: Vietnamese data. */

/**
 * ks_participation_open:
 * @flow: a paper on whose first page nothing stands yet
 * @facts: who took part
 * @title: of the paper
 * @subjects: (array zero-terminated=1): the lines under it
 *
 * Adds the head and the title of a paper, with the moment up to which its figures speak.
 */
void
ks_participation_open (KsPaperFlow *flow, const KsParticipationFacts *facts, const char *title,
                       const char *const *subjects)
{
  KsMoment day = facts->as_of != KS_MOMENT_NONE ? facts->as_of : facts->info->from;
  g_autofree char *date = ks_paper_dup_place_date (facts->info->superior_body, day);
  g_autofree char *moment = ks_moment_format (facts->as_of);
  g_autofree char *reference = facts->as_of != KS_MOMENT_NONE
                                   ? g_strdup_printf ("(Số liệu sơ bộ, tính đến %s)", moment)
                                   : g_strdup ("(Số liệu sơ bộ)");
  const KsPaperOpening opening = {
    .superior = facts->info->superior_body,
    .organ = facts->organ,
    .number = facts->number,
    .place_date = date,
    .title = title,
    .subjects = subjects,
    .reference = reference,
  };

  ks_paper_flow_open (flow, &opening);
}

static void
append_people (GString *text, const KsParticipationFacts *facts)
{
  const KsPaperDistrict *total = &facts->total;
  g_autofree char *moment = ks_moment_format (facts->as_of);
  g_autofree char *staff = ks_format_count (total->staff);
  g_autofree char *answers = ks_format_count (total->answers);
  g_autofree char *rate = ks_paper_format_rate (total->answers, total->staff, total->reconciling);

  if (facts->as_of == KS_MOMENT_NONE)
    g_string_append_printf (text, "Chưa nhận được phiếu nào; %s có %s cán bộ, công chức thuộc diện "
                                  "khảo sát", facts->place, staff);
  else if (total->staff == 0)
    g_string_append_printf (text, "Đến %s, %s có %s phiếu hợp lệ; chưa có số cán bộ, công chức "
                                  "thuộc diện khảo sát",
                            moment, facts->place, answers);
  else if (total->reconciling || total->answers > total->staff)
    g_string_append_printf (text, "Đến %s, %s có %s phiếu hợp lệ; số cán bộ, công chức "
                                  "thuộc diện khảo sát (%s) đang được đối chiếu",
                            moment, facts->place, answers, staff);
  else
    g_string_append_printf (text, "Đến %s, %s có %s/%s cán bộ, công chức thuộc diện khảo "
                                  "sát đã gửi phiếu hợp lệ, đạt %s",
                            moment, facts->place, answers, staff, rate);
}

static void
append_units (GString *text, const KsParticipationFacts *facts)
{
  g_autofree char *all = ks_format_count (facts->total.n_units);
  g_autofree char *with = ks_format_count (facts->total.n_units - facts->n_unanswered);
  g_autofree char *marked = ks_format_count (facts->total.n_marked);

  g_string_append_printf (text, "; %s/%s đơn vị đã có phiếu", with, all);
  if (facts->limit > 0)
    g_string_append_printf (text, "; %s đơn vị có tỷ lệ tham gia dưới %u%%", marked,
                            facts->limit);
  g_string_append (text, ".");
}

/**
 * ks_participation_append_total:
 * @text: a paragraph
 * @facts: who took part
 *
 * Adds how many people and units took part; a scope with more answers than staff has no rate.
 */
void
ks_participation_append_total (GString *text, const KsParticipationFacts *facts)
{
  append_people (text, facts);
  append_units (text, facts);
}

/**
 * ks_participation_append_checking:
 * @text: a paragraph
 * @facts: who took part
 *
 * Adds how many units are being reconciled.
 */
void
ks_participation_append_checking (GString *text, const KsParticipationFacts *facts)
{
  g_autofree char *checking = ks_format_count (facts->n_checking);

  if (facts->n_checking > 0)
    g_string_append_printf (text, " Còn %s đơn vị đang đối chiếu số liệu.", checking);
}

/**
 * ks_participation_dup_request:
 * @facts: who took part
 * @whom: who is asked to help
 *
 * Returns: (transfer full): the paragraph that ends a paper: what is asked, as long as there is
 *   time, and until when
 */
char *
ks_participation_dup_request (const KsParticipationFacts *facts, const char *whom)
{
  g_autofree char *end = ks_moment_format_end (facts->info->to);
  const char *until
      = facts->info->first_to != KS_MOMENT_NONE ? "được gia hạn đến" : "đến";

  if (facts->ended)
    return g_strdup_printf ("Thời gian khảo sát %s %s, nay đã kết thúc./.", until, end);
  return g_strdup_printf ("Đề nghị %s quan tâm chỉ đạo, đôn đốc, hỗ trợ các đơn vị có tỷ lệ tham "
                          "gia thấp; thời gian khảo sát %s %s./.",
                          whom, until, end);
}
