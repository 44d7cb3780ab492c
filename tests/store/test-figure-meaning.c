/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-choose.h"
#include "ks-figure-meaning.h"
#include "ks-make-paper.h"
#include "ks-publish.h"
#include "ks-test-day.h"
#include "ks-test.h"
#include "ks-write-papers.h"

#include <glib/gstdio.h>
#include <string.h>

#define UNKNOWN "Số liệu của văn bản"
#define UNIT "07786"

static void
set_up (KsTestDay *self, gconstpointer data)
{
  const KsPaperEdit limits[]
      = { { "recognition", "participation", "80" }, { "recognition", "good", "80" } };
  g_autoptr (GPtrArray) nominees = ks_nominees_new ();
  g_autoptr (GError) error = NULL;

  ks_test_day_set_up (self, data);
  ks_test_day_import_day (self);
  ks_set_paper_texts (self->campaign, limits, G_N_ELEMENTS (limits), NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (nominees, ks_nominee_new_unit ("07291", "tổ chức tốt"));
  ks_choose (self->campaign, nominees, NULL, &error);
  g_assert_no_error (error);
  ks_publish (self->campaign, "", NULL, &error);
  g_assert_no_error (error);
}

static void
check_paper (KsTestDay *self, KsPaperKind kind)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  KsPaperWish wish = KS_PAPER_WISH (kind);
  g_autoptr (KsDocument) document = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GError) error = NULL;

  wish.unit = kind == KS_PAPER_UNIT ? UNIT : NULL;
  wish.district = kind == KS_PAPER_DISTRICT ? "213" : NULL;
  document = ks_make_paper (self->campaign, &wish, NULL, &error);
  g_assert_no_error (error);
  places = ks_document_dup_figures (document);
  for (guint i = 0; i < places->len; i++)
    {
      const KsFigurePlace *place = places->pdata[i];
      g_autofree char *meaning = ks_figure_dup_meaning (place->id, registry, form);

      if (g_str_equal (meaning, UNKNOWN))
        g_error ("nobody says what %s is, in %s", place->id, place->where);
    }
}

/* Whoever points at a figure is told what it is. */
static void
test_papers (KsTestDay *self, gconstpointer data)
{
  for (guint kind = 0; kind < KS_N_MADE_PAPERS; kind++)
    check_paper (self, (KsPaperKind)kind);
}

static void
test_words (KsTestDay *self, gconstpointer data)
{
  static const char *const words[][2] = {
    { "counted", "Số phiếu hợp lệ" },
    { "day", "Ngày khảo sát" },
    { "not_counted/incomplete", "Số phiếu không tính: chưa trả lời đủ" },
    { "question/A1/share", "Câu A1: Tỷ lệ đánh giá tốt" },
    { "question/A1/level/99", "Câu A1: " UNKNOWN },
    { "unit/00000/rate", "Tỷ lệ tham gia" },
    { "unit/07786/body/1/excused", NULL },
    { "nothing", UNKNOWN },
  };
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *meaning = ks_figure_dup_meaning (words[i][0], registry, form);

      if (words[i][1] != NULL)
        g_assert_cmpstr (meaning, ==, words[i][1]);
      else
        g_assert_true (g_str_has_suffix (meaning, ": Số người vắng có lý do – Đảng ủy"));
    }
}

/* What is stopped writes nothing more. */
static void
test_stop (KsTestDay *self, gconstpointer data)
{
  const KsPapersChoice choice = { .pdf = TRUE, .units = TRUE };
  g_autofree char *folder = g_build_filename (self->folder, "all", NULL);
  g_autoptr (KsJob) job = ks_job_new ("papers");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  ks_job_stop (job);
  g_assert_false (ks_write_papers (self->campaign, &choice, folder, job, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_rmdir (folder);
}

/* A paper that has nothing for the formats chosen is named, not dropped. */
static void
test_empty (KsTestDay *self, gconstpointer data)
{
  const KsPapersChoice choice = { .xlsx = TRUE };
  g_autofree char *folder = g_build_filename (self->folder, "all", NULL);
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  ks_test_day_set_paper (self, "report", "template", "@title BÁO CÁO\nCó {counted} phiếu.");
  ks_write_papers (self->campaign, &choice, folder, NULL, &outcome, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome),
                            "no table for a workbook: “Báo cáo kết quả khảo sát”"));
  ks_test_remove_folder (folder);
}

#define ADD(name, func) \
  g_test_add (name, KsTestDay, NULL, set_up, func, ks_test_day_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/figure-meaning/papers", test_papers);
  ADD ("/figure-meaning/words", test_words);
  ADD ("/figure-meaning/stop", test_stop);
  ADD ("/figure-meaning/empty", test_empty);
  return g_test_run ();
}
