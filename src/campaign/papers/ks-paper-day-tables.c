/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include "ks-paper-day.h"
#include "ks-paper-words.h"

/* The tables of papers of the day: in the office's own order, and no answer. */

#define LEFT KS_ALIGN_LEFT
#define CENTRE KS_ALIGN_CENTRE
#define UNIT_ROW 6.4
#define UNIT_SIZE 11.5

static void
add_districts (const KsPaperBuild *build, const KsPaperDistrictGrid *grid)
{
  KsDayFigures *figures = build->material->day;
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (figures, &n_districts);
  guint number = 0;

  for (guint i = 0; i < n_districts; i++)
    {
      const char *name = ks_paper_day_get_name (figures, &districts[i]);
      const KsScope scope = { KS_SCOPE_DISTRICT, districts[i].code, name };

      if (name != NULL)
        ks_paper_add_district_row (build, grid, &scope, ++number);
    }
}

/**
 * ks_paper_table_day_districts:
 * @build: a paper of the day
 * @caption: (nullable): above the table
 *
 * Adds who took part in each district until the moment, and the province. The last column counts units
 * under the limit; as long as there is none, those without an answer.
 */
void
ks_paper_table_day_districts (const KsPaperBuild *build, const char *caption)
{
  gboolean limit = ks_paper_figure_holds ("limit", build->book);
  const KsPaperFit *fit = &build->material->fit;
  const KsPaperDistrictGrid grid = {
    caption,
    limit ? "Đơn vị đạt\ndưới {limit}" : "Đơn vị chưa\ncó phiếu",
    limit ? "units/below" : "units/silent",
    fit->cell,
    fit->row,
  };

  ks_paper_begin_district_table (build, &grid);
  if (!fit->summed)
    add_districts (build, &grid);
  ks_paper_end_district_table (build, &grid);
}

static void
add_unit (const KsPaperBuild *build, guint number, KsUnit *unit)
{
  const KsScope scope = { KS_SCOPE_UNIT, ks_unit_get_code (unit), "" };
  g_autofree char *prefix = ks_paper_scope_dup_prefix (&scope);
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_add (row, "{=%u}", number);
  ks_paper_row_quote (row, ks_unit_get_name (unit));
  ks_paper_row_add (row, "{%sstaff}", prefix);
  ks_paper_row_add (row, "{%scounted}", prefix);
  ks_paper_row_add (row, "{%srate}", prefix);
  ks_paper_row_add (row, "{%sreport}", prefix);
  ks_paper_row_add (row, "{%spublicity}", prefix);
  ks_paper_row_add (row, "{%spost_days}", prefix);
  ks_paper_end_row (build, KS_ROW_PLAIN, row);
}

static void
add_total (const KsPaperBuild *build, const char *name)
{
  static const char *const cells[]
      = { "", NULL, "{staff}", "{counted}", "{rate}", "", "", "" };
  GPtrArray *row = ks_paper_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    ks_paper_row_add (row, "%s", cells[i] != NULL ? cells[i] : name);
  ks_paper_end_row (build, KS_ROW_TOTAL, row);
}

static void
add_units (const KsPaperBuild *build)
{
  const KsDayDistrict *part = build->material->part;
  guint number = 0;

  for (guint i = part->first; i < part->first + part->n_units; i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (build->material->day, i);

      if (!unit->checking)
        add_unit (build, ++number, unit->unit);
    }
}

/**
 * ks_paper_table_day_units:
 * @build: a paper of the day about a district
 * @caption: (nullable): above the table
 *
 * Adds who took part in each unit of the district until the moment, what its working group did, and
 * the district; without those whose figures are being reconciled.
 */
void
ks_paper_table_day_units (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "STT", 9, CENTRE },
    { "Đơn vị", 41.5, LEFT },
    { "Số cán bộ,\ncông chức", 20, CENTRE },
    { "Số phiếu\nhợp lệ", 17, CENTRE },
    { "Tỷ lệ\ntham gia", 18, CENTRE },
    { "Báo cáo\ncủa tổ\ncông tác", 17, CENTRE },
    { "Hình thức\ncông khai\n(trong {=5})", 19.5, CENTRE },
    { "Ngày có\ntin, ảnh\n(trong {=7})", 18, CENTRE },
  };
  const char *name = ks_paper_day_get_name (build->material->day, build->material->part);
  const KsPaperGrid grid = { .sheet = name != NULL ? name : "Toàn tỉnh",
                             .lead = "Thời gian khảo sát {until}",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .size = UNIT_SIZE,
                             .row_height = UNIT_ROW };

  ks_paper_begin_table (build, &grid);
  add_units (build);
  add_total (build, name != NULL ? "Cộng" : "Toàn tỉnh");
  ks_document_end_table (build->document);
}
