/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-district-contact.h"
#include "ks-model-error.h"
#include "ks-registry.h"
#include "ks-unit-draft.h"
#include "ks-unit-json.h"

static KsUnitDraft *
make_draft (void)
{
  KsUnitDraft *draft = ks_unit_draft_new ("07774");

  g_assert_true (ks_unit_draft_set (draft, KS_UNIT_NAME, "Phường Tự Lạn", NULL));
  return draft;
}

static void
assert_refused (KsUnitField field, const char *text, const char *part)
{
  g_autoptr (KsUnitDraft) draft = make_draft ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = ks_unit_draft_dup_text (draft, field);
  g_autofree char *after = NULL;

  g_assert_false (ks_unit_draft_set (draft, field, text, &error));
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, ks_unit_field_get_label (field)));
  g_assert_nonnull (strstr (error->message, part));
  after = ks_unit_draft_dup_text (draft, field);
  g_assert_cmpstr (after, ==, before);
}

static void
test_fields (void)
{
  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    {
      KsUnitField field = KS_N_UNIT_FIELDS;

      g_assert_nonnull (ks_unit_field_get_label ((KsUnitField) i));
      g_assert_true (ks_unit_field_find (ks_unit_field_get_id ((KsUnitField) i), &field));
      g_assert_cmpuint (field, ==, i);
    }
  g_assert_cmpstr (ks_unit_field_get_id ((KsUnitField) (KS_UNIT_EXCUSED + KS_BODY_FRONT)), ==,
                   "excused_front");
  g_assert_true (ks_unit_field_is_staff (KS_UNIT_EXCUSED_LAST));
  g_assert_true (ks_unit_field_is_staff (KS_UNIT_PART_TIME));
  g_assert_false (ks_unit_field_is_staff (KS_UNIT_ORDER));
  g_assert_false (ks_unit_field_is_staff (KS_UNIT_EXCUSED_NOTE));
}

/* Every field takes a text and gives it back. */
static void
test_round_trip (void)
{
  static const struct
  {
    KsUnitField field;
    const char *given;
    const char *kept;
  } rows[] = {
    { KS_UNIT_NAME, "  Xã   Tự Lạn ", "Xã Tự Lạn" },
    { KS_UNIT_TOTAL, "5", "5" },
    { KS_UNIT_EXCUSED, "", "0" },
    { KS_UNIT_EXCUSED_NOTE, "đi học", "đi học" },
    { KS_UNIT_PART_TIME, "12", "12" },
    { KS_UNIT_ORDER, "3", "3" },
    { KS_UNIT_STAFF_DAY, "20/3/2024", "2024-03-20" },
    { KS_UNIT_STAFF_DAY, "", "" },
    { KS_UNIT_PHONE, "0900 000 060; +84 912.345.678", "0900 000 060; +84 912.345.678" },
    { KS_UNIT_FORMER_NAMES, "Xã Tự Lạn|01/02/2024|Huyện Việt Yên;X. Tự Lạn ; ",
      "Xã Tự Lạn|2024-02-01|Huyện Việt Yên; X. Tự Lạn" },
    { KS_UNIT_FORMER_NAMES, "Xã A||Huyện B", "Xã A||Huyện B" },
    { KS_UNIT_NOTE, "hai\ndòng", "hai dòng" },
  };
  g_autoptr (KsUnitDraft) draft = make_draft ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      ks_unit_draft_set (draft, rows[i].field, rows[i].given, &error);
      g_assert_no_error (error);
      kept = ks_unit_draft_dup_text (draft, rows[i].field);
      g_assert_cmpstr (kept, ==, rows[i].kept);
    }
}

static void
test_refusals (void)
{
  g_autofree char *long_name = g_strnfill (64 * 1024, 'a');

  assert_refused (KS_UNIT_NAME, "", "name");
  assert_refused (KS_UNIT_NAME, "   ", "name");
  assert_refused (KS_UNIT_NAME, long_name, "200");
  assert_refused (KS_UNIT_NAME, "=1+1", "formula");
  assert_refused (KS_UNIT_DISTRICT_NAME, "@SUM(A1)", "formula");
  assert_refused (KS_UNIT_NAME, "Xã\001 A", "control");
  assert_refused (KS_UNIT_NOTE, "a\033[2J", "control");
  assert_refused (KS_UNIT_NOTE, "\xff\xfe", "damaged");
  assert_refused (KS_UNIT_TOTAL, "-3", "whole number");
  assert_refused (KS_UNIT_TOTAL, "3,5", "whole number");
  assert_refused (KS_UNIT_EXCUSED, "100001", "100000");
  assert_refused (KS_UNIT_STAFF_DAY, "31/4/2024", "20/3/2024");
  assert_refused (KS_UNIT_PHONE, "gọi anh Ba", "phone");
  assert_refused (KS_UNIT_FORMER_NAMES, "Xã A|hôm qua", "former name");
  assert_refused (KS_UNIT_FORMER_NAMES, "|2024-01-01", "former name");
  assert_refused (KS_UNIT_FORMER_NAMES, "Xã A|2024-01-01|Huyện B|x", "former name");
}

static void
test_check (void)
{
  g_autoptr (KsUnitDraft) draft = ks_unit_draft_new ("07774");
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_unit_draft_check (draft, &error));
  g_assert_nonnull (strstr (error->message, ks_unit_field_get_label (KS_UNIT_NAME)));
  g_clear_error (&error);
  ks_unit_draft_set (draft, KS_UNIT_NAME, "Xã A", NULL);
  ks_unit_draft_set (draft, (KsUnitField) (KS_UNIT_TOTAL + KS_BODY_FRONT), "2", NULL);
  ks_unit_draft_set (draft, (KsUnitField) (KS_UNIT_EXCUSED + KS_BODY_FRONT), "3", NULL);
  g_assert_false (ks_unit_draft_check (draft, &error));
  g_assert_true (g_str_has_prefix (
      error->message, ks_unit_field_get_label ((KsUnitField) (KS_UNIT_EXCUSED + KS_BODY_FRONT))));
  ks_unit_draft_set (draft, (KsUnitField) (KS_UNIT_EXCUSED + KS_BODY_FRONT), "2", NULL);
  g_assert_true (ks_unit_draft_check (draft, NULL));
}

/* The name tells the kind; a district known by its name alone changes as a whole. */
static void
test_followers (void)
{
  g_autoptr (KsUnitDraft) draft = make_draft ();
  g_autofree char *kind = ks_unit_draft_dup_text (draft, KS_UNIT_KIND);
  g_autofree char *later = NULL;
  g_autoptr (KsUnit) unit = NULL;
  g_autoptr (KsUnit) moved = NULL;

  g_assert_cmpstr (kind, ==, "Phường");
  ks_unit_draft_set (draft, KS_UNIT_NAME, "Xã Tự Lạn", NULL);
  later = ks_unit_draft_dup_text (draft, KS_UNIT_KIND);
  g_assert_cmpstr (later, ==, "Xã");

  ks_unit_draft_set (draft, KS_UNIT_DISTRICT_NAME, "Huyện Việt Yên", NULL);
  unit = ks_unit_draft_end (g_steal_pointer (&draft));
  g_assert_cmpstr (ks_unit_get_district_code (unit), ==, "Huyện Việt Yên");
  draft = ks_unit_draft_new_from (unit);
  ks_unit_draft_set (draft, KS_UNIT_DISTRICT_NAME, "Thị xã Việt Yên", NULL);
  moved = ks_unit_draft_end (g_steal_pointer (&draft));
  g_assert_cmpstr (ks_unit_get_district_code (moved), ==, "Thị xã Việt Yên");
  g_assert_cmpstr (ks_unit_get_district_code (unit), ==, "Huyện Việt Yên");
}

static void
test_part_time (void)
{
  KsUnitDraft *draft = make_draft ();
  g_autoptr (KsUnit) without = NULL;
  g_autoptr (KsUnit) with = NULL;

  ks_unit_draft_set (draft, KS_UNIT_TOTAL, "10", NULL);
  ks_unit_draft_set (draft, KS_UNIT_EXCUSED, "1", NULL);
  ks_unit_draft_set (draft, KS_UNIT_PART_TIME, "7", NULL);
  without = ks_unit_draft_end (draft);
  g_assert_cmpint (ks_unit_get_staff_in_scope (without), ==, 9);
  draft = ks_unit_draft_new_from (without);
  ks_unit_draft_count_part_time (draft, TRUE);
  with = ks_unit_draft_end (draft);
  g_assert_cmpint (ks_unit_get_staff_in_scope (with), ==, 16);
  g_assert_cmpint (ks_unit_get_excused (with), ==, 1);
}

static void
test_former_names (void)
{
  KsUnitDraft *draft = make_draft ();
  g_autoptr (KsUnit) unit = NULL;
  g_autoptr (KsUnit) plain = ks_unit_new ("1", "Xã A", NULL, NULL, NULL, NULL, NULL);
  g_autoptr (KsUnit) longer = NULL;
  GPtrArray *names;
  const KsFormerName *first;

  g_assert_cmpuint (ks_unit_get_former_names (plain)->len, ==, 0);
  ks_unit_draft_set (draft, KS_UNIT_FORMER_NAMES, "Xã Tự Lạn|2024-02-01|Huyện Việt Yên", NULL);
  unit = ks_unit_draft_end (draft);
  draft = ks_unit_draft_new_from (unit);
  ks_unit_draft_add_former_name (draft, "Tự Lạn cũ", NULL, KS_DAY_NONE);
  ks_unit_draft_add_former_name (draft, "Tự Lạn cũ", "", KS_DAY_NONE);
  longer = ks_unit_draft_end (draft);
  g_assert_cmpuint (ks_unit_get_former_names (unit)->len, ==, 1);
  names = ks_unit_get_former_names (longer);
  g_assert_cmpuint (names->len, ==, 2);
  first = names->pdata[0];
  g_assert_cmpstr (first->name, ==, "Xã Tự Lạn");
  g_assert_cmpstr (first->district, ==, "Huyện Việt Yên");
  g_assert_cmpint (first->until, ==, 19754);
  g_assert_nonnull (strstr (ks_unit_get_search_key (longer), "tu lan cu"));
}

static void
test_json (void)
{
  KsUnitDraft *draft = make_draft ();
  g_autoptr (KsUnit) unit = NULL;
  g_autoptr (KsUnit) read = NULL;
  g_autoptr (KsUnit) bad = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  ks_unit_draft_set (draft, KS_UNIT_TOTAL, "10", NULL);
  ks_unit_draft_set (draft, KS_UNIT_MEMBERS, "Đ/c A, \"đ/c\" B", NULL);
  ks_unit_draft_set (draft, KS_UNIT_FORMER_NAMES, "Xã Tự Lạn|2024-02-01", NULL);
  unit = ks_unit_draft_end (draft);
  json = ks_unit_to_json (unit);
  read = ks_unit_new_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_true (ks_unit_equal (unit, read));
  bad = ks_unit_new_from_json ("[]", &error);
  g_assert_null (bad);
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  bad = ks_unit_new_from_json ("{\"name\": \"Xã A\"}", &error);
  g_assert_null (bad);
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
}

/* Units out of use stand apart, and give way to one in use with their code. */
static void
test_retired (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) registry = NULL;

  for (guint i = 0; i < 2; i++)
    {
      KsUnitDraft *draft = ks_unit_draft_new (i == 0 ? "07774" : "07001");

      ks_unit_draft_set (draft, KS_UNIT_NAME, "Xã Cũ", NULL);
      ks_unit_draft_set_retired (draft, 19754);
      g_ptr_array_add (units, ks_unit_draft_end (draft));
    }
  g_ptr_array_add (units, ks_unit_draft_end (make_draft ()));
  registry = ks_registry_new (units, NULL);
  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 1);
  g_assert_null (ks_registry_lookup (registry, "07001"));
  g_assert_cmpuint (ks_registry_get_retired (registry)->len, ==, 1);
  g_assert_cmpstr (ks_unit_get_code (ks_registry_get_retired (registry)->pdata[0]), ==, "07001");
}

static void
test_office_order (void)
{
  static const char *const rows[][3] = {
    { "1", "Xã A", "" }, { "2", "Phường B", "2" }, { "3", "Xã C", "1" }, { "4", "Phường D", "" }
  };
  static const char *const expected[] = { "3", "2", "4", "1" };
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KsRegistry) registry = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KsUnitDraft *draft = ks_unit_draft_new (rows[i][0]);

      ks_unit_draft_set (draft, KS_UNIT_NAME, rows[i][1], NULL);
      ks_unit_draft_set (draft, KS_UNIT_ORDER, rows[i][2], NULL);
      g_ptr_array_add (units, ks_unit_draft_end (draft));
    }
  registry = ks_registry_new (units, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (ks_unit_get_code (ks_registry_get_unit (registry, i)), ==, expected[i]);
}

static void
test_district_contact (void)
{
  g_autoptr (KsDistrictContact) contact = ks_district_contact_new ("213");
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_district_contact_is_empty (contact));
  g_assert_true (ks_district_contact_set (contact, KS_DISTRICT_CHAIR, "Đ/c Mẫu", NULL));
  g_assert_true (ks_district_contact_set (contact, KS_DISTRICT_CHAIR_PHONE, "0900 000 001", NULL));
  g_assert_false (ks_district_contact_is_empty (contact));
  g_assert_false (ks_district_contact_set (contact, KS_DISTRICT_BOARD_PHONE, "không có", &error));
  g_assert_true (
      g_str_has_prefix (error->message, ks_district_field_get_label (KS_DISTRICT_BOARD_PHONE)));
  g_clear_error (&error);
  g_assert_false (ks_district_contact_set (contact, KS_DISTRICT_GROUP_LINK, "zalo.me/g/a", &error));
  g_assert_nonnull (strstr (error->message, "https://"));
  g_assert_true (
      ks_district_contact_set (contact, KS_DISTRICT_GROUP_LINK, "https://zalo.me/g/a", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit-draft/fields", test_fields);
  g_test_add_func ("/unit-draft/round-trip", test_round_trip);
  g_test_add_func ("/unit-draft/refusals", test_refusals);
  g_test_add_func ("/unit-draft/check", test_check);
  g_test_add_func ("/unit-draft/followers", test_followers);
  g_test_add_func ("/unit-draft/part-time", test_part_time);
  g_test_add_func ("/unit-draft/former-names", test_former_names);
  g_test_add_func ("/unit-draft/json", test_json);
  g_test_add_func ("/unit-draft/retired", test_retired);
  g_test_add_func ("/unit-draft/office-order", test_office_order);
  g_test_add_func ("/unit-draft/district-contact", test_district_contact);

  return g_test_run ();
}
