/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-annex-plan.h"

typedef struct {
  GPtrArray             *sheets;
  const KsAnnexMeasures *measures;
  GPtrArray             *pages;      /* of GArray of KsAnnexRow */
  GArray                *page;
  double                 y;
  guint                  forced;     /* a page begins before this row of units */
  guint                  n_rows;     /* rows of units so far */
} Planner;

static const char *
get_district (GPtrArray *sheets, guint index)
{
  const KsSheet *sheet = g_ptr_array_index (sheets, index);
  const char *district = ks_unit_get_district_name (sheet->unit);

  return district != NULL ? district : "";
}

static guint
count_district (GPtrArray *sheets, guint first)
{
  guint end = first + 1;

  while (end < sheets->len
         && g_str_equal (get_district (sheets, end), get_district (sheets, first)))
    end++;
  return end - first;
}

static void
begin_page (Planner *planner)
{
  const KsAnnexMeasures *measures = planner->measures;

  planner->page = g_array_new (FALSE, TRUE, sizeof (KsAnnexRow));
  planner->y = (planner->pages->len == 0 ? measures->first_top : measures->later_top)
               + measures->header;
  g_ptr_array_add (planner->pages, planner->page);
}

static void
add_row (Planner *planner, KsAnnexRow row)
{
  row.y = planner->y;
  row.height = row.heading ? planner->measures->heading : planner->measures->row;
  planner->y += row.height;
  g_array_append_val (planner->page, row);
}

static gboolean
has_room (const Planner *planner, double height)
{
  return planner->n_rows != planner->forced
         && planner->y + height <= planner->measures->bottom + 1e-6;
}

/* The heading keeps the row under it; a page that continues a district says so. */
static void
plan_district (Planner *planner, KsAnnexRow heading)
{
  const KsAnnexMeasures *measures = planner->measures;
  gboolean named = *heading.district != '\0';
  double above = named ? measures->heading : 0;

  if (!has_room (planner, above + measures->row)
      || (measures->district_pages && planner->page->len > 0))
    begin_page (planner);
  if (named)
    add_row (planner, heading);
  for (guint k = 0; k < heading.n_in_district; k += measures->n_columns, planner->n_rows++)
    {
      KsAnnexRow row = heading;

      if (k > 0 && !has_room (planner, measures->row))
        {
          begin_page (planner);
          row.continued = TRUE;
          if (named)
            add_row (planner, row);
        }
      row.heading = FALSE;
      row.first = heading.first + k;
      row.number = k + 1;
      row.n_units = MIN (measures->n_columns, heading.n_in_district - k);
      add_row (planner, row);
    }
}

static GPtrArray *
plan_pages (Planner *planner, guint forced)
{
  guint number = 1;

  planner->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  planner->n_rows = 0;
  planner->forced = forced;
  begin_page (planner);
  for (guint first = 0; first < planner->sheets->len;)
    {
      KsAnnexRow heading = {
        .heading = TRUE,
        .district = get_district (planner->sheets, first),
        .district_number = number++,
        .n_in_district = count_district (planner->sheets, first),
        .first = first,
      };

      plan_district (planner, heading);
      first += heading.n_in_district;
    }
  return planner->pages;
}

static guint
count_unit_rows (const GArray *page)
{
  guint n = 0;

  for (guint i = 0; i < page->len; i++)
    n += !g_array_index (page, KsAnnexRow, i).heading;
  return n;
}

/* Rows that the last page shall keep: no more than its district has, where that one begins a page
 * of its own. */
static guint
count_wanted (const Planner *planner)
{
  const KsAnnexMeasures *measures = planner->measures;
  guint first = planner->sheets->len - 1;

  if (!measures->district_pages)
    return measures->n_last;
  while (first > 0 && g_str_equal (get_district (planner->sheets, first - 1),
                                   get_district (planner->sheets, planner->sheets->len - 1)))
    first--;
  return MIN (measures->n_last, (planner->sheets->len - first + measures->n_columns - 1)
                                    / measures->n_columns);
}

/**
 * ks_annex_plan:
 * @sheets: (element-type KsSheet): units; those of a district stand together
 * @measures: heights, in mm
 *
 * Divides the annex into pages. A district's name never stands last on a page, and the last page
 * holds at least @n_last rows and the closing line.
 *
 * Returns: (transfer full) (element-type GArray): an array of KsAnnexRow for every page; the
 *   names of districts are the units'
 */
GPtrArray *
ks_annex_plan (GPtrArray *sheets, const KsAnnexMeasures *measures)
{
  Planner planner = { .sheets = sheets, .measures = measures };
  GPtrArray *pages = plan_pages (&planner, G_MAXUINT);
  guint n_last = count_unit_rows (planner.page);
  gboolean full = planner.y + measures->end_room > measures->bottom + 1e-6;
  guint wanted = count_wanted (&planner);
  guint keep;

  if ((pages->len == 1 || n_last >= wanted) && !full)
    return pages;
  keep = MIN (wanted, planner.n_rows);
  if (keep == planner.n_rows)
    return pages;
  g_ptr_array_unref (pages);
  return plan_pages (&planner, planner.n_rows - keep);
}
