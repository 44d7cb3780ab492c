/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-previous.h"

#include "ks-campaign-error.h"
#include "ks-district-table.h"
#include "ks-event-table.h"
#include "ks-i18n.h"
#include "ks-recipe-table.h"
#include "ks-set-attention.h"
#include "ks-setting-table.h"
#include "ks-sheet-words.h"
#include "ks-themes.h"
#include "ks-unit-draft.h"
#include "ks-units-as-of.h"

/**
 * ks_previous_free:
 * @self: (transfer full) (nullable): what was kept
 */
void
ks_previous_free (KsPrevious *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_object (&self->form);
  g_clear_pointer (&self->words, ks_sheet_texts_free);
  g_clear_pointer (&self->remind, ks_remind_words_free);
  g_free (self);
}

/* A link of its own led to the earlier survey. */
static KsUnit *
copy_unit (KsUnit *unit)
{
  KsUnitDraft *draft = ks_unit_draft_new_from (unit);

  ks_unit_draft_restore (draft, KS_UNIT_LINK, "");
  return ks_unit_draft_end (draft);
}

static GPtrArray *
load_units (KsCampaign *campaign, KsDay day, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_units_as_of (campaign, day, error);
  GPtrArray *retired;
  GPtrArray *units;

  if (registry == NULL)
    return NULL;
  units = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    g_ptr_array_add (units, copy_unit (ks_registry_get_unit (registry, i)));
  retired = ks_registry_get_retired (registry);
  for (guint i = 0; i < retired->len; i++)
    g_ptr_array_add (units, copy_unit (retired->pdata[i]));
  return units;
}

static GPtrArray *
load_contacts (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_district_table_load (tx, error) : NULL;
}

static GPtrArray *
load_recipes (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_recipe_table_load (tx, error) : NULL;
}

static gboolean
check_day (KsCampaign *campaign, KsDay day, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *earlier = ks_day_format (info->day);

  if (day >= info->day)
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("The earlier survey is of %s, which is after the new day. Correct the day."),
               earlier);
  return FALSE;
}

/**
 * ks_previous_load:
 * @path: file of an earlier campaign
 * @day: the day of the new one
 * @clock: what tells the time
 * @error: return location for an error
 *
 * Reads what a new campaign keeps: the registry as of @day with its events, contacts, form, texts,
 * scope, recipes and themes of comments. Answers, key and links stay where they are.
 *
 * Returns: (transfer full): all that, or %NULL with @error set
 */
KsPrevious *
ks_previous_load (const char *path, KsDay day, KsClock *clock, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_campaign_open (path, clock, NULL, error);
  g_autoptr (KsPrevious) self = g_new0 (KsPrevious, 1);

  if (campaign == NULL || !check_day (campaign, day, error))
    return NULL;
  self->info = ks_campaign_dup_info (campaign);
  self->form = ks_campaign_dup_form (campaign);
  self->units = load_units (campaign, day, error);
  self->events = self->units != NULL ? ks_events_load (campaign, error) : NULL;
  self->contacts = self->events != NULL ? load_contacts (campaign, error) : NULL;
  self->recipes = self->contacts != NULL ? load_recipes (campaign, error) : NULL;
  self->themes = self->recipes != NULL ? ks_themes_load (campaign, error) : NULL;
  self->words = self->themes != NULL ? ks_sheet_words_load (campaign, error) : NULL;
  self->remind
      = self->words != NULL ? ks_remind_words_load (campaign, KS_MOMENT_NONE, error) : NULL;
  if (self->words != NULL)
    {
      g_clear_pointer (&self->words->texts[KS_TEXT_GROUP_NAME], g_free);
      g_clear_pointer (&self->words->texts[KS_TEXT_GROUP_LINK], g_free);
    }
  if (self->remind == NULL || !ks_attention_load (campaign, &self->attention, error)
      || !ks_campaign_close (campaign, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Every campaign has the themes that keep comments out of papers. */
static gboolean
save_themes (GPtrArray *themes, KsTransaction *tx, GError **error)
{
  for (guint i = 0; i < themes->len; i++)
    {
      KsTheme *theme = themes->pdata[i];

      if (!theme->withheld && !ks_theme_table_add (tx, theme, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_previous_save:
 * @self: what was kept
 * @tx: a transaction for writing in the new campaign
 * @error: return location for an error
 *
 * Writes events, contacts, recipes, themes of comments, the words of the sheets and of the texts for groups, and
 * which units ask for a call; the rest belongs to what every campaign has.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_previous_save (const KsPrevious *self, KsTransaction *tx, GError **error)
{
  for (guint i = 0; i < self->events->len; i++)
    if (!ks_event_table_add (tx, self->events->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->contacts->len; i++)
    if (!ks_district_table_save (tx, self->contacts->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < KS_N_REMIND_TO; i++)
    if (!ks_remind_template_save (tx, (KsRemindTo) i, self->remind->templates[i], error))
      return FALSE;
  return ks_recipe_table_save_list (tx, self->recipes, 0, error)
         && save_themes (self->themes, tx, error)
         && ks_sheet_words_save (tx, self->words, error)
         && ks_setting_table_set_attention (tx, &self->attention, error);
}
