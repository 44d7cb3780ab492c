/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-copy.h"

#include "ks-csv-writer.h"
#include "ks-day-cells.h"
#include "ks-day-words.h"
#include "ks-i18n.h"
#include "ks-number.h"

#include <string.h>

static void
add_line (KsCsvWriter *writer, const char *text)
{
  ks_csv_writer_add_text (writer, text);
  ks_csv_writer_end_row (writer, NULL);
}

static void
add_head (KsCsvWriter *writer, KsCampaign *campaign, KsDayFigures *figures,
          const KsDayDistrict *district)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *as_of = ks_day_figures_dup_as_of (figures);

  add_line (writer, info->title);
  add_line (writer, district->name);
  add_line (writer, as_of);
  if (info->simulated)
    add_line (writer, "SỐ LIỆU MÔ PHỎNG");
}

static void
add_titles (KsCsvWriter *writer, const char *const *titles)
{
  for (guint i = 0; titles[i] != NULL; i++)
    ks_csv_writer_add_text (writer, titles[i]);
  ks_csv_writer_end_row (writer, NULL);
}

/* The title of the column has the sign. */
static void
add_rate (KsCsvWriter *writer, gint64 answers, gint64 staff)
{
  g_autofree char *rate = staff > 0 ? ks_format_percent (answers, staff) : g_strdup ("–");

  if (g_str_has_suffix (rate, "%"))
    rate[strlen (rate) - 1] = '\0';
  ks_csv_writer_add_text (writer, rate);
}

/* Neither the time of an answer nor a call: those stay at the desk. */
static void
add_unit (KsCsvWriter *writer, KsDayItem *item)
{
  const KsDayUnit *unit = ks_day_item_get_figures (item);
  g_autofree char *publicity = ks_day_cell_dup_publicity (item, NULL);
  g_autofree char *posts = ks_day_cell_dup_posts (item, NULL);

  ks_csv_writer_add_text (writer, ks_unit_get_name (unit->unit));
  ks_csv_writer_add_text (writer, ks_unit_get_district_name (unit->unit));
  ks_csv_writer_add_count (writer, unit->staff);
  ks_csv_writer_add_count (writer, unit->answers);
  add_rate (writer, unit->answers, unit->staff);
  ks_csv_writer_add_text (writer, unit->work.report != NULL ? _ ("received") : C_ ("report", "none"));
  ks_csv_writer_add_text (writer, publicity);
  ks_csv_writer_add_text (writer, posts);
  ks_csv_writer_end_row (writer, NULL);
}

/**
 * ks_day_copy_rows:
 * @campaign: a campaign
 * @figures: its figures of the day
 * @district: what the rows are of
 * @rows: of KsDayItem, in their order
 *
 * Writes who took part as text for Excel, under the moment that it speaks of. A unit whose figures are
 * being reconciled is counted, not named.
 *
 * Returns: (transfer full): the text
 */
char *
ks_day_copy_rows (KsCampaign *campaign, KsDayFigures *figures, const KsDayDistrict *district,
                  GListModel *rows)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  const char *const titles[]
      = { _ ("Unit"),   _ ("District"),  _ ("Staff (N)"), _ ("Answers (n)"), _ ("Rate %"),
          _ ("Report"), _ ("Publicity"), _ ("Posts"),     NULL };
  guint n_checking = 0;

  add_head (writer, campaign, figures, district);
  add_titles (writer, titles);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (KsDayItem) item = g_list_model_get_item (rows, i);

      if (ks_day_item_get_figures (item)->checking)
        n_checking++;
      else
        add_unit (writer, item);
    }
  if (n_checking > 0)
    {
      g_autofree char *checking
          = g_strdup_printf ("còn %u đơn vị đang đối chiếu số liệu", n_checking);

      add_line (writer, checking);
    }
  ks_csv_writer_finish (writer, NULL);
  return ks_csv_writer_steal_text (writer);
}

static void
add_district (KsCsvWriter *writer, const KsDayDistrict *district)
{
  ks_csv_writer_add_text (writer, district->name);
  ks_csv_writer_add_count (writer, district->n_units);
  ks_csv_writer_add_count (writer, district->staff);
  ks_csv_writer_add_count (writer, district->answers);
  add_rate (writer, district->answers, district->staff);
  ks_csv_writer_add_count (writer, district->n_below);
  ks_csv_writer_add_count (writer, district->n_no_answer);
  ks_csv_writer_add_count (writer, district->n_reported);
  ks_csv_writer_end_row (writer, NULL);
}

/**
 * ks_day_copy_districts:
 * @campaign: a campaign
 * @figures: its figures of the day
 *
 * Returns: (transfer full): the districts side by side as text for Excel, under the moment that it
 *   speaks of
 */
char *
ks_day_copy_districts (KsCampaign *campaign, KsDayFigures *figures)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  const KsDayDistrict *province = ks_day_figures_get_province (figures);
  const char *const titles[] = { _ ("District"),    _ ("Units"),  _ ("Staff (N)"),
                                 _ ("Answers (n)"), _ ("Rate %"), C_ ("column", "Under the Limit"),
                                 C_ ("column", "No Sheet Yet"),   C_ ("column", "Reported"), NULL };
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);

  add_head (writer, campaign, figures, province);
  add_titles (writer, titles);
  for (guint i = 0; i < n_districts; i++)
    add_district (writer, &districts[i]);
  add_district (writer, province);
  ks_csv_writer_finish (writer, NULL);
  return ks_csv_writer_steal_text (writer);
}

/**
 * ks_day_copy_hours:
 * @campaign: a campaign
 * @figures: its figures of the day
 * @district: a district or the province
 *
 * Returns: (transfer full): what came in each hour as text for Excel
 */
char *
ks_day_copy_hours (KsCampaign *campaign, KsDayFigures *figures, const KsDayDistrict *district)
{
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_TABS | KS_CSV_GUARD);
  g_autoptr (KsFigures) table = ks_day_create_hours_table (figures, district);

  add_head (writer, campaign, figures, district);
  ks_figures_write (table, writer);
  ks_csv_writer_finish (writer, NULL);
  return ks_csv_writer_steal_text (writer);
}
