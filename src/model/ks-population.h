/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form.h"

G_BEGIN_DECLS

/* Whose opinion the survey asks for. Answers of others are counted and told apart. */
typedef enum {
  KS_POPULATION_CADRES = 1 << 0,         /* cán bộ */
  KS_POPULATION_CIVIL_SERVANTS = 1 << 1, /* công chức */
  KS_POPULATION_PART_TIME = 1 << 2,      /* người hoạt động không chuyên trách */
} KsPopulation;

#define KS_POPULATION_DEFAULT ((KsPopulation) (KS_POPULATION_CADRES | KS_POPULATION_CIVIL_SERVANTS))

/* The question of the form that asks what kind of person answers, and its options. */
const KsQuestion *ks_population_find_question (KsForm *form);
gboolean          ks_population_holds_option (KsPopulation self, const char *label);
gboolean          ks_population_is_part_time (const char *label);

char             *ks_population_to_text (KsPopulation self);
gboolean          ks_population_parse (const char *text, KsPopulation *population);

G_END_DECLS
