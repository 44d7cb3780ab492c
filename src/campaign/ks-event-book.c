/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-event-book.h"

#include "ks-campaign-error.h"
#include "ks-event-table.h"
#include "ks-history.h"
#include "ks-i18n.h"
#include "ks-tally-table.h"
#include "ks-unit-change.h"
#include "ks-unit-draft.h"
#include "ks-unit-table.h"
#include "ks-units-as-of.h"

/**
 * ks_event_book_open:
 * @campaign: a campaign
 * @tx: a transaction of its store; borrowed
 * @error: return location for an error
 *
 * Returns: (transfer full): what is recorded of the list, or %NULL with @error set
 */
KsEventBook *
ks_event_book_open (KsCampaign *campaign, KsTransaction *tx, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  GPtrArray *events = ks_event_table_load (tx, error);
  KsEventBook *self;

  if (events == NULL)
    return NULL;
  self = g_new0 (KsEventBook, 1);
  *self = (KsEventBook){ .campaign = g_object_ref (campaign),
                         .tx = tx,
                         .day = info->day,
                         .registry = ks_campaign_dup_registry (campaign),
                         .events = events };
  return self;
}

/**
 * ks_event_book_free:
 * @self: (transfer full): a book
 */
void
ks_event_book_free (KsEventBook *self)
{
  g_object_unref (self->campaign);
  g_object_unref (self->registry);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * ks_event_book_list_units:
 * @self: a book
 * @day: any day
 * @error: return location for an error
 *
 * Returns: (transfer full): the units of that day, or %NULL with @error set
 */
KsRegistry *
ks_event_book_list_units (KsEventBook *self, KsDay day, GError **error)
{
  return ks_units_of_day (self->registry, self->day, self->events, day, error);
}

static KsUnit *
find_unit (GPtrArray *units, const char *code)
{
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (ks_unit_get_code (units->pdata[i]), code))
      return units->pdata[i];
  return NULL;
}

/* Answers belong to a code: none may lose its unit, or find itself with another. */
static gboolean
check_answers (KsTransaction *tx, GPtrArray *before, GPtrArray *after, GError **error)
{
  for (guint i = 0; i < before->len; i++)
    {
      KsUnit *unit = before->pdata[i];
      KsUnit *heir = find_unit (after, ks_unit_get_code (unit));
      gboolean same
          = heir != NULL
            && (before->len == 1
                || g_str_equal (ks_unit_get_bare_name (heir), ks_unit_get_bare_name (unit)));

      if (!same && !ks_unit_changes_check_answers (tx, unit, error))
        return FALSE;
    }
  return TRUE;
}

/* The list after, or before, some events of one day. */
static KsRegistry *
make_registry (KsRegistry *registry, KsDay from, GPtrArray *events, KsDay to, GError **error)
{
  g_autoptr (GPtrArray) units = ks_registry_list_all (registry);
  g_autoptr (GPtrArray) list = ks_history_list_units (units, from, events, to, error);

  return list != NULL ? ks_registry_new (list, error) : NULL;
}

static gboolean
check_history (KsEventBook *self, GError **error)
{
  g_autoptr (GPtrArray) units = ks_registry_list_all (self->registry);

  return ks_history_check (units, self->day, self->events, error);
}

/**
 * ks_event_book_save_list:
 * @self: a book
 * @registry: a list of the campaign's own day
 * @error: return location for an error
 *
 * Stores a list, and the tallies that go with it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_event_book_save_list (KsEventBook *self, KsRegistry *registry, GError **error)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsTally) tally = ks_tally_recompute (self->tx, registry, form, error);

  return tally != NULL && ks_unit_table_replace (self->tx, registry, error)
         && ks_tally_table_save (self->tx, registry, tally, error);
}

/* The list keeps what it knows of the units: it is they that the event ends. */
static void
take_units (KsEvent *event, KsRegistry *registry)
{
  g_autoptr (GPtrArray) units = ks_registry_list_all (registry);

  for (guint i = 0; i < event->before->len; i++)
    {
      KsUnit *unit = find_unit (units, ks_unit_get_code (event->before->pdata[i]));

      if (unit == NULL)
        continue;
      g_object_unref (event->before->pdata[i]);
      event->before->pdata[i] = ks_unit_draft_end (ks_unit_draft_new_from (unit));
    }
}

static void
set_registry (KsEventBook *self, KsRegistry *registry)
{
  g_set_object (&self->registry, registry);
  self->changed = TRUE;
}

/* Until the campaign's own day events change its list. */
static gboolean
apply (KsEventBook *self, GPtrArray *events, GError **error)
{
  KsDay day = ((KsEvent *) events->pdata[0])->day;
  g_autoptr (KsRegistry) after = NULL;

  if (day > self->day)
    return TRUE;
  for (guint i = 0; i < events->len; i++)
    take_units (events->pdata[i], self->registry);
  after = make_registry (self->registry, day - 1, events, day, error);
  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const KsEvent *event = events->pdata[i];

      if (!check_answers (self->tx, event->before, event->after, error))
        return FALSE;
    }
  set_registry (self, after);
  return TRUE;
}

static gboolean
place (KsEventBook *self, GPtrArray *events, GError **error)
{
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (self->events, ks_event_copy (events->pdata[i]));
  ks_history_sort (self->events);
  return check_history (self, error);
}

/**
 * ks_event_book_try:
 * @self: a book, of no use for anything else then
 * @events: (element-type KsEvent): events of one day
 * @error: return location for an error
 *
 * Returns: whether ks_event_book_add() would take them; nothing is stored
 */
gboolean
ks_event_book_try (KsEventBook *self, GPtrArray *events, GError **error)
{
  return apply (self, events, error) && place (self, events, error);
}

/**
 * ks_event_book_add:
 * @self: a book
 * @events: (element-type KsEvent): events of one day, all of which happen at once; they get the
 *   numbers that they are stored under, and the units that the list knows
 * @error: return location for an error
 *
 * Stores events, and changes the list where they are not later than the campaign's own day; the
 * list is stored by ks_event_book_save_list().
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_event_book_add (KsEventBook *self, GPtrArray *events, GError **error)
{
  if (!apply (self, events, error))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!ks_event_table_add (self->tx, events->pdata[i], error))
      return FALSE;
  return place (self, events, error);
}

static KsEvent *
find_event (KsEventBook *self, gint64 id, guint *index, GError **error)
{
  g_autofree char *number = NULL;

  for (guint i = 0; i < self->events->len; i++)
    if (((KsEvent *) self->events->pdata[i])->id == id)
      {
        *index = i;
        return ks_event_copy (self->events->pdata[i]);
      }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("No event of the registry has the number %s."), number);
  return NULL;
}

/* Before the event the list was as it is without it. */
static gboolean
take_out (KsEventBook *self, KsEvent *event, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (KsRegistry) before = NULL;

  if (event->day > self->day)
    return TRUE;
  g_ptr_array_add (events, event);
  before = make_registry (self->registry, event->day, events, event->day - 1, error);
  if (before == NULL || !check_answers (self->tx, event->after, event->before, error))
    return FALSE;
  set_registry (self, before);
  return TRUE;
}

/**
 * ks_event_book_take:
 * @self: a book
 * @id: number of an event
 * @error: return location for an error
 *
 * Takes an event out again; the list is stored by ks_event_book_save_list(). Refused where a later
 * event rests on it.
 *
 * Returns: (transfer full): the event, or %NULL with @error set
 */
KsEvent *
ks_event_book_take (KsEventBook *self, gint64 id, GError **error)
{
  guint index;
  g_autoptr (KsEvent) event = find_event (self, id, &index, error);

  if (event == NULL)
    return NULL;
  g_ptr_array_remove_index (self->events, index);
  if (!take_out (self, event, error))
    return NULL;
  if (!check_history (self, NULL))
    {
      g_autofree char *words = ks_event_describe (event);

      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("%s: a later event rests on this one. Take that back first."), words);
      return NULL;
    }
  return ks_event_table_delete (self->tx, id, error) ? g_steal_pointer (&event) : NULL;
}
