/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-extend.h"

#include "ks-campaign-error.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-payload.h"
#include "ks-window-rows.h"

#define MAX_DECISION 100
#define MAX_REASON 500
/* What is longer is a slip of the month or the year. */
#define MAX_DAYS 31

static gboolean
check_until (const KsCampaignInfo *info, KsMoment until, GError **error)
{
  g_autofree char *end = ks_moment_format (info->to);

  if (info->closed != KS_MOMENT_NONE)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The survey was closed: open it again with a reason, then "
                                  "extend it."));
  if (until <= info->to)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("The survey ends at %s: an extension must end later."), end);
  else if (ks_moment_get_day (until) - ks_moment_get_day (info->to) > MAX_DAYS)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("The survey ends at %s: an extension ends within %d days of it. Check the day "
                    "and the year."), end, MAX_DAYS);
  else
    return TRUE;
  return FALSE;
}

/* (transfer full), or NULL with @error set */
static KsExtension *
make_extension (KsCampaign *campaign, const KsCampaignInfo *info, const KsExtendRequest *request,
                GError **error)
{
  g_autoptr (KsExtension) extension = g_new0 (KsExtension, 1);

  extension->made = ks_campaign_now (campaign);
  extension->actor = g_strdup (ks_campaign_get_actor (campaign));
  extension->until_before = info->to;
  extension->until_after = request->until;
  extension->decision
      = ks_field_clean (_ ("Number of the decision"), request->decision, MAX_DECISION, error);
  extension->reason = extension->decision != NULL
                          ? ks_field_clean (_ ("Reason"), request->reason, MAX_REASON, error)
                          : NULL;
  if (extension->reason == NULL)
    return NULL;
  if (*extension->reason == '\0')
    {
      ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                          _ ("Write why the survey is extended; it is kept in the log."));
      return NULL;
    }
  return g_steal_pointer (&extension);
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, const char *action, const KsExtension *extension,
        guint n_rows, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *before = ks_moment_to_iso (extension->until_before);
  g_autofree char *after = ks_moment_to_iso (extension->until_after);
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "before", before);
  ks_payload_add_text (payload, "until", after);
  if (*extension->decision != '\0')
    ks_payload_add_text (payload, "decision", extension->decision);
  ks_payload_add_text (payload, "reason", extension->reason);
  ks_payload_add_number (payload, "sheets", n_rows);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, action, json,
                             KS_CHANGE_INFO | KS_CHANGE_ANSWERS | KS_CHANGE_FINDINGS, error);
}

static KsExtension *
steal_last (GPtrArray *extensions)
{
  return extensions->len > 0 ? g_ptr_array_steal_index (extensions, extensions->len - 1) : NULL;
}

/* Sheets that came in since are judged by the earlier end as well. */
static gboolean
undo_extend (KsCampaign *campaign, gpointer data, GError **error)
{
  const gint64 *id = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) extensions = tx != NULL ? ks_extension_table_load (tx, error) : NULL;
  g_autoptr (KsExtension) last = extensions != NULL ? steal_last (extensions) : NULL;
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  KsWindowChange change;

  if (extensions == NULL)
    return FALSE;
  if (last == NULL || last->id != *id)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("The survey was extended once more since: take that back "
                                  "first."));
  info->to = last->until_before;
  if (extensions->len == 0)
    info->first_to = KS_MOMENT_NONE;
  return ks_extension_table_delete (tx, last->id, error)
         && ks_window_save (campaign, tx, info, &change, error)
         && commit (campaign, tx, "undo-extend", last, change.n_held, error);
}

static KsOutcome *
describe (const KsExtension *extension, guint n_counted)
{
  g_autofree char *end = ks_moment_format_end (extension->until_after);
  g_autofree char *count = ks_format_count (n_counted);
  gint64 *id = g_memdup2 (&extension->id, sizeof extension->id);
  KsOutcome *outcome = ks_outcome_new (
      n_counted == 0
          ? g_strdup_printf (_ ("The survey is extended until %s"), end)
          : g_strdup_printf (
              ngettext ("The survey is extended until %s; %s sheet that waited counts now",
                        "The survey is extended until %s; %s sheets that waited count now",
                        n_counted),
              end, count));

  ks_outcome_set_undo (outcome, undo_extend, id, g_free);
  return outcome;
}

/**
 * ks_extend:
 * @campaign: a campaign
 * @request: until when, by which decision, and why
 * @outcome: (out) (optional) (transfer full): what was done, and how it is undone
 * @error: return location for an error
 *
 * Moves the end of the survey. Sheets that waited for the time alone and lie in the window now
 * count, and tallies follow, in the same transaction; sheets of the hours name the new end.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_extend (KsCampaign *campaign, const KsExtendRequest *request, KsOutcome **outcome,
           GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsExtension) extension = NULL;
  g_autoptr (KsTransaction) tx = NULL;
  KsWindowChange change;

  if (!check_until (info, request->until, error))
    return FALSE;
  extension = make_extension (campaign, info, request, error);
  tx = extension != NULL ? ks_store_begin_write (ks_campaign_get_store (campaign), error) : NULL;
  if (info->first_to == KS_MOMENT_NONE)
    info->first_to = info->to;
  info->to = request->until;
  if (tx == NULL || !ks_extension_table_add (tx, extension, error)
      || !ks_window_save (campaign, tx, info, &change, error)
      || !commit (campaign, tx, "extend", extension, change.n_counted, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = describe (extension, change.n_counted);
  return TRUE;
}

/**
 * ks_extensions_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsExtension): how the end was moved, the first first, or
 *   %NULL with @error set
 */
GPtrArray *
ks_extensions_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_extension_table_load (tx, error) : NULL;
}
