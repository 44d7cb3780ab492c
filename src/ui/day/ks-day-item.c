/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-item.h"

struct _KsDayItem
{
  GObject parent_instance;
  KsDayFigures *day;
  guint index;
  KsNews news;
  guint round;
};

G_DEFINE_FINAL_TYPE (KsDayItem, ks_day_item, G_TYPE_OBJECT)

static void
ks_day_item_finalize (GObject *object)
{
  g_object_unref (KS_DAY_ITEM (object)->day);
  G_OBJECT_CLASS (ks_day_item_parent_class)->finalize (object);
}

static void
ks_day_item_class_init (KsDayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_day_item_finalize;
}

static void
ks_day_item_init (KsDayItem *self)
{
}

/**
 * ks_day_item_new:
 * @day: the figures
 * @index: of a unit in them
 * @news: what differs from those shown before
 * @round: how many figures were shown before
 *
 * Returns: (transfer full): the unit as a row
 */
KsDayItem *
ks_day_item_new (KsDayFigures *day, guint index, KsNews news, guint round)
{
  KsDayItem *self = g_object_new (KS_TYPE_DAY_ITEM, NULL);

  self->day = g_object_ref (day);
  self->index = index;
  self->news = news;
  self->round = round;
  return self;
}

/**
 * ks_day_item_get_day:
 * @self: a row
 *
 * Returns: (transfer none): the figures it belongs to
 */
KsDayFigures *
ks_day_item_get_day (KsDayItem *self)
{
  return self->day;
}

/**
 * ks_day_item_get_figures:
 * @self: a row
 *
 * Returns: (transfer none): the unit's figures; they live as long as the row
 */
const KsDayUnit *
ks_day_item_get_figures (KsDayItem *self)
{
  return ks_day_figures_get_unit (self->day, self->index);
}

/**
 * ks_day_item_get_news:
 * @self: a row
 *
 * Returns: what differs from the figures shown before
 */
KsNews
ks_day_item_get_news (KsDayItem *self)
{
  return self->news;
}

/**
 * ks_day_item_get_round:
 * @self: a row
 *
 * Returns: how many figures were shown before
 */
guint
ks_day_item_get_round (KsDayItem *self)
{
  return self->round;
}

/* The same unit may stand at another place in a registry that was changed. */
static const KsDayUnit *
find_before (KsDayFigures *before, KsUnit *unit, guint index)
{
  KsUnit *found;

  if (index < ks_day_figures_get_n_units (before)
      && g_str_equal (ks_unit_get_code (ks_day_figures_get_unit (before, index)->unit),
                      ks_unit_get_code (unit)))
    return ks_day_figures_get_unit (before, index);
  found = ks_registry_lookup (ks_day_figures_get_registry (before), ks_unit_get_code (unit));
  return found != NULL ? ks_day_figures_get_unit (before, ks_unit_get_index (found)) : NULL;
}

/**
 * ks_day_compare:
 * @day: figures
 * @index: of a unit in them
 * @before: (nullable): the figures shown before
 *
 * Returns: what is new of the unit; nothing where it was not shown before
 */
KsNews
ks_day_compare (KsDayFigures *day, guint index, KsDayFigures *before)
{
  const KsDayUnit *now = ks_day_figures_get_unit (day, index);
  const KsDayUnit *then = before != NULL ? find_before (before, now->unit, index) : NULL;

  if (then == NULL)
    return 0;
  return (now->answers != then->answers || now->staff != then->staff ? KS_NEWS_ANSWERS : 0)
         | ((now->work.report != NULL) != (then->work.report != NULL) ? KS_NEWS_REPORT : 0)
         | (now->work.n_publicity != then->work.n_publicity ? KS_NEWS_PUBLICITY : 0)
         | (now->work.n_post_days != then->work.n_post_days ? KS_NEWS_POSTS : 0);
}
