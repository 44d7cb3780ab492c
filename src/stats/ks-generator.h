/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Random numbers that are the same for the same seed on every machine: xoshiro256** (Blackman,
 * Vigna 2018), seeded by splitmix64. No function of the C library takes part. */
#define KS_GENERATOR_NAME "xoshiro256**"

typedef struct {
  guint64 state[4];
} KsGenerator;

void    ks_generator_init (KsGenerator *self, guint64 seed);
guint64 ks_generator_next (KsGenerator *self);
double  ks_generator_next_uniform (KsGenerator *self);
double  ks_generator_next_exponential (KsGenerator *self);
guint   ks_generator_next_below (KsGenerator *self, guint bound);

G_END_DECLS
