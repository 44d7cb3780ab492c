/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-links.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-links-file.h"
#include "ks-payload.h"
#include "ks-setting-table.h"
#include "ks-token.h"
#include "ks-unit-table.h"

/* The template, and a digest of the units' own links, that were in force when an officer saw one
 * code open the right form. */
#define SETTING_SCANNED "scanned_link"
/* What a registry keeps its digest under. */
#define DIGEST "ks-links-digest"

/**
 * ks_unit_link_free:
 * @self: (nullable): a link
 *
 * Frees the link.
 */
void
ks_unit_link_free (KsUnitLink *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->unit);
  g_free (self->token);
  g_free (self->url);
  g_free (self);
}

/**
 * ks_unit_link_new:
 * @info: a campaign
 * @unit: one of its units
 *
 * Returns: (transfer full): the unit's link
 */
KsUnitLink *
ks_unit_link_new (const KsCampaignInfo *info, KsUnit *unit)
{
  KsUnitLink *link = g_new0 (KsUnitLink, 1);
  const char *code = ks_unit_get_code (unit);

  link->unit = g_object_ref (unit);
  link->token = ks_token_make (info->key, info->id, code);
  if (ks_unit_get_link (unit) != NULL)
    link->url = g_strdup (ks_unit_get_link (unit));
  else if (info->template != NULL)
    link->url = ks_link_expand (info->template, link->token, code);
  return link;
}

/**
 * ks_links_dup:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsUnitLink): the link of each unit, in the registry's
 *   order
 */
GPtrArray *
ks_links_dup (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_unit_link_free);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    g_ptr_array_add (links, ks_unit_link_new (info, ks_registry_get_unit (registry, i)));
  return links;
}

/**
 * ks_links_count_set:
 * @campaign: a campaign
 *
 * Returns: how many units have a link
 */
guint
ks_links_count_set (KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  guint n_units = ks_registry_get_n_units (registry);
  guint n_set = 0;

  if (info->template != NULL)
    return n_units;
  for (guint i = 0; i < n_units; i++)
    n_set += ks_unit_get_link (ks_registry_get_unit (registry, i)) != NULL;
  return n_set;
}

static gboolean
save_template (KsCampaign *campaign, const char *template, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "template", template);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_setting_table_set (tx, "template", template, error)
         && ks_campaign_commit (campaign, tx, "links", json, KS_CHANGE_INFO, error);
}

static gboolean
undo_template (KsCampaign *campaign, gpointer data, GError **error)
{
  return save_template (campaign, data, error);
}

/**
 * ks_set_template:
 * @campaign: a campaign
 * @template: a link with {token} or {code}, as ks_link_tidy() takes it
 * @outcome: (out) (optional) (transfer full): what was done
 * @warning: (out) (optional) (nullable) (transfer full): what the officer should know of this link
 * @error: return location for an error
 *
 * Sets the link of all units that have none of their own.
 *
 * Returns: %FALSE with @error set; the links are then as they were
 */
gboolean
ks_set_template (KsCampaign *campaign, const char *template, KsOutcome **outcome, char **warning,
                 GError **error)
{
  g_autoptr (KsCampaignInfo) before = ks_campaign_dup_info (campaign);
  g_autofree char *link = ks_link_tidy (template);
  KsLinkKind kind;
  gboolean unsafe = FALSE;

  if (!ks_link_check_template (link, &kind, &unsafe, error)
      || !save_template (campaign, link, error))
    return FALSE;
  if (warning != NULL)
    *warning = unsafe ? g_strdup (_ ("This link is not encrypted (http). It may be used inside "
                                     "the office's own network only."))
                      : NULL;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup (_ ("The link was saved; sheets printed before no longer "
                                              "hold")));
      ks_outcome_set_undo (*outcome, undo_template, g_strdup (before->template), g_free);
    }
  return TRUE;
}

static gboolean
save_registry (KsCampaign *campaign, KsRegistry *registry, const char *action, const char *file,
               GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "file", file);
  ks_payload_add_number (payload, "units", ks_registry_get_n_units (registry));
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_unit_table_replace (tx, registry, error)
         && ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_REGISTRY | KS_CHANGE_INFO,
                                error);
}

static gboolean
undo_links (KsCampaign *campaign, gpointer data, GError **error)
{
  return save_registry (campaign, data, "undo-links", NULL, error);
}

/**
 * ks_import_links:
 * @campaign: a campaign
 * @path: a table with the code or name of each unit and its link, as ks_read_links_file() reads it
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Gives units a link of their own, for surveys with a form per unit.
 *
 * Returns: %FALSE with @error set; the links are then as they were
 */
gboolean
ks_import_links (KsCampaign *campaign, const char *path, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsRegistry) before = ks_campaign_dup_registry (campaign);
  g_autofree char *name = g_path_get_basename (path);
  guint n_links = 0;
  g_autoptr (KsRegistry) after = ks_read_links_file (info, before, path, &n_links, error);

  if (after == NULL || !save_registry (campaign, after, "links", name, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u unit has a link of its own",
                       "%u units have a link of their own", n_links),
          n_links));
      ks_outcome_set_undo (*outcome, undo_links, g_object_ref (before), g_object_unref);
    }
  return TRUE;
}

/* Of the links of the units' own, so that none of them changes unseen; empty: there are none. */
static char *
compute_digest (KsRegistry *registry)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      const char *link = ks_unit_get_link (unit);

      if (link != NULL)
        g_string_append_printf (lines, "%s %s\n", ks_unit_get_code (unit), link);
    }
  return lines->len > 0 ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines->str,
                                                         (gssize) lines->len)
                        : g_strdup ("");
}

/* A registry never changes: its digest is computed once, for a country's links in some frames' time,
 * and then asked for at every turn. */
static const char *
get_digest_of_own (KsRegistry *registry)
{
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  char *digest = g_object_get_data (G_OBJECT (registry), DIGEST);

  if (digest != NULL)
    return digest;
  digest = compute_digest (registry);
  g_object_set_data_full (G_OBJECT (registry), DIGEST, digest, g_free);
  return digest;
}

/**
 * ks_links_describe:
 * @campaign: a campaign
 *
 * Returns: (transfer full): what stands for its links: what an officer confirmed holds for those
 *   that were in force, no others
 */
char *
ks_links_describe (KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  const char *own = get_digest_of_own (registry);
  const char *template = info->template != NULL ? info->template : "";

  return *own != '\0' ? g_strdup_printf ("%s sha256:%s", template, own) : g_strdup (template);
}

static gboolean
save_scan (KsCampaign *campaign, const char *link, gboolean no_identity, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_text (payload, "link", link);
  ks_payload_add_number (payload, "no_identity", no_identity);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_setting_table_set (tx, SETTING_SCANNED, link, error)
         && ks_setting_table_set (tx, "no_identity", no_identity ? "1" : "0", error)
         && ks_campaign_commit (campaign, tx, "confirm-scan", json, KS_CHANGE_INFO, error);
}

static gboolean
undo_scan (KsCampaign *campaign, gpointer data, GError **error)
{
  return save_scan (campaign, NULL, GPOINTER_TO_INT (data), error);
}

/**
 * ks_confirm_scan:
 * @campaign: a campaign with links
 * @no_identity: whether the form was seen to ask for neither e-mail nor sign-in
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Records that one code was scanned by a phone and opened the form of the right unit.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_confirm_scan (KsCampaign *campaign, gboolean no_identity, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCampaignInfo) before = ks_campaign_dup_info (campaign);
  g_autofree char *link = ks_links_describe (campaign);

  if (ks_links_count_set (campaign) == 0)
    {
      g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                           _ ("No link is set yet: set the link first, then scan one code."));
      return FALSE;
    }
  if (!save_scan (campaign, link, no_identity, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup (_ ("Recorded: one code was tried with a phone")));
      ks_outcome_set_undo (*outcome, undo_scan, GINT_TO_POINTER (before->no_identity), NULL);
    }
  return TRUE;
}

/**
 * ks_is_scan_confirmed:
 * @campaign: a campaign
 *
 * Returns: whether a code with the link that is in force now was scanned by a phone
 */
gboolean
ks_is_scan_confirmed (KsCampaign *campaign)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);
  g_autofree char *scanned
      = tx != NULL ? ks_setting_table_get (tx, SETTING_SCANNED, NULL) : NULL;
  g_autofree char *now = ks_links_describe (campaign);

  return ks_links_count_set (campaign) > 0 && g_strcmp0 (scanned, now) == 0;
}
