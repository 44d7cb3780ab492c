/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <poppler.h>
#include <string.h>

#include "ks-call.h"
#include "ks-campaign-error.h"
#include "ks-day-figures.h"
#include "ks-edit-unit.h"
#include "ks-export-work.h"
#include "ks-findings.h"
#include "ks-make-paper.h"
#include "ks-remind.h"
#include "ks-set-attention.h"
#include "ks-steps.h"
#include "ks-test-day.h"
#include "ks-write-paper.h"

/* Ten of its sheets say the same. Once it has staff enough, nothing but the search for what needs
 * checking tells that its figures are open. */
#define UNIT "07261" /* Xã Tam Hiệp, in district 215 */
#define NEIGHBOUR "Xã Tam Tiến"

/* Figures as they stand between an import and that search. */
static KsDayFigures *
load_early (KsTestDay *self)
{
  const KsUnitEdit edit = { KS_UNIT_TOTAL, "40" };
  g_autoptr (GError) error = NULL;
  KsDayFigures *figures = NULL;

  ks_edit_unit (self->campaign, UNIT, &edit, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  ks_test_day_import_day (self);
  figures = ks_day_figures_load (self->campaign, KS_MOMENT_NONE, KS_MOMENT_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ks_findings_are_fresh (self->campaign));
  return figures;
}

static const KsDayUnit *
find_unit (KsDayFigures *figures)
{
  KsUnit *unit = ks_registry_lookup (ks_day_figures_get_registry (figures), UNIT);

  return ks_day_figures_get_unit (figures, ks_unit_get_index (unit));
}

static void
assert_refused (gboolean made, GError **error)
{
  g_assert_false (made);
  g_assert_error (*error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (error);
}

/* Nothing that leaves is made of figures that do not know yet what is to be checked. */
static void
test_refused (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) figures = load_early (self);
  g_autoptr (KsRemindWords) words = ks_remind_words_load (self->campaign, KS_MOMENT_NONE, NULL);
  const KsPaperWish brief = KS_PAPER_WISH (KS_PAPER_BRIEF);
  KsPaperWish district = KS_PAPER_WISH (KS_PAPER_DISTRICT);
  g_autoptr (GError) error = NULL;

  g_assert_false (find_unit (figures)->checking);
  assert_refused (ks_day_figures_check_sendable (figures, &error), &error);
  assert_refused (ks_remind_dup_parts (words, figures, "215", NULL, &error) != NULL, &error);
  assert_refused (ks_remind_table_new (self->campaign, words, figures, "215", &error) != NULL,
                  &error);
  assert_refused (ks_make_paper_of_day (self->campaign, figures, &brief, &error) != NULL, &error);
  district.district = "215";
  assert_refused (ks_make_paper_of_day (self->campaign, figures, &district, &error) != NULL,
                  &error);
}

/* What is asked for is searched first; the same figures serve as long as they hold. */
static void
test_renewed (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) early = load_early (self);
  g_autoptr (KsDayFigures) figures = NULL;
  g_autoptr (KsDayFigures) again = NULL;
  g_autoptr (GError) error = NULL;

  figures = ks_day_figures_dup_sendable (early, self->campaign, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ks_day_figures_check_sendable (figures, NULL));
  g_assert_true (find_unit (figures)->checking);
  again = ks_day_figures_dup_sendable (figures, self->campaign, NULL, &error);
  g_assert_true (again == figures);
}

/* A moment that was asked for stays the moment. */
static void
test_moment (KsTestDay *self, gconstpointer data)
{
  KsMoment noon = ks_test_moment ("2024-04-01T12:00");
  g_autoptr (KsDayFigures) early = NULL;
  g_autoptr (KsDayFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  ks_test_day_import_day (self);
  early = ks_day_figures_load (self->campaign, noon, KS_MOMENT_NONE, NULL, &error);
  g_assert_no_error (error);
  figures = ks_day_figures_dup_sendable (early, self->campaign, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (figures != early);
  g_assert_cmpint (ks_day_figures_get_as_of (figures), ==, noon);
  g_assert_cmpint (ks_day_figures_get_province (figures)->answers, ==,
                   ks_day_figures_get_province (early)->answers);
}

static char *
read_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_string_append (words, text);
      g_object_unref (page);
    }
  g_object_unref (document);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The paper that an officer asks for right behind the import. */
static void
test_paper (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "district.pdf", NULL);
  g_autoptr (KsDayFigures) early = load_early (self);
  KsUnit *unit = find_unit (early)->unit;
  KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_DISTRICT);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  wish.district = ks_unit_get_district_code (unit);
  ks_write_paper (self->campaign, &wish, path, NULL, NULL, &error);
  g_assert_no_error (error);
  file = g_mapped_file_new (path, FALSE, &error);
  g_assert_no_error (error);
  pdf = g_mapped_file_get_bytes (file);
  words = read_pdf (pdf);
  g_assert_nonnull (strstr (words, NEIGHBOUR));
  g_assert_null (strstr (words, ks_unit_get_name (unit)));
}

static gboolean
log_call (KsTestDay *self, GError **error)
{
  g_autoptr (KsCall) call = ks_call_new_from_text (self->campaign, UNIT "=reminded", error);

  return call != NULL && ks_log_call (self->campaign, call, NULL, error);
}

static gboolean
set_rules (KsTestDay *self, GError **error)
{
  KsAttentionRules rules;

  return ks_attention_load (self->campaign, &rules, error)
         && ks_attention_rules_set (&rules, "first_limit=40%@12:00", error)
         && ks_set_attention (self->campaign, &rules, NULL, error);
}

static gboolean
set_template (KsTestDay *self, GError **error)
{
  return ks_set_remind_template (self->campaign, KS_REMIND_TO_DISTRICT, "{thời điểm}: {số phiếu}", NULL, error);
}

static gboolean
set_step (KsTestDay *self, GError **error)
{
  static const char *const codes[] = { UNIT, NULL };

  return ks_set_steps (self->campaign, KS_STEP_DONE_TRIED, codes, TRUE, NULL, error);
}

static gboolean
set_columns (KsTestDay *self, GError **error)
{
  return ks_export_work_set_columns (self->campaign, "name,answered", error);
}

/* What the desk does all day beside the answers leaves the figures ready to be sent. */
static void
test_other_work (KsTestDay *self, gconstpointer data)
{
  gboolean (*const verbs[]) (KsTestDay *self, GError **error)
      = { log_call, set_rules, set_template, set_step, set_columns };
  g_autoptr (KsDayFigures) early = load_early (self);
  g_autoptr (GError) error = NULL;

  ks_findings_renew (self->campaign, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *before = ks_test_day_hash (self);
      g_autofree char *after = NULL;

      verbs[i] (self, &error);
      g_assert_no_error (error);
      after = ks_test_day_hash (self);
      g_assert_cmpstr (before, !=, after);
      g_assert_true (ks_findings_are_fresh (self->campaign));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/sendable/" name, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)
  ADD ("refused", test_refused);
  ADD ("renewed", test_renewed);
  ADD ("moment", test_moment);
  ADD ("paper", test_paper);
  ADD ("other-work", test_other_work);
  return g_test_run ();
}
