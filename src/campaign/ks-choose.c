/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-shortlist.h"

#include "ks-campaign-error.h"
#include "ks-choice-table.h"
#include "ks-i18n.h"
#include "ks-payload.h"

#define MIN_CHOSEN 3
#define MAX_CHOSEN 5

static gboolean
save_choices (KsCampaign *campaign, GPtrArray *choices, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < choices->len; i++)
    {
      KsChoice *choice = g_ptr_array_index (choices, i);

      g_ptr_array_add (codes, choice->unit);
      g_ptr_array_add (reasons, choice->reason);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (reasons, NULL);
  ks_payload_add_texts (payload, "units", (const char *const *) codes->pdata);
  ks_payload_add_texts (payload, "reasons", (const char *const *) reasons->pdata);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_choice_table_replace (tx, choices, error)
         && ks_campaign_commit (campaign, tx, "choose", json, KS_CHANGE_CHOICE, error);
}

static gboolean
undo_choose (KsCampaign *campaign, gpointer data, GError **error)
{
  return save_choices (campaign, data, error);
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED, message);
  g_free (message);
  return FALSE;
}

static KsCandidate *
find_candidate (KsShortlist *list, const char *code)
{
  for (guint i = 0; i < list->candidates->len; i++)
    {
      KsCandidate *candidate = g_ptr_array_index (list->candidates, i);

      if (g_str_equal (ks_unit_get_code (candidate->unit), code))
        return candidate;
    }
  return NULL;
}

static gboolean
check_candidate (KsShortlist *list, const char *code, const char *reason, GError **error)
{
  KsCandidate *candidate = find_candidate (list, code);

  if (candidate == NULL)
    return refuse (error, g_strdup_printf (_ ("No unit of the registry has the code %s."), code));
  if (!candidate->eligible)
    return refuse (error, g_strdup_printf (_ ("%s cannot be chosen: %s."),
                                           ks_unit_get_name (candidate->unit),
                                           candidate->reason));
  if (reason == NULL || reason[0] == '\0')
    return refuse (error, g_strdup_printf (_ ("Write the reason for choosing %s."),
                                           ks_unit_get_name (candidate->unit)));
  return TRUE;
}

static gboolean
contains (GPtrArray *choices, const char *code)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((KsChoice *) g_ptr_array_index (choices, i))->unit, code))
      return TRUE;
  return FALSE;
}

static GPtrArray *
make_choices (KsCampaign *campaign, const char *const *codes, const char *const *reasons,
              GError **error)
{
  g_autoptr (KsShortlist) list = ks_shortlist_load (campaign, error);
  g_autoptr (GPtrArray) choices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_choice_free);
  guint n_reasons = reasons != NULL ? g_strv_length ((char **) reasons) : 0;

  if (list == NULL)
    return NULL;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *reason = n_reasons == 1 ? reasons[0] : i < n_reasons ? reasons[i] : NULL;
      KsChoice *choice;

      if (!check_candidate (list, codes[i], reason, error))
        return NULL;
      if (contains (choices, codes[i]))
        {
          refuse (error, g_strdup_printf (_ ("The unit %s was named twice."), codes[i]));
          return NULL;
        }
      choice = g_new0 (KsChoice, 1);
      choice->unit = g_strdup (codes[i]);
      choice->reason = g_strdup (reason);
      choice->chosen = ks_campaign_now (campaign);
      g_ptr_array_add (choices, choice);
    }
  return g_steal_pointer (&choices);
}

static GPtrArray *
load_choices (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_choice_table_load (tx, error) : NULL;
}

static KsOutcome *
describe_choices (GPtrArray *choices, GPtrArray *before)
{
  KsOutcome *outcome
      = choices->len == 0
            ? ks_outcome_new (g_strdup (_ ("The list of proposals was taken back")))
            : ks_outcome_new (g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "%u unit is on the list of proposals",
                             "%u units are on the list of proposals", choices->len),
                choices->len));

  ks_outcome_set_undo (outcome, undo_choose, g_ptr_array_ref (before),
                       (GDestroyNotify) g_ptr_array_unref);
  return outcome;
}

/**
 * ks_choose:
 * @campaign: a campaign
 * @codes: (array zero-terminated=1): 3 to 5 units; none takes the choice back
 * @reasons: (array zero-terminated=1) (nullable): a reason for each, or one for all
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Records which units people chose to propose, and why. A unit that is not eligible is refused.
 *
 * Returns: %FALSE with @error set; the list is then as it was
 */
gboolean
ks_choose (KsCampaign *campaign, const char *const *codes, const char *const *reasons,
           KsOutcome **outcome, GError **error)
{
  guint n_codes = g_strv_length ((char **) codes);
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GPtrArray) before = NULL;

  if (n_codes != 0 && (n_codes < MIN_CHOSEN || n_codes > MAX_CHOSEN))
    return refuse (error, g_strdup_printf (_ ("Choose %d to %d units; %u were named."), MIN_CHOSEN,
                                           MAX_CHOSEN, n_codes));
  before = load_choices (campaign, error);
  choices = before != NULL ? make_choices (campaign, codes, reasons, error) : NULL;
  if (choices == NULL || !save_choices (campaign, choices, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = describe_choices (choices, before);
  return TRUE;
}
