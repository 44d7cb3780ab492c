/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-poster-name.h"

#include <string.h>

#include "ks-unit.h"

#define LAST_LINE_ONE 85.2
#define LAST_LINE_TWO 88.5
#define NO_DISTRICT_EXTRA 4.8
#define KIND_TOP 55.5
#define KIND_SIZE_ONE 26
#define KIND_SIZE_TWO 20
#define KIND_GAP_ONE 4.4
#define KIND_GAP_TWO 3.6
#define NAME_RISE 0.80
#define LINE_HEIGHT 1.16
#define EQUAL_BREAK 1.02

static const double sizes_one[] = { 70, 64, 60, 56, 52, 48 };
static const double sizes_two[] = { 36, 34, 32, 30 };
/* For a single word too long for all of these; no unit of today has one. */
static const double sizes_last[] = { 44, 40, 36, 32, 28, 24, 20 };

static KsStyle
make_style (double size)
{
  return (KsStyle){ .family = KS_FAMILY_SANS, .size = size, .bold = TRUE };
}

/**
 * ks_name_split:
 * @name: the whole name of a unit
 * @kind: (out) (transfer full) (nullable): Phường, Xã …, where it stands apart from the rest
 *
 * Cuts the kind from a unit's name where the rest can stand alone: nobody says "I" for Phường I.
 *
 * Returns: (transfer none): the rest of @name, or all of it where @kind is %NULL
 */
const char *
ks_name_split (const char *name, char **kind)
{
  const char *rest = ks_unit_skip_kind (name);

  *kind = rest > name ? g_strchomp (g_strndup (name, (gsize) (rest - name))) : NULL;
  return rest;
}

static double
find_rise (KsType *type, const KsStyle *style, const char *line)
{
  KsMeasure measure;

  ks_type_measure (type, style, line, &measure);
  return MAX (NAME_RISE * style->size * KS_MM_PER_POINT, measure.ink_rise);
}

/* The widest size at which the name stands on one line, with room for its kind above; 0: none. */
static double
fit_one_line (KsType *type, const KsPosterName *self, const char *name, double y)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes_one); i++)
    {
      KsStyle style = make_style (sizes_one[i]);

      if (ks_type_get_width (type, &style, name) > KS_POSTER_WIDTH)
        continue;
      if (self->kind == NULL || y - find_rise (type, &style, name) - KIND_GAP_ONE >= KIND_TOP)
        return sizes_one[i];
    }
  return 0;
}

/* The blank at which the wider of two lines is narrowest; of nearly equal ones the earlier. */
static const char *
find_break (KsType *type, const char *name, double *width)
{
  KsStyle style = make_style (sizes_two[0]);
  const char *best = NULL;

  for (const char *p = strchr (name, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *first = g_strndup (name, (gsize) (p - name));
      double wider = MAX (ks_type_get_width (type, &style, first),
                          ks_type_get_width (type, &style, p + 1));

      if (best != NULL && wider * EQUAL_BREAK >= *width)
        continue;
      best = p;
      *width = wider;
    }
  return best;
}

static void
set_one_line (KsPosterName *self, const char *name, double size, double y)
{
  self->n_lines = 1;
  self->lines[0] = g_strdup (name);
  self->size = size;
  self->y[0] = y;
}

/* FALSE: the name has no blank, or a half of it is too wide at the smallest size. */
static gboolean
set_two_lines (KsPosterName *self, KsType *type, const char *name, double y)
{
  double width = 0;
  const char *at = find_break (type, name, &width);

  if (at == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sizes_two); i++)
    {
      if (width * sizes_two[i] / sizes_two[0] > KS_POSTER_WIDTH)
        continue;
      self->n_lines = 2;
      self->lines[0] = g_strndup (name, (gsize) (at - name));
      self->lines[1] = g_strdup (at + 1);
      self->size = sizes_two[i];
      self->y[1] = y;
      self->y[0] = y - LINE_HEIGHT * self->size * KS_MM_PER_POINT;
      return TRUE;
    }
  return FALSE;
}

static void
place_kind (KsPosterName *self, KsType *type)
{
  KsStyle style = make_style (self->size);
  double rise = find_rise (type, &style, self->lines[0]);

  self->kind_size = self->n_lines == 1 ? KIND_SIZE_ONE : KIND_SIZE_TWO;
  self->kind_y = self->y[0] - rise - (self->n_lines == 1 ? KIND_GAP_ONE : KIND_GAP_TWO);
}

/**
 * ks_poster_name_new:
 * @name: the whole name of a unit, with its kind
 * @has_district: whether a district stands under the name
 *
 * Sets a unit's name as large as it can be read: on one line down to 48 points, else on two, never
 * on three, never hyphenated or condensed. A rest of figures or Roman numbers is not cut from its
 * kind. The kind keeps clear of the marks that stand on the name's capitals.
 *
 * Returns: (transfer full): sizes and baselines
 */
KsPosterName *
ks_poster_name_new (const char *name, gboolean has_district)
{
  KsPosterName *self = g_new0 (KsPosterName, 1);
  KsType *type = ks_type_get ();
  const char *rest = ks_name_split (name, &self->kind);
  double lower = has_district ? 0 : NO_DISTRICT_EXTRA;
  double size;

  size = fit_one_line (type, self, rest, LAST_LINE_ONE + lower);
  if (size > 0)
    set_one_line (self, rest, size, LAST_LINE_ONE + lower);
  else if (!set_two_lines (self, type, rest, LAST_LINE_TWO + lower))
    {
      KsStyle style = make_style (0);

      size = ks_type_fit (type, &style, rest, KS_POSTER_WIDTH, sizes_last,
                          G_N_ELEMENTS (sizes_last));
      set_one_line (self, rest, MAX (size, sizes_last[G_N_ELEMENTS (sizes_last) - 1]),
                    LAST_LINE_ONE + lower);
    }
  place_kind (self, type);
  self->district_y = self->y[self->n_lines - 1] + (self->n_lines == 1 ? 9.2 : 7.8);
  return self;
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
