/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-printed-words.h"

#include "ks-district-table.h"
#include "ks-links.h"
#include "ks-sheet-words.h"
#include "ks-sheet.h"

/* As many hexadecimal digits of SHA-256 as tell one wording from another. */
#define N_DIGITS 16

#define ON(layout) (1U << KS_LAYOUT_##layout)
#define ON_POSTERS (ON (POSTER) | ON (CARDS) | ON (IMAGE))

/* Where a text of the office stands; from the first text of a line to that of the next. */
static const struct {
  KsSheetText first;
  guint       layouts;
} places[] = {
  { KS_TEXT_SUPERIOR_BODY, ON_POSTERS | ON (ANNEX) | ON (GUIDE) },
  { KS_TEXT_TITLE, ON_POSTERS },
  { KS_TEXT_CARD_STEP_1, ON (CARDS) },
  { KS_TEXT_LABEL_CALL, ON (LABELS) },
  { KS_TEXT_IMAGE_ONCE, ON (IMAGE) },
  { KS_TEXT_GUIDE_1, ON (GUIDE) },
  { KS_TEXT_LABEL_GRID, 0 },
};

static gboolean
stands_on (KsSheetText text, KsLayout layout)
{
  guint i = G_N_ELEMENTS (places) - 1;

  while (places[i].first > text)
    i--;
  return (places[i].layouts & (1U << layout)) != 0;
}

/* The guide names who speaks for the union of each district. */
static gboolean
add_contacts (KsCampaign *campaign, GString *said, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) contacts = tx != NULL ? ks_district_table_load (tx, error) : NULL;

  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      const KsDistrictContact *contact = g_ptr_array_index (contacts, i);
      const char *name = contact->texts[KS_DISTRICT_CHAIR];
      const char *phone = contact->texts[KS_DISTRICT_CHAIR_PHONE];

      g_string_append_printf (said, "%s|%s|%s\n", contact->code, name != NULL ? name : "",
                              phone != NULL ? phone : "");
    }
  return TRUE;
}

/* No hours stand on the annex: it holds when the end is moved. */
static KsMoment
get_printed_end (const KsCampaignInfo *info, KsLayout layout)
{
  return layout == KS_LAYOUT_ANNEX && info->first_to != KS_MOMENT_NONE ? info->first_to : info->to;
}

/**
 * ks_printed_words_dup:
 * @campaign: a campaign
 * @layout: which sheets
 * @error: return location for an error
 *
 * Returns: (transfer full): what stands for all that the sheets of this layout have in common:
 *   where things stand on them, the hours, the office's words; or %NULL with @error set
 */
char *
ks_printed_words_dup (KsCampaign *campaign, KsLayout layout, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsSheetTexts) texts = ks_sheet_words_load (campaign, error);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *digest = NULL;

  if (texts == NULL || (layout == KS_LAYOUT_GUIDE && !add_contacts (campaign, said, error)))
    return NULL;
  g_string_append_printf (said, "%d\n%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%d%d\n",
                          KS_LAYOUT_VERSION, info->id, info->from, get_printed_end (info, layout),
                          info->simulated, info->no_identity);
  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    if (stands_on ((KsSheetText) i, layout))
      g_string_append_printf (said, "%s\n", ks_sheet_texts_get (texts, (KsSheetText) i));
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, said->str, (gssize) said->len);
  return g_strndup (digest, N_DIGITS);
}

/* No link stands on the guide, but whom the unit calls. */
static char *
dup_guide_words (KsUnit *unit)
{
  const char *head = ks_unit_get_text (unit, KS_UNIT_HEAD);
  const char *phone = ks_unit_get_text (unit, KS_UNIT_PHONE);

  return g_strdup_printf ("%s|%s", head != NULL ? head : "", phone != NULL ? phone : "");
}

/**
 * ks_printed_signs_new:
 * @campaign: a campaign
 * @layout: which sheets
 *
 * Returns: (transfer full): the signs of the version stamp that every unit's sheet carries now, by
 *   the unit's code; a unit without a link has none
 */
GHashTable *
ks_printed_signs_new (KsCampaign *campaign, KsLayout layout)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  GHashTable *signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      g_autoptr (KsUnitLink) link = ks_unit_link_new (info, unit);
      g_autofree char *said
          = layout == KS_LAYOUT_GUIDE ? dup_guide_words (unit) : g_strdup (link->url);
      g_autoptr (KsSheet) sheet = NULL;

      if (said == NULL)
        continue;
      sheet = ks_sheet_new (unit, link->token, said, i + 1);
      g_hash_table_insert (signs, g_strdup (ks_unit_get_code (unit)), ks_sheet_dup_signs (sheet));
    }
  return signs;
}
