/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-seen-numbers.h"

/* Room for so many numbers to begin with. */
#define MIN_ROOM 1024

struct KsSeenNumber {
  guint64 number;
  guint64 content;
};

/* Where a number stands, or would stand; there is room. */
static struct KsSeenNumber *
find_place (const KsSeenNumbers *self, guint64 number)
{
  guint place = (guint) number & (self->room - 1);

  while (self->places[place].number != 0 && self->places[place].number != number)
    place = (place + 1) & (self->room - 1);
  return &self->places[place];
}

static void
make_room (KsSeenNumbers *self)
{
  g_autofree struct KsSeenNumber *old = g_steal_pointer (&self->places);
  guint n_old = self->room;

  self->room = MAX (2 * n_old, MIN_ROOM);
  self->places = g_new0 (struct KsSeenNumber, self->room);
  for (guint i = 0; i < n_old; i++)
    if (old[i].number != 0)
      *find_place (self, old[i].number) = old[i];
}

/**
 * ks_seen_numbers_find:
 * @self: numbers
 * @number: the hash of a number, not 0
 * @content: (out): what was added with it; untouched where it was not
 *
 * Returns: whether the number was added
 */
gboolean
ks_seen_numbers_find (const KsSeenNumbers *self, guint64 number, guint64 *content)
{
  const struct KsSeenNumber *place = self->room > 0 ? find_place (self, number) : NULL;

  if (place == NULL || place->number == 0)
    return FALSE;
  *content = place->content;
  return TRUE;
}

/**
 * ks_seen_numbers_add:
 * @self: numbers
 * @number: the hash of a number that was not added yet, not 0
 * @content: the hash of what its row says
 */
void
ks_seen_numbers_add (KsSeenNumbers *self, guint64 number, guint64 content)
{
  if (self->n_seen >= self->room / 4 * 3)
    make_room (self);
  self->n_seen++;
  *find_place (self, number) = (struct KsSeenNumber){ number, content };
}

/**
 * ks_seen_numbers_clear:
 * @self: numbers
 *
 * Forgets all of them.
 */
void
ks_seen_numbers_clear (KsSeenNumbers *self)
{
  g_free (self->places);
  *self = (KsSeenNumbers){ 0 };
}
