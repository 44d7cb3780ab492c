/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-propose-form-private.h"

#include <string.h>

#include "ks-form-levels.h"

#define MAX_LEVELS 11

static void
clear_level (gpointer data)
{
  KsSeenLevel *level = data;

  g_free (level->label);
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  return ((const KsSeenLevel *) b)->rank - ((const KsSeenLevel *) a)->rank;
}

static gboolean
has_rank (const KsSeenScale *self, int rank)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, KsSeenLevel, i).rank == rank)
      return TRUE;
  return FALSE;
}

static gboolean
has_label (const KsSeenScale *self, const char *label)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (strcmp (g_array_index (self->levels, KsSeenLevel, i).label, label) == 0)
      return TRUE;
  return FALSE;
}

/* Two labels of one rank could not be ordered. */
static gboolean
add_level (KsSeenScale *self, const char *label, int rank)
{
  KsSeenLevel level = { NULL, rank };

  if (has_rank (self, rank) || self->levels->len >= MAX_LEVELS)
    return FALSE;
  level.label = g_strdup (label);
  g_array_append_val (self->levels, level);
  g_array_sort (self->levels, compare_levels);
  return TRUE;
}

static KsSeenScale *
make_scale (void)
{
  KsSeenScale *self = g_new0 (KsSeenScale, 1);

  self->stem = g_strdup ("");
  self->levels = g_array_new (FALSE, FALSE, sizeof (KsSeenLevel));
  g_array_set_clear_func (self->levels, clear_level);
  self->apart = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ks_seen_scale_free:
 * @self: (nullable): a scale
 */
void
ks_seen_scale_free (KsSeenScale *self)
{
  if (self == NULL)
    return;
  g_free (self->stem);
  g_array_unref (self->levels);
  g_ptr_array_unref (self->apart);
  g_free (self);
}

static gboolean
take_number (KsSeenScale *self, const char *label)
{
  guint64 number;

  return g_ascii_string_to_unsigned (label, 10, 0, 10, &number, NULL)
         && add_level (self, label, (int) number);
}

static gboolean
take_word (KsSeenScale *self, const char *label)
{
  KsLevelWord word = { 0 };
  gboolean ok;

  if (!ks_level_word_read (label, &word))
    return FALSE;
  ok = *word.stem == '\0' || *self->stem == '\0' || strcmp (word.stem, self->stem) == 0;
  if (ok && *self->stem == '\0')
    {
      g_free (self->stem);
      self->stem = g_steal_pointer (&word.stem);
    }
  ks_level_word_clear (&word);
  return ok && add_level (self, label, word.rank);
}

/**
 * ks_seen_scale_new:
 * @column: a column
 *
 * Returns: (transfer full) (nullable): the scale that its values are levels of: words that grade
 *   one thing ("Rất tốt", "Tốt", "Chưa tốt") or whole numbers from 0 to 10
 */
KsSeenScale *
ks_seen_scale_new (const KsSeenColumn *column)
{
  g_autoptr (KsSeenScale) self = make_scale ();
  gboolean fits = !column->overflow;

  for (guint i = 0; fits && i < column->values->len; i++)
    {
      const char *label = g_ptr_array_index (column->values, i);

      if (ks_is_dont_know (label))
        g_ptr_array_add (self->apart, g_strdup (label));
      else if (g_ascii_isdigit (*label) && (self->numbers || self->levels->len == 0))
        fits = self->numbers = take_number (self, label);
      else
        fits = !self->numbers && take_word (self, label);
    }
  if (!fits || self->levels->len < 2 || (*self->stem == '\0' && !self->numbers))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ks_seen_scale_merge:
 * @self: a scale
 * @other: the scale of another column
 *
 * Takes over levels of the same scale that only other questions were answered with.
 *
 * Returns: %FALSE, with @self as it was, if they are different scales
 */
gboolean
ks_seen_scale_merge (KsSeenScale *self, const KsSeenScale *other)
{
  guint n_new = 0;

  if (self->numbers != other->numbers || strcmp (self->stem, other->stem) != 0)
    return FALSE;
  for (guint i = 0; i < other->levels->len; i++)
    {
      const KsSeenLevel *level = &g_array_index (other->levels, KsSeenLevel, i);

      if (has_rank (self, level->rank) != has_label (self, level->label))
        return FALSE;
      n_new += !has_label (self, level->label);
    }
  if (self->levels->len + n_new > MAX_LEVELS)
    return FALSE;
  for (guint i = 0; i < other->levels->len; i++)
    {
      const KsSeenLevel *level = &g_array_index (other->levels, KsSeenLevel, i);

      if (!has_label (self, level->label))
        add_level (self, level->label, level->rank);
    }
  for (guint i = 0; i < other->apart->len; i++)
    {
      const char *label = g_ptr_array_index (other->apart, i);

      if (!g_ptr_array_find_with_equal_func (self->apart, label, g_str_equal, NULL))
        g_ptr_array_add (self->apart, g_strdup (label));
    }
  return TRUE;
}

/**
 * ks_seen_scale_fill:
 * @self: a scale
 * @id: what it shall be called
 * @scale: (out caller-allocates): the scale as a form has it; its options are for
 *   ks_options_free()
 */
void
ks_seen_scale_fill (KsSeenScale *self, const char *id, KsScale *scale)
{
  guint n_levels = self->levels->len;

  *scale = (KsScale){ .id = (char *) id, .ordinal = TRUE };
  scale->n_options = n_levels + self->apart->len;
  scale->options = g_new0 (KsOption, scale->n_options);
  for (guint i = 0; i < n_levels; i++)
    {
      const KsSeenLevel *level = &g_array_index (self->levels, KsSeenLevel, i);

      scale->options[i].label = g_strdup (level->label);
      scale->options[i].has_value = TRUE;
      scale->options[i].value = self->numbers ? level->rank : (int) (n_levels - i);
    }
  for (guint i = 0; i < self->apart->len; i++)
    scale->options[n_levels + i].label = g_strdup (g_ptr_array_index (self->apart, i));
  ks_options_mark_defaults (scale->options, scale->n_options, TRUE);
}
