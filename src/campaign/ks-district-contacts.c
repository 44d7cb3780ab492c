/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-district-contacts.h"

#include "ks-campaign-error.h"
#include "ks-district-table.h"
#include "ks-i18n.h"
#include "ks-payload.h"

static KsDistrictContact *
find_contact (KsTransaction *tx, const char *code, GError **error)
{
  g_autoptr (GPtrArray) contacts = ks_district_table_load (tx, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    if (g_str_equal (((KsDistrictContact *) contacts->pdata[i])->code, code))
      return ks_district_contact_copy (contacts->pdata[i]);
  return contacts != NULL ? ks_district_contact_new (code) : NULL;
}

/**
 * ks_district_contact_load:
 * @campaign: a campaign
 * @code: code of a district
 * @error: return location for an error
 *
 * Returns: (transfer full): whom to call there, empty if nobody is known; %NULL with @error set
 */
KsDistrictContact *
ks_district_contact_load (KsCampaign *campaign, const char *code, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? find_contact (tx, code, error) : NULL;
}

static gboolean
save (KsCampaign *campaign, KsTransaction *tx, const KsDistrictContact *contact, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  /* Names and numbers of people stay out of the log. */
  ks_payload_add_text (payload, "district", contact->code);
  json = ks_payload_to_json (payload);
  return ks_district_table_save (tx, contact, error)
         && ks_campaign_commit (campaign, tx, "district-contact", json, KS_CHANGE_REGISTRY, error);
}

static gboolean
undo_contact (KsCampaign *campaign, gpointer data, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && save (campaign, tx, data, error);
}

static gboolean
equal_contacts (const KsDistrictContact *a, const KsDistrictContact *b)
{
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    if (!g_str_equal (a->texts[i], b->texts[i]))
      return FALSE;
  return TRUE;
}

/**
 * ks_set_district_contact:
 * @campaign: a campaign
 * @contact: whom to call in a district of the registry; an empty one takes the entry away
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set; the entry is then as it was
 */
gboolean
ks_set_district_contact (KsCampaign *campaign,
                         const KsDistrictContact *contact,
                         KsOutcome **outcome,
                         GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  const KsDistrict *district = ks_registry_lookup_district (registry, contact->code);
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsDistrictContact) before = NULL;

  if (outcome != NULL)
    *outcome = NULL;
  if (district == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No district of the registry has the code %s."), contact->code);
      return FALSE;
    }
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  before = tx != NULL ? find_contact (tx, contact->code, error) : NULL;
  if (before == NULL)
    return FALSE;
  if (equal_contacts (before, contact))
    return TRUE;
  if (!save (campaign, tx, contact, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf (_ ("%s: contacts changed"), district->name));
      ks_outcome_set_undo (*outcome, undo_contact, g_steal_pointer (&before),
                           (GDestroyNotify) ks_district_contact_free);
    }
  return TRUE;
}
