/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-history.h"

#include "ks-event-private.h"
#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-unit-draft.h"
#include "ks-unit-private.h"

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const KsEvent *left = *(const KsEvent *const *) a, *right = *(const KsEvent *const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

/**
 * ks_history_sort:
 * @events: (element-type KsEvent): events
 *
 * Orders them by their day, as all functions here expect them.
 */
void
ks_history_sort (GPtrArray *events)
{
  g_ptr_array_sort (events, compare_events);
}

static KsEvent *
get_event (GPtrArray *events, guint index)
{
  return events->pdata[index];
}

/* The events of one day are events->pdata[first … end[. */
static guint
find_end_of_day (GPtrArray *events, guint first)
{
  guint end = first;

  while (end < events->len && get_event (events, end)->day == get_event (events, first)->day)
    end++;
  return end;
}

static guint
find_start_of_day (GPtrArray *events, guint end)
{
  guint first = end;

  while (first > 0 && get_event (events, first - 1)->day == get_event (events, end - 1)->day)
    first--;
  return first;
}

static int
find_unit (GPtrArray *units, const char *code)
{
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (ks_unit_get_code (units->pdata[i]), code))
      return (int) i;
  return -1;
}

/* Was the unit used up by an event before @end? Then a merge would lead back to it. */
static gboolean
was_used_up (GPtrArray *events, guint end, const char *code)
{
  for (guint i = 0; i < end; i++)
    if (find_unit (get_event (events, i)->before, code) >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
refuse_missing (GPtrArray *events, guint index, KsUnit *unit, GError **error)
{
  const char *name = ks_unit_get_name (unit), *code = ks_unit_get_code (unit);
  g_autofree char *day = ks_day_format (get_event (events, index)->day);

  if (was_used_up (events, index, code))
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                 _ ("%s (code %s) is gone before %s: an earlier event used it up. Merges cannot go "
                    "in a circle, nor happen twice."),
                 name, code, day);
  else
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                 _ ("%s (code %s) is not in the list on the day before %s. Correct the day or the "
                    "unit."),
                 name, code, day);
  return FALSE;
}

static gboolean
refuse_taken (const KsEvent *event, KsUnit *unit, KsUnit *other, GError **error)
{
  g_autofree char *day = ks_day_format (event->day);

  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _ ("%s cannot have the code %s from %s: %s bears it then. Correct the code."),
               ks_unit_get_name (unit), ks_unit_get_code (unit), day, ks_unit_get_name (other));
  return FALSE;
}

/* Takes the units that @event ends out of @units, and says where the first of them stood. */
static gboolean
take_before (GPtrArray *units,
             GPtrArray *events,
             guint index,
             GPtrArray *taken,
             guint *place,
             GError **error)
{
  const KsEvent *event = get_event (events, index);

  *place = G_MAXINT;
  for (guint i = 0; i < event->before->len; i++)
    {
      int found = find_unit (units, ks_unit_get_code (event->before->pdata[i]));

      if (found < 0)
        return refuse_missing (events, index, event->before->pdata[i], error);
      if (i == 0 || (guint) found < *place)
        *place = (guint) found;
      g_ptr_array_add (taken, g_object_ref (units->pdata[found]));
      g_ptr_array_remove_index (units, (guint) found);
    }
  return TRUE;
}

typedef struct
{
  KsEvent *event;
  GPtrArray *taken; /* KsUnit that it ended */
  guint place;      /* where the first of them stood */
} Step;

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->taken);
}

static gboolean
put_after (GPtrArray *units, const Step *step, GError **error)
{
  for (guint i = 0; i < step->event->after->len; i++)
    {
      KsUnit *after = step->event->after->pdata[i];
      int other = find_unit (units, ks_unit_get_code (after));

      if (other >= 0 && ks_unit_get_retired (units->pdata[other]) != KS_DAY_NONE)
        g_ptr_array_remove_index (units, (guint) other);
      else if (other >= 0)
        return refuse_taken (step->event, after, units->pdata[other], error);
      g_ptr_array_insert (units, (int) MIN (step->place + i, units->len),
                          ks_event_make_heir (step->event, after, step->taken));
    }
  return TRUE;
}

/* One day forward: first all units go that end, then all come that begin. */
static gboolean
step_forward (GPtrArray *units, GPtrArray *events, guint first, guint end, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (steps, clear_step);
  for (guint i = first; i < end; i++)
    {
      Step step = { get_event (events, i), g_ptr_array_new_with_free_func (g_object_unref), 0 };
      gboolean ok = take_before (units, events, i, step.taken, &step.place, error);

      g_array_append_val (steps, step);
      if (!ok)
        return FALSE;
    }
  for (guint i = 0; i < steps->len; i++)
    if (!put_after (units, &g_array_index (steps, Step, i), error))
      return FALSE;
  return TRUE;
}

/* One day back: as a film that runs backwards. */
static gboolean
step_back (GPtrArray *units, GPtrArray *events, guint first, guint end, GError **error)
{
  for (guint i = first; i < end; i++)
    {
      GPtrArray *after = get_event (events, i)->after;

      for (guint k = 0; k < after->len; k++)
        {
          int found = find_unit (units, ks_unit_get_code (after->pdata[k]));

          if (found < 0)
            return refuse_missing (events, i, after->pdata[k], error);
          g_ptr_array_remove_index (units, (guint) found);
        }
    }
  for (guint i = first; i < end; i++)
    {
      GPtrArray *before = get_event (events, i)->before;

      for (guint k = 0; k < before->len; k++)
        {
          int other = find_unit (units, ks_unit_get_code (before->pdata[k]));

          if (other >= 0)
            return refuse_taken (get_event (events, i), before->pdata[k], units->pdata[other],
                                 error);
          g_ptr_array_add (units, g_object_ref (before->pdata[k]));
        }
    }
  return TRUE;
}

static GPtrArray *
copy_list (GPtrArray *units)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (copy, g_object_ref (units->pdata[i]));
  return copy;
}

/* Registries give units their place, so every list has units of its own. */
static GPtrArray *
renew_units (GPtrArray *units)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (copy, ks_unit_draft_end (ks_unit_draft_new_from (units->pdata[i])));
  return copy;
}

static gboolean
go_forward (GPtrArray *list, KsDay day, GPtrArray *events, KsDay to, GError **error)
{
  for (guint i = 0, end; i < events->len; i = end)
    {
      KsDay then = get_event (events, i)->day;

      end = find_end_of_day (events, i);
      if (then > day && then <= to && !step_forward (list, events, i, end, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
go_back (GPtrArray *list, KsDay day, GPtrArray *events, KsDay to, GError **error)
{
  for (guint end = events->len, first; end > 0; end = first)
    {
      KsDay then = get_event (events, end - 1)->day;

      first = find_start_of_day (events, end);
      if (then <= day && then > to && !step_back (list, events, first, end, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_history_list_units:
 * @units: (element-type KsUnit): the units of a day
 * @day: that day
 * @events: (element-type KsEvent): what happened, ordered by day
 * @to: another day, before or after it
 * @error: return location
 *
 * Tells which units there are on another day. A unit that others became one of has the sum of
 * their staff and their names as its former ones. Fails with %KS_MODEL_ERROR_INVALID where events
 * do not fit the list.
 *
 * Returns: (transfer full) (nullable) (element-type KsUnit): the units of @to; those of @units stay
 *   as they are
 */
GPtrArray *
ks_history_list_units (GPtrArray *units, KsDay day, GPtrArray *events, KsDay to, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (units != NULL && events != NULL, NULL);

  list = copy_list (units);
  if (!(to >= day ? go_forward (list, day, events, to, error)
                  : go_back (list, day, events, to, error)))
    return NULL;
  return renew_units (list);
}

/**
 * ks_history_check:
 * @units: (element-type KsUnit): the units of a day
 * @day: that day
 * @events: (element-type KsEvent): what happened, ordered by day
 * @error: return location
 *
 * Goes through all events from the first to the last. Fails with %KS_MODEL_ERROR_INVALID where one
 * ends a unit that is not there, as in a circle of merges, or gives a unit the code of another.
 *
 * Returns: whether the events fit the list and each other
 */
gboolean
ks_history_check (GPtrArray *units, KsDay day, GPtrArray *events, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (units != NULL && events != NULL, FALSE);

  list = copy_list (units);
  for (guint i = 0; i < events->len; i++)
    if (!ks_event_check (get_event (events, i), error))
      return FALSE;
  return go_back (list, day, events, KS_DAY_NONE, error)
         && go_forward (list, KS_DAY_NONE, events, G_MAXINT32, error);
}

static gboolean
holds_any (GPtrArray *units, GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    if (find_unit (units, codes->pdata[i]) >= 0)
      return TRUE;
  return FALSE;
}

static void
add_codes (GPtrArray *codes, GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      const char *code = ks_unit_get_code (units->pdata[i]);

      if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_strdup (code));
    }
}

/* One day: codes that an event of the day ends (or, backwards, begins) give way to those it begins
 * (ends); the others stay. */
static GPtrArray *
follow_day (GPtrArray *events, guint first, guint end, GPtrArray *codes, gboolean forward)
{
  GPtrArray *next = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < codes->len; c++)
    {
      gboolean hit = FALSE;

      for (guint i = first; i < end && !hit; i++)
        {
          const KsEvent *event = get_event (events, i);

          hit = find_unit (forward ? event->before : event->after, codes->pdata[c]) >= 0;
        }
      if (!hit)
        g_ptr_array_add (next, g_strdup (codes->pdata[c]));
    }
  for (guint i = first; i < end; i++)
    {
      const KsEvent *event = get_event (events, i);

      if (holds_any (forward ? event->before : event->after, codes))
        add_codes (next, forward ? event->after : event->before);
    }
  g_ptr_array_unref (codes);
  return next;
}

/**
 * ks_history_follow:
 * @events: (element-type KsEvent): what happened, ordered by day
 * @code: code of a unit on @from
 * @from: a day
 * @to: another day, before or after it
 *
 * Tells what became of a unit, or what it came from. Events alone tell it: the same code on both
 * days may belong to units that have nothing to do with each other.
 *
 * Returns: (transfer full) (element-type utf8): codes on @to; none if the unit is new since
 */
GPtrArray *
ks_history_follow (GPtrArray *events, const char *code, KsDay from, KsDay to)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (events != NULL && code != NULL, codes);

  g_ptr_array_add (codes, g_strdup (code));
  for (guint i = 0, end; i < events->len && to > from; i = end)
    {
      KsDay then = get_event (events, i)->day;

      end = find_end_of_day (events, i);
      if (then > from && then <= to)
        codes = follow_day (events, i, end, codes, TRUE);
    }
  for (guint end = events->len, first; end > 0 && to < from; end = first)
    {
      KsDay then = get_event (events, end - 1)->day;

      first = find_start_of_day (events, end);
      if (then <= from && then > to)
        codes = follow_day (events, first, end, codes, FALSE);
    }
  return codes;
}
