/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-day-papers-private.h"

#include "ks-brief-paper.h"
#include "ks-campaign-error.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-platform.h"

/* More units without an answer than this are counted, not named. */
#define MOST_NAMED 12

/* As the plan sends papers of the Ban Dân vận. */
static const char *const recipients[]
    = { "- Thường trực Tỉnh ủy (để báo cáo),", "- Ban Chỉ đạo thực hiện QCDC tỉnh,",
        "- Ban Chỉ đạo các huyện, thị xã, thành phố,", "- Lưu Ban Dân vận Tỉnh ủy.", NULL };
static const char *const signature[] = { "K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", NULL };

static KsMoment
get_now (KsCampaign *campaign, KsMoment at)
{
  return at != KS_MOMENT_NONE ? at : ks_campaign_now (campaign);
}

static GArray *
collect_districts (KsDayFigures *figures)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (KsPaperDistrict));
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);

  for (guint i = 0; i < n_districts; i++)
    {
      KsPaperDistrict row;

      if (ks_day_facts_get_name (figures, &districts[i]) == NULL)
        continue;
      ks_day_facts_set_row (&row, &districts[i], ks_day_figures_get_limit (figures));
      g_array_append_val (rows, row);
    }
  return rows;
}

/* "xã A (huyện B)": names repeat in other districts. */
static char *
dup_full_name (KsUnit *unit)
{
  const char *district = ks_unit_get_district_name (unit);
  g_autofree char *name = ks_unit_dup_running_name (ks_unit_get_name (unit));
  g_autofree char *where = ks_unit_dup_running_name (district != NULL ? district : "");

  return *where != '\0' ? g_strdup_printf ("%s (%s)", name, where) : g_strdup (name);
}

/* NULL: too many to name. */
static GStrv
list_unanswered (KsDayFigures *figures)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (ks_day_figures_get_province (figures)->n_no_answer > MOST_NAMED)
    return NULL;
  for (guint i = 0; i < ks_day_figures_get_n_units (figures); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (figures, i);
      g_autofree char *name = unit->answers == 0 && !unit->checking ? dup_full_name (unit->unit)
                                                                    : NULL;

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

/**
 * ks_lay_out_brief:
 * @campaign: a campaign
 * @figures: the day's figures
 * @at: the moment that they were asked for
 * @error: return location for an error
 *
 * Lays out "Báo cáo nhanh": one A4 on the province, whatever its number of districts.
 *
 * Returns: (transfer full): the paper, or %NULL with @error set
 */
KsPages *
ks_lay_out_brief (KsCampaign *campaign, KsDayFigures *figures, KsMoment at, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GArray) districts = collect_districts (figures);
  g_auto (GStrv) unanswered = list_unanswered (figures);
  KsBrief brief = {
    .closing = { recipients, signature },
    .districts = (const KsPaperDistrict *) districts->data,
    .n_districts = districts->len,
    .unanswered = (const char *const *) unanswered,
  };

  if (!ks_day_figures_check_sendable (figures, error))
    return NULL;
  ks_day_facts_fill (&brief.facts, info, figures, ks_day_figures_get_province (figures),
                     "toàn tỉnh", get_now (campaign, at));
  brief.facts.number = "Số" KS_BLANK_NUMBER "-BC/BDVTU";
  return ks_brief_pages_new (&brief, error);
}

/**
 * ks_lay_out_district:
 * @campaign: a campaign
 * @figures: the day's figures
 * @district: one of their districts, or the province
 * @at: the moment that they were asked for
 * @error: return location for an error
 *
 * Lays out the table of a district's units, and nothing of another district.
 *
 * Returns: (transfer full): the paper, or %NULL with @error set
 */
KsPages *
ks_lay_out_district (KsCampaign *campaign, KsDayFigures *figures, const KsDayDistrict *district,
                     KsMoment at, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GArray) units = ks_day_facts_collect_units (figures, district);
  const char *name = ks_day_facts_get_name (figures, district);
  g_autofree char *place = ks_unit_dup_running_name (name != NULL ? name : "toàn tỉnh");
  KsDistrictPaper paper = {
    .name = name,
    .units = (const KsDistrictUnit *) units->data,
    .n_units = units->len,
  };

  if (!ks_day_figures_check_sendable (figures, error))
    return NULL;
  ks_day_facts_fill (&paper.facts, info, figures, district, place, get_now (campaign, at));
  return ks_district_pages_new (&paper, error);
}

static gboolean
write_pages (KsCampaign *campaign, KsPages *pages, const char *path, KsJob *job, GError **error)
{
  KsMoment stamp;

  return pages != NULL && ks_campaign_get_stamp (campaign, &stamp, error)
         && ks_pages_write_pdf (pages, path, stamp, job, error);
}

/**
 * ks_write_brief:
 * @campaign: a campaign
 * @at: the last second that is told of, or %KS_MOMENT_NONE
 * @path: the PDF to write
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_brief (KsCampaign *campaign, KsMoment at, const char *path, KsJob *job, GError **error)
{
  static const char *const endings[] = { ".pdf", NULL };
  g_autoptr (KsDayFigures) figures = NULL;
  g_autoptr (KsPages) pages = NULL;

  if (!ks_file_name_check_ending (path, endings, error) || !ks_file_check_place (path, error))
    return FALSE;
  figures = ks_day_figures_load_sendable (campaign, at, job, error);
  pages = figures != NULL ? ks_lay_out_brief (campaign, figures, at, error) : NULL;
  return write_pages (campaign, pages, path, job, error);
}

static gboolean
write_district_sheet (KsCampaign *campaign, KsDayFigures *figures, const KsDayDistrict *district,
                      const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ks_district_sheet_dup (campaign, figures, district, error);

  return bytes != NULL
         && ks_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static const KsDayDistrict *
find_district (KsDayFigures *figures, const char *code, GError **error)
{
  const KsDayDistrict *district = ks_day_figures_lookup_district (figures, code);

  if (district == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("No district has the code %s."), code);
  return district;
}

/**
 * ks_write_district:
 * @campaign: a campaign
 * @code: of a district; empty for all units of a province
 * @at: the last second that is told of, or %KS_MOMENT_NONE
 * @path: the file to write: a workbook if its name ends in .xlsx, else a PDF
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_district (KsCampaign *campaign, const char *code, KsMoment at, const char *path,
                   KsJob *job, GError **error)
{
  static const char *const endings[] = { ".pdf", ".xlsx", NULL };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (KsDayFigures) early = NULL;
  g_autoptr (KsDayFigures) figures = NULL;
  g_autoptr (KsPages) pages = NULL;
  const KsDayDistrict *district;

  if (!ks_file_name_check_ending (path, endings, error) || !ks_file_check_place (path, error))
    return FALSE;
  early = ks_day_figures_load (campaign, at, KS_MOMENT_NONE, job, error);
  if (early == NULL || find_district (early, code, error) == NULL)
    return FALSE;
  figures = ks_day_figures_dup_sendable (early, campaign, job, error);
  district = figures != NULL ? find_district (figures, code, error) : NULL;
  if (district == NULL)
    return FALSE;
  if (g_str_has_suffix (lower, ".xlsx"))
    return write_district_sheet (campaign, figures, district, path, error);
  pages = ks_lay_out_district (campaign, figures, district, at, error);
  return write_pages (campaign, pages, path, job, error);
}
