/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-figures.h"

#include "ks-results-private.h"

/* What working groups did, as they told. */

typedef struct
{
  gint64 units;
  gint64 reports;
  gint64 posted;
  gint64 website;
  gint64 zalo;
  gint64 facebook;
  gint64 meetings;
  gint64 posts;
} Work;

static void
add_unit (Work *sum, const KsUnitWork *work)
{
  sum->units++;
  sum->reports += work->reported;
  sum->posts += work->n_posts;
  if (work->report == NULL)
    return;
  sum->posted += work->report->posted;
  sum->website += work->report->website;
  sum->zalo += work->report->zalo;
  sum->facebook += work->report->facebook;
  sum->meetings += work->report->meetings >= 1;
}

/**
 * ks_paper_add_work:
 * @scope: the province or a district
 *
 * Puts into the book how many working groups reported, and how the plan was made public.
 */
void
ks_paper_add_work (const KsPaperScope *scope)
{
  static const char told[] = "Đếm theo báo cáo của tổ công tác cấp xã (tự báo cáo).";
  Work sum = { 0 };
  guint first;
  guint n_units;

  ks_results_get_slice (scope->material->live, &scope->scope, &first, &n_units);
  for (guint i = first; i < first + n_units; i++)
    add_unit (&sum, &scope->material->works[i]);
  ks_paper_add_count (scope, "reports", sum.reports,
                      "Số tổ công tác cấp xã đã báo cáo kết quả hướng dẫn.");
  ks_paper_add_share (scope, "reports/rate", sum.reports, sum.units,
                      "Số tổ công tác cấp xã đã báo cáo chia cho số đơn vị.");
  ks_paper_add_count (scope, "publicity/posted", sum.posted, told);
  ks_paper_add_count (scope, "publicity/website", sum.website, told);
  ks_paper_add_count (scope, "publicity/zalo", sum.zalo, told);
  ks_paper_add_count (scope, "publicity/facebook", sum.facebook, told);
  ks_paper_add_count (
      scope, "publicity/meetings", sum.meetings,
      "Đếm các đơn vị có ít nhất một hội nghị theo báo cáo của tổ công tác cấp xã.");
  ks_paper_add_count (scope, "posts", sum.posts,
                      "Tổng số tin, ảnh của các đơn vị đăng nhóm Zalo đã được ghi nhận.");
}
