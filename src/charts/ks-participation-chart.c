/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-chart.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-participation-painter.h"

struct _KsParticipationChart {
  KsChart parent_instance;

  GArray               *items; /* of KsParticipationItem */
  KsParticipationLayout layout;
};

G_DEFINE_FINAL_TYPE (KsParticipationChart, ks_participation_chart, KS_TYPE_CHART)

static const KsParticipationItem *
get_items (KsParticipationChart *self)
{
  return (const KsParticipationItem *) (gpointer) self->items->data;
}

static double
ks_participation_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  KsParticipationChart *self = KS_PARTICIPATION_CHART (chart);

  return ks_participation_layout_measure (get_items (self), self->items->len, context, width);
}

static void
ks_participation_chart_lay_out (KsChart *chart, KsChartContext *context, double width,
                                double height)
{
  KsParticipationChart *self = KS_PARTICIPATION_CHART (chart);

  ks_participation_layout_init (&self->layout, get_items (self), self->items->len, context, width,
                                height);
  for (guint i = 0; i < self->items->len; i++)
    {
      cairo_rectangle_t rect;

      ks_participation_layout_get_mark (&self->layout, i, &rect);
      ks_chart_add_mark (chart, &rect, i, 0);
    }
}

static void
ks_participation_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsParticipationChart *self = KS_PARTICIPATION_CHART (chart);

  ks_row_band_clip (&self->layout.band, self->items->len, cr);
  if (context->paper)
    ks_participation_paint_paper (get_items (self), self->items->len, &self->layout, context, cr);
  else
    ks_participation_paint (get_items (self), self->items->len, &self->layout, context, cr);
}

/**
 * ks_participation_dup_sentence:
 * @label: the name of a unit or district
 * @answers: its counted answers
 * @staff: its officials; 0: unknown
 *
 * Returns: (transfer full): what its participation says
 */
char *
ks_participation_dup_sentence (const char *label, gint64 answers, gint64 staff)
{
  g_autofree char *count = ks_format_count (answers);
  g_autofree char *of = ks_format_count (staff);
  g_autofree char *rate = ks_format_percent (answers, MAX (staff, 0));

  if (staff <= 0)
    return g_strdup_printf (_("%s: %s answers; staff not known"), label, count);
  if (answers > staff)
    return g_strdup_printf (_("%s: %s answers for a staff of %s, %s; the figures are being "
                              "reconciled"),
                            label, count, of, rate);
  return g_strdup_printf (_("%s: %s answers for a staff of %s, %s"), label, count, of, rate);
}

static char *
ks_participation_chart_describe (KsChart *chart, guint row, guint column)
{
  KsParticipationChart *self = KS_PARTICIPATION_CHART (chart);
  const KsParticipationItem *item = &get_items (self)[row];
  g_autofree char *answers
    = ks_participation_dup_sentence (item->row.label, item->row.answers, item->row.staff);

  if (item->row.n_units == 0)
    return g_steal_pointer (&answers);
  return g_strdup_printf (_("%s; complete units: %u of %u"), answers, item->row.n_units_complete,
                          item->row.n_units);
}

static void
clear_item_cb (gpointer data)
{
  KsParticipationItem *item = data;

  g_free ((char *) item->row.id);
  g_free ((char *) item->row.label);
  g_free (item->count_text);
  g_free (item->rate_text);
}

static void
ks_participation_chart_finalize (GObject *object)
{
  g_clear_pointer (&KS_PARTICIPATION_CHART (object)->items, g_array_unref);
  G_OBJECT_CLASS (ks_participation_chart_parent_class)->finalize (object);
}

static void
ks_participation_chart_class_init (KsParticipationChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_participation_chart_finalize;
  chart_class->measure = ks_participation_chart_measure;
  chart_class->lay_out = ks_participation_chart_lay_out;
  chart_class->paint = ks_participation_chart_paint;
  chart_class->describe = ks_participation_chart_describe;
}

static void
ks_participation_chart_init (KsParticipationChart *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (KsParticipationItem));
  g_array_set_clear_func (self->items, clear_item_cb);
}

static void
add_row (KsParticipationChart *self, const KsParticipationRow *row)
{
  KsParticipationItem item = { .row = *row };
  g_autofree char *answers = ks_format_count (row->answers);
  g_autofree char *staff = row->staff > 0 ? ks_format_count (row->staff) : g_strdup ("–");

  item.row.id = g_strdup (row->id);
  item.row.label = g_strdup (row->label);
  item.count_text = g_strconcat (answers, "/", staff, NULL);
  item.rate_text = ks_format_percent (row->answers, MAX (row->staff, 0));
  g_array_append_val (self->items, item);
}

/**
 * ks_participation_chart_new:
 * @rows: (array length=n_rows): districts or units in the office's order, copied
 * @n_rows: number of rows
 *
 * Returns: (transfer full): a chart of the participation
 */
KsParticipationChart *
ks_participation_chart_new (const KsParticipationRow *rows, guint n_rows)
{
  KsParticipationChart *self = g_object_new (KS_TYPE_PARTICIPATION_CHART, NULL);

  for (guint i = 0; i < n_rows; i++)
    add_row (self, &rows[i]);
  return self;
}

/* The rows with the lowest and the highest rate, compared on integers. */
static gboolean
find_span (const KsParticipationRow *rows, guint n_rows, guint *low, guint *high)
{
  gboolean found = FALSE;

  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].staff <= 0)
        continue;
      if (!found || rows[i].answers * rows[*low].staff < rows[*low].answers * rows[i].staff)
        *low = i;
      if (!found || rows[i].answers * rows[*high].staff > rows[*high].answers * rows[i].staff)
        *high = i;
      found = TRUE;
    }
  return found;
}

/**
 * ks_participation_dup_title:
 * @answers: counted answers of the whole
 * @staff: officials of the whole
 * @rows: (array length=n_rows): its districts or units
 * @n_rows: number of rows
 *
 * The finding as a sentence: the whole and the span of its parts, which names none.
 *
 * Returns: (transfer full): the title
 */
char *
ks_participation_dup_title (gint64 answers, gint64 staff, const KsParticipationRow *rows,
                            guint n_rows)
{
  guint low = 0;
  guint high = 0;
  g_autofree char *rate = ks_format_percent (answers, staff);
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (n_rows < 2 || !find_span (rows, n_rows, &low, &high))
    return g_strdup_printf (_("Participation is %s"), rate);
  lowest = ks_format_percent (rows[low].answers, rows[low].staff);
  highest = ks_format_percent (rows[high].answers, rows[high].staff);
  if (rows[0].n_units > 0)
    return g_strdup_printf (_("The whole province reached %s; districts from %s to %s"), rate, lowest,
                            highest);
  return g_strdup_printf (_("Participation is %s; units from %s to %s"), rate, lowest, highest);
}
