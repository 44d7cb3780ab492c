/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-funnel-chart.h"

#include "ks-funnel-layout.h"
#include "ks-funnel.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-participation-chart.h"

/* So many places of the curve are computed. */
#define CURVE_POINTS 80

struct _KsFunnelChart {
  KsChart parent_instance;

  KsFunnelSeries series;
  KsFunnelLayout layout;
};

G_DEFINE_FINAL_TYPE (KsFunnelChart, ks_funnel_chart, KS_TYPE_CHART)

static const KsFunnelItem *
get_item (KsFunnelChart *self, guint index)
{
  return &g_array_index (self->series.items, KsFunnelItem, index);
}

static double
ks_funnel_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return ks_funnel_layout_measure (&KS_FUNNEL_CHART (chart)->series, context, width);
}

static void
ks_funnel_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  KsFunnelChart *self = KS_FUNNEL_CHART (chart);
  double radius;

  ks_funnel_layout_init (&self->layout, &self->series, context, width, height);
  radius = self->layout.radius;
  for (guint i = 0; i < self->series.items->len; i++)
    {
      double x, y;

      ks_funnel_layout_get_point (&self->layout, get_item (self, i), &x, &y);
      ks_chart_add_mark (
        chart, &(cairo_rectangle_t) { x - radius, y - radius, 2 * radius, 2 * radius },
        get_item (self, i)->index, 0);
    }
}

static void
ks_funnel_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsFunnelChart *self = KS_FUNNEL_CHART (chart);

  ks_funnel_paint (&self->series, &self->layout, context, cr);
}

static char *
format_span (gint64 low, gint64 high)
{
  g_autofree char *from = ks_format_count (low);
  g_autofree char *to = ks_format_count (high);

  return g_strconcat (from, "–", to, NULL);
}

static char *
ks_funnel_chart_describe (KsChart *chart, guint row, guint column)
{
  KsFunnelChart *self = KS_FUNNEL_CHART (chart);
  const KsFunnelItem *item = get_item (self, self->series.places[row]);
  const KsFunnelLimits *limits = &item->limits;
  g_autofree char *sentence
    = ks_participation_dup_sentence (item->row.label, item->row.answers, item->row.staff);
  g_autofree char *inner = format_span (limits->inner_low, limits->inner_high);
  g_autofree char *outer = format_span (limits->outer_low, limits->outer_high);

  if (item->state == KS_FUNNEL_OPEN)
    return g_steal_pointer (&sentence);
  return g_strdup_printf (_("%s; chance alone explains %s answers (95%%), %s (99,8%%)"), sentence,
                          inner, outer);
}

static void
clear_item_cb (gpointer data)
{
  KsFunnelItem *item = data;

  g_free ((char *) item->row.id);
  g_free ((char *) item->row.label);
}

static void
ks_funnel_chart_finalize (GObject *object)
{
  KsFunnelSeries *series = &KS_FUNNEL_CHART (object)->series;

  g_clear_pointer (&series->items, g_array_unref);
  g_clear_pointer (&series->curve, g_array_unref);
  g_free (series->places);
  g_free (series->share_label);
  G_OBJECT_CLASS (ks_funnel_chart_parent_class)->finalize (object);
}

static void
ks_funnel_chart_class_init (KsFunnelChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_funnel_chart_finalize;
  chart_class->measure = ks_funnel_chart_measure;
  chart_class->lay_out = ks_funnel_chart_lay_out;
  chart_class->paint = ks_funnel_chart_paint;
  chart_class->describe = ks_funnel_chart_describe;
}

static void
ks_funnel_chart_init (KsFunnelChart *self)
{
  self->series.items = g_array_new (FALSE, FALSE, sizeof (KsFunnelItem));
  self->series.curve = g_array_new (FALSE, FALSE, sizeof (KsFunnelLimits));
  g_array_set_clear_func (self->series.items, clear_item_cb);
}

static void
compute_limits (gint64 staff, double share, KsFunnelLimits *limits)
{
  limits->staff = staff;
  ks_funnel_limits (staff, share, KS_FUNNEL_INNER, &limits->inner_low, &limits->inner_high);
  ks_funnel_limits (staff, share, KS_FUNNEL_OUTER, &limits->outer_low, &limits->outer_high);
}

static KsFunnelState
find_state (const KsFunnelRow *row, const KsFunnelLimits *limits)
{
  if (row->answers > row->staff)
    return KS_FUNNEL_OPEN;
  if (row->answers > limits->outer_high)
    return KS_FUNNEL_ABOVE;
  return row->answers < limits->outer_low ? KS_FUNNEL_BELOW : KS_FUNNEL_WITHIN;
}

static int
compare_items_cb (gconstpointer a, gconstpointer b)
{
  const KsFunnelItem *x = a;
  const KsFunnelItem *y = b;

  if (x->row.staff != y->row.staff)
    return x->row.staff < y->row.staff ? -1 : 1;
  if (x->row.answers != y->row.answers)
    return x->row.answers < y->row.answers ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static void
note_item (KsFunnelSeries *series, const KsFunnelItem *item)
{
  double rate = (double) item->row.answers / (double) item->row.staff;

  series->lowest = MIN (series->lowest, rate);
  series->highest = MAX (series->highest, rate);
  series->has_key[KS_FUNNEL_KEY_UNIT] = TRUE;
  series->has_key[KS_FUNNEL_KEY_INNER] = TRUE;
  series->has_key[KS_FUNNEL_KEY_OUTER] = TRUE;
  series->has_key[KS_FUNNEL_KEY_ABOVE] |= item->state == KS_FUNNEL_ABOVE;
  series->has_key[KS_FUNNEL_KEY_BELOW] |= item->state == KS_FUNNEL_BELOW;
  series->has_key[KS_FUNNEL_KEY_OVER] |= item->state == KS_FUNNEL_OPEN;
}

/* Tells the units of the same counts, which lie side by side, from each other. */
static void
count_same (GArray *items)
{
  for (guint first = 0, end; first < items->len; first = end)
    {
      KsFunnelItem *item = &g_array_index (items, KsFunnelItem, first);

      for (end = first + 1; end < items->len; end++)
        {
          const KsFunnelRow *next = &g_array_index (items, KsFunnelItem, end).row;

          if (next->staff != item->row.staff || next->answers != item->row.answers)
            break;
        }
      for (guint i = first; i < end; i++)
        {
          g_array_index (items, KsFunnelItem, i).place = i - first;
          g_array_index (items, KsFunnelItem, i).n_same = end - first;
        }
    }
}

/* By staff: units of as many people have the same limits, which are computed once. */
static void
fill_items (KsFunnelSeries *series)
{
  const KsFunnelItem *before = NULL;

  g_array_sort (series->items, compare_items_cb);
  count_same (series->items);
  for (guint i = 0; i < series->items->len; i++)
    {
      KsFunnelItem *item = &g_array_index (series->items, KsFunnelItem, i);

      if (before != NULL && before->row.staff == item->row.staff)
        item->limits = before->limits;
      else
        compute_limits (item->row.staff, series->share, &item->limits);
      item->state = find_state (&item->row, &item->limits);
      series->places[item->index] = i;
      note_item (series, item);
      before = item;
    }
}

/* A little beyond the units on both sides; the painter clips it. */
static void
fill_curve (KsFunnelSeries *series)
{
  gint64 least, most, step;

  if (series->items->len == 0)
    return;
  least = g_array_index (series->items, KsFunnelItem, 0).row.staff;
  most = g_array_index (series->items, KsFunnelItem, series->items->len - 1).row.staff;
  least = least < most / KS_FUNNEL_FROM_NOBODY ? 1 : MAX (least - most / 10 - 1, 1);
  most += most / 10 + 2;
  step = MAX ((most - least) / CURVE_POINTS, 1);
  for (gint64 staff = least; staff <= most; staff += step)
    {
      KsFunnelLimits limits;

      compute_limits (staff, series->share, &limits);
      g_array_append_val (series->curve, limits);
    }
}

/**
 * ks_funnel_chart_new:
 * @rows: (array length=n_rows): the units, copied
 * @n_rows: number of units
 * @share: participation of the whole, 0…1
 * @share_label: (nullable): what the whole is: "toàn tỉnh"
 *
 * Returns: (transfer full): a chart of their participation
 */
KsFunnelChart *
ks_funnel_chart_new (const KsFunnelRow *rows, guint n_rows, double share,
                     const char *share_label)
{
  KsFunnelChart *self = g_object_new (KS_TYPE_FUNNEL_CHART, NULL);
  KsFunnelSeries *series = &self->series;
  g_autofree char *figure = ks_format_share (share, 2);

  series->places = g_new0 (guint, n_rows + 1);
  series->share = CLAMP (share, 0, 1);
  series->lowest = series->share;
  series->highest = series->share;
  series->share_label = share_label != NULL ? g_strjoin (" ", share_label, figure, NULL)
                                            : g_steal_pointer (&figure);
  for (guint i = 0; i < n_rows; i++)
    {
      KsFunnelItem item = { .row = rows[i], .index = i };

      if (rows[i].staff <= 0)
        continue;
      item.row.id = g_strdup (rows[i].id);
      item.row.label = g_strdup (rows[i].label);
      g_array_append_val (series->items, item);
    }
  fill_items (series);
  fill_curve (series);
  return self;
}

/**
 * ks_funnel_row_get_state:
 * @row: a unit whose staff is known
 * @share: participation of the whole, 0…1
 *
 * Returns: where it lies
 */
KsFunnelState
ks_funnel_row_get_state (const KsFunnelRow *row, double share)
{
  KsFunnelLimits limits;

  g_return_val_if_fail (row->staff > 0, KS_FUNNEL_WITHIN);

  compute_limits (row->staff, share, &limits);
  return find_state (row, &limits);
}

/* How many units, of @n whose staff is known, lie outside. Units of equal staff have equal limits. */
static guint
count_outside (const KsFunnelRow *rows, guint n_rows, double share, guint *n)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  guint n_outside = 0;

  *n = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      KsFunnelLimits *limits;
      KsFunnelState state;

      if (rows[i].staff <= 0)
        continue;
      limits = g_hash_table_lookup (known, &rows[i].staff);
      if (limits == NULL)
        {
          limits = g_new0 (KsFunnelLimits, 1);
          compute_limits (rows[i].staff, CLAMP (share, 0, 1), limits);
          g_hash_table_insert (known, (gpointer) &rows[i].staff, limits);
        }
      state = find_state (&rows[i], limits);
      n_outside += state == KS_FUNNEL_ABOVE || state == KS_FUNNEL_BELOW;
      (*n)++;
    }
  return n_outside;
}

/**
 * ks_funnel_dup_title:
 * @rows: (array length=n_rows): the units of a chart
 * @n_rows: number of units
 * @share: participation of the whole, 0…1
 *
 * The finding as a sentence: how many units are not where chance alone would put them, which
 * names none.
 *
 * Returns: (transfer full): the title
 */
char *
ks_funnel_dup_title (const KsFunnelRow *rows, guint n_rows, double share)
{
  guint n;
  guint n_outside = count_outside (rows, n_rows, share, &n);
  g_autofree char *all = ks_format_count (n);
  g_autofree char *outside = ks_format_count (n_outside);

  if (n_outside == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The participation of %s unit is what chance explains",
                                         "The participation of all %s units is what chance explains",
                                         n),
                            all);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The participation of %s of %s units differs clearly from the whole",
                                       "The participation of %s of %s units differs clearly from the whole",
                                       n_outside),
                          outside, all);
}
