/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-list.h"

#include "ks-reconcile-units.h"

typedef struct
{
  double key;      /* by which it stands in its order */
  guint index;     /* of the unit in the day */
  KsDayItem *item; /* NULL: nobody asked for it yet */
} Row;

struct _KsDayList
{
  GObject parent_instance;
  KsDayFigures *day;
  KsDayFigures *before;
  GArray *rows; /* of Row */
  guint round;  /* how many figures were shown */
};

static void list_model_interface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsDayList, ks_day_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_interface_init))

static GType
ks_day_list_get_item_type (GListModel *model)
{
  return KS_TYPE_DAY_ITEM;
}

static guint
ks_day_list_get_n_items (GListModel *model)
{
  return KS_DAY_LIST (model)->rows->len;
}

static gpointer
ks_day_list_get_item (GListModel *model, guint position)
{
  KsDayList *self = KS_DAY_LIST (model);
  Row *row;

  if (position >= self->rows->len)
    return NULL;
  row = &g_array_index (self->rows, Row, position);
  if (row->item == NULL)
    row->item = ks_day_item_new (self->day, row->index,
                                 ks_day_compare (self->day, row->index, self->before), self->round);
  return g_object_ref (row->item);
}

static void
list_model_interface_init (GListModelInterface *iface)
{
  iface->get_item_type = ks_day_list_get_item_type;
  iface->get_n_items = ks_day_list_get_n_items;
  iface->get_item = ks_day_list_get_item;
}

static void
clear_row_cb (gpointer data)
{
  g_clear_object (&((Row *)data)->item);
}

static void
ks_day_list_finalize (GObject *object)
{
  KsDayList *self = KS_DAY_LIST (object);

  g_array_unref (self->rows);
  g_clear_object (&self->day);
  g_clear_object (&self->before);
  G_OBJECT_CLASS (ks_day_list_parent_class)->finalize (object);
}

static void
ks_day_list_class_init (KsDayListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_day_list_finalize;
}

static GArray *
create_rows (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row_cb);
  return rows;
}

static void
ks_day_list_init (KsDayList *self)
{
  self->rows = create_rows ();
}

/**
 * ks_day_list_new:
 *
 * Returns: (transfer full): a list without units
 */
KsDayList *
ks_day_list_new (void)
{
  return g_object_new (KS_TYPE_DAY_LIST, NULL);
}

/**
 * ks_day_needs:
 * @unit: a unit's figures
 * @filter: which units are looked for
 * @calls: (nullable): what calls were made
 *
 * Returns: whether @unit is one of them
 */
gboolean
ks_day_needs (const KsDayUnit *unit, KsDayFilter filter, KsDayCalls *calls)
{
  switch (filter)
    {
    case KS_DAY_ATTENTION:
      return unit->attention != 0;
    case KS_DAY_NO_ANSWER:
      return (unit->attention & KS_ATTENTION_NO_ANSWER) != 0;
    case KS_DAY_BELOW:
      return (unit->attention & KS_ATTENTION_BELOW) != 0;
    case KS_DAY_NO_REPORT:
      return (unit->attention & KS_ATTENTION_NO_REPORT) != 0;
    case KS_DAY_OVER_STAFF:
      return (unit->attention & KS_ATTENTION_OVER_STAFF) != 0;
    case KS_DAY_NOT_CALLED:
      return unit->attention != 0
             && ks_day_calls_lookup (calls, ks_unit_get_code (unit->unit)) == NULL;
    case KS_DAY_ALL:
    default:
      return TRUE;
    }
}

/* Equal fractions of whole numbers are equal here too, and those of any staff differ. A unit whose
 * staff nobody knows has none and comes last. */
static double
get_rate (const KsDayUnit *unit)
{
  return unit->staff > 0 ? (double)unit->answers / (double)unit->staff : G_MAXDOUBLE;
}

/* Those that nobody decided yet come first, then by what contradicts, never by how much. */
static double
get_contradiction (const KsDayUnit *unit)
{
  return ks_day_unit_get_reconciled (unit) * KS_N_COUNTS + unit->counts;
}

/* Kept in the row: a country has ten thousand, and each is compared with a dozen others. */
static double
get_key (const KsDayUnit *unit, KsDayOrder order)
{
  switch (order)
    {
    case KS_DAY_LOWEST_FIRST:
      return get_rate (unit);
    case KS_DAY_CONTRADICTIONS_FIRST:
      return get_contradiction (unit);
    case KS_DAY_BY_NAME:
      return ks_unit_get_rank (unit->unit);
    case KS_DAY_OFFICE_ORDER:
    default:
      return 0;
    }
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

static void
fill (KsDayList *self, const KsDayLook *look)
{
  guint n_districts;
  const KsDayDistrict *districts = ks_day_figures_get_districts (self->day, &n_districts);
  gboolean everywhere = look->district >= n_districts;
  guint first = everywhere ? 0 : districts[look->district].first;
  guint n_units
      = everywhere ? ks_day_figures_get_n_units (self->day) : districts[look->district].n_units;

  for (guint i = first; i < first + n_units; i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (self->day, i);

      if (ks_day_needs (unit, look->filter, look->calls))
        g_array_append_val (self->rows, ((Row){ get_key (unit, look->order), i, NULL }));
    }
  if (look->order != KS_DAY_OFFICE_ORDER)
    g_array_sort (self->rows, compare_rows_cb);
}

/**
 * ks_day_list_show:
 * @self: a list
 * @day: (nullable): the figures
 * @look: which units, in which order
 * @before: (nullable): figures that were shown before: what differs is marked
 *
 * Fills the list anew.
 */
void
ks_day_list_show (KsDayList *self, KsDayFigures *day, const KsDayLook *look, KsDayFigures *before)
{
  g_autoptr (GArray) old = NULL;

  g_return_if_fail (KS_IS_DAY_LIST (self));

  old = g_steal_pointer (&self->rows);
  self->rows = create_rows ();
  self->round += g_set_object (&self->day, day);
  g_set_object (&self->before, before);
  if (day != NULL)
    fill (self, look);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, self->rows->len);
}

/**
 * ks_day_list_find:
 * @self: a list
 * @code: (nullable): of a unit
 * @position: (out): where it stands
 *
 * Returns: whether it is in the list
 */
gboolean
ks_day_list_find (KsDayList *self, const char *code, guint *position)
{
  for (guint i = 0; code != NULL && i < self->rows->len; i++)
    {
      guint index = g_array_index (self->rows, Row, i).index;

      if (g_str_equal (ks_unit_get_code (ks_day_figures_get_unit (self->day, index)->unit), code))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}
