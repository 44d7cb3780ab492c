/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-event-private.h"

#include "ks-unit-draft.h"
#include "ks-unit-private.h"

static void
add_staff (KsUnitDraft *draft, GPtrArray *units)
{
  KsStaff staff = { { 0 } };
  int part_time = 0;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *source = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      const KsStaff *part = ks_unit_get_staff (units->pdata[i]);

      for (guint body = 0; body < KS_N_BODIES; body++)
        {
          staff.total[body] += part->total[body];
          staff.excused[body] += part->excused[body];
        }
      part_time += ks_unit_get_content (units->pdata[i])->part_time;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ks_unit_get_name (units->pdata[i]));
    }
  ks_unit_draft_set_staff (draft, &staff);
  draft->part_time = part_time;
  draft->part_time_in_scope = ks_unit_get_content (units->pdata[0])->part_time_in_scope;
  source = g_strdup_printf ("Cộng số liệu của %s", names->str);
  ks_unit_draft_set (draft, KS_UNIT_STAFF_SOURCE, source, NULL);
  ks_unit_draft_set (draft, KS_UNIT_STAFF_DAY, NULL, NULL);
}

static void
add_former_names (KsUnitDraft *draft, KsUnit *unit, const char *new_name, KsDay day)
{
  GPtrArray *names = ks_unit_get_former_names (unit);

  for (guint i = 0; i < names->len; i++)
    {
      const KsFormerName *name = names->pdata[i];

      ks_unit_draft_add_former_name (draft, name->name, name->district, name->until);
    }
  if (!g_str_equal (ks_unit_get_name (unit), new_name))
    ks_unit_draft_add_former_name (draft, ks_unit_get_name (unit), ks_unit_get_district_name (unit),
                                   day);
}

/* The unit that lives on: of its code *and* its name, whatever its kind. */
static KsUnit *
find_survivor (GPtrArray *before, KsUnit *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      KsUnit *unit = before->pdata[i];

      if (g_str_equal (ks_unit_get_code (unit), ks_unit_get_code (after))
          && g_str_equal (ks_unit_get_bare_name (unit), ks_unit_get_bare_name (after)))
        return unit;
    }
  return NULL;
}

static void
copy_identity (KsUnitDraft *draft, KsUnit *after)
{
  ks_unit_draft_set_code (draft, ks_unit_get_code (after));
  for (guint field = KS_UNIT_NAME; field <= KS_UNIT_DISTRICT_NAME; field++)
    ks_unit_draft_restore (draft, (KsUnitField) field,
                           ks_unit_get_text (after, (KsUnitField) field));
}

/**
 * ks_event_make_heir:
 * @event: an event
 * @after: a unit since the event, as that says it
 * @before: (element-type KsUnit): the units that it ended, as the registry knew them
 *
 * Returns: (transfer full): the unit with what the registry knows of it, from what it knew of those
 *   before: a merged unit has the staff of all of them, and their names as its former ones
 */
KsUnit *
ks_event_make_heir (const KsEvent *event, KsUnit *after, GPtrArray *before)
{
  gboolean same = event->kind == KS_EVENT_RENAME || event->kind == KS_EVENT_MOVE;
  KsUnit *origin = same ? before->pdata[0] : find_survivor (before, after);
  KsUnitDraft *draft;

  if (event->kind == KS_EVENT_NEW)
    return ks_unit_draft_end (ks_unit_draft_new_from (after));
  draft = origin != NULL ? ks_unit_draft_new_from (origin)
                         : ks_unit_draft_new (ks_unit_get_code (after));
  copy_identity (draft, after);
  if (event->kind == KS_EVENT_MERGE)
    add_staff (draft, before);
  if (event->kind == KS_EVENT_MERGE || same)
    for (guint i = 0; i < before->len; i++)
      add_former_names (draft, before->pdata[i], ks_unit_get_name (after), event->day);
  return ks_unit_draft_end (draft);
}
