/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "ks-close-survey.h"
#include "ks-create-campaign.h"
#include "ks-day-figures-private.h"
#include "ks-extend.h"
#include "ks-findings.h"
#include "ks-remind.h"
#include "ks-setting-table.h"
#include "ks-test-day.h"

#define CLOSING                                                                                    \
  "Đề nghị các đồng chí quan tâm chỉ đạo, đôn đốc, hỗ trợ; thời gian khảo sát đến hết ngày "       \
  "01/4/2024. Trân trọng cảm ơn."

/* Figures and words without a file: what a text says of them is all that counts here. */
typedef struct {
  KsDayFigures *figures;
  KsRemindWords words;
  GPtrArray    *units;
  GArray       *answers;  /* of gint64, one of each unit */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->units = g_ptr_array_new_with_free_func (g_object_unref);
  f->answers = g_array_new (FALSE, FALSE, sizeof (gint64));
  f->figures = g_object_new (KS_TYPE_DAY_FIGURES, NULL);
  f->figures->as_of = ks_test_moment ("2024-04-01T15:00");
  f->figures->limit = 80;
  f->figures->examined = TRUE;
  f->words.until = ks_test_moment ("2024-04-02T00:00");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    g_free (f->words.templates[i]);
  g_ptr_array_unref (f->units);
  g_array_unref (f->answers);
  g_object_unref (f->figures);
}

static void
add_unit (Fixture *f, const char *name, const char *district, int staff, gint64 answers)
{
  g_autofree char *code = g_strdup_printf ("%05u", 10000 + f->units->len);
  KsStaff bodies = { .total = { staff } };

  g_array_append_val (f->answers, answers);
  g_ptr_array_add (f->units, ks_unit_new (code, name, "Xã", district, district, &bodies, NULL));
}

/* The units keep their order: none has a kind that the office sorts by. */
static void
settle (Fixture *f)
{
  KsDayFigures *self = f->figures;
  g_autoptr (GError) error = NULL;
  guint n;

  self->registry = ks_registry_new (f->units, &error);
  g_assert_no_error (error);
  n = ks_registry_get_n_units (self->registry);
  self->units = g_new0 (KsDayUnit, n + 1);
  self->districts = g_new0 (KsDayDistrict, ks_registry_get_n_districts (self->registry) + 1);
  self->province = (KsDayDistrict){ .code = "", .name = "Toàn tỉnh", .n_units = n };
  for (guint i = 0; i < ks_registry_get_n_districts (self->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);
      KsDayDistrict *sum = &self->districts[i];

      *sum = (KsDayDistrict){ .code = district->code, .name = district->name,
                              .first = district->first, .n_units = district->n_units };
      for (guint k = district->first; k < district->first + district->n_units; k++)
        {
          KsDayUnit *unit = &self->units[k];

          unit->unit = ks_registry_get_unit (self->registry, k);
          unit->staff = ks_unit_get_staff_in_scope (unit->unit);
          unit->answers = g_array_index (
              f->answers, gint64,
              g_ascii_strtoull (ks_unit_get_code (unit->unit), NULL, 10) - 10000);
          unit->checking = unit->answers > unit->staff;
          if (100 * unit->answers < self->limit * unit->staff)
            unit->attention = KS_ATTENTION_BELOW;
          sum->staff += unit->staff;
          sum->answers += unit->answers;
          sum->n_checking += unit->checking;
        }
      self->province.staff += sum->staff;
      self->province.answers += sum->answers;
      self->province.n_checking += sum->n_checking;
    }
}

static char **
get_parts (Fixture *f, const char *district, const char *template)
{
  g_autoptr (GError) error = NULL;
  char **parts = ks_remind_dup_parts (&f->words, f->figures, district, template, &error);

  g_assert_no_error (error);
  return parts;
}

static void
assert_text (Fixture *f, const char *district, const char *template, const char *expected)
{
  g_auto (GStrv) parts = get_parts (f, district, template);

  g_assert_cmpuint (g_strv_length (parts), ==, 1);
  g_assert_cmpstr (parts[0], ==, expected);
}

static void
settle_usual (Fixture *f, gint64 answers)
{
  add_unit (f, "Xã B", "Huyện A", 40, 18);
  add_unit (f, "Xã C", "Huyện A", 40, 25);
  add_unit (f, "Xã D", "Huyện A", 480, answers);
  settle (f);
}

/* The sentence that such offices send. */
static void
test_usual (Fixture *f, gconstpointer data)
{
  settle_usual (f, 400);
  assert_text (f, "Huyện A", NULL,
               "Tính đến 15 giờ 00 ngày 01/4/2024, huyện A có 443/560 cán bộ, công chức tham gia "
               "khảo sát, đạt 79,11%. Đơn vị đạt dưới 80%: xã B (45,00%), xã C (62,50%). " CLOSING);
}

static void
test_before_any_limit (Fixture *f, gconstpointer data)
{
  f->figures->limit = 0;
  settle_usual (f, 369);
  assert_text (f, "Huyện A", NULL,
               "Tính đến 15 giờ 00 ngày 01/4/2024, huyện A có 412/560 cán bộ, công chức tham gia "
               "khảo sát, đạt 73,57%. " CLOSING);
}

static void
test_none_below (Fixture *f, gconstpointer data)
{
  add_unit (f, "Thị trấn B", "Huyện A", 40, 40);
  settle (f);
  assert_text (f, "Huyện A", NULL,
               "Tính đến 15 giờ 00 ngày 01/4/2024, huyện A có 40/40 cán bộ, công chức tham gia "
               "khảo sát, đạt 100,00%. Không có đơn vị nào đạt dưới 80%. " CLOSING);
}

static void
test_no_answers (Fixture *f, gconstpointer data)
{
  f->figures->as_of = KS_MOMENT_NONE;
  add_unit (f, "Xã B", "Huyện A", 40, 0);
  settle (f);
  assert_text (f, "Huyện A", NULL, "Chưa có số liệu tham gia khảo sát của huyện A. " CLOSING);
  assert_text (f, "", NULL, "Chưa có số liệu tham gia khảo sát. " CLOSING);
}

/* Who is being checked is counted, never named; where a sum is above 100 % it has no rate. */
static void
test_checking (Fixture *f, gconstpointer data)
{
  add_unit (f, "Xã B", "Huyện A", 40, 50);
  add_unit (f, "Xã C", "Huyện A", 10, 10);
  add_unit (f, "Xã D", "Huyện A", 10, 4);
  settle (f);
  f->figures->units[2].checking = TRUE;
  f->figures->districts[0].n_checking = 2;
  assert_text (f, "Huyện A", NULL,
               "Tính đến 15 giờ 00 ngày 01/4/2024, huyện A có 64/60 cán bộ, công chức tham gia "
               "khảo sát. Không có đơn vị nào đạt dưới 80%. Còn 2 đơn vị đang đối chiếu số "
               "liệu. " CLOSING);
}

static void
test_staff_not_known (Fixture *f, gconstpointer data)
{
  add_unit (f, "Xã B", "Huyện A", 0, 12);
  settle (f);
  f->figures->units[0].attention = KS_ATTENTION_BELOW;
  f->figures->units[0].checking = FALSE;
  f->figures->districts[0].n_checking = 0;
  assert_text (f, "Huyện A", "{thời điểm}[: {đơn vị dưới mức}]", "15 giờ 00 ngày 01/4/2024");
  f->figures->limit = 0;
  assert_text (f, "Huyện A", NULL,
               "Tính đến 15 giờ 00 ngày 01/4/2024, huyện A có 12 phiếu trả lời. " CLOSING);
}

/* A name that stands in two districts: each behind its own. */
static void
test_province (Fixture *f, gconstpointer data)
{
  add_unit (f, "Xã Phúc Sơn", "Huyện A", 10, 4);
  add_unit (f, "Xã C", "Huyện A", 10, 9);
  add_unit (f, "Xã Phúc Sơn", "Huyện B", 10, 5);
  add_unit (f, "Xã D", "Huyện C", 10, 11);
  settle (f);
  assert_text (f, "", NULL,
               "Tính đến 15 giờ 00 ngày 01/4/2024, toàn tỉnh có 29/40 cán bộ, công chức tham gia "
               "khảo sát, đạt 72,50%. Trong đó: huyện A 13/20 (65,00%, 1 đơn vị đạt dưới 80%); "
               "huyện B 5/10 (50,00%, 1 đơn vị đạt dưới 80%); huyện C 11/10 (đang đối chiếu số "
               "liệu). Còn 1 đơn vị đang đối chiếu số liệu. " CLOSING);
  assert_text (f, "", "{thời điểm}: {đơn vị dưới mức}",
               "15 giờ 00 ngày 01/4/2024: huyện A: xã Phúc Sơn (40,00%); "
               "huyện B: xã Phúc Sơn (50,00%)");
}

/* Since there are no districts, the units are told at once. */
static void
test_no_districts (Fixture *f, gconstpointer data)
{
  add_unit (f, "Xã B", "", 10, 4);
  add_unit (f, "Phường IV", "", 10, 9);
  settle (f);
  assert_text (f, "", NULL,
               "Tính đến 15 giờ 00 ngày 01/4/2024, toàn tỉnh có 13/20 cán bộ, công chức tham gia "
               "khảo sát, đạt 65,00%. Đơn vị đạt dưới 80%: xã B (40,00%). " CLOSING);
}

static void
test_extended_and_over (Fixture *f, gconstpointer data)
{
  settle_usual (f, 369);
  f->words.until = ks_test_moment ("2024-04-02T17:30");
  f->words.extended = TRUE;
  assert_text (f, "Huyện A", "{thời điểm}; thời gian khảo sát[ {gia hạn}] đến {hạn}.",
               "15 giờ 00 ngày 01/4/2024; thời gian khảo sát (gia hạn) đến 17 giờ 30 ngày "
               "02/4/2024.");
  f->words.over = TRUE;
  assert_text (f, "Huyện A", "{thời điểm}.[ Đến {hạn}.]", "15 giờ 00 ngày 01/4/2024.");
}

static void
test_simulated (Fixture *f, gconstpointer data)
{
  settle_usual (f, 369);
  f->words.simulated = TRUE;
  assert_text (f, "Huyện A", "{thời điểm}", "SỐ LIỆU MÔ PHỎNG\n15 giờ 00 ngày 01/4/2024");
}

/* Thousands of units with names as long as there are: every message holds, none loses a unit, and
 * each says that it is simulated. */
static void
test_thousands (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);
  gint64 begin;
  guint n_named = 0;

  for (guint i = 0; i < 12000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Thị trấn Nông trường Việt Lâm %05u", i);

      add_unit (f, name, "Huyện A", 3, 1);
    }
  settle (f);
  f->words.simulated = TRUE;
  begin = g_get_monotonic_time ();
  parts = get_parts (f, "Huyện A", NULL);
  g_test_minimized_result ((double) (g_get_monotonic_time () - begin) / 1000, "12,000 units: ms");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *head
          = g_strdup_printf ("(%u/%u) SỐ LIỆU MÔ PHỎNG\n", i + 1, g_strv_length (parts));

      g_assert_cmpint (g_utf8_strlen (parts[i], -1), <=, KS_ZALO_CHARACTERS);
      g_assert_true (g_str_has_prefix (parts[i], head));
      g_string_append_printf (whole, "%s ", parts[i] + strlen (head));
    }
  for (guint i = 0; i < 12000; i++)
    {
      g_autofree char *name = g_strdup_printf ("thị trấn Nông trường Việt Lâm %05u (33,33%%)", i);

      n_named += strstr (whole->str, name) != NULL;
    }
  g_assert_cmpuint (n_named, ==, 12000);
}

/* What a name is made of never speaks the language of templates, and no message is too long. */
static void
test_hostile_names (Fixture *f, gconstpointer data)
{
  g_autofree char *wide = g_strnfill (3000, 'x');
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = NULL;

  add_unit (f, "Xã {số phiếu}[|]}", "Huyện A", 9, 1);
  add_unit (f, "Xã %s%n%d", "Huyện A", 9, 1);
  add_unit (f, wide, "Huyện A", 9, 1);
  add_unit (f, "Xã 😀", "Huyện A", 9, 1);
  settle (f);
  parts = get_parts (f, "Huyện A", NULL);
  joined = g_strjoinv ("", parts);
  g_assert_nonnull (strstr (joined, "xã {số phiếu}[|]} (11,11%)"));
  g_assert_nonnull (strstr (joined, "xã %s%n%d (11,11%)"));
  for (guint i = 0; parts[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (parts[i], -1), <=, KS_ZALO_CHARACTERS);
}

static void
refuse_template (const char *template, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = ks_remind_template_clean (template, &error);

  g_assert_null (clean);
  g_assert_nonnull (error);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” does not say “%s”", template, error->message, part);
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (4100, 'x');
  g_autofree char *deep = g_strnfill (5000, '[');
  g_autofree char *deep_short = g_strnfill (50, '[');

  refuse_template ("{thời điểm} {tên người}", "{tên người}");
  refuse_template ("{thời điểm} {}", "{}");
  refuse_template ("{thời điểm} {số phiếu", "}");
  refuse_template ("{thời điểm} {số {phiếu}", "}");
  refuse_template ("{thời điểm} {số\nphiếu}", "}");
  refuse_template ("{thời điểm}} x", "A }");
  refuse_template ("{thời điểm}] x", "A ]");
  refuse_template ("{thời điểm} [x", "]");
  refuse_template ("{thời điểm} [x|[y]", "]");
  refuse_template ("{thời điểm} [x|{người}]", "{người}");
  refuse_template (deep_short, "8");
  refuse_template (deep, "4000");
  refuse_template (long_text, "4000");
  refuse_template ("", "empty");
  refuse_template (" \n\t ", "empty");
  refuse_template ("không có gì", "{thời điểm}");
  refuse_template ("{thời điểm}\x01", "control");
  refuse_template ("{thời điểm}\xff", "UTF-8");
}

static void
assert_fill (const char *template, const char *limit, const char *below, const char *expected)
{
  const char *values[KS_N_REMIND_FIELDS] = { [KS_REMIND_AS_OF] = "T", [KS_REMIND_LIMIT] = limit,
                                             [KS_REMIND_BELOW] = below };
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = ks_remind_template_clean (template, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = ks_remind_template_fill (clean, values, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_fill (void)
{
  assert_fill ("{thời điểm}[ {mức}]", "80%", NULL, "T 80%");
  assert_fill ("{thời điểm}[ {mức}]", "", NULL, "T");
  assert_fill ("{thoi diem} {LIMIT} {units_below}", "80%", "b", "T 80% b");
  assert_fill ("[a {mức}|b {đơn vị dưới mức}|c] {thời điểm}", NULL, "x", "b x T");
  assert_fill ("[a {mức}|b {đơn vị dưới mức}|c] {thời điểm}", NULL, NULL, "c T");
  assert_fill ("[a[ {mức}] {thời điểm}]", NULL, NULL, "a T");
  assert_fill ("[a[ {mức}] {thời điểm}]", "80%", NULL, "a 80% T");
  assert_fill ("a | b {thời điểm}", NULL, NULL, "a | b T");
  assert_fill ("  {thời điểm}\r\n\tx\r\n", NULL, NULL, "T\n x");
  assert_fill ("{tho\xCC\x9B\xCC\x80i điểm}", NULL, NULL, "T");
}

static void
assert_split (const char *text, guint max, const char *const *expected)
{
  g_auto (GStrv) parts = ks_remind_split (text, NULL, max);

  g_assert_cmpstrv (parts, expected);
}

static void
test_split (void)
{
  static const char *const whole[] = { "Một câu. Hai câu, ba câu.", NULL };
  static const char *const sentences[] = { "(1/2) Câu thứ nhất dài.", "(2/2) Câu thứ hai.", NULL };
  static const char *const units[]
      = { "(1/3) A: xã B (1%), xã C (2%),", "(2/3) xã D (3%), xã E (4%),", "(3/3) xã F (5%)", NULL };
  static const char *const none[] = { "", NULL };
  g_autofree char *marks = g_strdup ("");
  g_auto (GStrv) parts = NULL;

  assert_split ("Một câu. Hai câu, ba câu.", 25, whole);
  assert_split ("Câu thứ nhất dài. Câu thứ hai.", 29, sentences);
  assert_split ("A: xã B (1%), xã C (2%), xã D (3%), xã E (4%), xã F (5%)", 37, units);
  assert_split ("", 25, none);
  /* A letter keeps its marks, whatever is cut. */
  for (guint i = 0; i < 40; i++)
    {
      char *more = g_strconcat (marks, "x\xCC\x81", NULL);

      g_free (marks);
      marks = more;
    }
  parts = ks_remind_split (marks, NULL, 31);
  for (guint i = 0; parts[i] != NULL; i++)
    g_assert_true (strchr (parts[i], ' ')[1] == 'x');
}

static char *
load_default (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsRemindWords) words = ks_remind_words_load (self->campaign, KS_MOMENT_NONE, &error);

  g_assert_no_error (error);
  return g_strdup (ks_remind_words_get (words, KS_REMIND_TO_DISTRICT));
}

static void
assert_template (KsTestDay *self, const char *expected)
{
  g_autofree char *template = load_default (self);

  g_assert_cmpstr (template, ==, expected);
}

static KsOutcome *
set_template (KsTestDay *self, const char *template)
{
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  ks_set_remind_template (self->campaign, KS_REMIND_TO_DISTRICT, template, &outcome, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
test_kept (KsTestDay *self, gconstpointer data)
{
  const char *usual = ks_remind_get_default (KS_REMIND_TO_DISTRICT);
  g_autoptr (KsOutcome) first = set_template (self, "A {thời điểm}");
  g_autoptr (KsOutcome) again = set_template (self, " A {thời điểm}\n");
  g_autoptr (KsOutcome) reset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  g_autofree char *after = NULL;

  g_assert_null (again);
  assert_template (self, "A {thời điểm}");
  reset = set_template (self, NULL);
  assert_template (self, usual);
  ks_outcome_undo (reset, self->campaign, &error);
  g_assert_no_error (error);
  assert_template (self, "A {thời điểm}");
  ks_outcome_undo (first, self->campaign, &error);
  g_assert_no_error (error);
  assert_template (self, usual);
  head = ks_test_day_hash (self);
  g_assert_false (ks_set_remind_template (self->campaign, KS_REMIND_TO_PROVINCE, "{x}", NULL, &error));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (after, ==, head);
}

/* The next survey says what this one said; what no program wrote gives way to the usual words. */
static void
test_next_round (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) changed = set_template (self, "A {thời điểm}");
  g_autofree char *path = g_build_filename (self->folder, "next.khaosat", NULL);
  KsNewCampaign what = { .title = "PKS 02",
                         .from = KS_MOMENT_NONE,
                         .to = KS_MOMENT_NONE,
                         .previous_path = self->path };
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (GError) error = NULL;
  KsCampaign *earlier = self->campaign;

  g_assert_true (ks_day_parse ("2025-04-01", &what.day));
  ks_create_campaign (path, &what, self->clock, "Nguyễn Văn A", NULL, &error);
  g_assert_no_error (error);
  self->campaign = ks_campaign_open (path, self->clock, NULL, &error);
  g_assert_no_error (error);
  assert_template (self, "A {thời điểm}");
  tx = ks_store_begin_write (ks_campaign_get_store (self->campaign), &error);
  ks_setting_table_set (tx, "remind.district", "{người}", &error);
  g_assert_no_error (error);
  ks_campaign_commit (self->campaign, tx, "test", "{}", KS_CHANGE_CALLS, &error);
  g_assert_no_error (error);
  assert_template (self, ks_remind_get_default (KS_REMIND_TO_DISTRICT));
  ks_campaign_close (self->campaign, NULL);
  g_object_unref (self->campaign);
  g_remove (path);
  self->campaign = earlier;
}

static KsRemindWords *
load_words (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;
  KsRemindWords *words = ks_remind_words_load (self->campaign, KS_MOMENT_NONE, &error);

  g_assert_no_error (error);
  return words;
}

/* Whoever moves the end of the survey has it said; whoever ends it asks nobody to go on. */
static void
test_end_moved (KsTestDay *self, gconstpointer data)
{
  KsExtendRequest request = { .until = ks_test_moment ("2024-04-03T12:00"), .reason = "Mất điện" };
  g_autoptr (KsRemindWords) before = load_words (self);
  g_autoptr (KsRemindWords) after = NULL;
  g_autoptr (KsRemindWords) closed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (before->over);
  g_assert_false (before->extended);
  ks_extend (self->campaign, &request, NULL, &error);
  g_assert_no_error (error);
  after = load_words (self);
  g_assert_false (after->over);
  g_assert_true (after->extended);
  g_assert_cmpint (after->until, ==, request.until);
  ks_close_survey (self->campaign, NULL, &error);
  g_assert_no_error (error);
  closed = load_words (self);
  g_assert_true (closed->over);
}

#define ADD(name, function) g_test_add ("/remind/" name, Fixture, NULL, set_up, function, tear_down)
#define ADD_DAY(name, function)                                                                    \
  g_test_add ("/remind/" name, KsTestDay, NULL, ks_test_day_set_up, function,                     \
              ks_test_day_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("usual", test_usual);
  ADD ("before-any-limit", test_before_any_limit);
  ADD ("none-below", test_none_below);
  ADD ("no-answers", test_no_answers);
  ADD ("checking", test_checking);
  ADD ("staff-not-known", test_staff_not_known);
  ADD ("province", test_province);
  ADD ("no-districts", test_no_districts);
  ADD ("extended-and-over", test_extended_and_over);
  ADD ("simulated", test_simulated);
  ADD ("thousands", test_thousands);
  ADD ("hostile-names", test_hostile_names);
  g_test_add_func ("/remind/refused", test_refused);
  g_test_add_func ("/remind/fill", test_fill);
  g_test_add_func ("/remind/split", test_split);
  ADD_DAY ("kept", test_kept);
  ADD_DAY ("next-round", test_next_round);
  ADD_DAY ("end-moved", test_end_moved);
  return g_test_run ();
}
