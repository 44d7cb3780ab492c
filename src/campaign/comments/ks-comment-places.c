/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comment-places.h"

#include "ks-disclosure.h"

static gint64
sum (const gint64 *n_comments, guint n)
{
  gint64 total = 0;

  for (guint i = 0; i < n; i++)
    total += n_comments[i];
  return total;
}

/**
 * ks_comment_places_new:
 * @registry: the units
 * @n_comments: (array): how many comments each of them has on a question
 *
 * Returns: (transfer full): where they may be read
 */
KsCommentPlaces *
ks_comment_places_new (KsRegistry *registry, const gint64 *n_comments)
{
  KsCommentPlaces *self = g_new0 (KsCommentPlaces, 1);
  guint n_districts = ks_registry_get_n_districts (registry);
  g_autofree gint64 *totals = g_new0 (gint64, MAX (1, n_districts));

  self->districts = g_new0 (gboolean, MAX (1, n_districts));
  self->units = g_new0 (gboolean, MAX (1, ks_registry_get_n_units (registry)));
  for (guint i = 0; i < n_districts; i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);

      totals[i] = sum (n_comments + district->first, district->n_units);
    }
  self->province = sum (totals, n_districts) >= KS_MIN_COMMENTS;
  if (!self->province)
    return self;
  ks_show_parts (totals, n_districts, KS_MIN_COMMENTS, self->districts);
  /* A unit of a district that is not shown would be taken away from what is left of the province. */
  for (guint i = 0; i < n_districts; i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);

      if (self->districts[i])
        ks_show_parts (n_comments + district->first, district->n_units, KS_MIN_COMMENTS,
                       self->units + district->first);
    }
  return self;
}

/**
 * ks_comment_places_free:
 * @self: (nullable): places
 *
 * Frees them.
 */
void
ks_comment_places_free (KsCommentPlaces *self)
{
  if (self == NULL)
    return;
  g_free (self->districts);
  g_free (self->units);
  g_free (self);
}
