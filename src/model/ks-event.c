/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-event.h"

#include "ks-i18n.h"
#include "ks-model-error.h"
#include "ks-unit-draft.h"

static const char *const ids[KS_N_EVENT_KINDS] = { "new", "merge", "split", "rename", "move" };

/**
 * ks_event_new:
 * @day: the first day on which it holds
 * @kind: what happened
 * @note: (nullable): what it rests on
 *
 * Returns: (transfer full): an event without units: add them to @before and @after
 */
KsEvent *
ks_event_new (KsDay day, KsEventKind kind, const char *note)
{
  KsEvent *self = g_new0 (KsEvent, 1);

  self->day = day;
  self->kind = kind;
  self->note = g_strdup (note != NULL ? note : "");
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
  self->after = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static void
copy_units (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, ks_unit_draft_end (ks_unit_draft_new_from (from->pdata[i])));
}

/**
 * ks_event_copy:
 * @self: an event
 *
 * Returns: (transfer full): the same event with units of its own
 */
KsEvent *
ks_event_copy (const KsEvent *self)
{
  KsEvent *copy = ks_event_new (self->day, self->kind, self->note);

  copy->id = self->id;
  copy_units (copy->before, self->before);
  copy_units (copy->after, self->after);
  return copy;
}

/**
 * ks_event_free:
 * @self: (transfer full) (nullable): an event
 */
void
ks_event_free (KsEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->note);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self);
}

/**
 * ks_event_kind_get_id:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
ks_event_kind_get_id (KsEventKind kind)
{
  g_return_val_if_fail (kind < KS_N_EVENT_KINDS, NULL);

  return ids[kind];
}

/**
 * ks_event_kind_find:
 * @id: a name as ks_event_kind_get_id() gives it
 * @kind: (out): the kind
 *
 * Returns: %FALSE, with @kind untouched, if there is no such kind
 */
gboolean
ks_event_kind_find (const char *id, KsEventKind *kind)
{
  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < KS_N_EVENT_KINDS; i++)
    if (g_str_equal (ids[i], id))
      {
        *kind = (KsEventKind) i;
        return TRUE;
      }
  return FALSE;
}

static const char *
find_twice (GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    for (guint k = 0; k < i; k++)
      if (g_str_equal (ks_unit_get_code (units->pdata[i]), ks_unit_get_code (units->pdata[k])))
        return ks_unit_get_name (units->pdata[i]);
  return NULL;
}

static const char *
find_fault (const KsEvent *self)
{
  guint n_before = self->before->len, n_after = self->after->len;
  KsUnit *before = n_before > 0 ? self->before->pdata[0] : NULL;
  KsUnit *after = n_after > 0 ? self->after->pdata[0] : NULL;

  switch (self->kind)
    {
    case KS_EVENT_NEW:
      return n_before == 0 && n_after == 1 ? NULL : _ ("A new unit comes from no other.");
    case KS_EVENT_MERGE:
      return n_before >= 2 && n_after == 1 ? NULL
                                           : _ ("A merge needs two units or more and makes one.");
    case KS_EVENT_SPLIT:
      return n_before == 1 && n_after >= 2 ? NULL
                                           : _ ("A split needs one unit and makes two or more.");
    case KS_EVENT_RENAME:
      if (n_before != 1 || n_after != 1)
        return _ ("One unit at a time is renamed.");
      return !g_str_equal (ks_unit_get_name (before), ks_unit_get_name (after))
                     || !g_str_equal (ks_unit_get_code (before), ks_unit_get_code (after))
                 ? NULL
                 : _ ("The new name is the old one. Write the name that holds since that day.");
    case KS_EVENT_MOVE:
    default:
      if (n_before != 1 || n_after != 1)
        return _ ("One unit at a time changes its district.");
      return !g_str_equal (ks_unit_get_district_name (before), ks_unit_get_district_name (after))
                 ? NULL
                 : _ ("The new district is the old one. Choose the one that holds since that day.");
    }
}

/**
 * ks_event_check:
 * @self: an event
 * @error: return location
 *
 * Looks at the event alone: its kind, its day and its numbers of units agree. Fails with
 * %KS_MODEL_ERROR_INVALID.
 *
 * Returns: whether such an event can be
 */
gboolean
ks_event_check (const KsEvent *self, GError **error)
{
  const char *fault, *twice;

  g_return_val_if_fail (self != NULL, FALSE);

  fault = self->day != KS_DAY_NONE ? find_fault (self)
                                   : _ ("The day is missing. Write it like 1/7/2025.");
  twice = find_twice (self->before) != NULL ? find_twice (self->before) : find_twice (self->after);
  if (fault != NULL)
    g_set_error_literal (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID, fault);
  else if (twice != NULL)
    g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
                 _ ("%s stands twice in one event. Name it once."), twice);
  return fault == NULL && twice == NULL;
}

/**
 * ks_event_describe:
 * @self: an event with units
 *
 * Returns: (transfer full): what happened, in the language of the interface: "Merge: Xã A, Xã B →
 *   Xã C"
 */
char *
ks_event_describe (const KsEvent *self)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  before = ks_units_join_names (self->before);
  after = ks_units_join_names (self->after);
  switch (self->kind)
    {
    case KS_EVENT_NEW:
      return g_strdup_printf (_ ("New unit: %s"), after);
    case KS_EVENT_MERGE:
      return g_strdup_printf (_ ("Merge: %s → %s"), before, after);
    case KS_EVENT_SPLIT:
      return g_strdup_printf (_ ("Split: %s → %s"), before, after);
    case KS_EVENT_RENAME:
      return g_strdup_printf (_ ("Renamed: %s → %s"), before, after);
    case KS_EVENT_MOVE:
    default:
      return g_strdup_printf (_ ("Change of district: %s, %s → %s"), before,
                              ks_unit_get_district_name (self->before->pdata[0]),
                              ks_unit_get_district_name (self->after->pdata[0]));
    }
}
