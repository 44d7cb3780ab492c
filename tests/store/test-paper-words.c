/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-paper-fields.h"
#include "ks-paper-settings.h"
#include "ks-paper-template.h"
#include "ks-paper-words.h"
#include "ks-test-day.h"

/* Fields that stand for something: those with a capital letter. */
static gboolean
is_capital (const char *id, gpointer data)
{
  return g_ascii_isupper (*id);
}

static void
assert_expands (const char *text, const char *expected)
{
  g_autofree char *words = ks_paper_words_expand (text, is_capital, NULL);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_expand (void)
{
  assert_expands ("Có {a} phiếu, {B} phiếu.", "Có {a} phiếu, {B} phiếu.");
  assert_expands ("Có[ {a} phiếu].", "Có.");
  assert_expands ("Có[ {A} phiếu].", "Có {A} phiếu.");
  assert_expands ("gồm: [{A} một|{b} hai|{C} ba].", "gồm: {A} một, {C} ba.");
  assert_expands ("Có [;{A} một|còn {b} hai|còn {C}\n].", "Có {A} một; còn {C}.");
  assert_expands ("Đã.[ Không tính {a}, gồm: [{B} một].] Hết.", "Đã. Hết.");
  assert_expands ("Đã.[ Không tính {A}, gồm: [{b} một|{C} hai].] Hết.",
                  "Đã. Không tính {A}, gồm: {C} hai. Hết.");
  assert_expands ("{?A}Có", "Có");
  assert_expands ("{?a}Có", NULL);
  assert_expands ("{!A}Không", NULL);
  assert_expands ("{!a}Không", "Không");
  assert_expands ("[{?a}chưa|{!a}đủ]", "đủ");
  assert_expands ("[{a}]", NULL);
  assert_expands ("{=01/4/2024} và {{", "{=01/4/2024} và {{");
  assert_expands ("[{=5} phiếu]", "{=5} phiếu");
  assert_expands ("{a", "{a");
  assert_expands ("[a", "a");
}

static void
assert_fault (const char *text, const char *expected)
{
  g_autofree char *fault = NULL;

  g_assert_cmpint (ks_paper_words_check (text, is_capital, NULL, &fault), ==, expected == NULL);
  g_assert_cmpstr (fault, ==, expected);
}

static void
test_check (void)
{
  assert_fault ("Có {A} [phiếu {?B}|{!C}] {=12} {{", NULL);
  assert_fault ("Có {a} phiếu", "{a}");
  assert_fault ("Có {?a} phiếu", "{?a}");
  assert_fault ("Có 12,5% phiếu", "12,5%");
  assert_fault ("Có {A phiếu", "{");
  assert_fault ("Có [phiếu", "[");
  assert_fault ("Có ]phiếu", "]");
}

static void
test_number (void)
{
  static const char *const texts[][2] = {
    { "1. Ưu điểm:", "{=1.} Ưu điểm:" },
    { "2.1. Công khai", "{=2.1.} Công khai" },
    { "12 phiếu", "12 phiếu" },
    { "I. CHỈ ĐẠO", "I. CHỈ ĐẠO" },
    { "", "" },
    { "1.", "1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *numbered = ks_paper_words_number (texts[i][0]);

      g_assert_cmpstr (numbered, ==, texts[i][1]);
    }
}

static void
test_fields (KsTestDay *self, gconstpointer data)
{
  static const char *const known[] = {
    "counted",
    "rate",
    "question/A1/level/2",
    "question/A1/level/6/share",
    "question/D4/bounds",
    "district/213/rate",
    "key/text",
    "district/213/reports",
  };
  static const char *const unknown[] = {
    "",
    "cuonted",
    "question/Z9/good",
    "question/A1/level/7",
    "question/A1/level/0",
    "question/A1/level/1/x",
    "question/D1/good",
    "question/A1",
    "district/213",
    "unit/07201/year",
    "district/213/key/text",
    "unit/07201/share", /* a report names no unit */
    "recognition/good",
    "staff/source",
  };
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (!ks_paper_field_is_known (known[i], KS_PAPER_REPORT, form))
      g_error ("%s", known[i]);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (ks_paper_field_is_known (unknown[i], KS_PAPER_REPORT, form))
      g_error ("%s", unknown[i]);
}

/* Papers of the day tell who took part, and a district's nothing of another place. */
static void
test_fields_of_the_day (KsTestDay *self, gconstpointer data)
{
  static const struct
  {
    const char *id;
    gboolean brief;
    gboolean district;
  } fields[] = {
    { "counted", TRUE, TRUE },
    { "until", TRUE, TRUE },
    { "scope/district", TRUE, TRUE },
    { "silent/names", TRUE, TRUE },
    { "districts/summed", TRUE, FALSE },
    { "district/213/rate", TRUE, FALSE },
    { "district/213/until", FALSE, FALSE },
    { "unit/07201/rate", FALSE, FALSE },
    { "good", FALSE, FALSE },
    { "received", FALSE, FALSE },
    { "question/A1/good", FALSE, FALSE },
  };
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (ks_paper_field_is_known (fields[i].id, KS_PAPER_BRIEF, form) != fields[i].brief
        || ks_paper_field_is_known (fields[i].id, KS_PAPER_DISTRICT, form) != fields[i].district)
      g_error ("%s", fields[i].id);
  g_assert_false (ks_paper_field_is_known ("until", KS_PAPER_REPORT, form));
}

/* A template cannot bring a paper of the day what it must not tell. */
static void
test_templates_of_the_day (KsTestDay *self, gconstpointer data)
{
  static const struct
  {
    KsPaperKind paper;
    const char *template;
    gboolean ok;
  } templates[] = {
    { KS_PAPER_BRIEF, "@table districts", TRUE },
    { KS_PAPER_BRIEF, "@table units", FALSE },
    { KS_PAPER_BRIEF, "@table questions {=2}", FALSE },
    { KS_PAPER_BRIEF, "@chart participation", FALSE },
    { KS_PAPER_DISTRICT, "@table units", TRUE },
    { KS_PAPER_DISTRICT, "@table districts", FALSE },
    { KS_PAPER_DISTRICT, "Có {good} phiếu", FALSE },
  };
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KsPaperTemplate) template = ks_paper_template_new (
          templates[i].paper, templates[i].template, "t.txt", form, &error);

      if ((template != NULL) != templates[i].ok)
        g_error ("%s", templates[i].template);
    }
}

/* The templates of the program pass the judgement that those of an office get. */
static void
test_own_templates (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  for (guint i = 0; i < KS_N_MADE_PAPERS; i++)
    {
      g_autofree char *text = ks_paper_template_dup_text ((KsPaperKind)i);
      g_autoptr (GError) error = NULL;
      g_autoptr (KsPaperTemplate) template
          = ks_paper_template_new ((KsPaperKind)i, text, "own", form, &error);
      g_autofree char *title = NULL;

      g_assert_no_error (error);
      title = ks_paper_template_dup_slot (template, "title");
      g_assert_nonnull (title);
    }
}

static void
test_bad_templates (KsTestDay *self, gconstpointer data)
{
  static const char *const templates[][2] = {
    { "@title A\n\nCó {x} phiếu", "t.txt, line 3:" },
    { "; 1\n@tabel key", "t.txt, line 2:" },
    { "@table nothing", "t.txt, line 1:" },
    { "@chart nothing", "t.txt, line 1:" },
    { "@slot grounds 1. A", "t.txt, line 1:" }, /* of the proposal alone */
    { "@preparer A", "t.txt, line 1:" },        /* of other papers */
    { "# I. A\n\nCó {counted} phiếu\ntrên 4.990 người", "t.txt, line 3:" },
    { "@title NĂM 2024", "t.txt, line 1:" },
    { "A [b", "t.txt, line 1:" },
  };
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          ks_paper_template_new (KS_PAPER_REPORT, templates[i][0], "t.txt", form, &error));
      g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, templates[i][1]));
    }
}

static void
assert_set (KsTestDay *self, const char *paper, const char *slot, const char *body, gboolean ok)
{
  const KsPaperEdit edit = { paper, slot, body };
  g_autoptr (GError) error = NULL;

  if (ks_set_paper_texts (self->campaign, &edit, 1, NULL, &error) != ok)
    g_error ("%s.%s=%s: %s", paper, slot, body, error != NULL ? error->message : "taken");
  g_assert_true (ok || error != NULL);
}

static void
assert_slot (KsTestDay *self, KsPaperKind paper, const char *slot, const char *expected)
{
  g_autoptr (KsPaperSettings) settings = ks_paper_settings_load (self->campaign, NULL);

  g_assert_cmpstr (ks_paper_settings_get (settings, paper, slot), ==, expected);
}

static void
test_settings (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsPaperSettings) settings = NULL;
  double margins[4];

  assert_set (self, "report", "nothing", "1", FALSE);
  assert_set (self, "poster", "organ", "1", FALSE);
  assert_set (self, "guide", "organ", "1", FALSE);
  assert_set (self, "report", "margins", "20 20 30", FALSE);
  assert_set (self, "report", "margins", "20 20 30 300", FALSE);
  assert_set (self, "report", "number", "a\nb", FALSE);
  assert_set (self, "report", "organ", "\xC3", FALSE);
  assert_set (self, "report", "internal", "yes", FALSE);
  assert_set (self, "recognition", "good", "0", FALSE);
  assert_set (self, "recognition", "good", "101", FALSE);
  assert_set (self, "annex", "reason/00000", "A", FALSE);
  assert_set (self, "report", "template", "@x", FALSE);

  assert_set (self, "all", "organ", "CƠ QUAN", TRUE);
  assert_set (self, "report", "organ", "BAN", TRUE);
  assert_set (self, "annex", "reason/07201", "Đang sáp nhập", TRUE);
  assert_set (self, "recognition", "good", "87,5", TRUE);
  assert_set (self, "report", "margins", "20 15,5 20 30", TRUE);
  assert_slot (self, KS_PAPER_REPORT, "organ", "BAN");
  assert_slot (self, KS_PAPER_UNIT, "organ", "CƠ QUAN");
  assert_set (self, "report", "organ", "", TRUE);
  assert_slot (self, KS_PAPER_REPORT, "organ", "CƠ QUAN");
  settings = ks_paper_settings_load (self->campaign, NULL);
  g_assert_cmpint (ks_paper_settings_get_percent (settings, KS_PAPER_RECOGNITION, "good"), ==,
                   8750);
  g_assert_true (ks_paper_settings_get_margins (settings, KS_PAPER_REPORT, margins));
  g_assert_cmpfloat (margins[1], ==, 15.5);
  ks_test_day_assert_sound (self);
}

/* All or nothing, and back again. */
static void
test_undo (KsTestDay *self, gconstpointer data)
{
  const KsPaperEdit edits[] = { { "report", "strengths", "Tốt" }, { "report", "causes", "Bận" } };
  const KsPaperEdit half[] = { { "report", "strengths", "Khác" }, { "report", "low", "x" } };
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsOutcome) nothing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_set_paper_texts (self->campaign, edits, 2, &outcome, NULL));
  g_assert_false (ks_set_paper_texts (self->campaign, half, 2, NULL, &error));
  assert_slot (self, KS_PAPER_REPORT, "strengths", "Tốt");
  g_assert_true (ks_set_paper_texts (self->campaign, edits, 2, &nothing, NULL));
  g_assert_null (nothing);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_slot (self, KS_PAPER_REPORT, "strengths", NULL);
  assert_slot (self, KS_PAPER_REPORT, "causes", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-words/expand", test_expand);
  g_test_add_func ("/paper-words/check", test_check);
  g_test_add_func ("/paper-words/number", test_number);
#define ADD(name, func)                                                                            \
  g_test_add (name, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)
  ADD ("/paper-words/fields", test_fields);
  ADD ("/paper-words/fields-of-the-day", test_fields_of_the_day);
  ADD ("/paper-words/templates-of-the-day", test_templates_of_the_day);
  ADD ("/paper-words/own-templates", test_own_templates);
  ADD ("/paper-words/bad-templates", test_bad_templates);
  ADD ("/paper-words/settings", test_settings);
  ADD ("/paper-words/undo", test_undo);
  return g_test_run ();
}
