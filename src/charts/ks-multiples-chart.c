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

static KsMultiplesItem *
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
      guint n_rows = get_item (self, panel)->n_rows;
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
  guint last = get_item (self, panel)->n_rows;
  guint beside = find_beside (self, panel, move);
  guint last_beside = get_item (self, beside)->n_rows;

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
  KsMultiplesItem *item = get_item (KS_MULTIPLES_CHART (chart), row);
  const KsLikertItem *question;
  g_autofree char *sentence = NULL;

  if (column == 0)
    return ks_participation_dup_sentence (item->label, item->n, item->population);
  question = ks_multiples_item_get_series (item)->items[column - 1];
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
  KsMultiplesSeries *series = &KS_MULTIPLES_CHART (object)->series;

  g_clear_pointer (&series->items, g_array_unref);
  g_clear_pointer (&series->rows, g_free);
  g_clear_pointer (&series->words, g_string_chunk_free);
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
  self->series.words = g_string_chunk_new (1024);
}

/* Words that the first panel has are kept once: there are as many again in each of the others. */
static const char *
copy_word (KsMultiplesSeries *series, const char *word, const char *same, const char *kept)
{
  return word == NULL ? NULL
         : word == same ? kept
                        : g_string_chunk_insert (series->words, word);
}

/* @like: the row of the first panel and @kept: its copy; or NULL. */
static void
copy_row (KsMultiplesSeries *series, const KsLikertRow *row, const KsLikertRow *like,
          const KsLikertRow *kept, KsMultiplesRow *copy)
{
  copy->row = *row;
  copy->row.id = copy_word (series, row->id, like ? like->id : NULL, like ? kept->id : NULL);
  copy->row.label
    = copy_word (series, row->label, like ? like->label : NULL, like ? kept->label : NULL);
  for (guint i = 0; i < row->n_levels; i++)
    {
      gboolean has = like != NULL && i < like->n_levels;

      copy->levels[i] = copy_word (series, row->levels[i], has ? like->levels[i] : NULL,
                                   has ? kept->levels[i] : NULL);
      copy->counts[i] = row->counts != NULL ? row->counts[i] : 0;
      copy->good[i] = row->good != NULL && row->good[i];
      copy->poor[i] = row->poor != NULL && row->poor[i];
    }
  copy->row.levels = copy->levels;
  copy->row.counts = row->counts != NULL ? copy->counts : NULL;
  copy->row.good = row->good != NULL ? copy->good : NULL;
  copy->row.poor = row->poor != NULL ? copy->poor : NULL;
}

static void
measure_row (KsMultiplesSeries *series, const KsLikertRow *row)
{
  double left, right;

  if (!ks_likert_row_measure (row, &left, &right))
    return;
  series->left = MAX (series->left, left);
  series->right = MAX (series->right, right);
}

static void
add_panel (KsMultiplesSeries *series, const KsMultiplesPanel *panel,
           const KsMultiplesPanel *first_panel)
{
  KsMultiplesRow *rows = series->rows + series->n_rows;
  g_autofree char *n = ks_format_count (panel->n);
  g_autofree char *population
    = panel->population > 0 ? ks_format_count (panel->population) : g_strdup ("–");
  KsMultiplesItem item = {
    .label = g_strdup (panel->label),
    .count_text = g_strconcat (n, "/", population, NULL),
    .n = panel->n,
    .population = panel->population,
    .rows = rows,
    .n_rows = panel->n_rows,
    /* Each panel before it has a name, too. */
    .first_mark = series->n_rows + series->items->len,
  };

  for (guint i = 0; i < panel->n_rows; i++)
    {
      gboolean has = panel != first_panel && i < first_panel->n_rows;

      copy_row (series, &panel->rows[i], has ? &first_panel->rows[i] : NULL,
                has ? &series->rows[i].row : NULL, &rows[i]);
      measure_row (series, &panel->rows[i]);
    }
  series->n_rows += panel->n_rows;
  series->most = MAX (series->most, panel->n_rows);
  g_array_append_val (series->items, item);
}

static void
find_legend (KsMultiplesSeries *series)
{
  for (guint i = 0; series->legend == NULL && i < series->items->len; i++)
    if (g_array_index (series->items, KsMultiplesItem, i).n_rows > 0)
      series->legend
        = ks_multiples_item_get_series (&g_array_index (series->items, KsMultiplesItem, i))
            ->legend;
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
  guint n_rows = 0;

  for (guint i = 0; i < n_panels; i++)
    n_rows += panels[i].n_rows;
  self->series.rows = g_new0 (KsMultiplesRow, MAX (n_rows, 1));
  for (guint i = 0; i < n_panels; i++)
    add_panel (&self->series, &panels[i], panels);
  find_legend (&self->series);
  return self;
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
