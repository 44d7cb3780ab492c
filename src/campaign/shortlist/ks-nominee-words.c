/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choose.h"
#include "ks-text.h"

/**
 * ks_nominee_dup_name:
 * @self: a nominee
 * @registry: the units
 *
 * Returns: (transfer full): what the list calls it: the unit's name, or its own
 */
char *
ks_nominee_dup_name (const KsNominee *self, KsRegistry *registry)
{
  KsUnit *unit = *self->unit != '\0' ? ks_registry_lookup (registry, self->unit) : NULL;

  if (*self->name != '\0' || unit == NULL)
    return g_strdup (*self->name != '\0' ? self->name : self->unit);
  return g_strdup (ks_unit_get_name (unit));
}

/**
 * ks_nominee_dup_district:
 * @self: a nominee
 * @registry: the units
 *
 * Returns: (transfer full): the name of the district that it belongs to; empty: none
 */
char *
ks_nominee_dup_district (const KsNominee *self, KsRegistry *registry)
{
  KsUnit *unit = *self->unit != '\0' ? ks_registry_lookup (registry, self->unit) : NULL;
  const KsDistrict *district
      = *self->district != '\0' ? ks_registry_lookup_district (registry, self->district) : NULL;

  if (unit != NULL)
    return g_strdup (ks_unit_get_district_name (unit));
  return g_strdup (district != NULL ? district->name : "");
}

static gboolean
is_offered (GPtrArray *people, const char *name)
{
  g_autofree char *key = ks_text_key (name);

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *other = ks_text_key (((const KsNominee *)people->pdata[i])->name);

      if (g_str_equal (other, key))
        return TRUE;
    }
  return FALSE;
}

static void
offer (GPtrArray *people, KsUnit *unit, const char *name, const char *post)
{
  g_autofree char *clean = ks_text_clean (name);
  KsNominee *person;

  if (*clean == '\0' || is_offered (people, clean))
    return;
  person = ks_nominee_new (KS_NOMINEE_PERSON);
  g_free (person->unit);
  person->unit = g_strdup (ks_unit_get_code (unit));
  g_free (person->name);
  person->name = g_steal_pointer (&clean);
  g_free (person->post);
  person->post = g_strdup (post);
  g_ptr_array_add (people, person);
}

/* A registry holds members as somebody listed them: one under the other, or parted by signs. */
static void
offer_all (GPtrArray *people, KsUnit *unit, KsUnitField field, const char *post)
{
  const char *text = ks_unit_get_text (unit, field);
  g_auto (GStrv) names = g_strsplit_set (text != NULL ? text : "", ";,\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    offer (people, unit, names[i], post);
}

/**
 * ks_offer_people:
 * @campaign: a campaign
 * @unit: code of a unit
 *
 * Returns: (transfer full) (element-type KsNominee): those whom the registry names as the unit's
 *   working group: its head, members, who types its reports; posts are Vietnamese
 */
GPtrArray *
ks_offer_people (KsCampaign *campaign, const char *unit)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  KsUnit *found = ks_registry_lookup (registry, unit);
  GPtrArray *people = ks_nominees_new ();

  if (found == NULL)
    return people;
  offer_all (people, found, KS_UNIT_HEAD, "Tổ trưởng tổ công tác");
  offer_all (people, found, KS_UNIT_MEMBERS, "Thành viên tổ công tác");
  offer_all (people, found, KS_UNIT_TYPIST, "Công chức nhập báo cáo của tổ công tác");
  return people;
}
