/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-place.h"

#include "ks-day-cells.h"
#include "ks-number.h"

struct _KsDayPlace
{
  GObject parent_instance;
  KsDayFigures *figures;
  const KsDayDistrict *district; /* of the figures */
  const char *mark;              /* style class of what is new; NULL: nothing is */
};

G_DEFINE_FINAL_TYPE (KsDayPlace, ks_day_place, G_TYPE_OBJECT)

static void
ks_day_place_finalize (GObject *object)
{
  g_object_unref (KS_DAY_PLACE (object)->figures);
  G_OBJECT_CLASS (ks_day_place_parent_class)->finalize (object);
}

static void
ks_day_place_class_init (KsDayPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_day_place_finalize;
}

static void
ks_day_place_init (KsDayPlace *self)
{
}

/**
 * ks_day_place_new:
 * @figures: the figures
 * @district: a district of theirs, or the province
 * @mark: (nullable) (transfer none): style class where its answers are new; lives for ever
 *
 * Returns: (transfer full): the district as a row
 */
KsDayPlace *
ks_day_place_new (KsDayFigures *figures, const KsDayDistrict *district, const char *mark)
{
  KsDayPlace *self = g_object_new (KS_TYPE_DAY_PLACE, NULL);

  self->figures = g_object_ref (figures);
  self->district = district;
  self->mark = mark;
  return self;
}

/**
 * ks_day_place_get:
 * @self: a row
 *
 * Returns: (transfer none): its figures
 */
const KsDayDistrict *
ks_day_place_get (KsDayPlace *self)
{
  return self->district;
}

/**
 * ks_day_place_get_figures:
 * @self: a row
 *
 * Returns: (transfer none): all figures
 */
KsDayFigures *
ks_day_place_get_figures (KsDayPlace *self)
{
  return self->figures;
}

/**
 * ks_day_place_dup_name:
 * @place: a row
 *
 * Returns: (transfer full): the district's name
 */
char *
ks_day_place_dup_name (gpointer place, gpointer data)
{
  return g_strdup (KS_DAY_PLACE (place)->district->name);
}

/**
 * ks_day_place_get_count:
 * @place: a row
 * @offset: of a gint64 in #KsDayDistrict, by GSIZE_TO_POINTER()
 *
 * Returns: that count
 */
gint64
ks_day_place_get_count (gpointer place, gpointer offset)
{
  return G_STRUCT_MEMBER (gint64, KS_DAY_PLACE (place)->district, GPOINTER_TO_SIZE (offset));
}

/**
 * ks_day_place_get_number:
 * @place: a row
 * @offset: of a guint in #KsDayDistrict, by GSIZE_TO_POINTER()
 *
 * Returns: that number
 */
gint64
ks_day_place_get_number (gpointer place, gpointer offset)
{
  return G_STRUCT_MEMBER (guint, KS_DAY_PLACE (place)->district, GPOINTER_TO_SIZE (offset));
}

/**
 * ks_day_place_dup_change:
 * @place: a row
 *
 * Returns: (transfer full): what came since the import before
 */
char *
ks_day_place_dup_change (gpointer place, gpointer data)
{
  KsDayPlace *self = place;

  return ks_day_dup_change (self->figures, self->district->answers,
                            self->district->answers_before);
}

/**
 * ks_day_place_dup_rate:
 * @place: a row
 *
 * Returns: (transfer full): the rate
 */
char *
ks_day_place_dup_rate (gpointer place, gpointer data)
{
  const KsDayDistrict *district = KS_DAY_PLACE (place)->district;

  return district->staff > 0 ? ks_format_percent (district->answers, district->staff)
                             : g_strdup ("–");
}

/**
 * ks_day_place_mark:
 * @place: a row
 *
 * Returns: (transfer none) (nullable): the style class of what is new
 */
const char *
ks_day_place_mark (gpointer place, gpointer data)
{
  return KS_DAY_PLACE (place)->mark;
}
