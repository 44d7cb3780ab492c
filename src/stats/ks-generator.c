/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-generator.h"

#define LN_2 0.693147180559945309417232121458
/* Terms of the series below: |s| ≤ 0.172, so that the last is less than 2⁻⁵³ of the sum. */
#define N_TERMS 12

static guint64
mix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/**
 * ks_generator_init:
 * @self: room for a generator
 * @seed: any number
 *
 * Begins the sequence of the seed: splitmix64 fills the state.
 */
void
ks_generator_init (KsGenerator *self, guint64 seed)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->state); i++)
    self->state[i] = mix (&seed);
}

static guint64
rotate (guint64 x, int bits)
{
  return (x << bits) | (x >> (64 - bits));
}

/**
 * ks_generator_next:
 * @self: a generator
 *
 * Returns: the next 64 bits (xoshiro256**, Blackman and Vigna 2018)
 */
guint64
ks_generator_next (KsGenerator *self)
{
  guint64 *s = self->state;
  guint64 result = rotate (s[1] * 5, 7) * 9;
  guint64 shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate (s[3], 45);
  return result;
}

/**
 * ks_generator_next_uniform:
 * @self: a generator
 *
 * Returns: a number above 0 and at most 1, a multiple of 2⁻⁵³
 */
double
ks_generator_next_uniform (KsGenerator *self)
{
  return (double)((ks_generator_next (self) >> 11) + 1) * 0x1p-53;
}

/* ln x = e·ln 2 + 2·(s + s³/3 + s⁵/5 + …), s = (m−1)/(m+1), x = m·2ᵉ, ½√2 ≤ m < √2: sums and
 * products alone, which every machine rounds in the same way. Libraries differ in the last bit. */
static double
logarithm (double x)
{
  int exponent = 0;
  double s;
  double square;
  double sum = 0;

  while (x < 0.70710678118654752)
    {
      x *= 2;
      exponent--;
    }
  s = (x - 1) / (x + 1);
  square = s * s;
  for (int term = N_TERMS; term >= 0; term--)
    sum = sum * square + 1.0 / (2 * term + 1);
  return exponent * LN_2 + 2 * s * sum;
}

/**
 * ks_generator_next_exponential:
 * @self: a generator
 *
 * Returns: −ln U of the next uniform number U: 0 or more, with mean 1
 */
double
ks_generator_next_exponential (KsGenerator *self)
{
  return -logarithm (ks_generator_next_uniform (self));
}

/**
 * ks_generator_next_below:
 * @self: a generator
 * @bound: 1 or more
 *
 * Returns: a whole number from 0 to @bound − 1, each as likely
 */
guint
ks_generator_next_below (KsGenerator *self, guint bound)
{
  guint64 limit = G_MAXUINT64 - G_MAXUINT64 % bound;
  guint64 bits;

  g_return_val_if_fail (bound > 0, 0);

  do
    bits = ks_generator_next (self);
  while (bits >= limit);
  return (guint)(bits % bound);
}
