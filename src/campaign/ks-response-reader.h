/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-time.h"
#include "ks-columns.h"
#include "ks-named-unit.h"
#include "ks-import-look.h"
#include "ks-import-result.h"
#include "ks-option-reader.h"
#include "ks-question-index.h"
#include "ks-recipe.h"
#include "ks-token.h"
#include "ks-unit-matcher.h"

G_BEGIN_DECLS

/* Private to the import of answers: what the columns of a file are, and which unit a text proves. */

typedef struct {
  const KsQuestion *question;  /* NULL: not a question */
  guint             choice;    /* of a column about one option: which, from 1; else 0 */
  KsOptionReader   *options;   /* of closed questions */
  gboolean          used;      /* kept with the campaign's source */
  gboolean          closed;    /* a recipe says what it is */
  gboolean          personal;  /* a recipe says that it tells who somebody is */
} KsColumnReader;

typedef struct {
  KsCampaignInfo *info;
  gboolean        early;        /* the survey has not begun: what was sent before it tries it out */
  KsRegistry     *registry;
  KsForm         *form;
  KsQuestionIndex *index;
  KsTokenTable   *tokens;
  gboolean        by_token;    /* a token alone proves a unit */
  KsUnitMatcher  *matcher;     /* NULL until a name is asked for */
  GHashTable     *found;       /* text → unit that it means, or NULL */
  KsColumnReader *columns;
  guint           n_columns;
  guint           n_questions; /* columns that answer a question, profile aside */
  int             time_column;
  KsDateEvidence *evidence;     /* takes what the times of the rows say; NULL: nobody asks */
  int             start_column; /* when somebody began to answer; -1: none */
  int             unit_column;
  int             id_column;   /* the number that the form service gave the row */
  char           *named;       /* what all rows say of their unit where no column does; or NULL */
  guint           time_step;   /* to how many seconds times are exact */
  gboolean        knows_earlier; /* the campaign holds sheets known by their earlier identity */
  KsTimeReading   times;
  GPtrArray      *recipes;     /* of KsRecipe: those of the campaign */
  GPtrArray      *answers;     /* of KsRecipe: what an officer says of this file, or NULL */
  const KsRecipe *kept;        /* for this header or one like it, or NULL */
  const KsRecipe *recipe;      /* in use: the answers or the one kept, or NULL */
  guint           settled;     /* bits of roles whose column the recipe tells */
  GHashTable     *confirmed;   /* text → unit that an officer said is meant */
} KsResponseReader;

KsResponseReader *ks_response_reader_new (KsCampaign *campaign, const KsResponseReader *other,
                                          GError **error);
void              ks_response_reader_set_answers (KsResponseReader *self, GPtrArray *answers);
KsUnitMatcher    *ks_response_reader_get_matcher (KsResponseReader *self);
gboolean          ks_response_reader_set_header (KsResponseReader *self, const KsRow *header);
void              ks_response_reader_free (KsResponseReader *self);
KsNamed           ks_response_reader_name_unit (KsResponseReader *self, const char *name);
gboolean          ks_response_reader_check_unit (KsResponseReader *self, const char *text,
                                                 KsUnit **unit, KsReason *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsResponseReader, ks_response_reader_free)

G_END_DECLS
