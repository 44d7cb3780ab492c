/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-history.h"
#include "ks-model-error.h"
#include "ks-unit-draft.h"

#define DAY_0 19814 /* 2024-04-01 */
#define DAY_1 20089 /* 2025-01-01 */
#define DAY_2 20270 /* 2025-07-01 */

static KsUnit *
make_unit (const char *code, const char *name)
{
  KsStaff staff = { .total = { 1, 2, 3, 4 }, .excused = { 0, 1, 0, 0 } };
  g_autofree char *full = g_strdup_printf ("Xã %s", name);

  return ks_unit_new (code, full, "Xã", "213", "Huyện H", &staff, NULL);
}

/* "1=A,2=B" */
static void
add_units (GPtrArray *units, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      g_ptr_array_add (units, make_unit (pair[0], pair[1]));
    }
}

static GPtrArray *
make_units (const char *text)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  add_units (units, text);
  return units;
}

static void
add_event (GPtrArray *events, KsDay day, KsEventKind kind, const char *before, const char *after)
{
  KsEvent *event = ks_event_new (day, kind, NULL);

  event->id = events->len + 1;
  if (*before != '\0')
    add_units (event->before, before);
  add_units (event->after, after);
  g_ptr_array_add (events, event);
}

static GPtrArray *
make_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ks_event_free);
}

static char *
join_codes (GPtrArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? "," : "", ks_unit_get_code (units->pdata[i]),
                            ks_unit_get_bare_name (units->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
assert_list (GPtrArray *units, KsDay day, GPtrArray *events, KsDay to, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ks_history_list_units (units, day, events, to, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = join_codes (list);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_follow (GPtrArray *events, const char *code, KsDay from, KsDay to, const char *expected)
{
  g_autoptr (GPtrArray) codes = ks_history_follow (events, code, from, to);
  g_autofree char *text = NULL;

  g_ptr_array_add (codes, NULL);
  text = g_strjoinv (",", (char **) codes->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_merge (void)
{
  g_autoptr (GPtrArray) units = make_units ("1=A,2=B,3=K");
  g_autoptr (GPtrArray) events = make_events ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) back = NULL;
  KsUnit *merged;

  add_event (events, DAY_1, KS_EVENT_MERGE, "1=A,2=B", "2=B");
  assert_list (units, DAY_0, events, DAY_1 - 1, "1=A,2=B,3=K");
  assert_list (units, DAY_0, events, DAY_1, "2=B,3=K");
  list = ks_history_list_units (units, DAY_0, events, DAY_2, NULL);
  merged = list->pdata[0];
  g_assert_cmpint (ks_unit_get_staff_in_scope (merged), ==, 18);
  g_assert_cmpint (ks_unit_get_staff (merged)->excused[KS_BODY_GOVERNMENT], ==, 2);
  g_assert_cmpuint (ks_unit_get_former_names (merged)->len, ==, 1);
  g_assert_cmpstr (((KsFormerName *) ks_unit_get_former_names (merged)->pdata[0])->name, ==,
                   "Xã A");
  g_assert_cmpint (((KsFormerName *) ks_unit_get_former_names (merged)->pdata[0])->until, ==,
                   DAY_1);
  back = ks_history_list_units (list, DAY_2, events, DAY_0, NULL);
  g_assert_cmpuint (back->len, ==, 3);
  assert_follow (events, "1", DAY_0, DAY_2, "2");
  assert_follow (events, "2", DAY_2, DAY_0, "1,2");
  assert_follow (events, "3", DAY_0, DAY_2, "3");
}

/* Code 1 is A's in 2024 and D's in 2025: nothing joins them but events. */
static void
test_code_of_another (void)
{
  g_autoptr (GPtrArray) units = make_units ("1=A,2=B,3=K,4=E");
  g_autoptr (GPtrArray) events = make_events ();

  add_event (events, DAY_1, KS_EVENT_MERGE, "1=A,2=B", "2=B");
  add_event (events, DAY_2, KS_EVENT_MERGE, "3=K,4=E", "1=D");
  assert_list (units, DAY_0, events, DAY_2, "2=B,1=D");
  assert_follow (events, "1", DAY_0, DAY_2, "2");
  assert_follow (events, "1", DAY_2, DAY_0, "3,4");
  g_assert_true (ks_history_check (units, DAY_0, events, NULL));
}

/* On one day A gives its code to D and B takes that of C: all of it at once. */
static void
test_one_day (void)
{
  g_autoptr (GPtrArray) units = make_units ("1=A,2=B,3=K,4=E");
  g_autoptr (GPtrArray) events = make_events ();

  add_event (events, DAY_1, KS_EVENT_RENAME, "1=A", "3=A");
  add_event (events, DAY_1, KS_EVENT_MERGE, "3=K,4=E", "1=D");
  g_assert_true (ks_history_check (units, DAY_0, events, NULL));
  assert_list (units, DAY_0, events, DAY_1, "3=A,1=D,2=B");
  assert_follow (events, "1", DAY_0, DAY_1, "3");
  assert_follow (events, "3", DAY_0, DAY_1, "1");
  assert_follow (events, "3", DAY_1, DAY_0, "1");
  assert_follow (events, "1", DAY_1, DAY_0, "3,4");
}

static void
test_split_and_rename (void)
{
  g_autoptr (GPtrArray) units = make_units ("1=A,2=B");
  g_autoptr (GPtrArray) events = make_events ();
  g_autoptr (GPtrArray) list = NULL;

  add_event (events, DAY_1, KS_EVENT_SPLIT, "1=A", "1=A,5=F");
  add_event (events, DAY_2, KS_EVENT_RENAME, "2=B", "2=G");
  add_event (events, DAY_2, KS_EVENT_NEW, "", "9=N");
  assert_list (units, DAY_0, events, DAY_2, "1=A,5=F,2=G,9=N");
  assert_follow (events, "1", DAY_0, DAY_2, "1,5");
  assert_follow (events, "5", DAY_2, DAY_0, "1");
  assert_follow (events, "9", DAY_2, DAY_0, "");
  list = ks_history_list_units (units, DAY_0, events, DAY_2, NULL);
  /* The part that keeps name and code keeps its staff; nobody knows yet who went to the other. */
  g_assert_cmpint (ks_unit_get_staff_in_scope (list->pdata[0]), ==, 9);
  g_assert_cmpint (ks_unit_get_staff_in_scope (list->pdata[1]), ==, 0);
  g_assert_cmpint (ks_unit_get_staff_in_scope (list->pdata[2]), ==, 9);
  g_assert_cmpstr (((KsFormerName *) ks_unit_get_former_names (list->pdata[2])->pdata[0])->name, ==,
                   "Xã B");
}

static void
assert_refused (GPtrArray *units, GPtrArray *events, const char *part)
{
  g_autoptr (GError) error = NULL;

  ks_history_sort (events);
  g_assert_false (ks_history_check (units, DAY_0, events, &error));
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_circle (void)
{
  g_autoptr (GPtrArray) units = make_units ("1=A,2=B,3=K");
  g_autoptr (GPtrArray) later = make_events ();
  g_autoptr (GPtrArray) earlier = make_events ();
  g_autoptr (GPtrArray) same = make_events ();

  add_event (later, DAY_1, KS_EVENT_MERGE, "1=A,2=B", "2=B");
  add_event (later, DAY_2, KS_EVENT_MERGE, "2=B,1=A", "1=A");
  assert_refused (units, later, "circle");
  add_event (earlier, DAY_2, KS_EVENT_MERGE, "1=A,2=B", "2=B");
  add_event (earlier, DAY_1, KS_EVENT_MERGE, "2=B,3=K", "3=K");
  assert_refused (units, earlier, "circle");
  add_event (same, DAY_1, KS_EVENT_MERGE, "1=A,2=B", "2=B");
  add_event (same, DAY_1, KS_EVENT_MERGE, "2=B,1=A", "1=A");
  assert_refused (units, same, "circle");
}

static void
test_refusals (void)
{
  g_autoptr (GPtrArray) units = make_units ("1=A,2=B,3=K");
  static const struct
  {
    KsEventKind kind;
    const char *before;
    const char *after;
    const char *part;
  } rows[] = {
    { KS_EVENT_MERGE, "1=A", "1=A", "two units" },
    { KS_EVENT_MERGE, "1=A,1=A", "1=A", "twice" },
    { KS_EVENT_MERGE, "1=A,7=G", "1=A", "7" },
    { KS_EVENT_MERGE, "1=A,2=B", "3=D", "Xã K" },
    { KS_EVENT_SPLIT, "1=A", "1=A", "two or more" },
    { KS_EVENT_SPLIT, "1=A", "1=A,1=D", "twice" },
    { KS_EVENT_RENAME, "1=A", "1=A", "new name" },
    { KS_EVENT_RENAME, "1=A", "2=D", "Xã B" },
    { KS_EVENT_MOVE, "1=A", "1=A", "district" },
    { KS_EVENT_NEW, "1=A", "4=D", "no other" },
    { KS_EVENT_NEW, "", "3=D", "Xã K" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) events = make_events ();

      add_event (events, DAY_1, rows[i].kind, rows[i].before, rows[i].after);
      assert_refused (units, events, rows[i].part);
    }
}

/* A list of today, with events of the past: as it was before them, and forward again. */
static void
test_past (void)
{
  g_autoptr (GPtrArray) units = make_units ("2=B,3=K");
  g_autoptr (GPtrArray) events = make_events ();

  add_event (events, DAY_0 - 10, KS_EVENT_MERGE, "1=A,2=B", "2=B");
  add_event (events, DAY_0 - 5, KS_EVENT_RENAME, "3=Kũ", "3=K");
  g_assert_true (ks_history_check (units, DAY_0, events, NULL));
  assert_list (units, DAY_0, events, DAY_0 - 6, "2=B,3=Kũ");
  assert_list (units, DAY_0, events, DAY_0 - 11, "3=Kũ,1=A,2=B");
}

static void
test_kinds (void)
{
  for (guint i = 0; i < KS_N_EVENT_KINDS; i++)
    {
      KsEventKind kind = KS_N_EVENT_KINDS;

      g_assert_true (ks_event_kind_find (ks_event_kind_get_id ((KsEventKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) events = make_events ();
  g_autofree char *words = NULL;

  add_event (events, DAY_1, KS_EVENT_MERGE, "1=A,2=B", "2=B");
  words = ks_event_describe (events->pdata[0]);
  g_assert_nonnull (strstr (words, "Xã A, Xã B → Xã B"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/merge", test_merge);
  g_test_add_func ("/history/code-of-another", test_code_of_another);
  g_test_add_func ("/history/one-day", test_one_day);
  g_test_add_func ("/history/split-and-rename", test_split_and_rename);
  g_test_add_func ("/history/circle", test_circle);
  g_test_add_func ("/history/refusals", test_refusals);
  g_test_add_func ("/history/past", test_past);
  g_test_add_func ("/history/kinds", test_kinds);
  g_test_add_func ("/history/words", test_words);

  return g_test_run ();
}
