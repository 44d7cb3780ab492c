/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How files are read stays with the campaign: the next one with the same header asks nothing, a
 * changed header is asked about alone. */

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-create-campaign.h"
#include "ks-import-responses.h"
#include "ks-platform.h"
#include "ks-recipes.h"
#include "ks-test-day.h"

#define HEADER "Dấu thời gian,Mã đơn vị,A1,A2,Họ và tên\n"
#define TOKEN "07210-5M5RYJ"

static KsImportPlan *
look (KsTestDay *self, const char *path, GPtrArray *answers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = ks_plan_tables (self->campaign, path, answers, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 1);
  return g_ptr_array_steal_index (plans, 0);
}

static KsImportResult *
import (KsTestDay *self, const char *path, GPtrArray *answers)
{
  g_autoptr (GError) error = NULL;
  KsImportResult *result
      = ks_import_answered (self->campaign, path, answers, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  ks_test_day_assert_sound (self);
  return result;
}

/* What an officer says: the file as it showed, with one word changed by the test. */
static GPtrArray *
begin_answers (KsTestDay *self, const char *path)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_recipe_free);
  g_autoptr (KsImportPlan) plan = look (self, path, NULL);

  g_ptr_array_add (answers, g_steal_pointer (&plan->recipe));
  return answers;
}

static KsRecipeColumn *
say_column (GPtrArray *answers, const char *header, KsColumnRole role, const char *question)
{
  KsRecipeColumn *column = ks_recipe_find_column (answers->pdata[0], header);

  column->role = role;
  column->chosen = TRUE;
  g_free (column->question_id);
  column->question_id = g_strdup (question);
  return column;
}

static char *
export (KsTestDay *self)
{
  g_autofree char *path = g_build_filename (self->folder, "recipes.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  ks_export_recipes (self->campaign, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The file before, that others are compared with. */
static KsImportResult *
import_first (KsTestDay *self)
{
  g_autofree char *path = ks_test_day_write (
      self, "a.csv", HEADER "01/04/2024 08:05:01," TOKEN ",Tốt,Khá,Nguyễn Văn B\n", -1);

  return import (self, path, NULL);
}

static void
test_kept (KsTestDay *self, gconstpointer data)
{
  g_autofree char *second = ks_test_day_write (
      self, "b.csv", HEADER "01/04/2024 09:05:01," TOKEN ",Tốt,Khá,Trần Thị C\n", -1);
  g_autofree char *none = export (self);
  g_autoptr (KsImportPlan) before = look (self, second, NULL);
  g_autoptr (KsImportResult) result = import_first (self);
  g_autoptr (KsImportPlan) after = look (self, second, NULL);
  g_autofree char *kept = export (self);
  g_autofree char *changes = ks_import_plan_dup_changes (after);

  g_assert_cmpuint (result->counted, ==, 1);
  g_assert_null (strstr (none, "A1"));
  g_assert_false (before->is_known);
  g_assert_true (after->is_known);
  g_assert_null (changes);
  g_assert_nonnull (strstr (kept, "\"A2\""));
  g_assert_nonnull (strstr (kept, "\"personal\""));
  g_assert_null (strstr (kept, "Nguyễn"));
  g_assert_null (strstr (kept, "08:05"));
}

/* The officer says once which question a column of unknown words answers. */
static void
test_column (KsTestDay *self, gconstpointer data)
{
  const char *header = "Dấu thời gian,Mã đơn vị,A1,Câu thứ hai\n";
  g_autofree char *text = g_strconcat (header, "01/04/2024 08:05:01," TOKEN ",Tốt,Khá\n", NULL);
  g_autofree char *more = g_strconcat (header, "01/04/2024 08:06:01," TOKEN ",Tốt,Lạ\n", NULL);
  g_autofree char *first = ks_test_day_write (self, "a.csv", text, -1);
  g_autofree char *second = ks_test_day_write (self, "b.csv", more, -1);
  g_autoptr (GPtrArray) answers = begin_answers (self, first);
  g_autoptr (KsImportResult) one = NULL;
  g_autoptr (KsImportResult) other = NULL;
  g_autoptr (KsImportPlan) plan = NULL;

  say_column (answers, "Câu thứ hai", KS_COLUMN_QUESTION, "A2");
  one = import (self, first, answers);
  g_assert_cmpuint (one->unread, ==, 0);
  plan = look (self, second, NULL);
  g_assert_cmpstr (((KsImportColumn *) plan->columns->pdata[3])->question_id, ==, "A2");
  other = import (self, second, NULL);
  g_assert_cmpuint (other->counted, ==, 1);
  g_assert_cmpuint (other->unread, ==, 1);
}

static void
test_ignored (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (
      self, "a.csv", HEADER "01/04/2024 08:05:01," TOKEN ",Tốt,Lạ,Nguyễn Văn B\n", -1);
  g_autoptr (GPtrArray) answers = begin_answers (self, path);
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsImportPlan) plan = NULL;

  say_column (answers, "A2", KS_COLUMN_IGNORED, NULL);
  result = import (self, path, answers);
  g_assert_cmpuint (result->unread, ==, 0);
  plan = look (self, path, NULL);
  g_assert_cmpint (((KsImportColumn *) plan->columns->pdata[3])->role, ==, KS_COLUMN_IGNORED);
}

/* Where nobody is asked, a column that may be the missing one is refused, and the way out works. */
static void
test_renamed (KsTestDay *self, gconstpointer data)
{
  g_autofree char *second = ks_test_day_write (
      self, "b.csv",
      "Dấu thời gian,Mã đơn vị,A1,Câu hai,Họ và tên\n"
      "01/04/2024 09:05:01," TOKEN ",Tốt,Khá,Trần Thị C\n",
      -1);
  g_autoptr (KsImportResult) result = import_first (self);
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (KsImportResult) said = NULL;
  g_autoptr (KsImportPlan) plan = look (self, second, NULL);
  g_autofree char *changes = ks_import_plan_dup_changes (plan);
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (changes, "“Câu hai”"));
  g_assert_nonnull (strstr (changes, "“A2”"));
  g_assert_null (strstr (changes, "“A1”"));
  g_assert_null (ks_import_responses (self->campaign, second, FALSE, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“Câu hai”"));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  answers = begin_answers (self, second);
  say_column (answers, "Câu hai", KS_COLUMN_QUESTION, "A2");
  said = import (self, second, answers);
  g_assert_cmpuint (said->counted, ==, 1);
}

/* Another service asks the same questions among columns of its own: that is no changed header, and
 * what was said of the times of one does not hold for those of the other. */
static void
test_other_service (KsTestDay *self, gconstpointer data)
{
  g_autofree char *forms = ks_test_day_write (
      self, "b.csv",
      "ID,Start time,Completion time,Mã đơn vị,A1,A2,A3,A4,B1\n"
      "1,01/04/2024 09:01:01,01/04/2024 09:05:01," TOKEN ",Tốt,Khá,Tốt,Tốt,Tốt\n",
      -1);
  g_autofree char *poorer = ks_test_day_write (
      self, "c.csv",
      "ID,Start time,Completion time,Mã đơn vị,A1,A3,A4,B1,Ý kiến hai\n"
      "1,01/04/2024 09:01:01,01/04/2024 09:05:01," TOKEN ",Tốt,Khá,Tốt,Tốt,x\n",
      -1);
  g_autofree char *first = ks_test_day_write (
      self, "a.csv",
      "Dấu thời gian,Mã đơn vị,A1,A2,A3,A4,B1\n01/04/2024 08:05:01," TOKEN ",Tốt,Khá,Tốt,Tốt,Tốt\n", -1);
  g_autoptr (GPtrArray) answers = begin_answers (self, first);
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsImportPlan) plan = NULL;
  g_autoptr (KsImportPlan) lost = NULL;

  ((KsRecipe *) answers->pdata[0])->zone = 0;
  result = import (self, first, answers);
  plan = look (self, forms, NULL);
  g_assert_cmpstr (plan->source, ==, "msforms");
  g_assert_null (ks_import_plan_dup_changes (plan));
  g_assert_cmpint (plan->times.zone, ==, KS_VIETNAM_OFFSET);
  g_assert_cmpint (plan->recipe->zone, ==, KS_RECIPE_ZONE_UNSAID);
  /* A question that is gone is told all the same. */
  lost = look (self, poorer, NULL);
  g_assert_cmpstr (lost->lost, ==, "A2");
  g_assert_nonnull (ks_import_plan_find_unclear (lost));
}

/* A new column beside all the old ones is nothing to ask about. */
static void
test_grown (KsTestDay *self, gconstpointer data)
{
  g_autofree char *second = ks_test_day_write (
      self, "b.csv",
      "Dấu thời gian,Mã đơn vị,A1,A2,Họ và tên,Ghi chú riêng\n"
      "01/04/2024 09:05:01," TOKEN ",Tốt,Khá,Trần Thị C,x\n",
      -1);
  g_autoptr (KsImportResult) one = import_first (self);
  g_autoptr (KsImportResult) other = import (self, second, NULL);

  g_assert_cmpuint (other->counted, ==, 1);
  g_assert_nonnull (strstr (other->notes[0], "“Ghi chú riêng”"));
}

static void
test_values (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (
      self, "a.csv",
      HEADER "01/04/2024 08:05:01," TOKEN ",Tuyệt vời,Khá,x\n"
             "01/04/2024 08:06:01," TOKEN ",tuyệt vời,Khá,x\n"
             "01/04/2024 08:07:01," TOKEN ",Tuyệt vời,Kha khá,x\n",
      -1);
  g_autoptr (GPtrArray) answers = begin_answers (self, path);
  g_autoptr (KsImportResult) asked
      = ks_import_answered (self->campaign, path, answers, TRUE, NULL, NULL, NULL);
  const KsUnknownValue *most = asked->unknown_values->pdata[0];
  g_autoptr (KsImportResult) result = NULL;

  g_assert_cmpuint (asked->unread, ==, 4);
  g_assert_cmpstr (most->text, ==, "Tuyệt vời");
  g_assert_cmpstr (most->question_id, ==, "A1");
  g_assert_cmpuint (most->n_cells, ==, 2);
  ks_recipe_set_value (answers->pdata[0], "A1", "Tuyệt vời", 1);
  result = import (self, path, answers);
  g_assert_cmpuint (result->unread, ==, 1);
  g_assert_cmpstr (((KsUnknownValue *) result->unknown_values->pdata[0])->text, ==, "Kha khá");
}

/* A unit is guessed, never taken, until the officer confirmed it; then for the next file as well. */
static void
test_units (KsTestDay *self, gconstpointer data)
{
  g_autofree char *first = ks_test_day_write (
      self, "a.csv",
      HEADER "01/04/2024 08:05:01,xa phuc son,Tốt,Khá,x\n"
             "01/04/2024 08:05:09," TOKEN ",Tốt,Khá,x\n",
      -1);
  g_autofree char *second = ks_test_day_write (
      self, "b.csv",
      HEADER "01/04/2024 09:05:01,xa phuc son,Tốt,Khá,x\n"
             "01/04/2024 09:05:09," TOKEN ",Tốt,Khá,x\n",
      -1);
  g_autoptr (GPtrArray) answers = begin_answers (self, first);
  g_autoptr (KsImportResult) asked
      = ks_import_answered (self->campaign, first, answers, TRUE, NULL, NULL, NULL);
  const KsUnknownUnit *unit = asked->unknown_units->pdata[0];
  g_autoptr (KsImportResult) one = NULL;
  g_autoptr (KsImportResult) other = NULL;

  g_assert_cmpuint (asked->reasons[KS_REASON_UNKNOWN_UNIT], ==, 1);
  g_assert_cmpuint (asked->unknown_units->len, ==, 1);
  g_assert_cmpuint (unit->n_guesses, >=, 2);
  g_assert_true (g_str_equal (unit->guesses[0], "07318") || g_str_equal (unit->guesses[1], "07318"));
  ks_recipe_set_unit (answers->pdata[0], unit->given, "07318");
  one = import (self, first, answers);
  g_assert_cmpuint (one->counted, ==, 2);
  other = import (self, second, NULL);
  g_assert_cmpuint (other->counted, ==, 2);
}

static KsMoment
get_first_time (KsTestDay *self, const char *path, KsRecipeDates dates, int zone)
{
  g_autoptr (GPtrArray) answers = begin_answers (self, path);
  g_autoptr (KsImportPlan) plan = NULL;
  KsRecipe *recipe = answers->pdata[0];
  KsMoment moment;

  recipe->dates = dates;
  recipe->zone = zone;
  plan = look (self, path, answers);
  g_assert_true (ks_answer_time_parse ("05/06/2024 08:05", strlen ("05/06/2024 08:05"), &plan->times,
                                       &moment));
  return moment;
}

/* Nothing in the file decides: the officer does. */
static void
test_dates (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (
      self, "a.csv", HEADER "05/06/2024 08:05," TOKEN ",Tốt,Khá,x\n", -1);
  g_autofree char *sure = ks_test_day_write (
      self, "b.csv", HEADER "25/06/2024 08:05," TOKEN ",Tốt,Khá,x\n", -1);

  g_assert_cmpint (
      get_first_time (self, path, KS_RECIPE_DATES_UNSAID, KS_RECIPE_ZONE_UNSAID), ==,
      ks_test_moment ("2024-06-05T08:05"));
  g_assert_cmpint (
      get_first_time (self, path, KS_RECIPE_DATES_MONTH_FIRST, KS_RECIPE_ZONE_UNSAID), ==,
      ks_test_moment ("2024-05-06T08:05"));
  g_assert_cmpint (get_first_time (self, path, KS_RECIPE_DATES_MONTH_FIRST, 0), ==,
                   ks_test_moment ("2024-05-06T15:05"));
  g_assert_cmpint (
      get_first_time (self, sure, KS_RECIPE_DATES_MONTH_FIRST, KS_RECIPE_ZONE_UNSAID), ==,
      ks_test_moment ("2024-06-05T08:05"));
}

#define COLUMN(header) "{\"columns\":[{\"header\":\"" header "\",\"role\":\"time\"}]}"

static void
load_two (KsTestDay *self, const char *json)
{
  g_autofree char *path = ks_test_day_write (self, "two.json", json, -1);
  g_autoptr (GError) error = NULL;

  ks_import_recipes (self->campaign, path, NULL, &error);
  g_assert_no_error (error);
}

/* Of two recipes that serve alike the first is taken: loading keeps the order. */
static void
test_order (KsTestDay *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *turned = NULL;

  load_two (self, "{\"recipes\":[" COLUMN ("một") "," COLUMN ("hai") "]}");
  text = export (self);
  g_assert_true (strstr (text, "một") < strstr (text, "hai"));
  load_two (self, "{\"recipes\":[" COLUMN ("hai") "," COLUMN ("một") "]}");
  turned = export (self);
  g_assert_true (strstr (turned, "hai") < strstr (turned, "một"));
}

/* Those that nobody used for longest make room, so that all can be handed on. */
static void
test_many (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GString) json = g_string_new ("{\"recipes\":[" COLUMN ("đầu"));
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  load_two (self, "{\"recipes\":[" COLUMN ("cũ nhất") "]}");
  ks_clock_set (self->clock, ks_clock_now (self->clock) + 3600);
  for (guint i = 1; i < KS_RECIPE_MAX; i++)
    g_string_append_printf (json, "," COLUMN ("cột %u"), i);
  g_string_append (json, "]}");
  load_two (self, json->str);
  text = export (self);
  g_assert_null (strstr (text, "cũ nhất"));
  g_assert_nonnull (strstr (text, "đầu"));
  path = ks_test_day_write (self, "all.json", text, -1);
  ks_import_recipes (self->campaign, path, NULL, &error);
  g_assert_no_error (error);
}

static void
test_export (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "recipes.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  KsTestDay other;

  ks_test_day_import_day (self);
  text = export (self);
  ks_test_day_set_up (&other, NULL);
  ks_import_recipes (other.campaign, path, &outcome, &error);
  g_assert_no_error (error);
  again = export (&other);
  g_assert_cmpstr (again, ==, text);
  broken = ks_test_day_write (&other, "broken.json", "{\"recipes\":[{}]}", -1);
  before = ks_test_day_hash (&other);
  g_assert_false (ks_import_recipes (other.campaign, broken, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "broken.json: "));
  after = ks_test_day_hash (&other);
  g_assert_cmpstr (after, ==, before);
  ks_test_day_tear_down (&other, NULL);
}

/* The survey of the next year is exported by the same service. */
static void
test_next_round (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "next.khaosat", NULL);
  KsNewCampaign what = { .title = "PKS 01", .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE,
                         .previous_path = self->path };
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  KsTestDay next = *self;

  ks_test_day_import_day (self);
  load_two (self, "{\"recipes\":[" COLUMN ("một") "," COLUMN ("hai") "]}");
  text = export (self);
  g_assert_true (ks_day_parse ("2025-04-01", &what.day));
  ks_create_campaign (path, &what, self->clock, "Nguyễn Văn A", NULL, &error);
  g_assert_no_error (error);
  next.campaign = ks_campaign_open (path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
  again = export (&next);
  g_assert_cmpstr (again, ==, text);
  g_assert_true (ks_campaign_close (next.campaign, NULL));
  g_object_unref (next.campaign);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*run) (KsTestDay *self, gconstpointer data);
  } tests[] = {
    { "/recipes/kept", test_kept },         { "/recipes/column", test_column },
    { "/recipes/ignored", test_ignored },   { "/recipes/renamed", test_renamed },
    { "/recipes/other-service", test_other_service },
    { "/recipes/many", test_many },
    { "/recipes/grown", test_grown },       { "/recipes/values", test_values },
    { "/recipes/units", test_units },       { "/recipes/dates", test_dates },
    { "/recipes/order", test_order },       { "/recipes/export", test_export },
    { "/recipes/next-round", test_next_round },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, KsTestDay, NULL, ks_test_day_set_up, tests[i].run,
                ks_test_day_tear_down);
  return g_test_run ();
}
