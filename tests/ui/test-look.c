/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-look-history.h"

static KsResultsLook *
create_look (KsResultsView view, const char *code)
{
  KsResultsLook *look = ks_results_look_new ();

  ks_results_look_set_view (look, view);
  ks_results_look_set (&look->code, code);
  return look;
}

/* What a desk remembers comes back as it was. */
static void
test_text (void)
{
  g_autoptr (KsResultsLook) look = create_look (KS_VIEW_QUESTIONS, "07210");
  g_autoptr (KsResultsLook) read = NULL;
  g_autofree char *text = NULL;

  ks_results_look_set (&look->section, "B'\"");
  ks_results_look_set (&look->question, "B3");
  look->as_given = TRUE;
  look->as_table = TRUE;
  text = ks_results_look_dup_text (look);
  read = ks_results_look_parse (text);
  g_assert_nonnull (read);
  g_assert_true (ks_results_look_is_same_place (look, read));
  g_assert_true (read->as_given && read->as_table && !read->counts);
}

/* Another version may have written anything. */
static void
test_strange_text (void)
{
  static const char *const texts[] = {
    "",
    "nonsense",
    "('participation', 'pie', '', '', '', false, false, false)",
    "('participation', 'likert', '', '', '', false, false, false)",
    "('nowhere', 'likert', '', '', '', false, false, false)",
    "('questions', 'likert', '')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (ks_results_look_parse (texts[i]));
}

static void
test_history (void)
{
  KsLookHistory *history = ks_look_history_new ();
  g_autoptr (KsResultsLook) province = create_look (KS_VIEW_QUESTIONS, "");
  g_autoptr (KsResultsLook) district = create_look (KS_VIEW_QUESTIONS, "90A");
  g_autoptr (KsResultsLook) unit = create_look (KS_VIEW_QUESTIONS, "90001");

  g_assert_false (ks_look_history_can_go (history, -1));
  ks_look_history_visit (history, province);
  ks_look_history_visit (history, district);
  /* The same figures otherwise: no step of their own. */
  district->as_table = TRUE;
  ks_look_history_visit (history, district);
  ks_look_history_visit (history, unit);
  g_assert_false (ks_look_history_can_go (history, 1));
  g_assert_cmpstr (ks_look_history_go (history, -1)->code, ==, "90A");
  g_assert_true (ks_look_history_go (history, 1) != NULL);
  g_assert_true (ks_look_history_go (history, -1)->as_table);
  g_assert_cmpstr (ks_look_history_go (history, -1)->code, ==, "");
  g_assert_false (ks_look_history_can_go (history, -1));
  /* Another way from here: what was ahead is given up. */
  ks_look_history_visit (history, unit);
  g_assert_false (ks_look_history_can_go (history, 1));
  g_assert_cmpstr (ks_look_history_go (history, -1)->code, ==, "");
  for (guint i = 0; i < 300; i++)
    ks_look_history_visit (history, i % 2 == 0 ? unit : district);
  for (guint i = 0; ks_look_history_can_go (history, -1); i++)
    {
      g_assert_cmpuint (i, <, 200);
      ks_look_history_go (history, -1);
    }
  ks_look_history_clear (history);
  g_assert_false (ks_look_history_can_go (history, 1));
  ks_look_history_free (history);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/text", test_text);
  g_test_add_func ("/look/strange-text", test_strange_text);
  g_test_add_func ("/look/history", test_history);
  return g_test_run ();
}
