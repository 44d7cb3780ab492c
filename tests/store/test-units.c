/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-district-table.h"
#include "ks-event-table.h"
#include "ks-schema.h"
#include "ks-setting-table.h"
#include "ks-staff-change-table.h"
#include "ks-test.h"
#include "ks-unit-draft.h"
#include "ks-unit-table.h"

typedef struct
{
  char *folder;
  char *path;
  KsStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("ks-units-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.khaosat", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  ks_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Holds something in every field. */
static KsUnit *
make_full_unit (const char *code)
{
  KsUnitDraft *draft = ks_unit_draft_new (code);

  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("chữ %u", i);
      g_autoptr (GError) error = NULL;

      switch (ks_unit_field_get_type ((KsUnitField) i))
        {
        case KS_UNIT_FIELD_COUNT:
          ks_unit_draft_set (draft, (KsUnitField) i, "7", &error);
          break;
        case KS_UNIT_FIELD_DAY:
          ks_unit_draft_set (draft, (KsUnitField) i, "2024-03-20", &error);
          break;
        case KS_UNIT_FIELD_NAMES:
          ks_unit_draft_set (draft, (KsUnitField) i, "Xã Cũ|2020-01-01|Huyện Cũ; Cu", &error);
          break;
        case KS_UNIT_FIELD_TEXT:
        default:
          ks_unit_draft_set (draft, (KsUnitField) i, i == KS_UNIT_PHONE ? "0900 000 001" : text,
                             &error);
        }
      g_assert_no_error (error);
    }
  return ks_unit_draft_end (draft);
}

static void
commit (KsTransaction *tx)
{
  g_autoptr (GError) error = NULL;

  ks_transaction_commit (tx, 1711929600, "Nguyễn Văn A", "test", "{}", &error);
  g_assert_no_error (error);
}

static KsRegistry *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsTransaction) tx = ks_store_begin_read (self->store, &error);
  KsRegistry *registry = ks_unit_table_load (tx, &error);

  g_assert_no_error (error);
  return registry;
}

static void
save (Fixture *self, KsUnit *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (self->store, &error);

  ks_unit_table_save (tx, unit, &error);
  g_assert_no_error (error);
  commit (tx);
}

static KsUnit *
retire (KsUnit *unit, KsDay day)
{
  KsUnitDraft *draft = ks_unit_draft_new_from (unit);

  ks_unit_draft_set_retired (draft, day);
  return ks_unit_draft_end (draft);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (KsUnit) unit = make_full_unit ("07201");
  g_autoptr (KsUnit) retired = NULL;
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (KsRegistry) again = NULL;
  g_autoptr (KsTransaction) tx = NULL;

  self->store = ks_store_create (self->path, NULL);
  save (self, unit);
  registry = load (self);
  g_assert_true (ks_unit_equal (unit, ks_registry_lookup (registry, "07201")));

  /* A second time over itself, now out of use, and with a neighbour. */
  retired = retire (unit, 19814);
  save (self, retired);
  g_object_unref (unit);
  unit = make_full_unit ("07204");
  save (self, unit);
  g_set_object (&registry, NULL);
  registry = load (self);
  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 1);
  g_assert_true (ks_unit_equal (retired, ks_registry_get_retired (registry)->pdata[0]));

  tx = ks_store_begin_write (self->store, NULL);
  g_assert_true (ks_unit_table_replace (tx, registry, NULL));
  commit (tx);
  g_clear_pointer (&tx, ks_transaction_free);
  again = load (self);
  g_assert_true (ks_unit_equal (unit, ks_registry_lookup (again, "07204")));
  g_assert_true (ks_unit_equal (retired, ks_registry_get_retired (again)->pdata[0]));

  tx = ks_store_begin_write (self->store, NULL);
  g_assert_true (ks_unit_table_delete (tx, "07204", NULL));
  commit (tx);
  g_clear_pointer (&tx, ks_transaction_free);
  g_set_object (&again, NULL);
  again = load (self);
  g_assert_cmpuint (ks_registry_get_n_units (again), ==, 0);
}

static void
test_population (Fixture *self, gconstpointer data)
{
  g_autoptr (KsUnit) unit = make_full_unit ("07201");
  g_autoptr (KsRegistry) without = NULL;
  g_autoptr (KsRegistry) with = NULL;
  g_autoptr (KsTransaction) tx = NULL;

  self->store = ks_store_create (self->path, NULL);
  save (self, unit);
  without = load (self);
  g_assert_cmpint (ks_registry_get_staff (without, NULL), ==, 0);
  tx = ks_store_begin_write (self->store, NULL);
  g_assert_true (ks_setting_table_set (tx, "population", "cadres,civil_servants,part_time", NULL));
  commit (tx);
  with = load (self);
  g_assert_cmpint (ks_registry_get_staff (with, NULL), ==, 7);
}

static void
test_contacts (Fixture *self, gconstpointer data)
{
  g_autoptr (KsDistrictContact) contact = ks_district_contact_new ("213");
  g_autoptr (KsDistrictContact) empty = ks_district_contact_new ("213");
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (KsTransaction) tx = NULL;
  const KsDistrictContact *read;

  ks_district_contact_set (contact, KS_DISTRICT_BOARD, "Đ/c A", NULL);
  ks_district_contact_set (contact, KS_DISTRICT_NOTE, "sáng", NULL);
  self->store = ks_store_create (self->path, NULL);
  tx = ks_store_begin_write (self->store, NULL);
  g_assert_true (ks_district_table_save (tx, contact, NULL));
  g_assert_true (ks_district_table_save (tx, contact, NULL));
  contacts = ks_district_table_load (tx, NULL);
  g_assert_cmpuint (contacts->len, ==, 1);
  read = contacts->pdata[0];
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    g_assert_cmpstr (read->texts[i], ==, contact->texts[i]);
  g_assert_true (ks_district_table_save (tx, empty, NULL));
  g_clear_pointer (&contacts, g_ptr_array_unref);
  contacts = ks_district_table_load (tx, NULL);
  g_assert_cmpuint (contacts->len, ==, 0);
}

static void
test_events (Fixture *self, gconstpointer data)
{
  g_autoptr (KsEvent) later = ks_event_new (20270, KS_EVENT_MERGE, "NQ 1");
  g_autoptr (KsEvent) earlier = ks_event_new (20089, KS_EVENT_RENAME, NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (KsTransaction) tx = NULL;
  const KsEvent *read;

  g_ptr_array_add (later->before, make_full_unit ("1"));
  g_ptr_array_add (later->before, make_full_unit ("2"));
  g_ptr_array_add (later->after, make_full_unit ("2"));
  g_ptr_array_add (earlier->before, make_full_unit ("3"));
  g_ptr_array_add (earlier->after, make_full_unit ("3"));
  self->store = ks_store_create (self->path, NULL);
  tx = ks_store_begin_write (self->store, NULL);
  g_assert_true (ks_event_table_add (tx, later, NULL));
  g_assert_true (ks_event_table_add (tx, earlier, NULL));
  g_assert_cmpint (later->id, ==, 1);
  g_assert_cmpint (earlier->id, ==, 2);
  events = ks_event_table_load (tx, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  read = events->pdata[1];
  g_assert_cmpint (read->id, ==, 1);
  g_assert_cmpint (read->day, ==, 20270);
  g_assert_cmpint (read->kind, ==, KS_EVENT_MERGE);
  g_assert_cmpstr (read->note, ==, "NQ 1");
  g_assert_cmpuint (read->before->len, ==, 2);
  g_assert_true (ks_unit_equal (read->before->pdata[1], later->before->pdata[1]));
  g_assert_cmpuint (read->after->len, ==, 1);

  /* What is taken away and put back keeps its number. */
  g_assert_true (ks_event_table_delete (tx, 1, NULL));
  g_assert_true (ks_event_table_add (tx, later, NULL));
  g_assert_cmpint (later->id, ==, 1);
}

static void
test_staff_changes (Fixture *self, gconstpointer data)
{
  KsStaffChange change = { .unit = (char *) "07201",
                           .changed = 1711929600,
                           .staff_before = 23,
                           .staff_after = 25,
                           .reason = (char *) "bổ sung 2 người" };
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (KsTransaction) tx = NULL;
  const KsStaffChange *read;

  self->store = ks_store_create (self->path, NULL);
  tx = ks_store_begin_write (self->store, NULL);
  g_assert_true (ks_staff_change_table_add (tx, &change, NULL));
  g_assert_cmpint (change.id, ==, 1);
  g_assert_true (ks_staff_change_table_add (tx, &change, NULL));
  g_assert_cmpint (change.id, ==, 2);
  g_assert_true (ks_staff_change_table_delete (tx, 1, NULL));
  changes = ks_staff_change_table_load (tx, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  read = changes->pdata[0];
  g_assert_cmpint (read->id, ==, 2);
  g_assert_cmpstr (read->unit, ==, "07201");
  g_assert_cmpint (read->staff_before, ==, 23);
  g_assert_cmpint (read->staff_after, ==, 25);
  g_assert_cmpstr (read->reason, ==, "bổ sung 2 người");
}

/* A file of the first version opens with all its units, and a backup of it stays. */
static void
test_migration (Fixture *self, gconstpointer data)
{
  sqlite3 *db = ks_connection_open (self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  g_autofree char *application
      = g_strdup_printf ("PRAGMA application_id = %d", KS_STORE_APPLICATION_ID);
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;
  KsUnit *unit;

  g_assert_true (ks_connection_exec (db, application, NULL));
  g_assert_true (ks_schema_migrate (db, ks_schema_migrations, 0, 1, NULL));
  g_assert_true (ks_connection_exec (
      db,
      "INSERT INTO unit VALUES ('07201', 0, 'Phường A', 'Phường', '213', 'Thành phố B', NULL);"
      "INSERT INTO staff VALUES ('07201', 0, 5, 1), ('07201', 1, 9, 0)",
      NULL));
  ks_connection_close (db);

  self->store = ks_store_open (self->path, &error);
  g_assert_no_error (error);
  registry = load (self);
  unit = ks_registry_lookup (registry, "07201");
  g_assert_cmpint (ks_unit_get_staff_in_scope (unit), ==, 13);
  g_assert_cmpint (ks_unit_get_retired (unit), ==, KS_DAY_NONE);
  g_assert_cmpuint (ks_unit_get_former_names (unit)->len, ==, 0);
}

/* What the build wrote of the newest schema is what the migrations make, so no file of today waits for
 * them to be run again. */
static void
test_newest_list (void)
{
  sqlite3 *db = ks_connection_open (":memory:", SQLITE_OPEN_READWRITE, NULL);
  g_autofree char *list = NULL;

  g_assert_true (ks_schema_migrate (db, ks_schema_migrations, 0, ks_schema_newest, NULL));
  list = ks_schema_dup_list (db, NULL);
  g_assert_cmpstr (list, ==, ks_schema_newest_list);
  ks_connection_close (db);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/units/round-trip", test_round_trip);
  ADD ("/units/population", test_population);
  ADD ("/units/contacts", test_contacts);
  ADD ("/units/events", test_events);
  ADD ("/units/staff-changes", test_staff_changes);
  ADD ("/units/migration", test_migration);
  g_test_add_func ("/units/newest-list", test_newest_list);

  return g_test_run ();
}
