/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <string.h>

#include "ks-check.h"
#include "ks-give-out.h"
#include "ks-publish.h"
#include "ks-test-day.h"

/* Whoever changes a number that figures are made of is found, whichever it is. */

#define UNIT "07201"
#define N_MUTATIONS 60

static GPtrArray *
check (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = ks_check_campaign (self->campaign, NULL, &error);

  g_assert_no_error (error);
  return faults;
}

/* Adds to a number of a row of counts, as somebody would with another program. */
static void
change_count (KsTestDay *self, const char *table, guint column, gint32 by)
{
  g_autofree char *select
      = g_strdup_printf ("SELECT counts FROM %s WHERE unit = '" UNIT "'", table);
  g_autofree char *update
      = g_strdup_printf ("UPDATE %s SET counts = ? WHERE unit = '" UNIT "'", table);
  g_autofree gint32 *counts = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;
  sqlite3 *db;
  int size;

  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, select, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  size = sqlite3_column_bytes (statement, 0);
  counts = g_memdup2 (sqlite3_column_blob (statement, 0), (gsize) size);
  sqlite3_finalize (statement);
  g_assert_cmpuint (column, <, (guint) size / sizeof *counts);
  counts[column] = GINT32_TO_LE (GINT32_FROM_LE (counts[column]) + by);
  g_assert_cmpint (sqlite3_prepare_v2 (db, update, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob (statement, 1, counts, size, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

/* Exactly that unit is named, and a number that is put back is forgotten. */
static void
assert_named (KsTestDay *self, const char *table, guint column, gint32 by, const char *what)
{
  g_autoptr (GPtrArray) faults = NULL;

  change_count (self, table, column, by);
  faults = check (self);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (faults->pdata[0], what));
  g_assert_nonnull (strstr (faults->pdata[0], UNIT));
  change_count (self, table, column, -by);
}

static guint
count_columns (KsTestDay *self)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  return 1 + ks_form_get_n_slots (form);
}

static void
test_tally (KsTestDay *self, gconstpointer data)
{
  guint n_columns;

  ks_test_day_import_day (self);
  n_columns = count_columns (self);
  ks_test_day_assert_sound (self);
  for (guint column = 0; column < n_columns; column += MAX (1, n_columns / N_MUTATIONS))
    assert_named (self, "tally", column, column % 2 == 0 ? 1 : -1, "tally of");
  ks_test_day_assert_sound (self);
}

/* Of figures that left, texts and who somebody is are not kept sheet by sheet. */
static void
test_given (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsForm) form = NULL;
  guint n_changed = 0;

  ks_test_day_import_day (self);
  g_assert_true (ks_publish (self->campaign, "", NULL, NULL));
  form = ks_campaign_dup_form (self->campaign);
  ks_test_day_assert_sound (self);
  assert_named (self, "given_unit", 0, 1, "figures given out");
  for (guint i = 0; i < ks_form_get_n_questions (form); i += 3)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question->profile || question->type == KS_QUESTION_TEXT)
        continue;
      assert_named (self, "given_unit", 1 + question->slot, -1, "figures given out");
      assert_named (self, "given_unit", 2 + question->slot, 1, "figures given out");
      n_changed++;
    }
  g_assert_cmpuint (n_changed, >, 4);
  ks_test_day_assert_sound (self);
}

/* What nobody can read is a fault of the file, not of who checks it. */
static void
test_damaged (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  ks_test_day_import_day (self);
  g_assert_true (ks_publish (self->campaign, "", NULL, NULL));
  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE given_unit SET counts = x'00' WHERE unit = '" UNIT "'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
  faults = check (self);
  g_assert_cmpuint (faults->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/check/" name, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)
  ADD ("tally", test_tally);
  ADD ("given", test_given);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
