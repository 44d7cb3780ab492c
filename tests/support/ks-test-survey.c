/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-test-survey.h"

#include <string.h>

#include "ks-create-campaign.h"
#include "ks-response-writer.h"
#include "ks-tally-table.h"
#include "ks-test-day.h"
#include "ks-test.h"
#include "ks-transaction.h"

#define N_MOODS 3
#define IN_MEMORY "/dev/shm" /* where thousands of commits wait for no disk */

static const char units_csv[]
    = "code,name,type,district_code,district_name,staff_party,staff_government,staff_front,staff_unions\n"
      "07201,Xã Một,Xã,213,Huyện A,6,16,3,6\n"
      "07204,Xã Hai,Xã,213,Huyện A,4,11,2,4\n"
      "07207,Xã Ba,Xã,213,Huyện A,3,12,1,3\n"
      "07210,Xã Bốn,Xã,215,Huyện B,5,13,2,5\n"
      "07213,Xã Năm,Xã,215,Huyện B,4,12,2,5\n"
      "07216,Xã Sáu,Xã,215,Huyện B,4,12,2,5\n"
      "07219,Xã Bảy,Xã,216,Huyện C,4,12,2,5\n"
      "07222,Xã Tám,Xã,,,4,12,2,5\n";

static const char form_json[]
    = "{\"id\": \"THU\", \"title\": \"PHIẾU THỬ\", \"scales\": {"
      "\"BA\": {\"kind\": \"ordinal\", \"options\": [{\"value\": 3, \"label\": \"Tốt\"},"
      " {\"value\": 2, \"label\": \"Khá\"}, {\"value\": 1, \"label\": \"Kém\"}]},"
      "\"BON\": {\"kind\": \"ordinal\", \"options\": [{\"value\": 4, \"label\": \"Rất tốt\"},"
      " {\"value\": 3, \"label\": \"Tốt\"}, {\"value\": 2, \"label\": \"Khá\"},"
      " {\"value\": 1, \"label\": \"Kém\"}, {\"value\": null, \"label\": \"Không biết\"}]}},"
      "\"profile\": [{\"id\": \"P0\", \"role\": \"unit\", \"text\": \"Đơn vị\", \"prefill\": true},"
      "{\"id\": \"P1\", \"text\": \"Đồng chí đang công tác tại\", \"type\": \"single\","
      " \"options\": [\"Đảng ủy\", \"Ủy ban nhân dân\", \"Mặt trận Tổ quốc\"]},"
      "{\"id\": \"P2\", \"text\": \"Đồng chí là\", \"type\": \"single\","
      " \"options\": [\"Cán bộ\", \"Công chức\"]}],"
      "\"sections\": [{\"id\": \"A\", \"title\": \"Phần A\", \"questions\": ["
      "{\"id\": \"A1\", \"type\": \"single\", \"scale\": \"BA\", \"text\": \"Câu một\"},"
      "{\"id\": \"A2\", \"type\": \"single\", \"scale\": \"BON\", \"text\": \"Câu hai\", \"key\": true},"
      "{\"id\": \"A3\", \"type\": \"single\", \"scale\": \"BA\", \"text\": \"Câu ba\","
      " \"sensitive\": true},"
      "{\"id\": \"A4\", \"type\": \"multi\", \"text\": \"Câu bốn\", \"options\": [\"Có\", \"Không\"]}]},"
      "{\"id\": \"B\", \"title\": \"Phần B\", \"questions\": ["
      "{\"id\": \"B1\", \"type\": \"text\", \"text\": \"Ý kiến\"}]}]}";

static char *
write_file (KsTestSurvey *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
make_folder (void)
{
  g_autofree char *fast = g_strdup (IN_MEMORY "/ks-survey-XXXXXX");

  if (g_getenv ("TMPDIR") == NULL && g_mkdtemp (fast) != NULL)
    return g_steal_pointer (&fast);
  return g_dir_make_tmp ("ks-survey-XXXXXX", NULL);
}

void
ks_test_survey_set_up (KsTestSurvey *self, gconstpointer data)
{
  g_autofree char *units = NULL;
  g_autofree char *form = NULL;
  g_autofree char *path = NULL;
  KsNewCampaign what = { .title = "PKS 01", .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE,
                         .id = "PKS01-2024", .key_hex = KS_TEST_KEY, .template = KS_TEST_TEMPLATE };
  g_autoptr (GError) error = NULL;

  self->folder = make_folder ();
  what.units_path = units = write_file (self, "units.csv", units_csv);
  what.form_path = form = write_file (self, "form.json", form_json);
  path = g_build_filename (self->folder, "survey.khaosat", NULL);
  g_assert_true (ks_day_parse ("2024-04-01", &what.day));
  self->clock = ks_clock_new_fixed (ks_test_moment ("2024-04-02T08:05"));
  ks_create_campaign (path, &what, self->clock, "A", NULL, &error);
  g_assert_no_error (error);
  self->campaign = ks_campaign_open (path, self->clock, "A", &error);
  g_assert_no_error (error);
  self->registry = ks_campaign_dup_registry (self->campaign);
  self->form = ks_campaign_dup_form (self->campaign);
  g_assert_cmpuint (ks_registry_get_n_units (self->registry), ==, KS_TEST_N_UNITS);
}

static void
forget (KsTestSurvey *self)
{
  for (guint i = 0; i < KS_TEST_N_UNITS; i++)
    g_clear_pointer (&self->now[i], g_ptr_array_unref);
  g_clear_pointer (&self->moments, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->rand, g_rand_free);
}

void
ks_test_survey_tear_down (KsTestSurvey *self, gconstpointer data)
{
  forget (self);
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  ks_test_remove_folder (self->folder);
  g_clear_pointer (&self->clock, ks_clock_unref);
  g_free (self->folder);
}

void
ks_test_survey_begin (KsTestSurvey *self, guint32 seed)
{
  forget (self);
  self->rand = g_rand_new_with_seed (seed);
  self->moments = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answers = g_ptr_array_new ();
  for (guint i = 0; i < KS_TEST_N_UNITS; i++)
    {
      self->now[i] = g_ptr_array_new_with_free_func (g_free);
      self->mood[i] = (guint) g_rand_int_range (self->rand, 0, 2 * N_MOODS);
      self->mood[i] = self->mood[i] > N_MOODS ? 0 : self->mood[i];
    }
}

/* One in ten leaves a question blank; in some units all choose the same. */
static char *
invent_sheet (KsTestSurvey *self, guint unit)
{
  char *answers = g_strnfill (ks_form_get_answer_width (self->form), '-');

  for (guint i = 0; i < ks_form_get_n_questions (self->form); i++)
    {
      const KsQuestion *question = ks_form_get_question (self->form, i);
      gboolean agreed = self->mood[unit] > 0 && !question->profile;

      ks_question_write_blank (question, answers);
      if (question->type == KS_QUESTION_TEXT || g_rand_int_range (self->rand, 0, 10) == 0)
        continue;
      ks_question_write_choice (
          question, answers,
          agreed ? MIN (self->mood[unit], question->n_options)
                 : (guint) g_rand_int_range (self->rand, 1, (gint32) question->n_options + 1));
    }
  return answers;
}

static void
bring_in (KsTestSurvey *self, guint unit, guint n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->now[unit], invent_sheet (self, unit));
}

static void
take_out (KsTestSurvey *self, guint unit)
{
  GPtrArray *sheets = self->now[unit];

  if (sheets->len > 0)
    g_ptr_array_remove_index_fast (sheets, (guint) g_rand_int_range (self->rand, 0, (gint32) sheets->len));
}

/* As a sheet that was sent with the code of another unit. */
static void
move (KsTestSurvey *self, guint from, guint to)
{
  if (self->now[from]->len > 0)
    g_ptr_array_add (self->now[to], g_ptr_array_steal_index_fast (self->now[from], 0));
}

static void
act (KsTestSurvey *self)
{
  guint unit = (guint) g_rand_int_range (self->rand, 0, KS_TEST_N_UNITS);

  switch (g_rand_int_range (self->rand, 0, 8))
    {
    case 0:
    case 1:
    case 2:
      bring_in (self, unit, 1);
      break;
    case 3:
      bring_in (self, unit, (guint) g_rand_int_range (self->rand, 4, 8));
      break;
    case 4:
      take_out (self, unit);
      break;
    case 5:
      take_out (self, unit);
      bring_in (self, unit, 1);
      break;
    case 6:
      move (self, unit, (guint) g_rand_int_range (self->rand, 0, KS_TEST_N_UNITS));
      break;
    default: /* all of an import */
      if (g_rand_int_range (self->rand, 0, 4) == 0)
        g_ptr_array_set_size (self->now[unit], 0);
    }
}

static void
insert_all (KsTestSurvey *self, KsTransaction *tx)
{
  g_autoptr (KsResponseWriter) writer = ks_response_writer_new (tx, NULL);
  gint64 row = 0;

  for (guint unit = 0; unit < KS_TEST_N_UNITS; unit++)
    for (guint i = 0; i < self->now[unit]->len; i++)
      {
        const KsResponse response = {
          .id = ++row,
          .batch = 1,
          .source_row = row,
          .unit = ks_unit_get_code (ks_registry_get_unit (self->registry, unit)),
          .given = "",
          .answered = ks_test_moment ("2024-04-01T09:00") + row,
          .answers = g_ptr_array_index (self->now[unit], i),
          .digest = row,
        };

        g_assert_true (ks_response_writer_add (writer, &response, NULL));
      }
  g_assert_true (ks_response_writer_flush (writer, NULL));
}

/* The campaign has these sheets, however they came about. */
static void
plant (KsTestSurvey *self)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_write (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (KsTally) tally = NULL;
  g_autoptr (GError) error = NULL;

  if (self->moments->len == 0)
    ks_transaction_exec (tx, "DELETE FROM given_out; DELETE FROM given_unit", &error);
  g_assert_no_error (error);
  ks_transaction_exec (tx, "DELETE FROM response", &error);
  g_assert_no_error (error);
  insert_all (self, tx);
  tally = ks_tally_recompute (tx, self->registry, self->form, &error);
  g_assert_no_error (error);
  ks_tally_table_save (tx, self->registry, tally, &error);
  g_assert_no_error (error);
  ks_campaign_commit (self->campaign, tx, "plant", "{}", KS_CHANGE_ANSWERS, &error);
  g_assert_no_error (error);
}

/* Sheets that say the same are the same: which of them are in a table makes no difference to it. */
static guint
number_sheet (KsTestSurvey *self, guint unit, const char *answers, GHashTable *seen)
{
  guint n_equal = GPOINTER_TO_UINT (g_hash_table_lookup (seen, answers));
  g_autofree char *key = g_strdup_printf ("%u %s %u", unit, answers, n_equal);
  gpointer number = g_hash_table_lookup (self->numbers, key);

  g_hash_table_insert (seen, (gpointer) answers, GUINT_TO_POINTER (n_equal + 1));
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (self->answers->len + 1);
      g_ptr_array_add (self->answers, key);
      g_hash_table_insert (self->numbers, g_steal_pointer (&key), number);
    }
  return GPOINTER_TO_UINT (number) - 1;
}

static void
note_sheets (KsTestSurvey *self)
{
  for (guint unit = 0; unit < KS_TEST_N_UNITS; unit++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      GArray *sheets = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < self->now[unit]->len; i++)
        {
          guint number = number_sheet (self, unit, g_ptr_array_index (self->now[unit], i), seen);

          g_array_append_val (sheets, number);
        }
      g_ptr_array_add (self->moments, sheets);
    }
}

void
ks_test_survey_change (KsTestSurvey *self)
{
  static const guint sizes[] = { 0, 1, 4, 5, 5, 6, 9, 12 };

  if (self->moments->len == 0)
    for (guint unit = 0; unit < KS_TEST_N_UNITS; unit++)
      bring_in (self, unit, sizes[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (sizes))]);
  for (int i = g_rand_int_range (self->rand, 0, 9); i > 0; i--)
    act (self);
  plant (self);
  note_sheets (self);
}

guint
ks_test_survey_get_n_moments (KsTestSurvey *self)
{
  return self->moments->len / KS_TEST_N_UNITS;
}

GArray *
ks_test_survey_get_sheets (KsTestSurvey *self, guint moment, guint unit)
{
  return g_ptr_array_index (self->moments, moment * KS_TEST_N_UNITS + unit);
}

const char *
ks_test_survey_get_answers (KsTestSurvey *self, guint sheet)
{
  const char *key = g_ptr_array_index (self->answers, sheet);

  return strchr (key, ' ') + 1;
}

GArray *
ks_test_survey_dup_scopes (KsTestSurvey *self, KsScopeKind kind)
{
  GArray *scopes = g_array_new (FALSE, FALSE, sizeof (KsScope));
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

  if (kind == KS_SCOPE_PROVINCE)
    g_array_append_val (scopes, province);
  for (guint i = 0; kind == KS_SCOPE_DISTRICT && i < ks_registry_get_n_districts (self->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);
      KsScope scope = { kind, district->code, district->name };

      g_array_append_val (scopes, scope);
    }
  for (guint i = 0; kind == KS_SCOPE_UNIT && i < KS_TEST_N_UNITS; i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);
      KsScope scope = { kind, ks_unit_get_code (unit), ks_unit_get_name (unit) };

      g_array_append_val (scopes, scope);
    }
  return scopes;
}
