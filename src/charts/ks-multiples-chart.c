/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-multiples-chart.h"

#include "ks-i18n.h"
#include "ks-multiples-layout.h"
#include "ks-number.h"
#include "ks-participation-chart.h"
#include "ks-shares.h"

struct _KsMultiplesChart {
  KsChart parent_instance;

  KsMultiplesSeries series;
  KsMultiplesLayout layout;
};

G_DEFINE_FINAL_TYPE (KsMultiplesChart, ks_multiples_chart, KS_TYPE_CHART)

static const KsMultiplesItem *
get_item (KsMultiplesChart *self, guint index)
{
  return &g_array_index (self->series.items, KsMultiplesItem, index);
}

static double
ks_multiples_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return ks_multiples_layout_measure (&KS_MULTIPLES_CHART (chart)->series, context, width);
}

static void
ks_multiples_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  KsMultiplesChart *self = KS_MULTIPLES_CHART (chart);
  const KsMultiplesLayout *layout = &self->layout;

  ks_multiples_layout_init (&self->layout, &self->series, context, width);
  for (guint panel = 0; panel < self->series.items->len; panel++)
    {
      guint n_rows = get_item (self, panel)->series->n_items;
      double x, y;

      ks_multiples_layout_get_corner (layout, panel, &x, &y);
      ks_chart_add_mark (
        chart, &(cairo_rectangle_t) { x, y, layout->panel_width, layout->rows_top }, panel, 0);
      for (guint i = 0; i < n_rows; i++)
        ks_chart_add_mark (chart,
                           &(cairo_rectangle_t) { x, y + layout->rows_top + i * layout->pitch,
                                                  layout->panel_width, layout->pitch },
                           panel, i + 1);
    }
}

static void
ks_multiples_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsMultiplesChart *self = KS_MULTIPLES_CHART (chart);

  ks_multiples_layout_clip (&self->layout, self->series.items->len, cr);
  ks_multiples_paint (&self->series, &self->layout, context, cr);
}

/* The panel that a mark belongs to. */
static guint
find_panel (KsMultiplesChart *self, guint mark)
{
  guint low = 0;
  guint high = self->series.items->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_item (self, middle)->first_mark <= mark)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Which panel stands beside, above or below; itself at the edges. */
static guint
find_beside (KsMultiplesChart *self, guint panel, KsChartMove move)
{
  guint n_across = self->layout.n_across;
  guint n = self->series.items->len;

  switch (move)
    {
    case KS_CHART_LEFT:
      return panel % n_across > 0 ? panel - 1 : panel;
    case KS_CHART_RIGHT:
      return panel % n_across + 1 < n_across && panel + 1 < n ? panel + 1 : panel;
    case KS_CHART_UP:
      return panel >= n_across ? panel - n_across : panel;
    default:
      return panel + n_across < n ? panel + n_across : panel;
    }
}

/* To the same question of the panel beside, to the question above or below, and over the edge of a
 * panel to the next one. */
static guint
ks_multiples_chart_move (KsChart *chart, guint mark, KsChartMove move)
{
  KsMultiplesChart *self = KS_MULTIPLES_CHART (chart);
  guint panel = find_panel (self, mark);
  guint line = mark - get_item (self, panel)->first_mark;
  guint last = get_item (self, panel)->series->n_items;
  guint beside = find_beside (self, panel, move);
  guint last_beside = get_item (self, beside)->series->n_items;

  if (move == KS_CHART_UP && line > 0)
    return mark - 1;
  if (move == KS_CHART_DOWN && line < last)
    return mark + 1;
  if (beside == panel)
    return mark;
  if (move == KS_CHART_UP)
    return get_item (self, beside)->first_mark + last_beside;
  if (move == KS_CHART_DOWN)
    return get_item (self, beside)->first_mark;
  return get_item (self, beside)->first_mark + MIN (line, last_beside);
}

static char *
ks_multiples_chart_describe (KsChart *chart, guint row, guint column)
{
  const KsMultiplesItem *item = get_item (KS_MULTIPLES_CHART (chart), row);
  const KsLikertItem *question;
  g_autofree char *sentence = NULL;

  if (column == 0)
    return ks_participation_dup_sentence (item->label, item->n, item->population);
  question = item->series->items[column - 1];
  sentence = ks_likert_item_describe_good (question);
  return g_strconcat (item->label, " – ", sentence, NULL);
}

static void
clear_item_cb (gpointer data)
{
  KsMultiplesItem *item = data;

  g_free (item->label);
  g_free (item->count_text);
  g_clear_pointer (&item->series, ks_likert_series_free);
}

static void
ks_multiples_chart_finalize (GObject *object)
{
  g_clear_pointer (&KS_MULTIPLES_CHART (object)->series.items, g_array_unref);
  G_OBJECT_CLASS (ks_multiples_chart_parent_class)->finalize (object);
}

static void
ks_multiples_chart_class_init (KsMultiplesChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_multiples_chart_finalize;
  chart_class->measure = ks_multiples_chart_measure;
  chart_class->lay_out = ks_multiples_chart_lay_out;
  chart_class->paint = ks_multiples_chart_paint;
  chart_class->describe = ks_multiples_chart_describe;
  chart_class->move = ks_multiples_chart_move;
  chart_class->rigid = TRUE;
}

static void
ks_multiples_chart_init (KsMultiplesChart *self)
{
  self->series.items = g_array_new (FALSE, FALSE, sizeof (KsMultiplesItem));
  g_array_set_clear_func (self->series.items, clear_item_cb);
}

static void
add_panel (KsMultiplesSeries *series, const KsMultiplesPanel *panel, guint *n_marks)
{
  g_autofree char *n = ks_format_count (panel->n);
  g_autofree char *population
    = panel->population > 0 ? ks_format_count (panel->population) : g_strdup ("–");
  KsMultiplesItem item = {
    .label = g_strdup (panel->label),
    .count_text = g_strconcat (n, "/", population, NULL),
    .n = panel->n,
    .population = panel->population,
    .series = ks_likert_series_new (panel->rows, panel->n_rows, KS_LIKERT_AS_GIVEN),
    .first_mark = *n_marks,
  };

  *n_marks += 1 + panel->n_rows;
  series->left = MAX (series->left, item.series->left);
  series->right = MAX (series->right, item.series->right);
  series->most = MAX (series->most, panel->n_rows);
  if (series->legend == NULL)
    series->legend = item.series->legend;
  g_array_append_val (series->items, item);
}

/**
 * ks_multiples_chart_new:
 * @panels: (array length=n_panels): districts in their order, copied
 * @n_panels: number of panels
 *
 * Returns: (transfer full): a chart of their answers side by side
 */
KsMultiplesChart *
ks_multiples_chart_new (const KsMultiplesPanel *panels, guint n_panels)
{
  KsMultiplesChart *self = g_object_new (KS_TYPE_MULTIPLES_CHART, NULL);
  guint n_marks = 0;

  for (guint i = 0; i < n_panels; i++)
    add_panel (&self->series, &panels[i], &n_marks);
  return self;
}

/**
 * ks_multiples_chart_get_n_panels:
 * @self: a chart
 *
 * Returns: the number of its panels
 */
guint
ks_multiples_chart_get_n_panels (KsMultiplesChart *self)
{
  return self->series.items->len;
}

/**
 * ks_multiples_dup_title:
 * @panels: (array length=n_panels): the panels of a chart
 * @n_panels: number of panels
 *
 * The finding as a sentence: the span over all that is shown, which names none.
 *
 * Returns: (transfer full): the title
 */
char *
ks_multiples_dup_title (const KsMultiplesPanel *panels, guint n_panels)
{
  gint64 low = KS_SHARES_HUNDREDTHS;
  gint64 high = -1;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  for (guint i = 0; i < n_panels; i++)
    for (guint k = 0; k < panels[i].n_rows; k++)
      {
        gint64 levels[KS_MAX_LEVELS], dont_know, good, poor;

        if (!panels[i].rows[k].shown
            || !ks_likert_row_round (&panels[i].rows[k], KS_SHARES_HUNDREDTHS, levels, &dont_know,
                                     &good, &poor))
          continue;
        low = MIN (low, good);
        high = MAX (high, good);
      }
  if (high < 0)
    return g_strdup (_("Too few answers to show results"));
  lowest = ks_format_percent (low, KS_SHARES_HUNDREDTHS);
  highest = ks_format_percent (high, KS_SHARES_HUNDREDTHS);
  return g_strdup_printf (_("Favourable answers: from %s to %s, side by side"), lowest, highest);
}
