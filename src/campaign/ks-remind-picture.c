/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-remind.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-day-table.h"
#include "ks-i18n.h"
#include "ks-platform.h"

/* Whose figures are being checked is not named, but is part of the sum. */
static void
add_unit (GArray *rows, KsDayTableRow *rest, const KsDayUnit *unit)
{
  KsDayTableRow row = { .name = ks_unit_get_name (unit->unit),
                        .staff = unit->staff,
                        .answers = unit->answers };

  if (unit->checking)
    {
      rest->staff += unit->staff;
      rest->answers += unit->answers;
    }
  else
    g_array_append_val (rows, row);
}

static void
add_district (GArray *rows, const KsDayDistrict *district)
{
  KsDayTableRow row = { .name = district->name,
                        .staff = district->staff,
                        .answers = district->answers };

  g_array_append_val (rows, row);
}

/* A province without districts shows its units. */
static gboolean
has_districts (KsDayFigures *figures)
{
  guint n;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n);

  return n > 1 || (n == 1 && *districts[0].name != '\0');
}

static GArray *
collect_rows (KsDayFigures *figures, const KsDayDistrict *scope, gboolean by_district,
              KsDayTableRow *rest)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (KsDayTableRow));
  guint n;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n);

  for (guint i = 0; by_district && i < n; i++)
    add_district (rows, &districts[i]);
  for (guint i = 0; !by_district && i < scope->n_units; i++)
    add_unit (rows, rest, ks_day_figures_get_unit (figures, scope->first + i));
  return rows;
}

/**
 * ks_remind_table_new:
 * @campaign: a campaign
 * @words: what texts say beside figures
 * @figures: the figures
 * @district: code of a district; empty for the province, by district
 * @error: return location for an error
 *
 * Lays out the table of a group's units with staff, answers and rate. Units whose figures are being
 * checked stand together in one line, unnamed and without a rate; nothing says why. No person and no
 * other district stands in it.
 *
 * Returns: (transfer full): the pictures, a page each, or %NULL with @error set
 */
KsPages *
ks_remind_table_new (KsCampaign *campaign, const KsRemindWords *words, KsDayFigures *figures,
                     const char *district, GError **error)
{
  const KsDayDistrict *scope = ks_day_figures_lookup_district (figures, district);
  gboolean by_district = *district == '\0' && has_districts (figures);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *until = words->extended ? ks_moment_format_end (words->until) : NULL;
  g_autofree char *extended
      = until != NULL ? g_strdup_printf ("Thời gian khảo sát (gia hạn) đến %s", until) : NULL;
  g_autofree char *as_of = ks_day_figures_dup_as_of (figures);
  g_autofree char *unnamed = NULL;
  g_autoptr (GArray) rows = NULL;
  KsDayTable table = { .info = info, .as_of = as_of, .by_district = by_district };

  if (!ks_day_figures_check_sendable (figures, error))
    return NULL;
  if (scope == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No district of the registry has the code %s."), district);
      return NULL;
    }
  rows = collect_rows (figures, scope, by_district, &table.rest);
  unnamed = g_strdup_printf ("%u đơn vị khác", scope->n_checking);
  table.rest.name = !by_district && scope->n_checking > 0 ? unnamed : NULL;
  table.rest.checking = TRUE;
  table.place = scope->name;
  table.extended = extended;
  table.rows = (const KsDayTableRow *) rows->data;
  table.n_rows = rows->len;
  table.total = (KsDayTableRow){ .name = *district == '\0' ? "Toàn tỉnh" : "Cộng",
                                 .staff = scope->staff,
                                 .answers = scope->answers };
  table.n_checking = scope->n_checking;
  return ks_day_table_pages_new (&table, error);
}

/* "bang.png", "bang-2.png" … */
static char *
dup_page_path (const char *path, guint page)
{
  const char *end = g_str_has_suffix (path, ".png") ? path + strlen (path) - 4 : NULL;
  g_autofree char *stem = end != NULL ? g_strndup (path, (gsize) (end - path)) : g_strdup (path);

  return page == 0 ? g_strdup (path)
                   : g_strdup_printf ("%s-%u%s", stem, page + 1, end != NULL ? end : "");
}

/**
 * ks_remind_write_picture:
 * @pages: from ks_remind_table_new()
 * @path: the file to write, a PNG
 * @error: return location for an error
 *
 * Writes the table; where it takes several pictures, the others get the name with -2, -3 … before
 * its ending.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_remind_write_picture (KsPages *pages, const char *path, GError **error)
{
  for (guint i = 0; i < ks_pages_get_n_pages (pages); i++)
    {
      g_autofree char *name = dup_page_path (path, i);
      g_autoptr (GBytes) picture = ks_pages_dup_picture (pages, i, KS_FORMAT_PNG, error);

      if (picture == NULL
          || !ks_file_write (name, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture),
                             error))
        return FALSE;
    }
  return TRUE;
}
