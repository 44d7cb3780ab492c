/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"

G_BEGIN_DECLS

#define KS_MATCH_MAX_GUESSES 5

/* How a unit was found. */
typedef enum {
  KS_MATCH_CODE,   /* by its code, which the name does not contradict */
  KS_MATCH_NAME,   /* by its name, letter by letter */
  KS_MATCH_ALIAS,  /* by a former name */
  KS_MATCH_FOLDED, /* by its name without marks */
  KS_MATCH_ASK,    /* not for certain: a person decides between the guesses */
  KS_MATCH_NONE,   /* not at all */
} KsMatchHow;

/* Why a person is asked. */
typedef enum {
  KS_DOUBT_NONE,
  KS_DOUBT_SEVERAL,       /* several units have that name */
  KS_DOUBT_MISSPELT,      /* the guesses have names like it */
  KS_DOUBT_CODE,          /* code and name mean different units */
  KS_DOUBT_UNKNOWN_CODE,  /* the name is one of the registry's, the code is none */
  KS_DOUBT_DISTRICT,      /* the unit of that name lies in another district */
} KsDoubt;

/* The units belong to the matcher's registry. */
typedef struct {
  KsMatchHow how;
  KsDoubt    doubt;
  KsUnit    *unit; /* the sure one, or NULL */
  guint      n_guesses;
  KsUnit    *guesses[KS_MATCH_MAX_GUESSES]; /* the likest first; none if it is sure */
} KsMatch;

/* Finds the units of a registry by what people write for them. After the last
 * ks_unit_matcher_add_alias() any number of threads may ask it. */
#define KS_TYPE_UNIT_MATCHER (ks_unit_matcher_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitMatcher, ks_unit_matcher, KS, UNIT_MATCHER, GObject)

KsUnitMatcher *ks_unit_matcher_new (KsRegistry *registry);
void           ks_unit_matcher_add_alias (KsUnitMatcher *self, KsUnit *unit, const char *name);
void           ks_unit_matcher_match (KsUnitMatcher *self, const char *code, const char *name,
                                      const char *district, KsMatch *match);
KsUnit        *ks_unit_matcher_find (KsUnitMatcher *self, const char *text);
const char    *ks_match_how_to_string (KsMatchHow how);

G_END_DECLS
