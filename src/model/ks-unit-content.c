/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-unit-draft.h"
#include "ks-unit-private.h"

/**
 * ks_unit_get_excused:
 * @self: a unit
 *
 * Returns: how many of its staff are excused
 */
int
ks_unit_get_excused (KsUnit *self)
{
  int excused = 0;

  g_return_val_if_fail (KS_IS_UNIT (self), 0);

  for (guint i = 0; i < KS_N_BODIES; i++)
    excused += ks_unit_get_content (self)->staff.excused[i];
  return excused;
}

/**
 * ks_unit_get_staff_in_scope:
 * @self: a unit
 *
 * Returns: N, its staff less those excused, with its part-time workers where the campaign asks
 *   them too
 */
int
ks_unit_get_staff_in_scope (KsUnit *self)
{
  int total;

  g_return_val_if_fail (KS_IS_UNIT (self), 0);

  total
      = ks_unit_get_content (self)->part_time_in_scope ? ks_unit_get_content (self)->part_time : 0;
  for (guint i = 0; i < KS_N_BODIES; i++)
    total += ks_unit_get_content (self)->staff.total[i];
  return total - ks_unit_get_excused (self);
}

/**
 * ks_unit_get_order:
 * @self: a unit
 *
 * Returns: its number in the office's own order within its district, or 0 where none was given
 */
int
ks_unit_get_order (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), 0);

  return ks_unit_get_content (self)->order;
}

/**
 * ks_unit_get_staff_day:
 * @self: a unit
 *
 * Returns: the day of which its staff count is, or %KS_DAY_NONE
 */
KsDay
ks_unit_get_staff_day (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), KS_DAY_NONE);

  return ks_unit_get_content (self)->staff_day;
}

/**
 * ks_unit_get_retired:
 * @self: a unit
 *
 * Returns: since when it is out of use, or %KS_DAY_NONE if it is in use
 */
KsDay
ks_unit_get_retired (KsUnit *self)
{
  g_return_val_if_fail (KS_IS_UNIT (self), KS_DAY_NONE);

  return ks_unit_get_content (self)->retired;
}

/**
 * ks_unit_get_former_names:
 * @self: a unit; any thread may ask
 *
 * Returns: (transfer none) (element-type KsFormerName): other names by which it is or was known,
 *   in the order given; empty if there are none. Not to be changed.
 */
GPtrArray *
ks_unit_get_former_names (KsUnit *self)
{
  static gsize none = 0;

  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  if (ks_unit_get_content (self)->former_names != NULL)
    return ks_unit_get_content (self)->former_names;
  if (g_once_init_enter (&none))
    g_once_init_leave (&none, (gsize) g_ptr_array_new ());
  return (GPtrArray *) none;
}

/**
 * ks_unit_get_text:
 * @self: a unit
 * @field: a field that is text
 *
 * Returns: (transfer none): what it holds; empty if nothing
 */
const char *
ks_unit_get_text (KsUnit *self, KsUnitField field)
{
  const char *text;

  g_return_val_if_fail (KS_IS_UNIT (self) && field < KS_N_UNIT_FIELDS, NULL);

  text = ks_unit_get_content (self)->texts[field];
  return text != NULL ? text : "";
}

/**
 * ks_unit_dup_text:
 * @self: a unit
 * @field: any field
 *
 * Returns: (transfer full): what it holds, see ks_unit_draft_dup_text()
 */
char *
ks_unit_dup_text (KsUnit *self, KsUnitField field)
{
  g_return_val_if_fail (KS_IS_UNIT (self), NULL);

  return ks_unit_draft_dup_text (ks_unit_get_content (self), field);
}

static gboolean
equal_names (GPtrArray *mine, GPtrArray *theirs)
{
  if (mine->len != theirs->len)
    return FALSE;
  for (guint i = 0; i < mine->len; i++)
    {
      const KsFormerName *a = mine->pdata[i], *b = theirs->pdata[i];

      if (a->until != b->until || !g_str_equal (a->name, b->name)
          || !g_str_equal (a->district, b->district))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_unit_equal:
 * @self: a unit
 * @other: another
 *
 * Returns: whether they agree in code, state and every field
 */
gboolean
ks_unit_equal (KsUnit *self, KsUnit *other)
{
  const KsUnitDraft *mine, *theirs;

  g_return_val_if_fail (KS_IS_UNIT (self) && KS_IS_UNIT (other), FALSE);

  mine = ks_unit_get_content (self);
  theirs = ks_unit_get_content (other);
  for (guint i = 0; i < KS_N_UNIT_FIELDS; i++)
    if (g_strcmp0 (mine->texts[i], theirs->texts[i]) != 0)
      return FALSE;
  return g_str_equal (mine->code, theirs->code) && mine->retired == theirs->retired
         && memcmp (&mine->staff, &theirs->staff, sizeof mine->staff) == 0
         && mine->part_time == theirs->part_time && mine->order == theirs->order
         && mine->staff_day == theirs->staff_day
         && mine->part_time_in_scope == theirs->part_time_in_scope
         && equal_names (ks_unit_get_former_names (self), ks_unit_get_former_names (other));
}
