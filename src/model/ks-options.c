/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-question.h"

#include <string.h>

/* Levels above this one, or below it. */
static guint
count_beyond (const KsOption *options, guint n_options, const KsOption *than, gboolean better)
{
  guint n_beyond = 0;

  for (guint i = 0; i < n_options; i++)
    if (options[i].has_value
        && (better ? options[i].value > than->value : options[i].value < than->value))
      n_beyond++;
  return n_beyond;
}

/**
 * ks_options_mark_defaults:
 * @options: (array length=n_options): options
 * @n_options: how many
 * @ordinal: whether they are the levels of a scale
 *
 * "Đánh giá tốt" are the top two of four levels or more, the top one of fewer; "chưa tốt" are
 * those below the middle of the scale. Options that are no levels are neither.
 */
void
ks_options_mark_defaults (KsOption *options, guint n_options, gboolean ordinal)
{
  guint n_levels = 0;

  for (guint i = 0; i < n_options; i++)
    n_levels += options[i].has_value ? 1 : 0;
  for (guint i = 0; i < n_options; i++)
    {
      gboolean level = ordinal && options[i].has_value;
      guint n_better = level ? count_beyond (options, n_options, &options[i], TRUE) : 0;
      guint n_worse = level ? count_beyond (options, n_options, &options[i], FALSE) : 0;

      options[i].good = level && n_better < (n_levels >= 4 ? 2 : 1);
      options[i].poor = level && !options[i].good && n_better > n_worse;
    }
}

/**
 * ks_options_copy:
 * @options: (array length=n_options): options
 * @n_options: how many
 *
 * Returns: (transfer full) (array length=n_options): a copy, for ks_options_free()
 */
KsOption *
ks_options_copy (const KsOption *options, guint n_options)
{
  KsOption *copy = g_new0 (KsOption, n_options);

  for (guint i = 0; i < n_options; i++)
    {
      copy[i] = options[i];
      copy[i].label = g_strdup (options[i].label);
    }
  return copy;
}

/**
 * ks_options_free:
 * @options: (transfer full) (array length=n_options) (nullable): options
 * @n_options: how many
 */
void
ks_options_free (KsOption *options, guint n_options)
{
  for (guint i = 0; options != NULL && i < n_options; i++)
    g_free (options[i].label);
  g_free (options);
}

static gboolean
is_same_level (const KsOption *a, const KsOption *b)
{
  return a->has_value == b->has_value && (!a->has_value || a->value == b->value)
         && !a->good == !b->good && !a->poor == !b->poor && strcmp (a->label, b->label) == 0;
}

/**
 * ks_options_equal:
 * @a: (array length=n_a): options
 * @n_a: how many
 * @b: (array length=n_b): others
 * @n_b: how many
 *
 * Returns: whether they are the same, in the same order, with the same values and marks
 */
gboolean
ks_options_equal (const KsOption *a, guint n_a, const KsOption *b, guint n_b)
{
  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!is_same_level (&a[i], &b[i]))
      return FALSE;
  return TRUE;
}
