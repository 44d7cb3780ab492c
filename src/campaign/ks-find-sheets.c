/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-find-private.h"

#include <stdlib.h>

#include "ks-answer-patterns.h"
#include "ks-response-table.h"
#include "ks-straight.h"

static const KsSheet *
get_sheets (const KsAnswerPatterns *patterns)
{
  return (const KsSheet *) (const void *) patterns->sheets->data;
}

static const char *
get_unit (const KsAnswerPatterns *patterns, guint unit)
{
  return ks_unit_get_code (ks_registry_get_unit (patterns->registry, unit));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const KsFindingRow *left = a, *right = b;

  return left->response < right->response ? -1 : left->response > right->response;
}

static KsFound *
make_found (const KsAnswerPatterns *patterns, KsFindingKind kind, gsize first, gsize n)
{
  const KsSheet *sheets = get_sheets (patterns);
  KsFound *found = ks_found_new (kind, get_unit (patterns, sheets[first].unit), 0,
                                 (gint64) sheets[first].pattern);

  for (gsize i = first; i < first + n; i++)
    ks_found_add_row (found, ks_answer_patterns_get_id (patterns, &sheets[i]), 0);
  g_array_sort (found->rows, compare_rows);
  found->finding->numbers[0] = (gint64) n;
  return found;
}

static void
add_identical (const KsAnswerPatterns *patterns, GArray *groups, GPtrArray *found)
{
  ks_pattern_groups_keep_identical (groups, patterns->n_units);
  for (guint i = 0; i < groups->len; i++)
    {
      const KsPatternGroup *group = &g_array_index (groups, KsPatternGroup, i);
      KsFound *each = make_found (patterns, KS_FINDING_IDENTICAL, group->first, group->n);

      each->finding->share = group->share;
      g_ptr_array_add (found, each);
    }
}

static void
add_bursts (const KsAnswerPatterns *patterns, GArray *groups, GPtrArray *found)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const KsPatternGroup *group = &g_array_index (groups, KsPatternGroup, i);
      KsFound *each;
      KsBurst burst;

      if (!ks_pattern_group_find_burst (group, get_sheets (patterns), &burst))
        continue;
      each = make_found (patterns, KS_FINDING_BURST, burst.first, burst.n);
      each->finding->numbers[1] = burst.seconds;
      each->finding->share = group->share;
      g_ptr_array_add (found, each);
    }
}

static KsStratum *
count_straight (const KsAnswerPatterns *patterns, guint n_units)
{
  const KsSheet *sheets = get_sheets (patterns);
  KsStratum *units = g_new0 (KsStratum, (gsize) n_units + 1);

  for (guint i = 0; i < patterns->sheets->len; i++)
    {
      units[sheets[i].unit].n++;
      units[sheets[i].unit].x += patterns->levels->data[sheets[i].index] != 0;
    }
  return units;
}

/* Equal levels have equal letters. */
static void
add_straight_rows (const KsAnswerPatterns *patterns, KsFound **of_unit)
{
  const KsSheet *sheets = get_sheets (patterns);

  for (guint i = 0; i < patterns->sheets->len; i++)
    {
      guint8 level = patterns->levels->data[sheets[i].index];

      if (level != 0 && of_unit[sheets[i].unit] != NULL)
        ks_found_add_row (of_unit[sheets[i].unit],
                          ks_answer_patterns_get_id (patterns, &sheets[i]), level - 1);
    }
}

static void
add_straight (const KsAnswerPatterns *patterns, GPtrArray *found)
{
  guint n_units = ks_registry_get_n_units (patterns->registry);
  g_autofree KsStratum *units = count_straight (patterns, n_units);
  g_autofree gboolean *flagged = g_new0 (gboolean, (gsize) n_units + 1);
  g_autofree KsFound **of_unit = g_new0 (KsFound *, (gsize) n_units + 1);
  double share;

  if (!ks_straight_find (units, n_units, flagged, &share))
    return;
  for (guint i = 0; i < n_units; i++)
    if (flagged[i])
      {
        of_unit[i] = ks_found_new (KS_FINDING_STRAIGHT, get_unit (patterns, i), 0, 0);
        of_unit[i]->finding->numbers[0] = units[i].x;
        of_unit[i]->finding->numbers[1] = units[i].n;
        of_unit[i]->finding->share = share;
        g_ptr_array_add (found, of_unit[i]);
      }
  add_straight_rows (patterns, of_unit);
  for (guint i = 0; i < n_units; i++)
    if (of_unit[i] != NULL)
      g_array_sort (of_unit[i]->rows, compare_rows);
}

typedef struct {
  const KsAnswerPatterns *patterns;
  GHashTable             *texts;  /* id of a sheet that is near its like → what was written on it */
  GPtrArray              *found;
} Doubles;

static void
remember_pair (const KsSheet *first, const KsSheet *second, gpointer data)
{
  Doubles *doubles = data;
  const KsSheet *both[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      gpointer key
          = GSIZE_TO_POINTER ((gsize) ks_answer_patterns_get_id (doubles->patterns, both[i]));

      if (!g_hash_table_contains (doubles->texts, key))
        g_hash_table_insert (doubles->texts, key, g_string_new (NULL));
    }
}

static gboolean
remember_text (gint64 response, const char *question, const char *body, gpointer data)
{
  Doubles *doubles = data;
  GString *text = g_hash_table_lookup (doubles->texts, GSIZE_TO_POINTER ((gsize) response));

  if (text != NULL && body[0] != '\0')
    g_string_append_printf (text, "%s\n%s\n", question, body);
  return TRUE;
}

/* Two equal sheets without a text are two people. A sheet follows one other at the most, so the
 * later one tells pairs apart, whatever their order in the file. */
static void
compare_pair (const KsSheet *first, const KsSheet *second, gpointer data)
{
  Doubles *doubles = data;
  gint64 ids[] = { ks_answer_patterns_get_id (doubles->patterns, first),
                   ks_answer_patterns_get_id (doubles->patterns, second) };
  const GString *left = g_hash_table_lookup (doubles->texts, GSIZE_TO_POINTER ((gsize) ids[0]));
  const GString *right = g_hash_table_lookup (doubles->texts, GSIZE_TO_POINTER ((gsize) ids[1]));
  KsFound *found;

  if (left->len == 0 || !g_string_equal (left, right))
    return;
  found = ks_found_new (KS_FINDING_DOUBLE, get_unit (doubles->patterns, first->unit), 0,
                        ids[1]);
  found->finding->numbers[0] = second->time - first->time;
  ks_found_add_row (found, MIN (ids[0], ids[1]), 0);
  ks_found_add_row (found, MAX (ids[0], ids[1]), 0);
  g_ptr_array_add (doubles->found, found);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static gboolean
add_doubles (const KsAnswerPatterns *patterns, KsTransaction *tx, GPtrArray *found,
             GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (NULL, NULL, NULL, free_text);
  Doubles doubles = { patterns, texts, found };

  ks_sheets_foreach_near_pair (get_sheets (patterns), patterns->sheets->len, remember_pair,
                               &doubles);
  if (g_hash_table_size (texts) == 0)
    return TRUE;
  if (!ks_response_table_foreach_remark (tx, 0, G_MAXINT64, remember_text, &doubles, error))
    return FALSE;
  ks_sheets_foreach_near_pair (get_sheets (patterns), patterns->sheets->len, compare_pair,
                               &doubles);
  return TRUE;
}

static void
add_timeless (const KsAnswerPatterns *patterns, GPtrArray *found)
{
  GHashTableIter iter;
  gpointer batch;

  g_hash_table_iter_init (&iter, patterns->timeless);
  while (g_hash_table_iter_next (&iter, &batch, NULL))
    g_ptr_array_add (found, ks_found_new (KS_FINDING_NO_TIME, "", (gint64) GPOINTER_TO_SIZE (batch),
                                          0));
}

/* Adds what the counted sheets themselves give reason to check. */
gboolean
ks_find_in_sheets (KsCampaign *campaign, KsTransaction *tx, KsJob *job, GPtrArray *found,
                   GError **error)
{
  g_autoptr (KsAnswerPatterns) patterns = ks_answer_patterns_load (campaign, tx, job, error);
  g_autoptr (GArray) groups = NULL;

  if (patterns == NULL)
    return FALSE;
  groups = ks_pattern_groups_find (get_sheets (patterns), patterns->sheets->len,
                                   ks_registry_get_n_units (patterns->registry));
  add_bursts (patterns, groups, found);
  add_identical (patterns, groups, found);
  add_straight (patterns, found);
  ks_find_fast (patterns, found);
  add_timeless (patterns, found);
  return add_doubles (patterns, tx, found, error);
}
