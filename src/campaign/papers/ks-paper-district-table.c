/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include "ks-paper-figures.h"
#include "ks-paper-words.h"

/* Who took part in each district: papers of the day and the summary count other units in its last
 * column. */

#define LEFT KS_ALIGN_LEFT
#define CENTRE KS_ALIGN_CENTRE

static void
add_row (const KsPaperBuild *build,
         const KsPaperDistrictGrid *grid,
         KsRowKind kind,
         const KsScope *scope,
         const char *number)
{
  g_autofree char *prefix = ks_paper_scope_dup_prefix (scope);
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_add (row, "%s", number);
  ks_paper_row_quote (row, scope->name);
  ks_paper_row_add (row, "{%sunits}", prefix);
  ks_paper_row_add (row, "{%sstaff}", prefix);
  ks_paper_row_add (row, "{%scounted}", prefix);
  ks_paper_row_add (row, "{%srate}", prefix);
  ks_paper_row_add (row, "{%s%s}", prefix, grid->marked);
  ks_paper_end_row (build, kind, row);
}

/**
 * ks_paper_begin_district_table:
 * @build: a paper
 * @grid: the table
 *
 * Begins a table of who took part in each district; where there are none, in the province.
 */
void
ks_paper_begin_district_table (const KsPaperBuild *build, const KsPaperDistrictGrid *grid)
{
  gboolean districts = ks_paper_figure_holds ("districts", build->book);
  const KsPaperColumn columns[] = {
    { "STT", 10, CENTRE },
    { districts ? "Huyện, thị xã,\nthành phố" : "Phạm vi", 49, LEFT },
    { "Số\nđơn vị", 15, CENTRE },
    { "Số cán bộ,\ncông chức", 21, CENTRE },
    { "Số phiếu\nhợp lệ", 19, CENTRE },
    { "Tỷ lệ\ntham gia", 20, CENTRE },
    { grid->header, 26, CENTRE },
  };

  ks_paper_begin_table (build, &(KsPaperGrid){ .sheet = districts ? "Huyện" : "Toàn tỉnh",
                                               .caption = grid->caption,
                                               .columns = columns,
                                               .n_columns = G_N_ELEMENTS (columns),
                                               .size = grid->size,
                                               .row_height = grid->row_height });
}

/**
 * ks_paper_add_district_row:
 * @build: a paper
 * @grid: its table
 * @district: a district
 * @number: its place in the table, from 1
 *
 * Adds a district.
 */
void
ks_paper_add_district_row (const KsPaperBuild *build,
                           const KsPaperDistrictGrid *grid,
                           const KsScope *district,
                           guint number)
{
  g_autofree char *place = g_strdup_printf ("{=%u}", number);

  add_row (build, grid, KS_ROW_PLAIN, district, place);
}

/**
 * ks_paper_end_district_table:
 * @build: a paper
 * @grid: its table
 *
 * Adds the province and ends the table.
 */
void
ks_paper_end_district_table (const KsPaperBuild *build, const KsPaperDistrictGrid *grid)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "Toàn tỉnh" };

  add_row (build, grid, KS_ROW_TOTAL, &province, "");
  ks_document_end_table (build->document);
}
