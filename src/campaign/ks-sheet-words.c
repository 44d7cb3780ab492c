/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-sheet-words.h"

#include "ks-i18n.h"
#include "ks-logo.h"
#include "ks-payload.h"
#include "ks-platform.h"
#include "ks-setting-table.h"

/* The bodies are settings of the campaign itself, under their own names. */
static gboolean
is_body (KsSheetText text)
{
  return text == KS_TEXT_SUPERIOR_BODY || text == KS_TEXT_ISSUING_BODY;
}

static char *
dup_setting_name (KsSheetText text)
{
  const char *id = ks_sheet_text_get_id (text);

  return is_body (text) ? g_strdup (id) : g_strconcat ("text.", id, NULL);
}

/**
 * ks_sheet_words_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full): what the office words otherwise on its sheets, and the bodies; or
 *   %NULL with @error set
 */
KsSheetTexts *
ks_sheet_words_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsSheetTexts) texts = ks_sheet_texts_new ();

  if (tx == NULL)
    return NULL;
  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    {
      g_autofree char *name = dup_setting_name ((KsSheetText) i);

      texts->texts[i] = ks_setting_table_get (tx, name, NULL);
    }
  return g_steal_pointer (&texts);
}

/**
 * ks_sheet_words_save:
 * @tx: a transaction for writing
 * @texts: every text as it shall be; %NULL: the usual words
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_sheet_words_save (KsTransaction *tx, const KsSheetTexts *texts, GError **error)
{
  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    {
      g_autofree char *name = dup_setting_name ((KsSheetText) i);

      if (!ks_setting_table_set (tx, name, texts->texts[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_texts (KsCampaign *campaign, const KsSheetTexts *texts, const KsSheetTexts *changes,
            GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  /* The picture itself would make the log as large as many campaigns. */
  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    if (changes->texts[i] != NULL && i != KS_TEXT_LOGO)
      ks_payload_add_text (payload, ks_sheet_text_get_id ((KsSheetText) i), changes->texts[i]);
  json = ks_payload_to_json (payload);
  return tx != NULL && ks_sheet_words_save (tx, texts, error)
         && ks_campaign_commit (campaign, tx, "texts", json, KS_CHANGE_INFO, error);
}

static gboolean
undo_texts (KsCampaign *campaign, gpointer data, GError **error)
{
  return save_texts (campaign, data, data, error);
}

static gboolean
check_changes (const KsSheetTexts *changes, GError **error)
{
  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    if (changes->texts[i] != NULL
        && !ks_sheet_text_check ((KsSheetText) i, changes->texts[i], error))
      return FALSE;
  return TRUE;
}

/* What is worded as usual needs no setting; it follows the program's words. */
static char *
dup_wording (KsSheetText text, const char *words)
{
  return !is_body (text) && g_str_equal (words, ks_sheet_text_get_default (text))
             ? NULL
             : g_strdup (words);
}

/* Returns how many texts differ. */
static guint
apply (KsSheetTexts *texts, const KsSheetTexts *changes)
{
  guint n = 0;

  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    {
      g_autofree char *after = NULL;

      if (changes->texts[i] == NULL)
        continue;
      after = dup_wording ((KsSheetText) i, changes->texts[i]);
      if (g_strcmp0 (texts->texts[i], after) == 0)
        continue;
      n++;
      g_free (texts->texts[i]);
      texts->texts[i] = g_steal_pointer (&after);
    }
  return n;
}

/**
 * ks_set_sheet_words:
 * @campaign: a campaign
 * @changes: the texts that change; %NULL stays, the usual words take a wording back
 * @outcome: (out) (optional) (nullable) (transfer full): what was done; %NULL if nothing changed
 * @error: return location for an error
 *
 * Words the sheets otherwise.
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_SETTING for what has no place on a sheet, or with another
 *   @error; the texts are then as they were
 */
gboolean
ks_set_sheet_words (KsCampaign *campaign, const KsSheetTexts *changes, KsOutcome **outcome,
                    GError **error)
{
  g_autoptr (KsSheetTexts) before = ks_sheet_words_load (campaign, error);
  g_autoptr (KsSheetTexts) after = NULL;
  guint n;

  if (outcome != NULL)
    *outcome = NULL;
  if (before == NULL || !check_changes (changes, error))
    return FALSE;
  after = ks_sheet_texts_copy (before);
  n = apply (after, changes);
  if (n == 0)
    return TRUE;
  if (!save_texts (campaign, after, changes, error))
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = ks_outcome_new (g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u text of the sheets was changed",
                       "%u texts of the sheets were changed", n),
          n));
      ks_outcome_set_undo (*outcome, undo_texts, g_steal_pointer (&before),
                           (GDestroyNotify) ks_sheet_texts_free);
    }
  return TRUE;
}

/**
 * ks_set_logo:
 * @campaign: a campaign
 * @path: (nullable): a PNG or SVG of at most 512 KB; %NULL takes the logo away
 * @outcome: (out) (optional) (nullable) (transfer full): what was done; %NULL if nothing changed
 * @error: return location for an error
 *
 * Keeps an emblem in the campaign and puts it on posters, guides and pictures.
 *
 * Returns: %FALSE with @error set; the logo is then as it was
 */
gboolean
ks_set_logo (KsCampaign *campaign, const char *path, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsSheetTexts) changes = ks_sheet_texts_new ();
  g_autoptr (GBytes) bytes = path != NULL ? ks_file_map (path, error) : NULL;
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : g_strdup ("");

  if (path != NULL && bytes == NULL)
    return FALSE;
  /* Judged before it grows by a third. */
  if (bytes != NULL && g_bytes_get_size (bytes) > KS_LOGO_MAX_BYTES)
    {
      g_autoptr (KsLogo) none = ks_logo_new (bytes, error);

      return none != NULL;
    }
  changes->texts[KS_TEXT_LOGO_NAME] = g_filename_display_name (base);
  changes->texts[KS_TEXT_LOGO] = bytes != NULL ? ks_logo_bytes_to_text (bytes) : g_strdup ("");
  return ks_set_sheet_words (campaign, changes, outcome, error);
}
