/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-themes.h"

#include "ks-campaign-error.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-text.h"

#define MAX_NAME 80
#define MAX_THEMES 99

/* What undoes a change of the themes. */
typedef struct {
  KsTheme   *theme;  /* as it was */
  GPtrArray *rows;   /* of KsCommentTheme: the comments that had it; NULL: it was not removed */
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  ks_theme_free (change->theme);
  g_clear_pointer (&change->rows, g_ptr_array_unref);
  g_free (change);
}

/* @theme: (transfer full); @rows: (transfer full) (nullable) */
static Change *
create_change (KsTheme *theme, GPtrArray *rows)
{
  Change *change = g_new0 (Change, 1);

  change->theme = theme;
  change->rows = rows;
  return change;
}

static const KsTheme *
find_id (GPtrArray *themes, gint64 id)
{
  for (guint i = 0; i < themes->len; i++)
    if (((const KsTheme *) themes->pdata[i])->id == id)
      return themes->pdata[i];
  return NULL;
}

static const KsTheme *
find_name (GPtrArray *themes, const char *name)
{
  g_autofree char *key = ks_text_fold (name);

  for (guint i = 0; i < themes->len; i++)
    {
      g_autofree char *other = ks_text_fold (((const KsTheme *) themes->pdata[i])->name);

      if (g_str_equal (key, other))
        return themes->pdata[i];
    }
  return NULL;
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, const char *action, gint64 id, const char *name,
        GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_number (payload, "theme", id);
  ks_payload_add_text (payload, "name", name);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, action, json, KS_CHANGE_COMMENTS, error);
}

/* Takes away or brings back, renames: what was there before. */
static gboolean
undo_add (KsCampaign *campaign, gpointer data, GError **error)
{
  const Change *change = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && ks_theme_table_remove (tx, change->theme->id, error)
         && commit (campaign, tx, "undo-theme", change->theme->id, change->theme->name, error);
}

static gboolean
undo_rename (KsCampaign *campaign, gpointer data, GError **error)
{
  const Change *change = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  return tx != NULL && ks_theme_table_rename (tx, change->theme->id, change->theme->name, error)
         && commit (campaign, tx, "undo-theme", change->theme->id, change->theme->name, error);
}

static gboolean
undo_remove (KsCampaign *campaign, gpointer data, GError **error)
{
  const Change *change = data;
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);

  if (tx == NULL || !ks_theme_table_add (tx, change->theme, error))
    return FALSE;
  for (guint i = 0; i < change->rows->len; i++)
    {
      const KsCommentTheme *row = change->rows->pdata[i];

      if (!ks_comment_theme_table_set (tx, row->response, row->question, row->theme, TRUE, error))
        return FALSE;
    }
  return commit (campaign, tx, "undo-theme", change->theme->id, change->theme->name, error);
}

/* @message: (transfer full); @change: (transfer full) */
static gboolean
report (KsOutcome **outcome, char *message, KsUndoFunc undo, Change *change)
{
  KsOutcome *made = ks_outcome_new (message);

  ks_outcome_set_undo (made, undo, change, free_change);
  if (outcome != NULL)
    *outcome = made;
  else
    ks_outcome_free (made);
  return TRUE;
}

/* A name that may be given to the theme @id (0: a new one). (transfer full) (nullable) */
static char *
settle_name (GPtrArray *themes, gint64 id, const char *name, GError **error)
{
  g_autofree char *clean = ks_field_clean (_ ("Theme"), name, MAX_NAME, error);
  const KsTheme *other = clean != NULL ? find_name (themes, clean) : NULL;

  if (clean == NULL)
    return NULL;
  if (*clean == '\0')
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_INVALID, "%s", _ ("Write the name of the theme."));
  else if (other != NULL && other->id != id)
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, _ ("There is a theme “%s” already."), other->name);
  else if (id == 0 && themes->len >= MAX_THEMES)
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED, "%s",
            _ ("There are 99 themes already; remove one that is not needed."));
  else
    return g_steal_pointer (&clean);
  return NULL;
}

/* A theme of the office's own. (nullable) */
static const KsTheme *
find_own (GPtrArray *themes, gint64 id, GError **error)
{
  const KsTheme *theme = find_id (themes, id);

  if (theme == NULL)
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_NOT_FOUND, "%s",
            _ ("This theme is not there any more; open the list anew."));
  else if (theme->withheld)
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
            _ ("“%s” keeps comments out of papers; it is neither renamed nor removed."),
            theme->name);
  else
    return theme;
  return NULL;
}

/**
 * ks_themes_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsTheme): its themes in the office's order, or %NULL with
 *   @error set
 */
GPtrArray *
ks_themes_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_theme_table_load (tx, error) : NULL;
}

/**
 * ks_themes_find:
 * @campaign: a campaign
 * @name: what somebody calls a theme, whatever its case and diacritics
 * @error: return location for an error
 *
 * Returns: (transfer full): the theme, or %NULL with @error set
 */
KsTheme *
ks_themes_find (KsCampaign *campaign, const char *name, GError **error)
{
  g_autoptr (GPtrArray) themes = ks_themes_load (campaign, error);
  const KsTheme *theme = themes != NULL ? find_name (themes, name) : NULL;

  if (themes != NULL && theme == NULL)
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_NOT_FOUND,
            _ ("There is no theme “%s”; “themes FILE” lists them, and adds one with --add."), name);
  return theme != NULL ? ks_theme_copy (theme) : NULL;
}

/**
 * ks_add_theme:
 * @campaign: a campaign
 * @name: of the theme
 * @id: (out) (optional): of the theme
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Adds a theme, as the last one.
 *
 * Returns: %FALSE with @error set; the themes are then as they were
 */
gboolean
ks_add_theme (KsCampaign *campaign, const char *name, gint64 *id, KsOutcome **outcome,
              GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) themes = tx != NULL ? ks_theme_table_load (tx, error) : NULL;
  g_autoptr (KsTheme) theme = g_new0 (KsTheme, 1);
  char *message;

  theme->name = themes != NULL ? settle_name (themes, 0, name, error) : NULL;
  if (theme->name == NULL || !ks_theme_table_add (tx, theme, error)
      || !commit (campaign, tx, "add-theme", theme->id, theme->name, error))
    return FALSE;
  if (id != NULL)
    *id = theme->id;
  message = g_strdup_printf (_ ("Theme “%s” added"), theme->name);
  return report (outcome, message, undo_add, create_change (g_steal_pointer (&theme), NULL));
}

/**
 * ks_rename_theme:
 * @campaign: a campaign
 * @id: of a theme of the office's own
 * @name: what it is called from now on
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set; the themes are then as they were
 */
gboolean
ks_rename_theme (KsCampaign *campaign, gint64 id, const char *name, KsOutcome **outcome,
                 GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) themes = tx != NULL ? ks_theme_table_load (tx, error) : NULL;
  const KsTheme *theme = themes != NULL ? find_own (themes, id, error) : NULL;
  g_autofree char *clean = theme != NULL ? settle_name (themes, id, name, error) : NULL;

  if (clean == NULL || !ks_theme_table_rename (tx, id, clean, error)
      || !commit (campaign, tx, "rename-theme", id, clean, error))
    return FALSE;
  return report (outcome, g_strdup_printf (_ ("Theme “%s” renamed to “%s”"), theme->name, clean),
                 undo_rename, create_change (ks_theme_copy (theme), NULL));
}

/**
 * ks_remove_theme:
 * @campaign: a campaign
 * @id: of a theme of the office's own
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Removes a theme; comments lose it and stay.
 *
 * Returns: %FALSE with @error set; the themes are then as they were
 */
gboolean
ks_remove_theme (KsCampaign *campaign, gint64 id, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) themes = tx != NULL ? ks_theme_table_load (tx, error) : NULL;
  const KsTheme *theme = themes != NULL ? find_own (themes, id, error) : NULL;
  g_autoptr (GPtrArray) rows
      = theme != NULL ? ks_comment_theme_table_load (tx, id, error) : NULL;

  if (rows == NULL || !ks_theme_table_remove (tx, id, error)
      || !commit (campaign, tx, "remove-theme", id, theme->name, error))
    return FALSE;
  return report (outcome, g_strdup_printf (_ ("Theme “%s” removed"), theme->name), undo_remove,
                 create_change (ks_theme_copy (theme), g_steal_pointer (&rows)));
}
