/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-name.h"

#include <string.h>

#include "ks-unit.h"

/* Of two breaks that are nearly as good, the earlier is taken. */
#define EQUAL_BREAK 1.02
/* Sizes that no list has are whole tenths of a point. */
#define FINEST_SIZE 0.1

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
find_last (const double *sizes)
{
  while (sizes[1] > 0)
    sizes++;
  return sizes[0];
}

/* The largest size of one line; 0: none of them fits. */
static double
fit_one_line (const KsNameRoom *room, const char *name, gboolean has_kind)
{
  for (const double *size = room->one; *size > 0; size++)
    {
      KsStyle style = make_style (*size);
      KsMeasure measure;

      ks_type_measure (ks_type_get (), &style, name, &measure);
      if (measure.width > room->width)
        continue;
      if (!has_kind || room->most_rise <= 0 || measure.ink_rise <= room->most_rise)
        return *size;
    }
  return 0;
}

/* The blank at which the wider of two lines is narrowest; of nearly equal ones the earlier. */
static const char *
find_break (const char *name, double size, double *width)
{
  KsStyle style = make_style (size);
  const char *best = NULL;

  for (const char *p = strchr (name, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *first = g_strndup (name, (gsize) (p - name));
      double wider = MAX (ks_type_get_width (ks_type_get (), &style, first),
                          ks_type_get_width (ks_type_get (), &style, p + 1));

      if (best != NULL && wider * EQUAL_BREAK >= *width)
        continue;
      best = p;
      *width = wider;
    }
  return best;
}

static void
set_one_line (KsName *self, const char *name, double size)
{
  self->n_lines = 1;
  self->lines[0] = g_strdup (name);
  self->size = size;
}

static void
set_two_lines (KsName *self, const char *name, const char *at, double size)
{
  self->n_lines = 2;
  self->lines[0] = g_strndup (name, (gsize) (at - name));
  self->lines[1] = g_strdup (at + 1);
  self->size = size;
}

/* As much of the smallest size as its width lets through: no unit of today needs it. */
static double
shrink (double size, double width, double room)
{
  return MAX (FINEST_SIZE, (int) (size * MIN (1, room / width) / FINEST_SIZE) * FINEST_SIZE);
}

static void
set_whatever (KsName *self, const KsNameRoom *room, const char *name)
{
  double size = find_last (room->one);
  KsStyle style = make_style (size);
  double width = 0;
  const char *at = find_break (name, room->two[0], &width);
  double one = shrink (size, ks_type_get_width (ks_type_get (), &style, name), room->width);
  double two = at != NULL ? shrink (room->two[0], width, room->width) : 0;

  if (two > one)
    set_two_lines (self, name, at, two);
  else
    set_one_line (self, name, one);
}

static gboolean
try_two_lines (KsName *self, const KsNameRoom *room, const char *name)
{
  double width = 0;
  const char *at = find_break (name, room->two[0], &width);

  for (const double *size = room->two; at != NULL && *size > 0; size++)
    if (width * *size / room->two[0] <= room->width)
      {
        set_two_lines (self, name, at, *size);
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_name_new:
 * @name: the whole name of a unit, with its kind
 * @room: the room for it
 *
 * Sets a unit's name as large as its room lets it: on one line, else on two, never on three, never
 * hyphenated, condensed or clipped. A rest of figures or Roman numbers is not cut from its kind.
 *
 * Returns: (transfer full): the name as it is set
 */
KsName *
ks_name_new (const char *name, const KsNameRoom *room)
{
  KsName *self = g_new0 (KsName, 1);
  const char *rest = ks_name_split (name, &self->kind);
  double size = fit_one_line (room, rest, self->kind != NULL);

  if (size > 0)
    set_one_line (self, rest, size);
  else if (!try_two_lines (self, room, rest))
    set_whatever (self, room, rest);
  return self;
}

/**
 * ks_name_free:
 * @self: (transfer full): a set name
 */
void
ks_name_free (KsName *self)
{
  g_free (self->kind);
  g_free (self->lines[0]);
  g_free (self->lines[1]);
  g_free (self);
}

/**
 * ks_name_get_rise:
 * @self: a set name
 * @least: what is kept free in any case, in em
 *
 * Returns: how far its first line reaches above its baseline, marks and all, in mm
 */
double
ks_name_get_rise (const KsName *self, double least)
{
  KsStyle style = make_style (self->size);
  KsMeasure measure;

  ks_type_measure (ks_type_get (), &style, self->lines[0], &measure);
  return MAX (least * self->size * KS_MM_PER_POINT, measure.ink_rise);
}

/**
 * ks_name_get_pitch:
 * @self: a set name
 * @room: the room for it
 *
 * Returns: from its first baseline to its last, in mm; 0 for a single line
 */
double
ks_name_get_pitch (const KsName *self, const KsNameRoom *room)
{
  return (self->n_lines - 1) * room->line_height * self->size * KS_MM_PER_POINT;
}

/**
 * ks_name_get_clearance:
 * @self: a set name
 * @below: how the line under it is set
 * @text: that line, which begins where the name begins
 * @gap: what stays free between their inks, in mm
 *
 * Returns: from the name's last baseline to that of @text at least, so that no mark touches a
 *   letter, in mm
 */
double
ks_name_get_clearance (const KsName *self, const KsStyle *below, const char *text, double gap)
{
  const char *last = self->lines[self->n_lines - 1];
  KsStyle style = make_style (self->size);
  KsMeasure name;
  KsMeasure line;

  ks_type_measure (ks_type_get (), &style, last, &name);
  ks_type_measure (ks_type_get (), below, text, &line);
  /* Inks begin above each other: the pen of the name stood further left. */
  return ks_type_measure_fall (ks_type_get (), &style, last, line.width + name.ink_left + gap)
         + gap + line.ink_rise;
}
