/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-encoding.h"

G_BEGIN_DECLS

/* What a column of a file of answers is. */
typedef enum {
  KS_COLUMN_IGNORED,
  KS_COLUMN_TIME,
  KS_COLUMN_START,     /* when somebody began to answer */
  KS_COLUMN_UNIT,
  KS_COLUMN_ID,        /* the number that the form service gave the row */
  KS_COLUMN_QUESTION,
  KS_COLUMN_PERSONAL,  /* tells who somebody is: never taken in */
  KS_N_COLUMN_ROLES,
} KsColumnRole;

/* What an officer said of dates that read both ways. */
typedef enum {
  KS_RECIPE_DATES_UNSAID,
  KS_RECIPE_DATES_DAY_FIRST,
  KS_RECIPE_DATES_MONTH_FIRST,
  KS_N_RECIPE_DATES,
} KsRecipeDates;

#define KS_RECIPE_ZONE_UNSAID G_MININT
#define KS_RECIPE_MAX 500       /* recipes of a campaign */
#define KS_RECIPE_MAX_TEXT 2000 /* characters of a header, a value or a name */

typedef struct {
  char        *header;
  KsColumnRole role;
  gboolean     chosen;       /* an officer said so; else it showed by itself */
  char        *question_id;  /* of QUESTION columns, else NULL */
  guint        choice;       /* of columns about one option: which, from 1; else 0 */
} KsRecipeColumn;

typedef struct {
  char *question_id;
  char *text;                /* what cells say */
  guint choice;              /* the option that is meant, from 1 */
} KsRecipeValue;

typedef struct {
  char *given;               /* what rows say of their unit */
  char *code;
} KsRecipeUnit;

/* How files with a certain header are read ("cách đọc tệp"). A plain value; the same recipe always
 * gives the same JSON. What it holds of cells are names of options and units, never a row. */
typedef struct {
  char         *source;      /* which service they come from; may be empty */
  GPtrArray    *columns;     /* of KsRecipeColumn */
  KsRecipeDates dates;
  int           zone;        /* seconds east of Greenwich, or KS_RECIPE_ZONE_UNSAID */
  char          separator;   /* between several options, where it is an unusual one; or 0 */
  KsEncoding    encoding;    /* of its text, where the text leaves doubt and somebody chose; or AUTO */
  GPtrArray    *values;      /* of KsRecipeValue */
  GPtrArray    *units;       /* of KsRecipeUnit */
} KsRecipe;

KsRecipe   *ks_recipe_new (void);
KsRecipe   *ks_recipe_copy (const KsRecipe *self);
void        ks_recipe_free (KsRecipe *self);
char       *ks_recipe_dup_header (const char *text);
void        ks_recipe_add_column (KsRecipe *self, const char *header, KsColumnRole role,
                                  gboolean chosen, const char *question_id, guint choice);
void        ks_recipe_set_value (KsRecipe *self, const char *question_id, const char *text,
                                 guint choice);
void        ks_recipe_set_unit (KsRecipe *self, const char *given, const char *code);
KsRecipeColumn *ks_recipe_find_column (const KsRecipe *self, const char *header);
const char *ks_recipe_find_unit (const KsRecipe *self, const char *given);
gboolean    ks_recipe_is_same_header (const KsRecipe *self, const KsRecipe *other);
char       *ks_recipe_dup_fingerprint (const KsRecipe *self);

KsRecipe   *ks_recipes_find (GPtrArray *recipes, const KsRecipe *wanted);
GPtrArray  *ks_recipes_new_from_json (const char *json, gsize length, GError **error);
char       *ks_recipes_to_json (GPtrArray *recipes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRecipe, ks_recipe_free)

G_END_DECLS
