/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "ks-pages-error.h"
#include "ks-print-sheets.h"
#include "ks-sheet-words.h"
#include "ks-test-day.h"
#include "ks-write-packs.h"

static KsOutcome *
set_words (KsTestDay *self, KsSheetText text, const char *words)
{
  g_autoptr (KsSheetTexts) changes = ks_sheet_texts_new ();
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  changes->texts[text] = g_strdup (words);
  ks_set_sheet_words (self->campaign, changes, &outcome, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
assert_words (KsTestDay *self, KsSheetText text, const char *expected, gboolean own)
{
  g_autoptr (KsSheetTexts) texts = ks_sheet_words_load (self->campaign, NULL);

  g_assert_cmpstr (ks_sheet_texts_get (texts, text), ==, expected);
  g_assert_cmpint (texts->texts[text] != NULL, ==, own);
}

static void
test_words (KsTestDay *self, gconstpointer data)
{
  const char *usual = ks_sheet_text_get_default (KS_TEXT_CALL);
  g_autoptr (KsOutcome) first = set_words (self, KS_TEXT_CALL, "Mời quét mã");
  g_autoptr (KsOutcome) again = set_words (self, KS_TEXT_CALL, "Mời quét mã");
  g_autoptr (KsOutcome) back = NULL;

  assert_words (self, KS_TEXT_CALL, "Mời quét mã", TRUE);
  g_assert_nonnull (first);
  g_assert_null (again);
  g_assert_true (ks_outcome_undo (first, self->campaign, NULL));
  assert_words (self, KS_TEXT_CALL, usual, FALSE);
  g_clear_pointer (&again, ks_outcome_free);
  again = set_words (self, KS_TEXT_CALL, "Mời quét mã");
  back = set_words (self, KS_TEXT_CALL, usual);
  assert_words (self, KS_TEXT_CALL, usual, FALSE);
}

/* The bodies are the campaign's own. */
static void
test_bodies (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = set_words (self, KS_TEXT_ISSUING_BODY, "BAN DÂN VẬN");
  g_autoptr (KsCampaignInfo) after = ks_campaign_dup_info (self->campaign);
  g_autoptr (KsCampaignInfo) undone = NULL;

  g_assert_cmpstr (after->issuing_body, ==, "BAN DÂN VẬN");
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  undone = ks_campaign_dup_info (self->campaign);
  g_assert_cmpstr (undone->issuing_body, !=, "BAN DÂN VẬN");
}

static void
test_refused (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsSheetTexts) changes = ks_sheet_texts_new ();
  g_autoptr (GError) error = NULL;

  changes->texts[KS_TEXT_TITLE] = g_strdup ("Lấy ý kiến");
  changes->texts[KS_TEXT_STEP_1] = g_strnfill (100, 'x');
  g_assert_false (ks_set_sheet_words (self->campaign, changes, NULL, &error));
  g_assert_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING);
  g_assert_nonnull (strstr (error->message, "step_1"));
  assert_words (self, KS_TEXT_TITLE, ks_sheet_text_get_default (KS_TEXT_TITLE), FALSE);
}

/* The office's sheet of labels is used where nobody names another. */
static void
test_label_grid (KsTestDay *self, gconstpointer data)
{
  KsSheetChoice choice = { .options = { .layout = KS_LAYOUT_LABELS } };
  g_autoptr (KsOutcome) outcome = set_words (self, KS_TEXT_LABEL_GRID, "105x74");
  g_autoptr (KsPages) eight = ks_lay_out_sheets (self->campaign, &choice, NULL);
  g_autoptr (KsPages) many = NULL;

  g_assert_true (ks_label_grid_parse ("70x37", &choice.options.grid, NULL));
  many = ks_lay_out_sheets (self->campaign, &choice, NULL);
  g_assert_cmpuint (ks_pages_get_n_pages (eight), ==, 27);
  g_assert_cmpuint (ks_pages_get_n_pages (many), ==, 9);
}

static void
test_packs_stop (KsTestDay *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "packs", NULL);
  static const char *const one[] = { "213", NULL };
  static const char *const none[] = { "999", NULL };
  g_autoptr (KsJob) job = ks_job_new ("pack");
  g_autoptr (GError) stopped = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GDir) dir = NULL;

  ks_job_stop (job);
  g_assert_false (ks_write_packs (self->campaign, one, folder, job, NULL, NULL, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_clear_pointer (&dir, g_dir_close);
  g_assert_false (ks_write_packs (self->campaign, none, folder, NULL, NULL, NULL, &missing));
  g_assert_nonnull (strstr (missing->message, "999"));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sheet-words/words", test_words);
  ADD ("/sheet-words/bodies", test_bodies);
  ADD ("/sheet-words/refused", test_refused);
  ADD ("/sheet-words/label-grid", test_label_grid);
  ADD ("/sheet-words/packs-stop", test_packs_stop);
  return g_test_run ();
}
