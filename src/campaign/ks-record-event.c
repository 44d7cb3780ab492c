/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-record-event.h"

#include "ks-code.h"
#include "ks-event-book.h"
#include "ks-event-table.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-unit-matcher.h"

static void
free_event (gpointer event)
{
  ks_event_free (event);
}

static void
describe_one (KsPayload *payload, const KsEvent *event)
{
  g_autofree char *day = ks_day_to_iso (event->day);
  g_autofree char *words = ks_event_describe (event);

  ks_payload_add_number (payload, "event", event->id);
  ks_payload_add_text (payload, "kind", ks_event_kind_get_id (event->kind));
  ks_payload_add_text (payload, "day", day);
  ks_payload_add_text (payload, "what", words);
  ks_payload_add_text (payload, "note", event->note);
}

static void
describe_several (KsPayload *payload, GPtrArray *events)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < events->len; i++)
    {
      const KsEvent *event = events->pdata[i];
      g_autofree char *day = ks_day_to_iso (event->day);
      g_autofree char *what = ks_event_describe (event);

      g_ptr_array_add (words, g_strdup_printf ("%s %s", day, what));
    }
  g_ptr_array_add (words, NULL);
  ks_payload_add_number (payload, "events", events->len);
  ks_payload_add_texts (payload, "what", (const char *const *) words->pdata);
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, GPtrArray *events, const char *action,
        GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  if (events->len == 1)
    describe_one (payload, events->pdata[0]);
  else
    describe_several (payload, events);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS,
                             error);
}

/* What an act leaves for its undo: the events, and the list as it was if the act changed it. */
typedef struct
{
  GPtrArray *events; /* of KsEvent */
  KsRegistry *registry;
  gboolean remove; /* undo takes the events away; else it puts them back */
} Undo;

static void
free_undo (gpointer data)
{
  Undo *undo = data;

  g_ptr_array_unref (undo->events);
  g_clear_object (&undo->registry);
  g_free (undo);
}

static gboolean
undo_events (KsTransaction *tx, const Undo *undo, GError **error)
{
  for (guint i = 0; i < undo->events->len; i++)
    {
      KsEvent *event = undo->events->pdata[i];

      if (!(undo->remove ? ks_event_table_delete (tx, event->id, error)
                         : ks_event_table_add (tx, event, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
undo_act (KsCampaign *campaign, gpointer data, GError **error)
{
  Undo *undo = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsEventBook) book = tx != NULL ? ks_event_book_open (campaign, tx, error) : NULL;

  return book != NULL && undo_events (tx, undo, error)
         && (undo->registry == NULL || ks_event_book_save_list (book, undo->registry, error))
         && commit (campaign, tx, undo->events, "undo-event", error);
}

static char *
tell (GPtrArray *events)
{
  g_autofree char *count = ks_format_count (events->len);

  if (events->len == 1)
    return ks_event_describe (events->pdata[0]);
  return g_strdup_printf (ngettext ("%s event of the list is recorded",
                                    "%s events of the list are recorded", events->len),
                          count);
}

/* @before: (nullable): the list as it was, if it changed. */
static void
report (KsOutcome **outcome, GPtrArray *events, KsRegistry *before, gboolean recorded)
{
  g_autofree char *words = tell (events);
  Undo *undo;

  if (outcome == NULL)
    return;
  undo = g_new0 (Undo, 1);
  undo->events = g_ptr_array_ref (events);
  undo->remove = recorded;
  g_set_object (&undo->registry, before);
  *outcome = ks_outcome_new (recorded ? g_steal_pointer (&words)
                                      : g_strdup_printf (_ ("Taken back: %s"), words));
  ks_outcome_set_undo (*outcome, undo_act, undo, free_undo);
}

/* Stores what the book has become, and tells of it. */
static gboolean
finish (KsEventBook *book, GPtrArray *events, const char *action, gboolean recorded,
        KsOutcome **outcome, GError **error)
{
  g_autoptr (KsRegistry) before = ks_campaign_dup_registry (book->campaign);

  if ((book->changed && !ks_event_book_save_list (book, book->registry, error))
      || !commit (book->campaign, book->tx, events, action, error))
    return FALSE;
  report (outcome, events, book->changed ? before : NULL, recorded);
  return TRUE;
}

/**
 * ks_try_event:
 * @campaign: a campaign
 * @event: what happened, from ks_plan_event()
 * @error: return location for an error
 *
 * Looks whether ks_record_event() would record it, so that somebody can be told while they type.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_try_event (KsCampaign *campaign, const KsEvent *event, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (free_event);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsEventBook) book = NULL;

  if (!ks_event_check (event, error))
    return FALSE;
  g_ptr_array_add (events, ks_event_copy (event));
  tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  book = tx != NULL ? ks_event_book_open (campaign, tx, error) : NULL;
  return book != NULL && ks_event_book_try (book, events, error);
}

/**
 * ks_record_event:
 * @campaign: a campaign
 * @event: what happened, from ks_plan_event()
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Records a merge, split, rename, change of district or new unit. Until the campaign's own day it
 * changes the list: a merged unit has the staff of all, and their names as its former ones. A
 * circle of merges, a code that another unit bears and a unit with answers that would vanish are
 * refused.
 *
 * Returns: %FALSE with @error set; all is then as it was
 */
gboolean
ks_record_event (KsCampaign *campaign, const KsEvent *event, KsOutcome **outcome, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (free_event);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsEventBook) book = NULL;

  if (!ks_event_check (event, error))
    return FALSE;
  g_ptr_array_add (events, ks_event_copy (event));
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  book = tx != NULL ? ks_event_book_open (campaign, tx, error) : NULL;
  return book != NULL && ks_event_book_add (book, events, error)
         && finish (book, events, "event", TRUE, outcome, error);
}

/* Resolutions name units; codes are for those that know them. */
static char **
dup_codes (KsUnitMatcher *matcher, char **units)
{
  char **codes = g_strdupv (units);

  for (char **each = codes; *each != NULL; each++)
    {
      g_autofree char *code = ks_code_read (*each);
      KsUnit *unit = code == NULL ? ks_unit_matcher_find (matcher, *each) : NULL;

      if (unit == NULL)
        continue;
      g_free (*each);
      *each = g_strdup (ks_unit_get_code (unit));
    }
  return codes;
}

static KsEvent *
plan_row (KsRegistry *registry, KsUnitMatcher *matcher, const KsEventRow *row, GError **error)
{
  g_auto (GStrv) codes = dup_codes (matcher, row->before);
  g_autoptr (KsEvent) event
      = ks_plan_event_of (registry, row->kind, row->day, row->note,
                          (const char *const *) codes, error);

  for (guint i = 0; event != NULL && row->after[i] != NULL; i++)
    if (!ks_event_add_after_text (event, registry, row->after[i], row->district, error))
      return NULL;
  return event != NULL && ks_event_check (event, error) ? g_steal_pointer (&event) : NULL;
}

/* The events of one day, planned by the list of the day before. */
static GPtrArray *
plan_day (KsEventBook *book, GPtrArray *rows, guint first, const KsEventRow **failed,
          GError **error)
{
  KsDay day = ((const KsEventRow *) rows->pdata[first])->day;
  g_autoptr (KsRegistry) registry = ks_event_book_list_units (book, day - 1, error);
  g_autoptr (KsUnitMatcher) matcher = registry != NULL ? ks_unit_matcher_new (registry) : NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (free_event);

  *failed = rows->pdata[first];
  for (guint i = first; registry != NULL && i < rows->len; i++)
    {
      const KsEventRow *row = rows->pdata[i];
      KsEvent *event;

      if (row->day != day)
        break;
      *failed = row;
      event = plan_row (registry, matcher, row, error);
      if (event == NULL)
        return NULL;
      g_ptr_array_add (events, event);
    }
  return registry != NULL ? g_steal_pointer (&events) : NULL;
}

static void
move_events (GPtrArray *to, GPtrArray *from)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const KsEventRow *x = *(const KsEventRow *const *) a, *y = *(const KsEventRow *const *) b;

  return x->day != y->day ? (x->day > y->day) - (x->day < y->day)
                          : (x->number > y->number) - (x->number < y->number);
}

static gboolean
add_rows (KsEventBook *book, GPtrArray *rows, GPtrArray *events, const KsEventRow **failed,
          GError **error)
{
  guint first = 0;

  while (first < rows->len)
    {
      g_autoptr (GPtrArray) of_day = plan_day (book, rows, first, failed, error);

      if (of_day == NULL || !ks_event_book_add (book, of_day, error))
        return FALSE;
      first += of_day->len;
      move_events (events, of_day);
    }
  return TRUE;
}

/**
 * ks_record_event_rows:
 * @campaign: a campaign
 * @rows: (element-type KsEventRow): events as a table tells them, one or more; they are put in the
 *   order of their days
 * @failed: (out) (transfer none): the row that cannot be, or the first of its day
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Records all of them in one step, as ks_record_event() does each. What happens on one day happens
 * at once: a unit that is renamed and changes its district that day does so in one event.
 *
 * Returns: %FALSE with @error set; all is then as it was
 */
gboolean
ks_record_event_rows (KsCampaign *campaign, GPtrArray *rows, const KsEventRow **failed,
                      KsOutcome **outcome, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsEventBook) book = tx != NULL ? ks_event_book_open (campaign, tx, error) : NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (free_event);

  *failed = rows->pdata[0];
  if (book == NULL)
    return FALSE;
  g_ptr_array_sort (rows, compare_days);
  return add_rows (book, rows, events, failed, error)
         && finish (book, events, events->len == 1 ? "event" : "events", TRUE, outcome, error);
}

/**
 * ks_undo_event:
 * @campaign: a campaign
 * @id: a recorded event
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Takes an event back, at any time: the units before it return as they were. Refused where a later
 * event rests on it.
 *
 * Returns: %FALSE with @error set; all is then as it was
 */
gboolean
ks_undo_event (KsCampaign *campaign, gint64 id, KsOutcome **outcome, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (free_event);
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsEventBook) book = tx != NULL ? ks_event_book_open (campaign, tx, error) : NULL;
  KsEvent *event = book != NULL ? ks_event_book_take (book, id, error) : NULL;

  if (event == NULL)
    return FALSE;
  g_ptr_array_add (events, event);
  return finish (book, events, "take-back-event", FALSE, outcome, error);
}

/**
 * ks_event_row_free:
 * @row: (type KsEventRow) (transfer full): a row
 */
void
ks_event_row_free (gpointer row)
{
  KsEventRow *self = row;

  g_strfreev (self->before);
  g_strfreev (self->after);
  g_free (self->district);
  g_free (self->note);
  g_free (self);
}
