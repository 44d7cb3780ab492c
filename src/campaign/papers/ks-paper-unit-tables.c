/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include "ks-number.h"
#include "ks-paper-figures.h"
#include "ks-paper-words.h"

/* Districts and units in the office's own order, never in that of a result. */

#define LEFT KS_ALIGN_LEFT
#define CENTRE KS_ALIGN_CENTRE
#define UNIT_ROW 5.9
#define DISTRICT_ROW 6.4

static KsRegistry *
get_registry (const KsPaperBuild *build)
{
  return ks_results_get_registry (build->material->live);
}

static gboolean
is_settled (const KsPaperBuild *build)
{
  return build->material->publication.settled_at != KS_MOMENT_NONE;
}

static gboolean
wants_district (const KsPaperBuild *build, const KsDistrict *district)
{
  return build->material->district == NULL
         || g_str_equal (build->material->district, district->code);
}

static const char *
get_name (const KsDistrict *district)
{
  return ks_paper_words_name_district (district->name);
}

static gboolean
has_districts (const KsPaperBuild *build)
{
  return ks_paper_figure_holds ("districts", build->book);
}

static void
add_district (
    const KsPaperBuild *build, KsRowKind kind, guint number, const char *name, const char *prefix)
{
  GPtrArray *row = ks_paper_row_new ();

  if (number > 0)
    ks_paper_row_add (row, "{=%u}", number);
  else
    ks_paper_row_add (row, "%s", "");
  ks_paper_row_quote (row, name);
  ks_paper_row_add (row, "{%sunits}", prefix);
  ks_paper_row_add (row, "{%sunits/answered}", prefix);
  ks_paper_row_add (row, "{%sunits/complete}", prefix);
  ks_paper_row_add (row, "{%sstaff}", prefix);
  ks_paper_row_add (row, "{%scounted}", prefix);
  ks_paper_row_add (row, "{%srate}", prefix);
  ks_paper_row_add (row, "{%sgood}", prefix);
  ks_paper_row_add (row, "{%sshare}", prefix);
  ks_paper_end_row (build, kind, row);
}

/**
 * ks_paper_table_districts:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds who took part in each district, and the share of good opinions.
 */
void
ks_paper_table_districts (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "STT", 11, CENTRE },
    { "Huyện, thị xã,\nthành phố", 50, LEFT },
    { "Số\nđơn vị", 22, CENTRE },
    { "Đơn vị\ncó phiếu", 24, CENTRE },
    { "Đơn vị có toàn bộ\nngười tham gia", 36, CENTRE },
    { "Số cán bộ,\ncông chức", 26, CENTRE },
    { "Số phiếu\nhợp lệ", 24, CENTRE },
    { "Tỷ lệ\ntham gia", 26, CENTRE },
    { "Đánh giá tốt\n(số phiếu)", 28, CENTRE },
    { "Tỷ lệ\nđánh giá tốt", 28, CENTRE },
  };
  const KsPaperGrid grid = { .sheet = "Huyện",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .numbered = TRUE,
                             .size = 11,
                             .row_height = UNIT_ROW };
  guint number = 0;

  if (!has_districts (build))
    return;
  ks_paper_begin_table (build, &grid);
  for (guint i = 0; i < ks_registry_get_n_districts (get_registry (build)); i++)
    {
      const KsDistrict *district = ks_registry_get_district (get_registry (build), i);
      const KsScope scope = { KS_SCOPE_DISTRICT, district->code, district->name };
      g_autofree char *prefix = ks_paper_scope_dup_prefix (&scope);

      if (wants_district (build, district))
        add_district (build, KS_ROW_PLAIN, ++number, get_name (district), prefix);
    }
  if (build->material->district == NULL)
    add_district (build, KS_ROW_TOTAL, 0, "Toàn tỉnh", "");
  ks_document_end_table (build->document);
}

static void
add_participation (GPtrArray *row, const char *prefix)
{
  ks_paper_row_add (row, "{%sstaff}", prefix);
  ks_paper_row_add (row, "{%scounted}", prefix);
  ks_paper_row_add (row, "{%srate}", prefix);
}

/**
 * ks_paper_table_participation:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds who took part in each district and in the province, and in how many units few did.
 */
void
ks_paper_table_participation (const KsPaperBuild *build, const char *caption)
{
  const KsPaperDistrictGrid grid
      = { caption, "Đơn vị đạt\ndưới {low_limit}", "units/low", 0, DISTRICT_ROW };
  guint n_districts = has_districts (build) ? ks_registry_get_n_districts (get_registry (build)) : 0;
  guint number = 0;

  ks_paper_begin_district_table (build, &grid);
  for (guint i = 0; i < n_districts; i++)
    {
      const KsDistrict *district = ks_registry_get_district (get_registry (build), i);
      const KsScope scope = { KS_SCOPE_DISTRICT, district->code, get_name (district) };

      ks_paper_add_district_row (build, &grid, &scope, ++number);
    }
  ks_paper_end_district_table (build, &grid);
}

static const char *
get_reason (const KsPaperBuild *build, KsUnit *unit)
{
  g_autofree char *slot = g_strconcat ("reason/", ks_unit_get_code (unit), NULL);
  const char *reason = ks_paper_settings_get (build->material->settings, KS_PAPER_ANNEX, slot);

  return reason != NULL ? reason : "";
}

static void
add_share (GPtrArray *row, const char *prefix, gboolean bounds)
{
  ks_paper_row_add (row, "{%sgood}", prefix);
  ks_paper_row_add (row, "{%sshare}", prefix);
  if (bounds)
    ks_paper_row_add (row, "{%sbounds}", prefix);
  else
    ks_paper_row_add (row, "%s", "");
}

static char *
dup_unit_prefix (KsUnit *unit)
{
  const KsScope scope = { KS_SCOPE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit) };

  return ks_paper_scope_dup_prefix (&scope);
}

static void
add_unit (const KsPaperBuild *build, guint number, KsUnit *unit, gboolean judged)
{
  g_autofree char *prefix = dup_unit_prefix (unit);
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_add (row, "{=%u}", number);
  ks_paper_row_quote (row, ks_unit_get_name (unit));
  add_participation (row, prefix);
  if (is_settled (build))
    add_share (row, prefix, TRUE);
  if (judged)
    {
      ks_paper_row_add (row, "{%srecognition/participation}", prefix);
      ks_paper_row_add (row, "{%srecognition/good}", prefix);
    }
  else
    ks_paper_row_quote (row, get_reason (build, unit));
  ks_paper_end_row (build, KS_ROW_PLAIN, row);
}

/* A district or the province with the sums of its units. */
static void
add_sum (const KsPaperBuild *build,
         KsRowKind kind,
         const char *number,
         const char *name,
         const char *prefix,
         gboolean judged)
{
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_add (row, "%s", number);
  ks_paper_row_quote (row, name);
  add_participation (row, prefix);
  if (is_settled (build))
    add_share (row, prefix, FALSE);
  if (judged)
    {
      ks_paper_row_add (row, "{%srecognition/participation}{=/}{%sunits} đạt", prefix, prefix);
      ks_paper_row_add (row, "{%srecognition/good}{=/}{%sunits} đạt", prefix, prefix);
    }
  else if (kind == KS_ROW_TOTAL)
    ks_paper_row_add (row, "{%sunits} đơn vị", prefix);
  else
    ks_paper_row_add (row, "%s", "");
  ks_paper_end_row (build, kind, row);
}

static void
add_district_units (const KsPaperBuild *build,
                    guint number,
                    const KsDistrict *district,
                    gboolean judged)
{
  const KsScope scope = { KS_SCOPE_DISTRICT, district->code, district->name };
  g_autofree char *prefix = ks_paper_scope_dup_prefix (&scope);
  g_autofree char *roman = ks_format_roman (number);

  if (has_districts (build))
    add_sum (build, KS_ROW_GROUP, roman, get_name (district), prefix, judged);
  for (guint i = 0; i < district->n_units; i++)
    add_unit (build, i + 1, ks_registry_get_unit (get_registry (build), district->first + i),
              judged);
}

/* Judged: beside the limits that the office entered, instead of its remarks. */
static void
add_all_units (const KsPaperBuild *build, const KsPaperGrid *grid, gboolean judged)
{
  guint number = 0;

  ks_paper_begin_table (build, grid);
  for (guint i = 0; i < ks_registry_get_n_districts (get_registry (build)); i++)
    {
      const KsDistrict *district = ks_registry_get_district (get_registry (build), i);

      if (wants_district (build, district))
        add_district_units (build, ++number, district, judged);
    }
  if (build->material->district == NULL)
    add_sum (build, KS_ROW_TOTAL, "", "Toàn tỉnh", "", judged);
  ks_document_end_table (build->document);
}

static const KsPaperColumn unit_columns[] = {
  { "STT", 11, CENTRE },
  { "Đơn vị", 48, LEFT },
  { "Số cán bộ,\ncông chức", 26, CENTRE },
  { "Số phiếu\nhợp lệ", 24, CENTRE },
  { "Tỷ lệ\ntham gia", 28, CENTRE },
  { "Đánh giá tốt\n(số phiếu)", 26, CENTRE },
  { "Tỷ lệ\nđánh giá tốt", 26, CENTRE },
  { "Thấp nhất –\ncao nhất có thể", 42, CENTRE },
  { "Ghi chú", 26, LEFT },
};

static const KsPaperColumn early_columns[] = {
  { "STT", 11, CENTRE },
  { "Đơn vị", 76, LEFT },
  { "Số cán bộ,\ncông chức", 32, CENTRE },
  { "Số phiếu\nhợp lệ", 32, CENTRE },
  { "Tỷ lệ\ntham gia", 36, CENTRE },
  { "Ghi chú", 70, LEFT },
};

static const KsPaperColumn recognition_columns[] = {
  { "STT", 11, CENTRE },
  { "Đơn vị", 46, LEFT },
  { "Số cán bộ,\ncông chức", 21, CENTRE },
  { "Số phiếu\nhợp lệ", 19, CENTRE },
  { "Tỷ lệ\ntham gia", 26, CENTRE },
  { "Đánh giá tốt\n(số phiếu)", 23, CENTRE },
  { "Tỷ lệ\nđánh giá tốt", 22, CENTRE },
  { "Thấp nhất –\ncao nhất có thể", 33, CENTRE },
  { "So với mức\ntham gia", 28, CENTRE },
  { "So với mức\nđánh giá tốt", 28, CENTRE },
};

/**
 * ks_paper_table_units:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds every unit, district by district; before figures are settled without its answers.
 */
void
ks_paper_table_units (const KsPaperBuild *build, const char *caption)
{
  gboolean settled = is_settled (build);
  const KsPaperGrid grid = {
    .sheet = "Đơn vị",
    .caption = caption,
    .columns = settled ? unit_columns : early_columns,
    .n_columns = settled ? G_N_ELEMENTS (unit_columns) : G_N_ELEMENTS (early_columns),
    .numbered = TRUE,
    .size = 11,
    .row_height = UNIT_ROW,
  };

  add_all_units (build, &grid, FALSE);
}

/**
 * ks_paper_table_recognition:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds every unit beside the limits that the office entered.
 */
void
ks_paper_table_recognition (const KsPaperBuild *build, const char *caption)
{
  const KsPaperGrid grid = {
    .sheet = "Đơn vị",
    .caption = caption,
    .columns = recognition_columns,
    .n_columns = G_N_ELEMENTS (recognition_columns),
    .numbered = TRUE,
    .size = 11,
    .row_height = UNIT_ROW,
  };

  add_all_units (build, &grid, TRUE);
}

static void
add_low_unit (const KsPaperBuild *build, guint number, KsUnit *unit)
{
  g_autofree char *prefix = dup_unit_prefix (unit);
  const char *district = ks_unit_get_district_name (unit);
  GPtrArray *row = ks_paper_row_new ();

  ks_paper_row_add (row, "{=%u}", number);
  ks_paper_row_quote (row, ks_unit_get_name (unit));
  ks_paper_row_quote (row, district != NULL ? district : "");
  add_participation (row, prefix);
  ks_paper_row_quote (row, get_reason (build, unit));
  ks_paper_end_row (build, KS_ROW_PLAIN, row);
}

static GPtrArray *
find_low (const KsPaperBuild *build)
{
  gint64 limit = ks_paper_material_get_low (build->material);
  GPtrArray *low = g_ptr_array_new ();

  for (guint i = 0; i < ks_registry_get_n_units (get_registry (build)); i++)
    {
      KsUnit *unit = ks_registry_get_unit (get_registry (build), i);
      const char *district = ks_unit_get_district_code (unit);

      if ((ks_paper_is_low (build->material, unit, limit)
           || ks_results_get_unit_answers (build->material->live, unit) == 0)
          && (build->material->district == NULL
              || g_strcmp0 (build->material->district, district) == 0))
        g_ptr_array_add (low, unit);
    }
  return low;
}

/**
 * ks_paper_table_low:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds the units where few or none took part, in the office's order, with the reason that the office
 * gives.
 */
void
ks_paper_table_low (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "STT", 11, CENTRE },
    { "Đơn vị", 48, LEFT },
    { "Huyện, thị xã,\nthành phố", 42, LEFT },
    { "Số cán bộ,\ncông chức", 26, CENTRE },
    { "Số phiếu\nhợp lệ", 24, CENTRE },
    { "Tỷ lệ\ntham gia", 28, CENTRE },
    { "Lý do", 78, LEFT },
  };
  const KsPaperGrid grid = { .sheet = "Tỷ lệ tham gia thấp",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .numbered = TRUE,
                             .size = 11,
                             .row_height = UNIT_ROW };
  g_autoptr (GPtrArray) low = find_low (build);

  if (low->len == 0)
    {
      ks_document_add_text (build->document, "Không có đơn vị nào.");
      return;
    }
  ks_paper_begin_table (build, &grid);
  for (guint i = 0; i < low->len; i++)
    add_low_unit (build, i + 1, low->pdata[i]);
  ks_document_end_table (build->document);
}
