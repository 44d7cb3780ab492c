/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-test-knowledge.h"

#include <stdlib.h>
#include <string.h>

#define FEW 5 /* people of whom nothing is told */
#define PRIME G_GINT64_CONSTANT (2147483647)

/* Sheets that every figure counts together, or none of them does. */
typedef struct {
  guint  sheet;  /* the first of them */
  guint  size;
  gint64 mark;   /* the marks of sums that are known add up to 0 */
} Atom;

/* One or two atoms, each added or taken away. */
typedef struct {
  gint64 mark;
  guint  size;
  int    first;  /* index + 1, below 0: taken away */
  int    second; /* 0: none */
} Combination;

struct _KsTestKnowledge {
  guint   n_sheets;
  GArray *sums;    /* of guint8: figure × sheet */
  guint   n_sums;
  GArray *atoms;   /* of Atom */
  gint64 *rows;    /* basis × atom, in reduced echelon form */
  guint  *pivots;
  guint   n_rows;
};

KsTestKnowledge *
ks_test_knowledge_new (guint n_sheets)
{
  KsTestKnowledge *self = g_new0 (KsTestKnowledge, 1);

  self->n_sheets = n_sheets;
  self->sums = g_array_new (FALSE, FALSE, 1);
  self->atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  return self;
}

/* What the last attack made of the sums. */
static void
forget (KsTestKnowledge *self)
{
  g_array_set_size (self->atoms, 0);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->pivots, g_free);
  self->n_rows = 0;
}

void
ks_test_knowledge_free (KsTestKnowledge *self)
{
  forget (self);
  g_array_unref (self->sums);
  g_array_unref (self->atoms);
  g_free (self);
}

static const guint8 *
get_sum (KsTestKnowledge *self, guint sum)
{
  return (const guint8 *) self->sums->data + (gsize) sum * self->n_sheets;
}

void
ks_test_knowledge_learn (KsTestKnowledge *self, const guint8 *of)
{
  for (guint i = 0; i < self->n_sums; i++)
    if (memcmp (get_sum (self, i), of, self->n_sheets) == 0)
      return;
  g_array_append_vals (self->sums, of, self->n_sheets);
  self->n_sums++;
}

static Atom *
get_atom (KsTestKnowledge *self, guint index)
{
  return &g_array_index (self->atoms, Atom, index);
}

/* A number per sheet, the same for two that every figure counts together. */
static gint64 *
sign_sheets (KsTestKnowledge *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (self->n_sums);
  gint64 *signs = g_new0 (gint64, self->n_sheets);

  for (guint i = 0; i < self->n_sums; i++)
    {
      const guint8 *of = get_sum (self, i);
      gint64 weight = (gint64) g_rand_int (rand) << 24 ^ g_rand_int (rand);

      for (guint sheet = 0; sheet < self->n_sheets; sheet++)
        signs[sheet] += of[sheet] != 0 ? weight : 0;
    }
  return signs;
}

/* Sheets that no figure counts are together as well: of them nothing is known. */
static void
find_atoms (KsTestKnowledge *self)
{
  g_autofree gint64 *signs = sign_sheets (self);
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint sheet = 0; sheet < self->n_sheets; sheet++)
    {
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (found, &signs[sheet]));
      const Atom atom = { sheet, 1, 0 };

      if (index > 0)
        get_atom (self, index - 1)->size++;
      else
        {
          g_array_append_val (self->atoms, atom);
          g_hash_table_insert (found, &signs[sheet], GUINT_TO_POINTER (self->atoms->len));
        }
    }
}

static gint64
invert (gint64 base)
{
  gint64 result = 1;

  for (gint64 exponent = PRIME - 2; exponent > 0; exponent >>= 1, base = base * base % PRIME)
    if ((exponent & 1) != 0)
      result = result * base % PRIME;
  return result;
}

/* Takes a row off another one, so often that the column becomes 0. */
static void
clear_column (gint64 *row, const gint64 *by, guint column, guint n)
{
  gint64 factor = PRIME - row[column];

  if (row[column] == 0)
    return;
  for (guint i = 0; i < n; i++)
    row[i] = (row[i] + factor * by[i]) % PRIME;
}

static void
add_row (KsTestKnowledge *self, gint64 *row)
{
  guint n = self->atoms->len;
  guint pivot = 0;
  gint64 inverse;

  for (guint i = 0; i < self->n_rows; i++)
    clear_column (row, self->rows + (gsize) i * n, self->pivots[i], n);
  while (pivot < n && row[pivot] == 0)
    pivot++;
  if (pivot == n)
    return;
  inverse = invert (row[pivot]);
  for (guint i = 0; i < n; i++)
    row[i] = row[i] * inverse % PRIME;
  for (guint i = 0; i < self->n_rows; i++)
    clear_column (self->rows + (gsize) i * n, row, pivot, n);
  memcpy (self->rows + (gsize) self->n_rows * n, row, n * sizeof *row);
  self->pivots[self->n_rows++] = pivot;
}

static void
find_basis (KsTestKnowledge *self)
{
  guint n = self->atoms->len;
  g_autofree gint64 *row = g_new (gint64, n + 1);

  self->rows = g_new (gint64, (gsize) MIN (self->n_sums, n) * n + 1);
  self->pivots = g_new (guint, n + 1);
  for (guint i = 0; i < self->n_sums; i++)
    {
      for (guint k = 0; k < n; k++)
        row[k] = get_sum (self, i)[get_atom (self, k)->sheet];
      add_row (self, row);
    }
}

/* Marks so that exactly what is known adds up to 0, but for one case in billions. */
static void
mark_atoms (KsTestKnowledge *self, GRand *rand)
{
  guint n = self->atoms->len;

  for (guint i = 0; i < n; i++)
    get_atom (self, i)->mark = (gint64) g_rand_int (rand) % PRIME;
  for (guint i = 0; i < self->n_rows; i++)
    get_atom (self, self->pivots[i])->mark = 0;
  for (guint i = 0; i < self->n_rows; i++)
    {
      gint64 sum = 0;

      for (guint k = 0; k < n; k++)
        if (k != self->pivots[i])
          sum = (sum + self->rows[(gsize) i * n + k] * get_atom (self, k)->mark) % PRIME;
      get_atom (self, self->pivots[i])->mark = (PRIME - sum) % PRIME;
    }
}

static gint64
get_mark (KsTestKnowledge *self, int signed_index)
{
  gint64 mark = signed_index == 0 ? 0 : get_atom (self, (guint) ABS (signed_index) - 1)->mark;

  return signed_index < 0 ? PRIME - mark : mark;
}

static guint
get_size (KsTestKnowledge *self, int signed_index)
{
  return signed_index == 0 ? 0 : get_atom (self, (guint) ABS (signed_index) - 1)->size;
}

static void
add_combination (KsTestKnowledge *self, GArray *all, int first, int second)
{
  Combination combination = {
    .mark = (get_mark (self, first) + get_mark (self, second)) % PRIME,
    .size = get_size (self, first) + get_size (self, second),
    .first = first,
    .second = second,
  };

  if (combination.size < FEW)
    g_array_append_val (all, combination);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Combination *left = a, *right = b;

  return (left->mark > right->mark) - (left->mark < right->mark);
}

static GArray *
list_combinations (KsTestKnowledge *self, gboolean differences)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Combination));
  int n = (int) self->atoms->len;

  add_combination (self, all, 0, 0);
  for (int i = 1; i <= n; i++)
    for (int sign = differences ? -1 : 1; get_size (self, i) < FEW && sign <= 1; sign += 2)
      {
        add_combination (self, all, sign * i, 0);
        for (int k = i + 1; k <= n; k++)
          {
            add_combination (self, all, sign * i, k);
            if (differences)
              add_combination (self, all, sign * i, -k);
          }
      }
  g_array_sort (all, compare_marks);
  return all;
}

/* Whether the two have no atom in common, and are a few people together. */
static gboolean
are_few (const Combination *a, const Combination *b)
{
  return a->size + b->size > 0 && a->size + b->size < FEW && ABS (a->first) < ABS (b->first)
         && (a->second == 0 || (ABS (a->second) != ABS (b->first) && ABS (a->second) != ABS (b->second)));
}

/* Takes it off what is known: whether nothing is left. */
static gboolean
is_known (KsTestKnowledge *self, const int signed_indices[4])
{
  guint n = self->atoms->len;
  g_autofree gint64 *row = g_new0 (gint64, n);

  for (guint i = 0; i < 4; i++)
    if (signed_indices[i] != 0)
      row[ABS (signed_indices[i]) - 1] = signed_indices[i] > 0 ? 1 : PRIME - 1;
  for (guint i = 0; i < self->n_rows; i++)
    clear_column (row, self->rows + (gsize) i * n, self->pivots[i], n);
  for (guint i = 0; i < n; i++)
    if (row[i] != 0)
      return FALSE;
  return TRUE;
}

static char *
describe (KsTestKnowledge *self, const int signed_indices[4])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    if (signed_indices[i] != 0)
      {
        const Atom *atom = get_atom (self, (guint) ABS (signed_indices[i]) - 1);

        g_string_append_printf (text, "%s%u(%u) ", signed_indices[i] < 0 ? "-" : "", atom->sheet,
                                atom->size);
      }
  return g_string_free (text, FALSE);
}

/* All that stand at the mark which takes that of @one to 0. */
static char *
match (KsTestKnowledge *self, GArray *all, const Combination *one)
{
  gint64 wanted = (PRIME - one->mark) % PRIME;
  guint low = 0, high = all->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (all, Combination, middle).mark < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < all->len && g_array_index (all, Combination, low).mark == wanted; low++)
    {
      const Combination *other = &g_array_index (all, Combination, low);
      const int found[4] = { one->first, one->second, other->first, other->second };

      if (are_few (one, other) && is_known (self, found))
        return describe (self, found);
    }
  return NULL;
}

char *
ks_test_knowledge_isolate (KsTestKnowledge *self, gboolean differences)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (self->n_sheets);
  g_autoptr (GArray) all = NULL;
  char *found = NULL;

  forget (self);
  find_atoms (self);
  find_basis (self);
  mark_atoms (self, rand);
  all = list_combinations (self, differences);
  for (guint i = 0; found == NULL && i < all->len; i++)
    found = match (self, all, &g_array_index (all, Combination, i));
  return found;
}

/* The sum is one more figure for as long as it takes to look whether that is news. */
gboolean
ks_test_knowledge_knows (KsTestKnowledge *self, const guint8 *of)
{
  guint n_sums = self->n_sums;
  guint n_rows;

  ks_test_knowledge_learn (self, of);
  if (self->n_sums == n_sums)
    return TRUE;
  forget (self);
  find_atoms (self);
  find_basis (self);
  n_rows = self->n_rows;
  self->n_sums = n_sums;
  g_array_set_size (self->sums, n_sums * self->n_sheets);
  forget (self);
  find_atoms (self);
  find_basis (self);
  return self->n_rows == n_rows;
}
