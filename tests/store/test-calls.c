/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-call.h"
#include "ks-day-figures.h"
#include "ks-log-table.h"
#include "ks-test-day.h"

#define UNIT "07201"
#define DISTRICT "213"

static GPtrArray *
load (KsTestDay *self, const char *code)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *calls = ks_calls_load (self->campaign, code, &error);

  g_assert_no_error (error);
  return calls;
}

static KsOutcome *
log_text (KsTestDay *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCall) call = ks_call_new_from_text (self->campaign, text, &error);
  KsOutcome *outcome = NULL;

  g_assert_no_error (error);
  ks_log_call (self->campaign, call, &outcome, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
refuse_text (KsTestDay *self, const char *text, const char *part)
{
  g_autofree char *head = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCall) call = ks_call_new_from_text (self->campaign, text, &error);

  if (call != NULL)
    g_assert_false (ks_log_call (self->campaign, call, NULL, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” does not say “%s”", text, error->message, part);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (after, ==, head);
}

static void
undo (KsTestDay *self, KsOutcome *outcome)
{
  g_autoptr (GError) error = NULL;

  ks_outcome_undo (outcome, self->campaign, &error);
  g_assert_no_error (error);
}

/* What was said comes back as it was said, oldest first, each with who called and when. */
static void
test_kept (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) first = log_text (self, UNIT "=unreachable");
  g_autoptr (KsOutcome) second = NULL;
  g_autoptr (KsOutcome) third = NULL;
  g_autoptr (GPtrArray) calls = NULL;
  const KsCall *call;

  ks_clock_set (self->clock, ks_test_moment ("2024-04-02T09:10"));
  second = log_text (self, UNIT "=appointment,16h30, sau  giờ họp");
  third = log_text (self, DISTRICT "=trouble,mất điện, chưa có mạng");
  calls = load (self, NULL);
  g_assert_cmpuint (calls->len, ==, 3);
  call = calls->pdata[0];
  g_assert_cmpint (call->called, ==, ks_test_moment ("2024-04-02T08:05"));
  g_assert_cmpstr (call->actor, ==, "Nguyễn Văn A");
  g_assert_cmpint (call->outcome, ==, KS_CALL_UNREACHABLE);
  g_assert_cmpint (call->appointment, ==, KS_MOMENT_NONE);
  g_assert_false (call->district);
  call = calls->pdata[1];
  g_assert_cmpint (call->appointment, ==, ks_test_moment ("2024-04-02T16:30"));
  g_assert_cmpstr (call->note, ==, "sau giờ họp");
  call = calls->pdata[2];
  g_assert_true (call->district);
  g_assert_cmpstr (call->note, ==, "mất điện, chưa có mạng");
}

static void
test_of_one (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) mine = log_text (self, UNIT "=reminded");
  g_autoptr (KsOutcome) other = log_text (self, "07204=reminded");
  g_autoptr (GPtrArray) calls = load (self, UNIT);

  g_assert_cmpuint (calls->len, ==, 1);
  g_assert_cmpstr (((KsCall *) calls->pdata[0])->code, ==, UNIT);
}

/* A call typed in the evening stands where it was made. */
static void
test_typed_later (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) late = log_text (self, UNIT "=reminded");
  g_autoptr (KsCall) earlier = ks_call_new (FALSE, UNIT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calls = NULL;

  earlier->called = ks_test_moment ("2024-04-01T15:20");
  earlier->outcome = KS_CALL_UNREACHABLE;
  ks_log_call (self->campaign, earlier, NULL, &error);
  g_assert_no_error (error);
  calls = load (self, UNIT);
  g_assert_cmpint (((KsCall *) calls->pdata[0])->called, ==, earlier->called);
  earlier->called = ks_test_moment ("2024-04-02T08:06");
  g_assert_false (ks_log_call (self->campaign, earlier, NULL, &error));
}

/* Undone and redone, a call is what it was, whatever was logged in between. */
static void
test_undo (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) first = log_text (self, UNIT "=reminded,đã đọc");
  g_autoptr (KsOutcome) taken = NULL;
  g_autoptr (KsOutcome) second = NULL;
  g_autoptr (GPtrArray) before = load (self, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  ks_take_back_call (self->campaign, ((KsCall *) before->pdata[0])->id, &taken, &error);
  g_assert_no_error (error);
  second = log_text (self, UNIT "=reminded");
  undo (self, second);
  none = load (self, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  undo (self, taken);
  after = load (self, NULL);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((KsCall *) after->pdata[0])->note, ==, "đã đọc");
  g_assert_cmpstr (((KsCall *) after->pdata[0])->actor, ==, "Nguyễn Văn A");
  g_assert_false (ks_take_back_call (self->campaign, 77, NULL, &error));
  g_assert_nonnull (strstr (error->message, "77"));
}

static KsDayFigures *
load_figures (KsTestDay *self, const char *at)
{
  g_autoptr (GError) error = NULL;
  KsDayFigures *figures = ks_day_figures_load (
      self->campaign, at != NULL ? ks_test_moment (at) : KS_MOMENT_NONE, KS_MOMENT_NONE, NULL,
      &error);

  g_assert_no_error (error);
  return figures;
}

/* The figures of the day tell who was called last until then. */
static void
test_in_figures (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) first = log_text (self, UNIT "=unreachable");
  g_autoptr (KsOutcome) second = NULL;
  g_autoptr (KsOutcome) third = log_text (self, DISTRICT "=reminded");
  g_autoptr (KsDayFigures) before = NULL;
  g_autoptr (KsDayFigures) now = NULL;
  guint index;

  ks_clock_set (self->clock, ks_test_moment ("2024-04-02T09:10"));
  second = log_text (self, UNIT "=reminded");
  now = load_figures (self, NULL);
  before = load_figures (self, "2024-04-02T08:30");
  index = ks_unit_get_index (ks_registry_lookup (ks_day_figures_get_registry (now), UNIT));
  g_assert_cmpint (ks_day_figures_get_unit (now, index)->call->outcome, ==, KS_CALL_REMINDED);
  g_assert_cmpuint (ks_day_figures_get_unit (now, index)->n_calls, ==, 2);
  g_assert_cmpint (ks_day_figures_get_unit (before, index)->call->outcome, ==, KS_CALL_UNREACHABLE);
  g_assert_cmpuint (ks_day_figures_get_unit (before, index)->n_calls, ==, 1);
  g_assert_null (ks_day_figures_get_unit (now, index + 1)->call);
  g_assert_nonnull (ks_day_figures_lookup_district (now, DISTRICT)->call);
  g_assert_null (ks_day_figures_get_province (now)->call);
}

/* What was said may name people; the log of the campaign is shown to others. */
static void
test_log_keeps_no_remark (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = log_text (self, UNIT "=trouble,Đ/c Mẫu ốm");
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (GPtrArray) entries = ks_log_table_load (tx, NULL);
  KsLogEntry *last = entries->pdata[entries->len - 1];

  g_assert_cmpstr (last->action, ==, "call");
  g_assert_nonnull (strstr (last->payload, "\"trouble\""));
  g_assert_nonnull (strstr (last->payload, UNIT));
  g_assert_null (strstr (last->payload, "Mẫu"));
}

static void
test_refused (KsTestDay *self, gconstpointer data)
{
  g_autofree char *long_note = g_strnfill (301, 'a');
  g_autofree char *too_long = g_strconcat (UNIT "=reminded,", long_note, NULL);

  refuse_text (self, "99999=reminded", "99999");
  refuse_text (self, "=reminded", "code");
  refuse_text (self, UNIT, UNIT);
  refuse_text (self, UNIT "=praised", "praised");
  refuse_text (self, UNIT "=appointment", "time");
  refuse_text (self, UNIT "=appointment,soon", "soon");
  refuse_text (self, UNIT "=appointment,08:05", "before");
  refuse_text (self, UNIT "=trouble", "hinders");
  refuse_text (self, UNIT "=trouble, \t ", "hinders");
  refuse_text (self, UNIT "=reminded,\x01", "control");
  refuse_text (self, UNIT "=reminded,\xff", "damaged");
  refuse_text (self, too_long, "300");
}

static void
test_read_time (void)
{
  static const struct {
    const char *text, *moment;
  } good[] = {
    { "16:30", "2024-04-01T16:30" },  { "16h30", "2024-04-01T16:30" },
    { "7h", "2024-04-01T07:00" },     { " 16 giờ 30 ", "2024-04-01T16:30" },
    { "16 giờ", "2024-04-01T16:00" }, { "16G05", "2024-04-01T16:05" },
    { "24:00", "2024-04-02T00:00" },  { "2024-04-02T08:00", "2024-04-02T08:00" },
  };
  static const char *const bad[]
      = { "", "16", "16:", "24:01", "12:60", "-1:00", "h30", "16:3x", "16::30", "99999999999h", "16:-5" };
  KsMoment now = ks_test_moment ("2024-04-01T15:00"), moment;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (ks_call_read_time (good[i].text, now, &moment));
      g_assert_cmpint (moment, ==, ks_test_moment (good[i].moment));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (ks_call_read_time (bad[i], now, &moment))
      g_error ("“%s” is taken for a time", bad[i]);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/calls/" name, KsTestDay, NULL, ks_test_day_set_up, function, ks_test_day_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("of-one", test_of_one);
  ADD ("typed-later", test_typed_later);
  ADD ("in-figures", test_in_figures);
  ADD ("undo", test_undo);
  ADD ("log-keeps-no-remark", test_log_keeps_no_remark);
  ADD ("refused", test_refused);
  g_test_add_func ("/calls/read-time", test_read_time);
  return g_test_run ();
}
