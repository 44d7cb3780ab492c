/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-poster-name.h"

#include "ks-sheet-private.h"

/* Places for one line and for two. */
typedef struct {
  KsNameRoom room;
  double     last_line[2];
  double     no_district;    /* how much lower it stands where no district follows */
  double     kind_size[2];
  double     kind_gap[2];
  double     district[2];    /* under the last line */
  double     district_size;
} Place;

#define NAME_RISE 0.80
#define DISTRICT_GAP 0.7
#define LINE_HEIGHT 1.16
#define KIND_TOP 55.5

static const double poster_one[] = { 70, 64, 60, 56, 52, 48, 0 };
static const double poster_two[] = { 36, 34, 32, 30, 0 };
static const double image_one[] = { 64, 60, 56, 52, 48, 44, 0 };
static const double image_two[] = { 38, 36, 34, 32, 30, 0 };

static const Place on_poster = {
  .room = { KS_POSTER_WIDTH, poster_one, poster_two, LINE_HEIGHT, 85.2 - 4.4 - KIND_TOP },
  .last_line = { 85.2, 88.5 },
  .no_district = 4.8,
  .kind_size = { 26, 20 },
  .kind_gap = { 4.4, 3.6 },
  .district = { 9.2, 7.8 },
  .district_size = 15,
};

static const Place on_image = {
  .room = { KS_IMAGE_MM (1100), image_one, image_two, LINE_HEIGHT, KS_IMAGE_MM (392 - 190) },
  .last_line = { KS_IMAGE_MM (392), KS_IMAGE_MM (392) },
  .no_district = KS_IMAGE_MM (28),
  .kind_size = { 24, 17 },
  .kind_gap = { 3.4, 2.6 },
  .district = { KS_IMAGE_MM (70), KS_IMAGE_MM (70) },
  .district_size = 17,
};

static KsPosterName *
place_name (const char *text, const char *district, const Place *place)
{
  KsPosterName *self = g_new0 (KsPosterName, 1);
  gboolean has_district = district != NULL && *district != '\0';
  KsStyle below = { .family = KS_FAMILY_SANS, .size = place->district_size };
  double lower = has_district ? 0 : place->no_district;
  KsNameRoom room = place->room;
  g_autoptr (KsName) name = NULL;
  double last;
  guint which;

  room.most_rise += lower;
  name = ks_name_new (text, &room);
  which = name->n_lines - 1;
  last = place->last_line[which] + lower;
  self->kind = g_steal_pointer (&name->kind);
  self->n_lines = name->n_lines;
  self->size = name->size;
  self->y[which] = last;
  self->y[0] = last - ks_name_get_pitch (name, &room);
  self->kind_size = place->kind_size[which];
  self->kind_y = self->y[0] - ks_name_get_rise (name, NAME_RISE) - place->kind_gap[which];
  self->district_y = last + place->district[which];
  if (has_district)
    self->district_y = MAX (self->district_y,
                            last + ks_name_get_clearance (name, &below, district, DISTRICT_GAP));
  for (guint i = 0; i < name->n_lines; i++)
    self->lines[i] = g_steal_pointer (&name->lines[i]);
  return self;
}

/**
 * ks_poster_name_new:
 * @name: the whole name of a unit, with its kind
 * @district: (nullable): what stands under the name
 *
 * Sets a unit's name as large as it can be read on an A4 poster.
 *
 * Returns: (transfer full): sizes and baselines
 */
KsPosterName *
ks_poster_name_new (const char *name, const char *district)
{
  return place_name (name, district, &on_poster);
}

/**
 * ks_image_name_new:
 * @name: the whole name of a unit, with its kind
 * @district: (nullable): what stands under the name
 *
 * Sets a unit's name on the picture for a phone.
 *
 * Returns: (transfer full): sizes and baselines
 */
KsPosterName *
ks_image_name_new (const char *name, const char *district)
{
  return place_name (name, district, &on_image);
}

/**
 * ks_poster_name_free:
 * @self: (transfer full): a set name
 */
void
ks_poster_name_free (KsPosterName *self)
{
  g_free (self->kind);
  g_free (self->lines[0]);
  g_free (self->lines[1]);
  g_free (self);
}
