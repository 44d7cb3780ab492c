/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choose.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-nominee-table.h"
#include "ks-payload.h"
#include "ks-shortlist.h"
#include "ks-text.h"

#define MAX_NOMINEES 50
#define MAX_TEXT 4000

/**
 * ks_nominees_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsNominee): whom people chose, in their order
 */
GPtrArray *
ks_nominees_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_nominee_table_load (tx, error) : NULL;
}

static char *
make_payload (KsCampaign *campaign, GPtrArray *nominees)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autoptr (GPtrArray) who = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GPtrArray) merits = g_ptr_array_new ();

  for (guint i = 0; i < nominees->len; i++)
    {
      const KsNominee *nominee = nominees->pdata[i];

      g_ptr_array_add (who, nominee->kind == KS_NOMINEE_UNIT
                                ? g_strdup (nominee->unit)
                                : ks_nominee_dup_name (nominee, registry));
      g_ptr_array_add (reasons, nominee->reason);
      g_ptr_array_add (merits, nominee->merits);
    }
  g_ptr_array_add (who, NULL);
  g_ptr_array_add (reasons, NULL);
  g_ptr_array_add (merits, NULL);
  ks_payload_add_texts (payload, "nominees", (const char *const *)who->pdata);
  ks_payload_add_texts (payload, "reasons", (const char *const *)reasons->pdata);
  ks_payload_add_texts (payload, "merits", (const char *const *)merits->pdata);
  return ks_payload_to_json (payload);
}

static gboolean
save (KsCampaign *campaign, GPtrArray *nominees, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autofree char *json = make_payload (campaign, nominees);

  return tx != NULL && ks_nominee_table_replace (tx, nominees, error)
         && ks_campaign_commit (campaign, tx, "choose", json, KS_CHANGE_CHOICE, error);
}

static gboolean
undo_choose (KsCampaign *campaign, gpointer data, GError **error)
{
  return save (campaign, data, error);
}

static gboolean
check_unit (KsShortlist *list, const KsNominee *nominee, GError **error)
{
  const KsCandidate *candidate = ks_shortlist_find (list, nominee->unit);

  if (candidate == NULL)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("No unit of the registry has the code %s."), nominee->unit);
  if (!candidate->eligible)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, _ ("%s cannot be chosen: %s."),
                               ks_unit_get_name (candidate->unit), candidate->reason);
  if (!ks_shortlist_is_suggested (list, candidate) && *nominee->reason == '\0')
    return ks_campaign_refuse (
        error, KS_CAMPAIGN_ERROR_REFUSED,
        _ ("%s stands outside the suggestion. Write the reason for choosing it."),
        ks_unit_get_name (candidate->unit));
  return TRUE;
}

/* Of other collectives and of people nothing is measured: somebody says what they did. */
static gboolean
check_other (KsShortlist *list, KsRegistry *registry, const KsNominee *nominee, GError **error)
{
  if (*nominee->name == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               nominee->kind == KS_NOMINEE_PERSON
                                   ? _ ("Write the name of the person.")
                                   : _ ("Write the name of the collective."));
  if (nominee->kind == KS_NOMINEE_PERSON && *nominee->post == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, _ ("Write the post of %s."),
                               nominee->name);
  if (*nominee->unit != '\0' && ks_shortlist_find (list, nominee->unit) == NULL)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("No unit of the registry has the code %s."), nominee->unit);
  if (*nominee->district != '\0'
      && ks_registry_lookup_district (registry, nominee->district) == NULL)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("No district has the code %s."), nominee->district);
  if (*nominee->merits == '\0' && *nominee->unit == '\0' && *nominee->district == '\0')
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, _ ("Write the merits of %s."),
                               nominee->name);
  return TRUE;
}

static gboolean
check_texts (const KsNominee *nominee, GError **error)
{
  const char *const texts[] = { nominee->name, nominee->post, nominee->merits,
                                nominee->form, nominee->note, nominee->reason };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strlen (texts[i]) > MAX_TEXT || !g_utf8_validate (texts[i], -1, NULL))
      return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                                 _ ("A text of the list of proposals is too long."));
  return TRUE;
}

static gboolean
is_same (const KsNominee *one, const KsNominee *other)
{
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;

  if (one->kind != other->kind || !g_str_equal (one->unit, other->unit))
    return FALSE;
  if (one->kind == KS_NOMINEE_UNIT)
    return TRUE;
  name = ks_text_key (one->name);
  other_name = ks_text_key (other->name);
  return g_str_equal (name, other_name) && g_str_equal (one->district, other->district);
}

static gboolean
check_alone (GPtrArray *nominees, guint index, GError **error)
{
  const KsNominee *nominee = nominees->pdata[index];

  for (guint i = 0; i < index; i++)
    if (is_same (nominees->pdata[i], nominee))
      return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, _ ("%s was named twice."),
                                 *nominee->name != '\0' ? nominee->name : nominee->unit);
  return TRUE;
}

static gboolean
check_nominees (KsShortlist *list, KsRegistry *registry, GPtrArray *nominees, GError **error)
{
  if (nominees->len > MAX_NOMINEES)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("A list of proposals has at most %d."), MAX_NOMINEES);
  for (guint i = 0; i < nominees->len; i++)
    {
      const KsNominee *nominee = nominees->pdata[i];

      if (!check_texts (nominee, error) || !check_alone (nominees, i, error))
        return FALSE;
      if (!(nominee->kind == KS_NOMINEE_UNIT ? check_unit (list, nominee, error)
                                             : check_other (list, registry, nominee, error)))
        return FALSE;
    }
  return TRUE;
}

static void
clean_text (char **text)
{
  char *clean = ks_text_clean (*text);

  g_free (*text);
  *text = clean;
}

/* As it is kept. When somebody was chosen stays where nothing of it changed. */
static GPtrArray *
clean_nominees (KsCampaign *campaign, GPtrArray *nominees, GPtrArray *before)
{
  GPtrArray *clean = ks_nominees_copy (nominees);

  for (guint i = 0; i < clean->len; i++)
    {
      KsNominee *nominee = clean->pdata[i];

      clean_text (&nominee->name);
      clean_text (&nominee->post);
      clean_text (&nominee->merits);
      clean_text (&nominee->form);
      clean_text (&nominee->note);
      clean_text (&nominee->reason);
      nominee->chosen = ks_campaign_now (campaign);
      for (guint j = 0; j < before->len; j++)
        if (ks_nominee_equal (before->pdata[j], nominee))
          nominee->chosen = ((const KsNominee *)before->pdata[j])->chosen;
    }
  return clean;
}

/* Figures of a unit that are being checked bar the unit, not who works there: that is said. */
static char *
warn_of_unit (const KsShortlist *list, GPtrArray *nominees)
{
  for (guint i = 0; i < nominees->len; i++)
    {
      const KsNominee *nominee = nominees->pdata[i];
      const KsCandidate *unit
          = *nominee->unit != '\0' ? ks_shortlist_find (list, nominee->unit) : NULL;

      if (unit != NULL && !unit->eligible)
        return g_strdup_printf (_ ("%s, %s: the unit itself is not eligible (%s)"), nominee->name,
                                ks_unit_get_name (unit->unit), unit->reason);
    }
  return NULL;
}

static KsOutcome *
describe (const KsShortlist *list, GPtrArray *nominees, GPtrArray *before)
{
  g_autofree char *total = ks_nominees_dup_total (nominees);
  g_autofree char *warning = ks_nominees_dup_warning (nominees);
  g_autofree char *message = nominees->len == 0
                                 ? g_strdup (_ ("The list of proposals was taken back"))
                                 : g_strdup_printf (_ ("List of proposals: %s"), total);
  g_autofree char *unit = warn_of_unit (list, nominees);
  g_autoptr (GString) text = g_string_new (message);
  KsOutcome *outcome;

  if (warning != NULL)
    g_string_append_printf (text, ". %s", warning);
  if (unit != NULL)
    g_string_append_printf (text, warning != NULL ? " %s" : ". %s", unit);
  outcome = ks_outcome_new (g_strdup (text->str));

  ks_outcome_set_undo (outcome, undo_choose, g_ptr_array_ref (before),
                       (GDestroyNotify)g_ptr_array_unref);
  return outcome;
}

/**
 * ks_choose:
 * @campaign: a campaign
 * @nominees: (element-type KsNominee): the whole list from now on; none takes the choice back
 * @outcome: (out) (optional) (transfer full): what was done, and what is to be said of its length
 * @error: return location for an error
 *
 * Records whom people chose to propose, and why: collectives and individuals together. A unit that
 * is not eligible is refused, and one outside the suggestion without a reason.
 *
 * Returns: %FALSE with @error set; the list is then as it was
 */
gboolean
ks_choose (KsCampaign *campaign, GPtrArray *nominees, KsOutcome **outcome, GError **error)
{
  g_autoptr (GPtrArray) before = ks_nominees_load (campaign, error);
  g_autoptr (GPtrArray) clean = before != NULL ? clean_nominees (campaign, nominees, before) : NULL;
  g_autoptr (KsShortlist) list = clean != NULL ? ks_shortlist_load (campaign, error) : NULL;
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  if (list == NULL || !check_nominees (list, registry, clean, error)
      || !save (campaign, clean, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = describe (list, clean, before);
  return TRUE;
}
