/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-create-campaign.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-form-file.h"
#include "ks-form-table.h"
#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-payload.h"
#include "ks-platform.h"
#include "ks-previous.h"
#include "ks-setting-table.h"
#include "ks-unit-table.h"
#include "ks-units-file.h"

#define RESOURCES "/vn/danvan/KhaoSat/"
#define BUILT_IN_REGISTRY "resource://" RESOURCES "registry/communes-bac-giang-2024.csv"
#define BUILT_IN_FORM RESOURCES "forms/standin-vi.json"

static gboolean
read_key (const char *hex, guint8 *key, GError **error)
{
  gboolean ok = strlen (hex) == 2 * KS_KEY_LENGTH;

  for (guint i = 0; ok && i < KS_KEY_LENGTH; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]);
      int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      ok = high >= 0 && low >= 0;
      key[i] = (guint8) (high << 4 | low);
    }
  if (!ok)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("The secret key must have %d hexadecimal digits."), 2 * KS_KEY_LENGTH);
  return ok;
}

/* g_random_int is no source of secrets: the key comes from the system. */
static gboolean
make_key (guint8 *key, GError **error)
{
  g_autofree char *uuid = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = KS_KEY_LENGTH;

  /* A version 4 UUID holds 122 random bits of the system's generator; three of them more than
   * fill the key. */
  for (guint i = 0; i < 3; i++)
    {
      g_free (uuid);
      uuid = g_uuid_string_random ();
      g_checksum_update (checksum, (const guchar *) uuid, -1);
    }
  g_checksum_get_digest (checksum, key, &length);
  return TRUE;
}

/* An export of answers is a proposal that somebody must look at: it makes no campaign. */
static KsForm *
read_form_file (const char *path, KsJob *job, GError **error)
{
  g_autoptr (KsFormProposal) proposal = ks_read_form_file (path, job, error);

  if (proposal == NULL)
    return NULL;
  if (proposal->source != KS_FORM_SOURCE_EXPORT)
    return g_steal_pointer (&proposal->form);
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
               _ ("%s is no form but an export of answers; make the campaign first, then load it "
                  "there and look at what it gives"),
               proposal->file);
  return NULL;
}

static KsForm *
read_form (const KsNewCampaign *what, const KsPrevious *previous, KsJob *job, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (what->form_path != NULL)
    return read_form_file (what->form_path, job, error);
  if (previous != NULL)
    return g_object_ref (previous->form);
  bytes = g_resources_lookup_data (BUILT_IN_FORM, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? ks_form_new_from_json (g_bytes_get_data (bytes, NULL),
                                                (gssize) g_bytes_get_size (bytes), error)
                       : NULL;
}

/* "PKS 01 năm 2024" and 2024 → "PKS01NAM2024": letters and digits that are safe in a token. */
static char *
make_id (const char *title, KsDay day)
{
  int year;
  g_autofree char *ascii = g_str_to_ascii (title, "vi");
  GString *id = g_string_new (NULL);

  ks_moment_to_civil (ks_day_get_start (day), &year, NULL, NULL, NULL, NULL, NULL);
  for (const char *p = ascii; *p != '\0' && id->len < 12; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (id, g_ascii_toupper (*p));
  if (id->len == 0)
    g_string_append (id, "KS");
  g_string_append_printf (id, "-%d", year);
  return g_string_free (id, FALSE);
}

static gboolean
check (const KsNewCampaign *what, GError **error)
{
  KsLinkKind kind;
  gboolean unsafe;

  if (what->title == NULL || what->title[0] == '\0')
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                         _ ("A campaign needs a title."));
  else if (what->day == KS_DAY_NONE)
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                         _ ("A campaign needs the day of the survey."));
  else if (what->from != KS_MOMENT_NONE && what->to != KS_MOMENT_NONE && what->from >= what->to)
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                         _ ("The survey must end after it begins."));
  else
    return what->template == NULL
           || ks_link_check_template (what->template, &kind, &unsafe, error);
  return FALSE;
}

static void
copy_texts (KsCampaignInfo *info, const KsCampaignInfo *previous)
{
  g_free (info->superior_body);
  g_free (info->issuing_body);
  info->superior_body = g_strdup (previous->superior_body);
  info->issuing_body = g_strdup (previous->issuing_body);
  info->population = previous->population;
  info->simulated = previous->simulated;
}

static KsCampaignInfo *
make_info (const KsNewCampaign *what, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_info_new ();

  if (!(what->key_hex != NULL ? read_key (what->key_hex, info->key, error)
                              : make_key (info->key, error)))
    return NULL;
  info->title = g_strdup (what->title);
  info->id = what->id != NULL ? g_strdup (what->id) : make_id (what->title, what->day);
  info->day = what->day;
  info->from = what->from != KS_MOMENT_NONE ? what->from : ks_day_get_start (what->day);
  info->to = what->to != KS_MOMENT_NONE ? what->to : ks_day_get_start (what->day + 1);
  info->template = g_strdup (what->template);
  info->superior_body = g_strdup ("TỈNH ỦY BẮC GIANG");
  info->issuing_body = g_strdup ("BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ TỈNH");
  return g_steal_pointer (&info);
}

/* What a new campaign is filled with. */
typedef struct {
  KsCampaignInfo *info;
  GPtrArray      *units;
  KsForm         *form;
  KsPrevious     *previous; /* or NULL */
} Content;

static void
clear_content (Content *self)
{
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_object (&self->form);
  g_clear_pointer (&self->previous, ks_previous_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, clear_content)

static char *
describe (const Content *content, KsRegistry *registry)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_text (payload, "id", content->info->id);
  ks_payload_add_text (payload, "title", content->info->title);
  ks_payload_add_text (payload, "form", ks_form_get_id (content->form));
  ks_payload_add_number (payload, "units", ks_registry_get_n_units (registry));
  if (content->previous != NULL)
    ks_payload_add_text (payload, "previous", content->previous->info->id);
  return ks_payload_to_json (payload);
}

static gboolean
fill (KsStore *store, const Content *content, KsRegistry *registry, KsClock *clock,
      const char *actor, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (store, error);
  g_autofree char *json = describe (content, registry);

  return tx != NULL && ks_setting_table_save_info (tx, content->info, error)
         && ks_unit_table_replace (tx, registry, error)
         && ks_form_table_save (tx, content->form, 1, ks_clock_now (clock), error)
         && (content->previous == NULL || ks_previous_save (content->previous, tx, error))
         && ks_transaction_commit (tx, ks_clock_now (clock), actor, "new", json, error);
}

static gboolean
write_campaign (const char *path, const Content *content, KsClock *clock, const char *actor,
                GError **error)
{
  g_autoptr (KsRegistry) registry = ks_registry_new (content->units, error);
  g_autoptr (KsStore) store = registry != NULL ? ks_store_create (path, error) : NULL;
  gboolean ok;

  if (store == NULL)
    return FALSE;
  ok = fill (store, content, registry, clock,
             actor != NULL && actor[0] != '\0' ? actor : g_get_user_name (), error);
  if (!ks_store_close (store, ok ? error : NULL))
    ok = FALSE;
  if (!ok)
    g_unlink (path);
  return ok;
}

static GPtrArray *
read_units (const KsNewCampaign *what, const KsPrevious *previous, GError **error)
{
  if (what->units_path == NULL && previous != NULL)
    return g_ptr_array_ref (previous->units);
  return ks_read_units_file (what->units_path != NULL ? what->units_path : BUILT_IN_REGISTRY,
                             KS_ENCODING_AUTO, error);
}

/**
 * ks_create_campaign:
 * @path: where the file shall be; nothing may be there yet
 * @what: what the campaign is made of
 * @clock: what tells the time
 * @actor: (nullable): full name of the officer
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Makes a new campaign file with its registry and form.
 *
 * Returns: %FALSE with @error set and no file left behind
 */
gboolean
ks_create_campaign (const char *path, const KsNewCampaign *what, KsClock *clock, const char *actor,
                    KsJob *job, GError **error)
{
  g_auto (Content) content = { NULL };

  if (!check (what, error))
    return FALSE;
  content.info = make_info (what, error);
  if (content.info == NULL)
    return FALSE;
  if (what->previous_path != NULL)
    {
      content.previous = ks_previous_load (what->previous_path, what->day, clock, error);
      if (content.previous == NULL)
        return FALSE;
      copy_texts (content.info, content.previous->info);
    }
  content.units = read_units (what, content.previous, error);
  content.form = content.units != NULL ? read_form (what, content.previous, job, error) : NULL;
  return content.form != NULL && write_campaign (path, &content, clock, actor, error);
}

/**
 * ks_save_copy:
 * @campaign: a campaign
 * @path: where the copy shall be; nothing may be there yet
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Saves the whole campaign, answers included, in another place.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_save_copy (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  return ks_store_copy_to (ks_campaign_get_store (campaign), path, error);
}
