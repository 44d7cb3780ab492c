/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-figures-private.h"
#include "ks-test-day.h"

G_BEGIN_DECLS

#define KS_TEST_N_LONGEST 10

/* The longest names of the country's 705 districts, and one longer than any. */
extern const char *const ks_test_longest[KS_TEST_N_LONGEST];

/* Figures of the afternoon that are made up: 80 % are asked for, every ninth unit has a long name.
 * What is changed in the units is summed up again. */
typedef struct {
  KsTestDay     day;
  KsDayFigures *figures;
} KsTestFigures;

void ks_test_figures_begin (KsTestFigures *self, guint n_districts, guint n_units);
void ks_test_figures_sum (KsTestFigures *self);
void ks_test_figures_end (KsTestFigures *self);

G_END_DECLS
