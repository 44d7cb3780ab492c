/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-series.h"

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-shares.h"

static void
free_item_cb (gpointer data)
{
  KsLikertItem *item = data;

  for (guint i = 0; i < KS_MAX_LEVELS; i++)
    g_free (item->level_text[i]);
  g_free (item->dont_know_text);
  g_free (item->good_text);
  g_free (item->poor_text);
  g_free (item->n_text);
  g_free ((char *) item->row.id);
  g_free ((char *) item->row.label);
  g_strfreev ((char **) item->row.levels);
  g_free ((gint64 *) item->row.counts);
  g_free ((gboolean *) item->row.good);
  g_free ((gboolean *) item->row.poor);
  g_free (item);
}

static void
copy_row (KsLikertItem *item, const KsLikertRow *row)
{
  char **levels = g_new0 (char *, row->n_levels + 1);

  for (guint i = 0; i < row->n_levels; i++)
    levels[i] = g_strdup (row->levels[i]);
  item->row = *row;
  item->row.id = g_strdup (row->id != NULL ? row->id : "");
  item->row.label = g_strdup (row->label);
  item->row.levels = (const char *const *) levels;
  item->row.counts = g_memdup2 (row->counts, row->n_levels * sizeof (gint64));
  item->row.good = g_memdup2 (row->good, row->n_levels * sizeof (gboolean));
  item->row.poor = g_memdup2 (row->poor, row->n_levels * sizeof (gboolean));
}

static char *
format_share (gint64 share, gint64 whole)
{
  return ks_format_decimal (100.0 * (double) share / (double) whole, whole > 1000 ? 2 : 1);
}

static void
fill_texts (KsLikertItem *item)
{
  gint64 tenths[KS_MAX_LEVELS], dont_know, good, poor;

  ks_likert_row_round (&item->row, KS_SHARES_TENTHS, tenths, &dont_know, &good, &poor);
  for (guint i = 0; i < item->row.n_levels; i++)
    item->level_text[i] = format_share (tenths[i], KS_SHARES_TENTHS);
  item->dont_know_text = item->row.has_dont_know ? format_share (dont_know, KS_SHARES_TENTHS)
                                                 : g_strdup ("–");
  item->good_text = format_share (item->good_share, KS_SHARES_HUNDREDTHS);
  item->poor_text = format_share (item->poor_share, KS_SHARES_HUNDREDTHS);
}

static KsLikertItem *
create_item (const KsLikertRow *row, guint index)
{
  KsLikertItem *item = g_new0 (KsLikertItem, 1);

  copy_row (item, row);
  item->index = index;
  if (!row->shown)
    return item;
  item->n = ks_likert_row_count (row, &item->good, &item->poor);
  ks_likert_row_round (row, KS_SHARES_HUNDREDTHS, item->shares, &item->dont_know_share,
                       &item->good_share, &item->poor_share);
  item->n_text = ks_format_count (item->n);
  if (ks_likert_item_has_answers (item))
    {
      ks_likert_row_measure (row, &item->left, &item->right);
      fill_texts (item);
    }
  return item;
}

/* By net agreement; rows that show nothing stand last, ties as they were given. */
static int
compare_items_cb (gconstpointer a, gconstpointer b)
{
  const KsLikertItem *x = *(const KsLikertItem *const *) a;
  const KsLikertItem *y = *(const KsLikertItem *const *) b;
  gboolean x_has = ks_likert_item_has_answers (x);
  gboolean y_has = ks_likert_item_has_answers (y);
  int order = 0;

  if (x_has && y_has)
    order = ks_compare_net_agreement (x->good, x->poor, x->n, y->good, y->poor, y->n);
  else
    order = y_has - x_has;
  return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* The first row of the scale that most rows have. */
static const KsLikertItem *
find_legend (GPtrArray *items)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *counts = g_new0 (guint, items->len + 1);
  guint best = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const KsLikertItem *item = items->pdata[i];
      char *scale = g_strjoinv ("\n", (char **) item->row.levels);
      gpointer first;

      if (g_hash_table_lookup_extended (firsts, scale, NULL, &first))
        g_free (scale);
      else
        g_hash_table_insert (firsts, scale, first = GUINT_TO_POINTER (i));
      counts[GPOINTER_TO_UINT (first)]++;
    }
  for (guint i = 0; i < items->len; i++)
    if (counts[i] > counts[best])
      best = i;
  return items->len > 0 ? items->pdata[best] : NULL;
}

static void
summarise (KsLikertSeries *self)
{
  const KsLikertItem *first = NULL;

  self->same_n = TRUE;
  self->same_staff = TRUE;
  for (guint i = 0; i < self->n_items; i++)
    {
      const KsLikertItem *item = self->items[i];

      self->any_dont_know |= item->row.has_dont_know;
      if (!ks_likert_item_has_answers (item))
        continue;
      if (first == NULL)
        first = item;
      self->same_n &= item->n == first->n;
      self->same_staff &= item->row.staff == first->row.staff;
      self->left = MAX (self->left, item->left);
      self->right = MAX (self->right, item->right);
      self->dont_know = MAX (self->dont_know, (double) item->dont_know_share / 100);
    }
  self->n = first != NULL ? first->n : 0;
  self->staff = first != NULL ? first->row.staff : 0;
}

/**
 * ks_likert_series_new:
 * @rows: (array length=n_rows): the rows, copied
 * @n_rows: number of rows
 * @order: their order
 *
 * Returns: (transfer full): the rows with their shares, texts and order
 */
KsLikertSeries *
ks_likert_series_new (const KsLikertRow *rows, guint n_rows, KsLikertOrder order)
{
  KsLikertSeries *self = g_new0 (KsLikertSeries, 1);

  self->owned = g_ptr_array_new_with_free_func (free_item_cb);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->owned, create_item (&rows[i], i));
  self->legend = find_legend (self->owned);
  if (order == KS_LIKERT_BY_NET_AGREEMENT)
    g_ptr_array_sort (self->owned, compare_items_cb);
  self->items = (KsLikertItem **) self->owned->pdata;
  self->n_items = n_rows;
  summarise (self);
  return self;
}

/**
 * ks_likert_series_free:
 * @self: (transfer full): a series
 */
void
ks_likert_series_free (KsLikertSeries *self)
{
  g_ptr_array_unref (self->owned);
  g_free (self);
}

/**
 * ks_likert_item_has_answers:
 * @self: a row
 *
 * Returns: whether it has a bar: it may be shown, and somebody answered
 */
gboolean
ks_likert_item_has_answers (const KsLikertItem *self)
{
  return self->row.shown && self->n > 0;
}

/**
 * ks_likert_item_get_edges:
 * @self: a row with answers
 * @edges: (out caller-allocates): n_levels + 1 edges in per cent, the worst level's left one first
 *
 * The levels from the worst to the best, the middle one split at zero. "Không biết" is not among
 * them.
 */
void
ks_likert_item_get_edges (const KsLikertItem *self, double edges[KS_MAX_LEVELS + 1])
{
  guint n_levels = self->row.n_levels;

  edges[0] = -self->left;
  for (guint i = 0; i < n_levels; i++)
    edges[i + 1] = edges[i] + 100 * (double) self->row.counts[n_levels - 1 - i] / (double) self->n;
}

/**
 * ks_likert_item_get_n_columns:
 * @self: a row
 *
 * Returns: its marks: the label, each level, "không biết", good, poor; the label alone if the row
 *   shows no answers
 */
guint
ks_likert_item_get_n_columns (const KsLikertItem *self)
{
  return ks_likert_item_has_answers (self) ? self->row.n_levels + 4 : 1;
}

static char *
dup_name (const KsLikertItem *self)
{
  return *self->row.id != '\0' ? g_strconcat (self->row.id, ". ", self->row.label, NULL)
                               : g_strdup (self->row.label);
}

static char *
describe_row (const KsLikertItem *self, const char *name)
{
  g_autofree char *blank = NULL;
  g_autofree char *staff = NULL;

  if (!self->row.shown)
    return g_strdup_printf (_("%s: too few answers to show results"), name);
  if (self->n == 0)
    return g_strdup_printf (_("%s: no answers"), name);
  blank = ks_format_count (self->row.blank);
  staff = ks_format_count (self->row.staff);
  if (self->row.staff <= 0)
    return g_strdup_printf (_("%s: n = %s; left blank: %s"), name, self->n_text, blank);
  return g_strdup_printf (_("%s: n = %s, N = %s; left blank: %s"), name, self->n_text, staff, blank);
}

static char *
describe_part (const KsLikertItem *self, const char *name, const char *part, gint64 count,
               gint64 share)
{
  g_autofree char *figure = ks_format_count (count);
  g_autofree char *rate = ks_format_percent (share, KS_SHARES_HUNDREDTHS);

  return g_strdup_printf (_("%s – %s: %s of %s answers, %s"), name, part, figure, self->n_text,
                          rate);
}

/**
 * ks_likert_item_describe:
 * @self: a row
 * @column: one of its marks
 *
 * Returns: (transfer full): what the mark says, with its exact figures
 */
char *
ks_likert_item_describe (const KsLikertItem *self, guint column)
{
  guint n_levels = self->row.n_levels;
  g_autofree char *name = dup_name (self);

  if (column == 0)
    return describe_row (self, name);
  if (column <= n_levels)
    {
      guint level = n_levels - column;

      return describe_part (self, name, self->row.levels[level], self->row.counts[level],
                            self->shares[level]);
    }
  if (column == n_levels + 1)
    return self->row.has_dont_know
             ? describe_part (self, name, _("Don't know"), self->row.dont_know,
                              self->dont_know_share)
             : g_strdup_printf (_("%s does not offer “Don't know”"), name);
  if (column == n_levels + 2)
    return describe_part (self, name, _("Favourable"), self->good, self->good_share);
  return describe_part (self, name, _("Unfavourable"), self->poor, self->poor_share);
}

/**
 * ks_likert_item_describe_good:
 * @self: a row
 *
 * Returns: (transfer full): how many good answers it has, or why it shows none
 */
char *
ks_likert_item_describe_good (const KsLikertItem *self)
{
  return ks_likert_item_describe (
    self, ks_likert_item_has_answers (self) ? self->row.n_levels + 2 : 0);
}
