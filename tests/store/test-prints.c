/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "ks-edit-unit.h"
#include "ks-links.h"
#include "ks-pages.h"
#include "ks-print-runs.h"
#include "ks-proof.h"
#include "ks-sheet-words.h"
#include "ks-test-day.h"

#define N_UNITS 209

static const KsSheetOptions poster = { .layout = KS_LAYOUT_POSTER };

static GPtrArray *
choose_units (KsTestDay *self, const char *const *codes)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (units, g_object_ref (ks_registry_lookup (registry, codes[i])));
  return units;
}

/* Lays sheets out and says that they were printed: painting them is tried elsewhere. */
static void
print_units (KsTestDay *self, const KsSheetOptions *options, const char *const *codes)
{
  g_autoptr (GPtrArray) units = codes != NULL ? choose_units (self, codes) : NULL;
  KsSheetChoice choice = { .options = *options, .units = units };
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = ks_lay_out_sheets (self->campaign, &choice, &error);

  g_assert_no_error (error);
  ks_print_runs_keep (self->campaign, pages, KS_WAY_PDF, NULL, &error);
  g_assert_no_error (error);
}

/* "07210 07375", and "-07210" for a sheet to take down. */
static char *
list_due (KsTestDay *self, const KsSheetOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reprints = ks_reprints_load (self->campaign, &error);
  const KsReprint *reprint;
  GString *list = g_string_new (NULL);

  g_assert_no_error (error);
  reprint = ks_reprints_find (reprints, options);
  if (reprint == NULL)
    return g_string_free (g_string_assign (list, "never"), FALSE);
  if (reprint->units->len == N_UNITS)
    g_string_append (list, "all ");
  for (guint i = 0; reprint->units->len < N_UNITS && i < reprint->units->len; i++)
    g_string_append_printf (list, "%s ", ks_unit_get_code (reprint->units->pdata[i]));
  for (guint i = 0; i < reprint->take_down->len; i++)
    g_string_append_printf (list, "-%s ", (char *) reprint->take_down->pdata[i]);
  g_assert_cmpint (ks_reprint_is_due (reprint), ==, list->len > 0);
  return g_string_free (list, FALSE);
}

static void
assert_due (KsTestDay *self, const KsSheetOptions *options, const char *expected)
{
  g_autofree char *due = list_due (self, options);

  g_assert_cmpstr (due, ==, expected);
}

static KsOutcome *
set_link (KsTestDay *self, const char *template)
{
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  ks_set_template (self->campaign, template, &outcome, NULL, &error);
  g_assert_no_error (error);
  return outcome;
}

static KsOutcome *
set_name (KsTestDay *self, const char *code, const char *name)
{
  const KsUnitEdit edits[] = { { KS_UNIT_NAME, name } };
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  ks_edit_unit (self->campaign, code, edits, G_N_ELEMENTS (edits), NULL, &outcome, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
test_link (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;
  static const char *const two[] = { "07210", "07375", NULL };

  assert_due (self, &poster, "never");
  print_units (self, &poster, NULL);
  assert_due (self, &poster, "");
  outcome = set_link (self, "https://example.org/other?u={token}");
  assert_due (self, &poster, "all ");
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_due (self, &poster, "");
  g_clear_pointer (&outcome, ks_outcome_free);

  /* Two new sheets hang there when the change is taken back: they alone are wrong. */
  outcome = set_link (self, "https://example.org/other?u={token}");
  print_units (self, &poster, two);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_due (self, &poster, "07210 07375 ");
}

static void
test_name (KsTestDay *self, gconstpointer data)
{
  static const KsSheetOptions a3 = { .layout = KS_LAYOUT_POSTER, .paper = KS_PAPER_A3 };
  static const KsSheetOptions annex = { .layout = KS_LAYOUT_ANNEX, .columns = 2 };
  static const KsSheetOptions labels = { .layout = KS_LAYOUT_LABELS, .skip = 5 };
  g_autoptr (KsOutcome) outcome = NULL;
  static const char *const one[] = { "07375", NULL };

  print_units (self, &poster, NULL);
  print_units (self, &annex, NULL);
  print_units (self, &labels, NULL);
  outcome = set_name (self, "07375", "Thị trấn Vôi Mới");
  assert_due (self, &poster, "07375 ");
  assert_due (self, &labels, "07375 ");
  assert_due (self, &annex, "all ");
  assert_due (self, &a3, "never");
  print_units (self, &poster, one);
  assert_due (self, &poster, "");
  assert_due (self, &labels, "07375 ");
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_due (self, &poster, "07375 ");
  assert_due (self, &labels, "");
  assert_due (self, &annex, "");
}

/* Sheets of some units say nothing about the others. */
static void
test_part (KsTestDay *self, gconstpointer data)
{
  static const char *const two[] = { "07210", "07375", NULL };
  g_autoptr (KsOutcome) outcome = NULL;

  print_units (self, &poster, two);
  assert_due (self, &poster, "");
  outcome = set_link (self, "https://example.org/other?u={token}");
  assert_due (self, &poster, "07210 07375 ");
}

static void
test_words (KsTestDay *self, gconstpointer data)
{
  static const KsSheetOptions labels = { .layout = KS_LAYOUT_LABELS };
  static const KsSheetOptions cards = { .layout = KS_LAYOUT_CARDS };
  g_autoptr (KsSheetTexts) changes = ks_sheet_texts_new ();
  g_autoptr (KsOutcome) outcome = NULL;

  print_units (self, &poster, NULL);
  print_units (self, &labels, NULL);
  print_units (self, &cards, NULL);
  changes->texts[KS_TEXT_CALL] = g_strdup ("Mời quét mã");
  g_assert_true (ks_set_sheet_words (self->campaign, changes, &outcome, NULL));
  assert_due (self, &poster, "all ");
  assert_due (self, &labels, "");
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_due (self, &poster, "");
  g_clear_pointer (&changes->texts[KS_TEXT_CALL], g_free);
  changes->texts[KS_TEXT_CARD_STEP_1] = g_strdup ("Quét mã");
  g_assert_true (ks_set_sheet_words (self->campaign, changes, NULL, NULL));
  assert_due (self, &poster, "");
  assert_due (self, &cards, "all ");
}

static void
test_registry (KsTestDay *self, gconstpointer data)
{
  const KsUnitEdit edits[] = { { KS_UNIT_NAME, "Xã Thêm" }, { KS_UNIT_DISTRICT_CODE, "213" } };
  g_autoptr (KsOutcome) added = NULL;
  g_autoptr (KsOutcome) retired = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reprints = NULL;

  print_units (self, &poster, NULL);
  ks_add_unit (self->campaign, "07999", edits, G_N_ELEMENTS (edits), &added, &error);
  g_assert_no_error (error);
  assert_due (self, &poster, "07999 ");
  reprints = ks_reprints_load (self->campaign, NULL);
  g_assert_cmpuint (ks_reprints_find (reprints, &poster)->n_new, ==, 1);
  ks_retire_unit (self->campaign, "07375", ks_moment_get_day (ks_clock_now (self->clock)), NULL,
                  &retired, &error);
  g_assert_no_error (error);
  assert_due (self, &poster, "07999 -07375 ");
  g_assert_true (ks_outcome_undo (retired, self->campaign, NULL));
  assert_due (self, &poster, "07999 ");
}

/* What came out of the printer, when it stopped in the middle. */
static void
test_printed_part (KsTestDay *self, gconstpointer data)
{
  KsSheetChoice choice = { .options = poster };
  g_autoptr (KsPages) pages = ks_lay_out_sheets (self->campaign, &choice, NULL);
  g_autoptr (GHashTable) out = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  const KsPrintRun *run;

  g_hash_table_add (out, (gpointer) "07204");
  g_assert_true (ks_print_runs_keep (self->campaign, pages, KS_WAY_PRINTER, out, NULL));
  runs = ks_print_runs_load (self->campaign, NULL);
  g_assert_cmpuint (runs->len, ==, 1);
  run = g_ptr_array_index (runs, 0);
  g_assert_cmpint (run->n_sheets, ==, 1);
  g_assert_false (run->complete);
  g_assert_cmpstr (run->way, ==, "printer");
  g_assert_cmpstr (run->layout, ==, "poster A4");
  g_assert_cmpint (run->printed, ==, ks_clock_now (self->clock));
  outcome = set_link (self, "https://example.org/other?u={token}");
  assert_due (self, &poster, "07204 ");
}

/* A stopped job keeps nothing. */
static void
test_ways (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.pdf", NULL);
  g_autoptr (KsJob) job = ks_job_new ("print");
  KsSheetChoice choice = { .options = poster };
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  ks_job_stop (job);
  g_assert_false (ks_print_sheets (self->campaign, &choice, path, job, NULL, NULL));
  none = ks_print_runs_load (self->campaign, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (ks_print_sheets (self->campaign, &choice, path, NULL, NULL, NULL));
  runs = ks_print_runs_load (self->campaign, NULL);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_true (((const KsPrintRun *) runs->pdata[0])->complete);
  g_assert_cmpint (((const KsPrintRun *) runs->pdata[0])->n_sheets, ==, N_UNITS);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Prints and proofs change no date, so what is printed twice is the same twice. */
static void
test_stamp (KsTestDay *self, gconstpointer data)
{
  KsMoment before;
  KsMoment after;

  g_assert_true (ks_campaign_get_stamp (self->campaign, &before, NULL));
  ks_clock_set (self->clock, ks_clock_now (self->clock) + 3600);
  print_units (self, &poster, NULL);
  g_assert_true (ks_campaign_get_stamp (self->campaign, &after, NULL));
  g_assert_cmpint (after, ==, before);
}

static void
set_own_link (KsTestDay *self, const char *link)
{
  const KsUnitEdit edit = { KS_UNIT_LINK, (char *) link };
  g_autoptr (GError) error = NULL;

  ks_edit_unit (self->campaign, "07210", &edit, 1, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What a phone tried holds for these links alone: one changed link locks printing again. */
static void
test_scan (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ks_confirm_scan (self->campaign, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ks_is_scan_confirmed (self->campaign));
  set_own_link (self, "https://example.org/a");
  g_assert_false (ks_is_scan_confirmed (self->campaign));
  ks_confirm_scan (self->campaign, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ks_is_scan_confirmed (self->campaign));
  set_own_link (self, "https://example.org/b");
  g_assert_false (ks_is_scan_confirmed (self->campaign));
  set_own_link (self, "https://example.org/a");
  g_assert_true (ks_is_scan_confirmed (self->campaign));
}

/* Whether the first sheet of units says its version: "Bản 2". */
static gboolean
have_version (KsTestDay *self, const KsSheetOptions *options, const char *const *codes,
              const char *version)
{
  g_autoptr (GPtrArray) units = codes != NULL ? choose_units (self, codes) : NULL;
  KsSheetChoice choice = { .options = *options, .units = units };
  g_autoptr (KsPages) pages = ks_lay_out_sheets (self->campaign, &choice, NULL);
  g_autoptr (GBytes) pdf = ks_pages_dup_pdf (pages, 0, NULL, NULL);
  g_autoptr (KsProofFile) file = ks_proof_file_new (pdf, "sheets.pdf", NULL);
  g_autofree char *text = ks_proof_file_dup_page_text (file, 0);

  return strstr (text, version) != NULL;
}

static gboolean
has_version (KsTestDay *self, const KsSheetOptions *options, const char *code, const char *version)
{
  const char *const codes[] = { code, NULL };

  return have_version (self, options, code != NULL ? codes : NULL, version);
}

/* A version more whenever a sheet that says something else was printed; the day is that of the
 * change. */
static void
test_versions (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) first = NULL;
  g_autoptr (KsOutcome) second = NULL;

  g_assert_true (has_version (self, &poster, "07375", "Bản 1, "));
  print_units (self, &poster, NULL);
  ks_clock_set (self->clock, ks_clock_now (self->clock) + 48 * 3600);
  first = set_name (self, "07375", "Xã Mới");
  g_assert_true (has_version (self, &poster, "07375", "Bản 2, "));
  g_assert_true (has_version (self, &poster, "07210", "Bản 1, "));
  /* Not printed, the next change makes no third version. */
  second = set_name (self, "07375", "Xã Mới Nữa");
  g_assert_true (has_version (self, &poster, "07375", "Bản 2, "));
  print_units (self, &poster, (const char *const[]){ "07375", NULL });
  g_assert_true (has_version (self, &poster, "07375", "Bản 2, "));
  print_units (self, &poster, (const char *const[]){ "07375", NULL });
  g_assert_true (has_version (self, &poster, "07375", "Bản 2, "));
  g_assert_true (ks_outcome_undo (second, self->campaign, NULL));
  g_assert_true (has_version (self, &poster, "07375", "Bản 3, "));
  /* Another layout hangs elsewhere and was never printed. */
  g_assert_true (has_version (self, &(KsSheetOptions){ .layout = KS_LAYOUT_CARDS }, "07375",
                              "Bản 1, "));
}

/* What was printed twice unchanged bears the same day, though other units changed between. */
static void
test_version_day (KsTestDay *self, gconstpointer data)
{
  KsMoment stamp;
  g_autofree char *day = NULL;
  g_autofree char *version = NULL;
  g_autoptr (KsOutcome) outcome = NULL;

  g_assert_true (ks_campaign_get_stamp (self->campaign, &stamp, NULL));
  day = ks_day_format (ks_moment_get_day (stamp));
  version = g_strdup_printf ("Bản 1, ngày %s", day);
  print_units (self, &poster, NULL);
  ks_clock_set (self->clock, ks_clock_now (self->clock) + 48 * 3600);
  outcome = set_name (self, "07375", "Xã Mới");
  g_assert_true (has_version (self, &poster, "07210", version));
  g_assert_false (has_version (self, &poster, "07375", version));
}

/* A list is one paper: any line that changed makes another version of it. */
static void
test_list_version (KsTestDay *self, gconstpointer data)
{
  static const KsSheetOptions annex = { .layout = KS_LAYOUT_ANNEX };
  g_autoptr (KsOutcome) first = NULL;
  g_autoptr (KsOutcome) second = NULL;

  g_assert_true (has_version (self, &annex, NULL, "Bản 1, "));
  print_units (self, &annex, NULL);
  g_assert_true (has_version (self, &annex, NULL, "Bản 1, "));
  first = set_name (self, "07375", "Xã Mới");
  g_assert_true (has_version (self, &annex, NULL, "Bản 2, "));
  print_units (self, &annex, NULL);
  second = set_name (self, "07210", "Phường Mới");
  g_assert_true (has_version (self, &annex, NULL, "Bản 3, "));
  print_units (self, &annex, NULL);
  g_assert_true (has_version (self, &annex, NULL, "Bản 3, "));
}

/* The list of a part is another one without a unit that was dropped, but not where fewer units were
 * asked for. */
static void
test_list_of_part (KsTestDay *self, gconstpointer data)
{
  static const KsSheetOptions annex = { .layout = KS_LAYOUT_ANNEX };
  static const char *const three[] = { "07201", "07210", "07375", NULL };
  static const char *const two[] = { "07201", "07210", NULL };
  KsDay day = ks_moment_get_day (ks_campaign_now (self->campaign));

  print_units (self, &annex, three);
  g_assert_true (have_version (self, &annex, three, "Bản 1, "));
  g_assert_true (have_version (self, &annex, two, "Bản 1, "));
  g_assert_true (ks_retire_unit (self->campaign, "07375", day, NULL, NULL, NULL));
  g_assert_true (have_version (self, &annex, two, "Bản 2, "));
  print_units (self, &annex, two);
  g_assert_true (have_version (self, &annex, two, "Bản 2, "));
}

static KsUnit *
find_first (KsTestDay *self, const KsSheetChoice *choice, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = ks_lay_out_sheets (self->campaign, choice, &error);
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  g_assert_no_error (error);
  cells = ks_pages_dup_cells (pages, 0);
  *n_pages = ks_pages_get_n_pages (pages);
  return ks_registry_lookup (registry, ((KsCodeCell *) cells->pdata[0])->unit_code);
}

/* Posters come in the order wanted, and go on from where the paper ran out in that order. */
static void
test_order (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (GError) error = NULL;
  KsSheetChoice choice = { .options = poster };
  guint n_pages;
  KsUnit *unit;

  unit = find_first (self, &choice, &n_pages);
  g_assert_true (unit == ks_registry_get_unit (registry, 0));
  choice.options.order = KS_ORDER_NAME;
  unit = find_first (self, &choice, &n_pages);
  g_assert_cmpuint (ks_unit_get_rank (unit), ==, 0);
  choice.options.order = KS_ORDER_CODE;
  unit = find_first (self, &choice, &n_pages);
  for (guint i = 0; i < N_UNITS; i++)
    g_assert_cmpstr (ks_unit_get_code (unit), <=,
                     ks_unit_get_code (ks_registry_get_unit (registry, i)));
  choice.from = "07375";
  unit = find_first (self, &choice, &n_pages);
  g_assert_cmpstr (ks_unit_get_code (unit), ==, "07375");
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n_pages, <, N_UNITS);
  choice.from = "99999";
  g_assert_null (ks_lay_out_sheets (self->campaign, &choice, &error));
  g_assert_nonnull (strstr (error->message, "99999"));
}

/* A file in another order says so, and is proven; a part of them is no proof of all. */
static void
test_order_proven (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) units = choose_units (self, (const char *const[]){ "07210", "07375", "07207", NULL });
  KsSheetChoice choice
      = { .options = { .layout = KS_LAYOUT_CARDS, .order = KS_ORDER_NAME }, .units = units };
  g_autoptr (KsProof) proof = NULL;
  g_autoptr (KsProof) rest = NULL;

  g_assert_true (ks_prove_sheets (self->campaign, &choice, NULL, &proof, NULL));
  g_assert_cmpuint (proof->n_proven, ==, 6);
  g_assert_cmpuint (proof->n_cells, ==, 6);
  choice = (KsSheetChoice){ .options = { .layout = KS_LAYOUT_ANNEX } };
  choice.from = "07375";
  g_assert_true (ks_prove_sheets (self->campaign, &choice, NULL, &rest, NULL));
  g_assert_false (ks_is_proven (self->campaign, NULL, NULL));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/prints/link", test_link);
  ADD ("/prints/name", test_name);
  ADD ("/prints/part", test_part);
  ADD ("/prints/words", test_words);
  ADD ("/prints/registry", test_registry);
  ADD ("/prints/printed-part", test_printed_part);
  ADD ("/prints/ways", test_ways);
  ADD ("/prints/stamp", test_stamp);
  ADD ("/prints/scan", test_scan);
  ADD ("/prints/versions", test_versions);
  ADD ("/prints/version-day", test_version_day);
  ADD ("/prints/list-version", test_list_version);
  ADD ("/prints/list-of-part", test_list_of_part);
  ADD ("/prints/order", test_order);
  ADD ("/prints/order-proven", test_order_proven);
  return g_test_run ();
}
