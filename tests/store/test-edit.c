/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-district-contacts.h"
#include "ks-edit-unit.h"
#include "ks-import-units.h"
#include "ks-log-table.h"
#include "ks-model-error.h"
#include "ks-results.h"
#include "ks-set-population.h"
#include "ks-staff-change-table.h"
#include "ks-test-day.h"

#define UNIT "07201"

static char *
get_text (KsTestDay *self, const char *code, KsUnitField field)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  KsUnit *unit = ks_registry_lookup (registry, code);

  return unit != NULL ? ks_unit_dup_text (unit, field) : NULL;
}

static void
assert_text (KsTestDay *self, const char *code, KsUnitField field, const char *expected)
{
  g_autofree char *text = get_text (self, code, field);

  g_assert_cmpstr (text, ==, expected);
}

static KsOutcome *
edit (KsTestDay *self, const char *code, KsUnitField field, const char *text, const char *reason)
{
  const KsUnitEdit change = { field, text };
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  ks_edit_unit (self->campaign, code, &change, 1, reason, &outcome, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
undo (KsTestDay *self, KsOutcome *outcome)
{
  g_autoptr (KsOutcome) own = outcome;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_outcome_can_undo (own));
  ks_outcome_undo (own, self->campaign, &error);
  g_assert_no_error (error);
}

static void
refuse_edit (
    KsTestDay *self, const char *code, KsUnitField field, const char *text, const char *part)
{
  const KsUnitEdit change = { field, text };
  g_autofree char *head = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_edit_unit (self->campaign, code, &change, 1, NULL, NULL, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (after, ==, head);
}

static char *
get_last_payload (KsTestDay *self, const char *action)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (GPtrArray) entries = ks_log_table_load (tx, NULL);
  KsLogEntry *last = entries->pdata[entries->len - 1];

  g_assert_cmpstr (last->action, ==, action);
  return g_strdup (last->payload);
}

/* Three steps forward, three back: the list is what it was. */
static void
test_several_steps (KsTestDay *self, gconstpointer data)
{
  KsOutcome *first = edit (self, UNIT, KS_UNIT_TOTAL, "9", NULL);
  KsOutcome *second = edit (self, UNIT, KS_UNIT_HEAD, "Đ/c Nguyễn Thị Mẫu", NULL);
  KsOutcome *third = edit (self, UNIT, KS_UNIT_TOTAL, "12", NULL);
  g_autofree char *payload = get_last_payload (self, "edit-unit");

  g_assert_nonnull (strstr (payload, "staff_party"));
  g_assert_nonnull (strstr (payload, "\"12\""));
  assert_text (self, UNIT, KS_UNIT_TOTAL, "12");
  undo (self, third);
  assert_text (self, UNIT, KS_UNIT_TOTAL, "9");
  assert_text (self, UNIT, KS_UNIT_HEAD, "Đ/c Nguyễn Thị Mẫu");
  undo (self, second);
  assert_text (self, UNIT, KS_UNIT_HEAD, "");
  undo (self, first);
  assert_text (self, UNIT, KS_UNIT_TOTAL, "6");
}

/* What the people of a working group are called is nobody's business in the log. */
static void
test_log_keeps_no_people (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = edit (self, UNIT, KS_UNIT_PHONE, "0912 345 678", NULL);
  g_autofree char *payload = get_last_payload (self, "edit-unit");

  g_assert_nonnull (strstr (payload, "phone"));
  g_assert_null (strstr (payload, "0912"));
}

static void
test_nothing_to_change (KsTestDay *self, gconstpointer data)
{
  g_autofree char *head = ks_test_day_hash (self);
  g_autofree char *after = NULL;

  g_assert_null (edit (self, UNIT, KS_UNIT_NAME, " Phường  Thọ Xương ", NULL));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (after, ==, head);
}

static void
test_refusals (KsTestDay *self, gconstpointer data)
{
  refuse_edit (self, "99999", KS_UNIT_NAME, "Xã A", "99999");
  refuse_edit (self, UNIT, KS_UNIT_NAME, "", ks_unit_field_get_label (KS_UNIT_NAME));
  refuse_edit (self, UNIT, KS_UNIT_TOTAL, "-1", ks_unit_field_get_label (KS_UNIT_TOTAL));
  refuse_edit (self, UNIT, KS_UNIT_EXCUSED, "500", "500");
  refuse_edit (self, UNIT, KS_UNIT_LINK, "javascript:alert(1)",
               ks_unit_field_get_label (KS_UNIT_LINK));
}

/* Nobody has counted on a day to come; that of the survey itself may be told before. */
static void
test_day_to_come (KsTestDay *self, gconstpointer data)
{
  const char *label = ks_unit_field_get_label (KS_UNIT_STAFF_DAY);
  const KsUnitEdit edits[] = { { KS_UNIT_NAME, "Xã Mới" }, { KS_UNIT_STAFF_DAY, "1/4/2042" } };
  g_autoptr (KsOutcome) today = edit (self, UNIT, KS_UNIT_STAFF_DAY, "2/4/2024", NULL);
  g_autoptr (KsOutcome) survey = NULL;

  assert_text (self, UNIT, KS_UNIT_STAFF_DAY, "2024-04-02");
  refuse_edit (self, UNIT, KS_UNIT_STAFF_DAY, "3/4/2024", label);
  refuse_edit (self, UNIT, KS_UNIT_STAFF_DAY, "1/4/2042", label);
  g_assert_false (ks_add_unit (self->campaign, "99001", edits, 2, NULL, NULL));
  ks_clock_set (self->clock, ks_test_moment ("2024-03-20T08:00"));
  refuse_edit (self, UNIT, KS_UNIT_STAFF_DAY, "2/4/2024 ", label);
  survey = edit (self, UNIT, KS_UNIT_STAFF_DAY, "1/4/2024", NULL);
  assert_text (self, UNIT, KS_UNIT_STAFF_DAY, "2024-04-01");
}

/* Districts of the list are named by code or by name; one that nobody knows gets its name as code.
 */
static void
test_district (KsTestDay *self, gconstpointer data)
{
  ks_outcome_free (edit (self, UNIT, KS_UNIT_DISTRICT_NAME, "Huyện Lục Nam", NULL));
  assert_text (self, UNIT, KS_UNIT_DISTRICT_CODE, "218");
  ks_outcome_free (edit (self, UNIT, KS_UNIT_DISTRICT_CODE, "213", NULL));
  assert_text (self, UNIT, KS_UNIT_DISTRICT_NAME, "Thành phố Bắc Giang");
  ks_outcome_free (edit (self, UNIT, KS_UNIT_DISTRICT_NAME, "Huyện Mới", NULL));
  assert_text (self, UNIT, KS_UNIT_DISTRICT_CODE, "Huyện Mới");
  ks_outcome_free (edit (self, UNIT, KS_UNIT_DISTRICT_NAME, "", NULL));
  assert_text (self, UNIT, KS_UNIT_DISTRICT_CODE, "");
}

static guint
count_staff_changes (KsTestDay *self)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (GPtrArray) changes = ks_staff_change_table_load (tx, NULL);

  return changes->len;
}

/* Before answers come in staff changes freely; afterwards it tells why, and undo takes that back.
 */
static void
test_reason (KsTestDay *self, gconstpointer data)
{
  g_autofree char *payload = NULL;
  KsOutcome *outcome;

  g_assert_false (ks_staff_needs_reason (self->campaign));
  ks_outcome_free (edit (self, UNIT, KS_UNIT_TOTAL, "5", NULL));
  g_assert_cmpuint (count_staff_changes (self), ==, 0);
  ks_test_day_import_day (self);
  g_assert_true (ks_staff_needs_reason (self->campaign));
  refuse_edit (self, UNIT, KS_UNIT_TOTAL, "7", "32");
  ks_outcome_free (edit (self, UNIT, KS_UNIT_NOTE, "không cần lý do", NULL));
  outcome = edit (self, UNIT, KS_UNIT_TOTAL, "7", "Bổ sung một đồng chí");
  payload = get_last_payload (self, "edit-unit");
  g_assert_nonnull (strstr (payload, "Bổ sung một đồng chí"));
  g_assert_cmpuint (count_staff_changes (self), ==, 1);
  undo (self, outcome);
  g_assert_cmpuint (count_staff_changes (self), ==, 0);
  assert_text (self, UNIT, KS_UNIT_TOTAL, "5");
}

static void
test_add (KsTestDay *self, gconstpointer data)
{
  const KsUnitEdit edits[] = { { KS_UNIT_NAME, "Xã Mới" },
                               { KS_UNIT_DISTRICT_NAME, "Huyện Lục Nam" },
                               { KS_UNIT_TOTAL, "7" } };
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  g_assert_true (ks_add_unit (self->campaign, "7999", edits, 3, &outcome, NULL));
  assert_text (self, "07999", KS_UNIT_KIND, "Xã");
  assert_text (self, "07999", KS_UNIT_DISTRICT_CODE, "218");
  registry = ks_campaign_dup_registry (self->campaign);
  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 210);
  g_assert_false (ks_add_unit (self->campaign, "07999", edits, 3, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ks_add_unit (self->campaign, "mười", edits, 3, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ks_add_unit (self->campaign, "07998", edits + 1, 2, NULL, &error));
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  undo (self, outcome);
  g_assert_null (get_text (self, "07999", KS_UNIT_NAME));
}

static void
test_retire (KsTestDay *self, gconstpointer data)
{
  const KsUnitEdit name = { KS_UNIT_NAME, "Xã A" };
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;
  KsDay day;

  ks_day_parse ("2024-03-15", &day);
  ks_outcome_free (edit (self, UNIT, KS_UNIT_NOTE, "giữ lại", NULL));
  g_assert_true (ks_retire_unit (self->campaign, UNIT, day, NULL, &outcome, NULL));
  registry = ks_campaign_dup_registry (self->campaign);
  g_assert_null (ks_registry_lookup (registry, UNIT));
  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 208);
  results = ks_results_load (self->campaign, NULL);
  g_assert_nonnull (results);
  g_assert_false (ks_retire_unit (self->campaign, UNIT, day, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ks_add_unit (self->campaign, UNIT, &name, 1, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  undo (self, outcome);
  assert_text (self, UNIT, KS_UNIT_NOTE, "giữ lại");

  g_assert_true (ks_retire_unit (self->campaign, UNIT, day, NULL, NULL, NULL));
  g_assert_true (ks_restore_unit (self->campaign, UNIT, NULL, &outcome, NULL));
  assert_text (self, UNIT, KS_UNIT_NOTE, "giữ lại");
  undo (self, outcome);
  g_assert_null (get_text (self, UNIT, KS_UNIT_NAME));
}

static void
test_retire_with_answers (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KsDay day;

  ks_day_parse ("2024-03-15", &day);
  ks_test_day_import_day (self);
  g_assert_false (ks_retire_unit (self->campaign, UNIT, day, "gộp", NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  assert_text (self, UNIT, KS_UNIT_NAME, "Phường Thọ Xương");
}

/* A list that is loaded keeps what lists do not tell. */
/* What a list says, if nobody needs to be asked. */
static gboolean
take_over (KsCampaign *campaign, const char *path, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (KsUnitsPlan) plan = ks_plan_units (campaign, paths, KS_ENCODING_AUTO, NULL, error);

  return plan != NULL && ks_units_plan_apply (plan, campaign, NULL, NULL, NULL, error);
}

static void
test_import_keeps_details (KsTestDay *self, gconstpointer data)
{
  g_autofree char *units = ks_test_day_path ("units.csv");
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;
  KsDay day;

  ks_day_parse ("2024-03-15", &day);
  ks_outcome_free (edit (self, UNIT, KS_UNIT_HEAD, "Đ/c A", NULL));
  ks_outcome_free (edit (self, UNIT, KS_UNIT_TOTAL, "99", NULL));
  g_assert_true (take_over (self->campaign, units, &error));
  g_assert_no_error (error);
  /* A unit out of use comes back by a decision, not by a list. */
  g_assert_true (ks_retire_unit (self->campaign, "07204", day, NULL, NULL, NULL));
  g_assert_false (take_over (self->campaign, units, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  assert_text (self, UNIT, KS_UNIT_HEAD, "Đ/c A");
  assert_text (self, UNIT, KS_UNIT_TOTAL, "6");
  registry = ks_campaign_dup_registry (self->campaign);
  g_assert_null (ks_registry_lookup (registry, "07204"));
  g_assert_cmpuint (ks_registry_get_retired (registry)->len, ==, 1);
}

static void
test_contacts (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDistrictContact) contact = ks_district_contact_new ("213");
  g_autoptr (KsDistrictContact) stranger = ks_district_contact_new ("999");
  g_autoptr (KsDistrictContact) read = NULL;
  g_autoptr (KsDistrictContact) after = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;
  KsOutcome *again = NULL;

  ks_district_contact_set (contact, KS_DISTRICT_CHAIR, "Đ/c Mẫu", NULL);
  g_assert_true (ks_set_district_contact (self->campaign, contact, &outcome, NULL));
  read = ks_district_contact_load (self->campaign, "213", NULL);
  g_assert_cmpstr (read->texts[KS_DISTRICT_CHAIR], ==, "Đ/c Mẫu");
  g_assert_true (ks_set_district_contact (self->campaign, contact, &again, NULL));
  g_assert_null (again);
  g_assert_false (ks_set_district_contact (self->campaign, stranger, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  undo (self, outcome);
  after = ks_district_contact_load (self->campaign, "213", NULL);
  g_assert_true (ks_district_contact_is_empty (after));
}

/* Part-time workers answer anyhow; whether they count in N is a setting. The simulated day has 532
 * of them and 73 others. */
static void
test_population (KsTestDay *self, gconstpointer data)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  KsParticipation participation;
  g_autoptr (KsResults) usual = NULL;
  g_autoptr (KsResults) wider = NULL;
  g_autoptr (KsResults) back = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  ks_outcome_free (edit (self, UNIT, KS_UNIT_PART_TIME, "10", NULL));
  ks_test_day_import_day (self);
  usual = ks_results_load (self->campaign, NULL);
  ks_results_get_participation (usual, &province, &participation);
  g_assert_cmpint (participation.staff, ==, 4990);
  g_assert_cmpint (participation.answers, ==, 4466);
  g_assert_cmpint (participation.outside, ==, 605);

  g_assert_true (ks_set_population (self->campaign, KS_POPULATION_DEFAULT | KS_POPULATION_PART_TIME,
                                    &outcome, NULL));
  wider = ks_results_load (self->campaign, NULL);
  ks_results_get_participation (wider, &province, &participation);
  g_assert_cmpint (participation.staff, ==, 5000);
  g_assert_cmpint (participation.answers, ==, 4466);
  g_assert_cmpint (participation.outside, ==, 73);

  undo (self, outcome);
  back = ks_results_load (self->campaign, NULL);
  ks_results_get_participation (back, &province, &participation);
  g_assert_cmpint (participation.outside, ==, 605);
  g_assert_false (ks_set_population (self->campaign, 0, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/edit/several-steps", test_several_steps);
  ADD ("/edit/log-keeps-no-people", test_log_keeps_no_people);
  ADD ("/edit/nothing-to-change", test_nothing_to_change);
  ADD ("/edit/refusals", test_refusals);
  ADD ("/edit/day-to-come", test_day_to_come);
  ADD ("/edit/district", test_district);
  ADD ("/edit/reason", test_reason);
  ADD ("/edit/add", test_add);
  ADD ("/edit/retire", test_retire);
  ADD ("/edit/retire-with-answers", test_retire_with_answers);
  ADD ("/edit/import-keeps-details", test_import_keeps_details);
  ADD ("/edit/contacts", test_contacts);
  ADD ("/edit/population", test_population);

  return g_test_run ();
}
