/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-known-sums.h"

#include "ks-disclosure.h"
#include "ks-generator.h"

/* Sums are rows of a matrix over the numbers modulo a prime, kept in reduced echelon form: with
 * coefficients of 0 and 1 what can be had there can be had by adding and subtracting, but for chances
 * that do not matter. A combination of terms is known if the rows take it to nothing. Of one to four
 * people there are at most four terms, each added or taken away: rather than to try them all, terms get
 * marks of which those of known sums add up to 0, and two pairs are looked for that do. */

#define PRIME G_GINT64_CONSTANT (2147483647)
#define SEED 20240401
#define MOST_TERMS 4

/* At most two terms: index + 1, below 0 if taken away; 0: none. */
typedef struct {
  gint64 mark;
  gint64 size;
  int    first;
  int    second;
} Pair;

struct _KsKnownSums {
  guint  *sizes;
  guint   n_terms;
  GArray *rows;     /* of gint64: row × term */
  GArray *pivots;   /* of guint: per row */
  gint64 *marks;    /* per term */
};

/**
 * ks_known_sums_new:
 * @sizes: (array length=n_terms): of how many people each term is
 * @n_terms: number of terms
 *
 * Returns: (transfer full): nothing known yet
 */
KsKnownSums *
ks_known_sums_new (const guint *sizes, guint n_terms)
{
  KsKnownSums *self = g_new0 (KsKnownSums, 1);

  self->sizes = g_memdup2 (sizes, n_terms * sizeof *sizes);
  self->n_terms = n_terms;
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pivots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_new0 (gint64, MAX (n_terms, 1));
  return self;
}

/**
 * ks_known_sums_free:
 * @self: (nullable): sums
 *
 * Frees them.
 */
void
ks_known_sums_free (KsKnownSums *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_array_unref (self->pivots);
  g_free (self->sizes);
  g_free (self->marks);
  g_free (self);
}

static gint64 *
get_row (KsKnownSums *self, guint row)
{
  return (gint64 *) self->rows->data + (gsize) row * self->n_terms;
}

static gint64
invert (gint64 number)
{
  gint64 inverse = 1;

  for (gint64 exponent = PRIME - 2; exponent > 0; exponent >>= 1)
    {
      if ((exponent & 1) != 0)
        inverse = inverse * number % PRIME;
      number = number * number % PRIME;
    }
  return inverse;
}

/* Takes a row off a sum as often as leaves nothing at its pivot. */
static void
eliminate (gint64 *sum, const gint64 *row, guint pivot, guint n_terms)
{
  gint64 factor = (PRIME - sum[pivot]) % PRIME;

  for (guint i = 0; factor != 0 && i < n_terms; i++)
    sum[i] = (sum[i] + factor * row[i]) % PRIME;
}

/* Takes all that is known off a sum. Returns the first term that is left; G_MAXUINT: none. */
static guint
reduce (KsKnownSums *self, gint64 *sum)
{
  for (guint i = 0; i < self->pivots->len; i++)
    eliminate (sum, get_row (self, i), g_array_index (self->pivots, guint, i), self->n_terms);
  for (guint i = 0; i < self->n_terms; i++)
    if (sum[i] != 0)
      return i;
  return G_MAXUINT;
}

/**
 * ks_known_sums_add:
 * @self: sums
 * @terms: (array): per term: whether it enters
 *
 * Makes one more sum known.
 */
void
ks_known_sums_add (KsKnownSums *self, const gboolean *terms)
{
  g_autofree gint64 *sum = g_new (gint64, MAX (self->n_terms, 1));
  guint pivot;
  gint64 inverse;

  for (guint i = 0; i < self->n_terms; i++)
    sum[i] = terms[i] ? 1 : 0;
  pivot = reduce (self, sum);
  if (pivot == G_MAXUINT)
    return;
  inverse = invert (sum[pivot]);
  for (guint i = 0; i < self->n_terms; i++)
    sum[i] = sum[i] * inverse % PRIME;
  for (guint i = 0; i < self->pivots->len; i++)
    eliminate (get_row (self, i), sum, pivot, self->n_terms);
  g_array_append_vals (self->rows, sum, self->n_terms);
  g_array_append_val (self->pivots, pivot);
}

/* Those of terms that no row begins with are free; the others follow from their rows. */
static void
mark_terms (KsKnownSums *self)
{
  KsGenerator generator;

  ks_generator_init (&generator, SEED);
  for (guint i = 0; i < self->n_terms; i++)
    self->marks[i] = (gint64) (ks_generator_next (&generator) % (guint64) PRIME);
  for (guint i = 0; i < self->pivots->len; i++)
    self->marks[g_array_index (self->pivots, guint, i)] = 0;
  for (guint i = 0; i < self->pivots->len; i++)
    {
      const gint64 *row = get_row (self, i);
      gint64 sum = 0;

      for (guint k = 0; k < self->n_terms; k++)
        sum = (sum + row[k] * self->marks[k]) % PRIME;
      self->marks[g_array_index (self->pivots, guint, i)] = (PRIME - sum) % PRIME;
    }
}

static void
add_pair (KsKnownSums *self, GArray *pairs, int first, int second)
{
  const int terms[] = { first, second };
  Pair pair = { .first = first, .second = second };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (terms[i] != 0)
      {
        gint64 mark = self->marks[ABS (terms[i]) - 1];

        pair.mark = (pair.mark + (terms[i] > 0 ? mark : PRIME - mark)) % PRIME;
        pair.size += self->sizes[ABS (terms[i]) - 1];
      }
  if (pair.size < KS_MIN_ANSWERS)
    g_array_append_val (pairs, pair);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Pair *left = a;
  const Pair *right = b;

  return (left->mark > right->mark) - (left->mark < right->mark);
}

static GArray *
list_pairs (KsKnownSums *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  int n = (int) self->n_terms;

  add_pair (self, pairs, 0, 0);
  for (int i = 1; i <= n; i++)
    {
      if (ks_is_shown (self->sizes[i - 1]))
        continue;
      add_pair (self, pairs, i, 0);
      add_pair (self, pairs, -i, 0);
      for (int k = i + 1; k <= n; k++)
        for (int signs = 0; signs < 4; signs++)
          add_pair (self, pairs, (signs & 1) != 0 ? i : -i, (signs & 2) != 0 ? k : -k);
    }
  g_array_sort (pairs, compare_marks);
  return pairs;
}

/* Whether it is of one to four people, and known. No term stands in it twice. */
static gboolean
tells (KsKnownSums *self, const Pair *a, const Pair *b)
{
  const int terms[MOST_TERMS] = { a->first, a->second, b->first, b->second };
  gint64 size = a->size + b->size;
  g_autofree gint64 *sum = NULL;

  if (size == 0 || ks_is_shown (size))
    return FALSE;
  sum = g_new0 (gint64, self->n_terms);
  for (guint i = 0; i < MOST_TERMS; i++)
    {
      if (terms[i] == 0)
        continue;
      if (sum[ABS (terms[i]) - 1] != 0)
        return FALSE;
      sum[ABS (terms[i]) - 1] = terms[i] > 0 ? 1 : PRIME - 1;
    }
  return reduce (self, sum) == G_MAXUINT;
}

static guint
find_mark (GArray *pairs, gint64 mark)
{
  guint low = 0;
  guint high = pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (pairs, Pair, middle).mark < mark)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ks_known_sums_tell_few:
 * @self: sums
 *
 * Returns: whether a sum of terms, some of them taken away, is known that is of one to four people
 */
gboolean
ks_known_sums_tell_few (KsKnownSums *self)
{
  g_autoptr (GArray) pairs = NULL;

  mark_terms (self);
  pairs = list_pairs (self);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      gint64 wanted = (PRIME - pair->mark) % PRIME;

      for (guint k = find_mark (pairs, wanted);
           k < pairs->len && g_array_index (pairs, Pair, k).mark == wanted; k++)
        if (tells (self, pair, &g_array_index (pairs, Pair, k)))
          return TRUE;
    }
  return FALSE;
}
