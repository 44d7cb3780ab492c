/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-index.h"

struct _KsFigureIndex
{
  GObject parent_instance;
  guint index;
};

G_DEFINE_FINAL_TYPE (KsFigureIndex, ks_figure_index, G_TYPE_OBJECT)

static void
ks_figure_index_class_init (KsFigureIndexClass *klass)
{
}

static void
ks_figure_index_init (KsFigureIndex *self)
{
}

/**
 * ks_figure_index_new:
 * @index: of a row
 *
 * Returns: (transfer full): the item of a list
 */
KsFigureIndex *
ks_figure_index_new (guint index)
{
  KsFigureIndex *self = g_object_new (KS_TYPE_FIGURE_INDEX, NULL);

  self->index = index;
  return self;
}

/**
 * ks_figure_index_get:
 * @self: an item
 *
 * Returns: the index of its row
 */
guint
ks_figure_index_get (KsFigureIndex *self)
{
  return self->index;
}
